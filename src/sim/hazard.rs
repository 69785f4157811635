//! The churn hazard of MODEL.md 10.

use super::rules::Rules;
use super::state::Relation;

/// What the hazard looks at.
#[derive(Clone, Copy, Debug)]
pub struct Inputs {
    pub satisfaction: f64,
    pub trust: f64,
    pub commitment: f64,
    /// Twelfths.
    pub negative: f64,
    pub silent: u16,
    pub shock: f64,
}

impl Inputs {
    #[must_use]
    pub fn of(relation: &Relation) -> Inputs {
        Inputs {
            satisfaction: relation.satisfaction,
            trust: relation.trust,
            commitment: relation.commitment,
            negative: relation.negative,
            silent: relation.silent,
            shock: relation.shock,
        }
    }
}

/// The terms of logit h = -4.5 + .055(60-S) + .02(45-T) + .5 min(3, neg/12) + .40 max(0, no_contact-2) - .012 C + shock.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    pub fn total(&self) -> f64 {
        self.base + self.satisfaction + self.trust + self.negative + self.silence + self.commitment + self.shock
    }
}

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
    }
}
