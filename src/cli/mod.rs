//! The command line: which sub-commands there are, and how they end.
//!
//! Machine output goes to stdout, progress and notes to stderr; a closed pipe ends quietly. Exit codes: 0 done, 1 the
//! answer is no (mistakes in a scenario, a damaged log, facts that fall short) or it could not be done, 2 not understood.

mod analyse;
mod calibrate;
mod cells;
mod chart;
mod check;
mod export;
mod language;
mod log_report;
mod play;
mod progress;
mod replay;
mod report;
mod result;
mod run;
#[cfg(feature = "host")]
mod serve;
mod source;
mod usage;
mod written;

use clap::{FromArgMatches, Parser, Subcommand};
use rapport::words::Lang;
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "rapport", version)]
struct Arguments {
    /// The language of the command line and of the report: en or zh; that of the system if left out
    #[arg(long, global = true, value_name = "LANG", value_parser = language::parse)]
    lang: Option<Lang>,
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
    #[cfg(feature = "host")]
    Serve(serve::Arguments),
}

/// How a sub-command ended, if nothing went wrong on the way.
enum Verdict {
    Yes,
    No,
}

pub fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let lang = language::settle(&words, |name| std::env::var(name).ok());
    let mut command = language::command::<Arguments>(lang);
    let matches = command.try_get_matches_from_mut(std::env::args_os());
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) if lang == Lang::Zh && error.use_stderr() => {
            progress::print(&usage::told(&error, &mut command, &words));
            return code(&error);
        }
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
        #[cfg(feature = "host")]
        Some(Command::Serve(arguments)) => serve::serve(&arguments),
    };
    match verdict {
        Ok(Verdict::Yes) => ExitCode::SUCCESS,
        Ok(Verdict::No) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            progress::print(&language::say_with("cli-failed", &[("error", language::why(&error).into())]));
            ExitCode::FAILURE
        }
    }
}

/// Help, a version, or what was not understood; help that nobody could be given is a failure.
fn tell(told: &clap::Error) -> ExitCode {
    match told.print().and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            progress::print(&format!("rapport: {error}"));
            ExitCode::FAILURE
        }
        _ => code(told),
    }
}

fn code(told: &clap::Error) -> ExitCode {
    ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2))
}

/// Whoever read our output has seen enough.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
