//! What a customer is worth: orders, contribution, tier, where the team placed it, and how it came there.

use crate::game::desk::sheet::rows::fact;
use crate::game::desk::state::{Desk, Dialog, Evaluation};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, caption, line, lines, nothing};
use crate::prose::{Prose, climb, glossary, names, relations};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::Fen;
use bevy_egui::egui::{Align, Layout, Ui, vec2};

/// Draws the tab.
pub fn value(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    fact(ui, &prose.say("value-yearly"), &relations::yearly(prose, customer, |v| prose.money(v)), &prose.say("gloss-yearly-value"));
    fact(ui, &prose.say("value-orders"), &relations::order_figure(prose, customer), &prose.say("gloss-orders"));
    fact(ui, &prose.say("value-revenue"), &prose.money(customer.revenue), &prose.say("gloss-revenue"));
    fact(ui, &prose.say("value-contribution"), &prose.money(customer.contribution), &prose.say("gloss-contribution"));
    if customer.revenue > Fen::ZERO {
        fact(ui, &prose.say("value-tier"), &prose.say(names::tier(customer.tier)), &prose.say(glossary::tier(customer.tier)));
    }
    let placed = customer.placed.map_or_else(|| prose.say("value-not-placed"), |tier| prose.say(names::tier(tier)));
    fact(ui, &prose.say("value-placed"), &placed, &prose.say("gloss-placed"));
    if customer.named && customer.orders > 0 && ui.add(Button::ghost(prose.say("evaluate-open")).icon(icons::CROWN).low()).clicked() {
        desk.dialog = Some(Dialog::Evaluate(Evaluation::of(prose.view, customer.id)));
    }
    if let Some(told) = relations::evaluated(prose, customer.id) {
        lines(ui, Type::Small, &told, p.muted);
    }
    caption(ui, &prose.say("climb-way"));
    let way = climb::way(prose, customer.id);
    if way.is_empty() {
        nothing(ui, &prose.say("climb-none"));
    }
    for month in way {
        ui.horizontal_top(|ui| {
            let width = 64.0 * theme::scale(ui.style());
            ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::left_to_right(Align::Min), |ui| {
                ui.set_width(width);
                line(ui, Type::Small, &month.name, p.muted);
            });
            ui.vertical(|ui| lines(ui, Type::Small, &month.steps, p.ink));
        });
    }
}
