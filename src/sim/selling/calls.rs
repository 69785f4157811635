//! Selling: how a deal goes from stage to stage, and whom a call goes to next (docs/model.md#selling).

use crate::sim::journal::report::Happened;
use crate::sim::scenario::{BuyingRole, Style};
use crate::sim::selling::committee::{self, Member};
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, NeedId};
use std::collections::BTreeMap;

impl Turn<'_> {
    /// Brings a deal to a stage, 1-6, and tells it; never back. With the need confirmed, the committee may turn out to be mapped.
    pub fn reach_stage(&mut self, id: NeedId, stage: u8) {
        let round = self.round;
        if let Some(deal) = self.team.deal_mut(id)
            && deal.stage < stage
        {
            deal.stage = stage;
            deal.stage_since = round;
            self.relation_mut(id.customer).history.last_progress = round;
            self.happened(Happened::StageReached { deal: id, stage });
            if stage == 2 {
                self.map_committee(id);
            }
        }
    }

    /// Contacts met and contacts there are, those who have left the committee not counted.
    pub fn met(&self, customer: CustomerId) -> (usize, usize) {
        let people = self.customers[customer.index()].contacts.len();
        let there = || self.relation(customer).contacts.iter().take(people).filter(|c| !c.removed);
        (there().filter(|c| c.reached).count(), there().count())
    }

    /// Stage 3 by milestone: need confirmed, enough contacts met, records good enough or everybody met.
    pub fn map_committee(&mut self, id: NeedId) {
        let (met, present) = self.met(id.customer);
        let mapped = committee::mapped(self.rules, met, present, self.relation(id.customer).measures.records());
        if mapped && self.open_deal(id).is_some_and(|d| d.stage == 2) {
            self.reach_stage(id, 3);
        }
    }

    /// The same for all open deals of a customer.
    pub fn map_all(&mut self, customer: CustomerId) {
        for index in self.team.deals.open_places() {
            let deal = &self.team.deals[index];
            if deal.id.customer == customer && deal.outcome.is_none() && deal.stage == 2 {
                let id = deal.id;
                self.map_committee(id);
            }
        }
    }

    /// First quote or trial: the customer looks the team over.
    pub fn explore(&mut self, customer: CustomerId) {
        if self.relation(customer).phase == Phase::Awareness {
            self.enter(customer, Phase::Exploration, None);
        }
    }

    /// Whom a sensible seller sees next.
    pub fn next_contact(&self, id: NeedId) -> Option<ContactId> {
        let deal = self.open_deal(id)?;
        let relation = self.relation(id.customer);
        let people = self.customers[id.customer.index()].contacts.iter().zip(&relation.contacts).zip(&deal.support).enumerate();
        let members = people.filter(|(_, ((_, state), _))| !state.removed).map(|(index, ((person, state), support))| Member {
            id: ContactId::at(index),
            weight: person.weight,
            support: *support,
            reached: state.reached,
            decides: person.role == BuyingRole::DecisionMaker,
        });
        let (met, present) = self.met(id.customer);
        committee::next_contact(members, deal.step(), committee::mapped(self.rules, met, present, relation.measures.records()))
    }

    /// The contact's own style once met; a first call is held the people way, which offends nobody of the neighbours.
    pub fn style_for(&self, customer: CustomerId, contact: ContactId) -> Style {
        if self.relation(customer).contacts[contact.index()].reached { self.customers[customer.index()].contacts[contact.index()].style } else { Style::C }
    }
}

/// Counts the calls on each contact within a round, so that each has luck of its own.
#[derive(Default)]
pub(crate) struct CallCount(BTreeMap<(CustomerId, ContactId), u16>);

impl CallCount {
    /// Counts one more call on a contact; returned is how many came before it this round.
    pub fn next(&mut self, customer: CustomerId, contact: ContactId) -> u16 {
        let calls = self.0.entry((customer, contact)).or_default();
        *calls += 1;
        *calls - 1
    }
}

#[cfg(test)]
mod tests;
