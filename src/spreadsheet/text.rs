//! The text of a table as records: what parts the fields, and on which line of the file a record begins.

use super::BOM;
use std::borrow::Cow;

/// A text with what parts its fields.
#[derive(Debug)]
pub struct Text<'a> {
    text: Cow<'a, str>,
    /// The sign between fields.
    pub delimiter: u8,
    /// Lines of the file before the text.
    skipped: u64,
}

impl<'a> Text<'a> {
    /// As spreadsheets write it. `known` says how many of a line's fields are headings of ours.
    #[must_use]
    pub fn new(text: Cow<'a, str>, known: impl Fn(&csv::StringRecord) -> usize) -> Text<'a> {
        let text = match text.strip_prefix(BOM) {
            Some(unmarked) => Cow::Owned(unmarked.to_owned()),
            None => text,
        };
        if let Some((delimiter, length)) = told_delimiter(&text) {
            let rest = match text {
                Cow::Borrowed(text) => Cow::Borrowed(&text[length..]),
                Cow::Owned(text) => Cow::Owned(text[length..].to_owned()),
            };
            return Text { text: rest, delimiter, skipped: 1 };
        }
        let delimiter = delimiter(&text, known);
        Text { text, delimiter, skipped: 0 }
    }

    /// The same, or columns held apart by spaces alone, as statisticians write them.
    #[must_use]
    pub fn of_columns(text: Cow<'a, str>, known: impl Fn(&csv::StringRecord) -> usize) -> Text<'a> {
        if !is_parted_by_spaces(&text) {
            return Text::new(text, known);
        }
        let mut parted = String::with_capacity(text.len());
        for line in text.trim_start_matches(BOM).split_inclusive('\n') {
            for (place, field) in line.split_whitespace().enumerate() {
                parted.push_str(if place > 0 { "\t" } else { "" });
                parted.push_str(field);
            }
            parted.push('\n');
        }
        Text { text: Cow::Owned(parted), delimiter: b'\t', skipped: 0 }
    }

    /// From the beginning.
    #[must_use]
    pub fn reader(&self) -> csv::Reader<&[u8]> {
        reader(&self.text, self.delimiter)
    }

    /// How long it is.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.text.len() as u64
    }

    /// The line of the file on which a record begins; the reader counts empty lines before it to the record.
    #[must_use]
    pub fn row_of(&self, record: &csv::StringRecord) -> u64 {
        let lines = |place: &csv::Position| self.skipped + place.line() + line_ends(self.split_at(place).1);
        record.position().map_or(1, lines)
    }

    /// Empty lines before a record.
    #[must_use]
    pub fn blank_before(&self, record: &csv::StringRecord) -> u64 {
        let Some(place) = record.position() else { return 0 };
        let (before, from) = self.split_at(place);
        // of a line end of two signs the reader leaves the second to the next record
        let own = u64::from(before.ends_with(b"\r") && from.starts_with(b"\n"));
        line_ends(from).saturating_sub(own)
    }

    fn split_at(&self, place: &csv::Position) -> (&[u8], &[u8]) {
        let bytes = self.text.as_bytes();
        bytes.split_at_checked(usize::try_from(place.byte()).unwrap_or(usize::MAX)).unwrap_or((bytes, &[]))
    }

    /// Lines of the file before the text.
    #[must_use]
    pub const fn skipped(&self) -> u64 {
        self.skipped
    }
}

/// Ends of lines before anything else.
fn line_ends(text: &[u8]) -> u64 {
    text.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count() as u64
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Excel's own line before the header, `sep=;`: the sign, and how long the line is.
fn told_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let (name, sign) = line.trim_end_matches(['\r', '\n']).trim_matches('"').split_once('=')?;
    match sign.as_bytes() {
        [sign] if name.eq_ignore_ascii_case("sep") && sign.is_ascii() => Some((*sign, line.len())),
        _ => None,
    }
}

/// Columns held apart by spaces alone, as statisticians write them.
fn is_parted_by_spaces(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    !first.contains([',', ';', '\t', '|', '"']) && first.split_whitespace().count() >= 3
}

/// What separates the fields: the sign by which the first line has most of our headings, or else most of the first lines the same number
/// of fields (above the headings there may be a title), or else most fields; a comma if several do. Spreadsheets write the list sign of the system's region.
fn delimiter(text: &str, known: impl Fn(&csv::StringRecord) -> usize) -> u8 {
    /// Lines that are looked at.
    const LINES: usize = 10;
    let fit = |delimiter: u8| {
        let mut reader = reader(text, delimiter);
        let lines: Vec<csv::StringRecord> = reader.records().take(LINES).map_while(Result::ok).collect();
        let alike = |fields: usize| lines.iter().filter(|line| line.len() == fields).count();
        let parted = lines.iter().map(csv::StringRecord::len).filter(|fields| *fields > 1).map(|fields| (alike(fields), fields)).max();
        (lines.first().map_or(0, &known), parted)
    };
    // the last of the best wins
    b"|\t;,".iter().copied().max_by_key(|&sign| fit(sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<(u64, Vec<String>)> {
        let text = Text::of_columns(Cow::Borrowed(text), |_| 0);
        let mut reader = text.reader();
        let mut record = csv::StringRecord::new();
        let mut list = Vec::new();
        while matches!(reader.read_record(&mut record), Ok(true)) {
            list.push((text.row_of(&record), record.iter().map(str::to_owned).collect()));
        }
        list
    }

    #[test]
    fn a_title_and_commas_in_the_text_do_not_hide_the_sign() {
        for text in
            ["Customers of 2012\n\nName;Phone\nB;1\n", "Customers, July\nName;Phone\nB;1\n", "Name;Remark\nB;tea, coffee, cake\n", "Name;Price\nB;1,5\nC;2,5\n"]
        {
            assert_eq!(Text::new(Cow::Borrowed(text), |_| 0).delimiter, b';', "{text:?}");
        }
    }

    #[test]
    fn signs_between_fields_are_found() {
        let expected =
            |row: u64| vec![(row, vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]), (row + 2, vec!["1".to_owned(), "2".to_owned(), "3".to_owned()])];
        for text in ["a,b,c\n\n1,2,3\n", "a;b;c\n\n1;2;3\n", "a\tb\tc\r\n\r\n1\t2\t3\r\n", "a|b|c\n\n1|2|3\n", " a  b c\n\n   1 2  3\r\n"] {
            assert_eq!(records(text), expected(1), "{text:?}");
        }
        for text in ["sep=;\na;b;c\n\n1;2;3\n", "SEP=|\r\na|b|c\r\n\r\n1|2|3", "\u{feff}\"sep=,\"\na,b,c\n\n1,2,3\n"] {
            assert_eq!(records(text), expected(2), "{text:?}");
        }
    }
}
