//! Phase 11: what was ordered arrives, and is measured against what was expected (MODEL.md 8).

use super::draw::{Draw, Purpose};
use super::effect::{About, Cause, Measure};
use super::report::Happened;
use super::state::DealOutcome;
use super::turn::Turn;
use super::units::OpportunityId;

/// The satisfaction that a gap between perceived and expected leads to: `neutral + gain x gap`, clamped to 0-100.
pub(super) fn target(neutral: f64, gap: f64, gain: [f64; 2]) -> f64 {
    (neutral + if gap > 0.0 { gain[0] * gap } else { gain[1] * gap }).clamp(0.0, 100.0)
}

impl Turn<'_> {
    /// Delivers every order won this round.
    pub fn deliver_all(&mut self) {
        for index in self.team.deals.open_places() {
            let deal = &self.team.deals[index];
            let due = self.world.opportunity(deal.id).is_some_and(|o| o.due == self.round);
            if due && matches!(deal.outcome, Some(DealOutcome::Won(_))) {
                self.deliver(deal.id);
            }
        }
    }

    fn deliver(&mut self, id: OpportunityId) {
        let customer = id.customer;
        let (rules, selling) = (&self.rules.delivery, &self.rules.selling);
        let Some(deal) = self.team.deal(id) else { return };
        let Some(quote) = &deal.quote else { return };
        let fit = quote.fit + if deal.demo { selling.demo_fit } else { 0.0 } + if deal.check { selling.check_fit } else { 0.0 };
        let noise = self.luck_of_delivery(id).normal();
        let relation = self.relation(customer);
        // P = 70 + 6R/100 + fit + 6N; D = P - E
        let quality = rules.base + rules.records * relation.records / 100.0 + fit + rules.spread * noise;
        let (expectation, satisfaction, negative) = (relation.expectation, relation.satisfaction, relation.negative);
        let gap = quality - expectation;
        let burden = rules.negative * (negative / self.rules.relations.failure).min(rules.negative_cap);
        let goal = (target(rules.neutral, gap, rules.gain) - burden).clamp(0.0, 100.0);
        let about = About::Deal(id);
        let cause = if gap < rules.broken {
            Cause::PromiseBroken
        } else if gap < rules.kept {
            Cause::DeliveredBelow
        } else {
            Cause::DeliveredWell
        };
        self.set(customer, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, about);
        self.set(customer, Measure::Expectation, expectation + rules.expectation_rate * gap, cause, about);
        if gap >= rules.kept {
            let trust = self.relation(customer).trust;
            self.set(customer, Measure::Trust, trust + rules.trust_kept * (1.0 - trust / 100.0), cause, about);
            self.add(customer, Measure::Commitment, rules.commitment_kept, cause, about);
        } else {
            self.add(customer, Measure::Trust, -gap.abs(), cause, about);
        }
        if gap < rules.broken {
            self.add(customer, Measure::Negative, self.rules.relations.failure, cause, about);
            self.add(customer, Measure::Reputation, -rules.broken_reputation, cause, about);
            self.attitude_of_all(customer, -self.rules.relations.attitude_broken_promise);
            self.relation_mut(customer).blow = Some(Cause::PromiseBroken);
        } else if gap < rules.kept {
            self.relation_mut(customer).blow.get_or_insert(Cause::DeliveredBelow);
        }
        self.contacted(customer);
        self.happened(Happened::Delivered { deal: id, quality, expectation });
    }

    fn luck_of_delivery(&self, id: OpportunityId) -> Draw {
        self.luck.draw(Purpose::DeliveryFit, self.team.actor, id.customer, id.born, id.source.slot())
    }
}
