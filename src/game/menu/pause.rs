//! The menu over a running game: back, settings, leave.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::Shown;
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, dialog, lines};
use crate::prose::Prose;
use crate::sim::units::Round;
use crate::words::{Lang, tr, tr_with};
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
    shown: Option<Res<Shown>>,
    mut asks: Local<bool>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    // what would be taken back; nothing before the first month is played
    let month = shown.as_ref().filter(|shown| !shown.view.past.rounds.is_empty()).map(|shown| {
        let prose = Prose::new(&shown.view, lang);
        prose.month(Round(shown.view.past.rounds.len() as u16))
    });
    let title = if *asks { "menu-undo-title" } else { "menu-pause-title" };
    let (choice, is_closing) = dialog(context, "pause", &tr(lang, title), |ui| pause_panel(lang, month.as_deref(), &mut asks, ui));
    if choice.is_some() {
        *asks = false;
    }
    // Escape closes one thing: first the question
    if is_closing && std::mem::take(&mut *asks) {
        return Ok(());
    }
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

/// Draws the menu; returns what was chosen. `month`: the one that could be taken back; `asks`: whether it is to be is being asked.
pub fn pause_panel(lang: Lang, month: Option<&str>, asks: &mut bool, ui: &mut Ui) -> Option<PauseChoice> {
    let p = theme::palette(ui);
    let width = 360.0 * theme::scale(ui.style()).max(0.9);
    ui.set_width(width);
    if let (true, Some(month)) = (*asks, month) {
        lines(ui, Role::Body, &tr_with(lang, "menu-undo-asks", &[("month", month.into())]), p.muted);
        ui.add_space(8.0);
        let keep = ui.add(Button::primary(tr(lang, "menu-undo-keep")).icon(icons::PLAY).width(width)).clicked();
        let take = ui.add(Button::ghost(tr_with(lang, "menu-undo-take", &[("month", month.into())])).icon(icons::ARROW_U_UP_LEFT).width(width)).clicked();
        *asks &= !keep;
        return take.then_some(PauseChoice::Undo);
    }
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
        let enabled = choice != PauseChoice::Undo || month.is_some();
        if ui.add_enabled(enabled, button.width(width)).clicked() {
            chosen = Some(choice);
        }
    }
    // it is everybody's month: first it is asked
    if chosen == Some(PauseChoice::Undo) {
        *asks = true;
        return None;
    }
    chosen
}
