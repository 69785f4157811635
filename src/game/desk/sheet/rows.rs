//! Rows of the sheet.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{hinted, sides};
use bevy_egui::egui::{Color32, Rect, Ui, pos2};

/// A row of a name and a value, with words that explain it where the mouse rests on either.
pub fn fact(ui: &mut Ui, name: &str, value: &str, hint: &str) {
    let p = theme::palette(ui);
    let height = 20.0 * theme::scale(ui.style());
    sides(ui, height, |ui| hinted(ui, Type::Body, name, p.muted, hint), |ui| hinted(ui, Type::Strong, value, p.ink, hint));
}

/// A place for a bar at the right end of a row.
pub fn end_bar(ui: &Ui, rect: Rect, share: f32, colour: Color32) {
    let p = theme::palette(ui);
    let track = Rect::from_min_max(pos2(rect.right() - 64.0, rect.center().y - 3.0), pos2(rect.right(), rect.center().y + 3.0));
    ui.painter().rect_filled(track, 3, p.sunk);
    if share > 0.0 {
        let filled = track.with_max_x(track.left() + (track.width() * share.clamp(0.0, 1.0)).max(6.0));
        ui.painter().rect_filled(filled, 3, colour);
    }
}
