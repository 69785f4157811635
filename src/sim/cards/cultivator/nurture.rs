//! Keeping in touch with many at once: trust grows a little, needs come more often (docs/model.md#nurturing).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::parameters::Cultivation;
use crate::sim::scenario::Guide;
use crate::sim::terms::Reject;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Nurtures these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nurture {
    /// Known and not lost, each once; paid for by started group of `cultivation.group`.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Nurture {
    fn key(&self) -> &'static str {
        "nurture"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Cultivator])
    }

    fn when(&self) -> When {
        When::Caring
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        let rules = &guide.rules.cultivation;
        let groups = groups(rules, self.customers.len());
        Takes::each(rules.nurture_hours, groups).costing(rules.nurture_cost.times(groups as i64))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            needs.known(id);
            needs.not_lost(id);
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Nurture(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len())
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        let rules = &turn.rules.cultivation;
        turn.pay(EntryKind::Care, -rules.nurture_cost.times(groups(rules, self.customers.len()) as i64), None, None);
        let skill_factor = turn.skill_factor(Role::Cultivator);
        let each = Minutes(rules.nurture_hours.0 / i32::from(rules.group.max(1)));
        for &id in &self.customers {
            if turn.lacks(&Nurture { customers: vec![id] }.into()) {
                continue;
            }
            let trust = turn.relation(id).measures.trust();
            turn.add(id, Measure::Trust, gain(rules, skill_factor, trust), Cause::Nurtured, About::Nothing);
            turn.relation_mut(id).activity.nurtured = rules.rounds;
            turn.contacted(id);
            turn.work(Role::Cultivator, id, InteractionKind::Nurture, each, Fen::ZERO, Outcome::Done, false);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let skill_factor = outlook.skill_factor(Role::Cultivator);
        Estimate::Trust(outlook.customers(&self.customers).map(|c| gain(&outlook.rules().cultivation, skill_factor, c.trust)).sum())
    }
}

/// `cultivation.trust` x (1 - T/100) points of trust, more or less by skill.
fn gain(rules: &Cultivation, skill_factor: f64, trust: f64) -> f64 {
    rules.trust * skill_factor * (1.0 - trust / 100.0)
}

/// Groups that are seen one after the other.
fn groups(rules: &Cultivation, customers: usize) -> usize {
    customers.div_ceil(usize::from(rules.group.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::journal::report::Happened;
    use crate::sim::parameters::Rules;
    use crate::sim::state::{DealOutcome, Order};
    use crate::sim::terms::{Missing, Phase, QuoteTerms};
    use crate::sim::testing::{ALPHA, HERO, about, bare, booked, buyer, deal, deal_of, generated, lead, near, open, quoted, relation, rules, share, told};
    use crate::sim::units::Round;

    #[test]
    fn nurturing_warms_many_at_once_and_counts_as_contact() {
        let mut state = bare(1);
        let ids: Vec<CustomerId> = generated(&state).take(11).collect();
        for &id in &ids {
            let alpha = buyer(&mut state, id, 1);
            (alpha.measures.trust, alpha.activity.silent) = (40.0, 3);
        }
        state.turn(0).play(cards::Nurture { customers: ids.to_vec() }, false);
        for &id in &ids {
            let alpha = relation(&mut state, id);
            // T 40 + 1.5 x .6
            near(alpha.measures.trust, 40.9);
            assert_eq!((alpha.activity.silent, alpha.activity.contacted, alpha.activity.nurtured), (0, true, 2));
        }
        assert_eq!(booked(&state, EntryKind::Care), [Fen::yuan(-2_000)], "eleven are two groups");
    }

    #[test]
    fn skill_makes_more_of_the_same_hours() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).measures.trust = 0.0;
        // the account manager does the cultivator's work here
        state.teams[0].staff[Role::AccountManager.index()].posts[0].skill = 100.0;
        state.turn(0).play(cards::Nurture { customers: [ALPHA].to_vec() }, false);
        near(relation(&mut state, ALPHA).measures.trust, 1.5 * 1.3);
        // and the specialist's
        let id = deal(&mut state, ALPHA, 3);
        state.turn(0).play(cards::Design { deal: id }, false);
        near(deal_of(&mut state, id).design, 6.0 * 1.3);
    }

    #[test]
    fn nurtured_customers_need_more_for_two_rounds() {
        let needs = |nurtured: u16| {
            share(|mut state| {
                rules(&mut state).cultivation.needs = 1.0;
                let ids: Vec<CustomerId> = generated(&state).collect();
                for &id in &ids {
                    lead(&mut state, id).activity.nurtured = nurtured;
                }
                open(&mut state, 7);
                (state.worlds[0].needs.iter().filter(|o| o.id.born == Round(7)).count(), ids.len())
            })
        };
        about(needs(0), 0.238, 0.03);
        about(needs(1), 0.476, 0.03);
        let mut state = bare(1);
        lead(&mut state, ALPHA).activity.nurtured = 2;
        for left in [1, 0, 0] {
            let next = state.round.plus(1);
            open(&mut state, next.0);
            assert_eq!(relation(&mut state, ALPHA).activity.nurtured, left);
        }
    }

    #[test]
    fn lost_customers_are_not_nurtured() {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.phase, alpha.measures.trust) = (Phase::Lost, 20.0);
        state.turn(0).play(cards::Nurture { customers: [ALPHA].to_vec() }, false);
        near(relation(&mut state, ALPHA).measures.trust, 20.0);
        assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::NotLost]);
    }

    #[test]
    fn a_designed_solution_fits_and_is_not_promised_beyond_its_truth() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        deal_of(&mut state, id).quote.as_mut().expect("quoted").promise = 20.0;
        state.turn(0).play(cards::Design { deal: id }, false);
        let deal = deal_of(&mut state, id);
        near(deal.design, 6.0);
        near(deal.quote.as_ref().expect("quoted").promise, 5.0);
        near(deal.fit(&Rules::default(), 2.0), 8.0);
        // a later quote is held to it, too; a modest one stays
        for (promise, kept) in [(25.0, 5.0), (-10.0, -10.0)] {
            let terms = QuoteTerms { promise, ..QuoteTerms::default() };
            assert!(state.turn(0).play(cards::Quote { deal: id, terms: terms.clone() }, false));
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
        state.turn(0).play(cards::Design { deal: id }, true);
        near(deal_of(&mut state, id).design, 0.0);
    }
}
