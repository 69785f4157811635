//! What can be done for a customer, before anything else that is known of it: the deal and the ticket it is about in a line
//! each, then the cards.

use crate::advice::{contracts, offer};
use crate::game::app::shown::Shown;
use crate::game::desk::cards::offers;
use crate::game::desk::state::{Desk, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{ClickCard, Tone, lines, round_icon};
use crate::prose::{Prose, open_deals, tickets, writing};
use crate::sim::knowledge::{CustomerView, TicketView};
use bevy_egui::egui::{Margin, Ui};

/// Draws the tab.
pub fn act(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    if let Some(deal) = offer::best_deal(prose.view, customer.id)
        && strip(ui, (Tone::Deal, icons::COINS), &open_deals::in_short(prose, deal), &prose.say("sheet-go-deals"))
    {
        desk.sheet = SheetTab::Deals;
    }
    if let Some(ending) = contracts::ending(prose.view).into_iter().find(|ending| ending.customer == customer.id)
        && strip(ui, (Tone::Due, icons::HANDSHAKE), &writing::capital(&open_deals::contract_ending(prose, &ending)), &prose.say("sheet-go-deals"))
    {
        desk.sheet = SheetTab::Deals;
    }
    let waiting: Vec<&TicketView> = prose.view.tickets.iter().filter(|t| t.id.customer == customer.id).collect();
    if let Some(first) = waiting.iter().min_by_key(|t| (t.due_day, t.id)) {
        let tone = if first.due_day == 0 { Tone::Late } else { Tone::Due };
        if strip(ui, (tone, '!'), &tickets::in_short(prose, first, waiting.len()), &prose.say("sheet-go-service")) {
            desk.sheet = SheetTab::Service;
        }
    }
    offers::offers(prose, shown, desk, ui, None);
}

/// A line that leads to where more is told; whether it was clicked.
fn strip(ui: &mut Ui, (tone, icon): (Tone, char), text: &str, hint: &str) -> bool {
    let p = theme::palette(ui);
    let drawn = ClickCard::new(text).plain().margin(Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            round_icon(ui, tone, icon);
            lines(ui, Type::SmallStrong, text, p.ink);
        });
    });
    drawn.response.on_hover_text(hint).clicked()
}
