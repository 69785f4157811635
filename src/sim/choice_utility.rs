//! The utility of a bid: the equations of MODEL.md 7.

use super::maths::{exp, interpolate};
use super::report::Utility;
use super::rules::Rules;
use super::units::Fen;

/// What a customer weighs in a team's bid.
#[derive(Clone, Copy, Debug)]
pub struct Bid {
    /// Committee support M, 0-1.
    pub support: f64,
    pub trust: f64,
    pub satisfaction: f64,
    pub commitment: f64,
    /// Promise in points.
    pub promise: f64,
    /// In the customer's industry, -1..1.
    pub reputation: f64,
    /// Orders before this one.
    pub orders: u16,
    pub price: Fen,
    pub tier_price: Fen,
    pub price_sensitivity: f64,
    pub budget: Option<Fen>,
    /// Fit points, demo and check included.
    pub fit: f64,
    pub shock: f64,
    /// Priority service promised.
    pub priority: bool,
}

/// u(S), straight lines through the points of MODEL.md 7.
#[must_use]
pub fn satisfaction_utility(rules: &Rules, satisfaction: f64) -> f64 {
    interpolate(&rules.choice.satisfaction_points, &rules.choice.satisfaction_utilities, satisfaction)
}

/// V = -.9 + 1.5 M + 1.2 T/100 + u(S) + .8 C/100 + q(pr) + .8 rep (x .3 after the first order) + 7 d + .05 fit - .6 shock.
#[must_use]
pub fn utility(rules: &Rules, bid: &Bid) -> Utility {
    let c = &rules.choice;
    let first = bid.orders == 0;
    let promise = if bid.promise >= 0.0 {
        if first { c.promise * bid.promise } else { 0.0 }
    } else {
        c.under_promise * bid.promise * if first { 1.0 } else { c.under_promise_later }
    };
    let discount = if bid.tier_price > Fen::ZERO { 1.0 - bid.price.0 as f64 / bid.tier_price.0 as f64 } else { 0.0 };
    let over = bid.budget.filter(|b| *b > Fen::ZERO).map_or(0.0, |b| (100.0 * (bid.price.0 as f64 / b.0 as f64 - 1.0)).max(0.0));
    Utility {
        base: c.base,
        support: c.support * bid.support,
        trust: c.trust * bid.trust / 100.0,
        satisfaction: satisfaction_utility(rules, bid.satisfaction),
        commitment: c.commitment * bid.commitment / 100.0,
        promise,
        reputation: c.reputation * bid.reputation * if first { 1.0 } else { c.reputation_later },
        price: c.discount * discount * bid.price_sensitivity,
        budget: c.over_budget * over,
        fit: c.fit * bid.fit,
        shock: c.shock * bid.shock,
        service: if bid.priority { c.priority_service } else { 0.0 },
    }
}

/// Chance of a bid against rivals and buying nothing.
#[must_use]
pub fn chance(utility: f64, others: impl Iterator<Item = f64>) -> f64 {
    let own = exp(utility);
    own / (own + others.map(exp).sum::<f64>())
}
