//! Asking a lost customer to come back, with a concession or without (docs/model.md#win-back).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::lifecycle::win_back;
use crate::sim::limits::Value;
use crate::sim::luck::events::Return;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Missing, Phase, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Asks one customer back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WinBack {
    /// Lost for `lifecycle.win_back_after` rounds or more.
    pub customer: CustomerId,
    /// Share of the last order, 0 to `lifecycle.win_back_most`.
    pub concession: f64,
}

impl CardRules for WinBack {
    fn key(&self) -> &'static str {
        "win-back"
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

    fn takes(&self, guide: &Guide, last_order: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.lifecycle.win_back_hours).costing(last_order(self.customer).scale(self.concession))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customer(self.customer)?;
        bounds.amount(Amount::Concession, Value::Share(self.concession))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        let lost_for = needs.facts.customer(self.customer).and_then(|c| c.lost_for);
        needs.that(lost_for.is_some(), Missing::Lost);
        needs.that(lost_for.is_none_or(|rounds| rounds >= needs.rules().lifecycle.win_back_after), Missing::LostLonger);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::WinBack(other) if other.customer == self.customer)
    }

    fn setting(&self) -> Setting {
        Setting::FIRST
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        let WinBack { customer, concession } = *self;
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let relation = turn.relation(customer);
        let (trust, cost) = (relation.measures.trust(), relation.history.last_amount.scale(concession));
        turn.pay(EntryKind::Compensation, -cost, Some(customer), None);
        let chance = win_back::chance(turn.rules, &win_back::Case { trust, repaired: turn.repaired(customer), concession });
        let back = turn.luck_of(customer, 0).happens(Return::Comes, chance);
        if back {
            turn.relation_mut(customer).history.lost_cause = None;
            turn.enter(customer, Phase::Exploration, Some(Cause::WonBack));
            turn.happened(Happened::WonBack { customer });
        } else {
            turn.happened(Happened::WinBackFailed { customer });
        }
        let outcome = if back { Outcome::Done } else { Outcome::Refused };
        turn.sales_work(customer, InteractionKind::WinBack, turn.rules.lifecycle.win_back_hours, cost, outcome, false);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let (trust, repaired) = outlook.known.customer(self.customer).map_or((0.0, false), |c| (c.trust, !c.failure));
        Estimate::WinsBack(win_back::chance(outlook.rules(), &win_back::Case { trust, repaired, concession: self.concession }))
    }
}
