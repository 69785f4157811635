//! Holds the pages in `docs` to the sources: every section that is cited exists, and the model page names every parameter
//! of the rules, with the default it has.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// Where citations are looked for.
const PLACES: &[&str] = &["src", "tests", "benches", "fuzz", "scenarios", "docs", "assets", "templates", ".ci", "README.md", "ARCHITECTURE.md", "Cargo.toml"];
/// What is read of these; everything without an extension is a script.
const TEXTS: &[&str] = &["rs", "ron", "md", "ftl", "toml", "html", "sh"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Name below the root and text of every file in which something may be cited.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut left: Vec<PathBuf> = PLACES.iter().map(|place| root().join(place)).collect();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let built = path.ends_with("target") || path.ends_with("corpus") || path.ends_with("artifacts");
            if !built {
                left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            }
        } else if path.extension().is_none_or(|extension| TEXTS.iter().any(|text| extension == *text)) {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            texts.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    texts.sort();
    texts
}

/// The anchor that a heading has on a page: small letters, digits, hyphens and underscores, blanks as hyphens.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase().replace(' ', "-");
    kept.chars().filter(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect()
}

/// The anchors of every page in `docs`, by the page's file name.
fn pages() -> BTreeMap<String, BTreeSet<String>> {
    let mut pages = BTreeMap::new();
    for (name, text) in texts() {
        let Some(page) = name.strip_prefix("docs/") else { continue };
        let mut anchors = BTreeSet::new();
        let mut in_code = false;
        for line in text.lines() {
            in_code ^= line.starts_with("```");
            if let Some(heading) = line.strip_prefix('#').filter(|_| !in_code) {
                let anchor = anchor(heading.trim_start_matches('#'));
                assert!(anchors.insert(anchor.clone()), "{name}: two sections #{anchor}");
            }
        }
        pages.insert(page.to_owned(), anchors);
    }
    pages
}

/// The letters of an anchor at the start of `text`, and what follows.
fn split_anchor(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len()))
}

/// Citations `docs/page.md`, `docs/page.md#section` and `docs/page.md#section, #another`: the page, and its sections.
fn citations(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for (start, folder) in text.match_indices("docs/") {
        let (page, mut rest) = split_anchor(&text[start + folder.len()..]);
        let Some(after) = rest.strip_prefix(".md").filter(|_| !page.is_empty()) else { continue };
        rest = after;
        let mut sections = Vec::new();
        let mut next = "#";
        while let Some(section) = rest.strip_prefix(next) {
            let (section, after) = split_anchor(section);
            sections.push(section.to_owned());
            (rest, next) = (after, ", #");
        }
        found.push((format!("{page}.md"), sections));
    }
    found
}

#[test]
fn every_cited_section_exists() {
    let pages = pages();
    for page in ["model.md", "cases.md", "glossary.md"] {
        assert!(pages.contains_key(page), "docs/{page} is missing");
    }
    let mut sections = 0;
    for (file, text) in texts().iter().filter(|(file, _)| file != "tests/documents.rs") {
        for (page, cited) in citations(text) {
            let anchors = pages.get(&page).unwrap_or_else(|| panic!("{file}: there is no docs/{page}"));
            sections += cited.len();
            for section in cited {
                assert!(anchors.contains(&section), "{file}: docs/{page} has no section #{section}");
            }
        }
    }
    assert!(sections >= 100, "only {sections} sections are cited");
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    let pages = pages();
    let mut links = 0;
    for (file, text) in texts() {
        let Some(own) = file.strip_prefix("docs/") else { continue };
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            links += 1;
            let (path, section) = link.split_once('#').unwrap_or((link, ""));
            let page = if path.is_empty() { own } else { path };
            assert!(root().join("docs").join(page).exists(), "{file}: {link}");
            assert!(section.is_empty() || pages.get(page).is_some_and(|anchors| anchors.contains(section)), "{file}: {link}");
        }
    }
    assert!(links > 50, "only {links} links");
}

#[test]
fn sources_named_in_the_pages_exist() {
    let mut paths = 0;
    for (file, text) in texts().iter().filter(|(file, _)| file.starts_with("docs/")) {
        for word in text.split('`').skip(1).step_by(2) {
            let is_path = ["src/", "tests/", "scenarios/"].iter().any(|start| word.starts_with(start));
            if is_path {
                paths += 1;
                assert!(root().join(word).exists(), "{file}: {word}");
            }
        }
    }
    assert!(paths > 5, "only {paths} paths");
}

#[test]
fn no_source_lies_outside_the_repository() {
    let outside = ["MODEL", "CASES", "DESIGN"].map(|name| format!("{name}.md"));
    let texts = texts();
    assert!(texts.len() > 300, "only {} files", texts.len());
    for (file, text) in &texts {
        for name in &outside {
            assert!(!text.contains(name.as_str()), "{file}: {name} is not in the repository");
        }
    }
}

/// Every parameter of the rules as a scenario file sets it, `table.field`, and its default, read off the guide for authors.
fn parameters() -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut table = None;
    for line in rapport::scenario::listing().lines() {
        if !line.starts_with(' ') {
            table = line.strip_prefix("rules: (").and_then(|rest| rest.split(':').next()).map(str::to_owned);
        } else if let (Some(table), Some(field)) = (&table, line.strip_prefix("  ").filter(|rest| !rest.starts_with(' '))) {
            let mut parts = field.splitn(3, "  ");
            parameters.push((format!("{table}.{}", parts.next().unwrap()), parts.next().unwrap().to_owned()));
        }
    }
    parameters
}

#[test]
fn the_model_page_names_every_parameter_with_its_default() {
    let page = fs::read_to_string(root().join("docs/model.md")).unwrap();
    let parameters = parameters();
    assert!(parameters.len() > 300, "only {} parameters", parameters.len());
    for (name, default) in &parameters {
        let row = page.lines().find_map(|line| line.strip_prefix(&format!("| `{name}` | ")));
        let stated = row.unwrap_or_else(|| panic!("docs/model.md has no row for `{name}`")).split(" | ").next().unwrap_or_default();
        assert_eq!(stated, default, "docs/model.md: {name}");
    }
    // what the rules no longer have is no longer told
    let names: BTreeSet<&str> = parameters.iter().map(|(name, _)| name.as_str()).collect();
    let is_name = |word: &str| word.split_once('.').is_some_and(|(table, field)| names.iter().any(|n| n.starts_with(&format!("{table}."))) && field != "md");
    for word in page.split('`').skip(1).step_by(2).filter(|word| is_name(word)) {
        assert!(names.contains(word), "docs/model.md: {word} is no parameter");
    }
}
