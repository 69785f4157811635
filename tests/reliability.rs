//! What an attack on files and on the command line found: each of these once lost, hid or misread something.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use rapport::bots::BotKind;
use rapport::room::{LogError, MAX_SIZE, Room, RoomError, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::Round;
use std::fs;
use std::path::Path;

const SCENARIO: &str = "scenarios/new_era.ron";
/// A market of persons, without the closing bracket of names that would have to be as many.
const MANY: &str = include_str!("scenario/many.ron");

fn rapport() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn of_bots(teams: usize, rounds: Option<u16>) -> Setup {
    let teams = (0..teams).map(|place| TeamSetup::of_bots(format!("team {place}"), BotKind::Passive)).collect();
    Setup { seed: 1, luck: 1, market: MarketKind::Mirror, rounds, fictional_names: false, compliance: Compliance::Show, teams }
}

#[test]
fn a_mistyped_path_is_no_built_in_case() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["nowhere/new_era.ron", "./new_era.ron", "nowhere/new_era"] {
        rapport().current_dir(folder.path()).args(["check", path]).assert().code(1).stdout(contains(format!("{path}:1:1: file: ")));
        rapport().current_dir(folder.path()).args(["run", path, "--team", "passive", "--out", "out"]).assert().code(1).stderr(contains(path));
    }
    assert_eq!(names(folder.path()), Vec::<String>::new());
    rapport().current_dir(folder.path()).args(["check", "new_era", "new_era.ron"]).assert().success();
}

#[test]
fn numbers_have_limits_and_say_so() {
    for seeds in ["0..1000000000000", "0..100001", "5..5", "0..18446744073709551615"] {
        rapport().args(["calibrate", SCENARIO, "--seeds", seeds]).assert().code(2).stderr(contains("at most 100000 apart"));
    }
    // the last seeds that there are
    let last = format!("{}..{}", u64::MAX - 1, u64::MAX);
    rapport().args(["calibrate", "tests/scenario/small.ron", "--seeds", &last]).assert().stdout(contains(format!("seeds {0} to {0}: none", u64::MAX - 1)));
    for number in ["-1", "１２", "1e3", "18446744073709551616"] {
        let command = rapport().args(["run", SCENARIO, "--team", "passive", "--out", "x", "--seed", number]).assert().code(2);
        command.stderr(contains("a whole number from 0 to 18446744073709551615").and(contains("-- -1").not()));
    }
}

#[test]
fn a_part_that_claims_a_run_that_cannot_have_been_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let part = folder.path().join("part.json");
    rapport().args(["calibrate", "tests/scenario/small.ron", "--seeds", "0..1", "--shard", "1/1", "--json"]).arg(&part).assert().success();
    let text = fs::read_to_string(&part).unwrap();
    for (from, to) in [("\"seeds\":[0,1]", "\"seeds\":[0,0]"), ("\"seeds\":[0,1]", "\"seeds\":[0,900000000000]"), ("\"count\":1", "\"count\":4000000000")] {
        assert!(text.contains(from), "{from}");
        fs::write(&part, text.replacen(from, to, 1)).unwrap();
        let command = rapport().args(["calibrate", "tests/scenario/small.ron", "--merge"]).arg(&part).assert().code(1).stdout("");
        command.stderr(contains("there are at most 100000 seeds"));
    }
}

#[test]
fn refused_seats_leave_no_folder_behind() {
    let folder = tempfile::tempdir().unwrap();
    rapport().args(["run", SCENARIO, "--rounds", "3", "--team", "passive", "--out"]).arg(folder.path().join("out")).assert().code(1);
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_line_to_be_copied_quotes_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let line = |name: &str| {
        let out = folder.path().join(name);
        let assert = rapport().args(["run", SCENARIO, "--team", "balanced", "--out"]).arg(&out).assert().success();
        let told = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
        let line = told.lines().find(|line| line.contains("rapport analyse ")).unwrap();
        line.split_once("rapport analyse ").unwrap().1.to_owned()
    };
    assert!(line("plain").starts_with(&format!("{} --", folder.path().join("plain/orders.csv").display())));
    if cfg!(unix) {
        let command = line("it's a game");
        assert!(command.starts_with('\'') && command.contains(r"it'\''s a game/orders.csv' --"), "{command}");
        // as the shell reads it
        let command = format!("{} analyse {command}", env!("CARGO_BIN_EXE_rapport"));
        Command::new("sh").args(["-c", &command]).assert().success();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_no_success() {
    let full = || std::process::Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    for arguments in [&["--help"][..], &["run", "--help"], &["--version"], &["check", "--fields"]] {
        let status =
            std::process::Command::new(env!("CARGO_BIN_EXE_rapport")).args(arguments).stdout(full()).stderr(std::process::Stdio::null()).status().unwrap();
        assert_eq!(status.code(), Some(1), "{arguments:?}");
    }
}

#[test]
fn a_run_into_a_used_folder_is_one_set_and_clears_what_a_killed_one_has_left() {
    let folder = tempfile::tempdir().unwrap();
    let run = |seed: &str| rapport().args(["run", SCENARIO, "--team", "passive", "--seed", seed, "--out"]).arg(folder.path()).assert();
    run("1").success();
    fs::write(folder.path().join(".rapport-abc.part"), "half a table").unwrap();
    run("2").success();
    assert_eq!(names(folder.path()), ["interactions.csv", "log.ron", "orders.csv", "relations.csv", "report.html", "result.json"]);
    // one that cannot put all of its files leaves no result beside those of two games
    fs::remove_file(folder.path().join("report.html")).unwrap();
    fs::create_dir(folder.path().join("report.html")).unwrap();
    run("3").code(1).stderr(contains("report.html"));
    assert!(!folder.path().join("result.json").exists());
}

#[test]
fn a_firm_may_have_one_name_in_both_languages() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENARIO)).unwrap();
    let start = text.find("names: [").unwrap();
    let first = text[start..].find("(name:").map(|at| start + at).unwrap();
    let with = |firms: &str| scenario::read("x", format!("{}{firms}{}", &text[..first], &text[first..]).as_bytes());
    assert!(with(r#"(name: (en: "IBM", zh: "IBM")), "#).is_ok());
    let twice = with(r#"(name: (en: "IBM", zh: "IBM")), (name: (en: "IBM", zh: "国际商机")), "#).err().unwrap();
    assert!(twice.len() == 1 && twice[0].to_string().contains("the name `IBM` is taken"), "{twice:?}");
}

#[test]
fn names_that_do_not_show_are_refused_and_shown_whole_or_with_their_length() {
    let text = scenario::embedded()[0].1;
    let refused = |name: &str| {
        let mut setup = of_bots(1, None);
        setup.teams[0].name = name.to_owned();
        Room::new(text, setup).err().map(|error| error.to_string())
    };
    for name in ["Red\u{200b}", "Red\u{202e}", "\u{2066}Red", "Red\u{ad}", "\u{3164}", "Red\u{e0041}", "R\u{feff}ed"] {
        let said = refused(name).unwrap_or_default();
        assert!(said.contains("no signs that do not show") && !said.contains(name) && said.contains("\\u{"), "{name:?}: {said}");
    }
    let long = refused(&"x".repeat(57)).unwrap();
    assert!(long.contains("…\" (57 characters)"), "{long}");
    for name in ["红队", "Équipe", "家👪"] {
        assert_eq!(refused(name), None, "{name}");
    }
    let turned = text.replacen("en: \"New Era Network\"", "en: \"New Era\u{202e} Network\"", 1);
    let said = scenario::read("x", turned.as_bytes()).err().unwrap()[0].to_string();
    assert!(said.contains("a sign that does not show, \\u{202e}"), "{said}");
}

#[test]
fn a_log_says_whether_its_scenario_or_its_set_up_is_wrong() {
    let mut room = Room::new(scenario::embedded()[0].1, of_bots(1, None)).unwrap();
    room.close_round().unwrap();
    let text = String::from_utf8(room.log().to_bytes()).unwrap();
    let forged = sealed(&text.replacen("\"team 0\"", "\"team\\t0\"", 1));
    let error = Room::open(forged.as_bytes()).unwrap_err();
    assert!(matches!(error, LogError::Setup(RoomError::TeamName(_))) && error.to_string().contains("set-up cannot be played: team name"), "{error}");
}

/// A header with the checksum that fits it; what follows is left out.
fn sealed(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let end = text.find("// header sha256 ").unwrap();
    let sum: String = Sha256::digest(&text[..end]).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}// header sha256 {sum}\n", &text[..end])
}

#[test]
fn a_game_that_takes_too_long_to_be_played_again_does_not_begin() {
    let (customers, teams) = (1_000, 20);
    let text = MANY.replacen("customers: 400", &format!("customers: {customers}"), 1);
    let begun = |rounds| Room::new(&text, of_bots(teams, Some(rounds))).map(|room| room.round());
    let most = (MAX_SIZE / customers / teams) as u16;
    assert_eq!(begun(most), Ok(Round(1)));
    assert_eq!(begun(most + 1), Err(RoomError::Size { customers, teams, rounds: most + 1 }));
}

#[test]
fn a_scenario_reads_with_the_line_ends_of_any_system() {
    let (file, text) = scenario::embedded()[0];
    let plain = scenario::read(file, text.as_bytes()).unwrap();
    for end in ["\r\n", "\r"] {
        let text = text.replace('\n', end);
        assert!(scenario::read(file, text.as_bytes()).is_ok_and(|read| read == plain), "{end:?}");
        let wrong = text.replacen("rounds: 12", "rounds: １２", 1);
        let line = 1 + wrong[..wrong.find("rounds: １２").unwrap()].matches(end).count();
        let said = scenario::read(file, wrong.as_bytes()).err().unwrap()[0].to_string();
        assert!(said.starts_with(&format!("{file}:{line}:")) && said.contains("rounds: full-width `１`"), "{said}");
    }
}

#[test]
fn a_log_of_a_scenario_from_windows_verifies_with_any_line_ends() {
    let (_, text) = scenario::embedded()[0];
    let mut room = Room::new(&text.replace('\n', "\r\n"), of_bots(1, None)).unwrap();
    room.close_round().unwrap();
    let log = String::from_utf8(room.log().to_bytes()).unwrap();
    assert!(!log.contains('\r') && **room.log().scenario() == *text);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.ron");
    let replayed = |bytes: &str| {
        fs::write(&path, bytes).unwrap();
        String::from_utf8(rapport().arg("replay").arg(&path).assert().success().get_output().stdout.clone()).unwrap()
    };
    let told = replayed(&log);
    for changed in [
        log.replace('\n', "\r\n"),
        log.replace('\n', "\r"),
        format!("\u{feff}{log}"),
        log.trim_end().to_owned(),
        format!("\u{feff}{}", log.trim_end().replace('\n', "\r\n")),
    ] {
        assert_eq!(replayed(&changed), told);
    }
}
