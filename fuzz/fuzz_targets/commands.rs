//! Any bytes as a sequence of commands to a room: each is carried out or refused, a refused one changes nothing, money
//! is conserved, and the log opens to the same game.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::room::{Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Fen, Role, Seat, TeamId};

/// More months than this find nothing new.
const MOST_ROUNDS: usize = 14;

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, mut bytes)) = bytes.split_first() else { return };
    let market = if kind & 1 == 0 { MarketKind::Mirror } else { MarketKind::Shared };
    let scenarios = scenario::embedded();
    let (_, text) = scenarios[usize::from(kind >> 1) % scenarios.len()];
    let teams = vec![TeamSetup::of_people("one"), TeamSetup::of_people("two")];
    let setup = Setup { seed: u64::from(kind), market, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let Ok(mut room) = Room::new(text, setup) else { return };
    let mut rounds = 0;
    while let Some((&who, rest)) = bytes.split_first() {
        bytes = rest;
        if who == u8::MAX {
            if rounds == MOST_ROUNDS || room.close_round().is_err() {
                break;
            }
            rounds += 1;
            continue;
        }
        let Ok((command, rest)) = postcard::take_from_bytes::<Command>(bytes) else { continue };
        bytes = rest;
        let seat = Seat { team: TeamId(who & 3), role: Role::ALL[usize::from(who >> 2) % Role::ALL.len()] };
        let before = room.log().records().len();
        if room.send(seat, command).is_err() {
            assert_eq!(room.log().records().len(), before, "a refused command is in the log");
        }
    }
    let truth = room.truth();
    for team in &truth.teams {
        let entries: Fen = team.ledger.iter().map(|entry| entry.amount).sum();
        assert_eq!(entries, team.cash, "money is conserved");
    }
    let again = Room::open(&room.log().to_bytes()).expect("the log of a game opens");
    assert_eq!(again.round(), room.round());
});
