//! Why a number is what it is: what changed it lately, with each cause's direction and share; exact figures at the end.

use super::cx::Cx;
use super::names;
use crate::game::icons;
use crate::game::widgets::{Why, WhyLine};
use crate::sim::journal::effect::{Cause, Effect, Measure};
use crate::sim::units::{CustomerId, Round};
use crate::words::signed;

/// The most causes shown; the smallest are summed up.
const MOST: usize = 5;

/// The recorded changes of a number in a round.
pub fn changes<'a>(cx: &Cx<'a>, customer: Option<CustomerId>, measure: Measure, round: Round) -> impl Iterator<Item = &'a Effect> + use<'a> {
    let past = round.0.checked_sub(1).and_then(|index| cx.view.past.rounds.get(usize::from(index)));
    past.into_iter().flat_map(|past| &past.effects).filter(move |e| e.customer == customer && e.measure == measure)
}

/// How much a number moved in the last round that was played; none if it did not, or nobody may know.
#[must_use]
pub fn last_change(cx: &Cx, customer: Option<CustomerId>, measure: Measure) -> Option<f64> {
    let round = last_round(cx)?;
    let sum: f64 = changes(cx, customer, measure, round).map(Effect::change).sum();
    (sum.abs() > 0.0).then_some(sum)
}

fn last_round(cx: &Cx) -> Option<Round> {
    let played = cx.view.past.rounds.len();
    (played > 0).then_some(Round(played as u16))
}

/// The latest round in which a number changed.
fn latest(cx: &Cx, customer: Option<CustomerId>, measure: Measure) -> Option<Round> {
    (1..=cx.view.past.rounds.len() as u16).rev().map(Round).find(|&round| changes(cx, customer, measure, round).next().is_some())
}

/// The reasons of the latest change of a number.
#[must_use]
pub fn reasons(cx: &Cx, customer: Option<CustomerId>, measure: Measure) -> Why {
    let Some(round) = latest(cx, customer, measure) else {
        return Why { subject: cx.say(names::measure(measure)), from_to: None, lines: Vec::new() };
    };
    reasons_in(cx, customer, measure, round)
}

/// The reasons of the change of a number in a round.
#[must_use]
pub fn reasons_in(cx: &Cx, customer: Option<CustomerId>, measure: Measure, round: Round) -> Why {
    let effects: Vec<&Effect> = changes(cx, customer, measure, round).collect();
    let sums = sum_by_cause(&effects);
    let total: f64 = sums.iter().map(|(_, change)| change.abs()).sum();
    let scale = if measure == Measure::Reputation { 100.0 } else { 1.0 };
    let mut lines: Vec<WhyLine> = sums
        .iter()
        .take(MOST)
        .map(|&(cause, change)| WhyLine {
            cause: cx.say(names::cause_of(cause, measure, change)),
            change,
            amount: Some(if cx.view.over { signed(change * scale, 1) } else { arrow_and_share(cx, change, total) }),
        })
        .collect();
    if sums.len() > MOST {
        let rest: f64 = sums[MOST..].iter().map(|(_, change)| change).sum();
        let amount = cx.view.over.then(|| signed(rest * scale, 1));
        lines.push(WhyLine { cause: cx.say("why-rest"), change: rest, amount });
    }
    let from_to = match (effects.first(), effects.last()) {
        (Some(first), Some(last)) if cx.view.over || measure != Measure::Satisfaction => Some((first.from * scale, last.to * scale)),
        _ => None,
    };
    let subject = format!("{} · {}", cx.say(names::measure(measure)), cx.month_name(round));
    Why { subject, from_to, lines }
}

fn arrow_and_share(cx: &Cx, change: f64, total: f64) -> String {
    let arrow = if change >= 0.0 { icons::ARROW_UP } else { icons::ARROW_DOWN };
    if total <= 0.0 {
        return arrow.to_string();
    }
    format!("{arrow} {}", cx.percent(change.abs() / total))
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
