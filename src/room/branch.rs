//! What if: a game played on from a month's start with one decision another, all luck the same.
//!
//! Nothing is recorded and no hash is taken on the way, so that a debrief can ask thousands of such questions.

use super::months::MonthStart;
use super::replay::Decided;
use crate::sim;
use crate::sim::game::Game;
use crate::sim::notes::Note;
use crate::sim::planning::command::Command;
use crate::sim::units::{Round, Seat};

/// A month of a game from which it can be played again.
#[derive(Clone, Copy, Debug)]
pub struct Branch<'a> {
    pub(super) start: &'a MonthStart,
    /// All decisions of the game that count.
    pub(super) decided: &'a [Decided],
    /// The month from which on a decision may be another.
    pub(super) from: Round,
    /// The month that was resolved last.
    pub(super) last: Round,
}

/// One decision that is another. Places are those of [`Room::decided`](super::Room::decided).
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The decision at this place is left out.
    Without(usize),
    /// Another command in its place.
    Instead(usize, Command),
    /// One more, after all others of its month.
    Besides(Round, Seat, Command),
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// After the last month that the game itself has resolved; its journal is empty.
    pub game: Game,
    /// Decisions that no longer made sense, the changed one included.
    pub refused: usize,
}

impl Branch<'_> {
    /// The game as it was played; it ends in the hash of the room.
    #[must_use]
    pub fn unchanged(&self) -> WhatIf {
        self.play(None)
    }

    /// The game with one decision another. None if the change lies outside the months of this branch.
    #[must_use]
    pub fn with(&self, change: &Change) -> Option<WhatIf> {
        let month = match change {
            Change::Without(place) | Change::Instead(place, _) => self.decided.get(*place)?.round,
            Change::Besides(round, ..) => *round,
        };
        (self.from <= month && month <= self.last).then(|| self.play(Some(change)))
    }

    fn play(&self, change: Option<&Change>) -> WhatIf {
        let mut playing = WhatIf { game: self.start.without_history(), refused: 0 };
        let first = self.decided.partition_point(|decided| decided.round < playing.game.round);
        let besides = match change {
            Some(Change::Besides(round, seat, command)) => Some((*round, *seat, command)),
            _ => None,
        };
        let mut place = first;
        while playing.game.round <= self.last {
            let round = playing.game.round;
            while let Some(decided) = self.decided.get(place).filter(|decided| decided.round == round) {
                match change {
                    Some(Change::Without(left_out)) if *left_out == place => {}
                    Some(Change::Instead(other, command)) if *other == place => playing.say(decided.seat, command.clone()),
                    _ => playing.say_again(decided),
                }
                place += 1;
            }
            if let Some((month, seat, command)) = besides
                && month == round
            {
                playing.say(seat, command.clone());
            }
            sim::resolve(&mut playing.game);
        }
        playing
    }
}

impl WhatIf {
    fn say(&mut self, seat: Seat, command: Command) {
        if sim::apply(&mut self.game, seat, command).is_err() {
            self.refused += 1;
        }
    }

    /// Says what was said in the game itself; what it named by a number is looked for by what it was.
    fn say_again(&mut self, decided: &Decided) {
        let command = match (&decided.command, &decided.named) {
            // words on a talk can only be written where the talk was recorded, and no rule and no hash knows them
            (Command::Note(Note::Talk(..)), _) => return,
            (Command::Change(id, card), Some(named)) => named.card(&self.game, decided.seat, *id).map(|id| Command::Change(id, card.clone())),
            (Command::Remove(id), Some(named)) => named.card(&self.game, decided.seat, *id).map(Command::Remove),
            (Command::DropTask(id), Some(named)) => named.task(&self.game, decided.seat, *id).map(Command::DropTask),
            (command, _) => Some(command.clone()),
        };
        match command {
            Some(command) => self.say(decided.seat, command),
            None => self.refused += 1,
        }
    }
}
