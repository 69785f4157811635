//! What the log of a game consists of: decisions, round ends, undone rounds, in the order in which they came.

use crate::sim::planning::command::Command;
use crate::sim::units::{Round, Seat};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One line of the log. Nothing is ever taken out: an undo is a record of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// A command that the rules accepted.
    Decision { round: Round, seat: Seat, command: Command },
    /// The round ended; the hash is that of the state after it.
    Resolved { round: Round, hash: Hash },
    /// The owner took the end of this round back.
    Undone { round: Round },
}

/// A SHA-256, written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Reads 64 lower-case hex digits, and nothing else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Hash> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let bytes = text.as_bytes();
        if bytes.len() != 64 {
            return None;
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(bytes.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Hash(hash))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
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
