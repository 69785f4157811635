//! Whether a mistake in a scenario is told in Chinese: no English word is left that is no name, value or quoted text.

use rapport::scenario::{Issue, listing};
use rapport::words::{self, Lang, mistake_templates};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// Names that files may hold: fields, choices, knobs, measures; and what the table itself leaves in Latin letters.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut names: BTreeSet<String> = listing().lines().filter(|line| !line.starts_with("      ")).flat_map(latin).collect();
    names.extend(mistake_templates().flat_map(|(_, chinese)| latin(chinese)));
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario")).expect("the sources") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        names.extend(text.split('"').filter(|word| !word.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))).map(str::to_owned));
    }
    // a number too large to be one
    names.insert("inf".into());
    names
});

/// Words of at least two Latin letters; one alone is a sign of the field.
fn latin(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words.filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1).map(str::to_owned).collect()
}

/// What is not in backquotes, in double quotes or in braces.
pub fn unquoted(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(open) = rest.find(['`', '"', '{']) {
        kept.push_str(&rest[..open]);
        let close = match rest.as_bytes()[open] {
            b'{' => '}',
            sign => char::from(sign),
        };
        let inside = &rest[open + 1..];
        rest = match inside.find(close) {
            // a text of an author may hold the sign: its message ends with the last one
            Some(end) if close == '"' || inside[..end].len() < 120 => &inside[end + 1..],
            _ => inside,
        };
    }
    kept.push_str(rest);
    kept
}

/// What is wrong with how the mistakes of a text are told in Chinese.
pub fn faults(text: &[u8], issues: &[Issue]) -> Vec<String> {
    let text = String::from_utf8_lossy(text);
    let is_id = |word: &str| !word.is_empty() && word.chars().all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit());
    let own: BTreeSet<&str> = text.split('"').filter(|word| is_id(word)).collect();
    let is_chinese = |text: &str| text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut faults = Vec::new();
    for Issue { problem, allowed, .. } in issues {
        let [told, instead] = [words::problem(Lang::Zh, problem), words::allowed(Lang::Zh, allowed)];
        // a quoted value alone is what stands there: `true`
        if !is_chinese(&unquoted(&told)) && !unquoted(&told).trim().is_empty() {
            faults.push(format!("{problem} => {told}"));
        }
        for (english, chinese) in [(problem, &told), (allowed, &instead)] {
            let left: Vec<String> = latin(&unquoted(chinese)).into_iter().filter(|word| !NAMES.contains(word) && !own.contains(word.as_str())).collect();
            if !left.is_empty() {
                faults.push(format!("{english} => {chinese}: {left:?}"));
            }
        }
    }
    faults
}
