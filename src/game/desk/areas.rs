//! How the desk's window is divided.
//!
//! The work area in the middle has what is left. Where that would be too little, the sheet folds to a handle at the right edge
//! and opens over the middle when it is wanted; the plan's rows come closer to each other, and every role keeps its own.

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
    /// At the right; over the middle where it is folded.
    pub sheet: Rect,
    /// The edge that opens and closes the sheet, where there is no room for both it and the middle.
    pub handle: Option<Rect>,
    /// The plan, at the foot.
    pub tray: Rect,
    /// The height of one role's row in the plan.
    pub plan_row: f32,
}

impl Areas {
    /// Where the board stands.
    #[must_use]
    pub const fn board(&self) -> Rect {
        self.middle
    }
}

/// Points between the parts, and to the window's edges.
const GAP: f32 = 12.0;
/// The width of a folded sheet.
const HANDLE: f32 = 30.0;
/// The least width of the middle beside an open sheet, at a text size of 100 %.
const MIDDLE: f32 = 470.0;
/// The height of the plan's heading, at a text size of 100 %.
pub const PLAN_HEAD: f32 = 30.0;
/// Above and below the plan's rows together.
pub const PLAN_MARGIN: f32 = 16.0;

/// Divides the window, for a team of so many roles.
#[must_use]
pub fn areas(window: Rect, scale: f32, roles: usize) -> Areas {
    let large = scale.clamp(1.0, 1.6);
    // what holds both text and things to point at grows slower than the text
    let slow = large.sqrt();
    let top = window.with_max_y(window.top() + 28.0 + 22.0 * large);
    let plan_row = plan_row(window.height(), large, roles);
    let tray = window.with_min_y(window.bottom() - PLAN_HEAD * large - PLAN_MARGIN - plan_row * roles as f32);
    let body = Rect::from_min_max(pos2(window.left(), top.bottom()), pos2(window.right(), tray.top())).shrink2(vec2(GAP, GAP));
    let side = (window.width() * 0.178).clamp(210.0, 268.0) * slow;
    let agenda = body.with_max_x(body.left() + side);
    let sheet = body.with_min_x(body.right() - (window.width() * 0.26).clamp(320.0, 410.0) * slow);
    let folds = sheet.left() - agenda.right() - 2.0 * GAP < MIDDLE * scale.clamp(0.8, 1.6);
    let handle = folds.then(|| Rect::from_min_max(pos2(window.right() - HANDLE, body.top()), pos2(window.right(), body.bottom())));
    let sheet = handle.map_or(sheet, |handle| sheet.translate(vec2(handle.left() - 4.0 - sheet.right(), 0.0)));
    let right = handle.map_or(sheet.left() - GAP, |handle| handle.left() - 6.0);
    let centre = Rect::from_min_max(pos2(agenda.right() + GAP, body.top()), pos2(right, body.bottom()));
    let row = centre.with_max_y(centre.top() + (16.0 + 20.0 * large).max(36.0));
    let middle = Rect::from_min_max(pos2(centre.left(), row.bottom() + 8.0), centre.max);
    Areas { top, agenda, tabs: row, middle, sheet, handle, tray, plan_row }
}

/// As high as a quarter of the window allows, and never too low for its text.
fn plan_row(window: f32, large: f32, roles: usize) -> f32 {
    let share = (window * 0.24 - PLAN_HEAD * large - PLAN_MARGIN) / roles.max(1) as f32;
    share.clamp(18.0 * large + 5.0, 20.0 * large + 11.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The window sizes that are promised, in points, with their text sizes.
    const PROMISED: [(f32, f32, f32); 8] = [
        (960.0, 600.0, 1.0),
        (1024.0, 768.0, 1.0),
        (1280.0, 720.0, 1.0),
        (1280.0, 720.0, 1.6),
        (1301.0, 731.0, 1.5),
        (1366.0, 768.0, 1.5),
        (1600.0, 900.0, 1.0),
        (960.0, 600.0, 0.8),
    ];

    #[test]
    fn no_part_lies_over_another_or_outside_and_each_has_room() {
        for (width, height, scale) in PROMISED {
            for roles in 3..=5 {
                let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
                let areas = areas(window, scale, roles);
                let beside = areas.handle.unwrap_or(areas.sheet);
                let parts = [areas.top, areas.agenda, areas.tabs, areas.middle, beside, areas.tray];
                for (place, part) in parts.iter().enumerate() {
                    assert!(part.is_positive() && window.contains_rect(*part), "{width}x{height} at {scale}: {part:?}");
                    for other in &parts[..place] {
                        assert!(!part.intersects(*other), "{width}x{height} at {scale}: {part:?} and {other:?}");
                    }
                }
                assert!(areas.middle.width() >= 370.0 * scale && areas.middle.height() >= 230.0, "{width}x{height} at {scale}, {roles} roles: {areas:?}");
                assert!(window.contains_rect(areas.sheet) && areas.sheet.height() >= 240.0);
            }
        }
    }

    #[test]
    fn the_sheet_stands_beside_the_middle_only_where_both_have_room() {
        let folds = |width: f32, height: f32, scale: f32| areas(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height)), scale, 3).handle.is_some();
        assert!(!folds(1280.0, 720.0, 1.0) && !folds(1600.0, 900.0, 1.0) && !folds(1280.0, 720.0, 1.2));
        assert!(folds(960.0, 600.0, 1.0) && folds(1024.0, 768.0, 1.0) && folds(1280.0, 720.0, 1.6) && folds(1301.0, 731.0, 1.5));
    }
}
