//! Attacks that must go on failing: killed runs, changed files, other machines' settings, names that are markup, rules at their
//! bounds. A few of each by default; `fuzz/attack FACTOR` does so many times more.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::test_runner::{RngAlgorithm, TestRng};
use rapport::bots::{self, BotKind};
use rapport::room::{Log, Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::notes::{Firm, Note, OwnFields, Signature};
use rapport::sim::planning::command::Command as Told;
use rapport::sim::setup;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Role, Seat, TeamId};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SMALL: &str = include_str!("scenario/small.ron");
const MANY: &str = include_str!("scenario/many.ron");
/// How often, by default, times the factor that `fuzz/attack` sets.
const FACTOR: &str = "RAPPORT_ATTACK";

fn times(few: usize) -> usize {
    few * std::env::var(FACTOR).map_or(1, |factor| factor.parse().unwrap_or_else(|_| panic!("{FACTOR}={factor}: a whole number is wanted")))
}

/// Numbers that are the same in every run.
struct Luck(TestRng);

impl Luck {
    fn new() -> Luck {
        Luck(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    fn below(&mut self, count: usize) -> usize {
        use rand::Rng;
        (self.0.next_u64() % count as u64) as usize
    }
}

/// Some bytes of a file changed, left out, doubled, or its end cut off; never what it was.
fn changed(bytes: &[u8], luck: &mut Luck) -> Vec<u8> {
    const SIGNS: &[u8] = b"\0\r\n\"'(),:;=-.0 9{}[]/\\\xff\x80";
    loop {
        let mut new = bytes.to_vec();
        for _ in 0..=luck.below(3) {
            let (from, to) = (luck.below(new.len().max(1)), luck.below(new.len().max(1)));
            match luck.below(6) {
                _ if new.is_empty() => {}
                0 => new[from] ^= 1 << luck.below(8),
                1 => new[from] = SIGNS[luck.below(SIGNS.len())],
                2 => new.truncate(from),
                3 => drop(new.drain(from.min(to)..from.max(to).min(from.min(to) + 40))),
                4 => {
                    let part = new[from.min(to)..from.max(to).min(from.min(to) + 40)].to_vec();
                    new.splice(to..to, part);
                }
                _ => new.insert(from, SIGNS[luck.below(SIGNS.len())]),
            }
        }
        if new != bytes {
            return new;
        }
    }
}

fn rapport() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command
}

/// The arguments of a short game.
fn game(seed: usize, out: &Path) -> Command {
    let mut command = rapport();
    command.args(["run", "tests/scenario/small.ron", "--team", "balanced", "--team", "random", "--seed", &seed.to_string(), "--out"]).arg(out);
    command
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

/// It ended by itself, with an answer and without a panic.
#[track_caller]
fn answered(output: &Output) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)) && !told.contains("panicked"), "{:?}: {told}", output.status);
}

#[test]
fn a_run_that_is_killed_leaves_one_game_whole_or_no_result() {
    let folder = tempfile::tempdir().unwrap();
    let [used, alone] = ["used", "alone"].map(|name| folder.path().join(name));
    // the same games undisturbed
    let games: Vec<BTreeMap<PathBuf, Vec<u8>>> = (0..3)
        .map(|seed| {
            assert!(game(seed, &alone).output().unwrap().status.success());
            files(&alone)
        })
        .collect();
    let begun = Instant::now();
    assert!(game(0, &used).output().unwrap().status.success());
    let takes = begun.elapsed();
    let mut luck = Luck::new();
    let mut killed = 0;
    for turn in 1..=times(12) {
        let mut process = game(turn % games.len(), &used).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // most of the time is start and play: half of the kills come when files are written
        let share = if turn % 2 == 0 { luck.below(1_000) } else { 700 + luck.below(400) } as u32;
        let until = Instant::now() + takes * share / 1_000;
        while Instant::now() < until && process.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        killed += usize::from(process.try_wait().unwrap().is_none());
        let _ = process.kill();
        process.wait().unwrap();
        let there = files(&used);
        let whole: Vec<_> = there.iter().filter(|(name, _)| !name.to_string_lossy().ends_with(".part")).collect();
        for (name, bytes) in &whole {
            assert!(games.iter().any(|game| game.get(*name) == Some(bytes)), "turn {turn}: {} is of no game, or not whole", name.display());
        }
        if there.contains_key(Path::new("result.json")) {
            assert!(games.iter().any(|game| game.iter().eq(whole.iter().copied())), "turn {turn}: a result among files of two games");
        }
    }
    assert!(killed > 0, "nothing was killed in flight");
    assert!(game(1, &used).output().unwrap().status.success());
    assert!(files(&used) == games[1], "what killed runs have left is gone");
}

#[test]
fn a_scenario_that_was_changed_is_refused_with_a_place_or_can_be_played() {
    let mut luck = Luck::new();
    let mut read = 0;
    for turn in 0..times(150) {
        let bytes = changed(if turn % 2 == 0 { SMALL } else { MANY }.as_bytes(), &mut luck);
        match scenario::read("changed.ron", &bytes) {
            Ok(scenario) if scenario.market.customers <= 60 => {
                read += 1;
                play(Arc::new(scenario), &[BotKind::Balanced], 2);
            }
            Ok(_) => {}
            Err(issues) => assert!(!issues.is_empty() && issues.iter().all(|issue| issue.to_string().starts_with("changed.ron:"))),
        }
    }
    assert!(read > 0, "some changes are no mistakes");
}

#[test]
fn a_log_that_was_changed_is_refused() {
    let mut room = Room::new(SMALL, of_people("Red")).unwrap();
    while !room.over() {
        room.close_round().unwrap();
    }
    let log = room.log().to_bytes();
    let hash = room.last_hash();
    let mut luck = Luck::new();
    for turn in 0..times(150) {
        let bytes = changed(&log, &mut luck);
        match Room::open(&bytes) {
            // the closing line cut off, or line ends alone
            Ok(again) => {
                let plain = Log::as_written(&bytes);
                assert!(log.starts_with(&plain) && again.log().records() == &room.log().records()[..again.log().records().len()], "turn {turn}");
                assert!(again.round() < room.round() || again.last_hash() == hash, "turn {turn}");
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

#[test]
fn a_table_of_orders_that_was_changed_is_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(game(1, folder.path()).output().unwrap().status.success());
    let table = fs::read(folder.path().join("orders.csv")).unwrap();
    let (path, mut luck) = (folder.path().join("changed.csv"), Luck::new());
    for _ in 0..times(15) {
        fs::write(&path, changed(&table, &mut luck)).unwrap();
        answered(&rapport().arg("analyse").arg(&path).args(["--team", "balanced"]).output().unwrap());
    }
}

#[test]
fn no_setting_of_a_machine_changes_a_byte() {
    let folder = tempfile::tempdir().unwrap();
    let settings: [&[(&str, &str)]; 6] = [
        &[],
        &[("LC_ALL", "zh_CN.GB18030"), ("TZ", "Asia/Shanghai")],
        &[("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Apia"), ("RAYON_NUM_THREADS", "1")],
        &[("LC_NUMERIC", "de_DE.UTF-8"), ("LANGUAGE", "ar"), ("RAYON_NUM_THREADS", "7")],
        &[("LC_ALL", "C"), ("TZ", ":/etc/nothing"), ("HOME", "/nonexistent"), ("COLUMNS", "20"), ("TERM", "dumb")],
        &[("SOURCE_DATE_EPOCH", "0"), ("RUST_LOG", "trace"), ("RUST_BACKTRACE", "full"), ("NO_COLOR", "1")],
    ];
    let told = |place: usize, variables: &[(&str, &str)]| {
        let out = folder.path().join(place.to_string());
        // the language opens the report, and is asked for: what a machine is set to must not matter beside it
        let run = game(7, &out).args(["--lang", "en"]).envs(variables.iter().copied()).output().unwrap();
        answered(&run);
        let replay = rapport().args(["replay", "--lang", "en"]).arg(out.join("log.ron")).envs(variables.iter().copied()).output().unwrap();
        let judged = rapport()
            .args(["calibrate", "tests/scenario/small.ron", "--seeds", "60000..60003", "--lang", "en"])
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        (files(&out), run.stdout, replay.stdout, judged.stdout)
    };
    let plain = told(0, settings[0]);
    assert!(plain.0.len() == 6 && !plain.3.is_empty());
    for (place, variables) in settings.iter().enumerate().skip(1) {
        assert!(told(place, variables) == plain, "{variables:?}");
    }
}

#[test]
fn names_are_words_in_a_report_and_never_markup() {
    const ATTACKS: [&str; 4] = ["<script>alert(1)</script>", "\"><img src=x onerror=1>", "</td></table><b>x", "'&lt;&#60;' {{x}} ${y}"];
    let text = SMALL.replacen("en: \"Small\"", "en: \"<script>alert(2)</script>\"", 1).replacen("en: \"Star\"", "en: \"<b>Star</b>\"", 1);
    let folder = tempfile::tempdir().unwrap();
    for (place, attack) in ATTACKS.into_iter().enumerate() {
        let mut room = Room::new(&text, of_people(attack)).unwrap();
        let mut note = |note| room.send(room.now(Seat { team: TeamId(0), role: Role::Developer }, Told::Note(note))).unwrap();
        note(Note::Post { text: attack.to_owned(), reply: None });
        note(Note::Suggest { text: attack.to_owned(), signature: Signature::Anonymous });
        note(Note::Enter(Firm { name: attack.to_owned(), kind: Default::default(), own: OwnFields { reach: attack.to_owned(), remark: attack.to_owned() } }));
        while !room.over() {
            room.close_round().unwrap();
        }
        let out = folder.path().join(place.to_string());
        let log = folder.path().join("log.ron");
        fs::write(&log, room.log().to_bytes()).unwrap();
        answered(&rapport().arg("report").arg(&log).arg("--out").arg(&out).output().unwrap());
        let page = fs::read_to_string(out.join("report.html")).unwrap();
        for raw in ["<script", "<img", "<b>x", "<b>Star", "'&lt;"] {
            assert!(!page.contains(raw), "{attack}: {raw}");
        }
        assert!(page.contains("&#60;b&#62;Star"), "{attack}: the name itself is told");
    }
}

#[test]
fn rules_at_their_bounds_are_played_by_every_bot_without_a_number_running_over() {
    let mut luck = Luck::new();
    for turn in 0..times(6) {
        // a market of hundreds takes long and has no other numbers
        let text = if turn % 2 == 0 {
            SMALL.to_owned()
        } else {
            MANY.replacen("customers: 400", "customers: 40", 1).replacen("known: 200", "known: 30", 1).replacen("installed: 150", "installed: 20", 1)
        };
        play(Arc::new(at_bounds(&text, &mut luck)), &BotKind::ALL, 8);
    }
}

#[test]
fn old_tickets_that_have_grown_beyond_any_number_are_planned_for() {
    const SERVICE: &str = "        service: (\n";
    let text = scenario::embedded()[0].1;
    assert!(text.contains(SERVICE));
    let numbers = "class_shares: [0, 0, 1], class_hours: [400, 400, 400], growth: 10, dropped_after: 24, voice: 1, arrival: 5, ";
    let text = text.replacen(SERVICE, &format!("{SERVICE}{numbers}"), 1);
    let scenario = scenario::read("tickets.ron", text.as_bytes()).unwrap_or_else(|issues| panic!("{issues:?}"));
    play(Arc::new(scenario), &BotKind::ALL, 24);
}

/// A scenario whose rules are at one end or the other of what is allowed, but for those that do not go together.
fn at_bounds(text: &str, luck: &mut Luck) -> rapport::sim::scenario::Scenario {
    let mut rules: BTreeMap<(String, String), String> = bounds()
        .into_iter()
        .map(|(group, field, ends, len)| {
            let mut one = || ends[luck.below(2)].clone();
            let value = if len == 1 { one() } else { format!("[{}]", (0..len).map(|_| one()).collect::<Vec<_>>().join(", ")) };
            ((group, field), value)
        })
        .collect();
    assert!(rules.len() > 200, "the listing tells of {} numbers", rules.len());
    let start = text.find("    rules: (").unwrap();
    let end = start + text[start..].find("\n    ),\n").unwrap() + "\n    ),\n".len();
    loop {
        let mut groups: BTreeMap<&str, String> = BTreeMap::new();
        for ((group, field), value) in &rules {
            groups.entry(group).or_default().push_str(&format!("{field}: {value}, "));
        }
        let written: String = groups.iter().map(|(group, fields)| format!("{group}: ({fields}), ")).collect();
        match scenario::read("bounds.ron", format!("{}    rules: ({written}),\n{}", &text[..start], &text[end..]).as_bytes()) {
            Ok(scenario) => return scenario,
            Err(issues) => {
                let before = rules.len();
                rules.retain(|(group, field), _| !issues.iter().any(|issue| issue.field.starts_with(&format!("rules.{group}.{field}"))));
                if rules.len() == before {
                    // what does not go with a number that has its default goes with its whole group
                    let group_of = |field: &str| field.strip_prefix("rules.").and_then(|rest| rest.split('.').next()).map(str::to_owned);
                    let at_odds: Vec<String> = issues.iter().filter_map(|issue| group_of(&issue.field)).collect();
                    // what events of the file ask for
                    let asked_for = [("gifts", "most"), ("service", "last_arrival_day"), ("work", "days")];
                    rules.retain(|(group, field), _| !at_odds.contains(group) && !asked_for.contains(&(group.as_str(), field.as_str())));
                }
                assert!(rules.len() < before, "{issues:?}");
            }
        }
    }
}

/// Group, field, lowest and highest value and how many numbers, of all rules, as the program lists them.
fn bounds() -> Vec<(String, String, [String; 2], usize)> {
    let mut found = Vec::new();
    let mut group = None;
    for line in scenario::listing().lines() {
        if !line.starts_with(' ') && !line.is_empty() {
            group = line.strip_prefix("rules: (").and_then(|rest| rest.split_once(':')).map(|(group, _)| group.to_owned());
        }
        let Some((group, rest)) = group.as_ref().zip(line.strip_prefix("  ").filter(|rest| !rest.starts_with(' '))) else { continue };
        let mut parts = rest.split("  ");
        let (Some(field), Some(default), Some(range)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let range = range.trim_start_matches('[').trim_end_matches(']').trim_end_matches(" whole");
        let (low, high) = range.split_once(" to ").unwrap();
        let len = if default.starts_with('[') { default.split(',').count() } else { 1 };
        found.push((group.clone(), field.to_owned(), [low.to_owned(), high.to_owned()], len));
    }
    found
}

/// A game of these bots in a mirror market, without a window or a room.
fn play(scenario: Arc<rapport::sim::scenario::Scenario>, kinds: &[BotKind], rounds: u16) {
    let teams = kinds.iter().map(|kind| kind.id().to_owned()).collect();
    let setup = setup::Setup { seed: 1, luck: 1, market: MarketKind::Mirror, rounds, compliance: Compliance::Show, teams, recording: Recording::Full };
    let mut game = Game::new(scenario, &setup);
    let policies: Vec<_> = kinds.iter().map(|kind| kind.policy()).collect();
    bots::play_game(&mut game, &policies, &mut Vec::new(), |_| ());
    assert!(game.over());
}

fn of_people(name: &str) -> Setup {
    let teams = vec![TeamSetup::of_people(name), TeamSetup::of_bots("bots", BotKind::Balanced)];
    Setup { seed: 5, luck: 5, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams }
}
