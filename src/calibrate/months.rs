//! What a minute of clicking comes to, and what an answer to the questions of a month is worth.

use super::games::game;
use crate::bots::{Answering, play_opened};
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::score::{Benchmarks, score};
use crate::sim::state::MarketKind;
use crate::sim::units::TeamId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Scores of teams that leave the month as it opens, 0-100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Months {
    /// Files the strategy that is proposed and hands in every plan as it opened.
    pub opened: f64,
    /// The same with the questions answered by what an answer may be expected to bring; 0 where nobody was asked to.
    pub well: f64,
    /// The same with whichever answer comes up.
    pub by_luck: f64,
}

/// All three where the scenario tells the story that the facts are about, else the first alone. `benchmarks`: of this seed.
pub(super) fn months(scenario: &Arc<Scenario>, seed: u64, benchmarks: &Benchmarks, story: bool) -> Months {
    let players: &[Answering] = if story { &[Answering::Nothing, Answering::Well, Answering::ByLuck] } else { &[Answering::Nothing] };
    let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, players.len());
    while !state.over() {
        for (place, player) in players.iter().enumerate() {
            play_opened(&mut state, TeamId::at(place), *player, &mut Vec::new());
        }
        resolve(&mut state);
    }
    let of = |place: usize| if place < players.len() { score(&state, TeamId::at(place), benchmarks).total } else { 0.0 };
    Months { opened: of(0), well: of(1), by_luck: of(2) }
}
