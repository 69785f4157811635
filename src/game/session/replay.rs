//! Months that are played again beside the window: a saved game that is opened, a month that is taken back. What is done in a moment
//! is waited for; of what takes longer a dialog tells how far it is, and it can be stopped there.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, bar, dialog, lines};
use crate::room::{Replayed, Watch};
use crate::words::{Lang, tr, tr_with};
use bevy::prelude::*;
use bevy_egui::egui::{Key, Modifiers, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::borrow::Cow;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long the window waits before it says that it does. At none at all the dialog comes whatever it is.
#[derive(Resource, Clone, Copy, Debug)]
pub(super) struct Patience(pub Duration);

impl Default for Patience {
    fn default() -> Patience {
        Patience(Duration::from_millis(300))
    }
}

/// What is played again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Replays {
    /// A saved game, to be opened.
    #[default]
    Game,
    /// The months before the one that is taken back.
    Month,
}

/// The dialog that tells how far it is.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReplayUi {
    /// What is played again.
    pub what: Replays,
    /// How much of it.
    pub replayed: Replayed,
    /// The player wants it stopped.
    pub stops: bool,
}

pub(in crate::game) const SHOTS: &[Shot] = &[Shot { name: "replay", setup: show_replay, dark: false }];

fn show_replay(world: &mut World) {
    world.resource_mut::<NextState<Screen>>().set(Screen::Title);
    world.resource_mut::<NextState<Menu>>().set(Menu::Replay);
    *world.resource_mut::<ReplayUi>() = ReplayUi { replayed: Replayed { months: 17, of: 48 }, ..ReplayUi::default() };
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Patience>().init_resource::<ReplayUi>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::Replay)));
}

/// What the thread and the window tell each other.
#[derive(Debug, Default)]
struct Told {
    months: AtomicUsize,
    of: AtomicUsize,
    stops: AtomicBool,
}

impl Told {
    fn watch(&self, replayed: Replayed) -> ControlFlow<()> {
        self.months.store(replayed.months, Ordering::Relaxed);
        self.of.store(replayed.of, Ordering::Relaxed);
        if self.stops.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// A replay on a thread of its own.
#[derive(Debug)]
pub(super) struct Replay<T> {
    what: Replays,
    told: Arc<Told>,
    outcome: Mutex<Receiver<T>>,
    has_dialog: bool,
}

/// How a replay ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome<T> {
    /// With this.
    With(T),
    /// The player stopped it, and nothing has changed.
    Stopped,
    /// No thread could be begun; the log of the program says why.
    Failed,
}

impl<T: Send + 'static> Replay<T> {
    /// Begins it.
    pub fn start(what: Replays, work: impl FnOnce(&mut Watch<'_>) -> T + Send + 'static) -> Replay<T> {
        let told = Arc::new(Told::default());
        let (sender, receiver) = channel();
        let watched = Arc::clone(&told);
        let begun = thread::Builder::new().name("replay".to_owned()).spawn(move || {
            // nobody listens any more where the window was closed
            let _ = sender.send(work(&mut |replayed| watched.watch(replayed)));
        });
        if let Err(error) = begun {
            // its end of the channel is gone with it
            error!("no thread for a replay: {error}");
        }
        Replay { what, told, outcome: Mutex::new(receiver), has_dialog: false }
    }

    /// Looks after it once a frame: waits for a moment the first time, and opens the dialog then, until it has ended.
    pub fn follow(&mut self, ui: &mut ReplayUi, menu: &mut NextState<Menu>, Patience(patience): Patience) -> Option<Outcome<T>> {
        if self.has_dialog && ui.stops {
            self.told.stops.store(true, Ordering::Relaxed);
        }
        let outcome = self.outcome.get_mut().unwrap_or_else(PoisonError::into_inner);
        let ended = match (self.has_dialog, patience) {
            (true, _) => outcome.recv_timeout(Duration::ZERO),
            (false, Duration::ZERO) => Err(RecvTimeoutError::Timeout),
            (false, patience) => outcome.recv_timeout(patience),
        };
        let ended = match ended {
            Err(RecvTimeoutError::Timeout) => {
                if !self.has_dialog {
                    self.has_dialog = true;
                    *ui = ReplayUi { what: self.what, ..ReplayUi::default() };
                    menu.set(Menu::Replay);
                }
                ui.replayed = Replayed { months: self.told.months.load(Ordering::Relaxed), of: self.told.of.load(Ordering::Relaxed) };
                return None;
            }
            // who has stopped it does not want it any more, even if it came to its end before it heard of that
            Ok(_) if self.told.stops.load(Ordering::Relaxed) => Outcome::Stopped,
            Ok(outcome) => Outcome::With(outcome),
            Err(RecvTimeoutError::Disconnected) => Outcome::Failed,
        };
        if self.has_dialog {
            menu.set(Menu::None);
        }
        Some(ended)
    }
}

impl<T> Drop for Replay<T> {
    /// Nobody waits for it any more: the thread stops at its next month.
    fn drop(&mut self) {
        self.told.stops.store(true, Ordering::Relaxed);
    }
}

fn draw(mut contexts: EguiContexts, settings: Res<Settings>, mut replay: ResMut<ReplayUi>) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    // a click beside a dialog closes it; here it would throw a long wait away
    let escapes = context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let title = tr(
        lang,
        match replay.what {
            Replays::Game => "replay-title-game",
            Replays::Month => "replay-title-month",
        },
    );
    let (stops, _) = dialog(context, "replay", &title, |ui| replay_panel(lang, &replay, ui));
    if stops || escapes {
        replay.stops = true;
    }
    context.request_repaint_after(theme::SLOW_FRAME);
    Ok(())
}

/// Draws what is told of a replay; true if it is to be stopped.
pub fn replay_panel(lang: Lang, replay: &ReplayUi, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let width = 420.0 * theme::scale(ui.style()).max(0.9);
    ui.set_width(width);
    let Replayed { months, of } = replay.replayed;
    lines(
        ui,
        Role::Body,
        &tr(
            lang,
            match replay.what {
                Replays::Game => "replay-lead-game",
                Replays::Month => "replay-lead-month",
            },
        ),
        p.muted,
    );
    ui.add_space(8.0);
    // before the first month is played, a log is read; a month that is taken back has nothing to read
    let told = match replay.what {
        Replays::Game if of == 0 => tr(lang, "replay-reads"),
        Replays::Month if of == 0 => Cow::Borrowed(""),
        Replays::Game | Replays::Month => tr_with(lang, "replay-months", &[("months", months.into()), ("of", of.into())]),
    };
    lines(ui, Role::Strong, &told, p.ink);
    bar(ui, width, months as f32 / of.max(1) as f32, p.accent);
    ui.add_space(12.0);
    let stop = Button::ghost(tr(lang, if replay.stops { "replay-stops" } else { "replay-stop" })).icon(icons::X);
    ui.add_enabled(!replay.stops, stop).clicked()
}
