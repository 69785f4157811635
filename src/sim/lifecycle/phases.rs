//! Phase 12: bond, commitment, and the phases of a relation (docs/model.md#bond-and-commitment, #phases).
//!
//! Phases show where relations stand, allow cards and count in the score. Beyond known or not, the rules read two of them:
//! stability makes the price tier senior, and who is lost hears no bids and is neither cared for nor served.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::scenario::Severity;
use crate::sim::state::TicketState;
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Round};

impl Turn<'_> {
    /// Round end of every relation, then at most one change of phase.
    pub fn lifecycle(&mut self) {
        let memory = &self.rules.relations;
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.known() {
                continue;
            }
            let sold = relation.activity.selling_hours * memory.bond_per_selling_hour;
            let (bond, commitment, satisfaction, active) =
                (relation.measures.bond(), relation.measures.commitment(), relation.measures.satisfaction(), relation.active());
            if sold > 0.0 || bond > 0.0 {
                self.set(id, Measure::Bond, memory.bond_kept * bond + sold, if sold > 0.0 { Cause::Sold } else { Cause::Faded }, About::Nothing);
            }
            let touch = self.rules.care.touch(self.relation(id).activity.care_hours);
            self.add(id, Measure::Bond, memory.bond_per_touch * touch, Cause::Cared, About::Nothing);
            if active && !self.relation(id).activity.contacted {
                self.add(id, Measure::Trust, -self.rules.care.silence, Cause::Silence, About::Nothing);
            }
            if active {
                let [s, t] = memory.commitment_weights;
                let goal = s * satisfaction + t * self.relation(id).measures.trust();
                self.set(id, Measure::Commitment, commitment + memory.commitment_rate * (goal - commitment), Cause::Grew, About::Nothing);
            }
            self.phase_of(id);
        }
        self.team.reputation.fade(self.journal, self.round, memory.reputation_kept);
    }

    fn phase_of(&mut self, id: CustomerId) {
        let rules = &self.rules.lifecycle;
        let critical =
            self.team.service_desk.tickets.open().iter().any(|t| t.id.customer == id && t.severity == Severity::Critical && t.state == TicketState::Open);
        let relation = self.relation_mut(id);
        relation.service.critical_rounds = if critical { relation.service.critical_rounds.saturating_add(1) } else { 0 };
        let relation = self.relation(id);
        let z = relation.measures.index(&self.rules.lifecycle);
        let [stable_orders, stable_s, stable_t, stable_c] = rules.stability;
        let orders = f64::from(relation.history.orders);
        let stable = orders >= stable_orders
            && relation.measures.satisfaction() >= stable_s
            && relation.measures.trust() >= stable_t
            && relation.measures.commitment() >= stable_c;
        let (phase, overdue, ignored) = (relation.phase, self.overdue(id), relation.service.critical_rounds >= rules.hold);
        let since_lost = relation.history.lost.map_or(0, |r| self.round.since(r));
        let hold = rules.hold;
        let relation = self.relation_mut(id);
        let streaks = &mut relation.streaks;
        let held = |streak: &mut u16, holds: bool| {
            *streak = if holds { streak.saturating_add(1) } else { 0 };
            *streak >= hold
        };
        let to_stable = held(&mut streaks.stable, stable);
        let back_from_stable = held(&mut streaks.stability_back, z < rules.stability_back);
        let back_from_formation = held(&mut streaks.formation_back, z < rules.formation_back);
        let low = held(&mut streaks.low, z < rules.decline[0]);
        let recovered = held(&mut streaks.recovered, z >= rules.decline[1] && !overdue && !ignored);
        let declines = || {
            if low {
                Some(self.relation(id).service.held_against_us().unwrap_or_else(|| self.weakest_part(id)))
            } else if overdue {
                Some(Cause::NoOrder)
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
            // who would listen again has waited for nobody in between
            if phase == Phase::Lost {
                let relation = self.relation_mut(id);
                relation.activity.silent = 0;
                relation.service.blame.clear();
            }
            self.enter(id, to, cause);
        }
    }

    /// What drags the relation index down where no failure of ours is open: months without contact where there were more than
    /// customers put up with, else trust or satisfaction, whichever lies further below its neutral point by its weight.
    fn weakest_part(&self, id: CustomerId) -> Cause {
        let lifecycle = &self.rules.lifecycle;
        let relation = self.relation(id);
        if f64::from(relation.activity.silent) > lifecycle.churn_silence_free {
            return Cause::Silence;
        }
        let ([s, t, _], [neutral_s, neutral_t]) = (lifecycle.index_weights, lifecycle.churn_neutral);
        let (satisfaction, trust) = (s * (neutral_s - relation.measures.satisfaction()), t * (neutral_t - relation.measures.trust()));
        if satisfaction > trust { Cause::LowSatisfaction } else { Cause::LowTrust }
    }

    /// No order for `lifecycle.decline_intervals` of the customer's own intervals: the mean time between its orders since it was
    /// found, 1/lambda below two orders.
    fn overdue(&self, id: CustomerId) -> bool {
        let relation = self.relation(id);
        // a running contract is as good as an order every round
        let Some(last) = relation.history.last_order.filter(|_| relation.contract.fee <= Fen::ZERO) else { return false };
        let rate = self.customers[id.index()].equity_rate;
        let interval = if relation.history.won >= 2 {
            let first = relation.history.found.map_or(Round(0), |(_, round)| round);
            f64::from(last.since(first).max(1)) / f64::from(relation.history.won)
        } else if rate > 0.0 {
            1.0 / rate
        } else {
            return false;
        };
        f64::from(self.round.since(last)) > self.rules.lifecycle.decline_intervals * interval.max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::parameters::Rules;
    use crate::sim::terms::Found;
    use crate::sim::testing::{ALPHA, bare, buyer, near, relation, rules, ticket, traits};
    use crate::sim::units::{Minutes, Role};

    /// A buyer whose measures hold still: only phases move.
    fn still(phase: Phase, orders: u16, [s, t, c]: [f64; 3]) -> Game {
        let mut state = bare(1);
        let all = rules(&mut state);
        (all.care.silence, all.relations.commitment_rate) = (0.0, 0.0);
        state.round = Round(2);
        let alpha = buyer(&mut state, ALPHA, orders);
        (alpha.phase, alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.commitment) = (phase, s, t, c);
        alpha.history.last_order = None;
        state
    }

    /// Phases at the end of each of the next rounds.
    fn phases(state: &mut Game, rounds: u16) -> Vec<Phase> {
        (0..rounds)
            .map(|_| {
                state.turn(0).lifecycle();
                state.round = state.round.plus(1);
                relation(state, ALPHA).phase
            })
            .collect()
    }

    #[test]
    fn phases_change_where_the_model_says() {
        use Phase::{Awareness, Decline, Exploration, Formation, Stability};
        // Z of three equal measures is their value
        let flat = |z: f64| [z; 3];
        for (start, orders, measures, expected) in [
            (Awareness, 0, flat(90.0), [Awareness, Awareness]),
            (Awareness, 1, flat(60.0), [Exploration, Exploration]),
            (Exploration, 1, flat(90.0), [Exploration, Exploration]),
            (Exploration, 2, flat(49.9), [Exploration, Exploration]),
            (Exploration, 2, flat(50.0), [Formation, Formation]),
            // once or twice a low index means nothing before there was a relation
            (Exploration, 2, flat(10.0), [Exploration, Exploration]),
            (Formation, 2, flat(42.0), [Formation, Formation]),
            (Formation, 2, flat(41.9), [Formation, Exploration]),
            (Formation, 2, flat(39.9), [Formation, Decline]),
            (Formation, 3, [72.0, 45.0, 25.0], [Formation, Stability]),
            (Formation, 2, [72.0, 45.0, 25.0], [Formation, Formation]),
            (Formation, 3, [71.9, 60.0, 40.0], [Formation, Formation]),
            (Formation, 3, [80.0, 44.9, 40.0], [Formation, Formation]),
            (Formation, 3, [80.0, 60.0, 24.9], [Formation, Formation]),
            (Stability, 3, flat(50.0), [Stability, Stability]),
            (Stability, 3, flat(49.9), [Stability, Formation]),
            (Stability, 3, flat(39.9), [Stability, Decline]),
            (Decline, 3, flat(49.9), [Decline, Decline]),
            (Decline, 3, flat(50.0), [Decline, Formation]),
        ] {
            assert_eq!(phases(&mut still(start, orders, measures), 2), expected, "{start:?}, {orders} orders, {measures:?}");
        }
    }

    #[test]
    fn a_condition_must_hold_two_rounds_in_a_row() {
        let mut state = still(Phase::Formation, 2, [41.0; 3]);
        phases(&mut state, 1);
        relation(&mut state, ALPHA).measures.satisfaction = 60.0;
        phases(&mut state, 1);
        relation(&mut state, ALPHA).measures.satisfaction = 41.0;
        assert_eq!(phases(&mut state, 2), [Phase::Formation, Phase::Exploration]);
    }

    #[test]
    fn only_one_change_a_round() {
        // formation's conditions are met at once, those of stability have held for years
        let mut state = still(Phase::Awareness, 3, [90.0; 3]);
        assert_eq!(phases(&mut state, 4), [Phase::Exploration, Phase::Formation, Phase::Formation, Phase::Stability]);
    }

    #[test]
    fn the_index_weighs_trust_and_satisfaction_more() {
        // .35 x 60 + .35 x 50 + .30 x 40 = 50.5
        assert_eq!(phases(&mut still(Phase::Exploration, 2, [60.0, 50.0, 40.0]), 1), [Phase::Formation]);
        // .35 x 40 + .35 x 50 + .30 x 61 = 49.8
        assert_eq!(phases(&mut still(Phase::Exploration, 2, [40.0, 50.0, 61.0]), 1), [Phase::Exploration]);
    }

    #[test]
    fn no_order_for_two_and_a_half_intervals_is_decline() {
        // one order, at a rate of .25: an interval of 4 rounds; orders in rounds 5 and 9 of a customer met in round 1: 4 again
        for (orders, last, declines) in [(1, 1, 12), (2, 9, 20)] {
            let mut state = still(Phase::Formation, orders, [60.0; 3]);
            traits(&mut state, ALPHA).equity_rate = 0.25;
            let alpha = relation(&mut state, ALPHA);
            (alpha.history.found, alpha.history.last_order) = (Some((Found::Prospecting, Round(1))), Some(Round(last)));
            for (round, expected) in [(declines - 1, Phase::Formation), (declines, Phase::Decline)] {
                let mut state = state.clone();
                state.round = Round(round);
                assert_eq!(phases(&mut state, 1), [expected], "{orders} orders, round {round}");
            }
        }
    }

    #[test]
    fn a_critical_ticket_open_for_two_rounds_is_decline() {
        for (severity, expected) in [(Severity::Critical, [Phase::Formation, Phase::Decline]), (Severity::Major, [Phase::Formation; 2])] {
            let mut state = still(Phase::Formation, 2, [60.0; 3]);
            ticket(&mut state, ALPHA, severity, 1);
            assert_eq!(phases(&mut state, 2), expected);
        }
    }

    #[test]
    fn a_lost_customer_may_be_approached_again_after_six_rounds() {
        let mut state = still(Phase::Lost, 2, [90.0; 3]);
        relation(&mut state, ALPHA).history.lost = Some(Round(3));
        state.round = Round(8);
        relation(&mut state, ALPHA).activity.silent = 6;
        assert_eq!(phases(&mut state, 2), [Phase::Lost, Phase::Exploration]);
        assert!(relation(&mut state, ALPHA).activity.silent < 2, "the months away are nobody's silence");
    }

    #[test]
    fn a_month_without_contact_costs_trust() {
        for (contacted, trust) in [(true, 30.0), (false, 27.0)] {
            let mut state = bare(1);
            buyer(&mut state, ALPHA, 1).activity.contacted = contacted;
            state.turn(0).lifecycle();
            near(relation(&mut state, ALPHA).measures.trust, trust);
        }
    }

    #[test]
    fn commitment_follows_satisfaction_and_trust_as_they_are() {
        // T 50 has fallen to 47 in a month of silence
        for (contacted, goal) in [(true, 60.0), (false, 58.5)] {
            let mut state = bare(1);
            let alpha = buyer(&mut state, ALPHA, 1);
            (alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.commitment, alpha.activity.contacted) = (70.0, 50.0, 20.0, contacted);
            state.turn(0).lifecycle();
            near(relation(&mut state, ALPHA).measures.commitment, 20.0 + 0.06 * (goal - 20.0));
        }
    }

    #[test]
    fn bond_fades_and_grows_by_selling_and_care() {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.measures.bond, alpha.activity.selling_hours) = (40.0, 10.0);
        let mut turn = state.turn(0);
        turn.play_as(Role::Service, cards::Care { visits: vec![(ALPHA, Minutes::from_hours(4))] }, false);
        turn.care_of_all();
        turn.lifecycle();
        // .97 bond + .5 x 10 h + 6 touch
        near(relation(&mut state, ALPHA).measures.bond, 38.8 + 5.0 + 6.0 * Rules::default().care.touch(4.0));
    }

    #[test]
    fn reputation_fades() {
        let mut state = bare(1);
        state.teams[0].reputation.0 = vec![0.5, -0.25];
        state.turn(0).lifecycle();
        near(state.teams[0].reputation.0[0], 0.48);
        near(state.teams[0].reputation.0[1], -0.24);
    }
}
