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

/// Orders after the summaries of the CDNOW customers: as many, as long, as dear.
fn cdnow_orders() -> Vec<u8> {
    let end = jiff::civil::date(1997, 9, 30);
    let mut text = b"customer_id,date,amount\n".to_vec();
    for line in fs::read_to_string("tests/fixtures/lifetimes/cdnow_summary.csv").unwrap().lines().skip(1) {
        let (id, rest) = line.split_once(',').unwrap();
        let numbers: Vec<f64> = rest.split(',').take(4).map(|field| field.parse().unwrap()).collect();
        let [frequency, recency, age, monetary] = numbers[..] else { panic!("{line}") };
        for repeat in 0..=frequency as i32 {
            let weeks = if repeat == 0 { age } else { age - recency * f64::from(repeat) / frequency };
            let date = end.checked_sub(jiff::Span::new().days((weeks * 7.0).round() as i64)).unwrap();
            text.extend(format!("{id},{date},{}\n", monetary.max(1.0)).bytes());
        }
    }
    text
}

#[test]
fn parameters_can_be_fitted_to_the_customers() {
    let folder = tempfile::tempdir().unwrap();
    let orders = write(folder.path(), &cdnow_orders());
    let end = ["--end", "1997-09-30"];
    let assert = analyse().arg(&orders).args(end).args(["--fit", "--json", "-"]).assert().success();
    let note = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    let options: Vec<&str> = note.lines().find_map(|line| line.strip_prefix("fitted: ")).unwrap().split(' ').collect();
    assert_eq!(options.len(), 14, "{note}");
    let fitted: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    // what was told can be given
    let given = json(analyse().arg(&orders).args(end).args(&options));
    for (fitted, given) in fitted["customers"].as_array().unwrap().iter().zip(given["customers"].as_array().unwrap()) {
        let (fitted, given) = (fitted["clv_12"].as_f64().unwrap(), given["clv_12"].as_f64().unwrap());
        assert_eq!(fitted, given);
    }
    analyse().arg(&orders).args(["--fit", "--r", "1"]).assert().code(2);
    let few = tempfile::tempdir().unwrap();
    analyse().arg(write(few.path(), CASE)).arg("--fit").assert().code(1).stderr(contains("1 customer came back"));
}

/// `BetaGeoFitter(0.).fit` of `lifetimes` 0.11.3 does not converge for these customers either; `GammaGammaFitter(0.)` does.
#[test]
fn a_fit_with_half_an_answer_gives_that_half() {
    let assert = analyse().args(["tests/fixtures/lifetimes/cdnow_orders.csv", "--end", "1997-09-30", "--fit", "--json", "-"]).assert().success();
    let notes = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(notes.contains("warning: the fit of BG/NBD has no answer") && notes.contains("fitted: --p "), "{notes}");
    let found: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    let customer = &found["customers"][0];
    assert!(customer["p_alive"].is_null() && customer["clv_12"].is_null() && customer["expected_amount"].is_number(), "{customer}");
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
    let header = "\u{feff}customer_id,frequency,recency,T,monetary,p_alive,expected_39,expected_amount,clv_12,r,f,m,tier\r\n";
    assert!(table.starts_with(&format!("{header}new_era,3,26,26,")), "{table}");
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
        (b"customer_id,date,amount\na,2012-01,x\n", "2 mistakes in "),
        (b"customer_id;date;amount\na;2012-01-01;1.000\n", "row 2, column amount: \"1.000\" may be a fraction or thousands"),
        (b"customer_id;date;amount\na;3/4/2012;1\n", "allowed: --day-order day-first or --day-order month-first"),
        (b"customer_id,date,amount\n\xe5\x8d,2012-01-01,5\n", "row 2, column 1: not text in UTF-8"),
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

/// Rows as CDNOW's own file has them, 10151 made up after a customer of it: two orders of one amount on one day.
const CDNOW: &[u8] =
    b" 10151 0101 19970101  1   12.99\r\n 10151 0101 19970310  2   41.50\r\n 10151 0101 19970310  2   41.50\r\n 10204 0102 19970105  1    9.99\r\n";

#[test]
fn equal_rows_are_summed_as_lifetimes_does_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), CDNOW);
    let mean = |options: &[&str]| json(analyse().arg(&path).args(options))["customers"][0]["monetary"].as_f64().unwrap();
    assert_eq!((mean(&[]), mean(&["--equal-rows", "drop"])), (83.0, 41.5));
    analyse().arg(&path).assert().success().stderr(contains("1 row equal to an earlier one, counted as orders of their own; --equal-rows drop"));
    analyse().arg(&path).args(["--equal-rows", "drop"]).assert().success().stderr(contains("1 row equal to an earlier one left out"));
    analyse().arg(&path).args(["--equal-rows", "refuse"]).assert().code(1).stderr(contains("row 3, column 1: the same order as in row 2"));
}

#[test]
fn options_answer_what_a_table_leaves_open() {
    let folder = tempfile::tempdir().unwrap();
    let text = "who;when;pieces;each\nM\u{fc}ller;3/4/2012 10:00;2;1,250\n;3/5/2012;1;1,000\nM\u{fc}ller;3/6/2012;-1;1,250\n";
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let path = write(folder.path(), &latin);
    let options = ["--customer", "who", "--date", "2", "--quantity", "pieces", "--price", "each", "--day-order", "month-first", "--decimal", "comma"];
    let more = ["--encoding", "windows-1252", "--refunds", "net", "--nameless", "drop"];
    let assert = analyse().arg(&path).args(options).args(more).args(["--json", "-"]).assert().success();
    let found: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!((found["customers"].as_array().unwrap().len(), &found["customers"][0]["customer_id"]), (1, &"Müller".into()));
    let notes = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    for note in [
        "columns: customer who, date when, amount pieces x each",
        "1 row of refunds, -1.25 in all, taken off earlier orders",
        "1 row without a customer left out",
    ] {
        assert!(notes.contains(note), "{note}: {notes}");
    }
    // every answer that is missing is asked for by its name
    for left_out in ["--customer", "--quantity", "--day-order", "--decimal", "--encoding", "--refunds", "--nameless"] {
        let all: Vec<&str> = options.into_iter().chain(more).collect();
        let kept = all.chunks(2).filter(|pair| pair[0] != left_out).flatten();
        analyse().arg(&path).args(kept).assert().code(1).stderr(contains(left_out));
    }
    analyse().arg(&path).args(["--amount", "each", "--price", "each"]).assert().code(2);
    analyse().arg(&path).args(["--encoding", "klingon"]).assert().code(2).stderr(contains("utf-8, gb18030"));
}

#[test]
fn a_spreadsheet_takes_no_name_for_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "team,customer_id,date,amount\n+A,=1+1,2012-02-15,5\n+A,新时代,2012-02-15,5\n".as_bytes());
    let csv = folder.path().join("out.csv");
    analyse().arg(&path).arg("--csv").arg(&csv).assert().success();
    let table = fs::read_to_string(&csv).unwrap();
    assert!(table.starts_with("\u{feff}team,customer_id,") && table.contains("\r\n'+A,'=1+1,0,") && table.contains("\r\n'+A,新时代,0,"), "{table}");
    // for programs it stays as it is
    assert_eq!(json(analyse().arg(&path))["customers"][0]["customer_id"], "=1+1");
}

/// Customers who all come back every week, and spend from next to nothing to millions.
#[test]
fn a_fit_without_an_answer_is_told_and_gives_no_value() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = b"customer_id,date,amount\n".to_vec();
    for customer in 0..60_u32 {
        let amount = 10_u32.pow(customer % 8);
        for week in 0..6 {
            text.extend(format!("c{customer},2012-01-{:02},{amount}\n", 1 + week * 5).bytes());
        }
    }
    let path = write(folder.path(), &text);
    let assert = analyse().arg(&path).args(["--fit", "--json", "-"]).assert().success();
    let notes = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(notes.contains("warning: the fit of BG/NBD has no answer") && notes.contains("warning: the fit of Gamma-Gamma has no answer"), "{notes}");
    assert!(!notes.contains("fitted: "), "{notes}");
    let found: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    let customer = &found["customers"][0];
    for figure in ["p_alive", "expected_39", "expected_amount", "clv_12"] {
        assert!(customer[figure].is_null(), "{customer}");
    }
    assert!(customer["monetary"].is_number() && customer["tier"].is_string(), "{customer}");
    // in a spreadsheet an empty cell, on the screen a dash; and the fit just made is not advised
    analyse().arg(&path).args(["--fit", "--csv", "-"]).assert().success().stdout(contains(",,,,,"));
    analyse().arg(&path).arg("--fit").assert().success().stdout(contains("next 12 months -").and(contains("--fit").not()));
    analyse().arg(&path).assert().success().stdout(contains("or --fit"));
}
