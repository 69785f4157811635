//! Whether the game is right: plays thousands of bot games and holds them against the stylised facts of docs/model.md#facts,
//! and against the facts that a scenario claims of itself.
//!
//! Two steps, so that a run can be shared out and put together again: [`observe`] notes a [`Observation`] per seed, one after
//! the other or on all cores; [`report`] judges the facts on the boards in the order of their seeds. So the result does
//! not depend on who played which seed, or when; [`Shard`] and [`merge`] spread a run over machines.

mod case;
mod crowd;
mod determinism;
mod facts;
mod games;
mod hunting;
mod measure;
mod months;
mod observation;
mod observe;
mod overview;
mod problem;
mod reasons;
mod scenario_facts;
mod shard;
mod shared;
mod statistics;
mod variants;
mod verdict;
mod watch;

pub use case::{Deed, Followed, ORDERS, STEPS, Step, follow, own_orders};
pub use crowd::size as crowd_size;
pub use facts::{Evidence, GROUP, kept_given_trial};
pub use measure::{Figure, Finished};
pub use months::Months;
pub use observation::{Bids, Observation, Outcome, Resignation};
pub use observe::Laboratory;
pub use overview::{Overview, Standing, Variance};
pub use reasons::Reasons;
pub use shard::{FORMAT as SHARD_FORMAT, Mismatch, Part, Shard, merge};
pub use statistics::{chi_square, chi_square_survival, ranks, spearman};
pub use variants::{focus, resignation, tells_the_story, without_critical_ticket, without_resignation};
pub use verdict::Verdict;
pub use watch::Watch;

use crate::scenario::{Authored, OwnFact};
use crate::sim::scenario::Scenario;
use rayon::prelude::*;
use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// One fact and what was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// As in docs/model.md#facts: `F1`, `stable`; or what the scenario calls its own.
    pub id: String,
    /// What was measured, in words.
    pub what: String,
    /// The figure or figures found.
    pub value: Value,
    /// Half of the interval of 95 % of each figure; none where luck has no part in it, or there are too few boards to tell.
    pub errors: Vec<f64>,
    /// What is asked of the value, as reports print it: `>= 0.85`.
    pub threshold: String,
    /// Whether the boards show that it is met.
    pub verdict: Verdict,
}

/// A fact's figure, or its figures in the order the threshold names them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// The fact has one figure; 0 where there was nothing to count.
    One(f64),
    /// The fact has several.
    Several(Vec<f64>),
}

impl Value {
    /// The figures, in their order.
    #[must_use]
    pub fn figures(&self) -> &[f64] {
        match self {
            Value::One(figure) => std::slice::from_ref(figure),
            Value::Several(figures) => figures,
        }
    }
}

/// Most seeds of one run: days, and gigabytes.
pub const MOST_SEEDS: u64 = 100_000;
/// More shards than this are no use: a block of seeds takes a second.
pub const MOST_SHARDS: u32 = 10_000;

/// Seeds below this one are for tuning; a fact is proven on others.
pub const TUNING: u64 = 50_000;

/// All facts on a range of seeds, the end not included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Id of the scenario played.
    pub scenario: String,
    /// The first seed, and the one after the last.
    pub seeds: [u64; 2],
    /// Those of the model, then the scenario's own.
    pub facts: Vec<Fact>,
    /// What a teacher wants to know before a class plays (docs/model.md#overview).
    pub overview: Overview,
}

impl Report {
    /// How many of the seeds are for tuning.
    #[must_use]
    pub fn tuning_seeds(&self) -> u64 {
        self.seeds[1].min(TUNING).saturating_sub(self.seeds[0])
    }

    /// How many facts are judged so.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.facts.iter().filter(|fact| fact.verdict == verdict).count()
    }
}

/// A scenario and the facts it claims, ready to be played.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What the games are played from.
    pub scenario: Arc<Scenario>,
    /// What the file claims of itself; empty if it claims nothing.
    pub own: Vec<OwnFact>,
}

impl From<Authored> for Subject {
    fn from(authored: Authored) -> Subject {
        Subject { scenario: Arc::new(authored.scenario), own: authored.facts }
    }
}

/// Plays the seeds on all cores and judges the facts. `progress(done, total)` counts seeds.
#[must_use]
pub fn run(subject: &Subject, seeds: Range<u64>, progress: &(dyn Fn(u64, u64) + Sync)) -> Report {
    let boards = observe(subject, seeds.clone(), progress);
    report(subject, seeds, &boards)
}

/// The boards of the seeds, in their order.
#[must_use]
pub fn observe(subject: &Subject, seeds: Range<u64>, progress: &(dyn Fn(u64, u64) + Sync)) -> Vec<Observation> {
    observe_in(&Laboratory::new(subject, seeds.clone()), &seeds.collect::<Vec<_>>(), progress)
}

/// The boards of some seeds, in their order, in a laboratory made ready by the caller.
#[must_use]
pub fn observe_in(laboratory: &Laboratory, seeds: &[u64], progress: &(dyn Fn(u64, u64) + Sync)) -> Vec<Observation> {
    let done = AtomicU64::new(0);
    let total = seeds.len() as u64;
    seeds
        .par_iter()
        .map(|&seed| {
            let board = laboratory.observe(seed);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            board
        })
        .collect()
}

/// Judges the facts on boards in the order of their seeds: those of the model, then the scenario's own.
#[must_use]
pub fn report(subject: &Subject, seeds: Range<u64>, boards: &[Observation]) -> Report {
    let evidence = Evidence { scenario: &subject.scenario, seeds: seeds.clone(), boards };
    // only this story's facts ask for rivals
    let rivalry = if tells_the_story(&subject.scenario) { facts::Rivalry::of(&evidence) } else { facts::Rivalry::default() };
    let facts = verdict::judge(boards, |boards| {
        let mut found = facts::all(&Evidence { boards, seeds: seeds.clone(), ..evidence }, &rivalry);
        found.extend(subject.own.iter().enumerate().map(|(place, fact)| scenario_facts::find(fact, place, boards)));
        found
    });
    Report { scenario: subject.scenario.guide.id.to_string(), seeds: [seeds.start, seeds.end], facts, overview: Overview::of(boards) }
}

#[cfg(test)]
mod tests;
