//! The texts: the same in both languages, all used, none missing, and Chinese written as Chinese.

use rapport::words::{Lang, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Key and text of every message of a language.
fn messages(lang: Lang) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (file, text) in sources(lang) {
        let mut key = None;
        for line in text.lines() {
            let is_start = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((name, value)) = line.split_once(" =").filter(|_| is_start) {
                let previous = messages.insert(name.to_owned(), value.trim().to_owned());
                assert!(previous.is_none(), "{}/{file}.ftl: \"{name}\" is there twice", lang.tag());
                key = Some(name.to_owned());
            } else if !line.trim().is_empty()
                && !line.starts_with('#')
                && let Some(text) = key.as_ref().and_then(|key| messages.get_mut(key))
            {
                text.push(' ');
                text.push_str(line.trim());
            }
        }
    }
    messages
}

/// All of `src` and of the report's templates, one text for each file.
fn source_files() -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                walk(&entry, files);
            } else if entry.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                let text = std::fs::read_to_string(&entry).expect("a text");
                let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                files.push((entry.display().to_string(), code.join("\n")));
            }
        }
    }
    let mut files = Vec::new();
    for folder in ["src", "templates"] {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    assert!(files.len() > 5);
    files
}

/// The keys written out in calls of `tr` and `tr_with`, and of `t` in templates.
fn keys_called(source: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in ["tr(", "tr_with("] {
        for (place, _) in source.match_indices(call) {
            let before = source[..place].chars().next_back();
            if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
                continue;
            }
            let Some((_, second)) = source[place + call.len()..].split_once(',') else { continue };
            let Some(literal) = second.trim_start().strip_prefix('"') else { continue };
            keys.extend(literal.split('"').next());
        }
    }
    keys.extend(source.split(".t(\"").skip(1).filter_map(|rest| rest.split('"').next()));
    keys
}

/// The keys written out in calls of `say` and `say_with`, which take the key first.
fn keys_said(source: &str) -> Vec<&str> {
    let calls = ["say(", "say_with("];
    let starts = calls.into_iter().flat_map(|call| source.match_indices(call).map(move |(place, _)| &source[place + call.len()..]));
    starts.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

/// The beginnings of keys that are put together while running, such as `"cause-{}"`.
fn families(source: &str) -> Vec<&str> {
    let is_of_key = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let parts = source.split('"').filter_map(|literal| literal.split_once('{').map(|(start, _)| start));
    parts.filter(|start| start.ends_with('-') && start.chars().all(is_of_key) && start.len() > 2).collect()
}

/// The named values in a text, `{ $name }`.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('$').skip(1).filter_map(|rest| rest.split(|next: char| !(next.is_ascii_alphanumeric() || next == '-' || next == '_')).next()).collect()
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    let (english, chinese) = (messages(Lang::En), messages(Lang::Zh));
    let english_keys: BTreeSet<_> = english.keys().collect();
    let chinese_keys: BTreeSet<_> = chinese.keys().collect();
    assert!(english_keys.len() > 20);
    assert_eq!(english_keys, chinese_keys);
    for (key, text) in &english {
        assert_eq!(values(text), values(&chinese[key]), "{key}");
    }
}

#[test]
fn every_key_called_for_exists() {
    let messages = messages(Lang::En);
    for (file, source) in source_files() {
        for key in keys_called(&source).into_iter().chain(keys_said(&source)) {
            assert!(messages.contains_key(key) || key == "no-such-text", "{file}: there is no text \"{key}\"");
        }
    }
}

#[test]
fn every_key_is_used() {
    let sources = source_files();
    let families: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| families(source)).collect();
    let is_unused = |key: &String| {
        let literal = format!("\"{key}\"");
        let is_of_family = families.iter().any(|family| key.starts_with(family));
        !is_of_family && !sources.iter().any(|(_, source)| source.contains(&literal))
    };
    let unused: Vec<String> = messages(Lang::En).into_keys().filter(is_unused).collect();
    assert!(unused.is_empty(), "nothing in src uses {unused:?}");
}

#[test]
fn chinese_is_written_with_full_width_punctuation() {
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (key, text) in messages(Lang::Zh) {
        let letters: Vec<char> = text.chars().collect();
        for (place, mark) in letters.iter().enumerate().filter(|(_, mark)| ",.:;?!()".contains(**mark)) {
            let neighbours = [place.checked_sub(1), place.checked_add(1)];
            let touches = neighbours.into_iter().flatten().filter_map(|place| letters.get(place));
            assert!(!touches.copied().any(is_chinese), "{key}: \"{mark}\" beside Chinese in \"{text}\"");
        }
    }
}

#[test]
fn every_sign_is_in_our_fonts() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts/signs.txt");
    let signs: BTreeSet<char> = std::fs::read_to_string(fonts).expect("the list of signs").chars().collect();
    for lang in Lang::ALL {
        for (key, text) in messages(lang) {
            for sign in text.chars() {
                assert!(signs.contains(&sign), "{key}: the fonts have no \"{sign}\"");
            }
        }
    }
}
