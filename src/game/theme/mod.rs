//! How the game looks: colours, type, spacing, for light and dark. The only place that names a colour or a size; it must
//! not know what the screens show.
//!
//! Widgets take the palette from the `Ui` they draw in: `let p = theme::palette(ui);`.

pub mod icons;
mod palette;
mod spacing;
mod style;
mod type_scale;

pub use palette::{DARK, LIGHT, Palette, Phase, mix};
pub use spacing::{BUTTON_RADIUS, CARD_RADIUS, GRID, PANEL_RADIUS, SLOW_FRAME, TARGET};
pub use style::{install_fonts, style};
pub use type_scale::{Role, font, font_of, fonts, scale, text};
pub(in crate::game) use type_scale::{bold, filled};

use bevy_egui::egui;

/// The colours in force where `ui` draws.
#[must_use]
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    palette_of(ui.visuals())
}

/// The colours that belong to egui's visuals.
#[must_use]
pub const fn palette_of(visuals: &egui::Visuals) -> &'static Palette {
    if visuals.dark_mode { &DARK } else { &LIGHT }
}

/// Whether things may move in the context of `ui` (the player has not asked for reduced motion).
#[must_use]
pub fn may_move(ui: &egui::Ui) -> bool {
    ui.style().animation_time > 0.0
}
