//! The first screen and the menus over a game: settings, about, pause.

pub mod about;
mod backdrop;
pub mod kept;
pub mod pause;
pub mod saves;
pub mod settings;
pub mod title;

use bevy::prelude::*;

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_plugins((backdrop::plugin, title::plugin, settings::plugin, about::plugin, pause::plugin, saves::plugin));
}
