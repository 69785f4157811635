//! A log whose line ends were changed on its way: mail, git and editors turn them into those of Windows, or put a byte order
//! mark before the text.
//!
//! The checksums are of the bytes as they were written, with `\n` alone. So what has the ends of another system is put back
//! first, and then read like any log: if anything else was changed as well, its checksums are wrong.

use super::log::TITLE;
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes with the line ends that they were written with; untouched where the first line has its own end, or this is no log.
pub(super) fn as_written(bytes: &[u8]) -> Cow<'_, [u8]> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if !text.starts_with(TITLE.as_bytes()) {
        return Cow::Borrowed(bytes);
    }
    let first = text.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    let of_windows = first.is_some_and(|end| text[end..].starts_with(b"\r\n"));
    let of_old_macs = first.is_some_and(|end| text[end] == b'\r') && !text.contains(&b'\n');
    if of_windows {
        // a last `\r` that stands alone is half of an end that was cut off
        let is_half = |place: usize| text[place] == b'\r' && text.get(place + 1).is_none_or(|&next| next == b'\n');
        Cow::Owned((0..text.len()).filter(|&place| !is_half(place)).map(|place| text[place]).collect())
    } else if of_old_macs {
        Cow::Owned(text.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect())
    } else if text.len() < bytes.len() {
        Cow::Owned(text.to_vec())
    } else {
        Cow::Borrowed(bytes)
    }
}
