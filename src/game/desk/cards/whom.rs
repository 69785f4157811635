//! Choosing the customers that a card is for.

use crate::game::desk::cards::hours::{Row, hours};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, line, link, toggle_chip};
use crate::prose::Prose;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::{CustomerId, Minutes};
use bevy_egui::egui::{Ui, vec2};

/// Hours of care for each customer that has bought.
pub fn care(prose: &Prose, ui: &mut Ui, visits: &mut Vec<(CustomerId, Minutes)>) {
    let p = theme::palette(ui);
    caption(ui, &prose.say("editor-care"));
    for customer in prose.view.customers.iter().filter(|c| c.orders > 0 && c.lost.is_none()) {
        let name = prose.text(&customer.name);
        hours(prose, ui, visits, customer.id, &Row { name: &name, height: 30.0, coarse: 2.0, first: Minutes::ZERO }, |ui, is_on| {
            line(ui, Type::Body, &name, if is_on { p.ink } else { p.muted });
        });
    }
}

/// Which customers are taken from the pool.
pub fn pick_pooled(prose: &Prose, ui: &mut Ui, chosen: &mut Vec<CustomerId>) {
    caption(ui, &prose.say_with("editor-customers", &[("count", chosen.len().into())]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for pooled in &prose.view.pool {
            let mut on = chosen.contains(&pooled.customer);
            if toggle_chip(ui, &mut on, &prose.text(&pooled.name)).clicked() {
                if on { chosen.push(pooled.customer) } else { chosen.retain(|id| *id != pooled.customer) }
            }
        }
    });
}

/// All of a list at one click, or none of it where all are chosen already; None where nothing is asked for, or there is hardly a list.
pub fn all_or_none(prose: &Prose, ui: &mut Ui, count: usize, are_chosen: bool) -> Option<bool> {
    if count < 2 {
        return None;
    }
    let text = if are_chosen { prose.say("editor-none") } else { prose.say_with("editor-all", &[("count", count.into())]) };
    link(ui, &text).clicked().then_some(!are_chosen)
}

/// Which customers a card is for.
pub fn pick(prose: &Prose, ui: &mut Ui, chosen: &mut Vec<CustomerId>, fits: impl Fn(&CustomerView) -> bool) {
    caption(ui, &prose.say_with("editor-customers", &[("count", chosen.len().into())]));
    let all: Vec<CustomerId> = prose.view.customers.iter().filter(|c| fits(c)).map(|c| c.id).collect();
    match all_or_none(prose, ui, all.len(), all.iter().all(|id| chosen.contains(id))) {
        Some(true) => *chosen = all,
        Some(false) => chosen.clear(),
        None => {}
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for customer in prose.view.customers.iter() {
            if !fits(customer) && !chosen.contains(&customer.id) {
                continue;
            }
            let mut on = chosen.contains(&customer.id);
            if toggle_chip(ui, &mut on, &prose.text(&customer.name)).clicked() {
                if on {
                    chosen.push(customer.id);
                    chosen.sort_unstable();
                } else {
                    chosen.retain(|id| *id != customer.id);
                }
            }
        }
    });
}
