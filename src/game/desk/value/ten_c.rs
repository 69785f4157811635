//! The 10C sheet of the chosen customer: ten headings, what the team knows under each.

use crate::game::desk::state::{Desk, Insight};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{card_frame, heading, line, nothing, sides};
use crate::insight::ten_c::ten_c as sheet_of;
use crate::prose::{Prose, ten_c};
use bevy_egui::egui::{Align, Layout, Margin, ScrollArea, Ui, vec2};

/// Draws the page over the room at hand: of the chosen customer, or of the one that brought most.
pub fn ten_c(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let best = || prose.view.customers.iter().max_by_key(|c| (c.contribution, std::cmp::Reverse(c.id))).map(|c| c.id);
    let sheet = desk.selected.or_else(best).and_then(|id| Some((id, sheet_of(prose.view, id, &insight.rows)?)));
    let Some((id, sheet)) = sheet else {
        nothing(ui, &prose.say("value-none"));
        return;
    };
    sides(
        ui,
        24.0,
        |ui| {
            heading(ui, &prose.customer(id));
            line(ui, Type::Small, &prose.phase(sheet.retention.phase), p.muted);
        },
        |ui| line(ui, Type::Small, &prose.say("tenc-hint"), p.muted),
    );
    let parts = ten_c::parts(prose, &sheet);
    let tall = ui.available_height();
    ScrollArea::vertical().id_salt("ten-c").auto_shrink([false, false]).show(ui, |ui| {
        let gap = 5.0;
        let room = ui.available_width();
        let scale = theme::scale(ui.style());
        let columns = if room < 480.0 * scale { 1 } else { 2 };
        let width = (room - gap * (columns - 1) as f32) / columns as f32;
        let rows = parts.len().div_ceil(columns) as f32;
        let height = ((tall - gap * rows) / rows).clamp(75.0 * scale, 118.0 * scale);
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for row in parts.chunks(columns) {
            ui.horizontal_top(|ui| {
                for part in row {
                    ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                        let frame = card_frame(ui).inner_margin(Margin::symmetric(12, 5));
                        let inside = vec2(width, height) - frame.total_margin().sum();
                        frame.show(ui, |ui| {
                            ui.set_min_size(inside);
                            ui.set_max_size(inside);
                            ui.spacing_mut().item_spacing.y = 0.0;
                            draw(prose, ui, part);
                        });
                    });
                }
            });
        }
    });
}

fn draw(_prose: &Prose, ui: &mut Ui, part: &ten_c::Part) {
    let p = theme::palette(ui);
    line(ui, Type::Caption, &part.title, p.accent);
    // large where there is room
    let room = (ui.available_height() / part.facts.len() as f32).min(23.0 * theme::scale(ui.style()));
    let (words, figures) = if room > 19.0 * theme::scale(ui.style()) { (Type::Body, Type::Strong) } else { (Type::Small, Type::SmallStrong) };
    for (name, value) in &part.facts {
        sides(ui, room, |ui| line(ui, words, name, p.muted), |ui| line(ui, figures, value, p.ink));
    }
}
