//! What every screen stands on: which screen is shown, the player's settings, the egui context they draw in, the view on
//! show; and what may lie over any of them.

pub mod case;
pub mod keys;
pub mod notice;
pub mod root;
pub mod screen;
pub mod settings;
pub mod shot;
pub mod shown;
pub mod standings;
pub mod table;
pub mod told;
