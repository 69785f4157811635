//! Deals and orders: what brings a deal on, how far an order is, what a stock holds.

use crate::advice::chances::{self, Barred, Reason};
use crate::advice::contracts::{self, Ending};
use crate::insight::symptom::Symptom;
use crate::prose::Prose;
use crate::prose::Tone;
use crate::prose::names;
use crate::sim::cards::{self, Action, Card, Range};
use crate::sim::knowledge::{CustomerView, DealView, StockView};
use crate::sim::planning::usual;
use crate::sim::state::contract::Contract;
use crate::sim::terms::{Intent, QuoteTerms, Winner};
use crate::sim::units::{Fen, Minutes, Role, Round};
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

/// A chance in words; of somebody nobody has qualified it is a guess.
#[must_use]
pub fn figure(prose: &Prose, deal: &DealView, chance: f64) -> String {
    let told = prose.chance(chance);
    match prose.view.customer(deal.id.customer) {
        Some(customer) if chances::is_guess(customer) => prose.say_with("deals-guess", &[("chance", told.into())]),
        _ => told,
    }
}

/// Our chance if the plan is played as it lies: what is likely, and between what it may lie.
#[must_use]
pub fn chance(prose: &Prose, deal: &DealView) -> String {
    let planned = chances::planned(prose.view, deal);
    match (planned.range, planned.barred) {
        (Some(range), _) => between(prose, range),
        (None, Some(Barred::NoSupport)) => prose.say("deals-strip-no-support"),
        (None, _) => prose.say("deals-strip-no-quote"),
    }
}

fn between(prose: &Prose, Range { low, likely, high }: Range) -> String {
    let share = |chance: f64| prose.chance(chance);
    let exact = share(low) == share(high);
    let args = [("chance", share(likely).into()), ("low", share(low).into()), ("high", share(high).into())];
    prose.say_with(if exact { "deals-chance-exact" } else { "deals-chance-range" }, &args)
}

/// What a chance rests on: the hours that the plan gives the deal, why it is so high, that it is a guess, or what was learned of the customer and how that moved it.
#[must_use]
pub fn rests_on(prose: &Prose, deal: &DealView) -> Vec<String> {
    let view = prose.view;
    let planned = chances::planned(view, deal);
    let hours = match planned.barred {
        Some(Barred::NoSupport) => Some(prose.say("deals-no-support")),
        _ if planned.hours <= Minutes::ZERO => None,
        Some(Barred::NoQuote) => Some(prose.say_with("deals-no-quote-after", &[("hours", prose.hours(planned.hours).into())])),
        None => Some(prose.say_with("deals-chance-with", &[("hours", prose.hours(planned.hours).into())])),
    };
    let mut told: Vec<String> = hours.into_iter().chain(chances::reason(view, deal, &planned).map(|why| reason(prose, why))).collect();
    if let Some(customer) = view.customer(deal.id.customer) {
        if chances::is_guess(customer) {
            told.push(prose.say("deals-guess-hint"));
        } else if let Some(before) = chances::guessed_before(view, deal, &planned) {
            let known = prose.list(&learned(prose, customer));
            told.push(prose.say_with("deals-known-now", &[("known", known.into()), ("before", prose.chance(before).into())]));
        }
    }
    told
}

/// What qualifying has shown of how a customer will choose.
fn learned(prose: &Prose, customer: &CustomerView) -> Vec<String> {
    let supplier = match customer.incumbent {
        Some(rival) => prose.say_with("deals-known-supplier", &[("rival", prose.winner(Winner::Rival(rival)).into())]),
        None => prose.say("deals-known-no-supplier"),
    };
    let weighs = customer.price_sensitivity.filter(|weight| (weight - 1.0).abs() >= 0.05);
    let weighs = weighs.map(|weight| prose.say_with("deals-known-prices", &[("times", decimal(weight, 1).into())]));
    std::iter::once(supplier).chain(weighs).collect()
}

/// Why a chance is so high, in a few words.
#[must_use]
pub fn reason(prose: &Prose, why: Reason) -> String {
    match why {
        Reason::NoRivals => prose.say("chance-why-no-rivals"),
        Reason::LittleLuck => prose.say("chance-why-little-luck"),
        Reason::Strong(term) => prose.say_with("chance-why-strong", &[("term", prose.say(names::bid_strength(term)).into())]),
    }
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
        let planned = chances::planned(prose.view, deal);
        match (planned.range, planned.barred) {
            (Some(range), _) => prose.say_with("deals-strip-chance", &[("chance", figure(prose, deal, range.likely).into())]),
            (None, Some(Barred::NoSupport)) => prose.say("deals-strip-no-support"),
            (None, _) => prose.say("deals-strip-no-quote"),
        }
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

/// The chance without more work, where work is planned for a quoted deal; without a quote, once a usual month of work went into it and
/// none is planned. With what it is called, and what that means.
#[must_use]
pub fn otherwise(prose: &Prose, deal: &DealView) -> Option<[String; 3]> {
    let view = prose.view;
    let planned = chances::planned(view, deal);
    if !deal.open() {
        return None;
    }
    if deal.quote.is_some() {
        let idle = chances::of(view, deal, []).range.filter(|_| planned.hours > Minutes::ZERO)?;
        return Some([prose.say("deals-chance-idle"), prose.chance(idle.likely), prose.say("deals-chance-idle-hint")]);
    }
    if planned.range.is_some() {
        return None;
    }
    let hours = usual::focus(&view.guide.rules, deal.value);
    let action = Action::Pursue(cards::Pursue { deal: deal.id, terms: QuoteTerms::default(), intent: Intent::Ask, time: hours });
    let then = chances::with(view, deal, view.guide.acting(Role::AccountManager), &Card { action, write_up: true });
    let told = prose.say_with("deals-chance-after", &[("hours", prose.hours(then.hours).into()), ("chance", prose.chance(then.range?.likely).into())]);
    Some([prose.say("deals-chance-then"), told, prose.say("deals-chance-then-hint")])
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
