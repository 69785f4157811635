//! A game: the truth, what the teams have on their desks, and the journal.

use crate::sim::cards::{Card, CardId};
use crate::sim::journal::Journal;
use crate::sim::state::State;
use crate::sim::terms::Opening;
use crate::sim::turn::{Truth, Turn};
use crate::sim::units::{Fen, Minutes, Role};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::ops::{Deref, DerefMut};

/// A game in progress. Reads as its state, which is what most ask for.
#[derive(Clone, Debug)]
pub struct Game {
    /// The whole truth.
    pub state: State,
    /// By team id.
    pub desks: Vec<Desk>,
    /// What happened and why; no rule reads it and no hash covers it. Words on a talk (`Note::Talk`) can only be written where the
    /// talk was recorded.
    pub journal: Journal,
}

/// What a team has on its desk: the plan of the month.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Desk {
    /// How the team's months open, from the next one on.
    pub opening: Opening,
    /// Cards of all roles, each role's in the order in which it plays them.
    pub plan: Vec<PlanCard>,
    /// What the month opened with: the routine, whatever has become of it since.
    pub routine: Vec<PlanCard>,
    /// The plan of the month resolved last; empty in round 1.
    pub last_plan: Vec<(Role, Card)>,
    /// Cards that the opening plan would have held, had there been hours, money or what else they need.
    pub dropped: Vec<(Role, Card)>,
    /// Id of the next card that is put into a plan.
    pub next_card: u32,
}

/// A card in a plan, with what it takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanCard {
    /// By which commands name it; a changed card keeps it.
    pub id: CardId,
    /// Who plays it, perhaps outside its own work.
    pub role: Role,
    /// What is to be done.
    pub card: Card,
    /// Taken from the role's working time, writing up included.
    pub minutes: Minutes,
    /// What must be at hand when it is planned and when it is played.
    pub cost: Fen,
    /// Put there by the opening plan; not one of the decisions (`work.max_decisions`) until changed.
    pub filled_in: bool,
}

impl Desk {
    /// Planned minutes of a role.
    #[must_use]
    pub fn planned(&self, role: Role) -> Minutes {
        self.plan.iter().filter(|c| c.role == role).map(|c| c.minutes).sum()
    }
}

impl Game {
    /// Everything a phase works on.
    pub(crate) fn truth(&mut self) -> Truth<'_> {
        Truth { state: &mut self.state, journal: &mut self.journal }
    }

    /// Everything team `index` touches in a phase.
    pub(crate) fn turn(&mut self, index: usize) -> Turn<'_> {
        Turn::of(&mut self.state, &mut self.journal, index)
    }
}

impl Deref for Game {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl DerefMut for Game {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.state
    }
}

/// SHA-256 over the canonical binary form of state and desks (postcard): what a round's hash in the log covers.
#[must_use]
pub fn hash(game: &Game) -> [u8; 32] {
    let written = postcard::to_allocvec(&(&game.state, &game.desks));
    // plain data of known lengths has no way to fail; what cannot be written stops every test here
    debug_assert!(written.is_ok());
    Sha256::digest(written.unwrap_or_default()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::notes::Note;
    use crate::sim::planning::command::Command;
    use crate::sim::testing::{ALPHA, game, quoted};
    use crate::sim::units::{Round, Seat, TeamId};

    #[test]
    fn the_hash_covers_luck_state_notes_and_plans_and_nothing_else() {
        let change = |what: fn(&mut Game)| {
            let mut game = game(1, 2);
            what(&mut game);
            hash(&game)
        };
        let plain = change(|_| ());
        assert_eq!(plain, change(|_| ()));
        let note = |game: &mut Game| {
            let seat = Seat { team: TeamId(0), role: Role::Service };
            crate::sim::apply(game, seat, Command::Note(Note::Post { text: "hello".to_owned(), reply: None })).expect("a note");
        };
        for (place, other) in [
            change(|g| g.state.luck.outcomes += 1),
            change(|g| g.state.luck.board += 1),
            change(|g| g.state.teams[1].books.ledger.cash += Fen(1)),
            change(|g| g.state.round = Round(2)),
            change(|g| g.desks[1].next_card += 1),
            change(|g| _ = quoted(g, ALPHA)),
            change(note),
        ]
        .into_iter()
        .enumerate()
        {
            assert_ne!(plain, other, "change {place}");
        }
        assert_eq!(plain, change(|g| g.journal.teams[0].report.happened.clear()), "what is told is no part of it");
    }
}
