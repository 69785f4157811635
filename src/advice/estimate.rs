//! What a card may be expected to do, from what the team knows.

use crate::sim::cards::{self, Action, Card, Estimate, Outlook};
use crate::sim::scenario::BuyingRole;
use crate::sim::selling::committee::{self, Match};
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

/// Support of the person called on for the deal that the call serves, 0-1: now, and as it may be expected to be after the call, by
/// somebody whose work counts `share`. More hours win more of it. None for a call that serves no deal.
#[must_use]
pub fn support(view: &View, call: &cards::Call, share: f64) -> Option<[f64; 2]> {
    let deal = call.deal.and_then(|id| view.deal(id))?;
    let customer = view.customer(call.customer)?;
    let place = call.contact.index();
    let person = customer.contacts.get(place)?;
    let now = deal.support.get(place).copied()?;
    let rules = &view.guide.rules;
    let weights = &rules.selling.role_weights;
    // those of one role share its weight, and all together weigh 1
    let sharing = |role: BuyingRole| customer.contacts.iter().filter(|c| c.role == Some(role)).count().max(1) as f64;
    let raw = |role: Option<BuyingRole>| role.map_or(weights.iter().sum::<f64>() / weights.len() as f64, |role| weights[role as usize] / sharing(role));
    let weight = raw(person.role) / customer.contacts.iter().map(|c| raw(c.role)).sum::<f64>().max(f64::MIN_POSITIVE);
    let outlook = Outlook { known: &view.known, planned: &[], share, write_up: false };
    let advance = outlook.advance(call.customer, call.contact, Some(deal), Some(call.style), call.intent);
    let time = Minutes((f64::from(call.time.0) * share).round() as i32);
    let matching = person.style.map_or(Match::Neighbour, |own| Match::of(call.style, own));
    let after = |advance: bool| {
        let effort = committee::effort(rules, time, advance, customer.records, matching);
        committee::support_after(now, effort, committee::tau(rules, deal.value), weight)
    };
    Some([now, advance * after(true) + (1.0 - advance) * after(false)])
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
    fn more_hours_win_more_support_and_leave_the_chance_of_an_advance_as_it_is() {
        use crate::advice::estimate;
        use crate::sim::cards::{Action, Call, Estimate};
        use crate::sim::scenario::Style;
        use crate::sim::terms::Intent;
        use crate::sim::units::{ContactId, Minutes};
        let (state, id) = asked(1.0, true);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let call = |hours, deal| Call {
            customer: id.customer,
            contact: ContactId(0),
            deal,
            style: Style::C,
            intent: Intent::Inform,
            time: Minutes::from_hours(hours),
        };
        let told = |hours| (estimate::estimate(&view, &Action::Call(call(hours, Some(id))), 1.0), estimate::support(&view, &call(hours, Some(id)), 1.0));
        let (chance, [before, little]) = (told(2).0, told(2).1.expect("a deal"));
        let [_, much] = told(8).1.expect("a deal");
        assert!(matches!(chance, Estimate::Advance(_)));
        assert_eq!(chance, told(8).0);
        assert!(before < little && little < much && much < 1.0, "{before} {little} {much}");
        // half as much by somebody who counts for half
        near(estimate::support(&view, &call(8, Some(id)), 0.5).expect("a deal")[1], estimate::support(&view, &call(4, Some(id)), 1.0).expect("a deal")[1]);
        assert_eq!(estimate::support(&view, &call(8, None), 1.0), None);
    }

    #[test]
    fn a_pursuit_by_another_role_may_be_expected_to_do_what_its_share_of_the_time_does() {
        use crate::advice::{estimate, offer};
        use crate::sim::cards::{Action, Card, Estimate, Pursue};
        use crate::sim::terms::Intent;
        use crate::sim::units::Minutes;
        let (state, id) = asked(1.0, true);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let pursuit = |hours| Action::Pursue(Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes::from_hours(hours) });
        let by = |role: Role, hours| offer::offer_by(&view, Card { action: pursuit(hours), write_up: true }, role).estimate;
        assert_eq!(pursuit(20).share_of(&view.guide, Role::Service), 0.6);
        assert_eq!(by(Role::Service, 20), estimate::estimate(&view, &pursuit(12), 1.0));
        let (Estimate::Wins(own), Estimate::Wins(others)) = (by(Role::AccountManager, 20), by(Role::Service, 20)) else { panic!("a quote goes out") };
        assert!(others < own, "{others} {own}");
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
