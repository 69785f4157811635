//! The log on the disk: whole, atomic, and listed for "Continue".
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::bots::BotKind;
use rapport::room::{Log, Player, Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::Reject;
use rapport::sim::units::{Minutes, Role, Round, Seat, TeamId};
use rapport::store::{OpenError, SendError, StoredRoom, list, next_path};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};

const DEVELOPER: Seat = Seat { team: TeamId(0), role: Role::Developer };

fn room() -> Room {
    let friends = TeamSetup {
        name: "friends".to_owned(),
        players: [Player::Person, Player::Bot(BotKind::Balanced), Player::Bot(BotKind::Balanced), Player::Person, Player::Person],
        members: Vec::new(),
    };
    let teams = vec![friends, TeamSetup::of_bots("balanced", BotKind::Balanced)];
    Room::new(
        scenario::embedded()[0].1,
        Setup { seed: 3, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams },
    )
    .unwrap()
}

fn prospect() -> Command {
    Command::Add(Card { action: Action::Prospect(cards::Prospect { time: Minutes(30) }), write_up: true })
}

#[test]
fn every_acknowledged_decision_is_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(&folder.path().join("saves"), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    table.send(DEVELOPER, Command::Clear).unwrap();
    table.send(DEVELOPER, prospect()).unwrap();
    assert!(matches!(table.send(DEVELOPER, Command::Withdraw), Err(SendError::Rejected(Reject::NotSubmitted))));
    table.close_round().unwrap();
    table.send(DEVELOPER, Command::Clear).unwrap();
    let bytes = table.room().log().to_bytes();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    drop(table);
    let table = StoredRoom::open(&path).unwrap();
    assert_eq!((table.room().round(), table.room().log().to_bytes()), (Round(2), bytes));
}

#[test]
fn a_decision_that_cannot_be_saved_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("saves");
    let path = next_path(&saves, "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    table.send(DEVELOPER, Command::Clear).unwrap();
    let before = table.room().log().to_bytes();
    let view = table.room().view(DEVELOPER).unwrap();
    let away = folder.path().join("away");
    fs::rename(&saves, &away).unwrap();
    assert!(matches!(table.send(DEVELOPER, prospect()), Err(SendError::NotSaved(_))));
    assert!(matches!(table.close_round(), Err(SendError::NotSaved(_))));
    assert_eq!(table.room().log().to_bytes(), before);
    assert_eq!((table.room().round(), table.room().view(DEVELOPER).unwrap().plan.len()), (Round(1), view.plan.len()));
    fs::rename(&away, &saves).unwrap();
    table.send(DEVELOPER, prospect()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), table.room().log().to_bytes());
}

#[test]
fn a_game_is_open_only_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "new_era").unwrap();
    let table = StoredRoom::create(room(), &path).unwrap();
    assert!(matches!(StoredRoom::open(&path), Err(OpenError::InUse { .. })));
    drop(table);
    assert!(StoredRoom::open(&path).is_ok());
    assert!(matches!(StoredRoom::create(room(), &path), Err(OpenError::Unreadable { .. })), "a saved game is never overwritten by a new one");
}

#[test]
fn the_list_shows_intact_and_damaged_games() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(list(&folder.path().join("none")).unwrap().len(), 0);
    let first = next_path(folder.path(), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &first).unwrap();
    table.close_round().unwrap();
    table.close_round().unwrap();
    table.undo_round().unwrap();
    let second = next_path(folder.path(), "new_era").unwrap();
    assert_ne!(first, second);
    let mut damaged = fs::read(&first).unwrap();
    damaged[400] ^= 1;
    fs::write(&second, &damaged).unwrap();
    fs::write(folder.path().join("notes.txt"), "not a game").unwrap();
    let games = list(folder.path()).unwrap();
    assert_eq!(games.len(), 2);
    let intact = games.iter().find(|game| game.path == first).unwrap().content.as_ref().unwrap();
    assert_eq!((intact.round, intact.rounds, intact.month, intact.people), (Round(2), 12, (2012, 2), 1));
    assert_eq!(intact.teams, ["friends", "balanced"]);
    assert!(!intact.over() && !intact.title.zh.is_empty());
    let broken = games.iter().find(|game| game.path == second).unwrap().content.as_ref().unwrap_err();
    assert!(broken.to_string().contains("new_era-002.rapport.ron"), "{broken}");
    assert!(matches!(StoredRoom::open(&second), Err(OpenError::Log { .. })));
    assert_eq!(fs::read(&second).unwrap(), damaged, "a damaged file is left as it is");
}

/// Not a test of its own: the process that the next test kills. It acknowledges every decision with a line.
#[test]
fn decide_until_killed() {
    let Some(path) = std::env::var_os("RAPPORT_TEST_KILLED") else { return };
    let mut table = StoredRoom::create(room(), path).unwrap();
    loop {
        for _ in 0..5 {
            table.send(DEVELOPER, Command::Clear).unwrap();
            table.send(DEVELOPER, prospect()).unwrap();
            println!("\nacknowledged {}", table.room().log().records().len());
        }
        if !table.room().over() {
            table.close_round().unwrap();
        } else {
            table.undo_round().unwrap();
        }
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    for (turn, enough) in [1, 7, 31, 64].into_iter().enumerate() {
        let path = folder.path().join(format!("{turn}.rapport.ron"));
        let acknowledged = kill_after(&path, enough);
        let table = StoredRoom::open(&path).unwrap();
        let there = table.room().log().records().len();
        assert!(there >= acknowledged, "{acknowledged} acknowledged, {there} there");
    }
}

/// Runs `decide_until_killed` until it has acknowledged so many records, kills it, and says how many it had.
fn kill_after(path: &Path, enough: usize) -> usize {
    let mut process = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "decide_until_killed", "--nocapture", "--test-threads=1"])
        .env("RAPPORT_TEST_KILLED", path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = 0;
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    while acknowledged < enough {
        if let Some(count) = lines.next().expect("it goes on until killed").unwrap().strip_prefix("acknowledged ") {
            acknowledged = count.parse().unwrap();
        }
    }
    process.kill().unwrap();
    process.wait().unwrap();
    lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("acknowledged ").and_then(|count| count.parse().ok())).last().unwrap_or(acknowledged)
}

#[test]
fn a_half_written_file_is_never_taken_for_a_game() {
    let bytes = room().log().to_bytes();
    for end in (0..bytes.len()).rev().step_by(61).chain(bytes.len() - 100..bytes.len()) {
        assert!(Log::read(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
    }
}
