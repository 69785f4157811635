//! The questions of a month: their answers can be given, none of them is always right, and what they tell comes true.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::advice::chances;
use rapport::advice::questions::{About, Choice, Question, questions};
use rapport::bots::{Answering, play_opened};
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::journal::report::Happened;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::Scenario;
use rapport::sim::score::worth;
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::QuoteTerms;
use rapport::sim::units::{Fen, Minutes, NeedId, Role, Seat, TeamId};
use rapport::sim::view::{View, view_now};
use rapport::sim::{apply, resolve};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const TEAM: TeamId = TeamId(0);

fn scenario(case: usize) -> Arc<Scenario> {
    let (file, text) = rapport::scenario::embedded()[case];
    Arc::new(rapport::scenario::read(file, text.as_bytes()).unwrap())
}

fn setup(scenario: &Scenario, seed: u64) -> Setup {
    let teams = vec![String::new()];
    Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: scenario.guide.rounds, teams, recording: Recording::Off }
}

fn game(scenario: &Arc<Scenario>, seed: u64) -> Game {
    Game::new(scenario.clone(), &setup(scenario, seed))
}

fn look(state: &Game) -> View {
    view_now(state, Seat { team: TEAM, role: Role::AccountManager })
}

/// Puts an answer into the plan.
fn give(state: &mut Game, question: &Question, place: usize) {
    for card in &question.answers[place].cards {
        let answer = apply(state, Seat { team: TEAM, role: question.role }, Command::Add(card.clone()));
        assert_eq!(answer, Ok(()), "{:?}: {card:?}", question.about);
    }
}

/// A month as it opens once the strategy is filed.
fn settle(state: &mut Game) {
    play_opened(state, TEAM, Answering::Nothing, &mut Vec::new());
}

#[test]
fn every_answer_can_be_given_in_every_case_and_shows_as_the_one_that_was() {
    for case in 0..rapport::scenario::embedded().len() {
        let scenario = scenario(case);
        let (mut state, mut asked) = (game(&scenario, 3), 0);
        let mut refused = Vec::new();
        while !state.over() {
            settle(&mut state);
            for question in questions(&look(&state)) {
                asked += 1;
                for place in 0..question.answers.len() {
                    let mut copy = state.clone();
                    assert!(question.answers[place].possible(), "{:?} {:?}", question.about, question.answers[place].choice);
                    give(&mut copy, &question, place);
                    let after = questions(&look(&copy));
                    let same = after.iter().find(|q| q.about == question.about).unwrap();
                    assert_eq!(same.answered().map(|a| a.choice), Some(question.answers[place].choice));
                }
            }
            play_opened(&mut state, TEAM, if case % 2 == 0 { Answering::Well } else { Answering::ByLuck }, &mut refused);
            resolve(&mut state);
        }
        assert!(asked >= 12, "case {case}: one a month, {asked}");
        assert_eq!(refused, [], "case {case}");
    }
}

/// What the rest of a game is worth once the month's plan stands.
fn finish(mut state: Game) -> f64 {
    resolve(&mut state);
    while !state.over() {
        play_opened(&mut state, TEAM, Answering::Well, &mut Vec::new());
        resolve(&mut state);
    }
    let worth = worth(&state, TEAM);
    worth.contribution.to_yuan() + 0.8 * worth.equity.to_yuan()
}

/// The name of a kind of question.
fn kind(about: About) -> &'static str {
    match about {
        About::Time(..) => "time",
        About::Many => "many",
        About::Quiet(..) => "quiet",
        About::Terms(_) => "terms",
        About::Offer(_) => "offer",
        About::Looking => "looking",
        About::Serving => "serving",
        About::YearEnd(_) => "year end",
    }
}

/// Each answer is given in a copy of the game, all else alike: how often is it the one that was right in the end?
#[test]
fn no_answer_is_always_right_and_none_always_wrong() {
    const GAMES: u64 = 20;
    let scenario = scenario(0);
    let cases: Vec<(&str, usize, usize)> = (700..700 + GAMES)
        .into_par_iter()
        .flat_map_iter(|seed| {
            let mut state = game(&scenario, seed);
            let mut cases = Vec::new();
            while !state.over() {
                settle(&mut state);
                for question in questions(&look(&state)) {
                    let worths: Vec<f64> = (0..question.answers.len())
                        .map(|place| {
                            let mut copy = state.clone();
                            give(&mut copy, &question, place);
                            finish(copy)
                        })
                        .collect();
                    let best = (0..worths.len()).max_by(|&a, &b| worths[a].total_cmp(&worths[b])).unwrap();
                    // where it makes no difference, nothing was right
                    let alone = worths.iter().filter(|worth| **worth > worths[best] - 1.0).count() == 1;
                    cases.extend(alone.then_some((kind(question.about), worths.len(), best)));
                }
                play_opened(&mut state, TEAM, Answering::Well, &mut Vec::new());
                resolve(&mut state);
            }
            cases
        })
        .collect();
    let mut right: BTreeMap<(&str, usize), Vec<u32>> = BTreeMap::new();
    for (kind, answers, best) in cases {
        right.entry((kind, answers)).or_insert_with(|| vec![0; answers])[best] += 1;
    }
    for ((kind, answers), wins) in &right {
        let all: u32 = wins.iter().sum();
        println!("{kind}, {answers} answers, right: {wins:?}");
        // too few to say anything
        if all < 20 {
            continue;
        }
        for wins in wins {
            let share = f64::from(*wins) / f64::from(all);
            assert!((0.05..=0.85).contains(&share), "{kind} of {answers}: {right:?}");
        }
    }
    assert!(["time", "terms", "looking"].iter().all(|kind| right.keys().any(|(k, _)| k == kind)), "{right:?}");
}

#[test]
fn what_is_told_of_the_time_for_a_deal_is_what_becomes_of_it() {
    let scenario = scenario(0);
    // told and true: the chance once the time is spent, money in yuan
    let (chances, money): (Vec<_>, Vec<_>) = (0..24_u64).into_par_iter().map(|seed| outcomes(&scenario, seed)).unzip();
    let (chances, money) = (chances.concat(), money.concat());
    let mean = |pairs: &[(f64, f64)], of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let near = chances.iter().filter(|(told, came)| (told - came).abs() <= 0.1).count() as f64 / chances.len() as f64;
    assert!(chances.len() > 200 && near >= 0.85, "{near} of {} within ten points", chances.len());
    assert!((mean(&chances, |c| c.0) - mean(&chances, |c| c.1)).abs() <= 0.03, "no better and no worse on average");
    assert!(money.len() > 100 && mean(&money, |m| (m.0 - m.1).abs()) <= 0.05 * mean(&money, |m| m.1), "{money:?}");
}

type Pairs = Vec<(f64, f64)>;

/// Of the deals that a game's answers gave time to: the chance told and the one it had then, the money told and spent.
fn outcomes(scenario: &Arc<Scenario>, seed: u64) -> (Pairs, Pairs) {
    let mut state = Game::new(scenario.clone(), &Setup { recording: Recording::Full, ..setup(scenario, seed) });
    let (mut chances, mut money) = (Vec::new(), Vec::new());
    while !state.over() {
        let opened = look(&state);
        play_opened(&mut state, TEAM, if seed.is_multiple_of(2) { Answering::Well } else { Answering::ByLuck }, &mut Vec::new());
        let view = look(&state);
        let given: Vec<(NeedId, Minutes)> = questions(&view)
            .iter()
            .flat_map(|question| question.answers.iter().filter(|answer| answer.chosen()))
            .filter_map(
                |answer| if let Choice::Pursue(id) | Choice::Convince(id) | Choice::Plain(id) = answer.choice { Some((id, answer.minutes)) } else { None },
            )
            .collect();
        let round = state.round;
        resolve(&mut state);
        let (then, past) = (look(&state), state.journal.teams[0].past.last().unwrap().clone());
        for (id, time) in given {
            let deal = opened.deal(id).unwrap();
            let decided = past.happened.iter().find_map(|happened| match happened {
                Happened::Won { deal, chance, .. } | Happened::NotWon { deal, chance, .. } if *deal == id => Some(*chance),
                Happened::NotInvited { deal, .. } if *deal == id => Some(0.0),
                _ => None,
            });
            let open = || then.deal(id).filter(|deal| deal.open()).map(|deal| if deal.quote.is_some() { then.standing(deal).likely } else { 0.0 });
            let told = opened.chance_after(deal, &QuoteTerms::default(), time);
            chances.extend(told.zip(decided.or_else(open)));
            let cards = view.plan.iter().filter(|card| card.role == Role::AccountManager && card.card.action.customers().contains(&id.customer));
            if cards.count() == 1 {
                let talks = state.journal.teams[0].interactions.iter();
                let spent = talks.filter(|talk| talk.round == round && talk.customer == id.customer && talk.role == Role::AccountManager);
                money.push((opened.outlay(deal, time).to_yuan(), spent.map(|talk| talk.cost).sum::<Fen>().to_yuan()));
            }
        }
    }
    (chances, money)
}

/// What people are told before a month is played is what they judge the program by. Bots that answer the questions well play three games
/// of each case.
#[test]
fn the_chance_told_before_a_month_is_the_one_a_deal_has_in_it() {
    for case in 0..rapport::scenario::embedded().len() {
        let scenario = scenario(case);
        let (mut told, mut came, mut off, mut deals) = (0.0, 0.0, 0.0, 0.0);
        for seed in 40_000..40_003 {
            let mut state = Game::new(scenario.clone(), &Setup { recording: Recording::Full, ..setup(&scenario, seed) });
            while !state.over() {
                play_opened(&mut state, TEAM, Answering::Well, &mut Vec::new());
                let expected = chances::told(&look(&state));
                let month = usize::from(state.round.0) - 1;
                resolve(&mut state);
                for happened in &state.journal.teams[0].past[month].happened {
                    let (Happened::Won { deal, chance, .. } | Happened::NotWon { deal, chance, .. }) = happened else { continue };
                    if let Some(expected) = expected.iter().find(|expected| expected.deal == *deal) {
                        (told, came, off, deals) = (told + expected.chance, came + chance, off + (chance - expected.chance).abs(), deals + 1.0);
                    }
                }
            }
        }
        let [bias, spread] = [(came - told) / deals, off / deals];
        assert!(deals >= 10.0 && bias.abs() < 0.03 && spread < 0.06, "case {case}: {deals} deals, off by {bias:.3} on average, {spread:.3} each");
    }
}
