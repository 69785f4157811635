//! Other names for a scenario's companies and products, where the case's own are not wanted.

use crate::sim::scenario::{Scenario, Text};
use std::sync::Arc;

/// Replaces the names of `Scenario::fictional` in every text of the scenario. Ids stay, so luck and logs stay the same.
pub fn disguise(scenario: &mut Scenario) {
    let english = Names::new(scenario.fictional.iter().map(|(from, to)| (&from.en, &to.en)));
    let chinese = Names::new(scenario.fictional.iter().map(|(from, to)| (&from.zh, &to.zh)));
    for text in texts(scenario) {
        *text = Text::new(english.replaced(&text.en), chinese.replaced(&text.zh));
    }
}

/// Every text a player may see.
fn texts(scenario: &mut Scenario) -> Vec<&mut Text> {
    let guide = Arc::make_mut(&mut scenario.guide);
    let mut list = vec![&mut guide.title, &mut guide.summary, &mut guide.lesson];
    list.extend(guide.industries.iter_mut().chain(&mut guide.attributes).chain(&mut guide.rivals).map(|thing| &mut thing.name));
    list.extend(guide.words.iter_mut().map(|(_, text)| text));
    list.extend(guide.channels.iter_mut().map(|channel| &mut channel.name));
    list.extend(guide.products.iter_mut().map(|product| &mut product.name));
    list.extend(guide.need_classes.iter_mut().map(|class| &mut class.name));
    list.extend(&mut guide.staff);
    list.extend(guide.media.iter_mut().map(|medium| &mut medium.name));
    for customer in &mut scenario.customers {
        list.extend([&mut customer.name, &mut customer.token, &mut customer.profile]);
        list.extend(customer.contacts.iter_mut().map(|contact| &mut contact.name));
    }
    list.extend(scenario.market.names.iter_mut().flat_map(|(name, token)| [name, token]));
    list.extend(&mut scenario.market.contact_names);
    list.extend(scenario.market.name_parts.iter_mut().chain(&mut scenario.market.contact_parts).flatten());
    for event in &mut scenario.events {
        list.extend([&mut event.title, &mut event.body]);
    }
    list
}

/// Names of one language, longest first, so that a part of a name never replaces the whole.
struct Names(Vec<(Arc<str>, Arc<str>)>);

impl Names {
    fn new<'n>(pairs: impl Iterator<Item = (&'n Arc<str>, &'n Arc<str>)>) -> Self {
        let mut list: Vec<(Arc<str>, Arc<str>)> = pairs.map(|(from, to)| (from.clone(), to.clone())).filter(|(from, _)| !from.is_empty()).collect();
        list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Names(list)
    }

    /// One pass, so that a new name is not replaced in its turn.
    fn replaced(&self, text: &str) -> String {
        let mut result = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(c) = rest.chars().next() {
            match self.0.iter().find(|(from, _)| names_here(before, from, rest)) {
                Some((from, to)) => {
                    result.push_str(to);
                    rest = &rest[from.len()..];
                    before = from.chars().last();
                }
                None => {
                    result.push(c);
                    rest = &rest[c.len_utf8()..];
                    before = Some(c);
                }
            }
        }
        result
    }
}

/// Whether the text begins with the name, and not in the middle of a Latin word.
fn names_here(before: Option<char>, name: &str, text: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let Some(after) = text.strip_prefix(name) else { return false };
    let cuts_start = letter(before) && letter(name.chars().next());
    let cuts_end = letter(name.chars().last()) && letter(after.chars().next());
    !cuts_start && !cuts_end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins_and_new_names_stay() {
        let pairs: Vec<(Arc<str>, Arc<str>)> =
            [("New Era Network", "Harbour Lights"), ("New Era", "Harbour"), ("HP", "Dell"), ("Dell", "Oak"), ("NE", "HL"), ("新网", "港湾")]
                .map(|(a, b)| (a.into(), b.into()))
                .into();
        let names = Names::new(pairs.iter().map(|(a, b)| (a, b)));
        for (from, to) in [
            ("New Era Network buys from Dell, not HP.", "Harbour Lights buys from Oak, not Dell."),
            ("Dellwood, NEW, PHP", "Dellwood, NEW, PHP"),
            ("NE", "HL"),
            ("去新网，HP的价", "去港湾，Dell的价"),
        ] {
            assert_eq!(names.replaced(from), to);
        }
    }
}
