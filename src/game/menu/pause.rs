//! The menu over a running game: back, settings, leave.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Shown, Turns};
use crate::game::app::table::{DIGITS, Lock, TableRules, Undo, is_code};
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, dialog, lines, new_secret_field, secret_field};
use crate::prose::Prose;
use crate::sim::units::Round;
use crate::words::{Lang, tr, tr_with};
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy_egui::egui::{Key, Modifiers, Ui};
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
    /// Lock the way back with the code that was written, or open it.
    Lock,
    /// To the first screen; the game lies on the disk.
    Leave,
}

/// The owner takes the last month back, with the code that was asked for.
#[derive(Message, Clone, Debug, Default)]
pub struct UndoMonth(pub String);

/// The teacher locks the way back with a code, or opens it with the same one.
#[derive(Message, Clone, Debug, Default)]
pub struct LockUndo(pub String);

/// What the menu is asking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PausePage {
    /// What to do.
    #[default]
    Menu,
    /// Whether the month is really to be taken back.
    Undo,
    /// The code to lock the way back with, or to open it.
    Lock,
}

/// What the menu remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PauseUi {
    /// What is being asked.
    pub page: PausePage,
    /// The code as it is written now.
    pub code: String,
    /// The last one was not it.
    pub is_wrong: bool,
    /// A new code is shown while it is written.
    pub shows_code: bool,
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<TableRules>().init_resource::<Turns>().add_message::<UndoMonth>().add_message::<LockUndo>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::Pause)));
}

/// What the menu sets going.
#[derive(SystemParam)]
struct Going<'w> {
    menu: ResMut<'w, NextState<Menu>>,
    screen: ResMut<'w, NextState<Screen>>,
    undo: MessageWriter<'w, UndoMonth>,
    lock: MessageWriter<'w, LockUndo>,
}

fn draw(
    mut contexts: EguiContexts,
    settings: Res<Settings>,
    (rules, turns): (Res<TableRules>, Res<Turns>),
    mut going: Going,
    shown: Option<Res<Shown>>,
    mut state: Local<PauseUi>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    // what would be taken back; nothing before the first month is played
    let month = shown.as_ref().filter(|shown| !shown.view.past.rounds.is_empty()).map(|shown| {
        let prose = Prose::new(&shown.view, lang);
        prose.month(Round(shown.view.past.rounds.len() as u16))
    });
    let title = match (state.page, rules.undo.is_locked()) {
        (PausePage::Menu, _) => "menu-pause-title",
        (PausePage::Undo, _) => "menu-undo-title",
        (PausePage::Lock, false) => "menu-lock",
        (PausePage::Lock, true) => "menu-unlock",
    };
    let lock = Lock { undo: &rules.undo, turns: turns.0 };
    let (choice, is_closing) = dialog(context, "pause", &tr(lang, title), |ui| pause_panel(lang, month.as_deref(), lock, &mut state, ui));
    // Escape closes one thing: first the question
    if is_closing && state.page != PausePage::Menu {
        *state = PauseUi::default();
        return Ok(());
    }
    let code = if choice.is_some() { std::mem::take(&mut *state).code } else { String::new() };
    match choice {
        Some(PauseChoice::Settings) => going.menu.set(Menu::Settings),
        Some(PauseChoice::Leave) => {
            going.menu.set(Menu::None);
            going.screen.set(Screen::Title);
        }
        Some(PauseChoice::Undo) => {
            going.menu.set(Menu::None);
            going.undo.write(UndoMonth(code));
        }
        Some(PauseChoice::Lock) => {
            going.lock.write(LockUndo(code));
        }
        Some(PauseChoice::Resume) => going.menu.set(Menu::None),
        None if is_closing => going.menu.set(Menu::None),
        None => {}
    }
    Ok(())
}

/// Draws the menu; returns what was chosen. `month`: the one that could be taken back; `lock`: who may do so.
pub fn pause_panel(lang: Lang, month: Option<&str>, lock: Lock, state: &mut PauseUi, ui: &mut Ui) -> Option<PauseChoice> {
    let width = 360.0 * theme::scale(ui.style()).max(0.9);
    ui.set_width(width);
    match (state.page, month) {
        (PausePage::Undo, Some(month)) => asks_to_undo(lang, month, lock.undo, state, ui, width),
        (PausePage::Lock, _) => asks_to_lock(lang, lock, state, ui, width),
        (PausePage::Menu | PausePage::Undo, _) => choices(lang, month, lock, state, ui, width),
    }
}

/// It is everybody's month: first it is asked, and for the code where one is set.
fn asks_to_undo(lang: Lang, month: &str, undo: &Undo, state: &mut PauseUi, ui: &mut Ui, width: f32) -> Option<PauseChoice> {
    let p = theme::palette(ui);
    lines(ui, Role::Body, &tr_with(lang, "menu-undo-asks", &[("month", month.into())]), p.muted);
    ui.add_space(8.0);
    let entered = undo.is_locked() && code_field(lang, "menu-code-asks", state, ui, width);
    let keep = ui.add(Button::primary(tr(lang, "menu-undo-keep")).icon(icons::PLAY).width(width)).clicked();
    let button = Button::ghost(tr_with(lang, "menu-undo-take", &[("month", month.into())])).icon(icons::ARROW_U_UP_LEFT).width(width);
    let take = ui.add_enabled(!undo.is_locked() || is_code(&state.code), button).clicked() || entered;
    if keep {
        *state = PauseUi::default();
        return None;
    }
    state.is_wrong |= take && !undo.opens(&state.code);
    (take && undo.opens(&state.code)).then_some(PauseChoice::Undo)
}

/// The teacher chooses a code, or gives it to open the lock.
fn asks_to_lock(lang: Lang, lock: Lock, state: &mut PauseUi, ui: &mut Ui, width: f32) -> Option<PauseChoice> {
    let p = theme::palette(ui);
    let locked = lock.undo.is_locked();
    let lead = match (locked, lock.can_be_set()) {
        (false, _) => "menu-lock-lead",
        (true, true) => "menu-unlock-lead",
        (true, false) => "menu-unlock-lead-for-good",
    };
    lines(ui, Role::Body, &tr(lang, lead), p.muted);
    ui.add_space(8.0);
    let entered = code_field(lang, if locked { "menu-code-asks" } else { NEW_CODE }, state, ui, width);
    let button = match locked {
        true => Button::primary(tr(lang, "menu-unlock")).icon(icons::LOCK_OPEN),
        false => Button::primary(tr(lang, "menu-lock")).icon(icons::LOCK),
    };
    let set = ui.add_enabled(is_code(&state.code), button.width(width)).clicked() || entered;
    if ui.add(Button::quiet(tr(lang, "back")).icon(icons::ARROW_LEFT).width(width)).clicked() {
        *state = PauseUi::default();
        return None;
    }
    let fits = if locked { lock.undo.opens(&state.code) } else { is_code(&state.code) };
    state.is_wrong |= set && !fits;
    (set && fits).then_some(PauseChoice::Lock)
}

/// What is asked for where a code is chosen, not given.
const NEW_CODE: &str = "menu-code-new";

/// Four digits to write; true when they are there and Enter says so.
fn code_field(lang: Lang, key: &str, state: &mut PauseUi, ui: &mut Ui, width: f32) -> bool {
    let p = theme::palette(ui);
    let name = tr(lang, key);
    lines(ui, Role::Strong, &name, p.ink);
    let field = match key {
        NEW_CODE => new_secret_field(ui, (&mut state.code, &mut state.shows_code), &name, "", DIGITS, width - 20.0),
        _ => secret_field(ui, &mut state.code, &name, "", DIGITS, width - 20.0),
    };
    if field.changed() {
        state.code.retain(|c| c.is_ascii_digit());
        state.is_wrong = false;
    }
    if state.is_wrong {
        lines(ui, Role::Strong, &format!("{} {}", icons::WARNING, tr(lang, "session-wrong-code")), p.warn);
    }
    ui.add_space(4.0);
    field.lost_focus() && is_code(&state.code) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

fn choices(lang: Lang, month: Option<&str>, lock: Lock, state: &mut PauseUi, ui: &mut Ui, width: f32) -> Option<PauseChoice> {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Role::Body, tr(lang, "menu-pause-lead")).color(p.muted));
    ui.add_space(8.0);
    let undo = lock.undo;
    let (detail, locks, sign) = match undo {
        Undo::Free => ("menu-undo-detail", "menu-lock", icons::LOCK),
        Undo::Locked(_) => ("menu-undo-locked", "menu-unlock", icons::LOCK_OPEN),
        Undo::Unknown => ("menu-undo-unknown", "menu-unlock", icons::LOCK_OPEN),
    };
    let choices = [
        (Button::primary(tr(lang, "menu-resume")).icon(icons::PLAY), PauseChoice::Resume),
        (Button::ghost(tr(lang, "menu-settings")).icon(icons::GEAR), PauseChoice::Settings),
        (Button::ghost(tr(lang, "menu-undo")).detail(tr(lang, detail)).icon(icons::ARROW_U_UP_LEFT), PauseChoice::Undo),
        (Button::ghost(tr(lang, locks)).icon(sign), PauseChoice::Lock),
        (Button::ghost(tr(lang, "menu-leave")).icon(icons::HOUSE), PauseChoice::Leave),
    ];
    let mut chosen = None;
    for (button, choice) in choices.into_iter().filter(|(_, choice)| *choice != PauseChoice::Lock || lock.is_offered()) {
        let enabled = match choice {
            PauseChoice::Undo => month.is_some() && *undo != Undo::Unknown,
            PauseChoice::Lock => *undo != Undo::Unknown,
            PauseChoice::Resume | PauseChoice::Settings | PauseChoice::Leave => true,
        };
        let response = ui.add_enabled(enabled, button.width(width));
        // the arrows move on from the first, as in any menu
        if choice == PauseChoice::Resume && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            chosen = Some(choice);
        }
    }
    let page = match chosen {
        Some(PauseChoice::Undo) => PausePage::Undo,
        Some(PauseChoice::Lock) => PausePage::Lock,
        other => return other,
    };
    *state = PauseUi { page, ..PauseUi::default() };
    None
}
