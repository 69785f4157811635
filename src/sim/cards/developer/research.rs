//! Reading what is public about a customer; it may reveal a hidden need (docs/model.md#research).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When, share_somebody};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::luck::events::Search;
use crate::sim::scenario::{Finder, Guide};
use crate::sim::terms::{Reject, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Web research on these customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Research {
    /// Each once; all known to the team.
    pub customers: Vec<CustomerId>,
}

impl CardRules for Research {
    fn key(&self) -> &'static str {
        "research"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Developer])
    }

    fn when(&self) -> When {
        When::Prospecting
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.customers.iter().copied().for_each(tell);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::each(guide.rules.finding.research_hours, self.customers.len()).writing_up(self.customers.len())
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.customers(&self.customers)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &id in &self.customers {
            needs.known(id);
        }
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.customers.contains(&hope.deal.customer) {
            hope.learn(hope.rules.records.research);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Research(other) if share_somebody(&self.customers, &other.customers))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.customers.len()).writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        for &customer in &self.customers {
            if turn.lacks(&Research { customers: vec![customer] }.into()) {
                continue;
            }
            let lucky = turn.luck_of(customer, 0).happens(Search::Research, turn.rules.finding.research);
            let found = lucky && turn.uncover(customer, Revealed::Research, |f| matches!(f, Finder::Research));
            if !found {
                turn.happened(Happened::NothingFound { customer });
            }
            if month.write_up {
                turn.write_up(customer, turn.rules.records.research * turn.skill_factor(Role::Developer), Cause::Researched);
            }
            let outcome = if found { Outcome::Found } else { Outcome::Nothing };
            turn.work(Role::Developer, customer, InteractionKind::Research, turn.rules.finding.research_hours, Fen::ZERO, outcome, month.write_up);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        // only somebody the papers write about leaves a trace to be found
        if outlook.customers(&self.customers).any(|c| c.named) {
            return Estimate::FindsNeed(outlook.rules().finding.research);
        }
        let gains = outlook.customers(&self.customers).map(|c| outlook.rules().records.research * (100.0 - c.records) / 100.0);
        Estimate::Records(gains.sum::<f64>() / self.customers.len().max(1) as f64)
    }
}
