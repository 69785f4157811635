//! Where a relation starts, how memory fades, what is written up.

use super::{Field, Parameter, Table};
use serde::Serialize;

table! {
/// Where a relation starts and how memory fades (docs/model.md#relation, #contact, #bond-and-commitment, #reputation).
Relations {
    /// Expectation at the start.
    expectation: f64 = 60.0, 0, 100;
    /// Satisfaction at the start (neutral).
    satisfaction: f64 = 60.0, 0, 100;
    /// Trust at the start.
    trust: f64 = 30.0, 0, 100;
    /// Trust of a lead found cold.
    trust_cold: f64 = 28.0, 0, 100;
    /// Trust of a lead met at an exhibition.
    trust_exhibition: f64 = 28.0, 0, 100;
    /// Trust of a lead met at a summit.
    trust_summit: f64 = 32.0, 0, 100;
    /// Trust of a referred lead.
    trust_referral: f64 = 40.0, 0, 100;
    /// Record quality kept from one round to the next.
    records_kept: f64 = 0.97, 0, 1;
    /// Reputation kept from one round to the next.
    reputation_kept: f64 = 0.96, 0, 1;
    /// Bond kept from one round to the next.
    bond_kept: f64 = 0.97, 0, 1;
    /// Bond per selling hour.
    bond_per_selling_hour: f64 = 0.5, 0, 100;
    /// Bond of a full touch by care.
    bond_per_touch: f64 = 6.0, 0, 100;
    /// Commitment moves this share of the way to its target each round.
    commitment_rate: f64 = 0.06, 0, 1;
    /// Weight of satisfaction and of trust in the commitment target.
    commitment_weights: [f64; 2] = [0.5, 0.5], 0, 1;
    /// Share of an attitude that fades each round.
    attitude_fades: f64 = 0.1, 0, 1;
    /// Attitude gained with an advance.
    attitude_advance: f64 = 5.0, 0, 100;
    /// Attitude lost with a failed push to close.
    attitude_failed_push: f64 = 15.0, 0, 100;
    /// Attitude lost with an unanswered ticket, times its weight.
    attitude_unanswered: f64 = 20.0, 0, 100;
    /// Attitude lost with a broken promise.
    attitude_broken_promise: f64 = 20.0, 0, 100;
    /// Most negative impressions, in twelfths.
    max_negative: f64 = 36.0, 0, 120;
    /// Twelfths of negative impression that one failure adds.
    failure: f64 = 12.0, 1, 120;
    /// Share of an industry's reputation that spills over to the others.
    reputation_spill: f64 = 0.5, 0, 1;
}
}

table! {
/// Gain of record quality per written-up interaction, in points of the gap to 100 (docs/model.md#writing-up).
Records {
    /// A call or visit.
    call: f64 = 20.0, 0, 100;
    /// Qualifying a lead.
    qualify: f64 = 30.0, 0, 100;
    /// Web research.
    research: f64 = 15.0, 0, 100;
    /// A demo, trial or free check.
    demo: f64 = 20.0, 0, 100;
    /// An order.
    order: f64 = 15.0, 0, 100;
    /// A solved ticket.
    ticket: f64 = 12.0, 0, 100;
    /// A survey or proactive check.
    survey: f64 = 15.0, 0, 100;
}
}
