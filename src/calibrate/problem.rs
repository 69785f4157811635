//! One major problem at one customer, met in four ways, and who is still a customer a year later (docs/model.md#unanswered-tickets).

use super::games::{game, plan};
use crate::bots::{Deals, Policy};
use crate::sim::game::Game;
use crate::sim::resolve;
use crate::sim::scenario::{Scenario, Severity};
use crate::sim::state::{MarketKind, Ticket, TicketState};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Fen, Round, Source, TicketId};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::sync::Arc;

/// The month of the problem: some customers have settled by then.
const MONTH: u16 = 4;
/// Months looked at afterwards.
const YEAR: u16 = 12;

/// How it is met: work begins in time, a month late, never; or the customer says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    Quick,
    Solved,
    Unsolved,
    Silent,
}

impl Met {
    const ALL: [Met; 4] = [Met::Quick, Met::Solved, Met::Unsolved, Met::Silent];
}

/// Customers a year after the problem, by `Met::ALL`; none where nobody could be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loyal {
    pub chosen: u32,
    pub kept: [u32; 4],
}

/// The same market and luck four times, at a customer of the reference bot. From then on the team answers tickets and
/// hunts, but visits nobody: what a problem leaves behind is not made good by care.
pub(super) fn problem(scenario: &Arc<Scenario>, seed: u64, reference: &Policy) -> Loyal {
    let usual = Policy {
        deals: Deals::FirstOrders,
        research: false,
        free_checks: 0,
        handover: false,
        sales_care: 0,
        care: 0,
        surveys: 0,
        checks: 0,
        ..reference.clone()
    };
    let mut state = game(scenario, seed, MarketKind::Mirror, MONTH + YEAR, 1);
    while state.round.0 < MONTH && !state.over() {
        plan(&mut state, std::slice::from_ref(reference));
        resolve(&mut state);
    }
    let Some(customer) = dearest(&state) else { return Loyal::default() };
    let kept = Met::ALL.map(|met| u32::from(year_after(&state, customer, met, &usual)));
    Loyal { chosen: 1, kept }
}

/// The customer with orders that is worth most a year, those with a story left out.
fn dearest(state: &Game) -> Option<CustomerId> {
    let relations = state.teams.first()?.relations.iter().enumerate();
    let ordinary = relations.filter(|(i, r)| r.active() && !state.customers[*i].named);
    ordinary.max_by_key(|(i, _)| (state.customers[*i].equity_value, Reverse(*i))).map(|(i, _)| CustomerId::at(i))
}

fn year_after(before: &Game, customer: CustomerId, met: Met, usual: &Policy) -> bool {
    let mut state = before.clone();
    strike(&mut state, customer, met);
    let since = state.round;
    while !state.over() {
        let passed = state.round.since(since);
        let answers = match met {
            Met::Quick | Met::Silent => true,
            Met::Solved => passed > 0,
            Met::Unsolved => passed > state.scenario.guide.rules.service.dropped_after,
        };
        let policy = if answers { usual.clone() } else { Policy { queue: 0, ..usual.clone() } };
        if passed <= state.scenario.guide.rules.service.dropped_after {
            // no second problem while the first one is open
            close_others(&mut state, customer, Some(since));
        }
        plan(&mut state, &[policy]);
        resolve(&mut state);
        if state.teams[0].relation(customer).phase == Phase::Lost {
            return false;
        }
    }
    true
}

/// Exactly one problem, whatever the month has brought.
fn strike(state: &mut Game, customer: CustomerId, met: Met) {
    let round = state.round;
    let minutes = state.scenario.guide.rules.service.class_hours[Severity::Major.index()];
    close_others(state, customer, None);
    let team = &mut state.teams[0];
    team.relations[customer.index()].service.silent_failure = (met == Met::Silent).then_some(round);
    if met != Met::Silent {
        team.service_desk.tickets.push(Ticket {
            id: TicketId { customer, born: round, source: Source::Check },
            severity: Severity::Major,
            minutes,
            size: minutes,
            day: 1,
            started: None,
            state: TicketState::Open,
            loss: Fen::ZERO,
            scripted: None,
        });
    }
}

/// The customer's open tickets are gone as if they had never come in, but for those of the month `kept`.
fn close_others(state: &mut Game, customer: CustomerId, kept: Option<Round>) {
    let round = state.round;
    for ticket in state.teams[0].service_desk.tickets.iter_mut() {
        if ticket.id.customer == customer && ticket.state == TicketState::Open && Some(ticket.id.born) != kept {
            ticket.state = TicketState::Dropped(round);
        }
    }
}
