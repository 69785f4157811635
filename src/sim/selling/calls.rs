//! Selling: how a deal goes from stage to stage, and whom a call goes to next (docs/model.md#selling).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::maths::ln;
use crate::sim::scenario::{BuyingRole, Style};
use crate::sim::selling::committee::{self, Member};
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId};
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

    /// Whom a sensible seller sees next of those who have time.
    pub fn next_contact(&self, id: NeedId, talks: &Talks) -> Option<ContactId> {
        let deal = self.open_deal(id)?;
        let relation = self.relation(id.customer);
        let people = self.customers[id.customer.index()].contacts.iter().zip(&relation.contacts).zip(&deal.support).enumerate();
        let there = people.filter(|(place, ((_, state), _))| !state.removed && self.has_time(talks, id.customer, ContactId::at(*place)));
        let members = there.map(|(index, ((person, state), support))| Member {
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

/// The talks of a team's month: how many with each person, and what they did for each deal.
#[derive(Default)]
pub(crate) struct Talks {
    held: BTreeMap<(CustomerId, ContactId), u16>,
    deals: BTreeMap<NeedId, Work>,
}

/// What has gone into a deal this month.
#[derive(Default)]
struct Work {
    /// Hours of talks.
    talked: f64,
    /// Hours of preparation.
    prepared: f64,
    /// Effort of the talks with each person.
    efforts: BTreeMap<ContactId, f64>,
}

impl Talks {
    /// Talks with a person so far.
    pub fn with(&self, customer: CustomerId, contact: ContactId) -> u16 {
        self.held.get(&(customer, contact)).copied().unwrap_or(0)
    }

    /// Notes a talk: its hours and its effort for the deal it served.
    pub fn note(&mut self, customer: CustomerId, contact: ContactId, served: Option<(NeedId, f64, f64)>) {
        *self.held.entry((customer, contact)).or_default() += 1;
        if let Some((deal, hours, effort)) = served {
            let work = self.deals.entry(deal).or_default();
            work.talked += hours;
            *work.efforts.entry(contact).or_default() += effort;
        }
    }

    /// So many hours more of preparation for a deal: the effort that they add to its talks, by person; none where nobody was
    /// spoken to. Preparation raises the effort of the talks by `gain` ln(1 + its hours / theirs), so every further hour adds less.
    fn prepare(&mut self, deal: NeedId, hours: f64, gain: f64) -> Vec<(ContactId, f64)> {
        let Some(work) = self.deals.get_mut(&deal).filter(|work| work.talked > 0.0) else { return Vec::new() };
        let raised = |prepared: f64| gain * ln(1.0 + prepared / work.talked);
        let more = raised(work.prepared + hours) - raised(work.prepared);
        work.prepared += hours;
        work.efforts.iter().map(|(&contact, effort)| (contact, effort * more)).collect()
    }
}

impl Turn<'_> {
    /// Whether a person has time for another talk this month.
    pub fn has_time(&self, talks: &Talks, customer: CustomerId, contact: ContactId) -> bool {
        talks.with(customer, contact) < self.rules.selling.talks
    }

    /// Hours for a deal that no talk is left for: they make the talks of the month count for more, and a line of the log says so.
    /// Nothing where nobody was spoken to, or no time is left.
    pub fn prepare(&mut self, id: NeedId, time: Minutes, talks: &mut Talks) {
        if time < self.rules.selling.least_call {
            return;
        }
        let gains = talks.prepare(id, time.to_hours(), self.rules.selling.preparation);
        let value = self.world.need(id).map_or(Fen::ZERO, |need| need.value);
        let tau = committee::tau(self.rules, value);
        let people = &self.customers[id.customer.index()].contacts;
        if let Some(deal) = self.team.deal_mut(id) {
            for &(contact, effort) in &gains {
                let support = &mut deal.support[contact.index()];
                *support = committee::support_after(*support, effort, tau, people[contact.index()].weight);
            }
        }
        if !gains.is_empty() {
            self.sales_work(id.customer, InteractionKind::Preparation, time, Fen::ZERO, Outcome::Done, false);
        }
    }

    /// Trust that work on a lead earns: none from the first order on, which is earned by what is delivered.
    pub fn earn_trust(&mut self, customer: CustomerId, points: f64, cause: Cause) {
        let relation = self.relation(customer);
        if relation.history.orders == 0 {
            let gained = points * (1.0 - relation.measures.trust() / 100.0);
            self.add(customer, Measure::Trust, gained, cause, About::Nothing);
        }
    }
}

#[cfg(test)]
mod tests;
