//! Phase 4, the developer: exhibition, summit, prospecting, research, qualifying, asking for referrals (MODEL.md 5).

use super::command::{Action, Missing};
use super::draw::Purpose;
use super::effect::Cause;
use super::maths::exp;
use super::report::{Found, Happened, Interaction, InteractionKind, Outcome, Revealed};
use super::scenario::Finder;
use super::state::EntryKind;
use super::turn::Turn;
use super::units::{CustomerId, Fen, Minutes, Role};

/// 1-exp(-h/(10(U+10))): the chance that prospecting finds one of U unknown customers.
pub(super) fn prospect_chance(rules: &super::rules::Finding, time: Minutes, unknown: f64) -> f64 {
    1.0 - exp(-time.to_hours() / (rules.prospect_scale * (unknown + rules.prospect_offset)))
}

impl Turn<'_> {
    /// Every unknown customer is met with `chance(customer)`, by its keyed luck.
    fn find(&mut self, how: Found, slot: u16, trust: f64, chance: impl Fn(&Self, CustomerId) -> f64) -> u32 {
        let mut found = 0;
        for id in self.ids() {
            if !self.relation(id).known() {
                let p = chance(self, id);
                if p > 0.0 && self.draw(Purpose::LeadFound, id, slot).happens(p) {
                    self.meet(id, how, trust);
                    self.needs_of(id);
                    found += 1;
                }
            }
        }
        found
    }

    /// A fair is paid for, then visited.
    pub fn fair(&mut self, visit: impl FnOnce(&mut Self), cost: Fen) {
        if self.affords(cost) {
            self.pay(EntryKind::Events, -cost, None, None);
            visit(self);
        }
    }

    pub fn exhibition(&mut self) {
        let rules = &self.rules.finding;
        let (chance, cap, target, trust) = (rules.exhibition, rules.exhibition_cap, rules.exhibition_fit, self.rules.relations.trust_exhibition);
        for index in 0..self.scenario.customers.len() {
            let id = CustomerId::at(index);
            if self.scenario.customers[index].at_exhibition && !self.relation(id).known() {
                self.meet(id, Found::Exhibition, trust);
                self.needs_of(id);
            }
        }
        // customers of the segments the team aims at stop at its stand more often
        self.find(Found::Exhibition, 1, trust, |turn, id| {
            let industry = turn.customers[id.index()].industry;
            let fit = match &turn.team.strategy {
                Some(strategy) if strategy.segments.contains(&industry) => target,
                _ => 1.0,
            };
            (chance * fit).min(cap)
        });
    }

    pub fn summit(&mut self) {
        let chance = self.rules.finding.summit;
        let mut values: Vec<Fen> = self.customers.iter().map(|c| c.order_value).collect();
        values.sort_unstable();
        let quartile = values.get(values.len() * 3 / 4).copied().unwrap_or_default();
        self.find(
            Found::Summit,
            2,
            self.rules.relations.trust_summit,
            |turn, id| {
                if turn.customers[id.index()].order_value >= quartile { chance } else { 0.0 }
            },
        );
    }

    pub fn prospect(&mut self, time: Minutes) {
        let rules = &self.rules.finding;
        let unknown = self.team.relations.iter().filter(|r| !r.known()).count() as f64;
        let chance = prospect_chance(rules, time, unknown);
        let cost = rules.prospect_cost;
        let found = self.find(Found::Prospecting, 3, self.rules.relations.trust_cold, |_, _| chance);
        self.pay(EntryKind::Prospecting, -cost.times(i64::from(found)), None, None);
    }

    pub fn research(&mut self, customer: CustomerId, written_up: bool) {
        if self.fails(Role::Developer, &Action::Research { customers: vec![customer] }, self.relation(customer).known(), Missing::Known) {
            return;
        }
        let lucky = self.draw(Purpose::NeedOccurs, customer, 1).happens(self.rules.finding.research);
        let found = lucky && self.uncover(customer, Revealed::Research, |f| matches!(f, Finder::Research));
        if !found {
            self.happened(Happened::NothingFound { customer });
        }
        if written_up {
            self.write_up(customer, self.rules.records.research, Cause::Researched);
        }
        let minutes = self.rules.finding.research_hours;
        self.lead_work(customer, InteractionKind::Research, minutes, if found { Outcome::Found } else { Outcome::Nothing }, written_up);
    }

    /// Reveals budget, need class and decision maker; confirms an open need.
    pub fn qualify(&mut self, customer: CustomerId, written_up: bool) {
        if self.fails(Role::Developer, &Action::Qualify { customers: vec![customer] }, self.relation(customer).known(), Missing::Known) {
            return;
        }
        self.relation_mut(customer).qualified = true;
        if written_up {
            self.write_up(customer, self.rules.records.qualify, Cause::Qualified);
        }
        let deals: Vec<_> = self.team.open_deals_of(customer).filter(|d| d.stage == 1).map(|d| d.id).collect();
        for deal in &deals {
            self.reach_stage(*deal, 2);
        }
        let minutes = self.rules.finding.qualify_hours;
        self.lead_work(customer, InteractionKind::Qualify, minutes, if deals.is_empty() { Outcome::Done } else { Outcome::Found }, written_up);
    }

    pub fn ask_referral(&mut self, customer: CustomerId, written_up: bool) {
        let satisfied = self.relation(customer).satisfaction >= self.rules.finding.referral_satisfaction;
        if self.fails(Role::Developer, &Action::AskReferral { customers: vec![customer] }, satisfied, Missing::Satisfaction) {
            return;
        }
        self.relation_mut(customer).asked_referral = true;
        let minutes = self.rules.finding.referral_hours;
        self.lead_work(customer, InteractionKind::Referral, minutes, Outcome::Done, written_up);
    }

    fn lead_work(&mut self, customer: CustomerId, kind: InteractionKind, minutes: Minutes, outcome: Outcome, written_up: bool) {
        self.log(|round| Interaction {
            round,
            customer,
            role: Role::Developer,
            kind,
            contact: None,
            style: None,
            minutes,
            cost: Fen::ZERO,
            outcome,
            written_up,
        });
    }

    /// Tells that a card could not be carried out; true if so.
    pub fn fails(&mut self, role: Role, action: &Action, holds: bool, missing: Missing) -> bool {
        if !holds {
            self.happened(Happened::CardFailed { role, action: action.clone(), missing });
        }
        !holds
    }
}
