//! Phase 8, the service desk: the queue, a tick for each working day (docs/model.md#service).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::{Happened, InteractionKind, Outcome};
use crate::sim::luck::events::Trouble;
use crate::sim::parameters::Service;
use crate::sim::scenario::Severity;
use crate::sim::state::{Ticket, TicketState};
use crate::sim::terms::{Phase, QueuePolicy, ServiceLevel};
use crate::sim::turn::Turn;
use crate::sim::turn::satisfaction::target;
use crate::sim::units::{CustomerId, Fen, Minutes, Role, Source, TicketId};
use std::cmp::Reverse;

/// Working days from arrival within which work must begin: a day fewer where priority was promised.
pub(crate) fn in_time_days(rules: &Service, severity: Severity, promised: ServiceLevel) -> u16 {
    let days = rules.in_time_days[severity.index()];
    if promised == ServiceLevel::Priority { days.saturating_sub(1).max(1) } else { days }
}

impl Service {
    /// Share of the handling time that so many articles of a class save, 0-1.
    #[must_use]
    pub fn saved_by_articles(&self, articles: u16) -> f64 {
        (f64::from(articles) * self.article_saves).min(self.article_floor)
    }
}

/// A ticket as the desk works on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    /// Work left.
    pub minutes: Minutes,
    /// Working day of this month on which it arrives; 0 where it came in an earlier month.
    pub arrives: u16,
    /// Working day on which work begins, of one that arrives in this month.
    pub started: Option<u16>,
}

/// Works through tickets in the order given, `time` spread evenly over the working days, `write_up` taken for each that is done.
/// Returned: the places of those that are done, in the order of their being done.
pub(crate) fn work_off(tickets: &mut [Pending], time: Minutes, days: i32, write_up: Minutes) -> Vec<usize> {
    let mut done = Vec::new();
    let mut spare = Minutes::ZERO;
    for day in 1..=days {
        // whole minutes a day, nothing lost over the month
        spare += Minutes(time.0 * day / days - time.0 * (day - 1) / days);
        for (place, ticket) in tickets.iter_mut().enumerate() {
            if spare <= Minutes::ZERO {
                break;
            }
            if i32::from(ticket.arrives) > day || done.contains(&place) {
                continue;
            }
            if ticket.started.is_none() && ticket.arrives > 0 {
                ticket.started = Some(day as u16);
            }
            let worked = ticket.minutes.min(spare);
            ticket.minutes -= worked;
            spare -= worked;
            if ticket.minutes <= Minutes::ZERO {
                spare -= write_up;
                done.push(place);
            }
        }
        // time nobody needed on a day is gone, debts of writing up are kept
        spare = spare.min(Minutes::ZERO);
    }
    done
}

impl Turn<'_> {
    /// Works the queue.
    pub fn work_queue(&mut self, time: Minutes, policy: QueuePolicy, written_up: bool) {
        let days = i32::from(self.rules.work.days.max(1));
        let write_up = if written_up { self.rules.work.write_up } else { Minutes::ZERO };
        let mut order: Vec<usize> =
            self.team.service_desk.tickets.open_places().filter(|&i| self.team.service_desk.tickets[i].state == TicketState::Open).collect();
        self.arrange(&mut order, policy);
        let round = self.round;
        let tickets = &self.team.service_desk.tickets;
        let pending = |&index: &usize| {
            let ticket = &tickets[index];
            Pending { minutes: ticket.minutes, arrives: if ticket.id.born < round { 0 } else { ticket.day }, started: ticket.started }
        };
        let mut pending: Vec<Pending> = order.iter().map(pending).collect();
        let done = work_off(&mut pending, time, days, write_up);
        for (&index, worked) in order.iter().zip(&pending) {
            let ticket = &mut self.team.service_desk.tickets[index];
            (ticket.minutes, ticket.started) = (worked.minutes, worked.started);
        }
        for place in done {
            self.solve(self.team.service_desk.tickets[order[place]].id, written_up);
        }
    }

    fn arrange(&self, order: &mut [usize], policy: QueuePolicy) {
        let ticket = |i: usize| &self.team.service_desk.tickets[i];
        let first_come = |i: usize| (ticket(i).id.born, ticket(i).day, ticket(i).id);
        match policy {
            QueuePolicy::FirstCome => order.sort_by_key(|&i| first_come(i)),
            QueuePolicy::Severity => order.sort_by_key(|&i| (Reverse(ticket(i).severity), first_come(i))),
            QueuePolicy::Value => {
                order.sort_by_key(|&i| (Reverse(self.customers[ticket(i).id.customer.index()].order_value), first_come(i)));
            }
            QueuePolicy::DueDate => order.sort_by_key(|&i| (ticket(i).id.born, ticket(i).day + self.in_time_days(ticket(i)), ticket(i).id)),
        }
    }

    /// Working days from arrival within which work must begin.
    fn in_time_days(&self, ticket: &Ticket) -> u16 {
        in_time_days(&self.rules.service, ticket.severity, self.relation(ticket.id.customer).service.level)
    }

    /// Solves a ticket: the customer measures the answer against what it expects, by whether work began in time and in which month
    /// it was done.
    pub fn solve(&mut self, id: TicketId, written_up: bool) {
        let rules = &self.rules.service;
        let round = self.round;
        let Some(index) = self.team.service_desk.tickets.open_places().find(|&i| self.team.service_desk.tickets[i].id == id) else { return };
        let ticket = &self.team.service_desk.tickets[index];
        let (severity, size) = (ticket.severity, ticket.size);
        let late = round.since(ticket.id.born);
        let in_time = late == 0 && ticket.started.is_some_and(|day| day <= ticket.day + self.in_time_days(ticket));
        let class = if in_time { 0 } else { usize::from(late.min(1)) + 1 };
        let cause = [Cause::TicketInTime, Cause::TicketLate, Cause::TicketNextRound][class];
        self.team.service_desk.tickets[index].state = TicketState::Solved { round, in_time };
        self.team.service_desk.solved[severity.index()] += 1;
        let (customer, about) = (id.customer, About::Ticket(id));
        let relation = self.relation(customer);
        let (expectation, satisfaction) = (relation.measures.expectation(), relation.measures.satisfaction());
        let gap = rules.perceived[class] - expectation;
        let goal = target(self.rules.delivery.neutral, gap, rules.gain);
        self.set(customer, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, about);
        self.set(customer, Measure::Expectation, expectation + rules.expectation_rate * gap, cause, about);
        self.add(customer, Measure::Trust, rules.trust[class], cause, about);
        if class < 2 {
            self.add(customer, Measure::Negative, -rules.good_moment, cause, about);
        }
        if written_up {
            self.write_up(customer, self.rules.records.ticket, cause);
        }
        self.relation_mut(customer).service.answered();
        self.happened(Happened::TicketSolved { ticket: id, severity, in_time, rounds: late });
        self.work(Role::Service, customer, InteractionKind::Ticket, size, Fen::ZERO, Outcome::Solved, written_up);
    }

    /// What nobody complained about is now said: a ticket that can be worked on.
    pub fn break_silence(&mut self, customer: CustomerId) {
        if self.relation_mut(customer).service.silent_failure.take().is_some() {
            let id = TicketId { customer, born: self.round, source: Source::Check };
            if !self.team.service_desk.tickets.open().iter().any(|t| t.id == id) {
                self.ticket(customer, Source::Check, Severity::Major);
            }
        }
    }

    /// Round end of phase 8: whatever is still open hurts, in every round it stays open.
    pub fn unanswered(&mut self) {
        for index in self.team.service_desk.tickets.open_places() {
            if self.team.service_desk.tickets[index].state == TicketState::Open {
                self.leave_open(index);
            }
        }
        let silent_rounds = self.rules.service.silent_rounds;
        for id in self.ids() {
            if let Some(since) = self.relation(id).service.silent_failure
                && self.relation(id).active()
            {
                self.hurt(id, Severity::Major, Cause::SilentFailure, About::Nothing);
                if self.round.since(since) >= silent_rounds {
                    self.relation_mut(id).service.silent_failure = None;
                }
            }
        }
    }

    fn leave_open(&mut self, index: usize) {
        let rules = &self.rules.service;
        let ticket = &self.team.service_desk.tickets[index];
        let (id, severity, loss) = (ticket.id, ticket.severity, ticket.loss);
        let customer = id.customer;
        if self.relation(customer).phase == Phase::Lost {
            let round = self.round;
            self.team.service_desk.tickets[index].state = TicketState::Dropped(round);
            return;
        }
        self.hurt(customer, severity, Cause::TicketUnanswered, About::Ticket(id));
        let key = severity == Severity::Critical && self.customers[customer.index()].key_account;
        if key && loss > Fen::ZERO && self.relation(customer).service.own_loss == Fen::ZERO {
            let points = self.rules.relations.failure;
            self.add(customer, Measure::Negative, points, Cause::CustomerLoss, About::Ticket(id));
            let relation = self.relation_mut(customer);
            relation.service.own_loss = loss;
            relation.service.grieve(Cause::CustomerLoss, points);
            self.happened(Happened::CustomerLoss { customer, amount: loss });
        }
        let age = self.round.since(id.born);
        if age >= rules.dropped_after {
            let round = self.round;
            self.team.service_desk.tickets[index].state = TicketState::Dropped(round);
            self.happened(Happened::TicketDropped { ticket: id, severity });
        } else {
            // rework: what is put off costs more time, and so more money (docs/model.md#unanswered-tickets)
            let [low, high] = rules.rework;
            let factor = if age == 0 { low + (high - low) * self.luck_of(customer, id.source.slot()).uniform(Trouble::Rework) } else { rules.growth };
            let ticket = &mut self.team.service_desk.tickets[index];
            ticket.minutes = Minutes((f64::from(ticket.minutes.0) * factor).round() as i32);
            self.happened(Happened::TicketOpen { ticket: id, severity });
        }
    }

    /// What an unanswered ticket, or a problem nobody voiced, does in a round.
    fn hurt(&mut self, customer: CustomerId, severity: Severity, cause: Cause, about: About) {
        let rules = &self.rules.service;
        let w = rules.weights[severity.index()] * self.customers[customer.index()].service_sensitivity;
        let goal = rules.unanswered_target[usize::from(severity == Severity::Critical)];
        let felt = |turn: &Turn<'_>| turn.relation(customer).measures.felt();
        let (before, satisfaction) = (felt(self), self.relation(customer).measures.satisfaction());
        let points = rules.unanswered_negative * w;
        self.add(customer, Measure::Negative, points, cause, about);
        let rate = (rules.unanswered_rate * w.min(rules.unanswered_cap)).min(1.0);
        // somebody already below the target is not pleased by being ignored
        self.set(customer, Measure::Satisfaction, satisfaction + rate * (goal - satisfaction).min(0.0), cause, about);
        self.add(customer, Measure::Trust, -rules.unanswered_trust * w, cause, about);
        self.add(customer, Measure::Reputation, -rules.unanswered_reputation * w, cause, about);
        // what nobody voiced is not written where others read it either
        if cause != Cause::SilentFailure {
            self.complain_in_public(customer, rules.unanswered_reputation * w);
        }
        self.sour_all(customer, self.rules.relations.attitude_unanswered * w, cause);
        // what makes nothing worse is no new grievance: the record would not show it
        let worse = felt(self) != before;
        let relation = self.relation_mut(customer);
        if worse {
            relation.service.blame(cause, points);
            if relation.service.grievance != Some(Cause::CustomerLoss) {
                relation.service.grievance = Some(cause);
            }
        }
    }
}

#[cfg(test)]
mod tests;
