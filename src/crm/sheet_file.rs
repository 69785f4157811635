//! Customer lists as bytes of a file: CSV as Excel reads and writes it, and Excel's own format.
//!
//! What is read is hostile until it has been found small enough and sound. What is written cannot be taken for a formula by
//! the program that opens it.

use super::fields::Cell;
use crate::spreadsheet::{self, Text, TextEncoding, bare, csv_writer, guarded};
use std::borrow::Cow;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 4 << 20;
/// The most rows that are read, headings included.
pub const MOST_ROWS: usize = 2_000;
/// The most columns that are read.
pub const MOST_COLUMNS: usize = 100;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text, written in UTF-8 with commas and a byte order mark.
    Csv,
    /// Excel's own; only in builds with the feature `xlsx`.
    Xlsx,
}

impl Format {
    /// By the end of the file's name; none for one that cannot be written.
    #[must_use]
    pub fn of(path: &Path) -> Option<Format> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        match end.as_str() {
            "csv" => Some(Format::Csv),
            "xlsx" if cfg!(feature = "xlsx") => Some(Format::Xlsx),
            _ => None,
        }
    }
}

/// Why a file cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// More than [`MOST_BYTES`], or a workbook that unpacks to too much.
    #[error("the file has more than {MOST_BYTES} bytes")]
    TooLarge,
    /// More than [`MOST_ROWS`] rows or [`MOST_COLUMNS`] columns.
    #[error("the file has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns")]
    TooMany,
    /// Not UTF-8 or UTF-16, and no other encoding is sure enough to be taken; or not text in the one that was named.
    #[error("the file is not text in a known encoding")]
    Encoding,
    /// The format of Excel before 2007, or a workbook locked with a password, which looks the same.
    #[error("an Excel file of the format before 2007 (.xls), or one locked with a password")]
    OldWorkbook,
    /// A table in the format of the free office programs.
    #[error("an OpenDocument table (.ods)")]
    OpenDocument,
    /// A row of a CSV that cannot be read or written.
    #[error("row {row}: {problem}")]
    Row {
        /// Counted from 1, headings included.
        row: usize,
        /// What the reader or writer of CSV says, in English.
        problem: String,
    },
    /// An Excel file that cannot be read or written: what is wrong, in English.
    #[error("not an Excel file that can be read: {0}")]
    Workbook(String),
}

/// A row of a file, with its number there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1, headings included, as a spreadsheet counts (it counts blank lines of a CSV too, which are left out here).
    pub number: usize,
    /// Text by column; empty where a cell is blank.
    pub cells: Vec<String>,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its rows, blank ones left out.
    pub rows: Vec<Row>,
    /// The encoding that was named, or taken where the text is neither UTF-8 nor marked.
    pub encoding: Option<&'static str>,
}

/// The rows of a file, CSV or Excel. `named`: how its text is written, where it has to be said.
///
/// # Errors
/// If it is too large or cannot be read; the row is named where one is to blame.
pub fn read(bytes: &[u8], named: Option<TextEncoding>) -> Result<Sheet, FileFault> {
    /// How a compound file begins, in which Excel kept its own before 2007 and keeps what is locked.
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::TooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(FileFault::OldWorkbook);
    }
    let mut sheet = if bytes.starts_with(b"PK\x03\x04") {
        Sheet { rows: read_workbook(bytes)?, encoding: None }
    } else {
        let Ok((text, encoding)) = spreadsheet::decoded(bytes, named) else { return Err(FileFault::Encoding) };
        Sheet { rows: read_csv(text)?, encoding: encoding.or(named.map(TextEncoding::name)) }
    };
    for row in &mut sheet.rows {
        for cell in &mut row.cells {
            // letters put together from parts, as a Mac writes names, are the same letters
            *cell = bare(cell).trim().nfc().collect();
        }
    }
    sheet.rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    Ok(sheet)
}

/// A list as a file of that format.
///
/// # Errors
/// If the format's library refuses it.
pub fn write(rows: &[Vec<Cell>], format: Format) -> Result<Vec<u8>, FileFault> {
    match format {
        Format::Csv => write_csv(rows),
        Format::Xlsx => write_workbook(rows),
    }
}

fn read_csv(text: Cow<'_, str>) -> Result<Vec<Row>, FileFault> {
    let text = Text::new(text, |_| 0);
    let mut rows: Vec<Row> = Vec::new();
    let mut number = usize::try_from(text.skipped()).unwrap_or(0);
    for record in text.reader().records() {
        let record = record.map_err(|error| FileFault::Row { row: number + 1, problem: error.to_string() })?;
        number += 1 + usize::try_from(text.blank_before(&record)).unwrap_or(0);
        if rows.len() >= MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(FileFault::TooMany);
        }
        rows.push(Row { number, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(rows)
}

fn write_csv(rows: &[Vec<Cell>]) -> Result<Vec<u8>, FileFault> {
    let mut writer = csv_writer(Vec::new()).map_err(|error| FileFault::Row { row: 0, problem: error.to_string() })?;
    for (place, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => guarded(text).into_owned(),
            Cell::Number(number) => plain(*number),
        });
        writer.write_record(cells).map_err(|error| FileFault::Row { row: place + 1, problem: error.to_string() })?;
    }
    writer.into_inner().map_err(|error| FileFault::Row { row: rows.len(), problem: error.to_string() })
}

/// A number as spreadsheets read it everywhere: no grouping, at most two decimals.
fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(feature = "xlsx")]
fn read_workbook(bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
    super::workbook::read(bytes)
}

#[cfg(not(feature = "xlsx"))]
fn read_workbook(_: &[u8]) -> Result<Vec<Row>, FileFault> {
    Err(FileFault::Workbook("this build reads CSV only".to_owned()))
}

#[cfg(not(feature = "xlsx"))]
fn write_workbook(_: &[Vec<Cell>]) -> Result<Vec<u8>, FileFault> {
    Err(FileFault::Workbook("this build writes CSV only".to_owned()))
}

/// One sheet, its first row frozen. No clock in it: the same list gives the same bytes.
#[cfg(feature = "xlsx")]
fn write_workbook(rows: &[Vec<Cell>]) -> Result<Vec<u8>, FileFault> {
    use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
    let written = || -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2012, 1, 1)?));
        let heading = Format::new().set_bold();
        let money = Format::new().set_num_format("#,##0");
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Blank => {}
                    Cell::Text(text) if row == 0 => drop(sheet.write_string_with_format(row, column, text, &heading)?),
                    // a string cell is never a formula
                    Cell::Text(text) => drop(sheet.write_string(row, column, text)?),
                    Cell::Number(number) => drop(sheet.write_number_with_format(row, column, *number, &money)?),
                }
            }
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet.autofit();
        workbook.save_to_buffer()
    };
    written().map_err(|error| FileFault::Workbook(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<Row>, FileFault> {
        super::read(bytes, None).map(|sheet| sheet.rows)
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn cells(rows: &[Row]) -> Vec<Vec<&str>> {
        rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    fn sample() -> Vec<Vec<Cell>> {
        vec![
            vec![text("客户名称"), text("年价值（元）"), text("备注")],
            vec![text("新时代网络"), Cell::Number(1_800_000.0), text("喜欢\"整数\"，\n下午来电")],
            vec![text("=cmd|' /C calc'!A0"), Cell::Blank, text("+86 21 5555")],
        ]
    }

    #[test]
    fn csv_is_marked_guarded_and_read_back() {
        let bytes = write(&sample(), Format::Csv).expect("written");
        let written = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(written.starts_with('\u{feff}') && written.contains("\r\n"));
        assert!(written.contains("'=cmd|") && written.contains("'+86"), "{written}");
        let rows = read(&bytes).expect("read");
        let expected = [
            vec!["客户名称", "年价值（元）", "备注"],
            vec!["新时代网络", "1800000", "喜欢\"整数\"，\n下午来电"],
            vec!["=cmd|' /C calc'!A0", "", "+86 21 5555"],
        ];
        assert_eq!(cells(&rows), expected);
        assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2, 3], "a cell with two lines is in one row");
    }

    #[test]
    fn csv_of_other_regions_is_read() {
        let files =
            ["a;b\n1;2\n", "a\tb\n1\t2\n", "\u{feff}a,b\r\n1,2\r\n\r\n", "a,b\n,\n1,2", "sep=;\na;b\n1;2", "a,b\r1,2\r", "a,b\n=\"1\",\"=\"\"2\"\"\"\n"];
        for file in files {
            assert_eq!(cells(&read(file.as_bytes()).expect("read")), [["a", "b"], ["1", "2"]], "{file:?}");
        }
        // Excel's "Unicode text"
        let utf16: Vec<u8> = "\u{feff}a\tb\r\n1\t2\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&read(&utf16).expect("read")), [["a", "b"], ["1", "2"]]);
        // blank lines are left out, and counted
        let numbers = |text: &str| read(text.as_bytes()).expect("read").iter().map(|row| row.number).collect::<Vec<_>>();
        assert_eq!((numbers("a,b\n\n\n1,2\n3,4\n"), numbers("sep=,\na,b\n1,2\n")), (vec![1, 4, 5], vec![2, 3]));
    }

    #[test]
    fn a_name_is_read_the_same_however_its_letters_are_put_together() {
        assert_eq!(cells(&read("name\nCafe\u{301}\n".as_bytes()).expect("read")), [["name"], ["Caf\u{e9}"]]);
    }

    #[test]
    fn the_encoding_of_another_windows_is_told_asked_or_named() {
        let chinese = encoding_rs::GBK.encode("客户名称,备注\n新时代网络,喜欢茶\n").0.into_owned();
        let sheet = super::read(&chinese, None).expect("read");
        assert_eq!((cells(&sheet.rows), sheet.encoding), (vec![vec!["客户名称", "备注"], vec!["新时代网络", "喜欢茶"]], Some("gb18030")));
        let latin = b"name,remark\nM\xfcller,Gru\xdf\n";
        assert_eq!(super::read(latin, None), Err(FileFault::Encoding));
        let named = super::read(latin, TextEncoding::named("windows-1252")).expect("read");
        assert_eq!((cells(&named.rows)[1].clone(), named.encoding), (vec!["Müller", "Gruß"], Some("windows-1252")));
    }

    #[test]
    fn an_old_or_locked_workbook_says_so() {
        assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), Err(FileFault::OldWorkbook));
    }

    #[test]
    fn what_is_too_large_or_no_text_is_refused() {
        assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]), Err(FileFault::TooLarge));
        assert_eq!(read("a\n".repeat(MOST_ROWS + 1).as_bytes()), Err(FileFault::TooMany));
        assert_eq!(read(",".repeat(MOST_COLUMNS).as_bytes()), Err(FileFault::TooMany));
        assert_eq!(read(&[0xff, 0xff, 0xff, 0x80]), Err(FileFault::Encoding));
        assert!(matches!(read(b"PK\x03\x04 and then nothing"), Err(FileFault::Workbook(_))));
        assert_eq!(read(b""), Ok(Vec::new()));
    }

    #[test]
    fn numbers_are_written_plainly() {
        assert_eq!([1_800_000.0, 0.5, 99.0, -3.25, 0.0].map(plain), ["1800000", "0.5", "99", "-3.25", "0"]);
    }

    #[test]
    fn the_name_tells_the_format() {
        assert_eq!(Format::of(Path::new("a/客户.CSV")), Some(Format::Csv));
        assert_eq!(Format::of(Path::new("a/b.xlsx")).is_some(), cfg!(feature = "xlsx"));
        assert_eq!(Format::of(Path::new("a/b.doc")), None);
        assert_eq!(Format::of(Path::new("csv")), None);
    }

    #[cfg(feature = "xlsx")]
    mod workbook {
        use super::*;

        #[test]
        fn a_workbook_comes_back_as_it_went_and_is_the_same_each_time() {
            let bytes = write(&sample(), Format::Xlsx).expect("written");
            assert_eq!(bytes, write(&sample(), Format::Xlsx).expect("written"));
            let rows = read(&bytes).expect("read");
            assert_eq!(cells(&rows)[0], ["客户名称", "年价值（元）", "备注"]);
            assert_eq!(cells(&rows)[2], ["=cmd|' /C calc'!A0", "", "+86 21 5555"], "text, not a formula");
            assert_eq!(rows[1].cells[1], "1800000");
            assert_eq!(rows[1].cells[2], "喜欢\"整数\"，\n下午来电");
        }

        #[test]
        fn dates_truths_and_formulas_are_read_as_their_values() {
            let mut workbook = rust_xlsxwriter::Workbook::new();
            let sheet = workbook.add_worksheet();
            sheet.write_boolean(0, 0, true).expect("a cell");
            sheet.write_formula(0, 1, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).expect("a cell");
            sheet.write_string(4, 2, "C5").expect("a cell");
            sheet.write_number(4, 0, 1.25).expect("a cell");
            let rows = read(&workbook.save_to_buffer().expect("bytes")).expect("read");
            assert_eq!(cells(&rows), [vec!["1", "2"], vec!["1.25", "", "C5"]]);
            assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 5]);
        }

        #[test]
        fn a_bomb_is_not_unpacked() {
            let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).expect("an entry");
            std::io::Write::write_all(&mut zip, &vec![b' '; super::super::super::workbook::MOST_UNPACKED + 1]).expect("written");
            let bytes = zip.finish().expect("a file").into_inner();
            assert!(bytes.len() < MOST_BYTES);
            assert_eq!(read(&bytes), Err(FileFault::TooLarge));
        }

        #[test]
        fn a_cell_in_the_last_corner_fills_no_memory() {
            let mut workbook = rust_xlsxwriter::Workbook::new();
            workbook.add_worksheet().write_string(1_048_575, 16_383, "x").expect("a cell");
            assert_eq!(read(&workbook.save_to_buffer().expect("bytes")), Err(FileFault::TooMany));
        }

        #[test]
        fn a_damaged_workbook_is_refused_or_read_but_breaks_nothing() {
            let bytes = write(&sample(), Format::Xlsx).expect("written");
            for place in (0..bytes.len()).step_by(7) {
                let mut damaged = bytes.clone();
                damaged[place] ^= 0x55;
                let _ = read(&damaged);
                let _ = read(&bytes[..place]);
            }
        }
    }
}
