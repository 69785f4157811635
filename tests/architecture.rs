//! Long because one reading of the sources is held against every rule about them.
//!
//! Holds the sources to ARCHITECTURE.md: who may know whom, what stays in the window, no `unwrap` outside tests, and
//! every "Architecture Invariant:" names a test that exists.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Module and what it may name, besides itself. The views and commands of `sim` are for everyone, and so
/// `sim` is in every list.
const ARROWS: &[(&str, &[&str])] = &[
    ("sim", &[]),
    ("advice", &["sim"]),
    ("calendar", &[]),
    ("spreadsheet", &[]),
    ("order_table", &["calendar", "spreadsheet"]),
    ("insight", &["sim", "calendar", "order_table"]),
    ("checked_ron", &[]),
    // a case may call things by its own words: which texts there are, the texts say
    ("scenario", &["sim", "bots", "checked_ron", "words"]),
    ("bots", &["sim", "advice", "insight"]),
    ("calibrate", &["sim", "advice", "insight", "scenario", "bots", "room"]),
    ("room", &["sim", "scenario", "bots"]),
    ("store", &["sim", "scenario", "room"]),
    ("words", &[]),
    ("crm", &["sim", "insight", "spreadsheet", "calendar"]),
    ("prose", &["sim", "advice", "insight", "words", "crm"]),
    ("host", &["sim", "advice", "scenario", "bots", "room", "store", "words", "crm", "prose"]),
    ("game", &["sim", "advice", "insight", "scenario", "bots", "room", "store", "words", "crm", "prose", "spreadsheet"]),
    (
        "cli",
        &[
            "sim",
            "advice",
            "insight",
            "scenario",
            "bots",
            "room",
            "store",
            "calibrate",
            "words",
            "prose",
            "order_table",
            "calendar",
            "spreadsheet",
            "host",
            "game",
        ],
    ),
];

/// The rooms of the rules, from the words up: each may use those before it.
const ROOMS: &[&str] = &[
    "units",
    "maths",
    "luck",
    "parameters",
    "scenario",
    "terms",
    "limits",
    "journal",
    "notes",
    "state",
    "knowledge",
    "turn",
    "market",
    "company",
    "orders",
    "selling",
    "prospecting",
    "tendering",
    "service",
    "care",
    "people",
    "lifecycle",
    "books",
    "cards",
    "game",
    "view",
    "planning",
    "score",
    "month",
    "setup",
];

/// The window's folders and what each may import, besides itself, `crate::prose` and what lies below the window. The
/// file that composes them all, `src/game/mod.rs`, is imported by none.
const WINDOW_ARROWS: &[(&str, &[&str])] = &[
    ("theme", &[]),
    ("widgets", &["theme"]),
    ("app", &["theme", "widgets"]),
    ("board", &["theme", "widgets"]),
    ("desk", &["theme", "widgets", "app", "board"]),
    ("resolution", &["theme", "widgets", "app", "board", "desk"]),
    ("results", &["theme", "widgets", "app"]),
    ("menu", &["theme", "widgets", "app"]),
    ("setup", &["theme", "widgets", "app"]),
    ("session", &["theme", "widgets", "app", "desk", "menu", "setup", "resolution", "results"]),
    ("window", &["app", "desk", "menu", "setup", "resolution", "results", "session"]),
    ("pictures", &["app", "board", "desk", "menu", "setup", "resolution", "results", "session", "window"]),
    ("window_cost", &["app", "desk", "window", "pictures"]),
];

/// The same for the parts of the desk; `src/game/desk/mod.rs` composes them.
const DESK_ARROWS: &[(&str, &[&str])] = &[
    ("state", &[]),
    ("areas", &[]),
    ("tokens", &["state", "areas"]),
    ("strategy", &[]),
    ("bridge", &[]),
    ("standing", &["state"]),
    ("summary", &["state", "bridge", "standing"]),
    ("help", &[]),
    ("agenda", &["state", "strategy"]),
    ("hand_in", &["state"]),
    ("top_bar", &["state", "hand_in"]),
    ("focus", &["state", "areas"]),
    ("cards", &["state"]),
    ("customers", &["state"]),
    ("service", &["state"]),
    ("finance", &["state"]),
    ("value", &["state"]),
    ("funnel", &["state"]),
    ("team", &["state", "cards"]),
    ("sheet", &["state", "cards", "customers", "service", "strategy", "standing"]),
    ("fold", &["state", "areas", "sheet"]),
    ("dialogs", &["state", "customers", "hand_in", "help", "strategy", "standing", "summary"]),
];

/// Files side by side in one folder, at most.
const MOST_FILES: usize = 25;
/// Lines of a file that need no reason.
const MOST_LINES: usize = 500;

/// Crates that only the window may know.
const WINDOW_CRATES: &[&str] = &["bevy", "bevy_egui", "egui", "egui_extras", "egui_plot", "wgpu", "winit", "sys_locale"];

/// Crates that only the class host may know, and the database that keeps its classes.
const HOST_CRATES: &[&str] = &["axum", "axum_server", "tokio", "tower_http", "sqlx", "argon2", "if_addrs", "qrcode", "rlimit", "getrandom", "hyper_util"];

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
        // a test may look at the rules from where they are used
        if ["lib", "main"].contains(&source.module.as_str()) || source.path.ends_with("tests.rs") || source.path.ends_with("testing.rs") {
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

/// A module by its place below `src/game`: `desk/state/pages.rs` is `[desk, state, pages]`, `desk/mod.rs` is `[desk]`.
type Module = Vec<String>;

/// Every path that a text names after `start` (`crate::game::` or `super::`), lists in braces taken apart.
fn paths_after(text: &str, start: &str) -> Vec<Vec<String>> {
    fn tree(text: &str, before: &[String], found: &mut Vec<Vec<String>>) {
        let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
        let text = text.trim_start();
        if let Some(list) = text.strip_prefix('{') {
            let (mut depth, mut item) = (0, String::new());
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        tree(&std::mem::take(&mut item), before, found);
                        continue;
                    }
                    _ => {}
                }
                item.push(c);
            }
            tree(&item, before, found);
            return;
        }
        let name = word(text);
        if name.is_empty() || name == "self" {
            if !before.is_empty() {
                found.push(before.to_vec());
            }
            return;
        }
        let mut path = before.to_vec();
        path.push(name.clone());
        match text[name.len()..].strip_prefix("::") {
            Some(rest) => tree(rest, &path, found),
            None => found.push(path),
        }
    }
    let mut found = Vec::new();
    for (place, _) in text.match_indices(start) {
        if !text[..place].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':') {
            tree(&text[place + start.len()..], &[], &mut found);
        }
    }
    found
}

/// The modules of the window, and which of them each one imports.
fn window_imports() -> Vec<(Module, BTreeSet<Module>)> {
    let base = root().join("src/game");
    let files: Vec<(Module, String)> = sources("src/game")
        .into_iter()
        .filter(|source| !source.path.ends_with("tests.rs"))
        .map(|source| {
            let below = source.path.strip_prefix(&base).unwrap().with_extension("");
            let mut module: Module = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if module.last().is_some_and(|last| last == "mod") {
                module.pop();
            }
            (module, code(&source.text))
        })
        .collect();
    let known: BTreeSet<Module> = files.iter().map(|(module, _)| module.clone()).collect();
    // the module that a path leads to: its longest beginning that is one
    let home = |path: &[String]| (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| known.contains(module)).unwrap();
    let imports = |module: &Module, text: &str| {
        let is_folder = base.join(module.join("/")).join("mod.rs").exists();
        let mut found: BTreeSet<Module> = paths_after(text, "crate::game::").iter().map(|path| home(path)).collect();
        for path in paths_after(text, "super::") {
            let mut from = module.clone();
            from.pop();
            found.insert(home(&[from, path].concat()));
        }
        // whoever is composed of others knows them
        found.extend(known.iter().filter(|child| is_folder && child.len() == module.len() + 1 && child.starts_with(module)).cloned());
        found.remove(module);
        found
    };
    files.iter().map(|(module, text)| (module.clone(), imports(module, text))).collect()
}

/// Holds the parts of a folder to their arrows.
fn parts_keep_to(arrows: &[(&str, &[&str])], folder: &[&str]) {
    let inside = |module: &Module| module.len() > folder.len() && module.iter().zip(folder).all(|(part, name)| part == name);
    let mut found = 0;
    for (module, imports) in window_imports().iter().filter(|(module, _)| inside(module)) {
        let part = module[folder.len()].as_str();
        let (_, allowed) = arrows.iter().find(|(name, _)| *name == part).unwrap_or_else(|| panic!("{}: a part without arrows", module.join("/")));
        for import in imports {
            if inside(import) {
                let other = import[folder.len()].as_str();
                assert!(other == part || allowed.contains(&other), "{} may not import {}", module.join("/"), import.join("/"));
                found += usize::from(other != part);
            } else {
                let composes = folder.iter().take(import.len()).zip(import).all(|(name, part)| part == name);
                assert!(!composes, "{} may not import {}, which is composed of it", module.join("/"), import.join("/"));
            }
        }
    }
    assert!(found > 20, "the walk found only {found} arrows");
    // arrows lead to what stands before
    for (place, (name, allowed)) in arrows.iter().enumerate() {
        for other in *allowed {
            assert!(arrows[..place].iter().any(|(before, _)| before == other), "{name} -> {other} leads back");
        }
    }
}

/// Methods of rooms high up that have the names of methods of the standard library.
const OF_THE_LIBRARY: &[&str] = &["find", "get", "next", "push", "take"];

/// Names of the methods that a source gives to types of which `wanted` holds: what one room calls of another although it
/// imports nothing.
fn methods(code: &str, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let headers = code.match_indices("\nimpl").map(|(at, _)| &code[at + 1..]);
    for (header, rest) in headers.filter_map(|rest| rest.split_once(" {\n")).filter(|(header, _)| !header.contains(" for ") && wanted(header)) {
        assert!(!header.contains('\n'), "a long impl: {header}");
        for line in rest.split("\n}").next().unwrap_or_default().lines().filter(|line| line.starts_with("    ") && !line.starts_with("     ")) {
            if let Some((_, rest)) = line.split_once("fn ") {
                names.insert(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
            }
        }
    }
    names
}

#[test]
fn rooms_of_the_rules_use_only_those_below_them() {
    let rank = |room: &str| ROOMS.iter().position(|name| *name == room);
    let is_test = |source: &Source| source.path.ends_with("tests.rs") || source.path.ends_with("testing.rs");
    let files: Vec<(String, PathBuf, String)> = sources("src/sim")
        .into_iter()
        .filter(|source| source.module != "mod" && !is_test(source))
        .map(|source| (source.module, source.path, code(&source.text)))
        .collect();
    let of_turn = |code: &str| methods(code, |header| header.ends_with("Turn<'_>") || header.ends_with("Turn<'a>"));
    let of_all = |code: &str| methods(code, |_| true);
    let turns: Vec<(String, String)> = files.iter().flat_map(|(room, _, code)| of_turn(code).into_iter().map(|name| (room.clone(), name))).collect();
    assert!(turns.len() > 100, "only {} methods", turns.len());
    // the lowest room that gives any type a method of this name
    let mut lowest: BTreeMap<String, usize> = BTreeMap::new();
    for (room, _, code) in &files {
        for name in of_all(code) {
            let at = rank(room).unwrap();
            lowest.entry(name).and_modify(|rank| *rank = at.min(*rank)).or_insert(at);
        }
    }
    let (mut arrows, mut above) = (0, Vec::new());
    for (room, path, code) in &files {
        let own = rank(room).unwrap_or_else(|| panic!("{}: a room without a place", path.display()));
        let named = named_after(code, "crate::sim::").into_iter().filter_map(|name| Some((rank(&name)?, name)));
        let called = turns.iter().filter(|(_, name)| code.contains(&format!("self.{name}(")) || code.contains(&format!("turn.{name}(")));
        let called = called
            .filter(|(home, name)| home != room && !of_turn(code).contains(name))
            .filter_map(|(home, name)| Some((rank(home)?, format!("{home}, by {name}"))));
        for (name, home) in &lowest {
            let is_std = OF_THE_LIBRARY.contains(&name.as_str());
            if *home > own && !is_std && code.contains(&format!(".{name}(")) {
                above.push(format!("{}: {room} may not call {name} of {}", path.display(), ROOMS[*home]));
            }
        }
        for (other, name) in named.chain(called) {
            assert!(other <= own, "{}: {room} may not use {name}", path.display());
            arrows += usize::from(other < own);
        }
    }
    assert!(above.is_empty(), "{}", above.join("\n"));
    assert!(arrows > 200, "only {arrows} arrows");
}

#[test]
fn the_windows_folders_import_one_another_in_one_direction() {
    parts_keep_to(WINDOW_ARROWS, &[]);
    parts_keep_to(DESK_ARROWS, &["desk"]);
}

#[test]
fn no_two_modules_of_the_window_import_each_other_in_a_cycle() {
    let mut left = window_imports();
    assert!(left.len() > 80, "only {} modules", left.len());
    // what imports nothing that is left cannot be part of a cycle
    loop {
        let names: BTreeSet<Module> = left.iter().map(|(module, _)| module.clone()).collect();
        let before = left.len();
        left.retain(|(_, imports)| imports.iter().any(|import| names.contains(import)));
        if left.len() == before {
            break;
        }
    }
    let cycle: Vec<String> = left.iter().map(|(module, imports)| format!("{} -> {imports:?}", module.join("/"))).collect();
    assert!(cycle.is_empty(), "in a cycle, or above one:\n{}", cycle.join("\n"));
}

#[test]
fn sources_lie_in_folders_that_can_be_looked_over() {
    let mut files = 0;
    for folder in ["src", "tests", "benches", "fuzz/fuzz_targets"] {
        for source in sources(folder) {
            files += 1;
            let beside = fs::read_dir(source.path.parent().unwrap()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
            assert!(beside <= MOST_FILES, "{}: {beside} files side by side", source.path.display());
            let is_long = source.text.lines().count() > MOST_LINES;
            assert!(!is_long || source.text.starts_with("//! Long because "), "{}: {} lines", source.path.display(), source.text.lines().count());
        }
    }
    assert!(files > 100, "only {files} files");
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
fn network_and_database_stay_in_the_host_and_its_store() {
    let (mut files, mut gates) = (0, 0);
    for source in sources("src") {
        let is_ours = source.module == "host" || source.path.starts_with(root().join("src/store/sqlite"));
        let code = code(&source.text);
        for name in HOST_CRATES.iter().filter(|_| !is_ours) {
            let found = named_after(&code, &format!("{name}::"));
            assert!(found.is_empty(), "{}: {name}::{found:?}", source.path.display());
        }
        // of the store only its database belongs to the feature
        if code.contains("feature = \"host\"") {
            gates += 1;
            assert!(["lib", "main", "cli"].contains(&source.module.as_str()) || source.path.ends_with("store/mod.rs"), "{}", source.path.display());
        }
        files += usize::from(!is_ours);
    }
    assert!(files > 100 && gates >= 3, "{files} files, {gates} gates");
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
        if source.module == "sim" {
            continue;
        }
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
    for page in ["README.md", "README.zh-CN.md", "ARCHITECTURE.md"] {
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
