//! How customers choose a vendor.

use super::{Field, Parameter, Table};
use serde::Serialize;

table! {
/// How customers choose a vendor (docs/model.md#choice).
Choice {
    /// Constant of a team's bid.
    base: f64 = -0.9, -10, 10;
    /// Committee support M.
    support: f64 = 1.5, 0, 20;
    /// Trust.
    trust: f64 = 1.2, 0, 20;
    /// Commitment.
    commitment: f64 = 0.8, 0, 20;
    /// Reputation.
    reputation: f64 = 0.8, 0, 20;
    /// Share of the reputation effect left after the first order.
    reputation_later: f64 = 0.3, 0, 1;
    /// Discount against the tier price.
    discount: f64 = 7.0, 0, 100;
    /// Product fit a point.
    fit: f64 = 0.05, 0, 1;
    /// Shock after a resignation.
    shock: f64 = -0.6, -20, 0;
    /// Satisfaction points of u(S).
    satisfaction_points: [f64; 6] = [0.0, 40.0, 60.0, 75.0, 85.0, 100.0], 0, 100;
    /// Utilities of u(S) at those points.
    satisfaction_utilities: [f64; 6] = [-3.0, -1.0, 0.0, 0.3, 1.4, 2.6], -20, 20;
    /// Promise on a first order, a point above the truth.
    promise: f64 = 0.018, 0, 1;
    /// Under-promise on a first order, a point.
    under_promise: f64 = 0.045, 0, 1;
    /// Share of the under-promise effect on later orders.
    under_promise_later: f64 = 0.5, 0, 1;
    /// Utility of a rival.
    rival: f64 = 0.45, -10, 10;
    /// What being the incumbent adds to a rival.
    incumbent: f64 = 0.5, -10, 10;
    /// Rounds within which a customer has one ordinary need at the most; 0: no such bound.
    rest: u16 = 0, 0, 60;
    /// Share of ordinary customers that have a supplier at the start.
    incumbents: f64 = 0.5, 0, 1;
    /// Rounds for which a poached salesperson helps a rival.
    poached_rounds: u16 = 3, 0, 24;
    /// What a price war adds to a rival.
    price_war: f64 = 0.6, -10, 10;
    /// What a poached salesperson adds to a rival where the bond was above the limit.
    poached: f64 = 0.8, -10, 10;
    /// That limit.
    poached_bond: f64 = 50.0, 0, 100;
    /// Utility of a rival of middling strength, for customer equity.
    usual_rival: f64 = 0.6, -10, 10;
    /// Utility of buying nothing.
    none: f64 = 0.2, -10, 10;
    /// Least support that gets a vendor invited.
    least_support: f64 = 0.02, 0, 1;
    /// Above the need's budget, a per cent.
    over_budget: f64 = -0.1, -10, 0;
    /// A promise of priority service.
    priority_service: f64 = 0.1, 0, 10;
    /// Cost of goods as a share of the tier price.
    cost_share: f64 = 0.8, 0, 1;
    /// Spread of the value of a customer's needs (sigma of the exponent).
    value_spread: f64 = 0.5, 0, 3;
    /// How far a customer's budget may lie above the market value of its need, as a share of it.
    budget_spread: f64 = 0.1, 0, 3;
    /// Lowest and highest promise of a quote, in points.
    promise_range: [f64; 2] = [-10.0, 25.0], -100, 100;
}
}
