//! Asking a customer for budget, need and decision maker; confirms an open need (docs/model.md#qualifying).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Qualifies these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Qualify {
    /// Known and not yet qualified, each once.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Qualify {
    fn key(&self) -> &'static str {
        "qualify"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Developer])
    }

    fn when(&self) -> When {
        When::Prospecting
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::each(guide.rules.finding.qualify_hours, self.customers.len()).writing_up(self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            if needs.known(id).is_some() {
                needs.that(!needs.facts.qualified(id), Missing::Unqualified);
            }
        }
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.customers.contains(&hope.deal.customer) {
            hope.learn(hope.rules.records.qualify);
            hope.reach(2);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Qualify(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len()).writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&Qualify { customers: vec![customer] }.into()) {
                continue;
            }
            turn.relation_mut(customer).classification.qualified = true;
            if month.write_up {
                turn.write_up(customer, turn.rules.records.qualify * turn.skill_factor(Role::Developer), Cause::Qualified);
            }
            let deals: Vec<_> = turn.team.open_deals_of(customer).filter(|d| d.stage == 1).map(|d| d.id).collect();
            for deal in &deals {
                turn.reach_stage(*deal, 2);
            }
            let outcome = if deals.is_empty() { Outcome::Done } else { Outcome::Found };
            turn.work(Role::Developer, customer, InteractionKind::Qualify, turn.rules.finding.qualify_hours, Fen::ZERO, outcome, month.write_up);
        }
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Shows
    }
}
