//! Which case new games are played by, and where games are saved.

use bevy::prelude::*;

/// Where games are saved; none where the system has no place for them, or in pictures.
#[derive(Resource, Clone, Debug, Default)]
pub struct SavesFolder(pub Option<std::path::PathBuf>);

/// The text of the scenario that new games are played by.
#[derive(Resource, Clone, Debug)]
pub struct CaseText(pub std::sync::Arc<str>);

impl Default for CaseText {
    fn default() -> CaseText {
        CaseText(crate::scenario::embedded().first().map_or("", |(_, text)| *text).into())
    }
}
