//! Closing what was built: no more running costs, no more effect (docs/model.md#investments).

use crate::sim::cards::anybody::invest::same;
use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::company::investing;
use crate::sim::journal::report::Happened;
use crate::sim::scenario::{Guide, Investment};
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Closes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Close(pub Investment);

impl CardRules for Close {
    fn key(&self) -> &'static str {
        match self.0 {
            Investment::CallCentre => "close-call-centre",
            Investment::WebPlatform => "close-web-platform",
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
        Takes::fixed(guide.rules.investments.hours)
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.built(self.0), Missing::Built);
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

    fn play(&self, turn: &mut Turn<'_>, _month: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        // the month in which it still worked is paid for
        turn.run_investment(self.0);
        turn.team.investments[self.0.index()] = None;
        turn.happened(Happened::Closed { what: self.0 });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Spares(investing::upkeep(&outlook.rules().investments, self.0))
    }
}
