//! `rapport replay`: plays a log again and compares every round.

use super::{Verdict, language, progress, source};
use anyhow::{Context, Result};
use rapport::room::{Cases, Hash, LogError, MAX_BYTES, Record, Room};
use rapport::sim;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Play a game's log again and compare every month with what was logged
#[derive(clap::Args)]
pub struct Arguments {
    /// A log.ron, or a saved game
    log: PathBuf,
}

pub fn replay(arguments: &Arguments) -> Result<Verdict> {
    let room = open(&arguments.log)?;
    let mut out = io::stdout().lock();
    for record in room.log().records() {
        match record {
            Record::Decision { .. } => {}
            Record::Resolved { round, hash } => writeln!(out, "round {} {hash}", round.0)?,
            Record::Undone { round } => writeln!(out, "round {} undone", round.0)?,
        }
    }
    writeln!(out, "{}", Hash(sim::hash(room.truth())))?;
    out.flush()?;
    Ok(Verdict::Yes)
}

/// The game of a log, played again.
pub fn open(log: &Path) -> Result<Room> {
    let name = log.display();
    let mut bytes = Vec::new();
    File::open(log).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)).with_context(|| name.to_string())?;
    let bar = progress::bar(0, language::say("cli-replaying"));
    let room = Room::open_with(&bytes, &mut Cases::default(), &mut |replayed| {
        bar.set_length(replayed.of as u64);
        bar.set_position(replayed.months as u64);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    match room {
        // those of the scenario that was played, which lies whole in the log
        Err(LogError::Scenario(issues)) => Err(source::mistaken(&issues, &name.to_string())),
        other => other.with_context(|| name.to_string()),
    }
}
