//! What a card may be expected to do, from what the team knows.

use crate::sim::cards::{self, Action, Card, Estimate, Outlook};
use crate::sim::units::{Fen, Minutes, NeedId};
use crate::sim::view::View;

/// What `action` may be expected to do, by somebody whose work at it counts `share` and who writes it up.
#[must_use]
pub fn estimate(view: &View, action: &Action, share: f64) -> Estimate {
    outlook(view, action, share, true)
}

/// The same of a card, which says whether it is written up.
#[must_use]
pub fn of_card(view: &View, card: &Card, share: f64) -> Estimate {
    outlook(view, &card.action, share, card.write_up)
}

/// Money that a pursuit or a search may be expected to cost; none for cards whose cost is known beforehand.
#[must_use]
pub fn outlay(view: &View, action: &Action) -> Option<Fen> {
    let of = |deal: NeedId, time: Minutes| view.deal(deal).map_or(Fen::ZERO, |deal| view.outlay(deal, time));
    match action {
        Action::Pursue(cards::Pursue { deal, time, .. }) => Some(of(*deal, *time)),
        Action::PursueMany(cards::PursueMany { deals, .. }) => Some(deals.iter().map(|&(deal, time)| of(deal, time)).sum()),
        Action::Prospect(_) => match estimate(view, action, 1.0) {
            Estimate::Finds(leads) => Some(view.guide.rules.finding.prospect_cost.scale(leads)),
            _ => None,
        },
        _ => None,
    }
}

fn outlook(view: &View, action: &Action, share: f64, write_up: bool) -> Estimate {
    let planned: Vec<&Card> = view.plan.iter().map(|c| &c.card).collect();
    action.estimate(&Outlook { known: &view.known, planned: &planned, share, write_up })
}

#[cfg(test)]
mod tests {

    use crate::sim::game::Game;
    use crate::sim::journal::report::Utility;
    use crate::sim::terms::QuoteTerms;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, line, near, seat, traits};
    use crate::sim::units::{NeedId, Role};
    use crate::sim::view::view_now;

    /// Alpha, weighing prices so much, with a deal whose need is confirmed: 20 pieces of the plain product at 5,500.
    fn asked(price_sensitivity: f64, qualified: bool) -> (Game, NeedId) {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 0);
        alpha.classification.qualified = qualified;
        traits(&mut state, ALPHA).price_sensitivity = price_sensitivity;
        let id = deal(&mut state, ALPHA, 4);
        (state, id)
    }

    fn weighed(state: &Game, id: NeedId, terms: &QuoteTerms) -> Utility {
        let view = view_now(state, seat(0, Role::AccountManager));
        let (customer, deal) = (view.customer(id.customer).expect("known"), view.deal(id).expect("seen"));
        view.utility_of(customer, deal, terms, view.quote_of(deal, terms).as_ref())
    }

    #[test]
    fn a_discount_weighs_as_the_customer_weighs_prices_once_that_is_known() {
        let terms = QuoteTerms { discount: 0.1, ..QuoteTerms::default() };
        for (sensitivity, qualified, expected) in [
            // 7 x .1 x 1.8, x .6
            (1.8, true, 1.26),
            (0.6, true, 0.42),
            // nobody knows: as most do
            (1.8, false, 0.7),
        ] {
            let (state, id) = asked(sensitivity, qualified);
            near(weighed(&state, id, &terms).price, expected);
        }
        // without a discount there is nothing to weigh
        let (state, id) = asked(1.8, true);
        near(weighed(&state, id, &QuoteTerms::default()).price, 0.0);
    }

    #[test]
    fn pieces_short_of_the_need_fit_worst_and_those_beyond_it_are_worth_nothing() {
        let (state, id) = asked(1.0, true);
        for (lines, fit, price) in [
            (vec![line(0, 20, 5_500)], 0.0, 0.0),
            // half of them are missing: .05 x .5 x -12; what is there costs what it does at the tier
            (vec![line(0, 10, 5_500)], -0.3, 0.0),
            // 220,000 for what is worth 110,000: 7 x -1
            (vec![line(0, 40, 5_500)], 0.0, -7.0),
        ] {
            let v = weighed(&state, id, &QuoteTerms { lines, ..QuoteTerms::default() });
            near(v.fit, fit);
            near(v.price, price);
        }
    }
}
