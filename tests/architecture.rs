//! Holds the sources to ARCHITECTURE.md: who may know whom, what stays in the window, no `unwrap` outside tests, and
//! every "Architecture Invariant:" names a test that exists.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Module and what it may name, besides itself. The views and commands of `sim` are for everyone, and so
/// `sim` is in every list.
const ARROWS: &[(&str, &[&str])] = &[
    ("sim", &[]),
    ("advice", &["sim"]),
    ("insight", &["sim"]),
    ("checked_ron", &[]),
    ("scenario", &["sim", "bots", "checked_ron"]),
    ("bots", &["sim", "advice", "insight"]),
    ("calibrate", &["sim", "advice", "insight", "scenario", "bots", "room"]),
    ("room", &["sim", "scenario", "bots"]),
    ("store", &["sim", "scenario", "room"]),
    ("words", &[]),
    ("crm", &["sim", "insight"]),
    ("order_table", &["sim"]),
    ("game", &["sim", "advice", "insight", "scenario", "bots", "room", "store", "words", "crm"]),
    ("cli", &["sim", "advice", "insight", "scenario", "bots", "room", "store", "calibrate", "words", "order_table", "game"]),
];

/// Crates that only the window may know.
const WINDOW_CRATES: &[&str] = &["bevy", "bevy_egui", "egui", "egui_extras", "egui_plot", "wgpu", "winit", "sys_locale"];

struct Source {
    path: PathBuf,
    /// First folder under `src`, or the file's own name for one lying directly in it.
    module: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder of the package.
fn sources(folder: &str) -> Vec<Source> {
    let base = root().join(folder);
    let mut sources = Vec::new();
    let mut folders = vec![base.clone()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&base).unwrap();
                let module = below.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                sources.push(Source { path, module, text });
            }
        }
    }
    sources
}

/// The part before `#[cfg(test)]` followed by a module, without comments.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod ").filter(|_| !text.contains("#[cfg(test)]\nmod testing;")).unwrap_or(text.len());
    text[..end]
        .lines()
        .map(|line| line.split_once("//").filter(|(before, _)| !before.contains('"')).map_or(line, |(before, _)| before))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Words that follow `prefix`, also all of a list in braces: `crate::{bots, room::Room}` gives bots and room.
fn named_after(text: &str, prefix: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect() };
    let mut names = BTreeSet::new();
    for (start, _) in text.match_indices(prefix) {
        if text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &text[start + prefix.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            names.insert(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    names.insert(word(item.trim_start()));
                    item.clear();
                    continue;
                }
                _ => {}
            }
            item.push(c);
        }
        names.insert(word(item.trim_start()));
    }
    names.remove("");
    names
}

#[test]
fn modules_know_only_what_they_may() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(module, _)| *module).collect();
    let mut arrows = 0;
    for source in sources("src") {
        if ["lib", "main"].contains(&source.module.as_str()) {
            continue;
        }
        let (_, allowed) =
            ARROWS.iter().find(|(module, _)| *module == source.module).unwrap_or_else(|| panic!("{}: a module ARCHITECTURE.md does not have", source.module));
        let code = code(&source.text);
        let names = named_after(&code, "crate::").into_iter().chain(named_after(&code, "rapport::"));
        for name in names.filter(|name| known.contains(name.as_str()) && *name != source.module) {
            assert!(allowed.contains(&name.as_str()), "{}: {} may not know {name}", source.path.display(), source.module);
            arrows += 1;
        }
    }
    assert!(arrows > 50, "the walk found only {arrows} arrows");
}

#[test]
fn bevy_and_egui_stay_in_the_window() {
    let mut files = 0;
    for source in sources("src").iter().filter(|source| source.module != "game") {
        files += 1;
        for name in WINDOW_CRATES {
            let found = named_after(&code(&source.text), &format!("{name}::"));
            assert!(found.is_empty(), "{}: {name}::{found:?}", source.path.display());
        }
    }
    assert!(files > 40, "only {files} files");
}

#[test]
fn the_rules_know_no_files_clocks_threads_or_networks() {
    let forbidden = ["std::fs", "std::net", "std::time", "std::thread", "std::env", "std::process", "println!", "tracing::", "::now("];
    let mut files = 0;
    for source in sources("src").iter().filter(|source| source.module == "sim") {
        files += 1;
        let code = code(&source.text);
        for word in forbidden {
            assert!(!code.contains(word), "{}: {word}", source.path.display());
        }
    }
    assert!(files > 20, "only {files} files");
}

#[test]
fn only_the_room_plays_games_that_count() {
    let may = ["sim", "room", "bots", "calibrate"];
    let mut found = 0;
    for source in sources("src") {
        // a game in a test counts for nobody
        if source.path.ends_with("testing.rs") || source.path.ends_with("tests.rs") {
            continue;
        }
        let code = code(&source.text);
        for call in ["sim::apply(", "sim::resolve(", "{apply, resolve", "sim::apply;", "sim::resolve;"] {
            if code.contains(call) {
                found += 1;
                assert!(may.contains(&source.module.as_str()), "{}: {call}", source.path.display());
            }
        }
        assert!(["cli", "room"].contains(&source.module.as_str()) || !code.contains(".truth()"), "{}: the whole truth is for exports", source.path.display());
    }
    assert!(found > 0);
}

#[test]
fn nothing_unwraps_outside_tests() {
    let mut files = 0;
    for source in sources("src") {
        files += 1;
        let code = code(&source.text);
        let is_test = source.text.starts_with("#![cfg(test)]") || source.path.ends_with("testing.rs") || source.path.ends_with("tests.rs");
        for word in [".unwrap()", ".unwrap_unchecked(", "unreachable!(", "todo!(", "unimplemented!("] {
            assert!(is_test || !code.contains(word), "{}: {word}", source.path.display());
        }
    }
    assert!(files > 60, "only {files} files");
}

#[test]
fn tests_are_not_switched_off() {
    let ignored = concat!("#[", "ignore");
    let panicking = concat!("should_", "panic");
    let mut files = 0;
    for source in sources("src").iter().chain(&sources("tests")) {
        files += 1;
        for word in [ignored, panicking] {
            assert!(!source.text.contains(word), "{}: {word}", source.path.display());
        }
    }
    assert!(files > 60, "only {files} files");
}

#[test]
fn every_invariant_names_a_test_that_exists() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let all: Vec<Source> = sources("src").into_iter().chain(sources("tests")).collect();
    let invariants: Vec<&str> = page.split("Architecture Invariant:").skip(1).collect();
    assert!(invariants.len() >= 8, "only {} invariants", invariants.len());
    for invariant in invariants {
        let paragraph = invariant.split("\n\n").next().unwrap_or(invariant);
        let named = paragraph.split("Held by").nth(1).unwrap_or_else(|| panic!("no test is named: {paragraph}"));
        let tests: Vec<&str> = named.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "no test is named: {paragraph}");
        for test in tests {
            let name = test.rsplit("::").next().unwrap_or(test);
            let function = format!("fn {name}(");
            assert!(all.iter().any(|source| source.text.contains(&function)), "no such test: {test}");
        }
    }
}

#[test]
fn paths_named_in_the_documents_exist() {
    let mut paths = 0;
    for page in ["README.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        for word in text.split('`').skip(1).step_by(2) {
            let is_path = ["src/", "tests/", "scenarios/", "assets/", "benches/", "docs/", "templates/", ".ci/"].iter().any(|start| word.starts_with(start));
            if is_path && !word.contains([' ', '*', '<']) {
                paths += 1;
                assert!(Path::new(&root()).join(word).exists(), "{page}: {word}");
            }
        }
    }
    assert!(paths > 10, "only {paths} paths");
}
