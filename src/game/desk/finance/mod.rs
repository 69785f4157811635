//! Goods and money: profit and loss, the way of the cash, what winning customers costs, stock and receivables.

mod books;
pub mod goods;
mod kpis;

use super::bits::{area, dot, figures, line, nothing, section, sides};
use super::cx::Cx;
use super::insight::Insight;
use super::state::{Desk, FinancePage};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, segmented};
use crate::sim::state::EntryKind;
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Color32, Rect, Ui, vec2};
use egui_plot::{AxisHints, GridInput, GridMark, Line, Plot, PlotPoints};
use std::ops::RangeInclusive;

fn total(cx: &Cx, kind: EntryKind) -> Fen {
    cx.view.past.ledger.iter().filter(|e| e.kind == kind).map(|e| e.amount).sum()
}

/// Draws the tab over `rect`.
pub fn finance(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "finance", |ui| {
        heads(cx, insight, ui);
        let names = FinancePage::ALL.map(|page| cx.say(page_key(page)));
        let choices: Vec<(FinancePage, &str)> = FinancePage::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
        segmented(ui, &mut desk.finance, &choices);
        let from = ui.cursor().min;
        let rest = Rect::from_min_max(from, rect.max);
        let chart = Rect::from_min_size(from, vec2(rest.width(), (rest.height() * 0.34).max(132.0)));
        let table = Rect::from_min_max(from + vec2(0.0, chart.height() + 10.0), rect.max);
        match desk.finance {
            FinancePage::Account => {
                area(ui, chart, "cash", |ui| cash_chart(cx, ui, chart));
                area(ui, table, "account", |ui| books::account(cx, ui));
            }
            FinancePage::Flow => {
                area(ui, chart, "profit", |ui| profit_chart(cx, ui, chart));
                area(ui, table, "flow", |ui| books::cash_flow(cx, ui));
            }
            FinancePage::Marketing => area(ui, rest, "marketing", |ui| books::marketing(cx, ui)),
            FinancePage::Goods => goods::goods(cx, desk, ui, rest),
            FinancePage::Figures => area(ui, rest, "figures", |ui| kpis::kpis(cx, insight, ui)),
        }
    });
}

const fn page_key(page: FinancePage) -> &'static str {
    match page {
        FinancePage::Account => "finance-page-account",
        FinancePage::Flow => "finance-page-flow",
        FinancePage::Marketing => "finance-page-marketing",
        FinancePage::Goods => "finance-page-goods",
        FinancePage::Figures => "finance-page-figures",
    }
}

fn heads(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let revenue = total(cx, EntryKind::Sale) + total(cx, EntryKind::Fee);
    let each = |cost: Option<Fen>| cost.map_or_else(|| "—".to_owned(), |cost| cx.money_short(cost));
    let contribution = cx.view.past.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far);
    section(ui, "", |ui| {
        let p = theme::palette(ui);
        figures(
            ui,
            &[
                (cx.say("finance-cash"), cx.money_short(cx.view.cash), None),
                (cx.say("finance-revenue"), cx.money_short(revenue), None),
                (cx.say("finance-contribution"), cx.money_short(contribution), Some(if contribution < Fen::ZERO { p.warn } else { p.good() })),
                (cx.say("finance-per-lead"), each(insight.kpis.cost_per_lead), None),
                (cx.say("finance-per-sale"), each(insight.kpis.cost_per_sale), None),
            ],
        );
    });
}

fn cash_chart(cx: &Cx, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &cx.say("finance-curve"), &[], |ui, height| {
        let opening = total(cx, EntryKind::Opening).to_yuan();
        let mut points = vec![[0.0, opening]];
        points.extend(cx.view.past.months.iter().map(|m| [f64::from(m.round.0), m.cash.to_yuan()]));
        if points.len() < 2 {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        let name = cx.say("finance-cash");
        plot(ui, "cash", height, Scale::Months(cx), Scale::Money(cx))
            .include_y(0.0)
            .show(ui, |plot| plot.line(Line::new(name, PlotPoints::from(points)).color(p.accent).width(2.5).fill(0.0)));
    });
}

/// Profit and the change of cash so far: they part where customers pay later or goods are bought ahead.
fn profit_chart(cx: &Cx, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let (profit_name, cash_name) = (cx.say("finance-contribution"), cx.say("finance-cash-change"));
    let legend = [(profit_name.as_str(), p.gold), (cash_name.as_str(), p.accent)];
    chart_frame(ui, rect, &cx.say("finance-profit-curve"), &legend, |ui, height| {
        let opening = total(cx, EntryKind::Opening);
        let curve = |of: fn(&crate::sim::state::Month, Fen) -> Fen| -> Vec<[f64; 2]> {
            let months = cx.view.past.months.iter().map(|m| [f64::from(m.round.0), of(m, opening).to_yuan()]);
            std::iter::once([0.0, 0.0]).chain(months).collect()
        };
        let (profit, cash) = (curve(|m, _| m.contribution_so_far), curve(|m, opening| m.cash - opening));
        if profit.len() < 2 {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        plot(ui, "profit", height, Scale::Months(cx), Scale::Money(cx)).include_y(0.0).show(ui, |plot| {
            // Where all is paid at once the two are one line: the wider one shows beside the other.
            plot.line(Line::new(profit_name.clone(), PlotPoints::from(profit)).color(p.gold).width(5.0));
            plot.line(Line::new(cash_name.clone(), PlotPoints::from(cash)).color(p.accent).width(2.0));
        });
    });
}

/// The name of a month under a chart.
pub fn months<'a>(cx: &Cx<'a>) -> impl Fn(GridMark, &RangeInclusive<f64>) -> String + use<'a> {
    let cx = *cx;
    move |mark, _| {
        let round = mark.value.round();
        if round < 1.0 || round > f64::from(cx.view.rounds) || (mark.value - round).abs() > 0.01 {
            return String::new();
        }
        short_month(&cx, Round(round as u16))
    }
}

/// The first letters of a month's name.
#[must_use]
pub fn short_month(cx: &Cx, round: Round) -> String {
    let name = cx.month_name(round);
    match cx.lang {
        crate::words::Lang::En => name.chars().take(3).collect(),
        crate::words::Lang::Zh => name,
    }
}

/// A mark for each month, or for each second or third where they would crowd.
fn whole(input: GridInput) -> Vec<GridMark> {
    // The base step is eight points wide; a name needs some thirty, and has as much room as from one mark to the next.
    let step = (input.base_step_size * 4.2).ceil().max(1.0) as i64;
    let (from, to) = (input.bounds.0.ceil() as i64, input.bounds.1.floor() as i64);
    (from..=to.min(from + 120)).filter(|value| value % step == 0).map(|value| GridMark { value: value as f64, step_size: step as f64 }).collect()
}

/// Marks at every quarter of a hundred.
#[must_use]
pub fn quarters(_: GridInput) -> Vec<GridMark> {
    (0..=4_u8).map(|step| GridMark { value: f64::from(step) * 25.0, step_size: 25.0 }).collect()
}

/// Four or five round numbers.
fn few(input: GridInput) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    // The base step is eight points: marks nearer than two of them would lose their names.
    let rough = ((high - low) / 5.0).max(2.2 * input.base_step_size).max(1e-9);
    let mut step = 1.0;
    while step * 10.0 <= rough {
        step *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * step).find(|step| *step >= rough).unwrap_or(rough);
    let (from, to) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (from..=to.min(from + 12)).map(|count| GridMark { value: count as f64 * step, step_size: step }).collect()
}

/// What stands along an axis of a chart.
pub enum Scale<'a> {
    Months(&'a Cx<'a>),
    Money(&'a Cx<'a>),
    Percent,
    Points,
    /// A few units.
    Few,
}

/// A chart without the things one does to charts in a laboratory.
#[must_use]
pub fn plot<'a>(ui: &Ui, name: &'static str, height: f32, x: Scale<'a>, y: Scale<'a>) -> Plot<'a> {
    let hints = |hints: AxisHints<'a>, scale: &Scale<'a>| match *scale {
        Scale::Months(cx) => hints.formatter(months(cx)).label_spacing(18.0..=22.0),
        Scale::Money(cx) => hints.formatter(move |mark, _| cx.money_short(Fen::yuan(mark.value as i64))).label_spacing(12.0..=18.0),
        Scale::Percent => hints.formatter(|mark, _| format!("{}%", crate::words::decimal(mark.value, 0))).label_spacing(12.0..=18.0),
        Scale::Points => hints.formatter(|mark, _| crate::words::decimal(mark.value, 0)).label_spacing(12.0..=18.0),
        Scale::Few => hints.formatter(|mark, _| crate::words::decimal(mark.value, 1)).label_spacing(12.0..=18.0),
    };
    let spacer = |scale: &Scale<'a>| match scale {
        Scale::Months(_) => whole,
        Scale::Money(_) | Scale::Few => few,
        Scale::Percent | Scale::Points => quarters,
    };
    Plot::new(name)
        .height(height)
        .grid_color(theme::palette(ui).line)
        .grid_fade(0.0)
        .show_grid([false, true])
        .x_grid_spacer(spacer(&x))
        .y_grid_spacer(spacer(&y))
        .custom_x_axes(vec![hints(AxisHints::new_x(), &x)])
        .custom_y_axes(vec![hints(AxisHints::new_y(), &y)])
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_background(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .set_margin_fraction(vec2(0.05, 0.08))
}

/// A card with a heading, what its colours mean, and the room left for a chart.
pub fn chart_frame(ui: &mut Ui, rect: Rect, heading: &str, legend: &[(&str, Color32)], add: impl FnOnce(&mut Ui, f32)) {
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        ui.spacing_mut().item_spacing.y = 4.0;
        sides(
            ui,
            22.0 * theme::scale(ui.style()),
            |ui| widgets::heading(ui, heading),
            |ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                for (name, colour) in legend.iter().rev() {
                    line(ui, Type::Small, name, theme::palette(ui).muted);
                    dot(ui, *colour);
                    ui.add_space(10.0);
                }
            },
        );
        let height = ui.available_height();
        add(ui, height);
    });
}
