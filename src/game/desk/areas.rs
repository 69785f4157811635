//! How the desk's window is divided.

use bevy_egui::egui::{Rect, pos2, vec2};

/// The parts of the desk's window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Areas {
    /// The bar at the top.
    pub top: Rect,
    /// At the left.
    pub agenda: Rect,
    /// The row of tabs above the middle.
    pub tabs: Rect,
    /// Board, lists and charts.
    pub middle: Rect,
    /// At the right.
    pub sheet: Rect,
    /// The plan, at the foot.
    pub tray: Rect,
}

impl Areas {
    /// Where the board stands.
    #[must_use]
    pub const fn board(&self) -> Rect {
        self.middle
    }
}

/// Divides the window, for a team of so many roles.
#[must_use]
pub fn areas(window: Rect, scale: f32, roles: usize) -> Areas {
    let scale = scale.clamp(0.85, 1.35);
    let top = window.with_max_y(window.top() + 50.0 * scale.max(1.0));
    // more than three stand closer, and need a little more room all the same
    let more = if roles > 3 { 8.0 * (roles - 3) as f32 } else { 0.0 };
    let tray = window.with_min_y(window.bottom() - (118.0 + more) * scale);
    let body = Rect::from_min_max(pos2(window.left(), top.bottom()), pos2(window.right(), tray.top())).shrink2(vec2(12.0, 12.0));
    let side = (window.width() * 0.178).clamp(210.0, 268.0) * scale.max(1.0).sqrt();
    let sheet_width = (window.width() * 0.26).clamp(320.0, 410.0) * scale.max(1.0).sqrt();
    let agenda = body.with_max_x(body.left() + side);
    let sheet = body.with_min_x(body.right() - sheet_width);
    let centre = Rect::from_min_max(pos2(agenda.right() + 12.0, body.top()), pos2(sheet.left() - 12.0, body.bottom()));
    let row = centre.with_max_y(centre.top() + 36.0 * scale.max(1.0));
    Areas { top, agenda, tabs: row, middle: Rect::from_min_max(pos2(centre.left(), row.bottom() + 8.0), centre.max), sheet, tray }
}
