//! The colour of a role, and a dot of it.

use crate::game::theme::{self};
use crate::sim::units::Role;
use bevy_egui::egui::{Color32, Sense, Ui, vec2};

/// The colour that stands for a role in the plan; its name is always beside it.
#[must_use]
pub fn role_colour(ui: &Ui, role: Role) -> Color32 {
    let p = theme::palette(ui);
    match role {
        Role::Developer => p.blue,
        Role::AccountManager => p.accent,
        Role::Service => p.phase(theme::Phase::Formation),
        Role::Cultivator => p.gold,
        Role::ProductSpecialist => p.phase(theme::Phase::Stability),
    }
}

/// A dot.
pub fn dot(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(8.0, 12.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, colour);
}
