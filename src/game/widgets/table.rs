//! A table as the pages of figures have it: captions over columns, rows that can be clicked.

use super::button::focus_ring;
use super::text::{cut, explained};
use crate::game::theme::{self, Role as Type};
use bevy_egui::egui::{Align, Layout, Sense, Ui, WidgetInfo, WidgetType, vec2};
use egui_extras::{Column as Width, TableBuilder};

/// A column: its caption and how wide it is, in points at a text size of 100 %; none takes what is left.
pub struct Column {
    /// Its caption.
    pub name: String,
    /// In points; none takes what is left.
    pub width: Option<f32>,
    /// Numbers stand at the right.
    pub is_number: bool,
    /// What it tells, in plain words, on hover; empty where its caption says it all.
    pub hint: String,
}

impl Column {
    /// Words, over the width that is left.
    #[must_use]
    pub fn rest(name: String) -> Column {
        Column { name, width: None, is_number: false, hint: String::new() }
    }

    /// Words, so many points wide.
    #[must_use]
    pub fn words(name: String, width: f32) -> Column {
        Column { name, width: Some(width), is_number: false, hint: String::new() }
    }

    /// Numbers, so many points wide.
    #[must_use]
    pub fn number(name: String, width: f32) -> Column {
        Column { name, width: Some(width), is_number: true, hint: String::new() }
    }
}

impl Column {
    /// With a plain sentence on hover that says what it tells.
    #[must_use]
    pub fn hint(self, hint: String) -> Column {
        Column { hint, ..self }
    }
}

const ROW: f32 = 25.0;

/// Draws a table over the room at hand; `cell` draws (row, column). Returns the row that was clicked.
pub fn grid(ui: &mut Ui, id: &str, columns: &[Column], rows: usize, chosen: Option<usize>, mut cell: impl FnMut(&mut Ui, usize, usize)) -> Option<usize> {
    let scale = theme::scale(ui.style());
    let mut clicked = None;
    ui.spacing_mut().item_spacing = bevy_egui::egui::vec2(8.0, 1.0);
    let mut table = TableBuilder::new(ui)
        .id_salt(id)
        .min_scrolled_height(0.0)
        .auto_shrink([false, false])
        // the first cell is what the keyboard goes to; the rest of the row answers the mouse alone
        .sense(Sense::CLICK)
        .cell_layout(Layout::left_to_right(Align::Center));
    for column in columns {
        table = table.column(match column.width {
            None => Width::remainder().at_least(56.0).clip(true),
            Some(width) => Width::exact(width * scale).clip(true),
        });
    }
    // words beside a number would run into it
    let indent = |place: usize| if place > 0 && columns[place - 1].is_number && !columns[place].is_number { 10.0 * scale } else { 0.0 };
    let side = |is_number: bool| if is_number { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    table
        .header(22.0 * scale, |mut header| {
            for (place, column) in columns.iter().enumerate() {
                header.col(|ui| {
                    let muted = theme::palette(ui).muted;
                    ui.add_space(indent(place));
                    let name = ui.with_layout(side(column.is_number), |ui| cut(ui, Type::Caption, &column.name, muted)).inner;
                    explained(name, &column.name, &column.hint);
                });
            }
        })
        .body(|body| {
            body.rows(ROW * scale, rows, |mut row| {
                let place = row.index();
                row.set_selected(chosen == Some(place));
                let mut pressed = false;
                for (column, shape) in columns.iter().enumerate() {
                    row.col(|ui| {
                        if column == 0 {
                            pressed = at_keyboard(ui);
                        }
                        ui.add_space(indent(column));
                        ui.with_layout(side(shape.is_number), |ui| cell(ui, place, column));
                    });
                }
                if pressed || row.response().clicked() {
                    clicked = Some(place);
                }
            });
        });
    clicked
}

/// Takes the keyboard for a row, in its first cell; whether the row was chosen there.
fn at_keyboard(ui: &Ui) -> bool {
    let whole = ui.max_rect();
    let response = ui.interact(whole, ui.id().with("row"), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo { enabled, ..WidgetInfo::new(WidgetType::Button) });
    if response.has_focus() {
        focus_ring(ui, whole.shrink2(vec2(2.0, 3.0)), 4);
    }
    response.clicked()
}
