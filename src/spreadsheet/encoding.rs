//! Bytes to text: UTF-8, UTF-16 with its mark, what a Chinese Windows writes, or what somebody names.

use encoding_rs::{Encoding, GB18030};
use std::borrow::Cow;

/// How the letters of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

impl TextEncoding {
    /// By any name the web knows it by: `utf-8`, `gb18030`, `big5`, `windows-1252`; None for others.
    #[must_use]
    pub fn named(name: &str) -> Option<TextEncoding> {
        Encoding::for_label(name.trim().as_bytes()).map(TextEncoding)
    }

    /// The name the web knows it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// The encoding that was named does not fit.
    #[error("not text in {0}")]
    Named(&'static str),
    /// Not UTF-8 from this byte on, and no other encoding is sure enough to be taken: a wrong guess is worse than a question.
    #[error("not text in UTF-8")]
    Unsure(usize),
}

/// The text, without its mark, and the encoding's name if it is neither UTF-8 nor marked nor `named`.
///
/// # Errors
/// If the bytes are no text in the encoding that was named, or in none that can be told without asking.
pub fn decoded(bytes: &[u8], named: Option<TextEncoding>) -> Result<(Cow<'_, str>, Option<&'static str>), Unread> {
    if let Some(TextEncoding(encoding)) = named {
        let (text, is_wrong) = encoding.decode_with_bom_removal(bytes);
        return if is_wrong { Err(Unread::Named(encoding.name())) } else { Ok((text, None)) };
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])
    {
        return Ok((text, None));
    }
    let place = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((Cow::Borrowed(text), None)),
        Err(error) => error.valid_up_to(),
    };
    if is_chinese(bytes)
        && let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Ok((text, Some(GB18030.name())));
    }
    Err(Unread::Unsure(place))
}

/// Whether most pairs of bytes are letters of GB 2312, which nearly all Chinese text is made of. In the encodings of
/// Europe a letter above ASCII is mostly followed by one of ASCII, in cut UTF-8 by one below the range.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut pairs, mut usual) = (0_u64, 0_u64);
    let mut rest = bytes;
    while let Some(start) = rest.iter().position(|byte| *byte >= 0x80) {
        let pair = &rest[start..];
        pairs += 1;
        usual += u64::from(matches!(pair, [0xa1..=0xf7, 0xa1..=0xfe, ..]));
        rest = pair.get(2..).unwrap_or_default();
    }
    usual * 4 >= pairs * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], named: Option<&str>) -> Result<(String, Option<&'static str>), Unread> {
        decoded(bytes, named.and_then(TextEncoding::named)).map(|(text, name)| (text.into_owned(), name))
    }

    #[test]
    fn text_of_a_chinese_windows_is_known_and_told() {
        let text = "订单编号,买家会员名\n1,新时代网络\n";
        let (bytes, ..) = encoding_rs::GBK.encode(text);
        assert_eq!(read(&bytes, None), Ok((text.to_owned(), Some("gb18030"))));
        assert_eq!(read(text.as_bytes(), None), Ok((text.to_owned(), None)));
    }

    #[test]
    fn marks_are_heeded_and_taken_off() {
        let unmarked = |bytes: &[u8]| read(bytes, None);
        assert_eq!(unmarked("\u{feff}客户".as_bytes()), Ok(("客户".to_owned(), None)));
        let utf16: Vec<u8> = "\u{feff}客户,a\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(unmarked(&utf16), Ok(("客户,a\n".to_owned(), None)));
    }

    /// A wrong guess is worse than a question.
    #[test]
    fn what_is_in_doubt_is_asked_and_what_is_named_is_taken() {
        let latin = b"customer;date\nM\xfcller;2012-01-01\nJos\xe9;2012-01-02\n";
        assert_eq!(read(latin, None), Err(Unread::Unsure(15)));
        assert_eq!(read(latin, Some("windows-1252")).map(|found| found.0.contains("Müller")), Ok(true));
        // a letter of UTF-8 cut in two
        assert!(read(b"customer_id,date\n\xe5\x8d,2012-01-01\n", None).is_err());
        assert_eq!(read(b"\xff\xff\xff", Some("utf-8")), Err(Unread::Named("UTF-8")));
        assert_eq!(TextEncoding::named("klingon"), None);
    }
}
