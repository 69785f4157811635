//! Causes: every change of a relation, with what changed it. This is what "why?" shows.
//!
//! Recording is optional (benches and calibration leave it out) and never feeds the rules.

use crate::sim::units::{ContactId, CustomerId, IndustryId, NeedId, Round, TicketId};
use serde::{Deserialize, Serialize};

/// A quantity of a relation (or, with no customer, of the team) whose changes are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    Expectation,
    Satisfaction,
    Trust,
    Commitment,
    Records,
    Negative,
    Bond,
    Shock,
    Reputation,
}

/// What changed it. Texts: `cause-…` in the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// The first impression.
    Met,
    Qualified,
    Researched,
    Called,
    Demonstrated,
    Checked,
    Quoted,
    /// The promise of the winning quote.
    Promised,
    /// Delivery better than or as expected.
    DeliveredWell,
    /// Delivery below expectation, but not a broken promise.
    DeliveredBelow,
    PromiseBroken,
    /// The goods came later than the quote had promised, and below what was expected.
    DeliveredLate,
    Ordered,
    Cared,
    /// Nobody got in touch this month.
    Silence,
    TicketInTime,
    TicketLate,
    TicketNextRound,
    TicketUnanswered,
    /// A critical ticket cost the customer money of their own.
    CustomerLoss,
    SilentFailure,
    Compensated,
    ProactiveCheck,
    Surveyed,
    Gift,
    BribeFound,
    Resigned,
    HandedOver,
    Lost,
    WonBack,
    /// Satisfied customers talk.
    Praise,
    /// Dissatisfied customers talk.
    Blame,
    /// Memory and records fade.
    Faded,
    /// Commitment follows satisfaction and trust.
    Grew,
    Sold,
    /// A contract's promised performance was kept, was missed.
    PerformanceKept,
    PerformanceMissed,
    /// The contract ended and was not renewed with us.
    ContractEnded,
    /// The tool in use holds no more.
    ToolOutgrown,
    /// Dissatisfied customers complain where everybody reads it.
    PublicComplaint,
    /// An open rebate, entered in the books.
    Rebate,
    Nurtured,
    Designed,
    /// Given to another account manager.
    Reassigned,
    /// Given to the pool.
    GivenUp,
    /// Taken from the pool, with its file.
    Claimed,
}

/// One recorded change.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    pub round: Round,
    /// None for a change of the team's reputation.
    pub customer: Option<CustomerId>,
    pub measure: Measure,
    pub from: f64,
    pub to: f64,
    pub cause: Cause,
    pub about: About,
}

/// What a cause refers to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    #[default]
    Nothing,
    Deal(NeedId),
    Ticket(TicketId),
    Contact(ContactId),
    /// The trade that heard of it.
    Industry(IndustryId),
}

impl Effect {
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to - self.from
    }
}
