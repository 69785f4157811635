//! Phase 14: people learn, begin and leave, and who leaves takes part of the relation along (docs/model.md#hiring-and-training, #resignation).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::Resignation;
use crate::sim::scenario::Happening;
use crate::sim::state::staff::Post;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Minutes, Role};
use std::cmp::Reverse;

impl Turn<'_> {
    /// Trainings end, newcomers begin, people leave by luck or by the script; then orphans go to the pool.
    pub fn staffing(&mut self) {
        self.learn();
        self.newcomers();
        for &role in self.scenario.guide.roles() {
            let scripted = self.scenario.events.iter().any(|e| e.round == self.round.0 && e.what == Happening::Resigns(role));
            let chance = self.chance_of_leaving(role);
            for post in 0..self.team.staff[role.index()].posts.len() {
                if !self.team.staff[role.index()].filled(post) {
                    continue;
                }
                let slot = (role.index() + 8 * post) as u16;
                let leaves = chance > 0.0 && self.luck_of(CustomerId(u16::MAX), slot).happens(Resignation::Leaves, chance);
                let scripted = scripted && self.is_meant(role, post);
                if leaves || scripted {
                    self.resign(role, post);
                    if scripted {
                        break;
                    }
                }
            }
        }
        self.pool_orphans();
    }

    /// The script means the first of several, as long as it is the person that the scenario names: whoever has come since has no
    /// part in the story.
    fn is_meant(&self, role: Role, post: usize) -> bool {
        let first = self.team.staff[role.index()].present().next();
        first.is_some_and(|(place, person)| place == post && person.name == self.scenario.guide.staff[role.index()])
    }

    /// Notes whether the plan left anybody time to breathe; taken as the plan is handed in.
    pub fn feel_the_load(&mut self, planned: impl Fn(Role) -> Minutes) {
        for &role in self.scenario.guide.roles() {
            let (planned, hours) = (planned(role), self.team.staff[role.index()].working_time(&self.rules.work));
            let staff = &mut self.team.staff[role.index()];
            staff.busy = if self.rules.staffing.full(planned, hours) { staff.busy.saturating_add(1) } else { 0 };
        }
    }

    /// Months of overwork in a row raise the chance of leaving.
    fn chance_of_leaving(&self, role: Role) -> f64 {
        self.rules.work.resignation * self.rules.staffing.haste_to_leave(self.team.staff[role.index()].busy)
    }

    /// Trainings end: skill rises by a share of the gap, so every further one brings less.
    fn learn(&mut self) {
        let rules = &self.rules.staffing;
        for role in Role::ALL {
            for post in 0..self.team.staff[role.index()].posts.len() {
                let trained = &mut self.team.staff[role.index()].posts[post];
                if std::mem::take(&mut trained.trains) {
                    trained.skill += rules.learnt(trained.skill);
                    let skill = trained.skill;
                    self.happened(Happened::Trained { role, skill });
                }
            }
        }
    }

    /// A month of reduced hours is over; whoever was hired begins: in the post that is empty or short of hours longest, else in a new one.
    fn newcomers(&mut self) {
        for staff in &mut self.team.staff {
            for post in &mut staff.posts {
                post.reduced = post.reduced.saturating_sub(1);
            }
        }
        for role in Role::ALL {
            for _ in 0..std::mem::take(&mut self.team.staff[role.index()].hired) {
                let staff = &mut self.team.staff[role.index()];
                staff.changed = Some(self.round);
                let short = (0..staff.posts.len()).filter(|&p| staff.posts[p].reduced > 0).max_by_key(|&p| (staff.posts[p].reduced, Reverse(p)));
                match short {
                    Some(place) => staff.posts[place].reduced = 0,
                    None => {
                        let name = self.scenario.guide.newcomer(&mut self.team.joined);
                        self.team.staff[role.index()].posts.push(Post::new(name, self.rules.work.skill));
                    }
                }
            }
        }
    }

    /// Somebody leaves: the successor is new, and the customers of an account manager feel it.
    fn resign(&mut self, role: Role, place: usize) {
        let round = self.round;
        let name = self.scenario.guide.newcomer(&mut self.team.joined);
        let staff = &mut self.team.staff[role.index()];
        let alone = staff.posts.len() == 1;
        staff.changed = Some(round);
        staff.busy = 0;
        staff.posts[place] = Post { reduced: self.rules.work.rounds_after_resignation, ..Post::new(name, self.rules.work.skill) };
        self.happened(Happened::Resigned { role });
        if role != Role::AccountManager {
            return;
        }
        let rules = &self.rules.lifecycle;
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.kept() || (!alone && usize::from(relation.ownership.owner) != place) {
                continue;
            }
            // where one person serves everybody the successor inherits all; else somebody has to be introduced
            if !alone || self.rules.pool.after_resignation > 0 {
                self.relation_mut(id).ownership.orphaned = Some(round);
            }
            let relation = self.relation(id);
            if relation.measures.bond() <= 0.0 && relation.history.orders == 0 {
                continue;
            }
            let r = relation.measures.records() / 100.0;
            let (bond, trust, commitment, records, active) =
                (relation.measures.bond(), relation.measures.trust(), relation.measures.commitment(), relation.measures.records(), relation.active());
            let exposed = 1.0 - rules.quit_records * r;
            self.set(id, Measure::Trust, trust - rules.quit_trust * bond * exposed, Cause::Resigned, About::Nothing);
            let lost = trust - self.relation(id).measures.trust();
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
            relation.ownership.trust_lost_by_resignation += lost;
            if poached {
                relation.ownership.poached = rounds;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::planning::plan::working_time;
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, HERO, about, bare, booked, buyer, event, lead, near, relation, rules, share, told};
    use crate::sim::units::{Fen, Round};

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
            (alpha.measures.trust, alpha.measures.commitment, alpha.measures.bond, alpha.measures.records) = (60.0, 20.0, bond, records);
            state.turn(0).resign(Role::AccountManager, 0);
            let alpha = relation(&mut state, ALPHA);
            let found = [alpha.measures.trust, alpha.measures.shock, alpha.measures.commitment, alpha.measures.bond, alpha.measures.records];
            assert!(found.iter().zip(after).all(|(f, a)| (f - a).abs() < 1e-9), "bond {bond}, R {records}: {found:?}, not {after:?}");
            near(alpha.ownership.trust_lost_by_resignation, 60.0 - after[0]);
        }
    }

    #[test]
    fn a_salesperson_is_poached_where_the_bond_was_above_50() {
        for (bond, poached) in [(50.0, 0), (50.1, 3)] {
            let mut state = bare(1);
            buyer(&mut state, ALPHA, 1).measures.bond = bond;
            state.turn(0).resign(Role::AccountManager, 0);
            assert_eq!(relation(&mut state, ALPHA).ownership.poached, poached);
        }
    }

    #[test]
    fn leads_without_a_bond_and_other_roles_move_nobody() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        buyer(&mut state, HERO, 1).measures.bond = 60.0;
        let before = state.teams[0].relations.clone();
        state.turn(0).resign(Role::Service, 0);
        state.turn(0).resign(Role::Developer, 0);
        assert_eq!(state.teams[0].relations, before);
        state.turn(0).resign(Role::AccountManager, 0);
        assert_eq!(*relation(&mut state, ALPHA), before[ALPHA.index()]);
        assert!(relation(&mut state, HERO).measures.trust < before[HERO.index()].measures.trust);
        relation(&mut state, ALPHA).phase = Phase::Awareness;
    }

    #[test]
    fn the_script_takes_the_salesperson_and_his_successor_has_80_per_cent_for_three_rounds() {
        let mut state = bare(1);
        state.teams[0].staff[Role::AccountManager.index()].posts[0].skill = 80.0;
        let left: Vec<Minutes> = (4..=9)
            .map(|round| {
                state.round = Round(round);
                let now = working_time(&state, 0, Role::AccountManager);
                state.turn(0).staffing();
                now
            })
            .collect();
        assert_eq!(left, [120, 120, 96, 96, 96, 120].map(Minutes::from_hours), "he leaves at the end of round 5");
        assert_eq!(working_time(&state, 0, Role::Service), Minutes::from_hours(120));
        let staff = &state.teams[0].staff[Role::AccountManager.index()];
        assert_eq!((staff.skill(), staff.changed), (50.0, Some(Round(5))));
    }

    #[test]
    fn the_script_takes_only_the_person_it_names() {
        let mut state = bare(1);
        state.round = Round(5);
        state.turn(0).resign(Role::AccountManager, 0);
        let resigned = |state: &Game| told(state, |h| matches!(h, Happened::Resigned { .. }).then_some(())).len();
        state.turn(0).staffing();
        assert_eq!(resigned(&state), 1, "who has come since stays");
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

    /// An account management of three, the second with two customers.
    fn three() -> Game {
        let mut state = bare(1);
        let posts = &mut state.teams[0].staff[Role::AccountManager.index()].posts;
        posts.resize(3, Post::new(Default::default(), 50.0));
        for (id, owner) in [(ALPHA, 1), (HERO, 0)] {
            let relation = buyer(&mut state, id, 1);
            (relation.ownership.owner, relation.measures.bond, relation.measures.trust) = (owner, 50.0, 60.0);
        }
        lead(&mut state, CustomerId(5)).ownership.owner = 1;
        state
    }

    #[test]
    fn one_of_three_takes_a_third_of_the_hours_and_hits_own_customers_only() {
        let mut state = three();
        state.round = Round(6);
        state.turn(0).resign(Role::AccountManager, 1);
        assert_eq!(working_time(&state, 0, Role::AccountManager), Minutes::from_hours(240));
        near(relation(&mut state, ALPHA).measures.trust, 20.0);
        near(relation(&mut state, HERO).measures.trust, 60.0);
        // a lead without a bond feels nothing, but has nobody now
        assert_eq!([ALPHA, HERO, CustomerId(5)].map(|id| relation(&mut state, id).ownership.orphaned), [Some(Round(6)), None, Some(Round(6))]);
        // the handover gives it to a colleague who is there: the third has none yet
        state.turn(0).play(cards::Handover { customers: vec![ALPHA] }, false);
        state.turn(0).play(cards::Handover { customers: vec![CustomerId(5)] }, false);
        assert_eq!([ALPHA, CustomerId(5)].map(|id| relation(&mut state, id).ownership.owner), [2, 0]);
        assert!(relation(&mut state, ALPHA).ownership.orphaned.is_none() && !relation(&mut state, CustomerId(5)).needs_handover());
    }

    #[test]
    fn a_vacancy_is_filled_in_three_months_or_by_hiring() {
        let run = |hires: bool| -> Vec<i32> {
            let mut state = three();
            *event(&mut state, 4) = Happening::News;
            state.turn(0).resign(Role::AccountManager, 1);
            (0..4)
                .map(|month| {
                    if hires && month == 0 {
                        state.turn(0).play(cards::Hire { role: Role::AccountManager }, false);
                    }
                    let now = working_time(&state, 0, Role::AccountManager).0 / 60;
                    state.turn(0).staffing();
                    now
                })
                .collect()
        };
        assert_eq!((run(false), run(true)), (vec![240, 240, 240, 360], vec![240, 360, 360, 360]));
    }

    #[test]
    fn who_is_hired_begins_next_month_and_is_paid() {
        let mut state = bare(1);
        *event(&mut state, 4) = Happening::News;
        state.turn(0).play(cards::Hire { role: Role::Service }, false);
        assert_eq!(working_time(&state, 0, Role::Service), Minutes::from_hours(120));
        state.turn(0).staffing();
        let staff = &state.teams[0].staff[Role::Service.index()];
        assert_eq!((staff.working_time(&state.scenario.guide.rules.work), staff.posts.len(), &*staff.posts[1].name.en), (Minutes::from_hours(240), 2, "N"));
        state.turn(0).close_month(1.0);
        assert_eq!(booked(&state, EntryKind::Wages), [Fen::yuan(-48_000)]);
        assert_eq!(booked(&state, EntryKind::Staff), [Fen::yuan(-8_000)]);
        // a successor who is short of hours is relieved, no further post is made
        state.turn(0).resign(Role::Developer, 0);
        state.turn(0).play(cards::Hire { role: Role::Developer }, false);
        state.turn(0).staffing();
        assert_eq!((state.teams[0].staff[0].posts.len(), working_time(&state, 0, Role::Developer)), (1, Minutes::from_hours(120)));
    }

    #[test]
    fn training_has_falling_returns_and_leaves_with_the_person() {
        let mut state = bare(1);
        *event(&mut state, 4) = Happening::News;
        let skill = |state: &Game| state.teams[0].staff[Role::Service.index()].skill();
        for expected in [60.0, 68.0, 74.4] {
            state.turn(0).play(cards::Train { role: Role::Service, person: 0 }, false);
            state.turn(0).staffing();
            near(skill(&state), expected);
        }
        state.turn(0).staffing();
        near(skill(&state), 74.4);
        assert_eq!(booked(&state, EntryKind::Staff), [Fen::yuan(-3_000); 3]);
        state.turn(0).resign(Role::Service, 0);
        near(skill(&state), 50.0);
    }

    #[test]
    fn three_full_months_in_a_row_double_the_chance_of_leaving() {
        let left = |busy: u16| {
            share(|mut state| {
                *event(&mut state, 4) = Happening::News;
                rules(&mut state).work.resignation = 0.2;
                state.teams[0].staff[Role::Service.index()].busy = busy;
                state.turn(0).staffing();
                (usize::from(state.teams[0].staff[Role::Service.index()].changed.is_some()), 1)
            })
        };
        about(left(2), 0.2, 0.08);
        about(left(3), 0.4, 0.08);
        // 114 of 120 hours are full, 113 are not
        for (hours, busy) in [(114, 3), (113, 0)] {
            let mut state = bare(1);
            state.teams[0].staff[Role::Service.index()].busy = 2;
            let time = Minutes::from_hours(hours);
            state.turn(0).feel_the_load(|role| if role == Role::Service { time } else { Minutes::ZERO });
            assert_eq!(state.teams[0].staff[Role::Service.index()].busy, busy);
        }
    }
}
