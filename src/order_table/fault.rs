//! What is wrong with a table, and where.

use std::fmt;

/// More mistakes than these are of no use to anybody.
const MOST: usize = 20;
/// Letters of a field that a message repeats.
const SHOWN: usize = 40;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, the header is 1.
    pub row: u64,
    /// Its name in the header, or its number where it has none.
    pub column: String,
    /// What is wrong, in English; may repeat the beginning of the field.
    pub problem: String,
    /// What may stand there instead, in English.
    pub allowed: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}, column {}: {}, allowed: {}", self.row, self.column, self.problem, self.allowed)
    }
}

/// The mistakes met so far.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, row: u64, column: &str, problem: String, allowed: &str) {
        self.0.push(Fault { row, column: short(column), problem, allowed: allowed.to_owned() });
    }

    pub fn none(&self) -> bool {
        self.0.is_empty()
    }

    pub fn enough(&self) -> bool {
        self.0.len() >= MOST
    }

    pub fn list(self) -> Vec<Fault> {
        self.0
    }
}

/// The beginning of a field, safe to print.
fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push_str("...");
    }
    shown
}

/// The same between quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", short(text))
}
