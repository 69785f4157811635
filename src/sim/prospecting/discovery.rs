//! How customers and their needs come to light: who is met, which needs show themselves, which are hidden and who finds
//! them out.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::Search;
use crate::sim::market::needs::ordinary;
use crate::sim::market::{needs, tenders};
use crate::sim::scenario::{Finder, Happening, MAX_CONTACTS};
use crate::sim::state::{Deal, Need};
use crate::sim::terms::{Found, Phase, Revealed, Winner};
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, NeedId, Source};

impl Turn<'_> {
    /// Customers of the scenario that call a team which has missed them, in the round it says.
    pub fn callers(&mut self) {
        for (index, def) in self.scenario.customers.iter().enumerate() {
            let id = CustomerId::at(index);
            if let Some((round, trust)) = def.calls
                && round == self.round.0
                && !self.relation(id).known()
            {
                self.meet(id, Found::Called, trust);
            }
        }
    }

    /// A customer becomes known.
    pub fn meet(&mut self, customer: CustomerId, how: Found, trust: f64) {
        if self.relation(customer).known() {
            return;
        }
        let (round, owner) = (self.round, self.team.next_owner());
        let relation = self.relation_mut(customer);
        relation.phase = Phase::Awareness;
        (relation.ownership.owner, relation.ownership.served_by) = (owner, owner);
        relation.history.found = Some((how, round));
        relation.history.last_progress = round;
        self.set(customer, Measure::Trust, trust, Cause::Met, About::Nothing);
        self.happened(Happened::Met { customer, how });
    }

    /// Needs of this round at every customer the team knows, and older open ones it can see now.
    pub fn needs(&mut self) {
        for id in self.ids() {
            if self.relation(id).known() {
                self.needs_of(id);
                let relation = self.relation_mut(id);
                relation.activity.nurtured = relation.activity.nurtured.saturating_sub(1);
            }
        }
    }

    /// Makes the ordinary need of this round exist, and shows the team what is open.
    pub fn needs_of(&mut self, customer: CustomerId) {
        let round = self.round;
        let id = NeedId { customer, born: round, source: Source::Stochastic };
        if self.customers[customer.index()].stochastic_needs
            && self.world.need(id).is_none()
            && let Some(need) = ordinary(self.scenario, self.luck, customer, &self.customers[customer.index()], round, self.need_boost(customer))
            && !tenders::by_tender(self.rules, need.value)
        {
            self.world.needs.push(need);
        }
        if self.comes(customer) {
            self.arrival_need(customer);
        }
        for index in self.world.needs.open_places() {
            let need = &self.world.needs[index];
            if need.id.customer != customer || need.winner.is_some() || need.due < round {
                continue;
            }
            if self.hidden(need.id).is_empty() {
                self.see(need.id, Revealed::Open);
            } else {
                self.tip(need.id);
            }
        }
    }

    /// Whether a check would find nothing: what is being chosen, or was bought, lasts for years (docs/model.md#needs).
    pub fn is_served(&self, customer: CustomerId) -> bool {
        let (rest, round) = (self.rules.choice.rest, self.round);
        let serves = |need: &Need| match need.winner {
            None => need.due >= round,
            Some(Winner::Nobody) => false,
            Some(_) => round.since(need.due) <= rest,
        };
        let traits = &self.customers[customer.index()];
        rest > 0
            && (needs::rests(self.scenario, self.luck, customer, traits, round)
                || self.world.needs.iter().any(|need| need.id.customer == customer && serves(need)))
    }

    /// Needs come more often where somebody nurtures the customer.
    pub fn need_boost(&self, customer: CustomerId) -> f64 {
        if self.relation(customer).activity.nurtured > 0 { 1.0 + self.rules.cultivation.needs } else { 1.0 }
    }

    /// How a need can come to light; empty if it is open.
    pub fn hidden(&self, id: NeedId) -> &[Finder] {
        match id.source {
            Source::Scripted(event) => match self.scenario.events.get(event.index()).map(|e| &e.what) {
                Some(Happening::Need(need)) => &need.hidden,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// An informant tells of a hidden need once bond or trust is strong enough (docs/model.md#hidden-needs).
    pub fn tip(&mut self, id: NeedId) {
        let relation = self.relation(id.customer);
        let told = self.hidden(id).iter().find_map(|finder| match *finder {
            Finder::Tip { contact, bond, trust, orders }
                if relation.history.won >= orders && (relation.measures.bond() >= bond || relation.measures.trust() >= trust) =>
            {
                Some(contact)
            }
            _ => None,
        });
        if let Some(contact) = told {
            self.see(id, Revealed::Tip(ContactId(contact)));
        }
    }

    /// Hidden needs of a customer that `found` brings to light.
    pub fn uncover(&mut self, customer: CustomerId, how: Revealed, found: impl Fn(&Finder) -> bool) -> bool {
        let open = |o: &Need| o.id.customer == customer && o.winner.is_none();
        let ids: Vec<NeedId> = self.world.needs.open().iter().filter(|o| open(o)).map(|o| o.id).collect();
        let mut any = false;
        for id in ids {
            if self.team.deal(id).is_none() && self.hidden(id).iter().any(&found) {
                self.see(id, how);
                any = true;
            }
        }
        any
    }

    /// The team learns of a need.
    pub fn see(&mut self, id: NeedId, how: Revealed) {
        if self.team.deal(id).is_some() || self.relation(id.customer).phase == Phase::Lost {
            return;
        }
        // somebody who has bought, or whose need somebody dug out, says what is needed
        let confirmed = how != Revealed::Open || self.relation(id.customer).history.orders > 0;
        let round = self.round;
        self.team.deals.push(Deal {
            id,
            seen: round,
            stage: if confirmed { 2 } else { 1 },
            stage_since: round,
            support: [0.0; MAX_CONTACTS],
            demo: false,
            check: false,
            design: 0.0,
            how,
            quote: None,
            outcome: None,
            order: None,
            interactions: 0,
        });
        self.happened(Happened::NeedSeen { deal: id, how });
        self.map_committee(id);
    }

    /// A check that may find an ordinary need of its own.
    pub fn check_for_need(&mut self, customer: CustomerId, chance: f64, by: Search, how: Revealed) -> bool {
        if !self.customers[customer.index()].stochastic_needs || self.is_served(customer) || !self.luck_of(customer, 0).happens(by, chance) {
            return false;
        }
        let id = NeedId { customer, born: self.round, source: Source::Check };
        if self.world.need(id).is_none() {
            let need = needs::make_need(self.scenario, self.luck, customer, &self.customers[customer.index()], self.round, Source::Check);
            self.world.needs.push(need);
        }
        self.see(id, how);
        true
    }
}
