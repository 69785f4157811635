//! The whole truth of a game: markets, teams, relations.
//!
//! Plain data; the phases of a month change it. What the teams plan lies on their desks and what was recorded in the
//! journal, both beside it in a `Game`: so a copy of the truth carries neither.

mod customer;
mod deal;
mod relation;
mod team;
mod ticket;
mod world;

pub use customer::{Contact, Customer, CustomerCard};
pub use deal::{Deal, DealOutcome, Order, PurchaseOrder, Quote, Receivable};
pub use relation::{Activity, Classification, ContactState, History, Ownership, Relation, Service, Streaks, UnderContract};
pub use rivals::RivalEdge;
pub use team::{Audit, Books, Breach, Evaluation, Management, Marketing, Month, ServiceDesk, Task, Team, Warehouse};
pub use ticket::{Ticket, TicketState};
pub use world::{Award, Need, Pooled, Tender, TenderBid, World};

pub mod backlog;
pub mod contract;
pub mod pyramid;
mod rivals;
pub mod staff;
pub mod tool;

use crate::sim::luck::draw::Luck;
use crate::sim::scenario::Scenario;
use crate::sim::units::{Round, TeamId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Every team its own copy of the market, or all in one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarketKind {
    /// A copy for each team, with the same luck: for grades.
    #[default]
    Mirror,
    /// One market for all: teams compete for the same customers.
    Shared,
}

/// What the teacher lets a game do with gifts (docs/model.md#gifts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compliance {
    /// Gifts beyond the policy are offered, and audits follow.
    #[default]
    Show,
    /// Neither gifts nor temptations appear.
    Hide,
    /// Gifts within the policy only; anything above is refused.
    Forbid,
}

/// The truth of a game as it stands. What is not serialised, the scenario and what follows from it and the numbers of the luck, is no part of
/// the hash.
#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// What is fixed for the game.
    #[serde(skip)]
    pub scenario: Arc<Scenario>,
    /// Of the scenario and the two numbers that it names; a draw leaves it as it is.
    pub luck: Luck,
    /// Whether teams share a market; fixed at setup.
    pub market: MarketKind,
    /// What becomes of gifts; fixed at setup.
    pub compliance: Compliance,
    /// Rounds of this game.
    pub rounds: u16,
    /// The round being planned; `rounds + 1` when the game is over.
    pub round: Round,
    /// Customers as the board made them; the same for every team.
    #[serde(skip)]
    pub customers: Arc<Vec<Customer>>,
    /// One in a shared market, one per team in a mirror market.
    pub worlds: Vec<World>,
    /// By team id.
    pub teams: Vec<Team>,
}

impl State {
    /// Whether the last round has been resolved.
    #[must_use]
    pub fn over(&self) -> bool {
        self.round.0 > self.rounds
    }

    /// The market a team plays in.
    #[must_use]
    pub fn world(&self, team: TeamId) -> &World {
        &self.worlds[self.world_index(team)]
    }

    /// The place in `worlds` of the market a team plays in.
    #[must_use]
    pub fn world_index(&self, team: TeamId) -> usize {
        match self.market {
            MarketKind::Mirror => team.index(),
            MarketKind::Shared => 0,
        }
    }
}
