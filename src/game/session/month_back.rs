//! A month that was played is taken back, and whether it may be is the teacher's to say.

use super::game::{Session, hand_over, not_kept, not_saved};
use super::replay::{Outcome, Patience, Replay, ReplayUi, Replays};
use crate::game::app::notice::Notice;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::standings::Standings;
use crate::game::app::table::{TableRules, Undo};
use crate::game::desk::state::Desk;
use crate::game::menu::pause::{LockUndo, UndoMonth};
use crate::room::TakenBack;
use crate::sim::units::Round;
use crate::words;
use bevy::prelude::*;
use std::ops::ControlFlow;

/// Locks the way back with a code, or opens it with the same one.
pub(super) fn lock(
    mut wanted: MessageReader<LockUndo>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut notice: ResMut<Notice>,
    settings: Res<Settings>,
) {
    for LockUndo(code) in wanted.read() {
        let undo = match &session.rules.undo {
            // whoever set up the game has left the month to everybody: no team locks the others out
            Undo::Free if session.turns.len() > 1 => continue,
            Undo::Free => Undo::locked(code),
            locked => locked.opens(code).then_some(Undo::Free),
        };
        let Some(undo) = undo else {
            notice.say(words::tr(settings.lang, "session-wrong-code").into_owned());
            continue;
        };
        let rules = TableRules { undo, ..session.rules.clone() };
        match rules.save(session.table.path()) {
            Ok(()) => {
                session.rules = rules.clone();
                commands.insert_resource(rules);
            }
            Err(error) => notice.say(not_kept(settings.lang, &error)),
        }
    }
}

/// A month that is being taken back beside the game.
#[derive(Resource, Debug)]
pub(super) struct TakingMonthBack(Replay<ControlFlow<(), Option<TakenBack>>>);

/// Begins to take a month back, for whoever may.
pub(super) fn take_back(
    mut wanted: MessageReader<UndoMonth>,
    session: Res<Session>,
    mut commands: Commands,
    mut notice: ResMut<Notice>,
    settings: Res<Settings>,
    taking: Option<Res<TakingMonthBack>>,
) {
    let Some(UndoMonth(code)) = wanted.read().last() else { return };
    if !session.rules.undo.opens(code) {
        notice.say(words::tr(settings.lang, "session-wrong-code").into_owned());
        return;
    }
    if taking.is_none() {
        let back = session.room().taking_back();
        commands.insert_resource(TakingMonthBack(Replay::start(Replays::Month, move |watch| back.play(watch))));
    }
}

/// The game goes on from the month that was taken back.
#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
pub(super) fn taken_back(
    mut taking: ResMut<TakingMonthBack>,
    (mut ui, mut menu, patience): (ResMut<ReplayUi>, ResMut<NextState<Menu>>, Res<Patience>),
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    mut notice: ResMut<Notice>,
    settings: Res<Settings>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    let Some(ended) = taking.0.follow(&mut ui, &mut menu, *patience) else { return };
    commands.remove_resource::<TakingMonthBack>();
    let taken = match ended {
        Outcome::With(ControlFlow::Continue(Some(taken))) => session.table.take_back(taken),
        Outcome::With(ControlFlow::Continue(None)) => Ok(None),
        Outcome::With(ControlFlow::Break(())) | Outcome::Stopped => return,
        Outcome::Failed => {
            notice.say(words::tr(settings.lang, "session-not-replayed").into_owned());
            return;
        }
    };
    match taken {
        Ok(Some(_)) => {
            let resolved = Round(session.room().round().0.saturating_sub(1));
            session.seen.fill(resolved);
            // the plan that was handed in last is of a month that is no more
            (session.now, session.before) = (0, None);
            *table_standings = session.standings();
            desk.new_month();
            hand_over(&session, &mut commands, &mut desk, settings.lang);
            if let Some(shown) = session.shown() {
                commands.insert_resource(shown);
            }
            screen.set(Screen::Desk);
        }
        Ok(None) => {
            let why = if session.room().has_spent_undos() { "session-undos-spent" } else { "session-nothing-to-undo" };
            notice.say(words::tr(settings.lang, why).into_owned());
        }
        Err(error) => notice.say(not_saved(settings.lang, &error)),
    }
}
