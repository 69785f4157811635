//! Advertising to an industry through a medium, with falling returns (docs/model.md#campaigns).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{CampaignResult, Happened};
use crate::sim::limits::Value;
use crate::sim::luck::events::Audience;
use crate::sim::maths::exp;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Found, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, IndustryId, MediumId, Minutes, Role, Round};
use serde::{Deserialize, Serialize};

/// A campaign through a medium to an industry, with so much money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// Where it is advertised.
    pub medium: MediumId,
    /// The one industry it speaks to.
    pub segment: IndustryId,
    /// What it costs, from `campaigns.least` to `campaigns.most`.
    pub budget: Fen,
}

impl CardRules for Campaign {
    fn key(&self) -> &'static str {
        "campaign"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Developer])
    }

    fn when(&self) -> When {
        When::Prospecting
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.campaigns.hours).costing(self.budget)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        let guide = bounds.guide();
        guide.medium(self.medium).filter(|_| self.segment.index() < guide.industries.len()).ok_or(Reject::NoSuchMedium)?;
        bounds.amount(Amount::Budget, Value::Money(self.budget))
    }

    fn needs(&self, _: &mut Needs<'_>) {}

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Campaign(other) if (other.medium, other.segment) == (self.medium, self.segment))
    }

    fn setting(&self) -> Setting {
        Setting::FIRST
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        let Campaign { medium, segment, budget } = *self;
        let rules = &turn.rules.campaigns;
        let Some(def) = turn.scenario.guide.medium(medium) else { return };
        turn.pay(EntryKind::Campaigns, -budget, None, None);
        let unknown: Vec<CustomerId> = turn.ids().filter(|&id| turn.customers[id.index()].industry == segment && !turn.relation(id).known()).collect();
        // the expected leads are shared over them, each by its own luck: so a larger budget brings the same leads and perhaps more
        let expected = self.expected_leads(&turn.scenario.guide, &turn.team.marketing.campaigns, turn.round);
        let chance = expected / unknown.len().max(1) as f64;
        let mut leads = 0;
        for &id in &unknown {
            if turn.luck_of(id, u16::from(medium.0)).happens(Audience::Answers, chance) {
                turn.meet(id, Found::Campaign(medium), rules.trust);
                turn.needs_of(id);
                leads += 1;
            }
        }
        if let Some(echo) = def.echo {
            turn.team.marketing.echo = Some((medium, echo.rounds));
        }
        let result = CampaignResult { round: turn.round, medium, segment, budget, reached: unknown.len() as u16, leads };
        turn.team.marketing.campaigns.push(result);
        turn.happened(Happened::CampaignRan { result });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let known = outlook.known;
        let expected = self.expected_leads(&known.guide, &known.campaigns, known.round);
        Estimate::Finds(expected.min(f64::from(known.unknown_in(self.segment))))
    }
}

impl Campaign {
    /// a (1 - exp(-b/c)) leads, less for an audience that has been courted the same way lately; `campaigns`: those so far.
    fn expected_leads(&self, guide: &Guide, campaigns: &[CampaignResult], now: Round) -> f64 {
        let rules = &guide.rules.campaigns;
        let response = guide.medium(self.medium).and_then(|medium| medium.response.get(self.segment.index()));
        let tires = |c: &&CampaignResult| c.medium == self.medium && c.segment == self.segment && (1..=rules.memory).contains(&now.since(c.round));
        let fresh = campaigns.iter().filter(tires).fold(1.0, |share, _| share * rules.repeat);
        response.map_or(0.0, |response| response.leads * fresh * (1.0 - exp(-(self.budget.0 as f64) / (response.scale.0.max(1) as f64))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::guide;

    const MAIL: MediumId = MediumId(0);
    const WECHAT: MediumId = MediumId(1);
    const TRADE: IndustryId = IndustryId(1);

    #[test]
    fn leads_fall_with_the_budget_and_with_repetition() {
        let guide = guide();
        let expected = |budget, earlier: usize| {
            let ran = CampaignResult { round: Round(4), medium: MAIL, segment: TRADE, budget: Fen::ZERO, reached: 0, leads: 0 };
            Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(budget) }.expected_leads(&guide, &vec![ran; earlier], Round(5))
        };
        // 8 x (1 - exp(-b/c)): at c 63.2 %, at 2c 86.5 %; .7 of it after one campaign, .49 after two
        for (budget, before, leads) in [(10_000, 0, 5.056_964), (20_000, 0, 6.917_317), (10_000, 1, 3.539_875), (10_000, 2, 2.477_913), (0, 0, 0.0)] {
            assert!((expected(budget, before) - leads).abs() < 1e-5, "{budget} {before}");
        }
    }

    #[test]
    fn an_audience_is_tired_by_the_same_medium_for_three_rounds() {
        let guide = guide();
        let campaign = Campaign { medium: MAIL, segment: TRADE, budget: Fen::yuan(10_000) };
        let fresh = campaign.expected_leads(&guide, &[], Round(1));
        let ran = |round, medium, segment| CampaignResult { round: Round(round), medium, segment, budget: Fen::ZERO, reached: 0, leads: 0 };
        let campaigns = [ran(3, MAIL, TRADE), ran(4, MAIL, TRADE), ran(4, WECHAT, TRADE), ran(4, MAIL, IndustryId(0))];
        for (now, count) in [(4, 1), (5, 2), (6, 2), (7, 1), (8, 0)] {
            let left = campaign.expected_leads(&guide, &campaigns, Round(now)) / fresh;
            assert!((left - [1.0, 0.7, 0.49][count]).abs() < 1e-12, "round {now}: {left}");
        }
    }
}
