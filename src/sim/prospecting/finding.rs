//! Phase 4: unknown customers are met, each by its keyed luck. What exhibitions, summits and prospecting share; the rest of
//! these cards is in `cards::developer` (docs/model.md#prospecting).

use crate::sim::luck::events::Search;
use crate::sim::terms::Found;
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// Every customer that can still be found is met with `chance(customer)`, 0-1, by its keyed luck, at a trust of `trust` points.
    /// `by` is the part of its luck that is asked. Returned is how many were met.
    pub fn find(&mut self, how: Found, by: Search, trust: f64, chance: impl Fn(&Self, CustomerId) -> f64) -> i64 {
        self.find_up_to(i64::MAX, how, by, trust, chance)
    }

    /// The same, but of them no more than `most`, by id.
    pub fn find_up_to(&mut self, most: i64, how: Found, by: Search, trust: f64, chance: impl Fn(&Self, CustomerId) -> f64) -> i64 {
        let mut found = 0;
        for id in self.ids() {
            if found < most && self.relation(id).findable() {
                let p = chance(self, id);
                if p > 0.0 && self.luck_of(id, 0).happens(by, p) {
                    self.meet(id, how, trust);
                    self.needs_of(id);
                    found += 1;
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::journal::report::Happened;
    use crate::sim::parameters::Finding;
    use crate::sim::scenario::{Finder, Happening};
    use crate::sim::terms::{Level, Missing, Phase, Positioning, Strategy};
    use crate::sim::testing::{ALPHA, HERO, about, bare, booked, deal, deal_of, event, generated, lead, near, open, relation, rules, share, told};
    use crate::sim::units::{Fen, IndustryId, Minutes, Role, Round};
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
        state.turn(0).play(cards::Exhibition, false);
        let hero = relation(&mut state, HERO);
        assert_eq!((hero.phase, hero.history.found, hero.measures.trust), (Phase::Awareness, Some((Found::Exhibition, Round(1))), 28.0));
        assert!(generated(&state).all(|id| !state.teams[0].relation(id).known()));
        assert_eq!(booked(&state, EntryKind::Events), [Fen::yuan(-20_000)]);
    }

    #[test]
    fn whom_the_script_does_not_put_there_is_met_by_luck_only() {
        let mut state = bare(1);
        rules(&mut state).finding.exhibition = 0.0;
        Arc::make_mut(&mut state.scenario).customers[0].at_exhibition = false;
        state.turn(0).play(cards::Exhibition, false);
        assert!(state.teams[0].relations.iter().all(|r| !r.known()));
    }

    #[test]
    fn no_more_leads_are_found_than_can_be_paid_for() {
        let mut state = bare(1);
        rules(&mut state).finding.prospect_scale = 0.001;
        state.teams[0].books.ledger.cash = Fen::yuan(-200_000 + 3 * 300 + 299);
        state.turn(0).play(cards::Prospect { time: Minutes::from_hours(40) }, false);
        assert_eq!(state.teams[0].relations.iter().filter(|r| r.known()).count(), 3);
        assert_eq!(state.teams[0].books.ledger.cash, Fen::yuan(-200_000 + 299));
    }

    #[test]
    fn an_exhibition_finds_by_fit_up_to_the_cap() {
        let aims_at = |industry: u8| {
            move |state: &mut Game| {
                let levels = [Level::Basic; 4];
                state.teams[0].management.strategy = Some(Strategy { segments: vec![IndustryId(industry)], positioning: Positioning::Quality, levels });
            }
        };
        about(met(|_| {}, |t| _ = t.play(cards::Exhibition, false)), 0.08, 0.02);
        about(met(aims_at(1), |t| _ = t.play(cards::Exhibition, false)), 0.08, 0.02);
        about(met(aims_at(0), |t| _ = t.play(cards::Exhibition, false)), 0.12, 0.02);
        about(met(|state| rules(state).finding.exhibition = 0.5, |t| _ = t.play(cards::Exhibition, false)), 0.20, 0.03);
    }

    #[test]
    fn a_summit_brings_the_top_quartile_only() {
        let mut state = bare(3);
        rules(&mut state).finding.summit = 1.0;
        *event(&mut state, 0) = Happening::Summit;
        state.turn(0).play(cards::Summit, false);
        let mut values: Vec<Fen> = state.customers.iter().map(|c| c.order_value).collect();
        values.sort_unstable();
        for (relation, traits) in state.teams[0].relations.iter().zip(state.customers.iter()) {
            assert_eq!(relation.known(), traits.order_value >= values[15], "the best 5 of 20");
            assert!(!relation.known() || relation.measures.trust == 32.0);
        }
        let found = share(|mut state| {
            *event(&mut state, 0) = Happening::Summit;
            state.turn(0).play(cards::Summit, false);
            (state.teams[0].relations.iter().filter(|r| r.known()).count(), 5)
        });
        about(found, 0.12, 0.03);
    }

    #[test]
    fn prospecting_has_falling_returns_and_a_price_per_lead() {
        // 20 unknown customers: 1 - exp(-40/300)
        about(met(|_| {}, |t| _ = t.play(cards::Prospect { time: Minutes::from_hours(40) }, false)), 0.125, 0.02);
        let mut state = bare(4);
        state.turn(0).play(cards::Prospect { time: Minutes::from_hours(120) }, false);
        let found: Vec<_> = state.teams[0].relations.iter().filter(|r| r.known()).map(|r| (r.history.found, r.measures.trust)).collect();
        assert!(!found.is_empty() && found.iter().all(|f| *f == (Some((Found::Prospecting, Round(1))), 28.0)));
        assert_eq!(booked(&state, EntryKind::Prospecting), [Fen::yuan(-300 * found.len() as i64)]);
    }

    #[test]
    fn qualifying_confirms_the_need_and_goes_into_the_records() {
        for (written_up, records) in [(true, 30.0), (false, 0.0)] {
            let mut state = bare(1);
            lead(&mut state, ALPHA);
            let id = deal(&mut state, ALPHA, 1);
            state.turn(0).play(cards::Qualify { customers: vec![ALPHA] }, written_up);
            assert_eq!((deal_of(&mut state, id).stage, relation(&mut state, ALPHA).classification.qualified), (2, true));
            assert_eq!(relation(&mut state, ALPHA).measures.records, records);
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
                state.turn(0).play(cards::Prospect { time: Minutes::from_hours(hours) }, false);
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
            state.turn(0).play(cards::Qualify { customers: vec![ALPHA] }, true);
            state.turn(0).play(cards::Research { customers: vec![HERO] }, true);
            near(relation(&mut state, ALPHA).measures.records, qualified);
            near(relation(&mut state, HERO).measures.records, researched);
        }
    }

    #[test]
    fn nobody_qualifies_or_researches_a_stranger() {
        let mut state = bare(1);
        state.turn(0).play(cards::Qualify { customers: vec![ALPHA] }, true);
        state.turn(0).play(cards::Research { customers: vec![ALPHA] }, true);
        assert_eq!(failed(&state), [Missing::Known; 2]);
        assert_eq!(relation(&mut state, ALPHA).measures.records, 0.0);
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
            state.turn(0).play(cards::Research { customers: vec![HERO] }, true);
            assert_eq!(state.teams[0].open_deals_of(HERO).count(), usize::from(found), "{finder:?} {luck}");
            assert_eq!(relation(&mut state, HERO).measures.records, 15.0);
        }
        near(Finding::default().research, 0.5);
    }

    #[test]
    fn only_the_satisfied_are_asked_for_a_referral() {
        for (satisfaction, asked) in [(75.0, true), (74.9, false)] {
            let mut state = bare(1);
            lead(&mut state, ALPHA).measures.satisfaction = satisfaction;
            state.turn(0).play(cards::AskReferral { customers: vec![ALPHA] }, true);
            assert_eq!(relation(&mut state, ALPHA).activity.asked_referral, asked);
            assert_eq!(failed(&state), if asked { vec![] } else { vec![Missing::Satisfaction] });
        }
    }
}
