//! The lines of the ledger.

use crate::sim::journal::ledger::EntryKind;

/// A line of the profit and loss account.
#[must_use]
pub const fn entry(name: EntryKind) -> &'static str {
    match name {
        EntryKind::Opening => "entry-opening",
        EntryKind::Sale => "entry-sale",
        EntryKind::Goods => "entry-goods",
        EntryKind::Wages => "entry-wages",
        EntryKind::Prospecting => "entry-prospecting",
        EntryKind::Events => "entry-events",
        EntryKind::Selling => "entry-selling",
        EntryKind::Care => "entry-care",
        EntryKind::Service => "entry-service",
        EntryKind::Compensation => "entry-compensation",
        EntryKind::Gifts => "entry-gifts",
        EntryKind::Fine => "entry-fine",
        EntryKind::Interest => "entry-interest",
        EntryKind::Fee => "entry-fee",
        EntryKind::Serving => "entry-serving",
        EntryKind::Penalty => "entry-penalty",
        EntryKind::Tools => "entry-tools",
        EntryKind::Campaigns => "entry-campaigns",
        EntryKind::Rebates => "entry-rebates",
        EntryKind::Investments => "entry-investments",
        EntryKind::Credit => "entry-credit",
        EntryKind::Payment => "entry-payment",
        EntryKind::Purchase => "entry-purchase",
        EntryKind::FromStock => "entry-from-stock",
        EntryKind::Holding => "entry-holding",
        EntryKind::Express => "entry-express",
        EntryKind::Staff => "entry-staff",
    }
}
