//! The main customer: kept or lost, and what the salesperson's resignation costs (F1-F6).

use super::super::observation::Outcome;
use super::super::verdict::{Asked, Finding, above, at_least, at_most, within};
use super::{Evidence, kept_given_trial, one, ratio, several};
use crate::bots::BotKind;

pub(super) fn main_customer(e: &Evidence, facts: &mut Vec<Finding>) {
    let kept = e.kept(BotKind::Balanced);
    one(facts, "F1", "main customer kept, given the trial was won: balanced team", ">= 0.85", kept, [at_least(kept, 0.85)]);
    let forgotten = e.kept(BotKind::SellAndForget);
    one(facts, "F2", "the same: sell and forget", "<= 0.20", forgotten, [at_most(forgotten, 0.20)]);
    let sold = |outcomes: &mut dyn Iterator<Item = &Outcome>| -> (f64, usize) {
        let sold: Vec<&Outcome> = outcomes.filter(|o| o.own_orders.last().copied().unwrap_or(o.trial_won)).collect();
        (kept_given_trial(sold.iter().copied()), sold.len())
    };
    let (without, games) = sold(&mut e.of(BotKind::NoService));
    let (calm, calm_games) = sold(&mut e.boards.iter().map(|b| &b.no_service_calm));
    // a tenth of the boards of a full run
    let enough = games.min(calm_games) * 10 >= e.boards.len();
    several(
        facts,
        "F3",
        "kept where the last order of the case was sold: without service; and with no critical ticket; games of each",
        "<= 0.50; >= 0.70; a tenth of all",
        vec![without, calm, games as f64, calm_games as f64],
        [at_most(without, 0.50), at_least(calm, 0.70), Asked::Enough(enough)],
    );
    let well_kept = || e.of(BotKind::Balanced).filter(|o| o.trial_won && o.kept);
    let settled = ratio(well_kept().filter(|o| o.stable).count() as f64, well_kept().count() as f64);
    let revenue = ratio(e.mean(BotKind::Balanced, |o| o.focus_revenue), e.mean(BotKind::SellAndForget, |o| o.focus_revenue));
    one(facts, "F4", "revenue with the main customer, balanced over sell and forget", ">= 2", revenue, [at_least(revenue, 2.0)]);
    one(facts, "stable", "a main customer that was kept reached stability", "0.40-0.90", settled, within(settled, &(0.40..=0.90)));
}

pub(super) fn resignation(e: &Evidence, facts: &mut Vec<Finding>) {
    let loss = |records: usize| {
        let sum = |place: usize| e.boards.iter().map(|b| b.resignation[records].revenue[place]).sum::<f64>();
        1.0 - ratio(sum(0), sum(1))
    };
    let [none, typical, good] = [loss(0), loss(1), loss(2)];
    let share = ratio(good, none);
    let asked = [within(none, &(0.15..=0.30)), within(typical, &(0.10..=0.18)), within(good, &(0.05..=0.12))];
    several(
        facts,
        "F5",
        "revenue lost after the resignation with no, typical, good records; good over no",
        "0.15-0.30, 0.10-0.18, 0.05-0.12, <= 0.55",
        vec![none, typical, good, share],
        asked.into_iter().flatten().chain([at_most(share, 0.55)]),
    );
    let extra = |records: usize| e.boards.iter().map(|b| f64::from(b.resignation[records].lost[0]) - f64::from(b.resignation[records].lost[1])).sum::<f64>();
    let churn = ratio(extra(2), extra(0));
    one(facts, "F6", "extra churn after the resignation, good over no records", "<= 0.5", churn, [at_most(churn, 0.5), above(extra(0), 0.0)]);
}
