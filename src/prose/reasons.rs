//! Why a number is what it is: what changed it lately, with each cause's direction and share; exact figures at the end.

use super::names;
use super::wording::Prose;
use crate::sim::journal::effect::{Cause, Effect, Measure};
use crate::sim::units::{CustomerId, Round};
use crate::words::signed;

/// The most causes shown; the smallest are summed up.
const MOST: usize = 5;

/// Why a number is what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons {
    /// The name of the number and the month of its change.
    pub subject: String,
    /// Before and after, in points, where the team may know: not of satisfaction before the end.
    pub from_to: Option<(f64, f64)>,
    /// Largest first, six at most.
    pub lines: Vec<Reason>,
}

/// One cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The cause, as a short sentence in the reader's language.
    pub cause: String,
    /// Positive: it raised the number.
    pub change: f64,
    /// How much of it.
    pub amount: Amount,
}

/// How exactly the size of a cause may be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// In points, with its sign: `+5`.
    Points(String),
    /// As a share of all that moved the number: `46%`.
    Share(String),
    /// The direction alone.
    Direction,
}

/// The recorded changes of a number in a round. The first impression is none: it is where the number begins.
pub fn changes<'a>(prose: &Prose<'a>, customer: Option<CustomerId>, measure: Measure, round: Round) -> impl Iterator<Item = &'a Effect> + use<'a> {
    let past = round.0.checked_sub(1).and_then(|index| prose.view.past.rounds.get(usize::from(index)));
    let of_it = move |e: &&Effect| e.customer == customer && e.measure == measure && e.cause != Cause::Met;
    past.into_iter().flat_map(|past| &past.effects).filter(of_it)
}

/// How much a number moved in the last round that was played; none if it did not, or nobody may know.
#[must_use]
pub fn last_change(prose: &Prose, customer: Option<CustomerId>, measure: Measure) -> Option<f64> {
    let round = last_round(prose)?;
    let sum: f64 = changes(prose, customer, measure, round).map(Effect::change).sum();
    (sum.abs() > 0.0).then_some(sum)
}

fn last_round(prose: &Prose) -> Option<Round> {
    let played = prose.view.past.rounds.len();
    (played > 0).then_some(Round(played as u16))
}

/// The latest round in which a number changed.
fn latest_round(prose: &Prose, customer: Option<CustomerId>, measure: Measure) -> Option<Round> {
    (1..=prose.view.past.rounds.len() as u16).rev().map(Round).find(|&round| changes(prose, customer, measure, round).next().is_some())
}

/// The reasons of the latest change of a number.
#[must_use]
pub fn latest(prose: &Prose, customer: Option<CustomerId>, measure: Measure) -> Reasons {
    let Some(round) = latest_round(prose, customer, measure) else {
        return Reasons { subject: prose.say(names::measure(measure)), from_to: None, lines: Vec::new() };
    };
    of_round(prose, customer, measure, round)
}

/// The reasons of the change of a number in a round.
#[must_use]
pub fn of_round(prose: &Prose, customer: Option<CustomerId>, measure: Measure, round: Round) -> Reasons {
    let effects: Vec<&Effect> = changes(prose, customer, measure, round).collect();
    let sums = sum_by_cause(&effects);
    let total: f64 = sums.iter().map(|(_, change)| change.abs()).sum();
    let scale = if measure == Measure::Reputation { 100.0 } else { 1.0 };
    let mut lines: Vec<Reason> = sums
        .iter()
        .take(MOST)
        .map(|&(cause, change)| Reason {
            cause: prose.say(names::cause_of(cause, measure, change)),
            change,
            amount: if prose.view.over { Amount::Points(signed(change * scale, 1)) } else { share(prose, change, total) },
        })
        .collect();
    if sums.len() > MOST {
        let rest: f64 = sums[MOST..].iter().map(|(_, change)| change).sum();
        let amount = if prose.view.over { Amount::Points(signed(rest * scale, 1)) } else { Amount::Direction };
        lines.push(Reason { cause: prose.say("why-rest"), change: rest, amount });
    }
    let from_to = match (effects.first(), effects.last()) {
        (Some(first), Some(last)) if prose.view.over || measure != Measure::Satisfaction => Some((first.from * scale, last.to * scale)),
        _ => None,
    };
    let subject = format!("{} · {}", prose.say(names::measure(measure)), prose.month_name(round));
    Reasons { subject, from_to, lines }
}

/// `total`: the size of all changes together. A cause that stands alone needs no share, nor does one that is all but alone.
fn share(prose: &Prose, change: f64, total: f64) -> Amount {
    let share = if total > 0.0 { change.abs() / total } else { 1.0 };
    if (0.005..0.995).contains(&share) { Amount::Share(prose.say_with("why-share", &[("share", prose.percent(share).into())])) } else { Amount::Direction }
}

/// Changes summed by cause, largest first; ties in the order of the causes.
fn sum_by_cause(effects: &[&Effect]) -> Vec<(Cause, f64)> {
    let mut sums: Vec<(Cause, f64)> = Vec::new();
    for effect in effects {
        match sums.iter_mut().find(|(cause, _)| *cause == effect.cause) {
            Some((_, sum)) => *sum += effect.change(),
            None => sums.push((effect.cause, effect.change())),
        }
    }
    sums.retain(|(_, change)| change.abs() > 1e-9);
    sums.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::words::Lang;

    #[test]
    fn no_cause_is_told_as_all_or_nothing_of_a_change() {
        let view = noted(&played(1, 1));
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            assert_eq!(share(&prose, 3.0, 3.0), Amount::Direction);
            // 99.7 % would be written as all of it
            assert_eq!((share(&prose, 2.991, 3.0), share(&prose, 0.009, 3.0)), (Amount::Direction, Amount::Direction));
            assert!(matches!(share(&prose, 2.0, 3.0), Amount::Share(told) if told.contains("67")));
        }
    }
}
