//! Where things stand: areas, rows with two ends, cards with a heading.

use super::frames::panel_frame;
use crate::game::theme::{self};
use crate::words::Lang;
use bevy_egui::egui::{Align, Context, Id, Layout, Rect, Sense, Stroke, Ui, UiBuilder, vec2};

/// Draws `add` inside `rect`, clipped to it but for the ring around what has the keyboard.
pub fn area<R>(ui: &mut Ui, rect: Rect, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(rect.expand(6.0));
    add(&mut child)
}

/// A row with something at its left and something at its right; the left gives way.
pub fn sides<L, R>(ui: &mut Ui, height: f32, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let right = right(ui);
        let left = ui.with_layout(Layout::left_to_right(Align::Center), left).inner;
        (left, right)
    })
    .inner
}

/// A row no higher than it says, from left to right.
pub fn along<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), add).inner
}

/// A card that fills the width at hand, with a heading.
pub fn section<R>(ui: &mut Ui, heading: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    panel_frame(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            if !heading.is_empty() {
                super::signs::heading(ui, heading);
            }
            add(ui)
        })
        .inner
}

/// A hairline across the width at hand.
pub fn rule(ui: &mut Ui) {
    let p = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, p.line));
}

/// Points at the text size of the player.
#[must_use]
pub fn scaled(ui: &Ui, points: f32) -> f32 {
    points * theme::scale(ui.style())
}

/// From now on widgets with words of their own speak this language.
pub fn speak(context: &Context, lang: Lang) {
    context.data_mut(|data| data.insert_temp(Id::new("language of widgets"), lang));
}

/// The language of the few words that widgets have of their own.
#[must_use]
pub fn lang(ui: &Ui) -> Lang {
    ui.data(|data| data.get_temp(Id::new("language of widgets"))).unwrap_or(Lang::En)
}
