//! The colours of roles and teams, and the small signs that show them.

use crate::game::theme::{self};
use crate::sim::units::{Role, TeamId};
use bevy_egui::egui::{Align2, Color32, Context, Id, Response, Sense, Ui, Vec2, vec2};
use std::sync::Arc;

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

/// From now on the teams have these colours, each a place in the palette; empty: each that of its own place.
pub fn colour_teams(context: &Context, places: &[u8]) {
    context.data_mut(|data| data.insert_temp(Id::new("colours of teams"), Arc::<[u8]>::from(places)));
}

/// The colour of a team by its place in the game, from 0; always beside its name.
#[must_use]
pub fn team_colour(ui: &Ui, place: usize) -> Color32 {
    let chosen = ui.data(|data| data.get_temp::<Arc<[u8]>>(Id::new("colours of teams")));
    let colour = chosen.and_then(|chosen| chosen.get(place).copied());
    theme::palette(ui).team(colour.map_or(place, usize::from))
}

/// A dot.
pub fn dot(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(8.0, 12.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, colour);
}

/// A team's sign: the first character of its name on its colour. The name itself stands beside it.
pub fn team_sign(ui: &mut Ui, team: TeamId, name: &str) -> Response {
    let p = theme::palette(ui);
    let colour = team_colour(ui, team.index());
    let size = 22.0 * theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    ui.painter().rect_filled(rect, 6, colour);
    let first: String = name.trim().chars().next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, first, theme::bold(size * 0.62), p.on_colour);
    response
}
