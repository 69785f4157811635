//! Playing bot games, and what is counted while they run.

use super::board::Bids;
use crate::bots::{Policy, play_month};
use crate::sim::report::Phase;
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::score::customer_equity;
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, DealOutcome, MarketKind, Recording, State, Team};
use crate::sim::units::{CustomerId, Round, TeamId};
use std::sync::Arc;

/// Share of customer equity that counts beside contribution (MODEL.md 12).
const EQUITY: f64 = 0.8;

/// A game of bots that keeps no causes.
pub(super) fn game(scenario: &Arc<Scenario>, seed: u64, market: MarketKind, rounds: u16, teams: usize) -> State {
    let setup = Setup { seed, market, compliance: Compliance::Show, rounds, teams: vec![String::new(); teams], recording: Recording::Off };
    State::new(scenario.clone(), &setup)
}

/// All teams plan by their policies.
pub(super) fn plan(state: &mut State, policies: &[Policy]) {
    let mut refused = Vec::new();
    for (index, policy) in policies.iter().enumerate() {
        play_month(state, TeamId::at(index), policy, &mut refused);
    }
}

/// A game of the scenario's length in mirror markets, one team per policy, and what was counted of each.
pub(super) fn mirror_game(scenario: &Arc<Scenario>, seed: u64, policies: &[Policy], focus: Option<CustomerId>) -> (State, Vec<Tally>) {
    let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, policies.len());
    let mut tallies: Vec<Tally> = state.teams.iter().map(|team| Tally { lost: vec![false; team.relations.len()], ..Tally::default() }).collect();
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
pub(super) fn worth(state: &State, team: &Team) -> f64 {
    let contribution = team.months.last().map_or(0.0, |m| m.contribution_so_far.to_yuan());
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
    /// By customer: was lost at some time.
    lost: Vec<bool>,
    /// Deals due this round: place in the list, and whether it would be the customer's first order.
    due: Vec<(usize, bool)>,
}

impl Tally {
    /// Customers lost at least once.
    #[must_use]
    pub fn lost_customers(&self) -> u32 {
        self.lost.iter().filter(|lost| **lost).count() as u32
    }

    fn before(&mut self, state: &State, team: &Team) {
        self.due.clear();
        let world = state.world(team.id);
        for (index, deal) in team.deals.iter().enumerate() {
            if deal.outcome.is_none() && world.opportunity(deal.id).is_some_and(|o| o.due == state.round) {
                self.due.push((index, team.relation(deal.id.customer).orders == 0));
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
        for (lost, relation) in self.lost.iter_mut().zip(&team.relations) {
            *lost |= relation.lost == Some(round);
        }
        self.focus_stable = self.focus_stable || focus.is_some_and(|id| team.relation(id).phase == Phase::Stability);
        self.focus_lost = self.focus_lost || focus.is_some_and(|id| team.relation(id).lost == Some(round));
    }
}
