//! Building a call centre or a web platform: at work from the next month on (docs/model.md#investments).

use crate::sim::cards::{Action, Bounds, CardRules, Close, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::company::investing;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::scenario::{Guide, Investment};
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Builds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invest(pub Investment);

impl CardRules for Invest {
    fn key(&self) -> &'static str {
        match self.0 {
            Investment::CallCentre => "call-centre",
            Investment::WebPlatform => "web-platform",
        }
    }

    fn home(&self) -> Home {
        Home::Roles(&Role::ALL)
    }

    fn when(&self) -> When {
        When::Investing
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.investments.hours).costing(investing::price(&guide.rules.investments, self.0))
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.offered(self.0), Missing::Offered);
        needs.that(!needs.facts.built(self.0), Missing::Unbuilt);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        same(self.0, planned)
    }

    fn setting(&self) -> Setting {
        Setting::CONFIRMED
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        turn.pay(EntryKind::Investments, -investing::price(&turn.rules.investments, self.0), None, None);
        turn.team.investments[self.0.index()] = Some(turn.round);
        turn.happened(Happened::Invested { what: self.0 });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let rules = &outlook.rules().investments;
        match self.0 {
            Investment::CallCentre => Estimate::Saves(rules.call_centre_saves),
            Investment::WebPlatform => Estimate::SelfServes(rules.web_self_service),
        }
    }
}

/// Whether a planned card builds or closes the same: built and closed in one month is neither.
pub(super) fn same(what: Investment, planned: &Action) -> bool {
    matches!(planned, Action::Invest(Invest(other)) | Action::Close(Close(other)) if *other == what)
}
