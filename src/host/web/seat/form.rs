//! What forms of a seat's page hold, and what comes back from them.

use crate::sim::units::Round;

/// Something that a form does with one button.
#[derive(Clone, Debug, Default)]
pub struct Does {
    /// What kind of thing.
    pub act: &'static str,
    /// Which one.
    pub what: String,
    /// What the button says.
    pub name: String,
}

/// Something to be set.
#[derive(Clone, Debug)]
pub struct Field {
    /// By which it is sent.
    pub name: String,
    /// What it is.
    pub label: String,
    /// What it means; may be empty.
    pub hint: String,
    /// How it is set.
    pub input: Input,
}

/// How a field is set.
#[derive(Clone, Debug)]
pub enum Input {
    /// A number with its lowest, its highest and its steps.
    Number { value: f64, low: f64, high: f64, step: f64 },
    /// One of these.
    One(Vec<Choice>),
    /// Any of these.
    Some(Vec<Choice>),
    /// Not at all: it stands above those that follow.
    Heading,
}

/// One of several values.
#[derive(Clone, Debug)]
pub struct Choice {
    /// As it is sent.
    pub value: usize,
    /// As it is read.
    pub text: String,
    /// It is the one that holds now.
    pub on: bool,
}

/// A form with fields.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What is set.
    pub title: String,
    /// What it is good for.
    pub lead: String,
    /// What can be set.
    pub fields: Vec<Field>,
    /// What it comes to as it is set now, a line each.
    pub told: Vec<String>,
    /// What it cannot keep.
    pub warnings: Vec<String>,
    /// Sends it.
    pub does: Does,
    /// Where nothing is done; empty where there is no such place.
    pub leave: String,
}

impl Sheet {
    /// What it comes to changes with its fields.
    pub fn is_checked(&self) -> bool {
        !self.told.is_empty()
    }
}

/// What a form of the page sends.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// That the form is one of ours.
    pub key: String,
    /// Whose page it was on.
    pub seat: u16,
    /// The month that it was made for.
    pub round: Round,
    /// Of the plans of the roles that are played there, in their order.
    pub revisions: Vec<u32>,
    /// Sent twice, done once.
    pub request: String,
    /// What is wanted: an item of the agenda, an offer, a card, all of a plan.
    pub act: String,
    /// Which one.
    pub what: String,
    /// Where the page was.
    pub back: String,
    /// The values of fields, by name.
    pub fields: Vec<(String, String)>,
}

/// The names of fields begin so.
pub const FIELD: &str = "f-";

impl Sent {
    /// What was sent; None where something is missing, twice there, or none of ours.
    pub fn read(pairs: Vec<(String, String)>) -> Option<Sent> {
        let mut sent = Sent::default();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in pairs {
            if let Some(field) = name.strip_prefix(FIELD) {
                sent.fields.push((field.to_owned(), value));
                continue;
            }
            match name.as_str() {
                "key" => sent.key = value,
                "seat" => sent.seat = value.parse().ok()?,
                "round" => sent.round = Round(value.parse().ok()?),
                "revisions" => sent.revisions = read_revisions(&value)?,
                "request" => sent.request = value,
                "act" => sent.act = value,
                "what" => sent.what = value,
                "back" => sent.back = value,
                _ => return None,
            }
            if seen.contains(&name) {
                return None;
            }
            seen.push(name);
        }
        let is_whole = ["key", "seat", "request", "act"].iter().all(|name| seen.iter().any(|seen| seen == name));
        is_whole.then_some(sent)
    }
}

/// Revisions as a form carries them.
pub fn revisions(list: &[u32]) -> String {
    list.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn read_revisions(sent: &str) -> Option<Vec<u32>> {
    sent.split('.').filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Option<Sent> {
        Sent::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_is_read_whole_or_not_at_all() {
        let whole = [("key", "k"), ("seat", "1"), ("request", "r"), ("act", "submit"), ("revisions", "3.12"), ("f-hours", "2.5")];
        let sent = read(&whole).expect("whole");
        assert_eq!((sent.seat, sent.revisions.as_slice(), sent.fields[0].0.as_str()), (1, &[3, 12][..], "hours"));
        assert_eq!(read_revisions(&revisions(&[3, 12])), Some(vec![3, 12]));
        for place in 0..4 {
            let mut less = whole.to_vec();
            less.remove(place);
            assert!(read(&less).is_none(), "without {}", whole[place].0);
        }
        for more in [("act", "withdraw"), ("other", "1")] {
            assert!(read(&[&whole[..], &[more]].concat()).is_none(), "{more:?}");
        }
        assert!(read(&[("key", "k"), ("seat", "x"), ("request", "r"), ("act", "submit")]).is_none());
    }
}
