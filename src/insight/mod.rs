//! Customer intelligence: what orders, talks and tickets say about customers, deals and the team itself (docs/model.md#customer-intelligence).
//!
//! Pure functions. The upper half knows orders and nothing of the game, so that `rapport analyse` reads any shop's; the
//! lower half reads a [`View`](crate::sim::view::View), so that it can tell a player no more than the player may know. What
//! the customers truly are worth, the score's customer equity (`sim::score`), is for the debrief.
//!
//! | about | where |
//! |---|---|
//! | buying | [`purchases`], [`bg_nbd`], [`gamma_gamma`], [`lifetime_value`], [`fit`], with [`beta_mean`] |
//! | customers among others | [`rfm`], [`pareto`], [`portfolio`], [`climb`]; the pyramid is `sim::state::pyramid` |
//! | a team's orders | [`orders`], [`worth`], [`ten_c`], [`resources`] |
//! | deals | [`funnel`], [`journey`], [`symptom`], [`pipeline`], [`leader`], [`forecast`] |
//! | service | [`service_record`] |
//! | money of a month, beside another team's, what cost a game most | [`bridge`], [`bridge::gap`], [`costliest`] |
//! | all in a row | [`kpi`] |

pub mod beta_mean;
pub mod bg_nbd;
pub mod bridge;
pub mod climb;
pub mod costliest;
pub mod fit;
pub mod forecast;
pub mod funnel;
pub mod gamma_gamma;
pub mod journey;
pub mod kpi;
pub mod leader;
pub mod lifetime_value;
pub mod orders;
pub mod pareto;
pub mod pipeline;
pub mod portfolio;
pub mod purchases;
pub mod resources;
pub mod rfm;
pub mod service_record;
pub mod symptom;
pub mod ten_c;
pub mod worth;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Those that belong.
    pub part: u32,
    /// All that were counted.
    pub of: u32,
}

impl Rate {
    /// Counts one more, and whether it belongs to the part.
    pub fn count(&mut self, belongs: bool) {
        self.of += 1;
        self.part += u32::from(belongs);
    }

    /// None of nothing.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.part) / f64::from(self.of))
    }
}

/// The mean; None of nothing.
#[must_use]
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}
