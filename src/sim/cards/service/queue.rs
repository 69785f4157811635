//! Working the queue of tickets, day by day (docs/model.md#queue).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::knowledge::{Knowledge, TicketView};
use crate::sim::scenario::Guide;
use crate::sim::service::queue::{Pending, work_off};
use crate::sim::terms::{QueuePolicy, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// So many hours of the service desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    /// In whole half hours, spread evenly over the working days.
    pub time: Minutes,
    /// Which tickets come first.
    pub policy: QueuePolicy,
}

impl CardRules for Queue {
    fn key(&self) -> &'static str {
        "queue"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Service])
    }

    fn when(&self) -> When {
        When::Serving
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        // tickets are written up within the time of the queue
        Takes::chosen(self.time).costing(turn_cost(guide, self.time))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.time(self.time)
    }

    fn needs(&self, _: &mut Needs<'_>) {}

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Queue(_))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let cost = turn_cost(&turn.scenario.guide, self.time);
        turn.pay(EntryKind::Service, -cost, None, None);
        let time = turn.productive_time(Role::Service, self.time);
        turn.work_queue(time, self.policy, month.write_up);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let time = outlook.productive_time(Role::Service, self.time);
        let write_up = if outlook.write_up { outlook.rules().work.write_up } else { Minutes::ZERO };
        solves(outlook.known, time, write_up, self.policy)
    }
}

/// What so many hours of the desk cost.
fn turn_cost(guide: &Guide, time: Minutes) -> Fen {
    Fen((guide.rules.service.hour_cost.0 as f64 * time.to_hours()).round() as i64)
}

/// How many of the open tickets the queue gets through, and how many of them in time, in the order of the policy.
fn solves(known: &Knowledge, time: Minutes, write_up: Minutes, policy: QueuePolicy) -> Estimate {
    let days = i32::from(known.guide.rules.work.days.max(1));
    let value = |t: &TicketView| known.customer(t.id.customer).map(|c| c.yearly_value.unwrap_or(c.last_amount));
    let mut queue: Vec<&TicketView> = known.tickets.iter().collect();
    let first_come = |t: &&TicketView| (t.id.born, t.day, t.id);
    match policy {
        QueuePolicy::FirstCome => queue.sort_by_key(first_come),
        QueuePolicy::Severity => queue.sort_by_key(|t| (Reverse(t.severity), first_come(t))),
        QueuePolicy::Value => queue.sort_by_key(|t| (Reverse(value(t)), first_come(t))),
        QueuePolicy::DueDate => queue.sort_by_key(|t| (t.id.born, t.due_day, t.id)),
    }
    let pending = |t: &&TicketView| Pending { minutes: t.minutes, arrives: if t.rounds_open > 0 { 0 } else { t.day }, started: None };
    let mut pending: Vec<Pending> = queue.iter().map(pending).collect();
    let done = work_off(&mut pending, time, days, write_up);
    let fresh = |place: &&usize| queue[**place].rounds_open == 0 && pending[**place].started.is_some_and(|day| day <= queue[**place].due_day);
    Estimate::Solves { tickets: done.len() as u16, in_time: done.iter().filter(fresh).count() as u16, of: queue.len() as u16 }
}
