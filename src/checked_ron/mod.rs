//! RON files that people write by hand: typed values, or every mistake of the file at once, each with line and column.
//!
//! Knows RON and nothing of what a file is about: who reads one says what it is called ([`Wanted`]) and takes the values out.
//! Knows nothing of disks; callers bring the bytes.
//!
//! * [`read`]: the bytes of a file into whatever the caller makes of them; [`Issue`]: what is wrong and where.
//! * [`did_you_mean`], [`nearest`]: a hint for whoever misspelt a name.
//!
//! From the outside in: `scan` reads characters, `parse` nests them into the `tree`, `reader` takes typed values out of it.

mod issue;
mod parse;
mod reader;
mod scan;
mod tree;

pub use issue::{Issue, Place, quoted};
pub use reader::{At, Ids, Reader, Record, did_you_mean, nearest};
pub use scan::unseen;
pub use tree::{Kind, Node};

use issue::Finding;
use std::borrow::Cow;

/// What messages say of the kind of file that is read.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// What such a file holds, after "a" and "the".
    pub noun: &'static str,
    /// A field and its value as an example.
    pub field: &'static str,
    /// Where the rest of a long list of the program's own names is to be found; begins with a space.
    pub names: &'static str,
    /// The largest file that is read.
    pub most_bytes: usize,
}

/// Reads a file; `file_name` is only used in messages, and `take` answers None after it has complained to the reader.
///
/// # Errors
/// Every mistake found, in the order of the file. Never panics, whatever the bytes.
pub fn read<T>(file_name: &str, bytes: &[u8], wanted: Wanted, take: impl FnOnce(&mut Reader, &At<'_>) -> Option<T>) -> Result<T, Vec<Issue>> {
    check(bytes, wanted, take).map_err(|findings| issue::report(file_name, findings))
}

fn check<T>(bytes: &[u8], wanted: Wanted, take: impl FnOnce(&mut Reader, &At<'_>) -> Option<T>) -> Result<T, Vec<Finding>> {
    let text = decode(bytes, wanted.most_bytes).map_err(|finding| vec![finding])?;
    let (tree, findings) = parse::parse(&line_ends(text), wanted);
    let mut reader = Reader::new(wanted, findings);
    let taken = tree.and_then(|tree| take(&mut reader, &At::root(&tree)));
    match taken {
        Some(taken) if reader.findings.is_empty() => Ok(taken),
        _ => Err(reader.findings),
    }
}

/// A text with plain line ends, whichever system wrote it: `\n` for `\r\n`, and for the `\r` of old Macs.
#[must_use]
pub fn line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

fn decode(bytes: &[u8], most: usize) -> Result<&str, Finding> {
    let finding = |place, problem: String, allowed: String| Finding { place, field: "file".into(), problem, allowed };
    if bytes.len() > most {
        return Err(finding(Place::START, format!("the file has {} bytes", bytes.len()), format!("at most {most} bytes")));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
        let good = line_ends(good);
        let line = good.matches('\n').count() as u32 + 1;
        let column = good.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
        finding(Place { line, column }, "not text in UTF-8".into(), "UTF-8; in an editor: save as UTF-8".into())
    })
}
