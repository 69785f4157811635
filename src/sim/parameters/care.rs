//! Care visits.

use super::{Field, Parameter, Table};
use crate::sim::maths::exp;
use crate::sim::units::Fen;
use serde::Serialize;

table! {
/// Care visits (docs/model.md#care-visits).
Care {
    /// Hours of care that make 63 % of a full touch.
    hours: f64 = 4.0, 0.1, 100;
    /// Cost of a care visit, in yuan.
    cost: Fen = Fen::yuan(100), 0, 1_000_000;
    /// Trust of a full touch.
    trust: f64 = 3.0, 0, 100;
    /// Trust lost in a round without any contact.
    silence: f64 = 3.0, 0, 100;
    /// Negative twelfths taken away by a full touch.
    cancels: f64 = 2.0, 0, 36;
    /// Perceived care without any visit.
    base: f64 = 55.0, 0, 100;
    /// What a full touch adds.
    touch: f64 = 25.0, 0, 100;
    /// Part of that which needs no records, and the part that full records add.
    records: [f64; 2] = [0.7, 0.3], 0, 1;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 0.5], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.25, 0, 1;
    /// Least hours of care that count as contact.
    contact_hours: f64 = 1.0, 0, 100;
}
}

impl Care {
    /// touch = 1-exp(-h/4), 0 to 1: how much a month feels looked after by `hours` of visits.
    #[must_use]
    pub fn touch(&self, hours: f64) -> f64 {
        1.0 - exp(-hours / self.hours)
    }

    /// Twelfths of bad impressions that a touch takes away.
    #[must_use]
    pub fn calms(&self, touch: f64) -> f64 {
        self.cancels * touch
    }

    /// Points of trust that a touch adds to `trust`.
    #[must_use]
    pub fn warms(&self, touch: f64, trust: f64) -> f64 {
        self.trust * touch * (1.0 - trust / 100.0)
    }
}
