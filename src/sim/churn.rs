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

    /// The largest term of the hazard names the reason; where several small things added up, the last blow does.
    fn why(&self, id: CustomerId, terms: Hazard) -> Cause {
        let blow = self.relation(id).blow;
        let candidates = [
            (terms.shock, Cause::Resigned),
            (terms.silence, Cause::Silence),
            (terms.negative, blow.unwrap_or(Cause::TicketUnanswered)),
            (terms.satisfaction, blow.unwrap_or(Cause::DeliveredBelow)),
            (terms.trust, blow.unwrap_or(Cause::Silence)),
        ];
        let mut best = candidates[0];
        for candidate in candidates {
            if candidate.0 > best.0 {
                best = candidate;
            }
        }
        // nothing pushed it away: bad luck, which is told as a better offer elsewhere
        if best.0 > 0.0 { best.1 } else { Cause::Lost }
    }
}
