//! What a seat may say: plan cards, plan edits, standing orders, submitting.
//!
//! A command is data; whether it is allowed is decided in `plan`, against the state, before anything changes.

use crate::sim::notes::Note;
use crate::sim::scenario::{Investment, Severity, Style};
use crate::sim::terms::{Intent, Kind, Level, Opening, QueuePolicy, QuoteTerms, Reason, Strategy, TaskKind, Tier};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, OpportunityId, ProductId, Role};
use serde::{Deserialize, Serialize};

/// Name of a card in a team's plan, unique within the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub u32);

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
