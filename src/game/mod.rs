//! The window: what the player sees and does. Draws views and sends commands; holds no rule of the game, and nothing
//! outside this folder knows it exists.
//!
//! Every file that takes part in the app has a `plugin` function, listed in [`plugin`]. Panels are plain functions of
//! what they show, a little state of their own, and an `egui::Ui`.

mod about;
mod backdrop;
pub mod board;
pub mod curtain;
pub mod desk;
mod display;
pub mod icons;
mod keys;
#[cfg(feature = "measure")]
pub mod measure;
pub mod menu;
mod notice;
mod pace;
mod pause;
mod pictures;
pub mod resolution;
pub mod results;
mod root;
mod samples;
pub mod session;
pub mod settings;
pub mod settings_screen;
pub mod setup;
mod shader;
pub mod theme;
pub mod widgets;
mod window;

pub use display::{Missing, can_open_window};
pub use menu::SavedGame;
pub use pictures::{Shot, screenshots};
pub use root::{DrawSystems, dress, root_ui};
pub use settings::{Look, Settings};
pub use window::{Options, run};

use bevy::prelude::*;

/// What fills the window.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The first screen, with the main menu.
    #[default]
    Title,
    /// Choosing scenario, teams and seats.
    Setup,
    /// A seat's work place.
    Desk,
    /// The round being resolved on the board.
    Resolution,
    /// The end of a game: scores and stories.
    Results,
}

/// What lies over the screen.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Menu {
    #[default]
    None,
    Settings,
    About,
    /// In a game: back, settings, leave.
    Pause,
}

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
    Write { path: std::path::PathBuf, reason: String },
    /// A picture came out empty, or did not come at all.
    #[error("picture {name}: {reason}")]
    Picture { name: String, reason: &'static str },
}

/// All of the game but the window it stands in, so that tests and pictures run the same app.
pub(crate) fn plugin(app: &mut App) {
    app.init_resource::<SavesFolder>().init_resource::<CaseText>();
    app.init_state::<Screen>().init_state::<Menu>();
    app.add_plugins((settings::plugin, root::plugin, keys::plugin, backdrop::plugin, menu::plugin, settings_screen::plugin, about::plugin, pause::plugin));
    app.add_plugins((desk::plugin, board::plugin, resolution::plugin, results::plugin, curtain::plugin));
    app.add_plugins((session::plugin, setup::plugin, notice::plugin));
}
