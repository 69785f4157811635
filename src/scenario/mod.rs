//! Scenario files: RON text to a checked [`Scenario`], or every mistake of the file at once.
//!
//! Knows the shape of a scenario and the bounds of its numbers; knows nothing of disks (callers bring the bytes) and
//! nothing of how the numbers are used. How to write a scenario: `scenarios/README.md`.
//!
//! * [`read`]: the bytes of a file into a scenario; [`Issue`]: what is wrong and where.
//! * [`read_with_facts`]: the same with the facts the file claims, which only calibration asks for.
//! * [`listing`]: every number, knob and measure that a file may name.
//! * [`embedded`]: the scenarios that come with the game.
//! * [`did_you_mean`], [`nearest`]: a hint for whoever misspelt a name.
//! * [`disguise`]: the fictional set of names.
//!
//! `checked_ron` takes the file apart; `guide`, `supply`, `rules`, `media`, `market`, `events`, `facts` say which values a
//! scenario has.

mod events;
mod facts;
mod guide;
mod listing;
mod market;
mod media;
mod names;
mod population;
mod rules;
mod supply;
mod values;

pub use crate::checked_ron::{Issue, Place, did_you_mean, line_ends, nearest, unseen};
pub use facts::{Compare, Measure, OwnFact, Played};
pub use listing::listing;
pub use names::disguise;

use crate::checked_ron::{self, At, Reader, Record, Wanted};
use crate::sim::scenario::{Scenario, Text};
use std::cmp::Reverse;
use std::sync::Arc;
use values::Values;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// What messages say of these files.
const WANTED: Wanted = Wanted { noun: "scenario", field: "rounds: 12", names: " (all of them: rapport check --fields)", most_bytes: MAX_BYTES };

/// The scenarios that come with the game, by file name.
#[must_use]
pub fn embedded() -> &'static [(&'static str, &'static str)] {
    &[
        ("new_era.ron", include_str!("../../scenarios/new_era.ron")),
        ("showroom.ron", include_str!("../../scenarios/showroom.ron")),
        ("perseus.ron", include_str!("../../scenarios/perseus.ron")),
        ("bank.ron", include_str!("../../scenarios/bank.ron")),
        ("logistics.ron", include_str!("../../scenarios/logistics.ron")),
        ("consulting.ron", include_str!("../../scenarios/consulting.ron")),
    ]
}

/// Reads a scenario; `file_name` is only used in messages.
///
/// # Errors
/// Every mistake found, in the order of the file. Never panics, whatever the bytes.
pub fn read(file_name: &str, text: &[u8]) -> Result<Scenario, Vec<Issue>> {
    read_with_facts(file_name, text).map(|authored| authored.scenario)
}

/// A file as its author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Authored {
    /// What a game is played from.
    pub scenario: Scenario,
    /// What the file claims, for calibration alone; empty if it claims nothing.
    pub facts: Vec<OwnFact>,
}

/// As [`read`], with the facts that the file claims.
///
/// # Errors
/// As [`read`].
pub fn read_with_facts(file_name: &str, text: &[u8]) -> Result<Authored, Vec<Issue>> {
    checked_ron::read(file_name, text, WANTED, scenario)
}

fn scenario(r: &mut Reader, at: &At<'_>) -> Option<Authored> {
    let mut record = r.record(at)?;
    let (guide, catalogue) = guide::guide(r, &mut record);
    let (customers, cast) = market::customers(r, &mut record, &catalogue);
    let named = cast.customers.list().len();
    let market = r.need(&mut record, "market", |r, at| market::market(r, at, named, &catalogue));
    let events = events::events(r, &mut record, &catalogue, &cast);
    let fictional = fictional(r, &mut record);
    let at_facts = record.field("facts");
    let facts = facts::facts(r, at_facts.as_ref());
    r.close(&record);
    let (mut guide, market) = (guide?, market?);
    guide.mean_order = market.mean_order;
    let scenario = Scenario { guide: Arc::new(guide), customers: customers?, market, events: events?, fictional: fictional? };
    Some(Authored { scenario, facts: facts? })
}

/// Pairs of names, longest first.
fn fictional(r: &mut Reader, record: &mut Record<'_>) -> Option<Vec<(Text, Text)>> {
    const MOST: usize = 200;
    let Some(at) = record.field("fictional") else { return Some(Vec::new()) };
    let mut pairs = r.list(&at, MOST, |r, at| {
        let mut record = r.record(at)?;
        let from = r.need(&mut record, "from", |r, at| r.both(at, guide::NAME));
        let to = r.need(&mut record, "to", |r, at| r.both(at, guide::NAME));
        r.close(&record);
        Some((from?, to?))
    })?;
    pairs.sort_by_key(|(from, _)| Reverse(from.en.chars().count()));
    Some(pairs)
}
