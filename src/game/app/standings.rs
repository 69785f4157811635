//! Where the teams stand, month by month and at the end, as far as the class is to see it.

use crate::room::MonthWon;
use crate::sim::score::Moment;
use crate::sim::units::{Fen, TeamId};
use bevy::prelude::*;
use serde::{Deserialize, Serialize};

/// What a class is shown of the standings while a game runs. At the end everybody sees everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Disclosure {
    /// The place and the total of every team.
    #[default]
    All,
    /// Each team its own points, and nobody's place.
    Own,
    /// Nothing.
    Nothing,
}

/// A team's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Which team it is.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// From 1; teams that show the same figure share the better place.
    pub rank: u16,
    /// Another team has the same place.
    pub is_shared: bool,
    /// Points, up to the sum of the weights: as if the game ended now.
    pub total: f64,
    /// Contribution, equity, relations, forecast and hygiene, compliance.
    pub parts: [f64; 5],
    /// Profit so far.
    pub contribution: Fen,
    /// In hand now.
    pub cash: Fen,
    /// Of all months played.
    pub revenue: Fen,
    /// People of this screen play in it.
    pub is_here: bool,
    /// What its bids came to in the last month.
    pub month: MonthWon,
}

/// All teams, best first.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Standings {
    /// Best first; by points once they are shown, by contribution before.
    pub list: Vec<Standing>,
    /// Points mean something: so many months are played that the scenario shows them, or the game is over.
    pub is_scored: bool,
    /// How much of it a team at this screen sees.
    pub disclosure: Disclosure,
    /// What the points of the teams are made of, and what they were made of a month before; nothing before points are shown.
    pub made: Vec<(TeamId, Moment, Option<Moment>)>,
}

impl Standings {
    /// The place of a team.
    #[must_use]
    pub fn of(&self, team: TeamId) -> Option<&Standing> {
        self.list.iter().find(|standing| standing.team == team)
    }

    /// What a team's points are made of, and what they were made of a month before.
    #[must_use]
    pub fn made_of(&self, team: TeamId) -> Option<(&Moment, Option<&Moment>)> {
        self.made.iter().find(|made| made.0 == team).map(|(_, now, before)| (now, before.as_ref()))
    }

    /// Gives the places out: whoever shows the same figure stands at the same place, and the next one after all of them.
    pub fn rank(&mut self) {
        let is_scored = self.is_scored;
        // as it is shown: points to a tenth, money in whole units
        let figure = |standing: &Standing| if is_scored { (standing.total * 10.0).round() as i64 } else { standing.contribution.0 / 100 };
        self.list.sort_by(|a, b| figure(b).cmp(&figure(a)).then(a.team.cmp(&b.team)));
        let figures: Vec<i64> = self.list.iter().map(figure).collect();
        for (standing, own) in self.list.iter_mut().zip(&figures) {
            standing.rank = 1 + figures.iter().filter(|other| *other > own).count() as u16;
            standing.is_shared = figures.iter().filter(|other| *other == own).count() > 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(team: u8, total: f64, contribution: i64) -> Standing {
        Standing {
            team: TeamId(team),
            name: format!("{team}"),
            rank: 0,
            is_shared: false,
            total,
            parts: [0.0; 5],
            contribution: Fen::yuan(contribution),
            cash: Fen::ZERO,
            revenue: Fen::ZERO,
            is_here: false,
            month: MonthWon::default(),
        }
    }

    #[test]
    fn teams_that_show_the_same_points_share_their_place() {
        let list = vec![standing(0, 49.94, 0), standing(1, 66.04, 9), standing(2, 65.96, 5), standing(3, 50.0, 7)];
        let mut standings = Standings { list, is_scored: true, disclosure: Disclosure::All, made: Vec::new() };
        standings.rank();
        // 66.0 twice; 49.94 shows as 49.9 and 50.0 as itself
        let places: Vec<_> = standings.list.iter().map(|s| (s.team.0, s.rank, s.is_shared)).collect();
        assert_eq!(places, [(1, 1, true), (2, 1, true), (3, 3, false), (0, 4, false)]);
        // before points are shown it is the money
        standings.is_scored = false;
        standings.rank();
        let places: Vec<_> = standings.list.iter().map(|s| (s.team.0, s.rank, s.is_shared)).collect();
        assert_eq!(places, [(1, 1, false), (3, 2, false), (2, 3, false), (0, 4, false)]);
    }
}
