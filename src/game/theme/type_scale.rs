//! Type: one family in two weights, sizes by role. The player's text size scales them all.

use super::palette;
use bevy_egui::egui::{FontFamily, FontId, RichText, Style, TextStyle, Ui};
use std::sync::LazyLock;

/// What a piece of text is for; decides size and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Details under a title, legends.
    Small,
    /// Small and bold: chips, deltas.
    SmallStrong,
    /// The heading of a group inside a card.
    Caption,
    /// Running text.
    Body,
    /// Body in bold: the first line of a card, buttons.
    Strong,
    /// The heading of a panel or card.
    Heading,
    /// A figure that matters: the clock, the cash.
    Figure,
    /// The game's name in the bar, the text of a large button.
    Brand,
    /// The heading of a screen.
    Title,
    /// The game's name on the first screen.
    Display,
}

impl Role {
    /// Size in points at a text size of 100 %.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Small | Self::SmallStrong => 11.5,
            Self::Caption => 12.0,
            Self::Body | Self::Strong => 13.5,
            Self::Heading => 15.5,
            Self::Figure => 16.5,
            Self::Brand => 17.5,
            Self::Title => 26.0,
            Self::Display => 60.0,
        }
    }

    const fn is_bold(self) -> bool {
        !matches!(self, Self::Small | Self::Body)
    }
}

/// The families the fonts are installed under.
pub mod fonts {
    /// Bold text.
    pub const BOLD: &str = "bold";
    /// Filled icons; line icons are part of every other family.
    pub const FILLED: &str = "filled";
}

static BOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(fonts::BOLD.into()));
static FILLED: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(fonts::FILLED.into()));

/// How much larger than usual the player wants text: 0.8 to 1.6.
#[must_use]
pub fn scale(style: &Style) -> f32 {
    style.text_styles.get(&TextStyle::Body).map_or(1.0, |body| body.size / Role::Body.size())
}

/// The font for a role in `ui`.
#[must_use]
pub fn font(ui: &Ui, role: Role) -> FontId {
    font_of(ui.style(), role)
}

/// The font for a role in a style.
#[must_use]
pub fn font_of(style: &Style, role: Role) -> FontId {
    let family = if role.is_bold() { BOLD.clone() } else { FontFamily::Proportional };
    FontId::new(role.size() * scale(style), family)
}

/// The font of filled icons at a size in points (already scaled).
#[must_use]
pub(in crate::game) fn filled(size: f32) -> FontId {
    FontId::new(size, FILLED.clone())
}

/// The font of bold text at a size in points (already scaled).
#[must_use]
pub(in crate::game) fn bold(size: f32) -> FontId {
    FontId::new(size, BOLD.clone())
}

/// Text in a role, in the colour of text; `.color(...)` changes that.
#[must_use]
pub fn text(ui: &Ui, role: Role, text: impl Into<String>) -> RichText {
    let p = palette(ui);
    let colour = if role == Role::Caption { p.muted } else { p.ink };
    RichText::new(text).font(font(ui, role)).color(colour)
}
