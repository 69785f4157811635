//! A demo or trial: always an advance, and the goods fit better (docs/model.md#demos-and-checks).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Shows what is to be sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Demo {
    /// What it is held for: an open deal of stage 3 or more.
    pub deal: NeedId,
}

impl CardRules for Demo {
    fn key(&self) -> &'static str {
        "demo"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.deal.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.selling.demo_hours).costing(guide.rules.selling.demo_cost).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.deal(self.deal)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.not_lost(self.deal.customer);
        let deal = needs.open(self.deal);
        needs.that(deal.is_some_and(|d| d.stage >= 3), Missing::Stage3);
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.deal == hope.deal {
            hope.reach(4);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Demo(other) if other.deal == self.deal)
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        self.show(turn, month.write_up);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Fit(outlook.rules().selling.demo_fit)
    }
}

impl Demo {
    /// Holds it; false where something is lacking, or the money.
    pub(super) fn show(&self, turn: &mut Turn<'_>, written_up: bool) -> bool {
        let (id, cost) = (self.deal, turn.rules.selling.demo_cost);
        if turn.lacks(&self.clone().into()) || !turn.affords(cost) {
            return false;
        }
        turn.pay(EntryKind::Selling, -cost, Some(id.customer), Some(id));
        if let Some(deal) = turn.team.deal_mut(id) {
            deal.demo = true;
            deal.interactions += u16::from(written_up);
        }
        turn.explore(id.customer);
        turn.reach_stage(id, 4);
        if written_up {
            turn.write_up(id.customer, turn.rules.records.demo, Cause::Demonstrated);
        }
        turn.earn_trust(id.customer, turn.rules.selling.trust_demo, Cause::Demonstrated);
        turn.sales_work(id.customer, InteractionKind::Demo, turn.rules.selling.demo_hours, cost, Outcome::Advance, written_up);
        true
    }
}
