//! Any bytes as a sequence of commands: each is carried out or refused, a refused one changes nothing, money is
//! conserved; and now and then the same through a room, whose log then opens to the same game.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::room::{Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::cards::command::Command;
use rapport::sim::scenario::Scenario;
use rapport::sim::game::Game;
use rapport::sim::state::{Compliance, MarketKind, Recording};
use rapport::sim::units::{Fen, Role, Seat, TeamId};
use rapport::sim::{self, setup};
use std::sync::{Arc, LazyLock};

/// More months than this find nothing new.
const MOST_ROUNDS: usize = 13;
/// One game in so many is played through a room: reading the scenario and the log takes long.
const ROOMS: usize = 64;

static SCENARIOS: LazyLock<Vec<Arc<Scenario>>> =
    LazyLock::new(|| scenario::embedded().iter().map(|(file, text)| Arc::new(scenario::read(file, text.as_bytes()).expect("a case of the game"))).collect());

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let market = if kind & 1 == 0 { MarketKind::Mirror } else { MarketKind::Shared };
    let compliance = [Compliance::Show, Compliance::Hide, Compliance::Forbid, Compliance::Show][usize::from(kind >> 1 & 3)];
    let case = usize::from(kind >> 3) % SCENARIOS.len();
    rules(case, market, compliance, bytes);
    if bytes.len() % ROOMS == ROOMS - 1 {
        room(case, market, compliance, bytes);
    }
});

/// What a byte string says: commands of seats, and the end of a month between them.
fn each(mut bytes: &[u8], mut act: impl FnMut(Option<(Seat, Command)>) -> bool) {
    while let Some((&who, rest)) = bytes.split_first() {
        bytes = rest;
        let step = if who == u8::MAX {
            None
        } else {
            let Ok((command, rest)) = postcard::take_from_bytes::<Command>(bytes) else { continue };
            bytes = rest;
            Some((Seat { team: TeamId(who & 3), role: Role::ALL[usize::from(who >> 2) % Role::ALL.len()] }, command))
        };
        if !act(step) {
            return;
        }
    }
}

fn rules(case: usize, market: MarketKind, compliance: Compliance, bytes: &[u8]) {
    let teams = vec!["one".into(), "two".into()];
    let mut state = Game::new(SCENARIOS[case].clone(), &setup::Setup { seed: case as u64, market, rounds: 12, compliance, teams, recording: Recording::Full });
    let mut rounds = 0;
    each(bytes, |step| match step {
        Some((seat, command)) => {
            let before = sim::hash(&state);
            if sim::apply(&mut state, seat, command).is_err() {
                assert_eq!(sim::hash(&state), before, "a refused command has changed something");
            }
            true
        }
        None => {
            sim::resolve(&mut state);
            let _ = sim::view(&state, Seat { team: TeamId(0), role: Role::AccountManager });
            rounds += 1;
            rounds < MOST_ROUNDS
        }
    });
    for team in &state.teams {
        let entries: Fen = team.ledger.iter().map(|entry| entry.amount).sum();
        assert_eq!(entries, team.cash, "money is conserved");
    }
}

fn room(case: usize, market: MarketKind, compliance: Compliance, bytes: &[u8]) {
    let (_, text) = scenario::embedded()[case];
    let teams = vec![TeamSetup::of_people("one"), TeamSetup::of_people("two")];
    let Ok(mut room) = Room::new(text, Setup { seed: case as u64, market, rounds: None, fictional_names: false, compliance, teams }) else { return };
    let mut rounds = 0;
    each(bytes, |step| match step {
        Some((seat, command)) => {
            let before = room.log().records().len();
            if room.send(seat, command).is_err() {
                assert_eq!(room.log().records().len(), before, "a refused command is in the log");
            }
            true
        }
        None => {
            rounds += 1;
            rounds < MOST_ROUNDS && room.close_round().is_ok()
        }
    });
    let again = Room::open(&room.log().to_bytes()).expect("the log of a game opens");
    assert_eq!((again.round(), again.last_hash()), (room.round(), room.last_hash()));
}
