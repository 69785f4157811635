//! Set-up: which case, which board, which market, which teams, and who plays each role.

mod cases;
mod colours;
mod form;
mod layout;
mod shots;
mod table;
mod teams;

use crate::game::app::case::CaseText;
use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Button, Tone, card, chip, icon_button, lines, segmented, well};
use crate::room::Setup;
use crate::sim::scenario::Guide;
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::units::Role;
use crate::words::{Lang, tr, tr_with};
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align, ComboBox, Key, Layout, Modifiers, Rect, RichText, ScrollArea, TextEdit, Ui, UiBuilder, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use cases::{CASES, Case};
use form::months_of;
pub use form::{Number, Occupant, PersonForm, SetupForm, StartGame, TeamForm, next_seed};
use layout::{beside, is_narrow};
pub(in crate::game) use shots::SHOTS;

/// What the player chose.
#[derive(Clone, Debug, PartialEq)]
pub enum SetupChoice {
    /// Play this.
    Start(Setup),
    /// Another of the cases that come with the game, by its place.
    Case(usize),
    /// To the first screen.
    Back,
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_message::<StartGame>().insert_resource(SetupForm::new(Lang::En)).insert_resource(Case(None));
    app.add_systems(OnEnter(Screen::Setup), |text: Res<CaseText>, mut case: ResMut<Case>, mut form: ResMut<SetupForm>, settings: Res<Settings>| {
        case.0 = crate::scenario::read("", text.0.as_bytes()).ok().map(|scenario| scenario.guide);
        if form.lang != settings.lang {
            *form = SetupForm::new(settings.lang);
        }
    });
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(in_state(Screen::Setup)));
}

/// The chosen case: its card, and the text that a game starts from.
#[derive(SystemParam)]
struct Chosen<'w> {
    case: ResMut<'w, Case>,
    text: ResMut<'w, CaseText>,
}

fn draw(
    mut contexts: EguiContexts,
    settings: Res<Settings>,
    mut chosen: Chosen,
    mut form: ResMut<SetupForm>,
    menu: Res<State<Menu>>,
    mut screen: ResMut<NextState<Screen>>,
    mut starts: MessageWriter<StartGame>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let Some(guide) = chosen.case.0.clone() else {
        screen.set(Screen::Title);
        return Ok(());
    };
    let mut ui = root_ui(context, "setup");
    let open = *menu.get() == Menu::None;
    match setup_panel(&guide, form.bypass_change_detection(), settings.lang, settings.fictional_names, open, &mut ui) {
        None => {}
        Some(SetupChoice::Back) => screen.set(Screen::Title),
        Some(SetupChoice::Case(place)) => {
            if let (Some((_, words)), Some(guide)) = (crate::scenario::embedded().get(place), CASES.get(place)) {
                chosen.text.0 = (*words).into();
                chosen.case.0 = Some(guide.clone());
            }
        }
        Some(SetupChoice::Start(setup)) => {
            // a code that is none has been refused already
            if let Some(table) = form.table() {
                starts.write(StartGame(setup, table));
                form.forget_code();
            }
        }
    }
    Ok(())
}

/// Draws the set-up; returns what was chosen. `takes_keys`: nothing lies over it.
pub fn setup_panel(guide: &Guide, form: &mut SetupForm, lang: Lang, fictional: bool, takes_keys: bool, ui: &mut Ui) -> Option<SetupChoice> {
    let window = ui.max_rect();
    let scale = theme::scale(ui.style()).max(0.9);
    let inner = window.shrink2(vec2(40.0, 28.0));
    let head = inner.with_max_y(inner.top() + 52.0 * scale);
    let foot = inner.with_min_y(inner.bottom() - 56.0 * scale);
    let body = Rect::from_min_max(pos2(inner.left(), head.bottom() + 8.0), pos2(inner.right(), foot.top() - 8.0));
    let left = body.with_max_x(body.left() + body.width() * 0.36);
    let right = body.with_min_x(left.right() + 20.0);
    let mut choice = None;

    let mut top = ui.new_child(UiBuilder::new().max_rect(head).layout(Layout::left_to_right(Align::Center)));
    if icon_button(&mut top, icons::ARROW_LEFT, tr(lang, "back")).clicked() {
        choice = Some(SetupChoice::Back);
    }
    top.add_space(8.0);
    top.label(theme::text(&top, Type::Title, tr(lang, "setup-title")));

    let mut side = ui.new_child(UiBuilder::new().id_salt("case").max_rect(left).layout(Layout::top_down(Align::Min)));
    if let Some(place) = case_card(guide, form, lang, &mut side, left) {
        choice = Some(SetupChoice::Case(place));
    }
    let mut main = ui.new_child(UiBuilder::new().id_salt("form").max_rect(right).layout(Layout::top_down(Align::Min)));
    ScrollArea::vertical().id_salt("teams").auto_shrink([false, false]).show(&mut main, |ui| {
        board_card(guide, form, lang, ui);
        ui.add_space(4.0);
        teams::teams_card(guide, form, lang, ui);
        ui.add_space(4.0);
        table::table_card(form, lang, ui);
    });

    let ready = form.setup(guide, fictional);
    let mut low = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(Layout::right_to_left(Align::Center)));
    let button = low.add_enabled(ready.is_ok(), Button::primary(tr(lang, "setup-start")).icon(icons::PLAY).key("Ctrl+Enter"));
    let pressed = takes_keys && low.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    match ready {
        Ok(setup) if button.clicked() || pressed => choice = Some(SetupChoice::Start(setup)),
        Ok(_) => {
            let p = theme::palette(&low);
            low.label(theme::text(&low, Type::Small, tr(lang, "setup-ready")).color(p.muted));
        }
        Err(key) => {
            let p = theme::palette(&low);
            low.label(theme::text(&low, Type::Strong, format!("{} {}", icons::WARNING, tr(lang, key))).color(p.warn));
        }
    }
    if takes_keys && ui.memory(|m| m.focused().is_none()) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        choice = Some(SetupChoice::Back);
    }
    choice
}

fn say(text: &crate::sim::scenario::Text, lang: Lang) -> &str {
    match lang {
        Lang::En => &text.en,
        Lang::Zh => &text.zh,
    }
}

/// The size at which a case's title fits its box: a list widens with what is chosen and would run over what stands beside it.
fn title_size(ui: &Ui, title: &str, width: f32) -> Type {
    let room = width - 2.0 * ui.spacing().button_padding.x - 36.0;
    let needed = ui.painter().layout_no_wrap(title.to_owned(), theme::font(ui, Type::Title), egui::Color32::PLACEHOLDER).size().x;
    if needed <= room { Type::Title } else { Type::Brand }
}

/// What the case is about, and what it teaches.
///
/// Returns another case, if it was chosen.
fn case_card(guide: &Guide, form: &mut SetupForm, lang: Lang, ui: &mut Ui, rect: Rect) -> Option<usize> {
    let p = theme::palette(ui);
    let mut chosen = None;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(rect.height() - 28.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        ScrollArea::vertical().id_salt("case-text").auto_shrink([false, false]).show(ui, |ui| {
            // the bar to scroll by stands beside the text
            ui.set_max_width(ui.available_width() - 8.0);
            let width = ui.available_width();
            let title = theme::text(ui, title_size(ui, say(&guide.title, lang), width), say(&guide.title, lang));
            let choice = ComboBox::from_id_salt("cases").selected_text(title).width(width).height(320.0).show_in_sight(ui, |ui| {
                for (place, other) in CASES.iter().enumerate() {
                    let response = ui.selectable_label(other.id == guide.id, theme::text(ui, Type::Strong, say(&other.title, lang)));
                    if response.clicked() && other.id != guide.id {
                        chosen = Some(place);
                    }
                }
            });
            let label = format!("{}: {}", tr(lang, "setup-case"), say(&guide.title, lang));
            choice.response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, &label));
            ui.horizontal_wrapped(|ui| {
                let (year, month) = guide.calendar(crate::sim::units::Round(1));
                chip(ui, Tone::Due, &crate::words::month(lang, i32::from(year), u32::from(month)));
                let rounds = form.rounds(guide).unwrap_or(guide.rounds);
                let count = chip(ui, Tone::Plain, &tr_with(lang, "setup-rounds", &[("rounds", u32::from(rounds).into())]));
                if months_of(guide).len() < 2 {
                    count.on_hover_text(tr_with(lang, "setup-months-all", &[("months", u32::from(guide.rounds).into())]));
                }
            });
            months_choice(guide, form, lang, ui);
            lines(ui, Type::Body, say(&guide.summary, lang), p.ink);
            ui.add_space(6.0);
            well(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(theme::text(ui, Type::Caption, tr(lang, "setup-lesson")).color(p.accent));
                lines(ui, Type::Body, say(&guide.lesson, lang), p.ink);
            });
            ui.add_space(6.0);
            ui.spacing_mut().interact_size.y = 22.0;
            for &role in guide.roles() {
                let (icon, key) = about_role(role);
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(icon.to_string()).color(p.accent).size(18.0));
                    ui.label(theme::text(ui, Type::Small, tr(lang, key)).color(p.muted));
                });
            }
        });
    });
    chosen
}

/// What a role does, in one sentence.
const fn about_role(role: Role) -> (char, &'static str) {
    match role {
        Role::Developer => (icons::MAGNIFYING_GLASS, "setup-role-developer"),
        Role::AccountManager => (icons::HANDSHAKE, "setup-role-manager"),
        Role::Service => (icons::HEADSET, "setup-role-service"),
        Role::Cultivator => (icons::HEART, "setup-role-cultivator"),
        Role::ProductSpecialist => (icons::PENCIL_SIMPLE, "setup-role-specialist"),
    }
}

fn board_card(guide: &Guide, form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        beside(ui, 680.0, |ui| {
            ui.vertical(|ui| {
                number_choice(guide, form, lang, ui);
            });
            ui.add_space(if is_narrow(ui, 680.0) { 8.0 } else { 24.0 });
            ui.vertical(|ui| {
                beside(ui, 340.0, |ui| {
                    ui.vertical(|ui| {
                        ui.label(theme::text(ui, Type::Caption, tr(lang, "setup-market")).color(p.muted));
                        let (mirror, shared) = (tr(lang, "setup-mirror"), tr(lang, "setup-shared"));
                        segmented(ui, &mut form.market, &[(MarketKind::Mirror, mirror.as_ref()), (MarketKind::Shared, shared.as_ref())]);
                    });
                    ui.add_space(if is_narrow(ui, 340.0) { 8.0 } else { 24.0 });
                    ui.vertical(|ui| gifts_choice(form, lang, ui));
                });
                let hint = match (form.compliance, form.market) {
                    (Compliance::Hide, _) => "setup-gifts-hide-hint",
                    (Compliance::Forbid, _) => "setup-gifts-forbid-hint",
                    (_, MarketKind::Mirror) => "setup-mirror-hint",
                    (_, MarketKind::Shared) => "setup-shared-hint",
                };
                lines(ui, Type::Small, &tr(lang, hint), p.muted);
            });
        });
    });
}

/// The number of the game: the case's own, or one to write or to draw.
fn number_choice(guide: &Guide, form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Caption, tr(lang, "setup-seed")).color(p.muted));
    let own = tr_with(lang, "setup-own-seed", &[("number", guide.luck.to_string().into())]);
    let written = tr(lang, "setup-written-seed");
    let before = form.number;
    ui.horizontal(|ui| {
        segmented(ui, &mut form.number, &[(Number::OfCase, own.as_ref()), (Number::Written, written.as_ref())]);
    });
    if before == Number::OfCase && form.number == Number::Written && form.seed.is_empty() {
        form.seed = guide.luck.to_string();
    }
    if form.number == Number::OfCase {
        lines(ui, Type::Small, &tr(lang, "setup-seed-hint"), p.muted);
        return;
    }
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut form.seed).desired_width(110.0).char_limit(12).margin(egui::Margin::symmetric(10, 9));
        ui.add(edit).widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, tr(lang, "setup-seed")));
        if icon_button(ui, icons::ARROW_CLOCKWISE, tr(lang, "setup-other-seed")).clicked() {
            form.draw_number(guide);
        }
    });
}

/// How many months are played: all of the case, or fewer for a short lesson.
fn months_choice(guide: &Guide, form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let months = months_of(guide);
    // a case whose story needs all of them says so at their number
    if months.len() < 2 {
        return;
    }
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Caption, tr(lang, "setup-months")).color(p.muted));
    let mut chosen = form.months.filter(|chosen| months.contains(chosen)).unwrap_or(guide.rounds);
    let named: Vec<(u16, String)> = months.iter().map(|&number| (number, number.to_string())).collect();
    let choices: Vec<(u16, &str)> = named.iter().map(|(number, text)| (*number, text.as_str())).collect();
    if ui.horizontal(|ui| segmented(ui, &mut chosen, &choices)).inner {
        form.months = Some(chosen).filter(|chosen| *chosen < guide.rounds);
    }
    if chosen < guide.rounds {
        lines(ui, Type::Small, &tr(lang, "setup-months-hint"), p.muted);
    }
}

/// The compliance switch: what the game does with gifts.
fn gifts_choice(form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    let caption = ui.label(theme::text(ui, Type::Caption, tr(lang, "setup-gifts")).color(p.muted));
    caption.on_hover_text(tr(lang, "setup-gifts-show-hint"));
    let (show, hide, forbid) = (tr(lang, "setup-gifts-show"), tr(lang, "setup-gifts-hide"), tr(lang, "setup-gifts-forbid"));
    let choices = [(Compliance::Show, show.as_ref()), (Compliance::Hide, hide.as_ref()), (Compliance::Forbid, forbid.as_ref())];
    segmented(ui, &mut form.compliance, &choices);
}
