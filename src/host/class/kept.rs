//! A class with its logs: what changes it is kept before anybody is told, and what could not be kept has not happened.

use super::fact::{At, Clock, Fact, Line, Missing, Settings, StudentId, TokenHash};
use super::{Class, No, Stage};
use crate::room::{Act, Batch, Case, Cases, Decision, LogError, LogStore, MemberId, Refusal, RequestId, Revision, Room, to_the_end};
use crate::sim::units::{Role, Round, Seat};
use crate::store::sqlite::{ClassNumber, Database, DatabaseError, LogNumber, SqliteLog};
use crate::store::{SendError, StoredRoom};

/// The log of a class's own facts.
const FACTS: LogNumber = 0;

/// A class on its disk.
#[derive(Debug)]
pub struct Kept {
    /// By which the database knows it.
    pub number: ClassNumber,
    class: Class,
    facts: SqliteLog,
    /// Bytes and lines of the facts.
    written: (usize, usize),
    table: Option<StoredRoom<SqliteLog>>,
    database: Database,
}

/// Why a class is not opened.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// The disk does not give it.
    #[error("{0}")]
    Database(#[from] DatabaseError),
    /// A line of its facts does not read.
    #[error("class {class}, line {line}: {reason}")]
    Facts {
        /// Which one.
        class: ClassNumber,
        /// From 1.
        line: usize,
        /// What is wrong, in English.
        reason: String,
    },
    /// The log of its game does not.
    #[error("class {class}: {error}")]
    Game {
        /// Which one.
        class: ClassNumber,
        /// What is wrong with it, and where.
        error: Box<LogError>,
    },
}

/// Why something was not done; then nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// The class refuses it.
    #[error("{0}")]
    Refused(#[from] No),
    /// The game refuses it.
    #[error("{0}")]
    Game(Refusal),
    /// It cannot be kept.
    #[error("it could not be saved, so it does not count: {0}")]
    NotSaved(DatabaseError),
}

impl From<SendError<DatabaseError>> for NotDone {
    fn from(error: SendError<DatabaseError>) -> NotDone {
        match error {
            SendError::Refused(refusal) => NotDone::Game(refusal),
            SendError::NotYet(_) => NotDone::Refused(No::NotNow),
            SendError::NotSaved(error) => NotDone::NotSaved(error),
        }
    }
}

/// What somebody at a seat wants done.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// In which role.
    pub role: Role,
    /// The month it was made for.
    pub round: Round,
    /// Of the plan it was made on.
    pub revision: Revision,
    /// Sent twice, it is done once.
    pub request: Option<RequestId>,
    /// What.
    pub act: Act,
}

impl Kept {
    /// A new class.
    ///
    /// # Errors
    /// If it cannot be kept.
    pub fn create(database: &Database, number: ClassNumber, settings: Settings, at: At) -> Result<Kept, DatabaseError> {
        let text = line(&Line { at, fact: Fact::Created(settings.clone()) });
        let facts = SqliteLog::begin(database.clone(), number, FACTS, &text)?;
        Ok(Kept { number, class: Class::new(settings), facts, written: (text.len(), 1), table: None, database: database.clone() })
    }

    /// A class as it was left: everything that was acknowledged is there.
    ///
    /// # Errors
    /// If it cannot be read, or its logs are damaged.
    pub fn open(database: &Database, number: ClassNumber, cases: &mut Cases) -> Result<Kept, NotOpened> {
        let mut facts = SqliteLog::new(database.clone(), number, FACTS);
        let text = String::from_utf8_lossy(&facts.load()?).into_owned();
        let wrong = |line: usize, reason: String| NotOpened::Facts { class: number, line, reason };
        let mut lines = Vec::new();
        for (place, text) in text.lines().enumerate() {
            lines.push(serde_json::from_str::<Line>(text).map_err(|error| wrong(place + 1, error.to_string()))?);
        }
        let count = lines.len();
        let class = Class::of(lines).ok_or_else(|| wrong(1, "the class begins with its creation".to_owned()))?;
        let table = match class.game() {
            None => None,
            Some(log) => {
                let mut store = SqliteLog::new(database.clone(), number, log);
                let bytes = store.load()?;
                let (room, _) = Room::recover(&bytes, cases, &mut to_the_end).map_err(|error| NotOpened::Game { class: number, error: Box::new(error) })?;
                Some(StoredRoom::kept(room, store))
            }
        };
        Ok(Kept { number, class, facts, written: (text.len(), count), table, database: database.clone() })
    }

    /// The class, for reading.
    #[must_use]
    pub fn class(&self) -> &Class {
        &self.class
    }

    /// The game that is on, or was the last.
    #[must_use]
    pub fn room(&self) -> Option<&Room> {
        self.table.as_ref().map(StoredRoom::room)
    }

    /// Somebody comes in; see [`Class::join`].
    ///
    /// # Errors
    /// As there, or if it cannot be kept.
    pub fn join(&mut self, name: &str, number: Option<&str>, token: TokenHash, at: At) -> Result<StudentId, NotDone> {
        let (id, fact) = self.class.join(name, number, token)?;
        self.note(at, fact)?;
        Ok(id)
    }

    /// A browser gives its seat back.
    ///
    /// # Errors
    /// If it cannot be kept.
    pub fn free(&mut self, student: StudentId, at: At) -> Result<(), NotDone> {
        self.note(at, Fact::Freed(student))
    }

    /// Forms teams of all who are there.
    ///
    /// # Errors
    /// See [`Class::group`], or if it cannot be kept.
    pub fn group(&mut self, teams: usize, names: &[String], roles: &[Role], at: At) -> Result<(), NotDone> {
        let fact = self.class.group(teams, names, roles)?;
        self.note(at, fact)
    }

    /// Begins the game.
    ///
    /// # Errors
    /// [`No::NotNow`] where one is on or the teams do not fit the case, [`No::Nobody`] where there are no teams; if it cannot be kept.
    pub fn start(&mut self, case: &Case, at: At) -> Result<(), NotDone> {
        if self.class.stage != Stage::Lobby {
            return Err(No::NotNow.into());
        }
        let setup = self.class.setup().ok_or(No::Nobody)?;
        let room = Room::of_case(case, setup).map_err(|error| {
            tracing::warn!("a class's game does not start: {error}");
            No::NotNow
        })?;
        let log = self.class.game().unwrap_or(FACTS) + 1;
        let bytes = room.log().to_open_bytes();
        let store = SqliteLog::begin(self.database.clone(), self.number, log, &String::from_utf8_lossy(&bytes)).map_err(NotDone::NotSaved)?;
        self.note(at, Fact::Started(log))?;
        self.table = Some(StoredRoom::kept(room, store));
        self.new_month(at)
    }

    /// Decisions of somebody at a seat, which count together or not at all.
    ///
    /// # Errors
    /// If the seat plays no such role, the game refuses one, or they cannot be kept.
    pub fn decide(&mut self, student: StudentId, wishes: Vec<Wish>) -> Result<(), NotDone> {
        let (team, place, roles) = self.class.place(student).ok_or(No::NotYours)?;
        if wishes.iter().any(|wish| !roles.contains(&wish.role)) {
            return Err(No::NotYours.into());
        }
        self.plannable()?;
        let member = Some(MemberId(place as u8));
        let decision = |Wish { role, round, revision, request, act }| Decision { round, seat: Seat { team, role }, member, request, revision, act };
        let decisions = wishes.into_iter().map(decision).collect();
        Ok(self.table.as_mut().ok_or(No::NotNow)?.send_all(decisions)?)
    }

    /// Whether a request that somebody at a seat sends was carried out already, in whichever role.
    #[must_use]
    pub fn has_done(&self, student: StudentId, request: RequestId) -> bool {
        let found = self.class.place(student).zip(self.room());
        found.is_some_and(|((team, place, roles), room)| roles.iter().any(|&role| room.has_done(Seat { team, role }, Some(MemberId(place as u8)), request)))
    }

    /// # Errors
    /// [`No::NotNow`] where no game is on.
    fn playing(&self) -> Result<(), No> {
        if matches!(self.class.stage, Stage::Playing(_)) { Ok(()) } else { Err(No::NotNow) }
    }

    /// # Errors
    /// [`No::NotNow`] where no month is being planned.
    fn plannable(&self) -> Result<(), No> {
        self.playing()?;
        if matches!(self.class.clock, Clock::Paused(_)) { Err(No::NotNow) } else { Ok(()) }
    }

    /// Hands everything in that somebody plays, or takes it back: all of it or nothing.
    ///
    /// # Errors
    /// As [`Kept::decide`].
    pub fn hand_in(&mut self, student: StudentId, round: Round, act: &Act) -> Result<(), NotDone> {
        let (team, place, roles) = self.class.place(student).ok_or(No::NotYours)?;
        self.plannable()?;
        let member = Some(MemberId(place as u8));
        let table = self.table.as_mut().ok_or(No::NotNow)?;
        let room = table.room();
        let seats = roles.iter().map(|&role| Seat { team, role }).filter(|&seat| room.has_handed_in(seat, member) == (*act == Act::Withdraw));
        let decisions = seats.map(|seat| Decision { member, round, ..room.now(seat, act.clone()) }).collect();
        Ok(table.send_all(decisions)?)
    }

    /// What is due by the clock: a month whose plans are all in ends, and one whose time is up as the teacher has chosen. True where one
    /// has ended.
    ///
    /// # Errors
    /// If it cannot be kept.
    pub fn tick(&mut self, at: At) -> Result<bool, NotDone> {
        if self.plannable().is_err() {
            return Ok(false);
        }
        let Some(room) = self.room() else { return Ok(false) };
        let is_up = matches!(self.class.clock, Clock::Ends(end) if end <= at) && self.class.settings.missing == Missing::LastDraft;
        let all_in = room.ready() && room.people().next().is_some();
        if room.over() || !is_up && !all_in {
            return Ok(false);
        }
        self.end_month(at)?;
        Ok(true)
    }

    /// Ends the month now, plans as they lie.
    ///
    /// # Errors
    /// [`No::NotNow`] where none is being planned; if it cannot be kept.
    pub fn end_month(&mut self, at: At) -> Result<(), NotDone> {
        self.playing()?;
        self.table.as_mut().ok_or(No::NotNow)?.close_round()?;
        self.new_month(at)
    }

    /// Takes the last month back for everybody; drafts come back as they were.
    ///
    /// # Errors
    /// [`No::NotNow`] where there is none to take back; if it cannot be kept.
    pub fn undo(&mut self, at: At) -> Result<(), NotDone> {
        self.playing()?;
        match self.table.as_mut().ok_or(No::NotNow)?.undo_round()? {
            Some(_) => self.new_month(at),
            None => Err(No::NotNow.into()),
        }
    }

    /// The clock of a month that begins.
    fn new_month(&mut self, at: At) -> Result<(), NotDone> {
        let over = self.room().is_none_or(Room::over);
        let clock = match self.class.settings.minutes {
            Some(minutes) if !over => Clock::Ends(at.plus_seconds(u64::from(minutes) * 60)),
            _ => Clock::Open,
        };
        if self.class.clock == clock { Ok(()) } else { self.note(at, Fact::Clock(clock)) }
    }

    /// Stops the clock and the planning; or lets both go on.
    ///
    /// # Errors
    /// [`No::NotNow`] where no game is on; if it cannot be kept.
    pub fn pause(&mut self, at: At) -> Result<(), NotDone> {
        self.playing()?;
        let clock = match self.class.clock {
            Clock::Open => Clock::Paused(None),
            Clock::Ends(end) => Clock::Paused(Some(at.seconds_until(end))),
            Clock::Paused(None) => Clock::Open,
            Clock::Paused(Some(left)) => Clock::Ends(at.plus_seconds(left)),
        };
        self.note(at, Fact::Clock(clock))
    }

    /// Gives the month more time.
    ///
    /// # Errors
    /// [`No::NotNow`] where it has no deadline; if it cannot be kept.
    pub fn extend(&mut self, seconds: u64, at: At) -> Result<(), NotDone> {
        let clock = match self.class.clock {
            // what has run out begins anew
            Clock::Ends(end) => Clock::Ends(end.max(at).plus_seconds(seconds)),
            Clock::Paused(Some(left)) => Clock::Paused(Some(left.saturating_add(seconds))),
            Clock::Open | Clock::Paused(None) => return Err(No::NotNow.into()),
        };
        self.note(at, Fact::Clock(clock))
    }

    /// Ends the class; its game can still be read.
    ///
    /// # Errors
    /// [`No::NotNow`] where it has ended; if it cannot be kept.
    pub fn end(&mut self, at: At) -> Result<(), NotDone> {
        if matches!(self.class.stage, Stage::Ended(_)) {
            return Err(No::NotNow.into());
        }
        self.note(at, Fact::Ended)
    }

    fn note(&mut self, at: At, fact: Fact) -> Result<(), NotDone> {
        let text = line(&Line { at, fact: fact.clone() });
        let batch = Batch { at: self.written.0, after: self.written.1, lines: &text };
        self.facts.append(batch).map_err(NotDone::NotSaved)?;
        self.written = (self.written.0 + text.len(), self.written.1 + 1);
        self.class.fold(fact);
        Ok(())
    }
}

fn line(line: &Line) -> String {
    // facts are plain data, of which nothing can fail to be written
    let mut text = serde_json::to_string(line).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::settings;
    use super::*;
    use crate::sim::planning::command::Command;

    fn token(number: u8) -> TokenHash {
        TokenHash(format!("{number:064}"))
    }

    fn case() -> Case {
        Case::read(crate::scenario::embedded()[0].1).expect("a case")
    }

    fn class(database: &Database) -> Kept {
        let mut kept = Kept::create(database, 1, settings(), At(1_000)).expect("created");
        for (number, name) in ["Ann", "Bo"].into_iter().enumerate() {
            kept.join(name, None, token(number as u8), At(2_000)).expect("comes in");
        }
        let roles = [Role::Developer, Role::AccountManager, Role::Service];
        kept.group(1, &["Foresight".to_owned()], &roles, At(3_000)).expect("a team");
        kept.start(&case(), At(4_000)).expect("begins");
        kept
    }

    fn wish(kept: &Kept, role: Role, act: Act) -> Wish {
        let room = kept.room().expect("a game");
        let seat = Seat { team: crate::sim::units::TeamId(0), role };
        Wish { role, round: room.round(), revision: room.revision(seat), request: Some(RequestId(9)), act }
    }

    #[test]
    fn one_month_is_played_and_all_of_it_is_there_after_a_restart() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class.db");
        let hash = {
            let database = Database::open(&path).expect("a database");
            let mut kept = class(&database);
            let (ann, bo) = (StudentId(0), StudentId(1));
            let clear = wish(&kept, Role::Developer, Command::Clear.into());
            kept.decide(ann, vec![clear.clone()]).expect("decided");
            kept.decide(ann, vec![clear.clone()]).expect("sent twice, done once");
            assert!(matches!(kept.decide(bo, vec![clear]), Err(NotDone::Refused(No::NotYours))));
            assert!(!kept.tick(At(5_000)).expect("nothing is due"));
            let round = Round(1);
            for student in [ann, bo] {
                kept.hand_in(student, round, &Act::Submit).expect("handed in");
            }
            assert!(kept.tick(At(6_000)).expect("all plans are in"));
            assert!(matches!(kept.hand_in(ann, round, &Act::Submit), Err(NotDone::Game(Refusal::OtherRound { .. }))));
            kept.room().expect("a game").last_hash().expect("a month was played")
        };
        let database = Database::open(&path).expect("opens again");
        let mut kept = Kept::open(&database, 1, &mut Cases::default()).expect("is there");
        assert_eq!(kept.room().and_then(Room::last_hash), Some(hash));
        assert_eq!(kept.class().clock, Clock::Ends(At(306_000)));
        assert!(kept.class().sits(StudentId(1), &token(1)));
        kept.undo(At(7_000)).expect("taken back");
        assert_eq!(kept.room().map(Room::round), Some(Round(1)));
    }

    #[test]
    fn the_deadline_ends_a_month_unless_the_clock_stands_or_the_class_waits() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(folder.path().join("class.db")).expect("a database");
        let mut kept = class(&database);
        let end = At(304_000);
        assert_eq!(kept.class().clock, Clock::Ends(end));
        kept.pause(At(104_000)).expect("stands");
        assert!(!kept.tick(At(999_000)).expect("nothing is due"));
        let clear = wish(&kept, Role::Developer, Command::Clear.into());
        assert!(matches!(kept.decide(StudentId(0), vec![clear]), Err(NotDone::Refused(No::NotNow))), "nobody plans while the clock stands");
        kept.pause(At(1_000_000)).expect("goes on");
        assert_eq!(kept.class().clock, Clock::Ends(At(1_200_000)));
        kept.extend(60, At(1_100_000)).expect("more time");
        assert!(!kept.tick(At(1_259_999)).expect("not yet") && kept.tick(At(1_260_000)).expect("time is up"));
        assert_eq!(kept.room().map(Room::round), Some(Round(2)));
        kept.end(At(1_300_000)).expect("ended");
        assert!(!kept.tick(At(9_000_000)).expect("nothing goes on"));
    }
}
