//! The largest changes of a month, with a sentence and a number for each.

use super::tone::Tone;
use super::wording::Prose;
use super::{decided_deals, happenings, names};
use crate::sim::journal::effect::{Effect, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::CustomerView;
use crate::sim::scenario::Severity;
use crate::sim::state::DealOutcome;
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Fen, Role, Round};
use crate::words::{decimal, signed};

/// The most changes that are played one after another.
pub const MOST: usize = 5;

/// One change of the month.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// Whom it befell; none where it is the team's own or of many.
    pub customer: Option<CustomerId>,
    /// What happened, in a sentence.
    pub title: String,
    /// Why, as a short sentence; may be empty.
    pub cause: String,
    /// The number that tells most; may be empty.
    pub chip: String,
    /// Good or bad news.
    pub tone: Tone,
    weight: f64,
}

/// The largest changes of a round, largest first; at most one for each customer.
#[must_use]
pub fn highlights(prose: &Prose, round: Round) -> Vec<Highlight> {
    let mut list = all(prose, round);
    list.truncate(MOST);
    // The best is kept for the end: what is lost or won last is what stays in mind.
    list.reverse();
    list
}

/// Every change worth a line, largest first.
#[must_use]
pub fn all(prose: &Prose, round: Round) -> Vec<Highlight> {
    let Some(past) = round.0.checked_sub(1).and_then(|index| prose.view.past.rounds.get(usize::from(index))) else {
        return Vec::new();
    };
    let mut list: Vec<Highlight> = Vec::new();
    let mut met: Vec<CustomerId> = Vec::new();
    for happened in &past.happened {
        if let Happened::Met { customer, .. } = happened {
            met.push(*customer);
            continue;
        }
        let weight = weight(prose, happened);
        if weight <= 0.0 {
            continue;
        }
        let customer = happenings::customer(happened);
        let found = Highlight {
            customer,
            title: happenings::sentence(prose, happened),
            cause: cause(prose, happened, round, &past.effects),
            chip: chip(prose, happened, &past.effects),
            tone: happenings::tone(happened),
            weight,
        };
        match list.iter_mut().find(|h| h.customer.is_some() && h.customer == customer) {
            Some(known) if known.weight < found.weight => *known = found,
            Some(_) => {}
            None => list.push(found),
        }
    }
    gather_needs(prose, &past.happened, &mut list);
    list.extend(newcomers(prose, &met));
    list.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    list
}

/// Where many say what they need, it is one change; those of named customers stand for themselves.
fn gather_needs(prose: &Prose, happened: &[Happened], list: &mut Vec<Highlight>) {
    const MANY: usize = 4;
    let ordinary = |id: CustomerId| prose.view.customer(id).is_some_and(|c| !c.named);
    let mut needy: Vec<CustomerId> = Vec::new();
    for happened in happened {
        if let Happened::NeedSeen { deal, .. } = happened
            && ordinary(deal.customer)
            && !needy.contains(&deal.customer)
        {
            needy.push(deal.customer);
        }
    }
    // whom something weightier befell keeps that line
    needy.retain(|id| list.iter().any(|h| h.customer == Some(*id) && h.tone == Tone::Deal));
    if needy.len() < MANY {
        return;
    }
    list.retain(|h| h.tone != Tone::Deal || h.customer.is_none_or(|id| !needy.contains(&id)));
    let names: Vec<String> = needy.iter().take(3).map(|&id| prose.customer(id)).collect();
    list.push(Highlight {
        customer: None,
        title: prose.say_with("high-needs", &[("count", needy.len().into())]),
        cause: format!("{}…", prose.list(&names)),
        chip: signed(needy.len() as f64, 0),
        tone: Tone::Deal,
        weight: 21.0,
    });
}

/// All customers met in the month as one change; a single one by name.
fn newcomers(prose: &Prose, met: &[CustomerId]) -> Option<Highlight> {
    let names: Vec<String> = met.iter().take(3).map(|&id| prose.customer(id)).collect();
    let first = *met.first()?;
    let named = met.iter().any(|&id| prose.view.customer(id).is_some_and(|c| c.named));
    let title = if met.len() == 1 {
        prose.say_with("high-met-one", &[("customer", prose.customer(first).into())])
    } else {
        prose.say_with("high-met", &[("count", met.len().into())])
    };
    let single = prose.view.customer(first).and_then(|c| c.found).map(|(how, _)| prose.found(how));
    let weight = 22.0 + met.len() as f64 * 2.0 + if named { 25.0 } else { 0.0 };
    let customer = if met.len() == 1 { Some(first) } else { None };
    Some(Highlight {
        customer,
        title,
        cause: if met.len() == 1 { single.unwrap_or_default() } else { prose.list(&names) },
        chip: signed(met.len() as f64, 0),
        tone: Tone::Good,
        weight,
    })
}

/// How much a change counts. Named customers and much money count more.
fn weight(prose: &Prose, happened: &Happened) -> f64 {
    let base = match happened {
        Happened::Churned { .. } => 100.0,
        Happened::BribeFound { .. } => 95.0,
        Happened::CustomerLoss { .. } => 80.0,
        Happened::WonBack { .. } => 78.0,
        Happened::Resigned { .. } => 72.0,
        Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } => 55.0 + money(amount.to_yuan()),
        Happened::TenderLost { price, .. } => 33.0 + money(price.to_yuan()),
        Happened::CampaignRan { result } => 24.0 + f64::from(result.leads),
        Happened::Invested { .. } | Happened::Closed { .. } => 18.0,
        Happened::Phase { to: Phase::Lost, .. } => 0.0,
        Happened::Phase { to: Phase::Stability, .. } => 58.0,
        Happened::Phase { to: Phase::Decline, .. } => 60.0,
        Happened::Phase { .. } => 40.0,
        Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } => 32.0 + prose.view.deal(*deal).map_or(0.0, |d| money(d.value.to_yuan())),
        Happened::TicketOpen { severity, .. } | Happened::TicketDropped { severity, .. } => match severity {
            Severity::Minor => 16.0,
            Severity::Major => 34.0,
            Severity::Critical => 66.0,
        },
        Happened::SaleLost { deal } => 50.0 + prose.view.deal(*deal).map_or(0.0, |d| money(d.value.to_yuan())),
        Happened::DeliveredLate { .. } => 36.0,
        Happened::OrderWaits { .. } => 28.0,
        Happened::Delivered { quality, expectation, .. } if quality < expectation => 30.0,
        Happened::NeedSeen { .. } => 20.0,
        Happened::WinBackFailed { .. } => 26.0,
        Happened::PromiseMissed { penalty, .. } => 24.0 + money(penalty.to_yuan()),
        Happened::Visitors { .. } => 74.0,
        Happened::ToolOutgrown { .. } | Happened::Integrated => 76.0,
        _ => 0.0,
    };
    let named = happenings::customer(happened).and_then(|id| prose.view.customer(id)).is_some_and(|c| c.named);
    if base > 0.0 && named { base + 14.0 } else { base }
}

/// Up to 20 for a million and more.
fn money(yuan: f64) -> f64 {
    (yuan / 50_000.0).clamp(0.0, 20.0)
}

fn of_customer(effects: &[Effect], customer: Option<CustomerId>) -> impl Iterator<Item = &Effect> {
    effects.iter().filter(move |e| customer.is_some() && e.customer == customer)
}

/// Why it came to that: the cause the rules name, or the largest recorded one.
fn cause(prose: &Prose, happened: &Happened, round: Round, effects: &[Effect]) -> String {
    match happened {
        Happened::Phase { cause: Some(cause), .. } => return prose.say(names::cause(*cause)),
        Happened::Churned { .. } => return prose.say("high-churned-why"),
        Happened::NotWon { .. } | Happened::Won { .. } | Happened::TenderWon { .. } | Happened::TenderLost { .. } => {
            return decided_deals::odds(prose, happened).unwrap_or_default();
        }
        Happened::Resigned { role } => return resigned(prose, *role, round),
        // what is told says why, or there is no why
        Happened::NotInvited { .. }
        | Happened::SaleLost { .. }
        | Happened::OrderWaits { .. }
        | Happened::NeedSeen { .. }
        | Happened::CampaignRan { .. }
        | Happened::Invested { .. }
        | Happened::Closed { .. } => return String::new(),
        _ => {}
    }
    let customer = happenings::customer(happened);
    // a rise has no cause that pulls down, nor a fall one that lifts
    let fits = |change: f64| !matches!(happened, Happened::Phase { from, to, .. } if happenings::is_rise(*from, *to) != (change > 0.0));
    let size = |e: &&Effect| if matches!(e.measure, Measure::Trust | Measure::Commitment) && fits(e.change()) { e.change().abs() } else { 0.0 };
    let largest = of_customer(effects, customer).max_by(|a, b| size(a).total_cmp(&size(b)));
    largest.filter(|e| size(e) > 0.0).map_or_else(String::new, |e| prose.say(names::cause(e.cause)))
}

/// What a resignation costs: bonds, and at those who were closest an edge to the rival the person has gone to.
fn resigned(prose: &Prose, role: Role, round: Round) -> String {
    const MOST: usize = 3;
    let close = |c: &&CustomerView| role == Role::AccountManager && decided_deals::was_poached(prose, c.id, round);
    let mut courted: Vec<String> = prose.view.customers.iter().filter(close).map(|c| prose.text(&c.name)).collect();
    if courted.is_empty() {
        return prose.say("high-resigned-why");
    }
    let more = courted.len() > MOST;
    courted.truncate(MOST);
    let names = format!("{}{}", prose.list(&courted), if more { "…" } else { "" });
    let months = prose.view.guide.rules.choice.poached_rounds;
    prose.say_with("high-resigned-poached", &[("customers", names.into()), ("months", months.into())])
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
        _ => {}
    }
    let customer = happenings::customer(happened);
    let trust: Vec<&Effect> = of_customer(effects, customer).filter(|e| e.measure == Measure::Trust).collect();
    let (Some(first), Some(last)) = (trust.first(), trust.last()) else {
        return String::new();
    };
    let change = last.to - first.from;
    // a rise in spite of lost trust is not told by the trust lost
    let other_way = matches!(happened, Happened::Phase { from, to, .. } if happenings::is_rise(*from, *to) != (change > 0.0));
    if change.abs() < 0.5 || other_way {
        return String::new();
    }
    let args = [("measure", prose.say(names::measure(Measure::Trust)).into()), ("from", decimal(first.from, 0).into()), ("to", decimal(last.to, 0).into())];
    prose.say_with("high-from-to", &args)
}

/// How many orders were won in a round, and for how much.
#[must_use]
pub fn orders(prose: &Prose, round: Round) -> (usize, Fen) {
    let won = prose.view.deals.iter().filter(|d| d.due == round).filter_map(|d| match d.outcome {
        Some(DealOutcome::Won(amount)) => Some(amount),
        _ => None,
    });
    won.fold((0, Fen::ZERO), |(count, sum), amount| (count + 1, sum + amount))
}
