//! Customer lifetime value: what a customer will still spend, as money of today (docs/model.md#lifetime-value).

use super::bg_nbd::BgNbd;
use super::gamma_gamma::GammaGamma;
use super::purchases::Summary;

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
        let each = self.spending.expected(of);
        let outlook = self.buying.outlook(of);
        let (mut sum, mut before, mut factor) = (0.0, 0.0, 1.0);
        for month in 1..=MONTHS {
            let so_far = outlook.expected(f64::from(month) * self.month_weeks);
            factor /= 1.0 + self.discount;
            sum += each * (so_far - before) * factor;
            before = so_far;
        }
        sum
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

    /// `lifetimes` 0.11.3: `_customer_lifetime_value(..., time=12, discount_rate=0.01, freq='W')`.
    #[test]
    fn months_of_4_345_weeks_agree_with_lifetimes() {
        let model = Model { month_weeks: 4.345, ..Model::default() };
        assert!((model.value(&BOUGHT) / 36.289_211_13 - 1.0).abs() < 1e-6);
    }
}
