//! A sealed bid in a public tender (docs/model.md#tenders).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::{Guide, PriceTier};
use crate::sim::selling::quoting;
use crate::sim::state::{Quote, TenderBid};
use crate::sim::tendering;
use crate::sim::terms::{Missing, QuoteTerms, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Bids in one tender.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bid {
    /// The need that is put out to tender.
    pub tender: NeedId,
    /// As in a quote; the price may not exceed the tender's ceiling.
    pub terms: QuoteTerms,
}

impl CardRules for Bid {
    fn key(&self) -> &'static str {
        "bid"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        // the order is written up, not the bid
        Takes::fixed(guide.rules.tenders.hours).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        quoting::check_terms(bounds.guide(), &self.terms)?;
        let tender = bounds.state.world(bounds.team().id).tender(self.tender).ok_or(Reject::NoSuchTender)?;
        tendering::within_ceiling(bounds.state, tender, &self.terms)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.tender(self.tender), Missing::Tender);
        // a stranger may bid too
        needs.not_lost(self.tender.customer);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Bid(other) if other.tender == self.tender)
    }

    fn setting(&self) -> Setting {
        Setting::FIRST.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let Some(found) = turn.world.open_tenders().find(|t| t.need.id == self.tender) else { return };
        let Ok(quote) = quoting::quote_for(turn.scenario, &found.need, PriceTier::Market, &self.terms, turn.round) else { return };
        // a later bid takes the place of an earlier one
        turn.team.bids.retain(|b| b.tender != self.tender);
        turn.team.bids.push(TenderBid { tender: self.tender, quote: Quote { written_up: month.write_up, ..quote } });
        let customer = self.tender.customer;
        if turn.relation(customer).known() {
            turn.sales_work(customer, InteractionKind::Bid, turn.rules.tenders.hours, Fen::ZERO, Outcome::Done, false);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Wins(outlook.known.bid_chance(self.tender, &self.terms))
    }
}
