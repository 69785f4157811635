//! What a team did not know of a customer when it decided, and what that did to the bid (docs/model.md#choice).

use crate::sim::journal::report::{Unknown, Unseen};
use crate::sim::parameters::Rules;
use crate::sim::selling::choice_utility::{self, Bid};
use crate::sim::state::Relation;
use crate::sim::units::Round;

/// Less than this, in utility, makes no difference to speak of.
const LITTLE: f64 = 0.2;
/// Nor does a satisfaction that was hardly another than was thought.
const POINTS: f64 = 5.0;

/// What a team has to take a customer's unknowns for.
#[derive(Clone, Copy, Debug)]
pub struct Believed {
    /// As last surveyed before the month of the decision; neutral where nobody has asked.
    pub satisfaction: f64,
    /// As it is once the customer is qualified, else as most have it.
    pub price_sensitivity: f64,
}

impl Believed {
    /// What was known of a customer as the team made this bid. A survey of the same month came after it, and what was known before
    /// is not kept: of that satisfaction nothing can be told.
    #[must_use]
    pub fn of(rules: &Rules, relation: &Relation, bid: &Bid, round: Round) -> Believed {
        let informed = relation.classification.qualified || relation.history.orders > 0;
        Believed {
            satisfaction: match relation.activity.surveyed {
                Some((_, when)) if when == round => bid.satisfaction,
                Some((satisfaction, _)) => satisfaction,
                None => rules.relations.satisfaction,
            },
            price_sensitivity: if informed { bid.price_sensitivity } else { 1.0 },
        }
    }
}

/// The unknown that helped a bid most (`helped`) or hindered it most, and what the bid would have been worth had it been as the team
/// took it, in utility; None where none of them made a difference to speak of.
#[must_use]
pub fn unseen(rules: &Rules, bid: &Bid, believed: Believed, helped: bool) -> Option<(Unseen, f64)> {
    let truth = choice_utility::utility(rules, bid).total();
    let guesses = [
        (Unknown::Satisfaction, believed.satisfaction, bid.satisfaction, Bid { satisfaction: believed.satisfaction, ..*bid }),
        (Unknown::PriceSensitivity, believed.price_sensitivity, bid.price_sensitivity, Bid { price_sensitivity: believed.price_sensitivity, ..*bid }),
        (Unknown::Shock, 0.0, bid.shock, Bid { shock: 0.0, ..*bid }),
    ];
    let mut most = (LITTLE, None);
    for (what, taken, was, guess) in guesses {
        let expected = choice_utility::utility(rules, &guess).total();
        let gained = truth - expected;
        let difference = if helped { gained } else { -gained };
        let speaks = what != Unknown::Satisfaction || (taken - was).abs() >= POINTS;
        if speaks && difference > most.0 {
            most = (difference, Some((Unseen { what, taken, was }, expected)));
        }
    }
    most.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::selling::choice_utility::sound_bid;
    use crate::sim::testing::{ALPHA, bare, relation};

    #[test]
    fn the_unknown_that_made_most_difference_is_named_and_only_on_its_side() {
        let rules = Rules::default();
        let usual = Believed { satisfaction: 60.0, price_sensitivity: 1.0 };
        let of = |change: fn(&mut Bid), helped| {
            let mut bid = Bid { satisfaction: 60.0, ..sound_bid(&rules) };
            change(&mut bid);
            unseen(&rules, &bid, usual, helped).map(|(unseen, _)| unseen)
        };
        let satisfaction = |was| Some(Unseen { what: Unknown::Satisfaction, taken: 60.0, was });
        assert_eq!(of(|_| {}, false), None);
        assert_eq!(of(|b| b.satisfaction = 41.0, false), satisfaction(41.0));
        assert_eq!(of(|b| b.satisfaction = 41.0, true), None);
        assert_eq!(of(|b| b.satisfaction = 85.0, true), satisfaction(85.0));
        assert_eq!(of(|b| b.satisfaction = 64.9, true), None, "less than five points");
        // a tenth of the price, weighed twice as much
        let dear = |b: &mut Bid| (b.discount, b.price_sensitivity) = (-0.1, 2.0);
        assert_eq!(of(dear, false), Some(Unseen { what: Unknown::PriceSensitivity, taken: 1.0, was: 2.0 }));
        assert_eq!(of(|b| (b.satisfaction, b.shock) = (50.0, 2.0), false), Some(Unseen { what: Unknown::Shock, taken: 0.0, was: 2.0 }));
    }

    #[test]
    fn a_survey_of_the_same_month_came_after_the_bid() {
        let rules = Rules::default();
        let bid = Bid { satisfaction: 85.0, ..sound_bid(&rules) };
        for (when, taken) in [(None, 60.0), (Some(3), 70.0), (Some(4), 85.0)] {
            let mut state = bare(1);
            let relation = relation(&mut state, ALPHA);
            relation.activity.surveyed = when.map(|round| (70.0, Round(round)));
            assert_eq!(Believed::of(&rules, relation, &bid, Round(4)).satisfaction, taken, "surveyed {when:?}");
        }
    }
}
