//! The cultivator keeps many customers warm at once; the product specialist designs what is sold (docs/model.md#nurturing, #solution-design).

use crate::sim::cards::command::Action;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::state::EntryKind;
use crate::sim::terms::{Missing, Phase};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, OpportunityId, Role};

impl Turn<'_> {
    /// T += 1.5 (1 - T/100) each, needs come more often for two rounds, and somebody has been in touch.
    pub fn nurture(&mut self, customers: &[CustomerId]) {
        let rules = &self.rules.cultivation;
        let groups = customers.len().div_ceil(usize::from(rules.group.max(1)));
        self.pay(EntryKind::Care, -rules.nurture_cost.times(groups as i64), None, None);
        let gain = rules.trust * self.craft(Role::Cultivator);
        for &id in customers {
            let there = self.relation(id).known() && self.relation(id).phase != Phase::Lost;
            if self.fails(Role::Cultivator, &Action::Nurture { customers: vec![id] }, there, Missing::NotLost) {
                continue;
            }
            let trust = self.relation(id).trust;
            self.set(id, Measure::Trust, trust + gain * (1.0 - trust / 100.0), Cause::Nurtured, About::Nothing);
            self.relation_mut(id).nurtured = rules.rounds;
            self.contacted(id);
            let each = crate::sim::units::Minutes(rules.nurture_hours.0 / i32::from(rules.group.max(1)));
            self.work(Role::Cultivator, id, InteractionKind::Nurture, each, Fen::ZERO, Outcome::Done, false);
        }
    }

    /// Fit +6, and what is promised for this deal stays within reach.
    pub fn design(&mut self, id: OpportunityId, written_up: bool) {
        let mapped = self.open_deal(id).is_some_and(|d| d.stage >= 3);
        if self.fails(Role::ProductSpecialist, &Action::Design { deal: id }, mapped, Missing::Stage3) {
            return;
        }
        let rules = &self.rules.cultivation;
        let fit = rules.design_fit * self.craft(Role::ProductSpecialist);
        if let Some(deal) = self.team.deal_mut(id) {
            deal.design = fit;
            deal.interactions += u16::from(written_up);
            if let Some(quote) = &mut deal.quote {
                quote.promise = quote.promise.min(rules.design_promise);
            }
        }
        self.contacted(id.customer);
        if written_up {
            self.write_up(id.customer, self.rules.records.demo, Cause::Designed);
        }
        self.work(Role::ProductSpecialist, id.customer, InteractionKind::Design, rules.design_hours, Fen::ZERO, Outcome::Done, written_up);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::report::Happened;
    use crate::sim::state::{DealOutcome, Order};
    use crate::sim::terms::QuoteTerms;
    use crate::sim::testing::{ALPHA, HERO, about, bare, booked, buyer, deal, deal_of, generated, lead, near, open, quoted, relation, rules, share, told};
    use crate::sim::units::Round;

    #[test]
    fn nurturing_warms_many_at_once_and_counts_as_contact() {
        let mut state = bare(1);
        let ids: Vec<CustomerId> = generated(&state).take(11).collect();
        for &id in &ids {
            let alpha = buyer(&mut state, id, 1);
            (alpha.trust, alpha.silent) = (40.0, 3);
        }
        state.turn(0).nurture(&ids);
        for &id in &ids {
            let alpha = relation(&mut state, id);
            // T 40 + 1.5 x .6
            near(alpha.trust, 40.9);
            assert_eq!((alpha.silent, alpha.contacted, alpha.nurtured), (0, true, 2));
        }
        assert_eq!(booked(&state, EntryKind::Care), [Fen::yuan(-2_000)], "eleven are two groups");
    }

    #[test]
    fn skill_makes_more_of_the_same_hours() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).trust = 0.0;
        // the account manager does the cultivator's work here
        state.teams[0].staff[Role::AccountManager.index()].posts[0].skill = 100.0;
        state.turn(0).nurture(&[ALPHA]);
        near(relation(&mut state, ALPHA).trust, 1.5 * 1.3);
        // and the specialist's
        let id = deal(&mut state, ALPHA, 3);
        state.turn(0).design(id, false);
        near(deal_of(&mut state, id).design, 6.0 * 1.3);
    }

    #[test]
    fn nurtured_customers_need_more_for_two_rounds() {
        let needs = |nurtured: u16| {
            share(|mut state| {
                rules(&mut state).cultivation.needs = 1.0;
                let ids: Vec<CustomerId> = generated(&state).collect();
                for &id in &ids {
                    lead(&mut state, id).nurtured = nurtured;
                }
                open(&mut state, 7);
                (state.worlds[0].opportunities.iter().filter(|o| o.id.born == Round(7)).count(), ids.len())
            })
        };
        about(needs(0), 0.238, 0.03);
        about(needs(1), 0.476, 0.03);
        let mut state = bare(1);
        lead(&mut state, ALPHA).nurtured = 2;
        for left in [1, 0, 0] {
            let next = state.round.plus(1);
            open(&mut state, next.0);
            assert_eq!(relation(&mut state, ALPHA).nurtured, left);
        }
    }

    #[test]
    fn lost_customers_are_not_nurtured() {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.phase, alpha.trust) = (Phase::Lost, 20.0);
        state.turn(0).nurture(&[ALPHA]);
        near(relation(&mut state, ALPHA).trust, 20.0);
        assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::NotLost]);
    }

    #[test]
    fn a_designed_solution_fits_and_is_not_promised_beyond_its_truth() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        deal_of(&mut state, id).quote.as_mut().expect("quoted").promise = 20.0;
        state.turn(0).design(id, false);
        let deal = deal_of(&mut state, id);
        near(deal.design, 6.0);
        near(deal.quote.as_ref().expect("quoted").promise, 5.0);
        near(deal.fit(&crate::sim::parameters::Rules::default(), 2.0), 8.0);
        // a later quote is held to it, too; a modest one stays
        for (promise, kept) in [(25.0, 5.0), (-10.0, -10.0)] {
            let terms = QuoteTerms { promise, ..QuoteTerms::default() };
            assert!(state.turn(0).quote(id, &terms, false));
            near(deal_of(&mut state, id).quote.as_ref().expect("quoted").promise, kept);
        }
    }

    #[test]
    fn what_was_designed_is_delivered() {
        let quality = |design: f64| {
            let mut state = bare(1);
            rules(&mut state).delivery.spread = 0.0;
            buyer(&mut state, HERO, 1);
            let id = quoted(&mut state, HERO);
            let round = state.round;
            let deal = deal_of(&mut state, id);
            (deal.design, deal.outcome) = (design, Some(DealOutcome::Won(Fen::yuan(110_000))));
            deal.order = Some(Order { promised: round, leaves: Some(round), delivered: None });
            state.turn(0).deliver_all();
            told(&state, |h| if let Happened::Delivered { quality, .. } = h { Some(*quality) } else { None })[0]
        };
        near(quality(6.0) - quality(0.0), 6.0);
    }

    #[test]
    fn nobody_designs_before_the_committee_is_mapped() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = deal(&mut state, ALPHA, 2);
        state.turn(0).design(id, true);
        near(deal_of(&mut state, id).design, 0.0);
        let _: &Game = &state;
    }
}
