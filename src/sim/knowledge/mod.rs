//! What a seat may know of the market, its customers and its own team.
//!
//! Satisfaction appears as surveyed, never as it is; contacts, needs and traits as far as somebody found them out;
//! nothing of another team but its name and the public standings.

mod customer;
mod deal;
mod people;
mod stock;

pub use customer::{ContactView, CustomerView, PoolView};
pub use deal::{AwardView, DealView, TenderView};
pub use people::{PostView, StaffView, TeamView};

use crate::sim::journal::effect::Effect;
use crate::sim::journal::ledger::Entry;
use crate::sim::journal::report::{CampaignResult, Happened, Interaction};
use crate::sim::notes::Notes;
use crate::sim::scenario::{Guide, Severity, Text};
use crate::sim::state::contract::Contract;
use crate::sim::state::tool::ToolState;
use crate::sim::state::{Compliance, Evaluation, MarketKind, Month, PurchaseOrder, Receivable, RivalEdge};
use crate::sim::terms::{Level, Strategy, TaskKind};
use crate::sim::units::{CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, Role, Round, Seat, TicketId};
use std::sync::Arc;

/// All a seat may know in the round being planned.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Who looks. A seat of no team sees only what is public; the rest is empty or zero.
    pub seat: Seat,
    /// What everybody may read of the scenario: rules, catalogue, names.
    pub guide: Arc<Guide>,
    /// Of the seat's team.
    pub team_name: String,
    /// Whether the teams compete or each has a copy of the market.
    pub market: MarketKind,
    /// How far gifts are offered.
    pub compliance: Compliance,
    /// Gifts above the limit that the team has made: how many have been found, and how many not.
    pub breaches: [u16; 2],
    /// The round being planned; one past the last when the game is over.
    pub round: Round,
    /// Rounds of this game.
    pub rounds: u16,
    /// The last round has been resolved: everything is disclosed in `Past`.
    pub over: bool,
    /// In the bank; below zero where it is overdrawn.
    pub cash: Fen,
    /// Cash plus credit less what the plan spends: what is left for new cards.
    pub spendable: Fen,
    /// Mean over industries, -1..1.
    pub reputation: f64,
    /// The same by `IndustryId`.
    pub reputation_by_industry: Vec<f64>,
    /// By `Role::index`.
    pub staff: [StaffView; Role::COUNT],
    /// Customers of the whole market, known or not.
    pub customers_in_market: u16,
    /// The same by industry; empty where the scenario has no media to speak to one.
    pub customers_by_industry: Vec<u16>,
    /// Customers the team knows, by id.
    pub customers: Vec<CustomerView>,
    /// Deals the team has seen, open ones and (but where only the present was asked for)
    /// decided ones, in the order they were seen; wants and goods of open ones only.
    pub deals: Vec<DealView>,
    /// Open tickets the team has been told of.
    pub tickets: Vec<TicketView>,
    /// The team's tasks, done ones included, in the order they were set.
    pub tasks: Vec<TaskView>,
    /// An exhibition takes place this round.
    pub exhibition: bool,
    /// A summit takes place this round.
    pub summit: bool,
    /// Tenders that take bids, the latest last; the same for every team but for its own bid.
    pub tenders: Vec<TenderView>,
    /// Tenders awarded so far, in the order of their announcement; the same for every team.
    pub awards: Vec<AwardView>,
    /// A price war is on: everybody hears of it.
    pub price_war: bool,
    /// What rivals have gained, and their offers of the month: everybody hears of them.
    pub rivals: RivalEdge,
    /// The team's campaigns so far, with what they brought.
    pub campaigns: Vec<CampaignResult>,
    /// A medium that makes people talk about the team, and for how many rounds yet.
    pub echo: Option<(MediumId, u16)>,
    /// By `Investment::index`: the round in which it was built.
    pub investments: [Option<Round>; 2],
    /// Scripted events of this round that are public.
    pub news: Vec<NewsView>,
    /// None until it is filed.
    pub strategy: Option<Strategy>,
    /// By tier, best first: how closely it is looked after; None where nothing is set.
    pub levels: [Option<Level>; 4],
    /// Where the team has placed customers in the pyramid, the latest last.
    pub evaluations: Vec<Evaluation>,
    /// Stock, goods on their way, and what customers owe.
    pub goods: GoodsView,
    /// Articles written, by `Severity::index`.
    pub articles: [u16; 3],
    /// Tickets solved so far, by `Severity::index`.
    pub solved: [u32; 3],
    /// Customers that come of themselves this month and whom the team does not know yet.
    pub visitors: u16,
    /// The tool for customer data, and the record quality that it holds.
    pub tools: ToolState,
    /// Customers whose data the tool has to hold.
    pub kept: u16,
    /// Running contracts, in the order in which they were made.
    pub contracts: Vec<Contract>,
    /// Customers that anybody of the team may take from the pool.
    pub pool: Vec<PoolView>,
    /// Other teams by name.
    pub teams: Vec<TeamView>,
    /// What the team has written down; suggestions for the leader's eyes only.
    pub notes: Arc<Notes>,
    /// What is behind; empty when only the present was asked for.
    pub past: Past,
}

/// The team's history.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Closing figures, by round (index 0 = round 1).
    pub months: Vec<Month>,
    /// Every movement of cash since the opening, in order.
    pub ledger: Vec<Entry>,
    /// The talk log, in order.
    pub interactions: Vec<Interaction>,
    /// Tickets solved, in the order they came in.
    pub answers: Vec<Answer>,
    /// What happened, by round (index 0 = round 1).
    pub rounds: Vec<PastRound>,
}

/// A ticket that was solved, and how long the customer waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whose it was, and when it came in.
    pub ticket: TicketId,
    /// The month in which it was solved.
    pub solved: Round,
    /// Working days from its arrival until somebody first worked on it; at least, where that was in a later month.
    pub days: u16,
}

/// A round that was played, as the team may know it.
#[derive(Clone, Debug, Default)]
pub struct PastRound {
    /// In order; while the game runs with chances, terms and points rounded and without what customers keep to themselves.
    pub happened: Vec<Happened>,
    /// Changes the team may know of: while the game runs only those of measures it sees, satisfaction in rough steps;
    /// all of them once it is over.
    pub effects: Vec<Effect>,
}

/// Goods and what is owed for them.
#[derive(Clone, Debug, Default)]
pub struct GoodsView {
    /// By product; empty where the company keeps no stock.
    pub stock: Vec<StockView>,
    /// Bought and still to come.
    pub purchases: Vec<PurchaseOrder>,
    /// What customers owe, the goods delivered or not.
    pub receivables: Vec<Receivable>,
    /// Deals that goods are kept for, the first claim first.
    pub reserved: Vec<NeedId>,
}

/// Pieces of one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StockView {
    /// Also its place in [`GoodsView::stock`].
    pub product: ProductId,
    /// What a piece costs from the supplier, express left out.
    pub unit_cost: Fen,
    /// In stock; orders that wait for goods are not taken off.
    pub on_hand: u32,
    /// Bought and still to come.
    pub arriving: u32,
    /// Sold, without goods so far.
    pub waiting: u32,
    /// Wanted by the deals that goods are kept for.
    pub reserved: u32,
}

impl StockView {
    /// Pieces that nobody has bought yet, those to come included; negative where more is sold than there will be.
    #[must_use]
    pub fn free(&self) -> i64 {
        i64::from(self.on_hand) + i64::from(self.arriving) - i64::from(self.waiting)
    }
}

/// An open ticket the team has been told of.
#[derive(Clone, Debug)]
pub struct TicketView {
    /// Who asks, and since when.
    pub id: TicketId,
    /// Scripted tickets have a text.
    pub title: Option<Text>,
    /// Says how soon work must begin and how much waiting hurts.
    pub severity: Severity,
    /// Work left.
    pub minutes: Minutes,
    /// Working day on which it came in, from 1, of its own month.
    pub day: u16,
    /// Last working day on which work may begin in time (this month); 0 for one from an earlier month.
    pub due_day: u16,
    /// 0 for one of this month.
    pub rounds_open: u16,
}

/// Something to be done for a customer, as the team has set it (docs/model.md#tasks).
#[derive(Clone, Debug)]
pub struct TaskView {
    /// Unique within the team, from 1.
    pub id: u32,
    /// Whom to be in touch with.
    pub customer: CustomerId,
    /// Who is to do it.
    pub role: Role,
    /// What is to be done; being in touch in any other way will do.
    pub kind: TaskKind,
    /// When it was set.
    pub made: Round,
    /// The last round in which it is in time.
    pub due: Round,
    /// When somebody was in touch; None as long as it is open.
    pub done: Option<Round>,
    /// Open, and due in an earlier round.
    pub overdue: bool,
}

/// A scripted event, as it is told in the round being planned.
#[derive(Clone, Debug)]
pub struct NewsView {
    /// Its place in the script.
    pub event: EventId,
    /// When it takes place; a resignation is told a round later.
    pub round: Round,
    /// Headline.
    pub title: Text,
    /// What there is to tell.
    pub body: Text,
}

impl Knowledge {
    /// None if the team does not know it.
    #[must_use]
    pub fn customer(&self, id: CustomerId) -> Option<&CustomerView> {
        self.customers.binary_search_by_key(&id, |c| c.id).ok().map(|i| &self.customers[i])
    }

    /// None if the team has not seen the need, or it is decided and only the present was asked for.
    #[must_use]
    pub fn deal(&self, id: NeedId) -> Option<&DealView> {
        self.deals.iter().find(|d| d.id == id)
    }

    /// None once it is awarded.
    #[must_use]
    pub fn tender(&self, id: NeedId) -> Option<&TenderView> {
        self.tenders.iter().find(|t| t.need.id == id)
    }

    /// Customers of an industry that the team does not know.
    #[must_use]
    pub fn unknown_in(&self, industry: IndustryId) -> u16 {
        let known = self.customers.iter().filter(|c| c.industry == industry).count();
        self.customers_by_industry.get(industry.index()).map_or(0, |all| all.saturating_sub(known as u16))
    }

    /// Open deals of a customer.
    pub fn open_deals(&self, customer: CustomerId) -> impl Iterator<Item = &DealView> {
        self.deals.iter().filter(move |d| d.open() && d.id.customer == customer)
    }

    /// The people of a role; no posts where the scenario does not have it.
    #[must_use]
    pub fn staff(&self, role: Role) -> &StaffView {
        &self.staff[role.index()]
    }

    /// Hours of a role not yet planned.
    #[must_use]
    pub fn free(&self, role: Role) -> Minutes {
        self.staff(role).hours - self.staff(role).planned
    }

    /// Calendar year and month (1-12) of a round.
    #[must_use]
    pub fn calendar(&self, round: Round) -> (u16, u8) {
        self.guide.calendar(round)
    }
}
