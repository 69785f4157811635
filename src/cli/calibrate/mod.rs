//! `rapport calibrate`: does the model still show what the textbooks and studies say, and the scenario what it claims?

mod mismatch;
mod overview;
mod told;

use super::language::{lang, say, say_with};
use super::{Verdict, progress, source};
use anyhow::{Context, Result, anyhow, bail};
use rapport::calibrate::{self, Fact, Laboratory, MOST_SEEDS, MOST_SHARDS, Part, Report, Shard, Subject, Verdict as Judged};
use rapport::store;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Play many bot games and compare them with the stylised facts of the model
#[derive(clap::Args)]
pub struct Arguments {
    /// A scenario file, or one that comes with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
    scenario: PathBuf,
    /// Seeds to play, the last one not included: 60000..61000
    #[arg(long, value_name = "A..B", value_parser = seeds, required_unless_present = "merge")]
    seeds: Option<Range<u64>>,
    /// Also write the figures into this file; a shard's boards, if there is a shard
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Play only one part of N, numbered from 1; its boards go to --json, or to stdout
    #[arg(long, value_name = "I/N", value_parser = shard, conflicts_with = "merge")]
    shard: Option<Shard>,
    /// Put the parts of all shards together: exactly the result of a run in one piece
    #[arg(long, value_name = "FILES", num_args = 1..)]
    merge: Vec<PathBuf>,
}

fn seeds(text: &str) -> Result<Range<u64>, String> {
    let range = text.split_once("..").and_then(|(a, b)| Some(a.parse().ok()?..b.parse().ok()?));
    let allowed = |range: &Range<u64>| range.start < range.end && range.end - range.start <= MOST_SEEDS;
    range.filter(allowed).ok_or_else(|| say_with("cli-wanted-seeds", &[("most", MOST_SEEDS.to_string().into())]))
}

fn shard(text: &str) -> Result<Shard, String> {
    let shard = text.split_once('/').and_then(|(index, count)| Some(Shard { index: index.parse().ok()?, count: count.parse().ok()? }));
    let sound = |shard: &Shard| (1..=shard.count).contains(&shard.index) && shard.count <= MOST_SHARDS;
    shard.filter(sound).ok_or_else(|| say_with("cli-wanted-shard", &[("most", MOST_SHARDS.to_string().into())]))
}

pub fn calibrate(arguments: &Arguments) -> Result<Verdict> {
    let source = source::read(&arguments.scenario)?;
    let subject = Subject { scenario: Arc::new(source.scenario), own: source.facts };
    if !arguments.merge.is_empty() {
        let (seeds, boards) = calibrate::merge(&subject, parts(&arguments.merge)?).map_err(|why| anyhow!(mismatch::mismatch(lang(), &why)))?;
        if let Some(wanted) = arguments.seeds.as_ref().filter(|wanted| **wanted != seeds) {
            let range = |seeds: &Range<u64>| format!("{}..{}", seeds.start, seeds.end);
            bail!(say_with("cli-calibrate-other-seeds", &[("seeds", range(&seeds).into()), ("wanted", range(wanted).into())]));
        }
        return tell(&subject, &calibrate::report(&subject, seeds, &boards), arguments.json.as_deref());
    }
    let Some(seeds) = arguments.seeds.clone() else { bail!(say("cli-calibrate-no-seeds")) };
    let shard = arguments.shard.unwrap_or(Shard::ALL);
    let own = shard.seeds(&seeds);
    let bar = progress::bar(own.len() as u64, say("cli-playing"));
    let laboratory = Laboratory::new(&subject, seeds.clone());
    let boards = calibrate::observe_in(&laboratory, &own, &|done, _| bar.set_position(done));
    bar.finish_and_clear();
    if arguments.shard.is_some() {
        let mut json = serde_json::to_vec(&Part::new(&subject, &seeds, shard, boards))?;
        json.push(b'\n');
        match &arguments.json {
            Some(path) => store::write_atomically(path, &json).with_context(|| path.display().to_string())?,
            None => io::stdout().lock().write_all(&json)?,
        }
        let (done, all) = (own.len().to_string(), (seeds.end - seeds.start).to_string());
        progress::print(&say_with("cli-calibrate-shard", &[("shard", shard.to_string().into()), ("done", done.into()), ("all", all.into())]));
        return Ok(Verdict::Yes);
    }
    tell(&subject, &calibrate::report(&subject, seeds, &boards), arguments.json.as_deref())
}

fn parts(files: &[PathBuf]) -> Result<Vec<(String, Part)>> {
    let read = |path: &PathBuf| -> Result<(String, Part)> {
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| name.clone())?;
        let part = serde_json::from_reader(BufReader::new(file)).with_context(|| say_with("cli-calibrate-no-shard", &[("file", (&name).into())]))?;
        Ok((name, part))
    };
    files.iter().map(read).collect()
}

fn tell(subject: &Subject, report: &Report, json: Option<&Path>) -> Result<Verdict> {
    if let Some(path) = json {
        let fact = |f: &Fact| serde_json::json!({ "id": f.id, "value": f.value, "errors": f.errors, "threshold": f.threshold, "verdict": f.verdict });
        let facts: Vec<_> = report.facts.iter().map(fact).collect();
        let text = serde_json::json!({
            "scenario": report.scenario,
            "seeds": report.seeds,
            "tuning_seeds": report.tuning_seeds(),
            "facts": facts,
            "overview": report.overview,
        });
        let mut json = serde_json::to_vec_pretty(&text)?;
        json.push(b'\n');
        store::write_atomically(path, &json).with_context(|| path.display().to_string())?;
    }
    let mut out = io::stdout().lock();
    let currency = &subject.scenario.guide.currency;
    for line in
        told::facts(lang(), subject, report).into_iter().chain(overview::overview(lang(), &report.overview, currency)).chain([told::last(lang(), report)])
    {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(if report.count(Judged::FallsShort) == 0 { Verdict::Yes } else { Verdict::No })
}
