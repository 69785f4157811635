//! The log on the disk: added to, whole whatever happens, and listed for "Continue".
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::bots::BotKind;
use rapport::room::{Act, Batch, Cases, Log, LogStore, Player, Refusal, Room, Setup, TeamSetup, to_the_end};
use rapport::scenario;
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
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
        Setup { seed: 3, luck: 3, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams },
    )
    .unwrap()
}

fn prospect() -> Command {
    Command::Add(Card { action: Action::Prospect(cards::Prospect { time: Minutes(30) }), write_up: true })
}

/// The developer decides on the plan as it lies.
fn say<S: LogStore>(table: &mut StoredRoom<S>, act: impl Into<Act>) -> Result<(), SendError<S::Error>> {
    table.send(table.room().now(DEVELOPER, act))
}

#[test]
fn every_acknowledged_decision_is_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(&folder.path().join("saves"), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    say(&mut table, Command::Clear).unwrap();
    say(&mut table, prospect()).unwrap();
    assert!(matches!(say(&mut table, Act::Withdraw), Err(SendError::Refused(Refusal::NotSubmitted))));
    table.close_round().unwrap();
    say(&mut table, Command::Clear).unwrap();
    let bytes = table.room().log().to_open_bytes();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    drop(table);
    let table = StoredRoom::open(&path).unwrap();
    assert_eq!((table.room().round(), table.room().log().to_open_bytes(), table.torn()), (Round(2), bytes, None));
}

#[test]
fn a_decision_that_cannot_be_saved_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("saves");
    let path = next_path(&saves, "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    say(&mut table, Command::Clear).unwrap();
    let before = table.room().log().to_bytes();
    let view = table.room().view(DEVELOPER).unwrap();
    let away = folder.path().join("away");
    fs::rename(&saves, &away).unwrap();
    assert!(matches!(say(&mut table, prospect()), Err(SendError::NotSaved(_))));
    assert!(matches!(table.close_round(), Err(SendError::NotSaved(_))));
    assert_eq!(table.room().log().to_bytes(), before);
    assert_eq!((table.room().round(), table.room().view(DEVELOPER).unwrap().plan.len()), (Round(1), view.plan.len()));
    fs::rename(&away, &saves).unwrap();
    say(&mut table, prospect()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), table.room().log().to_open_bytes());
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
            say(&mut table, Command::Clear).unwrap();
            say(&mut table, prospect()).unwrap();
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

/// Another program's part: cuts the last write of a game off, or adds to its file.
fn changed(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_game_whose_last_write_was_cut_off_goes_on_from_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    say(&mut table, Command::Clear).unwrap();
    let acknowledged = table.room().log().to_open_bytes();
    table.close_round().unwrap();
    drop(table);
    let whole = fs::read(&path).unwrap();
    let last = whole.len() - acknowledged.len();
    for cut in (1..last).step_by(97).chain([last - 1]) {
        for zeros in [0, 1, 4_000] {
            fs::write(&path, &whole).unwrap();
            changed(&path, |bytes| {
                bytes.truncate(acknowledged.len() + cut);
                bytes.resize(bytes.len() + zeros, 0);
            });
            if cut == last - 1 {
                // all but the end of its last line is there, so it counts; with anything after it, it was changed
                assert_eq!(StoredRoom::open(&path).is_ok(), zeros == 0);
                continue;
            }
            assert_eq!(list(folder.path()).unwrap()[0].content.as_ref().unwrap().round, Round(1));
            let mut table = StoredRoom::open(&path).unwrap();
            assert_eq!(table.torn().map(|torn| torn.bytes), Some(cut + zeros));
            assert_eq!(table.room().log().to_open_bytes(), acknowledged);
            say(&mut table, prospect()).unwrap();
            assert_eq!(fs::read(&path).unwrap(), table.room().log().to_open_bytes(), "cut after {cut}, {zeros} zeros");
        }
    }
    // the end of a line is made up before anything follows it
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let mut table = StoredRoom::open(&path).unwrap();
    assert_eq!((table.room().round(), table.torn()), (Round(2), None));
    say(&mut table, Command::Clear).unwrap();
    assert!(fs::read(&path).unwrap().starts_with(&whole));
    drop(table);
    assert!(StoredRoom::open(&path).is_ok());
}

#[test]
fn a_saved_game_whose_line_ends_were_changed_goes_on_and_is_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    say(&mut table, prospect()).unwrap();
    table.close_round().unwrap();
    let bytes = table.room().log().to_open_bytes();
    drop(table);
    let text = String::from_utf8(bytes.clone()).unwrap();
    for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}"), text.trim_end().replace('\n', "\r\n")] {
        fs::write(&path, &other).unwrap();
        assert!(list(folder.path()).unwrap()[0].content.is_ok());
        let mut table = StoredRoom::open(&path).unwrap();
        assert_eq!((table.room().round(), table.torn()), (Round(2), None));
        say(&mut table, prospect()).unwrap();
        assert_eq!(fs::read(&path).unwrap(), table.room().log().to_open_bytes());
        assert!(fs::read(&path).unwrap().starts_with(&bytes));
    }
    // one that is damaged as well is left as it is
    let damaged = text.replacen("Resolved", "Resolve", 1).replace('\n', "\r\n");
    fs::write(&path, &damaged).unwrap();
    assert!(matches!(StoredRoom::open(&path), Err(OpenError::Log { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
}

#[test]
fn a_closed_log_can_be_played_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "new_era").unwrap();
    let mut handed_in = room();
    handed_in.close_round().unwrap();
    fs::write(&path, handed_in.log().to_bytes()).unwrap();
    let mut table = StoredRoom::open(&path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), handed_in.log().to_bytes(), "looking at it changes nothing");
    say(&mut table, Command::Clear).unwrap();
    let open = handed_in.log().to_open_bytes();
    let bytes = fs::read(&path).unwrap();
    assert_eq!((&bytes[..open.len()], table.room().log().to_open_bytes()), (&open[..], bytes.clone()));
    drop(table);
    assert_eq!(StoredRoom::open(&path).unwrap().room().log().records().len(), handed_in.log().records().len() + 1);
}

#[test]
fn what_saving_a_decision_costs_does_not_grow_with_the_game() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "new_era").unwrap();
    let mut table = StoredRoom::create(room(), &path).unwrap();
    let one_more = |table: &mut StoredRoom| {
        let before = fs::metadata(&path).unwrap().len();
        say(table, Command::Clear).unwrap();
        fs::metadata(&path).unwrap().len() - before
    };
    let first = one_more(&mut table);
    while table.room().round() < Round(9) {
        table.close_round().unwrap();
    }
    assert_eq!(one_more(&mut table), first);
    assert!(first < 200, "{first} bytes");
    drop(table);
    // and each batch is all that its store is ever given
    let mut table = StoredRoom::kept(room(), Counting { log: room().log().to_open_bytes(), ..Counting::default() });
    table.close_round().unwrap();
    for _ in 0..3 {
        say(&mut table, Command::Clear).unwrap();
    }
    let counted = table.store();
    assert_eq!((counted.appended[1..].to_vec(), counted.records), (vec![counted.appended[1]; 3], table.room().log().records().len()));
}

/// A store that counts what it is given, and takes nothing while `FAILS`.
#[derive(Debug, Default)]
struct Counting {
    log: Vec<u8>,
    appended: Vec<usize>,
    records: usize,
}

thread_local! {
    /// Whether the counting store of this thread fails.
    static FAILS: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

impl LogStore for Counting {
    type Error = std::io::Error;

    fn load(&mut self) -> Result<Vec<u8>, Self::Error> {
        Ok(self.log.clone())
    }

    fn append(&mut self, batch: Batch<'_>) -> Result<(), Self::Error> {
        if FAILS.get() {
            return Err(std::io::Error::other("told to fail"));
        }
        assert_eq!(batch.after, self.records, "no record is left out or given twice");
        self.records += batch.lines.lines().count();
        self.appended.push(batch.lines.len());
        self.log.truncate(batch.at);
        self.log.extend_from_slice(batch.lines.as_bytes());
        Ok(())
    }
}

#[test]
fn a_decision_whose_save_fails_leaves_nothing_behind_and_the_game_goes_on() {
    let begun = room().log().to_open_bytes();
    let mut table = StoredRoom::kept(room(), Counting { log: begun.clone(), ..Counting::default() });
    FAILS.set(true);
    let revision = table.room().revision(DEVELOPER);
    for act in [Act::Submit, Command::Clear.into()] {
        assert!(matches!(say(&mut table, act), Err(SendError::NotSaved(_))));
    }
    assert!(matches!(table.close_round(), Err(SendError::NotSaved(_))));
    assert!((table.room().revision(DEVELOPER), table.room().submitted(DEVELOPER), table.room().round()) == (revision, false, Round(1)));
    assert_eq!(table.room().log().to_open_bytes(), begun);
    // a disk that has room again
    FAILS.set(false);
    say(&mut table, Command::Clear).unwrap();
    table.close_round().unwrap();
    table.undo_round().unwrap();
    say(&mut table, Act::Submit).unwrap();
    assert_eq!(table.store().log, table.room().log().to_open_bytes());
    let (again, torn) = Room::recover(&table.store().log, &mut Cases::default(), &mut to_the_end).unwrap();
    assert_eq!((again.log().records(), torn), (table.room().log().records(), None));
    assert!(again.submitted(DEVELOPER));
}

#[test]
fn a_game_of_another_version_is_told_as_such_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = next_path(folder.path(), "perseus").unwrap();
    let old = include_bytes!("fixtures/log-0.1.0.ron");
    fs::write(&path, old).unwrap();
    let listed = list(folder.path()).unwrap();
    let error = listed[0].content.as_ref().unwrap_err();
    assert_eq!(error.made_by(), Some("0.1.0"));
    assert!(error.to_string().contains("made by Rapport 0.1.0") && error.to_string().contains("docs/versions.md"), "{error}");
    assert_eq!(StoredRoom::open(&path).unwrap_err().made_by(), Some("0.1.0"));
    assert_eq!(fs::read(&path).unwrap(), old);
    // what is damaged is not called another version's
    changed(&path, |bytes| *bytes = b"nothing".to_vec());
    assert_eq!(StoredRoom::open(&path).unwrap_err().made_by(), None);
}

#[test]
fn a_file_that_is_not_whole_at_its_beginning_is_never_taken_for_a_game() {
    let bytes = room().log().to_open_bytes();
    for end in (0..bytes.len()).rev().step_by(61).chain(bytes.len() - 100..bytes.len()) {
        assert!(Log::recover(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
    }
}
