//! Taking customers from the pool: with their records, without the bond (docs/model.md#pool).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes};
use serde::{Deserialize, Serialize};

/// Takes these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakeFromPool {
    /// Each once; in a shared market also some that the team has never heard of.
    pub customers: Vec<CustomerId>,
}

impl CardRules for TakeFromPool {
    fn key(&self) -> &'static str {
        "take"
    }

    fn home(&self) -> Home {
        Home::Anybody
    }

    fn when(&self) -> When {
        When::Settling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::each(guide.rules.pool.hours, self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        // somebody else's former customer may be a stranger
        if self.customers.iter().any(|id| id.index() >= bounds.state.customers.len()) {
            return Err(Reject::NoSuchCustomer);
        }
        bounds.each_once(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            needs.that(needs.facts.in_pool(id), Missing::NotPooled);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::TakeFromPool(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &id in &self.customers {
            let one = TakeFromPool { customers: vec![id] }.into();
            if turn.lacks(&one) {
                continue;
            }
            // who draws the worse lot finds it empty
            if month.lots.leave(id, turn.team.id) {
                turn.take_from_pool(id);
            } else {
                turn.fails(&one, Missing::NotPooled);
            }
        }
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Opens
    }
}
