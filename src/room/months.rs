//! The starts of months, kept so that a game can be played on from there.

use crate::sim::game::{Desk, Game};
use crate::sim::journal::{Journal, Mark, Recording};
use crate::sim::state::State;
use crate::sim::units::Round;

/// Customers x teams x months that are kept, 1.4 kB each. Larger games keep every second month, every third, and so on.
const MOST: usize = 20_000;
/// Months that are kept at most: what a team has behind it grows with the months, and each start holds all of it.
const MOST_MONTHS: usize = 24;

/// A game as a month opened, without what was recorded before.
#[derive(Clone, Debug)]
pub(super) struct MonthStart {
    state: State,
    desks: Vec<Desk>,
    recorded: Mark,
}

impl MonthStart {
    /// The state of the game as the month opened.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// A game that records nothing.
    pub fn without_history(&self) -> Game {
        Game { state: self.state.clone(), desks: self.desks.clone(), journal: Journal::new(self.state.teams.len(), Recording::Off) }
    }

    /// The game as it was then, with what had been recorded by then; `journal`: that of the game as it has gone on.
    pub fn with_history(&self, journal: &Journal) -> Game {
        let mut journal = journal.clone();
        journal.back_to(&self.recorded);
        Game { state: self.state.clone(), desks: self.desks.clone(), journal }
    }

    /// Takes a game that has gone on from here back.
    pub fn restore(&self, game: &mut Game) {
        game.state = self.state.clone();
        game.desks = self.desks.clone();
        game.journal.back_to(&self.recorded);
    }
}

/// The starts of a game's months, the first always among them.
#[derive(Clone, Debug)]
pub(super) struct Months {
    every: usize,
    starts: Vec<MonthStart>,
}

impl Months {
    /// Those of a game that begins now.
    pub fn of(game: &Game) -> Months {
        let size = game.customers.len() * game.teams.len() * usize::from(game.rounds);
        let every = size.div_ceil(MOST).max(usize::from(game.rounds).div_ceil(MOST_MONTHS)).max(1);
        let mut months = Months { every, starts: Vec::new() };
        months.opens(game);
        months
    }

    /// A month has opened, and nobody has planned anything.
    pub fn opens(&mut self, game: &Game) {
        if usize::from(game.round.0) == 1 + self.starts.len() * self.every {
            self.starts.push(MonthStart { state: game.state.clone(), desks: game.desks.clone(), recorded: game.journal.mark() });
        }
    }

    /// The last start that is kept and not later than this month.
    pub fn before(&self, round: Round) -> Option<&MonthStart> {
        let place = usize::from(round.0).checked_sub(1)? / self.every;
        self.starts.get(place.min(self.starts.len().checked_sub(1)?))
    }

    /// Forgets the starts of later months.
    pub fn back_to(&mut self, round: Round) {
        self.starts.truncate(usize::from(round.0.saturating_sub(1)) / self.every + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim;
    use crate::sim::testing::game;

    #[test]
    fn a_large_game_keeps_some_months_and_plays_on_from_the_last_one_before() {
        let mut played = game(3, 1);
        let mut months = Months { every: 3, starts: Vec::new() };
        months.opens(&played);
        for _ in 1..=5 {
            sim::resolve(&mut played);
            months.opens(&played);
        }
        assert_eq!(months.starts.len(), 2);
        for (asked, kept) in [(1, 1), (3, 1), (4, 4), (6, 4)] {
            assert_eq!(months.before(Round(asked)).map(|start| start.state.round), Some(Round(kept)), "month {asked}");
        }
        months.back_to(Round(3));
        assert_eq!(months.starts.len(), 1);
        assert_eq!(Months::of(&played).every, 1, "a game of this size keeps them all");
    }
}
