//! Phase 13: who leaves (MODEL.md 10).

use super::draw::Purpose;
use super::effect::{About, Cause, Measure};
use super::hazard::{self, Hazard};
use super::maths::sigmoid;
use super::report::{Happened, Phase};
use super::state::TicketState;
use super::turn::Turn;
use super::units::CustomerId;

impl Turn<'_> {
    pub fn churn(&mut self) {
        for id in self.ids() {
            if self.relation(id).active() {
                let relation = self.relation(id);
                let terms = hazard::hazard(self.rules, &hazard::Inputs::of(relation));
                let p = sigmoid(terms.total());
                if self.draw(Purpose::Churn, id, 0).happens(p) {
                    self.lose(id, p, terms);
                }
            }
            let kept = self.rules.lifecycle.shock_kept;
            let relation = self.relation(id);
            if relation.shock > 0.0 {
                let shock = relation.shock * kept;
                self.set(id, Measure::Shock, shock, Cause::Faded, About::Nothing);
            }
            let relation = self.relation_mut(id);
            relation.poached = relation.poached.saturating_sub(1);
        }
    }

    fn lose(&mut self, id: CustomerId, p: f64, terms: Hazard) {
        let cause = self.why(id, terms);
        let [trust, commitment] = self.rules.lifecycle.lost_keeps;
        let relation = self.relation(id);
        let (t, c) = (relation.trust, relation.commitment);
        self.set(id, Measure::Trust, t * trust, Cause::Lost, About::Nothing);
        self.set(id, Measure::Commitment, c * commitment, Cause::Lost, About::Nothing);
        let round = self.round;
        let relation = self.relation_mut(id);
        relation.lost = Some(round);
        relation.lost_cause = Some(cause);
        self.enter(id, Phase::Lost, Some(cause));
        self.happened(Happened::Churned { customer: id, hazard: p, cause });
        for ticket in self.team.tickets.iter_mut().filter(|t| t.id.customer == id && t.state == TicketState::Open) {
            ticket.state = TicketState::Dropped(round);
        }
        for deal in self.team.open_deals_of_mut(id) {
            deal.outcome = Some(super::state::DealOutcome::NoSale);
        }
    }

    /// The largest part of the hazard names the reason. What a customer holds against the team (bad impressions, low
    /// satisfaction, lost trust) is one part, and the last blow is its name.
    fn why(&self, id: CustomerId, terms: Hazard) -> Cause {
        let blow = self.relation(id).blow;
        let held = [(terms.negative, Cause::TicketUnanswered), (terms.satisfaction, Cause::DeliveredBelow), (terms.trust, Cause::Silence)];
        let grudge: f64 = held.iter().map(|(term, _)| term.max(0.0)).sum();
        let named = blow.unwrap_or_else(|| largest(&held).1);
        let (weight, cause) = largest(&[(grudge, named), (terms.shock, Cause::Resigned), (terms.silence, Cause::Silence)]);
        // nothing pushed it away: bad luck, which is told as a better offer elsewhere
        if weight > 0.0 { cause } else { Cause::Lost }
    }
}

/// The first of the largest.
fn largest<const N: usize>(parts: &[(f64, Cause); N]) -> (f64, Cause) {
    parts.iter().skip(1).fold(parts[0], |best, &part| if part.0 > best.0 { part } else { best })
}
