//! Customer lifetime value: what a customer will still spend, as money of today (docs/model.md#lifetime-value).

use super::beta_mean::BetaMean;
use super::bg_nbd::{BgNbd, Outlook};
use super::gamma_gamma::GammaGamma;
use super::purchases::Summary;
use std::collections::BTreeMap;

/// Months that the value looks ahead.
pub const MONTHS: u32 = 12;
/// Weeks for which purchases are foretold.
pub const HORIZON: f64 = 39.0;

/// Everything an estimate of customers starts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Whether a customer is still there, and how often it will buy, in weeks.
    pub buying: BgNbd,
    /// How much a purchase brings, in yuan.
    pub spending: GammaGamma,
    /// Weeks of a month; `lifetimes` counts 4.345.
    pub month_weeks: f64,
    /// Discount rate a month.
    pub discount: f64,
}

impl Default for Model {
    fn default() -> Model {
        Model { buying: BgNbd::default(), spending: GammaGamma::default(), month_weeks: 4.0, discount: 0.01 }
    }
}

impl Model {
    /// CLV = sum over k = 1..12 of E[M] (E[Y(k f)] - E[Y((k-1) f)])/(1+d)^k, f weeks a month, d a month.
    #[must_use]
    pub fn value(&self, of: &Summary) -> f64 {
        let leaving = self.buying.leaving(of.frequency);
        self.spending.expected(of) * self.buying.p_alive(of) * self.purchases(self.buying.outlook(of.frequency, &leaving), of.age)
    }

    /// The sum over k without E[M] and P(alive): the discounted purchases of a customer who is still there.
    fn purchases(&self, outlook: Outlook<'_>, age: f64) -> f64 {
        let (mut sum, mut before, mut factor) = (0.0, 0.0, 1.0);
        for month in 1..=MONTHS {
            let so_far = outlook.expected(age, f64::from(month) * self.month_weeks);
            factor /= 1.0 + self.discount;
            sum += (so_far - before) * factor;
            before = so_far;
        }
        sum
    }
}

/// What a model says of one customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Chance that it still buys, 0-1.
    pub p_alive: f64,
    /// Purchases in the next [`HORIZON`] weeks.
    pub expected: f64,
    /// Yuan per purchase.
    pub amount: f64,
    /// Yuan of the next [`MONTHS`] months, as money of today.
    pub value: f64,
}

/// Estimates of many customers. What depends on x alone, or on x and T, is worked out once for all who share them: a
/// customer's own dates and amounts cost next to nothing.
pub struct Estimates<'a> {
    model: &'a Model,
    leaving: BTreeMap<u64, BetaMean>,
    /// By x and T: purchases within the horizon, discounted purchases of the months; both of one who is still there.
    purchases: BTreeMap<(u64, u64), (f64, f64)>,
}

impl<'a> Estimates<'a> {
    /// By a model, of nobody yet.
    #[must_use]
    pub fn new(model: &'a Model) -> Estimates<'a> {
        Estimates { model, leaving: BTreeMap::new(), purchases: BTreeMap::new() }
    }

    /// Of one customer: what [`Model::value`] and its parts say, to the bit.
    pub fn of(&mut self, of: &Summary) -> Estimate {
        let Estimates { model, leaving, purchases } = self;
        let (x, age) = (of.frequency.to_bits(), of.age.to_bits());
        let &mut (expected, discounted) = purchases.entry((x, age)).or_insert_with(|| {
            let leaving = leaving.entry(x).or_insert_with(|| model.buying.leaving(of.frequency));
            let outlook = model.buying.outlook(of.frequency, leaving);
            (outlook.expected(of.age, HORIZON), model.purchases(outlook, of.age))
        });
        let p_alive = model.buying.p_alive(of);
        let amount = model.spending.expected(of);
        Estimate { p_alive, expected: p_alive * expected, amount, value: amount * p_alive * discounted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUGHT: Summary = Summary { frequency: 2.0, recency: 30.43, age: 38.86, monetary: 22.35 };

    #[test]
    fn without_a_discount_it_is_what_is_expected_in_twelve_months() {
        let model = Model { discount: 0.0, ..Model::default() };
        let expected = model.spending.expected(&BOUGHT) * model.buying.expected(&BOUGHT, 48.0);
        assert!((model.value(&BOUGHT) - expected).abs() < 1e-9);
        let dearer = Model { discount: 0.05, ..Model::default() };
        assert!(dearer.value(&BOUGHT) < expected);
    }

    #[test]
    fn many_customers_are_worth_what_each_of_them_is() {
        let model = Model { month_weeks: 4.345, ..Model::default() };
        let mut estimates = Estimates::new(&model);
        for frequency in [0.0, 1.0, 2.0, 1.0, 0.0] {
            for (recency, age) in [(3.0, 12.0), (9.0, 12.0), (9.0, 40.0)] {
                let of = Summary { frequency, recency: if frequency > 0.0 { recency } else { 0.0 }, age, monetary: age + frequency };
                let (p_alive, expected) = (model.buying.p_alive(&of), model.buying.expected(&of, HORIZON));
                assert_eq!(estimates.of(&of), Estimate { p_alive, expected, amount: model.spending.expected(&of), value: model.value(&of) });
            }
        }
    }

    /// `lifetimes` 0.11.3: `_customer_lifetime_value(..., time=12, discount_rate=0.01, freq='W')`.
    #[test]
    fn months_of_4_345_weeks_agree_with_lifetimes() {
        let model = Model { month_weeks: 4.345, ..Model::default() };
        assert!((model.value(&BOUGHT) / 36.289_211_13 - 1.0).abs() < 1e-6);
    }
}
