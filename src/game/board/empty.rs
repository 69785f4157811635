//! A place where nobody stands says what brings a customer there, and leads to those who are nearest.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{ClickCard, area, caption, lines, lines_height, link};
use crate::prose::Prose;
use crate::prose::nearest::Nearest;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Margin, Rect, Ui, vec2};
use std::sync::Arc;

/// Lower than this, a place has room for one line only, in points at a text size of 100 %.
const LOW: f32 = 104.0;
/// What a card takes around its text, and the space before it.
const FRAME: f32 = 14.0;

/// Writes into an empty place; returns the customer that was clicked. `name` keeps the ids of places apart; what is `nearest` is asked
/// for only where there is room to say it.
pub(super) fn empty(prose: &Prose, ui: &mut Ui, rect: Rect, name: &str, nearest: impl FnOnce() -> Arc<Nearest>) -> Option<CustomerId> {
    let scale = theme::scale(ui.style());
    // in line with the name of a lane
    let rect = rect.shrink2(vec2(8.0, 0.0));
    if rect.width() < 40.0 || rect.height() < 14.0 * scale {
        return None;
    }
    let nearest = nearest();
    area(ui, rect, name, |ui| if rect.height() < LOW * scale { low(prose, ui, rect, &nearest) } else { high(prose, ui, rect, &nearest) })
}

/// One below the other: the sentence, then a card for each, as many as there is room for.
fn high(prose: &Prose, ui: &mut Ui, rect: Rect, nearest: &Nearest) -> Option<CustomerId> {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    lines(ui, Type::Small, &nearest.told, p.muted);
    let mut clicked = None;
    let room = (rect.width() - FRAME).max(20.0);
    let mut left = rect.bottom() - ui.cursor().top() - 20.0 * theme::scale(ui.style());
    for (place, (customer, lacks)) in nearest.who.iter().enumerate() {
        left -= lines_height(ui, Type::SmallStrong, &prose.customer(*customer), room) + lines_height(ui, Type::Small, lacks, room) + FRAME;
        if left < 0.0 {
            break;
        }
        if place == 0 {
            ui.add_space(2.0);
            caption(ui, &prose.say("board-empty-nearest"));
        }
        let told = opens(prose, *customer, lacks);
        let card = ClickCard::new(&told).margin(Margin::symmetric(7, 5)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            lines(ui, Type::SmallStrong, &prose.customer(*customer), p.ink);
            lines(ui, Type::Small, lacks, p.muted);
        });
        if card.response.clicked() {
            clicked = Some(*customer);
        }
    }
    clicked
}

/// In a low place names stand behind the sentence, what they lack on hover.
fn low(prose: &Prose, ui: &mut Ui, rect: Rect, nearest: &Nearest) -> Option<CustomerId> {
    let p = theme::palette(ui);
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    lines(ui, Type::Small, &nearest.told, p.muted).on_hover_text(&nearest.told);
    if rect.bottom() - ui.cursor().top() < 20.0 * theme::scale(ui.style()) || nearest.who.is_empty() {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 9.0;
        ui.label(theme::text(ui, Type::Small, prose.say("board-empty-nearest")).color(p.muted));
        for (customer, lacks) in &nearest.who {
            let wide = ui.painter().layout_no_wrap(prose.customer(*customer), theme::font(ui, Type::SmallStrong), p.ink).size().x;
            if wide > ui.available_width() {
                break;
            }
            if link(ui, &prose.customer(*customer)).on_hover_text(opens(prose, *customer, lacks)).clicked() {
                clicked = Some(*customer);
            }
        }
    });
    clicked
}

fn opens(prose: &Prose, customer: CustomerId, lacks: &str) -> String {
    prose.say_with("board-empty-opens", &[("customer", prose.customer(customer).into()), ("lacks", lacks.into())])
}
