//! The game on the table: the only place of the window that holds a room. It shows each team at this screen its view,
//! passes on what the players ask for, lets the round be resolved once everybody has submitted, and hands the screen on.

mod changes;
pub mod curtain;
mod game;
mod month_back;
mod opening;
mod places;
pub mod replay;
mod saves;

pub use game::Session;
pub use places::{ended, standings};

use curtain::{BackToPlan, PlayMonth};
use game::{News, curtain, hand_over, news, next_stamp, not_saved};
use month_back::TakingMonthBack;
use opening::Opening;

use crate::game::app::notice::Notice;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Curtain, Ended, OnTable, OthersWait, Shown};
use crate::game::app::standings::Standings;
use crate::game::app::table::{TableRules, Undo};
use crate::game::desk::state::{Desk, Dialog, Request};
use crate::game::resolution::Played;
use crate::game::results::{After, LookAt};
use crate::game::setup::{StartGame, next_seed};
use crate::room::Act;
use crate::sim::units::{Role, Seat};
use crate::store::SendError;
use crate::words::Lang;
use bevy::prelude::*;
use std::sync::Arc;

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_plugins((curtain::plugin, saves::plugin, replay::plugin));
    app.add_systems(OnEnter(Screen::Title), close);
    let open = resource_exists::<Session>;
    app.init_resource::<TableRules>().init_resource::<Ended>().init_resource::<OnTable>();
    app.add_systems(
        Update,
        (
            opening::start,
            opening::continue_saved,
            opening::opened.run_if(resource_exists::<Opening>),
            (
                obey,
                month_back::lock,
                month_back::take_back,
                month_back::taken_back.run_if(resource_exists::<TakingMonthBack>),
                back_to_plan,
                play_month,
                after_resolution,
                look_at,
                after_results,
            )
                .chain()
                .run_if(open),
            look_back.run_if(resource_exists::<Session>.and_then(resource_exists_and_changed::<Shown>)),
        )
            .chain(),
    );
}

/// The game is left: it lies on the disk.
fn close(mut commands: Commands) {
    commands.remove_resource::<Session>();
    commands.remove_resource::<TakingMonthBack>();
    commands.remove_resource::<Shown>();
}

/// Carries out what the players at the desk ask for.
#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn obey(
    mut requests: MessageReader<Request>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    let mut changed = false;
    // one step is what the player did at once, however many commands that took
    session.undo_steps();
    let before = if requests.is_empty() { changes::Plan::new() } else { session.plan() };
    let (mut undoes, whose) = (false, (session.room().round(), session.now));
    for request in requests.read() {
        let outcome = match request {
            // the desk answers these itself
            Request::OpenMenu | Request::SwitchLanguage | Request::WriteList { .. } | Request::ReadList { .. } => continue,
            Request::Send(role, command) => session.send(*role, command.clone()),
            Request::HandOn { from, id, to, card } => session.hand_on(*from, *id, *to, card),
            Request::Submit => session.send_for_all(&Act::Submit),
            Request::Withdraw => session.send_for_all(&Act::Withdraw),
            Request::Undo => {
                undoes = true;
                session.undo_plan()
            }
        };
        changed = true;
        match outcome {
            Ok(()) => {
                desk.notice = None;
                // last month's reminders are answered by the first thing that works
                if *request == Request::Submit {
                    submitted(&mut session, &mut commands, &mut desk, &mut notice, &mut screen, &mut table_standings, settings.lang);
                }
            }
            Err(SendError::Refused(refusal)) => desk.refuse(refusal),
            Err(error) => notice.say(not_saved(settings.lang, &error)),
        }
    }
    if changed {
        desk.left_drafts.answered();
        if !undoes && whose == (session.room().round(), session.now) {
            let after = session.plan();
            session.undo.remember(before, &after);
        }
        if let Some(shown) = session.shown() {
            commands.insert_resource(shown);
        }
    }
    desk.bypass_change_detection().undo_steps = session.undo_steps();
}

/// Somebody has handed in: the screen goes on to the next team. Everybody in: the month is played, of several teams once the
/// class is there to see it.
fn submitted(
    session: &mut Session,
    commands: &mut Commands,
    desk: &mut Desk,
    notice: &mut Notice,
    screen: &mut NextState<Screen>,
    table_standings: &mut Standings,
    lang: Lang,
) {
    if session.room().ready() {
        if session.turns.len() > 1 {
            session.before = Some(session.before_now());
            hand_over(session, commands, desk, lang);
            return;
        }
        if let Err(error) = resolve(session, commands, desk, table_standings) {
            notice.say(not_saved(lang, &error));
            return;
        }
    } else if let Some(next) = session.next_waiting() {
        (session.now, session.before) = (next, Some(session.before_now()));
    }
    next_turn(session, commands, desk, screen, lang);
}

/// The month is played; who is at the screen then is the first to see it.
fn resolve(session: &mut Session, commands: &mut Commands, desk: &mut Desk, table_standings: &mut Standings) -> Result<(), SendError> {
    let told = session.told();
    session.table.resolve()?;
    commands.insert_resource(told);
    desk.new_month();
    (session.now, session.before, session.has_played) = (0, None, true);
    *table_standings = session.standings();
    Ok(())
}

/// Whoever has the screen now sees what is new of the last month, behind the curtain where several take turns.
fn next_turn(session: &mut Session, commands: &mut Commands, desk: &mut Desk, screen: &mut NextState<Screen>, lang: Lang) {
    hand_over(session, commands, desk, lang);
    session.has_played = false;
    let news = news(session);
    if news == News::List {
        desk.dialog = Some(Dialog::Summary);
    }
    screen.set(if news == News::Film { Screen::Resolution } else { Screen::Desk });
    commands.insert_resource(OthersWait(session.next_unseen().is_some()));
}

/// The class is there: the month for which all plans are in is played, once however often it is asked for.
#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn play_month(
    mut plays: MessageReader<PlayMonth>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    if plays.read().count() == 0 || session.turns.len() < 2 || !session.room().ready() {
        return;
    }
    match resolve(&mut session, &mut commands, &mut desk, &mut table_standings) {
        Ok(()) => next_turn(&mut session, &mut commands, &mut desk, &mut screen, settings.lang),
        Err(error) => {
            notice.say(not_saved(settings.lang, &error));
            commands.insert_resource(curtain(&session, settings.lang));
        }
    }
    if let Some(shown) = session.shown() {
        commands.insert_resource(shown);
    }
}

/// Each team sees the last month by itself; the results are then shown to all of them together.
fn after_resolution(
    mut played: MessageReader<Played>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if played.read().count() == 0 {
        return;
    }
    if let Some(next) = session.next_unseen() {
        session.now = next;
        hand_over(&session, &mut commands, &mut desk, settings.lang);
        news(&mut session);
        screen.set(Screen::Resolution);
    }
    commands.insert_resource(OthersWait(session.next_unseen().is_some()));
    if let Some(shown) = session.shown() {
        commands.insert_resource(shown);
    }
}

/// Whoever has just handed in takes the plan back, before the next one has lifted the curtain.
fn back_to_plan(
    mut back: MessageReader<BackToPlan>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if back.read().count() == 0 {
        return;
    }
    let Some(before) = session.before.take() else { return };
    // whoever was to be next has seen nothing yet
    (session.now, session.seen) = (before.turn, before.seen);
    desk.dialog = None;
    screen.set(Screen::Desk);
    match session.send_for_all(&Act::Withdraw) {
        Ok(()) => {}
        Err(SendError::Refused(refusal)) => desk.refuse(refusal),
        Err(error) => notice.say(not_saved(settings.lang, &error)),
    }
    commands.remove_resource::<Curtain>();
    if let Some(shown) = session.shown() {
        commands.insert_resource(shown);
    }
}

/// Once the game is over everybody may see every team's.
fn look_at(mut looks: MessageReader<LookAt>, session: Res<Session>, mut commands: Commands) {
    let Some(LookAt(team)) = looks.read().last() else { return };
    if !session.room().over() {
        return;
    }
    if let Some(view) = session.room().view(Seat { team: *team, role: Role::AccountManager }) {
        commands.insert_resource(Shown { view: Arc::new(view), stamp: next_stamp(), roles: Vec::new(), submitted: false });
    }
}

fn look_back(shown: Res<Shown>, session: Res<Session>, mut ended: ResMut<Ended>) {
    *ended = places::ended(session.room(), shown.view.seat);
}

fn after_results(mut after: MessageReader<After>, session: Res<Session>, mut starts: MessageWriter<StartGame>) {
    for choice in after.read() {
        let mut setup = session.room().setup().clone();
        match choice {
            After::Menu => continue,
            After::SameSeed => {}
            After::OtherSeed => {
                setup.seed = next_seed(setup.seed);
                setup.luck = setup.seed;
            }
        }
        // what could not be read for the last game is not inherited by the next one
        let rules = if session.rules.undo == Undo::Unknown { TableRules::default() } else { session.rules.clone() };
        starts.write(StartGame(setup, rules));
    }
}

#[cfg(test)]
mod tests;
