//! An honest no: the team says that somebody else serves this need better (docs/model.md#honest-no).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::Guide;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Declines a deal for good.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decline {
    /// Open, and nothing quoted for it.
    pub deal: NeedId,
}

impl CardRules for Decline {
    fn key(&self) -> &'static str {
        "decline"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.deal.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.selling.no_hours)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.deal(self.deal)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.not_lost(self.deal.customer);
        let deal = needs.open(self.deal);
        // a quote that lies there is a yes
        needs.that(deal.is_none_or(|d| !d.quoted), Missing::Unquoted);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Decline(other) if other.deal == self.deal)
    }

    fn setting(&self) -> Setting {
        Setting::MAY
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        turn.close_deal(self.deal, DealOutcome::Declined);
        turn.earn_trust(self.deal.customer, turn.rules.selling.trust_no, Cause::HonestNo);
        turn.sales_work(self.deal.customer, InteractionKind::Decline, turn.rules.selling.no_hours, Fen::ZERO, Outcome::Done, false);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let lead = outlook.known.customer(self.deal.customer).filter(|c| c.orders == 0);
        lead.map_or(Estimate::Shows, |c| Estimate::Trust(outlook.rules().selling.trust_no * (1.0 - c.trust / 100.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::journal::report::Happened;
    use crate::sim::selling::contest;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of, lead, near, quoted, relation};

    #[test]
    fn an_honest_no_earns_a_leads_trust_and_ends_the_deal_for_good() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).measures.trust = 40.0;
        let id = deal(&mut state, ALPHA, 3);
        assert!(state.turn(0).play(Decline { deal: id }, false));
        // 3 x .6
        near(relation(&mut state, ALPHA).measures.trust, 41.8);
        assert_eq!(deal_of(&mut state, id).outcome, Some(DealOutcome::Declined));
        assert!(!state.turn(0).play(Decline { deal: id }, false), "once");
        contest::decide(&mut state.truth());
        let told = state.journal.teams[0].report.happened.iter().any(|h| matches!(h, Happened::NotInvited { .. } | Happened::NotWon { .. }));
        assert!(!told && deal_of(&mut state, id).outcome == Some(DealOutcome::Declined), "nobody asks who has said no");
    }

    #[test]
    fn a_quote_cannot_be_declined_and_a_buyer_learns_nothing_by_it() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        assert!(!state.turn(0).play(Decline { deal: id }, false));
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1).measures.trust = 40.0;
        let id = deal(&mut state, ALPHA, 3);
        assert!(state.turn(0).play(Decline { deal: id }, false));
        near(relation(&mut state, ALPHA).measures.trust, 40.0);
    }
}
