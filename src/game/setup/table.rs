//! What the teacher sets for the table: how much of the standings is shown, who may take a month back.

use super::form::SetupForm;
use crate::game::app::standings::Disclosure;
use crate::game::app::table::DIGITS;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, card, lines, new_secret_field, segmented};
use crate::words::{Lang, tr};
use bevy_egui::egui::Ui;

/// Draws the card.
pub(super) fn table_card(form: &mut SetupForm, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        caption(ui, &tr(lang, "setup-table"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            ui.vertical(|ui| {
                lines(ui, Type::Small, &tr(lang, "setup-standings"), p.muted);
                let (all, own, nothing) = (tr(lang, "setup-standings-all"), tr(lang, "setup-standings-own"), tr(lang, "setup-standings-nothing"));
                let choices = [(Disclosure::All, all.as_ref()), (Disclosure::Own, own.as_ref()), (Disclosure::Nothing, nothing.as_ref())];
                segmented(ui, &mut form.standings, &choices);
            });
            ui.vertical(|ui| {
                lines(ui, Type::Small, &tr(lang, "setup-undo"), p.muted);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    let (free, locked) = (tr(lang, "setup-undo-free"), tr(lang, "setup-undo-locked"));
                    segmented(ui, &mut form.locks_undo, &[(false, free.as_ref()), (true, locked.as_ref())]);
                    if form.locks_undo {
                        let name = tr(lang, "setup-undo-code");
                        if new_secret_field(ui, (&mut form.code, &mut form.shows_code), &name, &name, DIGITS, 210.0).changed() {
                            form.code.retain(|c| c.is_ascii_digit());
                        }
                    }
                });
            });
        });
        lines(ui, Type::Small, &tr(lang, "setup-standings-hint"), p.muted);
    });
}
