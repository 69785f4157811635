//! The stylised facts of docs/model.md#facts: each reads the boards and says what it found and whether that is enough.

mod case;
mod fairness;
mod mechanisms;
mod months;
mod promises;
mod story;
mod strategies;

pub(super) use strategies::Rivalry;

use super::observation::{Bids, Observation, Outcome};
use super::verdict::{Asked, Finding};
use super::{Value, variants};
use crate::bots::BotKind;
use crate::sim::scenario::Scenario;
use std::ops::Range;
use std::sync::Arc;

/// Boards of one group: what a class that plays several boards sees.
pub const GROUP: usize = 5;

/// What facts are judged on.
pub struct Evidence<'a> {
    /// What the bots played; it decides which facts it is held to.
    pub scenario: &'a Arc<Scenario>,
    /// Seeds of the boards, the end not included.
    pub seeds: Range<u64>,
    /// What was seen on each seed, in the order of the seeds.
    pub boards: &'a [Observation],
}

impl Evidence<'_> {
    fn of(&self, kind: BotKind) -> impl Iterator<Item = &Outcome> {
        self.boards.iter().filter_map(move |b| b.bots.get(kind as usize))
    }

    /// Share of the boards with an order of the main customer on which it was never lost.
    fn kept(&self, kind: BotKind) -> f64 {
        kept_given_trial(self.of(kind))
    }

    fn mean(&self, kind: BotKind, figure: impl Fn(&Outcome) -> f64) -> f64 {
        mean(self.of(kind).map(figure))
    }

    /// The boards of the first so many seeds.
    fn first(&self, seeds: u64) -> impl Iterator<Item = &Observation> {
        let end = self.seeds.start.saturating_add(seeds);
        self.boards.iter().filter(move |board| board.seed < end)
    }

    /// Share of the boards on which `a` is worth more than `b`.
    fn beats(&self, a: BotKind, b: BotKind) -> f64 {
        mean(self.of(a).zip(self.of(b)).map(|(a, b)| f64::from(u8::from(a.worth > b.worth))))
    }

    fn rate(&self, kind: BotKind, bids: impl Fn(&Outcome) -> Bids) -> f64 {
        let (mut won, mut decided) = (0u64, 0u64);
        for bids in self.of(kind).map(bids) {
            won += u64::from(bids.won);
            decided += u64::from(bids.decided);
        }
        ratio(won as f64, decided as f64)
    }
}

/// Share of the games with an order of the main customer in which it was never lost.
#[must_use]
pub fn kept_given_trial<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> f64 {
    let (mut won, mut kept) = (0u32, 0u32);
    for outcome in outcomes.filter(|o| o.trial_won) {
        won += 1;
        kept += u32::from(outcome.kept);
    }
    ratio(f64::from(kept), f64::from(won))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    ratio(sum, count)
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// Every fact of the model that the scenario can be held to, in the order of the model's table. A scenario that does not
/// tell the story of a main customer is held to what must be so in any market.
#[must_use]
pub(super) fn all(e: &Evidence, rivalry: &Rivalry) -> Vec<Finding> {
    let mut facts = Vec::new();
    if variants::tells_the_story(e.scenario) {
        story::main_customer(e, &mut facts);
        story::resignation(e, &mut facts);
        promises::promises(e, &mut facts);
        strategies::comparisons(e, &mut facts);
        strategies::crowd(e, rivalry, &mut facts);
        strategies::hunting(e, &mut facts);
        strategies::ranks(e, &mut facts);
        fairness::fairness(e, &mut facts);
        mechanisms::word_of_mouth(e, &mut facts);
        mechanisms::numbers(e, &mut facts);
        mechanisms::problem(e, &mut facts);
        mechanisms::pareto(e, &mut facts);
        mechanisms::funnel(e, &mut facts);
        mechanisms::calls(e, &mut facts);
        mechanisms::retention_pays(&mut facts);
        mechanisms::phases(e, &mut facts);
        strategies::care(e, &mut facts);
        months::answers(e, &mut facts);
        if e.of(BotKind::Balanced).any(|o| !o.own_orders.is_empty()) {
            case::followed(e, &mut facts);
            case::forgotten(e, &mut facts);
            case::earned(e, &mut facts);
            case::played(e, &mut facts);
        }
    } else {
        strategies::doing_something_pays(e, &mut facts);
        strategies::ranks(e, &mut facts);
        fairness::fairness(e, &mut facts);
        mechanisms::retention_pays(&mut facts);
        mechanisms::phases(e, &mut facts);
        months::clicking(e, &mut facts);
    }
    case::reasons(e, &mut facts);
    facts
}

fn one(facts: &mut Vec<Finding>, id: &str, what: &str, threshold: &str, value: f64, asked: impl IntoIterator<Item = Asked>) {
    let asked = asked.into_iter().collect();
    facts.push(Finding { id: id.to_owned(), what: what.to_owned(), value: Value::One(value), threshold: threshold.to_owned(), asked });
}

fn several(facts: &mut Vec<Finding>, id: &str, what: &str, threshold: &str, values: Vec<f64>, asked: impl IntoIterator<Item = Asked>) {
    let asked = asked.into_iter().collect();
    facts.push(Finding { id: id.to_owned(), what: what.to_owned(), value: Value::Several(values), threshold: threshold.to_owned(), asked });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_counts_only_games_with_an_order() {
        let game = |trial_won, kept| Outcome { trial_won, kept, ..Outcome::default() };
        let games = [game(true, true), game(true, false), game(true, true), game(false, true), game(false, false), game(true, true)];
        assert_eq!(kept_given_trial(games.iter()), 0.75);
        assert_eq!(kept_given_trial([].iter()), 0.0);
    }
}
