//! Who is still there and what is to come: P(alive), expected purchases and lifetime value of every buyer.

use crate::game::desk::state::{Desk, Insight, SheetTab};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Column, bar, figures, grid, heading, line, lines, nothing, panel_frame, section};
use crate::insight::mean;
use crate::insight::portfolio::Row;
use crate::prose::Prose;
use crate::prose::writing::or_dash;
use crate::sim::units::{CustomerId, Fen};
use bevy_egui::egui::Ui;

/// A chance to be there below this is worth a call.
const DOUBTFUL: f64 = 0.5;

fn yuan(yuan: f64) -> Fen {
    Fen((yuan * 100.0).round() as i64)
}

/// Draws the page over the room at hand.
pub fn lifetime(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    section(ui, "", |ui| {
        let alive = mean(insight.rows.iter().map(|row| row.p_alive));
        let expected: f64 = insight.rows.iter().map(|row| row.expected).sum();
        let value: f64 = insight.rows.iter().map(|row| row.value).sum();
        figures(
            ui,
            &[
                (prose.say("value-buyers"), insight.rows.len().to_string(), None),
                (prose.say("lifetime-alive-mean"), or_dash(alive.map(|share| prose.percent(share))), None),
                (prose.say("lifetime-expected-all"), crate::words::decimal(expected, 1), None),
                (prose.say("lifetime-value-all"), prose.money_short(yuan(value)), None),
                (prose.say("lifetime-equity"), prose.money_short(insight.kpis.expected_equity), Some(p.accent)),
            ],
        );
        lines(ui, Type::Small, &prose.say("lifetime-hint"), p.muted);
    });
    let frame = panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        if insight.rows.is_empty() {
            heading(ui, &prose.say("value-page-lifetime"));
            nothing(ui, &prose.say("value-none"));
            return;
        }
        table(prose, desk, insight, ui);
    });
}

fn table(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let mut rows: Vec<&Row<CustomerId>> = insight.rows.iter().collect();
    rows.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.id.cmp(&b.id)));
    let columns = [
        Column::rest(prose.say("lifetime-customer")).hint(prose.hint("lifetime-customer")),
        Column::number(prose.say("value-order-count"), 46.0).hint(prose.hint("value-order-count")),
        Column::number(prose.say("lifetime-last"), 74.0).hint(prose.hint("lifetime-last")),
        Column::words(prose.say("lifetime-alive"), 92.0).hint(prose.hint("lifetime-alive")),
        Column::number(prose.say("lifetime-expected"), 70.0).hint(prose.hint("lifetime-expected")),
        Column::number(prose.say("lifetime-each"), 76.0).hint(prose.hint("lifetime-each")),
        Column::number(prose.say("lifetime-value"), 82.0).hint(prose.hint("lifetime-value")),
    ];
    let chosen = rows.iter().position(|row| desk.selected == Some(row.id));
    let clicked = grid(ui, "lifetime", &columns, rows.len(), chosen, |ui, place, column| {
        let p = theme::palette(ui);
        let row = rows[place];
        match column {
            0 => {
                line(ui, Type::Strong, &prose.customer(row.id), p.ink);
            }
            1 => {
                line(ui, Type::Body, &row.orders.to_string(), p.ink);
            }
            2 => {
                line(ui, Type::Small, &row.last.to_string(), p.muted);
            }
            3 => {
                ui.spacing_mut().item_spacing.x = 6.0;
                let doubtful = row.p_alive < DOUBTFUL;
                // after one order the model cannot tell
                let known = row.summary.frequency > 0.0;
                let colour = match (known, doubtful) {
                    (false, _) => p.muted,
                    (true, true) => p.warn,
                    (true, false) => p.good(),
                };
                bar(ui, 40.0, row.p_alive as f32, colour);
                line(ui, if known { Type::Strong } else { Type::Body }, &prose.percent(row.p_alive), if known && !doubtful { p.ink } else { colour });
            }
            4 => {
                line(ui, Type::Body, &crate::words::decimal(row.expected, 1), p.ink);
            }
            5 => {
                line(ui, Type::Body, &prose.money_short(yuan(row.expected_amount)), p.ink);
            }
            _ => {
                line(ui, Type::Strong, &prose.money_short(yuan(row.value)), p.accent);
            }
        }
    });
    if let Some(row) = clicked.and_then(|place| rows.get(place)) {
        desk.open(row.id, Some(SheetTab::Value));
    }
}
