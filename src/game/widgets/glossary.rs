//! The words of the game with their meanings, folded away until somebody asks.

use super::controls::link;
use super::signs::caption;
use super::text::lines;
use crate::game::theme::{self, Role as Type};
use crate::prose::Prose;
use crate::prose::glossary::groups;
use bevy_egui::egui::{Id, ScrollArea, Ui};

/// A link that opens the list of words, and the list once it is open.
pub fn glossary(prose: &Prose, ui: &mut Ui) {
    let id = Id::new("glossary-open");
    let open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    if link(ui, &prose.say(if open { "gloss-hide" } else { "gloss-show" })).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if !open {
        return;
    }
    let p = theme::palette(ui);
    let height = (ui.ctx().viewport_rect().height() * 0.4).max(160.0);
    ScrollArea::vertical().id_salt("glossary").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for group in groups(prose) {
            ui.add_space(4.0);
            caption(ui, &group.title);
            for term in group.terms {
                lines(ui, Type::Strong, &term.name, p.ink);
                lines(ui, Type::Small, &term.meaning, p.muted);
            }
        }
    });
}
