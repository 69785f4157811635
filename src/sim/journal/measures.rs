//! Measures: what can only change with a cause. Everybody may read them; they change through a [`TeamJournal`], which takes
//! the cause and records it. Their fields are private to this module (unit tests alone set them, to start where they want).

use crate::sim::journal::TeamJournal;
use crate::sim::journal::effect::{About, Cause, Effect, Measure};
use crate::sim::parameters::{Lifecycle, Relations};
use crate::sim::units::{CustomerId, IndustryId, Round};
use serde::Serialize;

kept! {
    /// What one customer thinks of one team (docs/model.md#relation), and what the team knows of it. Points of 0 to 100, but
    /// for `negative` (twelfths of bad impressions) and `shock`.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    Measures {
        expectation: f64,
        satisfaction: f64,
        trust: f64,
        commitment: f64,
        records: f64,
        bond: f64,
        negative: f64,
        shock: f64,
    }
}

/// A change of a measure, with its cause.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// When it happens.
    pub round: Round,
    /// Whose relation with the team changes.
    pub customer: CustomerId,
    /// Any but reputation, which [`Reputation`] keeps.
    pub measure: Measure,
    /// What it becomes, as far as its bounds let it.
    pub to: f64,
    /// What "why?" will name.
    pub cause: Cause,
    /// The deal, ticket or contact behind it, if there is one.
    pub about: About,
}

/// Where a measure ends that the rules may set: most bad impressions, the records that the tool in use can hold, most shock.
#[derive(Clone, Copy, Debug)]
pub struct Caps {
    /// In twelfths.
    pub negative: f64,
    /// R, 0-100.
    pub records: f64,
    /// Of a resignation, in the hazard's own unit.
    pub shock: f64,
}

/// Z of satisfaction, trust and commitment, as they are or as a team takes them to be.
#[must_use]
pub fn index(lifecycle: &Lifecycle, [satisfaction, trust, commitment]: [f64; 3]) -> f64 {
    let [s, t, c] = lifecycle.index_weights;
    s * satisfaction + t * trust + c * commitment
}

impl Measures {
    /// Of a customer nobody has spoken to yet.
    #[must_use]
    pub fn at_start(start: &Relations) -> Measures {
        Measures {
            expectation: start.expectation,
            satisfaction: start.satisfaction,
            trust: start.trust,
            commitment: 0.0,
            records: 0.0,
            bond: 0.0,
            negative: 0.0,
            shock: 0.0,
        }
    }

    /// E, 0-100.
    #[must_use]
    pub const fn expectation(&self) -> f64 {
        self.expectation
    }

    /// S, 0-100.
    #[must_use]
    pub const fn satisfaction(&self) -> f64 {
        self.satisfaction
    }

    /// T, 0-100.
    #[must_use]
    pub const fn trust(&self) -> f64 {
        self.trust
    }

    /// C, 0-100.
    #[must_use]
    pub const fn commitment(&self) -> f64 {
        self.commitment
    }

    /// What a failure makes worse: S, T and bad impressions.
    #[must_use]
    pub const fn felt(&self) -> [f64; 3] {
        [self.satisfaction, self.trust, self.negative]
    }

    /// Z, the relation index of phases and tenders: S, T and C by the weights of `lifecycle.index_weights`.
    #[must_use]
    pub fn index(&self, lifecycle: &Lifecycle) -> f64 {
        index(lifecycle, [self.satisfaction, self.trust, self.commitment])
    }

    /// R, 0 to what the tool holds.
    #[must_use]
    pub const fn records(&self) -> f64 {
        self.records
    }

    /// Loyalty to the salesperson, 0-100.
    #[must_use]
    pub const fn bond(&self) -> f64 {
        self.bond
    }

    /// Bad impressions in twelfths of a failure, up to `relations.max_negative`.
    #[must_use]
    pub const fn negative(&self) -> f64 {
        self.negative
    }

    /// Of a resignation, up to `lifecycle.most_shock`.
    #[must_use]
    pub const fn shock(&self) -> f64 {
        self.shock
    }

    /// One of them; None for what is not kept by relation.
    #[must_use]
    pub const fn get(&self, measure: Measure) -> Option<f64> {
        Some(match measure {
            Measure::Expectation => self.expectation,
            Measure::Satisfaction => self.satisfaction,
            Measure::Trust => self.trust,
            Measure::Commitment => self.commitment,
            Measure::Records => self.records,
            Measure::Negative => self.negative,
            Measure::Bond => self.bond,
            Measure::Shock => self.shock,
            Measure::Reputation => return None,
        })
    }

    /// Changes one of them, within its bounds; nothing for what is not kept by relation.
    pub fn change(&mut self, journal: &mut TeamJournal, caps: Caps, change: Change) {
        let (value, most) = match change.measure {
            Measure::Expectation => (&mut self.expectation, 100.0),
            Measure::Satisfaction => (&mut self.satisfaction, 100.0),
            Measure::Trust => (&mut self.trust, 100.0),
            Measure::Commitment => (&mut self.commitment, 100.0),
            Measure::Records => (&mut self.records, caps.records),
            Measure::Negative => (&mut self.negative, caps.negative),
            Measure::Bond => (&mut self.bond, 100.0),
            Measure::Shock => (&mut self.shock, caps.shock),
            Measure::Reputation => return,
        };
        let from = *value;
        *value = change.to.clamp(0.0, most);
        let Change { round, customer, measure, cause, about, .. } = change;
        journal.effect(Effect { round, customer: Some(customer), measure, from, to: *value, cause, about });
    }
}

/// What the trade says of a team, by industry, -1 to 1 (docs/model.md#reputation).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reputation(#[cfg(not(test))] Vec<f64>, #[cfg(test)] pub Vec<f64>);

impl Reputation {
    /// Of a team nobody has heard of, in so many industries.
    #[must_use]
    pub fn unknown(industries: usize) -> Reputation {
        Reputation(vec![0.0; industries])
    }

    /// By industry.
    #[must_use]
    pub fn by_industry(&self) -> &[f64] {
        &self.0
    }

    /// In one industry; nobody speaks of anybody in one that there is not.
    #[must_use]
    pub fn of(&self, industry: IndustryId) -> f64 {
        self.0.get(industry.index()).copied().unwrap_or(0.0)
    }

    /// Over all industries.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len().max(1) as f64
    }

    /// A customer's own industry hears `by`, the others the part that spills over.
    pub fn spread(&mut self, journal: &mut TeamJournal, round: Round, talk: Talk) {
        for (place, value) in self.0.iter_mut().enumerate() {
            let own = place == talk.industry.index();
            let from = *value;
            *value = (*value + if own { talk.by } else { talk.by * talk.spill }).clamp(-1.0, 1.0);
            let (customer, about) = if own { (Some(talk.customer), About::Nothing) } else { (None, About::Industry(IndustryId::at(place))) };
            journal.effect(Effect { round, customer, measure: Measure::Reputation, from, to: *value, cause: talk.cause, about });
        }
    }

    /// Everybody forgets: `kept` of it is left.
    pub fn fade(&mut self, journal: &mut TeamJournal, round: Round, kept: f64) {
        for (place, value) in self.0.iter_mut().enumerate() {
            let from = *value;
            *value *= kept;
            let about = About::Industry(IndustryId::at(place));
            journal.effect(Effect { round, customer: None, measure: Measure::Reputation, from, to: *value, cause: Cause::Faded, about });
        }
    }
}

/// What a customer says of a team.
#[derive(Clone, Copy, Debug)]
pub struct Talk {
    /// Who talks.
    pub customer: CustomerId,
    /// Its own, which hears all of it.
    pub industry: IndustryId,
    /// How far reputation moves there; praise above 0, blame below.
    pub by: f64,
    /// Share that other industries hear, 0-1.
    pub spill: f64,
    /// What "why?" will name.
    pub cause: Cause,
}
