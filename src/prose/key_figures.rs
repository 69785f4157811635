//! The key figures of customer management in words, each with what it counts.

use super::wording::Prose;
use super::writing::or_dash;
use super::{forecasts, names};
use crate::insight::Rate;
use crate::insight::kpi::Kpis;
use crate::sim::units::Fen;
use crate::words;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is called.
    pub name: String,
    /// What it comes to; a dash where there is nothing to measure.
    pub value: String,
    /// What is counted.
    pub counts: String,
}

/// The key figures in a row; a dash where there is nothing to measure yet.
#[must_use]
pub fn rows(prose: &Prose, kpis: &Kpis) -> Vec<KeyFigure> {
    let percent = |share: Option<f64>| or_dash(share.map(|share| prose.percent(share)));
    let rate = |rate: Rate| or_dash(rate.share().map(|share| format!("{} ({}/{})", prose.percent(share), rate.part, rate.of)));
    let money = |fen: Option<Fen>| or_dash(fen.map(|fen| prose.money(fen)));
    let rows = [
        ("kpi-lead-cost", "kpi-lead-cost-counts", money(kpis.cost_per_lead)),
        ("kpi-sale-cost", "kpi-sale-cost-counts", money(kpis.cost_per_sale)),
        ("kpi-repeat", "kpi-repeat-counts", rate(kpis.repeat)),
        ("kpi-churn", "kpi-churn-counts", rate(kpis.churn)),
        ("kpi-churn-year", "kpi-churn-year-counts", percent(kpis.yearly_churn)),
        ("kpi-equity", "kpi-equity-counts", prose.money_short(kpis.expected_equity)),
        ("kpi-wallet", "kpi-wallet-counts", percent(kpis.wallet)),
        ("kpi-nps", "kpi-nps-counts", or_dash(kpis.net_promoters.map(|share| words::signed(share * 100.0, 0)))),
        ("kpi-accuracy", "kpi-accuracy-counts", forecasts::accuracy(prose, kpis.forecast_accuracy)),
        ("kpi-brier", "kpi-brier-counts", or_dash(kpis.brier.map(|score| words::decimal(score, 3)))),
        ("kpi-outside", "kpi-outside-counts", percent(kpis.outside_funnel)),
        ("kpi-service", "kpi-service-counts", rate(kpis.service_level)),
        ("kpi-response", "kpi-response-counts", or_dash(kpis.response.map(|days| words::decimal(days, 1)))),
        ("kpi-hygiene", "kpi-hygiene-counts", percent(kpis.hygiene)),
        ("kpi-log", "kpi-log-counts", rate(kpis.log_coverage)),
    ];
    let mut list: Vec<KeyFigure> = rows.into_iter().map(|(key, counts, value)| KeyFigure { name: prose.say(key), value, counts: prose.say(counts) }).collect();
    // only where somebody comes of itself, and where something is promised by contract
    for (key, counts, of) in [("record-capture", "kpi-capture-counts", kpis.capture), ("record-promises", "kpi-promises-counts", kpis.promises)] {
        if of.of > 0 {
            list.push(KeyFigure { name: prose.say(key), value: rate(of), counts: prose.say(counts) });
        }
    }
    let close = kpis.close.iter().zip(1_u8..).map(|(closed, stage)| {
        let name = prose.say_with("kpi-close", &[("stage", prose.say(names::stage(stage)).into())]);
        KeyFigure { name, value: rate(*closed), counts: prose.say("kpi-close-counts") }
    });
    list.extend(close);
    list
}
