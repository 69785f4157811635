//! Care visits: bad impressions are taken away, trust grows (docs/model.md#care-visits).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::{Finder, Guide};
use crate::sim::terms::{Reject, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Visits these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Care {
    /// Each with its time.
    pub visits: Vec<(CustomerId, Minutes)>,
}

impl CardRules for Care {
    fn key(&self) -> &'static str {
        "care"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager, Role::Service])
    }

    fn when(&self) -> When {
        When::Caring
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.visits.iter().for_each(|visit| tell(visit.0));
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::chosen(self.visits.iter().map(|v| v.1).sum()).costing(guide.rules.care.cost.times(self.visits.len() as i64))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.each_once(&self.visits.iter().map(|v| v.0).collect::<Vec<_>>())?;
        self.visits.iter().try_for_each(|&(id, time)| bounds.customer(id).and_then(|()| bounds.time(time)))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &(id, _) in &self.visits {
            needs.buyer(id);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, _: &Action) -> bool {
        // several may call on one customer: their hours add up
        false
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.visits.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &(customer, time) in &self.visits {
            if turn.lacks(&Care { visits: vec![(customer, time)] }.into()) {
                continue;
            }
            let cost = turn.rules.care.cost;
            turn.pay(EntryKind::Care, -cost, Some(customer), None);
            // hours add up over the month; what they do is worked out once, for everybody
            let worth = turn.effective_time(time).to_hours();
            turn.relation_mut(customer).activity.care_hours += worth;
            if worth >= turn.rules.care.contact_hours {
                // over tea people speak of what is coming
                turn.uncover(customer, Revealed::Talk, |f| matches!(f, Finder::Talk(_)));
            }
            turn.work(month.role, customer, InteractionKind::Care, time, cost, Outcome::Done, false);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let rules = outlook.rules();
        let (mut negative, mut trust) = (0.0, 0.0);
        for (id, time) in &self.visits {
            let Some(customer) = outlook.known.customer(*id) else { continue };
            let touch = rules.care.touch(time.to_hours() * outlook.share);
            negative += (rules.care.calms(touch) / rules.relations.failure).min(customer.negative);
            trust += rules.care.warms(touch, customer.trust);
        }
        Estimate::Mends { negative, trust }
    }
}
