//! The view on show, which every screen of a game draws.

use crate::prose::regrets::ToldThen;
use crate::sim::units::{Role, TeamId};
use crate::sim::view::View;
use crate::words::Lang;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The view on show and a number that changes with it. Whoever holds the room sets it.
#[derive(Resource, Clone)]
pub struct Shown {
    /// What the seat may know.
    pub view: Arc<View>,
    /// Another one with every view.
    pub stamp: u64,
    /// The roles played at this desk; cards of other roles are shown but not touched.
    pub roles: Vec<Role>,
    /// Whoever plays them has handed his plan in.
    pub submitted: bool,
}

impl Shown {
    /// There is a plan of this desk, and it is handed in.
    #[must_use]
    pub fn is_submitted(&self) -> bool {
        !self.roles.is_empty() && self.submitted
    }
}

/// What the results of a finished game need beside the view on show; empty while it runs. Whoever holds the room sets it.
#[derive(Resource, Clone, Debug, Default)]
pub struct Ended {
    /// The view of the team that earned most beside the one on show; None where there is one team alone.
    pub beside: Option<Arc<View>>,
    /// What the team on show was told under each thing that went wrong, as it was told in its month; empty of a game too large to keep
    /// every month.
    pub told_then: BTreeMap<Lang, ToldThen>,
}

/// Another team at this screen has not yet seen the month that was played last: after this one it is its turn, not the results'.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OthersWait(pub bool);

/// Which game lies on the table: another number with each one that is put there. What the parts of the window remember by themselves
/// (how far a list was scrolled, where a token stood) belongs to a game and goes with it.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnTable(pub u64);

/// How many take turns at this screen: teams, or their people one by one.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turns(pub usize);

/// The curtain is down.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Curtain {
    /// What it opens on.
    pub behind: Behind,
    /// The month to be planned, or played, in words.
    pub month: String,
    /// Whoever has just handed in, and may still take the plan back.
    pub before: Option<String>,
    /// The month that was just played, as far as the whole class sees it.
    pub played: Option<ClassMonth>,
}

/// What a class is shown of a month before each team sees its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassMonth {
    /// Which one, in words.
    pub month: String,
    /// The teams by their places, best first; empty where nobody is shown them.
    pub places: Vec<ClassPlace>,
    /// They go by points; before those are shown by profit.
    pub is_scored: bool,
}

/// A team's place, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassPlace {
    /// Which team: it has its colour.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// The place.
    pub rank: String,
    /// Its points, or before they are shown its profit.
    pub figure: String,
    /// The same beside the best team's, 0-1.
    pub share: f32,
    /// What its bids came to in the month.
    pub won: String,
}

/// What a curtain opens on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// A team's turn.
    Turn {
        /// Whose it is.
        team: String,
        /// Place of the team among all, from 0, by which it has its colour.
        place: usize,
    },
    /// The month, for which all plans are in: the teacher gathers the class before it is played.
    Month,
}
