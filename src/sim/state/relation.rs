//! What one team and one customer have with each other.

use crate::sim::journal::effect::Cause;
use crate::sim::journal::measures::Measures;
use crate::sim::scenario::MAX_CONTACTS;
use crate::sim::terms::{Found, Kind, Level, Phase, ServiceLevel, Tier};
use crate::sim::units::{CustomerId, Fen, Round};
use serde::Serialize;

/// One team's relation with one customer (docs/model.md#relation).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    pub phase: Phase,
    pub found: Option<(Found, Round)>,
    pub measures: Measures,
    /// Months without contact.
    pub silent: u16,
    pub contacted: bool,
    pub orders: u16,
    /// Orders won from this team (the installed ones left out).
    pub won: u16,
    pub revenue: Fen,
    pub contribution: Fen,
    pub last_order: Option<Round>,
    pub last_amount: Fen,
    pub discounts: f64,
    pub qualified: bool,
    pub kind: Kind,
    pub level: Level,
    /// Level was set by hand for this customer (a later strategy or tier order leaves it).
    pub tier: Option<Tier>,
    pub contacts: [ContactState; MAX_CONTACTS],
    /// Satisfaction as last surveyed, and when.
    pub surveyed: Option<(f64, Round)>,
    /// For how long what moves it to another phase has been so.
    pub streaks: Streaks,
    pub lost: Option<Round>,
    pub lost_cause: Option<crate::sim::journal::effect::Cause>,
    /// Hours of selling and care this round.
    pub selling_hours: f64,
    pub care_hours: f64,
    /// A proactive check took place this round.
    pub checked: bool,
    pub asked_referral: bool,
    pub trust_lost_by_resignation: f64,
    pub service: ServiceLevel,
    /// A major problem the customer has not complained about: when it arose.
    pub silent_failure: Option<Round>,
    pub referred: Vec<CustomerId>,
    /// The loss was booked (round) and how much.
    pub own_loss: Fen,
    /// Gifts of this year, in fen.
    pub gifts_year: Fen,
    /// The last blow to the relation, until something makes it good.
    pub grievance: Option<crate::sim::journal::effect::Cause>,
    /// Rounds for which a rival profits from a poached salesman.
    pub poached: u16,
    /// Rounds in a row for which a critical ticket has been open.
    pub critical_rounds: u16,
    /// Came of itself, and nobody took its name: gone for good.
    pub turned_away: bool,
    /// Fee of all running contracts a round.
    pub fee: Fen,
    /// Last round of the contracts that bind it.
    pub bound: Round,
    /// Which account manager it belongs to (place among the posts).
    pub owner: u8,
    /// The account manager it has met last, of those it belonged to.
    pub served_by: u8,
    /// Its owner left in this round, and nobody has been introduced since.
    pub orphaned: Option<Round>,
    /// Given to the pool in this round: until it is taken again, nobody of the team works on it.
    pub pooled: Option<Round>,
    /// The last round in which something moved: found, a stage reached, an order, a new owner.
    pub last_progress: Round,
    /// Calls of a new owner that still find open ears.
    pub fresh_calls: u16,
    /// Rounds for which nurturing still brings needs.
    pub nurtured: u16,
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct ContactState {
    pub reached: bool,
    pub attitude: f64,
    /// Gifts of this quarter.
    pub gifts: Fen,
    pub removed: bool,
}
impl Relation {
    #[must_use]
    pub fn known(&self) -> bool {
        self.phase != Phase::Unknown
    }

    /// Somebody the team may still come to know.
    #[must_use]
    pub fn findable(&self) -> bool {
        !self.known() && !self.turned_away
    }

    /// A customer that has bought and is not lost.
    #[must_use]
    pub fn active(&self) -> bool {
        self.orders > 0 && self.phase != Phase::Lost
    }

    /// A change of staff that no handover meeting has mended.
    #[must_use]
    pub fn needs_handover(&self) -> bool {
        self.trust_lost_by_resignation > 0.0 || self.orphaned.is_some()
    }

    /// A failure that the team knows of and nothing has made good. One that nobody has complained about is none.
    #[must_use]
    pub fn known_failure(&self) -> bool {
        self.grievance.is_some_and(|blow| blow != Cause::SilentFailure)
    }

    /// Known, and not given to the pool.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.known() && self.pooled.is_none()
    }
}

/// Rounds in a row for which a condition of a phase has held (docs/model.md#phases).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Streaks {
    /// Too weak for formation.
    pub formation_back: u16,
    /// Fit for stability.
    pub stable: u16,
    /// Too weak for stability.
    pub stability_back: u16,
    /// Weak enough for decline.
    pub low: u16,
    /// Recovered from it.
    pub recovered: u16,
}
