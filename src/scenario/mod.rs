//! Scenario files: RON text to a checked [`Scenario`], or every mistake of the file at once.
//!
//! Knows the shape of a scenario and the bounds of its numbers; knows nothing of disks (callers bring the bytes) and
//! nothing of how the numbers are used. How to write a scenario: `scenarios/README.md`.
//!
//! * [`read`]: the bytes of a file into a scenario; [`Issue`]: what is wrong and where.
//! * [`read_with_facts`]: the same with the facts the file claims, which only calibration asks for.
//! * [`listing`]: every number, knob and measure that a file may name.
//! * [`embedded`]: the scenarios that come with the game.
//! * [`did_you_mean`]: a hint for whoever misspelt a name.
//! * [`disguise`]: the fictional set of names.
//!
//! From the outside in: `scan` reads characters, `parse` nests them into the `tree`, `reader` takes typed values out of
//! it, and `guide`, `supply`, `rules`, `media`, `market`, `events`, `facts` say which values a scenario has.

mod events;
mod facts;
mod guide;
mod issue;
mod listing;
mod market;
mod media;
mod names;
mod parse;
mod population;
mod reader;
mod rules;
mod scan;
mod supply;
mod tree;

pub use facts::{Compare, Measure, OwnFact, Played};
pub use issue::{Issue, Place};
pub use listing::listing;
pub use names::disguise;
pub use reader::did_you_mean;

use crate::sim::scenario::{Scenario, Text};
use issue::Finding;
use reader::{At, Reader, Record};
use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

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
    pub scenario: Scenario,
    pub facts: Vec<OwnFact>,
}

/// As [`read`], with the facts that the file claims.
///
/// # Errors
/// As [`read`].
pub fn read_with_facts(file_name: &str, text: &[u8]) -> Result<Authored, Vec<Issue>> {
    check(text).map_err(|findings| issue::report(file_name, findings))
}

fn check(bytes: &[u8]) -> Result<Authored, Vec<Finding>> {
    let text = decode(bytes).map_err(|finding| vec![finding])?;
    let (tree, findings) = parse::parse(text);
    let mut reader = Reader { findings, ..Reader::default() };
    let scenario = tree.and_then(|tree| scenario(&mut reader, &At::root(&tree)));
    match scenario {
        Some(scenario) if reader.findings.is_empty() => Ok(scenario),
        _ => Err(reader.findings),
    }
}

fn decode(bytes: &[u8]) -> Result<&str, Finding> {
    let finding = |place, problem: String, allowed: &str| Finding { place, field: "file".into(), problem, allowed: allowed.into() };
    if bytes.len() > MAX_BYTES {
        return Err(finding(Place::START, format!("the file has {} bytes", bytes.len()), "at most 1048576 bytes"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
        let line = good.matches('\n').count() as u32 + 1;
        let column = good.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
        finding(Place { line, column }, "not text in UTF-8".into(), "UTF-8; in an editor: save as UTF-8")
    })
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
    pairs.sort_by_key(|(from, _)| std::cmp::Reverse(from.en.chars().count()));
    Some(pairs)
}
