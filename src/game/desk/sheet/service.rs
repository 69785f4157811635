//! A customer's tickets and what spoke for and against us.

use super::fact;
use crate::game::desk::bits::{line, lines, nothing, sides};
use crate::game::desk::cx::{Cx, capital};
use crate::game::desk::{names, tell};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Tone, caption, card, chip};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::{CustomerView, TicketView};
use crate::sim::scenario::Severity;
use bevy_egui::egui::Ui;

/// Draws the tab.
pub fn service(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let tickets: Vec<&TicketView> = cx.view.tickets.iter().filter(|t| t.id.customer == customer.id).collect();
    if tickets.is_empty() {
        nothing(ui, &cx.say("service-no-ticket"));
    }
    for ticket in tickets {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ticket_lines(cx, ui, ticket, Whose::Known);
        });
    }
    fact(ui, &cx.say("service-level"), &cx.say(names::service_level(customer.service)));
    fact(ui, &cx.say("service-negative"), &crate::words::decimal(customer.negative, 1));
    lines(ui, Type::Small, &cx.say("service-twelve"), theme::palette(ui).muted);
    history(cx, ui, customer);
}

/// What a ticket is called: its title, or how bad it is.
#[must_use]
pub fn ticket_name(cx: &Cx, ticket: &TicketView) -> String {
    let plain = || cx.say_with("agenda-ticket", &[("class", cx.say(names::severity(ticket.severity)).into())]);
    capital(&ticket.title.as_ref().map_or_else(plain, |title| cx.text(title)))
}

/// Whether a ticket stands on its customer's sheet or among those of others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The name of the customer stands elsewhere.
    Known,
    Named,
}

/// One ticket: whose, what, how bad, how long it takes, by when work must begin.
pub fn ticket_lines(cx: &Cx, ui: &mut Ui, ticket: &TicketView, whose: Whose) {
    let p = theme::palette(ui);
    let (name, customer) = (ticket_name(cx, ticket), cx.customer(ticket.id.customer));
    let arrived = cx.say_with("service-arrived", &[("day", ticket.day.into())]);
    let title = if whose == Whose::Named { &customer } else { &name };
    let severity = cx.say(names::severity(ticket.severity));
    // among the others the name takes the place of the title, and a title of its own may not say how bad it is
    let is_marked = whose == Whose::Named && ticket.severity == Severity::Critical;
    sides(
        ui,
        20.0,
        |ui| line(ui, Type::Strong, title, p.ink),
        |ui| {
            if ticket.due_day == 0 {
                chip(ui, Tone::Late, &cx.say("service-late"));
            } else {
                chip(ui, Tone::Due, &cx.say_with("service-due", &[("day", ticket.due_day.into())]));
            }
            if is_marked {
                chip(ui, Tone::Late, &severity);
            }
        },
    );
    sides(
        ui,
        17.0,
        |ui| line(ui, Type::Small, &format!("{} · {arrived}", if whose == Whose::Named { &name } else { &severity }), p.muted),
        |ui| ui.label(theme::text(ui, Type::SmallStrong, cx.hours(ticket.minutes))),
    );
}

fn history(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    let mut first = true;
    for (index, past) in cx.view.past.rounds.iter().enumerate().rev() {
        for happened in past.happened.iter().filter(|h| tell::customer(h) == Some(customer.id)) {
            let is_service = matches!(
                happened,
                Happened::TicketSolved { .. }
                    | Happened::TicketOpen { .. }
                    | Happened::TicketDropped { .. }
                    | Happened::CustomerLoss { .. }
                    | Happened::Surveyed { .. }
            );
            if !is_service {
                continue;
            }
            if first {
                caption(ui, &cx.say("service-history"));
                first = false;
            }
            let month = cx.month_name(crate::sim::units::Round(index as u16 + 1));
            lines(ui, Type::Small, &format!("{month} · {}", tell::without_name(cx, customer.id, &tell::sentence(cx, happened))), theme::palette(ui).ink);
        }
    }
}
