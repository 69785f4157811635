//! Why there is no window.

use crate::game::window::display::Missing;

/// Why the window or the pictures came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum GameError {
    /// No display or no adapter; [`Missing::sentence`] tells the player in their language.
    #[error("{}", .0.sentence(crate::words::Lang::En))]
    Missing(Missing),
    /// The window closed with an error that is already in the log.
    #[error("the window ended with code {0}")]
    Ended(u8),
    /// A folder or picture could not be written.
    #[error("{path}: {reason}")]
    Write {
        /// Which one.
        path: std::path::PathBuf,
        /// The system's own words.
        reason: String,
    },
    /// A picture came out empty, or did not come at all.
    #[error("picture {name}: {reason}")]
    Picture {
        /// The picture's name; empty where none was begun.
        name: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl From<Missing> for GameError {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}
