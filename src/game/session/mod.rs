//! The game on the table: the only place of the window that holds a room. It shows each team at this screen its view,
//! passes on what the players ask for, lets the round be resolved once everybody has submitted, and hands the screen on.

pub mod curtain;

use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::notice::Notice;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, Request};
use crate::game::menu::pause::UndoMonth;
use crate::game::menu::title::{ContinueGame, Saved, SavedGame};
use crate::game::resolution::Played;
use crate::game::results::{After, LookAt, Standing, Standings};
use crate::game::session::curtain::Curtain;
use crate::game::setup::{StartGame, next_seed};
use crate::room::{Room, Setup};
use crate::sim::planning::command::Command;
use crate::sim::units::{Role, Round, Seat, TeamId};
use crate::store::{self, SendError, StoredRoom};
use crate::words::{self, Lang, tr_with};
use bevy::prelude::*;
use std::sync::Arc;

/// The open game.
#[derive(Resource, Debug)]
pub struct Session {
    table: StoredRoom,
    /// Who takes turns at this screen: teams, or their people one by one.
    turns: Vec<Turn>,
    /// Whose turn it is.
    now: usize,
    /// Rounds of which each of them has seen the resolution.
    seen: Vec<Round>,
    /// Which of them have handed their part of the month in.
    handed: Vec<bool>,
    stamp: u64,
}

/// A team at the screen, or one of its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    team: TeamId,
    /// Place among the team's members; none where the team plays as one.
    member: Option<usize>,
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_plugins(curtain::plugin);
    app.add_systems(OnEnter(Screen::Title), (close, look_for_saves).chain());
    let open = resource_exists::<Session>;
    app.add_systems(Update, (start, continue_saved, (obey, undo, after_resolution, look_at, after_results).chain().run_if(open)).chain());
}

impl Session {
    fn new(table: StoredRoom) -> Session {
        let mut teams: Vec<TeamId> = table.room().people().map(|seat| seat.team).collect();
        teams.dedup();
        // a game of bots alone is watched from the first team's seat
        if teams.is_empty() {
            teams.push(TeamId(0));
        }
        let turns_of = |team: TeamId| -> Vec<Turn> {
            match table.room().setup().teams[team.index()].members.len() {
                0 => vec![Turn { team, member: None }],
                members => (0..members).map(|member| Turn { team, member: Some(member) }).collect(),
            }
        };
        let turns: Vec<Turn> = teams.into_iter().flat_map(turns_of).collect();
        let resolved = Round(table.room().round().0.saturating_sub(1));
        let (seen, handed) = (vec![resolved; turns.len()], vec![false; turns.len()]);
        Session { table, turns, now: 0, seen, handed, stamp: 0 }
    }

    fn room(&self) -> &Room {
        self.table.room()
    }

    fn team(&self) -> TeamId {
        self.turns[self.now].team
    }

    /// Roles that are played by whoever has the screen.
    fn roles(&self) -> Vec<Role> {
        self.roles_of(self.now)
    }

    fn roles_of(&self, turn: usize) -> Vec<Role> {
        let Turn { team, member } = self.turns[turn];
        let plays = |role: Role| member.is_none_or(|member| self.room().setup().teams[team.index()].sharing(member, role).is_some());
        self.room().people().filter(|seat| seat.team == team && plays(seat.role)).map(|seat| seat.role).collect()
    }

    /// Everybody who shares this role has handed in.
    fn all_handed(&self, team: TeamId, role: Role) -> bool {
        (0..self.turns.len()).filter(|&turn| self.turns[turn].team == team && self.roles_of(turn).contains(&role)).all(|turn| self.handed[turn])
    }

    /// What the team at the screen is shown.
    fn shown(&mut self) -> Option<Shown> {
        self.stamp += 1;
        let roles = self.roles();
        let role = roles.first().copied().unwrap_or(Role::AccountManager);
        let team = self.team();
        let mut view = self.room().view(Seat { team, role })?;
        // who leads the team reads what the leader may
        let leader = view.notes.leader();
        if leader != role && roles.contains(&leader) {
            view = self.room().view(Seat { team, role: leader })?;
        }
        Some(Shown { view: Arc::new(view), stamp: self.stamp, roles })
    }

    fn standings(&self) -> Standings {
        standings(self.room())
    }

    /// The next turn with seats that have not submitted, counted from the one at the screen.
    fn next_waiting(&self) -> Option<usize> {
        let waiting: Vec<Seat> = self.room().waiting().collect();
        let count = self.turns.len();
        let waits = |turn: usize| {
            let team = self.turns[turn].team;
            !self.handed[turn] && self.roles_of(turn).into_iter().any(|role| waiting.contains(&Seat { team, role }))
        };
        (0..count).map(|k| (self.now + k) % count).find(|&turn| waits(turn))
    }
}

/// What the results show of a room's standings.
#[must_use]
pub fn standings(room: &Room) -> Standings {
    let list = room.standings().into_iter().enumerate().map(|(index, s)| {
        let score = room.score(s.team);
        Standing {
            team: s.team,
            name: s.name,
            rank: index as u16 + 1,
            total: score.total,
            parts: [score.contribution, score.equity, score.relations, score.forecast_hygiene, score.compliance],
            cash: s.cash,
            revenue: s.revenue,
            is_here: room.people().any(|seat| seat.team == s.team),
        }
    });
    Standings(list.collect())
}

/// The game is left: it lies on the disk.
fn close(mut commands: Commands) {
    commands.remove_resource::<Session>();
    commands.remove_resource::<Shown>();
}

/// Finds the game that "Continue" would open.
fn look_for_saves(folder: Res<SavesFolder>, mut saved: ResMut<Saved>, mut notice: ResMut<Notice>, settings: Res<Settings>) {
    if folder.0.is_none() {
        return;
    }
    let found = latest(&folder, &mut notice, settings.lang);
    saved.0 = found.map(|(_, game)| game);
}

fn latest(folder: &SavesFolder, notice: &mut Notice, lang: Lang) -> Option<(std::path::PathBuf, SavedGame)> {
    let games = store::list(folder.0.as_deref()?).ok()?;
    for game in games {
        match game.content {
            Ok(summary) if !summary.over() => {
                let title = &summary.title;
                let shown =
                    SavedGame { scenario: [title.en.to_string(), title.zh.to_string()], round: u32::from(summary.round.0), of: u32::from(summary.rounds) };
                return Some((game.path, shown));
            }
            Ok(_) => {}
            // a damaged save is told once, and left as it is
            Err(error) if !notice.told.contains(&game.path) => {
                notice.told.push(game.path.clone());
                notice.say(tr_with(lang, "session-damaged", &[("error", error.to_string().into())]).into_owned());
            }
            Err(_) => {}
        }
    }
    None
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn start(
    mut wanted: MessageReader<StartGame>,
    mut commands: Commands,
    text: Res<CaseText>,
    folder: Res<SavesFolder>,
    settings: Res<Settings>,
    mut desk: ResMut<Desk>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    let Some(StartGame(setup)) = wanted.read().last() else { return };
    match new_table(&text.0, setup, &folder) {
        Ok(table) => {
            *desk = Desk::default();
            open(Session::new(table), &mut commands, &mut screen, &mut table_standings, settings.lang);
        }
        Err(error) => notice.say(tr_with(settings.lang, "session-not-started", &[("error", error.into())]).into_owned()),
    }
}

fn new_table(text: &str, setup: &Setup, folder: &SavesFolder) -> Result<StoredRoom, String> {
    let room = Room::new(text, setup.clone()).map_err(|e| e.to_string())?;
    let folder = folder.0.clone().ok_or("there is no folder for saved games")?;
    let path = store::next_path(&folder, &room.scenario().guide.id).map_err(|e| format!("{}: {e}", folder.display()))?;
    StoredRoom::create(room, path).map_err(|e| e.to_string())
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn continue_saved(
    mut wanted: MessageReader<ContinueGame>,
    mut commands: Commands,
    folder: Res<SavesFolder>,
    settings: Res<Settings>,
    mut desk: ResMut<Desk>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    if wanted.read().count() == 0 {
        return;
    }
    let Some((path, _)) = latest(&folder, &mut notice, settings.lang) else { return };
    match StoredRoom::open(path) {
        Ok(table) => {
            *desk = Desk::default();
            open(Session::new(table), &mut commands, &mut screen, &mut table_standings, settings.lang);
        }
        Err(error) => notice.say(tr_with(settings.lang, "session-not-opened", &[("error", error.to_string().into())]).into_owned()),
    }
}

/// Puts a game on the screen, for the first team that has something to do.
fn open(mut session: Session, commands: &mut Commands, screen: &mut NextState<Screen>, table_standings: &mut Standings, lang: Lang) {
    if let Some(next) = session.next_waiting() {
        session.now = next;
    }
    *table_standings = session.standings();
    if session.turns.len() > 1 && !session.room().over() {
        commands.insert_resource(curtain(&session, lang));
    }
    if let Some(shown) = session.shown() {
        commands.insert_resource(shown);
        screen.set(if session.room().over() { Screen::Results } else { Screen::Desk });
    }
    commands.insert_resource(session);
}

fn curtain(session: &Session, lang: Lang) -> Curtain {
    let room = session.room();
    let (year, month) = room.scenario().guide.calendar(room.round());
    let Turn { team, member } = session.turns[session.now];
    let setup = &room.setup().teams[team.index()];
    let name = member.and_then(|member| setup.members.get(member)).map(|member| format!("{} · {}", setup.name, member.name));
    Curtain { team: name.unwrap_or_else(|| setup.name.clone()), month: words::month(lang, i32::from(year), u32::from(month)) }
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
    for request in requests.read() {
        let team = session.team();
        let outcome = match request {
            // the desk answers these itself
            Request::OpenMenu | Request::SwitchLanguage | Request::WriteList { .. } | Request::ReadList { .. } => continue,
            Request::Send(role, command) => match session.turns[session.now].member {
                Some(member) => session.table.send_as(team, member, *role, command.clone()),
                None => session.table.send(Seat { team, role: *role }, command.clone()),
            },
            Request::Submit => say_all(&mut session, Command::Submit),
            Request::Withdraw => say_all(&mut session, Command::Withdraw),
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
            Err(SendError::Rejected(reject)) => desk.refuse(reject),
            Err(error) => notice.say(tr_with(settings.lang, "session-not-saved", &[("error", error.to_string().into())]).into_owned()),
        }
    }
    if changed && let Some(shown) = session.shown() {
        commands.insert_resource(shown);
    }
}

/// One command from every seat that it concerns, of whoever has the screen. A shared role is submitted by the last who shares it.
fn say_all(session: &mut Session, command: Command) -> Result<(), SendError> {
    let (now, team) = (session.now, session.team());
    session.handed[now] = command == Command::Submit;
    let waiting: Vec<Seat> = session.room().waiting().collect();
    let concerned = |session: &Session, role: Role| {
        let waits = waiting.contains(&Seat { team, role });
        if command == Command::Submit { waits && session.all_handed(team, role) } else { !waits }
    };
    let roles: Vec<Role> = session.roles().into_iter().filter(|&role| concerned(session, role)).collect();
    roles.into_iter().try_for_each(|role| session.table.send(Seat { team, role }, command.clone()))
}

/// Everybody in: the month is resolved. Else the screen goes on to the next team.
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
        match session.table.resolve() {
            Ok(_) => {
                session.now = 0;
                session.handed.fill(false);
                *table_standings = session.standings();
            }
            Err(error) => {
                notice.say(tr_with(lang, "session-not-saved", &[("error", error.to_string().into())]).into_owned());
                return;
            }
        }
    } else if let Some(next) = session.next_waiting() {
        session.now = next;
    }
    desk.new_month();
    if session.turns.len() > 1 {
        desk.selected = None;
        commands.insert_resource(curtain(session, lang));
    }
    screen.set(if unseen(session) { Screen::Resolution } else { Screen::Desk });
}

/// Whether the team at the screen has not yet seen the last round resolved; from now on it has.
fn unseen(session: &mut Session) -> bool {
    let resolved = Round(session.room().round().0.saturating_sub(1));
    let now = session.now;
    let unseen = session.seen[now] < resolved;
    session.seen[now] = resolved;
    unseen
}

fn undo(
    mut wanted: MessageReader<UndoMonth>,
    mut session: ResMut<Session>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    mut notice: ResMut<Notice>,
    settings: Res<Settings>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if wanted.read().count() == 0 {
        return;
    }
    match session.table.undo_round() {
        Ok(Some(_)) => {
            let resolved = Round(session.room().round().0.saturating_sub(1));
            session.seen.fill(resolved);
            session.handed.fill(false);
            session.now = 0;
            desk.new_month();
            if session.turns.len() > 1 {
                commands.insert_resource(curtain(&session, settings.lang));
            }
            if let Some(shown) = session.shown() {
                commands.insert_resource(shown);
            }
            screen.set(Screen::Desk);
        }
        Ok(None) => notice.say(words::tr(settings.lang, "session-nothing-to-undo").into_owned()),
        Err(error) => notice.say(tr_with(settings.lang, "session-not-saved", &[("error", error.to_string().into())]).into_owned()),
    }
}

/// With several teams at the screen, the end is shown to all of them together.
fn after_resolution(mut played: MessageReader<Played>, mut session: ResMut<Session>, mut commands: Commands) {
    if played.read().count() > 0
        && let Some(shown) = session.shown()
    {
        commands.insert_resource(shown);
    }
}

/// Once the game is over everybody may see every team's.
fn look_at(mut looks: MessageReader<LookAt>, mut session: ResMut<Session>, mut commands: Commands) {
    let Some(LookAt(team)) = looks.read().last() else { return };
    if !session.room().over() {
        return;
    }
    session.stamp += 1;
    if let Some(view) = session.room().view(Seat { team: *team, role: Role::AccountManager }) {
        commands.insert_resource(Shown { view: Arc::new(view), stamp: session.stamp, roles: Vec::new() });
    }
}

fn after_results(mut after: MessageReader<After>, session: Res<Session>, mut starts: MessageWriter<StartGame>) {
    for choice in after.read() {
        let mut setup = session.room().setup().clone();
        match choice {
            After::Menu => continue,
            After::SameSeed => {}
            After::OtherSeed => setup.seed = next_seed(setup.seed),
        }
        starts.write(StartGame(setup));
    }
}

#[cfg(test)]
mod tests;
