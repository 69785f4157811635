//! What may be wrong with a log, and where.

use super::RoomError;
use super::log::{FORMAT, MAX_BYTES};
use super::record::Hash;
use crate::scenario::Issue;
use crate::sim::RULES;
use std::fmt;

/// Lines of a log that do not read, or that were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Of the file, from 1.
    pub first: usize,
    /// The last line that it may be; the first where it is known.
    pub last: usize,
    /// In characters, from 1; None where only the lines are known.
    pub column: Option<usize>,
    /// What is wrong there, in English.
    pub problem: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { first, last, column, problem } = self;
        match column {
            _ if first < last => write!(f, "lines {first} to {last}: {problem}"),
            Some(column) => write!(f, "line {first}, column {column}: {problem}"),
            None => write!(f, "line {first}: {problem}"),
        }
    }
}

/// A tail that never counted: its last write was cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The first line that does not count, from 1.
    pub line: usize,
    /// How many bytes are left out.
    pub bytes: usize,
    /// How many whole records are among them.
    pub records: usize,
}

/// Why a file is not a log that can be played on.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Larger than any log; not read at all.
    #[error("the file is too large for a log (at most {MAX_BYTES} bytes)")]
    TooLong {
        /// Length of the file, as far as it was read.
        bytes: usize,
    },
    /// It does not begin as a log does.
    #[error("line 1: this is not a Rapport game log")]
    Foreign,
    /// Written by a version of the program whose logs have another form, or whose rules would play it differently.
    #[error(
        "line 1: this log was made by {} (log format {format}, {}). This is Rapport {} (format {FORMAT}, rules {RULES}) and cannot read it. \
         To get the other version, see docs/versions.md in the source code",
        .program.as_deref().map_or_else(|| "another version of Rapport".to_owned(), |program| format!("Rapport {program}")),
        .rules.map_or_else(|| "unnumbered rules".to_owned(), |rules| format!("rules {rules}")),
        env!("CARGO_PKG_VERSION")
    )]
    OtherVersion {
        /// As the title line says.
        format: u32,
        /// The version of the rules, if it says so.
        rules: Option<u32>,
        /// The version of the program, if it says so.
        program: Option<String>,
    },
    /// It ends before its first record could begin. A log is put on the disk with all this at once.
    #[error("the log ends in line {line}, before the set-up and the scenario are complete; it cannot be opened")]
    Cut {
        /// The last line that is there.
        line: usize,
    },
    /// It is not as it was written.
    #[error("the log was changed after it was written: {0}")]
    Damaged(Place),
    /// The checksums are right, but this is not what the program would have written.
    #[error("the checksums are right, but Rapport cannot read the log, so it was not written by this version: {0}")]
    Unreadable(Place),
    /// All that counts is whole, but the end is not.
    #[error(
        "the log ends in the middle of line {}, but everything before it is complete. As a saved game it can be played on: Continue in the menu leaves the cut-off end out",
        .0.line
    )]
    Torn(Torn),
    /// All mistakes of the scenario inside, with their places in its own text.
    #[error("the log's scenario has {} mistakes, of which the first is {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Scenario(Vec<Issue>),
    /// The scenario reads, but no game can be set up on it like this.
    #[error("the log's set-up cannot be played: {0}")]
    Setup(RoomError),
    /// A record that the game, played up to there, does not take.
    #[error("line {line}: {problem}")]
    Record {
        /// Line of the record in the file, from 1.
        line: usize,
        /// Why it is refused, in English.
        problem: String,
    },
    /// A round ends in another state than the one that was logged.
    #[error("line {line}: round {round} ends differently: hash {logged} in the log, {found} now")]
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
    /// Whoever watched the replay stopped it.
    #[error("the replay was stopped before its end")]
    Stopped,
}
