//! What the passive and the reference bot make of the same board: the 0 and the 70 of the score (docs/model.md#parts-of-the-score).

use crate::bots::{self, BotKind};
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::scenario::Scenario;
use crate::sim::score::{Benchmarks, Worth, worth};
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::units::{Round, TeamId};
use std::sync::Arc;

/// The worth of both bots after each round, each alone on the board.
#[derive(Clone, Debug)]
pub struct Benchmark {
    passive: Vec<Worth>,
    reference: Vec<Worth>,
}

impl Benchmark {
    pub(super) fn new(scenario: &Arc<Scenario>, seed: u64, luck: u64, rounds: u16) -> Benchmark {
        let play = |kind: BotKind| {
            let teams = vec![kind.id().to_owned()];
            let mut state = Game::new(
                scenario.clone(),
                &Setup { seed, luck, market: MarketKind::Mirror, compliance: Compliance::Show, rounds, teams, recording: Recording::Off },
            );
            let mut worths = Vec::new();
            bots::play_game(&mut state, &[kind.policy()], &mut Vec::new(), |state| worths.push(worth(state, TeamId(0))));
            worths
        };
        Benchmark { passive: play(BotKind::Passive), reference: play(BotKind::Balanced) }
    }

    /// The scale after `resolved` was resolved; before the first round both bots have earned nothing yet.
    #[must_use]
    pub fn after(&self, resolved: Round) -> Benchmarks {
        let at = |worths: &[Worth]| usize::from(resolved.0).checked_sub(1).and_then(|i| worths.get(i)).copied().unwrap_or_default();
        Benchmarks { passive: at(&self.passive), reference: at(&self.reference) }
    }
}
