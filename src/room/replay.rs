//! A game in progress, rebuilt from scenario, set-up and records alone.
//!
//! The only place that calls `sim::apply` and `sim::resolve` for a room. It knows nothing of files; every record goes in
//! here, both while playing and while reading a log, so a replay cannot differ from the game.

use super::decision::{Act, Decision, MemberId, Refusal};
use super::effort::Effort;
use super::log::Log;
use super::log_error::LogError;
use super::months::Months;
use super::named::Named;
use super::record::{Hash, Record};
use super::seats::{self, Seats};
use super::setup::{Player, Setup};
use super::watch::{Replayed, Watch};
use crate::bots::BotLuck;
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::journal::report::RoundReport;
use crate::sim::planning::command::Command;
use crate::sim::planning::plan;
use crate::sim::scenario::Scenario;
use crate::sim::setup as board;
use crate::sim::terms::Reject;
use crate::sim::units::{Minutes, Role, Round, Seat, TeamId};
use crate::{bots, sim};
use std::ops::ControlFlow;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub(super) struct Course {
    pub game: Game,
    /// Rounds played, in order.
    pub reports: Vec<RoundReport>,
    pub hashes: Vec<Hash>,
    /// Goes on through months that are taken back.
    pub seats: Seats,
    /// The decisions that count, those of undone rounds left out.
    pub decided: Vec<Decided>,
    pub months: Months,
    scenario: Arc<Scenario>,
    pub effort: Effort,
}

/// A command that the rules accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The month that was being planned.
    pub round: Round,
    /// Who decided, a person or a bot.
    pub seat: Seat,
    /// What was decided.
    pub command: Command,
    /// What the command means by a number.
    pub(super) named: Option<Named>,
}

/// How a decision was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Now,
    /// The same request was carried out already.
    Before,
}

impl Course {
    pub fn new(scenario: Arc<Scenario>, setup: &Setup) -> Course {
        let game = fresh(&scenario, setup);
        let months = Months::of(&game);
        Course { game, reports: Vec::new(), hashes: Vec::new(), seats: Seats::new(setup), decided: Vec::new(), months, scenario, effort: Effort::default() }
    }

    fn apply(&mut self, seat: Seat, command: Command) -> Result<(), Reject> {
        let (round, named) = (self.game.round, Named::by(&command, &self.game, seat));
        sim::apply(&mut self.game, seat, command.clone())?;
        self.decided.push(Decided { round, seat, command, named });
        Ok(())
    }

    /// A person's decision; if it is refused, nothing has changed.
    pub fn send(&mut self, setup: &Setup, decision: &Decision) -> Result<Taken, Refusal> {
        let Decision { round, seat, member, request, revision, ref act } = *decision;
        let who = seats::members(setup, seat, member).ok_or(Refusal::NotYourRole)?;
        match request.and_then(|request| self.seats.done(seat, member, request)) {
            Some(before) if *before == (round, act.clone()) => return Ok(Taken::Before),
            Some(_) => return Err(Refusal::RequestUsed),
            None => {}
        }
        if self.game.over() {
            return Err(Refusal::Over);
        }
        if round != self.game.round {
            return Err(Refusal::OtherRound { now: self.game.round });
        }
        // no plan depends on what a team writes down
        let is_note = matches!(act, Act::Do(Command::Note(_)));
        let now = self.seats.revision(seat);
        if revision != now && !is_note {
            return Err(Refusal::Stale { now });
        }
        match act {
            Act::Submit if self.seats.all(seat, who) => return Err(Refusal::Submitted),
            Act::Submit => self.seats.submit(seat, who),
            Act::Withdraw if !self.seats.any(seat, who) => return Err(Refusal::NotSubmitted),
            Act::Withdraw => self.seats.withdraw(seat, who),
            Act::Do(_) if !is_note && self.seats.all(seat, who) => return Err(Refusal::Submitted),
            Act::Do(command) => {
                if let Some(member) = member
                    && self.takes_others_hours(setup, seat, member, command)
                {
                    return Err(Refusal::NotEnoughHours);
                }
                self.decide(seat, command.clone()).map_err(Refusal::Rules)?;
            }
        }
        if !matches!(act, Act::Do(_)) {
            self.seats.moved(seat);
        }
        if let Some(request) = request {
            self.seats.note_done(seat, member, request, (round, act.clone()));
        }
        Ok(Taken::Now)
    }

    /// Where several share a role, each has a part of its hours: the first may plan up to its own part, the second up to both
    /// parts, and so on, so that nobody plans another's time away.
    fn takes_others_hours(&self, setup: &Setup, seat: Seat, member: MemberId, command: &Command) -> bool {
        let (of_plan, card) = match command {
            Command::Add(card) => (None, card),
            Command::Change(id, card) => (Some(*id), card),
            _ => return false,
        };
        let Some((place, count)) = setup.teams.get(seat.team.index()).and_then(|team| team.sharing(member.index(), seat.role)) else {
            return true;
        };
        let (game, team, role) = (&self.game, seat.team.index(), seat.role);
        let part = Minutes(plan::working_time(game, team, role).0 * (place as i32 + 1) / count as i32);
        let others: Minutes = game.desks[team].plan.iter().filter(|c| c.role == role && Some(c.id) != of_plan).map(|c| c.minutes).sum();
        others + plan::minutes(game, team, role, card) > part
    }

    /// Carries a command out. No command changes the plan of another role, and no plan depends on what a team writes down.
    fn decide(&mut self, seat: Seat, command: Command) -> Result<(), Reject> {
        let is_note = matches!(command, Command::Note(_));
        self.apply(seat, command)?;
        if !is_note {
            self.seats.moved(seat);
        }
        Ok(())
    }

    /// Whether all of a role's people have handed in, or the one of them that is named.
    pub fn submitted(&self, setup: &Setup, seat: Seat, member: Option<MemberId>) -> bool {
        seats::members(setup, seat, member).is_some_and(|who| self.seats.all(seat, who))
    }

    /// The commands of all bots for the month being planned, as accepted by the rules.
    pub fn bots_decide(&mut self, setup: &Setup) -> Vec<(Seat, Command)> {
        let mut accepted = Vec::new();
        for (index, team) in setup.teams.iter().enumerate() {
            let id = TeamId::at(index);
            let seat = |role| Seat { team: id, role };
            if self.game.round == Round(1) && !team.has_people() {
                self.try_apply(seat(Role::Developer), bots::open_game(), &mut accepted);
            }
            let view = sim::view_now(&self.game, seat(Role::Developer));
            let luck = self.game.luck.clone();
            let scenario = self.scenario.clone();
            for &role in scenario.guide.roles() {
                if let Player::Bot(kind) = team.players[role.index()] {
                    for command in bots::decide(&kind.policy(), &view, role, &BotLuck::new(&luck, id)) {
                        self.try_apply(seat(role), command, &mut accepted);
                    }
                }
            }
        }
        accepted
    }

    fn try_apply(&mut self, seat: Seat, command: Command, accepted: &mut Vec<(Seat, Command)>) {
        match self.decide(seat, command.clone()) {
            Ok(()) => accepted.push((seat, command)),
            Err(reject) => tracing::debug!("a bot's command was refused: {reject:?} {seat:?} {command:?}"),
        }
    }

    /// Ends the month; the round that was resolved and the hash after it.
    pub fn resolve(&mut self) -> (Round, Hash) {
        self.seats.other_month();
        self.play_month()
    }

    fn play_month(&mut self) -> (Round, Hash) {
        let round = self.game.round;
        let report = sim::resolve(&mut self.game);
        let hash = Hash(sim::hash(&self.game));
        self.reports.push(report);
        self.hashes.push(hash);
        self.months.opens(&self.game);
        (round, hash)
    }

    /// Back to the planning of the round resolved last, with the people's cards as they were, nobody having submitted. None if there
    /// is none, or too many were taken back before; a break if the watch stops it, and what is left then is no game any more.
    pub fn undo(&mut self, setup: &Setup, watch: &mut Watch<'_>) -> ControlFlow<(), Option<Round>> {
        let undone = Round(self.reports.len() as u16);
        if undone.0 == 0 || !self.effort.allows_more() {
            return ControlFlow::Continue(None);
        }
        self.months.back_to(undone);
        let Some(start) = self.months.before(undone) else { return ControlFlow::Continue(None) };
        start.restore(&mut self.game);
        let first_round = self.game.round;
        let replayed = |course: &Course| Replayed { months: course.game.round.since(first_round).into(), of: undone.since(first_round).into() };
        let first = self.decided.partition_point(|decided| decided.round < self.game.round);
        let again = self.decided.split_off(first);
        let kept = usize::from(self.game.round.0).saturating_sub(1);
        self.reports.truncate(kept);
        self.hashes.truncate(kept);
        let rounds = usize::from(undone.since(self.game.round)) + 1;
        self.effort.add(again.len(), self.game.customers.len() * self.game.teams.len() * rounds);
        self.seats.other_month();
        self.seats.taken_back(undone);
        let roles = self.scenario.clone();
        let by_a_person = |seat| setup.player(roles.guide.roles(), seat) == Some(Player::Person);
        for Decided { round, seat, command, .. } in again {
            while self.game.round < round.min(undone) {
                watch(replayed(self))?;
                self.play_month();
            }
            // of the month itself what people planned lies on the desks again; its bots decide anew
            if (round < undone || round == undone && by_a_person(seat))
                && let Err(reject) = self.apply(seat, command)
            {
                tracing::debug!("no longer possible after an undo: {reject:?}");
            }
        }
        while self.game.round < undone {
            watch(replayed(self))?;
            self.play_month();
        }
        ControlFlow::Continue(Some(undone))
    }

    /// Plays a log from the start and compares every round's hash.
    pub fn replay(scenario: Arc<Scenario>, log: &Log, watch: &mut Watch<'_>) -> Result<Course, LogError> {
        let setup = &log.setup;
        let mut course = Course::new(scenario, setup);
        let of = log.records().iter().filter(|record| matches!(record, Record::Resolved { .. })).count();
        let mut replayed = Replayed { months: 0, of };
        for (index, record) in log.records().iter().enumerate() {
            if watch(replayed).is_break() {
                return Err(LogError::Stopped);
            }
            let wrong = |problem: String| LogError::Record { line: log.line_of(index), problem };
            let now = course.game.round;
            match record {
                Record::Decision { round, seat, member, request, act } => match (setup.player(course.scenario.guide.roles(), *seat), act) {
                    (None, _) => return Err(wrong("a decision for a role that is not in this game".to_owned())),
                    (Some(Player::Person), act) => {
                        let revision = course.seats.revision(*seat);
                        let decision = Decision { round: *round, seat: *seat, member: *member, request: *request, revision, act: act.clone() };
                        match course.send(setup, &decision) {
                            Ok(Taken::Now) => {}
                            Ok(Taken::Before) => return Err(wrong("a request that was carried out before".to_owned())),
                            Err(refusal) => return Err(wrong(format!("a decision of round {} that the room refuses: {refusal}", round.0))),
                        }
                    }
                    (Some(Player::Bot(_)), Act::Do(command)) if (*round, *member, *request) == (now, None, None) => {
                        course.decide(*seat, command.clone()).map_err(|reject| wrong(format!("the rules refuse this decision: {reject:?}")))?;
                    }
                    (Some(Player::Bot(_)), _) => return Err(wrong("not a decision that a bot can make".to_owned())),
                },
                Record::Resolved { round, hash } => {
                    if *round != now || course.game.over() {
                        return Err(wrong(format!("the end of round {}, while round {} is being planned", round.0, now.0)));
                    }
                    let (_, found) = course.resolve();
                    if found != *hash {
                        return Err(LogError::Differs { line: log.line_of(index), round: round.0, logged: *hash, found });
                    }
                    replayed.months += 1;
                }
                Record::Undone { round } => {
                    let spent = if course.effort.allows_more() { "" } else { ": so many were undone before it that reading the game would take too long" };
                    // what is played again to take a month back is none of the log's months
                    let undone = course.undo(setup, &mut |_| watch(replayed));
                    if undone.is_break() {
                        return Err(LogError::Stopped);
                    }
                    if undone != ControlFlow::Continue(Some(*round)) {
                        return Err(wrong(format!("round {} cannot be undone here{spent}", round.0)));
                    }
                }
            }
        }
        if watch(replayed).is_break() { Err(LogError::Stopped) } else { Ok(course) }
    }
}

fn fresh(scenario: &Arc<Scenario>, setup: &Setup) -> Game {
    let rounds = setup.rounds(&scenario.guide);
    let teams = setup.teams.iter().map(|team| team.name.clone()).collect();
    Game::new(
        scenario.clone(),
        &board::Setup { seed: setup.seed, luck: setup.luck, market: setup.market, compliance: setup.compliance, rounds, teams, recording: Recording::Full },
    )
}
