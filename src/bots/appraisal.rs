//! What a customer or a deal is worth to a bot, judged from what the team knows.

use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::maths::{exp, interpolate};
use crate::sim::parameters::Rules;
use crate::sim::units::CustomerId;
use crate::sim::view::View;
use std::cmp::Ordering;

/// Yearly value in yuan, as far as known; a customer nobody has qualified is taken for an ordinary one.
pub(super) fn yearly_value(rules: &Rules, customer: &CustomerView) -> f64 {
    customer.yearly_value.unwrap_or(rules.finding.usual_value).to_yuan()
}

/// Chance of winning `deal` with committee support `support`, by the model's own choice rule against the rivals
/// one expects.
pub(super) fn chance(view: &View, customer: &CustomerView, deal: &DealView, support: f64, promise: f64, discount: f64) -> f64 {
    let choice = &view.guide.rules.choice;
    let satisfaction = customer.satisfaction.map_or(view.guide.rules.relations.satisfaction, |(s, _)| s);
    let first = customer.orders == 0;
    let promised = match (promise > 0.0, first) {
        (true, true) => choice.promise * promise,
        (true, false) => 0.0,
        (false, true) => choice.under_promise * promise,
        (false, false) => choice.under_promise * choice.under_promise_later * promise,
    };
    let utility = choice.base
        + choice.support * support
        + choice.trust * customer.trust / 100.0
        + interpolate(&choice.satisfaction_points, &choice.satisfaction_utilities, satisfaction)
        + choice.commitment * customer.commitment / 100.0
        + promised
        + choice.discount * discount
        + choice.fit * if deal.demo || deal.check { view.guide.rules.selling.demo_fit } else { 0.0 };
    let bid = exp(utility);
    let rival = exp(choice.rival);
    let rivals = view.guide.rivals.len() as f64 * rival;
    let incumbent = if customer.incumbent.is_some() { exp(choice.rival + choice.incumbent) - rival } else { 0.0 };
    bid / (bid + rivals + incumbent + exp(choice.none))
}

/// Minutes of calls that win a contact of full weight in a deal of this value: tau of docs/model.md#committee.
pub(super) fn support_minutes(rules: &Rules, value: f64) -> f64 {
    let selling = &rules.selling;
    let [low, high] = selling.support_clamp;
    60.0 * selling.support_hours * (value / selling.support_value.to_yuan()).sqrt().clamp(low, high)
}

/// A customer and what it weighs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub place: usize,
    pub id: CustomerId,
    pub weight: f64,
}

impl Weighed {
    /// Heavier ones first, ties by id.
    pub fn order(&self, other: &Weighed) -> Ordering {
        other.weight.total_cmp(&self.weight).then(self.id.cmp(&other.id))
    }
}

pub(super) fn heaviest_first(list: &mut [Weighed]) {
    list.sort_unstable_by(Weighed::order);
}

pub(super) fn ids(list: &[Weighed]) -> Vec<CustomerId> {
    list.iter().map(|w| w.id).collect()
}
