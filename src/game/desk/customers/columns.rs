//! Cards that fill the page of the tab.

use crate::game::widgets;
use bevy_egui::egui::{Align, Layout, Ui, vec2};

/// A card that fills the room at hand.
pub fn filling_card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = widgets::card_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame
        .show(ui, |ui| {
            ui.set_min_size(room);
            ui.set_max_size(room);
            add(ui)
        })
        .inner
}

/// Two cards side by side, the first one so wide.
pub fn two_cards(ui: &mut Ui, first: f32, mut add: impl FnMut(&mut Ui, Side)) {
    let whole = ui.available_size();
    let gap = 10.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (width, side) in [(first, Side::Left), (whole.x - first - gap, Side::Right)] {
            ui.allocate_ui_with_layout(vec2(width, whole.y), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                filling_card(ui, |ui| add(ui, side));
            });
        }
    });
}

/// One of two cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}
