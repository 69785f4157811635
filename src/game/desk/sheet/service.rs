//! A customer's tickets and what spoke for and against us.

use crate::game::desk::service::ticket::{Whose, ticket_lines};
use crate::game::desk::sheet::rows::fact;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, card, lines, nothing};
use crate::prose::{Prose, glossary, names, tickets};
use crate::sim::knowledge::{CustomerView, TicketView};
use bevy_egui::egui::Ui;

/// Draws the tab.
pub fn service(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let tickets: Vec<&TicketView> = prose.view.tickets.iter().filter(|t| t.id.customer == customer.id).collect();
    if tickets.is_empty() {
        nothing(ui, &prose.say("service-no-ticket"));
    }
    for ticket in tickets {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ticket_lines(prose, ui, ticket, Whose::Known);
        });
    }
    let level = format!("{} {}", prose.say("gloss-service-level"), prose.say(glossary::service_level(customer.service)));
    fact(ui, &prose.say("service-level"), &prose.say(names::service_level(customer.service)), &level);
    history(prose, ui, customer);
}

fn history(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let told = tickets::history(prose, customer.id);
    if !told.is_empty() {
        caption(ui, &prose.say("service-history"));
    }
    for (round, sentence) in told {
        lines(ui, Type::Small, &format!("{} · {sentence}", prose.month_name(round)), theme::palette(ui).ink);
    }
}
