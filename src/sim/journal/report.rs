//! What happened in a round, in order, per team: the material of captions, stories and tables.

use crate::sim::journal::effect::{Cause, Effect};
use crate::sim::scenario::{Investment, Severity, Style};
use crate::sim::terms::{Found, Missing, Phase, Revealed, Winner};
use crate::sim::units::{ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, Role, Round, TicketId};
use serde::{Deserialize, Serialize};

/// What a campaign brought, as reported in the next round.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, serde::Deserialize)]
pub struct CampaignResult {
    pub round: Round,
    pub medium: MediumId,
    pub segment: IndustryId,
    pub budget: Fen,
    /// Unknown customers of the industry that it could reach.
    pub reached: u16,
    pub leads: u16,
}

/// Why a team was not in the contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotInvited {
    NoQuote,
    NoSupport,
    Veto,
    Lost,
}

/// The terms of a bid's utility V (docs/model.md#choice), so that a lost deal can be explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Utility {
    pub base: f64,
    pub support: f64,
    pub trust: f64,
    pub satisfaction: f64,
    pub commitment: f64,
    pub promise: f64,
    pub reputation: f64,
    pub price: f64,
    pub budget: f64,
    pub fit: f64,
    pub shock: f64,
    pub service: f64,
    /// A date before or after the usual one.
    pub delivery: f64,
    /// Time to pay.
    pub payment: f64,
}

impl Utility {
    /// V, the terms added in the order of docs/model.md#choice.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.base
            + self.support
            + self.trust
            + self.satisfaction
            + self.commitment
            + self.promise
            + self.reputation
            + self.price
            + self.budget
            + self.fit
            + self.shock
            + self.service
            + self.delivery
            + self.payment
    }
}

/// A term of a bid that a team can work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BidTerm {
    Support,
    Trust,
    Satisfaction,
    Commitment,
    Promise,
    Reputation,
    Price,
    Budget,
    Fit,
    Shock,
    Delivery,
}

impl Utility {
    /// The terms a team can work on, in the order of docs/model.md#choice.
    #[must_use]
    pub const fn terms(&self) -> [(BidTerm, f64); 11] {
        [
            (BidTerm::Support, self.support),
            (BidTerm::Trust, self.trust),
            (BidTerm::Satisfaction, self.satisfaction),
            (BidTerm::Commitment, self.commitment),
            (BidTerm::Promise, self.promise),
            (BidTerm::Reputation, self.reputation),
            (BidTerm::Price, self.price),
            (BidTerm::Budget, self.budget),
            (BidTerm::Fit, self.fit),
            (BidTerm::Shock, self.shock),
            (BidTerm::Delivery, self.delivery),
        ]
    }

    /// Every term to the next quarter: what a team may guess of it while the game runs.
    #[must_use]
    pub fn rough(&self) -> Utility {
        let quarter = |term: f64| (term * 4.0).round() / 4.0;
        Utility {
            base: quarter(self.base),
            support: quarter(self.support),
            trust: quarter(self.trust),
            satisfaction: quarter(self.satisfaction),
            commitment: quarter(self.commitment),
            promise: quarter(self.promise),
            reputation: quarter(self.reputation),
            price: quarter(self.price),
            budget: quarter(self.budget),
            fit: quarter(self.fit),
            shock: quarter(self.shock),
            service: quarter(self.service),
            delivery: quarter(self.delivery),
            payment: quarter(self.payment),
        }
    }
}

/// How a bid in a tender was judged, each part 0-100, and their weighted sum (docs/model.md#tenders).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Points {
    pub price: f64,
    pub fit: f64,
    pub relation: f64,
    pub total: f64,
}

impl Points {
    /// Parts to the next five, the sum to the next two: what is read out when a tender is awarded.
    #[must_use]
    pub fn rough(&self) -> Points {
        let to = |step: f64, points: f64| (points / step).round() * step;
        Points { price: to(5.0, self.price), fit: to(5.0, self.fit), relation: to(5.0, self.relation), total: to(2.0, self.total) }
    }
}

/// What a round did for one team, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    Met {
        customer: CustomerId,
        how: Found,
    },
    NeedSeen {
        deal: NeedId,
        how: Revealed,
    },
    /// Research or a check that found nothing.
    NothingFound {
        customer: CustomerId,
    },
    Called {
        customer: CustomerId,
        contact: ContactId,
        deal: Option<NeedId>,
        advance: bool,
        chance: f64,
    },
    StageReached {
        deal: NeedId,
        stage: u8,
    },
    Quoted {
        deal: NeedId,
        price: Fen,
    },
    /// A card could not be carried out: its condition failed; hours are gone, money is kept.
    CardFailed {
        role: Role,
        /// Key of the card's texts.
        card: &'static str,
        /// The customers it was for.
        customers: Vec<CustomerId>,
        missing: Missing,
    },
    Won {
        deal: NeedId,
        amount: Fen,
        utility: Utility,
        chance: f64,
    },
    NotWon {
        deal: NeedId,
        winner: Winner,
        utility: Utility,
        chance: f64,
    },
    NotInvited {
        deal: NeedId,
        winner: Winner,
        why: NotInvited,
    },
    /// An order stays without goods for now.
    OrderWaits {
        deal: NeedId,
    },
    /// A customer that had chosen the team went without, because there were no goods.
    SaleLost {
        deal: NeedId,
    },
    /// The goods came so many rounds after the promised one.
    DeliveredLate {
        deal: NeedId,
        rounds: u16,
    },
    /// Goods bought for the stock came in.
    Arrived {
        product: ProductId,
        quantity: u32,
    },
    /// Delivered quality against expectation.
    Delivered {
        deal: NeedId,
        quality: f64,
        expectation: f64,
    },
    TicketSolved {
        ticket: TicketId,
        severity: Severity,
        in_time: bool,
        rounds: u16,
    },
    TicketOpen {
        ticket: TicketId,
        severity: Severity,
    },
    TicketDropped {
        ticket: TicketId,
        severity: Severity,
    },
    CustomerLoss {
        customer: CustomerId,
        amount: Fen,
    },
    Phase {
        customer: CustomerId,
        from: Phase,
        to: Phase,
        cause: Option<Cause>,
    },
    Churned {
        customer: CustomerId,
        hazard: f64,
        cause: Cause,
    },
    WonBack {
        customer: CustomerId,
    },
    WinBackFailed {
        customer: CustomerId,
    },
    Surveyed {
        customer: CustomerId,
        satisfaction: f64,
    },
    Resigned {
        role: Role,
    },
    BribeFound {
        customer: CustomerId,
        contact: ContactId,
        fine: Fen,
    },
    ForecastFiled {
        expected: Fen,
    },
    ForecastChecked {
        expected: Fen,
        actual: Fen,
    },
    Event {
        event: EventId,
    },
    /// Who came of itself this month, and what became of them; the rest has left a name.
    Visitors {
        came: u16,
        recorded: u16,
        /// Seen to, but nobody wrote them down, or the tool had no room.
        unwritten: u16,
        /// Nobody had time for them.
        unattended: u16,
    },
    /// A contract begins, or goes on.
    ContractBegins {
        customer: CustomerId,
        fee: Fen,
        ends: Round,
    },
    /// The round's performance fell short of the promise.
    PromiseMissed {
        customer: CustomerId,
        performance: f64,
        promised: f64,
        penalty: Fen,
    },
    /// The tool for customer data is outgrown: records can be no better than this.
    ToolOutgrown {
        cap: f64,
    },
    /// Customer data is integrated.
    Integrated,
    /// A month of building came to nothing.
    NotIntegrated,
    CampaignRan {
        result: CampaignResult,
    },
    /// The team's bid was the best; `order` is the deal it became.
    TenderWon {
        tender: NeedId,
        order: NeedId,
        amount: Fen,
        points: Points,
    },
    TenderLost {
        tender: NeedId,
        winner: Winner,
        /// Of the winning bid.
        price: Fen,
        points: Points,
        best: Points,
    },
    Invested {
        what: Investment,
    },
    Closed {
        what: Investment,
    },
    /// Customers found the answer on the web platform; no ticket came of it.
    SelfServed {
        customer: CustomerId,
    },
    /// A customer was given to the pool, or taken from it.
    GivenUp {
        customer: CustomerId,
    },
    Claimed {
        customer: CustomerId,
    },
    /// Somebody begins next month.
    Hired {
        role: Role,
    },
    Trained {
        role: Role,
        skill: f64,
    },
}

/// A line of the talk log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interaction {
    pub round: Round,
    pub customer: CustomerId,
    pub role: Role,
    pub kind: InteractionKind,
    pub contact: Option<ContactId>,
    pub style: Option<Style>,
    pub minutes: Minutes,
    pub cost: Fen,
    pub outcome: Outcome,
    pub written_up: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum InteractionKind {
    Qualify,
    Research,
    Referral,
    Call,
    Demo,
    FreeCheck,
    Quote,
    Gift,
    Handover,
    WinBack,
    Care,
    Ticket,
    Check,
    Compensation,
    Survey,
    Bid,
    Rebate,
    Nurture,
    Design,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Done,
    Advance,
    Continuation,
    Found,
    Nothing,
    Solved,
    Refused,
}

/// One team's round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamReport {
    pub happened: Vec<Happened>,
    pub effects: Vec<Effect>,
}

/// The round as the room keeps it; seats get their own team's part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoundReport {
    pub round: Round,
    /// In the order of team ids.
    pub teams: Vec<TeamReport>,
}
