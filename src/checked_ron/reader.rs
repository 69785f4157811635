//! Reads typed values from the tree and collects every mistake on the way.
//!
//! A reader answers None after it has said what is wrong, or where something is broken that was complained about before;
//! so one mistake is one message. A field that is missing is read like any other, from a stand-in, and the reader of its
//! value says what it would have liked.

use super::Wanted;
use super::issue::{ENOUGH, Finding, Place, quoted, short};
use super::scan::unseen;
use super::tree::{Field, Kind, MISSING, Node};
use std::collections::BTreeMap;

/// A value of the tree with its path, as `shelves[top].boxes`.
#[derive(Clone)]
pub struct At<'t> {
    pub node: &'t Node,
    pub place: Place,
    pub path: String,
}

impl<'t> At<'t> {
    pub fn root(node: &'t Node) -> Self {
        At { node, place: node.place, path: String::new() }
    }

    /// The value at the end of a way through named fields; as far as the way goes.
    pub fn dig(&self, names: &[&str]) -> Self {
        let mut at = self.clone();
        for name in names {
            let step = format!(".{name}");
            let place = at.place;
            at = match &at.node.kind {
                Kind::Record(_, fields) => match fields.iter().find(|field| field.name == *name) {
                    Some(field) => at.child(&field.value, &step),
                    None => At { place, ..at.child(at.node, &step) },
                },
                _ => At { place, ..at.child(at.node, &step) },
            };
        }
        at
    }

    fn child(&self, node: &'t Node, step: &str) -> Self {
        let path = if self.path.is_empty() { step.trim_start_matches('.').to_owned() } else { format!("{}{step}", self.path) };
        At { node, place: node.place, path }
    }
}

/// The fields of a group while they are being read.
pub struct Record<'t> {
    pub at: At<'t>,
    fields: &'t [Field],
    asked: Vec<&'static str>,
}

/// The ids of a list, to look references up in.
pub struct Ids {
    what: &'static str,
    /// None where the list itself could not be read; then references are not checked.
    names: Option<Vec<String>>,
}

impl Ids {
    pub fn unknown(what: &'static str) -> Self {
        Ids { what, names: None }
    }

    /// By place; empty where an id could not be read.
    pub fn list(&self) -> impl ExactSizeIterator<Item = &str> {
        self.names.iter().flatten().map(|name| if is_id(name) { name.as_str() } else { "" }).collect::<Vec<_>>().into_iter()
    }
}

pub struct Reader {
    pub findings: Vec<Finding>,
    wanted: Wanted,
}

impl Reader {
    /// Goes on collecting where the parser left off.
    pub fn new(wanted: Wanted, findings: Vec<Finding>) -> Self {
        Reader { findings, wanted }
    }

    pub fn complain(&mut self, at: &At<'_>, problem: impl Into<String>, allowed: impl Into<String>) {
        if self.findings.len() <= ENOUGH {
            let field = if at.path.is_empty() { "file".to_owned() } else { at.path.clone() };
            self.findings.push(Finding { place: at.place, field, problem: problem.into(), allowed: allowed.into() });
        }
    }

    /// The value is of another type than `allowed` says; silent about what was complained of before.
    pub fn mistyped<T>(&mut self, at: &At<'_>, allowed: impl Into<String>) -> Option<T> {
        if at.node.kind != Kind::Broken {
            self.complain(at, at.node.describe(), allowed);
        }
        None
    }

    // groups

    pub fn record<'t>(&mut self, at: &At<'t>) -> Option<Record<'t>> {
        match &at.node.kind {
            Kind::Record(_, fields) => Some(self.fields(at, fields)),
            _ => self.mistyped(at, "a group of fields `(name: value, ...)`"),
        }
    }

    /// The fields in the brackets of a variant such as `Need(...)`.
    pub fn fields<'t>(&mut self, at: &At<'t>, fields: &'t [Field]) -> Record<'t> {
        let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
        for field in fields {
            if let Some(first) = seen.get(field.name.as_str()) {
                let again = At { place: field.place, ..at.child(&field.value, &format!(".{}", short(&field.name))) };
                self.complain(&again, format!("given twice, first at {first}"), "each field once");
            } else {
                seen.insert(&field.name, field.place);
            }
        }
        Record { at: at.clone(), fields, asked: Vec::new() }
    }

    /// A field that must be there.
    pub fn need<'t, T>(&mut self, record: &mut Record<'t>, name: &'static str, read: impl FnOnce(&mut Self, &At<'t>) -> Option<T>) -> Option<T> {
        let missing = At { node: &MISSING, place: record.at.place, path: record.at.child(&MISSING, &format!(".{name}")).path };
        let at = record.field(name).unwrap_or(missing);
        read(self, &at)
    }

    /// A field that may be left out; None if it is, or if it is wrong.
    pub fn may<'t, T>(&mut self, record: &mut Record<'t>, name: &'static str, read: impl FnOnce(&mut Self, &At<'t>) -> Option<T>) -> Option<T> {
        let at = record.field(name)?;
        read(self, &at)
    }

    /// Complains of fields nobody asked for. Call it when all fields have been read.
    pub fn close(&mut self, record: &Record<'_>) {
        for field in record.fields {
            if self.findings.len() <= ENOUGH && !record.asked.contains(&field.name.as_str()) {
                let at = At { place: field.place, ..record.at.child(&field.value, &format!(".{}", short(&field.name))) };
                let nearest = nearest(&field.name, record.asked.iter().copied());
                let meant = nearest.map(|name| record.at.child(&MISSING, &format!(".{name}")).path);
                // a name misspelt is one mistake, not a missing field besides
                self.findings.retain(|f| f.problem != MISSING.describe() || f.place != record.at.place || Some(&f.field) != meant.as_ref());
                self.complain(&at, format!("unknown field{}", guess(nearest)), listed(record.asked.iter().copied(), self.wanted.names));
            }
        }
    }

    // lists

    /// The values of a list that holds 1 to `most`; named by their `id` where they have one.
    pub fn items<'t>(&mut self, at: &At<'t>, most: usize) -> Option<Vec<At<'t>>> {
        let allowed = format!("a list `[...]` of 1 to {most}");
        let Kind::List(items) = &at.node.kind else { return self.mistyped(at, allowed) };
        if items.is_empty() {
            self.complain(at, "an empty list", allowed);
            return None;
        }
        if items.len() > most {
            self.complain(at, format!("a list of {}", items.len()), allowed);
            return None;
        }
        let step = |i: usize, node: &Node| match id_of(node) {
            Some(id) if is_id(id) => format!("[{id}]"),
            _ => format!("[{}]", i + 1),
        };
        Some(items.iter().enumerate().map(|(i, node)| at.child(node, &step(i, node))).collect())
    }

    /// The values of a list, each read by `read`; None if any is wrong.
    pub fn list<'t, T>(&mut self, at: &At<'t>, most: usize, mut read: impl FnMut(&mut Self, &At<'t>) -> Option<T>) -> Option<Vec<T>> {
        let items = self.items(at, most)?;
        let read: Vec<Option<T>> = items.iter().map(|item| read(self, item)).collect();
        read.into_iter().collect()
    }

    /// Keys and values of a map that is not empty, both by their places.
    pub fn pairs<'t>(&mut self, at: &At<'t>) -> Option<Vec<(At<'t>, At<'t>)>> {
        let allowed = "a map `{ \"id\": value, ... }`";
        match &at.node.kind {
            Kind::Map(pairs) if pairs.is_empty() => {
                self.complain(at, "an empty map", allowed);
                None
            }
            Kind::Map(pairs) => {
                let step = |key: &Node| match &key.kind {
                    Kind::Text(key) if is_id(key) => format!("[{key}]"),
                    _ => "[...]".to_owned(),
                };
                Some(pairs.iter().map(|(key, value)| (at.child(key, &step(key)), at.child(value, &step(key)))).collect())
            }
            _ => self.mistyped(at, allowed),
        }
    }

    /// The ids of listed things, in order; complains of the same id twice.
    pub fn ids(&mut self, items: Option<&[At<'_>]>, what: &'static str) -> Ids {
        let Some(items) = items else { return Ids::unknown(what) };
        let names: Vec<String> = items.iter().map(|item| id_of(item.node).unwrap_or_default().to_owned()).collect();
        let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
        for (item, name) in items.iter().zip(&names) {
            match seen.get(name.as_str()) {
                _ if name.is_empty() => {}
                Some(first) => self.complain(item, format!("the id {} is taken by the {what} at {first}", quoted(name)), "each id once"),
                None => {
                    seen.insert(name, item.place);
                }
            }
        }
        Ids { what, names: Some(names) }
    }

    // values

    pub fn id(&mut self, at: &At<'_>) -> Option<String> {
        let allowed = "1 to 40 of a-z, 0-9 and `_`, in quotes";
        match &at.node.kind {
            Kind::Text(id) if is_id(id) => Some(id.clone()),
            _ => self.mistyped(at, allowed),
        }
    }

    /// The place of an id in its list.
    pub fn known(&mut self, at: &At<'_>, ids: &Ids) -> Option<usize> {
        let what = ids.what;
        let Kind::Text(id) = &at.node.kind else { return self.mistyped(at, format!("the id of a {what}, in quotes")) };
        let names = ids.names.as_ref()?;
        let found = names.iter().position(|name| name == id && !name.is_empty());
        if found.is_none() {
            let names = names.iter().map(String::as_str).filter(|name| is_id(name));
            let hint = did_you_mean(id, names.clone());
            self.complain(at, format!("there is no {what} {}{hint}", quoted(id)), listed(names, ""));
        }
        found
    }

    /// One of the names the program itself gives to things, in quotes.
    pub fn named<'n>(&mut self, at: &At<'_>, what: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<&'n str> {
        let Kind::Text(id) = &at.node.kind else { return self.mistyped(at, format!("the id of a {what}, in quotes")) };
        let found = names.clone().find(|name| name == id);
        if found.is_none() {
            let hint = did_you_mean(id, names.clone());
            self.complain(at, format!("there is no {what} {}{hint}", quoted(id)), listed(names, self.wanted.names));
        }
        found
    }

    pub fn number(&mut self, at: &At<'_>, low: f64, high: f64) -> Option<f64> {
        let allowed = format!("a number from {low} to {high}");
        match at.node.kind {
            Kind::Number(value) if (low..=high).contains(&value) => Some(value),
            _ => self.mistyped(at, allowed),
        }
    }

    pub fn whole(&mut self, at: &At<'_>, low: u32, high: u32) -> Option<u32> {
        let allowed = format!("a whole number from {low} to {high}");
        match at.node.kind {
            Kind::Number(value) if (f64::from(low)..=f64::from(high)).contains(&value) && value.fract() == 0.0 => Some(value as u32),
            _ => self.mistyped(at, allowed),
        }
    }

    /// A whole number that is kept small; `high` is at most 65,535.
    pub fn small(&mut self, at: &At<'_>, low: u16, high: u16) -> Option<u16> {
        self.whole(at, low.into(), high.into()).and_then(|value| u16::try_from(value).ok())
    }

    pub fn truth(&mut self, at: &At<'_>) -> Option<bool> {
        match at.node.kind {
            Kind::Bool(value) => Some(value),
            _ => self.mistyped(at, "`true` or `false`"),
        }
    }

    /// `Some(value)`, the value alone, or `None`.
    pub fn option<'t, T>(&mut self, at: &At<'t>, read: impl FnOnce(&mut Self, &At<'t>) -> Option<T>) -> Option<T> {
        match &at.node.kind {
            Kind::Option(None) => None,
            Kind::Option(Some(inside)) => read(self, &At { node: inside, place: inside.place, path: at.path.clone() }),
            _ => read(self, at),
        }
    }

    /// One of several names.
    pub fn choice<T: Copy>(&mut self, at: &At<'_>, choices: &[(&'static str, T)]) -> Option<T> {
        let Kind::Word(word) = &at.node.kind else { return self.mistyped(at, listed(choices.iter().map(|c| c.0), self.wanted.names)) };
        let found = choices.iter().find(|(name, _)| name == word).map(|c| c.1);
        if found.is_none() {
            self.unknown_choice(at, word, choices.iter().map(|c| c.0));
        }
        found
    }

    pub fn unknown_choice<'n>(&mut self, at: &At<'_>, word: &str, names: impl Iterator<Item = &'n str> + Clone) {
        let hint = did_you_mean(word, names.clone());
        self.complain(at, format!("unknown choice {}{hint}", quoted(word)), listed(names, self.wanted.names));
    }

    /// A text that may be wrapped over lines of the file; `joint` goes between them, an empty line begins a new paragraph.
    pub fn words(&mut self, at: &At<'_>, longest: usize, joint: &str) -> Option<String> {
        let allowed = format!("a text of 1 to {longest} characters in quotes");
        let Kind::Text(text) = &at.node.kind else { return self.mistyped(at, allowed) };
        let mut flowing = String::new();
        let mut before: Option<&str> = None;
        for line in text.split('\n').map(str::trim) {
            match before {
                Some(last) if !line.is_empty() && !flowing.is_empty() => flowing.push_str(if last.is_empty() { "\n\n" } else { joint }),
                _ => {}
            }
            flowing.push_str(line);
            before = Some(line);
        }
        let length = flowing.chars().count();
        if flowing.chars().any(char::is_control) && flowing.replace('\n', "").chars().any(char::is_control) {
            self.complain(at, "control characters in the text", allowed);
            return None;
        }
        // two of them are how some scripts and pictures are written
        if let Some(c) = flowing.chars().find(|&c| unseen(c) && !matches!(c, '\u{200c}' | '\u{200d}')) {
            self.complain(at, format!("a sign that does not show, {}, in the text", c.escape_unicode()), allowed);
            return None;
        }
        match length {
            0 => {
                self.complain(at, "an empty text", allowed);
                None
            }
            _ if length > longest => {
                self.complain(at, format!("a text of {length} characters"), allowed);
                None
            }
            _ => Some(flowing),
        }
    }
}

impl<'t> Record<'t> {
    /// The field of this name, if it is there; remembers that it was asked for.
    pub fn field(&mut self, name: &'static str) -> Option<At<'t>> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let field = self.fields.iter().find(|field| field.name == name)?;
        Some(self.at.child(&field.value, &format!(".{name}")))
    }

    /// The field, or the whole group where it is left to its default: a place to complain of its value.
    pub fn blame(&self, name: &str) -> At<'t> {
        self.at.dig(&[name])
    }
}

fn id_of(node: &Node) -> Option<&str> {
    let Kind::Record(_, fields) = &node.kind else { return None };
    fields.iter().find(|field| field.name == "id").and_then(|field| match &field.value.kind {
        Kind::Text(id) => Some(id.as_str()),
        _ => None,
    })
}

fn is_id(id: &str) -> bool {
    (1..=40).contains(&id.len()) && id.chars().all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// A hint for whoever wrote `word` where one of `names` was meant; empty where none is near.
#[must_use]
pub fn did_you_mean<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> String {
    guess(nearest(word, names))
}

fn guess(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(" (did you mean `{name}`?)"))
}

/// The known name that was probably meant.
#[must_use]
pub fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const LONGEST: usize = 64;
    const ALIKE: f64 = 0.6;
    if word.len() > LONGEST {
        return None;
    }
    let alike = |name: &str| strsim::normalized_damerau_levenshtein(&word.to_lowercase(), &name.to_lowercase());
    names
        .filter(|name| (1..=LONGEST).contains(&name.len()))
        .map(|name| (alike(name), name))
        .filter(|(score, _)| *score >= ALIKE)
        .fold(None, |best, (score, name)| match best {
            Some((most, _)) if most >= score => best,
            _ => Some((score, name)),
        })
        .map(|(_, name)| name)
}

/// Names for a message; the rest of a long list is left out, and `rest` says where it is.
fn listed<'n>(names: impl Iterator<Item = &'n str>, rest: &str) -> String {
    const SHOWN: usize = 40;
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    let mut line = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        line = format!("{line} and {} more{rest}", names.len() - SHOWN);
    }
    if line.is_empty() { "nothing".into() } else { line }
}
