//! Records: what is written up is known next time.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::scenario::Investment;
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// Writes an interaction up: records close `points` hundredths of their gap to 100 (docs/model.md#writing-up).
    pub fn write_up(&mut self, customer: CustomerId, points: f64, cause: Cause) {
        let records = self.relation(customer).measures.records();
        let points = self.written_up(points);
        self.set(customer, Measure::Records, records + points * (100.0 - records) / 100.0, cause, About::Nothing);
    }

    /// Points of an interaction written up: a web platform asks customers for the rest.
    pub fn written_up(&self, points: f64) -> f64 {
        if self.team.works(Investment::WebPlatform, self.round) { (points * self.rules.investments.web_records).min(100.0) } else { points }
    }
}
