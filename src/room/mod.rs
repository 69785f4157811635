//! The authority over a game: seats, drafts, submission, deadlines, the decision log, undo of a round.
//!
//! A game alone, at one screen and of a class all run on the same [`Room`]. Nothing else calls `sim::apply` or
//! `sim::resolve` on a game that counts. A room is rebuilt from its log alone. It knows no clock, file or network:
//! whoever owns the game keeps the time and calls [`Room::close_round`].

mod benchmark;
mod log;
mod record;
mod replay;
mod setup;
mod standings;

pub use benchmark::Benchmark;
pub use log::{FORMAT, Log, LogError, MAX_BYTES, Place};
pub use record::{Hash, Record};
pub use setup::{MAX_MEMBERS, MAX_NAME, MAX_ROUNDS, MAX_SHARED_TEAMS, MAX_TEAMS, Member, Player, Setup, TeamSetup};
pub use standings::Standing;

use crate::sim::game::Game;
use crate::sim::journal::report::RoundReport;
use crate::sim::planning::command::Command;
use crate::sim::planning::plan;
use crate::sim::scenario::Scenario;
use crate::sim::terms::Reject;
use crate::sim::units::{Minutes, Role, Round, Seat, TeamId};
use crate::sim::view::View;
use crate::{scenario, sim};
use replay::Course;
use std::sync::{Arc, OnceLock};

/// A game with its owner's rights: whoever holds the room may do everything, a seat only what `send` allows.
#[derive(Debug)]
pub struct Room {
    scenario: Arc<Scenario>,
    log: Log,
    course: Course,
    benchmark: OnceLock<Benchmark>,
}

/// Why a game cannot be started.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoomError {
    /// All mistakes of the scenario, in the order of the file.
    #[error("the scenario has mistakes:\n{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Scenario(Vec<scenario::Issue>),
    /// No team, or more than a market of this kind takes.
    #[error("{teams} teams; this market takes 1 to {most}")]
    Teams {
        /// As many as the set-up has.
        teams: usize,
        /// [`MAX_TEAMS`], or [`MAX_SHARED_TEAMS`] in a shared market.
        most: usize,
    },
    /// Fewer rounds than the scenario needs, or more than a game may have.
    #[error("{rounds} rounds; this scenario takes {least} to {most}")]
    Rounds {
        /// As many as the set-up asks for.
        rounds: u16,
        /// The scenario's least.
        least: u16,
        /// [`MAX_ROUNDS`].
        most: u16,
    },
    /// A name that cannot be shown or that two teams have, cut to [`MAX_NAME`] characters.
    #[error("team name \"{}\": 1 to {MAX_NAME} characters, no two the same, no blank at either end", .0.escape_debug())]
    TeamName(String),
    /// The people of a team do not fit its roles.
    #[error("team \"{}\": {problem}", .team.escape_debug())]
    Members {
        /// Name of the team.
        team: String,
        /// What is wrong with them, in English.
        problem: &'static str,
    },
}

/// Why a round was not resolved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// The last round is resolved.
    #[error("the game is over")]
    Over,
    /// People's seats that have not submitted, by team and role.
    #[error("{} seats have not submitted their plan", .0.len())]
    Waiting(Vec<Seat>),
}

impl Room {
    /// A new game.
    ///
    /// # Errors
    /// If the scenario has mistakes (all of them), or the set-up does not fit it.
    pub fn new(scenario_text: &str, mut setup: Setup) -> Result<Room, RoomError> {
        let scenario = read_scenario(scenario_text, &setup)?;
        setup.settle(&scenario.guide);
        let course = Course::new(scenario.clone(), &setup);
        Ok(Room { scenario, log: Log::new(scenario_text.to_owned(), setup), course, benchmark: OnceLock::new() })
    }

    /// The game of a log: read, checked, and played again up to its last record.
    ///
    /// # Errors
    /// If the log is foreign, damaged or comes out differently; the message names the place.
    pub fn open(bytes: &[u8]) -> Result<Room, LogError> {
        match Log::read(bytes) {
            Ok(log) => Room::of_log(log),
            // Look for the place: the first round that no longer comes out.
            Err(LogError::Changed(log)) => Err(LogError::Damaged(match Room::of_log(*log) {
                Ok(_) => Place::Checksum,
                Err(LogError::Record { line, problem }) => Place::Line { line, column: 1, problem },
                Err(LogError::Differs { round, .. }) => Place::Round { round, problem: "does not come out as it was played".to_owned() },
                Err(other) => Place::Line { line: 1, column: 1, problem: other.to_string() },
            })),
            Err(error) => Err(error),
        }
    }

    fn of_log(log: Log) -> Result<Room, LogError> {
        let scenario = read_scenario(&log.scenario, &log.setup).map_err(|error| LogError::Scenario(error.to_string()))?;
        let course = Course::replay(scenario.clone(), &log)?;
        Ok(Room { scenario, log, course, benchmark: OnceLock::new() })
    }

    /// What is played, with the made-up names where the set-up asks for them.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What the game was started with; roles that the scenario does not have are played by their stand-ins.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.log.setup
    }

    /// Everything decided so far: what the room can be rebuilt from.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The round being planned; one past the last when the game is over.
    #[must_use]
    pub fn round(&self) -> Round {
        self.course.game.round
    }

    /// Rounds of the whole game.
    #[must_use]
    pub fn rounds(&self) -> u16 {
        self.course.game.rounds
    }

    /// Whether the last round is resolved; it can still be undone.
    #[must_use]
    pub fn over(&self) -> bool {
        self.course.game.over()
    }

    /// All that a seat may know; None if there is no such seat.
    #[must_use]
    pub fn view(&self, seat: Seat) -> Option<View> {
        self.player(seat).map(|_| sim::view(&self.course.game, seat))
    }

    /// A seat's decision. When this returns, it is in the log.
    ///
    /// # Errors
    /// If the seat is not a person's, the game is over, or the rules refuse it; then nothing has changed.
    pub fn send(&mut self, seat: Seat, command: Command) -> Result<(), Reject> {
        if self.player(seat) != Some(Player::Person) {
            return Err(Reject::NoSuchSeat);
        }
        if self.over() {
            return Err(Reject::GameOver);
        }
        let round = self.round();
        self.course.apply(seat, command.clone())?;
        self.log.push(Record::Decision { round, seat, command });
        Ok(())
    }

    /// A decision of one member of a team. Where several share a role, each has a part of its hours: the first may plan up
    /// to its own part, the second up to both parts, and so on, so that nobody plans another's time away.
    ///
    /// # Errors
    /// As [`Room::send`]; also if the role is not this member's or its part of the hours is used up.
    pub fn send_as(&mut self, team: TeamId, member: usize, role: Role, command: Command) -> Result<(), Reject> {
        let setup = self.setup().teams.get(team.index()).ok_or(Reject::NoSuchSeat)?;
        let (place, count) = setup.sharing(member, role).ok_or(Reject::NoSuchSeat)?;
        if let Command::Add(card) | Command::Change(_, card) = &command {
            let of_plan = if let Command::Change(id, _) = &command { Some(*id) } else { None };
            let game = &self.course.game;
            let part = Minutes(plan::working_time(game, team.index(), role).0 * (place as i32 + 1) / count as i32);
            let others: Minutes = game.desks[team.index()].plan.iter().filter(|c| c.role == role && Some(c.id) != of_plan).map(|c| c.minutes).sum();
            if others + plan::minutes(game, team.index(), role, card) > part {
                return Err(Reject::NotEnoughHours);
            }
        }
        self.send(Seat { team, role }, command)
    }

    /// The seats that people sit on.
    pub fn people(&self) -> impl Iterator<Item = Seat> {
        self.seats().filter(|(_, player)| *player == Player::Person).map(|(seat, _)| seat)
    }

    /// Every seat with its player, by team and role.
    pub fn seats(&self) -> impl Iterator<Item = (Seat, Player)> {
        self.setup().seats(self.scenario.guide.roles())
    }

    /// Who sits on a seat; None if there is no such seat.
    #[must_use]
    pub fn player(&self, seat: Seat) -> Option<Player> {
        self.setup().player(self.scenario.guide.roles(), seat)
    }

    /// People's seats that have not submitted.
    pub fn waiting(&self) -> impl Iterator<Item = Seat> {
        self.people().filter(|seat| !self.course.game.desks[seat.team.index()].submitted[seat.role.index()])
    }

    /// Every person has submitted (or there is none), and the game goes on.
    #[must_use]
    pub fn ready(&self) -> bool {
        !self.over() && self.waiting().next().is_none()
    }

    /// Ends the month once everybody has submitted: the bots decide, the rules resolve, the hash is logged.
    ///
    /// # Errors
    /// If somebody has not submitted yet, or the game is over.
    pub fn resolve(&mut self) -> Result<&RoundReport, NotYet> {
        let waiting: Vec<Seat> = self.waiting().collect();
        if !self.over() && !waiting.is_empty() {
            return Err(NotYet::Waiting(waiting));
        }
        self.close_round()
    }

    /// Ends the month at the deadline: the plans count as they lie, submitted or not.
    ///
    /// # Errors
    /// If the game is over.
    pub fn close_round(&mut self) -> Result<&RoundReport, NotYet> {
        if self.over() {
            return Err(NotYet::Over);
        }
        let round = self.round();
        for (seat, command) in self.course.bots_decide(&self.log.setup) {
            self.log.push(Record::Decision { round, seat, command });
        }
        let (round, hash) = self.course.resolve();
        self.log.push(Record::Resolved { round, hash });
        self.course.reports.last().ok_or(NotYet::Over)
    }

    /// Takes the last resolved round back: its plans lie open again as they were, nobody having submitted. The log keeps
    /// both. Only the game's owner has a room to call this on.
    pub fn undo_round(&mut self) -> Option<Round> {
        let round = self.course.undo(&self.log.setup)?;
        self.log.push(Record::Undone { round });
        Some(round)
    }

    /// What happened in a round that was resolved (and not undone).
    #[must_use]
    pub fn report(&self, round: Round) -> Option<&RoundReport> {
        self.course.reports.get(usize::from(round.0).checked_sub(1)?)
    }

    /// The hash after the last resolved round.
    #[must_use]
    pub fn last_hash(&self) -> Option<Hash> {
        self.course.hashes.last().copied()
    }

    /// The whole truth, for exports and debriefs of the game's owner. No seat may see it.
    #[must_use]
    pub fn truth(&self) -> &Game {
        &self.course.game
    }

    /// Forgets the records after the first `count`, which nobody has been told of.
    pub(crate) fn forget(&mut self, count: usize) {
        self.log.truncate(count);
        match Course::replay(self.scenario.clone(), &self.log) {
            Ok(course) => self.course = course,
            Err(error) => tracing::error!("a log that was just written does not replay: {error}"),
        }
    }
}

fn read_scenario(text: &str, setup: &Setup) -> Result<Arc<Scenario>, RoomError> {
    let mut scenario = scenario::read("scenario", text.as_bytes()).map_err(RoomError::Scenario)?;
    setup.check(&scenario.guide)?;
    if setup.fictional_names {
        scenario::disguise(&mut scenario);
    }
    Ok(Arc::new(scenario))
}
