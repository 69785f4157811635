//! The first sheet of an Excel file. Reads what such files are documented to hold (ECMA-376, parts 1 and 2) and nothing else,
//! so that a damaged or hostile one is refused: no part of it is unpacked beyond a limit, no cell lies outside the list.
//!
//! Not by `calamine`: from 0.28 on it asks for another backend of `flate2`, which the window's picture decoder shares, and all of
//! Bevy would be built anew; 0.27 panics at a cell that points to no text, and in 0.38 a row of ten digits still overflows.

use super::sheet_file::{FileFault, MOST_COLUMNS, MOST_ROWS, Row};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that is unpacked of one part, in bytes.
pub(super) const MOST_UNPACKED: usize = 32 << 20;

/// The rows of the first sheet, with the numbers they have there.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error.to_string()))?;
    let strings = match part(&mut archive, "xl/sharedStrings.xml")? {
        Some(text) => shared_strings(&text)?,
        None => Vec::new(),
    };
    let path = first_sheet(&mut archive)?;
    let sheet = part(&mut archive, &path)?.ok_or_else(|| wrong("its first sheet is missing"))?;
    rows(&sheet, &strings)
}

fn wrong(problem: &str) -> FileFault {
    FileFault::Workbook(problem.to_owned())
}

/// A part of the file as text, checked to its end; none if it is not there.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, FileFault> {
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let entry = archive.by_index(index).map_err(|error| wrong(&error.to_string()))?;
    let mut text = String::new();
    entry.take(MOST_UNPACKED as u64 + 1).read_to_string(&mut text).map_err(|error| wrong(&error.to_string()))?;
    if text.len() > MOST_UNPACKED { Err(FileFault::TooLarge) } else { Ok(Some(text)) }
}

/// Where the first sheet lies: the workbook names a relation, the relations name the part.
fn first_sheet(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<String, FileFault> {
    let workbook = part(archive, "xl/workbook.xml")?.ok_or_else(|| wrong("it holds no workbook"))?;
    let relation = elements(&workbook, b"sheet", |element| attribute(element, b"id"))?.into_iter().next().ok_or_else(|| wrong("it has no sheet"))?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?.ok_or_else(|| wrong("it has no relations"))?;
    let pairs = elements(&relations, b"Relationship", |element| attribute(element, b"Id").zip(attribute(element, b"Target")))?;
    let target = pairs.into_iter().find(|(id, _)| *id == relation).map(|(_, target)| target).ok_or_else(|| wrong("its first sheet is missing"))?;
    Ok(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// What `pick` takes from every element of a name.
fn elements<T>(text: &str, name: &[u8], pick: impl Fn(&BytesStart<'_>) -> Option<T>) -> Result<Vec<T>, FileFault> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        match event(&mut reader)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == name => found.extend(pick(&element)),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn event<'t>(reader: &mut Reader<&'t [u8]>) -> Result<Event<'t>, FileFault> {
    reader.read_event().map_err(|error| wrong(&error.to_string()))
}

/// An attribute by its name, whatever its prefix.
fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

/// The text of an event inside an element that holds text, entities resolved.
fn text_of(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        Event::CData(text) => Some(String::from_utf8_lossy(text).into_owned()),
        Event::GeneralRef(name) => {
            if let Ok(Some(sign)) = name.resolve_char_ref() {
                return Some(sign.to_string());
            }
            let sign = match &**name {
                b"amp" => '&',
                b"lt" => '<',
                b"gt" => '>',
                b"quot" => '"',
                b"apos" => '\'',
                _ => return None,
            };
            Some(sign.to_string())
        }
        _ => None,
    }
}

/// The table of strings: each the runs of its text, phonetic hints left out.
fn shared_strings(text: &str) -> Result<Vec<String>, FileFault> {
    let mut reader = Reader::from_str(text);
    let (mut strings, mut is_text, mut is_hint) = (Vec::<String>::new(), false, false);
    loop {
        let event = event(&mut reader)?;
        match &event {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == b"si" => strings.push(String::new()),
            Event::Start(element) if element.local_name().as_ref() == b"t" => is_text = true,
            Event::End(element) if element.local_name().as_ref() == b"t" => is_text = false,
            Event::Start(element) if element.local_name().as_ref() == b"rPh" => is_hint = true,
            Event::End(element) if element.local_name().as_ref() == b"rPh" => is_hint = false,
            Event::Eof => return Ok(strings),
            other if is_text && !is_hint => {
                if let (Some(text), Some(string)) = (text_of(other), strings.last_mut()) {
                    string.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

/// A cell being read.
#[derive(Default)]
struct Reading {
    row: usize,
    column: usize,
    is_shared: bool,
    is_error: bool,
    value: String,
}

fn rows(sheet: &str, strings: &[String]) -> Result<Vec<Row>, FileFault> {
    let mut reader = Reader::from_str(sheet);
    let mut rows: Vec<Row> = Vec::new();
    let mut cell: Option<Reading> = None;
    let mut is_value = false;
    loop {
        let event = event(&mut reader)?;
        match &event {
            Event::Start(element) if element.local_name().as_ref() == b"c" => {
                let place = attribute(element, b"r").as_deref().and_then(place).ok_or_else(|| wrong("a cell without a place"))?;
                let kind = attribute(element, b"t");
                let (is_shared, is_error) = (kind.as_deref() == Some("s"), kind.as_deref() == Some("e"));
                cell = Some(Reading { row: place.0, column: place.1, is_shared, is_error, value: String::new() });
            }
            // the value, or the text of a cell that carries its own
            Event::Start(element) if [b"v".as_slice(), b"t"].contains(&element.local_name().as_ref()) => is_value = true,
            Event::End(element) if [b"v".as_slice(), b"t"].contains(&element.local_name().as_ref()) => is_value = false,
            Event::End(element) if element.local_name().as_ref() == b"c" => {
                if let Some(done) = cell.take() {
                    put(&mut rows, done, strings)?;
                }
            }
            Event::Eof => return Ok(rows),
            other if is_value => {
                if let (Some(text), Some(reading)) = (text_of(other), cell.as_mut()) {
                    reading.value.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

fn put(rows: &mut Vec<Row>, cell: Reading, strings: &[String]) -> Result<(), FileFault> {
    let text = match cell.is_shared {
        true => cell.value.trim().parse().ok().and_then(|place: usize| strings.get(place)).ok_or_else(|| wrong("a text that is not in it"))?.clone(),
        false => cell.value,
    };
    if text.is_empty() || cell.is_error {
        return Ok(());
    }
    if cell.row > MOST_ROWS || cell.column >= MOST_COLUMNS {
        return Err(FileFault::TooMany);
    }
    let place = match rows.binary_search_by_key(&cell.row, |r| r.number) {
        Ok(place) => place,
        Err(place) => {
            rows.insert(place, Row { number: cell.row, cells: Vec::new() });
            place
        }
    };
    let cells = &mut rows[place].cells;
    if cells.len() <= cell.column {
        cells.resize(cell.column + 1, String::new());
    }
    cells[cell.column] = text;
    Ok(())
}

/// Row from 1 and column from 0 of a place such as `B2`.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || number.len() > 7 {
        return None;
    }
    let column = letters.bytes().try_fold(0, |sum, letter| letter.is_ascii_uppercase().then(|| sum * 26 + usize::from(letter - b'A') + 1))?;
    number.parse().ok().filter(|row| *row > 0).map(|row| (row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_spreadsheets_write_them() {
        for (name, expected) in [("A1", Some((1, 0))), ("Z9", Some((9, 25))), ("AA10", Some((10, 26))), ("XFD1048576", Some((1_048_576, 16_383)))] {
            assert_eq!(place(name), expected, "{name}");
        }
        for name in ["", "A", "1", "A0", "a1", "AAAA1", "A12345678", "é1", "A1B"] {
            assert_eq!(place(name), None, "{name}");
        }
    }

    #[test]
    fn texts_keep_their_runs_entities_and_lines() {
        let text = "<sst><si><t>A &amp; B</t></si><si><r><t>two </t></r><r><t>runs&#10;here</t></r><rPh><t>hint</t></rPh></si><si/></sst>";
        assert_eq!(shared_strings(text), Ok(vec!["A & B".to_owned(), "two runs\nhere".to_owned(), String::new()]));
    }

    #[test]
    fn a_cell_that_points_nowhere_is_refused() {
        let sheet = |cell: &str| format!("<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>");
        let strings = ["only".to_owned()];
        let read = |cell: &str| rows(&sheet(cell), &strings);
        assert_eq!(read("<c r=\"B2\" t=\"s\"><v>0</v></c>").map(|rows| rows[0].cells.clone()), Ok(vec![String::new(), "only".to_owned()]));
        assert_eq!(read("<c r=\"A1\" t=\"inlineStr\"><is><t>own</t></is></c>").map(|rows| rows[0].cells.clone()), Ok(vec!["own".to_owned()]));
        for bad in ["<c r=\"A1\" t=\"s\"><v>1</v></c>", "<c r=\"A1\" t=\"s\"><v>-1</v></c>", "<c><v>1</v></c>", "<c r=\"A1\"><v>1</c>"] {
            assert!(matches!(read(bad), Err(FileFault::Workbook(_))), "{bad}");
        }
        assert_eq!(read("<c r=\"CW1\"><v>1</v></c>"), Err(FileFault::TooMany));
        assert_eq!(read("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>"), Ok(Vec::new()));
    }
}
