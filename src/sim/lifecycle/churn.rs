//! Phase 13: who leaves (docs/model.md#churn).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::lifecycle::hazard::{self, Hazard};
use crate::sim::luck::events::Departure;
use crate::sim::maths::sigmoid;
use crate::sim::state::{DealOutcome, TicketState};
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// Every buyer that no contract binds may leave, with the chance sigma(logit h). Then shock fades where somebody answers for the
    /// customer, and poaching comes a round nearer its end.
    pub fn churn(&mut self) {
        for id in self.ids() {
            // who is bound by a contract stays until it ends
            if self.relation(id).active() && self.relation(id).contract.bound < self.round {
                let relation = self.relation(id);
                let terms = hazard::hazard(self.rules, &hazard::Inputs::of(relation));
                let p = sigmoid(terms.total());
                if self.luck_of(id, 0).happens(Departure::Leaves, p) {
                    self.lose(id, p, terms);
                }
            }
            // the worry goes on while nobody answers for the customer
            let kept = self.rules.lifecycle.shock_kept;
            let relation = self.relation(id);
            if relation.measures.shock() > 0.0 && relation.ownership.orphaned.is_none() && relation.ownership.pooled.is_none() {
                let shock = relation.measures.shock() * kept;
                self.set(id, Measure::Shock, shock, Cause::Faded, About::Nothing);
            }
            let relation = self.relation_mut(id);
            relation.ownership.poached = relation.ownership.poached.saturating_sub(1);
        }
    }

    fn lose(&mut self, id: CustomerId, p: f64, terms: Hazard) {
        let cause = self.why(id, terms);
        self.leave(id, cause);
        self.happened(Happened::Churned { customer: id, hazard: p, cause });
    }

    /// A customer leaves, with its contracts, tickets and deals.
    pub(crate) fn leave(&mut self, id: CustomerId, cause: Cause) {
        let [trust, commitment] = self.rules.lifecycle.lost_keeps;
        let relation = self.relation(id);
        let (t, c) = (relation.measures.trust(), relation.measures.commitment());
        self.set(id, Measure::Trust, t * trust, Cause::Lost, About::Nothing);
        self.set(id, Measure::Commitment, c * commitment, Cause::Lost, About::Nothing);
        let round = self.round;
        let relation = self.relation_mut(id);
        relation.history.lost = Some(round);
        relation.history.lost_cause = Some(cause);
        self.enter(id, Phase::Lost, Some(cause));
        self.end_contracts(id);
        for ticket in self.team.service_desk.tickets.open_mut().iter_mut().filter(|t| t.id.customer == id && t.state == TicketState::Open) {
            ticket.state = TicketState::Dropped(round);
        }
        for deal in self.team.open_deals_of_mut(id) {
            deal.outcome = Some(DealOutcome::NoSale);
        }
    }

    /// The largest part of the hazard names the reason. What a customer holds against the team (bad impressions, low
    /// satisfaction, lost trust) is one part, and the last grievance is its name.
    fn why(&self, id: CustomerId, terms: Hazard) -> Cause {
        let grievance = self.relation(id).service.grievance;
        let held = [(terms.negative, Cause::TicketUnanswered), (terms.satisfaction, Cause::DeliveredBelow), (terms.trust, Cause::Silence)];
        let grudge: f64 = held.iter().map(|(term, _)| term.max(0.0)).sum();
        let named = grievance.unwrap_or_else(|| largest(&held).1);
        let (weight, cause) = largest(&[(grudge, named), (terms.shock, Cause::Resigned), (terms.silence, Cause::Silence)]);
        // nothing pushed it away: bad luck, which is told as a better offer elsewhere
        if weight > 0.0 { cause } else { Cause::Lost }
    }
}

/// The first of the largest.
fn largest<const N: usize>(parts: &[(f64, Cause); N]) -> (f64, Cause) {
    parts.iter().skip(1).fold(parts[0], |best, &part| if part.0 > best.0 { part } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::Severity;
    use crate::sim::state::{Relation, Streaks};
    use crate::sim::testing::{ALPHA, HERO, about, bare, buyer, deal, deal_of, generated, lead, near, relation, rules, share, ticket};
    use crate::sim::units::Round;

    /// Everybody leaves who can.
    fn doomed() -> Game {
        let mut state = bare(1);
        rules(&mut state).lifecycle.churn = 20.0;
        buyer(&mut state, ALPHA, 2);
        state
    }

    #[test]
    fn who_leaves_takes_trust_deals_and_tickets_along() {
        let mut state = doomed();
        let alpha = relation(&mut state, ALPHA);
        (alpha.measures.trust, alpha.measures.commitment, alpha.streaks.low) = (50.0, 20.0, 1);
        let (own, other) = (deal(&mut state, ALPHA, 5), deal(&mut state, HERO, 5));
        ticket(&mut state, ALPHA, Severity::Minor, 1);
        ticket(&mut state, HERO, Severity::Minor, 1);
        state.turn(0).churn();
        let round = state.round;
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.trust, 30.0);
        near(alpha.measures.commitment, 10.0);
        assert_eq!((alpha.phase, alpha.history.lost, alpha.streaks), (Phase::Lost, Some(round), Streaks::default()));
        assert_eq!([own, other].map(|id| deal_of(&mut state, id).outcome), [Some(DealOutcome::NoSale), None]);
        assert_eq!([0, 1].map(|i| state.teams[0].service_desk.tickets[i].state), [TicketState::Dropped(round), TicketState::Open]);
    }

    #[test]
    fn only_buyers_that_are_here_can_leave() {
        let mut state = doomed();
        lead(&mut state, HERO);
        let gone = CustomerId(2);
        buyer(&mut state, gone, 1).phase = Phase::Lost;
        let before = relation(&mut state, gone).clone();
        state.turn(0).churn();
        assert_eq!(relation(&mut state, HERO).phase, Phase::Awareness);
        assert_eq!(*relation(&mut state, gone), before, "it is lost once");
    }

    #[test]
    fn customers_leave_as_often_as_the_hazard_says() {
        let left = share(|mut state| {
            let ids: Vec<CustomerId> = generated(&state).collect();
            for &id in &ids {
                let relation = buyer(&mut state, id, 1);
                (relation.measures.satisfaction, relation.measures.trust, relation.measures.negative) = (40.0, 25.0, 12.0);
            }
            state.turn(0).churn();
            (ids.iter().filter(|&&id| state.teams[0].relation(id).phase == Phase::Lost).count(), ids.len())
        });
        // -4.5 + .055 x 20 + .02 x 20 + .5
        about(left, sigmoid(-2.5), 0.014);
    }

    #[test]
    fn a_shock_counts_and_then_fades() {
        let mut state = bare(1);
        rules(&mut state).lifecycle.churn = -20.0;
        buyer(&mut state, ALPHA, 1).measures.shock = 2.0;
        relation(&mut state, ALPHA).ownership.poached = 2;
        state.turn(0).churn();
        near(relation(&mut state, ALPHA).measures.shock, 1.5);
        assert_eq!(relation(&mut state, ALPHA).ownership.poached, 1);
        state.turn(0).churn();
        near(relation(&mut state, ALPHA).measures.shock, 1.125);
    }

    #[test]
    fn a_shock_does_not_fade_while_nobody_answers_for_the_customer() {
        type Prepare = fn(&mut Relation);
        let cases: [(Prepare, f64); 3] = [(|_| (), 1.5), (|r| r.ownership.orphaned = Some(Round(1)), 2.0), (|r| r.ownership.pooled = Some(Round(1)), 2.0)];
        for (prepare, after) in cases {
            let mut state = bare(1);
            rules(&mut state).lifecycle.churn = -20.0;
            let alpha = buyer(&mut state, ALPHA, 1);
            alpha.measures.shock = 2.0;
            prepare(alpha);
            state.turn(0).churn();
            near(relation(&mut state, ALPHA).measures.shock, after);
        }
    }

    #[test]
    fn the_largest_push_names_the_cause() {
        type Prepare = fn(&mut Relation);
        let cases: [(Prepare, Cause); 7] = [
            (|_| {}, Cause::Lost),
            (|r| r.measures.shock = 1.0, Cause::Resigned),
            (|r| r.activity.silent = 6, Cause::Silence),
            (|r| r.measures.negative = 24.0, Cause::TicketUnanswered),
            (|r| (r.measures.negative, r.service.grievance) = (24.0, Some(Cause::PromiseBroken)), Cause::PromiseBroken),
            (|r| (r.measures.satisfaction, r.measures.shock) = (30.0, 1.0), Cause::DeliveredBelow),
            // a loss of its own weighs more than the silence after it, though no single part of it does
            (
                |r| (r.measures.negative, r.measures.satisfaction, r.activity.silent, r.service.grievance) = (24.0, 45.0, 6, Some(Cause::CustomerLoss)),
                Cause::CustomerLoss,
            ),
        ];
        for (prepare, cause) in cases {
            let mut state = doomed();
            let alpha = relation(&mut state, ALPHA);
            (alpha.measures.satisfaction, alpha.measures.trust) = (60.0, 45.0);
            prepare(alpha);
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).history.lost_cause, Some(cause));
        }
    }
}
