//! An open rebate to the customer's firm, entered in the books: the lawful card beside the gift (docs/model.md#rebates).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::care::gifts;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::limits::Value;
use crate::sim::parameters::Gifts;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// A rebate: no bond, no limit, nothing to be found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rebate {
    /// Whose firm gets it: a buyer.
    pub customer: CustomerId,
    /// Above zero, at most `Gifts::rebate_most`.
    pub amount: Fen,
}

impl CardRules for Rebate {
    fn key(&self) -> &'static str {
        "rebate"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Caring
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.gifts.rebate_hours).costing(self.amount)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customer(self.customer)?;
        bounds.amount(Amount::Rebate, Value::Money(self.amount))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.buyer(self.customer);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Rebate(other) if other.customer == self.customer)
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
        let Rebate { customer, amount } = *self;
        turn.pay(EntryKind::Rebates, -amount, Some(customer), None);
        let [trust, commitment] = gains(&turn.rules.gifts, amount);
        turn.add(customer, Measure::Trust, trust, Cause::Rebate, About::Nothing);
        turn.add(customer, Measure::Commitment, commitment, Cause::Rebate, About::Nothing);
        turn.sales_work(customer, InteractionKind::Rebate, turn.rules.gifts.rebate_hours, amount, Outcome::Done, false);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Trust(gains(&outlook.rules().gifts, self.amount)[0])
    }
}

/// Trust and commitment that a rebate brings, in points.
fn gains(rules: &Gifts, amount: Fen) -> [f64; 2] {
    let weight = gifts::gift_weight(rules, amount);
    [rules.rebate_trust * weight, rules.rebate_commitment * weight]
}
