//! Phase 12: bond, commitment, and the phases of a relation (MODEL.md 8, 10). Phases show, allow and score; they never feed behaviour.

use super::effect::{About, Cause, Measure};
use super::report::Phase;
use super::scenario::Severity;
use super::state::{Relation, TicketState};
use super::turn::Turn;
use super::units::{CustomerId, Round};

/// Places in `Relation::held`.
const FORMATION_BACK: usize = 0;
const STABLE: usize = 1;
const STABLE_BACK: usize = 2;
const LOW: usize = 3;
const RECOVERED: usize = 4;

impl Turn<'_> {
    /// Round end of every relation, then at most one change of phase.
    pub fn lifecycle(&mut self) {
        let memory = &self.rules.relations;
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.known() {
                continue;
            }
            let sold = relation.selling_hours * memory.bond_per_selling_hour;
            let (bond, commitment, satisfaction, trust, active) =
                (relation.bond, relation.commitment, relation.satisfaction, relation.trust, relation.active());
            if sold > 0.0 || bond > 0.0 {
                self.set(id, Measure::Bond, memory.bond_kept * bond + sold, if sold > 0.0 { Cause::Sold } else { Cause::Faded }, About::Nothing);
            }
            if active && !self.relation(id).contacted {
                self.add(id, Measure::Trust, -self.rules.care.silence, Cause::Silence, About::Nothing);
            }
            if active {
                let [s, t] = memory.commitment_weights;
                let goal = s * satisfaction + t * trust;
                self.set(id, Measure::Commitment, commitment + memory.commitment_rate * (goal - commitment), Cause::Grew, About::Nothing);
            }
            self.phase_of(id);
        }
        let kept = memory.reputation_kept;
        for reputation in &mut self.team.reputation {
            *reputation *= kept;
        }
    }

    /// Z = .35 S + .35 T + .30 C.
    fn index(&self, relation: &Relation) -> f64 {
        let [s, t, c] = self.rules.lifecycle.index_weights;
        s * relation.satisfaction + t * relation.trust + c * relation.commitment
    }

    fn phase_of(&mut self, id: CustomerId) {
        let rules = &self.rules.lifecycle;
        let critical = self.team.tickets.iter().any(|t| t.id.customer == id && t.severity == Severity::Critical && t.state == TicketState::Open);
        let relation = self.relation_mut(id);
        relation.critical_rounds = if critical { relation.critical_rounds.saturating_add(1) } else { 0 };
        let relation = self.relation(id);
        let z = self.index(relation);
        let [stable_orders, stable_s, stable_t, stable_c] = rules.stability;
        let orders = f64::from(relation.orders);
        let stable = orders >= stable_orders && relation.satisfaction >= stable_s && relation.trust >= stable_t && relation.commitment >= stable_c;
        let (phase, overdue, ignored) = (relation.phase, self.overdue(id), relation.critical_rounds >= rules.hold);
        let since_lost = relation.lost.map_or(0, |r| self.round.since(r));
        let hold = rules.hold;
        let relation = self.relation_mut(id);
        let mut held = |place: usize, holds: bool| {
            relation.held[place] = if holds { relation.held[place].saturating_add(1) } else { 0 };
            relation.held[place] >= hold
        };
        let to_stable = held(STABLE, stable);
        let back_from_stable = held(STABLE_BACK, z < rules.stability_back);
        let back_from_formation = held(FORMATION_BACK, z < rules.formation_back);
        let low = held(LOW, z < rules.decline[0]);
        let recovered = held(RECOVERED, z >= rules.decline[1] && !overdue && !ignored);
        let declines = || {
            if low {
                Some(self.relation(id).blow.unwrap_or(Cause::Silence))
            } else if overdue {
                Some(Cause::Ordered)
            } else if ignored {
                Some(Cause::TicketUnanswered)
            } else {
                None
            }
        };
        let next = match phase {
            Phase::Exploration if orders >= rules.formation[0] && z >= rules.formation[1] => Some((Phase::Formation, None)),
            Phase::Awareness if orders > 0.0 => Some((Phase::Exploration, None)),
            Phase::Formation => match declines() {
                Some(cause) => Some((Phase::Decline, Some(cause))),
                None if back_from_formation => Some((Phase::Exploration, None)),
                None if to_stable => Some((Phase::Stability, None)),
                None => None,
            },
            Phase::Stability => match declines() {
                Some(cause) => Some((Phase::Decline, Some(cause))),
                None if back_from_stable => Some((Phase::Formation, None)),
                None => None,
            },
            Phase::Decline if recovered => Some((Phase::Formation, None)),
            Phase::Lost if since_lost >= rules.lost_rounds => Some((Phase::Exploration, None)),
            _ => None,
        };
        if let Some((to, cause)) = next {
            self.enter(id, to, cause);
        }
    }

    /// No order for 2.5 of the customer's own intervals: the mean gap between its orders, 1/lambda below two orders.
    fn overdue(&self, id: CustomerId) -> bool {
        let relation = self.relation(id);
        let Some(last) = relation.last_order else { return false };
        let rate = self.customers[id.index()].equity_rate;
        let interval = if relation.won >= 2 {
            let first = relation.found.map_or(Round(0), |(_, round)| round);
            f64::from(last.since(first).max(1)) / f64::from(relation.won)
        } else if rate > 0.0 {
            1.0 / rate
        } else {
            return false;
        };
        f64::from(self.round.since(last)) > self.rules.lifecycle.decline_intervals * interval.max(1.0)
    }
}
