//! A team: money, people, relations, what it works on.

use crate::sim::journal::ledger::Ledger;
use crate::sim::journal::measures::Reputation;
use crate::sim::journal::report::CampaignResult;
use crate::sim::luck::draw::Actor;
use crate::sim::notes::Notes;
use crate::sim::scenario::Investment;
use crate::sim::state::backlog::Backlog;
use crate::sim::state::contract::Contract;
use crate::sim::state::deal::{Deal, Order, PurchaseOrder, Receivable};
use crate::sim::state::relation::Relation;
use crate::sim::state::staff::Staff;
use crate::sim::state::ticket::Ticket;
use crate::sim::state::tool::ToolState;
use crate::sim::state::world::TenderBid;
use crate::sim::terms::{Level, Reason, Strategy, TaskKind, Tier};
use crate::sim::units::{ContactId, CustomerId, Fen, MediumId, NeedId, Role, Round, TeamId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One vendor, in parts by subject.
#[derive(Clone, Debug, Serialize)]
pub struct Team {
    /// Its place among the teams of the game.
    pub id: TeamId,
    /// As the set-up has it.
    pub name: String,
    /// Who this team's luck is drawn for.
    #[serde(skip)]
    pub actor: Actor,
    /// By industry, -1 to 1.
    pub reputation: Reputation,
    /// By `Role::index`.
    pub staff: [Staff; Role::COUNT],
    /// People who have joined since the start; who comes next has the next name of the scenario's list.
    pub joined: u16,
    /// By customer.
    pub relations: Vec<Relation>,
    /// Its work on needs, decided ones included, in the order in which it saw them.
    pub deals: Backlog<Deal>,
    /// Contracts, those that have ended included, in the order in which they were made.
    pub contracts: Backlog<Contract>,
    /// Bids in tenders not awarded yet.
    pub bids: Vec<TenderBid>,
    /// What it wants, and what it has set itself to do.
    pub management: Management,
    /// Its money.
    pub books: Books,
    /// Its goods, where the scenario sells from a stock.
    pub warehouse: Warehouse,
    /// Its service, and what it has learnt by it.
    pub service_desk: ServiceDesk,
    /// How it makes itself known.
    pub marketing: Marketing,
    /// Where it broke the policy on gifts.
    pub audit: Audit,
    /// Where it keeps its customer data.
    pub tools: ToolState,
    /// By `Investment::index`: the round in which it was built.
    pub investments: [Option<Round>; 2],
    /// What the team writes down for itself; no rule reads it.
    pub notes: Arc<Notes>,
}

/// What the account manager steers by: strategy, evaluations, tasks, forecast.
#[derive(Clone, Debug, Serialize)]
pub struct Management {
    /// As filed before the first round was resolved; None: not filed.
    pub strategy: Option<Strategy>,
    /// How closely each tier is looked after now, as the strategy filed it or as it was changed since.
    pub levels: [Option<Level>; 4],
    /// In the order in which they were made; the last of a customer counts.
    pub evaluations: Vec<Evaluation>,
    /// In the order in which they were set, done ones included.
    pub tasks: Vec<Task>,
    /// Id of the next task.
    pub next_task: u32,
    /// Filed this round: expected revenue of deals due this round, in fen.
    pub forecast: Option<Fen>,
}

impl Default for Management {
    fn default() -> Management {
        Management { strategy: None, levels: [None; 4], evaluations: Vec::new(), tasks: Vec::new(), next_task: 1, forecast: None }
    }
}

/// Money: what is in the bank, what customers owe, and the closing figures of each month.
#[derive(Clone, Debug, Serialize)]
pub struct Books {
    /// Cash, and every entry that made it.
    pub ledger: Ledger,
    /// What customers owe.
    pub receivables: Vec<Receivable>,
    /// Talks, demos, quotes and bids of this month so far.
    pub selling: u16,
    /// One for every month closed so far.
    pub months: Vec<Month>,
}

impl Books {
    /// With `cash` in the bank.
    #[must_use]
    pub fn opened(cash: Fen) -> Books {
        Books { ledger: Ledger::opened(cash), receivables: Vec::new(), selling: 0, months: Vec::new() }
    }
}

/// Goods on hand and on their way.
#[derive(Clone, Debug, Serialize)]
pub struct Warehouse {
    /// Pieces on hand by product; orders that wait for goods are not taken off.
    pub stock: Vec<u32>,
    /// Goods bought that are still to come.
    pub purchases: Vec<PurchaseOrder>,
    /// Deals that goods are kept for, the first claim first.
    pub reserved: Vec<NeedId>,
}

impl Warehouse {
    /// With so many pieces by product, and nothing ordered.
    #[must_use]
    pub const fn holding(stock: Vec<u32>) -> Warehouse {
        Warehouse { stock, purchases: Vec::new(), reserved: Vec::new() }
    }
}

/// Tickets, and what solving them has left behind.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ServiceDesk {
    /// In the order in which they came in, solved and dropped ones included.
    pub tickets: Backlog<Ticket>,
    /// Articles written, by severity class.
    pub articles: [u16; 3],
    /// Tickets solved, by severity class.
    pub solved: [u32; 3],
    /// Promises of contracts measured this month, and those of them that were kept.
    pub promises: [u16; 2],
}

/// Campaigns and who came of itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Marketing {
    /// Campaigns so far, with what they brought.
    pub campaigns: Vec<CampaignResult>,
    /// A medium whose campaign still makes people talk, and for how many rounds.
    pub echo: Option<(MediumId, u16)>,
    /// Visitors of the month, and those of them who left a name.
    pub visitors: [u16; 2],
}

/// Gifts against the policy, and what an audit found of them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Audit {
    /// In the order in which the gifts were given, found or not.
    pub breaches: Vec<Breach>,
    /// Whether any of them was found: then the score is capped.
    pub bribe_found: bool,
}

/// What the team has set itself to do for a customer (docs/model.md#tasks).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Task {
    /// Unique within the team.
    pub id: u32,
    /// With whom.
    pub customer: CustomerId,
    /// Who is meant to do it.
    pub role: Role,
    /// What is meant; any contact with the customer ticks it off.
    pub kind: TaskKind,
    /// When it was set.
    pub made: Round,
    /// Overdue after this round.
    pub due: Round,
    /// When somebody was in touch with the customer; None while it is open.
    pub done: Option<Round>,
}

/// Where the team has placed a customer in the pyramid (docs/model.md#evaluation).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    /// When it did.
    pub round: Round,
    /// Whom it placed.
    pub customer: CustomerId,
    /// The team's own view; the debrief compares it with the computed tier.
    pub tier: Tier,
    /// What the team based it on.
    pub reason: Reason,
}

/// A gift that went beyond the policy (docs/model.md#gifts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// Whose committee it went to.
    pub customer: CustomerId,
    /// Who took it.
    pub contact: ContactId,
    /// When it was given.
    pub round: Round,
    /// Whether an audit has found it.
    pub found: bool,
}

/// Closing figures of a team's month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// Which month it was.
    pub round: Round,
    /// Sales and fees, whenever they are paid.
    pub revenue: Fen,
    /// Sum of the entries of the month that earn ([`EntryKind::earns`]): profit, which is not the change of cash where
    /// customers pay later or goods are bought ahead.
    pub contribution: Fen,
    /// The same so far.
    pub contribution_so_far: Fen,
    /// In the bank at the end of the month.
    pub cash: Fen,
    /// 0-1; None where no forecast was filed.
    pub forecast_accuracy: Option<f64>,
    /// 0-1, as the plan was handed in.
    pub hygiene: f64,
    /// Talks, demos, quotes and bids: what the team did of its own accord to sell.
    pub selling: u16,
    /// Mean over the industries, -1 to 1.
    pub reputation: f64,
    /// Tickets that came in this month.
    pub tickets: u32,
    /// Of these, the ones solved in time.
    pub tickets_in_time: u32,
    /// Customers that came of themselves, and those of them who left a name.
    pub visitors: u16,
    /// Of the visitors, those who left a name.
    pub recorded: u16,
    /// Promises of running contracts, and those of them that were kept.
    pub promises: u16,
    /// Of the promises, those that were kept.
    pub promises_kept: u16,
}

impl Team {
    /// What it has with a customer, known to it or not.
    #[must_use]
    pub fn relation(&self, customer: CustomerId) -> &Relation {
        &self.relations[customer.index()]
    }

    /// Its work on a need; None if it has not seen the need.
    #[must_use]
    pub fn deal(&self, id: NeedId) -> Option<&Deal> {
        // nobody sees a need before it is born
        self.deals.iter().rev().take_while(|d| d.seen >= id.born).find(|d| d.id == id)
    }

    /// As [`Team::deal`], to be changed.
    pub fn deal_mut(&mut self, id: NeedId) -> Option<&mut Deal> {
        self.deals.iter_mut().rev().take_while(|d| d.seen >= id.born).find(|d| d.id == id)
    }

    /// What is in the bank.
    #[must_use]
    pub const fn cash(&self) -> Fen {
        self.books.ledger.cash()
    }

    /// Deals not decided yet, in the order they were seen.
    pub fn open_deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.open().iter().filter(|d| d.outcome.is_none())
    }

    /// Open deals with one customer.
    pub fn open_deals_of(&self, customer: CustomerId) -> impl Iterator<Item = &Deal> {
        self.open_deals().filter(move |d| d.id.customer == customer)
    }

    /// As [`Team::open_deals_of`], to be changed.
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
        self.books.receivables.iter().map(|r| r.amount).sum()
    }

    /// The account manager with the fewest customers, the first among equals.
    pub fn next_owner(&self) -> u8 {
        let managers = &self.staff[Role::AccountManager.index()];
        if managers.posts.len() <= 1 {
            return 0;
        }
        let owned =
            |post: usize| self.relations.iter().filter(|r| r.kept() && r.ownership.orphaned.is_none() && usize::from(r.ownership.owner) == post).count();
        managers.present().min_by_key(|(place, _)| (owned(*place), *place)).map_or(0, |(place, _)| place as u8)
    }

    /// Whether an investment is built and, in `round`, no longer being built.
    #[must_use]
    pub fn works(&self, what: Investment, round: Round) -> bool {
        self.investments[what.index()].is_some_and(|built| built < round)
    }
}
