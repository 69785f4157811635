//! Delivery, goods and money, contracts.

use super::{Field, Parameter, Table};
use crate::sim::units::Minutes;
use serde::Serialize;

table! {
/// Expectation, delivery, product fit (docs/model.md#expectation, #delivery, #product-fit).
Delivery {
    /// Share of the old expectation kept at an order.
    expectation_kept: f64 = 0.4, 0, 1;
    /// What an honest promise makes customers expect.
    expectation_base: f64 = 62.0, 0, 100;
    /// Share of an under-promise that customers believe.
    under_promise_believed: f64 = 0.4, 0, 1;
    /// Delivered quality: constant.
    base: f64 = 70.0, 0, 100;
    /// Delivered quality: full records.
    records: f64 = 6.0, 0, 100;
    /// Delivered quality: spread.
    spread: f64 = 6.0, 0, 100;
    /// Bounds of the product fit in points.
    fit_range: [f64; 2] = [-12.0, 6.0], -100, 100;
    /// Attribute points per point of fit.
    fit_scale: f64 = 5.0, 0.1, 100;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 2.0], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.4, 0, 1;
    /// Neutral satisfaction when expectation is met.
    neutral: f64 = 62.0, 0, 100;
    /// Satisfaction target lost per full negative impression.
    negative: f64 = 10.0, 0, 100;
    /// Most full negative impressions counted.
    negative_cap: f64 = 3.0, 0, 10;
    /// Expectation follows delivery by this share.
    expectation_rate: f64 = 0.15, 0, 1;
    /// Trust of a kept promise, of the gap to 100.
    trust_kept: f64 = 8.0, 0, 100;
    /// Commitment of a kept promise.
    commitment_kept: f64 = 4.0, 0, 100;
    /// A delivery this far below expectation still counts as kept.
    kept: f64 = -5.0, -100, 0;
    /// Below this it is a broken promise.
    broken: f64 = -10.0, -100, 0;
    /// Reputation lost by a broken promise.
    broken_reputation: f64 = 0.08, 0, 1;
}
}

table! {
/// Goods and money: lead times, stock, delivery dates, terms of payment (docs/model.md#lead-times, #stock, #payment).
Goods {
    /// Usual lead time in half rounds, of goods built to order and of goods bought for stock.
    lead_time: u16 = 2, 0, 24;
    /// Lead time of express, in half rounds.
    express_lead_time: u16 = 1, 0, 24;
    /// What express adds to the cost of the goods, as a share.
    express_cost: f64 = 0.03, 0, 1;
    /// Cost of keeping goods in stock for a round, as a share of what they cost.
    holding: f64 = 0.01, 0, 1;
    /// Delivered quality lost by goods that come later than promised, in points.
    late: f64 = 10.0, 0, 100;
    /// Utility of a promised date one round before the usual one.
    early: f64 = 0.1, 0, 10;
    /// Utility of thirty days to pay.
    thirty_days: f64 = 0.1, 0, 10;
    /// Most rounds after the decision that a quote may promise.
    latest: u16 = 6, 0, 24;
    /// Hours of an order to the supplier.
    purchase_hours: Minutes = Minutes::from_hours(1), 0, 400;
}
}

table! {
/// Contracts with a fee every round: cost to serve, performance against the promise, renewal (docs/model.md#contracts; docs/cases.md#bank-and-analytic-crm).
Contracts {
    /// Rounds before the end at which the renewal is talked about.
    notice: u16 = 1, 0, 12;
    /// Cost to serve by relationship level, basic to partnership, as a share of the class's.
    serving_by_level: [f64; 5] = [0.4, 0.7, 1.0, 1.3, 1.8], 0, 10;
    /// Performance by relationship level, in points.
    performance_by_level: [f64; 5] = [-4.0, -2.0, 0.0, 1.0, 2.0], -50, 50;
    /// Performance that a point of a quote's promise promises beyond the class's terms, in points.
    promise: f64 = 0.0, 0, 5;
    /// Performance: constant.
    performance: f64 = 90.0, 0, 100;
    /// Performance: full records.
    performance_records: f64 = 4.0, 0, 50;
    /// Performance: a full touch by care.
    performance_touch: f64 = 4.0, 0, 50;
    /// Performance lost by every ticket that waits.
    performance_waiting: f64 = 3.0, 0, 50;
    /// Performance: spread.
    performance_spread: f64 = 2.0, 0, 50;
    /// Gain per point above the promise, loss per point below.
    gain: [f64; 2] = [1.2, 2.0], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.2, 0, 1;
    /// Trust gained by a promise kept, lost by one missed.
    trust: [f64; 2] = [0.5, 3.0], 0, 50;
    /// Negative twelfths of a promise missed.
    missed_negative: f64 = 3.0, 0, 36;
}
}
