//! Phase 11: what was ordered arrives, and is measured against what was expected (docs/model.md#delivery).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::Opportunity;
use crate::sim::turn::Turn;
use crate::sim::turn::satisfaction::target;
use crate::sim::units::NeedId;

impl Turn<'_> {
    /// Delivers every order whose goods leave.
    pub fn deliver_all(&mut self) {
        for index in self.team.deals.open_places() {
            let deal = &self.team.deals[index];
            if deal.order.is_some_and(|o| o.delivered.is_none() && o.leaves.is_some_and(|round| round <= self.round)) {
                self.deliver(deal.id);
            }
        }
    }

    fn deliver(&mut self, id: NeedId) {
        let customer = id.customer;
        let rules = &self.rules.delivery;
        let Some(deal) = self.team.deal(id) else { return };
        let Some(quote) = &deal.quote else { return };
        let fit = deal.fit(self.rules, quote.fit);
        let Some(need) = self.world.need(id) else { return };
        let noise = self.luck_with(need).normal(Opportunity::Delivery);
        let relation = self.relation(customer);
        let late = self.round.since(quote.delivery);
        let lateness = if late > 0 { self.rules.goods.late } else { 0.0 };
        // P = base + records R/100 + fit + spread N - late if later than promised; D = P - E
        let quality = rules.base + rules.records * relation.measures.records() / 100.0 + fit + rules.spread * noise - lateness;
        let (expectation, satisfaction, negative) = (relation.measures.expectation(), relation.measures.satisfaction(), relation.measures.negative());
        let gap = quality - expectation;
        let burden = rules.negative * (negative / self.rules.relations.failure).min(rules.negative_cap);
        let goal = target(rules.neutral - burden, gap, rules.gain);
        let about = About::Deal(id);
        let cause = if gap < rules.kept && late > 0 {
            Cause::DeliveredLate
        } else if gap < rules.broken {
            Cause::PromiseBroken
        } else if gap < rules.kept {
            Cause::DeliveredBelow
        } else {
            Cause::DeliveredWell
        };
        self.set(customer, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, about);
        self.set(customer, Measure::Expectation, expectation + rules.expectation_rate * gap, cause, about);
        if gap >= rules.kept {
            let trust = self.relation(customer).measures.trust();
            self.set(customer, Measure::Trust, trust + rules.trust_kept * (1.0 - trust / 100.0), cause, about);
            self.add(customer, Measure::Commitment, rules.commitment_kept, cause, about);
        } else {
            self.add(customer, Measure::Trust, -gap.abs(), cause, about);
        }
        if gap < rules.broken {
            self.add(customer, Measure::Negative, self.rules.relations.failure, cause, about);
            self.add(customer, Measure::Reputation, -rules.broken_reputation, cause, about);
            self.sour_all(customer, self.rules.relations.attitude_broken_promise, cause);
            let points = self.rules.relations.failure;
            self.relation_mut(customer).service.grieve(cause, points);
        } else if gap < rules.kept {
            let service = &mut self.relation_mut(customer).service;
            if service.grievance.is_none() {
                service.grieve(cause, 0.0);
            }
        }
        self.contacted(customer);
        self.handed_over(id);
        if late > 0 {
            self.happened(Happened::DeliveredLate { deal: id, rounds: late });
        }
        self.happened(Happened::Delivered { deal: id, quality, expectation });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::report::TeamReport;
    use crate::sim::state::{DealOutcome, Order};
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, about, bare, buyer, deal_of, near, quoted, relation, rules, share, told};
    use crate::sim::units::Round;

    /// An order to be delivered this round without luck: P = 70 + 6 R/100 + fit. T 30, C 0, S 60.
    fn ordered(state: &mut Game, expectation: f64) -> NeedId {
        rules(state).delivery.spread = 0.0;
        let alpha = buyer(state, ALPHA, 1);
        alpha.measures.expectation = expectation;
        alpha.contacts[0].reached = true;
        let id = quoted(state, ALPHA);
        let round = state.round;
        let deal = deal_of(state, id);
        deal.outcome = Some(DealOutcome::Won(deal.quote.as_ref().expect("quoted").price));
        deal.order = Some(Order { promised: round, leaves: Some(round), delivered: None });
        id
    }

    #[test]
    fn what_is_delivered_is_records_fit_and_what_was_shown() {
        for (records, fit, demo, check, quality) in [(0.0, 0.0, false, false, 70.0), (50.0, 2.0, true, false, 79.0), (100.0, -12.0, false, true, 68.0)] {
            let mut state = bare(1);
            let id = ordered(&mut state, 60.0);
            relation(&mut state, ALPHA).measures.records = records;
            let deal = deal_of(&mut state, id);
            (deal.demo, deal.check) = (demo, check);
            deal.quote.as_mut().expect("quoted").fit = fit;
            state.turn(0).deliver_all();
            let told = told(&state, |h| if let Happened::Delivered { quality, .. } = h { Some(*quality) } else { None });
            assert_eq!(told.len(), 1);
            near(told[0], quality);
        }
    }

    #[test]
    fn a_gap_moves_satisfaction_expectation_trust_and_commitment() {
        // P = 70; (E, twelfths before) -> (S, E, T, C): S by .4 of the way to 62 + g - 10 min(3, neg/12), E by .15 D
        for (expectation, negative, after) in [
            // D 10, g 12: to 74; T 30 + 8 x .7
            (60.0, 0.0, [65.6, 61.5, 35.6, 4.0]),
            // one failure and then three: to 64, to 44
            (60.0, 12.0, [61.6, 61.5, 35.6, 4.0]),
            (60.0, 36.0, [53.6, 61.5, 35.6, 4.0]),
            // D 50, g 60, one failure: to 112, which is 100 and no less
            (20.0, 12.0, [76.0, 27.5, 35.6, 4.0]),
            // D -5 is still kept, g -10: to 52
            (75.0, 0.0, [56.8, 74.25, 35.6, 4.0]),
            // D -6, g -12: to 50
            (76.0, 0.0, [56.0, 75.1, 24.0, 0.0]),
            // D -10 is no broken promise yet
            (80.0, 0.0, [52.8, 78.5, 20.0, 0.0]),
            // D -12, g -24: to 38
            (82.0, 0.0, [51.2, 80.2, 18.0, 0.0]),
        ] {
            let mut state = bare(1);
            ordered(&mut state, expectation);
            relation(&mut state, ALPHA).measures.negative = negative;
            state.turn(0).deliver_all();
            let alpha = relation(&mut state, ALPHA);
            let found = [alpha.measures.satisfaction, alpha.measures.expectation, alpha.measures.trust, alpha.measures.commitment];
            assert!(found.iter().zip(after).all(|(f, a)| (f - a).abs() < 1e-9), "E {expectation}, neg {negative}: {found:?}, not {after:?}");
            assert!(alpha.activity.contacted);
        }
    }

    #[test]
    fn below_minus_ten_it_is_a_broken_promise() {
        for (expectation, negative, reputation, attitude) in [(80.0, 0.0, 0.0, 0.0), (80.1, 12.0, -0.08, -20.0)] {
            let mut state = bare(1);
            ordered(&mut state, expectation);
            state.turn(0).deliver_all();
            let own = state.customers[ALPHA.index()].industry.index();
            near(state.teams[0].reputation.0[own], reputation);
            let alpha = relation(&mut state, ALPHA);
            near(alpha.measures.negative, negative);
            assert_eq!([0, 1].map(|i| alpha.contacts[i].attitude), [attitude, 0.0], "the second contact was never met");
            assert_eq!(alpha.service.grievance == Some(Cause::PromiseBroken), negative > 0.0);
        }
    }

    #[test]
    fn luck_of_delivery_is_normal_with_spread_6() {
        let mut gaps = Vec::new();
        share(|mut state| {
            ordered(&mut state, 60.0);
            rules(&mut state).delivery.spread = 6.0;
            state.turn(0).deliver_all();
            gaps.extend(told(&state, |h| if let Happened::Delivered { quality, .. } = h { Some(quality - 70.0) } else { None }));
            (0, 1)
        });
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        about(mean, 0.0, 1.5);
        about((gaps.iter().map(|g| g * g).sum::<f64>() / gaps.len() as f64).sqrt(), 6.0, 1.0);
    }

    #[test]
    fn an_order_is_delivered_once_when_its_goods_leave() {
        for (leaves, before, delivered) in
            [(None, None, [0, 0]), (Some(Round(2)), None, [0, 1]), (Some(Round(1)), None, [1, 0]), (Some(Round(1)), Some(Round(1)), [0, 0])]
        {
            let mut state = bare(1);
            let id = ordered(&mut state, 60.0);
            deal_of(&mut state, id).order = Some(Order { promised: Round(2), leaves, delivered: before });
            relation(&mut state, ALPHA).phase = Phase::Formation;
            let mut count = || {
                state.journal.teams[0].report = TeamReport::default();
                state.turn(0).deliver_all();
                let count = told(&state, |h| matches!(h, Happened::Delivered { .. }).then_some(())).len();
                state.round = state.round.plus(1);
                count
            };
            assert_eq!([count(), count()], delivered, "{leaves:?} {before:?}");
        }
    }

    #[test]
    fn late_goods_are_ten_points_worse_and_say_so() {
        // promised for round 1; P 70, or 60; E 66: D 4 or -6
        for (round, late, quality, cause, trust) in [(1, None, 70.0, Cause::DeliveredWell, 35.6), (3, Some(2), 60.0, Cause::DeliveredLate, 24.0)] {
            let mut state = bare(1);
            ordered(&mut state, 66.0);
            state.round = Round(round);
            state.turn(0).deliver_all();
            near(relation(&mut state, ALPHA).measures.trust, trust);
            let found = told(&state, |h| if let Happened::Delivered { quality, .. } = h { Some(*quality) } else { None });
            assert_eq!(found.len(), 1);
            near(found[0], quality);
            let told = told(&state, |h| if let Happened::DeliveredLate { rounds, .. } = h { Some(*rounds) } else { None });
            assert_eq!(told, late.into_iter().collect::<Vec<_>>());
            assert!(state.journal.teams[0].report.effects.iter().all(|e| e.cause == cause));
            assert_eq!(relation(&mut state, ALPHA).service.grievance, late.map(|_| cause));
        }
    }
}
