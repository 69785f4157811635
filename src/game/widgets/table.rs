//! A table as the pages of figures have it: captions over columns, rows that can be clicked.

use super::text::line;
use crate::game::theme::{self, Role as Type};
use bevy_egui::egui::{Align, Layout, Sense, Ui};
use egui_extras::{Column as Width, TableBuilder};

/// A column: its caption and how wide it is, in points at a text size of 100 %; none takes what is left.
pub struct Column {
    /// Its caption.
    pub name: String,
    /// In points; none takes what is left.
    pub width: Option<f32>,
    /// Numbers stand at the right.
    pub is_number: bool,
}

impl Column {
    /// Words, over the width that is left.
    #[must_use]
    pub fn rest(name: String) -> Column {
        Column { name, width: None, is_number: false }
    }

    /// Words, so many points wide.
    #[must_use]
    pub fn words(name: String, width: f32) -> Column {
        Column { name, width: Some(width), is_number: false }
    }

    /// Numbers, so many points wide.
    #[must_use]
    pub fn number(name: String, width: f32) -> Column {
        Column { name, width: Some(width), is_number: true }
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
        .sense(Sense::click())
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
                    ui.with_layout(side(column.is_number), |ui| line(ui, Type::Caption, &column.name, muted).on_hover_text(&column.name));
                });
            }
        })
        .body(|body| {
            body.rows(ROW * scale, rows, |mut row| {
                let place = row.index();
                row.set_selected(chosen == Some(place));
                for (column, shape) in columns.iter().enumerate() {
                    row.col(|ui| {
                        ui.add_space(indent(column));
                        ui.with_layout(side(shape.is_number), |ui| cell(ui, place, column));
                    });
                }
                if row.response().clicked() {
                    clicked = Some(place);
                }
            });
        });
    clicked
}
