//! The log of a game as text: scenario, set-up, records, checksums. Scenario, set-up (with the numbers of board and luck) and decisions are the whole game.
//!
//! A title line names the versions of form, rules and program; then come set-up and scenario, closed by their checksum; then
//! one record a line. The last record of each batch carries a mark, the beginning of the SHA-256 of everything before it, and
//! only what is marked counts: so a log grows at its end, and a write that was cut off is told from a change. What leaves the
//! program as a whole (`to_bytes`) ends with a line that closes it; what is still played (`to_open_bytes`) does not.
//!
//! No clock, path or host name is in it, so that the same game always gives the same bytes.

use super::line_ends;
use super::log_error::{LogError, Torn};
use super::log_store::Batch;
use super::reading::{self, Reading};
use super::record::{Hash, Record};
use super::setup::Setup;
use crate::sim::RULES;
use base16ct::HexDisplay;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::sync::Arc;

/// The version of the log's form.
pub const FORMAT: u32 = 2;
/// The largest log that is read or kept, in bytes; a class of 20 teams over 24 rounds fills about a fifth.
pub const MAX_BYTES: usize = 32 << 20;

pub(super) const TITLE: &str = "// Rapport game log, format ";
pub(super) const TITLE_RULES: &str = ", rules ";
pub(super) const TITLE_PROGRAM: &str = ", written by Rapport ";
pub(super) const TITLE_END: &str = ". Each checksum covers everything above it; a changed log is refused.\n";
pub(super) const HEADER_SUM: &str = "// header sha256 ";
pub(super) const CLOSING: &str = "// sha256 ";
pub(super) const MARK: &str = " // ";
/// Hex digits of a mark.
pub(super) const MARK_DIGITS: usize = 16;

/// A game's log. It keeps the records and the checksum so far, so that adding one never costs more than its own line.
#[derive(Clone, Debug)]
pub struct Log {
    /// Seed, market, teams and players.
    pub setup: Setup,
    /// The whole scenario file, as it was when the game began.
    scenario: Arc<str>,
    /// The version of the program that began it.
    program: String,
    records: Vec<Record>,
    /// How many records there are up to the end of each batch.
    batches: Vec<usize>,
    /// Of all bytes so far.
    digest: Sha256,
    /// How many they are.
    bytes: usize,
    header_lines: usize,
    /// The lines of the last batch.
    last: String,
}

impl Log {
    /// A log without records, of this version of the program. Rooms of one scenario share its text.
    #[must_use]
    pub fn new(scenario: Arc<str>, setup: Setup) -> Log {
        Log::begin(env!("CARGO_PKG_VERSION"), scenario, setup)
    }

    fn begin(program: &str, scenario: Arc<str>, setup: Setup) -> Log {
        let header = header(program, &scenario, &setup);
        Log {
            setup,
            scenario,
            program: program.to_owned(),
            records: Vec::new(),
            batches: Vec::new(),
            digest: Sha256::new_with_prefix(&header),
            bytes: header.len(),
            header_lines: header.bytes().filter(|&byte| byte == b'\n').count(),
            last: String::new(),
        }
    }

    /// Reads a log as far as this can be done without playing it.
    ///
    /// # Errors
    /// Says what is wrong and where; also of a log whose last write was cut off. Line ends of another system are none.
    pub fn read(bytes: &[u8]) -> Result<Log, LogError> {
        match Log::recover(bytes)? {
            (log, None) => Ok(log),
            (_, Some(torn)) => Err(LogError::Torn(torn)),
        }
    }

    /// The bytes of a log with the line ends that it was written with, where they were changed on its way: the checksums are of
    /// those.
    #[must_use]
    pub fn as_written(bytes: &[u8]) -> Cow<'_, [u8]> {
        line_ends::as_written(bytes)
    }

    /// As [`Log::read`], but takes a log whose last write was cut off for what it was before, and says what is left out.
    ///
    /// # Errors
    /// Says what is wrong and where.
    pub fn recover(bytes: &[u8]) -> Result<(Log, Option<Torn>), LogError> {
        let bytes = line_ends::as_written(bytes);
        let reading = reading::read(&bytes)?;
        let torn = reading.torn;
        let scenario = reading.scenario.into();
        Ok((Log::of(reading, scenario), torn))
    }

    /// The log of what was read, on a copy of its scenario's text that may be shared.
    pub(super) fn of(reading: Reading<'_>, scenario: Arc<str>) -> Log {
        Log {
            setup: reading.setup,
            scenario,
            program: reading.program.to_owned(),
            records: reading.records,
            batches: reading.batches,
            digest: reading.digest,
            bytes: reading.whole,
            header_lines: reading.header_lines,
            last: String::new(),
        }
    }

    /// The whole scenario file, as it was when the game began.
    #[must_use]
    pub fn scenario(&self) -> &Arc<str> {
        &self.scenario
    }

    /// In the order in which they came; undone rounds are still there.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What was added last, as it is to be kept; None if nothing was since the log was read.
    #[must_use]
    pub fn last_batch(&self) -> Option<Batch<'_>> {
        let after = self.batches.iter().rev().nth(1).copied().unwrap_or(0);
        (!self.last.is_empty()).then_some(Batch { at: self.bytes - self.last.len(), after, lines: &self.last })
    }

    /// Adds records that count together.
    pub(super) fn push(&mut self, records: Vec<Record>) {
        if records.is_empty() {
            return;
        }
        self.last = lines(&records, &mut self.digest);
        self.bytes += self.last.len();
        self.records.extend(records);
        self.batches.push(self.records.len());
    }

    /// Takes back the last batches, down to `count` records: for decisions that could not be saved and so were never
    /// acknowledged.
    pub(super) fn truncate(&mut self, count: usize) {
        let mut log = Log::begin(&self.program, self.scenario.clone(), self.setup.clone());
        for batch in self.batches().take_while(|batch| batch.end <= count) {
            log.push(self.records[batch].to_vec());
        }
        log.last.clear();
        *self = log;
    }

    /// The records of each batch.
    fn batches(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let starts = std::iter::once(0).chain(self.batches.iter().copied());
        starts.zip(self.batches.iter().copied()).map(|(start, end)| start..end)
    }

    /// The log of a game that is still played, as a store keeps it.
    #[must_use]
    pub fn to_open_bytes(&self) -> Vec<u8> {
        let header = header(&self.program, &self.scenario, &self.setup);
        let mut digest = Sha256::new_with_prefix(&header);
        let mut bytes = Vec::with_capacity(self.bytes + 128);
        bytes.extend_from_slice(header.as_bytes());
        for batch in self.batches() {
            bytes.extend_from_slice(lines(&self.records[batch], &mut digest).as_bytes());
        }
        bytes
    }

    /// The whole log, closed: as it is handed in, archived and replayed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.to_open_bytes();
        let sum = Hash(self.digest.clone().finalize().into());
        bytes.extend_from_slice(format!("{CLOSING}{sum}\n").as_bytes());
        bytes
    }

    /// The line of the file on which a record stands.
    #[must_use]
    pub fn line_of(&self, record: usize) -> usize {
        self.header_lines + record + 1
    }
}

/// Everything before the first record.
pub(super) fn header(program: &str, scenario: &str, setup: &Setup) -> String {
    let fence = fence(scenario);
    let mut text = format!(
        "{TITLE}{FORMAT}{TITLE_RULES}{RULES}{TITLE_PROGRAM}{program}{TITLE_END}Log(\n    setup: {},\n    scenario: r{fence}\"{scenario}\"{fence},\n)\n",
        ron(setup)
    );
    let sum = Hash(Sha256::digest(&text).into());
    // writing into a string has no way to fail
    let _ = writeln!(text, "{HEADER_SUM}{sum}");
    text
}

/// A batch as it stands in the log; `digest` goes on from what lies before it.
fn lines(records: &[Record], digest: &mut Sha256) -> String {
    let mut text = String::new();
    let mut counted = 0;
    for (place, record) in records.iter().enumerate() {
        text.push_str(&ron(record));
        if place + 1 == records.len() {
            digest.update(&text[counted..]);
            counted = text.len();
            text.push_str(MARK);
            text.push_str(&mark(digest));
        }
        text.push('\n');
    }
    digest.update(&text[counted..]);
    text
}

/// The mark after everything that `digest` has seen.
pub(super) fn mark(digest: &Sha256) -> String {
    let hash: [u8; 32] = digest.clone().finalize().into();
    format!("{:x}", HexDisplay(&hash[..MARK_DIGITS / 2]))
}

/// As many `#` as a raw string around the text needs.
pub(super) fn fence(text: &str) -> String {
    let longest = text.split('"').skip(1).map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count()).max();
    "#".repeat(longest.map_or(1, |longest| longest + 1))
}

pub(super) fn ron<T: Serialize>(value: &T) -> String {
    // Writing plain data into a string has no way to fail; an empty text would be refused on reading.
    ron::to_string(value).unwrap_or_default()
}
