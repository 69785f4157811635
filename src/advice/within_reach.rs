//! What a team could have done for a bid that was not taken: what was in its hands in the month of the decision, and the chance that
//! each of it would have brought. Told of every deal that was lost, so that none is lost for nothing.

use crate::sim::journal::report::{Advantage, Happened};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::orders::goods;
use crate::sim::selling::choice_utility::{moved, over_budget};
use crate::sim::terms::Winner;
use crate::sim::units::{Fen, Minutes};
use crate::sim::view::View;

/// What would have moved a chance by less than this, 0-1, is not worth doing.
const LITTLE: f64 = 0.02;
/// The step by which a price is thought lower, as a share.
const OFF: f64 = 0.05;
/// By so much talks are thought longer: the least that moves the chance by [`MUCH`]; where none does, they are no help.
const TALKS: [Minutes; 3] = [Minutes::from_hours(4), Minutes::from_hours(8), Minutes::from_hours(16)];
/// What is worth its hours, 0-1.
const MUCH: f64 = 0.05;

/// Something that a team could have done for a deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lever {
    /// A price lower by this share of the one that was quoted, where that would have earned more on average.
    Price(f64),
    /// So much more time with those who decide.
    Talks(Minutes),
    /// A demo or trial.
    Demo,
    /// A free check of what they have.
    Check,
}

/// What was within reach of a bid that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// What could have been done, with the chance that it alone would have brought, 0-1; the largest first. Empty where nothing would
    /// have changed much.
    pub levers: Vec<(Lever, f64)>,
    /// The chance with all of it together, 0-1.
    pub together: f64,
}

/// What was within reach of a deal that somebody else won, or nobody; None of all else that happens.
#[must_use]
pub fn within_reach(view: &View, happened: &Happened) -> Option<Reach> {
    let Happened::NotWon { deal, utility, chance, .. } = happened else { return None };
    let rules = &view.guide.rules;
    let choice = &rules.choice;
    let deal = view.deal(*deal)?;
    let customer = view.customer(deal.id.customer)?;
    let quote = deal.quote.as_ref()?;
    let weighs = price_weight(view, customer);
    let support = if choice.support > 0.0 { (utility.support / choice.support).clamp(0.0, 1.0) } else { 1.0 };

    let luck = deal.contest.0;
    let could = |by: f64| moved(*chance, by, luck);
    let mut gains: Vec<(Lever, f64)> = Vec::new();
    let lower = quote.price.scale(1.0 - OFF);
    if quote.tier_price > Fen::ZERO {
        let less = (quote.price - lower).0 as f64 / quote.tier_price.0 as f64;
        let budget = choice.over_budget * (over_budget(lower, deal.budget) - over_budget(quote.price, deal.budget));
        let by = weighs * less + budget;
        // a lower price is paid for at every customer that would have bought anyway
        let cost = goods::cost(&view.guide, &quote.lines, quote.tier_price);
        if (lower - cost).scale(could(by)) > (quote.price - cost).scale(*chance) {
            gains.push((Lever::Price(OFF), by));
        }
    }
    let stands = DealView { committee: support, ..deal.clone() };
    let talks = TALKS.map(|time| view.worked_on(&stands, time).map(|then| (Lever::Talks(time), choice.support * (then.committee - support))));
    let enough = |(_, by): &&(Lever, f64)| could(*by) - chance >= MUCH;
    gains.extend(talks.iter().flatten().find(enough));
    if !deal.demo {
        gains.push((Lever::Demo, choice.fit * rules.selling.demo_fit));
    }
    // nobody has his things looked at by a stranger: it takes an order, or a deal that was far enough before the month
    let is_near = customer.orders > 0 || deal.stage >= 3 && deal.stage_since < deal.due;
    if !deal.check && is_near {
        gains.push((Lever::Check, choice.fit * rules.selling.check_fit));
    }
    gains.retain(|(_, by)| could(*by) - chance >= LITTLE);
    gains.sort_by(|a, b| b.1.total_cmp(&a.1));
    let together = could(gains.iter().map(|(_, by)| by).sum());
    Some(Reach { levers: gains.iter().map(|&(lever, by)| (lever, could(by))).collect(), together })
}

/// The share of the price that weighs as much as the winner's lead as the supplier of before; None where that spoke for nobody.
#[must_use]
pub fn supplier_lead(view: &View, happened: &Happened) -> Option<f64> {
    let Happened::NotWon { deal, winner: Winner::Rival(by), advantage: Some(Advantage::Supplier(rival)), .. } = happened else { return None };
    lead_in_price(view, view.customer(deal.customer)?).filter(|_| by == rival)
}

/// The share of the price that being a customer's supplier weighs as much as; None where nobody looks at prices.
#[must_use]
pub fn lead_in_price(view: &View, customer: &CustomerView) -> Option<f64> {
    let weighs = price_weight(view, customer);
    (weighs > 0.0).then(|| view.guide.rules.choice.incumbent / weighs)
}

/// Utility of a price lower by all of the tier price; what nobody had asked a customer is taken to be as with most.
fn price_weight(view: &View, customer: &CustomerView) -> f64 {
    view.guide.rules.choice.discount * customer.price_sensitivity.unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::journal::report::Utility;
    use crate::sim::testing::{ALPHA, bare, buyer, deal_of, quoted, relation, rules, seat};
    use crate::sim::units::{RivalId, Role};
    use crate::sim::view::view_now;

    #[test]
    fn what_was_in_reach_of_a_lost_bid_is_told_with_its_chance() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        for contact in &mut relation(&mut state, ALPHA).contacts {
            contact.reached = true;
        }
        let id = quoted(&mut state, ALPHA);
        deal_of(&mut state, id).demo = false;
        let (weighs, demo) = (rules(&mut state).choice.discount, rules(&mut state).choice.fit * rules(&mut state).selling.demo_fit);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let winner = Winner::Rival(RivalId(0));
        let lost = |chance: f64, support: f64, advantage: Option<Advantage>| {
            let utility = Utility { support: view.guide.rules.choice.support * support, ..Utility::default() };
            Happened::NotWon { deal: id, winner, utility, chance, unseen: None, weak: None, room: None, advantage, field: Vec::new() }
        };
        let to_supplier = lost(0.3, 0.2, Some(Advantage::Supplier(RivalId(0))));
        let found = within_reach(&view, &to_supplier).expect("a bid that was not taken");
        let chance = |wanted: fn(&Lever) -> bool| found.levers.iter().find(|(lever, _)| wanted(lever)).map(|(_, chance)| *chance);
        let luck = view.deal(id).map_or(1.0, |deal| deal.contest.0);
        let demo = moved(0.3, demo, luck);
        assert!(chance(|l| *l == Lever::Demo).is_some_and(|found| (found - demo).abs() < 1e-9), "{found:?}");
        assert!(chance(|l| matches!(l, Lever::Talks(_))).is_some_and(|found| found > 0.32), "{found:?}");
        assert!(found.levers.is_sorted_by(|a, b| a.1 >= b.1) && found.together > found.levers[0].1);
        // being the supplier weighs as much as seven hundredths of the price, where prices weigh as with most
        let sensitivity = view.customer(ALPHA).and_then(|c| c.price_sensitivity).unwrap_or(1.0);
        assert_eq!(supplier_lead(&view, &to_supplier), Some(view.guide.rules.choice.incumbent / (weighs * sensitivity)));

        // whoever is for us already cannot be won over, and a bid without a chance is not saved by a little
        let to_another = lost(0.3, 1.0, None);
        let won_over = within_reach(&view, &to_another).expect("a bid that was not taken");
        assert!(won_over.levers.iter().all(|(lever, _)| !matches!(lever, Lever::Talks(_))) && supplier_lead(&view, &to_another).is_none());
        let hopeless = within_reach(&view, &lost(0.005, 0.9, None)).expect("a bid that was not taken");
        assert_eq!(hopeless.levers, []);
        assert!((hopeless.together - 0.005).abs() < 1e-12);
    }
}
