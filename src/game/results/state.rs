//! What the results show, and what the player wants then.

pub use crate::game::app::standings::{Disclosure, Standing, Standings};
use crate::prose::Prose;
use crate::sim::units::{CustomerId, TeamId};
use bevy::prelude::*;

/// What the player wants after the game.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// To the first screen.
    Menu,
    /// The same board once more.
    SameSeed,
    /// Another board.
    OtherSeed,
}

/// Show this team's game; at the end nothing is private any more.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookAt(pub TeamId);

/// What the results show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultsTab {
    /// The score and the leaderboard.
    #[default]
    Score,
    /// What became of each named customer.
    Stories,
    /// What to try next.
    Lessons,
}

/// The state of the results.
#[derive(Resource, Clone, Debug, Default)]
pub struct Results {
    /// What is shown.
    pub tab: ResultsTab,
    /// Whose story is open; none for the first.
    pub customer: Option<CustomerId>,
    /// The number whose reasons are listed.
    pub why: Option<crate::sim::journal::effect::Measure>,
    /// What the player chose in this frame.
    pub out: Vec<After>,
    /// The team whose game the player asks to see.
    pub look: Option<TeamId>,
}

/// The place of the team on show.
#[must_use]
pub fn own<'a>(prose: &Prose, standings: &'a Standings) -> Option<&'a Standing> {
    standings.of(prose.view.seat.team)
}

/// The tab of the results in a picture.
#[derive(Resource)]
pub struct ResultsWanted(pub ResultsTab);

/// Opens that tab.
pub fn open_tab(wanted: Option<Res<ResultsWanted>>, mut results: ResMut<Results>) {
    if let Some(wanted) = wanted {
        results.tab = wanted.0;
    }
}
