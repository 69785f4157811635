//! Receiving customers that come of themselves (docs/model.md#walk-ins).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::prospecting::walk_ins;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// So many hours at the door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reception {
    /// Whole half hours; what counts for the visitors is the time of all roles together.
    pub time: Minutes,
}

impl CardRules for Reception {
    fn key(&self) -> &'static str {
        "reception"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::ProductSpecialist, Role::Cultivator, Role::AccountManager, Role::Service, Role::Developer])
    }

    fn when(&self) -> When {
        When::Receiving
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, _: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        // names are taken within the time at the door
        Takes::chosen(self.time)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.time(self.time)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.visitors(), Missing::Visitors);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, _: &Action) -> bool {
        // those who share a role each have hours of their own: they add up
        false
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        if !turn.lacks(&self.clone().into()) {
            month.reception.add(self.time, month.write_up);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let (known, rules) = (outlook.known, &outlook.rules().walk_ins);
        let planned = || outlook.planned().filter_map(|action| if let Action::Reception(planned) = action { Some(planned) } else { None });
        let here: f64 = planned().map(|planned| planned.time.to_hours()).sum();
        // what all that stand at the door come to, this one among them: what it adds alone would say of a planned card that it is for nothing
        let hours = if planned().any(|planned| planned == self) { here } else { here + self.time.to_hours() };
        let named = walk_ins::attended(rules, hours, f64::from(known.visitors)) * walk_ins::recorded(rules, 1.0, known.tools.cap);
        Estimate::Receives { names: f64::from(known.visitors) * named, of: known.visitors }
    }
}
