//! The first sheet of an Excel file. Reads what such files are documented to hold (ECMA-376, parts 1 and 2) and nothing else,
//! so that a damaged or hostile one is refused: no part of it is unpacked beyond a limit, no cell lies outside the list.
//!
//! Not by `calamine`: from 0.28 on it asks for another backend of `flate2`, which the window's picture decoder shares, and all of
//! Bevy would be built anew; 0.27 panics at a cell that points to no text, and in 0.38 a row of ten digits still overflows.

use super::sheet_file::{FileFault, MOST_COLUMNS, MOST_ROWS, Row};
use crate::calendar::Date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that is unpacked of one part, in bytes.
pub(super) const MOST_UNPACKED: usize = 32 << 20;

/// The rows of the first sheet that is not hidden, with the numbers they have there.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
    let mut parts = Parts::of(bytes)?;
    let book = match parts.related("", b"officeDocument")? {
        Some(path) => path,
        None => "xl/workbook.xml".to_owned(),
    };
    let Some(workbook) = parts.text(&book)? else {
        return Err(if parts.holds("content.xml") { FileFault::OpenDocument } else { wrong("it holds no workbook") });
    };
    let strings = match parts.related(&book, b"sharedStrings")? {
        Some(path) => parts.text(&path)?.map_or_else(|| Ok(Vec::new()), |text| shared_strings(&text))?,
        None => Vec::new(),
    };
    let dates = match parts.related(&book, b"styles")? {
        Some(path) => parts.text(&path)?.map_or_else(|| Ok(Vec::new()), |text| date_styles(&text))?,
        None => Vec::new(),
    };
    let from_1904 = elements(&workbook, b"workbookPr", |element| attribute(element, b"date1904"))?.iter().any(|set| set == "1" || set == "true");
    let path = first_sheet(&mut parts, &book, &workbook)?;
    let sheet = parts.text(&path)?.ok_or_else(|| wrong("its first sheet is missing"))?;
    rows(&sheet, &Known { strings, dates, from_1904 })
}

fn wrong(problem: &str) -> FileFault {
    FileFault::Workbook(problem.to_owned())
}

/// The parts of a file by their names. Writers differ in the case of letters and in the slash; Excel minds neither.
struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    places: BTreeMap<String, usize>,
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Result<Parts<'a>, FileFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error.to_string()))?;
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        let places = names.into_iter().filter_map(|name| Some((plain_name(&name), archive.index_for_name(&name)?))).collect();
        Ok(Parts { archive, places })
    }

    fn holds(&self, name: &str) -> bool {
        self.places.contains_key(&plain_name(name))
    }

    /// A part as text, checked to its end; none if it is not there.
    fn text(&mut self, name: &str) -> Result<Option<String>, FileFault> {
        let Some(&index) = self.places.get(&plain_name(name)) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(|error| wrong(&error.to_string()))?;
        let mut text = String::new();
        entry.take(MOST_UNPACKED as u64 + 1).read_to_string(&mut text).map_err(|error| wrong(&error.to_string()))?;
        if text.len() > MOST_UNPACKED { Err(FileFault::TooLarge) } else { Ok(Some(text)) }
    }

    /// Where the relations of a part say that each lies: name of the relation, its kind, the part.
    fn relations(&mut self, of: &str) -> Result<Vec<(String, String, String)>, FileFault> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let Some(text) = self.text(&path)? else { return Ok(Vec::new()) };
        let one = |element: &BytesStart<'_>| {
            let target = attribute(element, b"Target")?;
            Some((attribute(element, b"Id")?, attribute(element, b"Type").unwrap_or_default(), within(folder, &target)))
        };
        elements(&text, b"Relationship", one)
    }

    /// The part that a part is related to in this way.
    fn related(&mut self, of: &str, kind: &[u8]) -> Result<Option<String>, FileFault> {
        let is_kind = |found: &str| found.rsplit('/').next().is_some_and(|last| last.as_bytes().eq_ignore_ascii_case(kind));
        Ok(self.relations(of)?.into_iter().find(|(_, found, _)| is_kind(found)).map(|(_, _, path)| path))
    }
}

/// The name of a part as all writers mean it.
fn plain_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// A path as a relation gives it, from the folder of its part, or from the root.
fn within(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = if target.starts_with('/') || folder.is_empty() { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/').filter(|step| !step.is_empty()) {
        match step {
            "." => {}
            ".." => _ = parts.pop(),
            _ => parts.push(step),
        }
    }
    parts.join("/")
}

/// Where the first sheet lies that is not hidden: the workbook names a relation, the relations name the part.
fn first_sheet(parts: &mut Parts<'_>, book: &str, workbook: &str) -> Result<String, FileFault> {
    let sheet = |element: &BytesStart<'_>| Some((attribute(element, b"state").is_some_and(|state| state != "visible"), attribute(element, b"id")?));
    let sheets = elements(workbook, b"sheet", sheet)?;
    let (_, relation) = sheets.iter().min_by_key(|(is_hidden, _)| *is_hidden).ok_or_else(|| wrong("it has no sheet"))?;
    let found = parts.relations(book)?.into_iter().find(|(id, ..)| id == relation);
    found.map(|(_, _, path)| path).ok_or_else(|| wrong("its first sheet is missing"))
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

/// An attribute by its name, whatever its prefix, entities resolved.
fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let text = String::from_utf8_lossy(&found.value);
    Some(quick_xml::escape::unescape(&text).map_or_else(|_| text.clone().into_owned(), std::borrow::Cow::into_owned))
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
            Event::Eof => return Ok(strings.iter().map(|text| unescaped(text)).collect()),
            other if is_text && !is_hint => {
                if let (Some(text), Some(string)) = (text_of(other), strings.last_mut()) {
                    string.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

/// Text without the escapes by which Excel keeps signs that XML cannot hold: `_x000D_` is the end of a line, `_x005F_` the line itself.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, escape) = rest.split_at(place);
        plain.push_str(before);
        let code = escape.get(2..7).and_then(|code| code.strip_suffix('_')).filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(sign) => {
                plain.push(sign);
                rest = &escape[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    plain.push_str(rest);
    plain.replace("\r\n", "\n").replace('\r', "\n")
}

/// For each style of a cell, by its place: whether it shows a number as a day.
fn date_styles(text: &str) -> Result<Vec<bool>, FileFault> {
    let formats = elements(text, b"numFmt", |element| attribute(element, b"numFmtId").zip(attribute(element, b"formatCode")))?;
    let is_day = |id: &str| match formats.iter().find(|(own, _)| own == id) {
        Some((_, code)) => shows_a_day(code),
        // ECMA-376 part 1, 18.8.30: days; 27 to 36 and 50 to 58 are those of East Asia
        None => id.parse().is_ok_and(|id: u16| matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)),
    };
    let mut reader = Reader::from_str(text);
    let (mut styles, mut is_cells) = (Vec::new(), false);
    loop {
        match event(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == b"cellXfs" => is_cells = true,
            Event::End(element) if element.local_name().as_ref() == b"cellXfs" => is_cells = false,
            Event::Start(element) | Event::Empty(element) if is_cells && element.local_name().as_ref() == b"xf" => {
                styles.push(attribute(&element, b"numFmtId").is_some_and(|id| is_day(&id)));
            }
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

/// Whether a format has a year or a day in it, outside of what it writes as it stands.
fn shows_a_day(code: &str) -> bool {
    let (mut is_quoted, mut is_bracketed) = (false, false);
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => is_quoted = !is_quoted,
            '\\' => _ = signs.next(),
            '[' if !is_quoted => is_bracketed = true,
            ']' => is_bracketed = false,
            'y' | 'Y' | 'd' | 'D' if !is_quoted && !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

/// What the other parts of a workbook say about its cells.
#[derive(Default)]
struct Known {
    strings: Vec<String>,
    /// By style: shown as a day.
    dates: Vec<bool>,
    /// Days are counted from 1904, as old Macs did.
    from_1904: bool,
}

impl Known {
    /// A number that is shown as a day, as `2012-03-05`; None for one that is no day of any year.
    fn day(&self, number: &str) -> Option<String> {
        // Excel holds 1900 for a leap year: from March on its days are counted from the last but one of 1899
        let from = if self.from_1904 { Date::new(1904, 1, 1)? } else { Date::new(1900, 1, 1)?.before().before() };
        let days = number.trim().parse::<f64>().ok().filter(|days| (61.0..200_000.0).contains(days))?;
        Date::of_day(from.day() + days as i32).map(|date| date.to_string())
    }
}

/// A cell being read.
#[derive(Default)]
struct Reading {
    row: usize,
    column: usize,
    kind: Kind,
    is_day: bool,
    value: String,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// A place in the table of strings.
    Shared,
    /// Text of its own.
    Text,
    Error,
}

fn rows(sheet: &str, known: &Known) -> Result<Vec<Row>, FileFault> {
    let mut reader = Reader::from_str(sheet);
    let mut rows: Vec<Row> = Vec::new();
    let mut cell: Option<Reading> = None;
    let (mut is_value, mut is_hint) = (false, false);
    // where a cell lies that does not say so: after the one before it
    let (mut row, mut next) = (0_usize, 0_usize);
    loop {
        let event = event(&mut reader)?;
        match &event {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == b"row" => {
                row = attribute(element, b"r").and_then(|number| number.parse().ok()).unwrap_or_else(|| row.saturating_add(1));
                next = 0;
            }
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == b"c" => {
                let (own_row, column) = match attribute(element, b"r") {
                    Some(name) => place(&name).ok_or_else(|| wrong("a cell at a place that is none"))?,
                    None => (row.max(1), next),
                };
                next = column + 1;
                let kind = match attribute(element, b"t").as_deref() {
                    Some("s") => Kind::Shared,
                    Some("e") => Kind::Error,
                    Some("str" | "inlineStr") => Kind::Text,
                    _ => Kind::Number,
                };
                let style = attribute(element, b"s").and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
                let is_day = known.dates.get(style).copied().unwrap_or(false);
                cell = matches!(event, Event::Start(_)).then_some(Reading { row: own_row, column, kind, is_day, value: String::new() });
            }
            Event::Start(element) if element.local_name().as_ref() == b"rPh" => is_hint = true,
            Event::End(element) if element.local_name().as_ref() == b"rPh" => is_hint = false,
            // the value, or the text of a cell that carries its own
            Event::Start(element) if [b"v".as_slice(), b"t"].contains(&element.local_name().as_ref()) => is_value = true,
            Event::End(element) if [b"v".as_slice(), b"t"].contains(&element.local_name().as_ref()) => is_value = false,
            Event::End(element) if element.local_name().as_ref() == b"c" => {
                if let Some(done) = cell.take() {
                    put(&mut rows, done, known)?;
                }
            }
            Event::Eof => return Ok(rows),
            other if is_value && !is_hint => {
                if let (Some(text), Some(reading)) = (text_of(other), cell.as_mut()) {
                    reading.value.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

fn put(rows: &mut Vec<Row>, cell: Reading, known: &Known) -> Result<(), FileFault> {
    let string = |place: usize| known.strings.get(place).cloned();
    let text = match cell.kind {
        Kind::Shared => cell.value.trim().parse().ok().and_then(string).ok_or_else(|| wrong("a text that is not in it"))?,
        Kind::Text => unescaped(&cell.value),
        Kind::Number if cell.is_day => known.day(&cell.value).unwrap_or(cell.value),
        Kind::Number => cell.value,
        Kind::Error => String::new(),
    };
    if text.is_empty() {
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
        let known = Known { strings: vec!["only".to_owned()], ..Known::default() };
        let read = |cell: &str| rows(&sheet(cell), &known);
        assert_eq!(read("<c r=\"B2\" t=\"s\"><v>0</v></c>").map(|rows| rows[0].cells.clone()), Ok(vec![String::new(), "only".to_owned()]));
        assert_eq!(read("<c r=\"A1\" t=\"inlineStr\"><is><t>own</t></is></c>").map(|rows| rows[0].cells.clone()), Ok(vec!["own".to_owned()]));
        for bad in ["<c r=\"A1\" t=\"s\"><v>1</v></c>", "<c r=\"A1\" t=\"s\"><v>-1</v></c>", "<c r=\"1A\"><v>1</v></c>", "<c r=\"A1\"><v>1</c>"] {
            assert!(matches!(read(bad), Err(FileFault::Workbook(_))), "{bad}");
        }
        assert_eq!(read("<c r=\"CW1\"><v>1</v></c>"), Err(FileFault::TooMany));
        assert_eq!(read("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>"), Ok(Vec::new()));
    }

    #[test]
    fn places_that_are_left_out_follow_each_other() {
        let sheet = "<worksheet><sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"4\"><c><v>4</v></c><c r=\"D4\"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row></sheetData></worksheet>";
        let found: Vec<(usize, String)> = rows(sheet, &Known::default()).expect("read").into_iter().map(|row| (row.number, row.cells.join(","))).collect();
        assert_eq!(found, [(1, "1,,3".to_owned()), (4, "4,,,5,6".to_owned()), (5, "7".to_owned())]);
    }

    #[test]
    fn no_number_of_a_row_is_too_large_to_be_refused() {
        let sheet = "<worksheet><row r=\"18446744073709551615\"/><row><c><v>1</v></c></row></worksheet>";
        assert_eq!(rows(sheet, &Known::default()), Err(FileFault::TooMany));
    }

    #[test]
    fn escapes_hints_and_days_are_read_as_they_are_shown() {
        assert_eq!(["a_x000D_\nb", "_x005F_x000D_", "x_x00", "_x00e9_", "_xZZZZ_ _x"].map(unescaped), ["a\nb", "_x000D_", "x_x00", "é", "_xZZZZ_ _x"]);
        let styles = "<s><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;day &quot;0[Red]\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></s>";
        let dates = date_styles(styles).expect("read");
        assert_eq!(dates, [false, true, true, false]);
        let sheet = "<worksheet><row><c s=\"1\"><v>40973.5</v></c><c s=\"0\"><v>40973</v></c><c s=\"2\"><v>60</v></c><c t=\"inlineStr\"><is><t>新</t><rPh><t>しん</t></rPh></is></c></row></worksheet>";
        let read = |from_1904| rows(sheet, &Known { dates: dates.clone(), from_1904, ..Known::default() }).expect("read")[0].cells.clone();
        assert_eq!(read(false), ["2012-03-05", "40973", "60", "新"]);
        assert_eq!(read(true)[0], "2016-03-06");
    }

    /// A workbook as other programs write it: its parts, by name.
    fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
            std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
        }
        zip.finish().expect("a file").into_inner()
    }

    #[test]
    fn parts_are_found_through_the_relations_whatever_their_names() {
        let of = |kind: &str, id: &str, target: &str| format!("<Relationship Id=\"{id}\" Type=\"http://schemas/x/{kind}\" Target=\"{target}\"/>");
        let all = |list: &[String]| format!("<Relationships>{}</Relationships>", list.concat());
        let sheet = |text: &str| {
            format!("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{text}</t></is></c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>")
        };
        let book = "<workbook><sheets><sheet name=\"a\" state=\"veryHidden\" r:id=\"r1\"/><sheet name=\"b\" r:id=\"r2\"/></sheets></workbook>";
        let strings = "<sst><si><t>shared</t></si></sst>";
        let relations =
            all(&[of("worksheet", "r1", "Sheets/a.xml"), of("worksheet", "r2", "/Book\\Sheets/B.xml"), of("sharedStrings", "r3", "../Book/Texts.xml")]);
        let bytes = workbook(&[
            ("_rels\\.rels", &all(&[of("officeDocument", "r1", "Book/Main.xml")])),
            ("book/main.xml", book),
            ("Book/_rels/Main.xml.rels", &relations),
            ("Book\\Sheets\\a.xml", &sheet("hidden")),
            ("BOOK/SHEETS/b.xml", &sheet("seen")),
            ("Book/texts.xml", strings),
        ]);
        assert_eq!(read(&bytes).map(|rows| rows[0].cells.clone()), Ok(vec!["seen".to_owned(), "shared".to_owned()]));
        assert_eq!(read(&workbook(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")])), Err(FileFault::OpenDocument));
        assert!(matches!(read(&workbook(&[("word/document.xml", "")])), Err(FileFault::Workbook(_))));
    }
}
