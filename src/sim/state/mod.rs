//! The whole truth of a game: markets, teams, relations.
//!
//! Plain data; the phases of a month change it. What the teams plan lies on their desks and what was recorded in the
//! journal, both beside it in a `Game`: so a copy of the truth carries neither.

pub mod backlog;
pub mod contract;
pub mod pyramid;
pub mod rivals;
pub mod staff;
pub mod tool;

use crate::sim::journal::effect::Cause;
use crate::sim::journal::measures::{Ledger, Measures, Reputation};
use crate::sim::journal::report::CampaignResult;
use crate::sim::luck::draw::{Actor, Luck};
use crate::sim::notes::Notes;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Arrival, BuyingRole, Investment, Line, MAX_CONTACTS, PriceTier, Scenario, Severity, Style, TenderKind, Text};
use crate::sim::state::backlog::Backlog;
use crate::sim::state::contract::Contract;
use crate::sim::state::rivals::RivalEdge;
use crate::sim::state::staff::Staff;
use crate::sim::terms::{Found, Kind, Level, Payment, Phase, Reason, Revealed, ServiceLevel, Strategy, TaskKind, Tier, Winner};
use crate::sim::units::{
    ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedClassId, OpportunityId, ProductId, RivalId, Role, Round, TeamId, TicketId,
};
use serde::Serialize;
use std::sync::Arc;

/// Every team its own copy of the market, or all in one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum MarketKind {
    #[default]
    Mirror,
    Shared,
}

/// What the teacher lets a game do with gifts (docs/model.md#gifts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum Compliance {
    /// Gifts beyond the policy are offered, and audits follow.
    #[default]
    Show,
    /// Neither gifts nor temptations appear.
    Hide,
    /// Gifts within the policy only; anything above is refused.
    Forbid,
}

#[derive(Clone, Debug, Serialize)]
pub struct State {
    #[serde(skip)]
    pub scenario: Arc<Scenario>,
    #[serde(skip)]
    pub luck: Luck,
    pub seed: u64,
    pub market: MarketKind,
    pub compliance: Compliance,
    /// Rounds of this game.
    pub rounds: u16,
    /// The round being planned; `rounds + 1` when the game is over.
    pub round: Round,
    /// Customers as the board made them; the same for every team.
    #[serde(skip)]
    pub customers: Arc<Vec<Customer>>,
    /// One in a shared market, one per team in a mirror market.
    pub worlds: Vec<World>,
    pub teams: Vec<Team>,
}

/// Traits of a customer, fixed for the game.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    pub name: Text,
    pub token: Text,
    pub profile: Option<Text>,
    /// The scenario's own definition, for named customers.
    pub named: Option<usize>,
    pub industry: IndustryId,
    pub need_rate: f64,
    pub order_value: Fen,
    pub equity_rate: f64,
    pub equity_value: Fen,
    pub price_sensitivity: f64,
    pub service_sensitivity: f64,
    pub incumbent: Option<RivalId>,
    pub contacts: Vec<Contact>,
    pub key_account: bool,
    pub stochastic_needs: bool,
    /// When it comes of itself.
    pub arrives: Option<Arrival>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    pub name: Text,
    pub role: BuyingRole,
    pub style: Style,
    /// Weight in the committee; the weights of a committee sum to 1.
    pub weight: f64,
}

/// The part of a market that changes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct World {
    /// Who supplies each customer now.
    pub incumbents: Vec<Option<RivalId>>,
    /// Open and past needs, in the order of id.
    pub opportunities: Backlog<Opportunity>,
    /// Rounds of price war left.
    pub price_war: u16,
    /// What rivals have gained.
    pub rivals: RivalEdge,
    /// Customers that nobody keeps, in the order of id.
    pub pool: Vec<Pooled>,
    /// Public tenders, open and awarded, in the order of their announcement.
    pub tenders: Vec<Tender>,
}

/// A need put out to tender: the same for everybody, known customer or not (docs/model.md#tenders).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tender {
    /// Its value is the estimate, its budget the ceiling price.
    pub need: Opportunity,
    pub kind: TenderKind,
    pub award: Option<Award>,
}

/// How a tender ended, as it is made public.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Award {
    pub winner: Winner,
    /// Of the winning bid; zero without one.
    pub price: Fen,
    /// Bids that were handed in.
    pub bids: u16,
}

/// A customer in the pool, and the records that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pooled {
    pub customer: CustomerId,
    pub since: Round,
    /// Who gave it up.
    pub from: TeamId,
    /// Record quality that goes with it, 0-100.
    pub records: f64,
}

/// A need of a customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Opportunity {
    pub id: OpportunityId,
    pub class: NeedClassId,
    pub quantity: u32,
    /// Value at market tier price.
    pub value: Fen,
    pub budget: Option<Fen>,
    /// Decided at the end of this round.
    pub due: Round,
    pub winner: Option<Winner>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    /// Who this team's luck is drawn for.
    #[serde(skip)]
    pub actor: Actor,
    pub reputation: Reputation,
    /// By `Role::index`.
    pub staff: [Staff; Role::COUNT],
    /// People who have joined since the start; who comes next has the next name of the scenario's list.
    pub joined: u16,
    /// By customer.
    pub relations: Vec<Relation>,
    pub deals: Backlog<Deal>,
    pub tickets: Backlog<Ticket>,
    pub tasks: Vec<Task>,
    pub next_task: u32,
    /// Articles written per severity class, and tickets solved.
    pub articles: [u16; 3],
    pub solved: [u32; 3],
    pub strategy: Option<Strategy>,
    pub evaluations: Vec<Evaluation>,
    pub ledger: Ledger,
    /// Pieces on hand by product; orders that wait for goods are not taken off.
    pub stock: Vec<u32>,
    /// Goods bought that are still to come.
    pub purchases: Vec<PurchaseOrder>,
    /// What customers owe.
    pub receivables: Vec<Receivable>,
    /// Deals that goods are kept for, the first claim first.
    pub reserved: Vec<OpportunityId>,
    /// Filed this round: expected revenue of deals due this round, in fen.
    pub forecast: Option<Fen>,
    pub months: Vec<Month>,
    /// Audit breaches (customer, contact, round).
    pub breaches: Vec<Breach>,
    pub bribe_found: bool,
    /// What the team writes down for itself; no rule reads it.
    #[serde(skip_serializing_if = "Notes::is_blank")]
    pub notes: Arc<Notes>,
    /// Contracts, those that have ended included, in the order in which they were made.
    pub contracts: Backlog<Contract>,
    pub tools: crate::sim::state::tool::ToolState,
    /// Visitors of the month, and those of them who left a name.
    pub visitors: [u16; 2],
    /// Promises of contracts measured this month, and those of them that were kept.
    pub promises: [u16; 2],
    /// Campaigns so far, with what they brought.
    pub campaigns: Vec<CampaignResult>,
    /// A medium whose campaign still makes people talk, and for how many rounds.
    pub echo: Option<(MediumId, u16)>,
    /// By `Investment::index`: the round in which it was built.
    pub investments: [Option<Round>; 2],
    /// Bids in tenders not awarded yet.
    pub bids: Vec<TenderBid>,
}

/// A sealed bid.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenderBid {
    pub tender: OpportunityId,
    pub quote: Quote,
}

/// One team's relation with one customer (docs/model.md#relation).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    pub phase: Phase,
    pub found: Option<(Found, Round)>,
    pub measures: Measures,
    /// Months without contact.
    pub silent: u16,
    pub contacted: bool,
    pub orders: u16,
    /// Orders won from this team (the installed ones left out).
    pub won: u16,
    pub revenue: Fen,
    pub contribution: Fen,
    pub last_order: Option<Round>,
    pub last_amount: Fen,
    pub discounts: f64,
    pub qualified: bool,
    pub kind: Kind,
    pub level: Level,
    /// Level was set by hand for this customer (a later strategy or tier order leaves it).
    pub tier: Option<Tier>,
    pub contacts: [ContactState; MAX_CONTACTS],
    /// Satisfaction as last surveyed, and when.
    pub surveyed: Option<(f64, Round)>,
    /// Rounds for which each phase condition has held: formation back, stability, stability back, decline, recovery.
    pub held: [u16; 5],
    pub lost: Option<Round>,
    pub lost_cause: Option<crate::sim::journal::effect::Cause>,
    /// Hours of selling and care this round.
    pub selling_hours: f64,
    pub care_hours: f64,
    /// A proactive check took place this round.
    pub checked: bool,
    pub asked_referral: bool,
    pub trust_lost_by_resignation: f64,
    pub service: ServiceLevel,
    /// A major problem the customer has not complained about: when it arose.
    pub silent_failure: Option<Round>,
    pub referred: Vec<CustomerId>,
    /// The loss was booked (round) and how much.
    pub own_loss: Fen,
    /// Gifts of this year, in fen.
    pub gifts_year: Fen,
    /// The last blow to the relation, until something makes it good.
    pub blow: Option<crate::sim::journal::effect::Cause>,
    /// Rounds for which a rival profits from a poached salesman.
    pub poached: u16,
    /// Rounds in a row for which a critical ticket has been open.
    pub critical_rounds: u16,
    /// Came of itself, and nobody took its name: gone for good.
    pub missed: bool,
    /// Fee of all running contracts a round.
    pub fee: Fen,
    /// Last round of the contracts that bind it.
    pub bound: Round,
    /// Which account manager it belongs to (place among the posts).
    pub owner: u8,
    /// The account manager it has met last, of those it belonged to.
    pub served_by: u8,
    /// Its owner left in this round, and nobody has been introduced since.
    pub orphaned: Option<Round>,
    /// Given to the pool in this round: until it is taken again, nobody of the team works on it.
    pub pooled: Option<Round>,
    /// The last round in which something moved: found, a stage reached, an order, a new owner.
    pub moved: Round,
    /// Calls of a new owner that still find open ears.
    pub fresh: u16,
    /// Rounds for which nurturing still brings needs.
    pub nurtured: u16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct ContactState {
    pub reached: bool,
    pub attitude: f64,
    /// Gifts of this quarter.
    pub gifts: Fen,
    pub removed: bool,
}

/// A team's work on an opportunity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deal {
    pub id: OpportunityId,
    pub seen: Round,
    /// 1-6.
    pub stage: u8,
    pub stage_since: Round,
    /// Support per contact, 0-1.
    pub support: [f64; MAX_CONTACTS],
    pub demo: bool,
    pub check: bool,
    /// Fit points of the solution that was designed; 0 where none was.
    pub design: f64,
    /// How the need came to light.
    pub how: Revealed,
    pub quote: Option<Quote>,
    pub outcome: Option<DealOutcome>,
    /// Once won.
    pub order: Option<Order>,
    /// Written-up interactions that served it.
    pub interactions: u16,
}

impl Deal {
    /// How far the team's own work has brought it: the stage before a quote, 5 from the quote on, whatever the customer thinks
    /// of it. How calls go depends on this and not on the stage, which from a quote on tells what the customer thinks.
    #[must_use]
    pub fn step(&self) -> u8 {
        if self.quote.is_some() { 5 } else { self.stage }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum DealOutcome {
    Won(Fen),
    Lost(Winner),
    /// Nobody was asked, or nobody bought.
    NoSale,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    pub round: Round,
    pub lines: Vec<Line>,
    pub tier: PriceTier,
    pub price: Fen,
    /// Tier price of the same goods: what the discount is measured from.
    pub tier_price: Fen,
    pub list_price: Fen,
    /// Product fit in points.
    pub fit: f64,
    pub promise: f64,
    pub service: ServiceLevel,
    /// The order will be written up too.
    pub written_up: bool,
    /// Promised date.
    pub delivery: Round,
    pub express: bool,
    pub payment: Payment,
}

/// What was won, on its way to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Order {
    /// The date of the quote.
    pub promised: Round,
    /// When the goods leave; None while there are none.
    pub leaves: Option<Round>,
    pub delivered: Option<Round>,
}

impl Order {
    /// Waits for goods that are not there.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.leaves.is_none()
    }
}

/// Goods ordered from the supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct PurchaseOrder {
    pub product: ProductId,
    pub quantity: u32,
    pub placed: Round,
    /// In stock from the start of this round.
    pub arrives: Round,
}

/// What a customer owes for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Receivable {
    pub deal: OpportunityId,
    pub amount: Fen,
    /// The round at whose end it is paid; None while the goods are not delivered.
    pub due: Option<Round>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ticket {
    pub id: TicketId,
    pub severity: Severity,
    /// Work left.
    pub minutes: Minutes,
    /// Work at first.
    pub size: Minutes,
    pub day: u16,
    pub started: Option<u16>,
    pub state: TicketState,
    /// The customer's own loss if a critical one stays unanswered.
    pub loss: Fen,
    pub scripted: Option<EventId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum TicketState {
    Open,
    Solved { round: Round, in_time: bool },
    Dropped(Round),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Task {
    pub id: u32,
    pub customer: CustomerId,
    pub role: Role,
    pub kind: TaskKind,
    pub made: Round,
    pub due: Round,
    pub done: Option<Round>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    pub round: Round,
    pub customer: CustomerId,
    pub tier: Tier,
    pub reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    pub customer: CustomerId,
    pub contact: ContactId,
    pub round: Round,
    pub found: bool,
}

/// Closing figures of a team's month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, serde::Deserialize)]
pub struct Month {
    pub round: Round,
    pub revenue: Fen,
    /// Sum of the entries of the month that earn ([`EntryKind::earns`]): profit, which is not the change of cash where
    /// customers pay later or goods are bought ahead.
    pub contribution: Fen,
    /// The same so far.
    pub contribution_so_far: Fen,
    pub cash: Fen,
    pub forecast_accuracy: Option<f64>,
    pub hygiene: f64,
    pub reputation: f64,
    pub tickets: u32,
    pub tickets_in_time: u32,
    /// Customers that came of themselves, and those of them who left a name.
    pub visitors: u16,
    pub recorded: u16,
    /// Promises of running contracts, and those of them that were kept.
    pub promises: u16,
    pub promises_kept: u16,
}

impl State {
    #[must_use]
    pub fn over(&self) -> bool {
        self.round.0 > self.rounds
    }

    /// The market a team plays in.
    #[must_use]
    pub fn world(&self, team: TeamId) -> &World {
        &self.worlds[self.world_index(team)]
    }

    #[must_use]
    pub fn world_index(&self, team: TeamId) -> usize {
        match self.market {
            MarketKind::Mirror => team.index(),
            MarketKind::Shared => 0,
        }
    }
}

impl World {
    #[must_use]
    pub fn tender(&self, id: OpportunityId) -> Option<&Tender> {
        self.tenders.iter().find(|t| t.need.id == id)
    }

    /// Tenders that still take bids.
    pub fn open_tenders(&self) -> impl Iterator<Item = &Tender> {
        self.tenders.iter().filter(|t| t.award.is_none())
    }

    #[must_use]
    pub fn opportunity(&self, id: OpportunityId) -> Option<&Opportunity> {
        // needs arise in the order of their birth
        self.opportunities.iter().rev().take_while(|o| o.id.born >= id.born).find(|o| o.id == id)
    }
}

impl Team {
    #[must_use]
    pub fn relation(&self, customer: CustomerId) -> &Relation {
        &self.relations[customer.index()]
    }

    #[must_use]
    pub fn deal(&self, id: OpportunityId) -> Option<&Deal> {
        // nobody sees a need before it is born
        self.deals.iter().rev().take_while(|d| d.seen >= id.born).find(|d| d.id == id)
    }

    pub fn deal_mut(&mut self, id: OpportunityId) -> Option<&mut Deal> {
        self.deals.iter_mut().rev().take_while(|d| d.seen >= id.born).find(|d| d.id == id)
    }

    /// What is in the bank.
    #[must_use]
    pub const fn cash(&self) -> Fen {
        self.ledger.cash()
    }

    /// Deals not decided yet, in the order they were seen.
    pub fn open_deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.open().iter().filter(|d| d.outcome.is_none())
    }

    /// Open deals with one customer.
    pub fn open_deals_of(&self, customer: CustomerId) -> impl Iterator<Item = &Deal> {
        self.open_deals().filter(move |d| d.id.customer == customer)
    }

    pub fn open_deals_of_mut(&mut self, customer: CustomerId) -> impl Iterator<Item = &mut Deal> {
        self.deals.open_mut().iter_mut().filter(move |d| d.outcome.is_none() && d.id.customer == customer)
    }

    /// Won orders whose goods have not left yet.
    pub fn orders(&self) -> impl Iterator<Item = (&Deal, Order)> {
        self.deals.open().iter().filter_map(|d| d.order.filter(|o| o.delivered.is_none()).map(|order| (d, order)))
    }

    /// What customers owe, the goods delivered or not.
    #[must_use]
    pub fn owed(&self) -> Fen {
        self.receivables.iter().map(|r| r.amount).sum()
    }

    /// The account manager with the fewest customers, the first among equals.
    pub fn next_owner(&self) -> u8 {
        let managers = &self.staff[Role::AccountManager.index()];
        if managers.posts.len() <= 1 {
            return 0;
        }
        let owned = |post: usize| self.relations.iter().filter(|r| r.kept() && r.orphaned.is_none() && usize::from(r.owner) == post).count();
        managers.present().min_by_key(|(place, _)| (owned(*place), *place)).map_or(0, |(place, _)| place as u8)
    }

    /// Whether an investment is built and, in `round`, no longer being built.
    #[must_use]
    pub fn works(&self, what: Investment, round: Round) -> bool {
        self.investments[what.index()].is_some_and(|built| built < round)
    }
}

impl Relation {
    #[must_use]
    pub fn known(&self) -> bool {
        self.phase != Phase::Unknown
    }

    /// Somebody the team may still come to know.
    #[must_use]
    pub fn findable(&self) -> bool {
        !self.known() && !self.missed
    }

    /// A customer that has bought and is not lost.
    #[must_use]
    pub fn active(&self) -> bool {
        self.orders > 0 && self.phase != Phase::Lost
    }

    /// A change of staff that no handover meeting has mended.
    #[must_use]
    pub fn needs_handover(&self) -> bool {
        self.trust_lost_by_resignation > 0.0 || self.orphaned.is_some()
    }

    /// A failure that the team knows of and nothing has made good. One that nobody has complained about is none.
    #[must_use]
    pub fn known_failure(&self) -> bool {
        self.blow.is_some_and(|blow| blow != Cause::SilentFailure)
    }

    /// Known, and not given to the pool.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.known() && self.pooled.is_none()
    }
}

impl Deal {
    /// Fit points of goods that fit by `goods`: shown in a demo, made sure by a check, designed (docs/model.md#product-fit).
    #[must_use]
    pub fn fit(&self, rules: &Rules, goods: f64) -> f64 {
        let points = |done: bool, points: f64| if done { points } else { 0.0 };
        goods + points(self.demo, rules.selling.demo_fit) + points(self.check, rules.selling.check_fit) + self.design
    }
}
