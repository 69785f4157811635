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

/// A question that one option answers for all rows, and that is therefore put once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    Refund,
    Nameless,
    DayOrder,
    Decimal,
    Encoding,
}

/// The mistakes met so far.
#[derive(Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    questions: Vec<(Question, Fault, u64)>,
}

impl Faults {
    pub fn add(&mut self, row: u64, column: &str, problem: String, allowed: &str) {
        self.list.push(Fault { row, column: short(column), problem, allowed: allowed.to_owned() });
    }

    /// Put for the first row only; the others are counted.
    pub fn ask(&mut self, question: Question, row: u64, column: &str, problem: impl FnOnce() -> String, allowed: &str) {
        match self.questions.iter_mut().find(|asked| asked.0 == question) {
            Some(asked) => asked.2 += 1,
            None => self.questions.push((question, Fault { row, column: short(column), problem: problem(), allowed: allowed.to_owned() }, 0)),
        }
    }

    pub fn none(&self) -> bool {
        self.list.is_empty() && self.questions.is_empty()
    }

    pub fn enough(&self) -> bool {
        self.list.len() >= MOST
    }

    /// By row.
    pub fn list(self) -> Vec<Fault> {
        let mut list = self.list;
        list.extend(self.questions.into_iter().map(|(_, mut fault, more)| {
            match more {
                0 => {}
                1 => fault.problem.push_str(" (and 1 more row)"),
                more => fault.problem.push_str(&format!(" (and {more} more rows)")),
            }
            fault
        }));
        list.sort_by_key(|fault| fault.row);
        list
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
