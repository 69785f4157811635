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
    pub state: State,
    /// By team id.
    pub desks: Vec<Desk>,
    pub journal: Journal,
}

/// What a team has on its desk: the plan of the month.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Desk {
    /// By `Role::index`.
    pub submitted: [bool; Role::COUNT],
    pub opening: Opening,
    pub plan: Vec<PlanCard>,
    pub last_plan: Vec<(Role, Card)>,
    /// Level cards left out of the opening plan for want of hours.
    pub dropped: Vec<(Role, Card)>,
    pub next_card: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanCard {
    pub id: CardId,
    pub role: Role,
    pub card: Card,
    pub minutes: Minutes,
    pub cost: Fen,
    /// Put there by a relationship level or by last month; not one of the eight decisions until changed.
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

/// SHA-256 over the canonical form of state and desks: what a round's hash in the log covers.
#[must_use]
pub fn hash(game: &Game) -> [u8; 32] {
    /// Feeds what is written to the digest.
    struct Sink(Sha256);
    impl std::io::Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut sink = Sink(Sha256::new());
    // JSON of plain data into a digest cannot fail: no maps with odd keys, no I/O
    let written = serde_json::to_writer(&mut sink, &(&game.state, &game.desks));
    debug_assert!(written.is_ok());
    sink.0.finalize().into()
}
