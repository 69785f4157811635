//! The teams: what each is called, its colour, who plays it.

use super::colours;
use super::form::{MOST_TEAMS, Occupant, SetupForm, TeamForm, bot_name, bot_team, seat_people, share_out};
use super::layout::is_narrow;
use crate::bots::BotKind;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Button, card, icon_button, lines, segmented, toggle_chip};
use crate::prose::names;
use crate::room::{MAX_MEMBERS, MAX_NAME};
use crate::sim::scenario::Guide;
use crate::sim::units::Role;
use crate::words::{Lang, tr};
use bevy_egui::egui::{self, Align, ComboBox, Layout, TextEdit, Ui};

/// Draws the teams, and the ways to more of them.
pub(super) fn teams_card(guide: &Guide, form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let mut wanted = None;
    let count = form.teams.len();
    let colours = form.team_colours();
    for (index, team) in form.teams.iter_mut().enumerate() {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(change) = team_rows(guide, team, (index, colours[index]), count > 1, lang, ui) {
                wanted = Some((index, change));
            }
        });
        ui.add_space(2.0);
    }
    match wanted {
        Some((index, TeamChange::Remove)) => drop(form.teams.remove(index)),
        Some((index, TeamChange::People)) => form.let_people(index, lang),
        Some((index, TeamChange::Colour)) => form.teams[index].colour = Some(colours::next_free(&colours, index)),
        None => {}
    }
    if form.teams.len() < MOST_TEAMS {
        ui.horizontal(|ui| {
            if ui.add(Button::ghost(tr(lang, "setup-add-people")).icon(icons::USER_PLUS).low()).clicked() {
                let name = form.free_name(lang);
                form.teams.push(TeamForm { name, seats: [Occupant::Person; Role::COUNT], bot: BotKind::Balanced, people: Vec::new(), colour: None });
            }
            if ui.add(Button::ghost(tr(lang, "setup-add-bots")).icon(icons::ROBOT).low()).clicked() {
                let used = |bot: &BotKind| form.teams.iter().any(|t| t.seats == [Occupant::Bot; Role::COUNT] && t.bot == *bot);
                let bot = BotKind::ALL.into_iter().find(|bot| !used(bot)).unwrap_or(BotKind::Balanced);
                let mut team = bot_team(lang, bot);
                if form.teams.iter().any(|t| t.name == team.name) {
                    team.name = form.free_name(lang);
                }
                form.teams.push(team);
            }
        });
    }
}

/// The way to people in place of the computer.
fn let_people(lang: Lang, ui: &mut Ui) -> bool {
    ui.add(Button::quiet(tr(lang, "setup-let-people")).icon(icons::USER_PLUS).low()).clicked()
}

/// What is to become of a team.
#[derive(Clone, Copy)]
enum TeamChange {
    Remove,
    /// People play it from now on.
    People,
    /// It takes the next colour that no other team has.
    Colour,
}

/// One team; returns what is to become of it.
fn team_rows(guide: &Guide, team: &mut TeamForm, (index, colour): (usize, usize), removable: bool, lang: Lang, ui: &mut Ui) -> Option<TeamChange> {
    let p = theme::palette(ui);
    let mut change = None;
    let all_bots = team.seats == [Occupant::Bot; Role::COUNT];
    let (mut opens, narrow) = (false, is_narrow(ui, 660.0));
    ui.horizontal(|ui| {
        let icon = if all_bots { icons::ROBOT } else { icons::USERS_THREE };
        if colours::disc(ui, icon, colour, &team.name, lang) {
            change = Some(TeamChange::Colour);
        }
        let width = (ui.available_width() - 190.0 - 2.0 * theme::TARGET).clamp(90.0, 200.0);
        let edit = TextEdit::singleline(&mut team.name).desired_width(width).char_limit(MAX_NAME).margin(egui::Margin::symmetric(10, 9));
        ui.add(edit).widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, tr(lang, "setup-team-name")));
        if all_bots {
            let before = bot_name(lang, team.bot);
            ComboBox::from_id_salt(("bot", index)).selected_text(before.clone()).width(180.0).height(320.0).show_in_sight(ui, |ui| {
                for bot in BotKind::ALL {
                    let about = tr(lang, &format!("bot-{}-about", bot.id()));
                    ui.selectable_value(&mut team.bot, bot, bot_name(lang, bot)).on_hover_text(about);
                }
            });
            if team.name == before {
                team.name = bot_name(lang, team.bot);
            }
        } else {
            people_count(guide, team, index, lang, ui);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if removable && icon_button(ui, icons::X, tr(lang, "setup-remove-team")).clicked() {
                change = Some(TeamChange::Remove);
            }
            opens = all_bots && !narrow && let_people(lang, ui);
        });
    });
    if all_bots {
        opens |= narrow && let_people(lang, ui);
        if opens {
            change = Some(TeamChange::People);
        }
        let about = tr(lang, &format!("bot-{}-about", team.bot.id()));
        lines(ui, Type::Small, &about, p.muted);
        return change;
    }
    if !team.people.is_empty() {
        people_rows(guide, team, lang, ui);
        lines(ui, Type::Small, &tr(lang, "setup-people-hint"), p.muted);
        return change;
    }
    // as many in a row as there is room for
    let choices = [(Occupant::Person, tr(lang, "setup-seat-person")), (Occupant::Bot, tr(lang, "setup-seat-bot"))];
    let text = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Type::Strong), p.ink).size().x;
    let each: f32 = choices.iter().map(|(_, name)| text(name) + 24.0).sum::<f32>() + 12.0;
    let row = ((ui.available_width() + 12.0) / each).floor().max(1.0) as usize;
    for roles in guide.roles().chunks(row) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            for &role in roles {
                ui.vertical(|ui| {
                    ui.set_max_width(each);
                    ui.label(theme::text(ui, Type::Small, tr(lang, names::role(role))).color(p.muted));
                    ui.push_id((index, role.index()), |ui| segmented(ui, &mut team.seats[role.index()], &choices));
                });
            }
        });
    }
    for role in Role::ALL {
        team.seats[role.index()] = team.seats[guide.acting(role).index()];
    }
    change
}

/// How many people the team has: as many as seats, or named ones who share the roles out.
fn people_count(guide: &Guide, team: &mut TeamForm, index: usize, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(theme::text(ui, Type::Small, tr(lang, "setup-people")).color(p.muted));
        let mut count = team.people.len();
        let plain = tr(lang, "setup-people-plain");
        let shown = if count == 0 { plain.clone().into_owned() } else { count.to_string() };
        ComboBox::from_id_salt(("people", index)).width(120.0).selected_text(shown).show_in_sight(ui, |ui| {
            ui.selectable_value(&mut count, 0, plain);
            for number in 1..=MAX_MEMBERS {
                ui.selectable_value(&mut count, number, number.to_string());
            }
        });
        if count != team.people.len() {
            share_out(guide, team, count, lang);
        }
    });
}

/// A row for each of them: a name, and the roles as chips.
fn people_rows(guide: &Guide, team: &mut TeamForm, lang: Lang, ui: &mut Ui) {
    for (place, person) in team.people.iter_mut().enumerate() {
        ui.push_id(("person", place), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let edit = TextEdit::singleline(&mut person.name).desired_width(130.0).char_limit(MAX_NAME).margin(egui::Margin::symmetric(10, 7));
                ui.add(edit).widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, tr(lang, "setup-person-name")));
                for &role in guide.roles() {
                    let name = tr(lang, names::role_short(role));
                    toggle_chip(ui, &mut person.roles[role.index()], &name);
                }
            });
        });
    }
    seat_people(guide, team);
}
