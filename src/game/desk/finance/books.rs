//! The ledger as tables by month: profit and loss, the way of the cash, what winning customers costs.

use super::{short_month, total};
use crate::game::desk::bits::{line, nothing};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets;
use crate::sim::state::{DealOutcome, EntryKind, Month};
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Align, Layout, Ui};
use egui_extras::{Column, TableBuilder};

/// The lines of the account, in order.
const KINDS: [EntryKind; 22] = [
    EntryKind::Sale,
    EntryKind::Fee,
    EntryKind::Goods,
    EntryKind::Serving,
    EntryKind::Penalty,
    EntryKind::Express,
    EntryKind::Holding,
    EntryKind::Wages,
    EntryKind::Staff,
    EntryKind::Prospecting,
    EntryKind::Events,
    EntryKind::Campaigns,
    EntryKind::Selling,
    EntryKind::Care,
    EntryKind::Service,
    EntryKind::Investments,
    EntryKind::Compensation,
    EntryKind::Rebates,
    EntryKind::Gifts,
    EntryKind::Tools,
    EntryKind::Fine,
    EntryKind::Interest,
];

/// What winning customers costs.
pub const MARKETING: [EntryKind; 6] =
    [EntryKind::Prospecting, EntryKind::Events, EntryKind::Campaigns, EntryKind::Selling, EntryKind::Rebates, EntryKind::Gifts];

/// One line of a table: its name, an amount for each month, and what stands at the end.
struct Row {
    name: String,
    months: Vec<Fen>,
    sum: Option<Fen>,
    is_total: bool,
}

impl Row {
    fn of(name: String, months: Vec<Fen>) -> Row {
        let sum = months.iter().copied().sum();
        Row { name, months, sum: Some(sum), is_total: false }
    }

    fn total(self) -> Row {
        Row { is_total: true, ..self }
    }
}

/// Entries of a month that `counts` takes.
fn entries(cx: &Cx, round: Round, counts: impl Fn(EntryKind) -> bool) -> Fen {
    cx.view.past.ledger.iter().filter(|e| e.round == round && counts(e.kind)).map(|e| e.amount).sum()
}

fn by_month(cx: &Cx, of: impl Fn(&Month) -> Fen) -> Vec<Fen> {
    cx.view.past.months.iter().map(of).collect()
}

/// Profit and loss: sales and goods in the month of the order, whenever they are paid.
pub fn account(cx: &Cx, ui: &mut Ui) {
    let shown = KINDS.into_iter().filter(|&kind| total(cx, kind) != Fen::ZERO);
    let mut rows: Vec<Row> = shown.map(|kind| Row::of(cx.say(names::entry(kind)), by_month(cx, |m| entries(cx, m.round, |k| k == kind)))).collect();
    let others = by_month(cx, |m| entries(cx, m.round, |k| k.earns() && !KINDS.contains(&k)));
    if others.iter().any(|amount| *amount != Fen::ZERO) {
        rows.push(Row::of(cx.say("finance-others"), others));
    }
    rows.push(Row::of(cx.say("finance-contribution"), by_month(cx, |m| m.contribution)).total());
    table(cx, ui, "account", &rows);
}

/// A direction that cash takes.
const FLOWS: [(&str, &[EntryKind]); 5] = [
    ("flow-customers", &[EntryKind::Sale, EntryKind::Fee, EntryKind::Credit, EntryKind::Payment, EntryKind::Penalty]),
    ("flow-suppliers", &[EntryKind::Goods, EntryKind::FromStock, EntryKind::Purchase, EntryKind::Express, EntryKind::Holding, EntryKind::Serving]),
    ("flow-wages", &[EntryKind::Wages]),
    ("flow-marketing", &MARKETING),
    ("flow-service", &[EntryKind::Care, EntryKind::Service, EntryKind::Investments, EntryKind::Compensation]),
];

/// The way of the cash: who paid, who was paid, and why it is not the profit.
pub fn cash_flow(cx: &Cx, ui: &mut Ui) {
    let opening = total(cx, EntryKind::Opening);
    let before: Vec<Fen> = std::iter::once(opening).chain(cx.view.past.months.iter().map(|m| m.cash)).collect();
    let first = Row { sum: None, ..Row::of(cx.say("flow-opening"), by_month(cx, |m| before[usize::from(m.round.0.saturating_sub(1)).min(before.len() - 1)])) };
    let mut rows = vec![first];
    for (key, kinds) in FLOWS {
        rows.push(Row::of(cx.say(key), by_month(cx, |m| entries(cx, m.round, |k| kinds.contains(&k)))));
    }
    let named = |kind: EntryKind| kind == EntryKind::Opening || FLOWS.iter().any(|(_, kinds)| kinds.contains(&kind));
    let others = by_month(cx, |m| entries(cx, m.round, |k| !named(k)));
    if others.iter().any(|amount| *amount != Fen::ZERO) {
        rows.push(Row::of(cx.say("flow-others"), others));
    }
    let change = by_month(cx, |m| entries(cx, m.round, |k| k != EntryKind::Opening));
    let profit = by_month(cx, |m| m.contribution);
    let apart: Vec<Fen> = change.iter().zip(&profit).map(|(change, profit)| *change - *profit).collect();
    rows.push(Row::of(cx.say("flow-change"), change).total());
    rows.push(Row { sum: None, ..Row::of(cx.say("flow-closing"), by_month(cx, |m| m.cash)) });
    rows.push(Row::of(cx.say("flow-apart"), apart));
    table(cx, ui, "flow", &rows);
}

/// What winning customers costs, against what it brings.
pub fn marketing(cx: &Cx, ui: &mut Ui) {
    let mut rows: Vec<Row> = Vec::new();
    for kind in MARKETING {
        rows.push(Row::of(cx.say(names::entry(kind)), by_month(cx, |m| entries(cx, m.round, |k| k == kind))));
    }
    rows.push(Row::of(cx.say("marketing-cost"), by_month(cx, |m| entries(cx, m.round, |k| MARKETING.contains(&k)))).total());
    rows.push(Row::of(cx.say("finance-revenue"), by_month(cx, |m| m.revenue)));
    rows.push(Row::of(cx.say("marketing-new"), by_month(cx, |m| revenue_of_new(cx, m.round))));
    table(cx, ui, "marketing", &rows);
}

/// Revenue of a month from customers that had not bought before.
fn revenue_of_new(cx: &Cx, round: Round) -> Fen {
    let first = |customer| {
        let won = |d: &&crate::sim::knowledge::DealView| d.id.customer == customer && matches!(d.outcome, Some(DealOutcome::Won(_)));
        cx.view.deals.iter().filter(won).map(|d| (d.due, d.id)).min()
    };
    let sales = cx.view.past.ledger.iter().filter(|e| e.round == round && e.kind == EntryKind::Sale);
    sales.filter(|e| e.customer.and_then(first).is_some_and(|(_, id)| e.deal == Some(id))).map(|e| e.amount).sum()
}

/// In thousands, so that twelve months stand side by side; single ones where there is little money.
fn unit(cx: &Cx) -> Fen {
    const LITTLE: Fen = Fen::yuan(100_000);
    let most = cx.view.past.months.iter().map(|m| m.revenue).max().unwrap_or_default();
    if most < LITTLE { Fen::yuan(1) } else { Fen::yuan(1_000) }
}

/// Months side by side.
fn table(cx: &Cx, ui: &mut Ui, name: &str, rows: &[Row]) {
    let unit = unit(cx);
    let key = if unit == Fen::yuan(1) { "finance-account-whole" } else { "finance-account" };
    let heading = &cx.say_with(key, &[("sign", cx.currency().into())]);
    let rounds: Vec<Round> = cx.view.past.months.iter().map(|m| m.round).collect();
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        if rounds.is_empty() {
            nothing(ui, &cx.say("chart-later"));
            return;
        }
        let p = theme::palette(ui);
        let scale = theme::scale(ui.style());
        let first = 124.0 * scale;
        let gaps = ui.spacing().item_spacing.x * (rounds.len() + 2) as f32;
        let each = ((ui.available_width() - first - gaps) / (rounds.len() + 1) as f32).min(72.0 * scale).floor();
        ui.spacing_mut().item_spacing.y = 1.0;
        TableBuilder::new(ui)
            .id_salt(("books", name))
            .min_scrolled_height(0.0)
            .auto_shrink([false, false])
            .cell_layout(Layout::right_to_left(Align::Center))
            .column(Column::exact(first))
            .columns(Column::exact(each), rounds.len() + 1)
            .header(24.0 * scale, |mut header| {
                header.col(|ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, Type::Caption, heading, p.muted));
                });
                for round in &rounds {
                    header.col(|ui| {
                        ui.add_space(3.0);
                        line(ui, Type::Caption, &short_month(cx, *round), p.muted);
                    });
                }
                header.col(|ui| {
                    ui.add_space(3.0);
                    line(ui, Type::Caption, &cx.say("finance-sum"), p.ink);
                });
            })
            .body(|mut body| {
                for entry in rows {
                    let (height, name, cell) = if entry.is_total { (25.0, Type::Strong, Type::SmallStrong) } else { (21.0, Type::Body, Type::Small) };
                    body.row(height * scale, |mut row| {
                        row.set_overline(entry.is_total);
                        row.col(|ui| {
                            ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, name, &entry.name, p.ink).on_hover_text(&entry.name));
                        });
                        for month in &entry.months {
                            row.col(|ui| amount(ui, *month, unit, cell));
                        }
                        row.col(|ui| {
                            if let Some(sum) = entry.sum {
                                amount(ui, sum, unit, Type::SmallStrong);
                            }
                        });
                    });
                }
            });
    });
}

fn amount(ui: &mut Ui, amount: Fen, unit: Fen, role: Type) {
    let p = theme::palette(ui);
    // The cell's edge would cut the last digit.
    ui.add_space(3.0);
    if amount == Fen::ZERO {
        line(ui, role, "·", p.muted);
        return;
    }
    let units = (amount.to_yuan() / unit.to_yuan()).round() as i64;
    // a small loss that is written as nought is no warning
    let colour = if role == Type::SmallStrong && units < 0 { p.warn } else { p.ink };
    line(ui, role, &crate::words::count(units), colour);
}
