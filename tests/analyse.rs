//! `rapport analyse` from the outside: what it prints, what it writes, how it refuses, and that it reads what `rapport run`
//! writes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

fn analyse() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("analyse");
    command
}

fn write(folder: &Path, text: &[u8]) -> PathBuf {
    let path = folder.join("orders.csv");
    fs::write(&path, text).unwrap();
    path
}

fn json(command: &mut Command) -> serde_json::Value {
    let assert = command.args(["--json", "-"]).assert().success();
    serde_json::from_slice(&assert.get_output().stdout).unwrap()
}

const CASE: &[u8] = b"customer_id,date,amount\nnew_era,2012-02-15,100000\nnew_era,2012-04-15,135000\nnew_era,2012-06-15,360000\nnew_era,2012-08-15,1800000\n";

/// The check of docs/model.md#purchases.
#[test]
fn the_four_orders_of_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), CASE);
    let found = json(analyse().arg(&path).args(["--end", "2012-12-28"]));
    let customer = &found["customers"][0];
    let keys: Vec<&str> = customer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["T", "clv_12", "customer_id", "expected_39", "expected_amount", "f", "frequency", "m", "monetary", "p_alive", "r", "recency", "tier"]);
    assert_eq!(
        [&customer["frequency"], &customer["recency"], &customer["T"], &customer["monetary"]],
        [&3.into(), &26.into(), &45.into(), &serde_json::json!(765_000.0)]
    );
    assert_eq!((&customer["customer_id"], &customer["tier"], &customer["r"]), (&"new_era".into(), &"vip".into(), &5.into()));
    // the last order's day is the end where none is named
    let found = json(analyse().arg(&path));
    assert_eq!((&found["customers"][0]["recency"], &found["customers"][0]["T"]), (&26.into(), &26.into()));
}

/// As a spreadsheet in Germany saves it.
#[test]
fn a_table_with_semicolons_is_the_same_table() {
    let folder = tempfile::tempdir().unwrap();
    let text = String::from_utf8(CASE.to_vec()).unwrap().replace(',', ";").replace("135000", "135000,00");
    let path = write(folder.path(), text.as_bytes());
    let german = json(analyse().arg(&path));
    assert_eq!(german, json(analyse().arg(write(folder.path(), CASE))));
}

#[test]
fn options_reach_the_model() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), CASE);
    let base = ["--end", "2012-12-28"];
    let value = |options: &[&str], key: &str| json(analyse().arg(&path).args(base).args(options))["customers"][0][key].as_f64().unwrap();
    for (key, options) in [
        ("p_alive", ["--r", "1"]),
        ("p_alive", ["--alpha", "10"]),
        ("p_alive", ["--a", "2"]),
        ("p_alive", ["--b", "9"]),
        ("expected_amount", ["--p", "3"]),
        ("expected_amount", ["--q", "9"]),
        ("expected_amount", ["--v", "40000"]),
        ("clv_12", ["--month-weeks", "4.345"]),
        ("clv_12", ["--discount", "0.1"]),
    ] {
        assert!(value(&options, key) != value(&[], key), "{options:?}");
    }
    for options in [["--r", "0"], ["--q", "1"], ["--alpha", "nan"], ["--end", "2012-02-30"], ["--month-weeks", "-1"], ["--discount", "x"]] {
        analyse().arg(&path).args(options).assert().code(2).stdout(is_empty());
    }
}

#[test]
fn a_prior_for_other_amounts_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), CASE);
    // mean order 598,750; (3.74 - 1)/6.25 of it
    analyse().arg(&path).assert().success().stdout(contains("try --v 262492.00\n"));
    analyse().arg(&path).args(["--v", "262492"]).assert().success().stdout(contains("try --v").not());
}

#[test]
fn parameters_can_be_fitted_to_the_customers() {
    let orders = "tests/fixtures/lifetimes/cdnow_orders.csv";
    let assert = analyse().args([orders, "--end", "1997-09-30", "--fit", "--json", "-"]).assert().success();
    let note = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    let options: Vec<&str> = note.lines().find_map(|line| line.strip_prefix("fitted: ")).unwrap().split(' ').collect();
    let fitted: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    // what was told can be given
    let given = json(analyse().args([orders, "--end", "1997-09-30"]).args(&options));
    for (fitted, given) in fitted["customers"].as_array().unwrap().iter().zip(given["customers"].as_array().unwrap()) {
        let (fitted, given) = (fitted["clv_12"].as_f64().unwrap(), given["clv_12"].as_f64().unwrap());
        assert_eq!(fitted, given);
    }
    let folder = tempfile::tempdir().unwrap();
    analyse().arg(write(folder.path(), CASE)).arg("--fit").assert().code(1).stderr(contains("1 customer came back"));
    analyse().args([orders, "--fit", "--r", "1"]).assert().code(2);
}

/// The line of README.md gives the desk's figures, and nothing is advised that would fail.
#[test]
fn a_run_tells_how_to_read_its_orders() {
    let folder = tempfile::tempdir().unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_rapport"));
    run.current_dir(folder.path()).args(["run", "new_era", "--seed", "7", "--team", "balanced", "--team", "sell_and_forget", "--out", "first"]);
    let note = String::from_utf8(run.assert().success().get_output().stderr.clone()).unwrap();
    let command = note.lines().find_map(|line| line.strip_prefix("as the desk sees its customers: rapport analyse ")).unwrap();
    let (orders, options) = command.split_once(' ').unwrap();
    assert_eq!(orders, "first/orders.csv");
    assert!(options.starts_with("--end 2012-12-28 --v "), "{options}");
    let readme = include_str!("../README.md");
    assert!(readme.contains(&format!("rapport analyse first/orders.csv --team balanced {options}\n")), "{options}");
    let mut told = analyse();
    told.current_dir(folder.path()).args(["first/orders.csv", "--team", "balanced"]).args(options.split(' '));
    told.assert().success().stdout(contains("try --v").not());
    let mut untold = analyse();
    untold.current_dir(folder.path()).args(["first/orders.csv", "--team", "balanced"]);
    untold.assert().success().stdout(contains("try --v").and(contains("--fit").not()));
}

#[test]
fn what_a_game_exports_can_be_read_team_by_team() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("game");
    let mut run = Command::new(env!("CARGO_BIN_EXE_rapport"));
    run.args(["run", "new_era", "--seed", "7", "--team", "balanced", "--team", "hunting", "--out"]).arg(&out).assert().success();
    let orders = out.join("orders.csv");
    let all = json(analyse().arg(&orders));
    let all = all["customers"].as_array().unwrap();
    let of = |team: &str| json(analyse().arg(&orders).args(["--team", team, "--end", "2012-12-28"]))["customers"].as_array().unwrap().clone();
    let (balanced, hunting) = (of("balanced"), of("hunting"));
    assert!(!balanced.is_empty() && !hunting.is_empty());
    assert_eq!(all.len(), balanced.len() + hunting.len());
    assert!(balanced.iter().all(|customer| customer["team"] == "balanced"));
    let best = balanced.iter().filter(|customer| customer["tier"] == "vip").count();
    assert_eq!(best, 1);
    analyse().arg(&orders).args(["--team", "nobody"]).assert().code(1).stderr(contains("balanced, hunting"));
    analyse().arg(&orders).args(["--team", "balancd"]).assert().code(1).stderr(contains("(did you mean `balanced`?)"));
    analyse().arg(&orders).assert().success().stdout(contains("team balanced").and(contains("team hunting")).and(contains("new_era").and(contains("20 %"))));
}

#[test]
fn files_and_standard_output_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), CASE);
    let (csv, json) = (folder.path().join("out.csv"), folder.path().join("out.json"));
    analyse().arg(&path).arg("--csv").arg(&csv).arg("--json").arg(&json).assert().success().stdout(contains("new_era"));
    let table = fs::read_to_string(&csv).unwrap();
    assert!(table.starts_with("customer_id,frequency,recency,T,monetary,p_alive,expected_39,expected_amount,clv_12,r,f,m,tier\nnew_era,3,26,26,"), "{table}");
    analyse().arg(&path).args(["--csv", "-"]).assert().success().stdout(table.clone());
    analyse().arg("-").args(["--csv", "-"]).write_stdin(CASE).assert().success().stdout(table);
    analyse().arg(&path).args(["--json", "-"]).assert().success().stdout(fs::read_to_string(&json).unwrap());
    analyse().arg(&path).args(["--json", "-", "--csv", "-"]).assert().code(1).stdout(is_empty());
}

#[test]
fn a_bad_table_is_refused_with_row_and_column() {
    let folder = tempfile::tempdir().unwrap();
    for (text, told) in [
        (&b""[..], "row 1, column customer_id: the file is empty"),
        (b"customer_id,amount\na,5\n", "row 1, column date: the column is missing"),
        (b"customer_id,date,amount\na,2012-01-01,5\na,yesterday,5\n", "row 3, column date: \"yesterday\" is no date"),
        (b"customer_id,date,amount\na,2012-01-01,-5\n", "row 2, column amount: \"-5\" is negative"),
        (b"customer_id,date,amount\na,2012-01-01,-5\n", "1 mistake in "),
        (b"customer_id,date,amount\na,2012-01,-5\n", "2 mistakes in "),
        (b"customer_id;date;amount\na;2012-01-01;1.000,50\n", "row 2, column amount: \"1.000,50\" is no number"),
        (b"customer_id,date,amount\na,2012-01-01,5\na,2012-01-01,5.0\n", "row 3, column customer_id: the same order as in row 2"),
        (b"customer_id,date,amount\n\xe5\x8d,2012-01-01,5\n", "row 2, column customer_id: not text in UTF-8"),
        (b"\x00\x01\x02\xff", "row 1, column 1: not text in UTF-8"),
    ] {
        let path = write(folder.path(), text);
        let output = folder.path().join("never.json");
        analyse().arg(&path).arg("--json").arg(&output).assert().code(1).stdout(is_empty()).stderr(contains(told).and(contains("orders.csv")));
        assert!(!output.exists());
    }
    analyse().arg(folder.path().join("nothing.csv")).assert().code(1).stderr(contains("nothing.csv"));
    let path = write(folder.path(), CASE);
    analyse().arg(&path).args(["--end", "2011-12-31"]).assert().code(1).stderr(contains("no orders up to 2011-12-31"));
    analyse().arg(&path).args(["--end", "2012-05-01"]).assert().success().stderr(contains("2 orders after the week of 2012-05-01 left out"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = b"customer_id,date,amount\n".to_vec();
    for customer in 0..3_000 {
        text.extend(format!("c{customer},2012-01-{:02},{customer}\n", customer % 28 + 1).bytes());
    }
    let path = write(folder.path(), &text);
    for options in [&[][..], &["--json", "-"], &["--csv", "-"]] {
        let mut child =
            Process::new(env!("CARGO_BIN_EXE_rapport")).arg("analyse").arg(&path).args(options).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{options:?}: {output:?}");
    }
}
