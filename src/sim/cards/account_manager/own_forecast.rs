//! Filing a figure of one's own as the forecast, in place of what the stages say (docs/model.md#forecast).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::report::Happened;
use crate::sim::limits::Value;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Files the forecast of the month, as the team sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnForecast {
    /// What the deals due and the bids handed in will bring; 0 or more.
    pub amount: Fen,
}

impl CardRules for OwnForecast {
    fn key(&self) -> &'static str {
        "own-forecast"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.selling.forecast_hours)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.amount(Amount::Forecast, Value::Money(self.amount))
    }

    fn needs(&self, _: &mut Needs<'_>) {}

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Forecast(_) | Action::OwnForecast(_))
    }

    fn setting(&self) -> Setting {
        Setting::MAY
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        turn.team.management.forecast = Some(self.amount);
        turn.happened(Happened::ForecastFiled { expected: self.amount });
    }

    fn estimate(&self, _: &Outlook<'_>) -> Estimate {
        Estimate::Files(self.amount)
    }
}
