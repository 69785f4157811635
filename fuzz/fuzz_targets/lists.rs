//! Any bytes as a customer list (CSV, or an Excel file with some bytes changed): its rows are read, or it is refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::crm::fields::Cell;
use rapport::crm::sheet_file::{Format, read, write};
use rapport::spreadsheet::TextEncoding;
use std::sync::LazyLock;

/// A sound Excel file: random bytes alone would never become one.
static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let row = |cells: [&str; 3]| cells.iter().map(|cell| Cell::Text((*cell).to_owned())).collect();
    write(&[row(["Name", "Kind", "Remark"]), row(["New Era Network", "qualified", "=1+1"])], Format::Xlsx).expect("it is written")
});

fuzz_target!(|bytes: &[u8]| {
    check(bytes, None);
    // any bytes are letters in an encoding of one byte each
    check(bytes, TextEncoding::named("windows-1252"));
    let Some((place, patch)) = bytes.split_first_chunk::<2>() else { return };
    let mut file = WORKBOOK.clone();
    let start = usize::from(u16::from_le_bytes(*place)) % file.len();
    let end = (start + patch.len()).min(file.len());
    file[start..end].copy_from_slice(&patch[..end - start]);
    check(&file, None);
});

fn check(bytes: &[u8], encoding: Option<TextEncoding>) {
    match read(bytes, encoding) {
        Ok(sheet) => assert!(sheet.rows.windows(2).all(|pair| pair[0].number < pair[1].number), "rows are counted as they stand"),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}
