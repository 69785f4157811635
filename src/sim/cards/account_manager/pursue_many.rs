//! Many deals pursued with one card, best first; the goods are those that fit (docs/model.md#pursuits).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Pursue, Setting, Takes, When};
use crate::sim::scenario::Guide;
use crate::sim::selling::quoting;
use crate::sim::terms::{Intent, QuoteTerms, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Pursues many deals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PursueMany {
    /// Each with its time.
    pub deals: Vec<(NeedId, Minutes)>,
    /// What is quoted in every deal; without lines, for goods differ.
    pub terms: QuoteTerms,
    /// What every call is after.
    pub intent: Intent,
}

impl CardRules for PursueMany {
    fn key(&self) -> &'static str {
        "pursue-many"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        self.deals.iter().for_each(|(deal, _)| tell(deal.customer));
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::chosen(self.deals.iter().map(|d| d.1).sum()).costing(guide.rules.selling.call_cost.times(self.deals.len() as i64))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.each_once(&self.deals.iter().map(|d| d.0).collect::<Vec<_>>())?;
        // goods of one deal are not those of another
        if !self.terms.lines.is_empty() {
            return Err(Reject::BadList);
        }
        self.deals.iter().try_for_each(|&(id, time)| bounds.deal(id).and_then(|()| bounds.time(time)))?;
        quoting::check_terms(bounds.guide(), &self.terms)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        for &(deal, _) in &self.deals {
            needs.not_lost(deal.customer);
            needs.open(deal);
        }
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.deals.iter().any(|(deal, _)| *deal == hope.deal) {
            hope.reach(5);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        let pursued = |id: NeedId| self.deals.iter().any(|(deal, _)| *deal == id);
        match planned {
            Action::Pursue(other) => pursued(other.deal),
            Action::PursueMany(other) => other.deals.iter().any(|(deal, _)| pursued(*deal)),
            _ => false,
        }
    }

    fn setting(&self) -> Setting {
        Setting::MAY.of_some(self.deals.len()).writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let share = turn.share;
        for &(deal, time) in &self.deals {
            // a pursuit settles its share of the time for itself
            turn.share = share;
            Pursue { deal, terms: self.terms.clone(), intent: self.intent, time }.play(turn, month);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        // what is left to be shown and quoted, the time suffices for
        let chance = |&(id, time): &(NeedId, Minutes)| outlook.known.chance_after(outlook.known.deal(id)?, &self.terms, outlook.effective_time(time));
        Estimate::WinsMany(self.deals.iter().filter_map(chance).sum())
    }
}
