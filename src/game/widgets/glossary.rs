//! The words of the game with their meanings, folded away until somebody asks.

use super::controls::link;
use super::signs::caption;
use super::text::lines;
use crate::game::theme::{self, Role as Type};
use crate::prose::Prose;
use crate::prose::glossary::groups;
use bevy_egui::egui::{Id, Ui};

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
    // the dialog that it stands in scrolls as a whole: a bar inside a bar is hard to hit
    let p = theme::palette(ui);
    ui.scope(|ui| {
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
