//! Names compared as people do: without regard to case, blanks and width; Chinese also by the first letters of its pinyin.

use crate::sim::scenario::Text;
use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// Small letters, half width, no blanks, letters put together from parts as one: what two spellings of a name have in common.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfc().map(half_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The usual sign for one of the full-width forms.
fn half_width(sign: char) -> char {
    match sign {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        other => other,
    }
}

/// Whether a name holds `part` in either language, or its pinyin begins so somewhere: `xsd` and `xinshi` both find 新时代网络.
#[must_use]
pub fn holds(name: &Text, part: &str) -> bool {
    let part = folded(part);
    part.is_empty() || folded(&name.en).contains(&part) || folded(&name.zh).contains(&part) || sounds_like(&name.zh, &part)
}

/// Whether a name in one language holds `part`.
#[must_use]
pub fn holds_one(name: &str, part: &str) -> bool {
    let part = folded(part);
    part.is_empty() || folded(name).contains(&part) || sounds_like(name, &part)
}

fn sounds_like(name: &str, part: &str) -> bool {
    if !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return false;
    }
    let sounds: Vec<&str> = name.chars().filter_map(|sign| sign.to_pinyin().map(|p| p.plain())).collect();
    let initials: String = sounds.iter().filter_map(|sound| sound.chars().next()).collect();
    initials.contains(part) || (0..sounds.len()).any(|start| sounds[start..].concat().starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(en: &str, zh: &str) -> Text {
        Text::new(en, zh)
    }

    #[test]
    fn spellings_fold_together() {
        assert_eq!(folded("Ｎｅｗ　Era (Network)"), "newera(network)");
        assert_eq!(folded("新 时代（网络）"), "新时代(网络)");
        assert_eq!(folded(" "), "");
        assert_eq!(folded("Cafe\u{301}"), folded("CAF\u{c9}"));
    }

    #[test]
    fn a_part_of_either_name_finds_it() {
        let new_era = name("New Era Network", "新时代网络");
        for part in ["", "era n", "ＮＥＷ", "时代", "xsdwl", "sdw", "xinshidai", "wangluo", "wang"] {
            assert!(holds(&new_era, part), "{part}");
        }
        for part in ["old", "代时", "xd", "inshi", "新网"] {
            assert!(!holds(&new_era, part), "{part}");
        }
    }

    #[test]
    fn latin_names_have_no_pinyin() {
        assert!(!holds_one("Alpha", "xs"));
        assert!(holds_one("华岳证券", "hyzq"));
    }
}
