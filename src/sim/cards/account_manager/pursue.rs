//! The next sensible calls, demo and quote of a deal, as far as the time goes (docs/model.md#pursuits).

use crate::sim::cards::{Action, Bounds, Call, CardRules, Demo, Estimate, Home, Hope, Needs, Outlook, Playing, Quote, Setting, Takes, When};
use crate::sim::scenario::Guide;
use crate::sim::selling::quoting;
use crate::sim::terms::{Intent, Missing, QuoteTerms, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Pursues one deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pursue {
    /// The deal that is worked on.
    pub deal: NeedId,
    /// What is quoted when it comes to that.
    pub terms: QuoteTerms,
    /// What every call in it is after.
    pub intent: Intent,
    /// For calls, demo, quote and writing up together, in whole half hours.
    pub time: Minutes,
}

impl CardRules for Pursue {
    fn key(&self) -> &'static str {
        "pursue"
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
        // writing up is part of the time; its calls, demo and quote are paid for as they happen
        Takes::chosen(self.time).costing(guide.rules.selling.call_cost)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.deal(self.deal)?;
        bounds.time(self.time)?;
        quoting::check_terms(bounds.guide(), &self.terms)
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.not_lost(self.deal.customer);
        let deal = needs.open(self.deal);
        needs.that(deal.is_none_or(|d| !d.promised), Missing::Promised);
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.deal == hope.deal {
            hope.reach(5);
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        match planned {
            Action::Pursue(other) => other.deal == self.deal,
            Action::PursueMany(other) => other.deals.iter().any(|(deal, _)| *deal == self.deal),
            _ => false,
        }
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        if !turn.lacks(&self.clone().into()) {
            self.pursue(turn, month);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let Some(deal) = outlook.known.deal(self.deal) else { return Estimate::Shows };
        match outlook.known.chance_after(deal, &self.terms, outlook.effective_time(self.time)) {
            Some(chance) => Estimate::Wins(chance),
            None => {
                let contact = outlook.known.next_contact(deal.id.customer, Some(deal)).unwrap_or_default();
                Estimate::Advance(outlook.advance(deal.id.customer, contact, Some(deal), None, self.intent))
            }
        }
    }
}

impl Pursue {
    /// Works on the deal as a sensible seller would: meet two people, show, quote, then win the committee over; once nobody has
    /// time for another talk, prepare.
    pub(super) fn pursue(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let id = self.deal;
        let write_up = if month.write_up { turn.rules.work.write_up } else { Minutes::ZERO };
        let (demo, quote) = (turn.rules.selling.demo_hours + write_up, turn.rules.selling.quote_hours + write_up);
        let [short, usual] = turn.rules.selling.call_hours;
        let mut left = turn.effective_time(self.time);
        // that settles what the time is worth, for all the calls in it
        turn.share = 1.0;
        loop {
            let Some(deal) = turn.open_deal(id) else { return };
            let (stage, quoted) = (deal.stage, deal.quote.is_some());
            if stage >= 4 && !quoted {
                if left < quote || !(Quote { deal: id, terms: self.terms.clone() }).hand_in(turn, month.write_up) {
                    return;
                }
                left -= quote;
                continue;
            }
            if stage == 3 {
                if left < demo || !(Demo { deal: id }).show(turn, month.write_up) {
                    return;
                }
                left -= demo;
                continue;
            }
            let Some(contact) = turn.next_contact(id, month.talks) else {
                turn.prepare(id, left, month.talks);
                return;
            };
            let length = if stage < 3 { short } else { usual };
            let spend = if left < length + write_up + short { left } else { length + write_up };
            if spend < write_up + turn.rules.selling.least_call || !turn.affords(turn.rules.selling.call_cost) {
                return;
            }
            left -= spend;
            let style = turn.style_for(id.customer, contact);
            let call = Call { customer: id.customer, contact, deal: Some(id), style, intent: self.intent, time: spend - write_up };
            turn.speak(&call, month.write_up, month.talks);
        }
    }
}
