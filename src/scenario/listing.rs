//! Everything a scenario file may turn, as text: the numbers of the model, the knobs of bots, the measures of facts.
//!
//! Read off the same declarations that files are read by, so that it cannot be out of date.

use super::facts::Measure;
use super::guide::{LUCK, MAX_LUCK};
use super::rules::{self, Group};
use crate::bots::{Allowed, BotKind, Policy};
use crate::checked_ron;
use std::fmt::Write;

/// The groups of `rules`, in the order in which they are read.
fn groups() -> Vec<Group> {
    checked_ron::read("", b"()", super::WANTED, rules::groups).unwrap_or_default()
}

/// The text of `rapport check --fields`.
#[must_use]
pub fn listing() -> String {
    let mut text = String::new();
    heading(&mut text, "(...)");
    line(&mut text, "luck", &format!("{LUCK}  [0 to {MAX_LUCK} whole]"), "The case's own number: that of a game whose set-up names none.");
    for (group, fields) in groups() {
        heading(&mut text, &format!("rules: ({group}: (...))"));
        for field in fields {
            let default: Vec<String> = field.default.iter().map(ToString::to_string).collect();
            let default = if field.len == 1 { default.concat() } else { format!("[{}]", default.join(", ")) };
            let whole = if field.whole { " whole" } else { "" };
            line(&mut text, field.name, &format!("{default}  [{} to {}{whole}]", field.low, field.high), field.doc);
        }
    }
    heading(&mut text, "facts: policies: (bot: \"...\", ...)");
    let bots: Vec<&str> = BotKind::ALL.iter().map(|kind| kind.id()).collect();
    line(&mut text, "bot", &bots.join(", "), "Whose settings hold for the knobs that are left out.");
    for knob in Policy::knobs() {
        let allowed = match knob.allowed {
            Allowed::Truth => "true, false".to_owned(),
            Allowed::Whole { low, high } => format!("{low} to {high} whole"),
            Allowed::Number { low, high } => format!("{low} to {high}"),
            Allowed::Yuan { low, high } => format!("{low} to {high} yuan"),
            Allowed::Word(words) => words.join(", "),
        };
        line(&mut text, knob.name, &format!("[{allowed}]"), knob.doc);
    }
    heading(&mut text, "facts: measure");
    for (word, _, doc) in Measure::ALL {
        line(&mut text, word, "", doc.trim());
    }
    text
}

fn heading(text: &mut String, title: &str) {
    let gap = if text.is_empty() { "" } else { "\n" };
    // a String takes whatever is written
    let _ = writeln!(text, "{gap}{title}");
}

fn line(text: &mut String, name: &str, value: &str, doc: &str) {
    let value = if value.is_empty() { String::new() } else { format!("  {value}") };
    let _ = writeln!(text, "  {name}{value}\n      {doc}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_knob_and_measure_is_listed() {
        // the reader's own answer to a name it does not know is the list of those it does
        let issues = super::super::read("x", br#"(rules: (zzz: ()))"#).expect_err("nothing else is given");
        let refused = issues.iter().find(|issue| issue.field == "rules.zzz").expect("it is refused");
        let groups: Vec<&str> = groups().iter().map(|(name, _)| *name).collect();
        assert_eq!(refused.allowed.split(", ").collect::<Vec<_>>(), groups);
        let text = listing();
        assert!(text.contains("\n  role_hours  120  [1 to 400]\n      Productive hours of a person in a month.\n"), "{text}");
        assert!(text.contains("\n  class_shares  [0.7, 0.25, 0.05]  [0 to 1]\n") && text.contains("\n  max_decisions  8  [1 to 60 whole]\n"));
        assert!(text.starts_with("(...)\n  luck  1  [0 to 999999 whole]\n"), "{text}");
        assert!(Policy::knobs().iter().all(|knob| text.contains(&format!("\n  {}  [", knob.name))));
        assert!(Measure::ALL.iter().all(|(word, ..)| text.contains(&format!("\n  {word}\n"))));
    }
}
