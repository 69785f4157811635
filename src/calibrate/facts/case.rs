//! The case happens, and the reasons it gives are true (F36-F40).

use super::super::case::{EARNED, ORDERS};
use super::super::verdict::{Asked, Finding, above, at_least, at_most, within};
use super::super::{Observation, Outcome};
use super::{Evidence, mean, one, ratio, several};
use crate::bots::BotKind;

/// Boards of F39.
const BOARDS: u64 = 200;
/// Departures that a policy of F38 must show.
const LEAST: usize = 50;

fn share(count: usize, of: usize) -> f64 {
    ratio(count as f64, of as f64)
}

/// How many of the case's own orders a team won.
fn orders(outcome: &Outcome) -> usize {
    outcome.own_orders.iter().filter(|won| **won).count()
}

/// What a team that follows the case comes to, and the reference bot (F36).
pub(super) fn followed(e: &Evidence, facts: &mut Vec<Finding>) {
    let games: Vec<_> = e.boards.iter().filter_map(|board| board.followed).collect();
    if games.is_empty() {
        return;
    }
    let trial = share(games.iter().filter(|game| game.won[0]).count(), games.len());
    let later = |order: usize| share(games.iter().filter(|g| g.taken[order] && g.won[order]).count(), games.iter().filter(|g| g.taken[order]).count());
    let later: Vec<f64> = (1..ORDERS).map(later).collect();
    let all = share(games.iter().filter(|game| game.won == [true; ORDERS]).count(), games.len());
    let senior = share(games.iter().filter(|game| game.senior).count(), games.len());
    let of_balanced = |wanted: usize| mean(e.of(BotKind::Balanced).map(|o| f64::from(u8::from(orders(o) == wanted))));
    let (four, none) = (of_balanced(ORDERS), of_balanced(0));
    let mut asked = vec![at_least(trial, 0.90)];
    asked.extend(later.iter().map(|won| at_least(*won, 0.88)));
    asked.extend([at_least(all, 0.60), at_least(senior, 0.50), at_least(four, 0.35), at_most(none, 0.05)]);
    let mut values = vec![trial];
    values.extend(later);
    values.extend([all, senior, four, none]);
    several(
        facts,
        "F36",
        "following the case: trial won; second, third, fourth order won, their steps done; all four; blades at the senior price; balanced: all four, none",
        ">= 0.90; >= 0.88 each; >= 0.60; >= 0.50; >= 0.35, <= 0.05",
        values,
        asked,
    );
}

/// Sell and forget wins the trial as often as the reference bot, and not what comes after it (F37).
pub(super) fn forgotten(e: &Evidence, facts: &mut Vec<Finding>) {
    let trial = |kind: BotKind| mean(e.of(kind).map(|o| f64::from(u8::from(o.own_orders.first() == Some(&true)))));
    let four = mean(e.of(BotKind::SellAndForget).map(|o| f64::from(u8::from(orders(o) == ORDERS))));
    let apart = 100.0 * (trial(BotKind::SellAndForget) - trial(BotKind::Balanced));
    several(
        facts,
        "F37",
        "sell and forget: points of the trial won above balanced; all four orders",
        "within 10; <= 0.10",
        vec![apart, four],
        within(apart, &(-10.0..=10.0)).into_iter().chain([at_most(four, 0.10)]),
    );
}

/// New Era lost to a rival, to the salesman's leaving, to missing service: the most frequent reason where it is earned (F38).
pub(super) fn earned(e: &Evidence, facts: &mut Vec<Finding>) {
    let mut values = Vec::new();
    let mut asked = Vec::new();
    for (place, named) in EARNED.iter().enumerate() {
        let causes: Vec<_> = e.boards.iter().filter_map(|board| board.earned[place]).collect();
        let ours = causes.iter().filter(|cause| named.contains(cause)).count();
        let most_of_others = causes.iter().filter(|c| !named.contains(c)).map(|c| causes.iter().filter(|other| *other == c).count()).max().unwrap_or(0);
        let (first, next) = (share(ours, causes.len()), share(most_of_others, causes.len()));
        asked.extend([Asked::Enough(causes.len() >= LEAST), above(first, next)]);
        values.extend([causes.len() as f64, first, next]);
    }
    several(
        facts,
        "F38",
        "lost to a rival, to the salesman's leaving, to missing service: departures, share of the reason that is earned, share of the next",
        ">= 50 each, the first of the reasons",
        values,
        asked,
    );
}

/// How much of the orders won is how a team plays (F39).
pub(super) fn played(e: &Evidence, facts: &mut Vec<Finding>) {
    let boards: Vec<&Observation> = e.first(BOARDS).collect();
    let of = |board: &Observation, kind: BotKind| board.bots.get(kind as usize).map_or(0.0, |o| orders(o) as f64);
    let means: Vec<f64> = BotKind::ALL.iter().map(|&kind| mean(boards.iter().map(|board| of(board, kind)))).collect();
    let grand = mean(means.iter().copied());
    let between: f64 = means.iter().map(|m| (m - grand) * (m - grand)).sum::<f64>() * boards.len() as f64;
    let all = boards.iter().flat_map(|board| BotKind::ALL.iter().map(|&kind| of(board, kind) - grand));
    let total: f64 = all.map(|d| d * d).sum();
    let value = ratio(between, total);
    one(
        facts,
        "F39",
        "orders of the case won, all bots on 200 boards: share of how they play in the sum of squares",
        ">= 0.60",
        value,
        [at_least(value, 0.60)],
    );
}

/// Reasons that the record contradicts (F40).
pub(super) fn reasons(e: &Evidence, facts: &mut Vec<Finding>) {
    let given: u32 = e.boards.iter().map(|b| b.reasons.departures + b.reasons.deals).sum();
    let first = e.boards.iter().find_map(|b| b.reasons.contradicted.first()).map_or_else(String::new, |what| format!(", the first: {what}"));
    let contradicted: usize = e.boards.iter().map(|b| b.reasons.contradicted.len()).sum();
    several(
        facts,
        "F40",
        &format!("reasons of departures and of lost deals in games of mixed bots; those that the record contradicts{first}"),
        "> 0; 0",
        vec![f64::from(given), contradicted as f64],
        [Asked::Exact(contradicted == 0), Asked::Enough(given > 0)],
    );
}
