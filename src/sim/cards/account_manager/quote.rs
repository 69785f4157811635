//! A quote: price, promise, date and service level (docs/model.md#quotes).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::market::need_terms;
use crate::sim::scenario::Guide;
use crate::sim::selling::preference::Asked;
use crate::sim::selling::quoting;
use crate::sim::terms::{Missing, QuoteTerms, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Quotes a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// An open deal from stage 4 on; an earlier quote is replaced.
    pub deal: NeedId,
    /// Goods, prices, promise, date, service level, days to pay.
    pub terms: QuoteTerms,
}

impl CardRules for Quote {
    fn key(&self) -> &'static str {
        "quote"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.deal.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.selling.quote_hours).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.deal(self.deal)?;
        quoting::check_terms(bounds.guide(), &self.terms)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.not_lost(self.deal.customer);
        let deal = needs.open(self.deal);
        needs.that(deal.is_some_and(|d| d.stage >= 4), Missing::Stage4);
        needs.that(deal.is_none_or(|d| !d.promised), Missing::Promised);
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.deal == hope.deal {
            hope.reach(5);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Quote(other) if other.deal == self.deal)
    }

    fn setting(&self) -> Setting {
        Setting::FIRST.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        self.hand_in(turn, month.write_up);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        outlook.known.deal(self.deal).map_or(Estimate::Shows, |deal| Estimate::Wins(outlook.known.win_chance(deal, &self.terms)))
    }
}

impl Quote {
    /// Hands it in; false where something is lacking.
    pub(super) fn hand_in(&self, turn: &mut Turn<'_>, written_up: bool) -> bool {
        let id = self.deal;
        if turn.lacks(&self.clone().into()) {
            return false;
        }
        let Some(need) = turn.world.need(id) else { return false };
        let trial = need_terms::need_def(turn.scenario, id.source).is_some_and(|need| need.trial);
        let relation = turn.relation(id.customer);
        let tier = need_terms::price_tier(trial, relation.history.orders, relation.phase);
        let Ok(mut quote) = quoting::quote_for(turn.scenario, need, tier, &self.terms, turn.round) else { return false };
        quote.written_up = written_up;
        if turn.open_deal(id).is_some_and(|d| d.design > 0.0) {
            quote.promise = quote.promise.min(turn.rules.cultivation.design_promise);
        }
        let price = quote.price;
        if let Some(deal) = turn.team.deal_mut(id) {
            deal.quote = Some(quote);
            deal.interactions += u16::from(written_up);
        }
        turn.happened(Happened::Quoted { deal: id, price });
        turn.explore(id.customer);
        turn.show_preference(id, Asked::OnPaper);
        turn.sales_work(id.customer, InteractionKind::Quote, turn.rules.selling.quote_hours, Fen::ZERO, Outcome::Done, written_up);
        true
    }
}
