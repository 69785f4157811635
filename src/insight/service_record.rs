//! How tickets were answered so far, and how customers were first met: with a delivery that kept its word, with a ticket
//! solved in time (docs/model.md#service-record; docs/cases.md#satisfaction-economics).

use super::{Rate, mean};
use crate::sim::journal::report::Happened;
use crate::sim::scenario::Severity;
use crate::sim::units::{CustomerId, Round};
use crate::sim::view::View;

/// Tickets of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// Nobody has solved them yet.
    pub open: u32,
    /// Solved in their month, work having begun within the days of the class.
    pub in_time: u32,
    /// Solved, but not in time.
    pub late: u32,
    /// Nobody solved them until the customer gave up.
    pub dropped: u32,
}

/// What the service desk has to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceRecord {
    /// By `Severity::index`.
    pub classes: [Class; 3],
    /// Working days until a ticket was first worked on: the mean of those solved in each round, where any was.
    pub response: Vec<(Round, f64)>,
    /// The same over all.
    pub mean_response: Option<f64>,
    /// First deliveries that were at least what was promised.
    pub first_deliveries: Rate,
    /// First tickets solved in time.
    pub first_tickets: Rate,
}

/// From the rounds played so far and the tickets that are open now.
#[must_use]
pub fn service_record(view: &View) -> ServiceRecord {
    let mut record = ServiceRecord::default();
    for ticket in &view.tickets {
        record.classes[ticket.severity.index()].open += 1;
    }
    let (mut delivered, mut answered): (Vec<CustomerId>, Vec<CustomerId>) = (Vec::new(), Vec::new());
    for (round, past) in (1_u16..).map(Round).zip(&view.past.rounds) {
        for happened in &past.happened {
            match *happened {
                Happened::TicketSolved { ticket, severity, in_time, .. } => {
                    let class = &mut record.classes[severity.index()];
                    if in_time {
                        class.in_time += 1;
                    } else {
                        class.late += 1;
                    }
                    first(&mut answered, ticket.customer, &mut record.first_tickets, in_time);
                }
                Happened::TicketOpen { ticket, .. } => first(&mut answered, ticket.customer, &mut record.first_tickets, false),
                Happened::TicketDropped { severity, .. } => record.classes[severity.index()].dropped += 1,
                Happened::Delivered { deal, quality, expectation } => {
                    first(&mut delivered, deal.customer, &mut record.first_deliveries, quality >= expectation);
                }
                _ => {}
            }
        }
        let answers = view.past.answers.iter().filter(|answer| answer.solved == round);
        if let Some(mean) = mean(answers.map(|answer| f64::from(answer.days))) {
            record.response.push((round, mean));
        }
    }
    record.mean_response = mean(view.past.answers.iter().map(|answer| f64::from(answer.days)));
    record
}

/// Counts what happened to a customer for the first time.
fn first(met: &mut Vec<CustomerId>, customer: CustomerId, rate: &mut Rate, good: bool) {
    if !met.contains(&customer) {
        met.push(customer);
        rate.count(good);
    }
}

/// Names of the classes in order.
pub const CLASSES: [Severity; 3] = [Severity::Minor, Severity::Major, Severity::Critical];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::journal::report::TeamReport;
    use crate::sim::state::TicketState;
    use crate::sim::testing::{self, ALPHA, bare, seat};
    use crate::sim::units::{NeedId, Role, Source, TicketId};
    use crate::sim::view::view;

    #[test]
    fn tickets_are_counted_by_class_and_firsts_once() {
        let mut state = bare(1);
        let ticket = |customer| TicketId { customer, born: Round(1), source: Source::Stochastic };
        let deal = |customer| NeedId { customer, born: Round(1), source: Source::Stochastic };
        let beta = CustomerId(2);
        let solved = |customer, severity, in_time, rounds| Happened::TicketSolved { ticket: ticket(customer), severity, in_time, rounds };
        let months = [
            vec![
                Happened::Delivered { deal: deal(ALPHA), quality: 70.0, expectation: 60.0 },
                solved(ALPHA, Severity::Minor, true, 0),
                Happened::TicketOpen { ticket: ticket(beta), severity: Severity::Critical },
            ],
            vec![
                Happened::Delivered { deal: deal(ALPHA), quality: 50.0, expectation: 60.0 },
                Happened::Delivered { deal: deal(beta), quality: 50.0, expectation: 60.0 },
                solved(beta, Severity::Critical, false, 1),
                solved(ALPHA, Severity::Minor, false, 0),
            ],
            vec![Happened::TicketDropped { ticket: ticket(ALPHA), severity: Severity::Major }],
        ];
        state.journal.teams[0].past = months.into_iter().map(|happened| TeamReport { happened, effects: Vec::new() }).collect();
        // begun on day 4 of a ticket of day 3; one of day 12 left to the next month; one still open
        let mut solve = |day: u16, started: Option<u16>, round: u16| {
            let ticket = testing::ticket(&mut state, ALPHA, Severity::Minor, day);
            ticket.started = started;
            if round > 0 {
                ticket.state = TicketState::Solved { round: Round(round), in_time: false };
            }
        };
        solve(3, Some(4), 1);
        solve(12, None, 2);
        solve(5, Some(5), 2);
        solve(1, None, 0);
        let found = service_record(&view(&state, seat(0, Role::Service)));
        assert_eq!(found.classes[0], Class { open: 1, in_time: 1, late: 1, ..Class::default() });
        assert_eq!((found.classes[1].dropped, found.classes[2].late), (1, 1));
        // 20 days of the first month and one of the next, less 12
        assert_eq!((found.response, found.mean_response), (vec![(Round(1), 1.0), (Round(2), 4.5)], Some(10.0 / 3.0)));
        assert_eq!((found.first_deliveries, found.first_tickets), (Rate { part: 1, of: 2 }, Rate { part: 1, of: 2 }));
    }
}
