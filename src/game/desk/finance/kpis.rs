//! The key figures of customer management in a row, each with what it counts.

use crate::game::desk::bits::line;
use crate::game::desk::cx::Cx;
use crate::game::desk::grid::{Column, grid, or_dash};
use crate::game::desk::insight::Insight;
use crate::game::desk::names;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::panel_frame;
use crate::insight::Rate;
use bevy_egui::egui::Ui;

/// Draws the page over the room at hand.
pub fn kpis(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let rows = rows(cx, insight);
    let frame = panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        let columns = [Column::words(cx.say("kpi-name"), 190.0), Column::number(cx.say("kpi-value"), 104.0), Column::rest(cx.say("kpi-counts"))];
        grid(ui, "kpis", &columns, rows.len(), None, |ui, row, column| {
            let p = theme::palette(ui);
            let (name, value, counts) = &rows[row];
            match column {
                0 => line(ui, Type::Strong, name, p.ink),
                1 => line(ui, Type::Strong, value, p.accent),
                _ => line(ui, Type::Small, counts, p.muted).on_hover_text(counts),
            };
        });
    });
}

/// Name, value, and what is counted.
fn rows(cx: &Cx, insight: &Insight) -> Vec<(String, String, String)> {
    let kpis = &insight.kpis;
    let percent = |share: Option<f64>| or_dash(share.map(|share| cx.percent(share)));
    let rate = |rate: Rate| or_dash(rate.share().map(|share| format!("{} ({}/{})", cx.percent(share), rate.part, rate.of)));
    let money = |fen: Option<crate::sim::units::Fen>| or_dash(fen.map(|fen| cx.money(fen)));
    let rows = [
        ("kpi-lead-cost", "kpi-lead-cost-counts", money(kpis.cost_per_lead)),
        ("kpi-sale-cost", "kpi-sale-cost-counts", money(kpis.cost_per_sale)),
        ("kpi-repeat", "kpi-repeat-counts", rate(kpis.repeat)),
        ("kpi-churn", "kpi-churn-counts", rate(kpis.churn)),
        ("kpi-churn-year", "kpi-churn-year-counts", percent(kpis.yearly_churn)),
        ("kpi-equity", "kpi-equity-counts", cx.money_short(kpis.expected_equity)),
        ("kpi-wallet", "kpi-wallet-counts", percent(kpis.wallet)),
        ("kpi-nps", "kpi-nps-counts", or_dash(kpis.net_promoters.map(|share| crate::words::signed(share * 100.0, 0)))),
        ("kpi-accuracy", "kpi-accuracy-counts", percent(kpis.forecast_accuracy)),
        ("kpi-brier", "kpi-brier-counts", or_dash(kpis.brier.map(|score| crate::words::decimal(score, 3)))),
        ("kpi-outside", "kpi-outside-counts", percent(kpis.outside_funnel)),
        ("kpi-service", "kpi-service-counts", rate(kpis.service_level)),
        ("kpi-response", "kpi-response-counts", or_dash(kpis.response.map(|days| crate::words::decimal(days, 1)))),
        ("kpi-hygiene", "kpi-hygiene-counts", percent(kpis.hygiene)),
        ("kpi-log", "kpi-log-counts", rate(kpis.log_coverage)),
    ];
    let mut list: Vec<(String, String, String)> = rows.into_iter().map(|(key, counts, value)| (cx.say(key), value, cx.say(counts))).collect();
    // only where somebody comes of itself, and where something is promised by contract
    for (key, counts, of) in [("record-capture", "kpi-capture-counts", kpis.capture), ("record-promises", "kpi-promises-counts", kpis.promises)] {
        if of.of > 0 {
            list.push((cx.say(key), rate(of), cx.say(counts)));
        }
    }
    let close = kpis.close.iter().zip(1_u8..).map(|(closed, stage)| {
        let name = cx.say_with("kpi-close", &[("stage", cx.say(names::stage(stage)).into())]);
        (name, rate(*closed), cx.say("kpi-close-counts"))
    });
    list.extend(close);
    list
}
