//! What the passive and the reference bot make of the same board: the 0 and the 70 of the score (MODEL.md 14).

use crate::bots::{self, BotKind};
use crate::sim::scenario::Scenario;
use crate::sim::setup::Setup;
use crate::sim::state::{MarketKind, Month, Recording, State};
use std::sync::Arc;

/// Closing figures of both bots, by round, each alone on the board.
#[derive(Clone, Debug)]
pub struct Benchmark {
    pub passive: Vec<Month>,
    pub reference: Vec<Month>,
}

impl Benchmark {
    #[must_use]
    pub fn new(scenario: &Arc<Scenario>, seed: u64, rounds: u16) -> Benchmark {
        let months = |kind: BotKind| {
            let teams = vec![kind.id().to_owned()];
            let mut state = State::new(scenario.clone(), &Setup { seed, market: MarketKind::Mirror, rounds, teams, recording: Recording::Off });
            bots::play_game(&mut state, &[kind.policy()], &mut Vec::new(), |_| ());
            state.teams.into_iter().next().map(|team| team.months).unwrap_or_default()
        };
        Benchmark { passive: months(BotKind::Passive), reference: months(BotKind::Balanced) }
    }
}
