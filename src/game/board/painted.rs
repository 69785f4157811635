//! A customer as a token to paint: its size, ring, colour and badges.

use crate::game::desk::agenda::has_late_task;
use crate::game::desk::cx::Cx;
use crate::game::theme::{self, Palette};
use crate::game::widgets::{self, Badge, Look, token_radius};
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use bevy_egui::egui::{Color32, Pos2, Ui};

/// A token that owns its texts.
#[derive(Clone, Debug)]
pub struct Painted {
    pub radius: f32,
    pub short: String,
    pub name: String,
    pub satisfaction: Option<f32>,
    pub colour: Color32,
    pub badges: Vec<Badge>,
    pub look: Look,
    pub is_named: bool,
}

impl Painted {
    /// Paints it with its centre at `at`.
    pub fn paint(&self, ui: &Ui, at: Pos2) {
        let token = widgets::Token {
            radius: self.radius,
            short: &self.short,
            name: &self.name,
            satisfaction: self.satisfaction,
            colour: self.colour,
            badges: &self.badges,
            look: self.look,
            is_named: self.is_named,
        };
        token.paint(ui.painter(), ui.style(), at);
    }
}

/// The palette's phase for a phase of the rules.
#[must_use]
pub const fn lane(phase: Phase) -> theme::Phase {
    match phase {
        Phase::Unknown | Phase::Awareness => theme::Phase::Awareness,
        Phase::Exploration => theme::Phase::Exploration,
        Phase::Formation => theme::Phase::Formation,
        Phase::Stability => theme::Phase::Stability,
        Phase::Decline => theme::Phase::Decline,
        Phase::Lost => theme::Phase::Lost,
    }
}

/// The radius of a customer's token at its usual size; leads nobody knows much of are small.
#[must_use]
pub fn radius(customer: &CustomerView) -> f32 {
    customer.yearly_value.map_or(13.0, |value| token_radius(value.0))
}

/// What the view shows of a customer, as a token.
#[must_use]
pub fn token(cx: &Cx, p: &Palette, customer: &CustomerView) -> Painted {
    let mut badges = Vec::new();
    if customer.phase != Phase::Lost {
        if cx.view.tickets.iter().any(|t| t.id.customer == customer.id) {
            badges.push(Badge::Ticket);
        }
        if cx.view.open_deals(customer.id).next().is_some() {
            badges.push(Badge::Deal);
        }
        if has_late_task(cx, customer.id) {
            badges.push(Badge::Due);
        }
        if customer.needs_handover {
            badges.push(Badge::Staff);
        }
    }
    Painted {
        radius: radius(customer),
        short: cx.text(&customer.token),
        name: cx.label(customer),
        satisfaction: customer.satisfaction.map(|(points, _)| points as f32),
        colour: p.phase(lane(customer.phase)),
        badges,
        look: if customer.phase == Phase::Lost { Look::Faded } else { Look::Usual },
        is_named: false,
    }
}
