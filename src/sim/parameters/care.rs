//! Care visits, gifts, nurturing and design.

use super::{Field, Parameter, Table};
use crate::sim::maths::exp;
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Care visits (docs/model.md#care-visits).
Care {
    /// Hours of care that make 63 % of a full touch.
    hours: f64 = 4.0, 0.1, 100;
    /// Cost of a care visit, in yuan.
    cost: Fen = Fen::yuan(100), 0, 1_000_000;
    /// Trust of a full touch.
    trust: f64 = 3.0, 0, 100;
    /// Trust lost in a round without any contact.
    silence: f64 = 3.0, 0, 100;
    /// Negative twelfths taken away by a full touch.
    cancels: f64 = 2.0, 0, 36;
    /// Perceived care without any visit.
    base: f64 = 55.0, 0, 100;
    /// What a full touch adds.
    touch: f64 = 25.0, 0, 100;
    /// Part of that which needs no records, and the part that full records add.
    records: [f64; 2] = [0.7, 0.3], 0, 1;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 0.5], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.25, 0, 1;
    /// Least hours of care that count as contact.
    contact_hours: f64 = 1.0, 0, 100;
}
}
impl Care {
    /// touch = 1-exp(-h/4), 0 to 1: how much a month feels looked after by `hours` of visits.
    #[must_use]
    pub fn touch(&self, hours: f64) -> f64 {
        1.0 - exp(-hours / self.hours)
    }

    /// Twelfths of bad impressions that a touch takes away.
    #[must_use]
    pub fn calms(&self, touch: f64) -> f64 {
        self.cancels * touch
    }

    /// Points of trust that a touch adds to `trust`.
    #[must_use]
    pub fn warms(&self, touch: f64, trust: f64) -> f64 {
        self.trust * touch * (1.0 - trust / 100.0)
    }
}

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

table! {
/// Cultivating many customers at once, and designing solutions (docs/model.md#nurturing, #solution-design).
Cultivation {
    /// Customers that one turn of nurturing reaches.
    group: u16 = 10, 1, 60;
    /// Hours of each started group.
    nurture_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Cost of each started group, in yuan.
    nurture_cost: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Trust gained, at no trust so far.
    trust: f64 = 1.5, 0, 100;
    /// Share by which needs become more frequent (cross- and up-sell).
    needs: f64 = 0.10, 0, 10;
    /// Rounds for which they are.
    rounds: u16 = 2, 0, 24;
    /// Hours of a solution design.
    design_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Fit gained by a design.
    design_fit: f64 = 6.0, 0, 100;
    /// Most that may be promised above the truth once a solution is designed, in points.
    design_promise: f64 = 5.0, 0, 100;
}
}
