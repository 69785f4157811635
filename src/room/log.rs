//! The log of a game as text: scenario, set-up, records, checksum. Scenario + seed + decisions are the whole game.
//!
//! No clock, path or host name is in it, so that the same game always gives the same bytes. Whatever is read is hostile
//! until its checksum, its form and (in `replay`) its hashes have been found right; then what was read is byte for byte
//! what would be written, so no unknown field can hide in it.

use super::record::{Hash, Record};
use super::setup::Setup;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// The version of the log's form.
pub const FORMAT: u32 = 1;
/// The largest log that is read, in bytes; a class of 20 teams over 24 rounds fills about a fifth.
pub const MAX_BYTES: usize = 32 << 20;

const TITLE: &str = "// Rapport game log, format ";
const TITLE_END: &str = ". The last line is a checksum of everything above it; a changed log is refused.\n";
const CHECKSUM: &str = "// sha256 ";
const RECORD_INDENT: &str = "        ";
const CLOSING: &str = "    ],\n)\n";

/// A game's log, kept as its text from the start, so that saving never renders more than the last record.
#[derive(Clone, Debug)]
pub struct Log {
    /// The whole scenario file, as it was when the game began.
    pub scenario: String,
    /// Seed, market, teams and players.
    pub setup: Setup,
    records: Vec<Record>,
    /// The file up to the last record, and the hash of it so far.
    text: String,
    digest: Sha256,
}

/// The shape of the file, for reading.
#[derive(Deserialize, Serialize)]
#[serde(rename = "Log", deny_unknown_fields)]
struct File {
    program: String,
    setup: Setup,
    scenario: String,
    records: Vec<Record>,
}

impl Log {
    /// A log without records, of this version of the program.
    #[must_use]
    pub fn new(scenario: String, setup: Setup) -> Log {
        Log::of_program(env!("CARGO_PKG_VERSION"), scenario, setup)
    }

    fn of_program(program: &str, scenario: String, setup: Setup) -> Log {
        let fence = fence(&scenario);
        let text = format!(
            "{TITLE}{FORMAT}{TITLE_END}Log(\n    program: {},\n    setup: {},\n    scenario: r{fence}\"{scenario}\"{fence},\n    records: [\n",
            ron(&program),
            ron(&setup)
        );
        let digest = Sha256::new_with_prefix(&text);
        Log { scenario, setup, records: Vec::new(), text, digest }
    }

    /// In the order in which they came; undone rounds are still there.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    pub(super) fn push(&mut self, record: Record) {
        let line = format!("{RECORD_INDENT}{},\n", ron(&record));
        self.digest.update(&line);
        self.text.push_str(&line);
        self.records.push(record);
    }

    /// Takes back the last records, down to `count`: for decisions that could not be saved and so were never acknowledged.
    pub(super) fn truncate(&mut self, count: usize) {
        let mut log = Log::new(std::mem::take(&mut self.scenario), self.setup.clone());
        self.records.truncate(count);
        for record in self.records.drain(..) {
            log.push(record);
        }
        *self = log;
    }

    /// The whole file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let hash = Hash(self.digest.clone().chain_update(CLOSING).finalize().into());
        let mut bytes = Vec::with_capacity(self.text.len() + 128);
        for part in [&self.text, CLOSING, CHECKSUM, &hash.to_string(), "\n"] {
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }

    /// The line of the file on which a record stands.
    #[must_use]
    pub fn line_of(&self, record: usize) -> usize {
        let lines = self.text.bytes().filter(|&byte| byte == b'\n').count();
        lines - self.records.len() + record + 1
    }

    /// Reads a log as far as this can be done without playing it.
    ///
    /// # Errors
    /// Says what is wrong and where. A log whose checksum is wrong but which still reads comes back inside the error, so
    /// that a replay can look for the damaged round.
    pub fn read(bytes: &[u8]) -> Result<Log, LogError> {
        if bytes.len() > MAX_BYTES {
            return Err(LogError::TooLong { bytes: bytes.len() });
        }
        let title = TITLE.as_bytes();
        if !bytes.starts_with(title) {
            return Err(LogError::Foreign);
        }
        let digits: String = bytes[title.len()..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).map(|&byte| char::from(byte)).collect();
        match digits.parse() {
            Ok(FORMAT) => {}
            Ok(format) => return Err(LogError::OtherFormat { format }),
            Err(_) => return Err(LogError::Foreign),
        }
        let text = std::str::from_utf8(bytes).map_err(|error| LogError::Damaged(Place::line(bytes, error.valid_up_to(), "not text in UTF-8")))?;
        let Some((body, sum)) = split(text) else {
            return Err(match read_body(text) {
                Ok(_) => LogError::Damaged(Place::Checksum),
                Err(place) => LogError::Cut { lines: text.lines().count(), place },
            });
        };
        let intact = Hash(Sha256::digest(body).into()) == sum;
        match (read_body(body), intact) {
            (Ok(log), true) => Ok(log),
            (Ok(log), false) => Err(LogError::Changed(Box::new(log))),
            (Err(place), true) => Err(LogError::Unreadable(place)),
            (Err(place), false) => Err(LogError::Damaged(place)),
        }
    }
}

/// The part that the checksum covers, and the checksum.
fn split(text: &str) -> Option<(&str, Hash)> {
    let end = text.strip_suffix('\n')?;
    let start = end.rfind('\n')? + 1;
    let hash = Hash::from_hex(end[start..].strip_prefix(CHECKSUM)?)?;
    Some((&text[..start], hash))
}

fn read_body(body: &str) -> Result<Log, Place> {
    let file: File = ron::from_str(body).map_err(|error| Place::Line {
        line: error.span.start.line,
        column: error.span.start.col,
        problem: shortened(&error.code.to_string()),
    })?;
    let mut log = Log::of_program(&file.program, file.scenario, file.setup);
    for record in file.records {
        log.push(record);
    }
    // A log is written in one way only: whatever reads but would be written differently is not ours.
    let written = [log.text.as_bytes(), CLOSING.as_bytes()].concat();
    let difference = written.iter().zip(body.as_bytes()).position(|(a, b)| a != b);
    match difference.or((written.len() != body.len()).then_some(written.len().min(body.len()))) {
        None => Ok(log),
        Some(byte) => Err(Place::line(body.as_bytes(), byte, "not as Rapport writes it")),
    }
}

/// As many `#` as a raw string around the text needs.
fn fence(text: &str) -> String {
    let longest = text.split('"').skip(1).map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count()).max();
    "#".repeat(longest.map_or(1, |longest| longest + 1))
}

fn ron<T: Serialize>(value: &T) -> String {
    // Writing plain data into a string has no way to fail; an empty text would be refused on reading.
    ron::to_string(value).unwrap_or_default()
}

fn shortened(problem: &str) -> String {
    problem.chars().take(160).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Where a log is damaged, as far as can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line that does not read, or that no game could have written.
    Line {
        /// Of the file, from 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What is wrong there, in English.
        problem: String,
    },
    /// Every line reads, but this round no longer comes out as it was played.
    Round {
        /// From 1.
        round: u16,
        /// What is wrong with it, in English.
        problem: String,
    },
    /// Everything reads and plays as it should: the damage is in the checksum, or where no rule looks.
    Checksum,
}

impl Place {
    fn line(bytes: &[u8], byte: usize, problem: &str) -> Place {
        let before = &bytes[..byte.min(bytes.len())];
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|&&b| b != b'\n').filter(|&&b| b & 0xc0 != 0x80).count() + 1;
        Place::Line { line, column, problem: problem.to_owned() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Line { line, column, problem } => write!(f, "line {line}, column {column}: {problem}"),
            Place::Round { round, problem } => write!(f, "round {round}: {problem}"),
            Place::Checksum => write!(f, "the last line, or a name in the set-up; every round still comes out as it was played"),
        }
    }
}

/// Why a file is not a log that can be played on.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Larger than any log; not read at all.
    #[error("the file has {bytes} bytes; a log has at most {MAX_BYTES}")]
    TooLong {
        /// Length of the file, as far as it was read.
        bytes: usize,
    },
    /// It does not begin as a log does.
    #[error("line 1: this is not a Rapport game log")]
    Foreign,
    /// Written by a version of the program whose logs have another form.
    #[error("line 1: the log has format {format}; this version of Rapport reads format {FORMAT}")]
    OtherFormat {
        /// As the title line says.
        format: u32,
    },
    /// The checksum is missing, and what is there does not read to its end.
    #[error("the log is cut short after line {lines}: its checksum line is missing ({place})")]
    Cut {
        /// Lines that are left.
        lines: usize,
        /// Where reading stopped.
        place: Place,
    },
    /// The checksum is wrong or missing, or the bytes are no text; the place is as far as can be told.
    #[error("the log was changed after it was written, checksum wrong; {0}")]
    Damaged(Place),
    /// The checksum is wrong, but the log still reads.
    #[error("the log was changed after it was written, checksum wrong")]
    Changed(Box<Log>),
    /// The checksum is right, but this is not what the program would have written.
    #[error("the log has the right checksum but does not read, so this version of Rapport did not write it; {0}")]
    Unreadable(Place),
    /// The scenario inside has mistakes, or the set-up does not fit it.
    #[error("the log's scenario does not read: {0}")]
    Scenario(String),
    /// A record that the game, played up to there, does not take.
    #[error("line {line}: {problem}")]
    Record {
        /// Line of the record in the file, from 1.
        line: usize,
        /// Why it is refused, in English.
        problem: String,
    },
    /// A round ends in another state than the one that was logged.
    #[error("line {line}: round {round} comes out differently: the log says {logged}, this version of the rules {found}")]
    Differs {
        /// Line of the record in the file, from 1.
        line: usize,
        /// The first round that comes out differently.
        round: u16,
        /// Hash of the state as the log has it.
        logged: Hash,
        /// Hash of the state as it came out now.
        found: Hash,
    },
}
