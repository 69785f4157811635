//! What a reader of the figures should know about the rows: how the table was read, what was counted, what left out.

use crate::cli::progress::count;
use rapport::order_table::{Counted, EqualRows, Reading, Refunds};

/// Notes for stderr, none about an ordinary table of ours.
pub fn notes(counted: &Counted, reading: &Reading) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(encoding) = counted.encoding {
        notes.push(format!("read as {encoding}; --encoding names another"));
    }
    if let Some(columns) = &counted.columns {
        notes.push(format!("columns: {columns}"));
    }
    let rows = |number: u64| count(usize::try_from(number).unwrap_or(usize::MAX), "row");
    if counted.equal > 0 {
        let rows = rows(counted.equal);
        notes.push(match reading.equal_rows {
            EqualRows::Keep => format!("{rows} equal to an earlier one, counted as orders of their own; --equal-rows drop leaves them out"),
            EqualRows::Drop | EqualRows::Refuse => format!("{rows} equal to an earlier one left out"),
        });
    }
    if counted.refunds > 0 {
        let (rows, sum) = (rows(counted.refunds), counted.refunded);
        let done = if reading.refunds == Refunds::Net { "taken off earlier orders" } else { "left out" };
        notes.push(format!("{rows} of refunds, {sum:.2} in all, {done}"));
        let (refunds, amount) = counted.unmatched;
        if refunds > 0 {
            notes.push(format!("{} of them found no earlier order, or not enough: {amount:.2} left out", refunds));
        }
    }
    if counted.nameless > 0 {
        notes.push(format!("{} without a customer left out", rows(counted.nameless)));
    }
    if counted.further_lines > 0 {
        notes.push(format!("{} of further lines of an order, without an amount, left out", rows(counted.further_lines)));
    }
    notes
}
