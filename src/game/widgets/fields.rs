//! Fields to write into, and what was written as it is sent.

use super::controls::toggle_chip;
use crate::game::theme::{self, Role as Type, TARGET};
use crate::words::tr;
use bevy_egui::egui::{self, ComboBox, InnerResponse, Response, TextEdit, Ui};

/// A line to write into, as high as anything that can be clicked.
pub fn line_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, most: usize, width: f32) -> Response {
    let edit = single_line(ui, text, hint, most, width);
    named(ui, edit, name)
}

fn single_line<'t>(ui: &mut Ui, text: &'t mut String, hint: &str, most: usize, width: f32) -> TextEdit<'t> {
    let font = theme::font(ui, Type::Body);
    let margin = ((TARGET - 6.0 - ui.fonts_mut(|fonts| fonts.row_height(&font))) / 2.0).max(4.0) as i8;
    TextEdit::singleline(text).hint_text(hint.to_owned()).char_limit(most).desired_width(width).margin(egui::Margin::symmetric(10, margin))
}

/// A line for what the others in the room must not read.
pub fn secret_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, most: usize, width: f32) -> Response {
    let edit = single_line(ui, text, hint, most, width).password(true);
    named(ui, edit, name)
}

/// The same where the secret is chosen, which `seen` shows while it is written: nobody can look it up later.
pub fn new_secret_field(ui: &mut Ui, (text, seen): (&mut String, &mut bool), name: &str, hint: &str, most: usize, width: f32) -> Response {
    let word = tr(super::layout::lang(ui), "secret-show");
    ui.horizontal(|ui| {
        let chip = theme::font(ui, Type::Strong);
        let beside = ui.painter().layout_no_wrap(word.to_string(), chip, egui::Color32::PLACEHOLDER).size().x + 44.0;
        let edit = single_line(ui, text, hint, most, (width - beside).max(60.0)).password(!*seen);
        let field = named(ui, edit, name);
        toggle_chip(ui, seen, &word);
        field
    })
    .inner
}

/// Several lines to write into.
pub fn text_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, most: usize, rows: usize) -> Response {
    let width = ui.available_width();
    let edit =
        TextEdit::multiline(text).hint_text(hint.to_owned()).char_limit(most).desired_rows(rows).desired_width(width).margin(egui::Margin::symmetric(10, 8));
    named(ui, edit, name)
}

/// A list that opens on a click, and comes into sight when it gets the keyboard.
pub trait InSight {
    /// As `show_ui` does.
    fn show_in_sight<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<Option<R>>;
}

impl InSight for ComboBox {
    fn show_in_sight<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<Option<R>> {
        let shown = self.show_ui(ui, add);
        if shown.response.has_focus() {
            super::button::follow_focus(ui, shown.response.rect);
        }
        shown
    }
}

fn named(ui: &mut Ui, edit: TextEdit<'_>, name: &str) -> Response {
    let enabled = ui.is_enabled();
    let response = ui.add(edit);
    if response.has_focus() {
        super::button::follow_focus(ui, response.rect);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, enabled, name));
    response
}

/// What was typed, as it is sent: no blanks at the ends, nothing that does not show.
#[must_use]
pub fn sent(text: &str) -> String {
    let kept: String = text.chars().filter(|&c| crate::sim::notes::shows(c.encode_utf8(&mut [0; 4]))).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_shows_and_has_no_blank_ends() {
        assert_eq!(sent("  两行\nhere \u{202e}\u{7}\n"), "两行\nhere");
        assert_eq!(sent(" \n\t"), "");
    }
}
