//! How well tickets were answered: the level kept, the time it took, class by class, and first impressions.

use crate::game::desk::state::Insight;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Column, Scale, area, chart_frame, figures, grid, line, lines, nothing, panel_frame, plot, section};
use crate::insight::Rate;
use crate::insight::service_record::CLASSES;
use crate::prose::writing::or_dash;
use crate::prose::{Prose, names};
use crate::sim::state::Month;
use bevy_egui::egui::{Rect, Ui, vec2};
use egui_plot::{Line, PlotPoints};

fn share(prose: &Prose, rate: Rate) -> String {
    or_dash(rate.share().map(|share| format!("{} ({}/{})", prose.percent(share), rate.part, rate.of)))
}

/// Draws the page over the room at hand.
pub fn record(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let record = &insight.service;
    section(ui, "", |ui| {
        let mut shown = vec![
            (prose.say("queue-in-time"), share(prose, insight.kpis.service_level), Some(p.accent)),
            (prose.say("record-response"), or_dash(record.mean_response.map(|days| crate::words::decimal(days, 1))), None),
            (prose.say("record-first-delivery"), share(prose, record.first_deliveries), None),
            (prose.say("record-first-ticket"), share(prose, record.first_tickets), None),
        ];
        // only where somebody comes of itself, and where something is promised by contract
        for (key, rate) in [("record-capture", insight.kpis.capture), ("record-promises", insight.kpis.promises)] {
            if rate.of > 0 {
                shown.push((prose.say(key), share(prose, rate), None));
            }
        }
        figures(ui, &shown);
        lines(ui, Type::Small, &prose.say("record-first-hint"), p.muted);
    });
    let scale = theme::scale(ui.style());
    let frame = panel_frame(ui);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let size = vec2(ui.available_width(), (22.0 + 3.0 * 26.0 + 4.0) * scale);
        ui.allocate_ui(size, |ui| {
            ui.set_min_size(size);
            ui.set_max_size(size);
            classes(prose, insight, ui);
        });
    });
    let from = ui.cursor().min;
    let room = ui.available_size();
    let half = (room.x - 10.0) / 2.0;
    let left = Rect::from_min_size(from, vec2(half, room.y));
    let right = Rect::from_min_size(from + vec2(half + 10.0, 0.0), vec2(half, room.y));
    area(ui, left, "in-time", |ui| in_time_chart(prose, ui, left));
    area(ui, right, "response", |ui| response_chart(prose, insight, ui, right));
}

fn classes(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let columns = [
        Column::rest(prose.say("record-class")).hint(prose.hint("record-class")),
        Column::number(prose.say("record-open"), 76.0).hint(prose.hint("record-open")),
        Column::number(prose.say("record-in-time"), 76.0).hint(prose.hint("record-in-time")),
        Column::number(prose.say("record-late"), 76.0).hint(prose.hint("record-late")),
        Column::number(prose.say("record-dropped"), 76.0).hint(prose.hint("record-dropped")),
        Column::number(prose.say("record-level"), 76.0).hint(prose.hint("record-level")),
    ];
    grid(ui, "classes", &columns, CLASSES.len(), None, |ui, row, column| {
        let p = theme::palette(ui);
        let class = &insight.service.classes[row];
        let closed = class.in_time + class.late + class.dropped;
        let (text, colour) = match column {
            0 => (prose.title(names::severity(CLASSES[row])), p.ink),
            1 => (class.open.to_string(), p.ink),
            2 => (class.in_time.to_string(), p.ink),
            3 => (class.late.to_string(), p.ink),
            4 => (class.dropped.to_string(), if class.dropped > 0 { p.warn } else { p.ink }),
            _ => (or_dash(Rate { part: class.in_time, of: closed }.share().map(|share| prose.percent(share))), p.accent),
        };
        line(ui, if column == 0 || column == 5 { Type::Strong } else { Type::Body }, &text, colour);
    });
}

fn in_time_chart(prose: &Prose, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &prose.say("queue-in-time"), &[], |ui, height| {
        let share = |m: &Month| (m.tickets > 0).then(|| [f64::from(m.round.0), f64::from(m.tickets_in_time) / f64::from(m.tickets) * 100.0]);
        let points: Vec<[f64; 2]> = prose.view.past.months.iter().filter_map(share).collect();
        if points.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let name = prose.say("queue-in-time");
        plot(ui, "in-time", height, Scale::Months(prose), Scale::Percent)
            .include_y(0.0)
            .include_y(100.0)
            .show(ui, |plot| plot.line(Line::new(name, PlotPoints::from(points)).color(p.accent).width(2.5)));
    });
}

fn response_chart(prose: &Prose, insight: &Insight, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &prose.say("record-response"), &[], |ui, height| {
        let points: Vec<[f64; 2]> = insight.service.response.iter().map(|(round, days)| [f64::from(round.0), *days]).collect();
        if points.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let name = prose.say("record-response");
        plot(ui, "response", height, Scale::Months(prose), Scale::Few)
            .include_y(0.0)
            .include_y(3.0)
            .show(ui, |plot| plot.line(Line::new(name, PlotPoints::from(points)).color(p.gold).width(2.5)));
    });
}
