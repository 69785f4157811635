//! Whether the game is right: plays thousands of bot games and holds them against the stylised facts of MODEL.md 12.
//!
//! Two steps, so that a run can be shared out and put together again: [`observe`] notes a [`Board`] per seed, one after
//! the other or on all cores; [`report`] judges the facts on the boards in the order of their seeds. So the result does
//! not depend on who played which seed, or when.

mod board;
mod facts;
mod observe;
mod statistics;
mod variants;

pub use board::{Bids, Board, Outcome, Resignation};
pub use facts::{Evidence, GROUP, kept_given_trial};
pub use observe::Laboratory;
pub use statistics::{chi_square, chi_square_survival, ranks, spearman};
pub use variants::{focus, resignation, without_critical_ticket, without_resignation};

use crate::sim::scenario::Scenario;
use rayon::prelude::*;
use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// One fact and what was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    pub id: &'static str,
    /// What was measured, in words.
    pub what: &'static str,
    pub value: Value,
    pub threshold: &'static str,
    pub holds: bool,
}

/// A fact's figure, or its figures in the order the threshold names them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    One(f64),
    Several(Vec<f64>),
}

/// All facts on a range of seeds, the end not included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub seeds: [u64; 2],
    pub facts: Vec<Fact>,
}

impl Report {
    /// How many facts hold.
    #[must_use]
    pub fn held(&self) -> usize {
        self.facts.iter().filter(|fact| fact.holds).count()
    }
}

/// Plays the seeds on all cores and judges the facts. `progress(done, total)` counts seeds.
#[must_use]
pub fn run(scenario: &Arc<Scenario>, seeds: Range<u64>, progress: &(dyn Fn(u64, u64) + Sync)) -> Report {
    let boards = observe(scenario, seeds.clone(), progress);
    report(scenario, seeds, &boards)
}

/// The boards of the seeds, in their order.
#[must_use]
pub fn observe(scenario: &Arc<Scenario>, seeds: Range<u64>, progress: &(dyn Fn(u64, u64) + Sync)) -> Vec<Board> {
    observe_in(&Laboratory::new(scenario.clone()), seeds, progress)
}

/// As [`observe`], in a laboratory made ready by the caller.
#[must_use]
pub fn observe_in(laboratory: &Laboratory, seeds: Range<u64>, progress: &(dyn Fn(u64, u64) + Sync)) -> Vec<Board> {
    let total = seeds.end.saturating_sub(seeds.start);
    let done = AtomicU64::new(0);
    (0..total)
        .into_par_iter()
        .map(|offset| {
            let board = laboratory.observe(seeds.start + offset);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            board
        })
        .collect()
}

/// Judges the facts on boards in the order of their seeds.
#[must_use]
pub fn report(scenario: &Scenario, seeds: Range<u64>, boards: &[Board]) -> Report {
    Report { seeds: [seeds.start, seeds.end], facts: facts::all(&Evidence { scenario, boards }) }
}

#[cfg(test)]
mod tests;
