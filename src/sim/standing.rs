//! The plan a month opens with: relationship levels as standing orders, open deals, new leads (MODEL.md 5, 16).
//!
//! Standing cards obey hours and cash like any other; they are none of the eight decisions. Best customers come first,
//! and what finds no hours is kept in `Team::dropped` for the desk to show.

use super::command::{Action, Card, Intent, Level, Opening, QueuePolicy, QuoteTerms};
use super::plan::{self, add_standing};
use super::report::Phase;
use super::scenario::Happening;
use super::state::{State, Team, TicketState};
use super::units::{CustomerId, Fen, Minutes, OpportunityId, Role};

/// Hours of standing cards; a player changes any of them.
const DEAL: Minutes = Minutes::hours(20);
const LARGE_DEAL: Minutes = Minutes::hours(30);
const CARE: Minutes = Minutes::hours(2);
const PARTNER_CARE: Minutes = Minutes::hours(4);
const PROSPECT: Minutes = Minutes::hours(40);
const LEAST_QUEUE: Minutes = Minutes::hours(20);
const MOST_LEADS: usize = 10;

/// Opens a team's month.
pub(super) fn open_plan(state: &mut State, team: usize) {
    let seat = &mut state.teams[team];
    seat.plan.clear();
    seat.dropped.clear();
    for staff in &mut seat.staff {
        staff.submitted = false;
    }
    if state.teams[team].opening == Opening::Filled && !state.over() {
        for role in Role::ALL {
            fill(state, team, role);
        }
    }
}

/// Replaces a role's plan by the filled-in one.
pub(super) fn refill(state: &mut State, team: usize, role: Role) {
    state.teams[team].plan.retain(|c| c.role != role);
    state.teams[team].dropped.retain(|(r, _)| *r != role);
    fill(state, team, role);
}

fn fill(state: &mut State, team: usize, role: Role) {
    match role {
        Role::Developer => developer(state, team),
        Role::AccountManager => account_manager(state, team),
        Role::Service => service(state, team),
    }
}

fn card(action: Action) -> Card {
    Card { action, write_up: true }
}

fn developer(state: &mut State, team: usize) {
    let now = |is: fn(&Happening) -> bool, state: &State| state.scenario.events.iter().any(|e| e.round == state.round.0 && is(&e.what));
    if now(|e| matches!(e, Happening::Exhibition), state) {
        add_standing(state, team, Role::Developer, card(Action::Exhibition));
    }
    let t = &state.teams[team];
    let unconfirmed = |id: CustomerId| t.open_deals_of(id).any(|d| d.stage == 1);
    let mut leads: Vec<CustomerId> = (0..t.relations.len())
        .map(CustomerId::at)
        .filter(|&id| {
            let r = t.relation(id);
            r.known() && r.phase != Phase::Lost && (!r.qualified || unconfirmed(id))
        })
        .collect();
    // leads with an open need first
    leads.sort_by_key(|&id| (!unconfirmed(id), id));
    leads.truncate(MOST_LEADS);
    while !leads.is_empty() && !add_standing(state, team, Role::Developer, card(Action::Qualify { customers: leads.clone() })) {
        leads.pop();
    }
    let free = plan::hours(state, team, Role::Developer) - state.teams[team].planned(Role::Developer);
    let time = half_hours(free.min(PROSPECT));
    if time > Minutes::ZERO {
        add_standing(state, team, Role::Developer, card(Action::Prospect { time }));
    }
}

fn account_manager(state: &mut State, team: usize) {
    let strangers: Vec<CustomerId> =
        by_value(&state.teams[team], state).into_iter().filter(|&id| state.teams[team].relation(id).trust_lost_by_resignation > 0.0).take(6).collect();
    if !strangers.is_empty() {
        add_standing(state, team, Role::AccountManager, card(Action::Handover { customers: strangers }));
    }
    let forecast = state.scenario.guide.rules.selling.forecast_hours;
    let mut deals: Vec<(Fen, OpportunityId)> =
        state.teams[team].open_deals().filter_map(|d| state.world(state.teams[team].id).opportunity(d.id).map(|o| (o.value, d.id))).collect();
    deals.sort_by_key(|&(value, id)| (std::cmp::Reverse(value), id));
    let large = state.scenario.guide.rules.selling.large_deal;
    for (value, deal) in deals {
        let wanted = if value >= large { LARGE_DEAL } else { DEAL };
        let free = plan::hours(state, team, Role::AccountManager) - state.teams[team].planned(Role::AccountManager) - forecast;
        let time = half_hours(free.min(wanted));
        let action = Action::Pursue { deal, terms: QuoteTerms::default(), intent: Intent::Ask, time };
        if time < Minutes::hours(4) || !add_standing(state, team, Role::AccountManager, card(action.clone())) {
            state.teams[team].dropped.push((Role::AccountManager, card(action)));
        }
    }
    add_standing(state, team, Role::AccountManager, card(Action::Forecast));
}

fn service(state: &mut State, team: usize) {
    let t = &state.teams[team];
    let open: Minutes = t.tickets.iter().filter(|t| t.state == TicketState::Open).map(|t| t.minutes + Minutes(15)).sum();
    // a day's work is lost where nothing has come in yet, so the queue needs some more than the tickets hold
    let queue = half_hours(Minutes((f64::from(open.0) * 1.5) as i32).max(LEAST_QUEUE)).min(half_hours(plan::hours(state, team, Role::Service)));
    let action = Action::Queue { time: queue, policy: QueuePolicy::Severity };
    add_standing(state, team, Role::Service, card(action));
    let round = state.round;
    let mut visits: Vec<(CustomerId, Minutes)> = Vec::new();
    let mut surveys: Vec<CustomerId> = Vec::new();
    let mut checks: Vec<CustomerId> = Vec::new();
    for id in by_value(&state.teams[team], state) {
        let relation = state.teams[team].relation(id);
        if !relation.active() {
            continue;
        }
        let delivered = relation.last_order.is_some_and(|r| r.0 > 0 && round.since(r) == 1);
        let quarter = (round.0 + id.0).is_multiple_of(3);
        match relation.level {
            Level::Basic | Level::Reactive => {}
            Level::Accountable => {
                if delivered || relation.silent >= 1 {
                    visits.push((id, CARE));
                }
                if delivered {
                    surveys.push(id);
                }
            }
            Level::Proactive => {
                visits.push((id, CARE));
                if quarter {
                    checks.push(id);
                }
                if delivered {
                    surveys.push(id);
                }
            }
            Level::Partnership => {
                visits.push((id, PARTNER_CARE));
                checks.push(id);
                if quarter || delivered {
                    surveys.push(id);
                }
            }
        }
    }
    shrink(state, team, visits, |list| Action::Care { visits: list });
    shrink(state, team, surveys, |list| Action::Survey { customers: list });
    shrink(state, team, checks, |list| Action::Check { customers: list });
}

/// Adds the card for as many of the best customers as fit; the rest is noted as dropped.
fn shrink<T: Clone>(state: &mut State, team: usize, mut list: Vec<T>, action: impl Fn(Vec<T>) -> Action) {
    let mut left: Vec<T> = Vec::new();
    while !list.is_empty() && !add_standing(state, team, Role::Service, card(action(list.clone()))) {
        left.extend(list.pop());
    }
    if !left.is_empty() {
        left.reverse();
        state.teams[team].dropped.push((Role::Service, card(action(left))));
    }
}

/// Known customers, dearest first as far as the team can tell: by what they brought, then by typical order.
fn by_value(team: &Team, state: &State) -> Vec<CustomerId> {
    let mut ids: Vec<CustomerId> = (0..team.relations.len()).map(CustomerId::at).filter(|&id| team.relation(id).known()).collect();
    ids.sort_by_key(|&id| (std::cmp::Reverse(team.relation(id).contribution), std::cmp::Reverse(state.customers[id.index()].order_value), id));
    ids
}

fn half_hours(time: Minutes) -> Minutes {
    Minutes(time.0.max(0) / 30 * 30)
}
