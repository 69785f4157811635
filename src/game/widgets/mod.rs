//! The pieces all screens are built from. Functions of what they show and an `egui::Ui`; they know nothing of the rules,
//! of Bevy or of which screen they stand on, so they can be tested without a window.

mod button;
mod choice;
mod frames;
mod lines;
mod meter;
mod signs;
mod token;
mod why;

pub use button::{Button, focus_ring, ghost_button, icon_button, primary_button};
pub use choice::{segmented, setting_row, switch, tabs, underline_tabs};
pub use frames::{ClickCard, card, card_frame, dialog, panel_frame, well};
pub use lines::lines;
pub use meter::{Meter, bar, hours_bar, meter, pips, stars};
pub use signs::{Tone, caption, chip, heading, key_hint, muted, pair, round_icon, small, strong, title};
pub use token::{Badge, Look, Token, token_radius};
pub use why::{Why, WhyLine, why, why_on_hover};
