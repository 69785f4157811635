//! Pictures of a screen, as the screen itself lists them.

use bevy::prelude::*;

/// One screen to take a picture of.
#[derive(Clone, Copy)]
pub struct Shot {
    /// The start of the picture's file name.
    pub name: &'static str,
    /// Brings the app to the moment: sets states and the resources the screen shows. Called once for each picture.
    pub setup: fn(&mut World),
    /// In dark colours.
    pub dark: bool,
}
