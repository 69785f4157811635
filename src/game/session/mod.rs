//! The game on the table: the only place of the window that holds a room. It shows each team at this screen its view,
//! passes on what the players ask for, lets the round be resolved once everybody has submitted, and hands the screen on.

mod changes;
pub mod curtain;
mod month_back;
mod places;
mod saves;

pub use places::standings;

use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::notice::Notice;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::app::shown::Curtain;
use crate::game::app::shown::Shown;
use crate::game::app::standings::Standings;
use crate::game::app::table::{TableRules, Undo};
use crate::game::desk::state::{Desk, Request};
use crate::game::menu::kept::{ContinueGame, Saved};
use crate::game::resolution::Played;
use crate::game::results::{After, LookAt};
use crate::game::setup::{StartGame, next_seed};
use crate::room::{Act, Decision, MemberId, Record, Refusal, Room, Setup};
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
    stamp: u64,
    /// What the teacher has set for the table.
    rules: TableRules,
    /// What the plan was before its last changes.
    undo: changes::Changes,
}

/// A team at the screen, or one of its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    team: TeamId,
    /// Place among the team's members; none where the team plays as one.
    member: Option<MemberId>,
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_plugins((curtain::plugin, saves::plugin));
    app.add_systems(OnEnter(Screen::Title), close);
    let open = resource_exists::<Session>;
    app.init_resource::<TableRules>();
    app.add_systems(
        Update,
        (start, continue_saved, (obey, month_back::lock, month_back::take_back, after_resolution, look_at, after_results).chain().run_if(open)).chain(),
    );
}

impl Session {
    fn new(table: StoredRoom, rules: TableRules) -> Session {
        let mut teams: Vec<TeamId> = table.room().people().map(|seat| seat.team).collect();
        teams.dedup();
        // a game of bots alone is watched from the first team's seat
        if teams.is_empty() {
            teams.push(TeamId(0));
        }
        let turns_of = |team: TeamId| -> Vec<Turn> {
            match table.room().setup().teams[team.index()].members.len() {
                0 => vec![Turn { team, member: None }],
                members => (0..members as u8).map(|member| Turn { team, member: Some(MemberId(member)) }).collect(),
            }
        };
        let turns: Vec<Turn> = teams.into_iter().flat_map(turns_of).collect();
        let resolved = Round(table.room().round().0.saturating_sub(1));
        // whoever has decided nothing yet has seen nothing of the month before
        let seen = turns.iter().map(|turn| if has_begun(table.room(), *turn) { resolved } else { Round(resolved.0.saturating_sub(1)) }).collect();
        Session { table, turns, now: 0, seen, stamp: 0, rules, undo: changes::Changes::default() }
    }

    fn room(&self) -> &Room {
        self.table.room()
    }

    fn team(&self) -> TeamId {
        self.turns[self.now].team
    }

    /// Roles that are played by whoever has the screen.
    fn roles(&self) -> Vec<Role> {
        let Turn { team, member } = self.turns[self.now];
        self.room().roles_of(team, member).collect()
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
        let Turn { team, member } = self.turns[self.now];
        Some(Shown { view: Arc::new(view), stamp: self.stamp, roles, submitted: self.room().handed_in(team, member) })
    }

    fn standings(&self) -> Standings {
        standings(self.room(), self.rules.standings)
    }

    /// The next turn that has not handed its plan in, counted from the one at the screen.
    fn next_waiting(&self) -> Option<usize> {
        let count = self.turns.len();
        let waits = |turn: usize| !self.room().over() && !self.room().handed_in(self.turns[turn].team, self.turns[turn].member);
        (0..count).map(|k| (self.now + k) % count).find(|&turn| waits(turn))
    }

    /// What whoever has the screen wants done in one of his roles.
    fn send(&mut self, role: Role, act: impl Into<Act>) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        let decision = self.room().now(Seat { team, role }, act);
        self.table.send(Decision { member, ..decision })
    }

    /// Hands all roles of whoever has the screen in, or takes them back: all of them or none.
    fn send_for_all(&mut self, act: &Act) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        let room = self.room();
        let seats = self.roles().into_iter().map(|role| Seat { team, role });
        // what is so already needs no saying
        let open = seats.filter(|&seat| room.has_handed_in(seat, member) == (*act == Act::Withdraw));
        let decisions = open.map(|seat| Decision { member, ..room.now(seat, act.clone()) }).collect();
        self.table.send_all(decisions)
    }

    /// The plans of whoever has the screen, as they lie.
    fn plan(&self) -> changes::Plan {
        let roles = self.roles();
        let seat = Seat { team: self.team(), role: roles.first().copied().unwrap_or(Role::AccountManager) };
        self.room().view(seat).map(|view| changes::plan(&view, &roles)).unwrap_or_default()
    }

    /// How many changes of the plan can be taken back.
    fn undo_steps(&mut self) -> usize {
        let (round, turn) = (self.room().round(), self.now);
        self.undo.count(round, turn)
    }

    /// Takes the last change of the plan back; what the rules refuse by now stays as it is.
    fn undo_plan(&mut self) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        if self.room().handed_in(team, member) {
            return Err(SendError::Refused(Refusal::Submitted));
        }
        let Some(wanted) = self.undo.take() else { return Ok(()) };
        let mut outcome = Ok(());
        for (place, (role, wanted)) in wanted.iter().enumerate() {
            let lies = |session: &Session| session.plan().into_iter().nth(place).map(|(_, plan)| plan).unwrap_or_default();
            let mut now = lies(self);
            if changes::needs_refill(wanted, &now) {
                self.send(*role, Command::Refill)?;
                now = lies(self);
            }
            // each by itself: one that is refused must not keep the others out
            for command in changes::restore(wanted, &now) {
                let sent = self.send(*role, command);
                outcome = outcome.and(sent);
            }
        }
        outcome
    }
}

/// Whether somebody has decided anything since the last month was played; nobody has to see again what was taken back.
fn has_begun(room: &Room, turn: Turn) -> bool {
    for record in room.log().records().iter().rev() {
        match record {
            Record::Decision { seat, member, .. } if seat.team == turn.team && *member == turn.member => return true,
            Record::Decision { .. } => {}
            Record::Resolved { .. } => return false,
            Record::Undone { .. } => return true,
        }
    }
    true
}

/// The game is left: it lies on the disk.
fn close(mut commands: Commands) {
    commands.remove_resource::<Session>();
    commands.remove_resource::<Shown>();
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
    let Some(StartGame(setup, rules)) = wanted.read().last() else { return };
    match new_table(&text.0, setup, &folder) {
        Ok(table) => {
            *desk = Desk::default();
            if let Err(error) = rules.save(table.path()) {
                notice.say(not_kept(settings.lang, &error));
            }
            open(Session::new(table, rules.clone()), &mut commands, &mut screen, &mut table_standings, &mut notice, settings.lang);
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
    saved: Res<Saved>,
    settings: Res<Settings>,
    mut desk: ResMut<Desk>,
    mut notice: ResMut<Notice>,
    mut screen: ResMut<NextState<Screen>>,
    mut table_standings: ResMut<Standings>,
) {
    let Some(ContinueGame(wanted)) = wanted.read().last() else { return };
    let Some(path) = wanted.clone().or_else(|| saved.latest().map(|(path, _)| path.to_owned())) else { return };
    match StoredRoom::open(path) {
        Ok(table) => {
            *desk = Desk::default();
            if table.torn().is_some() {
                notice.say(words::tr(settings.lang, "session-cut-off").into_owned());
            }
            let rules = TableRules::load(table.path()).unwrap_or_else(|path| {
                notice.say(tr_with(settings.lang, "session-table-damaged", &[("path", path.display().to_string().into())]).into_owned());
                TableRules { undo: Undo::Unknown, ..TableRules::default() }
            });
            open(Session::new(table, rules), &mut commands, &mut screen, &mut table_standings, &mut notice, settings.lang);
        }
        Err(error) => notice.say(tr_with(settings.lang, "session-not-opened", &[("error", error.to_string().into())]).into_owned()),
    }
}

/// Puts a game on the screen, for the first team that has something to do.
fn open(mut session: Session, commands: &mut Commands, screen: &mut NextState<Screen>, table_standings: &mut Standings, notice: &mut Notice, lang: Lang) {
    // everybody had handed in, and then the program ended
    let ready = session.room().people().next().is_some() && session.room().ready();
    let resolved = ready && session.table.resolve().inspect_err(|error| notice.say(not_saved(lang, error))).is_ok();
    if let Some(next) = session.next_waiting() {
        session.now = next;
    }
    *table_standings = session.standings();
    if session.turns.len() > 1 && !session.room().over() {
        commands.insert_resource(curtain(&session, lang));
    }
    if let Some(shown) = session.shown() {
        commands.insert_resource(shown);
        // a game that ended before it was left shows how it ended
        let is_new = unseen(&mut session) && (resolved || !session.room().over());
        screen.set(match is_new {
            true => Screen::Resolution,
            false if session.room().over() => Screen::Results,
            false => Screen::Desk,
        });
    }
    commands.insert_resource(session.rules.clone());
    commands.insert_resource(session);
}

fn curtain(session: &Session, lang: Lang) -> Curtain {
    let room = session.room();
    let (year, month) = room.scenario().guide.calendar(room.round());
    let Turn { team, member } = session.turns[session.now];
    let setup = &room.setup().teams[team.index()];
    let name = member.and_then(|member| setup.members.get(member.index())).map(|member| format!("{} · {}", setup.name, member.name));
    Curtain { team: name.unwrap_or_else(|| setup.name.clone()), place: team.index(), month: words::month(lang, i32::from(year), u32::from(month)) }
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
                *table_standings = session.standings();
            }
            Err(error) => {
                notice.say(not_saved(lang, &error));
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

/// What the teacher sets holds for now, and is gone with the program.
fn not_kept(lang: Lang, error: &std::io::Error) -> String {
    tr_with(lang, "session-table-not-kept", &[("error", error.to_string().into())]).into_owned()
}

/// Why nothing has changed.
fn not_saved(lang: Lang, error: &SendError) -> String {
    let inner = match error {
        SendError::NotSaved(error) => error.to_string(),
        other => other.to_string(),
    };
    tr_with(lang, "session-not-saved", &[("error", inner.into())]).into_owned()
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
        commands.insert_resource(Shown { view: Arc::new(view), stamp: session.stamp, roles: Vec::new(), submitted: false });
    }
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
        starts.write(StartGame(setup, session.rules.clone()));
    }
}

#[cfg(test)]
mod tests;
