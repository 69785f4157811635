//! Campaigns: advertising to an industry through a medium, with falling returns; and the talk that some media make
//! (docs/model.md#campaigns).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// By how much word spreads faster: 1 where no medium makes people talk.
    pub fn echo(&self) -> f64 {
        let medium = self.team.marketing.echo.and_then(|(medium, _)| self.scenario.guide.medium(medium));
        medium.and_then(|c| c.echo).map_or(1.0, |echo| echo.factor)
    }

    /// What an ordinary complaint costs in reputation, once more for everybody who reads it.
    pub fn complain_in_public(&mut self, customer: CustomerId, by: f64) {
        let more = (self.echo() - 1.0) * by;
        if more > 0.0 {
            self.add(customer, Measure::Reputation, -more, Cause::PublicComplaint, About::Nothing);
        }
    }

    /// End of phase 9: one more round of talk is over.
    pub fn echo_fades(&mut self) {
        self.team.marketing.echo = self.team.marketing.echo.map(|(medium, rounds)| (medium, rounds.saturating_sub(1))).filter(|(_, rounds)| *rounds > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::journal::report::{CampaignResult, Happened};
    use crate::sim::scenario::Severity;
    use crate::sim::terms::Found;
    use crate::sim::testing::{ALPHA, about, bare, booked, buyer, card_of, generated, near, relation, share, ticket, told};
    use crate::sim::units::{Fen, IndustryId, MediumId, Round};

    const MAIL: MediumId = MediumId(0);
    const WECHAT: MediumId = MediumId(1);
    const TRADE: IndustryId = IndustryId(1);

    /// All 19 generated customers are of the second industry, and unknown.
    fn market(state: &mut Game) {
        for id in generated(state) {
            card_of(state, id).industry = TRADE;
        }
    }

    fn met(state: &Game) -> Vec<CustomerId> {
        generated(state).filter(|id| state.teams[0].relation(*id).known()).collect()
    }

    #[test]
    fn the_expected_leads_are_shared_over_the_unknown_of_the_industry() {
        // 5.057 of 19
        let found = share(|mut state| {
            market(&mut state);
            state.turn(0).play(cards::Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(10_000) }, false);
            (met(&state).len(), 19)
        });
        about(found, 5.057 / 19.0, 0.025);
        let mut other = bare(1);
        market(&mut other);
        other.turn(0).play(cards::Campaign { medium: MAIL, segment: IndustryId(0), budget: Fen::yuan(100_000) }, false);
        assert!(met(&other).is_empty(), "nobody of another industry hears of it");
    }

    #[test]
    fn a_larger_budget_never_loses_a_lead() {
        for seed in 0..60 {
            let found = |budget: i64| {
                let mut state = bare(seed);
                market(&mut state);
                state.turn(0).play(cards::Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(budget) }, false);
                met(&state)
            };
            let mut before = found(1_000);
            for budget in [2_000, 5_000, 20_000, 80_000] {
                let now = found(budget);
                assert!(before.iter().all(|id| now.contains(id)), "seed {seed}, {budget}");
                before = now;
            }
        }
    }

    #[test]
    fn what_a_campaign_cost_and_brought_is_kept_and_told() {
        let mut state = bare(1);
        market(&mut state);
        buyer(&mut state, ALPHA, 1);
        state.turn(0).play(cards::Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(100_000) }, false);
        let leads = met(&state).len() as u16 - 1;
        let result = CampaignResult { round: state.round, medium: MAIL, segment: TRADE, budget: Fen::yuan(100_000), reached: 18, leads };
        assert!(leads > 0);
        assert_eq!(state.teams[0].marketing.campaigns, [result]);
        assert_eq!(told(&state, |h| if let Happened::CampaignRan { result } = h { Some(*result) } else { None }), [result]);
        assert_eq!(booked(&state, EntryKind::Campaigns), [Fen::yuan(-100_000)]);
        let lead = met(&state).into_iter().find(|&id| id != ALPHA).expect("somebody answered");
        assert_eq!((relation(&mut state, lead).measures.trust, relation(&mut state, lead).history.found), (28.0, Some((Found::Campaign(MAIL), Round(1)))));
    }

    #[test]
    fn only_some_media_make_people_talk_and_only_for_a_while() {
        let mut state = bare(1);
        state.turn(0).play(cards::Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(1_000) }, false);
        near(state.turn(0).echo(), 1.0);
        state.turn(0).play(cards::Campaign { medium: WECHAT, segment: TRADE, budget: Fen::yuan(1_000) }, false);
        for factor in [2.0, 2.0, 1.0, 1.0] {
            near(state.turn(0).echo(), factor);
            state.turn(0).word_of_mouth();
        }
    }

    #[test]
    fn talk_doubles_referrals() {
        let referred = |loud: bool| {
            share(|mut state| {
                let buyers: Vec<CustomerId> = generated(&state).take(8).collect();
                for &id in &buyers {
                    buyer(&mut state, id, 1).measures.satisfaction = 80.0;
                }
                state.teams[0].marketing.echo = loud.then_some((WECHAT, 1));
                state.turn(0).word_of_mouth();
                (buyers.iter().filter(|&&id| !state.teams[0].relation(id).history.referred.is_empty()).count(), buyers.len())
            })
        };
        about(referred(false), 0.05, 0.016);
        about(referred(true), 0.10, 0.02);
    }

    #[test]
    fn talk_doubles_what_blame_and_unanswered_tickets_cost_but_not_what_nobody_voiced() {
        // blame .008; an unanswered major ticket .02; a silent failure .02
        for (loud, blame, open, silent) in [(false, -0.008, -0.02, -0.02), (true, -0.016, -0.04, -0.02)] {
            let after = |prepare: &dyn Fn(&mut Game), act: &dyn Fn(&mut Turn<'_>)| {
                let mut state = bare(1);
                buyer(&mut state, ALPHA, 1);
                prepare(&mut state);
                state.teams[0].marketing.echo = loud.then_some((WECHAT, 1));
                act(&mut state.turn(0));
                state.teams[0].reputation.0[state.customers[ALPHA.index()].industry.index()]
            };
            near(after(&|s| relation(s, ALPHA).measures.satisfaction = 30.0, &|t| t.word_of_mouth()), blame);
            near(after(&|s| _ = ticket(s, ALPHA, Severity::Major, 1), &|t| t.unanswered()), open);
            near(after(&|s| relation(s, ALPHA).service.silent_failure = Some(s.round), &|t| t.unanswered()), silent);
        }
    }
}
