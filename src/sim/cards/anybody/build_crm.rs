//! Building an integrated tool for customer data oneself, which may come to nothing (docs/model.md#customer-data).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::company::tools;
use crate::sim::journal::report::Happened;
use crate::sim::luck::events;
use crate::sim::scenario::Guide;
use crate::sim::state::tool::Integration;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// So many hours of building.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BuildCrm {
    /// In whole half hours; the chance to succeed grows with it.
    pub time: Minutes,
}

impl CardRules for BuildCrm {
    fn key(&self) -> &'static str {
        "build-crm"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::ProductSpecialist, Role::Cultivator, Role::AccountManager, Role::Service, Role::Developer])
    }

    fn when(&self) -> When {
        When::Receiving
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, _: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::chosen(self.time)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.time(self.time)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.can_integrate(), Missing::Integrated);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, _: &Action) -> bool {
        // those who share a role each have hours of their own: they add up
        false
    }

    fn setting(&self) -> Setting {
        Setting::MAY
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let chance = tools::build_chance(&turn.rules.tools, self.time);
        if turn.luck_of(CustomerId(0), month.role.index() as u16).happens(events::Integration::Succeeds, chance) {
            turn.team.tools.integration = Integration::Coming(turn.round);
        } else {
            turn.happened(Happened::NotIntegrated);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Integrates(tools::build_chance(&outlook.rules().tools, self.time))
    }
}
