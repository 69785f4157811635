//! What happens to a class outside its games: one line of its log each.

use crate::sim::units::Role;
use crate::store::sqlite::LogNumber;
use crate::words::Lang;
use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct At(pub u64);

impl At {
    /// Later by so many seconds.
    #[must_use]
    pub const fn plus_seconds(self, seconds: u64) -> At {
        At(self.0.saturating_add(seconds.saturating_mul(1_000)))
    }

    /// Seconds from `self` until `later`, begun ones counted whole; 0 where that is past.
    #[must_use]
    pub const fn seconds_until(self, later: At) -> u64 {
        later.0.saturating_sub(self.0).div_ceil(1_000)
    }
}

/// Somebody who takes part: their place in the list of the class, which never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StudentId(pub u16);

impl StudentId {
    /// As a place in a list.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The SHA-256 of a token that only the browser at a seat has, in hex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TokenHash(pub String);

/// What becomes of a role's plan that nobody has handed in by the deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// It counts as it lies.
    #[default]
    LastDraft,
    /// The month waits until it is handed in.
    Wait,
}

/// What a teacher chooses for a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the class is called.
    pub title: String,
    /// By which students find it: six signs.
    pub code: String,
    /// The case, by its id.
    pub case: String,
    /// The board and its luck.
    pub seed: u64,
    /// None: as many months as the case has.
    pub rounds: Option<u16>,
    /// Minutes for a month; None: no deadline.
    pub minutes: Option<u16>,
    /// What becomes of plans that are missing at the deadline.
    pub missing: Missing,
    /// In which pages begin until somebody chooses.
    pub lang: Lang,
}

/// A place in a team: who, and in which roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Who sits there.
    pub student: StudentId,
    /// At least one.
    pub roles: Vec<Role>,
}

/// A team before and during a game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// As everybody reads it.
    pub name: String,
    /// Its people; the place in the list is the game's `MemberId`.
    pub places: Vec<Place>,
}

/// How long the month still has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// No deadline.
    #[default]
    Open,
    /// The month ends then.
    Ends(At),
    /// The teacher has stopped it; so many seconds are left when it goes on. None: there is no deadline.
    Paused(Option<u64>),
}

/// Something that changes a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// The first of every class.
    Created(Settings),
    /// Somebody new has taken part from a browser, or was put on the list by the teacher, who has no browser yet.
    Joined {
        /// As everybody reads it.
        name: String,
        /// The student's number, as text.
        number: Option<String>,
        /// The browser's token; None until one has come.
        token: Option<TokenHash>,
    },
    /// A browser has taken the seat of somebody on the list; whichever had it before has it no more.
    Seated(StudentId, TokenHash),
    /// The browser has given the seat back.
    Freed(StudentId),
    /// Who plays with whom.
    Teams(Vec<Team>),
    /// A game has begun; its log has this number.
    Started(LogNumber),
    /// The clock was set.
    Clock(Clock),
    /// The teacher has ended the class.
    Ended,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// When it happened.
    pub at: At,
    /// What.
    pub fact: Fact,
}
