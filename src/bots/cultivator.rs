//! The months of the cultivator and of the product specialist: many customers kept warm, solutions for the best deals.

use super::appraisal::{Weighed, heaviest_first, ids, yearly_value};
use super::desk::Desk;
use crate::sim::cards::{self, Action};
use crate::sim::terms::Phase;
use crate::sim::units::{Fen, NeedId};
use std::cmp::Reverse;

/// Whole groups of customers, those first that are worth most and have heard nothing for longest.
pub(super) fn nurture(desk: &mut Desk) {
    let rules = &desk.rules().cultivation;
    let (group, each, cost) = (usize::from(rules.group.max(1)), rules.nurture_hours.0, rules.nurture_cost);
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase != Phase::Lost {
            let bought = if customer.orders > 0 { 3.0 } else { 1.0 };
            let weight = yearly_value(desk.rules(), customer) * bought * (1.0 + f64::from(customer.silent_months));
            list.push(Weighed { place, id: customer.id, weight });
        }
    }
    heaviest_first(&mut list);
    let mut budget = desk.hours(desk.policy.nurture).min(desk.left());
    for group in list.chunks(group) {
        budget -= each;
        if budget < 0 || !desk.add(Action::Nurture(cards::Nurture { customers: ids(group) }), each, cost) {
            return;
        }
    }
}

/// A design for every mapped deal that has none, the dearest first.
pub(super) fn design(desk: &mut Desk) {
    if !desk.policy.design {
        return;
    }
    let view = desk.view;
    let open = view.deals.iter().filter(|d| d.open() && d.stage >= 3 && d.design == 0.0 && d.due >= view.round);
    let there = open.filter(|d| view.customer(d.id.customer).is_some_and(|c| c.phase != Phase::Lost));
    let mut deals: Vec<(Fen, NeedId)> = there.map(|d| (d.value, d.id)).collect();
    deals.sort_unstable_by_key(|&(value, id)| (Reverse(value), id));
    for (_, deal) in deals {
        let minutes = desk.rules().cultivation.design_hours.0 + desk.write_up();
        if !desk.add(Action::Design(cards::Design { deal }), minutes, Fen::ZERO) {
            return;
        }
    }
}
