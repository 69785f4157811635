//! What a seat may say: plan cards, plan edits, standing orders, submitting.
//!
//! A command is data; whether it is allowed is decided in `plan`, against the state, before anything changes.

use crate::sim::notes::Note;
use crate::sim::scenario::{Investment, Line, Severity, Style};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, OpportunityId, ProductId, Role};
use serde::{Deserialize, Serialize};

/// Name of a card in a team's plan, unique within the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub u32);

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

/// A card: something a role does this month. Cards over several customers count as one decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    // developer
    Exhibition,
    Summit,
    Prospect {
        time: Minutes,
    },
    Research {
        customers: Vec<CustomerId>,
    },
    Qualify {
        customers: Vec<CustomerId>,
    },
    AskReferral {
        customers: Vec<CustomerId>,
    },
    // account manager
    Call {
        customer: CustomerId,
        contact: ContactId,
        deal: Option<OpportunityId>,
        style: Style,
        intent: Intent,
        time: Minutes,
    },
    /// The next sensible calls, demo and quote of a deal, as far as the time goes.
    Pursue {
        deal: OpportunityId,
        terms: QuoteTerms,
        intent: Intent,
        time: Minutes,
    },
    /// The same for many deals with one card, best first; goods are those that fit.
    PursueMany {
        deals: Vec<(OpportunityId, Minutes)>,
        terms: QuoteTerms,
        intent: Intent,
    },
    Demo {
        deal: OpportunityId,
    },
    FreeCheck {
        customer: CustomerId,
    },
    Quote {
        deal: OpportunityId,
        terms: QuoteTerms,
    },
    Gift {
        customer: CustomerId,
        contact: ContactId,
        amount: Fen,
    },
    Handover {
        customers: Vec<CustomerId>,
    },
    WinBack {
        customer: CustomerId,
        concession: f64,
    },
    Forecast,
    /// Orders goods for the stock from the supplier; paid at once.
    Purchase {
        product: ProductId,
        quantity: u32,
        express: bool,
    },
    // account manager or service
    Care {
        visits: Vec<(CustomerId, Minutes)>,
    },
    // service
    Queue {
        time: Minutes,
        policy: QueuePolicy,
    },
    Check {
        customers: Vec<CustomerId>,
    },
    Article {
        class: Severity,
    },
    Compensate {
        customer: CustomerId,
        share: f64,
    },
    Survey {
        customers: Vec<CustomerId>,
    },
    // any role
    /// Receives customers that come of themselves.
    Reception {
        time: Minutes,
    },
    /// Buys an integrated CRM.
    BuyCrm,
    /// Builds one.
    BuildCrm {
        time: Minutes,
    },
    // developer
    Campaign {
        medium: MediumId,
        segment: IndustryId,
        budget: Fen,
    },
    // account manager
    /// A sealed bid in a public tender.
    Bid {
        tender: OpportunityId,
        terms: QuoteTerms,
    },
    /// An open rebate to the customer's firm, entered in the books: the lawful card beside the gift.
    Rebate {
        customer: CustomerId,
        amount: Fen,
    },
    // any role
    Invest(Investment),
    /// Closes what was built: no more running costs, no more effect.
    Close(Investment),
    // cultivator
    /// Keeps in touch with many at once: trust grows a little, needs come more often.
    Nurture {
        customers: Vec<CustomerId>,
    },
    // product specialist
    /// Designs a solution: it fits better, and nobody promises more than it holds.
    Design {
        deal: OpportunityId,
    },
    // anybody
    /// Fills a vacancy, ends the reduced hours of a successor, or adds a person to the role, from next month on.
    Hire {
        role: Role,
    },
    /// A member of the role learns, in the role's own hours; from next month on.
    Train {
        role: Role,
        /// Place among the posts of the role.
        person: u8,
    },
    GiveToPool {
        customers: Vec<CustomerId>,
    },
    TakeFromPool {
        customers: Vec<CustomerId>,
    },
}

impl Action {
    /// The customers a card is for.
    #[must_use]
    pub fn customers(&self) -> Vec<CustomerId> {
        let mut list = Vec::new();
        self.each_customer(|id| list.push(id));
        list
    }

    /// Tells the customers a card is for, one by one.
    pub fn each_customer(&self, mut tell: impl FnMut(CustomerId)) {
        match self {
            Action::Research { customers }
            | Action::Qualify { customers }
            | Action::AskReferral { customers }
            | Action::Handover { customers }
            | Action::Check { customers }
            | Action::Survey { customers }
            | Action::Nurture { customers }
            | Action::GiveToPool { customers }
            | Action::TakeFromPool { customers } => customers.iter().copied().for_each(tell),
            Action::Care { visits } => visits.iter().for_each(|visit| tell(visit.0)),
            Action::Call { customer, .. }
            | Action::FreeCheck { customer }
            | Action::Gift { customer, .. }
            | Action::WinBack { customer, .. }
            | Action::Rebate { customer, .. }
            | Action::Compensate { customer, .. } => tell(*customer),
            Action::PursueMany { deals, .. } => deals.iter().for_each(|(deal, _)| tell(deal.customer)),
            Action::Pursue { deal, .. } | Action::Demo { deal } | Action::Quote { deal, .. } | Action::Design { deal } => tell(deal.customer),
            Action::Exhibition
            | Action::Summit
            | Action::Prospect { .. }
            | Action::Forecast
            | Action::Queue { .. }
            | Action::Article { .. }
            | Action::Hire { .. }
            | Action::Train { .. }
            | Action::Reception { .. }
            | Action::BuyCrm
            | Action::BuildCrm { .. }
            | Action::Campaign { .. }
            | Action::Bid { .. }
            | Action::Invest(_)
            | Action::Close(_)
            | Action::Purchase { .. } => {}
        }
    }
}

/// A card as a player puts it into the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub action: Action,
    /// Write the interactions up (15 minutes each): what makes records.
    pub write_up: bool,
}

/// How closely a customer is looked after, as a standing order (CASES.md 7).
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Put a card at the end of the own role's plan.
    Add(Card),
    /// Change a card in place (same position).
    Change(CardId, Card),
    Remove(CardId),
    /// Empty the own role's plan.
    Clear,
    /// Replace the own role's plan by last month's, as far as it still makes sense.
    Repeat,
    /// Replace the own role's plan by the filled-in one.
    Refill,
    Opening(Opening),
    /// File the strategy; only before the first round is resolved.
    Strategy(Strategy),
    Level(CustomerId, Level),
    /// The level for all customers of a tier at once.
    LevelByTier(Tier, Level),
    Kind(CustomerId, Kind),
    /// Place a named customer in the pyramid after an order.
    Evaluate(CustomerId, Tier, Reason),
    /// Give a customer to another account manager (place among the posts): what it felt for the first stays behind.
    Assign(CustomerId, u8),
    AddTask {
        customer: CustomerId,
        role: Role,
        kind: TaskKind,
        due: crate::sim::units::Round,
    },
    /// A next task for every active customer and open deal of the team that has none.
    FillTasks,
    DropTask(u32),
    /// Something the team writes down for itself; also once the plan is submitted.
    Note(Note),
    /// Keep goods of the stock for this deal, after those reserved before it.
    Reserve(OpportunityId),
    Unreserve(OpportunityId),
    Submit,
    Withdraw,
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
