//! Who is still there and what is to come: P(alive), expected purchases and lifetime value of every buyer.

use crate::game::desk::bits::{figures, line, lines, nothing, section};
use crate::game::desk::cx::Cx;
use crate::game::desk::grid::{Column, grid, or_dash};
use crate::game::desk::insight::Insight;
use crate::game::desk::state::{Desk, SheetTab};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{bar, heading, panel_frame};
use crate::insight::mean;
use crate::insight::portfolio::Row;
use crate::sim::units::{CustomerId, Fen};
use bevy_egui::egui::Ui;

/// A chance to be there below this is worth a call.
const DOUBTFUL: f64 = 0.5;

fn yuan(yuan: f64) -> Fen {
    Fen((yuan * 100.0).round() as i64)
}

/// Draws the page over the room at hand.
pub fn lifetime(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    section(ui, "", |ui| {
        let alive = mean(insight.rows.iter().map(|row| row.p_alive));
        let expected: f64 = insight.rows.iter().map(|row| row.expected).sum();
        let value: f64 = insight.rows.iter().map(|row| row.value).sum();
        figures(
            ui,
            &[
                (cx.say("value-buyers"), insight.rows.len().to_string(), None),
                (cx.say("lifetime-alive-mean"), or_dash(alive.map(|share| cx.percent(share))), None),
                (cx.say("lifetime-expected-all"), crate::words::decimal(expected, 1), None),
                (cx.say("lifetime-value-all"), cx.money_short(yuan(value)), None),
                (cx.say("lifetime-equity"), cx.money_short(insight.kpis.expected_equity), Some(p.accent)),
            ],
        );
        lines(ui, Type::Small, &cx.say("lifetime-hint"), p.muted);
    });
    let frame = panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        if insight.rows.is_empty() {
            heading(ui, &cx.say("value-page-lifetime"));
            nothing(ui, &cx.say("value-none"));
            return;
        }
        table(cx, desk, insight, ui);
    });
}

fn table(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let mut rows: Vec<&Row<CustomerId>> = insight.rows.iter().collect();
    rows.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.id.cmp(&b.id)));
    let columns = [
        Column::rest(cx.say("lifetime-customer")),
        Column::number(cx.say("value-order-count"), 46.0),
        Column::number(cx.say("lifetime-last"), 74.0),
        Column::words(cx.say("lifetime-alive"), 92.0),
        Column::number(cx.say("lifetime-expected"), 70.0),
        Column::number(cx.say("lifetime-each"), 76.0),
        Column::number(cx.say("lifetime-value"), 82.0),
    ];
    let chosen = rows.iter().position(|row| desk.selected == Some(row.id));
    let clicked = grid(ui, "lifetime", &columns, rows.len(), chosen, |ui, place, column| {
        let p = theme::palette(ui);
        let row = rows[place];
        match column {
            0 => {
                line(ui, Type::Strong, &cx.customer(row.id), p.ink);
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
                line(ui, if known { Type::Strong } else { Type::Body }, &cx.percent(row.p_alive), if known && !doubtful { p.ink } else { colour });
            }
            4 => {
                line(ui, Type::Body, &crate::words::decimal(row.expected, 1), p.ink);
            }
            5 => {
                line(ui, Type::Body, &cx.money_short(yuan(row.expected_amount)), p.ink);
            }
            _ => {
                line(ui, Type::Strong, &cx.money_short(yuan(row.value)), p.accent);
            }
        }
    });
    if let Some(row) = clicked.and_then(|place| rows.get(place)) {
        desk.open(row.id, Some(SheetTab::Value));
    }
}
