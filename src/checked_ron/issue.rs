//! What is wrong with a file, and where: one line for each mistake.

use std::fmt;

/// A place in a file; both numbers count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

impl Place {
    /// The first character of a file: where what concerns the whole file is put.
    pub const START: Place = Place { line: 1, column: 1 };
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One mistake in a file. Displayed as `file:line:column: field: problem, allowed: ...`, always one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// As the caller names it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// Path to the value, as `shelves[top].boxes`; `file` for the file as a whole.
    pub field: String,
    /// What is wrong, in words.
    pub problem: String,
    /// What may stand there instead, or a name that may have been meant.
    pub allowed: String,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Issue { file, line, column, field, problem, allowed } = self;
        write!(f, "{file}:{line}:{column}: {field}: {problem}, allowed: {allowed}")
    }
}

/// A mistake before the file's name is known to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub place: Place,
    pub field: String,
    pub problem: String,
    pub allowed: String,
}

/// No more mistakes than this are listed; a file with more is none of ours.
const MOST: usize = 500;
/// After this many no more are collected.
pub const ENOUGH: usize = 1_000;

/// Sorted by place, without repetitions.
pub fn report(file: &str, mut findings: Vec<Finding>) -> Vec<Issue> {
    findings.sort();
    findings.dedup();
    if let Some(next) = findings.get_mut(MOST) {
        next.field = "file".into();
        next.problem = "more mistakes from here on".into();
        next.allowed = "none; mend the first ones and check again".into();
    }
    findings.truncate(MOST + 1);
    let issue =
        |f: Finding| Issue { file: file.to_owned(), line: f.place.line, column: f.place.column, field: f.field, problem: f.problem, allowed: f.allowed };
    findings.into_iter().map(issue).collect()
}

/// Words of the file as a message shows them, in backquotes.
pub fn quoted(words: &str) -> String {
    format!("`{}`", short(words))
}

/// Words of the file, shortened and on one line.
pub fn short(words: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String = words.chars().take(LONGEST).flat_map(|c| if c == '\'' || c == '"' { vec![c] } else { c.escape_debug().collect() }).collect();
    if words.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
