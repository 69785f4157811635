//! The six stages with their amounts, their age and their proof, and the open deals below.

use crate::game::desk::funnel::signs;
use crate::game::desk::state::{Desk, Insight, SheetTab};
use crate::game::theme::{self, Role as Type, icons, mix};
use crate::game::widgets::{self, Column, Tone, chip, explained, figures, grid, line, nothing, section};
use crate::insight::funnel::amount;
use crate::insight::pipeline::Row;
use crate::insight::symptom::symptoms;
use crate::prose::writing::or_dash;
use crate::prose::{Prose, names, open_deals};
use crate::sim::cards::Action;
use crate::sim::knowledge::DealView;
use bevy_egui::egui::{Align2, Color32, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Draws the page over the room at hand.
pub fn stages(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let pipeline = &insight.pipeline;
    let p = theme::palette(ui);
    let (deals, sum) = pipeline.rows.iter().fold((0, crate::sim::units::Fen::ZERO), |(deals, sum), row| (deals + row.now.deals, sum + row.now.amount));
    let won = insight.ability.won;
    let rate = or_dash(won.share().map(|share| prose.percent(share)));
    // the card of the plan files what the deals may bring as they stand today
    let files = |action: &Action| match action {
        Action::Forecast(_) => Some(prose.view.expected_from_deals() + prose.view.hoped_from_bids()),
        Action::OwnForecast(own) => Some(own.amount),
        _ => None,
    };
    let filed = prose.view.plan.iter().find_map(|planned| files(&planned.card.action));
    let filed = filed.map_or_else(|| prose.say("funnel-not-filed"), |amount| prose.money_short(amount));
    section(ui, "", |ui| {
        figures(
            ui,
            &[
                (prose.say("funnel-open"), deals.to_string(), None),
                (prose.say("funnel-amount"), prose.money_short(sum), None),
                (prose.say("funnel-forecast"), prose.money_short(pipeline.forecast), Some(p.accent)),
                (prose.say("funnel-filed"), filed, None),
                (prose.say("funnel-won"), format!("{rate} ({}/{})", won.part, won.of), None),
            ],
        );
    });
    let frame = widgets::panel_frame(ui);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let height = (ui.available_height() * 0.52).clamp(150.0, 330.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        bands(prose, ui, rect, &pipeline.rows);
    });
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        list(prose, desk, ui);
    });
}

/// What the columns right of the bands say.
const COLUMNS: [&str; 6] = ["stages-amount", "stages-rate", "stages-weighted", "stages-months", "stages-proven", "stages-closed"];

fn cells(prose: &Prose, row: &Row) -> [String; 6] {
    let there = row.now.deals > 0;
    let months = row.waiting.map(|months| crate::words::decimal(months, 1));
    [
        if there { prose.money_short(row.now.amount) } else { "·".to_owned() },
        prose.percent(row.now.win_rate),
        if there { prose.money_short(row.now.weighted) } else { "·".to_owned() },
        months.unwrap_or_else(|| "·".to_owned()),
        if there { format!("{}/{}", row.proven.part, row.proven.of) } else { "·".to_owned() },
        or_dash(row.closed.share().map(|share| prose.percent(share))),
    ]
}

/// Bands that narrow from the lead to the oral yes; a band with more money in it is stronger in colour.
fn bands(prose: &Prose, ui: &mut Ui, rect: Rect, rows: &[Row; 6]) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let head = 20.0 * scale;
    let shape = rect.with_max_x(rect.left() + rect.width() * 0.36);
    let step = (rect.right() - shape.right()) / COLUMNS.len() as f32;
    let right = |column: usize| shape.right() + step * (column as f32 + 1.0);
    for (column, key) in COLUMNS.into_iter().enumerate() {
        let text = prose.say(key);
        let at = pos2(right(column), rect.top() + head / 2.0);
        let shown = ui.painter().text(at, Align2::RIGHT_CENTER, &text, theme::font(ui, Type::Caption), p.muted);
        let response = ui.interact(shown.expand(3.0), ui.id().with(key), Sense::hover());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, &text));
        explained(response, &text, &prose.hint(key));
    }
    let gap = 3.0;
    let height = (rect.height() - head - 5.0 * gap) / 6.0;
    let most = rows.iter().map(|row| row.now.amount.0).max().unwrap_or(0).max(1) as f32;
    for (index, row) in rows.iter().enumerate() {
        let top = rect.top() + head + index as f32 * (height + gap);
        let middle = top + height / 2.0;
        let at = |step: f32| shape.width() * (1.0 - 0.5 * step / 6.0) / 2.0;
        let (wide, narrow) = (at(index as f32), at(index as f32 + 1.0));
        let centre = shape.center().x;
        let share = if row.now.deals == 0 { 0.0 } else { 0.35 + 0.65 * (row.now.amount.0 as f32 / most).sqrt() };
        let colour = if row.now.deals == 0 { p.sunk } else { mix(mix(p.surface, p.blue, 0.25), p.blue, share) };
        let points = vec![pos2(centre - wide, top), pos2(centre + wide, top), pos2(centre + narrow, top + height), pos2(centre - narrow, top + height)];
        ui.painter().add(Shape::convex_polygon(points, colour, Stroke::NONE));
        let ink = match row.now.deals {
            0 => p.muted,
            _ if share > 0.55 => p.on_colour,
            _ => p.ink,
        };
        let name = prose.say(names::stage(index as u8 + 1));
        let text = if row.now.deals == 0 { name } else { format!("{name} · {}", row.now.deals) };
        ui.painter().text(pos2(centre, middle), Align2::CENTER_CENTER, text, theme::font(ui, Type::SmallStrong), ink);
        for (column, text) in cells(prose, row).into_iter().enumerate() {
            let colour = number_colour(ui, row, column);
            let role = if column == 2 { Type::Strong } else { Type::Body };
            ui.painter().text(pos2(right(column), middle), Align2::RIGHT_CENTER, text, theme::font(ui, role), colour);
        }
        let band = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + height));
        let response = ui.interact(band, ui.id().with(("stage", index)), Sense::hover());
        response.on_hover_ui(|ui| explain(prose, ui, row, index as u8 + 1));
    }
}

fn number_colour(ui: &Ui, row: &Row, column: usize) -> Color32 {
    let p = theme::palette(ui);
    let unproven = row.proven.part < row.proven.of;
    match column {
        _ if column != 1 && column != 5 && row.now.deals == 0 => p.muted,
        2 => p.accent,
        4 if unproven => p.warn,
        1 => p.muted,
        _ => p.ink,
    }
}

/// What proves the stage, and how deals fared that were there.
fn explain(prose: &Prose, ui: &mut Ui, row: &Row, stage: u8) {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Strong, prose.say(names::stage(stage))));
    let text = open_deals::stage_needs(prose, stage);
    ui.label(theme::text(ui, Type::Small, text).color(p.muted));
    if let Some(usual) = row.usual {
        ui.label(theme::text(ui, Type::Small, prose.say_with("stages-usual", &[("months", crate::words::decimal(usual, 1).into())])));
    }
    if row.passed.of > 0 {
        let args = [("part", row.passed.part.into()), ("of", row.passed.of.into())];
        ui.label(theme::text(ui, Type::Small, prose.say_with("stages-passed", &args)));
    }
    if row.now.deals > 0 {
        ui.label(theme::text(ui, Type::Small, prose.say_with("stages-longest", &[("months", row.longest.into())])));
    }
}

fn list(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let mut open: Vec<&DealView> = prose.view.deals.iter().filter(|d| d.open()).collect();
    open.sort_by_key(|d| (d.due, std::cmp::Reverse(d.value), d.id));
    if open.is_empty() {
        widgets::heading(ui, &prose.say_with("funnel-list", &[("count", 0.into())]));
        nothing(ui, &prose.say("funnel-empty"));
        return;
    }
    let columns = [
        Column::rest(prose.say_with("funnel-list", &[("count", open.len().into())])).hint(prose.hint("funnel-list")),
        Column::words(prose.say("deals-stage"), if prose.lang == crate::words::Lang::Zh { 88.0 } else { 122.0 }).hint(prose.hint("deals-stage")),
        Column::words(prose.say("deals-symptoms"), 72.0).hint(prose.hint("deals-symptoms")),
        Column::number(prose.say("deals-months"), 52.0).hint(prose.hint("deals-months")),
        Column::number(prose.say("stages-amount"), 66.0).hint(prose.hint("stages-amount")),
        Column::words(prose.say("deals-decides"), 98.0).hint(prose.hint("deals-decides")),
    ];
    let chosen = open.iter().position(|deal| desk.selected == Some(deal.id.customer));
    let clicked = grid(ui, "deals", &columns, open.len(), chosen, |ui, row, column| deal_cell(prose, ui, open[row], column));
    if let Some(deal) = clicked.and_then(|row| open.get(row)) {
        desk.open(deal.id.customer, Some(SheetTab::Deals));
    }
}

fn deal_cell(prose: &Prose, ui: &mut Ui, deal: &DealView, column: usize) {
    use line;
    let p = theme::palette(ui);
    match column {
        0 => {
            line(ui, Type::Strong, &prose.customer(deal.id.customer), p.ink);
            line(ui, Type::Small, &prose.deal(deal.id), p.muted).on_hover_text(open_deals::about(prose, deal));
        }
        1 => {
            line(ui, Type::Small, &prose.say(names::stage(deal.stage)), p.ink);
        }
        2 => {
            signs::marks(prose, ui, &symptoms(prose.view, deal));
        }
        3 => {
            let months = prose.view.round.since(deal.stage_since);
            let stuck = months >= prose.view.guide.rules.insight.stuck_rounds;
            let text = if stuck { format!("{} {months}", icons::HOURGLASS) } else { months.to_string() };
            line(ui, Type::Body, &text, if stuck { p.gold } else { p.ink });
        }
        4 => {
            line(ui, Type::Strong, &prose.money_short(amount(deal)), p.ink);
        }
        _ => {
            let now = deal.due.since(prose.view.round) == 0;
            let key = if now { "deals-this-month" } else { "deals-next-month" };
            chip(ui, if now { Tone::Due } else { Tone::Plain }, &prose.say(key));
        }
    }
}
