//! The score, customer equity, estimates of customers.

use super::{Field, Parameter, Table};
use serde::Serialize;

table! {
/// The score and customer equity (docs/model.md#score).
Score {
    /// Weight of contribution, equity, relations, forecast and hygiene, compliance; the sum is the full score.
    weights: [f64; 5] = [35.0, 30.0, 15.0, 10.0, 10.0], 0, 100;
    /// Score of the reference bot in the first two parts.
    reference: f64 = 70.0, 1, 100;
    /// Total is capped here once a bribe was found.
    bribe_cap: f64 = 60.0, 0, 100;
    /// Points of compliance with an undetected breach, as a share.
    breach_share: f64 = 0.5, 0, 1;
    /// Rounds of customer equity.
    equity_rounds: u16 = 24, 1, 120;
    /// Discount rate of customer equity a round.
    equity_discount: f64 = 0.01, 0, 1;
    /// Committee support assumed in customer equity.
    equity_support: f64 = 0.6, 0, 1;
    /// Mean of exp(spread x N): mean need over typical need.
    equity_value: f64 = 1.13, 0.1, 10;
    /// Scores are shown from this round on.
    shown_from: u16 = 4, 1, 100;
}
}

table! {
/// What estimates of customers start from, and when a leader grows uneasy
/// (docs/model.md#buying-models, #lifetime-value, #views-of-a-leader; docs/cases.md#sales-process).
Insight {
    /// Shape r of the purchase rates.
    purchase_shape: f64 = 0.243, 0.001, 1_000;
    /// Rate alpha of the purchase rates, in weeks.
    purchase_scale: f64 = 4.414, 0.001, 1_000;
    /// First parameter a of the chance to leave after a purchase.
    leave_a: f64 = 0.793, 0.001, 1_000;
    /// Second parameter b of the chance to leave after a purchase.
    leave_b: f64 = 2.426, 0.001, 1_000;
    /// Shape p of the amounts of one customer.
    amount_shape: f64 = 6.25, 0.001, 1_000;
    /// Shape q of the mean amounts of all.
    amount_spread: f64 = 3.74, 1.001, 1_000;
    /// Weeks of a month.
    month_weeks: f64 = 4.0, 0.1, 10;
    /// Discount rate of lifetime value, a month.
    discount: f64 = 0.01, 0, 1;
    /// A stage with a lower win rate is an early one.
    early_rate: f64 = 0.3, 0, 1;
    /// A deal at a stage with this win rate or more is near.
    near_rate: f64 = 0.5, 0, 1;
    /// Rounds after which a deal that has not moved is stuck.
    stuck_rounds: u16 = 2, 1, 60;
    /// Deals that make a funnel large.
    large_funnel: u16 = 4, 1, 1_000;
    /// A large funnel with more than this share of its deals stuck early is a short stave.
    stuck_share: f64 = 0.5, 0, 1;
    /// Share of active customers and open deals that must have a next task in time.
    tended_share: f64 = 0.8, 0, 1;
}
}
