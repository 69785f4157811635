//! Making an open failure good with money: satisfaction, no more (docs/model.md#compensation).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::limits::Value;
use crate::sim::parameters::Rules;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Compensates one customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compensate {
    /// Whose failure is made good.
    pub customer: CustomerId,
    /// Of the last order, up to `service.compensation_cap`.
    pub share: f64,
}

impl CardRules for Compensate {
    fn key(&self) -> &'static str {
        "compensate"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Service])
    }

    fn when(&self) -> When {
        When::Asking
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.customer);
    }

    fn takes(&self, guide: &Guide, last_order: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.service.compensation_hours).costing(last_order(self.customer).scale(self.share))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customer(self.customer)?;
        bounds.amount(Amount::Compensation, Value::Share(self.share))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        let failure = needs.buyer(self.customer).is_some() && needs.facts.failure(self.customer);
        needs.that(failure, Missing::Failure);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Compensate(other) if other.customer == self.customer)
    }

    fn setting(&self) -> Setting {
        Setting::FIRST
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let customer = self.customer;
        let cost = turn.relation(customer).history.last_amount.scale(self.share);
        turn.pay(EntryKind::Compensation, -cost, Some(customer), None);
        turn.add(customer, Measure::Satisfaction, gain(turn.rules, self.share), Cause::Compensated, About::Nothing);
        turn.relation_mut(customer).service.make_good();
        turn.work(Role::Service, customer, InteractionKind::Compensation, turn.rules.service.compensation_hours, cost, Outcome::Done, false);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Satisfies(gain(outlook.rules(), self.share))
    }
}

/// Satisfaction points that a share of the last order buys.
fn gain(rules: &Rules, share: f64) -> f64 {
    (rules.service.compensation_gain * share * 100.0).min(rules.service.compensation_most)
}
