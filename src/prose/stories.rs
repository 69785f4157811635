//! Each named customer's story: what happened to it, the course of its numbers, and the months that turned it.

use super::wording::Prose;
use super::{happenings, reasons};
use crate::sim::journal::effect::{Effect, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::CustomerView;
use crate::sim::state::DealOutcome;
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Fen, Round};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The customers with a story: the named ones, and those that brought most or were quoted for in vain.
#[must_use]
pub fn cast<'a>(prose: &Prose<'a>) -> Vec<&'a CustomerView> {
    // the screen asks again and again: all deals are gone through once
    let mut in_vain: BTreeMap<CustomerId, Fen> = BTreeMap::new();
    for deal in prose.view.deals.iter().filter(|deal| matches!(deal.outcome, Some(DealOutcome::Lost(_)))) {
        let price = deal.quote.as_ref().map_or(Fen::ZERO, |quote| quote.price);
        let dearest = in_vain.entry(deal.id.customer).or_default();
        *dearest = price.max(*dearest);
    }
    let lost = |id: CustomerId| in_vain.get(&id).copied().unwrap_or_default();
    let mut list: Vec<&CustomerView> = prose.view.customers.iter().filter(|c| c.named || c.orders > 0 || lost(c.id) > Fen::ZERO).collect();
    list.sort_by_key(|c| (!c.named, Reverse(c.revenue.max(lost(c.id))), c.id));
    list.truncate(9);
    list
}

/// Something that happened to a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The month.
    pub round: Round,
    /// Its place among all that happened in that month.
    pub place: usize,
    /// What it was.
    pub happened: Happened,
}

/// What happened to a customer that belongs to its story.
#[must_use]
pub fn story(prose: &Prose, customer: CustomerId) -> Vec<Event> {
    let belongs = |h: &Happened| {
        !matches!(
            h,
            Happened::Called { .. }
                | Happened::StageReached { .. }
                | Happened::Quoted { .. }
                | Happened::NothingFound { .. }
                | Happened::Surveyed { .. }
                | Happened::TicketSolved { in_time: true, .. }
        )
    };
    let mut list = Vec::new();
    for (index, past) in prose.view.past.rounds.iter().enumerate() {
        for (place, happened) in past.happened.iter().enumerate().filter(|(_, h)| happenings::customer(h) == Some(customer) && belongs(h)) {
            // The loss is told once, by the sentence that names its cause.
            if !matches!(happened, Happened::Phase { to: Phase::Lost, .. }) {
                list.push(Event { round: Round(index as u16 + 1), place, happened: happened.clone() });
            }
        }
    }
    list
}

/// The course of a measure over the months, from the recorded changes: month and points. `now`: where it stands today.
#[must_use]
pub fn course(prose: &Prose, customer: CustomerId, measure: Measure, now: f64) -> Vec<[f64; 2]> {
    let rounds = prose.view.past.rounds.len() as u16;
    let mut points = Vec::new();
    let mut value = None;
    for round in 1..=rounds {
        let effects: Vec<_> = reasons::changes(prose, Some(customer), measure, Round(round)).collect();
        if let Some(last) = effects.last() {
            value = Some(last.to);
        }
        let known = value.or_else(|| {
            // Before the first change a number stands where that change begins.
            (round..=rounds).find_map(|later| reasons::changes(prose, Some(customer), measure, Round(later)).next().map(|e| e.from))
        });
        points.push([f64::from(round), known.unwrap_or(now)]);
    }
    points
}

/// The heading of a story: a question, as one would ask it.
#[must_use]
pub fn question(prose: &Prose, customer: &CustomerView) -> String {
    // orders from before the game have kept nobody
    let ordered = || prose.view.past.rounds.iter().flat_map(|past| &past.happened).any(|happened| ordered_by(customer.id, happened).is_some());
    let key = if customer.lost.is_some() {
        "story-why-lost"
    } else if ordered() {
        "story-why-stayed"
    } else {
        "story-why-no-order"
    };
    prose.say_with(key, &[("customer", prose.text(&customer.name).into())])
}

/// The amount, where this is an order of the customer.
fn ordered_by(customer: CustomerId, happened: &Happened) -> Option<Fen> {
    match happened {
        Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } if happenings::customer(happened) == Some(customer) => Some(*amount),
        _ => None,
    }
}

/// What is written on the line of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Month and points.
    pub at: [f64; 2],
    /// A word or two, or an amount.
    pub text: String,
    /// Good or bad news.
    pub is_good: bool,
    /// Whether it stands above the line or below.
    pub is_above: bool,
}

/// What is written on the line of a story: orders, failures, departures, the loss. One for a month, alternating above and below; of
/// all that befell the customer its largest order is never left out.
#[must_use]
pub fn marks(prose: &Prose, customer: CustomerId, line: &[[f64; 2]]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let ordered = |h: &Happened| ordered_by(customer, h);
    let largest = prose.view.past.rounds.iter().flat_map(|past| &past.happened).filter_map(ordered).max();
    for (index, past) in prose.view.past.rounds.iter().enumerate() {
        let told = past.happened.iter().filter_map(|h| {
            let mine = happenings::customer(h) == Some(customer);
            match h {
                Happened::Won { .. } | Happened::TenderWon { .. } if mine => {
                    ordered(h).map(|amount| (if Some(amount) == largest { 7 } else { 4 }, amount, prose.money_short(amount), true))
                }
                Happened::Met { .. } if mine => Some((1, Fen::ZERO, prose.say("mark-met"), true)),
                Happened::NotWon { .. } | Happened::NotInvited { .. } if mine => Some((2, Fen::ZERO, prose.say("mark-not-won"), false)),
                Happened::TicketOpen { .. } if mine => Some((3, Fen::ZERO, prose.say("mark-ticket"), false)),
                Happened::Resigned { .. } => Some((5, Fen::ZERO, prose.say("mark-resigned"), false)),
                Happened::Churned { .. } if mine => Some((6, Fen::ZERO, prose.say("mark-lost"), false)),
                Happened::WonBack { .. } if mine => Some((6, Fen::ZERO, prose.say("mark-won-back"), true)),
                _ => None,
            }
        });
        let Some((_, _, text, is_good)) = told.max_by_key(|(weight, amount, ..)| (*weight, *amount)) else { continue };
        let Some(at) = line.get(index) else { continue };
        let is_above = marks.last().is_none_or(|last| !last.is_above || at[0] - last.at[0] > 1.5);
        marks.push(Mark { at: *at, text, is_good, is_above });
    }
    marks
}

/// The months in which a number of a customer changed most, by half a point at least; four at most, in order.
#[must_use]
pub fn turning_points(prose: &Prose, customer: CustomerId, measure: Measure) -> Vec<Round> {
    let mut rounds: Vec<(Round, f64)> = (1..=prose.view.past.rounds.len() as u16)
        .map(Round)
        .map(|round| (round, reasons::changes(prose, Some(customer), measure, round).map(Effect::change).sum::<f64>()))
        .filter(|(_, change)| change.abs() >= 0.5)
        .collect();
    rounds.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    rounds.truncate(4);
    rounds.sort_by_key(|(round, _)| *round);
    rounds.into_iter().map(|(round, _)| round).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::journal::report::Utility;
    use crate::sim::units::{NeedId, Role, Source};
    use crate::words::Lang;

    #[test]
    fn the_largest_order_is_marked_whatever_else_came_in_that_month() {
        let mut view = noted(&played(1, 3));
        let customer = view.customers.first().expect("somebody").id;
        let order = |born: u16, yuan| Happened::Won {
            deal: NeedId { customer, born: Round(born), source: Source::Stochastic },
            amount: Fen::yuan(yuan),
            utility: Utility::default(),
            chance: 0.5,
            unseen: None,
            strong: None,
            field: Vec::new(),
        };
        let left = || Happened::Resigned { role: Role::AccountManager };
        for (past, happened) in view.past.rounds.iter_mut().zip([vec![order(1, 90_000), left()], vec![order(2, 900_000), left(), order(1, 5_000)], vec![]]) {
            past.happened = happened;
        }
        let prose = Prose::new(&view, Lang::En);
        let line: Vec<[f64; 2]> = (1..=3).map(|month| [f64::from(month), 60.0]).collect();
        let told: Vec<String> = marks(&prose, customer, &line).into_iter().map(|mark| mark.text).collect();
        assert_eq!(told, [prose.say("mark-resigned"), prose.money_short(Fen::yuan(900_000))]);

        // an order from before the game is no reason to ask why somebody stayed
        let name = prose.customer(customer);
        let asked = |view: &crate::sim::view::View| {
            question(
                &Prose::new(view, Lang::En),
                &crate::sim::knowledge::CustomerView { orders: 1, lost: None, ..view.customer(customer).expect("known").clone() },
            )
        };
        assert_eq!(asked(&view), format!("Why did {name} stay?"));
        for past in &mut view.past.rounds {
            past.happened.clear();
        }
        assert_eq!(asked(&view), format!("Why did {name} not buy?"));
    }
}
