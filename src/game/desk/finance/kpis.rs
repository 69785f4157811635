//! The key figures of customer management in a row, each with what it counts.

use crate::game::desk::state::Insight;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Column, grid, line, panel_frame};
use crate::prose::Prose;
use crate::prose::key_figures::{self, KeyFigure};
use bevy_egui::egui::Ui;

/// Draws the page over the room at hand.
pub fn kpis(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let rows = key_figures::rows(prose, &insight.kpis);
    let frame = panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        let columns = [
            Column::words(prose.say("kpi-name"), 190.0).hint(prose.hint("kpi-name")),
            Column::number(prose.say("kpi-value"), 104.0).hint(prose.hint("kpi-value")),
            Column::rest(prose.say("kpi-counts")).hint(prose.hint("kpi-counts")),
        ];
        grid(ui, "kpis", &columns, rows.len(), None, |ui, row, column| {
            let p = theme::palette(ui);
            let KeyFigure { name, value, counts } = &rows[row];
            match column {
                0 => line(ui, Type::Strong, name, p.ink),
                1 => line(ui, Type::Strong, value, p.accent),
                _ => line(ui, Type::Small, counts, p.muted),
            };
        });
    });
}
