//! What open deals may bring (docs/model.md#forecast).

use crate::sim::market::need_terms;
use crate::sim::turn::Turn;
use crate::sim::units::Fen;

impl Turn<'_> {
    /// What the deals decided at the end of this round may bring, each as it stands now: sum(amount x win rate).
    pub fn expected_from_deals(&self) -> Fen {
        let rates = self.rules.selling.stage_win_rates;
        let due = self.team.open_deals().filter_map(|deal| Some((deal, self.world.need(deal.id).filter(|need| need.due == self.round)?)));
        due.map(|(deal, need)| {
            let tier = need_terms::deal_tier(self.scenario, self.relation(deal.id.customer), deal);
            let amount = deal.quote.as_ref().map_or_else(|| need_terms::value_at(self.scenario, need, tier), |quote| quote.price);
            amount.scale(rates[usize::from(deal.stage.clamp(1, 6)) - 1])
        })
        .sum()
    }
}

#[cfg(test)]
mod tests {
    use crate::sim::cards::{self, Action, Card};
    use crate::sim::journal::report::Happened;
    use crate::sim::planning::command::Command;
    use crate::sim::scenario::{PriceTier, Style};
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, deal_of, lead, quoted, rules, seat, traits};
    use crate::sim::units::{CustomerId, Fen, Minutes, Role, Round};
    use crate::sim::{apply, resolve, view};

    #[test]
    fn the_forecast_is_amount_times_win_rate_of_the_deals_due() {
        let mut state = bare(1);
        state.round = Round(3);
        for (customer, stage) in [(CustomerId(2), 1), (CustomerId(3), 4)] {
            lead(&mut state, customer);
            deal(&mut state, customer, stage);
        }
        let id = quoted(&mut state, ALPHA);
        deal_of(&mut state, id).quote.as_mut().expect("quoted").price = Fen::yuan(99_000);
        let later = quoted(&mut state, HERO);
        let place = state.worlds[0].needs.len() - 1;
        assert_eq!(state.worlds[0].needs[place].id, later);
        state.worlds[0].needs[place].due = Round(4);
        // 110,000 x (.05 + .30) + 99,000 x .50
        let expected = Fen::yuan(88_000);
        assert_eq!(state.turn(0).expected_from_deals(), expected);
        let shown = view(&state, seat(0, Role::AccountManager)).expected_from_deals();
        assert_eq!(shown, expected, "the desk shows what would be filed");
        // who has bought before has the price of an old customer
        buyer(&mut state, CustomerId(2), 1);
        let old = state.scenario.guide.products[0].tier_prices[PriceTier::Old as usize].times(20);
        assert!(old < Fen::yuan(110_000));
        let expected = expected - (Fen::yuan(110_000) - old).scale(0.05);
        assert_eq!(state.turn(0).expected_from_deals(), expected);
    }

    #[test]
    fn a_forecast_is_of_the_month_as_it_was_planned() {
        // wherever its card stands: a pursuit in the same month brings the deal from stage 3 to a quote and further
        for forecast_first in [true, false] {
            let mut state = bare(1);
            lead(&mut state, ALPHA);
            traits(&mut state, ALPHA).contacts.iter_mut().for_each(|c| c.style = Style::A);
            let id = deal(&mut state, ALPHA, 3);
            rules(&mut state).selling.advance_base = 10.0;
            let mut cards = vec![
                Action::Pursue(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Inform, time: Minutes::from_hours(30) }),
                Action::Forecast(cards::Forecast),
            ];
            if forecast_first {
                cards.reverse();
            }
            for action in cards {
                assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(Card { action, write_up: false })), Ok(()));
            }
            let report = resolve(&mut state);
            let filed = report.teams[0].happened.iter().find_map(|h| if let Happened::ForecastFiled { expected } = h { Some(*expected) } else { None });
            assert_eq!(filed, Some(Fen::yuan(22_000)), "110,000 x .20");
            assert!(report.teams[0].happened.iter().any(|h| matches!(h, Happened::Quoted { .. })));
        }
    }
}
