//! A customer as a token to paint: its size, ring, colour and badges.

use super::token::{Badge, Look, Mark, Token, token_radius};
use crate::game::theme::{self, Palette};
use crate::prose::{Prose, agenda};
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use bevy_egui::egui::{Color32, Pos2, Ui};

/// A token that owns its texts.
#[derive(Clone, Debug)]
pub struct CustomerToken {
    /// In points.
    pub radius: f32,
    /// The signs inside.
    pub short: String,
    /// The name below, on one line or two.
    pub name: String,
    /// 0 to 100, for the ring; none where nobody has asked.
    pub satisfaction: Option<f32>,
    /// Of its phase.
    pub colour: Color32,
    /// What wants attention.
    pub badges: Vec<Badge>,
    /// What changed last month.
    pub marks: Vec<Mark>,
    /// Usual, chosen, hovered or faded.
    pub look: Look,
    /// One of the named customers of the case.
    pub is_named: bool,
}

impl CustomerToken {
    /// Paints it with its centre at `at`.
    pub fn paint(&self, ui: &Ui, at: Pos2) {
        let token = Token {
            radius: self.radius,
            short: &self.short,
            name: &self.name,
            satisfaction: self.satisfaction,
            colour: self.colour,
            badges: &self.badges,
            marks: &self.marks,
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
pub fn customer_radius(customer: &CustomerView) -> f32 {
    customer.yearly_value.map_or(13.0, |value| token_radius(value.0))
}

/// What the view shows of a customer, as a token.
#[must_use]
pub fn customer_token(prose: &Prose, p: &Palette, customer: &CustomerView) -> CustomerToken {
    let mut badges = Vec::new();
    if customer.phase != Phase::Lost {
        let tickets = || prose.view.tickets.iter().filter(|t| t.id.customer == customer.id);
        if tickets().any(|t| t.due_day == 0) {
            badges.push(Badge::LateTicket);
        } else if tickets().next().is_some() {
            badges.push(Badge::Ticket);
        }
        if prose.view.open_deals(customer.id).next().is_some() {
            badges.push(Badge::Deal);
        }
        if agenda::has_late_task(prose, customer.id) {
            badges.push(Badge::Due);
        }
        if customer.needs_handover {
            badges.push(Badge::Staff);
        }
    }
    CustomerToken {
        radius: customer_radius(customer),
        short: prose.initials(customer),
        name: prose.label(customer),
        satisfaction: customer.satisfaction.map(|(points, _)| points as f32),
        colour: p.phase(lane(customer.phase)),
        badges,
        marks: Vec::new(),
        look: if customer.phase == Phase::Lost { Look::Faded } else { Look::Usual },
        is_named: customer.named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::words::Lang;

    #[test]
    fn a_ticket_is_red_once_it_is_left_over_from_last_month() {
        let mut view = (1..=9).map(|rounds| noted(&played(1, rounds))).find(|view| !view.tickets.is_empty()).expect("a ticket");
        view.tickets.truncate(1);
        let id = view.tickets[0].id.customer;
        let p = theme::palette_of(&bevy_egui::egui::Visuals::light());
        for (due_day, badge, colour) in [(4, Badge::Ticket, p.gold), (0, Badge::LateTicket, p.warn)] {
            view.tickets[0].due_day = due_day;
            let badges = customer_token(&Prose::new(&view, Lang::En), p, view.customer(id).expect("known")).badges;
            let signs: Vec<Badge> = badges.into_iter().filter(|b| matches!(b, Badge::Ticket | Badge::LateTicket)).collect();
            assert_eq!(signs, [badge]);
            assert_eq!(badge.colour(p), colour);
        }
    }
}
