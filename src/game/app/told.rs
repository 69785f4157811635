//! What the teams of this screen were told of their deals before the last month was played.

use crate::advice::chances::Told;
use crate::sim::units::{Round, TeamId};
use crate::sim::view::View;
use bevy::prelude::*;
use std::sync::Arc;

/// What was told last. Nothing of it is kept in the game: whoever opens a saved one has not been told anything.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct LastTold {
    round: Round,
    of: Vec<(TeamId, Arc<[Told]>)>,
}

impl LastTold {
    /// What is told of the month that is about to be played.
    #[must_use]
    pub fn new(round: Round, of: impl IntoIterator<Item = (TeamId, Vec<Told>)>) -> LastTold {
        LastTold { round, of: of.into_iter().map(|(team, told)| (team, Arc::from(told))).collect() }
    }

    /// What the team was told whose view it is; nothing if another month than its last one was.
    #[must_use]
    pub fn of(&self, view: &View) -> Arc<[Told]> {
        let last = usize::from(self.round.0) == view.past.rounds.len();
        let own = self.of.iter().find(|(team, _)| last && *team == view.seat.team);
        own.map_or_else(|| Arc::from([]), |(_, told)| Arc::clone(told))
    }
}
