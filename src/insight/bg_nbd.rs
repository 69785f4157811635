//! BG/NBD, a model of customers who buy at a rate of their own and may leave after any purchase: whether a customer is
//! still there, and how much is still to come (Fader, Hardie and Lee 2005; docs/model.md#buying-models).

use super::beta_mean::BetaMean;
use super::purchases::Summary;
use crate::sim::maths::{exp_m1, ln, ln_1p, sigmoid};

/// Purchase rates are gamma distributed (shape r, rate alpha in the period of the summaries), the chance to leave after a
/// purchase beta distributed (a, b). All above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgNbd {
    /// Shape of the purchase rates: the smaller, the more customers differ.
    pub r: f64,
    /// Rate of the same distribution: the mean customer buys r/alpha times a period.
    pub alpha: f64,
    /// First parameter of the chance to leave; its mean is a/(a+b).
    pub a: f64,
    /// Second parameter of the chance to leave.
    pub b: f64,
}

/// Fitted to the CDNOW customers of 1997, in weeks [L: Fader, Hardie and Lee].
impl Default for BgNbd {
    fn default() -> BgNbd {
        BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
    }
}

impl BgNbd {
    /// P(alive) = 1/(1 + [x>0] a/(b+x-1) ((alpha+T)/(alpha+`t_x`))^(r+x)).
    #[must_use]
    pub fn p_alive(&self, of: &Summary) -> f64 {
        let x = of.frequency;
        if x <= 0.0 {
            return 1.0;
        }
        sigmoid(-(ln(self.a / (self.b + x - 1.0)) + (self.r + x) * ln((self.alpha + of.age) / (self.alpha + of.recency))))
    }

    /// E[Y(t)]: purchases expected in the next `t` periods.
    #[must_use]
    pub fn expected(&self, of: &Summary, t: f64) -> f64 {
        self.p_alive(of) * self.outlook(of.frequency, &self.leaving(of.frequency)).expected(of.age, t)
    }

    /// The chance to leave after a purchase of one that came back so often: beta with a and b+x.
    #[must_use]
    pub fn leaving(&self, frequency: f64) -> BetaMean {
        BetaMean::new(self.a, self.b + frequency)
    }

    /// What is expected of customers who came back so often, for one T and t after the other.
    #[must_use]
    pub fn outlook<'a>(&self, frequency: f64, leaving: &'a BetaMean) -> Outlook<'a> {
        Outlook { shape: self.r + frequency, alpha: self.alpha, leaving }
    }
}

/// What is still to come from customers who came back equally often, as long as they are still there: when they bought does
/// not matter beyond that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook<'a> {
    /// Of the purchase rate, after what was bought: gamma with r+x and alpha+T.
    shape: f64,
    alpha: f64,
    leaving: &'a BetaMean,
}

impl Outlook<'_> {
    /// E[Y(t)]/P(alive) after T periods. E[Y(t)] = P(alive) x the mean over p of (1 - ((alpha+T)/(alpha+T+pt))^(r+x))/p, which is the closed form
    /// (a+b+x-1)/(a-1) [1 - ((alpha+T)/(alpha+T+t))^(r+x) 2F1(r+x, b+x; a+b+x-1; t/(alpha+T+t))] x P(alive).
    #[must_use]
    pub fn expected(&self, age: f64, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let share = t / (self.alpha + age);
        self.leaving.of(|p| -exp_m1(-self.shape * ln_1p(p * share)) / p)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(frequency: f64, recency: f64, age: f64) -> Summary {
        Summary { frequency, recency, age, monetary: 0.0 }
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-6, "{found}, not {expected}");
    }

    /// The check of docs/model.md#purchases.
    #[test]
    fn the_vectors_of_the_model_come_out() {
        let model = BgNbd::default();
        let bought = summary(2.0, 30.43, 38.86);
        near(model.p_alive(&bought), 0.726_579);
        near(model.expected(&bought, 39.0), 1.226_028);
        let silent = summary(0.0, 0.0, 38.86);
        assert_eq!(model.p_alive(&silent), 1.0);
        near(model.expected(&silent, 39.0), 0.195_098);
    }

    /// `lifetimes` 0.11.3 with scipy 1.17.1: `conditional_expected_number_of_purchases_up_to_time` and
    /// `conditional_probability_alive` of a `BetaGeoFitter` with these `params_`.
    #[test]
    fn far_corners_agree_with_lifetimes() {
        for (t, x, recency, age, [r, alpha, a, b], expected, alive) in [
            (39.0, 0.0, 0.0, 0.001, [0.243, 1e-3, 0.793, 2.426], 28.420_233_334_2, 1.0),
            (39.0, 3.0, 10.0, 12.0, [1.5, 3.0, 1.7, 9.0], 4.978_340_711_04, 0.772_646_089_907),
            (1e4, 0.0, 0.0, 0.0, [0.243, 4.414, 0.793, 2.426], 15.067_913_315_1, 1.0),
            (39.0, 40.0, 38.0, 39.0, [0.243, 4.414, 0.793, 2.426], 26.558_092_040_8, 0.953_382_451_27),
            (52.0, 300.0, 299.0, 300.0, [0.6, 7.0, 0.1, 3.0], 50.466_716_610_7, 0.999_117_845_526),
            (39.0, 2.0, 30.43, 38.86, [0.243, 4.414, 3.243, 2.426], 0.492_076_557_406, 0.393_864_035_405),
            (39.0, 5.0, 20.0, 30.0, [2.0, 10.0, 300.0, 900.0], 0.901_215_123_709, 0.286_850_966_477),
        ] {
            let model = BgNbd { r, alpha, a, b };
            let of = summary(x, recency, age);
            near(model.expected(&of, t), expected);
            near(model.p_alive(&of), alive);
        }
    }

    #[test]
    fn the_poles_of_the_closed_form_are_none_of_the_function() {
        // a = 1 and, without a repeat purchase, a + b = 1
        for (x, recency, b, pole) in [(2.0, 30.0, 2.426, 1.0), (0.0, 0.0, 0.5, 0.5)] {
            let at = |a: f64| BgNbd { a, b, ..BgNbd::default() }.expected(&summary(x, recency, 39.0), 39.0);
            near(at(pole), (at(pole + 1e-4) + at(pole - 1e-4)) / 2.0);
        }
    }
}
