//! What the teacher sets for the table: how much of the standings is shown each month, and who may take a month back. Kept in
//! a file beside the saved game, which the rules never read; the log knows nothing of it.

use super::standings::Disclosure;
use crate::store::write_atomically;
use base16ct::HexDisplay;
use bevy::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Digits of the teacher's code.
pub const DIGITS: usize = 4;
/// No honest file is longer.
const LONGEST: u64 = 4 * 1024;
/// How a saved game's file ends, and the one beside it.
const ENDINGS: [&str; 2] = [".rapport.ron", ".table.ron"];

/// What the teacher sets for the table.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRules {
    /// How much of the standings is shown while the game runs.
    pub standings: Disclosure,
    /// Whether a month may be taken back.
    pub undo: Undo,
    /// The colour of each team, as a place in the palette; empty: each has that of its own place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub colours: Vec<u8>,
}

/// Whether a month may be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Undo {
    /// By anybody at the screen.
    #[default]
    Free,
    /// By whoever knows the code, of which only a checksum is kept.
    Locked(String),
    /// By nobody: what was set cannot be read any more. Never written down.
    #[serde(skip)]
    Unknown,
}

impl Undo {
    /// Locked with a code; None if that is not four digits.
    #[must_use]
    pub fn locked(code: &str) -> Option<Undo> {
        is_code(code).then(|| Undo::Locked(checksum(code)))
    }

    /// Whether a code is asked for.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        !matches!(self, Undo::Free)
    }

    /// Whether it may be done with what was typed.
    #[must_use]
    pub fn opens(&self, code: &str) -> bool {
        match self {
            Undo::Free => true,
            Undo::Locked(sum) => is_code(code) && *sum == checksum(code),
            Undo::Unknown => false,
        }
    }
}

/// The lock on the way back, as the menu has to do with it.
#[derive(Clone, Copy, Debug)]
pub struct Lock<'a> {
    /// Whether it is locked now.
    pub undo: &'a Undo,
    /// How many take turns at this screen.
    pub turns: usize,
}

impl Lock<'_> {
    /// Whether a code can be set while the game runs. Where several take turns the teacher has done so at set-up, or nobody has:
    /// any team could lock the others out.
    #[must_use]
    pub const fn can_be_set(self) -> bool {
        self.turns <= 1
    }

    /// Whether there is anything to lock or to unlock.
    #[must_use]
    pub const fn is_offered(self) -> bool {
        self.can_be_set() || self.undo.is_locked()
    }
}

/// Four digits.
#[must_use]
pub fn is_code(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whoever looks into the file does not read the code in passing; a secret of four digits it is all the same.
fn checksum(code: &str) -> String {
    format!("{:x}", HexDisplay(&Sha256::digest(format!("rapport table {code}"))))
}

impl TableRules {
    /// The file beside a saved game.
    #[must_use]
    pub fn beside(game: &Path) -> PathBuf {
        let name = game.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_suffix(ENDINGS[0]).unwrap_or(&name);
        game.with_file_name(format!("{stem}{}", ENDINGS[1]))
    }

    /// What was set for a saved game; the usual where nothing was.
    ///
    /// # Errors
    /// With the file that cannot be read: then nobody may take a month back.
    pub fn load(game: &Path) -> Result<TableRules, PathBuf> {
        let path = TableRules::beside(game);
        let mut text = String::new();
        let read = File::open(&path).and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text));
        match read {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(TableRules::default()),
            Ok(length) if length as u64 <= LONGEST => ron::from_str(&text).map_err(|_unreadable| path),
            _ => Err(path),
        }
    }

    /// Puts what is set beside a saved game.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, game: &Path) -> std::io::Result<()> {
        let path = TableRules::beside(game);
        // nothing is set, and nothing was
        if *self == TableRules::default() && !path.exists() {
            return Ok(());
        }
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(std::io::Error::other)?;
        write_atomically(&path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_code_is_four_digits_and_opens_its_own_lock_alone() {
        for text in ["", "123", "12345", "12a4", "１２３４", " 123"] {
            assert_eq!(Undo::locked(text), None, "{text}");
        }
        let lock = Undo::locked("0417").expect("four digits");
        assert!(lock.is_locked() && lock.opens("0417"));
        for text in ["0418", "417", "", "0417 "] {
            assert!(!lock.opens(text), "{text}");
        }
        assert!(Undo::Free.opens("") && !Undo::Unknown.opens("0417"));
    }

    #[test]
    fn what_is_set_lies_beside_the_game_without_the_code() {
        let folder = tempfile::tempdir().expect("a folder");
        let game = folder.path().join("new_era-001.rapport.ron");
        assert_eq!(TableRules::load(&game), Ok(TableRules::default()));
        TableRules::default().save(&game).expect("nothing to write");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
        let rules = TableRules { standings: Disclosure::Own, undo: Undo::locked("0417").expect("four digits"), colours: vec![2, 0] };
        rules.save(&game).expect("written");
        let text = fs::read_to_string(folder.path().join("new_era-001.table.ron")).expect("beside the game");
        assert!(!text.contains("0417"), "{text}");
        assert_eq!(TableRules::load(&game), Ok(rules));
        // unlocked again: that is written too
        TableRules::default().save(&game).expect("written");
        assert_eq!(TableRules::load(&game), Ok(TableRules::default()));
    }

    #[test]
    fn a_damaged_file_is_told_with_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let game = folder.path().join("a.rapport.ron");
        let path = TableRules::beside(&game);
        for damage in [&b"(standings: Al"[..], &[0xff, 0xfe], &[b' '; 5_000], b"(standings: All, undo: Free, more: 1)"] {
            fs::write(&path, damage).expect("written");
            assert_eq!(TableRules::load(&game), Err(path.clone()));
        }
    }
}
