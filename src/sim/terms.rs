//! Words of the field that several rooms share: what a contact wants, how a customer came to be known, why a card cannot
//! be played. Plain enumerations, no rule.

use crate::sim::scenario::Line;
use crate::sim::units::{ChannelId, ContactId, CustomerId, IndustryId, MediumId, RivalId, TeamId};
use serde::{Deserialize, Serialize};

/// What the seller wants from a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Intent {
    /// Tell and show.
    Inform,
    /// Ask what the problem costs (implication questions).
    Ask,
    /// Push to close.
    Close,
}
/// How the service desk orders its queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QueuePolicy {
    FirstCome,
    #[default]
    Severity,
    Value,
    DueDate,
}
/// What a quote promises about later service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceLevel {
    #[default]
    Standard,
    /// Work on a ticket begins a day earlier; customers like it, and measure it.
    Priority,
}
/// When the customer pays, counted from the delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Payment {
    #[default]
    OnDelivery,
    Days30,
    Days60,
}
impl Payment {
    pub const ALL: [Payment; 3] = [Payment::OnDelivery, Payment::Days30, Payment::Days60];

    /// Rounds from the delivery to the money.
    #[must_use]
    pub const fn rounds(self) -> u16 {
        self as u16
    }
}
/// Terms of a quote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuoteTerms {
    /// Goods and prices; empty: what fits the need, at tier price less `discount`.
    pub lines: Vec<Line>,
    /// Discount on the suggested lines, 0 to 0.5; 0 when lines are given.
    pub discount: f64,
    /// Promise in points above the truth, see `Choice::promise_range`.
    pub promise: f64,
    pub service: ServiceLevel,
    /// Promised date, in rounds after the customer's decision; None: as soon as the goods can be there.
    pub delivery: Option<u16>,
    /// Built express; only where goods are built to order.
    pub express: bool,
    pub payment: Payment,
}
impl Default for QuoteTerms {
    fn default() -> Self {
        QuoteTerms {
            lines: Vec::new(),
            discount: 0.0,
            promise: 0.0,
            service: ServiceLevel::Standard,
            delivery: None,
            express: false,
            payment: Payment::OnDelivery,
        }
    }
}
/// How closely a customer is looked after, as a standing order (docs/cases.md#satisfaction-economics).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    #[default]
    Basic,
    Reactive,
    Accountable,
    Proactive,
    Partnership,
}
impl Level {
    pub const ALL: [Level; 5] = [Level::Basic, Level::Reactive, Level::Accountable, Level::Proactive, Level::Partnership];
}
/// Tier of the customer pyramid, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    Vip,
    Main,
    Ordinary,
    Small,
}
impl Tier {
    pub const ALL: [Tier; 4] = [Tier::Vip, Tier::Main, Tier::Ordinary, Tier::Small];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
/// What the players call a customer; the model does not care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    #[default]
    Intending,
    Qualified,
    Paused,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Positioning {
    Price,
    Quality,
    Service,
}
/// What the team set out to do before the first contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strategy {
    pub segments: Vec<IndustryId>,
    pub positioning: Positioning,
    /// Relationship level per pyramid tier.
    pub levels: [Level; 4],
}
/// Why the team places a customer in a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    OrderSize,
    Growth,
    Loyalty,
    Reference,
    CostToServe,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskKind {
    Call,
    Visit,
    Quote,
    Service,
    Survey,
}
/// How a team's month opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opening {
    /// With the cards of the relationship levels and what goes on from last month.
    #[default]
    Filled,
    Blank,
}
/// Why a command was refused. Codes are stable; players read a sentence made from the locale file (`reject-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reject {
    GameOver,
    NoSuchSeat,
    /// The seat has submitted; withdraw first.
    Submitted,
    NotSubmitted,
    NoSuchCard,
    NoSuchCustomer,
    NoSuchContact,
    NoSuchDeal,
    NoSuchTask,
    NoSuchProduct,
    /// The action belongs to another role.
    WrongRole,
    TooManyDecisions,
    NotEnoughHours,
    NotEnoughCash,
    /// Something the action needs is missing; see `Missing`.
    Missing(Missing),
    /// A time that is not a positive multiple of half an hour or is too long.
    BadTime,
    /// A price, quantity, amount, share or promise outside what is allowed.
    BadAmount,
    /// The same customer twice, or an empty list.
    BadList,
    TooLate,
    BadRound,
    NoSuchNote,
    /// Empty, too long, with a blank at either end or with signs that do not show.
    BadText,
    /// As many as a team may keep.
    NotesFull,
    /// Another one has this name.
    SameName,
    /// Only the leader may.
    NotLeader,
    /// Only who wrote or did it, or the leader, may.
    NotYours,
    NoSuchTender,
    NoSuchMedium,
    /// A bid above the tender's ceiling price.
    AboveCeiling,
    /// The role has no such post, or nobody works in it.
    NoSuchPerson,
}
/// What a card still needs. Shown on the card (`missing-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Missing {
    /// No exhibition or summit this round.
    Event,
    /// The customer must be known first.
    Known,
    /// The customer is lost and hears no bids.
    NotLost,
    /// The customer is not lost.
    Lost,
    /// Lost too recently.
    LostLonger,
    /// The need must be confirmed and the committee mapped (stage 3).
    Stage3,
    /// A demo or trial must have been held (stage 4).
    Stage4,
    /// The customer must have bought before.
    Orders,
    /// A survey must show the satisfaction needed.
    Satisfaction,
    /// Nobody of the own staff has changed lately.
    StaffChange,
    /// No open failure to make good.
    Failure,
    /// Too few solved tickets of the class.
    Solved,
    /// All that can be learnt about the lead is known.
    Unqualified,
    /// Already in the plan.
    Planned,
    /// The contact has left the committee.
    Contact,
    /// The deal is decided.
    Open,
    /// Cash and credit did not reach when the card was to be carried out.
    Cash,
    /// Nobody comes of itself this month.
    Visitors,
    /// Customer data is integrated, or about to be.
    Integrated,
    /// There is one piece only, and it is quoted to somebody else.
    Promised,
    /// The tender is awarded.
    Tender,
    /// The scenario does not offer this investment.
    Offered,
    /// It is built already.
    Unbuilt,
    /// It must be built first.
    Built,
    /// There are no gifts in this game (compliance switch: hide).
    NoGifts,
    /// The policy's limit on gifts is used up (compliance switch: forbid).
    GiftLimit,
    /// The company keeps no goods in stock.
    Stock,
    /// The customer was given to the pool; whoever wants it takes it first.
    Pooled,
    /// The customer is not in the pool.
    NotPooled,
    /// Something has moved within the last rounds.
    Stuck,
    /// The role has as many people as it may have.
    RoleFull,
    /// Nobody works in this post.
    Vacant,
}

/// Phase of a relation (docs/model.md#phases).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// The team has never heard of the customer.
    #[default]
    Unknown,
    Awareness,
    Exploration,
    Formation,
    Stability,
    Decline,
    Lost,
}
/// How a customer came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    AtStart,
    Exhibition,
    Summit,
    Prospecting,
    Referral(CustomerId),
    /// The customer called the team.
    Called,
    /// The customer came of itself.
    WalkIn(ChannelId),
    Campaign(MediumId),
    /// The team won its tender.
    Tender,
    /// Another team had given it up.
    Pool,
}
/// How a need came to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Revealed {
    /// It was open, and the customer is known.
    Open,
    Qualified,
    FreeCheck,
    ProactiveCheck,
    Talk,
    Research,
    Tip(ContactId),
    /// The customer came with it.
    WalkIn,
}
/// Who won a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Winner {
    Team(TeamId),
    Rival(RivalId),
    /// The customer bought nothing.
    Nobody,
}
