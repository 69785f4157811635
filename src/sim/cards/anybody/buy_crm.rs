//! Buying an integrated tool for customer data (docs/model.md#customer-data).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::scenario::Guide;
use crate::sim::state::tool::Integration;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Buys an integrated CRM.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BuyCrm;

impl CardRules for BuyCrm {
    fn key(&self) -> &'static str {
        "buy-crm"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::ProductSpecialist, Role::Cultivator, Role::AccountManager, Role::Service, Role::Developer])
    }

    fn when(&self) -> When {
        When::Receiving
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.tools.buy_hours).costing(guide.rules.tools.buy_cost)
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.can_integrate(), Missing::Integrated);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::BuyCrm(_))
    }

    fn setting(&self) -> Setting {
        Setting::NOTHING
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        turn.pay(EntryKind::Tools, -turn.rules.tools.buy_cost, None, None);
        turn.team.tools.integration = Integration::Coming(turn.round);
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Integrates(1.0)
    }
}
