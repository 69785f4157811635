//! What becomes of every bot in a case, a line a game: whatever changes a game changes a line that can be read.

use rapport::bots::{self, BotKind, Policy, play_month};
use rapport::room::Hash;
use rapport::scenario;
use rapport::sim;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::journal::report::{Happened, TeamReport};
use rapport::sim::score::{Benchmarks, score, worth};
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind, Relation, Team};
use rapport::sim::terms::Phase;
use rapport::sim::units::{Fen, TeamId};
use sha2::{Digest, Sha256};
use std::sync::Arc;

const HEADING: &str = "\
board bot              score       cash    revenue contribution orders left  unkn awar expl form stab decl lost  satisf.   trust";

const PHASES: [Phase; 7] = [Phase::Unknown, Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost];

/// The games of all bots on some boards of a built-in case. Money in yuan; `left` counts losses of customers; satisfaction
/// and trust are means over the customers the team knows. Each bot has the market for itself.
pub fn of_bots(case: &str, boards: std::ops::Range<u64>) -> String {
    let (file, text) = scenario::embedded().iter().find(|(file, _)| file.strip_suffix(".ron") == Some(case)).expect("a case of the game");
    let scenario = Arc::new(scenario::read(file, text.as_bytes()).expect("it reads"));
    let mut table = format!("{HEADING}\n");
    for seed in boards {
        let setup = Setup {
            seed,
            luck: seed,
            market: MarketKind::Mirror,
            compliance: Compliance::Show,
            rounds: scenario.guide.rounds,
            teams: BotKind::ALL.map(|kind| kind.id().to_owned()).to_vec(),
            recording: Recording::Off,
        };
        let mut state = Game::new(scenario.clone(), &setup);
        let mut left = [0; BotKind::ALL.len()];
        while !state.over() {
            for (place, kind) in BotKind::ALL.iter().enumerate() {
                play_month(&mut state, TeamId::at(place), &kind.policy(), &mut Vec::new());
            }
            for (left, report) in left.iter_mut().zip(sim::resolve(&mut state).teams) {
                *left += losses(&report);
            }
        }
        let worth_of = |kind: BotKind| worth(&state, TeamId::at(kind as usize));
        let scale = Benchmarks { passive: worth_of(BotKind::Passive), reference: worth_of(BotKind::Balanced) };
        for (team, left) in state.teams.iter().zip(left) {
            table += &line(&state, team, &scale, left);
        }
    }
    table
}

fn losses(report: &TeamReport) -> usize {
    report.happened.iter().filter(|what| matches!(what, Happened::Churned { .. })).count()
}

fn line(state: &Game, team: &Team, scale: &Benchmarks, left: usize) -> String {
    let yuan = |amount: Fen| format!("{:.0}", amount.to_yuan());
    let revenue: Fen = team.books.months.iter().map(|month| month.revenue).sum();
    let orders: u32 = team.relations.iter().map(|relation| u32::from(relation.history.won)).sum();
    let phases = PHASES.map(|phase| format!("{:5}", team.relations.iter().filter(|relation| relation.phase == phase).count()));
    let known: Vec<&Relation> = team.relations.iter().filter(|relation| relation.known()).collect();
    let mean = |measure: fn(&Relation) -> f64| known.iter().map(|relation| measure(relation)).sum::<f64>() / known.len().max(1) as f64;
    format!(
        "{:5} {:15} {:6.2} {:>10} {:>10} {:>12} {orders:6} {left:4} {} {:8.3} {:7.3}\n",
        state.luck.board,
        team.name,
        score(state, team.id, scale).total,
        yuan(team.cash()),
        yuan(revenue),
        yuan(worth(state, team.id).contribution),
        phases.concat(),
        mean(|relation| relation.measures.satisfaction()),
        mean(|relation| relation.measures.trust()),
    )
}

/// SHA-256 over the last hashes of games of all bots, in all cases and both kinds of market.
pub fn fingerprint() -> String {
    let mut digest = Sha256::new();
    for (file, text) in scenario::embedded() {
        let scenario = Arc::new(scenario::read(file, text.as_bytes()).expect("it reads"));
        for (market, kinds) in [(MarketKind::Mirror, &BotKind::ALL[..]), (MarketKind::Shared, &BotKind::ALL[..4])] {
            let setup = Setup {
                seed: 1,
                luck: 2,
                market,
                compliance: Compliance::Show,
                rounds: scenario.guide.rounds,
                teams: kinds.iter().map(|kind| kind.id().to_owned()).collect(),
                recording: Recording::Off,
            };
            let mut game = Game::new(scenario.clone(), &setup);
            let policies: Vec<Policy> = kinds.iter().map(|kind| kind.policy()).collect();
            bots::play_game(&mut game, &policies, &mut Vec::new(), |_| ());
            digest.update(sim::hash(&game));
        }
    }
    Hash(digest.finalize().into()).to_string()
}
