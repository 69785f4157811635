//! What the terms of a quote come to, and how they weigh with the customer, as far as the team knows.

use crate::sim::cards::Action;
use crate::sim::knowledge::DealView;
use crate::sim::orders::goods;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, Role};
use crate::sim::view::View;

/// What the terms come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// What the goods come to.
    pub price: Fen,
    /// What the same goods cost at the customer's price tier, no more pieces than needed.
    pub usual: Fen,
    /// Price less cost of goods and of express.
    pub margin: Fen,
    /// Parts of V that the terms decide: price, budget, promise, service, fit, date, days to pay.
    pub parts: [f64; 7],
}

impl Weight {
    /// The parts of V together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.parts.iter().sum()
    }
}

/// The terms that a pursuit quotes, if its time may be expected to suffice for that; of an hour outside the own role a part counts.
#[must_use]
pub fn by_pursuit<'a>(view: &View, role: Role, action: &'a Action, deal: &DealView) -> Option<&'a QuoteTerms> {
    let (terms, time) = action.pursuit_of(deal.id)?;
    (action.counted(&view.guide, role, time) >= view.time_to_quote(deal)?).then_some(terms)
}

/// How the terms weigh (docs/model.md#choice), leaving out what they do not change: the rules' own price and utility.
#[must_use]
pub fn weigh(view: &View, deal: &DealView, terms: &QuoteTerms) -> Weight {
    let guide = &view.guide;
    let (Some(customer), Some(quote)) = (view.customer(deal.id.customer), view.quote_of(deal, terms)) else {
        return Weight { price: Fen::ZERO, usual: Fen::ZERO, margin: Fen::ZERO, parts: [0.0; 7] };
    };
    let v = view.utility_of(customer, deal, terms, Some(&quote));
    // what a demo or a check has shown fits is no work of the terms
    let fit = guide.rules.choice.fit * quote.fit;
    let margin = goods::left_of(guide, &quote);
    Weight { price: quote.price, usual: quote.tier_price, margin, parts: [v.price, v.budget, v.promise, v.service, fit, v.delivery, v.payment] }
}
