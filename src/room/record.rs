//! What the log of a game consists of: decisions, round ends, undone rounds, in the order in which they came.

use super::decision::{Act, Decision, MemberId, RequestId};
use crate::sim::units::{Round, Seat};
use base16ct::HexDisplay;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One line of the log. Nothing is ever taken out: an undo is a record of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// A decision that was accepted.
    Decision {
        /// The month that was being planned.
        round: Round,
        /// Whose decision it is, a person's or a bot's.
        seat: Seat,
        /// Who decided, where the team's people are known and play at screens of their own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
        /// By which the sender knows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request: Option<RequestId>,
        /// What was decided.
        act: Act,
    },
    /// The round ended; the hash is that of the state after it.
    Resolved {
        /// The month that was played.
        round: Round,
        /// Of the state after it; a replay must come to the same.
        hash: Hash,
    },
    /// The owner took the end of this round back.
    Undone {
        /// The month that lies open again.
        round: Round,
    },
}

impl From<Decision> for Record {
    fn from(decision: Decision) -> Record {
        let Decision { round, seat, member, request, act, .. } = decision;
        Record::Decision { round, seat, member, request, act }
    }
}

/// A SHA-256, written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Reads 64 lower-case hex digits, and nothing else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Hash> {
        let mut hash = [0; 32];
        let read = base16ct::lower::decode(text, &mut hash).is_ok_and(|read| read.len() == 32);
        read.then_some(Hash(hash))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", HexDisplay(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> String {
        hash.to_string()
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Hash, &'static str> {
        Hash::from_hex(&text).ok_or("a hash has 64 lower-case hex digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_and_read_in_one_way_only() {
        let text = "00ff".repeat(16);
        let hash = Hash::from_hex(&text);
        assert_eq!(hash.map(|hash| hash.to_string()), Some(text.clone()));
        for wrong in [text.to_uppercase(), text[2..].to_owned(), format!("{text}00"), text.replace("ff", "fg"), text.replace("ff", "é"), String::new()] {
            assert_eq!(Hash::from_hex(&wrong), None, "{wrong}");
        }
    }
}
