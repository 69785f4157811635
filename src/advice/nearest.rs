//! Who is nearest to a place of the board where nobody stands, and what each of them still lacks: phases as the rules enter them
//! (docs/model.md#phases), from what the team knows.

use crate::sim::journal::effect::Measure;
use crate::sim::journal::measures;
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, NeedId, Round};
use crate::sim::view::View;
use std::cmp::Reverse;

/// What a customer still lacks for a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Whose way it is.
    pub customer: CustomerId,
    /// Orders that are missing.
    pub orders: u16,
    /// The open deal that is decided first.
    pub deal: Option<NeedId>,
    /// Measures that lie too low: where they are, where they have to come.
    pub low: Vec<(Measure, f64, f64)>,
    /// The relation as a whole lies too low: satisfaction, trust and commitment together.
    pub weak: bool,
    /// Satisfaction counts, and nobody has asked for it.
    pub unasked: bool,
}

impl Way {
    fn new(view: &View, customer: &CustomerView, orders: f64) -> Way {
        let first = view.open_deals(customer.id).min_by_key(|deal| (deal.due, deal.id));
        let missing = (orders - f64::from(customer.orders)).max(0.0).ceil() as u16;
        Way { customer: customer.id, orders: missing, deal: first.map(|deal| deal.id), low: Vec::new(), weak: false, unasked: false }
    }

    /// How far it lies below what is asked for, in points.
    fn gap(&self) -> f64 {
        self.low.iter().map(|(_, now, least)| least - now).sum::<f64>() + if self.weak { 1.0 } else { 0.0 }
    }
}

/// The customers nearest to a phase that those of the phase before it come to, the nearest first; nobody for the phases that a
/// team does not work for.
#[must_use]
pub fn to_phase(view: &View, phase: Phase) -> Vec<Way> {
    let lifecycle = &view.guide.rules.lifecycle;
    let inside = |from: Phase| view.customers.iter().filter(move |c| c.phase == from && c.pooled.is_none());
    let neutral = view.guide.rules.relations.satisfaction;
    let felt = |c: &CustomerView| [c.satisfaction.map_or(neutral, |(points, _)| points), c.trust, c.commitment];
    let forming = |c: &CustomerView| {
        let [orders, index] = lifecycle.formation;
        let mut way = Way::new(view, c, orders);
        way.weak = measures::index(lifecycle, felt(c)) < index;
        way
    };
    let steady = |c: &CustomerView| {
        let [orders, satisfaction, trust, commitment] = lifecycle.stability;
        let mut way = Way::new(view, c, orders);
        way.unasked = c.satisfaction.is_none();
        let wanted = [(Measure::Satisfaction, satisfaction), (Measure::Trust, trust), (Measure::Commitment, commitment)];
        let of = wanted.into_iter().zip(felt(c)).filter(|((measure, least), now)| now < least && !(way.unasked && *measure == Measure::Satisfaction));
        way.low = of.map(|((measure, least), now)| (measure, now, least)).collect();
        way
    };
    let mut ways: Vec<Way> = match phase {
        Phase::Exploration => inside(Phase::Awareness).map(|c| Way::new(view, c, 0.0)).collect(),
        Phase::Formation => inside(Phase::Exploration).map(forming).collect(),
        Phase::Stability if inside(Phase::Formation).next().is_some() => inside(Phase::Formation).map(steady).collect(),
        Phase::Stability => inside(Phase::Exploration).filter(|c| c.orders > 0).map(steady).collect(),
        Phase::Unknown | Phase::Awareness | Phase::Decline | Phase::Lost => Vec::new(),
    };
    let due = |way: &Way| way.deal.and_then(|id| view.deal(id)).map_or(Round(u16::MAX), |deal| deal.due);
    let worth = |way: &Way| view.customer(way.customer).and_then(|c| c.yearly_value);
    ways.sort_by(|a, b| {
        let first = |way: &Way| (way.orders, due(way));
        first(a).cmp(&first(b)).then(a.gap().total_cmp(&b.gap())).then(Reverse(worth(a)).cmp(&Reverse(worth(b)))).then(a.customer.cmp(&b.customer))
    });
    ways
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
pub fn to_first_order(view: &View) -> Vec<Way> {
    let mut ways: Vec<Way> = view.customers.iter().filter(|c| c.orders == 0 && c.in_our_hands()).map(|c| Way::new(view, c, 1.0)).collect();
    ways.retain(|way| way.deal.is_some());
    ways.sort_by_key(|way| (way.deal.and_then(|id| view.deal(id)).map(|deal| deal.due), way.customer));
    ways
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
        let id = deal(&mut state, ALPHA, 4);
        let mut view = view_now(&state, seat(0, Role::AccountManager));
        for customer in &mut view.known.customers {
            customer.satisfaction = Some((60.0, Round(1)));
            (customer.trust, customer.commitment) = if customer.id == ALPHA { (60.0, 40.0) } else { (10.0, 10.0) };
        }
        let told: Vec<_> = to_phase(&view, Phase::Formation).into_iter().map(|way| (way.customer, way.orders, way.weak, way.deal)).collect();
        // .35 x 60 + .35 x 10 + .3 x 10 = 27.5 of 50
        assert_eq!(told, [(beta, 0, true, None), (ALPHA, 1, false, Some(id))]);
        let steady = |view: &View| to_phase(view, Phase::Stability).into_iter().find(|way| way.customer == beta);
        let low = vec![(Measure::Satisfaction, 60.0, 72.0), (Measure::Trust, 10.0, 45.0), (Measure::Commitment, 10.0, 25.0)];
        let way = Way { customer: beta, orders: 1, deal: None, low: low.clone(), weak: false, unasked: false };
        assert_eq!(steady(&view), Some(way.clone()));
        // where nobody has asked no points are guessed
        view.known.customers.iter_mut().for_each(|customer| customer.satisfaction = None);
        assert_eq!(steady(&view), Some(Way { low: low[1..].to_vec(), unasked: true, ..way }));
        assert!(to_phase(&view, Phase::Lost).is_empty());
    }
}
