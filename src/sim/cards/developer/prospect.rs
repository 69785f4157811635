//! Looking for customers nobody knows yet (docs/model.md#cold-prospecting).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::luck::events::Search;
use crate::sim::maths::exp;
use crate::sim::parameters::Finding;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Found, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// So many hours of search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prospect {
    /// In whole half hours; each hour finds less than the one before.
    pub time: Minutes,
}

impl CardRules for Prospect {
    fn key(&self) -> &'static str {
        "prospect"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Developer])
    }

    fn when(&self) -> When {
        When::Prospecting
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, _: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        // leads are paid for as they are found
        Takes::chosen(self.time)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.time(self.time)
    }

    fn needs(&self, _: &mut Needs<'_>) {}

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, _: &Action) -> bool {
        // those who share a role each have hours of their own: they add up
        false
    }

    fn setting(&self) -> Setting {
        Setting::MAY
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        let rules = &turn.rules.finding;
        let unknown = turn.team.relations.iter().filter(|r| r.findable()).count() as f64;
        let chance = chance(rules, turn.productive_time(Role::Developer, self.time), unknown);
        let cost = rules.prospect_cost;
        // leads are paid for one by one, as far as the money goes
        let purse = (turn.team.cash() + turn.rules.work.credit_limit).max(Fen::ZERO);
        let most = if cost > Fen::ZERO { purse.0 / cost.0 } else { i64::MAX };
        let found = turn.find_up_to(most, Found::Prospecting, Search::Prospecting, turn.rules.relations.trust_cold, |_, _| chance);
        turn.pay(EntryKind::Prospecting, -cost.times(found), None, None);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let unknown = outlook.unknown();
        Estimate::Finds(unknown * chance(&outlook.rules().finding, outlook.productive_time(Role::Developer, self.time), unknown))
    }
}

/// 1-exp(-h/(`prospect_scale` (U+`prospect_offset`))): the chance that prospecting finds one of U unknown customers, 0-1.
fn chance(rules: &Finding, time: Minutes, unknown: f64) -> f64 {
    1.0 - exp(-time.to_hours() / (rules.prospect_scale * (unknown + rules.prospect_offset)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prospecting_has_falling_returns() {
        let found = |hours, unknown| chance(&Finding::default(), Minutes::from_hours(hours), unknown);
        assert!((found(40, 90.0) - (1.0 - exp(-0.04))).abs() < 1e-12);
        assert!((found(40, 30.0) - (1.0 - exp(-0.1))).abs() < 1e-12);
    }
}
