//! Asking a satisfied customer for a name (docs/model.md#referrals).

use crate::sim::cards::outlook::any_of;
use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Asks these customers; their word carries further this month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskReferral {
    /// Each once; its last survey shows at least `Finding::referral_satisfaction`.
    pub customers: Vec<CustomerId>,
}

impl CardRules for AskReferral {
    fn key(&self) -> &'static str {
        "referral"
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
        Takes::each(guide.rules.finding.referral_hours, self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            let satisfied = needs.known(id).and_then(|c| c.satisfaction).is_some_and(|s| s >= needs.rules().finding.referral_satisfaction);
            needs.that(satisfied, Missing::Satisfaction);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::AskReferral(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&AskReferral { customers: vec![customer] }.into()) {
                continue;
            }
            turn.relation_mut(customer).activity.asked_referral = true;
            turn.work(Role::Developer, customer, InteractionKind::Referral, turn.rules.finding.referral_hours, Fen::ZERO, Outcome::Done, false);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let rules = &outlook.rules().finding;
        Estimate::Referral(any_of(rules.referral * rules.referral_asked, self.customers.len()))
    }
}
