//! The open game: its room, whose turn it is at this screen, and what each turn sees of it.

use super::{changes, places};
use crate::advice::chances;
use crate::game::app::shown::{Behind, ClassMonth, Curtain, Shown};
use crate::game::app::standings::Standings;
use crate::game::app::table::TableRules;
use crate::game::app::told::LastTold;
use crate::game::desk::standing;
use crate::game::desk::state::Desk;
use crate::prose::Prose;
use crate::room::{Act, Decision, MemberId, Record, Refusal, Room};
use crate::sim::cards::{Card, CardId};
use crate::sim::planning::command::Command;
use crate::sim::units::{Role, Round, Seat, TeamId};
use crate::store::{SendError, StoredRoom};
use crate::words::{self, Lang, tr_with};
use bevy::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The open game.
#[derive(Resource, Debug)]
pub struct Session {
    pub(super) table: StoredRoom,
    /// Who takes turns at this screen: teams, or their people one by one.
    pub(super) turns: Vec<Turn>,
    /// Whose turn it is.
    pub(super) now: usize,
    /// Rounds of which each of them has seen the resolution.
    pub(super) seen: Vec<Round>,
    /// What the teacher has set for the table.
    pub(super) rules: TableRules,
    /// What the plan was before its last changes.
    pub(super) undo: changes::Changes,
    /// The turn that has just handed in, while the month is still being planned.
    pub(super) before: Option<Before>,
    /// A month was played, and nobody has had a turn since.
    pub(super) has_played: bool,
}

/// A turn that may still be taken up again.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub turn: usize,
    /// What each had seen when it ended.
    pub seen: Vec<Round>,
}

/// A team at the screen, or one of its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) team: TeamId,
    /// Place among the team's members; none where the team plays as one.
    pub(super) member: Option<MemberId>,
}

impl Session {
    pub(super) fn new(table: StoredRoom, rules: TableRules) -> Session {
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
        Session { table, turns, now: 0, seen, rules, undo: changes::Changes::default(), before: None, has_played: false }
    }

    pub(super) fn room(&self) -> &Room {
        self.table.room()
    }

    pub(super) fn team(&self) -> TeamId {
        self.turns[self.now].team
    }

    /// Roles that are played by whoever has the screen.
    pub(super) fn roles(&self) -> Vec<Role> {
        let Turn { team, member } = self.turns[self.now];
        self.room().roles_of(team, member).collect()
    }

    /// What the team at the screen is shown.
    pub(super) fn shown(&self) -> Option<Shown> {
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
        Some(Shown { view: Arc::new(view), stamp: next_stamp(), roles, submitted: self.room().handed_in(team, member) })
    }

    /// The turn at the screen, as it is left.
    pub(super) fn before_now(&self) -> Before {
        Before { turn: self.now, seen: self.seen.clone() }
    }

    /// What a turn is called: its team, and the person where the team is several.
    pub(super) fn name_of(&self, turn: usize) -> String {
        let Turn { team, member } = self.turns[turn];
        let setup = &self.room().setup().teams[team.index()];
        let person = member.and_then(|member| setup.members.get(member.index()));
        person.map_or_else(|| setup.name.clone(), |member| format!("{} · {}", setup.name, member.name))
    }

    /// The last month that was played.
    fn resolved(&self) -> Round {
        Round(self.room().round().0.saturating_sub(1))
    }

    /// Whether anybody of a team has seen the last month.
    fn team_has_seen(&self, team: TeamId) -> bool {
        self.turns.iter().zip(&self.seen).any(|(turn, seen)| turn.team == team && *seen >= self.resolved())
    }

    /// The next turn of a team that has not seen the last month of a game that is over.
    pub(super) fn next_unseen(&self) -> Option<usize> {
        (0..self.turns.len()).find(|&turn| self.room().over() && !self.team_has_seen(self.turns[turn].team))
    }

    pub(super) fn standings(&self) -> Standings {
        places::standings(self.room(), self.rules.standings)
    }

    /// What the teams at this screen are told of their deals as their plans lie.
    pub(super) fn told(&self) -> LastTold {
        let mut teams: Vec<TeamId> = self.turns.iter().map(|turn| turn.team).collect();
        teams.dedup();
        let told = |team: TeamId| Some((team, chances::told(&self.room().view(Seat { team, role: Role::AccountManager })?)));
        LastTold::new(self.room().round(), teams.into_iter().filter_map(told))
    }

    /// The next turn that has not handed its plan in, counted from the one at the screen.
    pub(super) fn next_waiting(&self) -> Option<usize> {
        let count = self.turns.len();
        let waits = |turn: usize| !self.room().over() && !self.room().handed_in(self.turns[turn].team, self.turns[turn].member);
        (0..count).map(|k| (self.now + k) % count).find(|&turn| waits(turn))
    }

    /// What whoever has the screen wants done in one of his roles.
    pub(super) fn send(&mut self, role: Role, act: impl Into<Act>) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        let decision = self.room().now(Seat { team, role }, act);
        self.table.send(Decision { member, ..decision })
    }

    /// A card of the plan goes to another role of whoever has the screen; one that the other role may not take stays where it was.
    pub(super) fn hand_on(&mut self, from: Role, id: CardId, to: Role, card: &Card) -> Result<(), SendError> {
        let before = self.plan();
        self.send(from, Command::Remove(id))?;
        let taken = self.send(to, Command::Add(card.clone()));
        if taken.is_err() {
            self.restore(&before)?;
        }
        taken
    }

    /// Hands all roles of whoever has the screen in, or takes them back: all of them or none.
    pub(super) fn send_for_all(&mut self, act: &Act) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        let room = self.room();
        let seats = self.roles().into_iter().map(|role| Seat { team, role });
        // what is so already needs no saying
        let open = seats.filter(|&seat| room.has_handed_in(seat, member) == (*act == Act::Withdraw));
        let decisions = open.map(|seat| Decision { member, ..room.now(seat, act.clone()) }).collect();
        self.table.send_all(decisions)
    }

    /// The plans of whoever has the screen, as they lie.
    pub(super) fn plan(&self) -> changes::Plan {
        let roles = self.roles();
        let seat = Seat { team: self.team(), role: roles.first().copied().unwrap_or(Role::AccountManager) };
        self.room().view(seat).map(|view| changes::plan(&view, &roles)).unwrap_or_default()
    }

    /// How many changes of the plan can be taken back.
    pub(super) fn undo_steps(&mut self) -> usize {
        let (round, turn) = (self.room().round(), self.now);
        self.undo.count(round, turn)
    }

    /// Takes the last change of the plan back; what the rules refuse by now stays as it is.
    pub(super) fn undo_plan(&mut self) -> Result<(), SendError> {
        let Turn { team, member } = self.turns[self.now];
        if self.room().handed_in(team, member) {
            return Err(SendError::Refused(Refusal::Submitted));
        }
        let Some(wanted) = self.undo.take() else { return Ok(()) };
        self.restore(&wanted)
    }

    /// Makes the plan what it was.
    fn restore(&mut self, wanted: &changes::Plan) -> Result<(), SendError> {
        let mut commands = Vec::new();
        for (place, (role, wanted)) in wanted.iter().enumerate() {
            let lies = |session: &Session| session.plan().into_iter().nth(place).map(|(_, plan)| plan).unwrap_or_default();
            let mut now = lies(self);
            if changes::needs_refill(wanted, &now) {
                self.send(*role, Command::Refill)?;
                now = lies(self);
            }
            commands.extend(changes::restore(wanted, &now).into_iter().map(|command| (*role, command)));
        }
        // what one role gives back another may have to let go of first
        commands.sort_by_key(|(_, command)| !matches!(command, Command::Remove(_)));
        // each by itself: one that is refused must not keep the others out
        let mut outcome = Ok(());
        for (role, command) in commands {
            let sent = self.send(role, command);
            outcome = outcome.and(sent);
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

/// A number that no view has had yet, of this game or of any before it: what is kept for one view must not be taken for another.
pub(super) fn next_stamp() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

/// What hangs between two turns: before the next team's, or, once all plans are in, before the month.
pub(super) fn curtain(session: &Session, lang: Lang) -> Curtain {
    let room = session.room();
    let turn = || Behind::Turn { team: session.name_of(session.now), place: session.team().index() };
    // after the last month it is that one which is looked at
    let round = if room.over() { Round(room.round().0.saturating_sub(1)) } else { room.round() };
    let name = |round: Round| {
        let (year, month) = room.scenario().guide.calendar(round);
        words::month(lang, i32::from(year), u32::from(month))
    };
    let class_month = || {
        let (view, standings) = (room.view(Seat { team: session.team(), role: Role::AccountManager })?, session.standings());
        let places = standing::places(&Prose::new(&view, lang), &standings);
        Some(ClassMonth { month: name(session.resolved()), places, is_scored: standings.is_scored })
    };
    Curtain {
        behind: if room.ready() { Behind::Month } else { turn() },
        month: name(round),
        before: session.before.as_ref().map(|before| session.name_of(before.turn)),
        played: if session.has_played && !room.over() { class_month() } else { None },
    }
}

/// A month begins, or another team's turn: nothing of what lay open is seen by the next team.
pub(super) fn hand_over(session: &Session, commands: &mut Commands, desk: &mut Desk, lang: Lang) {
    desk.new_turn();
    if session.turns.len() > 1 {
        desk.selected = None;
        commands.insert_resource(curtain(session, lang));
    }
}

/// What of the last month is new to whoever is at the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Nobody of the team has seen it.
    Film,
    /// A team mate has: the film is the team's, the list each one's own.
    List,
    /// It has been seen.
    Nothing,
}

/// What is new to whoever is at the screen; from now on nothing is.
pub(super) fn news(session: &mut Session) -> News {
    let resolved = session.resolved();
    let now = session.now;
    let news = match (session.seen[now] < resolved, session.team_has_seen(session.turns[now].team)) {
        (false, _) => News::Nothing,
        (true, true) => News::List,
        (true, false) => News::Film,
    };
    session.seen[now] = resolved;
    news
}

/// What the teacher sets holds for now, and is gone with the program.
pub(super) fn not_kept(lang: Lang, error: &std::io::Error) -> String {
    tr_with(lang, "session-table-not-kept", &[("error", error.to_string().into())]).into_owned()
}

/// Why nothing has changed.
pub(super) fn not_saved(lang: Lang, error: &SendError) -> String {
    let inner = match error {
        SendError::NotSaved(error) => error.to_string(),
        other => other.to_string(),
    };
    tr_with(lang, "session-not-saved", &[("error", inner.into())]).into_owned()
}
