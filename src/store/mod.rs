//! The log on disk: begun all at once, then added to and flushed with every acknowledged decision; listed for "Continue".
//!
//! A write may be cut off at any byte; what it leaves never counts and is cut away by the next one. This module knows files
//! and the room, and no rule of the game.

mod atomic;
mod file_log;
mod pasted;
mod saved_games;
#[cfg(feature = "host")]
pub mod sqlite;
mod stored_room;

pub use atomic::{NotWritten, fill as fill_atomically, write as write_atomically, write_new, write_set};
pub use file_log::FileLog;
pub use pasted::pasted_path;
pub use saved_games::{SavedGame, Summary, files, folder, list, next_path, summary};
pub use stored_room::{Found, OpenError, SendError, StoredRoom};
