//! What a card needs before it can be played: one list of conditions for the desk, the plan and the moment of playing.
//!
//! The facts come from whoever asks: a `View` (what the team knows), or the state (what is true when the card is carried
//! out). A condition may also be met by an earlier card of the same plan; then the plan's promises are added to the facts.

use super::command::{Action, Missing};
use super::rules::Rules;
use super::scenario::Severity;
use super::units::{ContactId, CustomerId, OpportunityId};

/// What is known of a customer, as far as cards ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CustomerFacts {
    /// Rounds since it was lost; None while it is not lost.
    pub lost_for: Option<u16>,
    pub orders: u16,
    /// Furthest stage of its open deals, 0 without any.
    pub stage: u8,
    /// As surveyed (desk) or as it is (playing); None if nobody has asked.
    pub satisfaction: Option<f64>,
    /// Nothing is left to learn by qualifying.
    pub qualified: bool,
    /// Staff changed lately and the customer was not handed over.
    pub needs_handover: bool,
    /// A failure that can be made good: an open or just dropped ticket, a broken promise, a booked loss.
    pub failure: bool,
    /// Bit per contact that can be spoken to.
    pub contacts: u8,
    /// Bit per contact that has been met.
    pub reached: u8,
    pub records: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealFacts {
    pub open: bool,
    pub stage: u8,
}

/// Somebody who can answer the questions that cards ask.
pub trait Knows {
    fn exhibition(&self) -> bool;
    fn summit(&self) -> bool;
    /// None if the team does not know the customer.
    fn customer(&self, id: CustomerId) -> Option<CustomerFacts>;
    /// None if the team has not seen the deal.
    fn deal(&self, id: OpportunityId) -> Option<DealFacts>;
    fn solved(&self, severity: Severity) -> u32;
    fn rules(&self) -> &Rules;
}

/// Everything `action` still needs; empty if it can be played. Cards over several customers name what any of them lacks.
#[must_use]
pub fn missing(action: &Action, facts: &impl Knows) -> Vec<Missing> {
    let mut list = Vec::new();
    let mut need = |holds: bool, what: Missing| {
        if !holds && !list.contains(&what) {
            list.push(what);
        }
    };
    let known = |id: CustomerId| facts.customer(id);
    match action {
        Action::Exhibition => need(facts.exhibition(), Missing::Event),
        Action::Summit => need(facts.summit(), Missing::Event),
        Action::Prospect { .. } | Action::Forecast | Action::Queue { .. } => {}
        Action::Research { customers } | Action::Qualify { customers } => {
            for &id in customers {
                let customer = known(id);
                need(customer.is_some(), Missing::Known);
                if let (Action::Qualify { .. }, Some(customer)) = (action, customer) {
                    need(!customer.qualified, Missing::Unqualified);
                }
            }
        }
        Action::AskReferral { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                let satisfied = customer.and_then(|c| c.satisfaction).is_some_and(|s| s >= facts.rules().finding.referral_satisfaction);
                need(satisfied, Missing::Satisfaction);
            }
        }
        Action::Call { customer, contact, deal, .. } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts_of.is_none_or(|c| speaks(c, *contact)), Missing::Contact);
            if let Some(deal) = deal {
                need(facts.deal(*deal).is_some_and(|d| d.open), Missing::Open);
            }
        }
        Action::Pursue { deal, .. } => {
            need(known(deal.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts.deal(*deal).is_some_and(|d| d.open), Missing::Open);
        }
        Action::Demo { deal } | Action::Quote { deal, .. } => {
            need(known(deal.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            let state = facts.deal(*deal);
            need(state.is_some_and(|d| d.open), Missing::Open);
            match action {
                Action::Demo { .. } => need(state.is_some_and(|d| d.stage >= 3), Missing::Stage3),
                _ => need(state.is_some_and(|d| d.stage >= 4), Missing::Stage4),
            }
        }
        Action::FreeCheck { customer } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts_of.is_some_and(|c| c.orders > 0 || c.stage >= 3), Missing::Orders);
        }
        Action::Gift { customer, contact, .. } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| speaks(c, *contact)), Missing::Contact);
        }
        Action::Handover { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                need(customer.is_some_and(|c| c.needs_handover), Missing::StaffChange);
            }
        }
        Action::WinBack { customer, .. } => {
            let lost_for = known(*customer).and_then(|c| c.lost_for);
            need(lost_for.is_some(), Missing::Lost);
            need(lost_for.is_none_or(|rounds| rounds >= facts.rules().lifecycle.win_back_after), Missing::LostLonger);
        }
        Action::Care { visits } => {
            for (id, _) in visits {
                buyer(known(*id), &mut need);
            }
        }
        Action::Check { customers } | Action::Survey { customers } => {
            for &id in customers {
                buyer(known(id), &mut need);
            }
        }
        Action::Compensate { customer, .. } => {
            buyer(known(*customer), &mut need);
            need(known(*customer).is_some_and(|c| c.failure), Missing::Failure);
        }
        Action::Article { class } => need(facts.solved(*class) >= u32::from(facts.rules().service.article_needs), Missing::Solved),
    }
    list
}

/// A customer that has bought and is not lost.
fn buyer(customer: Option<CustomerFacts>, need: &mut impl FnMut(bool, Missing)) {
    need(customer.is_some(), Missing::Known);
    need(customer.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
    need(customer.is_some_and(|c| c.orders > 0), Missing::Orders);
}

fn speaks(customer: CustomerFacts, contact: ContactId) -> bool {
    contact.index() < 8 && customer.contacts & (1 << contact.0) != 0
}
