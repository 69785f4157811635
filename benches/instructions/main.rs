//! Games to count instructions of: `instructions replay|balanced|passive GAMES`. `benches/instructions/run` counts and divides.
//!
//! Instructions are the same at every run and under any load, so a change of a hundredth shows; of time they tell roughly.
//! All games are prepared before the first is played, and as many for few as for many, so that in the difference of two runs
//! only playing is left.

use rapport::bots::{self, BotKind};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::Scenario;
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Role, Seat, TeamId};
use rapport::sim::{self, view_now};
use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;

const ROUNDS: u16 = 12;
/// Games that are prepared: seeds 1 to this.
const PREPARED: usize = 25;
const TEAM: TeamId = TeamId(0);

/// What is played.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Recorded decisions of the balanced bot, without its views and its thinking and without hashes.
    Replay,
    /// A bot from its first view to the end.
    Bot(BotKind),
}

/// A game at its start and, for a replay, what was decided in each month.
struct Prepared {
    start: Game,
    months: Vec<Vec<(Seat, Command)>>,
}

fn main() -> ExitCode {
    // cargo adds --bench where it starts the program itself
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (Some(kind), Some(games)) = (arguments.first().and_then(|word| kind(word)), arguments.get(1).and_then(|word| word.parse().ok())) else {
        eprintln!("usage: instructions replay|balanced|passive GAMES");
        return ExitCode::from(2);
    };
    if games > PREPARED {
        eprintln!("at most {PREPARED} games are prepared");
        return ExitCode::from(2);
    }
    let (file, text) = scenario::embedded()[0];
    let scenario = Arc::new(scenario::read(file, text.as_bytes()).expect("the built-in scenario reads"));
    let prepared: Vec<Prepared> = (1..=PREPARED).map(|seed| prepare(&scenario, seed as u64, kind)).collect();
    let customer_rounds: usize = prepared.iter().take(games).map(|game| game.start.customers.len() * usize::from(ROUNDS)).sum();
    for game in prepared.iter().take(games) {
        black_box(play(game, kind));
    }
    println!("{customer_rounds}");
    ExitCode::SUCCESS
}

fn kind(word: &str) -> Option<Kind> {
    match word {
        "replay" => Some(Kind::Replay),
        word => BotKind::from_id(word).map(Kind::Bot),
    }
}

fn prepare(scenario: &Arc<Scenario>, seed: u64, kind: Kind) -> Prepared {
    let teams = vec!["team".to_owned()];
    let setup = Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: ROUNDS, teams, recording: Recording::Off };
    let start = Game::new(scenario.clone(), &setup);
    let months = if kind == Kind::Replay { decisions(start.clone()) } else { Vec::new() };
    Prepared { start, months }
}

/// What the balanced bot decides, month by month, as a room would write it into the log.
fn decisions(mut game: Game) -> Vec<Vec<(Seat, Command)>> {
    let policy = BotKind::Balanced.policy();
    let mut months = Vec::new();
    while !game.over() {
        let luck = game.luck.clone();
        let luck = bots::BotLuck::new(&luck, TEAM);
        let view = view_now(&game, Seat { team: TEAM, role: Role::Developer });
        let mut month = Vec::new();
        if game.round.0 == 1 {
            month.push((Seat { team: TEAM, role: Role::Developer }, bots::open_game()));
        }
        for &role in view.guide.roles() {
            month.extend(bots::decide(&policy, &view, role, &luck).into_iter().map(|command| (Seat { team: TEAM, role }, command)));
        }
        carry_out(&mut game, &month);
        months.push(month);
    }
    months
}

fn carry_out(game: &mut Game, month: &[(Seat, Command)]) {
    for (seat, command) in month {
        sim::apply(game, *seat, command.clone()).expect("the bot knows the rules");
    }
    sim::resolve(game);
}

fn play(prepared: &Prepared, kind: Kind) -> Game {
    let mut game = prepared.start.clone();
    match kind {
        Kind::Replay => prepared.months.iter().for_each(|month| carry_out(&mut game, month)),
        Kind::Bot(bot) => bots::play_game(&mut game, &[bot.policy()], &mut Vec::new(), |_| ()),
    }
    game
}
