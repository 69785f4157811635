//! Who is nearest to a place of the board where nobody stands, and what each of them still lacks: phases as the rules enter them
//! (docs/model.md#phases), from what the team knows.

use crate::sim::journal::effect::Measure;
use crate::sim::journal::measures;
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Round};
use crate::sim::view::View;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a customer still lacks for a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Lack {
    /// Who lacks it.
    pub customer: CustomerId,
    /// Orders that are missing.
    pub orders: u16,
    /// The month in which the first of its open deals is decided.
    pub due: Option<Round>,
    /// Measures that lie too low: where they are, where they have to come.
    pub low: Vec<(Measure, f64, f64)>,
    /// The relation as a whole lies too low: satisfaction, trust and commitment together.
    pub weak: bool,
    /// Satisfaction counts, and nobody has asked for it.
    pub unasked: bool,
}

/// When the first open deal of each customer is decided.
type Due = BTreeMap<CustomerId, Round>;

fn first_due(view: &View) -> Due {
    let mut list = Due::new();
    for deal in view.deals.iter().filter(|deal| deal.open()) {
        list.entry(deal.id.customer).and_modify(|due| *due = deal.due.min(*due)).or_insert(deal.due);
    }
    list
}

impl Lack {
    fn new(due: &Due, customer: &CustomerView, orders: f64) -> Lack {
        let missing = (orders - f64::from(customer.orders)).max(0.0).ceil() as u16;
        Lack { customer: customer.id, orders: missing, due: due.get(&customer.id).copied(), low: Vec::new(), weak: false, unasked: false }
    }

    /// How far it lies below what is asked for, in points.
    fn gap(&self) -> f64 {
        self.low.iter().map(|(_, now, least)| least - now).sum::<f64>() + if self.weak { 1.0 } else { 0.0 }
    }
}

/// The customers nearest to a phase that those of the phase before it come to, the nearest first; nobody for the phases that a
/// team does not work for.
#[must_use]
pub fn to_phase(view: &View, phase: Phase) -> Vec<Lack> {
    let first = first_due(view);
    let lifecycle = &view.guide.rules.lifecycle;
    let inside = |from: Phase| view.customers.iter().filter(move |c| c.phase == from && c.pooled.is_none());
    let neutral = view.guide.rules.relations.satisfaction;
    let felt = |c: &CustomerView| [c.satisfaction.map_or(neutral, |(points, _)| points), c.trust, c.commitment];
    let forming = |c: &CustomerView| {
        let [orders, index] = lifecycle.formation;
        let mut lack = Lack::new(&first, c, orders);
        lack.weak = measures::index(lifecycle, felt(c)) < index;
        lack
    };
    let steady = |c: &CustomerView| {
        let [orders, satisfaction, trust, commitment] = lifecycle.stability;
        let mut lack = Lack::new(&first, c, orders);
        lack.unasked = c.satisfaction.is_none();
        let wanted = [(Measure::Satisfaction, satisfaction), (Measure::Trust, trust), (Measure::Commitment, commitment)];
        let of = wanted.into_iter().zip(felt(c)).filter(|((measure, least), now)| now < least && !(lack.unasked && *measure == Measure::Satisfaction));
        lack.low = of.map(|((measure, least), now)| (measure, now, least)).collect();
        lack
    };
    let mut lacks: Vec<(&CustomerView, Lack)> = match phase {
        Phase::Exploration => inside(Phase::Awareness).map(|c| (c, Lack::new(&first, c, 0.0))).collect(),
        Phase::Formation => inside(Phase::Exploration).map(|c| (c, forming(c))).collect(),
        Phase::Stability if inside(Phase::Formation).next().is_some() => inside(Phase::Formation).map(|c| (c, steady(c))).collect(),
        Phase::Stability => inside(Phase::Exploration).filter(|c| c.orders > 0).map(|c| (c, steady(c))).collect(),
        Phase::Unknown | Phase::Awareness | Phase::Decline | Phase::Lost => Vec::new(),
    };
    lacks.sort_by(|(a, lacks_a), (b, lacks_b)| {
        let soon = |lack: &Lack| (lack.orders, lack.due.unwrap_or(Round(u16::MAX)));
        let near = soon(lacks_a).cmp(&soon(lacks_b)).then(lacks_a.gap().total_cmp(&lacks_b.gap()));
        near.then(Reverse(a.yearly_value).cmp(&Reverse(b.yearly_value))).then(a.id.cmp(&b.id))
    });
    lacks.into_iter().map(|(_, lack)| lack).collect()
}

/// The open deals nearest to a stage that is empty: those of the fullest stage before it that has any, decided first at the top.
#[must_use]
pub fn to_stage(view: &View, stage: u8) -> Vec<&DealView> {
    let at = |deal: &DealView| deal.stage.clamp(1, 6);
    let before = view.deals.iter().filter(|deal| deal.open() && at(deal) < stage);
    let Some(last) = before.clone().map(at).max() else { return Vec::new() };
    let mut deals: Vec<&DealView> = before.filter(|deal| at(deal) == last).collect();
    deals.sort_by_key(|deal| (deal.due, Reverse(deal.value), deal.id));
    deals
}

/// Customers without an order, those whose first deal is decided soonest at the front: who comes into the pyramid next.
#[must_use]
pub fn to_first_order(view: &View) -> Vec<Lack> {
    let first = first_due(view);
    let mut lacks: Vec<Lack> = view.customers.iter().filter(|c| c.orders == 0 && c.in_our_hands()).map(|c| Lack::new(&first, c, 1.0)).collect();
    lacks.retain(|lack| lack.due.is_some());
    lacks.sort_by_key(|lack| (lack.due, lack.customer));
    lacks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, seat};
    use crate::sim::units::Role;
    use crate::sim::view::view_now;

    #[test]
    fn whoever_lacks_least_stands_first_and_what_it_lacks_is_named() {
        let beta = CustomerId(2);
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        buyer(&mut state, beta, 2);
        deal(&mut state, ALPHA, 4);
        let mut view = view_now(&state, seat(0, Role::AccountManager));
        for customer in &mut view.known.customers {
            customer.satisfaction = Some((60.0, Round(1)));
            (customer.trust, customer.commitment) = if customer.id == ALPHA { (60.0, 40.0) } else { (10.0, 10.0) };
        }
        let told: Vec<_> = to_phase(&view, Phase::Formation).into_iter().map(|lack| (lack.customer, lack.orders, lack.weak, lack.due)).collect();
        let due = view.open_deals(ALPHA).next().map(|deal| deal.due);
        assert!(due.is_some());
        // .35 x 60 + .35 x 10 + .3 x 10 = 27.5 of 50
        assert_eq!(told, [(beta, 0, true, None), (ALPHA, 1, false, due)]);
        let steady = |view: &View| to_phase(view, Phase::Stability).into_iter().find(|lack| lack.customer == beta);
        let low = vec![(Measure::Satisfaction, 60.0, 72.0), (Measure::Trust, 10.0, 45.0), (Measure::Commitment, 10.0, 25.0)];
        let lack = Lack { customer: beta, orders: 1, due: None, low: low.clone(), weak: false, unasked: false };
        assert_eq!(steady(&view), Some(lack.clone()));
        // where nobody has asked no points are guessed
        view.known.customers.iter_mut().for_each(|customer| customer.satisfaction = None);
        assert_eq!(steady(&view), Some(Lack { low: low[1..].to_vec(), unasked: true, ..lack }));
        assert!(to_phase(&view, Phase::Lost).is_empty());
    }
}
