//! What rivals gain beside their usual strength: a price war, steady improvement, a single offer (docs/model.md#rivals).
//!
//! The same for every customer of a market; who is strongest at one customer is for `contest` to say.

use crate::sim::parameters::Choice;
use crate::sim::scenario::Happening;
use crate::sim::units::RivalId;
use serde::Serialize;

/// What the rivals of one market have gained so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RivalEdge {
    /// Utility of every rival gained so far, and what each round adds.
    gained: f64,
    a_round: f64,
    offers: Vec<RivalOffer>,
}

/// A rival, or all of them, for a while cheaper.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct RivalOffer {
    rival: Option<RivalId>,
    cut: f64,
    left: u16,
}

impl RivalEdge {
    /// An event of the script.
    pub(crate) fn hear(&mut self, what: &Happening) {
        match *what {
            Happening::RivalsGain { by } => self.a_round += by,
            Happening::RivalOffer { rival, cut, rounds } => self.offers.push(RivalOffer { rival, cut, left: rounds }),
            Happening::News
            | Happening::Exhibition
            | Happening::Summit
            | Happening::Need(_)
            | Happening::Ticket(_)
            | Happening::Resigns(_)
            | Happening::PriceWar { .. }
            | Happening::Pledge { .. }
            | Happening::Temptation { .. }
            | Happening::Tender(_) => {}
        }
    }

    /// A new round: what was set going goes on.
    pub(crate) fn advance(&mut self) {
        self.gained += self.a_round;
    }

    /// The end of a round: offers run out.
    pub(crate) fn tire(&mut self) {
        for offer in &mut self.offers {
            offer.left = offer.left.saturating_sub(1);
        }
        self.offers.retain(|offer| offer.left > 0);
    }

    /// Whose offer runs: a rival's, or (None inside) everybody's; None where there is none.
    #[must_use]
    pub fn offers(&self) -> Option<Option<RivalId>> {
        self.offers.first().map(|offer| offer.rival)
    }

    /// The same with the utility of that offer, as a customer of this sensitivity weighs it.
    #[must_use]
    pub fn offer(&self, choice: &Choice, price_sensitivity: f64) -> Option<(Option<RivalId>, f64)> {
        self.offers.first().map(|offer| (offer.rival, choice.discount * offer.cut * price_sensitivity))
    }

    /// Utility that every rival has gained so far.
    #[must_use]
    pub fn gained(&self) -> f64 {
        self.gained
    }

    /// Utility that this adds to a rival's bid: what it gained, and its offers as a customer of this sensitivity weighs them.
    #[must_use]
    pub fn utility(&self, choice: &Choice, rival: RivalId, price_sensitivity: f64) -> f64 {
        let cut: f64 = self.offers.iter().filter(|offer| offer.rival.is_none_or(|named| named == rival)).map(|offer| offer.cut).sum();
        self.gained + choice.discount * cut * price_sensitivity
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::near;

    const FIRST: RivalId = RivalId(0);
    const SECOND: RivalId = RivalId(1);

    #[test]
    fn rivals_gain_every_round_from_the_event_on() {
        let mut edge = RivalEdge::default();
        edge.advance();
        edge.hear(&Happening::RivalsGain { by: 0.1 });
        for round in 1..=3 {
            edge.advance();
            near(edge.utility(&Choice::default(), FIRST, 1.0), 0.1 * f64::from(round));
        }
    }

    #[test]
    fn an_offer_counts_for_its_rival_and_its_rounds_as_much_as_a_discount_of_ours() {
        let mut edge = RivalEdge::default();
        edge.hear(&Happening::RivalOffer { rival: Some(SECOND), cut: 0.08, rounds: 2 });
        for _ in 0..2 {
            // 7 x .08, for somebody twice as sensitive 7 x .16
            near(edge.utility(&Choice::default(), SECOND, 1.0), 0.56);
            near(edge.utility(&Choice::default(), SECOND, 2.0), 1.12);
            near(edge.utility(&Choice::default(), FIRST, 1.0), 0.0);
            edge.tire();
        }
        near(edge.utility(&Choice::default(), SECOND, 1.0), 0.0);
        edge.hear(&Happening::RivalOffer { rival: None, cut: 0.08, rounds: 1 });
        near(edge.utility(&Choice::default(), FIRST, 1.0), 0.56);
    }
}
