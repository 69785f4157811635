//! Playing bot games, and what is counted while they run.

use super::observation::Bids;
use crate::bots::{Policy, play_month};
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::score::customer_equity;
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, DealOutcome, MarketKind, Team};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Round, TeamId};
use std::sync::Arc;

/// Share of customer equity that counts beside contribution (docs/model.md#facts).
const EQUITY: f64 = 0.8;

/// A game of bots that keeps no causes.
pub(super) fn game(scenario: &Arc<Scenario>, seed: u64, market: MarketKind, rounds: u16, teams: usize) -> Game {
    let setup = Setup { seed, luck: seed, market, compliance: Compliance::Show, rounds, teams: vec![String::new(); teams], recording: Recording::Off };
    Game::new(scenario.clone(), &setup)
}

/// All teams plan by their policies.
pub(super) fn plan(state: &mut Game, policies: &[Policy]) {
    let mut refused = Vec::new();
    for (index, policy) in policies.iter().enumerate() {
        play_month(state, TeamId::at(index), policy, &mut refused);
    }
}

/// A game of the scenario's length in mirror markets, one team per policy, and what was counted of each.
pub(super) fn mirror_game(scenario: &Arc<Scenario>, seed: u64, policies: &[Policy], focus: Option<CustomerId>) -> (Game, Vec<Tally>) {
    let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, policies.len());
    let mut tallies: Vec<Tally> = state.teams.iter().map(Tally::of).collect();
    while !state.over() {
        plan(&mut state, policies);
        for (tally, team) in tallies.iter_mut().zip(&state.teams) {
            tally.before(&state, team);
        }
        let round = state.round;
        resolve(&mut state);
        for (tally, team) in tallies.iter_mut().zip(&state.teams) {
            tally.after(team, round, focus);
        }
        if round.0 == state.rounds.div_ceil(2) {
            for (tally, team) in tallies.iter_mut().zip(&state.teams) {
                tally.halfway = worth(&state, team);
            }
        }
    }
    (state, tallies)
}

/// Boards per seed where one says too little: identical teams in shared markets, and over-promising.
const MORE_BOARDS: u64 = 4;

/// Boards that belong to a seed, far from any that a person chooses.
pub(super) fn boards_of_its_own(seed: u64) -> impl Iterator<Item = u64> {
    (1..=MORE_BOARDS).map(move |k| seed ^ (k << 48))
}

/// Contribution + .8 customer equity, now.
pub(super) fn worth(state: &Game, team: &Team) -> f64 {
    let contribution = team.books.months.last().map_or(0.0, |m| m.contribution_so_far.to_yuan());
    contribution + EQUITY * customer_equity(state, team.id).to_yuan()
}

/// Counts bids as they are decided, and watches the main customer.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub first: Bids,
    pub repeat: Bids,
    pub focus_lost: bool,
    pub focus_stable: bool,
    /// Worth after half of the rounds.
    pub halfway: f64,
    courses: Vec<Course>,
    /// Deals due this round: place in the list, and whether it would be the customer's first order.
    due: Vec<(usize, bool)>,
}

/// What befell a customer, beyond what its relation remembers.
#[derive(Clone, Copy, Debug, Default)]
struct Course {
    /// Lost at some time.
    lost: bool,
    /// As a lead, it once stood still for as long as the pool asks.
    stuck: bool,
    /// Its salesperson has left and nobody has been introduced yet.
    deserted: bool,
    /// It had bought when its salesperson left.
    left_behind: bool,
    /// It was lost after that.
    lost_behind: bool,
}

impl Tally {
    fn of(team: &Team) -> Tally {
        Tally { courses: vec![Course::default(); team.relations.len()], ..Tally::default() }
    }

    fn count(&self, what: impl Fn(&Course) -> bool) -> u32 {
        self.courses.iter().filter(|course| what(course)).count() as u32
    }

    /// Customers lost at least once.
    #[must_use]
    pub fn lost_customers(&self) -> u32 {
        self.count(|c| c.lost)
    }

    /// Of the leads that stood still for as long as the pool asks: those that have bought since, and all.
    #[must_use]
    pub fn stuck_leads(&self, team: &Team) -> (u32, u32) {
        let stuck = || self.courses.iter().zip(&team.relations).filter(|(course, _)| course.stuck);
        (stuck().filter(|(_, relation)| relation.history.won > 0).count() as u32, stuck().count() as u32)
    }

    /// Of the buyers whose salesperson left: those that were not lost afterwards, and all.
    #[must_use]
    pub fn leavers_customers(&self) -> (u32, u32) {
        (self.count(|c| c.left_behind && !c.lost_behind), self.count(|c| c.left_behind))
    }

    fn before(&mut self, state: &Game, team: &Team) {
        for (index, (course, relation)) in self.courses.iter_mut().zip(&team.relations).enumerate() {
            let lead = relation.known() && relation.history.orders == 0 && relation.phase != Phase::Lost;
            course.stuck |= lead
                && state.round.since(relation.history.last_progress) >= state.scenario.guide.rules.pool.stuck
                && team.open_deals_of(CustomerId::at(index)).next().is_none();
        }
        self.due.clear();
        let world = state.world(team.id);
        for (index, deal) in team.deals.iter().enumerate() {
            if deal.outcome.is_none() && world.need(deal.id).is_some_and(|o| o.due == state.round) {
                self.due.push((index, team.relation(deal.id.customer).history.orders == 0));
            }
        }
    }

    fn after(&mut self, team: &Team, round: Round, focus: Option<CustomerId>) {
        for &(index, first) in &self.due {
            let deal = &team.deals[index];
            let bids = if first { &mut self.first } else { &mut self.repeat };
            match deal.outcome {
                Some(DealOutcome::Won(_)) => {
                    bids.won += 1;
                    bids.decided += 1;
                }
                Some(DealOutcome::Lost(_)) => bids.decided += 1,
                _ => {}
            }
        }
        for (course, relation) in self.courses.iter_mut().zip(&team.relations) {
            let lost = relation.history.lost == Some(round);
            course.lost |= lost;
            course.lost_behind |= course.left_behind && lost;
            course.left_behind |= !course.deserted && relation.needs_handover() && relation.active();
            course.deserted = relation.needs_handover();
        }
        self.focus_stable = self.focus_stable || focus.is_some_and(|id| team.relation(id).phase == Phase::Stability);
        self.focus_lost = self.focus_lost || focus.is_some_and(|id| team.relation(id).history.lost == Some(round));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, lead, relation};

    /// A new tally of the first team, which has looked at the plan.
    fn looked(state: &Game) -> Tally {
        let mut tally = Tally::of(&state.teams[0]);
        tally.before(state, &state.teams[0]);
        tally
    }

    #[test]
    fn a_lead_counts_as_stuck_from_the_first_month_in_which_it_might_go_to_the_pool() {
        let mut state = bare(1);
        state.round = Round(6);
        for (id, moved) in [(1, 2), (2, 3), (3, 2), (4, 2)] {
            lead(&mut state, CustomerId(id)).history.last_progress = Round(moved);
        }
        deal(&mut state, CustomerId(3), 2);
        buyer(&mut state, CustomerId(4), 1);
        // moved 4 months ago; 3 months ago; in talks; has bought
        let mut tally = looked(&state);
        assert_eq!(tally.stuck_leads(&state.teams[0]), (0, 1));
        // it moves, and buys
        let alpha = relation(&mut state, ALPHA);
        (alpha.history.last_progress, alpha.history.orders, alpha.history.won) = (Round(6), 1, 1);
        state.round = Round(7);
        tally.before(&state, &state.teams[0]);
        assert_eq!(tally.stuck_leads(&state.teams[0]), (1, 2), "and the second is stuck by now");
    }

    #[test]
    fn a_leavers_customers_are_followed_from_the_leaving_on() {
        let mut state = bare(1);
        let (third, fourth) = (CustomerId(3), CustomerId(4));
        for id in [ALPHA, HERO, third] {
            buyer(&mut state, id, 1);
        }
        lead(&mut state, fourth);
        // one is lost before the leaving
        relation(&mut state, third).history.lost = Some(Round(5));
        relation(&mut state, third).phase = Phase::Lost;
        let mut tally = looked(&state);
        tally.after(&state.teams[0], Round(5), None);
        for id in [ALPHA, third, fourth] {
            relation(&mut state, id).ownership.orphaned = Some(Round(6));
        }
        tally.after(&state.teams[0], Round(6), None);
        assert_eq!((tally.leavers_customers(), tally.lost_customers()), ((1, 1), 1));
        // a lead that buys later was nobody's customer then
        relation(&mut state, fourth).history.orders = 1;
        (relation(&mut state, ALPHA).history.lost, relation(&mut state, HERO).history.lost) = (Some(Round(7)), Some(Round(7)));
        tally.after(&state.teams[0], Round(7), None);
        assert_eq!((tally.leavers_customers(), tally.lost_customers()), ((0, 1), 3));
    }
}
