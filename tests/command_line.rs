//! The command line from the outside: outputs, exit codes, and the same bytes twice.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use rapport::bots::BotKind;
use rapport::room::{Room, Setup, TeamSetup};
use rapport::sim::notes::{Note, Signature};
use rapport::sim::planning::command::Command as Told;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Role, Seat, TeamId};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

const SCENARIO: &str = "scenarios/new_era.ron";

fn rapport() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("LC_ALL", "C");
    command
}

fn run(out: &Path, more: &[&str]) -> String {
    let assert = rapport().args(["run", SCENARIO]).args(more).arg("--out").arg(out).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

fn result(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(folder.join("result.json")).unwrap()).unwrap()
}

#[test]
fn another_luck_is_played_on_the_same_board_and_the_log_says_both() {
    let folder = tempfile::tempdir().unwrap();
    let play = |name: &str, luck: &[&str]| {
        let out = folder.path().join(name);
        let hash = run(&out, &[&["--seed", "7", "--team", "balanced"], luck].concat());
        let log = String::from_utf8(files(&out).remove(Path::new("log.ron")).unwrap()).unwrap();
        rapport().arg("replay").arg(out.join("log.ron")).assert().success();
        (hash.lines().last().unwrap().to_owned(), log, result(&out))
    };
    let (own, log, said) = play("own", &[]);
    assert!(log.contains("seed:7,luck:7,") && said["luck"] == 7);
    let (other, log, said) = play("other", &["--luck", "8"]);
    assert!(log.contains("seed:7,luck:8,") && said["seed"] == 7 && said["luck"] == 8);
    assert_ne!(own, other);
    let report = |name: &str| fs::read_to_string(folder.path().join(name).join("report.html")).unwrap();
    assert!(
        report("other").contains("Game number 7 · luck 8 ·") && report("other").contains("局号 7 · 运气号 8 ·") && report("own").contains("Game number 7 · ")
    );
    assert_eq!(play("again", &["--luck", "7"]).0, own, "the seed's own luck is the one that is left out");
}

#[test]
fn a_game_without_a_seed_goes_by_the_scenarios_own() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--team", "passive"]);
    assert_eq!((&result(folder.path())["seed"], &result(folder.path())["luck"]), (&107.into(), &107.into()));
}

#[test]
fn a_run_twice_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let games: [&[&str]; 3] = [
        &["--seed", "7", "--team", "balanced", "--team", "sell_and_forget"],
        &["--seed", "8", "--rounds", "14", "--team", "balanced", "--team", "balanced", "--team", "passive"],
        &["--seed", "9", "--market", "shared", "--team", "discounter", "--team", "balanced", "--team", "gift_heavy"],
    ];
    for (number, game) in games.into_iter().enumerate() {
        let (first, second) = (folder.path().join(format!("{number}a")), folder.path().join(format!("deeper/{number}b")));
        let hash = run(&first, game);
        assert_eq!(hash, run(&second, game));
        let (first_files, second_files) = (files(&first), files(&second));
        let names: Vec<&str> = first_files.keys().map(|name| name.to_str().unwrap()).collect();
        assert_eq!(names, ["interactions.csv", "log.ron", "orders.csv", "relations.csv", "report.html", "result.json"]);
        assert!(first_files == second_files, "{game:?}");
        for (name, bytes) in &first_files {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(folder.path().to_str().unwrap()) && !text.contains('⟦'), "{}", name.display());
        }
        let replay = rapport().arg("replay").arg(first.join("log.ron")).assert().success();
        let stdout = String::from_utf8(replay.get_output().stdout.clone()).unwrap();
        assert_eq!(stdout.lines().last(), hash.lines().last(), "the replay ends with the hash of the run");
        assert_eq!(result(&first)["final_hash"].as_str(), hash.lines().last());
    }
}

#[test]
fn gifts_are_shown_hidden_or_forbidden() {
    let folder = tempfile::tempdir().unwrap();
    // the dearest gift of the game, in yuan
    let dearest = |gifts: &str| {
        let out = folder.path().join(gifts);
        run(&out, &["--seed", "7", "--team", "gift_heavy", "--gifts", gifts]);
        let table = fs::read_to_string(out.join("interactions.csv")).unwrap();
        let rows = table.lines().map(|line| line.split(',').collect::<Vec<_>>()).filter(|cells| cells[4] == "gift");
        rows.map(|cells| cells[7].parse::<f64>().unwrap()).reduce(f64::max)
    };
    assert!(dearest("show") > Some(200.0));
    assert_eq!(dearest("hide"), None);
    assert!(dearest("forbid") <= Some(200.0), "within the policy");
}

#[test]
fn the_result_has_the_shape_it_promises() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--seed", "7", "--team", "balanced", "--team", "balanced"]);
    let result = result(folder.path());
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&result), ["final_hash", "luck", "market", "rounds", "scenario", "seed", "teams"]);
    assert_eq!((&result["scenario"], &result["seed"], &result["market"], &result["rounds"]), (&"new_era".into(), &7.into(), &"mirror".into(), &12.into()));
    let teams = result["teams"].as_array().unwrap();
    assert_eq!([&teams[0]["name"], &teams[1]["name"], &teams[1]["bot"]], ["balanced", "balanced 2", "balanced"]);
    assert_eq!(
        keys(&teams[0]),
        ["bot", "cash", "churned", "contribution", "customer_equity", "customers_by_phase", "name", "named", "orders", "revenue", "score"]
    );
    assert_eq!(keys(&teams[0]["score"]), ["compliance", "contribution", "equity", "forecast_hygiene", "relations", "total"]);
    assert_eq!(keys(&teams[0]["named"][0]), ["cause_of_loss", "id", "lost_round", "orders", "phase", "revenue"]);
    let customers: u64 = teams[0]["customers_by_phase"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(customers, 40);
    for key in ["cash", "revenue", "orders", "named", "score"] {
        assert_eq!(teams[0][key], teams[1][key], "{key}: the same decisions and the same luck");
    }
}

#[test]
fn the_tables_agree_with_the_result() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--seed", "7", "--team", "balanced", "--team", "hunting"]);
    let table = |name: &str| {
        let text = fs::read_to_string(folder.path().join(name)).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
        (header, reader.records().map(Result::unwrap).collect::<Vec<_>>())
    };
    let (header, orders) = table("orders.csv");
    assert_eq!(header, "team,customer_id,date,round,amount,margin,list_price,product,quantity");
    let result = result(folder.path());
    let mut names = std::collections::BTreeSet::new();
    for team in result["teams"].as_array().unwrap() {
        let of: Vec<_> = orders.iter().filter(|row| row[0] == *team["name"].as_str().unwrap()).collect();
        assert_eq!(of.len() as u64, team["orders"].as_u64().unwrap());
        let yuan: f64 = of.iter().map(|row| row[4].parse::<f64>().unwrap()).sum();
        assert_eq!((yuan * 100.0).round() as i64, team["revenue"].as_i64().unwrap());
    }
    assert!(!orders.is_empty());
    for row in &orders {
        let day: Vec<u32> = row[2].split('-').map(|part| part.parse().unwrap()).collect();
        assert!(day[0] == 2012 && (1..=12).contains(&day[1]) && (1..=28).contains(&day[2]) && row[2].len() == 10, "{row:?}");
        assert!(names.insert((row[0].to_owned(), row[1].to_owned(), row[2].to_owned())), "twice on one day: {row:?}");
    }
    let (header, interactions) = table("interactions.csv");
    assert_eq!(header, "team,customer_id,round,role,kind,contact,minutes,cost,outcome,written_up");
    assert!(!interactions.is_empty());
    let (header, relations) = table("relations.csv");
    assert_eq!(header, "team,customer_id,round,phase,E,S,T,C,R,neg,reputation");
    assert!(relations.iter().any(|row| row[1] == *"new_era" && row[2] == *"12"));
}

#[test]
fn a_damaged_log_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--seed", "7", "--team", "passive"]);
    let path = folder.path().join("log.ron");
    let mut bytes = fs::read(&path).unwrap();
    let place = bytes.len() - 300;
    bytes[place] ^= 1;
    fs::write(&path, &bytes).unwrap();
    rapport().arg("replay").arg(&path).assert().code(1).stdout("").stderr(contains("log.ron").and(contains("changed after it was written: line")));
    assert_eq!(fs::read(&path).unwrap(), bytes);
    // one whose end was cut off, as a copy may be: not played again, but told apart
    bytes[place] ^= 1;
    let cut = folder.path().join("cut.ron");
    fs::write(&cut, &bytes[..bytes.len() - 90]).unwrap();
    for command in ["replay", "report"] {
        let mut command = rapport().arg(command).arg(&cut).args(if command == "report" { vec!["--out", "x"] } else { vec![] }).current_dir(&folder).assert();
        command = command.code(1).stdout("");
        command.stderr(contains("cut.ron").and(contains("ends in the middle of line")).and(contains("everything before it is complete")));
    }
    // one that is still played, as the game keeps it, has no last line of its own
    let open = bytes[..bytes.len() - 1].iter().rposition(|&byte| byte == b'\n').unwrap() + 1;
    fs::write(&cut, &bytes[..open]).unwrap();
    rapport().arg("replay").arg(&cut).assert().success().stdout(contains("round 12 "));
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/log-0.1.0.ron");
    rapport().arg("replay").arg(old).assert().code(1).stdout("").stderr(contains("made by Rapport 0.1.0").and(contains("docs/versions.md")));
    for (name, text) in [("empty", &b""[..]), ("binary", &b"\xff\x00\x01"[..]), ("other", &b"(id: 3)"[..])] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        rapport().arg("replay").arg(&path).assert().code(1).stderr(contains("line 1"));
    }
    rapport().args(["replay", "no/such/file"]).assert().code(1).stderr(contains("no/such/file"));
}

#[test]
fn check_lists_what_a_file_may_turn() {
    let out = rapport().args(["check", "--fields"]).assert().success();
    let text = String::from_utf8(out.get_output().stdout.clone()).expect("text");
    for expected in ["rules: (contracts: (...))", "  serving_by_level  [", "  write_up  [0 to 1]", "  PromisesKept\n"] {
        assert!(text.contains(expected), "{expected}");
    }
    rapport().arg("check").assert().code(2);
}

#[test]
fn check_tells_every_mistake() {
    rapport().args(["check", SCENARIO]).assert().success().stdout(contains("new_era.ron: ok"));
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENARIO)).unwrap();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, text.replacen("id: \"vostro_260\"", "id: \"vostro 260\"", 1).replacen("id: \"ibm\"", "id: \"hp\"", 1)).unwrap();
    let assert = rapport().arg("check").arg(&broken).arg(SCENARIO).assert().code(1).stdout(contains("new_era.ron: ok"));
    let stdout = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let mistakes: Vec<&str> = stdout.lines().filter(|line| line.contains("broken.ron:")).collect();
    assert!(mistakes.len() >= 2, "{stdout}");
    for mistake in mistakes {
        let after = mistake.split_once("broken.ron:").unwrap().1;
        let (place, rest) = after.split_once(": ").unwrap();
        assert!(place.split(':').all(|number| number.parse::<u32>().is_ok_and(|number| number > 0)), "{mistake}");
        assert!(rest.contains(": ") && rest.contains(", allowed: "), "{mistake}");
    }
    let empty = folder.path().join("empty.ron");
    fs::write(&empty, "").unwrap();
    rapport().arg("check").arg(&empty).assert().code(1).stdout(contains("empty.ron:1:1: "));
    rapport().args(["check", "no/such.ron"]).assert().code(1).stdout(contains("no/such.ron:1:1: file: "));
}

#[test]
fn what_is_not_understood_is_explained() {
    rapport()
        .args(["run", SCENARIO, "--seed", "1", "--team", "nobody", "--out", "x"])
        .assert()
        .code(2)
        .stderr(contains("balanced, hunting").and(contains("did you mean").not()));
    let misspelt = rapport().args(["run", SCENARIO, "--seed", "1", "--team", "balancd", "--out", "x"]).assert();
    misspelt.code(2).stderr(contains("(did you mean `balanced`?)"));
    rapport().args(["calibrate", SCENARIO, "--seeds", "9..3"]).assert().code(2).stderr(contains("60000..61000"));
    let folder = tempfile::tempdir().unwrap();
    rapport()
        .args(["run", SCENARIO, "--seed", "1", "--rounds", "3", "--team", "passive", "--out"])
        .arg(folder.path())
        .assert()
        .code(1)
        .stderr(contains("3 rounds"));
    let seven = ["--team", "passive"].repeat(7);
    rapport().args(["run", SCENARIO, "--seed", "1", "--market", "shared", "--out"]).arg(folder.path()).args(seven).assert().code(1).stderr(contains("7 teams"));
}

#[test]
fn help_teaches() {
    rapport().arg("--help").assert().success().stdout(contains("Examples:").and(contains("rapport replay")));
    let run = rapport().args(["run", "--help"]).assert().success().stdout(contains("mirror").and(contains("shared")));
    let help = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    for kind in rapport::bots::BotKind::ALL {
        assert!(help.contains(kind.id()), "{}", kind.id());
    }
    for command in ["run", "play", "check", "calibrate"] {
        let assert = rapport().args([command, "--help"]).assert().success();
        let help = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
        for (file, _) in rapport::scenario::embedded() {
            let name = file.strip_suffix(".ron").unwrap();
            assert!(help.contains(&format!("`{name}`")), "{command} --help: {name}");
        }
    }
}

#[test]
fn the_command_line_speaks_the_language_of_the_locale_or_the_one_asked_for() {
    let help = |command: &mut Command| String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap();
    let chinese = help(rapport().args(["run", "--help"]).env("LC_ALL", "zh_CN.UTF-8"));
    for text in ["用法：", "局号相同", "电脑打法：", "选项", "显示帮助"] {
        assert!(chinese.contains(text), "{text} in {chinese}");
    }
    for text in ["Usage", "Options", "Print help"] {
        assert!(!chinese.contains(text), "{text} in {chinese}");
    }
    assert_eq!(help(rapport().args(["--lang", "zh", "run", "--help"])), chinese);
    assert!(help(rapport().args(["--help", "--lang", "zh"])).contains("命令"));
    assert!(help(rapport().args(["run", "--help", "--lang", "en"]).env("LC_ALL", "zh_CN.UTF-8")).contains("Usage"));
    rapport().args(["--lang", "fr", "check", SCENARIO]).assert().code(2).stderr(contains("en and zh"));
}

#[test]
fn the_report_opens_in_the_language_asked_for() {
    let opens = |lang: &str| {
        let folder = tempfile::tempdir().unwrap();
        run(folder.path(), &["--seed", "7", "--rounds", "6", "--team", "passive", "--lang", lang]);
        let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
        ["to-en", "to-zh-CN"].map(|id| page.contains(&format!("id=\"{id}\" checked")))
    };
    assert_eq!(opens("en"), [true, false]);
    assert_eq!(opens("zh"), [false, true]);
}

#[test]
fn a_built_in_scenario_needs_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    rapport().current_dir(folder.path()).args(["run", "new_era", "--seed", "7", "--team", "passive", "--out"]).arg(&out).assert().success();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 6);
}

// Elsewhere there is always a display, and a window would open.
#[cfg(any(target_os = "linux", not(feature = "game")))]
#[test]
fn without_a_display_a_demonstration_is_played() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = rapport();
    command.current_dir(folder.path()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").env("XDG_RUNTIME_DIR", folder.path());
    command.assert().success().stderr(contains("report.html"));
    let report = fs::read_to_string(folder.path().join("rapport-demo/report.html")).unwrap();
    assert!(report.contains("lang=\"zh-CN\"") && report.contains("lang=\"en\"") && !report.contains("<script"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--seed", "7", "--team", "passive"]);
    let mut replay = Process::new(env!("CARGO_BIN_EXE_rapport"))
        .arg("replay")
        .arg(folder.path().join("log.ron"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(replay.stdout.take());
    let output = replay.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn calibrate_ends_with_its_count_and_shards_make_the_same_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    // two blocks of seeds, five and one
    let calibrate = |more: &[&str], json: &str| {
        let mut command = rapport();
        command.args(["calibrate", SCENARIO]).args(more).arg("--json").arg(file(json));
        command.output().unwrap()
    };
    let whole = calibrate(&["--seeds", "49998..50004"], "whole.json");
    let stdout = String::from_utf8(whole.stdout.clone()).unwrap();
    let facts: serde_json::Value = serde_json::from_slice(&fs::read(file("whole.json")).unwrap()).unwrap();
    assert_eq!((&facts["seeds"], &facts["tuning_seeds"]), (&serde_json::json!([49_998, 50_004]), &serde_json::json!(2)));
    assert!(stdout.starts_with("new_era, seeds 49998 to 50003: 2 of them below 50000"), "{stdout}");
    let listed = facts["facts"].as_array().unwrap();
    let judged = |verdict: &str| listed.iter().filter(|fact| fact["verdict"] == verdict).count();
    let (held, short, open) = (judged("holds"), judged("falls_short"), judged("too_few"));
    // six seeds say little of what luck has a part in, and nobody is to blame for that
    assert!(held + short + open == listed.len() && open > 20 && held > 5, "{held}, {short}, {open}");
    let last = stdout.lines().last().unwrap();
    assert!(last.starts_with(&format!("{held} of {} hold", listed.len())) && last.contains(&format!("of {open} there are too few numbers to tell")), "{last}");
    for fact in listed {
        let id = fact["id"].as_str().unwrap();
        assert!(stdout.lines().any(|line| line.starts_with(&format!("{id} "))), "{id} is not told");
    }
    assert_eq!(whole.status.code(), Some(i32::from(short > 0)));

    for shard in ["1/2", "2/2"] {
        let part = calibrate(&["--seeds", "49998..50004", "--shard", shard], &format!("part{}.json", &shard[..1]));
        assert!(part.status.success() && part.stdout.is_empty(), "{part:?}");
    }
    let merge = |parts: &[&str]| {
        let mut command = rapport();
        command.args(["calibrate", SCENARIO, "--json"]).arg(file("merged.json")).arg("--merge").args(parts.iter().map(|name| file(name)));
        command.output().unwrap()
    };
    let merged = merge(&["part2.json", "part1.json"]);
    assert_eq!((merged.stdout, merged.status), (whole.stdout, whole.status));
    assert_eq!(fs::read(file("merged.json")).unwrap(), fs::read(file("whole.json")).unwrap());

    let refused = |parts: &[&str], why: &str| {
        let output = merge(parts);
        assert_eq!(output.status.code(), Some(1));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains(why) && output.stdout.is_empty(), "{stderr}");
    };
    refused(&["part1.json"], "missing: 2/2");
    refused(&["part1.json", "part1.json"], "shard 1/2 is already in");
    refused(&["whole.json"], "whole.json: not a shard");
    let part = fs::read_to_string(file("part2.json")).unwrap();
    fs::write(file("part3.json"), part.replacen("\"count\":2", "\"count\":3", 1)).unwrap();
    refused(&["part1.json", "part3.json"], "the first is one of 2");
}

#[test]
fn a_shard_is_one_of_so_many() {
    for shard in ["0/2", "3/2", "2", "a/b", "1/0"] {
        rapport().args(["calibrate", SCENARIO, "--seeds", "0..10", "--shard", shard]).assert().code(2).stderr(contains("3/8"));
    }
    rapport().args(["calibrate", SCENARIO]).assert().code(2).stderr(contains("--seeds"));
}

#[test]
fn the_report_of_a_log_tells_what_the_teams_wrote() {
    let setup = Setup {
        seed: 5,
        luck: 5,
        market: MarketKind::Mirror,
        rounds: None,
        fictional_names: false,
        compliance: Compliance::Show,
        teams: vec![TeamSetup::of_people("Red"), TeamSetup::of_bots("Bots", BotKind::Passive)],
    };
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENARIO)).unwrap();
    let mut room = Room::new(&text, setup).unwrap();
    let mut say = |role, note| room.send(room.now(Seat { team: TeamId(0), role }, Told::Note(note))).unwrap();
    say(Role::Developer, Note::Post { text: "who calls <Alpha>?".to_owned(), reply: None });
    say(Role::Service, Note::Suggest { text: "slower, please".to_owned(), signature: Signature::Anonymous });
    room.close_round().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.ron");
    fs::write(&log, room.log().to_bytes()).unwrap();
    rapport().arg("report").arg(&log).arg("--out").arg(folder.path().join("deep/er")).assert().success();
    let page = fs::read_to_string(folder.path().join("deep/er/report.html")).unwrap();
    assert!(page.contains("who calls &#60;Alpha&#62;?") && !page.contains("<Alpha>"));
    let row = page.split("<tr>").find(|row| row.contains("slower, please")).unwrap();
    assert!(row.contains("anonymous") && !row.contains("Service"), "{row}");
    fs::write(&log, "nonsense").unwrap();
    rapport().arg("report").arg(&log).arg("--out").arg(folder.path()).assert().code(1).stderr(contains("log.ron"));
}
