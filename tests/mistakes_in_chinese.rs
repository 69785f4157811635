//! Every mistake of a scenario file, and why a game or its log cannot be played, is told in Chinese: every template of the sources
//! is in the table and every line of the table is used, and hundreds of spoilt scenarios leave no English word.

#[path = "scenario/chinese.rs"]
mod chinese;

use rapport::scenario;
use rapport::words::{Lang, allowed, listed, listed_templates, mistake_templates, problem};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const SMALL: &str = include_str!("scenario/small.ron");

/// A text in the sources as a template: its holes numbered, whatever they are called.
fn template(literal: &str, is_format: bool) -> String {
    let mut template = String::new();
    let mut rest = literal;
    let mut holes = 0;
    while let Some(open) = rest.find('{').filter(|_| is_format) {
        template.push_str(&rest[..open]);
        if let Some(after) = rest[open..].strip_prefix("{{") {
            template.push('{');
            rest = after;
            continue;
        }
        let (_, after) = rest[open..].split_once('}').expect("the end of a hole");
        holes += 1;
        template.push_str(&format!("{{{holes}}}"));
        rest = after;
    }
    template.push_str(rest);
    if is_format { template.replace("}}", "}") } else { template }
}

/// The texts of a source outside its tests, each with whether values are put into it and with the line before it.
fn texts(source: &str) -> Vec<(String, bool, String)> {
    let source = source.split("#[cfg(test)]").next().expect("a beginning");
    let lines: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let source = lines.join("\n");
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(quote) = source[at..].find(['"', '\'']).map(|place| at + place) {
        let (before, rest) = source.split_at(quote);
        if let Some(rest) = rest.strip_prefix('\'') {
            // a character, or the name of a lifetime
            let mut letters = rest.char_indices();
            let length = match (letters.next(), letters.next()) {
                (Some((_, '\\')), Some((end, letter))) => rest[end + letter.len_utf8()..].find('\'').map(|place| end + letter.len_utf8() + place + 1),
                (Some(_), Some((end, '\''))) => Some(end + 1),
                _ => None,
            };
            at = quote + 1 + length.unwrap_or(0);
            continue;
        }
        let is_raw = before.ends_with("r#");
        let close = if is_raw { "\"#" } else { "\"" };
        let mut end = 1;
        while !rest[end..].starts_with(close) {
            let escaped = !is_raw && rest[end..].starts_with('\\');
            end += if escaped { 1 } else { 0 };
            end += rest[end..].chars().next().map_or(1, char::len_utf8);
        }
        let inside = &rest[1..end];
        // a text that goes on in the next line
        let inside: String = inside.split("\\\n").enumerate().map(|(place, part)| if place == 0 { part } else { part.trim_start() }).collect();
        let text = if is_raw { inside } else { inside.replace("\\\"", "\"").replace("\\\\", "\\") };
        let is_format = ["format!(", "write!(f,", "#[error("].into_iter().any(|call| before.trim_end_matches("r#").trim_end().ends_with(call));
        texts.push((text, is_format, before.rsplit('\n').next().unwrap_or("").to_owned()));
        at = quote + end + close.len();
    }
    texts
}

/// The files whose texts the table holds.
fn sources() -> Vec<PathBuf> {
    // the list of `--fields` and the fictional names are no mistakes
    const OTHER_FILES: [&str; 2] = ["listing.rs", "names.rs"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src/checked_ron", "src/scenario"].map(|folder| fs::read_dir(root.join(folder)).expect("the sources"));
    let files = folders.into_iter().flatten().map(|entry| entry.expect("a file").path()).filter(|path| path.is_file());
    let of_rooms = ["log_error", "reading", "replay", "setup", "mod", "decision"].map(|name| root.join(format!("src/room/{name}.rs")));
    files.filter(|path| !OTHER_FILES.iter().any(|name| path.ends_with(name))).chain(of_rooms).collect()
}

#[test]
fn every_template_of_the_sources_is_in_the_table_and_every_line_of_it_is_used() {
    const OTHERS: [&str; 12] = [
        // an example that is put into a message, and the frame of all of them
        "rounds: 12",
        "{file}:{line}:{column}: {field}: {problem}, allowed: {allowed}",
        // the mistakes of a scenario are told one by one
        "the scenario has mistakes:\\n{}",
        "the log's scenario has {} mistakes, of which the first is {}",
        // how a log begins
        "Log(\\n    setup: ",
        "    scenario: r",
        "program: \"",
        // words of a reader of RON, and for whoever looks for errors
        ", expected one of ",
        "no player is called \"{}\"",
        "no longer possible after an undo: {reject:?}",
        "a bot's command was refused: {reject:?} {seat:?} {command:?}",
        "a log that was just written does not replay: {error}",
    ];
    let table: BTreeSet<String> = mistake_templates().map(|(english, _)| english.replace("{*", "{").replace("{#", "{")).collect();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut lacking = Vec::new();
    for path in sources() {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        for (text, is_format, before) in texts(&fs::read_to_string(&path).expect("a text")) {
            let template = template(&text, is_format);
            let words = template.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).count();
            let is_sentence = template.contains(' ') && words > 0;
            let is_noun = before.ends_with("Ids::unknown(") || (before.contains("r.ids(") && before.ends_with(", "));
            if (is_sentence || is_noun) && !OTHERS.contains(&&*text) && !table.contains(&template) {
                lacking.push(format!("{name}: {template}"));
            }
            found.insert(template, name.clone());
        }
    }
    assert!(found.len() > 300, "{}", found.len());
    assert!(lacking.is_empty(), "assets/locales/zh-CN/mistakes.ron lacks\n{}", lacking.join("\n"));
    let unused: Vec<&String> = table.iter().filter(|english| !found.contains_key(*english)).collect();
    assert!(unused.is_empty(), "nothing in the sources says {unused:#?}");
}

#[test]
fn the_table_is_written_as_chinese() {
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (english, text) in mistake_templates().chain(listed_templates()) {
        assert!(text.contains(is_chinese) || text == english, "{english}");
        let letters: Vec<char> = chinese::unquoted(text).chars().collect();
        for pair in letters.windows(2) {
            let touches = [(pair[0], pair[1]), (pair[1], pair[0])].into_iter().any(|(a, b)| is_chinese(a) && ",.:;?!()".contains(b));
            assert!(!touches, "{text}");
        }
    }
}

/// Where the values, names and signs of a file lie: runs of letters and digits, texts with their quotes, signs alone.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
        let length = if let Some(inside) = rest.strip_prefix('"') {
            inside.find('"').map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        } else if is_word(letter) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            letter.len_utf8()
        };
        if !letter.is_whitespace() {
            tokens.push((at, at + length));
        }
        at += length;
    }
    tokens
}

/// What an author may write by mistake where `token` stands.
fn spoilt(token: &str) -> Vec<String> {
    let twice = format!("{token}, {token}");
    let mut list: Vec<String> =
        ["", "-1", "7.5", "99999999999", "\"zzz\"", "\"\"", "None", "[]", "{}", "()", "(1, 2)", "X(1)", "'c'", "，", "#"].map(str::to_owned).into();
    list.push(twice);
    if token.len() > 3 {
        // a letter fewer, in or out of quotes
        let place = token.char_indices().nth(2).map_or(0, |(place, _)| place);
        let end = place + token[place..].chars().next().map_or(0, char::len_utf8);
        list.push(format!("{}{}", &token[..place], &token[end..]));
    }
    list
}

#[test]
fn spoilt_scenarios_are_told_in_chinese() {
    let mut faults = BTreeSet::new();
    let mut told = BTreeSet::new();
    let mut count = 0;
    let texts = [(SMALL, 7), (include_str!("scenario/many.ron"), 101)].into_iter().chain(scenario::embedded().iter().map(|(_, text)| (*text, 1_009)));
    for (text, step) in texts {
        let mut turn: usize = 0;
        for (from, to) in tokens(text) {
            for change in spoilt(&text[from..to]) {
                turn += 1;
                if !turn.is_multiple_of(step) {
                    continue;
                }
                let new = format!("{}{change}{}", &text[..from], &text[to..]);
                let issues = scenario::read("f", new.as_bytes()).err().unwrap_or_default();
                faults.extend(chinese::faults(new.as_bytes(), &issues));
                told.extend(issues.iter().map(|issue| problem(Lang::Zh, &issue.problem).into_owned()));
                told.extend(issues.iter().map(|issue| allowed(Lang::Zh, &issue.allowed).into_owned()));
                count += 1;
            }
        }
    }
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 800 && told.len() > 500, "{count} spoilt, {} told", told.len());
}

#[test]
fn the_list_of_fields_is_told_in_chinese() {
    let listing = scenario::listing();
    let is_chinese = |text: &str| text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut faults = Vec::new();
    let mut meanings = 0;
    for line in listing.lines().filter(|line| !line.is_empty()) {
        assert_eq!(listed(Lang::En, line), line);
        let told = listed(Lang::Zh, line);
        let is_heading = !line.starts_with(' ');
        let is_meaning = line.starts_with("      ");
        meanings += usize::from(is_meaning);
        let is_range = !is_meaning && (line.contains(" to ") || line.contains(" whole]"));
        let good = if is_heading || is_range || is_meaning { is_chinese(&told) && !told.contains(" to ") } else { told == line };
        if !good {
            faults.push(told);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(meanings > 450, "{meanings}");
    // no line of the table has outlived what it translates, and none is there twice
    let lines: BTreeSet<&str> = listing.lines().map(str::trim_start).collect();
    let mut seen = BTreeSet::new();
    for (english, _) in listed_templates() {
        assert!(lines.contains(english) || english.contains("{1}"), "{english}: nothing says it");
        assert!(seen.insert(english), "{english}: twice");
    }
}
