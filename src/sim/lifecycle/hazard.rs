//! The churn hazard, and the chance to win a lost customer back (docs/model.md#churn, #win-back).

use crate::sim::parameters::Rules;
use crate::sim::state::Relation;

/// What the hazard looks at.
#[derive(Clone, Copy, Debug)]
pub struct Inputs {
    /// S, 0-100.
    pub satisfaction: f64,
    /// T, 0-100.
    pub trust: f64,
    /// C, 0-100.
    pub commitment: f64,
    /// Twelfths.
    pub negative: f64,
    /// Months without contact.
    pub silent: u16,
    /// Of a resignation, in the hazard's own unit.
    pub shock: f64,
    /// Points of a rival's edge.
    pub edge: u16,
}

impl Inputs {
    /// Those of a relation as it stands, in front of a rival with so many points of edge.
    #[must_use]
    pub fn of(relation: &Relation, edge: u16) -> Inputs {
        Inputs {
            edge,
            satisfaction: relation.measures.satisfaction(),
            trust: relation.measures.trust(),
            commitment: relation.measures.commitment(),
            negative: relation.measures.negative(),
            silent: relation.activity.silent,
            shock: relation.measures.shock(),
        }
    }
}

/// The terms of logit h = `churn` + `churn_satisfaction` (neutral S - S) + `churn_trust` (neutral T - T) +
/// `churn_negative` min(`negative_cap`, neg/`failure`) + `churn_silence` max(0, silent - `churn_silence_free`) +
/// `churn_commitment` C + shock + `churn_rival` min(`rival_edge`, edge); the neutral points are `churn_neutral`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hazard {
    /// The constant.
    pub base: f64,
    /// Of S below its neutral point; negative where it lies above.
    pub satisfaction: f64,
    /// Of T below its neutral point; negative where it lies above.
    pub trust: f64,
    /// Of bad impressions, up to the most that count.
    pub negative: f64,
    /// Of months without contact, beyond those that are free.
    pub silence: f64,
    /// Of C; never above 0, for commitment holds.
    pub commitment: f64,
    /// The shock itself.
    pub shock: f64,
    /// Of what rivals have to offer.
    pub rival: f64,
}

impl Hazard {
    /// logit h: the chance to leave this round is its sigma.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.base + self.satisfaction + self.trust + self.negative + self.silence + self.commitment + self.shock + self.rival
    }
}

/// The terms for one customer, with the parameters of the game.
#[must_use]
pub fn hazard(rules: &Rules, of: &Inputs) -> Hazard {
    let l = &rules.lifecycle;
    let [neutral_s, neutral_t] = l.churn_neutral;
    Hazard {
        base: l.churn,
        satisfaction: l.churn_satisfaction * (neutral_s - of.satisfaction),
        trust: l.churn_trust * (neutral_t - of.trust),
        negative: l.churn_negative * (of.negative / rules.relations.failure).min(rules.delivery.negative_cap),
        silence: l.churn_silence * (f64::from(of.silent) - l.churn_silence_free).max(0.0),
        commitment: l.churn_commitment * of.commitment,
        shock: of.shock,
        rival: l.churn_rival * f64::from(of.edge.min(l.rival_edge)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::maths::sigmoid;

    const CALM: Inputs = Inputs { satisfaction: 60.0, trust: 45.0, commitment: 0.0, negative: 0.0, silent: 0, shock: 0.0, edge: 0 };

    /// (1-h)^12 in per cent.
    fn yearly(satisfaction: f64, trust: f64, commitment: f64, negative: f64) -> f64 {
        let stays = 1.0 - sigmoid(hazard(&Rules::default(), &Inputs { satisfaction, trust, commitment, negative, ..CALM }).total());
        (0..12).fold(100.0, |left, _| left * stays)
    }

    #[test]
    fn yearly_retention_is_that_of_the_model() {
        for (found, expected) in [(yearly(75.0, 65.0, 45.0, 0.0), 97.7), (yearly(60.0, 45.0, 20.0, 0.0), 90.1), (yearly(45.0, 35.0, 10.0, 12.0), 58.8)] {
            assert!((found - expected).abs() < 0.1, "{found} {expected}");
        }
    }

    #[test]
    fn a_rival_counts_by_the_points_of_its_edge_up_to_the_most() {
        assert_eq!([0, 1, 2, 3].map(|edge| hazard(&Rules::default(), &Inputs { edge, ..CALM }).rival), [0.0, 0.5, 1.0, 1.0]);
    }

    #[test]
    fn three_impressions_and_the_third_silent_round_count() {
        let terms = |negative: f64, silent: u16| hazard(&Rules::default(), &Inputs { negative, silent, ..CALM });
        assert_eq!([12.0, 36.0, 48.0].map(|n| terms(n, 0).negative), [0.5, 1.5, 1.5]);
        assert_eq!([0, 2, 3, 4].map(|n| terms(0.0, n).silence), [0.0, 0.0, 0.4, 0.8]);
    }
}
