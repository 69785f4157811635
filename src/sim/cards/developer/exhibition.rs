//! A stand at the fair: customers the script puts there are always met, others by luck (docs/model.md#exhibitions-and-summits).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::luck::events::Search;
use crate::sim::parameters::Finding;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Found, Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// A stand at the exhibition of this month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exhibition;

impl CardRules for Exhibition {
    fn key(&self) -> &'static str {
        "exhibition"
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
        Takes::fixed(rules.exhibition_hours).costing(rules.exhibition_cost)
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.exhibition(), Missing::Event);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Exhibition(_))
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
        let rules = &turn.rules.finding;
        turn.pay(EntryKind::Events, -rules.exhibition_cost, None, None);
        let trust = turn.rules.relations.trust_exhibition;
        for index in 0..turn.scenario.customers.len() {
            let id = CustomerId::at(index);
            if turn.scenario.customers[index].at_exhibition && !turn.relation(id).known() {
                turn.meet(id, Found::Exhibition, trust);
                turn.needs_of(id);
            }
        }
        // customers of the segments the team aims at stop at its stand more often
        turn.find(Found::Exhibition, Search::Exhibition, trust, |turn, id| {
            let industry = turn.customers[id.index()].industry;
            chance(rules, turn.team.management.strategy.as_ref().is_some_and(|strategy| strategy.segments.contains(&industry)))
        });
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let (known, rules) = (outlook.known, &outlook.rules().finding);
        let aimed = known.strategy.as_ref().map_or(0, |s| s.segments.len());
        let share = (aimed as f64 / known.guide.industries.len().max(1) as f64).min(1.0);
        Estimate::Finds(outlook.unknown() * (share * chance(rules, true) + (1.0 - share) * chance(rules, false)))
    }
}

/// Chance that an unknown customer comes to the stand, 0-1: higher in the segments the team aims at.
fn chance(rules: &Finding, aimed_at: bool) -> f64 {
    (rules.exhibition * if aimed_at { rules.exhibition_fit } else { 1.0 }).min(rules.exhibition_cap)
}
