//! `rapport check`: every mistake of scenario files at once.

use super::{Verdict, language, progress, source};
use anyhow::Result;
use rapport::scenario::{self, Issue};
use rapport::words;
use std::io::{self, Write};
use std::path::PathBuf;

/// Check scenario files: every mistake at once, with line and column
#[derive(clap::Args)]
pub struct Arguments {
    /// Scenario files, or those that come with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
    #[arg(required_unless_present = "fields", value_name = "SCENARIO")]
    files: Vec<PathBuf>,
    /// Print every number of the model with its default and bounds, every knob of the bots and every measure of facts
    #[arg(long)]
    fields: bool,
}

pub fn check(arguments: &Arguments) -> Result<Verdict> {
    let mut out = io::stdout().lock();
    let mut verdict = Verdict::Yes;
    if arguments.fields {
        for line in scenario::listing().lines() {
            writeln!(out, "{}", words::listed(language::lang(), line))?;
        }
    }
    let mut mistakes = 0;
    for file in &arguments.files {
        let name = file.display().to_string();
        let problems: Vec<String> = match source::bytes(file) {
            Err(error) => {
                let (field, problem, allowed) = ("file".to_owned(), language::cause(error.root_cause()), language::say("cli-check-readable"));
                vec![source::mistake(&Issue { file: name.clone(), line: 1, column: 1, field, problem, allowed })]
            }
            Ok(bytes) => match scenario::read(&name, &bytes) {
                Ok(_) => Vec::new(),
                Err(issues) => issues.iter().map(source::mistake).collect(),
            },
        };
        if problems.is_empty() {
            writeln!(out, "{}", language::say_with("cli-check-ok", &[("file", name.into())]))?;
        } else {
            verdict = Verdict::No;
            mistakes += problems.len();
        }
        for problem in problems {
            writeln!(out, "{problem}")?;
        }
    }
    out.flush()?;
    if mistakes > 0 {
        progress::print(&language::say_with("cli-mistakes", &[("count", mistakes.into())]));
    }
    Ok(verdict)
}
