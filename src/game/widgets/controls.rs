//! Small things to click: tools, links, chips, steps.

use super::button::focus_ring;
use super::signs::Pick;
use crate::game::theme::{self, Role as Type, icons, mix};
use bevy_egui::egui::{
    self, Align, Align2, Color32, CornerRadius, DragValue, Layout, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};
use std::ops::RangeInclusive;

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
    // in a row as wide as its text, below others no wider than there is room
    let width = if ui.layout().is_horizontal() { f32::INFINITY } else { ui.available_width() };
    let galley = ui.painter().layout(text.to_owned(), theme::font(ui, Type::SmallStrong), p.accent, width);
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
    // a hint is read to its end, however many lines that takes
    let hint = ui.painter().layout(hint.to_owned(), theme::font(ui, Type::Small), p.muted, (width - 36.0).max(40.0));
    let more = (hint.rows.len().max(1) - 1) as f32 * 16.0 * scale;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0 * scale.max(1.0) + more), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Pick::One.kind(), enabled, is_on, name));
    if is_on {
        ui.painter().rect_filled(rect, 8, p.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 8, mix(p.surface, p.sunk, 0.7));
    }
    let centre = egui::pos2(rect.left() + 14.0, rect.center().y);
    Pick::One.paint(ui, centre, is_on, p.muted);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let left = rect.left() + 30.0;
    let middle = rect.top() + 19.0 * scale.max(1.0);
    painter.text(egui::pos2(left, middle - 8.0 * scale), Align2::LEFT_CENTER, name, theme::font(ui, Type::Strong), p.ink);
    painter.galley(egui::pos2(left, middle), hint, p.muted);
    if response.has_focus() {
        focus_ring(ui, rect, 8);
    }
    response.clicked() && !is_on
}

/// Something in steps, such as a month, between a minus and a plus button. Returns whether it changed.
pub fn stepper(ui: &mut Ui, value: &mut f64, range: RangeInclusive<f64>, step: f64, name: &str, shown: &str) -> bool {
    let p = theme::palette(ui);
    between(ui, value, &range, step, name, 66.0, |ui, size, _| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, theme::font(ui, Type::Strong), p.ink);
    })
}

/// How a number moves: by so much with the buttons, and by so much where it is dragged, typed or moved with the arrow keys.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    /// Of the buttons.
    pub coarse: f64,
    /// The least there is.
    pub fine: f64,
}

/// A number between a minus and a plus button, which may also be typed or dragged; a button that is held goes on. `shown` is how it is
/// written, with its unit. Returns whether it changed.
pub fn number(ui: &mut Ui, value: &mut f64, range: RangeInclusive<f64>, steps: Steps, name: &str, shown: &str) -> bool {
    // as wide as what stands in it, so that the row is no wider than it says
    let text = ui.painter().layout_no_wrap(shown.to_owned(), egui::TextStyle::Button.resolve(ui.style()), Color32::BLACK).size().x;
    let width = 74.0_f32.max((text + 2.0 * ui.spacing().button_padding.x + 4.0) / theme::scale(ui.style()).max(1.0));
    // a case may leave no room between the least and the most
    let range = *range.start()..=range.end().max(*range.start());
    between(ui, value, &range, steps.coarse, name, width, |ui, size, value| {
        let written = shown.to_owned();
        let field = DragValue::new(value)
            .range(range.clone())
            // what a pixel or a press of an arrow key comes to
            .speed(steps.fine)
            .custom_formatter(move |_, _| written.clone())
            .custom_parser(typed);
        let before_height = ui.spacing().interact_size.y;
        ui.spacing_mut().interact_size = size;
        let response = ui.add_sized(size, field);
        ui.spacing_mut().interact_size.y = before_height;
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::DragValue, enabled, name));
        // while it is dragged it may lie between two steps: what counts is the nearest; what nobody touches stays as it is
        if response.changed() {
            *value = ((*value / steps.fine).round() * steps.fine).clamp(*range.start(), *range.end());
        }
    })
}

/// The number in what somebody typed, whatever stands around it.
fn typed(text: &str) -> Option<f64> {
    let digits = text.replace('−', "-").replace(['，', ','], "");
    let start = digits.find(|c: char| c.is_ascii_digit())?;
    let sign = if digits[..start].ends_with('-') { -1.0 } else { 1.0 };
    let rest = &digits[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    rest[..end].trim_end_matches('.').parse::<f64>().ok().map(|number| sign * number)
}

/// What lies between a minus and a plus button; whether the value changed.
fn between(ui: &mut Ui, value: &mut f64, range: &RangeInclusive<f64>, step: f64, name: &str, width: f32, middle: impl FnOnce(&mut Ui, Vec2, &mut f64)) -> bool {
    let before = *value;
    let scale = theme::scale(ui.style()).max(1.0);
    let inner = vec2(width * scale, 28.0);
    let size = vec2(28.0 * 2.0 * scale + inner.x + 8.0, 36.0 * scale);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let lower = ui.add_enabled_ui(*value > *range.start(), |ui| tool(ui, icons::MINUS, &format!("{name} −"))).inner;
        if steps_on(ui, &lower) {
            *value = (*value - step).max(*range.start());
        }
        middle(ui, inner, value);
        let higher = ui.add_enabled_ui(*value < *range.end(), |ui| tool(ui, icons::PLUS, &format!("{name} +"))).inner;
        if steps_on(ui, &higher) {
            *value = (*value + step).min(*range.end());
        }
    });
    (*value - before).abs() > f64::EPSILON
}

/// A click, or a button that is held; letting one go that has been going on is no click besides.
fn steps_on(ui: &Ui, button: &Response) -> bool {
    let went = button.id.with("went on");
    if held(ui, button) {
        ui.data_mut(|data| data.insert_temp(went, true));
        return true;
    }
    if !button.clicked() {
        return false;
    }
    !ui.data_mut(|data| data.remove_temp::<bool>(went)).unwrap_or(false)
}

/// A button that is held goes on after a moment, some ten times a second.
fn held(ui: &Ui, button: &Response) -> bool {
    const WAITS: f64 = 0.45;
    const EACH: f64 = 0.09;
    if !button.is_pointer_button_down_on() {
        return false;
    }
    let (now, began) = ui.input(|input| (input.time, input.pointer.press_start_time()));
    let Some(began) = began else { return false };
    let next = ui.data(|data| data.get_temp::<f64>(button.id)).filter(|next| *next > began).unwrap_or(began + WAITS);
    ui.ctx().request_repaint_after_secs((next - now).max(0.0) as f32);
    if now < next {
        return false;
    }
    ui.data_mut(|data| data.insert_temp(button.id, now + EACH));
    true
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn a_number_is_read_whatever_stands_around_it() {
        for (text, number) in [
            ("8", Some(8.0)),
            ("7.5 h", Some(7.5)),
            ("7.5 小时", Some(7.5)),
            ("¥5,000", Some(5_000.0)),
            ("+10 points", Some(10.0)),
            ("−10 分", Some(-10.0)),
            ("12.", Some(12.0)),
            ("h", None),
            ("", None),
        ] {
            assert_eq!(typed(text), number, "{text}");
        }
    }
}
