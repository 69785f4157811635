//! What a customer is worth: orders, contribution, tier, and where the team placed it.

use crate::game::desk::sheet::rows::fact;
use crate::game::desk::state::{Desk, Dialog};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, caption, line, lines, nothing, sides};
use crate::prose::{Prose, names, relations};
use crate::sim::knowledge::CustomerView;
use crate::sim::state::DealOutcome;
use bevy_egui::egui::Ui;

/// Draws the tab.
pub fn value(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    fact(ui, &prose.say("value-yearly"), &customer.yearly_value.map_or_else(|| prose.say("unknown"), |v| prose.money(v)));
    fact(ui, &prose.say("value-orders"), &customer.orders.to_string());
    fact(ui, &prose.say("value-revenue"), &prose.money(customer.revenue));
    fact(ui, &prose.say("value-contribution"), &prose.money(customer.contribution));
    if customer.orders > 0 {
        fact(ui, &prose.say("value-tier"), &prose.say(names::tier(customer.tier)));
    }
    let placed = customer.placed.map_or_else(|| prose.say("value-not-placed"), |tier| prose.say(names::tier(tier)));
    fact(ui, &prose.say("value-placed"), &placed);
    if customer.named && customer.orders > 0 && ui.add(Button::ghost(prose.say("evaluate-open")).icon(icons::CROWN).low()).clicked() {
        desk.dialog = Some(Dialog::Evaluate(customer.id));
    }
    if let Some(told) = relations::evaluated(prose, customer.id) {
        lines(ui, Type::Small, &told, p.muted);
    }
    let orders: Vec<_> = prose.view.deals.iter().filter(|d| d.id.customer == customer.id && matches!(d.outcome, Some(DealOutcome::Won(_)))).collect();
    caption(ui, &prose.say("value-history"));
    if orders.is_empty() {
        nothing(ui, &prose.say("value-no-order"));
    }
    for deal in orders {
        let Some(DealOutcome::Won(amount)) = deal.outcome else { continue };
        sides(
            ui,
            20.0,
            |ui| line(ui, Type::Body, &format!("{} · {}", prose.month_name(deal.due), prose.deal(deal.id)), p.ink),
            |ui| ui.label(theme::text(ui, Type::Strong, prose.money(amount))),
        );
    }
}
