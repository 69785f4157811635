//! A game is put on the table: a new one, or one that was saved.

use super::game::{News, Session, curtain, news, not_kept, not_saved};
use super::replay::{Outcome, Patience, Replay, ReplayUi, Replays};
use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::notice::Notice;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{OnTable, OthersWait, Turns};
use crate::game::app::standings::{Disclosure, Standings};
use crate::game::app::table::{TableRules, Undo};
use crate::game::app::told::LastTold;
use crate::game::desk::state::Desk;
use crate::game::menu::kept::{ContinueGame, Saved};
use crate::game::setup::StartGame;
use crate::room::{Cases, Room, Setup};
use crate::store::{self, Found, OpenError, StoredRoom};
use crate::words::{self, Lang, tr_with};
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

/// A saved game that is being played again.
#[derive(Resource, Debug)]
pub(super) struct Opening {
    replay: Replay<Result<Found, OpenError>>,
    /// Where whoever stops it comes back to.
    back: Menu,
}

/// What a game on the table is seen on.
#[derive(SystemParam)]
pub(super) struct Table<'w, 's> {
    commands: Commands<'w, 's>,
    settings: Res<'w, Settings>,
    desk: ResMut<'w, Desk>,
    notice: ResMut<'w, Notice>,
    screen: ResMut<'w, NextState<Screen>>,
    standings: ResMut<'w, Standings>,
    on_table: ResMut<'w, OnTable>,
}

pub(super) fn start(mut wanted: MessageReader<StartGame>, mut table: Table, text: Res<CaseText>, folder: Res<SavesFolder>) {
    let Some(StartGame(setup, rules)) = wanted.read().last() else { return };
    let lang = table.settings.lang;
    match new_room(&text.0, setup, &folder, lang) {
        Ok(room) => {
            if let Err(error) = rules.save(room.path()) {
                table.notice.say(not_kept(lang, &error));
            }
            table.set(Session::new(room, rules.clone()));
        }
        Err(error) => table.notice.say(tr_with(lang, "session-not-started", &[("error", error.into())]).into_owned()),
    }
}

fn new_room(text: &str, setup: &Setup, folder: &SavesFolder, lang: Lang) -> Result<StoredRoom, String> {
    let room = Room::new(text, setup.clone()).map_err(|e| words::failure(lang, &e.to_string()).into_owned())?;
    let folder = folder.0.clone().ok_or_else(|| words::tr(lang, "session-no-folder").into_owned())?;
    let path = store::next_path(&folder, &room.scenario().guide.id).map_err(|e| format!("{}: {e}", folder.display()))?;
    StoredRoom::create(room, path).map_err(|e| why(lang, &e))
}

/// Why a saved game is not opened, in the window's language; what the system says stays as it says it.
pub(super) fn why(lang: Lang, error: &OpenError) -> String {
    match error {
        OpenError::Log { path, error } => format!("{}: {}", path.display(), words::failure(lang, &error.to_string())),
        OpenError::Unreadable { .. } | OpenError::InUse { .. } => error.to_string(),
    }
}

/// Begins to play a saved game again.
pub(super) fn continue_saved(mut wanted: MessageReader<ContinueGame>, mut commands: Commands, saved: Res<Saved>, opening: Option<Res<Opening>>) {
    let Some(ContinueGame(wanted)) = wanted.read().last() else { return };
    let Some(path) = wanted.clone().or_else(|| saved.latest().map(|(path, _)| path.to_owned())) else { return };
    if opening.is_some() {
        return;
    }
    let replay = Replay::start(Replays::Game, move |watch| {
        let opened = StoredRoom::read_with(path, &mut Cases::default(), watch);
        // the scale of the points is two games more; they are played here rather than where the window is drawn
        let _ = opened.as_ref().map(|table| table.room().standings());
        opened
    });
    commands.insert_resource(Opening { replay, back: if wanted.is_some() { Menu::Saves } else { Menu::None } });
}

/// The saved game is there, or is not going to be.
pub(super) fn opened(mut opening: ResMut<Opening>, mut table: Table, mut ui: ResMut<ReplayUi>, mut menu: ResMut<NextState<Menu>>, patience: Res<Patience>) {
    let Some(ended) = opening.replay.follow(&mut ui, &mut menu, *patience) else { return };
    table.commands.remove_resource::<Opening>();
    let lang = table.settings.lang;
    let found = match ended {
        Outcome::With(found) => found,
        Outcome::Stopped => return menu.set(opening.back),
        Outcome::Failed => return table.notice.say(words::tr(lang, "session-not-replayed").into_owned()),
    };
    match found.and_then(Found::taken) {
        Ok(room) => {
            if room.torn().is_some() {
                table.notice.say(words::tr(lang, "session-cut-off").into_owned());
            }
            let rules = TableRules::load(room.path()).unwrap_or_else(|path| {
                table.notice.say(tr_with(lang, "session-table-damaged", &[("path", path.display().to_string().into())]).into_owned());
                TableRules { undo: Undo::Unknown, standings: Disclosure::Nothing, colours: Vec::new() }
            });
            table.set(Session::new(room, rules));
        }
        Err(error) => table.notice.say(tr_with(lang, "session-not-opened", &[("error", why(lang, &error).into())]).into_owned()),
    }
}

impl Table<'_, '_> {
    /// Puts a game on the screen, for the first team that has something to do; what was there of another one is gone.
    fn set(&mut self, mut session: Session) {
        let lang: Lang = self.settings.lang;
        *self.desk = Desk::default();
        self.on_table.0 += 1;
        // everybody had handed in, and then the program ended; where several take turns, the curtain hangs before the month
        let ready = session.turns.len() == 1 && session.room().people().next().is_some() && session.room().ready();
        self.commands.insert_resource(if ready { session.told() } else { LastTold::default() });
        let resolved = ready && session.table.resolve().inspect_err(|error| self.notice.say(not_saved(lang, error))).is_ok();
        if let Some(next) = session.next_waiting() {
            session.now = next;
        }
        *self.standings = session.standings();
        if session.turns.len() > 1 && !session.room().over() {
            self.commands.insert_resource(curtain(&session, lang));
        }
        if let Some(shown) = session.shown() {
            self.commands.insert_resource(shown);
            // a game that ended before it was left shows how it ended
            let is_new = news(&mut session) == News::Film && (resolved || !session.room().over());
            self.screen.set(match is_new {
                true => Screen::Resolution,
                false if session.room().over() => Screen::Results,
                false => Screen::Desk,
            });
        }
        self.commands.insert_resource(OthersWait(session.next_unseen().is_some()));
        self.commands.insert_resource(session.rules.clone());
        self.commands.insert_resource(Turns(session.turns.len()));
        self.commands.insert_resource(session);
    }
}
