//! Who writes at this desk.

use crate::game::app::shown::Shown;
use crate::game::desk::state::Desk;
use crate::game::widgets::tabs;
use crate::prose::{Prose, names};
use crate::sim::units::Role;
use bevy_egui::egui::Ui;

/// The team's leader sits at this desk.
#[must_use]
pub fn leads(prose: &Prose, shown: &Shown) -> bool {
    shown.roles.contains(&prose.view.notes.leader())
}

/// Who writes at this desk: whom the player chose, else the leader, else the first role here.
#[must_use]
pub fn writer(prose: &Prose, shown: &Shown, desk: &Desk) -> Role {
    let here = |role: &Role| shown.roles.contains(role);
    let leader = prose.view.notes.leader();
    desk.customers.writer.filter(here).or(Some(leader).filter(here)).or(shown.roles.first().copied()).unwrap_or(prose.view.seat.role)
}

/// Whom the next words are from, where several roles sit at this desk.
pub fn choose_writer(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    if shown.roles.len() < 2 {
        return;
    }
    let mut now = writer(prose, shown, desk);
    let named: Vec<(Role, String)> = shown.roles.iter().map(|&role| (role, prose.say(names::role_short(role)))).collect();
    let choices: Vec<(Role, &str)> = named.iter().map(|(role, text)| (*role, text.as_str())).collect();
    if tabs(ui, &mut now, &choices) {
        desk.customers.writer = Some(now);
    }
}
