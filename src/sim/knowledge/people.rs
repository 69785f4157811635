//! What a seat knows of its own staff, and of the other teams.

use crate::sim::parameters::Staffing;
use crate::sim::scenario::Text;
use crate::sim::units::{Fen, Minutes, Round, TeamId};

/// The people of a role this month.
#[derive(Clone, Debug)]
pub struct StaffView {
    /// Who holds the first post.
    pub name: Text,
    /// Of a month, of all who are there.
    pub hours: Minutes,
    /// What the role's cards in the plan take of it.
    pub planned: Minutes,
    /// Decisions in the plan, against `Work::max_decisions`.
    pub decisions: u16,
    /// 0-100, the mean of those who are there.
    pub skill: f64,
    /// Rounds for which the hours are reduced after a resignation.
    pub reduced: u16,
    /// Months in a row, this one not counted, in which nearly all hours were planned.
    pub busy: u16,
    /// The round at whose end somebody last left or began; None if nobody has.
    pub changed: Option<Round>,
    /// By place; vacant ones included.
    pub posts: Vec<PostView>,
    /// People who begin next month.
    pub hired: u16,
}

impl StaffView {
    /// Months of overwork in a row, this one counted if the plan as it lies fills it.
    #[must_use]
    pub fn busy_with_plan(&self, rules: &Staffing) -> u16 {
        if rules.full(self.planned, self.hours) { self.busy.saturating_add(1) } else { 0 }
    }
}

/// A post of a role, and who works in it.
#[derive(Clone, Debug)]
pub struct PostView {
    /// Empty if nobody knows the name.
    pub name: Text,
    /// 0-100.
    pub skill: f64,
    /// False while the post is vacant.
    pub filled: bool,
    /// Rounds of reduced hours or of vacancy left.
    pub reduced: u16,
    /// Customers that belong to this post (account managers only).
    pub customers: u16,
}

/// Another team, as the public standings show it.
#[derive(Clone, Debug)]
pub struct TeamView {
    /// By which awards and decided deals name it.
    pub id: TeamId,
    /// As the set-up says.
    pub name: String,
    /// Cash, public every month; the score is the room's to add.
    pub cash: Fen,
    /// Of all months together.
    pub revenue: Fen,
}
