//! What the script brings: needs, tenders, tickets, events.

use crate::sim::scenario::catalogue::Line;
use crate::sim::scenario::text::Text;
use crate::sim::units::{CustomerId, EventId, Fen, IndustryId, Minutes, NeedClassId, RivalId, Role};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How a hidden need can come to light.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finder {
    /// A free check at the customer; it always finds the need.
    FreeCheck,
    /// An hour or more of care by account manager or service, or a call on this contact.
    Talk(u8),
    /// Web research, with the chance `finding.research`.
    Research,
    /// This contact tells, once bond or trust has reached the number.
    Tip {
        /// Place in the customer's committee.
        contact: u8,
        /// Points, 0-100.
        bond: f64,
        /// Points, 0-100; one of the two is enough.
        trust: f64,
        /// Least orders that the team has won from the customer: nobody tips off a vendor it has never bought from.
        orders: u16,
    },
}

/// A need that the script gives to a named customer (docs/model.md#script).
#[derive(Clone, Debug, PartialEq)]
pub struct NeedDef {
    /// Whose need it is.
    pub customer: CustomerId,
    /// What goods are measured by, for fit.
    pub class: NeedClassId,
    /// Pieces, the sum over the lines.
    pub quantity: u32,
    /// What fits, at the price that is fair to quote.
    pub lines: Vec<Line>,
    /// The lines cost what the customer's price tier says, and not what they say themselves.
    pub by_tier: bool,
    /// How much of the decision is luck: the scale of every vendor's taste, `LEAST_LUCK` to 1.
    pub luck: f64,
    /// What is added to the utility of every rival in this contest.
    pub rivals: f64,
    /// Each per cent of a price above it counts against a bid; never less than the lines cost. None: no such limit.
    pub budget: Option<Fen>,
    /// How it comes to light; empty: it is open from the start.
    pub hidden: Vec<Finder>,
    /// Rounds until the customer decides: 1 means at the end of the next round.
    pub decides_after: u16,
    /// Whether it is a trial order, quoted at the trial price.
    pub trial: bool,
    /// The need of this event asks for the very same piece: a team can quote it to one of the two only.
    pub instead_of: Option<EventId>,
}

impl NeedDef {
    /// Least luck a scenario may leave a decision: with none, a hair's breadth would decide and no chance could be told.
    pub const LEAST_LUCK: f64 = 0.05;
}

/// What a tender is judged by (docs/model.md#tenders).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TenderKind {
    /// Mostly by price: weights of `tenders.price_type`.
    Price,
    /// Mostly by fit and relation: weights of `tenders.quality_type`.
    Quality,
}

/// Who puts a need out to tender.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Buyer {
    /// A customer with a story of its own.
    Named(CustomerId),
    /// One of the larger ordinary customers of an industry, drawn by the board.
    OneOf(IndustryId),
}

/// A need that the script puts out to tender.
#[derive(Clone, Debug, PartialEq)]
pub struct TenderDef {
    /// Whose need it is.
    pub buyer: Buyer,
    /// How points are weighed.
    pub kind: TenderKind,
    /// What goods are measured by, for fit.
    pub class: NeedClassId,
    /// What fits, at the price of the estimate.
    pub lines: Vec<Line>,
    /// The ceiling price: no bid above it is accepted.
    pub ceiling: Fen,
    /// Rounds until the award: 0 means at the end of the round in which it is announced.
    pub decides_after: u16,
}

/// A ticket that the script brings to every team with the order it is about (docs/model.md#tickets).
#[derive(Clone, Debug, PartialEq)]
pub struct TicketDef {
    /// Who asks.
    pub customer: CustomerId,
    /// How bad it is.
    pub class: Severity,
    /// Work that solves it.
    pub minutes: Minutes,
    /// Working day of the month on which it arrives, 1 to `work.days`.
    pub day: u16,
    /// The need whose order must have been won (place in `Scenario::events`); None: any order of this customer.
    pub after: Option<EventId>,
    /// The customer's own loss if it stays unanswered.
    pub loss: Fen,
}

/// Class of a ticket: its work, its days and the harm it does if left (docs/model.md#tickets).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// A small matter; with a web platform some customers solve it themselves.
    Minor,
    /// A real problem, which may stay silent: not everybody complains.
    Major,
    /// Left open it leads to decline; a key account has a loss of its own by it.
    Critical,
}

impl Severity {
    /// Place in lists by class: minor 0, major 1, critical 2.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What the script makes happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// Only news.
    News,
    /// An exhibition can be visited this round.
    Exhibition,
    /// A summit can be visited this round.
    Summit,
    /// A named customer needs something.
    Need(NeedDef),
    /// A named customer asks for service.
    Ticket(TicketDef),
    /// The member of staff in this role resigns at the end of the round.
    Resigns(Role),
    /// Rivals bid harder for some rounds.
    PriceWar {
        /// From the round of the event on.
        rounds: u16,
    },
    /// From now on every rival grows by this much utility a round.
    RivalsGain {
        /// -1 to 1; what several events bring adds up.
        by: f64,
    },
    /// One rival (all, if none is named) offers this share less for some rounds.
    RivalOffer {
        /// None: all of them.
        rival: Option<RivalId>,
        /// Share of the price, 0-0.9.
        cut: f64,
        /// From the round of the event on.
        rounds: u16,
    },
    /// Somebody at a customer promises to go on buying; every team hears it that has won the order it follows.
    Pledge {
        /// Whose commitment rises.
        customer: CustomerId,
        /// Who promises, by place in its committee.
        contact: u8,
        /// The need whose order must have been won (place in `Scenario::events`); None: any order of this customer.
        after: Option<EventId>,
        /// Points of commitment, 0-100.
        commitment: f64,
    },
    /// The desk reminds of a gift that this contact would welcome.
    Temptation {
        /// Only teams that have won an order of it are reminded.
        customer: CustomerId,
        /// The order it must be (place in `Scenario::events`); None: any.
        after: Option<EventId>,
        /// Place in its committee.
        contact: u8,
        /// What the gift would cost, up to `gifts.most`.
        amount: Fen,
    },
    /// A need put out to public tender.
    Tender(TenderDef),
}

/// An entry of the script.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDef {
    /// By which other events refer to it; unique in the script.
    pub id: Arc<str>,
    /// In which it happens, counted from 1.
    pub round: u16,
    /// Headline of the news; also what a need, tender or ticket of the script is called.
    pub title: Text,
    /// The news in full.
    pub body: Text,
    /// What it does in the game.
    pub what: Happening,
}
