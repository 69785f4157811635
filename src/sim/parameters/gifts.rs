//! Gifts and rebates, and what an audit finds.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Gifts and the policy on them (docs/model.md#gifts, #rebates, #audits).
Gifts {
    /// Limit per contact and quarter, in yuan.
    contact_limit: Fen = Fen::yuan(200), 0, 1_000_000;
    /// Limit per customer and year, in yuan.
    customer_limit: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Largest gift a card may hold, in yuan.
    most: Fen = Fen::yuan(20_000), 0, 1_000_000;
    /// Rounds of a quarter.
    quarter: u16 = 3, 1, 12;
    /// Trust of a gift within the limit.
    trust: f64 = 0.8, 0, 100;
    /// Bond of a gift within the limit.
    bond: f64 = 2.0, 0, 100;
    /// Chance a round that a breach is found.
    audit: f64 = 0.05, 0, 1;
    /// Fine, in yuan.
    fine: Fen = Fen::yuan(100_000), 0, 1_000_000_000;
    /// Trust lost when found.
    found_trust: f64 = 30.0, 0, 100;
    /// Reputation lost when found.
    found_reputation: f64 = 0.2, 0, 1;
    /// Hours of a gift or hospitality.
    hours: Minutes = Minutes::from_hours(1), 0, 400;
    /// The audit's chance is so many times higher while the receiver decides an open tender.
    audit_tender: f64 = 2.0, 1, 20;
    /// Trust of an open rebate, entered in the books; grows as that of a gift, without a limit.
    rebate_trust: f64 = 0.8, 0, 100;
    /// Commitment of an open rebate, likewise.
    rebate_commitment: f64 = 0.4, 0, 100;
    /// Largest rebate a card may hold, in yuan.
    rebate_most: Fen = Fen::yuan(20_000), 0, 10_000_000;
    /// Hours of a rebate.
    rebate_hours: Minutes = Minutes::from_hours(1), 0, 400;
}
}
