//! Small pieces of layout that several panels share.

use crate::game::theme::{self, Role as Type, mix};
pub use crate::game::widgets::lines;
use crate::game::widgets::{self, focus_ring};
use crate::sim::units::Role;
use bevy_egui::egui::{
    self, Align, Align2, Color32, CornerRadius, Label, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType, vec2,
};

/// Draws `add` inside `rect`, clipped to it but for the ring around what has the keyboard.
pub fn area<R>(ui: &mut Ui, rect: Rect, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(rect.expand(6.0));
    add(&mut child)
}

/// A row with something at its left and something at its right; the left gives way.
pub fn sides<L, R>(ui: &mut Ui, height: f32, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let right = right(ui);
        let left = ui.with_layout(Layout::left_to_right(Align::Center), left).inner;
        (left, right)
    })
    .inner
}

/// A row no higher than it says, from left to right.
pub fn along<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), add).inner
}

/// Text on one line, cut where the room ends.
pub fn line(ui: &mut Ui, role: Type, text: &str, colour: Color32) -> Response {
    ui.add(Label::new(theme::text(ui, role, text).color(colour)).truncate())
}

/// A small square button that is only an icon, for bars with several of them.
pub fn tool(ui: &mut Ui, icon: char, name: &str) -> Response {
    let p = theme::palette(ui);
    let size = 28.0 * theme::scale(ui.style()).max(1.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, name));
    let hover = ui.ctx().animate_bool(response.id, response.hovered());
    ui.painter().rect_filled(rect.shrink(1.0), 7, mix(Color32::TRANSPARENT, p.sunk, hover));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, theme::bold(size * 0.56), mix(p.muted, p.accent, hover));
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), 7);
    }
    response.on_hover_text(name)
}

/// A word that can be clicked, in the accent.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let p = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Type::SmallStrong), p.accent);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(0.0, 8.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, enabled, text));
    let ink = if response.hovered() { p.ink } else { p.accent };
    ui.painter().galley_with_override_text_color(rect.min + vec2(0.0, 4.0), galley, ink);
    if response.has_focus() {
        focus_ring(ui, rect, 4);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The colour that stands for a role in the plan; its name is always beside it.
#[must_use]
pub fn role_colour(ui: &Ui, role: Role) -> Color32 {
    let p = theme::palette(ui);
    match role {
        Role::Developer => p.blue,
        Role::AccountManager => p.accent,
        Role::Service => p.phase(theme::Phase::Formation),
        Role::Cultivator => p.gold,
        Role::ProductSpecialist => p.phase(theme::Phase::Stability),
    }
}

/// A dot.
pub fn dot(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(8.0, 12.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, colour);
}

/// A card that fills the width at hand, with a heading.
pub fn section<R>(ui: &mut Ui, heading: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    widgets::panel_frame(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            if !heading.is_empty() {
                widgets::heading(ui, heading);
            }
            add(ui)
        })
        .inner
}

/// What is said where there is nothing to show.
pub fn nothing(ui: &mut Ui, text: &str) {
    let colour = theme::palette(ui).muted;
    ui.add_space(4.0);
    lines(ui, Type::Body, text, colour);
}

/// A figure that matters, with what it is above it.
pub fn figure(ui: &mut Ui, name: &str, value: &str, colour: Option<Color32>) -> Response {
    let p = theme::palette(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        line(ui, Type::Small, name, p.muted);
        ui.label(theme::text(ui, Type::Figure, value).color(colour.unwrap_or(p.ink)));
    })
    .response
}

/// Several figures side by side, each with the same width.
pub fn figures(ui: &mut Ui, list: &[(String, String, Option<Color32>)]) {
    if list.is_empty() {
        return;
    }
    let gap = 12.0;
    let width = (ui.available_width() - gap * (list.len() - 1) as f32) / list.len() as f32;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (name, value, colour) in list {
            ui.allocate_ui_with_layout(vec2(width, 40.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                figure(ui, name, value, *colour);
            });
        }
    });
}

/// A chip that is on or off.
pub fn toggle_chip(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    let p = theme::palette(ui);
    let ink = if *on { p.accent } else { p.muted };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Type::SmallStrong), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 12.0), Sense::click());
    let enabled = ui.is_enabled();
    let is_on = *on;
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, enabled, is_on, text));
    let (ground, edge) = if *on { (p.accent_soft, p.accent) } else { (p.surface, p.line) };
    let edge = if response.hovered() { p.accent } else { edge };
    let radius = CornerRadius::same((rect.height() / 2.0) as u8);
    ui.painter().rect(rect, radius, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
    ui.painter().galley_with_override_text_color(rect.min + vec2(10.0, 6.0), galley, ink);
    if response.has_focus() {
        focus_ring(ui, rect, 12);
    }
    if response.clicked() {
        *on = !*on;
    }
    response
}

/// A row of a choice that explains itself: a ring or a disc, the name, a hint. Returns whether it was chosen.
pub fn choice_row(ui: &mut Ui, is_on: bool, name: &str, hint: &str) -> bool {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0 * scale.max(1.0)), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, enabled, is_on, name));
    if is_on {
        ui.painter().rect_filled(rect, 8, p.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 8, mix(p.surface, p.sunk, 0.7));
    }
    let centre = egui::pos2(rect.left() + 14.0, rect.center().y);
    ui.painter().circle_stroke(centre, 6.0, Stroke::new(1.5, if is_on { p.accent } else { p.muted }));
    if is_on {
        ui.painter().circle_filled(centre, 3.2, p.accent);
    }
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let left = rect.left() + 30.0;
    painter.text(egui::pos2(left, rect.center().y - 8.0 * scale), Align2::LEFT_CENTER, name, theme::font(ui, Type::Strong), p.ink);
    painter.text(egui::pos2(left, rect.center().y + 8.0 * scale), Align2::LEFT_CENTER, hint, theme::font(ui, Type::Small), p.muted);
    if response.has_focus() {
        focus_ring(ui, rect, 8);
    }
    response.clicked() && !is_on
}

/// A number between a minus and a plus button, in steps. Returns whether it changed.
pub fn stepper(ui: &mut Ui, value: &mut f64, range: std::ops::RangeInclusive<f64>, step: f64, name: &str, shown: &str) -> bool {
    let p = theme::palette(ui);
    let before = *value;
    let size = vec2((28.0 * 2.0 + 66.0) * theme::scale(ui.style()).max(1.0) + 8.0, 30.0 * theme::scale(ui.style()).max(1.0));
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let lower = ui.add_enabled_ui(*value > *range.start(), |ui| tool(ui, crate::game::icons::MINUS, &format!("{name} −"))).inner;
        if lower.clicked() {
            *value = (*value - step).max(*range.start());
        }
        let width = 66.0 * theme::scale(ui.style());
        let (rect, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, theme::font(ui, Type::Strong), p.ink);
        let higher = ui.add_enabled_ui(*value < *range.end(), |ui| tool(ui, crate::game::icons::PLUS, &format!("{name} +"))).inner;
        if higher.clicked() {
            *value = (*value + step).min(*range.end());
        }
    });
    (*value - before).abs() > f64::EPSILON
}

/// A hairline across the width at hand.
pub fn rule(ui: &mut Ui) {
    let p = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, p.line));
}

/// Points at the text size of the player.
#[must_use]
pub fn scaled(ui: &Ui, points: f32) -> f32 {
    points * theme::scale(ui.style())
}
