//! The saved games as the menus know them.

use crate::words::{Lang, tr_with};
use bevy::prelude::*;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A saved game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedGame {
    /// The scenario's name in English and in Chinese.
    pub scenario: [String; 2],
    /// The round about to be played, from 1.
    pub round: u32,
    /// All rounds of the game.
    pub of: u32,
    /// Year and month (1-12) of that round.
    pub month: (u16, u8),
    /// Names of the teams.
    pub teams: Vec<String>,
}

impl SavedGame {
    /// What it is called in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.scenario[0],
            Lang::Zh => &self.scenario[1],
        }
    }

    /// The names of so many teams at most, with a sign that there are more.
    #[must_use]
    pub fn first_teams(&self, most: usize) -> String {
        let names = self.teams.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
        if self.teams.len() > most { format!("{names}…") } else { names }
    }

    /// All rounds are played.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.round > self.of
    }
}

/// A file in the folder of saved games.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptGame {
    /// Where it lies.
    pub path: PathBuf,
    /// What is in it, or why it does not open.
    pub game: Result<SavedGame, String>,
    /// How long ago it was last saved, when the list was made; None where the system does not tell.
    pub age: Option<Duration>,
}

impl KeptGame {
    /// When it was last saved, as far back as one thinks of it. Without the clock's time, which no two time zones share.
    #[must_use]
    pub fn saved(&self, lang: Lang) -> Option<String> {
        const MINUTES: [(u64, &str); 3] = [(24 * 60, "saves-days"), (60, "saves-hours"), (1, "saves-minutes")];
        let minutes = self.age?.as_secs() / 60;
        let (unit, key) = MINUTES.into_iter().find(|(unit, _)| minutes >= *unit).unwrap_or((1, "saves-now"));
        let count = u32::try_from(minutes / unit).unwrap_or(u32::MAX);
        Some(tr_with(lang, key, &[("count", count.into())]).into_owned())
    }
}

/// The saved games. Whoever knows of them sets it; they are read a few at a time, so that thousands keep nobody waiting.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Those read, last played first, those that do not open last.
    pub games: Vec<KeptGame>,
    /// Those not read yet and when each was saved, last played first.
    pub unread: VecDeque<(PathBuf, SystemTime)>,
    /// Why the folder itself cannot be read.
    pub fault: Option<String>,
}

impl Saved {
    /// The game "Continue" would open, if there is one, and where it lies.
    #[must_use]
    pub fn latest(&self) -> Option<(&Path, &SavedGame)> {
        let mut games = self.games.iter().filter_map(|kept| Some((kept.path.as_path(), kept.game.as_ref().ok()?)));
        games.find(|(_, game)| !game.is_over())
    }

    /// How many there are, read or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.games.len() + self.unread.len()
    }

    /// Adds a game that was read, the next after those read before.
    pub fn add(&mut self, kept: KeptGame) {
        let opening = self.games.iter().filter(|kept| kept.game.is_ok()).count();
        let place = if kept.game.is_ok() { opening } else { self.games.len() };
        self.games.insert(place, kept);
    }
}

/// The player chose a saved game: open this one, or the one that "Continue" stands for.
#[derive(Message, Clone, Debug, Default, PartialEq, Eq)]
pub struct ContinueGame(pub Option<PathBuf>);

/// A game for pictures, with so many months played.
pub(super) fn sample(round: u32) -> SavedGame {
    let teams = vec!["Foresight".to_owned(), "Same Boat".to_owned()];
    SavedGame { scenario: ["New Era Network".to_owned(), "新时代网络".to_owned()], round, of: 12, month: (2012, round.min(12) as u8), teams }
}

/// One that goes on, one that is over, and one that does not open.
pub(super) fn samples() -> Vec<KeptGame> {
    let kept = |name: &str, hours: u64, game| KeptGame { path: name.into(), game, age: Some(Duration::from_secs(3_600 * hours)) };
    vec![
        kept("new_era-003.rapport.ron", 2, Ok(sample(5))),
        kept("new_era-002.rapport.ron", 26, Ok(sample(13))),
        kept("new_era-001.rapport.ron", 72, Err("line 3: this is not a log of Rapport".to_owned())),
    ]
}
