//! The pool: customers that nobody keeps may be claimed by somebody else (docs/model.md#pool; docs/cases.md#consulting-firm).
//!
//! What a new owner changes: the contacts forget what they held against (or for) the last one, the clock of open deals
//! starts again, the first calls of a new face find open ears, and its first questions may bring out a need. The records stay, the bond is gone. While a customer lies
//! in the pool, whoever gave it up does not work on it.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::{PoolLot, Search};
use crate::sim::state::{MarketKind, Pooled, State};
use crate::sim::terms::{Found, Phase, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Role, TeamId};

/// Who gets a customer that several teams claim in one month: lots are drawn, so that no seat has the first pick.
#[derive(Debug, Default)]
pub(crate) struct Lots(Vec<(CustomerId, TeamId)>);

impl Lots {
    /// Where every team has a market of its own, nobody contests anything.
    pub fn draw(state: &State, claims: impl Iterator<Item = (TeamId, CustomerId)>) -> Lots {
        if state.market == MarketKind::Mirror {
            return Lots::default();
        }
        let lot = |team: TeamId, id: CustomerId| state.luck.block(state.teams[team.index()].actor, id, state.round, 0).uniform(PoolLot::Lot);
        let mut claims: Vec<_> = claims.map(|(team, id)| (id, lot(team, id), team)).collect();
        // the best lot of each customer comes first
        claims.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        claims.dedup_by_key(|claim| claim.0);
        Lots(claims.into_iter().map(|(id, _, team)| (id, team)).collect())
    }

    /// Whether no other team has drawn this customer.
    pub fn leave(&self, customer: CustomerId, team: TeamId) -> bool {
        self.0.iter().all(|&(id, winner)| id != customer || winner == team)
    }
}

impl Turn<'_> {
    /// Customers that were given to another account manager meet the new one: the bond was with the first
    /// (docs/model.md#resignation). What was changed and changed back within the month, nobody notices.
    pub fn introduce_owners(&mut self) {
        let kept = self.rules.lifecycle.quit_bond_kept;
        for id in self.ids() {
            let relation = self.relation_mut(id);
            if relation.ownership.served_by != relation.ownership.owner {
                relation.ownership.served_by = relation.ownership.owner;
                let bond = relation.measures.bond() * kept;
                self.set(id, Measure::Bond, bond, Cause::Reassigned, About::Nothing);
            }
        }
    }

    /// Nobody keeps the customer any longer.
    pub fn give_up(&mut self, customer: CustomerId) {
        let round = self.round;
        let pooled = Pooled { customer, since: round, from: self.team.id, records: self.relation(customer).measures.records() };
        let pool = &mut self.world.pool;
        let place = pool.partition_point(|p| p.customer < customer);
        if pool.get(place).is_some_and(|p| p.customer == customer) {
            // two teams gave it up: the better records lie there
            pool[place].records = pool[place].records.max(pooled.records);
        } else {
            pool.insert(place, pooled);
        }
        self.set(customer, Measure::Bond, 0.0, Cause::GivenUp, About::Nothing);
        let relation = self.relation_mut(customer);
        relation.ownership.pooled = Some(round);
        relation.ownership.orphaned = None;
        relation.ownership.trust_lost_by_resignation = 0.0;
        self.happened(Happened::GivenUp { customer });
    }

    fn take_over(&mut self, pooled: Pooled) {
        let id = pooled.customer;
        let stranger = !self.relation(id).known();
        self.meet(id, Found::Pool, self.rules.relations.trust_cold);
        let records = self.relation(id).measures.records().max(pooled.records);
        self.set(id, Measure::Records, records, Cause::Claimed, About::Nothing);
        let (round, rules) = (self.round, &self.rules.pool);
        let owner = if stranger { self.relation(id).ownership.owner } else { self.fresh_owner(id) };
        let relation = self.relation_mut(id);
        (relation.ownership.pooled, relation.ownership.owner, relation.ownership.served_by) = (None, owner, owner);
        (relation.history.last_progress, relation.ownership.fresh_calls) = (round, rules.fresh_calls);
        for contact in &mut relation.contacts {
            contact.attitude *= rules.attitude_kept;
        }
        for deal in self.team.open_deals_of_mut(id) {
            deal.stage_since = round;
        }
        self.needs_of(id);
        self.happened(Happened::Claimed { customer: id });
        // what the last owner had stopped asking
        self.check_for_need(id, self.rules.pool.fresh_need, Search::NewOwner, Revealed::Talk);
    }

    /// Another one than before where there is one.
    fn fresh_owner(&self, customer: CustomerId) -> u8 {
        let before = self.relation(customer).ownership.owner;
        let managers = &self.team.staff[Role::AccountManager.index()];
        let owned = |post: usize| self.team.relations.iter().filter(|r| r.kept() && usize::from(r.ownership.owner) == post).count();
        let others = managers.present().filter(|(place, _)| *place != usize::from(before));
        others.min_by_key(|(place, _)| (owned(*place), *place)).map_or(before, |(place, _)| place as u8)
    }

    /// A leaver's customers that nobody has been introduced to go to the pool in time.
    pub fn pool_orphans(&mut self) {
        let after = self.rules.pool.after_resignation;
        if after == 0 {
            return;
        }
        for id in self.ids() {
            let due = self.relation(id).ownership.orphaned.is_some_and(|since| self.round.since(since) >= after);
            if due && self.relation(id).phase != Phase::Lost {
                self.give_up(id);
            }
        }
    }

    /// Takes a customer that lies in the pool.
    pub fn take_from_pool(&mut self, customer: CustomerId) {
        if let Some(place) = self.world.pool.iter().position(|p| p.customer == customer) {
            let pooled = self.world.pool.remove(place);
            self.take_over(pooled);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::apply;
    use crate::sim::cards::{self, Call};
    use crate::sim::game::Game;
    use crate::sim::journal::Recording;
    use crate::sim::maths::ln;
    use crate::sim::planning::command::Command;
    use crate::sim::scenario::Style;
    use crate::sim::selling::committee::vetoed;
    use crate::sim::setup::Setup;
    use crate::sim::state::Relation;
    use crate::sim::state::staff::Post;
    use crate::sim::terms::{Intent, Missing, Reject};
    use crate::sim::testing::{ALPHA, HERO, about, bare, buyer, deal, deal_of, generated, lead, near, relation, rules, scenario, seat, share, told};
    use crate::sim::units::{ContactId, Minutes, Round};

    fn managers(state: &mut Game, count: usize) {
        let posts = &mut state.teams[0].staff[Role::AccountManager.index()].posts;
        posts.resize(count, Post::new(Default::default(), 50.0));
    }

    /// Three teams in one market.
    fn shared(seed: u64) -> Game {
        let setup = Setup {
            seed,
            luck: seed,
            market: MarketKind::Shared,
            compliance: Default::default(),
            rounds: 12,
            teams: vec!["a".into(), "b".into(), "c".into()],
            recording: Recording::Full,
        };
        Game::new(scenario(), &setup)
    }

    #[test]
    fn who_is_given_up_keeps_its_records_and_loses_the_bond() {
        let mut state = bare(1);
        state.round = Round(6);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.measures.bond, alpha.measures.records, alpha.measures.trust) = (40.0, 55.0, 33.0);
        state.turn(0).play(cards::GiveToPool { customers: [ALPHA].to_vec() }, false);
        let alpha = relation(&mut state, ALPHA);
        assert_eq!((alpha.measures.bond, alpha.measures.records, alpha.measures.trust, alpha.ownership.pooled), (0.0, 55.0, 33.0, Some(Round(6))));
        assert_eq!(state.worlds[0].pool, [Pooled { customer: ALPHA, since: Round(6), from: TeamId(0), records: 55.0 }]);
        // who has moved lately stays
        buyer(&mut state, HERO, 1).history.last_progress = Round(3);
        state.turn(0).play(cards::GiveToPool { customers: [HERO].to_vec() }, false);
        assert_eq!(relation(&mut state, HERO).ownership.pooled, None);
        assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::Stuck]);
    }

    #[test]
    fn a_new_owner_starts_afresh() {
        let mut state = bare(1);
        state.round = Round(6);
        managers(&mut state, 2);
        lead(&mut state, ALPHA).measures.records = 55.0;
        // the gatekeeper has had enough of our pushing
        let alpha = relation(&mut state, ALPHA);
        (alpha.contacts[0].attitude, alpha.contacts[1].attitude) = (20.0, -45.0);
        let id = deal(&mut state, ALPHA, 3);
        let before = state.teams[0].relation(ALPHA).clone();
        assert!(vetoed(&state.scenario.guide.rules, &state.customers[ALPHA.index()], &before).is_some());
        state.turn(0).give_up(ALPHA);
        state.round = Round(7);
        state.turn(0).play(cards::TakeFromPool { customers: vec![ALPHA] }, false);
        let alpha = state.teams[0].relation(ALPHA).clone();
        assert!(vetoed(&state.scenario.guide.rules, &state.customers[ALPHA.index()], &alpha).is_none());
        assert_eq!((alpha.contacts[0].attitude, alpha.measures.records, alpha.ownership.pooled), (0.0, 55.0, None));
        assert_eq!((alpha.ownership.owner, alpha.history.last_progress, alpha.ownership.fresh_calls), (1, Round(7), 4));
        assert_eq!(deal_of(&mut state, id).stage_since, Round(7));
        assert!(state.worlds[0].pool.is_empty());
        // gone is gone
        state.turn(0).play(cards::TakeFromPool { customers: vec![ALPHA] }, false);
        assert!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }).contains(&Missing::NotPooled));
    }

    #[test]
    fn a_new_owner_asks_what_the_last_had_stopped_asking() {
        let found = share(|mut state| {
            rules(&mut state).pool.fresh_need = 0.4;
            let ids: Vec<CustomerId> = generated(&state).collect();
            for &id in &ids {
                lead(&mut state, id);
                state.turn(0).give_up(id);
            }
            state.turn(0).play(cards::TakeFromPool { customers: ids.clone() }, false);
            let needs = state.teams[0].open_deals().filter(|d| d.how == Revealed::Talk && d.stage == 2).count();
            (needs, ids.len())
        });
        about(found, 0.4, 0.03);
    }

    #[test]
    fn the_first_calls_find_open_ears() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).ownership.fresh_calls = 2;
        let plan = Call { customer: ALPHA, contact: ContactId(0), deal: None, style: Style::C, intent: Intent::Inform, time: Minutes::from_hours(2) };
        let mut chances = Vec::new();
        for left in [1, 0, 0] {
            state.journal.teams[0].report.happened.clear();
            state.turn(0).call(&plan, false, 0);
            chances.extend(told(&state, |h| if let Happened::Called { chance, .. } = h { Some(*chance) } else { None }));
            assert_eq!(relation(&mut state, ALPHA).ownership.fresh_calls, left);
        }
        // +.5 in the exponent, on the same person with the same words
        let logit = |p: f64| ln(p / (1.0 - p));
        assert_eq!(chances[0], chances[1]);
        near(logit(chances[1]) - logit(chances[2]), 0.5);
    }

    #[test]
    fn in_a_shared_market_another_team_gets_what_one_gave_up() {
        let mut state = shared(4);
        state.teams[0].relations[ALPHA.index()].measures.records = 60.0;
        state.teams[0].relations[ALPHA.index()].phase = Phase::Awareness;
        for team in 1..3 {
            state.teams[team].relations[ALPHA.index()] = Relation::new(&state.scenario.guide.rules);
        }
        state.turn(0).give_up(ALPHA);
        state.turn(1).play(cards::TakeFromPool { customers: vec![ALPHA] }, false);
        state.turn(2).play(cards::TakeFromPool { customers: vec![ALPHA] }, false);
        let [a, b, c] = [0, 1, 2].map(|team| state.teams[team].relation(ALPHA).clone());
        assert_eq!((b.history.found, b.measures.trust, b.measures.records), (Some((Found::Pool, Round(1))), 28.0, 60.0), "the file goes with the customer");
        assert!(!c.known() && a.ownership.pooled.is_some(), "it no longer belongs to whoever gave it up");
        // it can be given up again, and then the first may come back
        state.turn(1).give_up(ALPHA);
        state.turn(0).play(cards::TakeFromPool { customers: vec![ALPHA] }, false);
        assert!(state.teams[0].relation(ALPHA).ownership.pooled.is_none() && state.teams[1].relation(ALPHA).ownership.pooled.is_some());
    }

    #[test]
    fn lots_decide_between_teams_that_claim_the_same_customer() {
        let mut won = [0; 3];
        for seed in 0..300 {
            let mut state = shared(seed);
            let all = || [0, 1, 2].map(|team| (TeamId(team), ALPHA)).into_iter();
            let lots = Lots::draw(&state, all());
            let winners: Vec<usize> = (0..3).filter(|&team| lots.leave(ALPHA, TeamId::at(team))).collect();
            let [winner] = winners[..] else { panic!("one of them: {winners:?}") };
            won[winner] += 1;
            // whom nobody else claims is nobody's to lose
            assert!(lots.leave(HERO, TeamId(2)));
            assert!(Lots::draw(&state, all().take(1)).leave(ALPHA, TeamId(0)));
            state.market = MarketKind::Mirror;
            let lots = Lots::draw(&state, all());
            assert!((0..3).all(|team| lots.leave(ALPHA, TeamId::at(team))), "each has its own");
        }
        // a third each, within three deviations of 300 throws
        assert!(won.iter().all(|w| (75..=125).contains(w)), "{won:?}");
    }

    #[test]
    fn orphans_go_to_the_pool_where_the_firm_has_such_a_rule() {
        for (after, rounds, pooled) in [(0, 9, false), (2, 1, false), (2, 2, true)] {
            let mut state = bare(1);
            rules(&mut state).pool.after_resignation = after;
            lead(&mut state, ALPHA).ownership.orphaned = Some(Round(3));
            state.round = Round(3 + rounds);
            state.turn(0).pool_orphans();
            assert_eq!(relation(&mut state, ALPHA).ownership.pooled.is_some(), pooled, "{after} {rounds}");
        }
    }

    #[test]
    fn customers_are_shared_out_and_a_change_of_owner_costs_the_bond() {
        let mut state = bare(1);
        managers(&mut state, 3);
        for (id, owner) in [(1, 0), (2, 1), (3, 2), (4, 0)] {
            state.turn(0).meet(CustomerId(id), Found::Prospecting, 28.0);
            assert_eq!(relation(&mut state, CustomerId(id)).ownership.owner, owner);
        }
        relation(&mut state, ALPHA).measures.bond = 50.0;
        let assign = |state: &mut Game, id, owner| apply(state, seat(0, Role::AccountManager), Command::Assign(id, owner));
        assert_eq!(assign(&mut state, ALPHA, 0), Ok(()));
        // there and back within a month, and nobody has noticed
        assert_eq!((assign(&mut state, ALPHA, 1), assign(&mut state, ALPHA, 0)), (Ok(()), Ok(())));
        state.turn(0).introduce_owners();
        near(relation(&mut state, ALPHA).measures.bond, 50.0);
        assert_eq!(assign(&mut state, ALPHA, 2), Ok(()));
        near(relation(&mut state, ALPHA).measures.bond, 50.0);
        state.turn(0).introduce_owners();
        near(relation(&mut state, ALPHA).measures.bond, 10.0);
        assert!(state.journal.teams[0].report.effects.iter().any(|e| (e.measure, e.cause) == (Measure::Bond, Cause::Reassigned)));
        assert_eq!(assign(&mut state, ALPHA, 3), Err(Reject::NoSuchPerson));
        assert_eq!(assign(&mut state, CustomerId(9), 0), Err(Reject::NoSuchCustomer));
        state.teams[0].staff[Role::AccountManager.index()].posts[1].reduced = 2;
        assert_eq!(assign(&mut state, ALPHA, 1), Err(Reject::NoSuchPerson), "the post is vacant");
        near(relation(&mut state, ALPHA).measures.bond, 10.0);
    }
}
