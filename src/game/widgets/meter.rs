//! Measures: bars, hours, rounds, stars. Each says in words what it shows, for a screen reader and on hover.

use crate::game::theme::{self, Palette, Role, icons, mix};
use crate::words::{self, Lang, tr_with};
use bevy_egui::egui::{Align, Align2, Color32, CornerRadius, Layout, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A bar `width` points long, filled from 0 to 1.
pub fn bar(ui: &mut Ui, width: f32, share: f32, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    paint_bar(ui, rect, share, colour);
    response
}

/// Paints a bar with round ends, filled from 0 to 1, into a place of its own.
pub fn paint_bar(ui: &Ui, rect: Rect, share: f32, colour: Color32) {
    let p = theme::palette(ui);
    let radius = CornerRadius::same((rect.height() / 2.0) as u8);
    // Seen on a chosen row's tinted ground too.
    ui.painter().rect_filled(rect, radius, mix(p.sunk, p.line, 0.4));
    let share = share.clamp(0.0, 1.0);
    if share > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(rect.height()), rect.height()));
        ui.painter().rect_filled(filled, radius, colour);
    }
}

/// A measure from 0 to 100 with its name, its value and how it moved.
pub struct Meter<'a> {
    /// What is measured.
    pub name: &'a str,
    /// `None`: nobody has asked yet.
    pub points: Option<f32>,
    /// The change since last month.
    pub change: Option<f32>,
    /// Of the bar.
    pub colour: Color32,
}

/// Draws a measure over the width at hand.
pub fn meter(ui: &mut Ui, lang: Lang, meter: &Meter<'_>) -> Response {
    let p = theme::palette(ui);
    let response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.label(theme::text(ui, Role::Small, meter.name).color(p.muted));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 3.0;
                    change(ui, p, meter.change);
                    let value = meter.points.map_or_else(|| "?".to_owned(), |points| words::decimal(points.into(), 0));
                    ui.label(theme::text(ui, Role::Strong, value));
                });
            });
            let width = ui.available_width();
            bar(ui, width, meter.points.unwrap_or(0.0) / 100.0, meter.colour);
        })
        .response;
    let value = meter.points.map_or_else(|| words::tr(lang, "unknown").into_owned(), |v| words::decimal(v.into(), 0));
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, enabled, format!("{} {value}", meter.name)));
    response
}

fn change(ui: &mut Ui, p: &Palette, change: Option<f32>) {
    let Some(change) = change.filter(|change| change.abs() >= 0.5) else {
        return;
    };
    let (arrow, colour) = if change > 0.0 { ('▲', p.good()) } else { ('▼', p.warn) };
    let text = format!("{arrow}{}", words::decimal(change.abs().into(), 0));
    ui.label(theme::text(ui, Role::SmallStrong, text).color(colour));
}

/// The hours of a role: name, bar, used of total. Gold when nearly full, a warning sign when over.
pub fn hours_bar(ui: &mut Ui, lang: Lang, name: &str, role: Role, used_minutes: i32, total_minutes: i32) -> Response {
    let p = theme::palette(ui);
    let share = if total_minutes > 0 { used_minutes as f32 / total_minutes as f32 } else { 0.0 };
    let is_over = used_minutes > total_minutes;
    let colour = if is_over {
        p.warn
    } else if share > 0.875 {
        p.gold
    } else {
        p.accent
    };
    let hours = |minutes: i32| words::decimal(f64::from(minutes) / 60.0, 1);
    let args = [("used", hours(used_minutes).into()), ("total", hours(total_minutes).into())];
    let amount = tr_with(lang, "hours-of", &args);

    let font = theme::font(ui, role);
    let name_galley = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), p.ink);
    let amount_text = if is_over { format!("{} {amount}", icons::WARNING) } else { amount.clone().into_owned() };
    let small = theme::font(ui, Role::Small);
    let amount_colour = if is_over { p.warn } else { p.muted };
    let amount_galley = ui.painter().layout_no_wrap(amount_text, small, amount_colour);
    let height = name_galley.size().y.max(amount_galley.size().y).max(20.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());

    let scale = theme::scale(ui.style());
    let name_room = (92.0 * scale).max(name_galley.size().x + 8.0).min(rect.width() * 0.45);
    let amount_room = (76.0 * scale).max(amount_galley.size().x);
    let middle = rect.center().y;
    let painter = ui.painter().with_clip_rect(rect.with_max_x(rect.left() + name_room - 4.0).intersect(ui.clip_rect()));
    painter.galley(pos2(rect.left(), middle - name_galley.size().y / 2.0), name_galley, p.ink);
    let at = pos2(rect.right() - amount_galley.size().x, middle - amount_galley.size().y / 2.0);
    ui.painter().galley(at, amount_galley, amount_colour);
    let track = Rect::from_min_max(
        pos2(rect.left() + name_room, middle - 3.0),
        pos2((rect.right() - amount_room - 8.0).max(rect.left() + name_room + 8.0), middle + 3.0),
    );
    paint_bar(ui, track, share, colour);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, enabled, format!("{name} {amount}")));
    response
}

/// The rounds of a game as dots: past ones in the accent, the present one long and gold. `current` starts at 1.
pub fn pips(ui: &mut Ui, lang: Lang, current: u32, of: u32) -> Response {
    let p = theme::palette(ui);
    let step = if of > 18 { 9.0 } else { 12.0 };
    let width = of as f32 * step + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    let mut x = rect.left();
    for round in 1..=of {
        let colour = match round.cmp(&current) {
            std::cmp::Ordering::Less => p.accent,
            std::cmp::Ordering::Equal => p.gold,
            std::cmp::Ordering::Greater => p.line,
        };
        let length = if round == current { step + 6.0 } else { step - 4.0 };
        let dot = Rect::from_min_size(pos2(x, rect.center().y - 4.0), vec2(length, 8.0));
        ui.painter().rect_filled(dot, CornerRadius::same(4), colour);
        x += length + 4.0;
    }
    let text = tr_with(lang, "round-of", &[("round", current.into()), ("of", of.into())]);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, &text));
    response.on_hover_text(text)
}

/// A rating in stars, halves rounded up. What stands on hover is the caller's to say: a second one would stand beside it.
pub fn stars(ui: &mut Ui, lang: Lang, filled: f32, of: u32) -> Response {
    let p = theme::palette(ui);
    let size = 15.0 * theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(size * 1.05 * of as f32, size + 4.0), Sense::hover());
    let full = filled.round().clamp(0.0, of as f32) as u32;
    for star in 0..of {
        let colour = if star < full { p.gold } else { p.line };
        let at = pos2(rect.left() + size * (1.05 * star as f32 + 0.5), rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, icons::STAR, theme::filled(size), colour);
    }
    let text = tr_with(lang, "stars-of", &[("stars", full.into()), ("of", of.into())]);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, &text));
    response
}
