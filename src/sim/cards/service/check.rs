//! A proactive check: one good impression, a silent problem comes to light, perhaps a need (docs/model.md#checks-and-surveys).

use crate::sim::cards::outlook::any_of;
use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::luck::events::Search;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Reject, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Checks these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// Buyers, each once.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Check {
    fn key(&self) -> &'static str {
        "check"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Service])
    }

    fn when(&self) -> When {
        When::Asking
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::each(guide.rules.service.check_hours, self.customers.len()).writing_up(self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            needs.buyer(id);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Check(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len()).writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&Check { customers: vec![customer] }.into()) {
                continue;
            }
            let rules = &turn.rules.service;
            turn.add(customer, Measure::Negative, -rules.good_moment, Cause::ProactiveCheck, About::Nothing);
            turn.relation_mut(customer).activity.checked = true;
            turn.break_silence(customer);
            let found = turn.check_for_need(customer, rules.check_need, Search::ProactiveCheck, Revealed::ProactiveCheck);
            if month.write_up {
                turn.write_up(customer, turn.rules.records.survey, Cause::ProactiveCheck);
            }
            let outcome = if found { Outcome::Found } else { Outcome::Done };
            turn.work(Role::Service, customer, InteractionKind::Check, rules.check_hours, Fen::ZERO, outcome, month.write_up);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::FindsNeed(any_of(outlook.rules().service.check_need, self.customers.len()))
    }
}
