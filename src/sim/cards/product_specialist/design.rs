//! A solution designed for a deal: it fits better, and nobody promises more than it holds (docs/model.md#solution-design).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::parameters::Rules;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Designs a solution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// What it is for: an open deal from stage 3 on.
    pub deal: NeedId,
}

impl CardRules for Design {
    fn key(&self) -> &'static str {
        "design"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::ProductSpecialist])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.deal.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.cultivation.design_hours).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.deal(self.deal)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.not_lost(self.deal.customer);
        let deal = needs.open(self.deal);
        needs.that(deal.is_some_and(|d| d.stage >= 3), Missing::Stage3);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Design(other) if other.deal == self.deal)
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let id = self.deal;
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let rules = &turn.rules.cultivation;
        let fit = fit(turn.rules, turn.skill_factor(Role::ProductSpecialist));
        if let Some(deal) = turn.team.deal_mut(id) {
            deal.design = fit;
            deal.interactions += u16::from(month.write_up);
            if let Some(quote) = &mut deal.quote {
                quote.promise = quote.promise.min(rules.design_promise);
            }
        }
        if month.write_up {
            turn.write_up(id.customer, turn.rules.records.demo, Cause::Designed);
        }
        turn.work(Role::ProductSpecialist, id.customer, InteractionKind::Design, rules.design_hours, Fen::ZERO, Outcome::Done, month.write_up);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Fit(fit(outlook.rules(), outlook.skill_factor(Role::ProductSpecialist)))
    }
}

/// Fit points of a design, more or less by skill.
#[must_use]
pub fn fit(rules: &Rules, skill_factor: f64) -> f64 {
    rules.cultivation.design_fit * skill_factor
}
