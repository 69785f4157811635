//! The ledger: cash changes by an entry or not at all.

use crate::sim::units::{CustomerId, Fen, NeedId, Round};
use serde::{Deserialize, Serialize};

/// A line of the ledger. The amounts sum to the cash; what an [`EntryKind`] says of profit is told there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The month in which it was booked; 0 for the opening.
    pub round: Round,
    /// What it is for.
    pub kind: EntryKind,
    /// Positive comes in, negative goes out.
    pub amount: Fen,
    /// Whom it was earned from or spent on; None where it was no single one.
    pub customer: Option<CustomerId>,
    /// The deal it belongs to, for fees the one that brought the contract; None where there is none.
    pub deal: Option<NeedId>,
}

/// What an entry of the ledger is for (docs/model.md#books).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntryKind {
    /// Cash that the team begins with.
    Opening,
    /// Price of an order, booked when it is made.
    Sale,
    /// Cost of the goods of a sale, or of what a contract's fee pays for.
    Goods,
    /// Of everybody who is there, when the month closes.
    Wages,
    /// Leads found by cold prospecting.
    Prospecting,
    /// Exhibitions and summits.
    Events,
    /// Calls, demos and free checks.
    Selling,
    /// Care visits, and nurturing.
    Care,
    /// Hours at the queue.
    Service,
    /// Making failures good, and concessions of win-backs.
    Compensation,
    /// Gifts and hospitality, those above the policy included.
    Gifts,
    /// For a gift above the policy, once an audit has found it.
    Fine,
    /// On an overdraft, when the month closes.
    Interest,
    /// Fees of contracts.
    Fee,
    /// What it takes to serve them.
    Serving,
    /// Paid back where a contract's promise was missed.
    Penalty,
    /// The tool for customer data.
    Tools,
    /// Budgets of campaigns.
    Campaigns,
    /// Open rebates to customers.
    Rebates,
    /// Building a call centre or web platform, and running it.
    Investments,
    /// A sale that is paid later: takes back the cash of its `Sale`.
    Credit,
    /// A customer pays what it owed.
    Payment,
    /// Goods bought for the stock.
    Purchase,
    /// Goods of a sale that are bought apart from it: gives back the cash of its `Goods`.
    FromStock,
    /// Keeping the stock for a round.
    Holding,
    /// What express adds to the cost of goods, of a sale or bought for the stock.
    Express,
    /// Hiring and training.
    Staff,
}

impl EntryKind {
    /// What customers pay for goods and services.
    #[must_use]
    pub const fn is_revenue(self) -> bool {
        matches!(self, EntryKind::Sale | EntryKind::Fee)
    }

    /// Whether it counts in the contribution. The others turn money owed or goods into cash or back: a sale counts when it is
    /// made and goods when they are sold, whenever either is paid.
    #[must_use]
    pub const fn earns(self) -> bool {
        !matches!(self, EntryKind::Opening | EntryKind::Credit | EntryKind::Payment | EntryKind::Purchase | EntryKind::FromStock)
    }
}

kept! {
    /// Cash and the entries that made it: every fen has a cause.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    Ledger {
        cash: Fen,
        entries: Vec<Entry>,
    }
}

impl Ledger {
    /// Opened with so much.
    #[must_use]
    pub fn opened(amount: Fen) -> Ledger {
        Ledger { cash: amount, entries: vec![Entry { round: Round(0), kind: EntryKind::Opening, amount, customer: None, deal: None }] }
    }

    /// What is in the bank; negative where it is overdrawn.
    #[must_use]
    pub const fn cash(&self) -> Fen {
        self.cash
    }

    /// In the order in which they were made.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Moves cash: positive comes in, negative goes out.
    pub fn post(&mut self, entry: Entry) {
        self.cash += entry.amount;
        self.entries.push(entry);
    }
}
