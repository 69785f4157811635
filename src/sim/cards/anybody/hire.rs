//! Hiring: fills a vacancy, ends the reduced hours of a successor, or adds a person, from next month on
//! (docs/model.md#hiring-and-training).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Hires somebody for a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hire {
    /// One that the scenario has.
    pub role: Role,
}

impl CardRules for Hire {
    fn key(&self) -> &'static str {
        "hire"
    }

    fn home(&self) -> Home {
        Home::Anybody
    }

    fn when(&self) -> When {
        When::Settling
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.staffing.hire_hours).costing(guide.rules.staffing.hire_cost)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        if bounds.guide().roster.has(self.role) { Ok(()) } else { Err(Reject::NoSuchSeat) }
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        let facts = needs.facts;
        let room = facts.posts(self.role) + facts.hired(self.role) < usize::from(needs.rules().staffing.most_people);
        needs.that(!facts.complete(self.role) || room, Missing::RoleFull);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Hire(other) if other.role == self.role)
    }

    fn setting(&self) -> Setting {
        Setting::NOTHING
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        turn.pay(EntryKind::Staff, -turn.rules.staffing.hire_cost, None, None);
        turn.team.staff[self.role.index()].hired += 1;
        turn.happened(Happened::Hired { role: self.role });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let work = &outlook.rules().work;
        let posts = &outlook.known.staff(self.role).posts;
        let short = posts.len() == 1 && posts.iter().any(|p| p.reduced > 0);
        let share = if short { 1.0 - work.hours_after_resignation } else { 1.0 };
        Estimate::Hours(Minutes((f64::from(work.role_hours.0) * share).round() as i32))
    }
}
