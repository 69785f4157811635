//! Phase 9: referrals and reputation (docs/model.md#referrals, #reputation).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::luck::draw::Block;
use crate::sim::luck::events::Praise;
use crate::sim::terms::Found;
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// Satisfied buyers praise and may name somebody, dissatisfied ones blame. Then the echo of campaigns fades, and quarters and
    /// years of gifts end.
    pub fn word_of_mouth(&mut self) {
        let (finding, lifecycle) = (&self.rules.finding, &self.rules.lifecycle);
        for id in self.ids() {
            // asking counts for the round in which it was done
            let asked = std::mem::take(&mut self.relation_mut(id).activity.asked_referral);
            let relation = self.relation(id);
            if !relation.active() {
                continue;
            }
            if relation.measures.satisfaction() >= finding.referral_satisfaction {
                let chance = finding.referral * if asked { finding.referral_asked } else { 1.0 } * self.echo();
                self.add(id, Measure::Reputation, lifecycle.praise, Cause::Praise, About::Nothing);
                let luck: Block<Praise> = self.luck_of(id, 0);
                if luck.happens(Praise::Names, chance) {
                    self.refer(id, luck.uniform(Praise::Whom));
                }
            } else if relation.measures.satisfaction() < lifecycle.dissatisfied {
                self.add(id, Measure::Reputation, -lifecycle.blame, Cause::Blame, About::Nothing);
                self.complain_in_public(id, lifecycle.blame);
            }
        }
        self.echo_fades();
        self.gift_periods();
    }

    /// A satisfied customer names somebody the team does not know: from a keyed place on, the next unknown one.
    fn refer(&mut self, from: CustomerId, luck: f64) {
        let count = self.customers.len();
        let start = (luck * count as f64) as usize;
        let target = (0..count).map(|k| CustomerId::at((start + k) % count)).find(|&id| self.relation(id).findable());
        if let Some(id) = target {
            self.meet(id, Found::Referral(from), self.rules.relations.trust_referral);
            self.relation_mut(from).history.referred.push(id);
            self.needs_of(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::state::Relation;
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, about, bare, buyer, card_of, generated, near, relation, share};
    use crate::sim::units::IndustryId;

    #[test]
    fn the_satisfied_praise_and_the_dissatisfied_blame_first_in_their_own_industry() {
        for (satisfaction, own, others) in [(75.0, 0.004, 0.002), (74.9, 0.0, 0.0), (40.0, 0.0, 0.0), (39.9, -0.008, -0.004)] {
            let mut state = bare(1);
            card_of(&mut state, ALPHA).industry = IndustryId(1);
            buyer(&mut state, ALPHA, 1).measures.satisfaction = satisfaction;
            state.turn(0).word_of_mouth();
            near(state.teams[0].reputation.0[1], own);
            near(state.teams[0].reputation.0[0], others);
        }
    }

    /// Share of buyers of this satisfaction whose referral brought a customer; half of the market is unknown.
    fn referrals(satisfaction: f64, asked: bool) -> f64 {
        share(|mut state| {
            let buyers: Vec<CustomerId> = generated(&state).take(8).collect();
            for &id in &buyers {
                buyer(&mut state, id, 1).measures.satisfaction = satisfaction;
                relation(&mut state, id).activity.asked_referral = asked;
            }
            state.turn(0).word_of_mouth();
            (buyers.iter().filter(|&&id| !state.teams[0].relation(id).history.referred.is_empty()).count(), buyers.len())
        })
    }

    #[test]
    fn referrals_come_from_the_satisfied_and_twice_as_often_if_asked() {
        about(referrals(75.0, false), 0.05, 0.016);
        about(referrals(75.0, true), 0.10, 0.02);
        assert_eq!(referrals(74.9, true), 0.0);
    }

    #[test]
    fn asking_counts_for_one_round() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1).measures.satisfaction = 80.0;
        state.turn(0).play(cards::AskReferral { customers: vec![ALPHA] }, true);
        state.turn(0).word_of_mouth();
        assert!(!relation(&mut state, ALPHA).activity.asked_referral);
    }

    #[test]
    fn a_referral_brings_somebody_unknown_who_trusts() {
        let mut state = bare(1);
        for id in generated(&state) {
            buyer(&mut state, id, 1);
        }
        // only one stranger is left, whoever is named
        let stranger = CustomerId(7);
        *relation(&mut state, stranger) = Relation::new(&state.scenario.guide.rules.clone());
        relation(&mut state, CustomerId(0)).phase = Phase::Awareness;
        state.turn(0).refer(ALPHA, 0.3);
        assert_eq!(relation(&mut state, stranger).measures.trust, 40.0);
        assert_eq!(relation(&mut state, stranger).history.found.map(|f| f.0), Some(Found::Referral(ALPHA)));
        assert_eq!(relation(&mut state, ALPHA).history.referred, [stranger]);
    }
}
