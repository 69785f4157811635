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

/// The most urgent ticket of a customer on one line, and how many there are where there are more.
#[must_use]
pub fn in_short(prose: &Prose, first: &TicketView, count: usize) -> String {
    let when = if first.due_day == 0 { prose.say("service-late") } else { prose.say_with("service-due", &[("day", first.due_day.into())]) };
    let args = [("what", name(prose, first).into()), ("when", when.into()), ("count", count.into())];
    prose.say_with(if count > 1 { "sheet-act-tickets" } else { "sheet-act-ticket" }, &args)
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
