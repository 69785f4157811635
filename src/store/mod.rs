//! The log on disk: written whole and atomically after every acknowledged decision, listed for "Continue".
//!
//! A log is small (a 12-round game of 8 teams stays well under a megabyte) and the time of a save is that of the disk's
//! flush, not of the bytes; so the file is always rewritten whole, and there is never a half-written one to repair.
//! This module knows files and the room, and no rule of the game.

mod atomic;
mod saved_games;
mod stored_room;

pub use atomic::write as write_atomically;
pub use saved_games::{SavedGame, Summary, folder, list, next_path};
pub use stored_room::{OpenError, SendError, StoredRoom};
