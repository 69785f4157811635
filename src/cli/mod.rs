//! The command line: which sub-commands there are, and how they end.
//!
//! Machine output goes to stdout, progress and notes to stderr; a closed pipe ends quietly. Exit codes: 0 done, 1 the
//! answer is no (mistakes in a scenario, a damaged log, facts that fall short) or it could not be done, 2 not understood.

mod analyse;
mod calibrate;
mod chart;
mod check;
mod export;
mod log_report;
mod play;
mod progress;
mod replay;
mod report;
mod result;
mod run;
mod source;
mod written;

use clap::{Parser, Subcommand};
use std::io::{self, Write};
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  rapport                                    open the game
  rapport run scenarios/new_era.ron --team balanced --team sell_and_forget --out first
                                             two bots play the same twelve months; then open first/report.html
  rapport replay first/log.ron               play a game's log again and compare every month
  rapport check scenarios/*.ron              every mistake of a scenario you wrote, with line and column
  rapport calibrate scenarios/new_era.ron --seeds 60000..60200
                                             does the model still behave as the textbooks say?
  rapport analyse first/orders.csv --team balanced --end 2012-12-28 --v 43401.6
                                             which customers are worth what; reads any shop's orders
  rapport report first/log.ron --out first   the report of any game that was played, saved games too

Every sub-command explains itself: rapport run --help";

#[derive(Parser)]
#[command(name = "rapport", version, about = "Rapport (客缘): a classroom game about customer relationships", after_help = EXAMPLES)]
#[command(long_about = "Rapport (客缘): a classroom game about customer relationships.\n\n\
    Your team sells to New Era Network and forty other customers, from the first handshake to loyalty, or to the day it loses them. \
    Without a sub-command the game's window opens; where there is no display, two bots play a demonstration and write a report.")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Open the game's window
    Play(play::Arguments),
    Run(run::Arguments),
    Replay(replay::Arguments),
    Check(check::Arguments),
    Calibrate(calibrate::Arguments),
    Analyse(analyse::Arguments),
    Report(log_report::Arguments),
}

/// How a sub-command ended, if nothing went wrong on the way.
enum Verdict {
    Yes,
    No,
}

pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told),
    };
    let verdict = match arguments.command {
        None => play::play(&play::Arguments::default()),
        Some(Command::Play(arguments)) => play::play(&arguments),
        Some(Command::Run(arguments)) => run::run(&arguments),
        Some(Command::Replay(arguments)) => replay::replay(&arguments),
        Some(Command::Check(arguments)) => check::check(&arguments),
        Some(Command::Calibrate(arguments)) => calibrate::calibrate(&arguments),
        Some(Command::Analyse(arguments)) => analyse::analyse(&arguments),
        Some(Command::Report(arguments)) => log_report::log_report(&arguments),
    };
    match verdict {
        Ok(Verdict::Yes) => ExitCode::SUCCESS,
        Ok(Verdict::No) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            progress::print(&format!("rapport: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Help, a version, or what was not understood; help that nobody could be given is a failure.
fn tell(told: &clap::Error) -> ExitCode {
    let code = ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2));
    match told.print().and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            progress::print(&format!("rapport: {error}"));
            ExitCode::FAILURE
        }
        _ => code,
    }
}

/// Whoever read our output has seen enough.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
