//! Distances, corners and the least sizes, in points; and how long a frame of a slow movement stays.

/// The grid all distances are multiples (or halves) of, in points.
pub const GRID: f32 = 8.0;
/// Corner of a card.
pub const CARD_RADIUS: u8 = 10;
/// Corner of a panel or dialog.
pub const PANEL_RADIUS: u8 = 12;
/// Corner of a button.
pub const BUTTON_RADIUS: u8 = 8;
/// The least height of anything that can be clicked.
pub const TARGET: f32 = 44.0;
/// How long a frame of a slow movement stays, for `request_repaint_after`: see `pace`.
pub const SLOW_FRAME: std::time::Duration = std::time::Duration::from_millis(33);
