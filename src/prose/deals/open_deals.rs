//! Deals and orders: what brings a deal on, how far an order is, what a stock holds.

use crate::advice::contracts::{self, Ending};
use crate::insight::symptom::Symptom;
use crate::prose::Prose;
use crate::prose::Tone;
use crate::prose::names;
use crate::sim::cards::Range;
use crate::sim::knowledge::{DealView, StockView};
use crate::sim::planning::usual;
use crate::sim::state::contract::Contract;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, Round};
use crate::words::decimal;

/// The win rate of a stage, 1 to 6.
#[must_use]
pub fn win_rate(prose: &Prose, stage: u8) -> f64 {
    let rates = &prose.view.guide.rules.selling.stage_win_rates;
    rates[usize::from(stage.clamp(1, 6)) - 1]
}

/// The rate at which deals of a stage are won on average: of any one of them it says nothing.
#[must_use]
pub fn stage_average(prose: &Prose, stage: u8) -> String {
    prose.say_with("deals-stage-average", &[("rate", prose.percent(win_rate(prose, stage)).into())])
}

/// Our chance as the deal stands, from what the team knows: what is likely, and between what it may lie.
#[must_use]
pub fn chance(prose: &Prose, deal: &DealView) -> String {
    let Range { low, likely, high } = prose.view.standing(deal);
    let share = |chance: f64| prose.chance(chance);
    let exact = share(low) == share(high);
    let args = [("chance", share(likely).into()), ("low", share(low).into()), ("high", share(high).into())];
    prose.say_with(if exact { "deals-chance-exact" } else { "deals-chance-range" }, &args)
}

/// When a customer decides, in a few words.
#[must_use]
pub fn decides(prose: &Prose, deal: &DealView) -> String {
    match deal.due.since(prose.view.round) {
        0 => prose.say("deals-decides-now"),
        1 => prose.say("deals-decides-next"),
        _ => prose.say_with("deals-decides-in", &[("month", prose.month_name(deal.due).into())]),
    }
}

/// A deal on one line: what, for how much, by when, how likely; before a need is confirmed its stage, as nobody can tell a chance.
/// How many there are with this customer, where it is not the only one.
#[must_use]
pub fn in_short(prose: &Prose, deal: &DealView) -> String {
    let chance = if deal.stage <= 1 {
        prose.say(names::stage(deal.stage))
    } else {
        prose.say_with("deals-strip-chance", &[("chance", prose.chance(prose.view.standing(deal).likely).into())])
    };
    let args = [
        ("need", prose.deal(deal.id).into()),
        ("amount", prose.money_short(deal.value).into()),
        ("when", decides(prose, deal).into()),
        ("chance", chance.into()),
    ];
    let told = prose.say_with("sheet-act-deal", &args);
    match prose.view.open_deals(deal.id.customer).count() {
        0 | 1 => told,
        count => prose.say_with("sheet-act-deals", &[("deal", told.into()), ("count", count.into())]),
    }
}

/// What that chance is called: without a quote of ours it is a chance that nobody would take.
#[must_use]
pub const fn chance_label(deal: &DealView) -> &'static str {
    if deal.quote.is_some() { "deals-chance" } else { "deals-chance-unquoted" }
}

/// The chance once a usual month of work went into a deal that has no quote yet, and the hours of it.
#[must_use]
pub fn chance_after_effort(prose: &Prose, deal: &DealView) -> Option<String> {
    if deal.quote.is_some() || !deal.open() {
        return None;
    }
    let hours = usual::focus(&prose.view.guide.rules, deal.value);
    let chance = prose.view.chance_after(deal, &QuoteTerms::default(), hours)?;
    Some(prose.say_with("deals-chance-after", &[("hours", prose.hours(hours).into()), ("chance", prose.chance(chance).into())]))
}

/// One person decides for himself or herself.
#[must_use]
pub fn is_alone(prose: &Prose, deal: &DealView) -> bool {
    prose.view.customer(deal.id.customer).is_some_and(|c| c.contacts.iter().filter(|contact| !contact.removed).count() == 1)
}

/// A quote with a smaller chance than this is behind the others, whatever has been said.
const BEHIND: f64 = 0.35;

/// The key of the advice that brings a deal to its next stage, or nearer to an order once a quote lies there. `alone`: one person
/// decides, see [`is_alone`].
#[must_use]
pub fn next_step(prose: &Prose, deal: &DealView, alone: bool) -> &'static str {
    let behind = deal.quote.is_some() && prose.view.standing(deal).likely < BEHIND;
    match deal.stage {
        0 | 1 => "next-stage-1",
        2 if alone => "next-stage-2-one",
        2 => "next-stage-2",
        3 => "next-stage-3",
        4 if behind => "next-quote-unanswered",
        4 if deal.quote.is_some() => "next-quote-caught-up",
        4 => "next-stage-4",
        5 if behind => "next-stage-5-behind",
        5 => "next-stage-5",
        _ if behind => "next-stage-6-behind",
        _ => "next-stage-6",
    }
}

/// How far an order is, in a few words.
#[must_use]
pub fn order(prose: &Prose, deal: &DealView) -> Option<(String, Tone)> {
    let order = deal.order?;
    let month = |round: Round| ("month", prose.month_name(round).into());
    Some(match (order.delivered, order.leaves) {
        (Some(round), _) if round > order.promised => (prose.say_with("order-delivered-late", &[month(round)]), Tone::Late),
        (Some(round), _) => (prose.say_with("order-delivered", &[month(round)]), Tone::Good),
        (None, _) if order.promised < prose.view.round => (prose.say_with("order-late", &[month(order.promised)]), Tone::Late),
        (None, Some(round)) => (prose.say_with("order-leaves", &[month(round)]), Tone::Plain),
        (None, None) => (prose.say_with("order-waits", &[month(order.promised)]), Tone::Due),
    })
}

/// How a product stands: on hand, and what there is of goods to come, sold without goods, reserved.
#[must_use]
pub fn stock(prose: &Prose, stock: &StockView) -> String {
    let counts = [("stock-coming", stock.arriving), ("stock-waiting", stock.waiting), ("stock-reserved", stock.reserved)];
    let parts = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts = std::iter::once(("stock-hand", stock.on_hand)).chain(parts);
    let parts: Vec<String> = parts.map(|(key, count)| prose.say_with(key, &[("count", count.into())])).collect();
    parts.join(" · ")
}

/// What ends of a customer: when, what that brings in a year, and what renews it.
#[must_use]
pub fn contract_ending(prose: &Prose, ending: &Ending) -> String {
    let args = [
        ("month", prose.month_name(ending.ends).into()),
        ("amount", prose.money_short(ending.yearly).into()),
        ("renews", renews(prose, ending.ends, ending.renewal.and_then(|id| prose.view.deal(id))).into()),
    ];
    prose.say_with("contract-ending", &args)
}

/// What renews a contract that ends then: the quote for its renewal, if that is open, else that it comes up, or that it does no more.
#[must_use]
pub fn renews(prose: &Prose, ends: Round, renewal: Option<&DealView>) -> String {
    let up = contracts::comes_up(prose.view, ends);
    match renewal {
        Some(deal) if deal.quote.is_some() => prose.say("contract-renews-quoted"),
        Some(_) => prose.say("contract-renews-now"),
        None if up > prose.view.round => prose.say_with("contract-renews-from", &[("month", prose.month_name(up).into())]),
        None => prose.say("contract-renews-no-more"),
    }
}

/// What a deal is about; of a renewal also when the contract ends that it is about, and what that brings in a year.
#[must_use]
pub fn about(prose: &Prose, deal: &DealView) -> String {
    let need = prose.deal(deal.id);
    let running = || contracts::renewed(prose.view, deal.id).filter(|contract| contract.ends <= deal.due);
    let Some(ends) = running().map(|contract| contract.ends).min() else { return need };
    let yearly: Fen = running().map(contracts::yearly).sum();
    let args = [("need", need.into()), ("month", prose.month_name(ends).into()), ("amount", prose.money_short(yearly).into())];
    prose.say_with("deals-renewal", &args)
}

/// How often the performance that a contract promises was kept; none where it promises none.
#[must_use]
pub fn contract_kept(prose: &Prose, contract: &Contract) -> Option<String> {
    let class = prose.view.guide.need_classes.get(contract.class.index());
    let promised = class.and_then(|class| class.contract).and_then(|terms| terms.promised)?;
    let args = [("promised", decimal(promised, 0).into()), ("kept", contract.kept.into()), ("of", (contract.kept + contract.missed).into())];
    Some(prose.say_with("contract-kept", &args))
}

/// What must show before a deal is at a stage, 1 to 6.
#[must_use]
pub fn stage_needs(prose: &Prose, stage: u8) -> String {
    let needed: Vec<String> = Symptom::ALL.into_iter().filter(|s| s.needed_from() <= stage).map(|s| prose.say(names::symptom(s))).collect();
    if needed.is_empty() { prose.say("stages-needs-nothing") } else { prose.say_with("stages-needs", &[("symptoms", needed.join(" · ").into())]) }
}
