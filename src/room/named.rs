//! What a command names by a number: found again in a game in which the numbers may be others.

use crate::sim::cards::{Card, CardId};
use crate::sim::game::{Game, PlanCard};
use crate::sim::planning::command::Command;
use crate::sim::state::Task;
use crate::sim::units::Seat;

/// What a number meant when it was said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Named {
    Card(Card),
    Task(Task),
}

impl Named {
    /// What the command names in the game it is said in; None if it names nothing by a number.
    pub fn by(command: &Command, game: &Game, seat: Seat) -> Option<Named> {
        let team = seat.team.index();
        match command {
            Command::Change(id, _) | Command::Remove(id) => game.desks.get(team)?.plan.iter().find(|c| c.id == *id).map(|c| Named::Card(c.card.clone())),
            Command::DropTask(id) => game.teams.get(team)?.management.tasks.iter().find(|t| t.id == *id).map(|t| Named::Task(t.clone())),
            _ => None,
        }
    }

    /// The card of a seat's plan that this is: the same card, if there are several the one of the same number; else the one of the
    /// same number if it is at least of the same kind for the same customers. None if it is not there: better nothing than the
    /// wrong one.
    pub fn card(&self, game: &Game, seat: Seat, id: CardId) -> Option<CardId> {
        let Named::Card(named) = self else { return None };
        let alike = |c: &&PlanCard| {
            let (a, b) = (&c.card.action, &named.action);
            c.role == seat.role && a.key() == b.key() && a.customers() == b.customers()
        };
        let alike = || game.desks[seat.team.index()].plan.iter().filter(alike);
        let same = || alike().filter(|c| c.card == *named);
        let found = same().find(|c| c.id == id).or_else(|| same().next()).or_else(|| alike().find(|c| c.id == id));
        found.map(|c| c.id)
    }

    /// The task of the team that this is: the same, if there are several the one of the same number.
    pub fn task(&self, game: &Game, seat: Seat, id: u32) -> Option<u32> {
        let Named::Task(named) = self else { return None };
        let is_same = |t: &&Task| t.done.is_none() && (t.customer, t.role, t.kind, t.due) == (named.customer, named.role, named.kind, named.due);
        let same = || game.teams[seat.team.index()].management.tasks.iter().filter(is_same);
        same().find(|t| t.id == id).or_else(|| same().next()).map(|t| t.id)
    }
}
