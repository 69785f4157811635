//! Reading a scenario named on the command line: a file, or one of those that come with the game.

use crate::cli::language::{lang, say, say_with};
use crate::cli::progress::print;
use anyhow::{Context, Error, Result, anyhow};
use rapport::scenario::{self, Authored, Issue, MAX_BYTES, OwnFact};
use rapport::sim::scenario::Scenario;
use rapport::words;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A scenario as it was named, as text and as it was understood.
pub struct Source {
    pub text: String,
    pub scenario: Scenario,
    /// What the scenario claims of itself, for `calibrate`.
    pub facts: Vec<OwnFact>,
}

/// The bytes of a scenario file, or of the built-in scenario of that bare name (`new_era`) where there is no such file. A path
/// with a folder in it always means a file: one that is misspelt must not become another case.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    if !path.exists() {
        let name = path.to_string_lossy();
        let built_in = scenario::embedded().iter().find(|(file, _)| *file == name || file.strip_suffix(".ron") == Some(&*name));
        if let Some((_, text)) = built_in {
            return Ok(text.as_bytes().to_vec());
        }
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)).with_context(|| path.display().to_string())?;
    Ok(bytes)
}

/// A mistake as it is told: its place as editors know it, then its field, what is wrong and what may stand there, in the language
/// asked for.
pub fn mistake(issue: &Issue) -> String {
    let Issue { file, line, column, field, problem, allowed } = issue;
    let (problem, allowed) = (words::problem(lang(), problem), words::allowed(lang(), allowed));
    let field = if field == "file" { say("cli-check-file") } else { field.clone() };
    let told = say_with("cli-check-mistake", &[("field", field.into()), ("problem", problem.into()), ("allowed", allowed.into())]);
    format!("{file}:{line}:{column}: {told}")
}

/// All mistakes go to stderr; what is then left to say of the file they are in.
pub fn mistaken(issues: &[Issue], file: &str) -> Error {
    issues.iter().map(mistake).for_each(|line| print(&line));
    anyhow!(say_with("cli-mistakes-in", &[("count", issues.len().into()), ("file", file.into())]))
}

/// A checked scenario; all its mistakes go to stderr.
pub fn read(path: &Path) -> Result<Source> {
    let bytes = bytes(path)?;
    match scenario::read_with_facts(&path.display().to_string(), &bytes) {
        Ok(Authored { scenario, facts }) => Ok(Source { text: String::from_utf8(bytes)?, scenario, facts }),
        Err(issues) => Err(mistaken(&issues, &path.display().to_string())),
    }
}
