//! Phase 4, the developer: exhibition, summit, prospecting, research, qualifying, asking for referrals (docs/model.md#prospecting).

use crate::sim::cards::command::Action;
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, Interaction, InteractionKind, Outcome};
use crate::sim::luck::draw::Purpose;
use crate::sim::maths::exp;
use crate::sim::scenario::Finder;
use crate::sim::state::EntryKind;
use crate::sim::terms::Missing;
use crate::sim::terms::{Found, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};

/// 1-exp(-h/(10(U+10))): the chance that prospecting finds one of U unknown customers.
pub(crate) fn prospect_chance(rules: &crate::sim::parameters::Finding, time: Minutes, unknown: f64) -> f64 {
    1.0 - exp(-time.to_hours() / (rules.prospect_scale * (unknown + rules.prospect_offset)))
}

impl Turn<'_> {
    /// Every unknown customer is met with `chance(customer)`, by its keyed luck.
    fn find(&mut self, how: Found, slot: u16, trust: f64, chance: impl Fn(&Self, CustomerId) -> f64) -> i64 {
        self.find_up_to(i64::MAX, how, slot, trust, chance)
    }

    /// No more than `most` of them.
    fn find_up_to(&mut self, most: i64, how: Found, slot: u16, trust: f64, chance: impl Fn(&Self, CustomerId) -> f64) -> i64 {
        let mut found = 0;
        for id in self.ids() {
            if found < most && self.relation(id).findable() {
                let p = chance(self, id);
                if p > 0.0 && self.draw(Purpose::LeadFound, id, slot).happens(p) {
                    self.meet(id, how, trust);
                    self.needs_of(id);
                    found += 1;
                }
            }
        }
        found
    }

    pub fn exhibition(&mut self) {
        let rules = &self.rules.finding;
        self.pay(EntryKind::Events, -rules.exhibition_cost, None, None);
        let (chance, cap, target, trust) = (rules.exhibition, rules.exhibition_cap, rules.exhibition_fit, self.rules.relations.trust_exhibition);
        for index in 0..self.scenario.customers.len() {
            let id = CustomerId::at(index);
            if self.scenario.customers[index].at_exhibition && !self.relation(id).known() {
                self.meet(id, Found::Exhibition, trust);
                self.needs_of(id);
            }
        }
        // customers of the segments the team aims at stop at its stand more often
        self.find(Found::Exhibition, 1, trust, |turn, id| {
            let industry = turn.customers[id.index()].industry;
            let fit = match &turn.team.strategy {
                Some(strategy) if strategy.segments.contains(&industry) => target,
                _ => 1.0,
            };
            (chance * fit).min(cap)
        });
    }

    pub fn summit(&mut self) {
        self.pay(EntryKind::Events, -self.rules.finding.summit_cost, None, None);
        let chance = self.rules.finding.summit;
        let mut values: Vec<Fen> = self.customers.iter().map(|c| c.order_value).collect();
        values.sort_unstable();
        let quartile = values.get(values.len() * 3 / 4).copied().unwrap_or_default();
        self.find(
            Found::Summit,
            2,
            self.rules.relations.trust_summit,
            |turn, id| {
                if turn.customers[id.index()].order_value >= quartile { chance } else { 0.0 }
            },
        );
    }

    pub fn prospect(&mut self, time: Minutes) {
        let rules = &self.rules.finding;
        let unknown = self.team.relations.iter().filter(|r| r.findable()).count() as f64;
        let chance = prospect_chance(rules, self.yields(Role::Developer, time), unknown);
        let cost = rules.prospect_cost;
        // leads are paid for one by one, as far as the money goes
        let purse = (self.team.cash + self.rules.work.credit_limit).max(Fen::ZERO);
        let most = if cost > Fen::ZERO { purse.0 / cost.0 } else { i64::MAX };
        let found = self.find_up_to(most, Found::Prospecting, 3, self.rules.relations.trust_cold, |_, _| chance);
        self.pay(EntryKind::Prospecting, -cost.times(found), None, None);
    }

    pub fn research(&mut self, customer: CustomerId, written_up: bool) {
        if self.fails(Role::Developer, &Action::Research { customers: vec![customer] }, self.relation(customer).known(), Missing::Known) {
            return;
        }
        let lucky = self.draw(Purpose::NeedOccurs, customer, 1).happens(self.rules.finding.research);
        let found = lucky && self.uncover(customer, Revealed::Research, |f| matches!(f, Finder::Research));
        if !found {
            self.happened(Happened::NothingFound { customer });
        }
        if written_up {
            self.write_up(customer, self.rules.records.research * self.craft(Role::Developer), Cause::Researched);
        }
        let minutes = self.rules.finding.research_hours;
        self.lead_work(customer, InteractionKind::Research, minutes, if found { Outcome::Found } else { Outcome::Nothing }, written_up);
    }

    /// Reveals budget, need class and decision maker; confirms an open need.
    pub fn qualify(&mut self, customer: CustomerId, written_up: bool) {
        if self.fails(Role::Developer, &Action::Qualify { customers: vec![customer] }, self.relation(customer).known(), Missing::Known) {
            return;
        }
        self.relation_mut(customer).qualified = true;
        if written_up {
            self.write_up(customer, self.rules.records.qualify * self.craft(Role::Developer), Cause::Qualified);
        }
        let deals: Vec<_> = self.team.open_deals_of(customer).filter(|d| d.stage == 1).map(|d| d.id).collect();
        for deal in &deals {
            self.reach_stage(*deal, 2);
        }
        let minutes = self.rules.finding.qualify_hours;
        self.lead_work(customer, InteractionKind::Qualify, minutes, if deals.is_empty() { Outcome::Done } else { Outcome::Found }, written_up);
    }

    pub fn ask_referral(&mut self, customer: CustomerId, written_up: bool) {
        let satisfied = self.relation(customer).satisfaction >= self.rules.finding.referral_satisfaction;
        if self.fails(Role::Developer, &Action::AskReferral { customers: vec![customer] }, satisfied, Missing::Satisfaction) {
            return;
        }
        self.relation_mut(customer).asked_referral = true;
        let minutes = self.rules.finding.referral_hours;
        self.lead_work(customer, InteractionKind::Referral, minutes, Outcome::Done, written_up);
    }

    fn lead_work(&mut self, customer: CustomerId, kind: InteractionKind, minutes: Minutes, outcome: Outcome, written_up: bool) {
        let role = self.doer(Role::Developer);
        self.log(|round| Interaction { round, customer, role, kind, contact: None, style: None, minutes, cost: Fen::ZERO, outcome, written_up });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::parameters::Finding;
    use crate::sim::scenario::Happening;
    use crate::sim::terms::Phase;
    use crate::sim::terms::{Positioning, Strategy};
    use crate::sim::testing::{ALPHA, HERO, about, bare, booked, deal, deal_of, event, generated, lead, near, open, relation, rules, share, told};
    use crate::sim::units::{IndustryId, Round};
    use std::sync::Arc;

    fn failed(state: &Game) -> Vec<Missing> {
        told(state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None })
    }

    /// Share of generated customers of industry 0 met by `act`.
    fn met(prepare: impl Fn(&mut Game), act: impl Fn(&mut Turn<'_>)) -> f64 {
        share(|mut state| {
            prepare(&mut state);
            act(&mut state.turn(0));
            let here: Vec<CustomerId> = generated(&state).filter(|id| state.customers[id.index()].industry == IndustryId(0)).collect();
            (here.iter().filter(|&&id| state.teams[0].relation(id).known()).count(), here.len())
        })
    }

    #[test]
    fn the_exhibition_meets_whom_the_script_puts_there() {
        let mut state = bare(1);
        rules(&mut state).finding.exhibition = 0.0;
        state.turn(0).exhibition();
        let hero = relation(&mut state, HERO);
        assert_eq!((hero.phase, hero.found, hero.trust), (Phase::Awareness, Some((Found::Exhibition, Round(1))), 28.0));
        assert!(generated(&state).all(|id| !state.teams[0].relation(id).known()));
        assert_eq!(booked(&state, EntryKind::Events), [Fen::yuan(-20_000)]);
    }

    #[test]
    fn whom_the_script_does_not_put_there_is_met_by_luck_only() {
        let mut state = bare(1);
        rules(&mut state).finding.exhibition = 0.0;
        Arc::make_mut(&mut state.scenario).customers[0].at_exhibition = false;
        state.turn(0).exhibition();
        assert!(state.teams[0].relations.iter().all(|r| !r.known()));
    }

    #[test]
    fn no_more_leads_are_found_than_can_be_paid_for() {
        let mut state = bare(1);
        rules(&mut state).finding.prospect_scale = 0.001;
        state.teams[0].cash = Fen::yuan(-200_000 + 3 * 300 + 299);
        state.turn(0).prospect(Minutes::hours(40));
        assert_eq!(state.teams[0].relations.iter().filter(|r| r.known()).count(), 3);
        assert_eq!(state.teams[0].cash, Fen::yuan(-200_000 + 299));
    }

    #[test]
    fn an_exhibition_finds_by_fit_up_to_the_cap() {
        let aims_at = |industry: u8| {
            move |state: &mut Game| {
                let levels = [crate::sim::terms::Level::Basic; 4];
                state.teams[0].strategy = Some(Strategy { segments: vec![IndustryId(industry)], positioning: Positioning::Quality, levels });
            }
        };
        about(met(|_| {}, |t| t.exhibition()), 0.08, 0.02);
        about(met(aims_at(1), |t| t.exhibition()), 0.08, 0.02);
        about(met(aims_at(0), |t| t.exhibition()), 0.12, 0.02);
        about(met(|state| rules(state).finding.exhibition = 0.5, |t| t.exhibition()), 0.20, 0.03);
    }

    #[test]
    fn a_summit_brings_the_top_quartile_only() {
        let mut state = bare(3);
        rules(&mut state).finding.summit = 1.0;
        state.turn(0).summit();
        let mut values: Vec<Fen> = state.customers.iter().map(|c| c.order_value).collect();
        values.sort_unstable();
        for (relation, traits) in state.teams[0].relations.iter().zip(state.customers.iter()) {
            assert_eq!(relation.known(), traits.order_value >= values[15], "the best 5 of 20");
            assert!(!relation.known() || relation.trust == 32.0);
        }
        let found = share(|mut state| {
            state.turn(0).summit();
            (state.teams[0].relations.iter().filter(|r| r.known()).count(), 5)
        });
        about(found, 0.12, 0.03);
    }

    #[test]
    fn prospecting_has_falling_returns_and_a_price_per_lead() {
        let chance = |hours, unknown| prospect_chance(&Finding::default(), Minutes::hours(hours), unknown);
        near(chance(40, 90.0), 1.0 - exp(-0.04));
        near(chance(40, 30.0), 1.0 - exp(-0.1));
        // 20 unknown customers: 1 - exp(-40/300)
        about(met(|_| {}, |t| t.prospect(Minutes::hours(40))), 0.125, 0.02);
        let mut state = bare(4);
        state.turn(0).prospect(Minutes::hours(120));
        let found: Vec<_> = state.teams[0].relations.iter().filter(|r| r.known()).map(|r| (r.found, r.trust)).collect();
        assert!(!found.is_empty() && found.iter().all(|f| *f == (Some((Found::Prospecting, Round(1))), 28.0)));
        assert_eq!(booked(&state, EntryKind::Prospecting), [Fen::yuan(-300 * found.len() as i64)]);
    }

    #[test]
    fn qualifying_confirms_the_need_and_goes_into_the_records() {
        for (written_up, records) in [(true, 30.0), (false, 0.0)] {
            let mut state = bare(1);
            lead(&mut state, ALPHA);
            let id = deal(&mut state, ALPHA, 1);
            state.turn(0).qualify(ALPHA, written_up);
            assert_eq!((deal_of(&mut state, id).stage, relation(&mut state, ALPHA).qualified), (2, true));
            assert_eq!(relation(&mut state, ALPHA).records, records);
        }
    }

    #[test]
    fn a_skilled_developer_finds_and_learns_more_in_the_same_hours() {
        let skilled = |seed: u64, skill: f64| {
            let mut state = bare(seed);
            state.teams[0].staff[Role::Developer.index()].posts[0].skill = skill;
            state
        };
        // at skill 100 a month of 40 h is worth 52 h of somebody new
        let found = |skill: f64, hours: i32| {
            let all = (0..40).flat_map(|seed| {
                let mut state = skilled(seed, skill);
                state.turn(0).prospect(Minutes::hours(hours));
                state.teams[0].relations.iter().map(|r| r.known()).collect::<Vec<_>>()
            });
            all.collect::<Vec<_>>()
        };
        assert_eq!(found(100.0, 40), found(50.0, 52));
        assert_ne!(found(50.0, 40), found(50.0, 52));
        for (skill, qualified, researched) in [(50.0, 30.0, 15.0), (100.0, 39.0, 19.5)] {
            let mut state = skilled(1, skill);
            lead(&mut state, ALPHA);
            lead(&mut state, HERO);
            state.turn(0).qualify(ALPHA, true);
            state.turn(0).research(HERO, true);
            near(relation(&mut state, ALPHA).records, qualified);
            near(relation(&mut state, HERO).records, researched);
        }
    }

    #[test]
    fn nobody_qualifies_or_researches_a_stranger() {
        let mut state = bare(1);
        state.turn(0).qualify(ALPHA, true);
        state.turn(0).research(ALPHA, true);
        assert_eq!(failed(&state), [Missing::Known; 2]);
        assert_eq!(relation(&mut state, ALPHA).records, 0.0);
    }

    #[test]
    fn research_finds_what_shows_on_the_web_and_nothing_else() {
        for (finder, luck, found) in [(Finder::Research, 1.0, true), (Finder::Research, 0.0, false), (Finder::FreeCheck, 1.0, false)] {
            let mut state = bare(1);
            rules(&mut state).finding.research = luck;
            if let Happening::Need(need) = event(&mut state, 2) {
                need.hidden = vec![finder];
            }
            lead(&mut state, HERO);
            open(&mut state, 3);
            state.turn(0).research(HERO, true);
            assert_eq!(state.teams[0].open_deals_of(HERO).count(), usize::from(found), "{finder:?} {luck}");
            assert_eq!(relation(&mut state, HERO).records, 15.0);
        }
        near(Finding::default().research, 0.5);
    }

    #[test]
    fn only_the_satisfied_are_asked_for_a_referral() {
        for (satisfaction, asked) in [(75.0, true), (74.9, false)] {
            let mut state = bare(1);
            lead(&mut state, ALPHA).satisfaction = satisfaction;
            state.turn(0).ask_referral(ALPHA, true);
            assert_eq!(relation(&mut state, ALPHA).asked_referral, asked);
            assert_eq!(failed(&state), if asked { vec![] } else { vec![Missing::Satisfaction] });
        }
    }
}
