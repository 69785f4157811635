//! What customers do, mechanism by mechanism (F24-F34).

use super::super::observation::Bids;
use super::super::variants;
use super::super::verdict::{Asked, Finding, above, at_least, at_most, below, within};
use super::{Evidence, one, ratio, several};
use crate::bots::BotKind;
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::maths::{exp, interpolate};
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, MarketKind};

/// New customers by the word of satisfied ones: leads they bring in a year, times the chance that such a lead buys.
pub(super) fn word_of_mouth(e: &Evidence, facts: &mut Vec<Finding>) {
    let sum = |of: fn(&super::Observation) -> u32| e.boards.iter().map(|b| f64::from(of(b))).sum::<f64>();
    let years = sum(|b| b.watch.satisfied) / 12.0;
    let new = 100.0 * ratio(sum(|b| b.watch.referred), years) * e.rate(BotKind::Balanced, |o| o.first);
    one(facts, "F24", "new customers by the word of 100 satisfied customers in a year, nobody asked", "15 +- 4", new, within(new, &(11.0..=19.0)));
}

pub(super) fn numbers(e: &Evidence, facts: &mut Vec<Finding>) {
    let rules = &e.scenario.guide.rules;
    let moments = ratio(rules.relations.failure, rules.service.good_moment);
    let rework = ratio(e.boards.iter().map(|b| b.rework).sum(), e.boards.iter().map(|b| f64::from(b.reworks)).sum());
    several(
        facts,
        "F25",
        "good moments that cancel a failure; mean rework cost",
        "12, 1.375 +- 0.01",
        vec![moments, rework],
        within(rework, &(1.365..=1.385)).into_iter().chain([Asked::Exact(moments == 12.0)]),
    );
    let u = |s: f64| interpolate(&rules.choice.satisfaction_points, &rules.choice.satisfaction_utilities, s);
    let odds = exp(u(92.0) - u(72.0));
    one(facts, "F26", "choice odds at satisfaction 92 against 72", "4-8", odds, [Asked::Exact((4.0..=8.0).contains(&odds))]);
}

/// What a major problem leaves behind, by how it was met.
pub(super) fn problem(e: &Evidence, facts: &mut Vec<Finding>) {
    let chosen: u32 = e.boards.iter().map(|b| b.loyal.chosen).sum();
    let kept = |met: usize| ratio(e.boards.iter().map(|b| f64::from(b.loyal.kept[met])).sum(), f64::from(chosen));
    let [quick, solved, unsolved, silent] = std::array::from_fn(kept);
    let times = ratio(quick, silent);
    several(
        facts,
        "F27",
        "customers still there a year after a major problem: solved at once, a month later, never, never spoken of; first over last",
        "falling, >= 3",
        vec![quick, solved, unsolved, silent, times],
        [above(quick, solved), above(solved, unsolved), above(unsolved, silent), at_least(times, 3.0)],
    );
}

/// What the fifth of the customers that buys most holds of all sales, at the two spreads of the model.
pub(super) fn pareto(e: &Evidence, facts: &mut Vec<Finding>) {
    let share = |sigma: f64| {
        let scenario = variants::with_sigma(e.scenario, sigma);
        let setup = Setup {
            seed: e.seeds.start,
            luck: e.seeds.start,
            market: MarketKind::Mirror,
            compliance: Compliance::Show,
            rounds: 1,
            teams: vec![String::new()],
            recording: Recording::Off,
        };
        let state = Game::new(scenario, &setup);
        // strata are the same on every board
        let mut values: Vec<f64> = state.customers.iter().filter(|c| !c.named).map(|c| c.order_value.to_yuan()).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        let fifth = (values.len() as f64 * 0.2).round() as usize;
        ratio(values[..fifth].iter().sum(), values.iter().sum())
    };
    let both = [share(1.5), share(1.68)];
    let holds = both.iter().all(|share| (0.70..=0.85).contains(share));
    several(facts, "F29", "what the first fifth of the customers holds at sigma 1.5, 1.68", "0.70-0.85", both.to_vec(), [Asked::Exact(holds)]);
}

/// Of the deals that came at least to a stage, those that were won; and filed against actual revenue.
pub(super) fn funnel(e: &Evidence, facts: &mut Vec<Finding>) {
    let wanted = [0.05, 0.10, 0.20, 0.30, 0.50, 0.80];
    let rate = |stage: usize| share_of(e.boards.iter().map(|b| b.watch.reached[stage]));
    let mut values: Vec<f64> = (0..wanted.len()).map(rate).collect();
    let mut asked: Vec<Asked> = values.iter().zip(wanted).flat_map(|(value, wanted)| within(*value, &(wanted - 0.08..=wanted + 0.08))).collect();
    let sum = |place: usize| e.boards.iter().map(|b| b.watch.forecast[place]).sum::<f64>();
    let bias = ratio(sum(0), sum(1)) - 1.0;
    values.push(bias);
    asked.extend([above(bias, -0.1), below(bias, 0.1)]);
    several(facts, "F30", "deals won of those that came to stage 1-6; forecast bias", "0.05, 0.1, 0.2, 0.3, 0.5, 0.8 +- 0.08; < 0.1", values, asked);
}

/// Large deals take many calls and no pushing (F31), and more than one friend (F32).
pub(super) fn calls(e: &Evidence, facts: &mut Vec<Finding>) {
    let sum = |of: fn(&super::Observation) -> u32| e.boards.iter().map(|b| f64::from(of(b))).sum::<f64>();
    let last = ratio(sum(|b| b.watch.large_ends), sum(|b| b.watch.large_calls));
    let more = |size: usize| share_of(e.boards.iter().map(|b| b.pushed[size])) - share_of(e.boards.iter().map(|b| b.watch.advances[size]));
    let (small, large) = (more(0), more(1));
    several(
        facts,
        "F31",
        "calls on large deals that end in an order or in no sale; advances gained by pushing to close large, small deals",
        "< 0.10, < 0, > 0",
        vec![last, large, small],
        [below(last, 0.10), below(large, 0.0), above(small, 0.0)],
    );
    let bids = |o: &super::Outcome| Bids { won: o.first.won + o.repeat.won, decided: o.first.decided + o.repeat.decided };
    let alone = share_of(e.boards.iter().map(|b| bids(&b.purchaser_only)));
    let share = ratio(alone, e.rate(BotKind::Balanced, bids));
    one(facts, "F32", "win rate with the purchaser alone over that with the whole committee", "<= 0.5", share, [at_most(share, 0.5)]);
}

/// m r / (1 + i - r): what five more points of yearly retention add to a customer's lifetime value.
pub(super) fn retention_pays(facts: &mut Vec<Finding>) {
    let value = |r: f64| r / (1.0 + 0.1 - r);
    let more = [0.80, 0.90].map(|r| value(r + 0.05) / value(r) - 1.0);
    let holds = more.iter().all(|more| (0.25..=0.45).contains(more));
    several(facts, "F33", "lifetime value added by 5 points of yearly retention, from 80, from 90%", "0.25-0.45", more.to_vec(), [Asked::Exact(holds)]);
}

pub(super) fn phases(e: &Evidence, facts: &mut Vec<Finding>) {
    let sum = |of: fn(&super::Observation) -> u32| e.boards.iter().map(|b| f64::from(of(b))).sum::<f64>();
    let share = ratio(sum(|b| b.watch.undone), sum(|b| b.watch.months));
    one(facts, "F34", "changes of phase undone within two rounds, in customer-rounds", "<= 0.02", share, [at_most(share, 0.02)]);
}

fn share_of(bids: impl Iterator<Item = Bids>) -> f64 {
    let (mut won, mut decided) = (0u64, 0u64);
    for bids in bids {
        won += u64::from(bids.won);
        decided += u64::from(bids.decided);
    }
    ratio(won as f64, decided as f64)
}
