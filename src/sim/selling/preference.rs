//! What a customer lets be seen of its mind about a quote: symptoms that prove the last two stages (docs/model.md#answers; docs/cases.md#sales-process).
//!
//! A customer knows before the decision whom it prefers. A quote that is far behind is not taken up; a bid that is ahead hears
//! an oral yes. Both show how things stand that day: the committee may still be won over, and the decision maker's own mind
//! is not the committee's. Nothing but stages follows from it: whatever the customer thinks, the same calls go the same way,
//! so a better bid is never worse off.

use crate::sim::luck::events::Opportunity;
use crate::sim::market::need_terms;
use crate::sim::turn::Turn;
use crate::sim::units::NeedId;

/// Where the customer is asked for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The quote arrives.
    OnPaper,
    /// A call goes well.
    SomebodyElse,
    TheDecisionMaker,
}

impl Turn<'_> {
    /// Stage 5: the quote is taken up. Stage 6: an advance with the decision maker once it is, and the decision maker is for us.
    pub fn show_preference(&mut self, id: NeedId, asked: Asked) {
        let Some(before) = self.open_deal(id).filter(|d| d.quote.is_some()).map(|d| d.stage) else { return };
        // only the next stage is asked for, and only of somebody who can say it
        if before > 5 || before == 5 && asked != Asked::TheDecisionMaker {
            return;
        }
        let Some(preference) = self.preference(id) else { return };
        let selling = &self.rules.selling;
        let (talks, says_yes) = (preference >= selling.taken_up, preference >= selling.oral_yes);
        if before < 5 && talks {
            self.reach_stage(id, 5);
        } else if before == 5 && says_yes {
            self.reach_stage(id, 6);
        }
    }

    /// How far ahead of all others the decision maker sees the team's bid, in utility: the committee's own comparison and a
    /// leaning, which stays what it is for the whole deal; so asking again does not change the answer, only a better bid does.
    fn preference(&self, id: NeedId) -> Option<f64> {
        let margin = self.margin(id)?;
        let leaning = self.luck_with(self.world.need(id)?).normal(Opportunity::Leaning);
        let (luck, _) = need_terms::contest_terms(self.scenario, id.source);
        Some(margin + luck * self.rules.selling.leaning * leaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{self, Call};
    use crate::sim::game::Game;
    use crate::sim::luck::draw::Actor;
    use crate::sim::scenario::Style;
    use crate::sim::state::DealOutcome;
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, about, bare, deal, deal_of, generated, lead, near, quoted, relation, rules, share};
    use crate::sim::units::{ContactId, CustomerId, Minutes};

    /// A quote at `stage`, with calls that all end in an advance, and a decision maker of the committee's mind, `ahead` of the others.
    fn offered(stage: u8, ahead: f64) -> (Game, NeedId) {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        let selling = &mut rules(&mut state).selling;
        (selling.leaning, selling.advance_base) = (0.0, 10.0);
        let now = state.turn(0).margin(id).expect("a bid");
        rules(&mut state).choice.base += ahead - now;
        deal_of(&mut state, id).stage = stage;
        (state, id)
    }

    fn call(state: &mut Game, contact: u8, deal: NeedId) -> bool {
        let plan = Call { customer: ALPHA, contact: ContactId(contact), deal: Some(deal), style: Style::A, intent: Intent::Inform, time: Minutes(0) };
        state.turn(0).call(&plan, false, 0)
    }

    #[test]
    fn a_quote_far_behind_is_not_taken_up_and_only_a_bid_ahead_hears_a_yes() {
        // stage, how far ahead, where asked, stage after; contact 0 decides
        for (before, ahead, asked, after) in [
            (4, -2.1, Asked::OnPaper, 4),
            (4, -1.9, Asked::OnPaper, 5),
            (4, 3.0, Asked::OnPaper, 5),
            (4, -2.1, Asked::TheDecisionMaker, 4),
            (4, -1.9, Asked::SomebodyElse, 5),
            (4, 3.0, Asked::TheDecisionMaker, 5),
            (5, -0.1, Asked::TheDecisionMaker, 5),
            (5, 0.1, Asked::TheDecisionMaker, 6),
            (5, 0.1, Asked::SomebodyElse, 5),
            (5, 0.1, Asked::OnPaper, 5),
            (6, -9.0, Asked::TheDecisionMaker, 6),
        ] {
            let (mut state, id) = offered(before, ahead);
            state.turn(0).show_preference(id, asked);
            assert_eq!(deal_of(&mut state, id).stage, after, "stage {before}, {ahead} ahead, {asked:?}");
        }
    }

    #[test]
    fn nobody_answers_where_there_is_no_quote_or_no_deal() {
        let (mut state, _) = offered(4, 3.0);
        let customer = CustomerId(2);
        lead(&mut state, customer);
        let bare_deal = deal(&mut state, customer, 4);
        state.turn(0).show_preference(bare_deal, Asked::TheDecisionMaker);
        assert_eq!(deal_of(&mut state, bare_deal).stage, 4);
        let (mut state, id) = offered(4, 3.0);
        deal_of(&mut state, id).outcome = Some(DealOutcome::NoSale);
        state.turn(0).show_preference(id, Asked::OnPaper);
        assert_eq!(deal_of(&mut state, id).stage, 4);
    }

    #[test]
    fn calls_that_go_well_bring_the_answers_one_by_one() {
        let (mut state, id) = offered(4, 1.0);
        let stages: Vec<u8> = [2, 2, 0]
            .into_iter()
            .map(|contact| {
                assert!(call(&mut state, contact, id));
                deal_of(&mut state, id).stage
            })
            .collect();
        assert_eq!(stages, [5, 5, 6]);
        let (mut state, id) = offered(4, 1.0);
        rules(&mut state).selling.advance_base = -10.0;
        assert!(!call(&mut state, 0, id));
        assert_eq!(deal_of(&mut state, id).stage, 4, "a call that leads nowhere shows nothing");
    }

    #[test]
    fn a_better_quote_may_be_taken_up_where_a_dearer_one_was_not() {
        // 5 % off is .35 nearer
        for (discount, after) in [(0.0, 4), (0.05, 5)] {
            let (mut state, id) = offered(4, -2.2);
            let quote = state.turn(0).play(cards::Quote { deal: id, terms: QuoteTerms { discount, ..QuoteTerms::default() } }, false);
            assert_eq!((quote, deal_of(&mut state, id).stage), (true, after));
        }
    }

    /// The same calls go the same way at a quote that nobody takes up, at one that is talked about, and after a yes.
    #[test]
    fn what_the_customer_thinks_changes_stages_and_nothing_else() {
        let after = |stage: u8, ahead: f64| {
            let (mut state, id) = offered(stage, ahead);
            rules(&mut state).selling.advance_base = -0.6;
            state.turn(0).play(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes::from_hours(24) }, true);
            let support = deal_of(&mut state, id).support;
            (support, state.teams[0].books.ledger.cash, relation(&mut state, ALPHA).contacts, state.journal.teams[0].interactions.clone())
        };
        let cold = after(4, -9.0);
        assert!(cold == after(5, 0.0) && cold == after(6, 9.0));
        assert!(cold.3.len() > 3);
    }

    #[test]
    fn the_decision_maker_leans_as_drawn_and_does_not_change_his_mind() {
        let (mut state, id) = offered(5, 0.5);
        rules(&mut state).selling.leaning = 2.0;
        let own = state.luck.opportunity(Actor::FIRST_TEAM, id).normal(Opportunity::Leaning);
        near(state.turn(0).preference(id).expect("a bid"), 0.5 + 2.0 * own);
        state.round = state.round.plus(1);
        near(state.turn(0).preference(id).expect("a bid"), 0.5 + 2.0 * own);
    }

    /// Half a unit behind, a leaning of one unit says yes where it is half a deviation or more in favour: 31 of 100.
    #[test]
    fn leanings_are_spread_as_stated() {
        let yes = share(|mut state| {
            let ids: Vec<CustomerId> = generated(&state).collect();
            let mut said = 0;
            for &customer in &ids {
                lead(&mut state, customer);
                let id = quoted(&mut state, customer);
                let lead = state.turn(0).margin(id).expect("a bid");
                rules(&mut state).selling.oral_yes = lead + 0.5;
                state.turn(0).show_preference(id, Asked::TheDecisionMaker);
                said += usize::from(deal_of(&mut state, id).stage == 6);
            }
            (said, ids.len())
        });
        about(yes, 0.3085, 0.025);
    }
}
