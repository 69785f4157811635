//! What spreadsheets do with CSV: the mark by which they know UTF-8, the signs they take for formulas, and what they put
//! around text so that it stays text. For every list that people open with one; knows nothing of what is in it.

mod encoding;
mod text;

pub use encoding::{TextEncoding, Unread, decoded};
pub use text::Text;

use std::borrow::Cow;
use std::io::{self, Write};

/// The byte order mark, by which Excel knows that a CSV is in UTF-8.
pub const BOM: &str = "\u{feff}";
/// Signs that begin a formula in Excel and its like.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A writer of CSV that spreadsheets read everywhere: marked, with their line ends. Text goes in [`guarded`].
///
/// # Errors
/// Those of the sink.
pub fn csv_writer<Sink: Write>(mut sink: Sink) -> io::Result<csv::Writer<Sink>> {
    sink.write_all(BOM.as_bytes())?;
    Ok(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(sink))
}

/// Text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text before it was guarded.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

/// A field without what spreadsheets put around it: spaces, `="0571"` that keeps a nought, the guard.
#[must_use]
pub fn bare(field: &str) -> &str {
    let text = field.trim();
    if !text.starts_with(['=', '\'']) {
        return text;
    }
    let inner = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')).map_or(text, str::trim);
    unguarded(inner)
}

/// A heading without spaces, signs, case, and what stands in brackets behind it: `Invoice_Date`, `金额（元）`, `客户名称（必填）`, `Name *`.
#[must_use]
pub fn plain_heading(heading: &str) -> String {
    let heading = bare(heading);
    let open = heading.char_indices().find(|(place, sign)| *place > 0 && matches!(sign, '(' | '（' | '[' | '【'));
    let named = open.map_or(heading, |(place, _)| &heading[..place]);
    named.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_around_a_field_is_taken_off() {
        let fields = ["  a ", "=\"0571\"", "'=1+1", "'+86 21", "'tis", "=\"'=x\"", "=", "=\"", "-5"];
        assert_eq!(fields.map(bare), ["a", "0571", "=1+1", "+86 21", "'tis", "=x", "=", "=\"", "-5"]);
    }

    #[test]
    fn what_is_guarded_comes_back() {
        for text in ["=cmd|' /C calc'!A0", "+86", "-1", "@x", "plain", "客户", ""] {
            let guarded = guarded(text);
            assert_eq!((unguarded(&guarded), guarded.starts_with(FORMULA)), (text, false));
        }
    }
}
