//! Any bytes as a scenario file: it reads, or says where it is wrong; what reads can be played.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::bots::{self, BotKind};
use rapport::scenario;
use rapport::sim::setup::Setup;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::state::{Compliance, MarketKind};
use std::sync::Arc;

/// Games of larger markets take too long for a fuzzer; the bounds of the reader are what keeps them playable.
const MOST_CUSTOMERS: u16 = 60;

fuzz_target!(|bytes: &[u8]| {
    match scenario::read("fuzz.ron", bytes) {
        Ok(scenario) if scenario.market.customers <= MOST_CUSTOMERS => {
            let teams = vec!["a".into()];
            let setup = Setup { seed: 1, luck: 1, market: MarketKind::Mirror, rounds: 2, compliance: Compliance::Show, teams, recording: Recording::Full };
            let mut state = Game::new(Arc::new(scenario), &setup);
            state.rounds = state.rounds.min(3);
            bots::play_game(&mut state, &[BotKind::Balanced.policy()], &mut Vec::new(), |_| ());
        }
        Ok(_) => {}
        Err(issues) => {
            assert!(!issues.is_empty(), "refused without a reason");
            for issue in issues {
                let line = issue.to_string();
                assert!(line.starts_with("fuzz.ron:"), "no place: {line}");
            }
        }
    }
});
