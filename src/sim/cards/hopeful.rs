//! Facts as they may be by the time a card is played: earlier cards of the same plan may meet a condition (docs/model.md#cards).

use crate::sim::cards::command::{Action, Card};
use crate::sim::cards::conditions::{CustomerFacts, DealFacts, Knows};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Investment, Severity};
use crate::sim::selling::committee;
use crate::sim::units::{CustomerId, OpportunityId, Role};

/// What `inner` knows, plus what the plan hopes to reach.
pub struct WithPlan<'a, K> {
    pub inner: &'a K,
    /// Cards planned before, of all roles.
    pub plan: &'a [&'a Card],
}

impl<K: Knows> Knows for WithPlan<'_, K> {
    fn exhibition(&self) -> bool {
        self.inner.exhibition()
    }
    fn summit(&self) -> bool {
        self.inner.summit()
    }
    fn customer(&self, id: CustomerId) -> Option<CustomerFacts> {
        self.inner.customer(id)
    }
    fn pooled(&self, id: CustomerId) -> bool {
        let takes = |card: &&Card| matches!(&card.action, Action::TakeFromPool { customers } if customers.contains(&id));
        self.inner.pooled(id) && !self.plan.iter().any(takes)
    }
    fn solved(&self, severity: Severity) -> u32 {
        self.inner.solved(severity)
    }
    fn tender(&self, id: OpportunityId) -> bool {
        self.inner.tender(id)
    }
    fn offered(&self, what: Investment) -> bool {
        self.inner.offered(what)
    }
    fn built(&self, what: Investment) -> bool {
        self.inner.built(what)
    }
    fn keeps_stock(&self) -> bool {
        self.inner.keeps_stock()
    }
    fn rules(&self) -> &Rules {
        self.inner.rules()
    }
    fn visitors(&self) -> bool {
        self.inner.visitors()
    }
    fn can_integrate(&self) -> bool {
        self.inner.can_integrate()
    }
    fn in_pool(&self, id: CustomerId) -> bool {
        self.inner.in_pool(id)
    }
    fn posts(&self, role: Role) -> usize {
        self.inner.posts(role)
    }
    fn filled(&self, role: Role, post: usize) -> bool {
        self.inner.filled(role, post)
    }
    fn complete(&self, role: Role) -> bool {
        self.inner.complete(role)
    }

    fn deal(&self, id: OpportunityId) -> Option<DealFacts> {
        let mut deal = self.inner.deal(id)?;
        let facts = self.inner.customer(id.customer).unwrap_or_default();
        let rules = self.inner.rules();
        let (mut reached, mut records) = (facts.reached, facts.records);
        for card in self.plan {
            let mut learn = |points: f64| {
                if card.write_up {
                    records += points * (100.0 - records) / 100.0;
                }
            };
            match &card.action {
                Action::Qualify { customers } if customers.contains(&id.customer) => {
                    learn(rules.records.qualify);
                    deal.stage = deal.stage.max(2);
                }
                Action::Research { customers } if customers.contains(&id.customer) => learn(rules.records.research),
                Action::Call { customer, contact, deal: served, .. } if *customer == id.customer => {
                    learn(rules.records.call);
                    reached |= 1u8.checked_shl(u32::from(contact.0)).unwrap_or(0);
                    if *served == Some(id) {
                        deal.stage = deal.stage.max(2);
                    }
                }
                Action::FreeCheck { customer } if *customer == id.customer => learn(rules.records.demo),
                Action::Demo { deal: shown } if *shown == id => deal.stage = deal.stage.max(4),
                Action::Quote { deal: quoted, .. } if *quoted == id => deal.stage = deal.stage.max(5),
                Action::Pursue { deal: pursued, .. } if *pursued == id => deal.stage = deal.stage.max(5),
                Action::PursueMany { deals, .. } if deals.iter().any(|(pursued, _)| *pursued == id) => deal.stage = deal.stage.max(5),
                _ => {}
            }
            let (met, present) = ((reached & facts.contacts).count_ones() as usize, facts.contacts.count_ones() as usize);
            if deal.stage == 2 && committee::mapped(rules, met, present, records) {
                deal.stage = 3;
            }
        }
        Some(deal)
    }
}
