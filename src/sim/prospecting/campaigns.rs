//! Campaigns: advertising to an industry through a medium, with falling returns; and the talk that some media make
//! (docs/model.md#campaigns).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::CampaignResult;
use crate::sim::journal::report::Happened;
use crate::sim::luck::draw::Purpose;
use crate::sim::maths::exp;
use crate::sim::parameters::Campaigns;
use crate::sim::scenario::Response;
use crate::sim::state::EntryKind;
use crate::sim::terms::Found;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, IndustryId, MediumId, Round};

/// a (1 - exp(-b/c)), less for an audience that has been courted the same way lately.
pub(crate) fn expected_leads(rules: &Campaigns, response: Response, budget: Fen, earlier: usize) -> f64 {
    let fresh = (0..earlier).fold(1.0, |share, _| share * rules.repeat);
    response.leads * fresh * (1.0 - exp(-(budget.0 as f64) / (response.scale.0.max(1) as f64)))
}

/// Campaigns that still tire the audience of another one with this medium and industry.
pub(crate) fn earlier(rules: &Campaigns, campaigns: &[CampaignResult], medium: MediumId, segment: IndustryId, now: Round) -> usize {
    let tires = |c: &&CampaignResult| c.medium == medium && c.segment == segment && (1..=rules.memory).contains(&now.since(c.round));
    campaigns.iter().filter(tires).count()
}

impl Turn<'_> {
    /// The expected leads are shared over the unknown customers of the industry, each by its own luck: so a larger budget
    /// brings the same leads and perhaps more.
    pub fn campaign(&mut self, medium: MediumId, segment: IndustryId, budget: Fen) {
        let rules = &self.rules.campaigns;
        let Some(def) = self.scenario.guide.medium(medium) else { return };
        let Some(&response) = def.response.get(segment.index()) else { return };
        self.pay(EntryKind::Campaigns, -budget, None, None);
        let unknown: Vec<CustomerId> = self.ids().filter(|&id| self.customers[id.index()].industry == segment && !self.relation(id).known()).collect();
        let expected = expected_leads(rules, response, budget, earlier(rules, &self.team.campaigns, medium, segment, self.round));
        let chance = expected / unknown.len().max(1) as f64;
        let mut leads = 0;
        for &id in &unknown {
            if self.draw(Purpose::CampaignLead, id, u16::from(medium.0)).happens(chance) {
                self.meet(id, Found::Campaign(medium), rules.trust);
                self.needs_of(id);
                leads += 1;
            }
        }
        if let Some(echo) = def.echo {
            self.team.echo = Some((medium, echo.rounds));
        }
        let result = CampaignResult { round: self.round, medium, segment, budget, reached: unknown.len() as u16, leads };
        self.team.campaigns.push(result);
        self.happened(Happened::CampaignRan { result });
    }

    /// By how much word spreads faster: 1 where no medium makes people talk.
    pub fn echo(&self) -> f64 {
        let medium = self.team.echo.and_then(|(medium, _)| self.scenario.guide.medium(medium));
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
        self.team.echo = self.team.echo.map(|(medium, rounds)| (medium, rounds.saturating_sub(1))).filter(|(_, rounds)| *rounds > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::Severity;
    use crate::sim::testing::{ALPHA, about, bare, booked, buyer, generated, near, relation, share, ticket, told, traits};

    const MAIL: MediumId = MediumId(0);
    const WECHAT: MediumId = MediumId(1);
    const TRADE: IndustryId = IndustryId(1);

    /// All 19 generated customers are of the second industry, and unknown.
    fn market(state: &mut Game) {
        for id in generated(state) {
            traits(state, id).industry = TRADE;
        }
    }

    fn met(state: &Game) -> Vec<CustomerId> {
        generated(state).filter(|id| state.teams[0].relation(*id).known()).collect()
    }

    #[test]
    fn leads_fall_with_the_budget_and_with_repetition() {
        let rules = Campaigns::default();
        let response = Response { leads: 8.0, scale: Fen::yuan(10_000) };
        // 8 x (1 - exp(-b/c)): at c 63.2 %, at 2c 86.5 %; .7 of it after one campaign, .49 after two
        for (budget, before, leads) in [(10_000, 0, 5.056_964), (20_000, 0, 6.917_317), (10_000, 1, 3.539_875), (10_000, 2, 2.477_913), (0, 0, 0.0)] {
            assert!((expected_leads(&rules, response, Fen::yuan(budget), before) - leads).abs() < 1e-5, "{budget} {before}");
        }
    }

    #[test]
    fn an_audience_is_tired_by_the_same_medium_for_three_rounds() {
        let rules = Campaigns::default();
        let ran = |round, medium, segment| CampaignResult { round: Round(round), medium, segment, budget: Fen::ZERO, reached: 0, leads: 0 };
        let campaigns = [ran(3, MAIL, TRADE), ran(4, MAIL, TRADE), ran(4, WECHAT, TRADE), ran(4, MAIL, IndustryId(0))];
        for (now, count) in [(4, 1), (5, 2), (6, 2), (7, 1), (8, 0)] {
            assert_eq!(earlier(&rules, &campaigns, MAIL, TRADE, Round(now)), count, "round {now}");
        }
    }

    #[test]
    fn the_expected_leads_are_shared_over_the_unknown_of_the_industry() {
        // 5.057 of 19
        let found = share(|mut state| {
            market(&mut state);
            state.turn(0).campaign(MAIL, TRADE, Fen::yuan(10_000));
            (met(&state).len(), 19)
        });
        about(found, 5.057 / 19.0, 0.025);
        let mut other = bare(1);
        market(&mut other);
        other.turn(0).campaign(MAIL, IndustryId(0), Fen::yuan(100_000));
        assert!(met(&other).is_empty(), "nobody of another industry hears of it");
    }

    #[test]
    fn a_larger_budget_never_loses_a_lead() {
        for seed in 0..60 {
            let found = |budget: i64| {
                let mut state = bare(seed);
                market(&mut state);
                state.turn(0).campaign(MAIL, TRADE, Fen::yuan(budget));
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
        state.turn(0).campaign(MAIL, TRADE, Fen::yuan(100_000));
        let leads = met(&state).len() as u16 - 1;
        let result = CampaignResult { round: state.round, medium: MAIL, segment: TRADE, budget: Fen::yuan(100_000), reached: 18, leads };
        assert!(leads > 0);
        assert_eq!(state.teams[0].campaigns, [result]);
        assert_eq!(told(&state, |h| if let Happened::CampaignRan { result } = h { Some(*result) } else { None }), [result]);
        assert_eq!(booked(&state, EntryKind::Campaigns), [Fen::yuan(-100_000)]);
        let lead = met(&state).into_iter().find(|&id| id != ALPHA).expect("somebody answered");
        assert_eq!((relation(&mut state, lead).trust, relation(&mut state, lead).found), (28.0, Some((Found::Campaign(MAIL), Round(1)))));
    }

    #[test]
    fn only_some_media_make_people_talk_and_only_for_a_while() {
        let mut state = bare(1);
        state.turn(0).campaign(MAIL, TRADE, Fen::yuan(1_000));
        near(state.turn(0).echo(), 1.0);
        state.turn(0).campaign(WECHAT, TRADE, Fen::yuan(1_000));
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
                    buyer(&mut state, id, 1).satisfaction = 80.0;
                }
                state.teams[0].echo = loud.then_some((WECHAT, 1));
                state.turn(0).word_of_mouth();
                (buyers.iter().filter(|&&id| !state.teams[0].relation(id).referred.is_empty()).count(), buyers.len())
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
                state.teams[0].echo = loud.then_some((WECHAT, 1));
                act(&mut state.turn(0));
                state.teams[0].reputation[state.customers[ALPHA.index()].industry.index()]
            };
            near(after(&|s| relation(s, ALPHA).satisfaction = 30.0, &|t| t.word_of_mouth()), blame);
            near(after(&|s| _ = ticket(s, ALPHA, Severity::Major, 1), &|t| t.unanswered()), open);
            near(after(&|s| relation(s, ALPHA).silent_failure = Some(s.round), &|t| t.unanswered()), silent);
        }
    }
}
