//! A table of the ledger, month by month.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, cut, explained, line, nothing};
use crate::prose::{Prose, accounts};
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Align, Layout, Ui};
use egui_extras::{Column, TableBuilder};

/// Months side by side.
pub fn table(prose: &Prose, ui: &mut Ui, name: &str, rows: &[accounts::Row]) {
    let unit = accounts::unit(prose);
    let key = if unit == Fen::yuan(1) { "finance-account-whole" } else { "finance-account" };
    let heading = &prose.say_with(key, &[("sign", prose.currency().into())]);
    let rounds: Vec<Round> = prose.view.past.months.iter().map(|m| m.round).collect();
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        if rounds.is_empty() {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let p = theme::palette(ui);
        let scale = theme::scale(ui.style());
        let first = 124.0 * scale;
        let gaps = ui.spacing().item_spacing.x * (rounds.len() + 2) as f32;
        let each = ((ui.available_width() - first - gaps) / (rounds.len() + 1) as f32).min(72.0 * scale).floor();
        ui.spacing_mut().item_spacing.y = 1.0;
        TableBuilder::new(ui)
            .id_salt(("books", name))
            .min_scrolled_height(0.0)
            .auto_shrink([false, false])
            .cell_layout(Layout::right_to_left(Align::Center))
            .column(Column::exact(first))
            .columns(Column::exact(each), rounds.len() + 1)
            .header(24.0 * scale, |mut header| {
                header.col(|ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        explained(cut(ui, Type::Caption, heading, p.muted), heading, &prose.hint("books-name"))
                    });
                });
                for round in &rounds {
                    header.col(|ui| {
                        ui.add_space(3.0);
                        let head = line(ui, Type::Caption, &prose.month_short(*round), p.muted);
                        explained(head, &prose.month(*round), &prose.hint("books-month"));
                    });
                }
                header.col(|ui| {
                    ui.add_space(3.0);
                    let sum = prose.say("finance-sum");
                    explained(cut(ui, Type::Caption, &sum, p.ink), &sum, &prose.hint("finance-sum"));
                });
            })
            .body(|mut body| {
                for entry in rows {
                    let (height, name, cell) = if entry.is_total { (25.0, Type::Strong, Type::SmallStrong) } else { (21.0, Type::Body, Type::Small) };
                    body.row(height * scale, |mut row| {
                        row.set_overline(entry.is_total);
                        row.col(|ui| {
                            ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, name, &entry.name, p.ink));
                        });
                        for month in &entry.months {
                            row.col(|ui| amount(ui, *month, unit, cell));
                        }
                        row.col(|ui| {
                            if let Some(sum) = entry.sum {
                                amount(ui, sum, unit, Type::SmallStrong);
                            }
                        });
                    });
                }
            });
    });
}

fn amount(ui: &mut Ui, amount: Fen, unit: Fen, role: Type) {
    let p = theme::palette(ui);
    // The cell's edge would cut the last digit.
    ui.add_space(3.0);
    if amount == Fen::ZERO {
        line(ui, role, "·", p.muted);
        return;
    }
    let units = (amount.to_yuan() / unit.to_yuan()).round() as i64;
    // a small loss that is written as nought is no warning
    let colour = if role == Type::SmallStrong && units < 0 { p.warn } else { p.ink };
    line(ui, role, &crate::words::count(units), colour);
}
