//! Small things to click: tools, links, chips, steps.

use super::button::focus_ring;
use crate::game::theme::{self, Role as Type, icons, mix};
use bevy_egui::egui::{self, Align, Align2, Color32, CornerRadius, Layout, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2};

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
        let lower = ui.add_enabled_ui(*value > *range.start(), |ui| tool(ui, icons::MINUS, &format!("{name} −"))).inner;
        if lower.clicked() {
            *value = (*value - step).max(*range.start());
        }
        let width = 66.0 * theme::scale(ui.style());
        let (rect, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, theme::font(ui, Type::Strong), p.ink);
        let higher = ui.add_enabled_ui(*value < *range.end(), |ui| tool(ui, icons::PLUS, &format!("{name} +"))).inner;
        if higher.clicked() {
            *value = (*value + step).min(*range.end());
        }
    });
    (*value - before).abs() > f64::EPSILON
}
