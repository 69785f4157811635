//! The ledger as tables by month: profit and loss, the way of the cash, what winning customers costs.

use super::bridge::called;
use super::names;
use super::wording::Prose;
use crate::insight::bridge::{self, Figure, Step};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::knowledge::DealView;
use crate::sim::state::{DealOutcome, Month};
use crate::sim::units::{Fen, Round};

/// All entries of a kind, over all months.
#[must_use]
pub fn total(prose: &Prose, kind: EntryKind) -> Fen {
    prose.view.past.ledger.iter().filter(|e| e.kind == kind).map(|e| e.amount).sum()
}

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
const MARKETING: [EntryKind; 6] = [EntryKind::Prospecting, EntryKind::Events, EntryKind::Campaigns, EntryKind::Selling, EntryKind::Rebates, EntryKind::Gifts];

/// One line of a table by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// An amount for each month played.
    pub months: Vec<Fen>,
    /// What stands at the end; nothing for balances, which add up to nothing.
    pub sum: Option<Fen>,
    /// A sum of the lines above.
    pub is_total: bool,
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
fn entries(prose: &Prose, round: Round, counts: impl Fn(EntryKind) -> bool) -> Fen {
    prose.view.past.ledger.iter().filter(|e| e.round == round && counts(e.kind)).map(|e| e.amount).sum()
}

fn by_month(prose: &Prose, of: impl Fn(&Month) -> Fen) -> Vec<Fen> {
    prose.view.past.months.iter().map(of).collect()
}

/// Profit and loss: sales and goods in the month of the order, whenever they are paid.
#[must_use]
pub fn account(prose: &Prose) -> Vec<Row> {
    let shown = KINDS.into_iter().filter(|&kind| total(prose, kind) != Fen::ZERO);
    let mut rows: Vec<Row> = shown.map(|kind| Row::of(prose.say(names::entry(kind)), by_month(prose, |m| entries(prose, m.round, |k| k == kind)))).collect();
    let others = by_month(prose, |m| entries(prose, m.round, |k| k.earns() && !KINDS.contains(&k)));
    if others.iter().any(|amount| *amount != Fen::ZERO) {
        rows.push(Row::of(prose.say("finance-others"), others));
    }
    rows.push(Row::of(prose.say("finance-contribution"), by_month(prose, |m| m.contribution)).total());
    rows
}

/// What made the contribution of a month, in a line: the steps of its bridge. None of a month that was not played.
#[must_use]
pub fn made_of(prose: &Prose, round: Round) -> Option<String> {
    let found = bridge::bridge(prose.view, round, Figure::Contribution)?;
    let revenue = (found.steps.first().map(|(step, _)| *step) != Some(Step::Revenue)).then_some((Step::Revenue, Fen::ZERO));
    let told = revenue.iter().chain(&found.steps).map(|&(step, amount)| format!("{} {}", called(prose, step), prose.money_short(amount)));
    let parts = told.collect::<Vec<_>>().join(" · ");
    Some(prose.say_with("finance-made-of", &[("amount", prose.money_short(found.to).into()), ("parts", parts.into())]))
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
#[must_use]
pub fn cash_flow(prose: &Prose) -> Vec<Row> {
    let opening = total(prose, EntryKind::Opening);
    let before: Vec<Fen> = std::iter::once(opening).chain(prose.view.past.months.iter().map(|m| m.cash)).collect();
    let first =
        Row { sum: None, ..Row::of(prose.say("flow-opening"), by_month(prose, |m| before[usize::from(m.round.0.saturating_sub(1)).min(before.len() - 1)])) };
    let mut rows = vec![first];
    for (key, kinds) in FLOWS {
        rows.push(Row::of(prose.say(key), by_month(prose, |m| entries(prose, m.round, |k| kinds.contains(&k)))));
    }
    let named = |kind: EntryKind| kind == EntryKind::Opening || FLOWS.iter().any(|(_, kinds)| kinds.contains(&kind));
    let others = by_month(prose, |m| entries(prose, m.round, |k| !named(k)));
    if others.iter().any(|amount| *amount != Fen::ZERO) {
        rows.push(Row::of(prose.say("flow-others"), others));
    }
    let change = by_month(prose, |m| entries(prose, m.round, |k| k != EntryKind::Opening));
    let profit = by_month(prose, |m| m.contribution);
    let apart: Vec<Fen> = change.iter().zip(&profit).map(|(change, profit)| *change - *profit).collect();
    rows.push(Row::of(prose.say("flow-change"), change).total());
    rows.push(Row { sum: None, ..Row::of(prose.say("flow-closing"), by_month(prose, |m| m.cash)) });
    rows.push(Row::of(prose.say("flow-apart"), apart));
    rows
}

/// What winning customers costs, against what it brings.
#[must_use]
pub fn marketing(prose: &Prose) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for kind in MARKETING {
        rows.push(Row::of(prose.say(names::entry(kind)), by_month(prose, |m| entries(prose, m.round, |k| k == kind))));
    }
    rows.push(Row::of(prose.say("marketing-cost"), by_month(prose, |m| entries(prose, m.round, |k| MARKETING.contains(&k)))).total());
    rows.push(Row::of(prose.say("finance-revenue"), by_month(prose, |m| m.revenue)));
    rows.push(Row::of(prose.say("marketing-new"), by_month(prose, |m| revenue_of_new(prose, m.round))));
    rows
}

/// Revenue of a month from customers that had not bought before.
fn revenue_of_new(prose: &Prose, round: Round) -> Fen {
    let first = |customer| {
        let won = |d: &&DealView| d.id.customer == customer && matches!(d.outcome, Some(DealOutcome::Won(_)));
        prose.view.deals.iter().filter(won).map(|d| (d.due, d.id)).min()
    };
    let sales = prose.view.past.ledger.iter().filter(|e| e.round == round && e.kind == EntryKind::Sale);
    sales.filter(|e| e.customer.and_then(first).is_some_and(|(_, id)| e.deal == Some(id))).map(|e| e.amount).sum()
}

/// What the tables count in: thousands of the currency, so that twelve months stand side by side; single ones where there is little money.
#[must_use]
pub fn unit(prose: &Prose) -> Fen {
    const LITTLE: Fen = Fen::yuan(100_000);
    let most = prose.view.past.months.iter().map(|m| m.revenue).max().unwrap_or_default();
    if most < LITTLE { Fen::yuan(1) } else { Fen::yuan(1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::journal::ledger::Entry;
    use crate::words::Lang;

    /// A month with these entries in yuan, told.
    fn told(entries: &[(EntryKind, i64)], lang: Lang) -> Option<String> {
        let mut view = noted(&played(1, 2));
        let entry = |&(kind, yuan): &(EntryKind, i64)| Entry { round: Round(2), kind, amount: Fen::yuan(yuan), customer: None, deal: None };
        view.past.ledger = entries.iter().map(entry).collect();
        let earned = entries.iter().filter(|(kind, _)| kind.earns()).map(|(_, yuan)| Fen::yuan(*yuan)).sum();
        for month in &mut view.past.months {
            month.contribution = earned;
        }
        made_of(&Prose::new(&view, lang), Round(2))
    }

    #[test]
    fn the_contribution_is_made_of_the_steps_of_its_bridge() {
        let month = [
            (EntryKind::Selling, -9_000),
            (EntryKind::Sale, 114_000),
            (EntryKind::Wages, -36_000),
            (EntryKind::Events, -20_000),
            (EntryKind::Goods, -91_000),
            (EntryKind::Service, -2_000),
            // cash that is no contribution
            (EntryKind::Credit, -50_000),
        ];
        let expected = "Profit −¥44k: Revenue ¥114k · Goods in all −¥91k · Wages −¥36k · Winning customers −¥29k · Looking after customers −¥2,000";
        assert_eq!(told(&month, Lang::En).as_deref(), Some(expected));
        let expected = "利润 −¥4.4万：销售收入 ¥11.4万 · 商品成本合计 −¥9.1万 · 工资 −¥3.6万 · 开发与赢得客户 −¥2.9万 · 关怀与服务 −¥2,000";
        assert_eq!(told(&month, Lang::Zh).as_deref(), Some(expected));
    }

    #[test]
    fn a_month_without_sales_says_so() {
        let month = [(EntryKind::Wages, -36_000), (EntryKind::Care, -400), (EntryKind::Selling, -300), (EntryKind::Service, -200)];
        let expected = "Profit −¥37k: Revenue ¥0 · Wages −¥36k · Winning customers −¥300 · Looking after customers −¥600";
        assert_eq!(told(&month, Lang::En).as_deref(), Some(expected));
        assert_eq!(told(&[], Lang::En).as_deref(), Some("Profit ¥0: Revenue ¥0"));
    }
}
