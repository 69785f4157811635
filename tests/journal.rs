//! The journal is complete: over games of bots in all six cases, the recorded changes of every measure add up to what has
//! changed, month by month.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::bots::{BotKind, play_month};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::journal::effect::{About, Cause, Effect, Measure};
use rapport::sim::resolve;
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind, Team};
use rapport::sim::units::{CustomerId, Fen, IndustryId, TeamId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Measures that a relation keeps.
const KEPT: [Measure; 8] =
    [Measure::Expectation, Measure::Satisfaction, Measure::Trust, Measure::Commitment, Measure::Records, Measure::Negative, Measure::Bond, Measure::Shock];

/// What a change recorded is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kept {
    Relation(CustomerId, Measure),
    Reputation(IndustryId),
}

/// Every measure of a team, with where it stands.
fn stand(team: &Team) -> Vec<(Kept, f64)> {
    let of_relation = |(place, relation): (usize, &rapport::sim::state::Relation)| {
        let measures = relation.measures;
        KEPT.map(|measure| (Kept::Relation(CustomerId::at(place), measure), measures.get(measure).unwrap()))
    };
    let relations = team.relations.iter().enumerate().flat_map(of_relation);
    let trades = team.reputation.by_industry().iter().enumerate().map(|(place, value)| (Kept::Reputation(IndustryId::at(place)), *value));
    relations.chain(trades).collect()
}

/// What an effect has changed.
fn changed(game: &Game, effect: &Effect) -> Kept {
    match (effect.measure, effect.customer, effect.about) {
        (Measure::Reputation, _, About::Industry(industry)) => Kept::Reputation(industry),
        (Measure::Reputation, Some(customer), _) => Kept::Reputation(game.customers[customer.index()].industry),
        (measure, Some(customer), _) => Kept::Relation(customer, measure),
        (measure, None, about) => panic!("{measure:?} of nobody, {about:?}"),
    }
}

fn start(case: usize, seed: u64, market: MarketKind) -> Game {
    let (file, text) = scenario::embedded()[case];
    let scenario = Arc::new(scenario::read(file, text.as_bytes()).unwrap());
    let teams = vec!["one".to_owned(), "two".to_owned()];
    Game::new(scenario, &Setup { seed, luck: seed, market, compliance: Compliance::Show, rounds: 12, teams, recording: Recording::Full })
}

/// Plays a game and gives every difference between what has changed in a month and what was recorded of it, leaving out one
/// cause if one is given; and the causes that were recorded.
fn gaps(case: usize, seed: u64, bots: [BotKind; 2], left_out: Option<Cause>) -> (Vec<String>, BTreeSet<Cause>) {
    let market = if seed.is_multiple_of(2) { MarketKind::Mirror } else { MarketKind::Shared };
    let mut game = start(case, seed, market);
    let (mut gaps, mut refused) = (Vec::new(), Vec::new());
    let mut effects = 0;
    let mut causes = BTreeSet::new();
    while !game.over() {
        for (team, bot) in bots.iter().enumerate() {
            play_month(&mut game, TeamId::at(team), &bot.policy(), &mut refused);
        }
        let round = game.round;
        let before: Vec<Vec<(Kept, f64)>> = game.teams.iter().map(stand).collect();
        let cash: Vec<Fen> = game.teams.iter().map(Team::cash).collect();
        // a report begins with what the opening of its month has recorded, which stands in `before` already
        let opened: Vec<usize> = game.journal.teams.iter().map(|team| team.report.effects.len()).collect();
        let report = resolve(&mut game);
        for (team, report) in report.teams.iter().enumerate() {
            effects += report.effects.len();
            let opening = &game.journal.teams[team].report.effects;
            let mut sums: Vec<(Kept, f64)> = before[team].clone();
            for effect in report.effects[opened[team]..].iter().chain(opening) {
                causes.insert(effect.cause);
                if Some(effect.cause) == left_out {
                    continue;
                }
                let what = changed(&game, effect);
                let sum = sums.iter_mut().find(|(kept, _)| *kept == what).unwrap();
                sum.1 += effect.change();
            }
            for (((kept, sum), (_, now)), (_, then)) in sums.iter().zip(stand(&game.teams[team])).zip(&before[team]) {
                if (sum - now).abs() > 1e-9 {
                    gaps.push(format!("case {case} number {seed} round {} team {team}: {kept:?} {then} -> {now}, recorded {sum}", round.0));
                }
            }
            let booked: Fen = game.teams[team].books.ledger.entries().iter().filter(|entry| entry.round == round).map(|entry| entry.amount).sum();
            assert_eq!(game.teams[team].cash() - cash[team], booked, "case {case} number {seed} round {}", round.0);
        }
    }
    assert!(effects > 100, "case {case} number {seed}: only {effects} changes");
    (gaps, causes)
}

#[test]
fn recorded_causes_add_up_to_every_change() {
    let bots = BotKind::ALL;
    let mut games = 0;
    for seed in 0..17_u64 {
        for case in 0..scenario::embedded().len() {
            let place = (seed as usize * 6 + case) % bots.len();
            let (gaps, _) = gaps(case, seed, [bots[place], bots[(place + 5) % bots.len()]], None);
            assert!(gaps.is_empty(), "{} gaps, the first: {}", gaps.len(), gaps[0]);
            games += 1;
        }
    }
    assert!(games >= 100, "{games} games");
}

/// The sum above would notice if a phase forgot to record any one of its causes.
#[test]
fn a_cause_left_out_is_noticed() {
    const BOTS: [BotKind; 2] = [BotKind::GiftHeavy, BotKind::Balanced];
    let mut noticed = BTreeSet::new();
    for case in 0..scenario::embedded().len() {
        let (complete, causes) = gaps(case, 1, BOTS, None);
        assert!(complete.is_empty(), "{complete:?}");
        for cause in causes.difference(&noticed.clone()) {
            let (gaps, _) = gaps(case, 1, BOTS, Some(*cause));
            assert!(!gaps.is_empty(), "case {case}: nobody misses {cause:?}");
            noticed.insert(*cause);
        }
    }
    assert!(noticed.len() > 20, "only {noticed:?}");
}
