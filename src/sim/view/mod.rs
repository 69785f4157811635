//! What leaves the room: what a seat may know, and its plan.

mod customers;
mod past;
mod seat_view;

pub use seat_view::{view, view_now};

use crate::sim::cards::{Card, CardId};
use crate::sim::knowledge::Knowledge;
use crate::sim::terms::Opening;
use crate::sim::units::{Fen, Minutes, Role};
use std::ops::{Deref, DerefMut};

/// All a seat may know in the round being planned, and the team's plan. Reads as what is known, which is what most ask for.
#[derive(Clone, Debug)]
pub struct View {
    /// Everything but the plan.
    pub known: Knowledge,
    /// The team's plan, all roles, in order.
    pub plan: Vec<PlanCardView>,
    /// What the month opened with, whatever has become of it in the plan.
    pub routine: Vec<PlanCardView>,
    /// Cards that the opening plan would have held, had there been hours, money or what else they need.
    pub dropped: Vec<(Role, Card)>,
    /// Whether the role has a plan of last month to repeat.
    pub has_last_plan: bool,
    /// How the team's months open.
    pub opening: Opening,
}

impl Deref for View {
    type Target = Knowledge;

    fn deref(&self) -> &Knowledge {
        &self.known
    }
}

impl DerefMut for View {
    fn deref_mut(&mut self) -> &mut Knowledge {
        &mut self.known
    }
}

/// A card of the plan, and what it takes.
#[derive(Clone, Debug)]
pub struct PlanCardView {
    /// By which commands change or remove it.
    pub id: CardId,
    /// Who plays it.
    pub role: Role,
    /// What is planned.
    pub card: Card,
    /// Working time of the role, with writing up; longer outside its own work.
    pub minutes: Minutes,
    /// Counted against cash and credit while planning; prospecting and pursuits pay more as they go.
    pub cost: Fen,
    /// Put there by the opening plan and not changed since, so not one of the role's decisions.
    pub filled_in: bool,
}
