//! Tickets of a new month: scripted ones, then by the arrival rate of every active customer; some failures stay silent.

use crate::sim::journal::report::Happened;
use crate::sim::luck::draw::Block;
use crate::sim::luck::events::Trouble;
use crate::sim::market::need_terms;
use crate::sim::maths::exp;
use crate::sim::scenario::{Happening, Severity};
use crate::sim::state::{Relation, Ticket, TicketState};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, EventId, Fen, Minutes, Source, TicketId};

impl Turn<'_> {
    /// Tickets of this month (docs/model.md#tickets): scripted ones, then by each active customer's arrival rate.
    pub fn tickets(&mut self) {
        for (index, event) in self.scenario.events.iter().enumerate() {
            let Happening::Ticket(def) = &event.what else { continue };
            if event.round == self.round.0 && need_terms::has_bought(self.team, def.customer, def.after) {
                let id = TicketId { customer: def.customer, born: self.round, source: Source::Scripted(EventId::at(index)) };
                self.team.service_desk.tickets.push(Ticket {
                    id,
                    severity: def.class,
                    minutes: def.minutes,
                    size: def.minutes,
                    day: def.day,
                    started: None,
                    state: TicketState::Open,
                    loss: def.loss,
                    scripted: Some(EventId::at(index)),
                });
            }
        }
        for id in self.ids() {
            if self.relation(id).active() {
                self.arrival(id);
            }
        }
    }

    /// Perhaps a ticket of an active customer this month, by its luck. A major problem may stay silent, a minor one may be solved on
    /// the web platform; then no ticket comes in.
    pub fn arrival(&mut self, customer: CustomerId) {
        let rules = &self.rules.service;
        let relation: &Relation = self.relation(customer);
        let orders = f64::from(relation.history.orders.min(rules.arrival_orders));
        let chance = 1.0 - exp(-rules.arrival * (1.0 + rules.arrival_per_order * orders));
        let trouble: Block<Trouble> = self.luck_of(customer, Source::Stochastic.slot());
        if !trouble.happens(Trouble::Arises, chance) {
            return;
        }
        let uniform = trouble.uniform(Trouble::Class);
        let [minor, major, _] = rules.class_shares;
        let severity = if uniform < minor {
            Severity::Minor
        } else if uniform < minor + major {
            Severity::Major
        } else {
            Severity::Critical
        };
        if severity == Severity::Major && !trouble.happens(Trouble::Voiced, self.voice(customer)) {
            // nobody complains: the problem is there all the same, and is not shown
            let round = self.round;
            let relation = self.relation_mut(customer);
            relation.service.silent_failure = relation.service.silent_failure.or(Some(round));
            return;
        }
        if severity == Severity::Minor && self.serves_itself(&trouble) {
            self.happened(Happened::SelfServed { customer });
            return;
        }
        self.ticket(customer, Source::Stochastic, severity);
    }

    /// Share of dissatisfied customers that complain aloud: more where somebody checked last month, more where a call
    /// centre makes it easy.
    pub fn voice(&self, customer: CustomerId) -> f64 {
        let rules = &self.rules.service;
        let asked = if self.relation(customer).activity.checked { rules.voice_checked } else { 1.0 };
        (rules.voice * asked * self.easy_to_reach()).min(1.0)
    }

    /// A ticket comes in, on a keyed day.
    pub fn ticket(&mut self, customer: CustomerId, source: Source, severity: Severity) {
        let rules = &self.rules.service;
        let days = f64::from(rules.last_arrival_day);
        let day = 1 + (self.luck_of(customer, source.slot()).uniform(Trouble::Day) * days) as u16;
        let saved = rules.saved_by_articles(self.team.service_desk.articles[severity.index()]);
        let work = f64::from(rules.class_hours[severity.index()].0) * (1.0 - saved) * self.handling(severity);
        let minutes = Minutes(work.round() as i32);
        let id = TicketId { customer, born: self.round, source };
        self.team.service_desk.tickets.push(Ticket {
            id,
            severity,
            minutes,
            size: minutes,
            day: day.min(rules.last_arrival_day),
            started: None,
            state: TicketState::Open,
            loss: Fen::ZERO,
            scripted: None,
        });
    }
}
