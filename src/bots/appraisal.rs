//! What a customer or a deal is worth to a bot, judged from what the team knows.

use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::parameters::Rules;
use crate::sim::selling::choice_utility::{self, Bid};
use crate::sim::selling::committee;
use crate::sim::terms::Payment;
use crate::sim::units::{CustomerId, Fen};
use crate::sim::view::View;
use std::cmp::Ordering;

/// Yearly value in yuan, as far as known; a customer nobody has qualified is taken for an ordinary one.
pub(super) fn yearly_value(rules: &Rules, customer: &CustomerView) -> f64 {
    customer.yearly_value.unwrap_or(rules.finding.usual_value).to_yuan()
}

/// Chance of winning `deal` with committee support `support`, by the model's own choice rule. A bot reckons plainly: rivals
/// of full strength, and a customer that weighs prices as most do, has money enough and no opinion from others.
pub(super) fn chance(view: &View, customer: &CustomerView, deal: &DealView, support: f64, promise: f64, discount: f64) -> f64 {
    let rules = &view.guide.rules;
    let bid = Bid {
        support,
        trust: customer.trust,
        satisfaction: customer.satisfaction.map_or(rules.relations.satisfaction, |(s, _)| s),
        commitment: customer.commitment,
        promise,
        reputation: 0.0,
        orders: customer.orders,
        discount,
        price_sensitivity: 1.0,
        over_budget: 0.0,
        fit: if deal.demo || deal.check { rules.selling.demo_fit } else { 0.0 },
        shock: 0.0,
        priority: false,
        early: 0.0,
        payment: Payment::OnDelivery,
    };
    let choice = &rules.choice;
    let mut others = vec![choice.rival; view.guide.rivals.len()];
    if let (Some(incumbent), true) = (others.first_mut(), customer.incumbent.is_some()) {
        *incumbent += choice.incumbent;
    }
    others.push(choice.none);
    choice_utility::chance(choice_utility::utility(rules, &bid).total(), others.into_iter())
}

/// Minutes of calls that win a contact of full weight in a deal of this value.
pub(super) fn support_minutes(rules: &Rules, value: Fen) -> f64 {
    60.0 * committee::tau(rules, value)
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
