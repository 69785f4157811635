//! `rapport calibrate`: does the model still show what the textbooks and studies say?

use super::{Verdict, progress, source};
use anyhow::{Context, Result};
use rapport::calibrate::{self, Subject, Value};
use rapport::store;
use std::io::{self, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Play many bot games and compare them with the stylised facts of the model
///
/// Example: does looking after customers pay, do broken promises cost repeat orders, does the better strategy win on any
/// luck? Prints a line for each fact and ends with `N of M hold`; exit code 1 if any falls short. A thousand seeds take
/// a few minutes.
#[derive(clap::Args)]
pub struct Arguments {
    scenario: PathBuf,
    /// Seeds to play, the last one not included: 50000..51000
    #[arg(long, value_name = "A..B", value_parser = seeds)]
    seeds: Range<u64>,
    /// Also write the figures into this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

fn seeds(text: &str) -> Result<Range<u64>, String> {
    let range = text.split_once("..").and_then(|(a, b)| Some(a.parse().ok()?..b.parse().ok()?));
    range.filter(|range| !range.is_empty()).ok_or_else(|| "two numbers, the smaller first: 50000..51000".to_owned())
}

pub fn calibrate(arguments: &Arguments) -> Result<Verdict> {
    let source = source::read(&arguments.scenario)?;
    let subject = Subject { scenario: Arc::new(source.scenario), own: source.facts };
    let seeds = arguments.seeds.clone();
    let bar = progress::bar(seeds.end - seeds.start, "playing");
    let report = calibrate::run(&subject, seeds, &|done, _| bar.set_position(done));
    bar.finish_and_clear();
    if let Some(path) = &arguments.json {
        let facts: Vec<_> =
            report.facts.iter().map(|f| serde_json::json!({ "id": f.id, "value": f.value, "threshold": f.threshold, "holds": f.holds })).collect();
        let mut json = serde_json::to_vec_pretty(&serde_json::json!({ "seeds": report.seeds, "facts": facts }))?;
        json.push(b'\n');
        store::write_atomically(path, &json).with_context(|| path.display().to_string())?;
    }
    let mut out = io::stdout().lock();
    for fact in &report.facts {
        let holds = if fact.holds { "holds" } else { "FALLS SHORT" };
        writeln!(out, "{:<4} {:<11} {:<29} {:<42} {}", fact.id, holds, figures(&fact.value), fact.threshold, fact.what)?;
    }
    let (held, all) = (report.held(), report.facts.len());
    writeln!(out, "{held} of {all} hold")?;
    out.flush()?;
    Ok(if held == all { Verdict::Yes } else { Verdict::No })
}

fn figures(value: &Value) -> String {
    let one = |v: &f64| format!("{:.3}", v).trim_end_matches('0').trim_end_matches('.').to_owned();
    match value {
        Value::One(v) => one(v),
        Value::Several(list) => list.iter().map(one).collect::<Vec<_>>().join(" / "),
    }
}
