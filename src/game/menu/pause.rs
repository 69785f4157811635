//! The menu over a running game: back, settings, leave.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, dialog};
use crate::words::{Lang, tr};
use bevy::prelude::*;
use bevy_egui::egui::Ui;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// What the player chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseChoice {
    /// Back to the game.
    Resume,
    /// The player's settings.
    Settings,
    /// Take the last month back.
    Undo,
    /// To the first screen; the game lies on the disk.
    Leave,
}

/// The owner takes the last month back.
#[derive(Message, Clone, Copy, Debug, Default)]
pub struct UndoMonth;

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_message::<UndoMonth>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::Pause)));
}

fn draw(
    mut contexts: EguiContexts,
    settings: Res<Settings>,
    mut menu: ResMut<NextState<Menu>>,
    mut screen: ResMut<NextState<Screen>>,
    mut undo: MessageWriter<UndoMonth>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    let (choice, is_closing) = dialog(context, "pause", &tr(lang, "menu-pause-title"), |ui| pause_panel(lang, ui));
    match choice {
        Some(PauseChoice::Settings) => menu.set(Menu::Settings),
        Some(PauseChoice::Leave) => {
            menu.set(Menu::None);
            screen.set(Screen::Title);
        }
        Some(PauseChoice::Undo) => {
            menu.set(Menu::None);
            undo.write(UndoMonth);
        }
        Some(PauseChoice::Resume) => menu.set(Menu::None),
        None if is_closing => menu.set(Menu::None),
        None => {}
    }
    Ok(())
}

/// Draws the menu; returns what was chosen.
pub fn pause_panel(lang: Lang, ui: &mut Ui) -> Option<PauseChoice> {
    let p = theme::palette(ui);
    let width = 360.0 * theme::scale(ui.style()).max(0.9);
    ui.set_width(width);
    ui.label(theme::text(ui, Role::Body, tr(lang, "menu-pause-lead")).color(p.muted));
    ui.add_space(8.0);
    let choices = [
        (Button::primary(tr(lang, "menu-resume")).icon(icons::PLAY), PauseChoice::Resume),
        (Button::ghost(tr(lang, "menu-settings")).icon(icons::GEAR), PauseChoice::Settings),
        (Button::ghost(tr(lang, "menu-undo")).detail(tr(lang, "menu-undo-detail")).icon(icons::ARROW_U_UP_LEFT), PauseChoice::Undo),
        (Button::ghost(tr(lang, "menu-leave")).icon(icons::HOUSE), PauseChoice::Leave),
    ];
    let mut chosen = None;
    for (button, choice) in choices {
        if ui.add(button.width(width)).clicked() {
            chosen = Some(choice);
        }
    }
    chosen
}
