//! All saved games: what they are, how far, and why one does not open.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use crate::game::menu::kept::{self, ContinueGame, Saved, SavedGame};
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, dialog, line, lines};
use crate::words::{self, Lang, tr, tr_with};
use bevy::prelude::*;
use bevy_egui::egui::{Align, Layout, ScrollArea, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) const SHOTS: &[Shot] = &[Shot { name: "saves", setup: show_saves, dark: false }];

fn show_saves(world: &mut World) {
    world.resource_mut::<NextState<Screen>>().set(Screen::Title);
    world.resource_mut::<NextState<Menu>>().set(Menu::Saves);
    world.resource_mut::<Saved>().games = kept::samples();
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::Saves)));
}

fn draw(
    mut contexts: EguiContexts,
    settings: Res<Settings>,
    saved: Res<Saved>,
    mut menu: ResMut<NextState<Menu>>,
    mut open: MessageWriter<ContinueGame>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    let (choice, is_closing) = dialog(context, "saves", &tr(lang, "saves-title"), |ui| saves_panel(lang, &saved, ui));
    if !saved.unread.is_empty() {
        context.request_repaint();
    }
    match choice {
        Some(SavesChoice::Open(place)) => {
            menu.set(Menu::None);
            open.write(ContinueGame(saved.games.get(place).map(|save| save.path.clone())));
        }
        Some(SavesChoice::Close) => menu.set(Menu::None),
        None if is_closing => menu.set(Menu::None),
        None => {}
    }
    Ok(())
}

/// What the player chose in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavesChoice {
    /// The game at this place.
    Open(usize),
    /// Back to the menu.
    Close,
}

/// Draws the list; returns what was chosen.
pub fn saves_panel(lang: Lang, saved: &Saved, ui: &mut Ui) -> Option<SavesChoice> {
    let p = theme::palette(ui);
    let window = ui.ctx().content_rect();
    let width = (560.0 * theme::scale(ui.style()).max(0.9)).min(window.width() - 120.0);
    ui.set_width(width);
    let mut choice = None;
    ScrollArea::vertical().max_height((window.height() - 260.0).max(160.0)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let width = width - 14.0;
        if let Some(why) = &saved.fault {
            lines(ui, Role::Body, &tr_with(lang, "saves-fault", &[("error", why.as_str().into())]), p.warn);
        }
        for (place, save) in saved.games.iter().enumerate() {
            match &save.game {
                Ok(game) => {
                    let icon = if game.is_over() { icons::CHECK } else { icons::PLAY };
                    let told: Vec<String> = [Some(state(lang, game)), save.saved(lang)].into_iter().flatten().collect();
                    let button = Button::ghost(format!("{} · {}", game.title(lang), game.teams.join(", "))).detail(told.join(" · ")).icon(icon);
                    if ui.add(button.width(width)).clicked() {
                        choice = Some(SavesChoice::Open(place));
                    }
                }
                Err(why) => {
                    let name = save.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    line(ui, Role::Strong, &tr_with(lang, "saves-closed", &[("file", name.into())]), p.muted);
                    lines(ui, Role::Small, why, p.warn);
                }
            }
        }
        if !saved.unread.is_empty() {
            lines(ui, Role::Body, &tr_with(lang, "saves-reading", &[("count", saved.unread.len().into())]), p.muted);
        }
    });
    ui.add_space(12.0);
    let close = ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Button::primary(tr(lang, "close"))).clicked()).inner;
    choice.or(close.then_some(SavesChoice::Close))
}

/// How far a game is.
fn state(lang: Lang, game: &SavedGame) -> String {
    if game.is_over() {
        return tr(lang, "saves-over").into_owned();
    }
    let month = words::month(lang, i32::from(game.month.0), u32::from(game.month.1));
    tr_with(lang, "saves-goes-on", &[("month", month.into()), ("round", game.round.into()), ("of", game.of.into())]).into_owned()
}
