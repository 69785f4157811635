//! Which screen is shown, and what lies over it.

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
    /// Nothing.
    #[default]
    None,
    /// The player's settings.
    Settings,
    /// Whose work this is.
    About,
    /// All saved games.
    Saves,
    /// In a game: back, settings, leave.
    Pause,
    /// Months are being played again: how many, and the way to stop it.
    Replay,
}
