//! A survey: how satisfied a customer is, more or less; a silent problem comes to light (docs/model.md#checks-and-surveys).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::luck::events;
use crate::sim::scenario::Guide;
use crate::sim::terms::Reject;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Asks these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Each once; all must be buyers.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Survey {
    fn key(&self) -> &'static str {
        "survey"
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
        Takes::each(guide.rules.service.survey_hours, self.customers.len()).writing_up(self.customers.len())
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
        matches!(planned, Action::Survey(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len()).writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&Survey { customers: vec![customer] }.into()) {
                continue;
            }
            let rules = &turn.rules.service;
            let error = rules.survey_error * (2.0 * turn.luck_of(customer, 0).uniform(events::Survey::Error) - 1.0);
            let shown = (turn.relation(customer).measures.satisfaction() + error).clamp(0.0, 100.0);
            let round = turn.round;
            turn.relation_mut(customer).activity.surveyed = Some((shown, round));
            turn.break_silence(customer);
            turn.happened(Happened::Surveyed { customer, satisfaction: shown });
            if month.write_up {
                turn.write_up(customer, turn.rules.records.survey, Cause::Surveyed);
            }
            turn.work(Role::Service, customer, InteractionKind::Survey, rules.survey_hours, Fen::ZERO, Outcome::Done, month.write_up);
        }
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Shows
    }
}
