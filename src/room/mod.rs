//! The authority over a game: seats, drafts, who has handed in, deadlines, the decision log, undo of a round.
//!
//! A game alone, at one screen and of a class all run on the same [`Room`]. Nothing else calls `sim::apply` or
//! `sim::resolve` on a game that counts. A room is rebuilt from its log alone. It knows no clock, file or network:
//! whoever owns the game keeps the time and calls [`Room::close_round`].

mod benchmark;
mod branch;
mod case;
mod decision;
mod effort;
mod line_ends;
mod log;
mod log_error;
mod log_store;
mod months;
mod named;
mod reading;
mod record;
mod replay;
mod seats;
mod setup;
mod standings;
mod taking_back;
mod watch;

pub use benchmark::Benchmark;
pub use branch::{Branch, Change, WhatIf};
pub use case::{Case, Cases};
pub use decision::{Act, Decision, MemberId, Refusal, RequestId, Revision};
pub use log::{FORMAT, Log, MAX_BYTES};
pub use log_error::{LogError, Place, Torn};
pub use log_store::{Batch, LogStore};
pub use record::{Hash, Record};
pub use replay::Decided;
pub use setup::{MAX_MEMBERS, MAX_NAME, MAX_ROUNDS, MAX_SHARED_TEAMS, MAX_SIZE, MAX_TEAMS, Member, Player, Setup, TeamSetup};
pub use standings::{MonthWon, Standing};
pub use taking_back::{TakenBack, TakingBack};
pub use watch::{Replayed, Watch, to_the_end};

use crate::sim::game::Game;
use crate::sim::journal::report::RoundReport;
use crate::sim::scenario::Scenario;
use crate::sim::units::{Role, Round, Seat, TeamId};
use crate::sim::view::View;
use crate::{scenario, sim};
use reading::Reading;
use replay::{Course, Taken};
use std::sync::{Arc, OnceLock};

/// A game with its owner's rights: whoever holds the room may do everything, a seat only what [`Room::send`] allows.
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
    /// A game so large that playing it again would take too long.
    #[error("{customers} customers x {teams} teams x {rounds} rounds are too many; at most {MAX_SIZE} altogether")]
    Size {
        /// Customers of the scenario.
        customers: usize,
        /// As many as the set-up has.
        teams: usize,
        /// As many as the set-up asks for.
        rounds: u16,
    },
    /// A name that cannot be shown or that two teams have.
    #[error("team name {}: 1 to {MAX_NAME} characters, no two the same, no blank at either end, no signs that do not show", shown(.0))]
    TeamName(String),
    /// The people of a team do not fit its roles.
    #[error("team {}: {problem}", shown(.team))]
    Members {
        /// Name of the team.
        team: String,
        /// What is wrong with them, in English.
        problem: &'static str,
    },
}

/// A name for a message, which says how long one is that it does not show whole.
fn shown(name: &str) -> String {
    let length = name.chars().count();
    let begins: String = name
        .chars()
        .take(MAX_NAME)
        .flat_map(|c| if scenario::unseen(c) { c.escape_unicode().to_string() } else { c.escape_debug().to_string() }.chars().collect::<Vec<_>>())
        .collect();
    if length > MAX_NAME { format!("\"{begins}…\" ({length} characters)") } else { format!("\"{begins}\"") }
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
    /// A new game on a scenario's text.
    ///
    /// # Errors
    /// If the scenario has mistakes (all of them), or the set-up does not fit it.
    pub fn new(scenario_text: &str, setup: Setup) -> Result<Room, RoomError> {
        Room::of_case(&Case::read(scenario_text).map_err(RoomError::Scenario)?, setup)
    }

    /// A new game on a scenario that other rooms may play as well.
    ///
    /// # Errors
    /// If the set-up does not fit the scenario.
    pub fn of_case(case: &Case, mut setup: Setup) -> Result<Room, RoomError> {
        let scenario = case.for_setup(&setup)?;
        setup.settle(&scenario.guide);
        let course = Course::new(scenario.clone(), &setup);
        Ok(Room { scenario, log: Log::new(case.text().clone(), setup), course, benchmark: OnceLock::new() })
    }

    /// The game of a log: read, checked, and played again up to its last record.
    ///
    /// # Errors
    /// If the log is foreign, damaged, cut off or comes out differently; the message names the place.
    pub fn open(bytes: &[u8]) -> Result<Room, LogError> {
        Room::open_with(bytes, &mut Cases::default(), &mut to_the_end)
    }

    /// As [`Room::open`], with a scenario that is held already if it is the same, and with somebody who watches.
    ///
    /// # Errors
    /// As [`Room::open`], and [`LogError::Stopped`].
    pub fn open_with(bytes: &[u8], cases: &mut Cases, watch: &mut Watch<'_>) -> Result<Room, LogError> {
        let bytes = line_ends::as_written(bytes);
        let reading = reading::read(&bytes)?;
        match reading.torn {
            None => Room::of_reading(reading, cases, watch),
            Some(torn) => Err(LogError::Torn(torn)),
        }
    }

    /// As [`Room::open_with`], but takes a log whose last write was cut off for what it was before, and says what is left
    /// out: nothing of it was acknowledged.
    ///
    /// # Errors
    /// If the log is foreign, damaged or comes out differently; the message names the place. [`LogError::Stopped`] if the watch stops it.
    pub fn recover(bytes: &[u8], cases: &mut Cases, watch: &mut Watch<'_>) -> Result<(Room, Option<Torn>), LogError> {
        let bytes = line_ends::as_written(bytes);
        let reading = reading::read(&bytes)?;
        let torn = reading.torn;
        Ok((Room::of_reading(reading, cases, watch)?, torn))
    }

    fn of_reading(reading: Reading<'_>, cases: &mut Cases, watch: &mut Watch<'_>) -> Result<Room, LogError> {
        let case = cases.as_logged(reading.scenario).map_err(LogError::Scenario)?;
        let log = Log::of(reading, case.text().clone());
        let scenario = case.for_setup(&log.setup).map_err(LogError::Setup)?;
        let course = Course::replay(scenario.clone(), &log, watch)?;
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

    /// What a seat was shown once this month had been played and before anybody planned the next; after the last month nothing is
    /// kept from it any more. None if there is no such seat, the month was not resolved, or the game is so large that not every month's
    /// start is kept.
    #[must_use]
    pub fn view_after(&self, seat: Seat, month: Round) -> Option<View> {
        self.player(seat)?;
        let game = &self.course.game;
        let next = Round(month.0.checked_add(1)?);
        if next == game.round && game.over() {
            return Some(sim::view(game, seat));
        }
        let start = self.course.months.before(next).filter(|start| month >= Round(1) && start.state().round == next)?;
        Some(sim::view(&start.with_history(&game.journal), seat))
    }

    /// A seat's decision. When this returns, it is in the log; one that was taken before is not taken again.
    ///
    /// # Errors
    /// If it is not for this seat, month or plan to take, or the rules refuse it; then nothing has changed.
    pub fn send(&mut self, decision: Decision) -> Result<(), Refusal> {
        if self.take(&decision)? == Taken::Now {
            self.log.push(vec![decision.into()]);
        }
        Ok(())
    }

    /// Several decisions that count together or not at all, as when somebody hands in all that he plays.
    ///
    /// # Errors
    /// As [`Room::send`], for the first that is not taken; then nothing has changed.
    pub fn send_all(&mut self, decisions: Vec<Decision>) -> Result<(), Refusal> {
        // what is refused changes nothing; only the second of several has something to take back
        if let [decision] = &decisions[..] {
            return self.send(decision.clone());
        }
        let before = self.course.clone();
        let mut records = Vec::new();
        for decision in decisions {
            match self.take(&decision) {
                Ok(Taken::Now) => records.push(decision.into()),
                Ok(Taken::Before) => {}
                Err(refusal) => {
                    self.course = before;
                    return Err(refusal);
                }
            }
        }
        if !records.is_empty() {
            self.log.push(records);
        }
        Ok(())
    }

    /// Carries a decision out; the log does not know of it yet.
    fn take(&mut self, decision: &Decision) -> Result<Taken, Refusal> {
        match self.player(decision.seat) {
            Some(Player::Person) => self.course.send(&self.log.setup, decision),
            _ => Err(Refusal::NoSuchSeat),
        }
    }

    /// A decision of whoever has this seat before him now, on the plan as it lies.
    #[must_use]
    pub fn now(&self, seat: Seat, act: impl Into<Act>) -> Decision {
        Decision { round: self.round(), seat, member: None, request: None, revision: self.revision(seat), act: act.into() }
    }

    /// How often the plan of this seat has changed: with each decision of the seat but notes, and when a month ends or is taken
    /// back.
    #[must_use]
    pub fn revision(&self, seat: Seat) -> Revision {
        self.course.seats.revision(seat)
    }

    /// Whether this request of a member's was carried out already.
    #[must_use]
    pub fn has_done(&self, seat: Seat, member: Option<MemberId>, request: RequestId) -> bool {
        self.course.seats.done(seat, member, request).is_some()
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
        self.people().filter(|&seat| !self.submitted(seat))
    }

    /// Whether all people who play this role have handed its plan in; a bot never does.
    #[must_use]
    pub fn submitted(&self, seat: Seat) -> bool {
        self.player(seat) == Some(Player::Person) && self.course.submitted(self.setup(), seat, None)
    }

    /// Whether somebody has handed in this role: a member, or None for whoever sits at the team's one screen.
    #[must_use]
    pub fn has_handed_in(&self, seat: Seat, member: Option<MemberId>) -> bool {
        self.course.submitted(self.setup(), seat, member)
    }

    /// Whether somebody has handed in what he plays: a member, or None for whoever sits at the team's one screen.
    #[must_use]
    pub fn handed_in(&self, team: TeamId, member: Option<MemberId>) -> bool {
        self.roles_of(team, member).all(|role| self.has_handed_in(Seat { team, role }, member))
    }

    /// The roles that a member plays, or that people of the team play at all.
    pub fn roles_of(&self, team: TeamId, member: Option<MemberId>) -> impl Iterator<Item = Role> {
        let plays = move |seat: &Seat| seat.team == team && seats::members(self.setup(), *seat, member).is_some();
        self.people().filter(plays).map(|seat| seat.role)
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
        let record = |(seat, command)| Record::Decision { round, seat, member: None, request: None, act: Act::Do(command) };
        let mut records: Vec<Record> = self.course.bots_decide(&self.log.setup).into_iter().map(record).collect();
        let (round, hash) = self.course.resolve();
        records.push(Record::Resolved { round, hash });
        self.log.push(records);
        self.course.reports.last().ok_or(NotYet::Over)
    }

    /// No round can be taken back any more, since that has been done as often as the size of the game allows.
    #[must_use]
    pub fn has_spent_undos(&self) -> bool {
        !self.course.effort.allows_more()
    }

    /// All decisions that count, of people and bots, in the order in which they came; those of rounds taken back are left out.
    #[must_use]
    pub fn decided(&self) -> &[Decided] {
        &self.course.decided
    }

    /// The game from the start of this month on, to be played with one decision another and all luck the same. None if the
    /// month was not resolved.
    #[must_use]
    pub fn branch(&self, from: Round) -> Option<Branch<'_>> {
        let last = Round(self.course.reports.len() as u16);
        let start = self.course.months.before(from).filter(|_| Round(1) <= from && from <= last)?;
        Some(Branch { start, decided: &self.course.decided, from, last })
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
        match Course::replay(self.scenario.clone(), &self.log, &mut to_the_end) {
            Ok(course) => self.course = course,
            Err(error) => tracing::error!("a log that was just written does not replay: {error}"),
        }
    }
}
