//! Customers who pay a fee every round: margins of a bank, a consultant's retainer, the shippers of a logistics firm
//! (docs/model.md#contracts). A contract is won like any order, is served every round at a cost, is measured against what it
//! promises, and ends unless it is renewed.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::{Maker, Performance};
use crate::sim::market::{needs, population};
use crate::sim::parameters::{Care, Contracts};
use crate::sim::scenario::ContractDef;
use crate::sim::state::contract::Contract;
use crate::sim::state::{Quote, TicketState};
use crate::sim::turn::Turn;
use crate::sim::turn::satisfaction::target;
use crate::sim::units::{CustomerId, Fen, NeedClassId, NeedId, Round};

/// What performance in a round depends on.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// R, 0-100.
    pub records: f64,
    /// Hours of care visits this round, as far as they count.
    pub care_hours: f64,
    /// Place of the relationship level, 0 basic to 4 partnership.
    pub level: usize,
    /// Tickets that wait at the end of the round.
    pub waiting: usize,
}

/// performance + records R/100 + touch(h) + level - waiting; the spread is added by luck.
#[must_use]
pub fn performance(rules: &Contracts, care: &Care, of: Service) -> f64 {
    rules.performance
        + rules.performance_records * of.records / 100.0
        + rules.performance_touch * care.touch(of.care_hours)
        + rules.performance_by_level[of.level.min(4)]
        - rules.performance_waiting * of.waiting as f64
}

/// What it costs a round to serve a contract at a relationship level.
#[must_use]
pub fn serving(rules: &Contracts, terms: &ContractDef, level: usize) -> Fen {
    terms.serving.scale(rules.serving_by_level[level.min(4)])
}

impl Turn<'_> {
    /// A won order whose class is met by contract: it runs from the next round on.
    pub(crate) fn sign(&mut self, id: NeedId, class: NeedClassId, quantity: u32, terms: &ContractDef, quote: &Quote) {
        let rounds = f64::from(terms.term.max(1));
        let contract = Contract {
            customer: id.customer,
            class,
            deal: Some(id),
            quantity,
            fee: quote.price.scale(1.0 / rounds),
            cost: quote.tier_price.scale(self.rules.choice.cost_share / rounds),
            more: self.rules.contracts.promise * quote.promise,
            from: self.round.plus(1),
            ends: self.round.plus(terms.term),
            kept: 0,
            missed: 0,
            over: false,
        };
        self.begin(contract);
    }

    fn begin(&mut self, contract: Contract) {
        let binding = self.terms(contract.class).is_some_and(|terms| terms.binding);
        let relation = self.relation_mut(contract.customer);
        relation.contract.fee += contract.fee;
        if binding {
            relation.contract.bound = relation.contract.bound.max(contract.ends);
        }
        self.happened(Happened::ContractBegins { customer: contract.customer, fee: contract.fee, ends: contract.ends });
        self.team.contracts.push(contract);
    }

    /// Contracts that run when the game begins: of customers that have bought before, as the scenario says, or of a class by
    /// lot; the last rounds of those by lot are spread over the term.
    pub(crate) fn running_contracts(&mut self) {
        if !self.scenario.guide.has_contracts() {
            return;
        }
        for id in self.ids() {
            if !self.relation(id).active() {
                continue;
            }
            let traits = &self.customers[id.index()];
            let value = traits.order_value;
            let maker = population::maker(self.luck, id);
            let running = match traits.definition {
                Some(place) => self.scenario.customers[place].contract.map(|(class, ends)| (class, Some(Round(ends)))),
                None => Some((needs::class_for(self.scenario, value, maker.uniform(Maker::ContractClass)), None)),
            };
            let Some((class, ends)) = running else { continue };
            let Some(terms) = self.terms(class) else { continue };
            let lot = maker.uniform(Maker::ContractEnd);
            // none ends before its renewal could be talked about
            let ends = ends.unwrap_or(Round(1 + self.rules.contracts.notice + (lot * f64::from(terms.term)) as u16));
            let fee = value.scale(1.0 / f64::from(terms.term.max(1)));
            let price = needs::market_price(self.scenario, class);
            let quantity = ((value.0 as f64 / price.0 as f64).round() as u32).max(1);
            let cost = fee.scale(self.rules.choice.cost_share);
            self.begin(Contract { customer: id, class, deal: None, quantity, fee, cost, more: 0.0, from: Round(1), ends, kept: 0, missed: 0, over: false });
        }
        // what ran before the game is no news
        self.journal.report.happened.clear();
    }

    fn terms(&self, class: NeedClassId) -> Option<&ContractDef> {
        self.scenario.guide.contract(class)
    }

    /// Phase 11: every running contract is served, paid for and measured.
    pub fn serve_contracts(&mut self) {
        let round = self.round;
        let waiting = self.waiting();
        for place in self.team.contracts.open_places() {
            if self.team.contracts[place].runs(round) {
                self.serve_contract(place, &waiting);
            }
        }
    }

    /// Tickets that wait, by customer; empty without any.
    fn waiting(&self) -> Vec<CustomerId> {
        self.team.service_desk.tickets.open().iter().filter(|t| t.state == TicketState::Open).map(|t| t.id.customer).collect()
    }

    fn serve_contract(&mut self, place: usize, waiting: &[CustomerId]) {
        let contract = &self.team.contracts[place];
        let (customer, class, deal, fee, cost, more) = (contract.customer, contract.class, contract.deal, contract.fee, contract.cost, contract.more);
        let Some(terms) = self.terms(class).copied() else { return };
        let relation = self.relation(customer);
        let (records, care_hours, level) = (relation.measures.records(), relation.activity.care_hours, relation.classification.level as usize);
        self.pay(EntryKind::Fee, fee, Some(customer), deal);
        self.pay(EntryKind::Goods, -cost, Some(customer), deal);
        self.pay(EntryKind::Serving, -serving(&self.rules.contracts, &terms, level), Some(customer), deal);
        self.relation_mut(customer).history.revenue += fee;
        let Some(promised) = terms.promised.map(|promised| (promised + more).clamp(0.0, 100.0)) else { return };
        let rules = &self.rules.contracts;
        let waits = waiting.iter().filter(|id| **id == customer).count();
        let steady = performance(rules, &self.rules.care, Service { records, care_hours, level, waiting: waits });
        let luck = self.luck_of(customer, class.0.into()).normal(Performance::Strays);
        let shown = (steady + rules.performance_spread * luck).clamp(0.0, 100.0);
        let kept = shown >= promised;
        let cause = if kept { Cause::PerformanceKept } else { Cause::PerformanceMissed };
        let satisfaction = self.relation(customer).measures.satisfaction();
        let goal = target(self.rules.delivery.neutral, shown - promised, rules.gain);
        self.set(customer, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, About::Nothing);
        self.team.service_desk.promises[0] = self.team.service_desk.promises[0].saturating_add(1);
        self.team.service_desk.promises[1] = self.team.service_desk.promises[1].saturating_add(u16::from(kept));
        let contract = &mut self.team.contracts[place];
        if kept {
            contract.kept = contract.kept.saturating_add(1);
            self.add(customer, Measure::Trust, rules.trust[0], cause, About::Nothing);
        } else {
            contract.missed = contract.missed.saturating_add(1);
            let penalty = fee.scale(terms.penalty);
            self.pay(EntryKind::Penalty, -penalty, Some(customer), deal);
            self.add(customer, Measure::Trust, -rules.trust[1], cause, About::Nothing);
            self.add(customer, Measure::Negative, rules.missed_negative, cause, About::Nothing);
            self.relation_mut(customer).service.blame(cause, rules.missed_negative);
            self.happened(Happened::PromiseMissed { customer, performance: shown, promised, penalty });
        }
    }

    /// A customer that leaves pays no more.
    pub(crate) fn end_contracts(&mut self, customer: CustomerId) {
        for contract in self.team.contracts.open_mut().iter_mut().filter(|c| c.customer == customer) {
            contract.over = true;
        }
        let relation = self.relation_mut(customer);
        (relation.contract.fee, relation.contract.bound) = (Fen::ZERO, Round(0));
    }
}

#[cfg(test)]
mod tests;
