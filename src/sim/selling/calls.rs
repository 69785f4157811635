//! Phase 6, the account manager: calls, demos, checks, quotes, handovers, win-back, the forecast (docs/model.md#selling).

use crate::sim::cards::command::Action;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{Happened, Interaction, InteractionKind, Outcome};
use crate::sim::lifecycle::hazard;
use crate::sim::luck::draw::Purpose;
use crate::sim::market::asked;
use crate::sim::scenario::{BuyingRole, Finder, Style};
use crate::sim::selling::answer::Asked;
use crate::sim::selling::committee::{self, Match, Member, Pitch};
use crate::sim::selling::quoting;
use crate::sim::state::{Deal, EntryKind};
use crate::sim::terms::{Intent, Missing, QuoteTerms};
use crate::sim::terms::{Phase, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, OpportunityId, Role};
use std::collections::BTreeMap;

/// One call, planned or as part of a pursuit.
#[derive(Clone, Copy)]
pub(crate) struct CallPlan {
    pub customer: CustomerId,
    pub contact: ContactId,
    pub deal: Option<OpportunityId>,
    pub style: Style,
    pub intent: Intent,
    pub time: Minutes,
}

impl Turn<'_> {
    pub fn reach_stage(&mut self, id: OpportunityId, stage: u8) {
        let round = self.round;
        if let Some(deal) = self.team.deal_mut(id)
            && deal.stage < stage
        {
            deal.stage = stage;
            deal.stage_since = round;
            self.relation_mut(id.customer).moved = round;
            self.happened(Happened::StageReached { deal: id, stage });
            if stage == 2 {
                self.map_committee(id);
            }
        }
    }

    /// Contacts met and contacts there are, those who have left the committee not counted.
    fn met(&self, customer: CustomerId) -> (usize, usize) {
        let people = self.customers[customer.index()].contacts.len();
        let there = || self.relation(customer).contacts.iter().take(people).filter(|c| !c.removed);
        (there().filter(|c| c.reached).count(), there().count())
    }

    /// Stage 3 by milestone: need confirmed, enough contacts met, records good enough or everybody met.
    pub fn map_committee(&mut self, id: OpportunityId) {
        let (met, present) = self.met(id.customer);
        let mapped = committee::mapped(self.rules, met, present, self.relation(id.customer).records);
        if mapped && self.open_deal(id).is_some_and(|d| d.stage == 2) {
            self.reach_stage(id, 3);
        }
    }

    fn map_all(&mut self, customer: CustomerId) {
        for index in self.team.deals.open_places() {
            let deal = &self.team.deals[index];
            if deal.id.customer == customer && deal.outcome.is_none() && deal.stage == 2 {
                let id = deal.id;
                self.map_committee(id);
            }
        }
    }

    /// A call or visit; true if it ended in an advance (docs/model.md#calls). `nth` tells calls on the same contact apart.
    pub fn call(&mut self, plan: CallPlan, written_up: bool, nth: u16) -> bool {
        let CallPlan { customer, contact, deal, style, intent, time } = plan;
        let worth = self.worth(time);
        let traits = &self.customers[customer.index()];
        let Some(person) = traits.contacts.get(contact.index()) else { return false };
        let (own_style, role_weight) = (person.style, person.weight);
        let rules = self.rules;
        let cost = rules.selling.call_cost;
        self.pay(EntryKind::Selling, -cost, Some(customer), deal);
        self.contacted(customer);

        let served = deal.and_then(|id| self.open_deal(id)).map(|d| d.id);
        let value = served.and_then(|id| self.world.opportunity(id)).map_or(Fen::ZERO, |o| o.value);
        let stage = served.and_then(|id| self.open_deal(id)).map_or(1, Deal::step);
        let matching = Match::of(style, own_style);
        let doer = self.doer(Role::AccountManager);
        let staff = &self.team.staff[doer.index()];
        let relation = self.relation(customer);
        let skill = if doer == Role::AccountManager { staff.skill_of(usize::from(relation.owner)) } else { staff.skill() };
        let fresh = relation.fresh > 0;
        let chance =
            committee::advance_chance(rules, &Pitch { matching, records: relation.records, trust: relation.trust, skill, fresh, stage, value, intent });
        let slot = u16::from(contact.0) * 64 + nth.min(63);
        let advance = self.draw(Purpose::CallOutcome, customer, slot).happens(chance);

        if let Some(id) = served {
            let records = self.relation(customer).records;
            let effort = committee::effort(rules, worth, advance, records, matching);
            let tau = committee::tau(rules, value);
            if let Some(deal) = self.team.deal_mut(id) {
                let support = &mut deal.support[contact.index()];
                *support = committee::support_after(*support, effort, tau, role_weight);
                deal.interactions += u16::from(written_up);
            }
        }
        let attitudes = &rules.relations;
        let pushed = intent == Intent::Close && !advance;
        let relation = self.relation_mut(customer);
        relation.selling_hours += worth.to_hours();
        relation.fresh = relation.fresh.saturating_sub(1);
        let state = &mut relation.contacts[contact.index()];
        state.reached = true;
        if advance {
            state.attitude = (state.attitude + attitudes.attitude_advance).min(100.0);
        } else if pushed {
            state.attitude = (state.attitude - attitudes.attitude_failed_push).max(-100.0);
        }
        if written_up {
            self.write_up(customer, rules.records.call, Cause::Called);
        }
        self.happened(Happened::Called { customer, contact, deal: served, advance, chance });
        if let Some(id) = served {
            let decides = self.customers[customer.index()].contacts[contact.index()].role == BuyingRole::DecisionMaker;
            if advance && stage == 1 {
                self.reach_stage(id, 2);
            }
            if advance {
                self.answer(id, if decides { Asked::TheDecisionMaker } else { Asked::SomebodyElse });
            }
        }
        self.map_all(customer);
        self.uncover(customer, Revealed::Talk, |f| matches!(f, Finder::Talk(who) if *who == contact.0));
        self.log(|round| Interaction {
            round,
            customer,
            role: doer,
            kind: InteractionKind::Call,
            contact: Some(contact),
            style: Some(style),
            minutes: time,
            cost,
            outcome: if advance { Outcome::Advance } else { Outcome::Continuation },
            written_up,
        });
        advance
    }

    /// A demo or trial: always an advance, fit +4.
    pub fn demo(&mut self, id: OpportunityId, written_up: bool) -> bool {
        let held = self.open_deal(id).is_some_and(|d| d.stage >= 3);
        let cost = self.rules.selling.demo_cost;
        if self.fails(Role::AccountManager, &Action::Demo { deal: id }, held, Missing::Stage3) || !self.affords(cost) {
            return false;
        }
        self.pay(EntryKind::Selling, -cost, Some(id.customer), Some(id));
        self.contacted(id.customer);
        if let Some(deal) = self.team.deal_mut(id) {
            deal.demo = true;
            deal.interactions += u16::from(written_up);
        }
        self.explore(id.customer);
        self.reach_stage(id, 4);
        if written_up {
            self.write_up(id.customer, self.rules.records.demo, Cause::Demonstrated);
        }
        let minutes = self.rules.selling.demo_hours;
        self.sales_work(id.customer, InteractionKind::Demo, minutes, cost, Outcome::Advance, written_up);
        true
    }

    /// A free check of the customer's equipment: fit, and perhaps a need nobody has spoken of.
    pub fn free_check(&mut self, customer: CustomerId, written_up: bool) {
        let relation = self.relation(customer);
        let mapped = self.team.open_deals_of(customer).any(|d| d.stage >= 3);
        let allowed = relation.phase != Phase::Lost && (relation.orders > 0 || mapped);
        let cost = self.rules.selling.check_cost;
        if self.fails(Role::AccountManager, &Action::FreeCheck { customer }, allowed, Missing::Orders) {
            return;
        }
        self.pay(EntryKind::Selling, -cost, Some(customer), None);
        self.contacted(customer);
        for deal in self.team.open_deals_of_mut(customer) {
            deal.check = true;
        }
        let mut found = self.uncover(customer, Revealed::FreeCheck, |f| matches!(f, Finder::FreeCheck));
        if !found {
            found = self.check_for_need(customer, self.rules.selling.check_need, 2, Revealed::FreeCheck);
        }
        if found {
            for deal in self.team.open_deals_of_mut(customer) {
                deal.check = true;
            }
        } else {
            self.happened(Happened::NothingFound { customer });
        }
        if written_up {
            self.write_up(customer, self.rules.records.demo, Cause::Checked);
        }
        let minutes = self.rules.selling.check_hours;
        self.sales_work(customer, InteractionKind::FreeCheck, minutes, cost, if found { Outcome::Found } else { Outcome::Nothing }, written_up);
    }

    pub fn quote(&mut self, id: OpportunityId, terms: &QuoteTerms, written_up: bool) -> bool {
        let action = || Action::Quote { deal: id, terms: terms.clone() };
        let staged = self.open_deal(id).is_some_and(|d| d.stage >= 4);
        if !staged {
            self.fails(Role::AccountManager, &action(), false, Missing::Stage4);
            return false;
        }
        let promised = asked::promised_elsewhere(self.scenario, self.team, id);
        if self.fails(Role::AccountManager, &action(), !promised, Missing::Promised) {
            return false;
        }
        let Some(opportunity) = self.world.opportunity(id) else { return false };
        let trial = asked::need_def(self.scenario, id.source).is_some_and(|need| need.trial);
        let relation = self.relation(id.customer);
        let tier = asked::price_tier(trial, relation.orders, relation.phase);
        let Ok(mut quote) = quoting::quote_for(self.scenario, opportunity, tier, terms, self.round) else { return false };
        quote.written_up = written_up;
        if self.open_deal(id).is_some_and(|d| d.design > 0.0) {
            quote.promise = quote.promise.min(self.rules.cultivation.design_promise);
        }
        let price = quote.price;
        if let Some(deal) = self.team.deal_mut(id) {
            deal.quote = Some(quote);
            deal.interactions += u16::from(written_up);
        }
        self.happened(Happened::Quoted { deal: id, price });
        self.explore(id.customer);
        self.answer(id, Asked::OnPaper);
        let minutes = self.rules.selling.quote_hours;
        self.sales_work(id.customer, InteractionKind::Quote, minutes, Fen::ZERO, Outcome::Done, written_up);
        true
    }

    /// First quote or trial: the customer looks the team over.
    fn explore(&mut self, customer: CustomerId) {
        if self.relation(customer).phase == Phase::Awareness {
            self.enter(customer, Phase::Exploration, None);
        }
    }

    /// Works on a deal as a sensible seller would: meet two people, show, quote, then win the committee over, as far as
    /// `time` goes. Returns the calls' count per contact for the luck of later calls.
    pub fn pursue(&mut self, id: OpportunityId, terms: &QuoteTerms, intent: Intent, time: Minutes, written_up: bool, calls: &mut CallCount) {
        if self.relation(id.customer).phase == Phase::Lost || self.open_deal(id).is_none() {
            self.fails(Role::AccountManager, &Action::Pursue { deal: id, terms: terms.clone(), intent, time }, false, Missing::Open);
            return;
        }
        let note = if written_up { self.rules.work.write_up } else { Minutes::ZERO };
        let (demo, quote) = (self.rules.selling.demo_hours + note, self.rules.selling.quote_hours + note);
        let [short, usual] = self.rules.selling.call_hours;
        let mut left = self.worth(time);
        // that settles what the time is worth, for all the calls in it
        self.share = 1.0;
        loop {
            let Some(deal) = self.open_deal(id) else { return };
            let (stage, quoted) = (deal.stage, deal.quote.is_some());
            if stage >= 4 && !quoted {
                if left < quote || !self.quote(id, terms, written_up) {
                    return;
                }
                left -= quote;
                continue;
            }
            if stage == 3 {
                if left < demo || !self.demo(id, written_up) {
                    return;
                }
                left -= demo;
                continue;
            }
            let Some(contact) = self.next_contact(id) else { return };
            let length = if stage < 3 { short } else { usual };
            let spend = if left < length + note + short { left } else { length + note };
            if spend < note + self.rules.selling.least_call || !self.affords(self.rules.selling.call_cost) {
                return;
            }
            left -= spend;
            let style = self.style_for(id.customer, contact);
            let plan = CallPlan { customer: id.customer, contact, deal: Some(id), style, intent, time: spend - note };
            let nth = calls.next(id.customer, contact);
            self.call(plan, written_up, nth);
        }
    }

    /// Whom a sensible seller sees next.
    fn next_contact(&self, id: OpportunityId) -> Option<ContactId> {
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
        committee::next_contact(members, deal.step(), committee::mapped(self.rules, met, present, relation.records))
    }

    /// The contact's own style once met; a first call is held the people way, which offends nobody of the neighbours.
    fn style_for(&self, customer: CustomerId, contact: ContactId) -> Style {
        if self.relation(customer).contacts[contact.index()].reached { self.customers[customer.index()].contacts[contact.index()].style } else { Style::C }
    }

    pub fn handover(&mut self, customer: CustomerId, written_up: bool) {
        let lost = self.relation(customer).trust_lost_by_resignation;
        let needed = self.relation(customer).needs_handover();
        if self.fails(Role::AccountManager, &Action::Handover { customers: vec![customer] }, needed, Missing::StaffChange) {
            return;
        }
        let records = self.relation(customer).records;
        let back = lost * self.rules.selling.handover_returns * records / 100.0;
        self.add(customer, Measure::Trust, back, Cause::HandedOver, About::Nothing);
        let shock = self.relation(customer).shock;
        let calms = self.rules.selling.handover_calms;
        if calms > 0.0 && shock > 0.0 {
            self.set(customer, Measure::Shock, shock * (1.0 - calms), Cause::HandedOver, About::Nothing);
        }
        self.relation_mut(customer).trust_lost_by_resignation = 0.0;
        if self.relation_mut(customer).orphaned.take().is_some() {
            self.relation_mut(customer).owner = self.team.next_owner();
        }
        self.contacted(customer);
        let minutes = self.rules.selling.handover_hours;
        self.sales_work(customer, InteractionKind::Handover, minutes, Fen::ZERO, Outcome::Done, written_up);
    }

    pub fn win_back(&mut self, customer: CustomerId, concession: f64) {
        let rules = &self.rules.lifecycle;
        let relation = self.relation(customer);
        let since = relation.lost.map_or(0, |r| self.round.since(r));
        let action = Action::WinBack { customer, concession };
        let allowed = relation.phase == Phase::Lost && since >= rules.win_back_after;
        if self.fails(Role::AccountManager, &action, allowed, Missing::LostLonger) {
            return;
        }
        let cost = self.relation(customer).last_amount.scale(concession);
        self.pay(EntryKind::Compensation, -cost, Some(customer), None);
        let relation = self.relation(customer);
        let repaired = self.repaired(customer);
        let p = hazard::win_back_chance(self.rules, &hazard::WinBack { trust: relation.trust, repaired, concession });
        let back = self.draw(Purpose::WinBack, customer, 0).happens(p);
        if back {
            self.relation_mut(customer).lost_cause = None;
            self.enter(customer, Phase::Exploration, Some(Cause::WonBack));
            self.happened(Happened::WonBack { customer });
            self.contacted(customer);
        } else {
            self.happened(Happened::WinBackFailed { customer });
        }
        let minutes = rules.win_back_hours;
        self.sales_work(customer, InteractionKind::WinBack, minutes, cost, if back { Outcome::Done } else { Outcome::Refused }, false);
    }

    /// What drove a lost customer away has been made good: nothing is held against the team, no ticket is open, and a
    /// salesperson who left has a successor it has met.
    pub(crate) fn repaired(&self, customer: CustomerId) -> bool {
        let relation = self.relation(customer);
        let waits = self.team.tickets.open().iter().any(|t| t.id.customer == customer && t.state == crate::sim::state::TicketState::Open);
        let introduced = relation.lost_cause != Some(Cause::Resigned) || relation.trust_lost_by_resignation == 0.0;
        relation.blow.is_none() && !waits && introduced
    }

    /// What the deals decided at the end of this round may bring, each as it stands now: sum(amount x win rate).
    pub fn expected_from_deals(&self) -> Fen {
        let rates = self.rules.selling.stage_win_rates;
        let due = self.team.open_deals().filter_map(|deal| Some((deal, self.world.opportunity(deal.id).filter(|need| need.due == self.round)?)));
        due.map(|(deal, need)| {
            let tier = asked::deal_tier(self.scenario, self.relation(deal.id.customer), deal);
            let amount = deal.quote.as_ref().map_or_else(|| asked::value_at(self.scenario, need, tier), |quote| quote.price);
            amount.scale(rates[usize::from(deal.stage.clamp(1, 6)) - 1])
        })
        .sum()
    }

    /// Files the forecast: what was to be `expected` of the deals when the month was planned, and what bids may bring. A win rate
    /// says how often deals are won that come to a stage, with all the work still done on them; so it is the stage before the
    /// month's work that counts, which is also what the desk shows.
    pub fn file_forecast(&mut self, expected: Fen) {
        let expected = expected + self.hoped_from_bids();
        self.team.forecast = Some(expected);
        self.happened(Happened::ForecastFiled { expected });
    }
}

/// Counts the calls on each contact within a round, so that each has luck of its own.
#[derive(Default)]
pub(crate) struct CallCount(BTreeMap<(CustomerId, ContactId), u16>);

impl CallCount {
    pub fn next(&mut self, customer: CustomerId, contact: ContactId) -> u16 {
        let calls = self.0.entry((customer, contact)).or_default();
        *calls += 1;
        *calls - 1
    }
}

#[cfg(test)]
mod tests;
