//! What stands side by side where there is room.

use crate::game::theme;
use bevy_egui::egui::Ui;

/// Whether less than so many points, at a text size of 100 %, are left from side to side.
pub(super) fn is_narrow(ui: &Ui, points: f32) -> bool {
    ui.max_rect().width() < points * theme::scale(ui.style())
}

/// Things side by side where so many points are left, else one below the other.
pub(super) fn beside(ui: &mut Ui, points: f32, add: impl FnOnce(&mut Ui)) {
    if is_narrow(ui, points) {
        ui.vertical(add);
    } else {
        ui.horizontal(add);
    }
}
