//! The folder of saved games and what to show of each.

use super::file_log::read;
use super::stored_room::OpenError;
use crate::room::{Log, LogError, Player, Record, Setup};
use crate::scenario;
use crate::sim::scenario::Text;
use crate::sim::units::Round;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const ENDING: &str = ".rapport.ron";

/// One file of the folder, intact or not.
#[derive(Debug)]
pub struct SavedGame {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was last written; 1970 where the system does not tell.
    pub changed: SystemTime,
    /// What it holds; or why it cannot be played on. A damaged file is left as it is.
    pub content: Result<Summary, OpenError>,
}

/// A saved game in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The scenario's, in both languages.
    pub title: Text,
    /// The round being planned, of how many; one past the last when the game is over.
    pub round: Round,
    /// Rounds of the whole game.
    pub rounds: u16,
    /// Year and month (1-12) of that round.
    pub month: (u16, u8),
    /// Their names, by team.
    pub teams: Vec<String>,
    /// Roles played by people.
    pub people: usize,
}

impl Summary {
    /// Whether all rounds are played.
    #[must_use]
    pub fn over(&self) -> bool {
        self.round.0 > self.rounds
    }
}

/// The folder of saved games in the user's data folder; None where the system has none.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "rapport").map(|dirs| dirs.data_dir().join("saves"))
}

/// All saved games of a folder, last played first. A folder that does not exist holds none.
///
/// # Errors
/// If the folder cannot be read.
pub fn list(folder: &Path) -> io::Result<Vec<SavedGame>> {
    let open = |(path, changed): (PathBuf, SystemTime)| SavedGame { content: summary(&path), path, changed };
    Ok(files(folder)?.into_iter().map(open).collect())
}

/// The files of a folder's saved games and when each was last written, last played first; none of them is opened. A folder that
/// does not exist holds none.
///
/// # Errors
/// If the folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<(PathBuf, SystemTime)>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(ENDING) {
            let changed = entry.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            found.push((entry.path(), changed));
        }
    }
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(found)
}

/// A path for a new game of this scenario that no file has yet; makes the folder if need be.
///
/// # Errors
/// If the folder cannot be made or read.
pub fn next_path(folder: &Path, scenario_id: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let stem: String = scenario_id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(40).collect();
    for number in 1..=9_999 {
        let path = folder.join(format!("{stem}-{number:03}{ENDING}"));
        if !path.try_exists()? {
            return Ok(path);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Reads a log without playing it: checksums, form and scenario, but not the rounds' hashes.
///
/// # Errors
/// If the file cannot be read, is damaged or another version's. It is left as it is.
pub fn summary(path: &Path) -> Result<Summary, OpenError> {
    let bytes = read(path).map_err(|error| OpenError::Unreadable { path: path.to_owned(), error })?;
    let broken = |error| OpenError::Log { path: path.to_owned(), error: Box::new(error) };
    // one whose last write was cut off opens without it
    let (log, _) = Log::recover(&bytes).map_err(broken)?;
    let scenario = scenario::read("scenario", log.scenario().as_bytes()).map_err(|issues| broken(LogError::Scenario(issues)))?;
    let round = log.records().iter().fold(Round(1), |round, record| match record {
        Record::Decision { .. } => round,
        Record::Resolved { round, .. } => round.plus(1),
        Record::Undone { round } => *round,
    });
    let Setup { rounds, teams, .. } = &log.setup;
    Ok(Summary {
        title: scenario.guide.title.clone(),
        round,
        rounds: rounds.unwrap_or(scenario.guide.rounds),
        month: scenario.guide.calendar(round),
        teams: teams.iter().map(|team| team.name.clone()).collect(),
        people: teams.iter().map(|team| scenario.guide.roles().iter().filter(|role| team.players[role.index()] == Player::Person).count()).sum(),
    })
}
