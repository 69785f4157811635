//! The bar at the top: which month it is, what there is to spend, and handing the plan in.

use super::bits::{area, line};
use super::cx::Cx;
use super::state::{Desk, Intent, Shown};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Button, icon_button, pips, stars};
use crate::sim::units::Fen;
use crate::words::Lang;
use bevy_egui::egui::{Align, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

/// Draws the bar over `rect`.
pub fn top_bar(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
    area(ui, rect.shrink2(vec2(16.0, 0.0)), "top-bar", |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            right(cx, shown, desk, ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| left(cx, ui));
        });
    });
}

fn left(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let (first, second) = match cx.lang {
        Lang::En => ("game-name", "game-name-other"),
        Lang::Zh => ("game-name-other", "game-name"),
    };
    ui.label(theme::text(ui, Type::Brand, cx.say(first)).color(p.accent));
    ui.label(theme::text(ui, Type::Body, cx.say(second)).color(p.muted));
    ui.add_space(10.0);
    ui.label(theme::text(ui, Type::Heading, cx.month(cx.view.round)));
    ui.add_space(6.0);
    pips(ui, cx.lang, u32::from(cx.view.round.0), u32::from(cx.view.rounds));
    if ui.available_width() > 90.0 {
        let args = [("round", cx.view.round.0.into()), ("of", cx.view.rounds.into())];
        line(ui, Type::Small, &cx.say_with("round-of", &args), p.muted);
    }
    if ui.available_width() > 110.0 && cx.view.teams.len() > 1 {
        ui.add_space(6.0);
        line(ui, Type::SmallStrong, &cx.view.team_name, p.muted);
    }
}

fn right(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let submitted = is_submitted(shown);
    let key = if submitted { "desk-withdraw" } else { "desk-submit" };
    let button = if submitted { Button::ghost(cx.say(key)).icon(icons::ARROW_U_UP_LEFT).low() } else { Button::primary(cx.say(key)).icon(icons::CHECK).low() };
    let response = ui.add(button).on_hover_text(cx.say(if submitted { "desk-withdraw-hint" } else { "desk-submit-hint" }));
    if response.clicked() {
        desk.out.push(if submitted { Intent::Withdraw } else { Intent::Submit });
    }
    ui.spacing_mut().item_spacing.x = 0.0;
    if icon_button(ui, icons::LIST_BULLETS, cx.say("desk-menu")).clicked() {
        desk.out.push(Intent::OpenMenu);
    }
    if icon_button(ui, icons::QUESTION, cx.say("desk-help")).clicked() {
        desk.dialog = Some(super::state::Dialog::Help);
    }
    if language_switch(cx, ui).clicked() {
        desk.out.push(Intent::SwitchLanguage);
    }
    ui.add_space(12.0);
    reputation(cx, ui);
    ui.add_space(16.0);
    cash(cx, ui);
}

/// All roles of this desk have handed their plan in.
#[must_use]
pub fn is_submitted(shown: &Shown) -> bool {
    !shown.roles.is_empty() && shown.roles.iter().all(|&role| shown.view.staff(role).submitted)
}

fn language_switch(cx: &Cx, ui: &mut Ui) -> Response {
    let p = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(cx.say("language-switch"), theme::font(ui, Type::SmallStrong), p.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 24.0, theme::TARGET), Sense::click());
    let enabled = ui.is_enabled();
    let name = cx.say("language-switch-hint");
    response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Button, enabled, &name));
    let chip = Rect::from_center_size(rect.center(), galley.size() + vec2(18.0, 8.0));
    let radius = CornerRadius::same((chip.height() / 2.0) as u8);
    let edge = if response.hovered() { p.accent } else { p.sunk };
    ui.painter().rect(chip, radius, p.sunk, Stroke::new(1.0, edge), StrokeKind::Inside);
    ui.painter().galley(chip.min + vec2(9.0, 4.0), galley, p.muted);
    if response.has_focus() {
        crate::game::widgets::focus_ring(ui, chip, 12);
    }
    response.on_hover_text(name)
}

fn reputation(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    // From -1 to 1 in five stars; three are neither good nor bad.
    let filled = (cx.view.reputation * 2.0 + 3.0).clamp(0.0, 5.0) as f32;
    let response = stars(ui, cx.lang, filled, 5);
    response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, cx.say("desk-reputation-by")));
        for (industry, value) in cx.view.guide.industries.iter().zip(&cx.view.reputation_by_industry) {
            let value = crate::words::signed(value * 100.0, 0);
            ui.label(theme::text(ui, Type::Small, format!("{}  {value}", cx.text(&industry.name))));
        }
    });
    line(ui, Type::Small, &cx.say("desk-reputation"), p.muted);
}

fn cash(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    let is_low = cx.view.spendable < Fen::yuan(20_000);
    let colour = if cx.view.cash < Fen::ZERO || is_low { p.warn } else { p.ink };
    let value = ui.label(theme::text(ui, Type::Figure, cx.money(cx.view.cash)).color(colour));
    let args = [("amount", cx.money(cx.view.spendable).into())];
    value.on_hover_text(cx.say_with("desk-spendable", &args));
    if is_low {
        ui.label(theme::text(ui, Type::Strong, icons::WARNING).color(p.warn));
    }
    line(ui, Type::Small, &cx.say("desk-cash"), p.muted);
}
