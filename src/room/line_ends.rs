//! A log whose line ends were changed on its way: mail, git and editors turn them into those of Windows, or put a byte order
//! mark before the text.
//!
//! The checksums are of the bytes as they were written, with `\n` alone. So what has the ends of another system is put back
//! first, and then read like any log: if anything else was changed as well, its checksums are wrong.

use super::log::{MAX_BYTES, TITLE};
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes with the line ends that they were written with; untouched where the first line has its own end, or this is no log. So is
/// what is too long for a log: of that only the beginning was read, which must not become a log for being shorter with other ends.
pub(super) fn as_written(bytes: &[u8]) -> Cow<'_, [u8]> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if !text.starts_with(TITLE.as_bytes()) || bytes.len() > MAX_BYTES {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_log_is_not_made_a_shorter_one() {
        let text = |length: usize| {
            let mut text = format!("{TITLE}\r\n").into_bytes();
            text.extend(b"a line\r\n".iter().cycle().take(length - text.len()));
            text
        };
        let (whole, beyond) = (text(MAX_BYTES), text(MAX_BYTES + 1));
        assert!(as_written(&whole).len() < whole.len());
        assert!(matches!(as_written(&beyond), Cow::Borrowed(bytes) if bytes.len() == beyond.len()));
    }
}
