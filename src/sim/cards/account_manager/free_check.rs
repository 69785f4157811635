//! A free check of the customer's equipment: fit, and perhaps a need nobody has spoken of (docs/model.md#demos-and-checks).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::luck::events::Search;
use crate::sim::scenario::{Finder, Guide};
use crate::sim::terms::{Missing, Reject, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Checks what a customer has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FreeCheck {
    /// Whose equipment is looked at.
    pub customer: CustomerId,
}

impl CardRules for FreeCheck {
    fn key(&self) -> &'static str {
        "free-check"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.selling.check_hours).costing(guide.rules.selling.check_cost).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customer(self.customer)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        let customer = needs.known(self.customer);
        needs.not_lost(self.customer);
        needs.that(customer.is_some_and(|c| c.orders > 0) || customer.is_some() && needs.facts.furthest(self.customer) >= 3, Missing::Orders);
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.customer == hope.deal.customer {
            hope.learn(hope.rules.records.demo);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::FreeCheck(other) if other.customer == self.customer)
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let customer = self.customer;
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let cost = turn.rules.selling.check_cost;
        turn.pay(EntryKind::Selling, -cost, Some(customer), None);
        for deal in turn.team.open_deals_of_mut(customer) {
            deal.check = true;
        }
        let found = turn.uncover(customer, Revealed::FreeCheck, |f| matches!(f, Finder::FreeCheck))
            || turn.check_for_need(customer, turn.rules.selling.check_need, Search::FreeCheck, Revealed::FreeCheck);
        if found {
            for deal in turn.team.open_deals_of_mut(customer) {
                deal.check = true;
            }
        } else {
            turn.happened(Happened::NothingFound { customer });
        }
        if month.write_up {
            turn.write_up(customer, turn.rules.records.demo, Cause::Checked);
        }
        let outcome = if found { Outcome::Found } else { Outcome::Nothing };
        turn.sales_work(customer, InteractionKind::FreeCheck, turn.rules.selling.check_hours, cost, outcome, month.write_up);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        if outlook.known.open_deals(self.customer).any(|d| d.stage >= 3 && !d.check) {
            Estimate::Fit(outlook.rules().selling.check_fit)
        } else {
            Estimate::FindsNeed(outlook.rules().selling.check_need)
        }
    }
}
