//! Phase 9: referrals and reputation (MODEL.md 10).

use super::draw::Purpose;
use super::effect::{Cause, Measure};
use super::report::Found;
use super::turn::Turn;
use super::units::CustomerId;

impl Turn<'_> {
    pub fn word_of_mouth(&mut self) {
        let (finding, lifecycle) = (&self.rules.finding, &self.rules.lifecycle);
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.active() {
                continue;
            }
            if relation.satisfaction >= finding.referral_satisfaction {
                let chance = finding.referral * if relation.asked_referral { finding.referral_asked } else { 1.0 };
                self.add(id, Measure::Reputation, lifecycle.praise, Cause::Praise, super::effect::About::Nothing);
                if self.draw(Purpose::Referral, id, 0).happens(chance) {
                    self.refer(id);
                }
            } else if relation.satisfaction < lifecycle.dissatisfied {
                self.add(id, Measure::Reputation, -lifecycle.blame, Cause::Blame, super::effect::About::Nothing);
            }
        }
        self.gift_periods();
    }

    /// A satisfied customer names somebody the team does not know: from a keyed place on, the next unknown one.
    fn refer(&mut self, from: CustomerId) {
        let count = self.customers.len();
        let start = (self.draw(Purpose::ReferralTarget, from, 0).uniform() * count as f64) as usize;
        let target = (0..count).map(|k| CustomerId::at((start + k) % count)).find(|&id| !self.relation(id).known());
        if let Some(id) = target {
            self.meet(id, Found::Referral(from), self.rules.relations.trust_referral);
            self.relation_mut(from).referred.push(id);
            self.needs_of(id);
        }
    }
}
