//! Phase 14: people leave, and take part of the relation with them (MODEL.md 10).

use super::draw::Purpose;
use super::effect::{About, Cause, Measure};
use super::report::Happened;
use super::scenario::Happening;
use super::turn::Turn;
use super::units::{CustomerId, Role};

impl Turn<'_> {
    pub fn staffing(&mut self) {
        for staff in &mut self.team.staff {
            staff.reduced = staff.reduced.saturating_sub(1);
        }
        for &role in self.scenario.guide.roles() {
            let scripted = self.scenario.events.iter().any(|e| e.round == self.round.0 && e.what == Happening::Resigns(role));
            let chance = self.rules.work.resignation;
            let slot = role.index() as u16;
            if scripted || (chance > 0.0 && self.draw(Purpose::StaffLeaves, CustomerId(u16::MAX), slot).happens(chance)) {
                self.resign(role);
            }
        }
    }

    fn resign(&mut self, role: Role) {
        let round = self.round;
        let staff = &mut self.team.staff[role.index()];
        staff.reduced = self.rules.work.rounds_after_resignation;
        staff.changed = Some(round);
        staff.skill = self.rules.work.skill;
        self.happened(Happened::Resigned { role });
        if role != Role::AccountManager {
            return;
        }
        let rules = &self.rules.lifecycle;
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.known() || (relation.bond <= 0.0 && relation.orders == 0) {
                continue;
            }
            let r = relation.records / 100.0;
            let (bond, trust, commitment, records, active) = (relation.bond, relation.trust, relation.commitment, relation.records, relation.active());
            let exposed = 1.0 - rules.quit_records * r;
            self.set(id, Measure::Trust, trust - rules.quit_trust * bond * exposed, Cause::Resigned, About::Nothing);
            let lost = trust - self.relation(id).trust;
            self.set(id, Measure::Commitment, commitment - rules.quit_commitment * (1.0 - r), Cause::Resigned, About::Nothing);
            if active {
                let shock = rules.quit_shock * exposed * (rules.quit_bond[0] + rules.quit_bond[1] * bond / 100.0);
                self.set(id, Measure::Shock, shock, Cause::Resigned, About::Nothing);
            }
            self.set(id, Measure::Bond, bond * rules.quit_bond_kept, Cause::Resigned, About::Nothing);
            self.set(id, Measure::Records, records * rules.quit_records_kept, Cause::Resigned, About::Nothing);
            let poached = bond > self.rules.choice.poached_bond;
            let rounds = self.rules.choice.poached_rounds;
            let relation = self.relation_mut(id);
            relation.trust_lost_by_resignation += lost;
            if poached {
                relation.poached = rounds;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::plan::hours;
    use crate::sim::report::Phase;
    use crate::sim::testing::{ALPHA, HERO, about, bare, buyer, event, lead, near, relation, rules, share};
    use crate::sim::units::{Minutes, Round};

    #[test]
    fn a_resignation_follows_the_equations_and_records_soften_it() {
        // bond, R -> T, shock, C, bond, R; T 60 and C 20 before
        for (bond, records, after) in [
            // T -.8 x 50, shock 2.4 x .7
            (50.0, 0.0, [20.0, 1.68, 10.0, 10.0, 0.0]),
            // .6 of it: T -24, shock 2.4 x .6 x .7; C -5
            (50.0, 50.0, [36.0, 1.008, 15.0, 10.0, 45.0]),
            (100.0, 100.0, [44.0, 0.48, 20.0, 20.0, 90.0]),
            // nobody's friend: only the change itself
            (0.0, 0.0, [60.0, 0.96, 10.0, 0.0, 0.0]),
        ] {
            let mut state = bare(1);
            let alpha = buyer(&mut state, ALPHA, 1);
            (alpha.trust, alpha.commitment, alpha.bond, alpha.records) = (60.0, 20.0, bond, records);
            state.turn(0).resign(Role::AccountManager);
            let alpha = relation(&mut state, ALPHA);
            let found = [alpha.trust, alpha.shock, alpha.commitment, alpha.bond, alpha.records];
            assert!(found.iter().zip(after).all(|(f, a)| (f - a).abs() < 1e-9), "bond {bond}, R {records}: {found:?}, not {after:?}");
            near(alpha.trust_lost_by_resignation, 60.0 - after[0]);
        }
    }

    #[test]
    fn a_salesman_is_poached_where_the_bond_was_above_50() {
        for (bond, poached) in [(50.0, 0), (50.1, 3)] {
            let mut state = bare(1);
            buyer(&mut state, ALPHA, 1).bond = bond;
            state.turn(0).resign(Role::AccountManager);
            assert_eq!(relation(&mut state, ALPHA).poached, poached);
        }
    }

    #[test]
    fn leads_without_a_bond_and_other_roles_move_nobody() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        buyer(&mut state, HERO, 1).bond = 60.0;
        let before = state.teams[0].relations.clone();
        state.turn(0).resign(Role::Service);
        state.turn(0).resign(Role::Developer);
        assert_eq!(state.teams[0].relations, before);
        state.turn(0).resign(Role::AccountManager);
        assert_eq!(*relation(&mut state, ALPHA), before[ALPHA.index()]);
        assert!(relation(&mut state, HERO).trust < before[HERO.index()].trust);
        relation(&mut state, ALPHA).phase = Phase::Awareness;
    }

    #[test]
    fn the_script_takes_the_salesman_and_his_successor_has_80_per_cent_for_three_rounds() {
        let mut state = bare(1);
        state.teams[0].staff[Role::AccountManager.index()].skill = 80.0;
        let left: Vec<Minutes> = (4..=9)
            .map(|round| {
                state.round = Round(round);
                let now = hours(&state, 0, Role::AccountManager);
                state.turn(0).staffing();
                now
            })
            .collect();
        assert_eq!(left, [120, 120, 96, 96, 96, 120].map(Minutes::hours), "he leaves at the end of round 5");
        assert_eq!(hours(&state, 0, Role::Service), Minutes::hours(120));
        let staff = &state.teams[0].staff[Role::AccountManager.index()];
        assert_eq!((staff.skill, staff.changed), (50.0, Some(Round(5))));
    }

    #[test]
    fn people_also_leave_by_chance_where_the_scenario_says_so() {
        let left = share(|mut state| {
            *event(&mut state, 4) = Happening::News;
            rules(&mut state).work.resignation = 0.2;
            state.round = Round(5);
            state.turn(0).staffing();
            (state.teams[0].staff.iter().filter(|s| s.changed.is_some()).count(), 3)
        });
        about(left, 0.2, 0.05);
    }
}
