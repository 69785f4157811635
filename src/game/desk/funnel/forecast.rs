//! Forecasts and what came: month by month, how near the sums were, how good the chances.

use crate::game::desk::bits::{area, figures, line, lines, nothing, section};
use crate::game::desk::cx::Cx;
use crate::game::desk::finance::{self, Scale};
use crate::game::desk::grid::{Column, grid, or_dash};
use crate::game::desk::insight::Insight;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets;
use bevy_egui::egui::{Rect, Ui, vec2};
use egui_plot::{Line, PlotPoints, Points};

/// Draws the page over the room at hand.
pub fn forecast(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let kpis = &insight.kpis;
    section(ui, "", |ui| {
        figures(
            ui,
            &[
                (cx.say("funnel-forecast"), cx.money_short(insight.pipeline.forecast), Some(p.accent)),
                (cx.say("forecast-with-symptoms"), cx.money_short(insight.pipeline.with_symptoms), None),
                (cx.say("forecast-accuracy"), or_dash(kpis.forecast_accuracy.map(|share| cx.percent(share))), None),
                (cx.say("forecast-brier"), or_dash(kpis.brier.map(|score| crate::words::decimal(score, 2))), None),
            ],
        );
        lines(ui, Type::Small, &cx.say("forecast-hint"), p.muted);
    });
    let from = ui.cursor().min;
    let room = ui.available_size();
    let chart = Rect::from_min_size(from, vec2(room.x, (room.y * 0.52).max(140.0)));
    let table = Rect::from_min_size(from + vec2(0.0, chart.height() + 10.0), vec2(room.x, room.y - chart.height() - 10.0));
    area(ui, chart, "forecast-chart", |ui| curve(cx, insight, ui, chart));
    area(ui, table, "forecast-table", |ui| months(cx, insight, ui));
}

fn curve(cx: &Cx, insight: &Insight, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let (filed, came) = (cx.say("forecast-filed"), cx.say("forecast-came"));
    let legend = [(filed.as_str(), p.gold), (came.as_str(), p.accent)];
    finance::chart_frame(ui, rect, &cx.say("forecast-chart"), &legend, |ui, height| {
        if insight.months.len() < 2 {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        let point = |round: crate::sim::units::Round, fen: crate::sim::units::Fen| [f64::from(round.0), fen.to_yuan()];
        let actual: Vec<[f64; 2]> = insight.months.iter().map(|m| point(m.round, m.actual)).collect();
        let expected: Vec<[f64; 2]> = insight.months.iter().filter_map(|m| Some(point(m.round, m.expected?))).collect();
        finance::plot(ui, "forecast", height, Scale::Months(cx), Scale::Money(cx)).include_y(0.0).show(ui, |plot| {
            plot.line(Line::new(came.clone(), PlotPoints::from(actual)).color(p.accent).width(2.5).fill(0.0));
            plot.line(Line::new(filed.clone(), PlotPoints::from(expected.clone())).color(p.gold).width(2.0));
            plot.points(Points::new(filed.clone(), PlotPoints::from(expected)).color(p.gold).radius(3.5));
        });
    });
}

fn months(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        let p = theme::palette(ui);
        if insight.months.is_empty() {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        let columns = [
            Column::rest(cx.say("forecast-month")),
            Column::number(cx.say("forecast-filed"), 110.0),
            Column::number(cx.say("forecast-came"), 110.0),
            Column::number(cx.say("forecast-miss"), 110.0),
            Column::number(cx.say("forecast-accuracy"), 84.0),
        ];
        let months: Vec<_> = insight.months.iter().rev().collect();
        grid(ui, "forecasts", &columns, months.len(), None, |ui, row, column| {
            let month = months[row];
            let (text, colour) = match column {
                0 => (cx.month(month.round), p.ink),
                1 => month.expected.map_or_else(|| (cx.say("forecast-none"), p.muted), |expected| (cx.money(expected), p.ink)),
                2 => (cx.money(month.actual), p.ink),
                3 => (or_dash(month.expected.map(|expected| cx.money(month.actual - expected))), p.muted),
                _ => {
                    let poor = month.accuracy.is_some_and(|accuracy| accuracy < 0.5);
                    (or_dash(month.accuracy.map(|accuracy| cx.percent(accuracy))), if poor { p.warn } else { p.ink })
                }
            };
            line(ui, if column == 4 { Type::Strong } else { Type::Body }, &text, colour);
        });
    });
}
