//! How fast the rules are. `cargo bench --no-default-features`; compare the ratio of two runs, not single figures.
//!
//! Counters: items are whole games in `one_game`, customer-rounds in `customer_rounds`, calls elsewhere.

use divan::Bencher;
use divan::counter::ItemsCount;
use rapport::bots::{self, BotKind, Policy};
use rapport::room::{Change, Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::Scenario;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Role, Round, Seat, TeamId};
use rapport::sim::{self, setup};
use rapport::store::StoredRoom;
use rayon::prelude::*;
use std::sync::Arc;

const ROUNDS: u16 = 12;

fn main() {
    divan::main();
}

fn new_era() -> Arc<Scenario> {
    let (file, text) = scenario::embedded()[0];
    Arc::new(scenario::read(file, text.as_bytes()).expect("the built-in scenario reads"))
}

fn start(scenario: &Arc<Scenario>, seed: u64, teams: usize, recording: Recording) -> Game {
    let teams = (1..=teams).map(|team| format!("team {team}")).collect();
    Game::new(scenario.clone(), &setup::Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: ROUNDS, teams, recording })
}

fn play(mut state: Game, policies: &[Policy]) -> Game {
    bots::play_game(&mut state, policies, &mut Vec::new(), |_| ());
    state
}

/// Twelve rounds of one team of the reference bot, with the journal switched off and on: games a second. What the first costs
/// beside the second is what recording costs; the games come out the same.
#[divan::bench(args = [Recording::Off, Recording::Full])]
fn one_game(bencher: Bencher, recording: Recording) {
    let (scenario, policies) = (new_era(), [BotKind::Balanced.policy()]);
    let mut seed = 0;
    bencher
        .counter(ItemsCount::new(1u32))
        .with_inputs(|| {
            seed += 1;
            seed
        })
        .bench_local_values(|seed| play(start(&scenario, seed, 1, recording), &policies));
}

/// The same game, counted in customers times rounds.
#[divan::bench]
fn customer_rounds(bencher: Bencher) {
    let (scenario, policies) = (new_era(), [BotKind::Balanced.policy()]);
    let customers = start(&scenario, 1, 1, Recording::Off).customers.len();
    bencher.counter(ItemsCount::new(customers * usize::from(ROUNDS))).bench_local(|| play(start(&scenario, 1, 1, Recording::Off), &policies));
}

/// The rules alone: a team that does nothing.
#[divan::bench]
fn one_passive_game(bencher: Bencher) {
    let (scenario, policies) = (new_era(), [BotKind::Passive.policy()]);
    bencher.counter(ItemsCount::new(1u32)).bench_local(|| play(start(&scenario, 1, 1, Recording::Off), &policies));
}

/// A game of eight teams, planned by bots up to its sixth month.
fn eight_teams() -> Game {
    let policies: Vec<Policy> =
        [BotKind::Balanced, BotKind::Hunting, BotKind::NoCare, BotKind::Discounter].into_iter().cycle().take(8).map(BotKind::policy).collect();
    let mut state = start(&new_era(), 5, 8, Recording::Full);
    for round in 1..=6 {
        for (team, policy) in policies.iter().enumerate() {
            bots::play_month(&mut state, TeamId::at(team), policy, &mut Vec::new());
        }
        if round < 6 {
            sim::resolve(&mut state);
        }
    }
    state
}

#[divan::bench]
fn one_round_of_eight_teams(bencher: Bencher) {
    let state = eight_teams();
    bencher.with_inputs(|| state.clone()).bench_local_values(|mut state| {
        sim::resolve(&mut state);
        state
    });
}

/// Ten teams in a market of four hundred customers with contracts and visitors, planned by bots up to its sixth month.
#[divan::bench]
fn one_round_of_ten_teams_with_400_customers(bencher: Bencher) {
    let text = include_str!("../tests/scenario/many.ron");
    let scenario = Arc::new(scenario::read("many.ron", text.as_bytes()).expect("the test's scenario reads"));
    let policies: Vec<Policy> =
        [BotKind::Balanced, BotKind::Hunting, BotKind::NoCare, BotKind::EqualTreatment].into_iter().cycle().take(10).map(BotKind::policy).collect();
    let mut state = start(&scenario, 5, 10, Recording::Full);
    for round in 1..=6 {
        for (team, policy) in policies.iter().enumerate() {
            bots::play_month(&mut state, TeamId::at(team), policy, &mut Vec::new());
            if round == 6 {
                // people's months open with a filled plan
                state.desks[team].opening = rapport::sim::terms::Opening::Filled;
            }
        }
        if round < 6 {
            sim::resolve(&mut state);
        }
    }
    bencher.with_inputs(|| state.clone()).bench_local_values(|mut state| {
        sim::resolve(&mut state);
        state
    });
}

#[divan::bench]
fn hash_of_eight_teams(bencher: Bencher) {
    let state = eight_teams();
    bencher.bench_local(|| sim::hash(&state));
}

/// The present alone, as bots and the command line ask for it.
#[divan::bench]
fn a_view(bencher: Bencher) {
    let state = eight_teams();
    bencher.bench_local(|| sim::view_now(&state, Seat { team: TeamId(0), role: Role::AccountManager }));
}

/// All that the desk of one seat shows, its past included.
#[divan::bench]
fn open_a_desk(bencher: Bencher) {
    let state = eight_teams();
    bencher.bench_local(|| sim::view(&state, Seat { team: TeamId(0), role: Role::AccountManager }));
}

fn room_of(teams: Vec<TeamSetup>) -> Room {
    let setup = Setup { seed: 5, luck: 5, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    Room::new(scenario::embedded()[0].1, setup).expect("the built-in scenario is played")
}

/// A whole game of bots.
fn played(kinds: impl IntoIterator<Item = BotKind>) -> Room {
    let mut room = room_of(kinds.into_iter().enumerate().map(|(place, kind)| TeamSetup::of_bots(format!("team {place}"), kind)).collect());
    while !room.over() {
        room.close_round().expect("not over");
    }
    room
}

/// The whole game again from the start of a month, nothing changed.
#[divan::bench(args = [1, 4, 7, 10])]
fn branch(bencher: Bencher, month: u16) {
    let room = played([BotKind::Balanced]);
    bencher.bench_local(|| room.branch(Round(month)).expect("a month that was played").unchanged());
}

/// So many decisions left out, one at a time, each played from its month to the end of the game: on one core, and on all.
#[divan::bench(args = [500, 5_000], sample_count = 10, sample_size = 1)]
fn what_ifs(bencher: Bencher, count: usize) {
    let room = played([BotKind::Balanced]);
    bencher.counter(ItemsCount::new(count)).bench_local(|| spread(&room, count).map(|place| without(&room, place)).sum::<usize>());
}

#[divan::bench(args = [500, 5_000], sample_count = 10, sample_size = 1)]
fn what_ifs_on_all_cores(bencher: Bencher, count: usize) {
    let room = played([BotKind::Balanced]);
    let places: Vec<usize> = spread(&room, count).collect();
    bencher.counter(ItemsCount::new(count)).bench_local(|| places.par_iter().map(|&place| without(&room, place)).sum::<usize>());
}

/// Places of decisions all over a game, in an order that has nothing to do with the months.
fn spread(room: &Room, count: usize) -> impl Iterator<Item = usize> + use<> {
    let decided = room.decided().len();
    (0..count).map(move |nth| nth * 7_919 % decided)
}

fn without(room: &Room, place: usize) -> usize {
    let branch = room.branch(room.decided()[place].round).expect("a month that was played");
    branch.with(&Change::Without(place)).expect("a decision of this month").refused
}

/// A log of twelve months with eight teams: read, checked, played again with all hashes.
#[divan::bench]
fn open_a_log(bencher: Bencher) {
    let kinds = [BotKind::Balanced, BotKind::Hunting, BotKind::NoCare, BotKind::Discounter];
    let room = played(kinds.into_iter().cycle().take(8));
    let log = room.log().to_bytes();
    bencher.bench_local(|| Room::open(&log).expect("a log"));
}

/// From a decision to its acknowledgement, in the first month and in the last of a game of eight teams of people; the disk included.
#[divan::bench(args = [1, ROUNDS])]
fn save_a_decision(bencher: Bencher, month: u16) {
    let mut room = room_of((1..=8).map(|team| TeamSetup::of_people(format!("team {team}"))).collect());
    let people: Vec<Seat> = room.people().collect();
    while room.round().0 < month {
        for &seat in &people {
            // Eight decisions a role, more or less.
            for _ in 0..4 {
                for command in [Command::Refill, Command::FillTasks] {
                    room.send(room.now(seat, command)).expect("always allowed");
                }
            }
        }
        room.close_round().expect("not over");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut table = StoredRoom::create(room, folder.path().join("game.rapport.ron")).expect("a new file");
    bencher.bench_local(|| table.send(table.room().now(people[0], Command::Refill)).expect("always allowed"));
}
