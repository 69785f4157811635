//! Phase 7: care visits, and what a month with or without them does to every customer (docs/model.md#care-visits).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::turn::Turn;
use crate::sim::turn::satisfaction::target;

impl Turn<'_> {
    /// Every customer that has bought feels how well it is looked after, also when nobody went.
    pub fn care_of_all(&mut self) {
        let rules = &self.rules.care;
        let about = About::Nothing;
        for id in self.ids() {
            if !self.relation(id).active() {
                continue;
            }
            let relation = self.relation(id);
            let touch = rules.touch(relation.activity.care_hours);
            let perceived = rules.base + rules.touch * touch * (rules.records[0] + rules.records[1] * relation.measures.records() / 100.0);
            let gap = perceived - relation.measures.expectation();
            let (satisfaction, trust) = (relation.measures.satisfaction(), relation.measures.trust());
            let goal = target(self.rules.delivery.neutral, gap, rules.gain);
            let cause = if touch > 0.0 { Cause::Cared } else { Cause::Silence };
            self.set(id, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, about);
            if touch > 0.0 {
                self.set(id, Measure::Trust, trust + rules.warms(touch, trust), cause, about);
                self.add(id, Measure::Negative, -rules.calms(touch), cause, about);
            }
        }
    }
}

#[cfg(test)]
mod tests {

    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::maths::exp;
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, bare, booked, buyer, lead, near, relation};
    use crate::sim::units::{Fen, Minutes, Role};

    /// A month of care for a buyer of E 60, S 60, T 30: hours of its visits, records, negative twelfths before.
    fn cared(visits: &[(Role, i32)], records: f64, negative: f64) -> Game {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.measures.records, alpha.measures.negative) = (records, negative);
        let mut turn = state.turn(0);
        for &(role, minutes) in visits {
            turn.play_as(role, cards::Care { visits: vec![(ALPHA, Minutes(minutes))] }, false);
        }
        turn.care_of_all();
        state
    }

    #[test]
    fn nobody_went_and_the_customer_drifts() {
        let mut state = cared(&[], 50.0, 6.0);
        let alpha = relation(&mut state, ALPHA);
        // P = 55, D = -5: S .25 of the way to 62 - 2.5
        near(alpha.measures.satisfaction, 59.875);
        assert_eq!((alpha.measures.trust, alpha.measures.negative, alpha.activity.contacted), (30.0, 6.0, false));
    }

    #[test]
    fn a_visit_touches_trust_satisfaction_and_bad_memories() {
        let touch = 1.0 - exp(-1.0);
        let mut state = cared(&[(Role::Service, 240)], 50.0, 6.0);
        let alpha = relation(&mut state, ALPHA);
        // P = 55 + 25 touch (.7 + .15) > E: g = 1.2 D
        let gap = 55.0 + 25.0 * touch * 0.85 - 60.0;
        near(alpha.measures.satisfaction, 60.0 + 0.25 * (2.0 + 1.2 * gap));
        near(alpha.measures.trust, 30.0 + 3.0 * touch * 0.7);
        near(alpha.measures.negative, 6.0 - 2.0 * touch);
        assert!(alpha.activity.contacted);
        assert_eq!(booked(&state, EntryKind::Care), [Fen::yuan(-100)]);
    }

    #[test]
    fn account_manager_and_service_care_alike_and_hours_add_up() {
        let after = |visits| cared(visits, 20.0, 12.0).teams[0].relation(ALPHA).clone();
        let whole = after(&[(Role::Service, 240)]);
        assert_eq!(after(&[(Role::AccountManager, 240)]), whole);
        let halves = after(&[(Role::AccountManager, 120), (Role::Service, 120)]);
        assert_eq!(
            (halves.measures.satisfaction, halves.measures.trust, halves.measures.negative),
            (whole.measures.satisfaction, whole.measures.trust, whole.measures.negative)
        );
    }

    #[test]
    fn less_than_an_hour_is_no_contact() {
        for (minutes, contact) in [(30, false), (60, true)] {
            let mut state = cared(&[(Role::Service, minutes)], 0.0, 0.0);
            assert_eq!(relation(&mut state, ALPHA).activity.contacted, contact);
        }
    }

    #[test]
    fn care_is_for_customers_that_have_bought_and_are_not_lost() {
        for phase in [Phase::Awareness, Phase::Lost] {
            let mut state = bare(1);
            lead(&mut state, ALPHA);
            let alpha = relation(&mut state, ALPHA);
            (alpha.phase, alpha.history.orders) = (phase, u16::from(phase == Phase::Lost));
            let before = alpha.clone();
            let mut turn = state.turn(0);
            turn.play_as(Role::Service, cards::Care { visits: vec![(ALPHA, Minutes::from_hours(4))] }, false);
            turn.care_of_all();
            assert_eq!(*relation(&mut state, ALPHA), before, "{phase:?}");
            assert!(booked(&state, EntryKind::Care).is_empty());
        }
    }
}
