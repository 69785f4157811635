//! `rapport report`: the report of a game that was played, from its log; also what the teams wrote.

use super::{Verdict, language, replay, report, result};
use anyhow::{Context, Result};
use rapport::store;
use std::fs;
use std::path::PathBuf;

/// Write the report of a game that was played, as a page that needs nothing beside it
#[derive(clap::Args)]
pub struct Arguments {
    /// A log.ron, or a saved game
    log: PathBuf,
    /// The folder for the report; made if need be
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn log_report(arguments: &Arguments) -> Result<Verdict> {
    let room = replay::open(&arguments.log)?;
    let html = report::html(&room, &result::of(&room), language::lang())?;
    fs::create_dir_all(&arguments.out).with_context(|| arguments.out.display().to_string())?;
    let path = arguments.out.join("report.html");
    store::write_atomically(&path, html.as_bytes()).with_context(|| path.display().to_string())?;
    Ok(Verdict::Yes)
}
