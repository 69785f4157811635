//! Causes: every change of a relation, with what changed it. This is what "why?" shows.
//!
//! Recording is optional (benches and calibration leave it out) and never feeds the rules.

use crate::sim::units::{ContactId, CustomerId, IndustryId, NeedId, Round, TicketId};
use serde::{Deserialize, Serialize};

/// A quantity of a relation (or, with no customer, of the team) whose changes are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// E, 0-100: what the customer has been led to expect.
    Expectation,
    /// S, 0-100: perceived less expected, as it has settled.
    Satisfaction,
    /// T, 0-100: belief that the team keeps its word.
    Trust,
    /// C, 0-100: will to go on.
    Commitment,
    /// R, 0 to what the tool for customer data holds (at most 100): what is written down about the customer.
    Records,
    /// Negative impressions in twelfths of a failure, 0 to `relations.max_negative`.
    Negative,
    /// Loyalty to the salesperson and not to the firm, 0-100.
    Bond,
    /// How unsettled a resignation leaves the customer, up to `lifecycle.most_shock`.
    Shock,
    /// What one industry says of the team, -1 to 1.
    Reputation,
}

/// What changed it. Texts: `cause-…` in the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// The first impression.
    Met,
    /// Qualifying that was written up.
    Qualified,
    /// Web research that was written up.
    Researched,
    /// A call or visit that was written up.
    Called,
    /// A demo or trial that was written up.
    Demonstrated,
    /// A free check that was written up.
    Checked,
    /// The promise of the winning quote.
    Promised,
    /// Delivery better than or as expected.
    DeliveredWell,
    /// Delivery below expectation, but not a broken promise.
    DeliveredBelow,
    /// Delivery in time, but so far below expectation that a promise is broken.
    PromiseBroken,
    /// The goods came later than the quote had promised, and below what was expected.
    DeliveredLate,
    /// An order whose quote was written up.
    Ordered,
    /// No order has come for too long.
    NoOrder,
    /// Care visits, and what they sustain: satisfaction may fall where they were too few.
    Cared,
    /// Nobody got in touch this month.
    Silence,
    /// A ticket solved in its month, work on it begun in time.
    TicketInTime,
    /// A ticket solved in its month, work on it begun too late.
    TicketLate,
    /// A ticket solved in a later month.
    TicketNextRound,
    /// A ticket still open at the end of the month.
    TicketUnanswered,
    /// A critical ticket cost the customer money of their own.
    CustomerLoss,
    /// A major problem that nobody complained about; seats see its effects once the game is over.
    SilentFailure,
    /// Money paid for an open failure.
    Compensated,
    /// A good impression; records, too, if it was written up.
    ProactiveCheck,
    /// A survey that was written up.
    Surveyed,
    /// The lawful part of a gift; what lies above the limit brings nothing.
    Gift,
    /// An audit found a gift above the limit.
    BribeFound,
    /// The customer's account manager left.
    Resigned,
    /// A meeting with the successor.
    HandedOver,
    /// The customer left, and took part of its trust and commitment along.
    Lost,
    /// A win-back succeeded; the cause of a change of phase alone.
    WonBack,
    /// Satisfied customers talk.
    Praise,
    /// Dissatisfied customers talk.
    Blame,
    /// Memory and records fade.
    Faded,
    /// Commitment follows satisfaction and trust.
    Grew,
    /// Hours of calls, which make a bond.
    Sold,
    /// As much as the contract promised, or more.
    PerformanceKept,
    /// Less than the contract promised.
    PerformanceMissed,
    /// The contract ended and was not renewed with us.
    ContractEnded,
    /// The tool in use holds no more.
    ToolOutgrown,
    /// Dissatisfied customers complain where everybody reads it.
    PublicComplaint,
    /// An open rebate, entered in the books.
    Rebate,
    /// A cultivator kept in touch.
    Nurtured,
    /// The design of a solution that was written up.
    Designed,
    /// Somebody at the customer promised to go on buying.
    Pledged,
    /// A talk that led on, before the first order.
    Advanced,
    /// What had been agreed for a month was done in it.
    DateKept,
    /// We said that somebody else would serve them better.
    HonestNo,
    /// As the cause of leaving: trust lay too low.
    LowTrust,
    /// As the cause of leaving: satisfaction lay too low, and no failure of ours stands behind it.
    LowSatisfaction,
    /// As the cause of leaving: bad impressions of what has been put right since, or lies before the customer left and came back.
    BadImpressions,
    /// As the cause of leaving: a rival offered more, by an offer of its own or one that all of them made.
    BetterOffer,
    /// As the cause of leaving: a price war was on.
    PriceWar,
    /// As the cause of leaving: a rival has sold to the customer last.
    SoldByRival,
    /// As the cause of leaving: nothing pushed the customer away; some leave all the same.
    ByChance,
    /// Pressed to decide, in vain.
    Pressed,
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
    /// In which it changed.
    pub round: Round,
    /// None for a change of the team's reputation.
    pub customer: Option<CustomerId>,
    /// What changed.
    pub measure: Measure,
    /// Before, in the unit of the measure. While the game runs a seat sees 0 for satisfaction.
    pub from: f64,
    /// After, within the bounds of the measure. While the game runs a seat sees the rough change for satisfaction.
    pub to: f64,
    /// What changed it.
    pub cause: Cause,
    /// Which deal, ticket, contact or industry is behind it.
    pub about: About,
}

impl Cause {
    /// Whether a rival stands behind it, who is named with it.
    #[must_use]
    pub const fn is_of_a_rival(self) -> bool {
        matches!(self, Cause::BetterOffer | Cause::PriceWar | Cause::SoldByRival)
    }
}

/// What a cause refers to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// No more than the customer, or the team.
    #[default]
    Nothing,
    /// What was ordered or delivered.
    Deal(NeedId),
    /// What was solved or left open.
    Ticket(TicketId),
    /// Who was given the gift, at the customer that the effect names.
    Contact(ContactId),
    /// The trade that heard of it.
    Industry(IndustryId),
}

impl Effect {
    /// By how much, in the unit of the measure; below zero where it fell.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to - self.from
    }
}
