//! Words of the field that several rooms share: what a seller wants from a call, how a customer came to be known, why a card
//! cannot be played, the terms of a quote, a team's strategy. Plain data, no rule.

use crate::sim::scenario::Line;
use crate::sim::units::{ChannelId, ContactId, CustomerId, IndustryId, MediumId, ProductId, RivalId, TeamId};
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
    /// In the order of arrival.
    FirstCome,
    /// Critical tickets first, then major, then minor ones.
    #[default]
    Severity,
    /// Customers with the largest typical order first.
    Value,
    /// Older months first, then the day by which work must begin.
    DueDate,
}

/// What a quote promises about later service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceLevel {
    /// Work begins within `service.in_time_days`.
    #[default]
    Standard,
    /// Work on a ticket begins a day earlier; customers like it, and measure it.
    Priority,
}

/// When the customer pays, counted from the delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Payment {
    /// At once.
    #[default]
    OnDelivery,
    /// A round later.
    Days30,
    /// Two rounds later.
    Days60,
}

impl Payment {
    /// The soonest first.
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
    /// Holds for all tickets of the customer once the quote has won.
    pub service: ServiceLevel,
    /// Promised date, in rounds after the customer's decision; None: as soon as the goods can be there.
    pub delivery: Option<u16>,
    /// Built express; only where goods are built to order.
    pub express: bool,
    /// Later is worth something to the customer, and the cash comes later.
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
    /// Nothing; its tickets get no planned hours.
    #[default]
    Basic,
    /// Answers when asked.
    Reactive,
    /// A visit and a survey after a delivery, a visit after a month of silence.
    Accountable,
    /// A visit each month, a survey after a delivery, a check each quarter.
    Proactive,
    /// A longer visit and a check each month, surveys, a quarterly review by the account manager.
    Partnership,
}

impl Level {
    /// The loosest first.
    pub const ALL: [Level; 5] = [Level::Basic, Level::Reactive, Level::Accountable, Level::Proactive, Level::Partnership];
}

/// Tier of the customer pyramid, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    /// The top 1 % by contribution.
    Vip,
    /// The next 4 %.
    Main,
    /// The next 15 %.
    Ordinary,
    /// The rest.
    Small,
}

impl Tier {
    /// From the top.
    pub const ALL: [Tier; 4] = [Tier::Vip, Tier::Main, Tier::Ordinary, Tier::Small];

    /// Place in lists by tier, 0 for the top.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What the players call a customer; the model does not care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// May become a customer; what all are called at first.
    #[default]
    Intending,
    /// Will probably buy.
    Qualified,
    /// Not followed up for the time being.
    Paused,
}

impl Kind {
    /// What it says of a customer with so many orders: of a buyer that it may become a customer says nothing, and is no label.
    #[must_use]
    pub fn said_of(self, orders: u16) -> Option<Kind> {
        (self != Kind::Intending || orders == 0).then_some(self)
    }
}

/// What a team wants to win by; no rule reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Positioning {
    /// Being cheaper, with thin margins.
    Price,
    /// Delivering what was promised.
    Quality,
    /// Letting nobody wait for an answer.
    Service,
}

/// What the team set out to do before the first contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strategy {
    /// Industries aimed at, up to four, each once: exhibitions find more customers there.
    pub segments: Vec<IndustryId>,
    /// For the debrief.
    pub positioning: Positioning,
    /// Relationship level per pyramid tier.
    pub levels: [Level; 4],
}

/// Why the team places a customer in a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It orders much at a time.
    OrderSize,
    /// It will need more.
    Growth,
    /// It comes back.
    Loyalty,
    /// Others look up to it.
    Reference,
    /// Serving it costs little, or much.
    CostToServe,
}

/// What a task asks for. Any contact with the customer does the task, whatever its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskKind {
    /// Speak about a deal; filled in for open deals.
    Call,
    /// Look after the customer; filled in for buyers without an open deal.
    Visit,
    /// Make an offer.
    Quote,
    /// See to a ticket or look for trouble.
    Service,
    /// Ask how satisfied the customer is.
    Survey,
}

/// How a team's month opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opening {
    /// With the cards of the relationship levels and what goes on from last month.
    #[default]
    Filled,
    /// With no cards.
    Blank,
}

/// Why a command was refused. Codes are stable; players read a sentence made from the locale file (`reject-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reject {
    /// All rounds are played.
    GameOver,
    /// No such team or role in the game.
    NoSuchSeat,
    /// Not in the own role's plan.
    NoSuchCard,
    /// Not a customer that the team knows; of the pool, not one of the market.
    NoSuchCustomer,
    /// Not a member of the customer's committee.
    NoSuchContact,
    /// Not seen by the team, another customer's, or without reserved goods.
    NoSuchDeal,
    /// Not there, or done already.
    NoSuchTask,
    /// Not in the scenario's catalogue.
    NoSuchProduct,
    /// The action belongs to another role.
    WrongRole,
    /// The role has `work.max_decisions` cards of its own in the plan.
    TooManyDecisions,
    /// The plan would take more than the role has this month.
    NotEnoughHours,
    /// Cash and credit do not reach for the whole plan.
    NotEnoughCash,
    /// Something the action needs is missing; see `Missing`.
    Missing(Missing),
    /// A time that is not a positive multiple of half an hour or is too long.
    BadTime,
    /// Something outside its limits (`limits::limits`).
    BadAmount(Amount),
    /// Express where nothing is built to order.
    NoExpress,
    /// The same customer twice, an empty list or a too long one, no goods at all, goods for several deals at once.
    BadList,
    /// A strategy can be filed in the first round only.
    TooLate,
    /// A task due in the past or after the end of the game.
    BadRound,
    /// No such query, firm, talk or message; a message withdrawn, a firm merged into itself.
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
    /// Not in the team's market.
    NoSuchTender,
    /// The scenario has no such medium, or no such industry.
    NoSuchMedium,
    /// A bid above the tender's ceiling price.
    AboveCeiling,
    /// The role has no such post, or nobody works in it.
    NoSuchPerson,
}

/// What a player sets between a least and a most, on a card or in a quote; the limits are in `limits::limits`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// Discount on the suggested goods.
    Discount,
    /// The same beside goods and prices of one's own.
    DiscountOnLines,
    /// Promise of a quote.
    Promise,
    /// Price of a piece of this product.
    Price(ProductId),
    /// Pieces of a line of a quote, or of a purchase.
    Quantity,
    /// Rounds from the customer's decision to the promised date.
    Delivery,
    /// Budget of a campaign.
    Budget,
    /// A gift to a contact.
    Gift,
    /// An open rebate to a firm.
    Rebate,
    /// What is conceded to win a customer back, as a share of its last order.
    Concession,
    /// A compensation, as a share of the last order.
    Compensation,
    /// A forecast of one's own.
    Forecast,
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
    /// The contact has no time for another talk this month.
    Talks,
    /// The deal is decided.
    Open,
    /// A quote lies with the customer: it cannot be taken back.
    Unquoted,
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
    /// Known, without a quote, demo or order yet.
    Awareness,
    /// Has had a quote, a demo or an order.
    Exploration,
    /// Buys again, the relation holds.
    Formation,
    /// Satisfied, trusting, committed.
    Stability,
    /// Falling away.
    Decline,
    /// Has left, and hears no bids.
    Lost,
}

/// How a customer came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// Before the first month.
    AtStart,
    /// The team met it at one.
    Exhibition,
    /// The team met it at one; only large customers are found there.
    Summit,
    /// Cold, by searching.
    Prospecting,
    /// This customer named it.
    Referral(CustomerId),
    /// The customer called the team.
    Called,
    /// The customer came of itself.
    WalkIn(ChannelId),
    /// It answered one in this medium.
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
    /// A free check found it.
    FreeCheck,
    /// A proactive check found it.
    ProactiveCheck,
    /// It came up in a call, on a care visit, or when a customer was taken from the pool.
    Talk,
    /// Web research found it.
    Research,
    /// This contact told the team.
    Tip(ContactId),
    /// The customer came with it.
    WalkIn,
}

/// Who won a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Winner {
    /// By a quote, or by a bid in a tender.
    Team(TeamId),
    /// One of the scenario's rivals.
    Rival(RivalId),
    /// The customer bought nothing.
    Nobody,
}
