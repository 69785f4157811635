//! A month taken back beside its game. In a large game several months are played again for that, and whoever waits may think better
//! of it: until the game takes it over, it goes on as it was.

use super::Room;
use super::record::Record;
use super::replay::Course;
use super::setup::Setup;
use super::watch::Watch;
use crate::sim::units::Round;
use std::ops::ControlFlow;

/// A copy of a game, about to take its last month back.
#[derive(Debug)]
pub struct TakingBack {
    course: Course,
    setup: Setup,
    /// Of the game's log.
    records: usize,
}

/// The game without its last month.
#[derive(Debug)]
pub struct TakenBack {
    course: Course,
    round: Round,
    records: usize,
}

impl TakingBack {
    /// Takes the month back; None if there is none that can be.
    ///
    /// # Errors
    /// A break, if the watch stops it.
    pub fn play(mut self, watch: &mut Watch<'_>) -> ControlFlow<(), Option<TakenBack>> {
        let round = self.course.undo(&self.setup, watch)?;
        ControlFlow::Continue(round.map(|round| TakenBack { course: self.course, round, records: self.records }))
    }
}

impl Room {
    /// What is needed to take the last resolved month back somewhere else. Only the game's owner has a room to call this on.
    #[must_use]
    pub fn taking_back(&self) -> TakingBack {
        TakingBack { course: self.course.clone(), setup: self.log.setup.clone(), records: self.log.records().len() }
    }

    /// The last month is taken back: its plans lie open again as they were, nobody having submitted. The log keeps both. None if the
    /// game has gone on since; then nothing has changed.
    pub fn take_back(&mut self, taken: TakenBack) -> Option<Round> {
        let TakenBack { course, round, records } = taken;
        if records != self.log.records().len() {
            return None;
        }
        self.course = course;
        self.log.push(vec![Record::Undone { round }]);
        Some(round)
    }

    /// Takes the last resolved month back, as [`Room::take_back`], here and to the end; None if there is none that can be.
    pub fn undo_round(&mut self) -> Option<Round> {
        let taken = self.taking_back().play(&mut super::to_the_end).continue_value().flatten()?;
        self.take_back(taken)
    }
}
