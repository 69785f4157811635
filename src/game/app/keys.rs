//! Keys that work on every screen: F2 language, F3 theme, Ctrl and plus or minus text size, F11 full screen, Escape.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};
use bevy_egui::egui::{Context, FocusDirection, Key, Modifiers, Popup};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, (change_settings, full_screen, start_focus, close_lists).in_set(DrawSystems::Style));
    // After the screens, which may have taken Escape for something nearer, such as an open list.
    app.add_systems(EguiPrimaryContextPass, escape.after(DrawSystems::Overlay));
}

/// Escape closes one thing, and an open list before all that lies beneath it; whether there was one to close.
pub fn close_list(context: &Context) -> bool {
    let closes = Popup::is_any_open(context) && context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if closes {
        Popup::close_all(context);
    }
    closes
}

fn close_lists(mut contexts: EguiContexts) -> Result {
    close_list(contexts.ctx_mut()?);
    Ok(())
}

fn change_settings(mut contexts: EguiContexts, mut settings: ResMut<Settings>) -> Result {
    let context = contexts.ctx_mut()?;
    let pressed = |modifiers: Modifiers, key: Key| context.input_mut(|input| input.consume_key(modifiers, key));
    let mut wanted = settings.clone();
    if pressed(Modifiers::NONE, Key::F2) {
        wanted.lang = wanted.lang.other();
    }
    if pressed(Modifiers::NONE, Key::F3) {
        wanted.look = wanted.look.other();
    }
    if pressed(Modifiers::COMMAND, Key::Plus) || pressed(Modifiers::COMMAND, Key::Equals) {
        wanted.enlarge_text();
    }
    if pressed(Modifiers::COMMAND, Key::Minus) {
        wanted.shrink_text();
    }
    if pressed(Modifiers::COMMAND, Key::Num0) {
        wanted.text_percent = 100;
    }
    settings.set_if_neq(wanted);
    Ok(())
}

fn full_screen(mut contexts: EguiContexts, mut windows: Query<&mut Window, With<PrimaryWindow>>) -> Result {
    let context = contexts.ctx_mut()?;
    if !context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F11)) {
        return Ok(());
    }
    for mut window in &mut windows {
        window.mode = match window.mode {
            WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
            _ => WindowMode::Windowed,
        };
    }
    Ok(())
}

/// egui moves the keyboard's place with the arrows, but only from where it is: with no place yet, they start at the first.
/// On the desk they choose a customer then, unless something lies over it.
fn start_focus(mut contexts: EguiContexts, screen: Res<State<Screen>>) -> Result {
    let context = contexts.ctx_mut()?;
    if *screen.get() == Screen::Desk && context.memory(|memory| memory.top_modal_layer().is_none()) {
        return Ok(());
    }
    let arrows = [Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight];
    let is_lost = context.memory(|memory| memory.focused().is_none());
    if is_lost && context.input(|input| arrows.iter().any(|key| input.key_pressed(*key))) {
        context.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
    }
    Ok(())
}

/// Escape closes what lies over the screen; in a game with nothing over it, it pauses.
fn escape(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    menu: Res<State<Menu>>,
    mut next: ResMut<NextState<Menu>>,
    mut next_screen: ResMut<NextState<Screen>>,
) -> Result {
    let context = contexts.ctx_mut()?;
    if !context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return Ok(());
    }
    let wanted = match (screen.get(), menu.get()) {
        // the dialog of a replay stays until that has stopped
        (Screen::Title, Menu::None) | (_, Menu::Replay) => return Ok(()),
        (Screen::Setup, Menu::None) => {
            next_screen.set(Screen::Title);
            return Ok(());
        }
        (_, Menu::None) => Menu::Pause,
        (Screen::Title | Screen::Setup, _) | (_, Menu::Pause) => Menu::None,
        (_, Menu::Settings | Menu::About | Menu::Saves) => Menu::Pause,
    };
    next.set(wanted);
    Ok(())
}
