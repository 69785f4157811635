//! Contracts come up for renewal, and run out: a customer whose last one ends has left.

use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::Happened;
use crate::sim::luck::draw::Actor;
use crate::sim::market::needs;
use crate::sim::state::Need;
use crate::sim::terms::{Revealed, Winner};
use crate::sim::turn::Turn;
use crate::sim::units::{Fen, NeedId, Source};

impl Turn<'_> {
    /// Phase 1: contracts that end soon come up for renewal; a need that every vendor who knows the customer hears of.
    pub fn renewals(&mut self) {
        let (round, ends) = (self.round, self.round.plus(self.rules.contracts.notice));
        for place in self.team.contracts.open_places() {
            let contract = &self.team.contracts[place];
            // what one customer renews at the same time is one deal a class
            let first = self.team.contracts.open().iter().position(|c| !c.over && (c.customer, c.class, c.ends) == (contract.customer, contract.class, ends));
            if contract.over || contract.ends != ends || first.map(|i| i + self.team.contracts.open_places().start) != Some(place) {
                continue;
            }
            let same = self.team.contracts.open().iter().filter(|c| !c.over && (c.customer, c.class, c.ends) == (contract.customer, contract.class, ends));
            let quantity = same.map(|c| c.quantity).sum();
            let (customer, class) = (contract.customer, contract.class);
            let id = NeedId { customer, born: round, source: Source::Renewal(class) };
            if self.world.need(id).is_none() {
                let price = needs::market_price(self.scenario, class);
                let value = price.times(i64::from(quantity));
                self.world.needs.push(Need {
                    id,
                    class,
                    quantity,
                    value,
                    budget: None,
                    due: ends,
                    winner: None,
                    luck: self.luck.opportunity(Actor::WORLD, id),
                });
            }
            self.see(id, Revealed::Open);
        }
    }

    /// Phase 11: contracts that have run out end.
    pub fn contracts_run_out(&mut self) {
        let round = self.round;
        for place in self.team.contracts.open_places() {
            let contract = &mut self.team.contracts[place];
            if !contract.over && contract.ends <= round {
                contract.over = true;
                let (customer, fee, class) = (contract.customer, contract.fee, contract.class);
                let relation = self.relation_mut(customer);
                relation.contract.fee -= fee;
                if relation.contract.fee <= Fen::ZERO && relation.active() {
                    let behind = self.grudge(customer);
                    let renewal = self.world.needs.iter().rev().find(|n| n.id.customer == customer && n.id.source == Source::Renewal(class));
                    let rival = renewal.and_then(|need| need.winner).filter(|winner| *winner != Winner::Nobody);
                    self.leave(customer, Cause::ContractEnded);
                    self.happened(Happened::Churned { customer, hazard: 1.0, cause: Cause::ContractEnded, rival, behind });
                }
            }
        }
        self.team.contracts.settle(|c| c.over);
    }
}
