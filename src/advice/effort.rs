//! What time for a deal may be expected to come to, from a view alone.

use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::maths::exp;
use crate::sim::parameters::Rules;
use crate::sim::selling::committee;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, Minutes};
use crate::sim::view::View;

/// Mean effect of a call on support: advances and continuations mixed.
const EFFORT: f64 = 1.1;
/// Support that the calls before a quote are good for.
const MAPPED: f64 = 0.15;

/// Minutes of calls that win a contact of full weight in a deal of this value.
#[must_use]
pub fn support_minutes(rules: &Rules, value: Fen) -> f64 {
    60.0 * committee::tau(rules, value)
}

/// The chance, 0-1, at the usual terms if the customer decides after so much more time for its deal: calls, demo and quote, then
/// whoever decides is won over. None where the time does not suffice for a quote.
#[must_use]
pub fn chance_after(view: &View, deal: &DealView, time: Minutes) -> Option<f64> {
    let customer = view.customer(deal.id.customer)?;
    let rules = &view.guide.rules;
    let left = time - until_quoted(view, customer, deal);
    if left < Minutes::ZERO {
        return None;
    }
    let effect = rules.selling.style_effect[0] * (rules.selling.records_effect[0] + rules.selling.records_effect[1] * customer.records / 100.0) * EFFORT;
    let start = deal.committee.max(if deal.quote.is_some() { 0.0 } else { MAPPED });
    let committee = 1.0 - (1.0 - start) * exp(-f64::from(left.0) * effect / support_minutes(rules, deal.value));
    Some(view.win_chance(&DealView { committee, demo: true, ..deal.clone() }, &QuoteTerms::default()))
}

/// Time until the customer can choose us.
fn until_quoted(view: &View, customer: &CustomerView, deal: &DealView) -> Minutes {
    let selling = &view.guide.rules.selling;
    let write_up = view.guide.rules.work.write_up;
    if deal.quote.is_some() {
        return Minutes::ZERO;
    }
    let mut time = selling.quote_hours + write_up;
    if deal.stage < 4 {
        time += selling.demo_hours + write_up;
    }
    if deal.stage < 3 {
        let met = customer.contacts.iter().filter(|c| c.reached && !c.removed).count();
        let calls = usize::from(selling.mapped_contacts).saturating_sub(met).max(1);
        time += Minutes((selling.call_hours[0] + write_up).0.saturating_mul(calls as i32));
    }
    time
}
