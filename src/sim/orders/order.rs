//! An order placed on a quote: expectation, money, the customer's history, goods on their way.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{BidTerm, Happened, Unseen, Utility};
use crate::sim::orders::goods;
use crate::sim::orders::supply::Paid;
use crate::sim::scenario::ContractDef;
use crate::sim::state::{DealOutcome, Order, Quote};
use crate::sim::terms::{Level, Payment, Winner};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, NeedClassId, NeedId, Round};

/// An order of a customer that has chosen the team.
pub(crate) struct Win {
    pub deal: NeedId,
    pub utility: Utility,
    pub chance: f64,
    pub unseen: Option<Unseen>,
    pub strong: Option<BidTerm>,
    pub field: Vec<(Winner, f64)>,
}

impl Turn<'_> {
    /// Notes how a deal of the team ended; nothing where the team has no such deal.
    pub fn close_deal(&mut self, id: NeedId, outcome: DealOutcome) {
        if let Some(deal) = self.team.deal_mut(id) {
            deal.outcome = Some(outcome);
        }
    }

    /// Class, quantity and terms of a need that is met by contract and not by goods.
    pub fn contract_of(&self, id: NeedId) -> Option<(NeedClassId, u32, ContractDef)> {
        let need = self.world.need(id)?;
        Some((need.class, need.quantity, *self.scenario.guide.contract(need.class)?))
    }

    /// When the goods of a deal leave that need not come from a stock.
    pub fn leaves_at_once(&self, id: NeedId) -> Option<Round> {
        self.leaves(id, self.team.deal(id)?.quote.as_ref()?)
    }

    /// When goods quoted for a need leave that need not come from a stock.
    pub fn leaves(&self, id: NeedId, quote: &Quote) -> Option<Round> {
        if self.contract_of(id).is_some() {
            return Some(self.round);
        }
        let guide = &self.scenario.guide;
        (!guide.keeps_stock()).then(|| goods::leaves(guide, quote, self.round))
    }

    /// The customer has chosen the team.
    pub fn won(&mut self, win: Win, leaves: Option<Round>) {
        let Win { deal: id, utility, chance, unseen, strong, field } = win;
        let Some(quote) = self.team.deal(id).and_then(|d| d.quote.clone()) else { return };
        self.happened(Happened::Won { deal: id, amount: quote.price, utility, chance, unseen, strong, field });
        self.order(id, &quote, leaves);
    }

    /// An order placed on a quote: expectation, money, the customer's history. The goods are delivered in phase 11 of the round in
    /// which they leave; None: they must come from a stock that has none of them now.
    pub fn order(&mut self, id: NeedId, quote: &Quote, leaves: Option<Round>) {
        let customer = id.customer;
        self.world.incumbents[customer.index()] = None;
        self.close_deal(id, DealOutcome::Won(quote.price));
        if let Some(deal) = self.team.deal_mut(id) {
            deal.order = Some(Order { promised: quote.delivery, leaves, delivered: None });
        }
        let delivery = &self.rules.delivery;
        let believed = if quote.promise > 0.0 { quote.promise } else { delivery.under_promise_believed * quote.promise };
        let kept = delivery.expectation_kept;
        let expectation = kept * self.relation(customer).measures.expectation() + (1.0 - kept) * (delivery.expectation_base + believed);
        self.set(customer, Measure::Expectation, expectation, Cause::Promised, About::Deal(id));
        let round = self.round;
        let fee_before = self.relation(customer).contract.fee;
        match self.contract_of(id) {
            Some((class, quantity, terms)) => self.sign(id, class, quantity, &terms, quote),
            None => {
                let cost = goods::cost(&self.scenario.guide, &quote.lines, quote.tier_price);
                let at_once = leaves == Some(round) && quote.payment == Payment::OnDelivery;
                self.book(id, quote.price, cost, quote.express, if at_once { Paid::AtOnce } else { Paid::Later });
            }
        }
        let discount = quote.discount();
        let level = self.level_for_new(customer);
        let relation = self.relation_mut(customer);
        relation.history.orders = relation.history.orders.saturating_add(1);
        relation.history.won = relation.history.won.saturating_add(1);
        if relation.contract.fee == fee_before {
            relation.history.revenue += quote.price;
        }
        relation.history.lost_to = None;
        relation.history.last_order = Some(round);
        relation.history.last_progress = round;
        relation.history.last_amount = quote.price;
        relation.history.discounts += discount;
        relation.service.level = quote.service;
        if relation.history.won == 1 && relation.history.orders == 1 {
            relation.classification.level = level;
        }
        if quote.written_up {
            self.write_up(customer, self.rules.records.order, Cause::Ordered);
        }
    }

    /// The level at which a new customer starts: its own where it was set by hand, else what the team gives its tier
    /// (where nobody placed it: main for a key account, ordinary for others), accountable where it gives none.
    pub fn level_for_new(&self, customer: CustomerId) -> Level {
        use crate::sim::terms::{Level, Tier};
        let relation = self.relation(customer);
        let tier = relation.classification.tier.unwrap_or(if self.customers[customer.index()].key_account { Tier::Main } else { Tier::Ordinary });
        if relation.classification.level_by_hand {
            return relation.classification.level;
        }
        self.team.management.levels[tier.index()].unwrap_or(Level::Accountable)
    }
}
