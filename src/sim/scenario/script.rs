//! What the script brings: needs, tenders, tickets, events.

use crate::sim::scenario::catalogue::Line;
use crate::sim::scenario::text::Text;
use crate::sim::units::{CustomerId, Fen, IndustryId, Minutes, NeedClassId, RivalId, Role};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How a hidden need can come to light.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finder {
    FreeCheck,
    /// An hour or more of care by account manager or service, or a call on this contact.
    Talk(u8),
    Research,
    /// This contact tells, once bond or trust has reached the number.
    Tip {
        contact: u8,
        bond: f64,
        trust: f64,
    },
}
#[derive(Clone, Debug, PartialEq)]
pub struct NeedDef {
    pub customer: CustomerId,
    pub class: NeedClassId,
    pub quantity: u32,
    /// What fits, at tier price.
    pub lines: Vec<Line>,
    pub budget: Option<Fen>,
    /// How it comes to light; empty: it is open from the start.
    pub hidden: Vec<Finder>,
    /// Rounds until the customer decides: 1 means at the end of the next round.
    pub decides_after: u16,
    /// Whether it is a trial order, quoted at the trial price.
    pub trial: bool,
    /// The need of this event asks for the very same piece: a team can quote it to one of the two only.
    pub instead_of: Option<crate::sim::units::EventId>,
}
/// What a tender is judged by (docs/model.md#tenders).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TenderKind {
    /// 70 % price, 20 % fit, 10 % relation.
    Price,
    /// 20 % price, 40 % fit, 40 % relation.
    Quality,
}
/// Who puts a need out to tender.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Buyer {
    Named(CustomerId),
    /// One of the larger ordinary customers of an industry, drawn by the board.
    OneOf(IndustryId),
}
#[derive(Clone, Debug, PartialEq)]
pub struct TenderDef {
    pub buyer: Buyer,
    pub kind: TenderKind,
    pub class: NeedClassId,
    /// What fits, at the price of the estimate.
    pub lines: Vec<Line>,
    /// The ceiling price: no bid above it is accepted.
    pub ceiling: Fen,
    /// Rounds until the award: 0 means at the end of the round in which it is announced.
    pub decides_after: u16,
}
#[derive(Clone, Debug, PartialEq)]
pub struct TicketDef {
    pub customer: CustomerId,
    pub class: Severity,
    pub minutes: Minutes,
    pub day: u16,
    /// The need whose order must have been won (place in `Scenario::events`); None: any order of this customer.
    pub after: Option<crate::sim::units::EventId>,
    /// The customer's own loss if it stays unanswered.
    pub loss: Fen,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    Minor,
    Major,
    Critical,
}
impl Severity {
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
    Exhibition,
    Summit,
    Need(NeedDef),
    Ticket(TicketDef),
    /// The member of staff in this role resigns at the end of the round.
    Resigns(Role),
    /// Rivals bid harder for some rounds.
    PriceWar {
        rounds: u16,
    },
    /// From now on every rival grows by this much utility a round.
    RivalsGain {
        by: f64,
    },
    /// One rival (all, if none is named) offers this share less for some rounds.
    RivalOffer {
        rival: Option<RivalId>,
        cut: f64,
        rounds: u16,
    },
    /// The desk reminds of a gift that this contact would welcome.
    Temptation {
        customer: CustomerId,
        contact: u8,
        amount: Fen,
    },
    /// A need put out to public tender.
    Tender(TenderDef),
}
#[derive(Clone, Debug, PartialEq)]
pub struct EventDef {
    pub id: Arc<str>,
    pub round: u16,
    pub title: Text,
    pub body: Text,
    pub what: Happening,
}
