//! Reading a log. Whatever is read is hostile until its checksums, its form and (in `replay`) its hashes have been found
//! right; then what was read is byte for byte what would be written, so no unknown field can hide in it.
//!
//! After the header every line that is ended is a record as it would be written, and every mark is right; else the log was
//! changed. Behind the last mark may lie what a write that was cut off has left: it never counted, and does not.

use super::log::{CLOSING, FORMAT, HEADER_SUM, MARK, MARK_DIGITS, MAX_BYTES, TITLE, TITLE_END, TITLE_PROGRAM, TITLE_RULES, mark, ron};
use super::log_error::{LogError, Place, Torn};
use super::record::{Hash, Record};
use super::setup::Setup;
use crate::sim::RULES;
use serde::Deserialize;
use sha2::{Digest, Sha256};

const HASH_DIGITS: usize = 64;
/// Longer than any title line.
const MOST_TITLE: usize = 300;

/// What a log says, its checksums and its form found right.
pub(super) struct Reading<'a> {
    pub program: &'a str,
    pub setup: Setup,
    pub scenario: &'a str,
    pub header_lines: usize,
    pub records: Vec<Record>,
    /// How many records there are up to the end of each batch.
    pub batches: Vec<usize>,
    /// Of the bytes that count.
    pub digest: Sha256,
    /// How many they are; one more than there are where the last line's end is all that lacks.
    pub whole: usize,
    pub torn: Option<Torn>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Reading<'_>, LogError> {
    if bytes.len() > MAX_BYTES {
        return Err(LogError::TooLong { bytes: bytes.len() });
    }
    let program = version(bytes)?;
    let mut reading = header(bytes, program)?;
    Body { bytes, at: reading.whole, line: reading.header_lines + 1, pending: Vec::new() }.read(&mut reading)?;
    Ok(reading)
}

/// The title line: refuses what another version has written before anything else is looked at. The version of the program
/// that began the log.
fn version(bytes: &[u8]) -> Result<&str, LogError> {
    let rest = bytes.strip_prefix(TITLE.as_bytes()).ok_or(LogError::Foreign)?;
    let start = &bytes[..bytes.len().min(4 * MOST_TITLE)];
    let start = std::str::from_utf8(start).unwrap_or_else(|error| std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default());
    let (format, _) = number(rest).ok_or(LogError::Foreign)?;
    if format == 1 {
        // the first form had the program on its third line and did not number its rules
        let program = start.lines().nth(2).and_then(|line| line.trim().strip_prefix("program: \"")?.strip_suffix("\",")).filter(|name| readable(name));
        return Err(LogError::OtherVersion { format, rules: Some(1), program: program.map(str::to_owned) });
    }
    let title = start.lines().next().unwrap_or_default();
    let program = title.split_once(TITLE_PROGRAM).and_then(|(_, rest)| rest.split_once(". ")).map(|(program, _)| program).filter(|name| readable(name));
    let rules = title.split_once(TITLE_RULES).and_then(|(_, rest)| {
        // a number that ends with the file may have lost a digit
        number(rest.as_bytes()).filter(|(_, length)| *length < rest.len()).map(|(rules, _)| rules)
    });
    if format != FORMAT || rules.is_some_and(|rules| rules != RULES) {
        return Err(LogError::OtherVersion { format, rules, program: program.map(str::to_owned) });
    }
    let written = |program: &str| format!("{TITLE}{FORMAT}{TITLE_RULES}{RULES}{TITLE_PROGRAM}{program}{TITLE_END}");
    match program {
        Some(program) if bytes.starts_with(written(program).as_bytes()) => Ok(program),
        Some(program) if written(program).as_bytes().starts_with(bytes) => Err(LogError::Cut { line: 1 }),
        None if !bytes.contains(&b'\n') => Err(LogError::Cut { line: 1 }),
        _ => Err(damaged(1, 1, "not as Rapport writes it")),
    }
}

/// A version of the program that can be shown.
fn readable(program: &str) -> bool {
    (1..=32).contains(&program.len()) && program.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".+-".contains(&byte))
}

/// The number at the start, and how many digits it has.
fn number(bytes: &[u8]) -> Option<(u32, usize)> {
    let digits: String = bytes.iter().take(9).take_while(|byte| byte.is_ascii_digit()).map(|&byte| char::from(byte)).collect();
    Some((digits.parse().ok()?, digits.len()))
}

/// Everything before the first record.
fn header<'a>(bytes: &'a [u8], program: &'a str) -> Result<Reading<'a>, LogError> {
    let (text, is_text) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        // what follows the header is read line by line
        Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), error.error_len().is_none()),
    };
    let mut cursor = Cursor { text, is_text, at: text.find('\n').map_or(text.len(), |end| end + 1) };
    cursor.expect("Log(\n    setup: ")?;
    let setup_at = cursor.at;
    let setup = cursor.up_to(",\n")?;
    cursor.expect("    scenario: r")?;
    let hashes = &text[cursor.at..][..text[cursor.at..].bytes().take_while(|&byte| byte == b'#').count()];
    cursor.at += hashes.len();
    cursor.expect("\"")?;
    let scenario = cursor.up_to(&format!("\"{hashes}"))?;
    cursor.expect(",\n)\n")?;
    let covered = cursor.at;
    let lines = 1 + text[..covered].bytes().filter(|&byte| byte == b'\n').count();
    cursor.expect(HEADER_SUM)?;
    let sum = cursor.up_to("\n")?;
    if Hash::from_hex(sum) != Some(Hash(Sha256::digest(&bytes[..covered]).into())) {
        return Err(damaged(1, lines, "set-up or scenario are not as they were written, the checksum is wrong"));
    }
    let unreadable = |at: usize, problem: &str| LogError::Unreadable(place(text, at, problem));
    let setup: Setup = ron::from_str(setup).map_err(|error| unreadable(setup_at + error.span.start.col.saturating_sub(1), &words(&error)))?;
    // A log is written in one way only: whatever reads but would be written differently is not ours.
    let written = super::log::header(program, scenario, &setup);
    if let Some(at) = difference(&written, &text[..cursor.at]) {
        return Err(unreadable(at, "not as Rapport writes it"));
    }
    Ok(Reading {
        program,
        setup,
        scenario,
        header_lines: lines,
        records: Vec::new(),
        batches: Vec::new(),
        digest: Sha256::new_with_prefix(&bytes[..cursor.at]),
        whole: cursor.at,
        torn: None,
    })
}

/// The first place where two texts differ.
fn difference(a: &str, b: &str) -> Option<usize> {
    let differs = a.bytes().zip(b.bytes()).position(|(a, b)| a != b);
    differs.or((a.len() != b.len()).then_some(a.len().min(b.len())))
}

struct Cursor<'a> {
    text: &'a str,
    /// All bytes are text, the last sign perhaps not whole; else it ends where they are not.
    is_text: bool,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn expect(&mut self, wanted: &str) -> Result<(), LogError> {
        let rest = &self.text.as_bytes()[self.at..];
        if rest.starts_with(wanted.as_bytes()) {
            self.at += wanted.len();
            return Ok(());
        }
        let same = rest.iter().zip(wanted.as_bytes()).take_while(|(a, b)| a == b).count();
        if same == rest.len() { Err(self.ends()) } else { Err(LogError::Damaged(place(self.text, self.at + same, "not as Rapport writes it"))) }
    }

    /// What lies before `end`, which is passed over.
    fn up_to(&mut self, end: &str) -> Result<&'a str, LogError> {
        let rest = &self.text[self.at..];
        let length = rest.find(end).ok_or_else(|| self.ends())?;
        self.at += length + end.len();
        Ok(&rest[..length])
    }

    fn ends(&self) -> LogError {
        if self.is_text {
            return LogError::Cut { line: self.text.lines().count().max(1) };
        }
        LogError::Damaged(place(self.text, self.text.len(), "not text in UTF-8"))
    }
}

fn place(text: &str, at: usize, problem: &str) -> Place {
    let before = &text.as_bytes()[..at.min(text.len())];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|&&byte| byte != b'\n').filter(|&&byte| byte & 0xc0 != 0x80).count() + 1;
    Place { first: line, last: line, column: Some(column), problem: problem.to_owned() }
}

fn damaged(first: usize, last: usize, problem: &str) -> LogError {
    LogError::Damaged(Place { first, last, column: None, problem: problem.to_owned() })
}

/// What the reader of RON says.
fn words(error: &ron::error::SpannedError) -> String {
    let problem = error.code.to_string();
    // what else might have stood there fills lines and helps nobody
    let problem = problem.split_once(", expected one of ").map_or(&*problem, |(what, _)| what);
    problem.chars().take(160).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The records, line by line.
struct Body<'a> {
    bytes: &'a [u8],
    /// Where the next line begins.
    at: usize,
    line: usize,
    /// Records behind the last mark.
    pending: Vec<Record>,
}

impl<'a> Body<'a> {
    fn read(mut self, reading: &mut Reading<'a>) -> Result<(), LogError> {
        let mut digest = reading.digest.clone();
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            let Some(length) = rest.iter().position(|&byte| byte == b'\n') else {
                return self.unended(reading, digest);
            };
            let line = &rest[..length];
            if line.contains(&0) {
                return self.holed(reading);
            }
            if self.pending.is_empty() && line.starts_with(CLOSING.as_bytes()) {
                let is_right = length + 1 == rest.len() && is_sum(&line[CLOSING.len()..], &digest);
                return if is_right { Ok(()) } else { Err(damaged(self.line, self.line, "the closing checksum is wrong, or is not the end")) };
            }
            let (text, found) = split_mark(line);
            let record = record(text).map_err(|(column, problem)| self.wrong(reading, column, &problem))?;
            digest.update(text);
            if let Some(found) = found {
                if found != mark(&digest).as_bytes() {
                    return Err(self.changed("the checksum is wrong"));
                }
                digest.update(&line[text.len()..]);
            }
            self.pending.push(record);
            digest.update(b"\n");
            self.at += length + 1;
            self.line += 1;
            if found.is_some() {
                self.count(reading, digest.clone());
            }
        }
        if !self.pending.is_empty() {
            reading.torn = Some(self.torn(reading));
        }
        Ok(())
    }

    /// What is pending counts, up to here.
    fn count(&mut self, reading: &mut Reading<'_>, digest: Sha256) {
        reading.records.append(&mut self.pending);
        reading.batches.push(reading.records.len());
        reading.digest = digest;
        reading.whole = self.at;
    }

    fn torn(&self, reading: &Reading<'_>) -> Torn {
        Torn { line: self.line - self.pending.len(), bytes: self.bytes.len() - reading.whole, records: self.pending.len() }
    }

    /// The end of the file, without an end of line.
    fn unended(mut self, reading: &mut Reading<'_>, mut digest: Sha256) -> Result<(), LogError> {
        let rest = &self.bytes[self.at..];
        if let Some(sum) = rest.strip_prefix(CLOSING.as_bytes()).filter(|sum| self.pending.is_empty() && sum.len() >= HASH_DIGITS) {
            // nothing counts in a closing line, so one that lacks no more than its end is whole
            return if is_sum(sum, &digest) { Ok(()) } else { Err(damaged(self.line, self.line, "the closing checksum is wrong, or is not the end")) };
        }
        if let Some((record, length)) = first_record(rest) {
            let (text, after) = rest.split_at(length);
            if let Some(found) = after.strip_prefix(MARK.as_bytes()).filter(|found| is_mark(found.get(..MARK_DIGITS).unwrap_or_default())) {
                digest.update(text);
                if found != mark(&digest).as_bytes() {
                    return Err(self.changed("the checksum is wrong, or is not the end of its line"));
                }
                digest.update(after);
                digest.update(b"\n");
                self.pending.push(record);
                self.at = self.bytes.len() + 1;
                self.count(reading, digest);
                return Ok(());
            }
        }
        reading.torn = Some(self.torn(reading));
        Ok(())
    }

    /// A line with bytes that no text has: some file systems make a file longer before its data arrive. So it is a cut-off
    /// write; unless it is only this one byte that is wrong, or more than one write would have been cut off.
    fn holed(self, reading: &mut Reading<'_>) -> Result<(), LogError> {
        let tail = &self.bytes[self.at..];
        let mut ended: Vec<&[u8]> = tail.split(|&byte| byte == b'\n').collect();
        // the last line is where a cut-off write may have its mark
        if ended.pop().is_some_and(<[u8]>::is_empty) {
            ended.pop();
        }
        let is_one_byte = tail.iter().filter(|&&byte| byte == 0).count() == 1;
        if is_one_byte || ended.iter().any(|line| split_mark(line).1.is_some()) {
            return Err(self.changed("a byte that no text has"));
        }
        reading.torn = Some(self.torn(reading));
        Ok(())
    }

    /// A line that was ended but is not as it would be written: changed, or the work of another program.
    fn wrong(&self, reading: &Reading<'_>, column: usize, problem: &str) -> LogError {
        let (end, last) = self.end_of_batch();
        let marked = &self.bytes[..end];
        let (before, found) = split_mark(marked);
        // from the last mark that is right, to the next one
        let digest = reading.digest.clone().chain_update(before.get(reading.whole..).unwrap_or_default());
        if found.is_some_and(|found| found == mark(&digest).as_bytes()) {
            return LogError::Unreadable(Place { first: self.line, last: self.line, column: Some(column), problem: problem.to_owned() });
        }
        damaged(self.line - self.pending.len(), last, &format!("not as Rapport writes it (line {}, column {column}: {problem})", self.line))
    }

    fn changed(&self, problem: &str) -> LogError {
        damaged(self.line - self.pending.len(), self.end_of_batch().1, problem)
    }

    /// Where the batch at hand ends (without its end of line), and on which line: with the next mark or with the file.
    fn end_of_batch(&self) -> (usize, usize) {
        let (mut end, mut number) = (self.at, self.line);
        for (place, line) in self.bytes[self.at..].split(|&byte| byte == b'\n').enumerate() {
            if place > 0 && line.is_empty() && end + 1 == self.bytes.len() {
                break;
            }
            number = self.line + place;
            end += usize::from(place > 0) + line.len();
            if split_mark(line).1.is_some() {
                break;
            }
        }
        (end, number)
    }
}

fn is_sum(digits: &[u8], digest: &Sha256) -> bool {
    digits == Hash(digest.clone().finalize().into()).to_string().as_bytes()
}

fn is_mark(digits: &[u8]) -> bool {
    digits.len() == MARK_DIGITS && digits.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
}

/// A line before its mark, and the mark's digits. A record ends with a bracket, so its own text is never taken for one.
fn split_mark(line: &[u8]) -> (&[u8], Option<&[u8]>) {
    let length = line.len().saturating_sub(MARK.len() + MARK_DIGITS);
    let (text, end) = line.split_at(length);
    match end.strip_prefix(MARK.as_bytes()) {
        Some(digits) if is_mark(digits) => (text, Some(digits)),
        _ => (line, None),
    }
}

/// The record of a line, or the column and what is wrong there.
fn record(line: &[u8]) -> Result<Record, (usize, String)> {
    let column = |text: &str, at: usize| text.get(..at).unwrap_or(text).chars().count() + 1;
    let text = std::str::from_utf8(line).map_err(|error| {
        let before = line.get(..error.valid_up_to()).and_then(|before| std::str::from_utf8(before).ok()).unwrap_or_default();
        (column(before, before.len()), "not text in UTF-8".to_owned())
    })?;
    let record: Record = ron::from_str(text).map_err(|error| (error.span.start.col, words(&error)))?;
    match difference(&ron(&record), text) {
        None => Ok(record),
        Some(at) => Err((column(text, at), "not as Rapport writes it".to_owned())),
    }
}

/// A record that stands at the start of these bytes just as it would be written, and its length.
fn first_record(bytes: &[u8]) -> Option<(Record, usize)> {
    let text = std::str::from_utf8(bytes).or_else(|error| std::str::from_utf8(&bytes[..error.valid_up_to()])).ok()?;
    let mut reader = ron::Deserializer::from_str(text).ok()?;
    let record = Record::deserialize(&mut reader).ok()?;
    let written = ron(&record);
    text.starts_with(&written).then_some((record, written.len()))
}
