//! A crowd of policies drawn at random: does any of them leave the reference bot far behind?

use super::games::{game, plan, worth};
use crate::bots::Policy;
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::state::MarketKind;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// How many policies are tried, and on how many boards each (docs/model.md#facts).
pub const POLICIES: u64 = 500;
pub const BOARDS: u64 = 120;
/// Teams of one game.
const TOGETHER: usize = 50;

/// One policy's game.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    pub policy: u16,
    pub worth: f64,
}

/// Policies and boards of a run over `seeds`: fewer of both where there are fewer seeds than boards.
#[must_use]
pub fn size(seeds: &Range<u64>) -> (u64, u64) {
    let boards = seeds.end.saturating_sub(seeds.start).min(BOARDS);
    ((POLICIES * boards).div_ceil(BOARDS), boards)
}

/// The part of the work that falls to one seed: a board, and the policies to play on it. All seeds together play every
/// policy once on every board, and each plays about as many games as any other.
#[must_use]
pub fn part(seeds: &Range<u64>, seed: u64) -> (u64, Vec<u16>) {
    let (policies, boards) = size(seeds);
    let (all, own) = (seeds.end - seeds.start, seed - seeds.start);
    let (board, turn) = (own % boards, own / boards);
    // seeds that share this board
    let sharers = (all - board).div_ceil(boards);
    (seeds.start + board, (0..policies).filter(|policy| policy % sharers == turn).map(|policy| policy as u16).collect())
}

/// Plays a seed's part.
pub(super) fn crowd(scenario: &Arc<Scenario>, seeds: &Range<u64>, seed: u64) -> Vec<Tried> {
    let (board, policies) = part(seeds, seed);
    let mut tried = Vec::with_capacity(policies.len());
    for some in policies.chunks(TOGETHER) {
        let drawn: Vec<Policy> = some.iter().map(|&number| Policy::drawn(number)).collect();
        let mut state = game(scenario, board, MarketKind::Mirror, scenario.guide.rounds, drawn.len());
        while !state.over() {
            plan(&mut state, &drawn);
            resolve(&mut state);
        }
        tried.extend(some.iter().zip(&state.teams).map(|(&policy, team)| Tried { policy, worth: worth(&state, team) }));
    }
    tried
}
