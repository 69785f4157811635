//! Filing the forecast: what the deals due and the bids handed in may bring (docs/model.md#forecast).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::report::Happened;
use crate::sim::scenario::Guide;
use crate::sim::terms::Reject;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Files the forecast of the month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast;

impl CardRules for Forecast {
    fn key(&self) -> &'static str {
        "forecast"
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

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
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

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        // a win rate says how often deals are won that come to a stage, with all the work still done on them; so it is the stage before
        // the month's work that counts, which is also what the desk shows
        let expected = month.expected + turn.hoped_from_bids();
        turn.team.management.forecast = Some(expected);
        turn.happened(Happened::ForecastFiled { expected });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Files(outlook.known.expected_from_deals() + outlook.known.hoped_from_bids())
    }
}
