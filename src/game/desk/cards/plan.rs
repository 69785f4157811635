//! The plan: a row for each role with its hours, its cards and its decisions, and the ways to fill it.

use crate::game::app::shown::Shown;
use crate::game::desk::cards::icon;
use crate::game::desk::state::{Desk, Draft, Request};
use crate::game::theme::{self, CARD_RADIUS, Role as Type, icons, mix};
use crate::game::widgets::{self, ClickCard, Tone, along, area, chip, link, paint_bar, role_colour, scaled, sides, tool};
use crate::prose::{Prose, cards, names};
use crate::sim::cards::CardId;
use crate::sim::planning::command::Command;
use crate::sim::terms::Opening;
use crate::sim::units::{Role, Round};
use crate::sim::view::PlanCardView;
use bevy_egui::egui::scroll_area::ScrollBarVisibility;
use bevy_egui::egui::text::{LayoutJob, TextWrapping};
use bevy_egui::egui::{
    Align, Align2, Color32, Id, InnerResponse, Key, Label, Layout, Margin, Mesh, Modifiers, Popup, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

/// Where the plan's pieces stand.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The whole of it.
    pub rect: Rect,
    /// The height of a role's row.
    pub row: f32,
    /// The width of names and hours, as wide as the agenda above.
    pub left: f32,
}

/// Points between the columns.
const GAP: f32 = 12.0;

/// Draws the plan.
pub fn plan(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, place: Place) {
    let p = theme::palette(ui);
    let rect = place.rect;
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, p.line));
    let roles = prose.view.guide.roles();
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let rows = place.row * roles.len() as f32;
    let head = Rect::from_min_max(pos2(inner.left(), rect.top() + 4.0), pos2(inner.right(), rect.bottom() - 8.0 - rows));
    area(ui, head, "plan-head", |ui| heading(prose, shown, desk, ui, head.height()));
    let counts = roles.iter().map(|&role| count(prose, role));
    let right = counts.map(|text| wide(ui, &text)).fold(0.0, f32::max);
    for (index, &role) in roles.iter().enumerate() {
        let top = head.bottom() + place.row * index as f32;
        let row = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), place.row));
        if index > 0 {
            ui.painter().hline(row.x_range(), top, Stroke::new(1.0, mix(p.surface, p.line, 0.55)));
        }
        let hours = row.with_max_x(row.left() + place.left);
        let decisions = row.with_min_x(row.right() - right);
        let middle = Rect::from_min_max(pos2(hours.right() + GAP, row.top()), pos2(decisions.left() - GAP, row.bottom()));
        ui.push_id(("plan", role.index()), |ui| {
            hours_of(prose, shown, ui, role, hours);
            area(ui, middle, "cards", |ui| cards_of(prose, shown, desk, ui, role, middle));
            decisions_of(prose, ui, role, decisions);
        });
    }
}

fn wide(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Type::Small), theme::palette(ui).ink).size().x + 2.0
}

fn heading(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, height: f32) {
    let submitted = shown.is_submitted();
    let checks = desk.checks.of(prose, shown.stamp);
    let mut opens = false;
    sides(
        ui,
        height,
        |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let title = prose.say_with("plan-title", &[("month", prose.month_name(prose.view.round).into())]);
            widgets::heading(ui, &title);
            ui.add_space(10.0);
            if submitted {
                chip(ui, Tone::Good, &prose.say("plan-submitted"));
            } else {
                tools(prose, shown, desk, ui);
            }
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            opens |= !submitted && link(ui, &format!("{} {}", icons::PLUS, prose.say("plan-add"))).on_hover_text(prose.say("plan-add-hint")).clicked();
            if !prose.view.dropped.is_empty() {
                dropped(prose, ui);
            }
            if !submitted {
                checked(prose, ui, &checks.plan);
            }
        },
    );
    if opens {
        desk.show_office();
    }
}

fn tools(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let each = |desk: &mut Desk, command: &Command| {
        for &role in &shown.roles {
            desk.send(role, command.clone());
        }
    };
    let undo = prose.say(if desk.undo_steps > 0 { "plan-undo" } else { "plan-undo-nothing" });
    ui.add_enabled_ui(desk.undo_steps > 0, |ui| {
        if tool(ui, icons::ARROW_U_UP_LEFT, &undo).on_disabled_hover_text(&undo).clicked() {
            desk.out.push(Request::Undo);
        }
    });
    ui.add_enabled_ui(prose.view.has_last_plan, |ui| {
        if tool(ui, icons::REPEAT, &prose.say("plan-repeat")).clicked() {
            each(desk, &Command::Repeat);
        }
    });
    if tool(ui, icons::SPARKLE, &prose.say("plan-refill")).clicked() {
        each(desk, &Command::Refill);
        // what somebody planned by hand stays, as far as it fits beside the routine
        for own in prose.view.plan.iter().filter(|c| !c.filled_in && shown.roles.contains(&c.role)) {
            desk.send(own.role, Command::Add(own.card.clone()));
        }
    }
    if tool(ui, icons::TRASH, &prose.say("plan-clear")).clicked() {
        each(desk, &Command::Clear);
    }
    opening(prose, shown, desk, ui);
}

/// How the team's months open: with a filled plan or a blank one. A team's own way of working and part of its game, so it
/// stands beside its plan and not among the player's settings.
fn opening(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let (icon, name, other) = match prose.view.opening {
        Opening::Filled => (icons::CALENDAR_CHECK, "plan-opens-filled", Opening::Blank),
        Opening::Blank => (icons::CALENDAR_BLANK, "plan-opens-blank", Opening::Filled),
    };
    if let Some(&role) = shown.roles.first()
        && tool(ui, icon, &prose.say(name)).clicked()
    {
        desk.send(role, Command::Opening(other));
    }
}

/// How many cards of a role are routine, and how many of its decisions are used.
fn counts(prose: &Prose, role: Role) -> [u32; 3] {
    let routine = prose.view.plan.iter().filter(|card| card.role == role && card.filled_in).count() as u32;
    [routine, u32::from(prose.view.staff(role).decisions), u32::from(prose.view.guide.rules.work.max_decisions)]
}

fn count(prose: &Prose, role: Role) -> String {
    let [routine, own, most] = counts(prose, role);
    prose.say_with("plan-count", &[("routine", routine.into()), ("own", own.into()), ("most", most.into())])
}

fn hours(prose: &Prose, role: Role) -> String {
    let staff = prose.view.staff(role);
    let used = crate::words::decimal(staff.planned.to_hours(), 0);
    let total = crate::words::decimal(staff.hours.to_hours(), 0);
    prose.say_with("plan-hours", &[("used", used.into()), ("total", total.into())])
}

fn told(prose: &Prose, role: Role) -> String {
    let [routine, own, most] = counts(prose, role);
    let args =
        [("role", prose.role(role).into()), ("hours", hours(prose, role).into()), ("routine", routine.into()), ("own", own.into()), ("most", most.into())];
    prose.say_with("plan-role-told", &args)
}

/// Name, bar and hours of one role.
fn hours_of(prose: &Prose, shown: &Shown, ui: &Ui, role: Role, rect: Rect) {
    let p = theme::palette(ui);
    let staff = prose.view.staff(role);
    let response = ui.interact(rect, ui.id().with("hours"), Sense::hover());
    let middle = rect.center().y;
    let name = prose.say(names::role_short(role));
    let weight = if shown.roles.contains(&role) { Type::SmallStrong } else { Type::Small };
    ui.painter().circle_filled(pos2(rect.left() + 4.0, middle), 4.0, role_colour(ui, role));
    let font = theme::font(ui, weight);
    ui.painter().text(pos2(rect.left() + 14.0, middle), Align2::LEFT_CENTER, &name, font.clone(), p.ink);
    // the bars of all roles begin below each other
    let width = |role: &Role| ui.painter().layout_no_wrap(prose.say(names::role_short(*role)), font.clone(), p.ink).size().x;
    let widest = prose.view.guide.roles().iter().map(width).fold(0.0, f32::max);
    let amount = hours(prose, role);
    let is_over = staff.planned > staff.hours;
    let share = if staff.hours.0 > 0 { staff.planned.0 as f32 / staff.hours.0 as f32 } else { 0.0 };
    let colour = if is_over {
        p.warn
    } else if share > 0.875 {
        p.gold
    } else {
        p.accent
    };
    let text = if is_over { format!("{} {amount}", icons::WARNING) } else { amount };
    let ink = if is_over { p.warn } else { p.muted };
    let amount = ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, text, theme::font(ui, Type::Small), ink);
    let track = Rect::from_min_max(pos2(rect.left() + 24.0 + widest, middle - 3.0), pos2(amount.left() - 8.0, middle + 3.0));
    // large letters leave no room for a bar; the figures say the same
    if track.width() >= 16.0 {
        paint_bar(ui, track, share, colour);
    }
    let enabled = ui.is_enabled();
    let told = told(prose, role);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, enabled, &told));
    response.on_hover_ui(|ui| about(prose, ui, role));
}

/// How much of a role's plan is routine, and how many decisions are left.
fn decisions_of(prose: &Prose, ui: &Ui, role: Role, rect: Rect) {
    let p = theme::palette(ui);
    let [_, own, most] = counts(prose, role);
    let response = ui.interact(rect, ui.id().with("decisions"), Sense::hover());
    let ink = if own >= most { p.gold } else { p.muted };
    let text = count(prose, role);
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &text, theme::font(ui, Type::Small), ink);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, &text));
    response.on_hover_ui(|ui| about(prose, ui, role));
}

fn about(prose: &Prose, ui: &mut Ui, role: Role) {
    let p = theme::palette(ui);
    let staff = prose.view.staff(role);
    let most = prose.view.guide.rules.work.max_decisions;
    ui.label(theme::text(ui, Type::Strong, prose.text(&staff.name)));
    ui.label(theme::text(ui, Type::Small, told(prose, role)));
    ui.label(theme::text(ui, Type::Small, prose.say_with("plan-count-hint", &[("most", most.into())])).color(p.muted));
    if staff.reduced > 0 {
        let text = prose.say_with("plan-reduced", &[("months", staff.reduced.into())]);
        ui.label(theme::text(ui, Type::Small, text).color(p.warn));
    }
}

/// A role's cards, from its first at the start of each month; where there is no room for all, two arrows lead to the rest.
fn cards_of(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, role: Role, rect: Rect) {
    let mut list: Vec<&PlanCardView> = prose.view.plan.iter().filter(|card| card.role == role).collect();
    list.sort_by_key(|card| card.id);
    if list.is_empty() {
        along(ui, rect.height(), |ui| widgets::line(ui, Type::Small, &prose.say("plan-row-empty"), theme::palette(ui).muted));
        return;
    }
    let added = just_added(prose, ui, role, &list);
    // another one each month, so that each month starts at its beginning
    let id = Id::new(("plan row", prose.view.seat.team.0, prose.view.round.0, role.index()));
    let arrows = if ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false) { 2.0 * scaled(ui, ARROW) } else { 0.0 };
    let window = rect.with_max_x(rect.right() - arrows);
    let mut inner = ui.new_child(bevy_egui::egui::UiBuilder::new().max_rect(window));
    inner.style_mut().always_scroll_the_only_direction = true;
    let height = window.height();
    let area = ScrollArea::horizontal().id_salt(id).auto_shrink([false, false]).scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    let mut shown_area = area.show(&mut inner, |ui| {
        ui.allocate_ui_with_layout(vec2(0.0, height), Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for card in list {
                let drawn = ui.push_id(card.id.0, |ui| plan_card(prose, shown, desk, ui, card, height - 4.0)).inner;
                // what has just been planned is seen, wherever it stands
                if added == Some(card.id) {
                    ui.scroll_to_rect(drawn.rect, None);
                }
            }
        });
    });
    let seen = shown_area.inner_rect;
    let at = shown_area.state.offset.x;
    if at > 1.0 {
        shade(ui, seen.with_max_x(seen.left() + scaled(ui, SHADE)), seen.left());
    }
    if shown_area.content_size.x - seen.width() - at > 1.0 {
        shade(ui, seen.with_min_x(seen.right() - scaled(ui, SHADE)), seen.right());
    }
    let beyond = shown_area.content_size.x - rect.width();
    ui.data_mut(|data| data.insert_temp(id, beyond > 1.0));
    if arrows > 0.0 {
        let width = shown_area.inner_rect.width();
        let end = (shown_area.content_size.x - width).max(0.0);
        let at = shown_area.state.offset.x;
        let mut to = at;
        let each = Rect::from_min_size(pos2(window.right(), rect.top()), vec2(arrows / 2.0, rect.height()));
        let name = |key: &str| prose.say_with(key, &[("role", prose.role(role).into())]);
        if arrow(ui, each, icons::CARET_LEFT, &name("plan-back"), at > 1.0) {
            to = (at - 0.8 * width).max(0.0);
        }
        if arrow(ui, each.translate(vec2(each.width(), 0.0)), icons::CARET_RIGHT, &name("plan-on"), at < end - 1.0) {
            to = (at + 0.8 * width).min(end);
        }
        if (to - at).abs() > 0.5 {
            shown_area.state.offset.x = to;
            shown_area.state.store(ui.ctx(), shown_area.id);
            ui.ctx().request_repaint();
        }
    }
}

/// Points over which a shadow lies on the cards of a long row where they go on out of sight.
const SHADE: f32 = 12.0;

/// Lays a shadow over `rect`, darkest at its edge at `x`: what is there goes on beneath the edge, and is not cut.
fn shade(ui: &Ui, rect: Rect, x: f32) {
    let mut mesh = Mesh::default();
    for corner in [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()] {
        mesh.colored_vertex(corner, Color32::from_black_alpha(if corner.x == x { 36 } else { 0 }));
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(mesh);
}

/// Points of an arrow at the end of a row of cards.
const ARROW: f32 = 20.0;

fn arrow(ui: &Ui, rect: Rect, icon: char, name: &str, leads_on: bool) -> bool {
    let p = theme::palette(ui);
    let response = ui.interact(rect, ui.id().with(icon), Sense::click());
    let enabled = ui.is_enabled() && leads_on;
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, name));
    let ink = match (leads_on, response.hovered()) {
        (false, _) => p.line,
        (true, true) => p.accent,
        (true, false) => p.muted,
    };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, theme::bold(scaled(ui, 14.0)), ink);
    if response.has_focus() {
        widgets::focus_ring(ui, rect.shrink(4.0), 4);
    }
    // at the end of the row it keeps the keyboard, and does nothing
    response.on_hover_text(name).clicked() && leads_on
}

/// The one card that was put into a role's plan since the last frame.
fn just_added(prose: &Prose, ui: &Ui, role: Role, list: &[&PlanCardView]) -> Option<CardId> {
    let newest = list.iter().map(|card| card.id).max();
    let now = (prose.view.round, newest);
    let key = Id::new(("newest card", prose.view.seat.team.0, role.index()));
    let before: Option<(Round, Option<CardId>)> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, now));
    let (_, known) = before.filter(|(round, _)| *round == prose.view.round)?;
    // a plan filled at once, or a new month, scrolls nowhere
    newest.filter(|_| list.iter().filter(|card| known.is_none_or(|known| card.id > known)).count() == 1)
}

/// A card of the plan on one line: what it is, what it takes, and the way to take it out.
fn plan_card(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, card: &PlanCardView, height: f32) -> Response {
    let p = theme::palette(ui);
    let can_change = shown.roles.contains(&card.role) && !shown.is_submitted();
    let text = cards::planned(prose, &card.card);
    let checks = desk.checks.of(prose, shown.stamp);
    let warnings = checks.card(card.id);
    let is_open = desk.draft.as_ref().is_some_and(|draft| draft.changes == Some(card.id));
    let mut frame = ClickCard::new(&text).margin(Margin { left: 8, right: if can_change { 3 } else { 8 }, top: 0, bottom: 0 });
    if is_open {
        frame = frame.chosen(p.accent);
    }
    let InnerResponse { inner: removes, response } = frame.show(ui, |ui| {
        ui.set_height(height);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.label(theme::text(ui, Type::Small, icon::icon(&card.card.action)).color(role_colour(ui, card.role)));
            let wrap = TextWrapping { max_width: scaled(ui, 180.0), max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
            let job = LayoutJob { wrap, ..LayoutJob::simple_singleline(text.clone(), theme::font(ui, Type::SmallStrong), p.ink) };
            let galley = ui.painter().layout_job(job);
            ui.add(Label::new(galley));
            ui.label(theme::text(ui, Type::Small, prose.hours(card.minutes)).color(p.accent));
            if let Some(cost) = cards::money(prose, &card.card, card.cost) {
                ui.label(theme::text(ui, Type::Small, cost).color(p.muted));
            }
            if !warnings.is_empty() {
                ui.label(theme::text(ui, Type::SmallStrong, icons::WARNING).color(p.warn));
            }
            if card.filled_in {
                let sign = ui.label(theme::text(ui, Type::Small, icons::REPEAT).color(mix(p.muted, p.surface, 0.25)));
                sign.on_hover_text(prose.say("plan-filled-in"));
            }
            can_change && remove_button(prose, ui, &text, height)
        })
        .inner
    });
    let response = response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, &text));
        let key = if card.filled_in { "plan-filled-in" } else { "plan-own" };
        ui.label(theme::text(ui, Type::Small, prose.say(key)).color(p.muted));
        for warning in warnings {
            ui.label(theme::text(ui, Type::Small, warning).color(p.warn));
        }
    });
    let deletes = can_change && response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
    if removes || deletes {
        desk.send(card.role, Command::Remove(card.id));
        if is_open {
            desk.draft = None;
        }
    } else if response.clicked() {
        if can_change && card.card.action.setting().any {
            desk.set_up(Draft { role: card.role, card: card.card.clone(), changes: Some(card.id) });
        } else if let [one] = card.card.action.customers().as_slice() {
            desk.open(*one, None);
        }
    }
    response
}

fn remove_button(prose: &Prose, ui: &mut Ui, text: &str, height: f32) -> bool {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(scaled(ui, 17.0), height), Sense::click());
    let enabled = ui.is_enabled();
    let name = prose.say_with("plan-remove", &[("card", text.into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &name));
    let ink = if response.hovered() { p.warn } else { mix(p.muted, p.surface, 0.35) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::X, theme::bold(scaled(ui, 11.0)), ink);
    if response.has_focus() {
        widgets::focus_ring(ui, rect.shrink2(vec2(1.0, 5.0)), CARD_RADIUS / 2);
    }
    response.on_hover_text(name).clicked()
}

/// What the plan cannot keep: how much, and what on a click.
fn checked(prose: &Prose, ui: &mut Ui, warnings: &[String]) {
    if warnings.is_empty() {
        return;
    }
    let p = theme::palette(ui);
    let text = prose.say_with("check-count", &[("count", warnings.len().into())]);
    let button = link(ui, &format!("{} {text}", icons::WARNING)).on_hover_text(warnings.join("\n"));
    Popup::menu(&button).show(|ui| {
        ui.set_max_width(scaled(ui, 400.0));
        for warning in warnings {
            ui.label(theme::text(ui, Type::Small, warning).color(p.ink));
        }
    });
}

/// Standing orders for which no hours were left: how many, and which on a click.
fn dropped(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    let text = prose.say_with("plan-dropped", &[("count", prose.view.dropped.len().into())]);
    let button = link(ui, &format!("{} {text}", icons::WARNING)).on_hover_text(prose.say("plan-dropped-why"));
    Popup::menu(&button).show(|ui| {
        ui.set_max_width(scaled(ui, 360.0));
        ui.label(theme::text(ui, Type::Strong, prose.say("plan-dropped-why")));
        ScrollArea::vertical().max_height(scaled(ui, 260.0)).show(ui, |ui| {
            for (role, card) in &prose.view.dropped {
                let text = format!("{}  {}", prose.say(names::role_short(*role)), cards::planned(prose, card));
                ui.label(theme::text(ui, Type::Small, text).color(p.muted));
            }
        });
    });
}
