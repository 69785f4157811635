//! The moment in which cards are carried out.

use super::conditions::missing;
use super::{Action, Actual, Moment};
use crate::sim::journal::report::Happened;
use crate::sim::people::pool::Lots;
use crate::sim::prospecting::walk_ins::Reception;
use crate::sim::selling::calls::Talks;
use crate::sim::terms::Missing;
use crate::sim::turn::Turn;
use crate::sim::units::{Fen, Role};

/// The month in which a team's cards are carried out, and what they hand on to each other.
pub(crate) struct Playing<'a> {
    /// Who plays the card.
    pub role: Role,
    /// Whether it is written up.
    pub write_up: bool,
    /// Who gets what several teams claim.
    pub lots: &'a Lots,
    /// Talks of the month so far.
    pub talks: &'a mut Talks,
    /// Hours at the door so far.
    pub reception: &'a mut Reception,
    /// What the deals due were to bring when the month was planned.
    pub expected: Fen,
}

impl Turn<'_> {
    /// Takes a card in hand; false where something stops it as a whole: a customer of it that lies in the pool, no money.
    pub fn starts(&mut self, action: &Action, cost: Fen) -> bool {
        let mut pooled = false;
        if !self.world.pool.is_empty() && !matches!(action, Action::TakeFromPool(_)) {
            action.each_customer(|id| pooled |= self.relation(id).ownership.pooled.is_some());
        }
        let stopped = match (pooled, self.affords(cost)) {
            (true, _) => Some(Missing::Pooled),
            (false, false) => Some(Missing::Cash),
            (false, true) => None,
        };
        if let Some(missing) = stopped {
            self.fails(action, missing);
        }
        stopped.is_none()
    }

    /// Whether a card, or the part of one that is about one customer, still lacks something as it is carried out: the same
    /// conditions as at the desk and in the plan. If so it is told; the money is kept and the hours are lost.
    pub fn lacks(&mut self, action: &Action) -> bool {
        let facts = Actual {
            scenario: self.scenario,
            customers: self.customers,
            round: self.round,
            compliance: self.compliance,
            team: self.team,
            world: self.world,
            moment: Moment::Playing,
        };
        match missing(action, &facts, &[], &[]).first() {
            Some(&first) => {
                self.fails(action, first);
                true
            }
            None => false,
        }
    }

    /// Tells that a card could not be carried out.
    pub fn fails(&mut self, action: &Action, missing: Missing) {
        let Some(role) = self.performer else { return };
        let customers = action.customers();
        self.happened(Happened::CardFailed { role, card: action.key(), customers, missing });
    }
}
