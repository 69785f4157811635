//! What a customer is worth: orders, contribution, tier, and where the team placed it.

use super::fact;
use crate::game::desk::bits::{line, lines, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::desk::state::{Desk, Dialog};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Button, caption};
use crate::sim::knowledge::CustomerView;
use crate::sim::state::DealOutcome;
use bevy_egui::egui::Ui;

/// Draws the tab.
pub fn value(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    fact(ui, &cx.say("value-yearly"), &customer.yearly_value.map_or_else(|| cx.say("unknown"), |v| cx.money(v)));
    fact(ui, &cx.say("value-orders"), &customer.orders.to_string());
    fact(ui, &cx.say("value-revenue"), &cx.money(customer.revenue));
    fact(ui, &cx.say("value-contribution"), &cx.money(customer.contribution));
    if customer.orders > 0 {
        fact(ui, &cx.say("value-tier"), &cx.say(names::tier(customer.tier)));
    }
    let placed = customer.placed.map_or_else(|| cx.say("value-not-placed"), |tier| cx.say(names::tier(tier)));
    fact(ui, &cx.say("value-placed"), &placed);
    if customer.named && customer.orders > 0 && ui.add(Button::ghost(cx.say("evaluate-open")).icon(icons::CROWN).low()).clicked() {
        desk.dialog = Some(Dialog::Evaluate(customer.id));
    }
    if let Some(last) = cx.view.evaluations.iter().rev().find(|e| e.customer == customer.id) {
        let args = [
            ("tier", cx.say(names::tier(last.tier)).into()),
            ("reason", cx.say(names::reason(last.reason)).into()),
            ("month", cx.month_name(last.round).into()),
        ];
        lines(ui, Type::Small, &cx.say_with("value-evaluated", &args), p.muted);
    }
    let orders: Vec<_> = cx.view.deals.iter().filter(|d| d.id.customer == customer.id && matches!(d.outcome, Some(DealOutcome::Won(_)))).collect();
    caption(ui, &cx.say("value-history"));
    if orders.is_empty() {
        nothing(ui, &cx.say("value-no-order"));
    }
    for deal in orders {
        let Some(DealOutcome::Won(amount)) = deal.outcome else { continue };
        sides(
            ui,
            20.0,
            |ui| line(ui, Type::Body, &format!("{} · {}", cx.month_name(deal.due), cx.deal(deal.id)), p.ink),
            |ui| ui.label(theme::text(ui, Type::Strong, cx.money(amount))),
        );
    }
}
