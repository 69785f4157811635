//! The stylised facts of MODEL.md 12: each reads the boards and says what it found and whether that is enough.

use super::board::{Bids, Board, Outcome};
use super::statistics::{chi_square, chi_square_survival, spearman};
use super::{Fact, Value};
use crate::bots::BotKind;
use crate::sim::maths::{exp, interpolate};
use crate::sim::scenario::Scenario;

/// Boards of one group: what a class that plays several boards sees.
pub const GROUP: usize = 5;

/// What facts are judged on.
pub struct Evidence<'a> {
    pub scenario: &'a Scenario,
    pub boards: &'a [Board],
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

/// Every fact that is covered, in the order of the model's table.
#[must_use]
pub fn all(e: &Evidence) -> Vec<Fact> {
    let mut facts = Vec::new();
    main_customer(e, &mut facts);
    resignation(e, &mut facts);
    promises(e, &mut facts);
    strategies(e, &mut facts);
    fairness(e, &mut facts);
    exact(e, &mut facts);
    facts
}

fn one(facts: &mut Vec<Fact>, id: &str, what: &str, threshold: &str, value: f64, holds: bool) {
    facts.push(Fact { id: id.to_owned(), what: what.to_owned(), value: Value::One(value), threshold: threshold.to_owned(), holds });
}

fn several(facts: &mut Vec<Fact>, id: &str, what: &str, threshold: &str, values: Vec<f64>, holds: bool) {
    facts.push(Fact { id: id.to_owned(), what: what.to_owned(), value: Value::Several(values), threshold: threshold.to_owned(), holds });
}

fn main_customer(e: &Evidence, facts: &mut Vec<Fact>) {
    let kept = e.kept(BotKind::Balanced);
    one(facts, "F1", "main customer kept, given the trial was won: balanced team", ">= 0.85", kept, kept >= 0.85);
    let forgotten = e.kept(BotKind::SellAndForget);
    one(facts, "F2", "the same: sell and forget", "<= 0.20", forgotten, forgotten <= 0.20);
    let (without, calm) = (e.kept(BotKind::NoService), kept_given_trial(e.boards.iter().map(|b| &b.no_service_calm)));
    several(facts, "F3", "the same: without service; and with no critical ticket", "<= 0.50; >= 0.70", vec![without, calm], without <= 0.50 && calm >= 0.70);
    let revenue = ratio(e.mean(BotKind::Balanced, |o| o.focus_revenue), e.mean(BotKind::SellAndForget, |o| o.focus_revenue));
    one(facts, "F4", "revenue with the main customer, balanced over sell and forget", ">= 2", revenue, revenue >= 2.0);
}

fn resignation(e: &Evidence, facts: &mut Vec<Fact>) {
    let loss = |records: usize| {
        let sum = |place: usize| e.boards.iter().map(|b| b.resignation[records].revenue[place]).sum::<f64>();
        1.0 - ratio(sum(0), sum(1))
    };
    let [none, typical, good] = [loss(0), loss(1), loss(2)];
    let share = ratio(good, none);
    let within = |value: f64, low: f64, high: f64| (low..=high).contains(&value);
    let holds = within(none, 0.15, 0.30) && within(typical, 0.10, 0.18) && within(good, 0.05, 0.12) && share <= 0.55;
    several(
        facts,
        "F5",
        "revenue lost after the resignation with no, typical, good records; good over no",
        "0.15-0.30, 0.10-0.18, 0.05-0.12, <= 0.55",
        vec![none, typical, good, share],
        holds,
    );
    let extra = |records: usize| e.boards.iter().map(|b| f64::from(b.resignation[records].lost[0]) - f64::from(b.resignation[records].lost[1])).sum::<f64>();
    let churn = ratio(extra(2), extra(0));
    one(facts, "F6", "extra churn after the resignation, good over no records", "<= 0.5", churn, churn <= 0.5 && extra(0) > 0.0);
}

fn promises(e: &Evidence, facts: &mut Vec<Fact>) {
    let (honest, over, under) = (BotKind::Balanced, BotKind::OverPromiser, BotKind::UnderPromiser);
    let first = |kind| 100.0 * e.rate(kind, |o| o.first);
    let repeat = |kind| 100.0 * e.rate(kind, |o| o.repeat);
    let more = first(over) - first(honest);
    one(facts, "F7", "over-promise: points of first-order win rate gained", ">= 5", more, more >= 5.0);
    let fewer = repeat(honest) - repeat(over);
    one(facts, "F8", "over-promise: points of repeat win rate lost", ">= 5", fewer, fewer >= 5.0);
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
        soon.abs() <= 10.0 && later <= -10.0 && late <= -20.0,
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
        happier > 0.0 && wins < 0.0 && worth < 0.0,
    );
}

fn strategies(e: &Evidence, facts: &mut Vec<Fact>) {
    let reference = BotKind::Balanced;
    let hunting = e.beats(reference, BotKind::Hunting);
    one(facts, "F11", "balanced beats hunting only", ">= 0.90", hunting, hunting >= 0.90);
    let three = [BotKind::SellAndForget, BotKind::Random, BotKind::Passive].map(|kind| e.beats(reference, kind));
    several(
        facts,
        "F12",
        "balanced beats sell and forget, random, passive",
        ">= 0.90, >= 0.85, 1",
        three.to_vec(),
        three[0] >= 0.90 && three[1] >= 0.85 && three[2] >= 1.0,
    );
    let discounter = e.beats(reference, BotKind::Discounter);
    let orders = |kind| e.mean(kind, |o| f64::from(o.first.won + o.repeat.won));
    let more = orders(BotKind::Discounter) - orders(reference);
    several(
        facts,
        "F13",
        "balanced beats the discounter, who wins more orders (by so many)",
        ">= 0.85, > 0",
        vec![discounter, more],
        discounter >= 0.85 && more > 0.0,
    );
    let gifts = mean(e.of(BotKind::GiftHeavy).zip(e.of(reference)).map(|(a, b)| f64::from(u8::from(a.worth <= b.worth))));
    one(facts, "F14", "gift-heavy at or below balanced", ">= 0.95", gifts, gifts >= 0.95);
    let targeting = e.beats(reference, BotKind::EqualTreatment);
    one(facts, "F15", "value targeting beats equal treatment", ">= 0.70", targeting, targeting >= 0.70);
    let care = e.beats(reference, BotKind::NoCare);
    ranks(e, facts);
    one(facts, "F35", "balanced beats the same without care", ">= 0.85", care, care >= 0.85);
}

/// How well one, three or five boards rank the policies as all boards together do.
fn ranks(e: &Evidence, facts: &mut Vec<Fact>) {
    let truth: Vec<f64> = BotKind::ALL.iter().map(|&kind| e.mean(kind, |o| o.worth)).collect();
    let on = |boards: &[Board]| -> Vec<f64> { (0..BotKind::ALL.len()).map(|i| mean(boards.iter().map(|b| b.bots[i].worth))).collect() };
    let of = |count: usize| mean(e.boards.chunks_exact(GROUP).map(|group| spearman(&on(&group[..count]), &truth)));
    let single = mean(e.boards.iter().map(|board| spearman(&on(std::slice::from_ref(board)), &truth)));
    let values = vec![single, of(3), of(GROUP)];
    let holds = values[0] >= 0.70 && values[1] >= 0.85 && values[2] >= 0.90;
    several(facts, "F18", "rank correlation of policies and their results on 1, 3, 5 boards", ">= 0.70, 0.85, 0.90", values, holds);
}

fn fairness(e: &Evidence, facts: &mut Vec<Fact>) {
    let mut wins = [0u64; 4];
    for board in e.boards {
        for (sum, won) in wins.iter_mut().zip(&board.identical) {
            *sum += u64::from(*won);
        }
    }
    let p = chi_square_survival(chi_square(&wins), wins.len() - 1);
    one(facts, "F19", "identical teams in shared markets: chi-square p of boards won by place", "> 0.001", p, p > 0.001);
    let differs: u32 = e.boards.iter().map(|b| b.mirror_differs).sum();
    one(facts, "F20", "mirror games in which identical decisions end differently", "0", f64::from(differs), differs == 0);
    let compared: u64 = e.boards.iter().map(|b| b.compared).sum();
    let moved: u64 = e.boards.iter().map(|b| b.moved).sum();
    several(
        facts,
        "F21",
        "draws moved by a decision they do not depend on; draws compared",
        "0, > 0",
        vec![moved as f64, compared as f64],
        moved == 0 && compared > 0,
    );
    let raised: u32 = e.boards.iter().map(|b| b.raised).sum();
    let turned: u32 = e.boards.iter().map(|b| b.turned).sum();
    let wanted = 10 * e.boards.len() as u32;
    several(
        facts,
        "F22",
        "winning bids that lost when raised; winning bids raised",
        "0, >= 10 a seed",
        vec![f64::from(turned), f64::from(raised)],
        turned == 0 && raised >= wanted,
    );
}

fn exact(e: &Evidence, facts: &mut Vec<Fact>) {
    let rules = &e.scenario.guide.rules;
    let moments = ratio(rules.relations.failure, rules.service.good_moment);
    let rework = ratio(e.boards.iter().map(|b| b.rework).sum(), e.boards.iter().map(|b| f64::from(b.reworks)).sum());
    several(
        facts,
        "F25",
        "good moments that cancel a failure; mean rework cost",
        "12, 1.375 +- 0.01",
        vec![moments, rework],
        moments == 12.0 && (rework - 1.375).abs() <= 0.01,
    );
    let u = |s: f64| interpolate(&rules.choice.satisfaction_points, &rules.choice.satisfaction_utilities, s);
    let odds = exp(u(92.0) - u(72.0));
    one(facts, "F26", "choice odds at satisfaction 92 against 72", "4-8", odds, (4.0..=8.0).contains(&odds));
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
