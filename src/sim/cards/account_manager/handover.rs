//! A handover meeting: the successor is introduced, and part of the trust comes back (docs/model.md#handover).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::parameters::Rules;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Introduces the successor to these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Handover {
    /// Each once; all had a change of staff that no meeting has mended.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Handover {
    fn key(&self) -> &'static str {
        "handover"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::each(guide.rules.selling.handover_hours, self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            let waits = needs.known(id).is_some_and(|c| c.needs_handover);
            needs.that(waits, Missing::StaffChange);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Handover(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&Handover { customers: vec![customer] }.into()) {
                continue;
            }
            let relation = turn.relation(customer);
            let back = returned(turn.rules, relation.ownership.trust_lost_by_resignation, relation.measures.records());
            turn.add(customer, Measure::Trust, back, Cause::HandedOver, About::Nothing);
            let shock = turn.relation(customer).measures.shock();
            let calms = turn.rules.selling.handover_calms;
            if calms > 0.0 && shock > 0.0 {
                turn.set(customer, Measure::Shock, shock * (1.0 - calms), Cause::HandedOver, About::Nothing);
            }
            turn.relation_mut(customer).ownership.trust_lost_by_resignation = 0.0;
            if turn.relation_mut(customer).ownership.orphaned.take().is_some() {
                let owner = turn.team.next_owner();
                let relation = turn.relation_mut(customer);
                (relation.ownership.owner, relation.ownership.served_by) = (owner, owner);
            }
            turn.sales_work(customer, InteractionKind::Handover, turn.rules.selling.handover_hours, Fen::ZERO, Outcome::Done, false);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Trust(outlook.customers(&self.customers).map(|c| returned(outlook.rules(), c.trust_lost, c.records)).sum())
    }
}

/// Trust that comes back of what a resignation cost, in points: the more, the better the records.
fn returned(rules: &Rules, lost: f64, records: f64) -> f64 {
    lost * rules.selling.handover_returns * records / 100.0
}
