//! RFM as a map: how recently down, how often across, for how much as colour; and who lies in a field.

use crate::game::desk::state::{Desk, Insight, SheetTab};
use crate::game::theme::{self, Role as Type, mix};
use crate::game::widgets::{Column, area, focus_ring, grid, heading, line, lines, nothing, panel_frame};
use crate::insight::portfolio::Row;
use crate::insight::rfm::{self, Cell, Map};
use crate::prose::Prose;
use crate::sim::units::{CustomerId, Fen};
use bevy_egui::egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Draws the page over `rect`.
pub fn rfm_map(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    let left = rect.with_max_x(rect.left() + rect.width() * 0.46);
    let right = rect.with_min_x(left.right() + 10.0);
    let map = rfm::map(insight.rows.iter().map(|row| (row.rfm, row.amount)));
    card(ui, left, "rfm-map", |ui| {
        heading(ui, &prose.say("rfm-title"));
        if insight.rows.is_empty() {
            nothing(ui, &prose.say("value-none"));
            return;
        }
        lines(ui, Type::Small, &prose.say("rfm-hint"), theme::palette(ui).muted);
        fields(prose, desk, ui, &map);
    });
    card(ui, right, "rfm-list", |ui| list(prose, desk, insight, ui));
}

fn card(ui: &mut Ui, rect: Rect, name: &str, add: impl FnOnce(&mut Ui)) {
    area(ui, rect, name, |ui| {
        let frame = panel_frame(ui);
        let room = rect.size() - frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(room);
            ui.set_max_size(room);
            ui.spacing_mut().item_spacing.y = 5.0;
            add(ui);
        });
    });
}

/// Five by five fields with their scales: recent above, often at the right.
fn fields(prose: &Prose, desk: &mut Desk, ui: &mut Ui, map: &Map) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let legend = 38.0 * scale;
    let (foot, side) = (34.0 * scale, 26.0 * scale);
    let rect = Rect::from_min_size(ui.cursor().min, ui.available_size() - vec2(0.0, legend));
    let inner = Rect::from_min_max(rect.min + vec2(side, 0.0), rect.max - vec2(0.0, foot));
    let step = vec2(inner.width() / 5.0, inner.height() / 5.0);
    let small = || theme::font(ui, Type::Small);
    for fifth in 0..5_u8 {
        let row = inner.bottom() - (f32::from(fifth) + 0.5) * step.y;
        ui.painter().text(pos2(inner.left() - 8.0, row), Align2::RIGHT_CENTER, format!("R{}", fifth + 1), small(), p.muted);
        let column = inner.left() + (f32::from(fifth) + 0.5) * step.x;
        ui.painter().text(pos2(column, inner.bottom() + 10.0 * scale), Align2::CENTER_CENTER, format!("F{}", fifth + 1), small(), p.muted);
    }
    let under = inner.bottom() + 25.0 * scale;
    ui.painter().text(pos2(inner.left(), under), Align2::LEFT_CENTER, prose.say("rfm-seldom"), small(), p.muted);
    ui.painter().text(pos2(inner.right(), under), Align2::RIGHT_CENTER, prose.say("rfm-often"), small(), p.muted);
    for recency in 1..=5_u8 {
        for frequency in 1..=5_u8 {
            let at = pos2(inner.left() + f32::from(frequency - 1) * step.x, inner.bottom() - f32::from(recency) * step.y);
            let cell = &map.cells[usize::from(recency) - 1][usize::from(frequency) - 1];
            field(prose, desk, ui, Rect::from_min_size(at, step).shrink(2.0), (recency, frequency), cell);
        }
    }
    ui.advance_cursor_after_rect(rect);
    scale_of_m(prose, ui);
}

fn field(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect, place: (u8, u8), cell: &Cell) {
    let p = theme::palette(ui);
    let is_chosen = desk.value.cell == Some(place);
    let count = cell.count();
    let response = ui.interact(rect, ui.id().with(("rfm", place)), if count > 0 { Sense::click() } else { Sense::hover() });
    let ground = if count == 0 { p.sunk } else { mix(p.surface, p.accent, strength(cell.monetary())) };
    ui.painter().rect_filled(rect, 6, ground);
    if is_chosen || response.hovered() && count > 0 {
        ui.painter().rect_stroke(rect, 6, Stroke::new(2.0, p.gold), StrokeKind::Inside);
    }
    if count > 0 {
        let ink = if cell.monetary() > 3.2 { p.on_colour } else { p.ink };
        let two = rect.height() > 34.0 * theme::scale(ui.style());
        let up = if two { 7.0 * theme::scale(ui.style()) } else { 0.0 };
        ui.painter().text(rect.center() - vec2(0.0, up), Align2::CENTER_CENTER, count.to_string(), theme::font(ui, Type::Figure), ink);
        if two {
            let amount = prose.money_short(Fen((cell.amount * 100.0) as i64));
            ui.painter().text(rect.center() + vec2(0.0, 9.0 * theme::scale(ui.style())), Align2::CENTER_CENTER, amount, theme::font(ui, Type::Small), ink);
        }
    }
    if response.has_focus() {
        focus_ring(ui, rect, 6);
    }
    let args = [("r", place.0.into()), ("f", place.1.into()), ("count", count.into()), ("m", crate::words::decimal(cell.monetary(), 1).into())];
    let name = prose.say_with("rfm-field", &args);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, count > 0, is_chosen, &name));
    if response.clicked() {
        desk.value.cell = if is_chosen { None } else { Some(place) };
    }
    if count > 0 {
        response.on_hover_text(name);
    }
}

/// How strong the colour of a mean fifth is.
fn strength(monetary: f64) -> f32 {
    (monetary as f32 / 5.0).clamp(0.0, 1.0) * 0.92
}

fn scale_of_m(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        line(ui, Type::Small, &prose.say("rfm-amount"), p.muted);
        for fifth in 1..=5_u8 {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 14.0) * theme::scale(ui.style()), Sense::hover());
            ui.painter().rect_filled(rect, 4, mix(p.surface, p.accent, strength(f64::from(fifth))));
            let ink = if fifth > 3 { p.on_colour } else { p.ink };
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, format!("M{fifth}"), theme::font(ui, Type::Small), ink);
        }
    });
}

fn list(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let mut rows: Vec<&Row<CustomerId>> = insight.rows.iter().filter(|row| desk.value.lists(row.rfm)).collect();
    rows.sort_by(|a, b| b.rfm.cmp(&a.rfm).then(b.amount.total_cmp(&a.amount)).then(a.id.cmp(&b.id)));
    if rows.is_empty() {
        heading(ui, &prose.say("rfm-all"));
        nothing(ui, &prose.say("value-none"));
        return;
    }
    let title = match desk.value.cell {
        Some((r, f)) => prose.say_with("rfm-of-field", &[("r", r.into()), ("f", f.into())]),
        None => prose.say("rfm-all"),
    };
    let columns = [
        Column::rest(title).hint(prose.hint("rfm-list")),
        Column::number("RFM".to_owned(), 32.0).hint(prose.hint("rfm-code")),
        Column::number(prose.say("value-silent-days"), 36.0).hint(prose.hint("value-silent-days")),
        Column::number(prose.say("value-order-count"), 42.0).hint(prose.hint("value-order-count")),
        Column::number(prose.say("value-amount"), 58.0).hint(prose.hint("value-amount")),
    ];
    let end = crate::insight::orders::observed_until(prose.view);
    let chosen = rows.iter().position(|row| desk.selected == Some(row.id));
    let clicked = grid(ui, "rfm", &columns, rows.len(), chosen, |ui, place, column| {
        let p = theme::palette(ui);
        let row = rows[place];
        let (text, role) = match column {
            0 => (prose.customer(row.id), Type::Strong),
            1 => (row.rfm.code().to_string(), Type::Strong),
            2 => ((end.day() - row.last.day()).to_string(), Type::Body),
            3 => (row.orders.to_string(), Type::Body),
            _ => (prose.money_short(Fen((row.amount * 100.0) as i64)), Type::Body),
        };
        line(ui, role, &text, if column == 1 { p.accent } else { p.ink });
    });
    if let Some(row) = clicked.and_then(|place| rows.get(place)) {
        desk.open(row.id, Some(SheetTab::Value));
    }
}
