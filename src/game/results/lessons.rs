//! What to try next: read off the game, each point with the figure that speaks for it.

use crate::game::results::state::{Standings, own};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{lines, section};
use crate::prose::{Prose, advice};
use bevy_egui::egui::{Align2, Label, Sense, Ui, vec2};

/// Draws the tab.
pub fn lessons(prose: &Prose, standings: &Standings, ui: &mut Ui) {
    let p = theme::palette(ui);
    section(ui, &prose.say("lessons-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for (index, text) in advice::lessons(prose, own(prose, standings).map(|s| s.rank)).iter().enumerate() {
            ui.horizontal_top(|ui| {
                let size = 26.0 * theme::scale(ui.style());
                let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
                ui.painter().circle_filled(rect.center(), size / 2.0, p.accent_soft);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, index + 1, theme::font(ui, Type::Strong), p.accent);
                ui.add(Label::new(theme::text(ui, Type::Figure, text).color(p.ink)).wrap());
            });
        }
    });
    if let Some(strategy) = &prose.view.strategy {
        section(ui, &prose.say("lessons-strategy"), |ui| lines(ui, Type::Body, &advice::strategy_kept(prose, strategy), p.ink));
    }
    section(ui, &prose.say("score-lesson"), |ui| lines(ui, Type::Body, &prose.text(&prose.view.guide.lesson), p.ink));
}
