//! The bar at the top: whose desk it is, which month, what there is to spend, and handing the plan in.
//!
//! Team, month, cash and the plan's button are always there; where there is little room, the rest gives way in the order of
//! [`EXTRAS`], from the last on.

use crate::game::app::shown::Shown;
use crate::game::desk::hand_in::hand_in;
use crate::game::desk::state::{Desk, Dialog, Request};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Button, area, cut, icon_button, line, pips, stars, team_sign};
use crate::prose::Prose;
use crate::sim::units::Fen;
use crate::words::Lang;
use bevy_egui::egui::{Align, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

/// What is there where there is room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extra {
    Stars,
    Pips,
    CashWord,
    Brand,
    RoundWords,
    StarsWord,
    BrandOther,
}

/// The dearest first.
const EXTRAS: [Extra; 7] = [Extra::Stars, Extra::Pips, Extra::CashWord, Extra::Brand, Extra::RoundWords, Extra::StarsWord, Extra::BrandOther];

/// Points between two things in the bar.
const GAP: f32 = 14.0;

/// Draws the bar over `rect`.
pub fn top_bar(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let shows = extras(prose, shown, ui, inner.width());
    area(ui, inner, "top-bar", |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            right(prose, shown, desk, ui, &shows);
            ui.add_space(GAP);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| left(prose, ui, &shows));
        });
    });
}

fn brand(prose: &Prose) -> (String, String) {
    let (first, second) = match prose.lang {
        Lang::En => ("game-name", "game-name-other"),
        Lang::Zh => ("game-name-other", "game-name"),
    };
    (prose.say(first), prose.say(second))
}

fn round_words(prose: &Prose) -> String {
    prose.say_with("round-of", &[("round", prose.view.round.0.into()), ("of", prose.view.rounds.into())])
}

fn wide(ui: &Ui, role: Type, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, role), theme::palette(ui).ink).size().x
}

/// The team's name, which is never left out but may be long.
fn team_width(prose: &Prose, ui: &Ui) -> f32 {
    wide(ui, Type::Heading, &prose.view.team_name).min(widgets::scaled(ui, 150.0)) + 2.0
}

/// What there is room for beside what is always there.
fn extras(prose: &Prose, shown: &Shown, ui: &Ui, room: f32) -> Vec<Extra> {
    let scale = theme::scale(ui.style());
    let button = prose.say(if shown.is_submitted() { "desk-withdraw" } else { "desk-submit" });
    let (first, second) = brand(prose);
    let always = [
        22.0 * scale + 8.0 + team_width(prose, ui),
        wide(ui, Type::Heading, &prose.month(prose.view.round)),
        wide(ui, Type::Figure, &prose.money(prose.view.cash)) + 20.0 * scale,
        wide(ui, Type::Strong, &button) + 26.0 * scale + 28.0,
        wide(ui, Type::SmallStrong, &prose.say("language-switch")) + 24.0,
        2.0 * theme::TARGET,
    ];
    let step = if prose.view.rounds > 18 { 9.0 } else { 12.0 };
    let cost = |extra: Extra| match extra {
        Extra::Stars => 15.0 * scale * 1.05 * 5.0 + GAP,
        Extra::Pips => f32::from(prose.view.rounds) * step + 10.0 + GAP,
        Extra::CashWord => wide(ui, Type::Small, &prose.say("desk-cash")) + 6.0,
        Extra::Brand => wide(ui, Type::Brand, &first) + GAP,
        Extra::RoundWords => wide(ui, Type::Small, &round_words(prose)) + 8.0,
        Extra::StarsWord => wide(ui, Type::Small, &prose.say("desk-reputation")) + 6.0,
        Extra::BrandOther => wide(ui, Type::Body, &second) + 6.0,
    };
    let mut left = room - always.iter().sum::<f32>() - 7.0 * GAP;
    let mut fits = |extra: Extra| {
        left -= cost(extra);
        left >= 0.0
    };
    // what comes after the first that does not fit is left out as well: nothing jumps ahead
    EXTRAS.into_iter().take_while(|extra| fits(*extra)).collect()
}

fn left(prose: &Prose, ui: &mut Ui, shows: &[Extra]) {
    let p = theme::palette(ui);
    let (first, second) = brand(prose);
    if shows.contains(&Extra::Brand) {
        ui.label(theme::text(ui, Type::Brand, first).color(p.accent));
        if shows.contains(&Extra::BrandOther) {
            ui.add_space(6.0);
            ui.label(theme::text(ui, Type::Body, second).color(p.muted));
        }
        ui.add_space(GAP);
    }
    team(prose, ui);
    ui.add_space(GAP);
    ui.label(theme::text(ui, Type::Heading, prose.month(prose.view.round)));
    if shows.contains(&Extra::Pips) {
        ui.add_space(GAP);
        pips(ui, prose.lang, u32::from(prose.view.round.0), u32::from(prose.view.rounds));
    }
    if shows.contains(&Extra::RoundWords) {
        ui.add_space(8.0);
        line(ui, Type::Small, &round_words(prose), p.muted);
    }
}

/// Whose desk it is: sign and name.
fn team(prose: &Prose, ui: &mut Ui) {
    let name = &prose.view.team_name;
    let hint = prose.say("desk-team-hint");
    team_sign(ui, prose.view.seat.team, name).on_hover_text(&hint);
    ui.add_space(8.0);
    let width = team_width(prose, ui);
    ui.allocate_ui_with_layout(vec2(width, ui.available_height()), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        cut(ui, Type::Heading, name, theme::palette(ui).ink).on_hover_text(format!("{name}\n{hint}"));
    });
}

fn right(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, shows: &[Extra]) {
    let submitted = shown.is_submitted();
    let key = if submitted { "desk-withdraw" } else { "desk-submit" };
    let button =
        if submitted { Button::ghost(prose.say(key)).icon(icons::ARROW_U_UP_LEFT).low() } else { Button::primary(prose.say(key)).icon(icons::CHECK).low() };
    let response = ui.add(button).on_hover_text(prose.say(if submitted { "desk-withdraw-hint" } else { "desk-submit-hint" }));
    if response.clicked() {
        hand_in(prose, shown, desk);
    }
    ui.add_space(6.0);
    if icon_button(ui, icons::LIST_BULLETS, prose.say("desk-menu")).clicked() {
        desk.out.push(Request::OpenMenu);
    }
    if icon_button(ui, icons::QUESTION, prose.say("desk-help")).clicked() {
        desk.dialog = Some(Dialog::Help);
    }
    if language_switch(prose, ui).clicked() {
        desk.out.push(Request::SwitchLanguage);
    }
    if shows.contains(&Extra::Stars) {
        ui.add_space(GAP);
        reputation(prose, ui, shows);
    }
    ui.add_space(GAP);
    cash(prose, ui, shows);
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

fn reputation(prose: &Prose, ui: &mut Ui, shows: &[Extra]) {
    let p = theme::palette(ui);
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
    if shows.contains(&Extra::StarsWord) {
        ui.add_space(6.0);
        ui.label(theme::text(ui, Type::Small, prose.say("desk-reputation")).color(p.muted)).on_hover_text(prose.say("desk-reputation-hint"));
    }
}

fn cash(prose: &Prose, ui: &mut Ui, shows: &[Extra]) {
    let p = theme::palette(ui);
    let is_low = prose.view.spendable < Fen::yuan(20_000);
    let colour = if prose.view.cash < Fen::ZERO || is_low { p.warn } else { p.ink };
    let value = ui.label(theme::text(ui, Type::Figure, prose.money(prose.view.cash)).color(colour));
    let args = [("amount", prose.money(prose.view.spendable).into())];
    value.on_hover_text(format!("{}\n{}", prose.say("desk-cash"), prose.say_with("desk-spendable", &args)));
    if is_low {
        ui.add_space(4.0);
        ui.label(theme::text(ui, Type::Strong, icons::WARNING).color(p.warn));
    }
    if shows.contains(&Extra::CashWord) {
        ui.add_space(6.0);
        ui.label(theme::text(ui, Type::Small, prose.say("desk-cash")).color(p.muted));
    }
}
