//! Forecasts and what came: month by month, how near the sums were, how good the chances.

use crate::game::desk::state::Insight;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, Column, Scale, area, chart_frame, figures, grid, line, lines, nothing, plot, section};
use crate::prose::writing::or_dash;
use crate::prose::{Prose, forecasts};
use bevy_egui::egui::{Rect, Ui, vec2};
use egui_plot::{Line, PlotPoints, Points};

/// Draws the page over the room at hand.
pub fn forecast(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let kpis = &insight.kpis;
    section(ui, "", |ui| {
        figures(
            ui,
            &[
                (prose.say("funnel-forecast"), prose.money_short(insight.pipeline.forecast), Some(p.accent)),
                (prose.say("forecast-with-symptoms"), prose.money_short(insight.pipeline.with_symptoms), None),
                (prose.say("forecast-accuracy"), forecasts::accuracy(prose, kpis.forecast_accuracy), None),
                (prose.say("forecast-brier"), or_dash(kpis.brier.map(|score| crate::words::decimal(score, 2))), None),
            ],
        );
        lines(ui, Type::Small, &prose.say("forecast-hint"), p.muted);
    });
    let from = ui.cursor().min;
    let room = ui.available_size();
    let chart = Rect::from_min_size(from, vec2(room.x, (room.y * 0.52).max(140.0)));
    let table = Rect::from_min_size(from + vec2(0.0, chart.height() + 10.0), vec2(room.x, room.y - chart.height() - 10.0));
    area(ui, chart, "forecast-chart", |ui| curve(prose, insight, ui, chart));
    area(ui, table, "forecast-table", |ui| months(prose, insight, ui));
}

fn curve(prose: &Prose, insight: &Insight, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let (filed, came) = (prose.say("forecast-filed"), prose.say("forecast-came"));
    let legend = [(filed.as_str(), p.gold), (came.as_str(), p.accent)];
    chart_frame(ui, rect, &prose.say("forecast-chart"), &legend, |ui, height| {
        if insight.months.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let point = |round: crate::sim::units::Round, fen: crate::sim::units::Fen| [f64::from(round.0), fen.to_yuan()];
        let actual: Vec<[f64; 2]> = insight.months.iter().map(|m| point(m.round, m.actual)).collect();
        let expected: Vec<[f64; 2]> = insight.months.iter().filter_map(|m| Some(point(m.round, m.expected?))).collect();
        plot(ui, "forecast", height, Scale::Months(prose), Scale::Money(prose)).include_y(0.0).show(ui, |plot| {
            plot.line(Line::new(came.clone(), PlotPoints::from(actual)).color(p.accent).width(2.5).fill(0.0));
            plot.line(Line::new(filed.clone(), PlotPoints::from(expected.clone())).color(p.gold).width(2.0));
            plot.points(Points::new(filed.clone(), PlotPoints::from(expected)).color(p.gold).radius(3.5));
        });
    });
}

fn months(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        let p = theme::palette(ui);
        if insight.months.is_empty() {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let columns = [
            Column::rest(prose.say("forecast-month")).hint(prose.hint("forecast-month")),
            Column::number(prose.say("forecast-filed"), 110.0).hint(prose.hint("forecast-filed")),
            Column::number(prose.say("forecast-came"), 110.0).hint(prose.hint("forecast-came")),
            Column::number(prose.say("forecast-miss"), 110.0).hint(prose.hint("forecast-miss")),
            Column::number(prose.say("forecast-accuracy"), 84.0).hint(prose.hint("forecast-accuracy")),
        ];
        let months: Vec<_> = insight.months.iter().rev().collect();
        grid(ui, "forecasts", &columns, months.len(), None, |ui, row, column| {
            let month = months[row];
            let (text, colour) = match column {
                0 => (prose.month(month.round), p.ink),
                1 => month.expected.map_or_else(|| (prose.say("forecast-none"), p.muted), |expected| (prose.money(expected), p.ink)),
                2 => (prose.money(month.actual), p.ink),
                3 => (or_dash(month.expected.map(|expected| prose.money(month.actual - expected))), p.muted),
                _ => {
                    let poor = month.accuracy.is_some_and(|accuracy| accuracy < 0.5);
                    (forecasts::accuracy_of_month(prose, month), if poor { p.warn } else { p.ink })
                }
            };
            line(ui, if column == 4 { Type::Strong } else { Type::Body }, &text, colour);
        });
    });
}
