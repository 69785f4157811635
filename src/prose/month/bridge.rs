//! Bridges in words: what made revenue, contribution and cash of a month, and why the money moved, in a sentence.

use crate::insight::bridge::{self, Figure, Step, booked};
use crate::prose::{Prose, names, writing};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::units::{Fen, Round};
use crate::words::Lang;

/// A bar of a bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// The amount in words.
    pub told: String,
    /// Where it begins and ends on the way from the first to the last.
    pub between: [Fen; 2],
    /// Stands on the ground: where the bridge begins or ends.
    pub is_total: bool,
}

/// A bridge as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Why the money moved.
    pub why: String,
    /// From the first to the last.
    pub bars: Vec<Bar>,
    /// What is to be known beside it: what is not paid yet; may be empty.
    pub note: String,
}

/// What a figure is called.
#[must_use]
pub fn name(prose: &Prose, figure: Figure) -> String {
    prose.say(match figure {
        Figure::Revenue => "finance-revenue",
        Figure::Contribution => "finance-contribution",
        Figure::Cash => "finance-cash",
    })
}

/// The bridge of a figure in a month; None of a month that was not played.
#[must_use]
pub fn of_month(prose: &Prose, round: Round, figure: Figure) -> Option<Bridge> {
    let found = bridge::bridge(prose.view, round, figure)?;
    let mut bars: Vec<Bar> = Vec::new();
    let total = |name: String, amount: Fen| Bar { name, told: prose.money(amount), between: [Fen::ZERO, amount], is_total: true };
    if figure == Figure::Cash {
        bars.push(total(prose.say("flow-opening"), found.from));
    }
    let mut at = found.from;
    for &(step, amount) in &found.steps {
        // revenue is where a contribution begins
        let is_total = step == Step::Revenue;
        bars.push(Bar { name: called(prose, step), told: signed(prose, amount, is_total), between: [at, at + amount], is_total });
        at += amount;
    }
    let end = if figure == Figure::Cash { prose.say("flow-closing") } else { name(prose, figure) };
    bars.push(total(end, found.to));
    let (why, note) = match figure {
        Figure::Revenue => (why_revenue(prose, &found), paid_later(prose, round)),
        Figure::Contribution => (why_contribution(prose, round, &found), String::new()),
        Figure::Cash => (why_cash(prose, round, &found), owed(prose, round)),
    };
    Some(Bridge { why, bars, note })
}

/// What a step is called.
#[must_use]
pub fn called(prose: &Prose, step: Step) -> String {
    match step {
        Step::Customer(customer) => prose.customer(customer),
        Step::OtherCustomers(count) => prose.say_with("bridge-other-customers", &[("count", count.into())]),
        Step::Revenue => prose.say("finance-revenue"),
        Step::PaidNow => prose.say("bridge-paid-now"),
        Step::PaidLater => prose.say("bridge-paid-later"),
        // where contracts are served, what that costs is in it
        Step::Goods => prose.say(if prose.view.contracts.is_empty() { "bridge-goods" } else { "bridge-goods-served" }),
        Step::Wages => prose.say(names::entry(EntryKind::Wages)),
        Step::Winning => prose.say("bridge-winning"),
        Step::Keeping => prose.say("bridge-keeping"),
        Step::Company => prose.say("bridge-company"),
    }
}

fn signed(prose: &Prose, amount: Fen, is_total: bool) -> String {
    let plus = if amount > Fen::ZERO && !is_total { "+" } else { "" };
    format!("{plus}{}", prose.money(amount))
}

/// Which customer bought most.
fn why_revenue(prose: &Prose, bridge: &bridge::Bridge) -> String {
    match bridge.steps.first() {
        None => prose.say("bridge-revenue-none"),
        Some((step, amount)) if bridge.steps.len() == 1 => {
            prose.say_with("bridge-revenue-one", &[("customer", called(prose, *step).into()), ("amount", prose.money_short(*amount).into())])
        }
        Some((step, amount)) => {
            let args =
                [("amount", prose.money_short(bridge.to).into()), ("customer", called(prose, *step).into()), ("most", prose.money_short(*amount).into())];
            prose.say_with("bridge-revenue-most", &args)
        }
    }
}

/// What is left and where most of it went, and what has changed since the month before.
fn why_contribution(prose: &Prose, round: Round, found: &bridge::Bridge) -> String {
    let revenue = found.steps.iter().filter(|(step, _)| *step == Step::Revenue).map(|(_, amount)| *amount).sum::<Fen>();
    let largest = found.steps.iter().filter(|(step, _)| *step != Step::Revenue).min_by_key(|(_, amount)| *amount);
    let Some(&(what, cost)) = largest else { return prose.say("bridge-contribution-idle") };
    let key = match (revenue > Fen::ZERO, found.to >= Fen::ZERO) {
        (false, _) => "bridge-contribution-unsold",
        (true, true) => "bridge-contribution-left",
        (true, false) => "bridge-contribution-short",
    };
    let size = |amount: Fen| prose.money_short(Fen(amount.0.abs())).into();
    let args = [("revenue", size(revenue)), ("amount", size(found.to)), ("what", named(prose, what).into()), ("cost", size(cost))];
    let told = prose.say_with(key, &args);
    match against_before(prose, round, found) {
        Some(more) => join(prose, &[told, more]),
        None => told,
    }
}

/// A step in the middle of a sentence.
fn named(prose: &Prose, step: Step) -> String {
    writing::small(&called(prose, step))
}

/// How much more or less than the month before, and what made most of the difference.
fn against_before(prose: &Prose, round: Round, found: &bridge::Bridge) -> Option<String> {
    let before = bridge::bridge(prose.view, Round(round.0.checked_sub(1)?), Figure::Contribution)?;
    let difference = found.to - before.to;
    if difference.0.abs() < Fen::yuan(100).0 {
        return None;
    }
    let of = |bridge: &bridge::Bridge, step: Step| bridge.steps.iter().filter(|(other, _)| *other == step).map(|(_, amount)| *amount).sum::<Fen>();
    // what is sold and what the goods cost move together: what is left of a sale is one thing
    let sold = |bridge: &bridge::Bridge| of(bridge, Step::Revenue) + of(bridge, Step::Goods);
    let mut moved = vec![(prose.say("bridge-margin"), sold(found) - sold(&before))];
    let costs = [Step::Wages, Step::Winning, Step::Keeping, Step::Company];
    moved.extend(costs.into_iter().map(|step| (called(prose, step), of(found, step) - of(&before, step))));
    let (what, by) = moved.into_iter().max_by_key(|(_, by)| if difference > Fen::ZERO { by.0 } else { -by.0 })?;
    let key = if difference > Fen::ZERO { "bridge-more-than" } else { "bridge-less-than" };
    let size = |amount: Fen| prose.money_short(Fen(amount.0.abs())).into();
    let month = prose.month_name(before_of(round));
    let args = [("amount", size(difference)), ("month", month.into()), ("what", writing::small(&what).into()), ("by", signed_short(prose, by).into())];
    Some(prose.say_with(key, &args))
}

const fn before_of(round: Round) -> Round {
    Round(round.0.saturating_sub(1))
}

fn signed_short(prose: &Prose, amount: Fen) -> String {
    format!("{}{}", if amount > Fen::ZERO { "+" } else { "" }, prose.money_short(amount))
}

/// How the cash moved, and why by another amount than the contribution.
fn why_cash(prose: &Prose, round: Round, found: &bridge::Bridge) -> String {
    let (view, change) = (prose.view, found.to - found.from);
    let contribution = view.past.months.iter().find(|month| month.round == round).map_or(Fen::ZERO, |month| month.contribution);
    let size = |amount: Fen| prose.money_short(Fen(amount.0.abs()));
    let key = if change >= Fen::ZERO { "bridge-cash-rose" } else { "bridge-cash-fell" };
    let told = prose.say_with(key, &[("amount", size(change).into()), ("contribution", prose.money_short(contribution).into())]);
    if change == contribution {
        return join(prose, &[told, prose.say("bridge-cash-same")]);
    }
    let goods = booked(view, round, &[EntryKind::Purchase, EntryKind::FromStock]);
    let reasons = [
        (booked(view, round, &[EntryKind::Credit]), "bridge-cash-credit"),
        (booked(view, round, &[EntryKind::Payment]), "bridge-cash-payment"),
        (goods, if goods < Fen::ZERO { "bridge-cash-bought" } else { "bridge-cash-stock" }),
    ];
    let apart = reasons.into_iter().filter(|(amount, _)| *amount != Fen::ZERO);
    let why: Vec<String> = apart.map(|(amount, key)| prose.say_with(key, &[("amount", size(amount).into())])).collect();
    join(prose, &[told, prose.say_with("bridge-cash-apart", &[("why", why.join(if prose.lang == Lang::Zh { "；" } else { "; " }).into())])])
}

/// What of the month's revenue is paid later; nothing where all was paid at once.
fn paid_later(prose: &Prose, round: Round) -> String {
    let credit = booked(prose.view, round, &[EntryKind::Credit]);
    if credit == Fen::ZERO { String::new() } else { prose.say_with("bridge-not-paid", &[("amount", prose.money(Fen(credit.0.abs())).into())]) }
}

/// What customers owe at the end of a month.
fn owed(prose: &Prose, round: Round) -> String {
    let ledger = prose.view.past.ledger.iter().filter(|entry| entry.round <= round);
    let owed: Fen = ledger.filter(|entry| matches!(entry.kind, EntryKind::Credit | EntryKind::Payment)).map(|entry| entry.amount).sum();
    if owed == Fen::ZERO { String::new() } else { prose.say_with("bridge-owed", &[("amount", prose.money(Fen(owed.0.abs())).into())]) }
}

/// Sentences one after another.
fn join(prose: &Prose, sentences: &[String]) -> String {
    sentences.join(if prose.lang == Lang::Zh { "" } else { " " })
}
