//! Help: the keys, and what matters this month in two sentences.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, glossary, key_hint, line, lines, sides};
use crate::prose::{Prose, advice};
use bevy_egui::egui::Ui;

/// Draws the help.
pub fn help(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.set_width((560.0 * theme::scale(ui.style()).max(0.9)).min(ui.ctx().content_rect().width() - 120.0));
    lines(ui, Type::Body, &advice::of_month(prose), p.ink);
    ui.add_space(8.0);
    caption(ui, &prose.say("help-how"));
    for (number, key) in ["help-how-1", "help-how-2", "help-how-3"].into_iter().enumerate() {
        lines(ui, Type::Body, &format!("{}. {}", number + 1, prose.say(key)), p.ink);
    }
    ui.add_space(8.0);
    caption(ui, &prose.say("help-keys"));
    let keys: [(&[&str], &str); 13] = [
        (&["1", "…", "7"], "help-key-tabs"),
        (&["←", "→", "↑", "↓"], "help-key-arrows"),
        (&["Tab", "Enter"], "help-key-tab"),
        (&["A", "W", "D", "S"], "help-key-parts"),
        (&["F6", "Shift F6"], "help-key-next-part"),
        (&["P"], "help-key-pyramid"),
        (&["Delete"], "help-key-delete"),
        (&["Ctrl", "Z"], "help-key-undo"),
        (&["Ctrl", "Enter"], "help-key-submit"),
        (&["Esc"], "help-key-escape"),
        (&["F1"], "help-key-help"),
        (&["F2", "F3"], "help-key-look"),
        (&["Ctrl", "+", "−"], "help-key-size"),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 36.0;
        ui.columns(2, |columns| {
            for (index, (caps, key)) in keys.into_iter().enumerate() {
                let ui = &mut columns[index % 2];
                ui.spacing_mut().item_spacing.x = 6.0;
                sides(
                    ui,
                    28.0,
                    |ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        for cap in caps {
                            key_hint(ui, cap);
                        }
                    },
                    |ui| line(ui, Type::Small, &prose.say(key), p.muted),
                );
            }
        });
    });
    ui.add_space(8.0);
    glossary(prose, ui);
}
