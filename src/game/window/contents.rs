//! All of the game but the window it stands in, so that tests and pictures run the same app.

use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::{keys, notice, root, settings};
use crate::game::{desk, menu, resolution, results, session, setup};
use bevy::prelude::*;

/// Every screen, and what they stand on.
pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<SavesFolder>().init_resource::<CaseText>();
    app.init_state::<Screen>().init_state::<Menu>();
    app.add_plugins((settings::plugin, root::plugin, keys::plugin, menu::plugin));
    app.add_plugins((desk::plugin, resolution::plugin, results::plugin));
    app.add_plugins((session::plugin, setup::plugin, notice::plugin));
}
