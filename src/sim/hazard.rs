//! How likely a customer is to leave (MODEL.md 10).
//!
//! A pure function, shared by the churn phase and customer equity.

use super::maths::sigmoid;
use super::rules::Rules;

/// Negative impressions are counted in twelfths, so that twelve good moments can cancel one.
pub const TWELFTHS: f64 = 12.0;

/// What the hazard depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exposure {
    /// S, T, C, 0-100.
    pub satisfaction: f64,
    pub trust: f64,
    pub commitment: f64,
    /// neg, in twelfths.
    pub negative: f64,
    /// Rounds without contact.
    pub silent: u16,
    pub shock: f64,
}

/// The terms of logit h, so that the cause of a loss can be named.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hazard {
    pub base: f64,
    pub satisfaction: f64,
    pub trust: f64,
    pub negative: f64,
    pub silence: f64,
    pub commitment: f64,
    pub shock: f64,
}

impl Hazard {
    #[must_use]
    pub fn logit(&self) -> f64 {
        self.base + self.satisfaction + self.trust + self.negative + self.silence + self.commitment + self.shock
    }

    /// h, the chance of leaving in a round.
    #[must_use]
    pub fn chance(&self) -> f64 {
        sigmoid(self.logit())
    }
}

/// min(3, neg/12): whole negative impressions, as far as they count in delivery, care and the hazard.
#[must_use]
pub fn impressions(rules: &Rules, negative: f64) -> f64 {
    (negative / TWELFTHS).min(rules.delivery.negative_cap)
}

/// logit h = -4.5 + .055(60-S) + .02(45-T) + .5min(3,neg/12) + .40max(0,`no_contact`-2) - .012C + shock.
#[must_use]
pub fn churn_hazard(all: &Rules, exposure: &Exposure) -> Hazard {
    let rules = &all.lifecycle;
    let [neutral_s, neutral_t] = rules.churn_neutral;
    Hazard {
        base: rules.churn,
        satisfaction: rules.churn_satisfaction * (neutral_s - exposure.satisfaction),
        trust: rules.churn_trust * (neutral_t - exposure.trust),
        negative: rules.churn_negative * impressions(all, exposure.negative),
        silence: rules.churn_silence * (f64::from(exposure.silent) - rules.churn_silence_free).max(0.0),
        commitment: rules.churn_commitment * exposure.commitment,
        shock: exposure.shock,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (1-h)^12 in per cent.
    fn yearly(satisfaction: f64, trust: f64, commitment: f64, negative: f64) -> f64 {
        let exposure = Exposure { satisfaction, trust, commitment, negative, ..Exposure::default() };
        let stays = 1.0 - churn_hazard(&Rules::default(), &exposure).chance();
        (0..12).fold(100.0, |left, _| left * stays)
    }

    #[test]
    fn yearly_retention_is_that_of_the_model() {
        for (found, expected) in [(yearly(75.0, 65.0, 45.0, 0.0), 97.7), (yearly(60.0, 45.0, 20.0, 0.0), 90.1), (yearly(45.0, 35.0, 10.0, 12.0), 58.8)] {
            assert!((found - expected).abs() < 0.1, "{found} {expected}");
        }
    }

    #[test]
    fn only_three_impressions_and_the_third_silent_round_count() {
        let rules = Rules::default();
        let terms = |negative: f64, silent: u16| churn_hazard(&rules, &Exposure { negative, silent, ..Exposure::default() });
        assert_eq!([12.0, 36.0, 48.0].map(|n| terms(n, 0).negative), [0.5, 1.5, 1.5]);
        assert_eq!([0, 2, 3, 5].map(|n| terms(0.0, n).silence), [0.0, 0.0, 0.4, 0.4 * 3.0]);
    }
}
