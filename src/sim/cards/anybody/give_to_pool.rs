//! Giving customers up that stand still: somebody else may take them (docs/model.md#pool).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes};
use serde::{Deserialize, Serialize};

/// Gives these customers to the pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GiveToPool {
    /// Each once; not lost, and without progress for `Pool::stuck` rounds.
    pub customers: Vec<CustomerId>,
}

impl CardRules for GiveToPool {
    fn key(&self) -> &'static str {
        "give"
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
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            let customer = needs.known(id);
            needs.not_lost(id);
            needs.that(customer.is_none_or(|c| c.stuck >= needs.rules().pool.stuck), Missing::Stuck);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::GiveToPool(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        for &id in &self.customers {
            if !turn.lacks(&GiveToPool { customers: vec![id] }.into()) {
                turn.give_up(id);
            }
        }
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Frees
    }
}
