//! The bar at the top: which month it is, what there is to spend, and handing the plan in.

use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, Dialog, Request};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Button, area, icon_button, line, pips, stars};
use crate::prose::Prose;
use crate::sim::units::Fen;
use crate::words::Lang;
use bevy_egui::egui::{Align, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

/// Draws the bar over `rect`.
pub fn top_bar(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
    area(ui, rect.shrink2(vec2(16.0, 0.0)), "top-bar", |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            right(prose, shown, desk, ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| left(prose, ui));
        });
    });
}

fn left(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let (first, second) = match prose.lang {
        Lang::En => ("game-name", "game-name-other"),
        Lang::Zh => ("game-name-other", "game-name"),
    };
    ui.label(theme::text(ui, Type::Brand, prose.say(first)).color(p.accent));
    ui.label(theme::text(ui, Type::Body, prose.say(second)).color(p.muted));
    ui.add_space(10.0);
    ui.label(theme::text(ui, Type::Heading, prose.month(prose.view.round)));
    ui.add_space(6.0);
    pips(ui, prose.lang, u32::from(prose.view.round.0), u32::from(prose.view.rounds));
    if ui.available_width() > 90.0 {
        let args = [("round", prose.view.round.0.into()), ("of", prose.view.rounds.into())];
        line(ui, Type::Small, &prose.say_with("round-of", &args), p.muted);
    }
    if ui.available_width() > 110.0 && prose.view.teams.len() > 1 {
        ui.add_space(6.0);
        line(ui, Type::SmallStrong, &prose.view.team_name, p.muted);
    }
}

fn right(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let submitted = shown.is_submitted();
    let key = if submitted { "desk-withdraw" } else { "desk-submit" };
    let button =
        if submitted { Button::ghost(prose.say(key)).icon(icons::ARROW_U_UP_LEFT).low() } else { Button::primary(prose.say(key)).icon(icons::CHECK).low() };
    let response = ui.add(button).on_hover_text(prose.say(if submitted { "desk-withdraw-hint" } else { "desk-submit-hint" }));
    if response.clicked() {
        desk.out.push(if submitted { Request::Withdraw } else { Request::Submit });
    }
    ui.spacing_mut().item_spacing.x = 0.0;
    if icon_button(ui, icons::LIST_BULLETS, prose.say("desk-menu")).clicked() {
        desk.out.push(Request::OpenMenu);
    }
    if icon_button(ui, icons::QUESTION, prose.say("desk-help")).clicked() {
        desk.dialog = Some(Dialog::Help);
    }
    if language_switch(prose, ui).clicked() {
        desk.out.push(Request::SwitchLanguage);
    }
    ui.add_space(12.0);
    reputation(prose, ui);
    ui.add_space(16.0);
    cash(prose, ui);
}

fn language_switch(prose: &Prose, ui: &mut Ui) -> Response {
    let p = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(prose.say("language-switch"), theme::font(ui, Type::SmallStrong), p.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 24.0, theme::TARGET), Sense::click());
    let enabled = ui.is_enabled();
    let name = prose.say("language-switch-hint");
    response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Button, enabled, &name));
    let chip = Rect::from_center_size(rect.center(), galley.size() + vec2(18.0, 8.0));
    let radius = CornerRadius::same((chip.height() / 2.0) as u8);
    let edge = if response.hovered() { p.accent } else { p.sunk };
    ui.painter().rect(chip, radius, p.sunk, Stroke::new(1.0, edge), StrokeKind::Inside);
    ui.painter().galley(chip.min + vec2(9.0, 4.0), galley, p.muted);
    if response.has_focus() {
        widgets::focus_ring(ui, chip, 12);
    }
    response.on_hover_text(name)
}

fn reputation(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    // From -1 to 1 in five stars; three are neither good nor bad.
    let filled = (prose.view.reputation * 2.0 + 3.0).clamp(0.0, 5.0) as f32;
    let response = stars(ui, prose.lang, filled, 5);
    response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, prose.say("desk-reputation-by")));
        for (industry, value) in prose.view.guide.industries.iter().zip(&prose.view.reputation_by_industry) {
            let value = crate::words::signed(value * 100.0, 0);
            ui.label(theme::text(ui, Type::Small, format!("{}  {value}", prose.text(&industry.name))));
        }
    });
    line(ui, Type::Small, &prose.say("desk-reputation"), p.muted);
}

fn cash(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    let is_low = prose.view.spendable < Fen::yuan(20_000);
    let colour = if prose.view.cash < Fen::ZERO || is_low { p.warn } else { p.ink };
    let value = ui.label(theme::text(ui, Type::Figure, prose.money(prose.view.cash)).color(colour));
    let args = [("amount", prose.money(prose.view.spendable).into())];
    value.on_hover_text(prose.say_with("desk-spendable", &args));
    if is_low {
        ui.label(theme::text(ui, Type::Strong, icons::WARNING).color(p.warn));
    }
    line(ui, Type::Small, &prose.say("desk-cash"), p.muted);
}
