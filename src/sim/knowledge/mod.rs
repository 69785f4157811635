//! What a seat may know of the market, its customers and its own team.
//!
//! Satisfaction appears as surveyed, never as it is; contacts, needs and traits as far as somebody found them out;
//! nothing of another team but its name, its submitted flags and the public standings.

mod stock;

use crate::sim::journal::effect::Effect;
use crate::sim::journal::measures::Entry;
use crate::sim::journal::report::CampaignResult;
use crate::sim::journal::report::{Happened, Interaction};
use crate::sim::notes::Notes;
use crate::sim::parameters::Staffing;
use crate::sim::scenario::{BuyingRole, Guide, Line, MAX_CONTACTS, PriceTier, Severity, Style, TenderKind, Text, Want};
use crate::sim::state::contract::Contract;
use crate::sim::state::tool::ToolState;
use crate::sim::state::{Compliance, DealOutcome, Evaluation, MarketKind, Month, Order, PurchaseOrder, Quote, Receivable};
use crate::sim::terms::{Found, Phase, Revealed, Winner};
use crate::sim::terms::{Kind, Level, ServiceLevel, Strategy, TaskKind, Tier};
use crate::sim::units::{
    ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedClassId, NeedId, ProductId, RivalId, Role, Round, Seat, TeamId, TicketId,
};
use std::sync::Arc;

/// All a seat may know in the round being planned.
#[derive(Clone, Debug)]
pub struct Knowledge {
    pub seat: Seat,
    pub guide: Arc<Guide>,
    pub team_name: String,
    pub market: MarketKind,
    pub compliance: Compliance,
    pub round: Round,
    pub rounds: u16,
    /// The last round has been resolved: everything is disclosed in `Past`.
    pub over: bool,
    pub cash: Fen,
    /// Cash plus credit less what the plan spends: what is left for new cards.
    pub spendable: Fen,
    /// Mean over industries, -1..1, and by industry.
    pub reputation: f64,
    pub reputation_by_industry: Vec<f64>,
    /// By `Role::index`.
    pub staff: [StaffView; Role::COUNT],
    /// Customers of the whole market, known or not.
    pub accounts: u16,
    /// The same by industry; empty where the scenario has no media to speak to one.
    pub accounts_by_industry: Vec<u16>,
    /// Customers the team knows, by id.
    pub customers: Vec<CustomerView>,
    /// Deals the team has seen, open ones and (but where only the present was asked for)
    /// decided ones, in the order they were seen; wants and goods of open ones only.
    pub deals: Vec<DealView>,
    /// Open tickets the team has been told of.
    pub tickets: Vec<TicketView>,
    pub tasks: Vec<TaskView>,
    pub exhibition: bool,
    pub summit: bool,
    /// Tenders that take bids, and what has been awarded, the latest last; the same for every team.
    pub tenders: Vec<TenderView>,
    pub awards: Vec<AwardView>,
    /// The team's campaigns so far, with what they brought.
    pub campaigns: Vec<CampaignResult>,
    /// A medium that makes people talk about the team, and for how many rounds yet.
    pub echo: Option<(MediumId, u16)>,
    /// By `Investment::index`: the round in which it was built.
    pub investments: [Option<Round>; 2],
    /// Scripted events of this round that are public.
    pub news: Vec<NewsView>,
    pub strategy: Option<Strategy>,
    pub evaluations: Vec<Evaluation>,
    pub forecast_filed: Option<Fen>,
    pub goods: GoodsView,
    /// Articles written and tickets solved, by severity.
    pub articles: [u16; 3],
    pub solved: [u32; 3],
    /// Customers that come of themselves this month and whom the team does not know yet.
    pub visitors: u16,
    pub tools: ToolState,
    /// Customers whose data the tool has to hold.
    pub kept: u16,
    /// Running contracts, in the order in which they were made.
    pub contracts: Vec<Contract>,
    /// Customers that anybody of the team may take from the pool.
    pub pool: Vec<PoolView>,
    /// Other teams by name, and who has submitted.
    pub teams: Vec<TeamView>,
    /// What the team has written down; suggestions for the leader's eyes only.
    pub notes: Arc<Notes>,
    /// What is behind; empty when only the present was asked for.
    pub past: Past,
}

/// The team's history.
#[derive(Clone, Debug, Default)]
pub struct Past {
    pub months: Vec<Month>,
    pub ledger: Vec<Entry>,
    pub interactions: Vec<Interaction>,
    /// Tickets solved, in the order they came in.
    pub answers: Vec<Answer>,
    /// What happened, by round (index 0 = round 1).
    pub rounds: Vec<PastRound>,
}

/// A ticket that was solved, and how long the customer waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub ticket: TicketId,
    /// The month in which it was solved.
    pub solved: Round,
    /// Working days from its arrival until somebody first worked on it; at least, where that was in a later month.
    pub days: u16,
}

#[derive(Clone, Debug, Default)]
pub struct PastRound {
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
    pub purchases: Vec<PurchaseOrder>,
    pub receivables: Vec<Receivable>,
    /// Deals that goods are kept for, the first claim first.
    pub reserved: Vec<NeedId>,
}

/// Pieces of one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StockView {
    pub product: ProductId,
    pub unit_cost: Fen,
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

#[derive(Clone, Debug)]
pub struct TeamView {
    pub id: TeamId,
    pub name: String,
    /// By `Role::index`.
    pub submitted: [bool; Role::COUNT],
    /// Cash, public every month; the score is the room's to add.
    pub cash: Fen,
    pub revenue: Fen,
}

#[derive(Clone, Debug)]
pub struct StaffView {
    pub name: Text,
    pub hours: Minutes,
    pub planned: Minutes,
    /// Decisions in the plan, against `Work::max_decisions`.
    pub decisions: u16,
    pub skill: f64,
    /// Rounds for which the hours are reduced after a resignation.
    pub reduced: u16,
    /// Months in a row, this one not counted, in which nearly all hours were planned.
    pub busy: u16,
    pub changed: Option<Round>,
    pub submitted: bool,
    pub posts: Vec<PostView>,
    /// People who begin next month.
    pub hired: u16,
}

/// A post of a role, and who works in it.
#[derive(Clone, Debug)]
pub struct PostView {
    /// Empty if nobody knows the name.
    pub name: Text,
    pub skill: f64,
    /// False while the post is vacant.
    pub filled: bool,
    /// Rounds of reduced hours or of vacancy left.
    pub reduced: u16,
    /// Customers that belong to this post (account managers only).
    pub customers: u16,
}

/// A customer in the pool.
#[derive(Clone, Debug)]
pub struct PoolView {
    pub customer: CustomerId,
    pub name: Text,
    pub industry: IndustryId,
    pub since: Round,
    /// Record quality that goes with it.
    pub records: f64,
}

#[derive(Clone, Debug)]
pub struct CustomerView {
    pub id: CustomerId,
    pub name: Text,
    /// Two or three letters for the token.
    pub token: Text,
    pub profile: Option<Text>,
    /// The scenario tells about this customer by name.
    pub named: bool,
    pub industry: IndustryId,
    pub phase: Phase,
    /// Phase of the round before, for the animation.
    pub phase_before: Phase,
    pub found: Option<(Found, Round)>,
    pub qualified: bool,
    /// Yearly value (12 x need rate x typical order), once qualified or after an order.
    pub yearly_value: Option<Fen>,
    /// How much it weighs prices and how much bad service, 1 as most do, once qualified.
    pub price_sensitivity: Option<f64>,
    pub service_sensitivity: Option<f64>,
    /// As surveyed, and when.
    pub satisfaction: Option<(f64, Round)>,
    pub trust: f64,
    pub commitment: f64,
    pub records: f64,
    pub bond: f64,
    /// Bad impressions the team knows of (silent failures left out), in whole ones.
    pub negative: f64,
    pub silent_months: u16,
    pub orders: u16,
    pub revenue: Fen,
    pub contribution: Fen,
    pub last_order: Option<Round>,
    pub last_amount: Fen,
    pub kind: Kind,
    pub level: Level,
    /// Computed pyramid tier by contribution so far.
    pub tier: Tier,
    /// Where the team placed it.
    pub placed: Option<Tier>,
    /// Who supplied it when the team last heard, once qualified.
    pub incumbent: Option<RivalId>,
    pub lost: Option<Round>,
    /// A salesman it was close to now speaks for a rival ([`Guide::poacher`]): decisions for which that helps the rival yet.
    pub poached: u16,
    pub service: ServiceLevel,
    pub contacts: Vec<ContactView>,
    /// A change of staff that no handover meeting has mended.
    pub needs_handover: bool,
    /// Trust that the change of staff has cost, until the handover meeting.
    pub trust_lost: f64,
    /// A failure that can be made good: a ticket of an earlier month, a broken promise, a booked loss.
    pub failure: bool,
    /// Which account manager it belongs to (place among the posts).
    pub owner: u8,
    /// A new owner still finds open ears.
    pub fresh: bool,
    /// In the pool since this round: nobody of the team works on it.
    pub pooled: Option<Round>,
    /// The last round in which something moved.
    pub moved: Round,
    pub gifts_this_year: Fen,
    /// Fee of its contracts a round.
    pub fee: Fen,
}

#[derive(Clone, Debug)]
pub struct ContactView {
    pub id: ContactId,
    pub name: Text,
    /// Known once qualified or met.
    pub role: Option<BuyingRole>,
    /// Known once met.
    pub style: Option<Style>,
    pub reached: bool,
    /// -100..100, known once met.
    pub attitude: Option<f64>,
    pub gifts_this_quarter: Fen,
    pub removed: bool,
}

#[derive(Clone, Debug)]
pub struct DealView {
    pub id: NeedId,
    /// Title of the scripted need, if it is one.
    pub title: Option<Text>,
    pub stage: u8,
    pub stage_since: Round,
    pub seen: Round,
    pub due: Round,
    /// Value at the customer's tier price.
    pub value: Fen,
    /// Known from stage 2.
    pub class: Option<NeedClassId>,
    pub wants: Vec<Want>,
    pub budget: Option<Fen>,
    pub quantity: u32,
    pub tier: PriceTier,
    /// What fits, at tier price; empty before stage 2.
    pub suggested: Vec<Line>,
    /// By contact.
    pub support: [f64; MAX_CONTACTS],
    /// M of docs/model.md#committee.
    pub committee: f64,
    /// Another deal asks for the very same piece; whether that is quoted, so that this one cannot be.
    pub twin: Option<NeedId>,
    pub promised: bool,
    pub demo: bool,
    pub check: bool,
    /// Fit points of the solution that was designed; 0 where none was.
    pub design: f64,
    pub how: Revealed,
    pub quote: Option<Quote>,
    pub outcome: Option<DealOutcome>,
    /// Once won: when the goods leave.
    pub order: Option<Order>,
}

impl DealView {
    #[must_use]
    pub fn open(&self) -> bool {
        self.outcome.is_none()
    }

    /// As [`crate::sim::state::Deal::step`].
    #[must_use]
    pub fn step(&self) -> u8 {
        if self.quote.is_some() { 5 } else { self.stage }
    }
}

/// A public tender that takes bids.
#[derive(Clone, Debug)]
pub struct TenderView {
    /// What is asked for, as announced; its budget is the ceiling price, its quote the team's bid.
    pub need: DealView,
    pub buyer: Text,
    pub industry: IndustryId,
    pub kind: TenderKind,
}

/// A tender that was awarded, as it is made public.
#[derive(Clone, Debug)]
pub struct AwardView {
    /// At the end of which it was awarded.
    pub round: Round,
    pub tender: NeedId,
    pub title: Option<Text>,
    pub buyer: Text,
    pub kind: TenderKind,
    pub estimate: Fen,
    pub winner: Winner,
    pub price: Fen,
    pub bids: u16,
}

#[derive(Clone, Debug)]
pub struct TicketView {
    pub id: TicketId,
    /// Scripted tickets have a text.
    pub title: Option<Text>,
    pub severity: Severity,
    pub minutes: Minutes,
    pub day: u16,
    /// Last working day on which work may begin in time (this month); 0 for one from an earlier month.
    pub due_day: u16,
    pub rounds_open: u16,
}

#[derive(Clone, Debug)]
pub struct TaskView {
    pub id: u32,
    pub customer: CustomerId,
    pub role: Role,
    pub kind: TaskKind,
    pub made: Round,
    pub due: Round,
    pub done: Option<Round>,
    pub overdue: bool,
}

#[derive(Clone, Debug)]
pub struct NewsView {
    pub event: EventId,
    pub round: Round,
    pub title: Text,
    pub body: Text,
}

impl Knowledge {
    #[must_use]
    pub fn customer(&self, id: CustomerId) -> Option<&CustomerView> {
        self.customers.binary_search_by_key(&id, |c| c.id).ok().map(|i| &self.customers[i])
    }

    #[must_use]
    pub fn deal(&self, id: NeedId) -> Option<&DealView> {
        self.deals.iter().find(|d| d.id == id)
    }

    #[must_use]
    pub fn tender(&self, id: NeedId) -> Option<&TenderView> {
        self.tenders.iter().find(|t| t.need.id == id)
    }

    /// Customers of an industry that the team does not know.
    #[must_use]
    pub fn unknown_in(&self, industry: IndustryId) -> u16 {
        let known = self.customers.iter().filter(|c| c.industry == industry).count();
        self.accounts_by_industry.get(industry.index()).map_or(0, |all| all.saturating_sub(known as u16))
    }

    /// Open deals of a customer.
    pub fn open_deals(&self, customer: CustomerId) -> impl Iterator<Item = &DealView> {
        self.deals.iter().filter(move |d| d.open() && d.id.customer == customer)
    }

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

impl StaffView {
    /// Months of overwork in a row, this one counted if the plan as it lies fills it.
    #[must_use]
    pub fn busy_with_plan(&self, rules: &Staffing) -> u16 {
        if rules.full(self.planned, self.hours) { self.busy.saturating_add(1) } else { 0 }
    }
}
