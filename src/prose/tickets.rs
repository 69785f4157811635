//! Tickets: what one is called, and how a customer was served so far.

use super::wording::Prose;
use super::writing::capital;
use super::{happenings, names};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::TicketView;
use crate::sim::units::{CustomerId, Round};

/// What a ticket is called: its title, or how bad it is.
#[must_use]
pub fn name(prose: &Prose, ticket: &TicketView) -> String {
    let plain = || prose.say_with("agenda-ticket", &[("class", prose.say(names::severity(ticket.severity)).into())]);
    capital(&ticket.title.as_ref().map_or_else(plain, |title| prose.text(title)))
}

/// Tickets, losses and surveys of a customer, the latest month first, without its name.
#[must_use]
pub fn history(prose: &Prose, customer: CustomerId) -> Vec<(Round, String)> {
    let is_service = |happened: &Happened| {
        matches!(
            happened,
            Happened::TicketSolved { .. }
                | Happened::TicketOpen { .. }
                | Happened::TicketDropped { .. }
                | Happened::CustomerLoss { .. }
                | Happened::Surveyed { .. }
        )
    };
    let mut told = Vec::new();
    for (index, past) in prose.view.past.rounds.iter().enumerate().rev() {
        for happened in past.happened.iter().filter(|h| happenings::customer(h) == Some(customer) && is_service(h)) {
            told.push((Round(index as u16 + 1), happenings::without_name(prose, customer, &happenings::sentence(prose, happened))));
        }
    }
    told
}
