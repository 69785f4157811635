//! The largest changes of a month, with a sentence and a number for each.
//!
//! Nothing that was decided is left out: every deal, and every customer that left, has a line of its own, but for small needs
//! that nobody quoted for, whose customers one line names. What much money was won or lost by stands first, the dearest at the top;
//! small good news of one kind is one line. How a named customer climbs or falls is always played.

mod weight;

use super::tone::Tone;
use super::voices::Voices;
use super::wording::Prose;
use super::{climb, decided_deals, happenings, names, regrets, writing};
use crate::insight;
use crate::sim::journal::effect::{Cause, Effect, Measure};
use crate::sim::journal::report::{Happened, InteractionKind, NotInvited};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::scenario::Severity;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Revealed};
use crate::sim::units::{CustomerId, Fen, Role, Round};
use crate::words::{decimal, signed};
use std::collections::BTreeMap;
use weight::{loss, small, stake, weight};

/// The most changes that are played one after another, but for months in which named customers make more steps than that.
pub const MOST: usize = 5;

/// So many customers of whom the same is to be told are told of together; named ones stand for themselves.
const MANY: usize = 4;

/// One change of the month.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// Whom it befell; none where it is the team's own or of many.
    pub customer: Option<CustomerId>,
    /// What happened, in a sentence.
    pub title: String,
    /// Why, as a short sentence; may be empty.
    pub cause: String,
    /// What the customer says to it, where the rules name a reason.
    pub voice: Option<String>,
    /// The number that tells most; may be empty.
    pub chip: String,
    /// Good or bad news.
    pub tone: Tone,
    weight: f64,
    /// What goes with a deal that was lost or a customer that left; None of all else.
    loss: Option<Fen>,
    /// What was won or lost by it, or may be; None where no money is at stake.
    stake: Option<Fen>,
    /// A named customer enters another phase or tier.
    step: Option<Step>,
    /// What to do another time, where something went wrong that one could have helped.
    pub next_time: Option<String>,
    /// What could have been chosen, of a deal that was decided.
    pub contest: Option<decided_deals::Contest>,
}

impl Highlight {
    /// Without more than a sentence.
    fn plain(title: String, tone: Tone, weight: f64) -> Highlight {
        let (cause, chip) = (String::new(), String::new());
        Highlight { customer: None, title, cause, voice: None, chip, tone, weight, loss: None, stake: None, step: None, next_time: None, contest: None }
    }

    /// Where it stands in the list: much money first, then what is grave without it, then little money, then all else.
    fn place(&self, much: Fen) -> (u8, Option<Fen>) {
        match self.stake {
            Some(stake) if stake >= much => (3, Some(stake)),
            Some(stake) => (1, Some(stake)),
            None if self.weight >= GRAVE => (2, None),
            None => (0, None),
        }
    }
}

/// From this weight on something is grave, whatever money goes with it.
const GRAVE: f64 = 60.0;

/// Where a named customer has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Phase,
    Tier,
}

/// The changes of a round that are played: all steps of named customers and, up to [`MOST`], the largest others. The largest
/// comes last: what is lost or won last is what stays in mind. But nothing is seen to follow from a decision that nobody has seen yet:
/// a customer's step comes after its decision, and what becomes of the pyramid after all of them.
#[must_use]
pub fn highlights(prose: &Prose, round: Round) -> Vec<Highlight> {
    let mut list = all(prose, round);
    // whoever has just bought elsewhere is not seen to move up
    let lost: Vec<CustomerId> = list.iter().filter(|h| h.loss.is_some()).filter_map(|h| h.customer).collect();
    list.retain(|h| h.step.is_some() || h.loss.is_some() || h.tone != Tone::Good || h.contest.is_some() || h.customer.is_none_or(|id| !lost.contains(&id)));
    list.sort_by(|a, b| b.step.is_some().cmp(&a.step.is_some()).then(b.weight.total_cmp(&a.weight)));
    let steps = list.iter().filter(|h| h.step.is_some()).count();
    list.truncate(steps.max(MOST));
    list.sort_by(|a, b| a.weight.total_cmp(&b.weight));
    let decided: Vec<(CustomerId, f64)> = list.iter().filter(|h| h.contest.is_some()).filter_map(|h| Some((h.customer?, h.weight))).collect();
    // just behind the decision of the same customer, and behind everything where the pyramid is meant
    let when = |h: &Highlight| match h.step {
        Some(Step::Tier) if !decided.is_empty() => (f64::INFINITY, true),
        Some(_) => decided.iter().find(|(id, weight)| Some(*id) == h.customer && *weight > h.weight).map_or((h.weight, false), |(_, weight)| (*weight, true)),
        None => (h.weight, false),
    };
    list.sort_by(|a, b| when(a).0.total_cmp(&when(b).0).then(when(a).1.cmp(&when(b).1)));
    list
}

/// Every change worth a line: what was won or lost, the dearest first, then the others, largest first.
#[must_use]
pub fn all(prose: &Prose, round: Round) -> Vec<Highlight> {
    let Some(past) = round.0.checked_sub(1).and_then(|index| prose.view.past.rounds.get(usize::from(index))) else {
        return Vec::new();
    };
    // what has a line whatever else befell the customer, and the one change that counts most for each of the others
    let mut told: Vec<Highlight> = Vec::new();
    let mut list: Vec<Highlight> = Vec::new();
    let mut met: Vec<CustomerId> = Vec::new();
    let voices = Voices::of(prose, round);
    for (place, happened) in past.happened.iter().enumerate() {
        if let Happened::Met { customer, .. } = happened {
            met.push(*customer);
            continue;
        }
        let weight = weight(prose, happened);
        // an order that ought to have gone out is told below
        let is_overdue = matches!(happened, Happened::OrderWaits { deal } if prose.view.deal(*deal).is_some_and(|deal| is_overdue(deal, round)));
        if weight <= 0.0 || is_overdue || stood_on_the_board(prose, happened, round) {
            continue;
        }
        let customer = happenings::customer(happened);
        let found = Highlight {
            customer,
            title: happenings::sentence(prose, happened),
            cause: cause(prose, happened, round, &past.effects),
            voice: voices.said(prose, place, happened),
            chip: chip(prose, happened, &past.effects),
            tone: happenings::tone(happened),
            weight,
            loss: loss(prose, happened),
            stake: stake(prose, happened),
            next_time: regrets::next_time(prose, happened),
            contest: decided_deals::contenders(prose, happened),
            step: (matches!(happened, Happened::Phase { .. }) && customer.is_some_and(|id| is_named(prose, id))).then_some(Step::Phase),
        };
        let is_need_told = matches!(happened, Happened::NeedSeen { deal, .. } if is_named(prose, deal.customer) || found.stake.is_some());
        if found.step.is_some() || is_need_told || is_always_told(happened) {
            told.push(found);
            continue;
        }
        match list.iter_mut().find(|h| h.customer.is_some() && h.customer == customer) {
            Some(known) if known.weight < found.weight => *known = found,
            Some(_) => {}
            None => list.push(found),
        }
    }
    list.retain(|h| h.customer.is_none() || told.iter().all(|other| other.customer != h.customer || other.weight < h.weight));
    gather(prose, &past.happened, &mut list, "high-needs", |h| matches!(h, Happened::NeedSeen { .. }));
    gather(prose, &past.happened, &mut list, "high-rises", |h| matches!(h, Happened::Phase { .. }) && happenings::tone(h) == Tone::Good);
    list.extend(newcomers(prose, &met));
    list.extend(calls(prose, &past.happened));
    list.extend(handovers(prose, round));
    gather_unquoted(prose, &past.happened, &mut told);
    gather(prose, &past.happened, &mut told, "high-tickets", |h| matches!(h, Happened::TicketOpen { severity: Severity::Minor, .. }));
    told.extend(overdue(prose, round));
    list.extend(told);
    list.extend(prose.view.customers.iter().filter(|c| c.named).filter_map(|c| tier_change(prose, c.id, round)));
    let much = small(prose);
    list.sort_by(|a, b| b.place(much).cmp(&a.place(much)).then(b.weight.total_cmp(&a.weight)));
    // what to do next time is said once, but of each loss by itself
    let mut said: Vec<String> = Vec::new();
    for line in list.iter_mut().filter(|line| line.loss.is_none()) {
        match &line.next_time {
            Some(next_time) if said.contains(next_time) => line.next_time = None,
            Some(next_time) => said.push(next_time.clone()),
            None => {}
        }
    }
    list
}

/// Whether an order was promised for this month and did not go out in it.
fn is_overdue(deal: &DealView, round: Round) -> bool {
    deal.order.is_some_and(|order| order.promised == round && order.delivered.is_none_or(|when| when > round))
}

/// Orders that were promised for this month and did not go out in it.
fn overdue<'a>(prose: &'a Prose<'a>, round: Round) -> impl Iterator<Item = Highlight> + use<'a> {
    prose.view.deals.iter().filter(move |deal| is_overdue(deal, round)).map(move |deal| {
        let args = [("customer", prose.customer(deal.id.customer).into()), ("month", prose.month_name(round).into())];
        let next_time = prose.say_with("regret-next", &[("instead", prose.say("costly-no-goods-instead").into())]);
        let line = Highlight::plain(prose.say_with("high-overdue", &args), Tone::Late, GRAVE);
        Highlight { customer: Some(deal.id.customer), next_time: Some(next_time), ..line }
    })
}

/// A need that was asked about openly as the month began: whoever planned the month has had it on the board.
fn stood_on_the_board(prose: &Prose, happened: &Happened, round: Round) -> bool {
    let Happened::NeedSeen { deal, how: Revealed::Open } = happened else { return false };
    prose.view.customer(deal.customer).is_some_and(|known| known.found.is_none_or(|(_, when)| when < round))
}

/// Whether it has a line of its own, whatever else befell the customer: what was decided, who left, and what
/// was left open or came late.
const fn is_always_told(happened: &Happened) -> bool {
    matches!(
        happened,
        Happened::Won { .. }
            | Happened::NotWon { .. }
            | Happened::NotInvited { .. }
            | Happened::SaleLost { .. }
            | Happened::TenderWon { .. }
            | Happened::TenderLost { .. }
            | Happened::Churned { .. }
            | Happened::TicketOpen { .. }
            | Happened::TicketSolved { in_time: false, severity: Severity::Major | Severity::Critical, .. }
            | Happened::Phase { from: Phase::Lost, .. }
    )
}

fn is_named(prose: &Prose, customer: CustomerId) -> bool {
    prose.view.customer(customer).is_some_and(|c| c.named)
}

/// How a customer moved in the pyramid in this round.
fn tier_change(prose: &Prose, customer: CustomerId, round: Round) -> Option<Highlight> {
    let moved = insight::climb::moved(prose.view, customer, round)?;
    let tone = if moved.is_rise() { Tone::Good } else { Tone::Late };
    Some(Highlight {
        customer: Some(customer),
        cause: climb::why(prose, customer, moved, round),
        chip: prose.money_short(insight::climb::contribution_after(prose.view, customer, round)),
        step: Some(Step::Tier),
        ..Highlight::plain(climb::moved(prose, customer, moved), tone, 56.0)
    })
}

/// Where the same is to be told of many customers, it is one line; those of named customers stand for themselves.
fn gather(prose: &Prose, happened: &[Happened], list: &mut Vec<Highlight>, key: &str, is: impl Fn(&Happened) -> bool) {
    let ordinary = |id: &CustomerId| !is_named(prose, *id);
    let same: Vec<(CustomerId, String)> =
        happened.iter().filter(|h| is(h)).filter_map(|h| Some((happenings::customer(h).filter(ordinary)?, happenings::sentence(prose, h)))).collect();
    // whom something weightier befell keeps that line
    let is_same = |h: &Highlight| same.iter().any(|(id, title)| h.customer == Some(*id) && h.title == *title);
    let (gathered, others): (Vec<Highlight>, Vec<Highlight>) = std::mem::take(list).into_iter().partition(is_same);
    *list = others;
    // customers are counted, and one may have had several of the same
    let mut customers: Vec<CustomerId> = Vec::new();
    for customer in gathered.iter().filter_map(|h| h.customer) {
        if !customers.contains(&customer) {
            customers.push(customer);
        }
    }
    let (Some(first), true) = (gathered.first(), customers.len() >= MANY) else {
        list.extend(gathered);
        return;
    };
    let (tone, weight) = (first.tone, first.weight + 1.0);
    list.push(together(prose, key, &customers, tone, weight));
}

/// Small needs of ordinary customers that were decided without a quote, where there are many: one line that names them all.
fn gather_unquoted(prose: &Prose, happened: &[Happened], told: &mut Vec<Highlight>) {
    let small = small(prose);
    let unquoted = |happened: &Happened| match happened {
        Happened::NotInvited { deal, why: NotInvited::NoQuote, .. } if !is_named(prose, deal.customer) => {
            loss(prose, happened).filter(|value| *value < small).map(|value| (deal.customer, value, happenings::sentence(prose, happened)))
        }
        _ => None,
    };
    let unquoted: Vec<(CustomerId, Fen, String)> = happened.iter().filter_map(unquoted).collect();
    if unquoted.len() < MANY {
        return;
    }
    told.retain(|h| unquoted.iter().all(|(customer, _, title)| h.customer != Some(*customer) || h.title != *title));
    let names: Vec<String> = unquoted.iter().map(|(customer, ..)| prose.customer(*customer)).collect();
    let sum: Fen = unquoted.iter().map(|(_, value, _)| *value).sum();
    let title = prose.say_with("high-unquoted", &[("count", unquoted.len().into())]);
    let line = Highlight::plain(title, Tone::Late, 31.0);
    told.push(Highlight { cause: prose.list(&names), chip: prose.money_short(sum), loss: Some(sum), stake: Some(sum), ..line });
}

/// One line for several customers.
fn together(prose: &Prose, key: &str, customers: &[CustomerId], tone: Tone, weight: f64) -> Highlight {
    const NAMED: usize = 3;
    let title = prose.say_with(key, &[("count", customers.len().into())]);
    Highlight { cause: prose.some(customers, NAMED), ..Highlight::plain(title, tone, weight) }
}

/// All calls that led on as one line; those for whom they were once each.
fn calls(prose: &Prose, happened: &[Happened]) -> Option<Highlight> {
    let led_on = happened.iter().filter_map(|h| if let Happened::Called { customer, deal: Some(_), advance: true, .. } = h { Some(*customer) } else { None });
    let customers: Vec<CustomerId> = led_on.collect();
    let (count, mut names) = (customers.len(), customers);
    names.sort_unstable();
    names.dedup();
    let line = together(prose, "high-calls", &names, Tone::Good, 10.0);
    (count > 0).then(|| Highlight { title: prose.say_with("high-calls", &[("count", count.into())]), ..line })
}

/// Whom the successor of somebody who left has met.
fn handovers(prose: &Prose, round: Round) -> Option<Highlight> {
    let met = prose.view.past.interactions.iter().filter(|i| i.round == round && i.kind == InteractionKind::Handover);
    let mut customers: Vec<CustomerId> = met.map(|i| i.customer).collect();
    customers.sort_unstable_by_key(|id| (!is_named(prose, *id), *id));
    let named = customers.first().is_some_and(|id| is_named(prose, *id));
    (!customers.is_empty()).then(|| together(prose, "high-handover", &customers, Tone::Good, if named { 45.0 } else { 27.0 }))
}

/// All customers met in the month as one change; a single one by name.
fn newcomers(prose: &Prose, met: &[CustomerId]) -> Option<Highlight> {
    const NAMED: usize = 3;
    let first = *met.first()?;
    let named = met.iter().any(|&id| is_named(prose, id));
    let title = if met.len() == 1 {
        prose.say_with("high-met-one", &[("customer", prose.customer(first).into())])
    } else {
        prose.say_with("high-met", &[("count", met.len().into())])
    };
    let single = prose.view.customer(first).and_then(|c| c.found).map(|(how, _)| prose.found(how));
    let weight = 22.0 + met.len() as f64 * 2.0 + if named { 25.0 } else { 0.0 };
    let customer = if met.len() == 1 { Some(first) } else { None };
    let cause = if met.len() == 1 { single.unwrap_or_default() } else { prose.some(met, NAMED) };
    Some(Highlight { customer, cause, ..Highlight::plain(title, Tone::Good, weight) })
}

fn of_customer(effects: &[Effect], customer: Option<CustomerId>) -> impl Iterator<Item = &Effect> {
    effects.iter().filter(move |e| customer.is_some() && e.customer == customer)
}

/// Why it came to that: the cause the rules name, or the largest recorded one.
fn cause(prose: &Prose, happened: &Happened, round: Round, effects: &[Effect]) -> String {
    match happened {
        Happened::Phase { cause: Some(cause), .. } => return prose.say(names::cause(*cause)),
        Happened::Phase { from, to, .. } if happenings::is_rise(*from, *to) && *from != Phase::Lost => return climbed(prose, *to),
        Happened::Churned { customer, hazard, cause, behind, .. } => return left_behind(prose, *customer, *hazard, *cause, *behind),
        Happened::Phase { from: Phase::Lost, .. } => return prose.say("high-returns-why"),
        Happened::NotWon { .. } | Happened::Won { .. } | Happened::TenderWon { .. } | Happened::TenderLost { .. } => {
            return decided_deals::odds(prose, happened).unwrap_or_default();
        }
        Happened::Resigned { role } => return resigned(prose, *role, round),
        // what is told says why, or there is no why
        Happened::NotInvited { .. }
        | Happened::SaleLost { .. }
        | Happened::OrderWaits { .. }
        | Happened::DeliveredLate { .. }
        | Happened::NeedSeen { .. }
        | Happened::CampaignRan { .. }
        | Happened::Invested { .. }
        | Happened::Closed { .. } => return String::new(),
        _ => {}
    }
    let customer = happenings::customer(happened);
    // good news has no cause that pulls down, nor bad news one that lifts
    let fits = |change: f64| match happenings::tone(happened) {
        Tone::Good => change > 0.0,
        Tone::Late => change < 0.0,
        _ => true,
    };
    // that commitment grows with satisfaction and trust explains no single event
    let tells = |e: &&Effect| matches!(e.measure, Measure::Trust | Measure::Commitment) && e.cause != Cause::Grew && fits(e.change());
    let size = |e: &&Effect| if tells(e) { e.change().abs() } else { 0.0 };
    let largest = of_customer(effects, customer).max_by(|a, b| size(a).total_cmp(&size(b)));
    largest.filter(|e| size(e) > 0.0).map_or_else(String::new, |e| prose.say(names::cause(e.cause)))
}

/// What a relation needs to have come to a phase.
fn climbed(prose: &Prose, to: Phase) -> String {
    match to {
        Phase::Exploration => prose.say("high-explores"),
        Phase::Formation => prose.say("high-forms"),
        Phase::Stability => prose.say("high-stable"),
        Phase::Unknown | Phase::Awareness | Phase::Decline | Phase::Lost => String::new(),
    }
}

/// What else speaks from a departure: how a contract was lost; else the second reason, or what trust went with, that it is not the
/// first time, and how likely it had become.
fn left_behind(prose: &Prose, customer: CustomerId, hazard: f64, cause: Cause, behind: Option<Cause>) -> String {
    let with = |key: &str, cause: Cause| prose.say_with(key, &[("cause", writing::small(&prose.say(names::cause(cause))).into())]);
    if cause == Cause::ContractEnded {
        let lost = decided_deals::renewal(prose, customer).and_then(|renewal| decided_deals::odds(prose, renewal));
        return writing::capital(&lost.or(behind.map(|cause| with("high-churned-behind", cause))).unwrap_or_default());
    }
    let second = behind.map(|cause| with("high-churned-also", cause));
    let spoilt = || if cause == Cause::LowTrust { trust_went_with(prose, customer).map(|cause| with("high-churned-trust", cause)) } else { None };
    let happened = || prose.view.past.rounds.iter().flat_map(|round| &round.happened);
    let departures = happened().filter(|h| matches!(h, Happened::Churned { customer: gone, .. } if *gone == customer)).count();
    let again = || (departures > 1).then(|| prose.say("high-churned-again"));
    // once the game is over it is known exactly; a class needs no more than before
    let hazard = (hazard * 20.0).round() / 20.0;
    let risk = if hazard < LITTLE_RISK {
        prose.say_with("high-churned-unlucky", &[("chance", prose.percent(LITTLE_RISK).into())])
    } else {
        prose.say_with("high-churned-risk", &[("chance", prose.chance(hazard).into())])
    };
    let told = spoilt().or(second).or_else(again);
    writing::capital(&told.map_or_else(|| risk.clone(), |told| decided_deals::and(prose, &told, &risk)))
}

/// A departure that was less likely than this was bad luck, too.
const LITTLE_RISK: f64 = 0.05;

/// What cost a customer's trust most, where it cost half of all that was lost.
fn trust_went_with(prose: &Prose, customer: CustomerId) -> Option<Cause> {
    let effects = prose.view.past.rounds.iter().flat_map(|round| of_customer(&round.effects, Some(customer)));
    let lost = effects.filter(|e| e.measure == Measure::Trust && !matches!(e.cause, Cause::Lost | Cause::Met) && e.change() < 0.0);
    let mut sums: BTreeMap<Cause, f64> = BTreeMap::new();
    for effect in lost {
        *sums.entry(effect.cause).or_default() -= effect.change();
    }
    let total: f64 = sums.values().sum();
    sums.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, lost)| lost * 2.0 >= total).map(|(cause, _)| cause)
}

/// What a resignation costs: bonds, and at those who were closest an edge to the rival the person has gone to.
fn resigned(prose: &Prose, role: Role, round: Round) -> String {
    const MOST: usize = 3;
    let close = |c: &&CustomerView| role == Role::AccountManager && decided_deals::was_poached(prose, c.id, round);
    let courted: Vec<CustomerId> = prose.view.customers.iter().filter(close).map(|c| c.id).collect();
    if courted.is_empty() {
        return prose.say("high-resigned-why");
    }
    let months = prose.view.guide.rules.choice.poached_rounds;
    prose.say_with("high-resigned-poached", &[("customers", prose.some(&courted, MOST).into()), ("months", months.into())])
}

/// The number beside the sentence: an amount, or how far trust moved.
fn chip(prose: &Prose, happened: &Happened, effects: &[Effect]) -> String {
    match happened {
        Happened::CampaignRan { result } => return signed(f64::from(result.leads), 0),
        Happened::TenderLost { price, .. } => return prose.money_short(*price),
        Happened::Won { amount, .. }
        | Happened::TenderWon { amount, .. }
        | Happened::CustomerLoss { amount, .. }
        | Happened::BribeFound { fine: amount, .. } => return prose.money_short(*amount),
        Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } => {
            return prose.view.deal(*deal).map_or_else(String::new, |d| prose.money_short(d.value));
        }
        Happened::NeedSeen { .. } => return stake(prose, happened).map_or_else(String::new, |value| prose.money_short(value)),
        _ => {}
    }
    let customer = happenings::customer(happened);
    // trust is beside a reason for going where it is the reason, without what goes because somebody has gone
    let speaks = |e: &Effect| match happened {
        Happened::Churned { cause, .. } => *cause == Cause::LowTrust && !matches!(e.cause, Cause::Lost | Cause::Resigned),
        _ => true,
    };
    let trust: Vec<&Effect> = of_customer(effects, customer).filter(|e| e.measure == Measure::Trust && speaks(e)).collect();
    let (Some(first), Some(last)) = (trust.first(), trust.last()) else {
        return String::new();
    };
    let change = last.to - first.from;
    // a rise in spite of lost trust is not told by the trust lost, and a need by no trust at all
    let fits = match happenings::tone(happened) {
        Tone::Good => change > 0.0,
        Tone::Late => change < 0.0,
        _ => false,
    };
    if change.abs() < 0.5 || !fits {
        return String::new();
    }
    let args = [("measure", prose.say(names::measure(Measure::Trust)).into()), ("from", decimal(first.from, 0).into()), ("to", decimal(last.to, 0).into())];
    prose.say_with("high-from-to", &args)
}

/// How many orders were won in a round.
#[must_use]
pub fn orders(prose: &Prose, round: Round) -> usize {
    prose.view.deals.iter().filter(|d| d.due == round && matches!(d.outcome, Some(DealOutcome::Won(_)))).count()
}

#[cfg(test)]
mod tests;
