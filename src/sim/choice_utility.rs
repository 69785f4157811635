//! What a bid is worth to the customer, and the odds between bids (MODEL.md 7).
//!
//! Pure functions with the model's letters, shared by the choice phase, customer equity and what the desk says of a quote.

use super::command::ServiceLevel;
use super::maths::{exp, interpolate};
use super::report::Utility;
use super::rules::{Choice, Selling};
use super::state::Quote;
use super::units::Fen;

/// What V depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bid {
    /// M, 0-1.
    pub support: f64,
    /// T, S, C, 0-100.
    pub trust: f64,
    pub satisfaction: f64,
    pub commitment: f64,
    /// -1..1, in the customer's industry.
    pub reputation: f64,
    pub shock: f64,
    /// Orders so far.
    pub orders: u16,
    /// pr, in points.
    pub promise: f64,
    /// d = 1 - price/tier price.
    pub discount: f64,
    /// Per cent above the need's budget.
    pub over_budget: f64,
    /// Of the goods, with what demo and free check added, in points.
    pub fit: f64,
    pub service: ServiceLevel,
}

impl Bid {
    /// The bid with a quote's terms. `shown` is the fit that demo and check have added, see [`shown_fit`].
    #[must_use]
    pub fn with_quote(self, quote: &Quote, budget: Option<Fen>, shown: f64) -> Bid {
        Bid {
            promise: quote.promise,
            discount: discount(quote.price, quote.tier_price),
            over_budget: over_budget(quote.price, budget),
            fit: quote.fit + shown,
            service: quote.service,
            ..self
        }
    }
}

/// d = 1 - price/tier price.
#[must_use]
pub fn discount(price: Fen, tier_price: Fen) -> f64 {
    if tier_price > Fen::ZERO { 1.0 - price.to_yuan() / tier_price.to_yuan() } else { 0.0 }
}

/// Per cent by which a price exceeds the budget, 0 within it or without one.
#[must_use]
pub fn over_budget(price: Fen, budget: Option<Fen>) -> f64 {
    match budget {
        Some(budget) if budget > Fen::ZERO && price > budget => 100.0 * (price.to_yuan() / budget.to_yuan() - 1.0),
        _ => 0.0,
    }
}

/// What the customer has been shown of the goods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub demo: bool,
    pub check: bool,
}

/// Fit points that a demo and a free check add.
#[must_use]
pub fn shown_fit(selling: &Selling, shown: Shown) -> f64 {
    let demo = if shown.demo { selling.demo_fit } else { 0.0 };
    let check = if shown.check { selling.check_fit } else { 0.0 };
    demo + check
}

/// u(S): straight lines through the points of the model.
#[must_use]
pub fn u(choice: &Choice, satisfaction: f64) -> f64 {
    interpolate(&choice.satisfaction_points, &choice.satisfaction_utilities, satisfaction)
}

/// q(pr): promising more helps on first orders only; promising less costs, half of it on later orders.
#[must_use]
pub fn q(choice: &Choice, promise: f64, orders: u16) -> f64 {
    match (promise > 0.0, orders == 0) {
        (true, true) => choice.promise * promise,
        (true, false) => 0.0,
        (false, true) => choice.under_promise * promise,
        (false, false) => choice.under_promise * choice.under_promise_later * promise,
    }
}

/// V = -.9 + 1.5M + 1.2T/100 + u(S) + .8C/100 + q(pr) + .8rep (x.3 later) + 7d - .1 per cent over budget + .05fit - .6shock.
#[must_use]
pub fn utility(choice: &Choice, bid: &Bid) -> Utility {
    let later = if bid.orders > 0 { choice.reputation_later } else { 1.0 };
    Utility {
        base: choice.base,
        support: choice.support * bid.support,
        trust: choice.trust * bid.trust / 100.0,
        satisfaction: u(choice, bid.satisfaction),
        commitment: choice.commitment * bid.commitment / 100.0,
        promise: q(choice, bid.promise, bid.orders),
        reputation: choice.reputation * later * bid.reputation,
        price: choice.discount * bid.discount,
        budget: choice.over_budget * bid.over_budget,
        fit: choice.fit * bid.fit,
        shock: choice.shock * bid.shock,
        service: match bid.service {
            ServiceLevel::Standard => 0.0,
            ServiceLevel::Priority => choice.priority_service,
        },
    }
}

/// Chance of the option of utility `own` among `others` (multinomial logit), the others without buying nothing.
#[must_use]
pub fn chance(choice: &Choice, own: f64, others: impl IntoIterator<Item = f64>) -> f64 {
    let sum: f64 = others.into_iter().chain([choice.none]).map(|v| exp(v - own)).sum();
    1.0 / (1.0 + sum)
}

/// What the desk and customer equity reckon with: two rivals of middling strength.
#[must_use]
pub fn usual_chance(choice: &Choice, own: f64) -> f64 {
    chance(choice, own, [choice.usual_rival; 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::units::Round;

    #[test]
    fn satisfaction_pays_most_at_the_top() {
        let choice = Choice::default();
        for (s, utility) in [(0.0, -3.0), (20.0, -2.0), (40.0, -1.0), (60.0, 0.0), (75.0, 0.3), (80.0, 0.85), (85.0, 1.4), (100.0, 2.6)] {
            assert!((u(&choice, s) - utility).abs() < 1e-12, "{s}");
        }
    }

    #[test]
    fn f26_odds_of_a_delighted_customer() {
        let choice = Choice::default();
        let odds = exp(u(&choice, 92.0) - u(&choice, 72.0));
        assert!((4.0..=8.0).contains(&odds) && (odds - 5.6).abs() < 0.1, "{odds}");
    }

    #[test]
    fn promises_count_on_first_orders() {
        let choice = Choice::default();
        for (promise, orders, expected) in [(25.0, 0, 0.45), (25.0, 2, 0.0), (-10.0, 0, -0.45), (-10.0, 1, -0.225), (0.0, 0, 0.0)] {
            assert!((q(&choice, promise, orders) - expected).abs() < 1e-12, "{promise} {orders}");
        }
    }

    #[test]
    fn terms_of_v() {
        let bid = Bid {
            support: 0.6,
            trust: 50.0,
            satisfaction: 75.0,
            commitment: 25.0,
            reputation: 0.5,
            shock: 1.0,
            orders: 1,
            promise: 10.0,
            discount: 0.1,
            over_budget: 3.0,
            fit: 4.0,
            service: ServiceLevel::Priority,
        };
        let v = utility(&Choice::default(), &bid);
        let expected = -0.9 + 0.9 + 0.6 + 0.3 + 0.2 + 0.0 + 0.12 + 0.7 - 0.3 + 0.2 - 0.6 + 0.1;
        assert!((v.total() - expected).abs() < 1e-12, "{v:?}");
    }

    #[test]
    fn a_quote_sets_the_terms() {
        let quote = Quote {
            round: Round(1),
            lines: Vec::new(),
            tier: crate::sim::scenario::PriceTier::Market,
            price: Fen::yuan(88),
            tier_price: Fen::yuan(100),
            list_price: Fen::yuan(120),
            fit: -2.0,
            promise: 5.0,
            service: ServiceLevel::Standard,
        };
        let shown = shown_fit(&Selling::default(), Shown { demo: true, check: false });
        let bid = Bid::default().with_quote(&quote, Some(Fen::yuan(80)), shown);
        assert!((bid.discount - 0.12).abs() < 1e-12 && (bid.over_budget - 10.0).abs() < 1e-9);
        assert_eq!((bid.fit, bid.promise), (2.0, 5.0));
    }

    #[test]
    fn chances_are_a_logit() {
        let choice = Choice::default();
        let expected = 1.0 / (1.0 + 2.0 * exp(0.6) + exp(0.2));
        assert!((usual_chance(&choice, 0.0) - expected).abs() < 1e-12);
        assert!(usual_chance(&choice, 1.0) > usual_chance(&choice, 0.0));
        assert!((chance(&choice, choice.none, []) - 0.5).abs() < 1e-12);
    }
}
