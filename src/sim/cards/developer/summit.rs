//! A day among the largest customers of the trade (docs/model.md#exhibitions-and-summits).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::luck::events::Search;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Found, Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// The industry summit of this month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summit;

impl CardRules for Summit {
    fn key(&self) -> &'static str {
        "summit"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Developer])
    }

    fn when(&self) -> When {
        When::Prospecting
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        let rules = &guide.rules.finding;
        Takes::fixed(rules.summit_hours).costing(rules.summit_cost)
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.summit(), Missing::Event);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Summit(_))
    }

    fn setting(&self) -> Setting {
        Setting::NOTHING
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        turn.pay(EntryKind::Events, -turn.rules.finding.summit_cost, None, None);
        let chance = turn.rules.finding.summit;
        let mut values: Vec<Fen> = turn.customers.iter().map(|c| c.order_value).collect();
        values.sort_unstable();
        let quartile = values.get(values.len() * 3 / 4).copied().unwrap_or_default();
        let trust = turn.rules.relations.trust_summit;
        turn.find(Found::Summit, Search::Summit, trust, |turn, id| if turn.customers[id.index()].order_value >= quartile { chance } else { 0.0 });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        // a quarter of them are large enough to be there
        Estimate::Finds(outlook.unknown() / 4.0 * outlook.rules().finding.summit)
    }
}
