//! Lists of customers that come and go as files: what is wrong with one, and what may be the same firm twice.

use super::wording::Prose;
use crate::crm::doubles::Why;
use crate::crm::import::{Fault, FaultKind};
use crate::crm::sheet_file::{FileFault, MOST_BYTES, MOST_COLUMNS, MOST_ROWS};
use crate::sim::notes::Same;

/// What is wrong with a row, and where.
#[must_use]
pub fn fault(prose: &Prose, fault: &Fault) -> String {
    let what = match &fault.what {
        FaultKind::NoName => prose.say("fault-no-name"),
        FaultKind::Twice(row) => prose.say_with("fault-twice", &[("row", (*row).into())]),
        FaultKind::TooLong(most) => prose.say_with("fault-long", &[("most", (*most).into())]),
        FaultKind::Hidden => prose.say("fault-hidden"),
        FaultKind::Unknown { found, nearest: Some(nearest) } => prose.say_with("fault-nearest", &[("found", found.into()), ("nearest", nearest.into())]),
        FaultKind::Unknown { found, nearest: None } => prose.say_with("fault-unknown", &[("found", found.into())]),
    };
    prose.say_with("fault-place", &[("row", fault.row.into()), ("column", prose.say(fault.column.key()).into()), ("what", what.into())])
}

/// Why a file is no list.
#[must_use]
pub fn file_fault(prose: &Prose, fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge => prose.say_with("file-large", &[("size", (MOST_BYTES >> 20).into())]),
        FileFault::TooMany => prose.say_with("file-many", &[("rows", MOST_ROWS.into()), ("columns", MOST_COLUMNS.into())]),
        FileFault::Encoding => prose.say("file-encoding"),
        FileFault::OldWorkbook => prose.say("file-old"),
        FileFault::OpenDocument => prose.say("file-ods"),
        FileFault::Row { row, problem } => prose.say_with("file-row", &[("row", (*row).into()), ("problem", problem.into())]),
        FileFault::Workbook(problem) => prose.say_with("file-workbook", &[("problem", problem.into())]),
    }
}

/// The name of a customer or of a firm entered by hand; a dash for one that is no longer there.
#[must_use]
pub fn same(prose: &Prose, same: Same) -> String {
    match same {
        Same::Customer(id) => prose.customer(id),
        Same::Firm(id) => prose.view.notes.firm(id).map_or_else(|| "—".to_owned(), |f| f.firm.name.clone()),
    }
}

/// The key of the reason why two may be the same.
#[must_use]
pub const fn why_same(why: Why) -> &'static str {
    match why {
        Why::SameName => "double-name",
        Why::SameNumber => "double-number",
        Why::SimilarName => "double-similar",
    }
}
