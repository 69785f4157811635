//! Promising too much and too little (F7-F10).

use super::super::verdict::{Finding, above, at_least, at_most, below, within};
use super::{Evidence, one, ratio, several};
use crate::bots::BotKind;

pub(super) fn promises(e: &Evidence, facts: &mut Vec<Finding>) {
    let (honest, over, under) = (BotKind::Balanced, BotKind::OverPromiser, BotKind::UnderPromiser);
    let first = |kind| 100.0 * e.rate(kind, |o| o.first);
    let repeat = |kind| 100.0 * e.rate(kind, |o| o.repeat);
    let more = first(over) - first(honest);
    one(facts, "F7", "over-promise: points of first-order win rate gained", ">= 5", more, [at_least(more, 5.0)]);
    let fewer = repeat(honest) - repeat(over);
    one(facts, "F8", "over-promise: points of repeat win rate lost", ">= 5", fewer, [at_least(fewer, 5.0)]);
    let at = |horizon: usize| {
        let sum = |team: usize| e.boards.iter().map(|b| b.horizons[team][horizon]).sum::<f64>();
        100.0 * (ratio(sum(1), sum(0)) - 1.0)
    };
    let [soon, later, late] = [at(0), at(1), at(2)];
    several(
        facts,
        "F9",
        "over-promise against honest after 6, 12, 24 rounds on four boards a seed, per cent",
        "within 10, <= -10, <= -20",
        vec![soon, later, late],
        within(soon, &(-10.0..=10.0)).into_iter().chain([at_most(later, -10.0), at_most(late, -20.0)]),
    );
    let satisfaction = |kind| ratio(e.of(kind).map(|o| o.satisfaction).sum(), e.of(kind).map(|o| f64::from(o.customers)).sum());
    let happier = satisfaction(under) - satisfaction(honest);
    let (wins, worth) = (first(under) - first(honest), 100.0 * (ratio(e.mean(under, |o| o.worth), e.mean(honest, |o| o.worth)) - 1.0));
    several(
        facts,
        "F10",
        "under-promise: satisfaction, points of first-order win rate, worth in per cent, all against honest",
        "> 0, < 0, < 0",
        vec![happier, wins, worth],
        [above(happier, 0.0), below(wins, 0.0), below(worth, 0.0)],
    );
}
