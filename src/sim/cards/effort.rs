//! What time for a deal may be expected to come to, from what a team knows.

use crate::sim::knowledge::{CustomerView, DealView, Knowledge};
use crate::sim::maths::{exp, ln};
use crate::sim::selling::committee;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::Minutes;

/// Mean effect of an hour of talks: advances and continuations mixed.
const USUAL_EFFECT: f64 = 0.9;

impl Knowledge {
    /// The chance, 0-1, if the customer decides after so much more time for its deal: talks, demo and quote, then whoever decides is
    /// won over. None where the time does not suffice for a quote. A quote that is there stays as it is.
    #[must_use]
    pub fn chance_after(&self, deal: &DealView, terms: &QuoteTerms, time: Minutes) -> Option<f64> {
        let customer = self.customer(deal.id.customer)?;
        let left = time - self.until_quoted(customer, deal);
        if left < Minutes::ZERO {
            return None;
        }
        let hours = self.talking(customer, deal, left);
        let committee = 1.0 - (1.0 - deal.committee) * exp(-hours * USUAL_EFFECT / committee::tau(&self.guide.rules, deal.value));
        let standing = deal.quote.as_ref().map(|quote| quote.terms(deal.due));
        Some(self.win_chance(&DealView { committee, demo: true, ..deal.clone() }, standing.as_ref().unwrap_or(terms)))
    }

    /// Time until the customer can choose us.
    fn until_quoted(&self, customer: &CustomerView, deal: &DealView) -> Minutes {
        let (selling, write_up) = (&self.guide.rules.selling, self.guide.rules.work.write_up);
        if deal.quote.is_some() {
            return Minutes::ZERO;
        }
        let mut time = selling.quote_hours + write_up;
        if deal.stage < 4 {
            time += selling.demo_hours + write_up;
        }
        if deal.stage < 3 {
            let met = customer.contacts.iter().filter(|c| c.reached && !c.removed).count();
            let calls = usize::from(selling.mapped_contacts).saturating_sub(met);
            time += Minutes((selling.call_hours[0] + write_up).0.saturating_mul(calls as i32));
        }
        time
    }

    /// Hours of talks that so much time is worth: nobody has time for more than a few talks a month, and what is left is preparation
    /// (docs/model.md#calls).
    fn talking(&self, customer: &CustomerView, deal: &DealView, time: Minutes) -> f64 {
        let (selling, write_up) = (&self.guide.rules.selling, self.guide.rules.work.write_up);
        let call = selling.call_hours[usize::from(deal.step() >= 3 || deal.quote.is_none())];
        let people = customer.contacts.iter().filter(|c| !c.removed).count().max(1);
        let most = Minutes((call + write_up).0.saturating_mul(i32::from(selling.talks)).saturating_mul(people as i32));
        let talked = time.min(most);
        let hours = talked.to_hours() * call.to_hours() / (call + write_up).to_hours();
        let prepared = (time - talked).to_hours();
        if hours > 0.0 { hours * (1.0 + selling.preparation * ln(1.0 + prepared / hours)) } else { 0.0 }
    }
}
