//! A bridge: how a figure of the month came about, a bar for each step from the first to the last.

use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{focus_ring, line, lines, well};
use crate::insight::bridge::Figure;
use crate::prose::{Prose, bridge};
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Align, Align2, Color32, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

/// A figure that opens into its bridge. `told`: what a screen reader says of it.
pub fn figure(ui: &mut Ui, width: f32, name: &str, value: &str, colour: Option<Color32>, is_open: bool, told: &str) -> Response {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(width, 46.0 * scale), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, enabled, is_open, told));
    if is_open || response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 2.0)), 6, if is_open { p.accent_soft } else { p.sunk });
    }
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    inner.spacing_mut().item_spacing.y = 1.0;
    inner.spacing_mut().interact_size.y = 0.0;
    // the sign stays in sight: a long name gives way to it
    let sign = if is_open { icons::CARET_UP } else { icons::CARET_DOWN };
    inner.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        ui.scope(|ui| {
            ui.set_max_width(width - 16.0 * scale);
            line(ui, Type::Small, name, if is_open { p.accent } else { p.muted });
        });
        line(ui, Type::Small, &sign.to_string(), p.accent);
    });
    inner.label(theme::text(&inner, Type::Figure, value).color(colour.unwrap_or(p.ink)));
    if response.has_focus() {
        focus_ring(ui, rect.expand2(vec2(4.0, 1.0)), 6);
    }
    response
}

/// Draws the bridge of a figure: why the money moved, the bars, what is to be known beside it.
pub fn bridge_of(prose: &Prose, ui: &mut Ui, round: Round, figure: Figure) {
    let Some(bridge) = bridge::of_month(prose, round, figure) else { return };
    let p = theme::palette(ui);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        lines(ui, Type::Strong, &bridge.why, p.ink);
        ui.add_space(4.0);
        bars(ui, &bridge.bars);
        if !bridge.note.is_empty() {
            ui.add_space(2.0);
            lines(ui, Type::Small, &bridge.note, p.muted);
        }
    });
}

fn bars(ui: &mut Ui, bars: &[bridge::Bar]) {
    let scale = theme::scale(ui.style());
    let (height, label, amount) = (21.0 * scale, 170.0 * scale, 96.0 * scale);
    let ends = || bars.iter().flat_map(|bar| bar.between).chain([Fen::ZERO]).map(|end| end.0 as f32);
    let (low, high) = (ends().fold(0.0, f32::min), ends().fold(0.0, f32::max));
    let span = (high - low).max(1.0);
    let mut before: Option<f32> = None;
    for bar in bars {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, format!("{} {}", bar.name, bar.told)));
        let room = Rect::from_min_max(pos2(rect.left() + label, rect.top()), pos2(rect.right() - amount, rect.bottom()));
        let x = |end: Fen| room.left() + room.width() * (end.0 as f32 - low) / span;
        row(ui, bar, rect, label, bar.between.map(x), before);
        before = Some(x(bar.between[1]));
    }
}

/// One bar with its name and amount; `before`: where the last one ended.
fn row(ui: &mut Ui, bar: &bridge::Bar, rect: Rect, label: f32, [from, to]: [f32; 2], before: Option<f32>) {
    let p = theme::palette(ui);
    let role = if bar.is_total { Type::Strong } else { Type::Body };
    let mut name = ui.new_child(UiBuilder::new().max_rect(rect.with_max_x(rect.left() + label - 8.0)).layout(Layout::left_to_right(Align::Center)));
    line(&mut name, role, &bar.name, p.ink);
    let is_minus = bar.between[1] < bar.between[0];
    let colour = match (bar.is_total, is_minus) {
        (true, true) => p.warn,
        (true, false) => p.accent,
        (false, true) => p.gold,
        (false, false) => p.blue,
    };
    let drawn = Rect::from_x_y_ranges(from.min(to)..=from.max(to).max(from.min(to) + 2.0), rect.top() + 4.0..=rect.bottom() - 4.0);
    ui.painter().rect_filled(drawn, 3, colour);
    if let Some(before) = before {
        ui.painter().vline(before, rect.top() - 4.0..=rect.top() + 6.0, Stroke::new(1.0, p.muted));
    }
    ui.painter().text(pos2(rect.right(), rect.center().y), Align2::RIGHT_CENTER, &bar.told, theme::font(ui, role), p.ink);
}
