//! A member of a role learns, in the role's own hours; it shows from next month on (docs/model.md#hiring-and-training).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Trains one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Train {
    /// The role that the person works in, and whose hours it takes.
    pub role: Role,
    /// Place among the posts of the role.
    pub person: u8,
}

impl CardRules for Train {
    fn key(&self) -> &'static str {
        "train"
    }

    fn home(&self) -> Home {
        Home::Only(self.role)
    }

    fn when(&self) -> When {
        When::Settling
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.staffing.train_hours).costing(guide.rules.staffing.train_cost)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        if usize::from(self.person) < bounds.team().staff[self.role.index()].posts.len() { Ok(()) } else { Err(Reject::NoSuchPerson) }
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.filled(self.role, usize::from(self.person)), Missing::Vacant);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Train(other) if (other.role, other.person) == (self.role, self.person))
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
        turn.pay(EntryKind::Staff, -turn.rules.staffing.train_cost, None, None);
        turn.team.staff[self.role.index()].posts[usize::from(self.person)].trains = true;
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let posts = &outlook.known.staff(self.role).posts;
        let skill = posts.get(usize::from(self.person)).map_or(outlook.rules().work.skill, |p| p.skill);
        Estimate::Skill(outlook.rules().staffing.learnt(skill))
    }
}
