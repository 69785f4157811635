//! Plays every game that the facts need on one seed, and notes what they need to know.

use super::games::{Tally, boards_of_its_own, game, mirror_game, plan, worth};
use super::measure::{Figure, Finished};
use super::observation::{Observation, Outcome, Resignation};
use super::{Subject, case, crowd, determinism, hunting, months, problem, reasons, shared, variants, watch};
use crate::bots::{BotKind, Courts, Policy};
use crate::scenario::{Measure, OwnFact};
use crate::sim::game::Game;
use crate::sim::scenario::Scenario;
use crate::sim::score::Benchmarks;
use crate::sim::state::{MarketKind, Team};
use crate::sim::terms::Intent;
use crate::sim::units::{CustomerId, EventId, TeamId};
use crate::sim::{resolve, score};
use std::ops::Range;
use std::sync::Arc;

/// The scenario as it is and with things left out, and what to look at in it.
pub struct Laboratory {
    /// As it is, with nothing left out.
    pub scenario: Arc<Scenario>,
    /// All seeds of the run, so that each knows its part of the work that is shared out.
    seeds: Range<u64>,
    calm: Arc<Scenario>,
    calm_stays: Arc<Scenario>,
    focus: Option<CustomerId>,
    /// Whether the scenario tells the story that the facts of the model are about.
    story: bool,
    resigns: u16,
    /// By `BotKind::ALL`, then the purchaser's friend, those that earn a loss (`case::EARNS`), then the other policies of the scenario's own facts.
    played: Vec<Policy>,
    /// The scenario's own facts, each with the places of its policies.
    own: Vec<(OwnFact, [usize; 2])>,
    /// The case's own orders.
    own_orders: Vec<EventId>,
}

/// Where the bot that courts only the purchaser stands among those played.
const PURCHASER: usize = BotKind::ALL.len();

/// Where the first stands of those that earn a loss of the main customer.
const EARNS: usize = PURCHASER + 1;

/// Rounds looked at after a resignation.
const AFTER: u16 = 12;
/// Where the worth of over-promising is compared.
const HORIZONS: [u16; 3] = [6, 12, 24];
/// Share of what is written up: nothing, typically, everything.
const WRITTEN_UP: [f64; 3] = [0.0, 0.3, 1.0];

impl Laboratory {
    /// For all `seeds` of a run, also where only some of them are observed here.
    #[must_use]
    pub fn new(subject: &Subject, seeds: Range<u64>) -> Laboratory {
        let scenario = subject.scenario.clone();
        let mut played: Vec<Policy> = BotKind::ALL.iter().map(|kind| kind.policy()).collect();
        played.push(Policy { courts: Courts::Purchaser, ..Policy::balanced() });
        played.extend(case::EARNS.map(|policy| policy()));
        let mut place = |policy: &Policy| {
            let found = played.iter().position(|other| other == policy);
            found.unwrap_or_else(|| {
                played.push(policy.clone());
                played.len() - 1
            })
        };
        let own = subject.own.iter().map(|fact| (fact.clone(), [0, 1].map(|i| place(&fact.policies[i].policy)))).collect();
        let focus = variants::focus(&scenario);
        let calm = variants::without_critical_ticket(&scenario);
        Laboratory {
            seeds,
            calm_stays: variants::without_resignation(&calm),
            calm,
            own_orders: focus.map_or_else(Vec::new, |focus| case::own_orders(&scenario, focus)),
            focus,
            story: variants::tells_the_story(&scenario),
            resigns: variants::resignation(&scenario).unwrap_or(9),
            played,
            own,
            scenario,
        }
    }

    /// Plays `kind` by another policy than its own.
    pub fn set_policy(&mut self, kind: BotKind, policy: Policy) {
        self.played[kind as usize] = policy;
    }

    fn policy(&self, kind: BotKind) -> &Policy {
        &self.played[kind as usize]
    }

    /// Everything about one seed.
    #[must_use]
    pub fn observe(&self, seed: u64) -> Observation {
        let mut board = Observation { seed, ..Observation::default() };
        let reference = self.policy(BotKind::Balanced);
        let benchmarks = self.strategies(seed, &mut board);
        board.months = months::months(&self.scenario, seed, &benchmarks, self.story);
        shared::identical(&self.scenario, seed, reference, &mut board);
        board.mirror_differs = determinism::mirror(&self.scenario, seed, reference);
        (board.compared, board.moved) = determinism::interference(&self.scenario, seed, reference);
        (board.rework, board.reworks) = determinism::rework(&self.scenario, seed);
        board.watch = watch::watch(&self.scenario, seed, reference);
        board.reasons = reasons::reasons(&self.scenario, seed);
        board.followed = case::follow(&self.scenario, seed);
        if self.story {
            board.no_service_calm = self.outcomes_in(&self.calm, seed, std::slice::from_ref(self.policy(BotKind::NoService))).pop().unwrap_or_default();
            board.resignation = self.resignation(seed);
            board.horizons = self.horizons(seed);
            board.pushed = watch::watch(&self.scenario, seed, &Policy { intent: Intent::Close, ..reference.clone() }).advances;
            board.loyal = problem::problem(&self.scenario, seed, reference);
            board.hunting = hunting::hunting(&self.scenario, seed, reference);
            board.crowd = crowd::crowd(&self.scenario, &self.seeds, seed);
        }
        board
    }

    /// A mirror game of the scenario's length, one team per policy: what each came to.
    #[must_use]
    pub fn outcomes(&self, seed: u64, policies: &[Policy]) -> Vec<Outcome> {
        self.outcomes_in(&self.scenario, seed, policies)
    }

    fn outcomes_in(&self, scenario: &Arc<Scenario>, seed: u64, policies: &[Policy]) -> Vec<Outcome> {
        let (state, tallies) = mirror_game(scenario, seed, policies, self.focus);
        state.teams.iter().zip(&tallies).map(|(team, tally)| self.outcome(&state, team, tally)).collect()
    }

    /// All bots, and the policies of the scenario's own facts, in one game: outcomes of the bots, figures of the facts, and
    /// what scores are measured against on this board.
    fn strategies(&self, seed: u64, board: &mut Observation) -> Benchmarks {
        let (state, tallies) = mirror_game(&self.scenario, seed, &self.played, self.focus);
        let worth = |kind: BotKind| score::worth(&state, TeamId::at(kind as usize));
        let benchmarks = Benchmarks { passive: worth(BotKind::Passive), reference: worth(BotKind::Balanced) };
        let figure = |place: usize, measure: Measure| -> Figure {
            let (team, tally) = (&state.teams[place], &tallies[place]);
            Finished { state: &state, team, tally, benchmarks: &benchmarks, focus: self.focus }.figure(measure)
        };
        let outcome = |place: usize| self.outcome(&state, &state.teams[place], &tallies[place]);
        board.bots = (0..BotKind::ALL.len()).map(outcome).collect();
        board.purchaser_only = outcome(PURCHASER);
        board.earned = std::array::from_fn(|place| outcome(EARNS + place).focus_cause);
        board.own = self.own.iter().map(|(fact, places)| places.map(|place| figure(place, fact.measure))).collect();
        benchmarks
    }

    fn outcome(&self, state: &Game, team: &Team, tally: &Tally) -> Outcome {
        let mut outcome = Outcome {
            worth: worth(state, team),
            halfway: tally.halfway,
            contribution: team.books.months.last().map_or(0.0, |m| m.contribution_so_far.to_yuan()),
            first: tally.first,
            repeat: tally.repeat,
            kept: !tally.focus_lost,
            ..Outcome::default()
        };
        if let Some(focus) = self.focus {
            let relation = team.relation(focus);
            outcome.trial_won = relation.history.won > 0;
            outcome.focus_revenue = relation.history.revenue.to_yuan();
            outcome.stable = tally.focus_stable;
            outcome.own_orders = case::won(team, &self.own_orders).iter().map(Option::is_some).collect();
            outcome.focus_cause = relation.history.lost_cause;
        }
        for relation in team.relations.iter().filter(|r| r.history.won > 0) {
            outcome.satisfaction += relation.measures.satisfaction();
            outcome.customers += 1;
        }
        outcome
    }

    /// With and without the resignation, nothing, little and everything written up; no critical ticket.
    #[must_use]
    pub fn resignation(&self, seed: u64) -> [Resignation; 3] {
        let policies = WRITTEN_UP.map(|write_up| Policy { write_up, ..self.policy(BotKind::Balanced).clone() });
        let mut result = [Resignation::default(); 3];
        for (place, scenario) in [&self.calm, &self.calm_stays].into_iter().enumerate() {
            let mut state = game(scenario, seed, MarketKind::Mirror, self.resigns + AFTER, policies.len());
            while !state.over() {
                plan(&mut state, &policies);
                let round = state.round;
                resolve(&mut state);
                if round.0 <= self.resigns || round.0 > self.resigns + AFTER {
                    continue;
                }
                for (noted, team) in result.iter_mut().zip(&state.teams) {
                    noted.revenue[place] += team.books.months.last().map_or(0.0, |m| m.revenue.to_yuan());
                    noted.lost[place] += team.relations.iter().filter(|r| r.history.lost == Some(round)).count() as u32;
                }
            }
        }
        result
    }

    /// What honest and over-promising teams are worth at each horizon, summed over a few boards: a single one turns on
    /// whether the largest order was won.
    fn horizons(&self, seed: u64) -> [[f64; 3]; 2] {
        let policies = [self.policy(BotKind::Balanced).clone(), self.policy(BotKind::OverPromiser).clone()];
        let mut worths = [[0.0; HORIZONS.len()]; 2];
        for own in boards_of_its_own(seed) {
            let mut state = game(&self.scenario, own, MarketKind::Mirror, HORIZONS[2], policies.len());
            while !state.over() {
                plan(&mut state, &policies);
                let round = state.round.0;
                resolve(&mut state);
                if let Some(place) = HORIZONS.iter().position(|h| *h == round) {
                    for (worths, team) in worths.iter_mut().zip(&state.teams) {
                        worths[place] += worth(&state, team);
                    }
                }
            }
        }
        worths
    }
}
