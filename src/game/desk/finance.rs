//! Money: profit and loss by month from the ledger, the cash curve, what winning customers cost.

use super::bits::{area, figures, line, nothing, section};
use super::cx::Cx;
use super::names;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets;
use crate::sim::state::EntryKind;
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Align, Layout, Rect, ScrollArea, Ui, vec2};
use egui_extras::{Column, TableBuilder};
use egui_plot::{GridMark, Line, Plot, PlotPoints};
use std::ops::RangeInclusive;

/// The lines of the account, in order.
const KINDS: [EntryKind; 12] = [
    EntryKind::Sale,
    EntryKind::Goods,
    EntryKind::Wages,
    EntryKind::Prospecting,
    EntryKind::Events,
    EntryKind::Selling,
    EntryKind::Care,
    EntryKind::Service,
    EntryKind::Compensation,
    EntryKind::Gifts,
    EntryKind::Fine,
    EntryKind::Interest,
];

/// Sum of a kind of entry in a month.
#[must_use]
pub fn entry(cx: &Cx, kind: EntryKind, round: Round) -> Fen {
    cx.view.past.ledger.iter().filter(|e| e.kind == kind && e.round == round).map(|e| e.amount).sum()
}

fn total(cx: &Cx, kind: EntryKind) -> Fen {
    cx.view.past.ledger.iter().filter(|e| e.kind == kind).map(|e| e.amount).sum()
}

/// Draws the tab over `rect`.
pub fn finance(cx: &Cx, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "finance", |ui| {
        heads(cx, ui);
        let from = ui.cursor().min;
        let (width, height) = (ui.available_width(), ui.available_height());
        let chart = Rect::from_min_size(from, vec2(width, (height * 0.36).max(130.0)));
        area(ui, chart, "cash", |ui| cash_chart(cx, ui, chart));
        let table = Rect::from_min_max(from + vec2(0.0, chart.height() + 10.0), rect.max);
        area(ui, table, "account", |ui| account(cx, ui));
    });
}

fn heads(cx: &Cx, ui: &mut Ui) {
    let revenue = total(cx, EntryKind::Sale);
    let marketing: Fen = [EntryKind::Prospecting, EntryKind::Events, EntryKind::Selling, EntryKind::Gifts].into_iter().map(|kind| total(cx, kind)).sum();
    let found = cx.view.customers.iter().filter(|c| c.found.is_some_and(|(_, round)| round.0 > 0)).count();
    let won = cx.view.deals.iter().filter(|d| matches!(d.outcome, Some(crate::sim::state::DealOutcome::Won(_)))).count();
    let each = |count: usize| if count > 0 { cx.money_short(Fen(-marketing.0 / count as i64)) } else { "—".to_owned() };
    let contribution = cx.view.past.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far);
    section(ui, "", |ui| {
        let p = theme::palette(ui);
        figures(
            ui,
            &[
                (cx.say("finance-cash"), cx.money_short(cx.view.cash), None),
                (cx.say("finance-revenue"), cx.money_short(revenue), None),
                (cx.say("finance-contribution"), cx.money_short(contribution), Some(if contribution < Fen::ZERO { p.warn } else { p.good() })),
                (cx.say("finance-per-lead"), each(found), None),
                (cx.say("finance-per-sale"), each(won), None),
            ],
        );
    });
}

fn cash_chart(cx: &Cx, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &cx.say("finance-curve"), |ui, height| {
        let opening = total(cx, EntryKind::Opening).to_yuan();
        let mut points = vec![[0.0, opening]];
        points.extend(cx.view.past.months.iter().map(|m| [f64::from(m.round.0), m.cash.to_yuan()]));
        if points.len() < 2 {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        let (lang, name) = (cx.lang, cx.say("finance-cash"));
        plot("cash", height)
            .include_y(0.0)
            .x_axis_formatter(months(cx))
            .y_axis_formatter(move |mark, _| super::cx::money_short(lang, Fen::yuan(mark.value as i64)))
            .show(ui, |plot| plot.line(Line::new(name, PlotPoints::from(points)).color(p.accent).width(2.5).fill(0.0)));
    });
}

/// The name of a month under a chart.
pub fn months<'a>(cx: &Cx<'a>) -> impl Fn(GridMark, &RangeInclusive<f64>) -> String + use<'a> {
    let cx = *cx;
    move |mark, _| {
        let round = mark.value.round();
        if round < 1.0 || (mark.value - round).abs() > 0.01 {
            return String::new();
        }
        super::cx::shorten(&cx.month_name(Round(round as u16)), 4).trim_end_matches('…').to_owned()
    }
}

/// A chart without the things one does to charts in a laboratory.
#[must_use]
pub fn plot<'a>(name: &'static str, height: f32) -> Plot<'a> {
    Plot::new(name)
        .height(height)
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
        .set_margin_fraction(vec2(0.02, 0.08))
}

/// A card with a heading and the room left for a chart.
pub fn chart_frame(ui: &mut Ui, rect: Rect, heading: &str, add: impl FnOnce(&mut Ui, f32)) {
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::heading(ui, heading);
        let height = ui.available_height();
        add(ui, height);
    });
}

fn account(cx: &Cx, ui: &mut Ui) {
    let rounds: Vec<Round> = cx.view.past.months.iter().map(|m| m.round).collect();
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        if rounds.is_empty() {
            widgets::heading(ui, &cx.say("finance-account"));
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        ScrollArea::horizontal().auto_shrink([false, false]).stick_to_right(true).show(ui, |ui| table(cx, ui, &rounds));
    });
}

fn table(cx: &Cx, ui: &mut Ui, rounds: &[Round]) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let shown: Vec<EntryKind> = KINDS.into_iter().filter(|&kind| total(cx, kind) != Fen::ZERO).collect();
    TableBuilder::new(ui)
        .id_salt("account")
        .auto_shrink([false, false])
        .cell_layout(Layout::right_to_left(Align::Center))
        .column(Column::exact(132.0 * scale))
        .columns(Column::exact(66.0 * scale), rounds.len() + 1)
        .header(24.0 * scale, |mut header| {
            header.col(|ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, Type::Caption, &cx.say("finance-account"), p.muted));
            });
            for round in rounds {
                header.col(|ui| {
                    line(ui, Type::Caption, &super::cx::shorten(&cx.month_name(*round), 4).replace('…', ""), p.muted);
                });
            }
            header.col(|ui| {
                line(ui, Type::Caption, &cx.say("finance-sum"), p.ink);
            });
        })
        .body(|mut body| {
            for kind in shown {
                body.row(21.0 * scale, |mut row| {
                    row.col(|ui| {
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, Type::Body, &cx.say(names::entry(kind)), p.ink));
                    });
                    for round in rounds {
                        row.col(|ui| amount(cx, ui, entry(cx, kind, *round), Type::Small));
                    }
                    row.col(|ui| amount(cx, ui, total(cx, kind), Type::SmallStrong));
                });
            }
            body.row(25.0 * scale, |mut row| {
                row.set_overline(true);
                row.col(|ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, Type::Strong, &cx.say("finance-contribution"), p.ink));
                });
                for month in &cx.view.past.months {
                    row.col(|ui| amount(cx, ui, month.contribution, Type::SmallStrong));
                }
                let sum = cx.view.past.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far);
                row.col(|ui| amount(cx, ui, sum, Type::SmallStrong));
            });
        });
}

fn amount(cx: &Cx, ui: &mut Ui, amount: Fen, role: Type) {
    let p = theme::palette(ui);
    if amount == Fen::ZERO {
        line(ui, role, "·", p.muted);
        return;
    }
    let colour = if role == Type::SmallStrong && amount < Fen::ZERO { p.warn } else { p.ink };
    line(ui, role, &cx.money_short(amount), colour);
}
