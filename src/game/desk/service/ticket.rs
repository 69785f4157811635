//! One ticket.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Tone, chip, hinted, line, sides};
use crate::prose::{Prose, glossary, names, tickets};
use crate::sim::knowledge::TicketView;
use crate::sim::scenario::Severity;
use bevy_egui::egui::Ui;

/// Whether a ticket stands on its customer's sheet or among those of others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The name of the customer stands elsewhere.
    Known,
    Named,
}

/// One ticket: whose, what, how bad, how long it takes, by when work must begin.
pub fn ticket_lines(prose: &Prose, ui: &mut Ui, ticket: &TicketView, whose: Whose) {
    let p = theme::palette(ui);
    let (name, customer) = (tickets::name(prose, ticket), prose.customer(ticket.id.customer));
    let arrived = prose.say_with("service-arrived", &[("day", ticket.day.into())]);
    let title = if whose == Whose::Named { &customer } else { &name };
    let severity = prose.say(names::severity(ticket.severity));
    // among the others the name takes the place of the title, and a title of its own may not say how bad it is
    let is_marked = whose == Whose::Named && ticket.severity == Severity::Critical;
    sides(
        ui,
        20.0,
        |ui| line(ui, Type::Strong, title, p.ink),
        |ui| {
            // red is what the team let slide, however bad a new one is
            let (tone, when) = if ticket.due_day == 0 {
                (Tone::Late, prose.say("service-late"))
            } else {
                (Tone::Due, prose.say_with("service-due", &[("day", ticket.due_day.into())]))
            };
            chip(ui, tone, &when);
            if is_marked {
                chip(ui, tone, &severity);
            }
        },
    );
    sides(
        ui,
        17.0,
        |ui| {
            let told = format!("{} · {arrived}", if whose == Whose::Named { &name } else { &severity });
            hinted(ui, Type::Small, &told, p.muted, &prose.say(glossary::severity(ticket.severity)))
        },
        |ui| ui.label(theme::text(ui, Type::SmallStrong, prose.hours(ticket.minutes))),
    );
}
