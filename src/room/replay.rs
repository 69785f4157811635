//! A game in progress, rebuilt from scenario, set-up and records alone.
//!
//! The only place that calls `sim::apply` and `sim::resolve` for a room. It knows nothing of files; every record goes in
//! here, both while playing and while reading a log, so a replay cannot differ from the game.

use super::log::{Log, LogError};
use super::record::{Hash, Record};
use super::setup::{Player, Setup};
use crate::bots::BotLuck;
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::journal::report::RoundReport;
use crate::sim::planning::command::Command;
use crate::sim::scenario::Scenario;
use crate::sim::setup as board;
use crate::sim::terms::Reject;
use crate::sim::units::{Role, Round, Seat, TeamId};
use crate::{bots, sim};
use std::sync::Arc;

/// More undone rounds than this are no game; it bounds the work that a foreign log can ask for.
const MAX_UNDOS: usize = 500;

#[derive(Clone, Debug)]
pub(super) struct Course {
    pub game: Game,
    /// Rounds played, in order.
    pub reports: Vec<RoundReport>,
    pub hashes: Vec<Hash>,
    /// The decisions that count, those of undone rounds left out.
    decisions_kept: Vec<(Round, Seat, Command)>,
    scenario: Arc<Scenario>,
    rounds: u16,
    undos: usize,
}

impl Course {
    pub fn new(scenario: Arc<Scenario>, setup: &Setup) -> Course {
        let rounds = setup.rounds(&scenario.guide);
        let game = fresh(&scenario, setup, rounds);
        Course { game, reports: Vec::new(), hashes: Vec::new(), decisions_kept: Vec::new(), scenario, rounds, undos: 0 }
    }

    pub fn apply(&mut self, seat: Seat, command: Command) -> Result<(), Reject> {
        sim::apply(&mut self.game, seat, command.clone())?;
        self.decisions_kept.push((self.game.round, seat, command));
        Ok(())
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
        match self.apply(seat, command.clone()) {
            Ok(()) => accepted.push((seat, command)),
            Err(reject) => tracing::debug!("a bot's command was refused: {reject:?} {seat:?} {command:?}"),
        }
    }

    /// Ends the month; the round that was resolved and the hash after it.
    pub fn resolve(&mut self) -> (Round, Hash) {
        let round = self.game.round;
        let report = sim::resolve(&mut self.game);
        let hash = Hash(sim::hash(&self.game));
        self.reports.push(report);
        self.hashes.push(hash);
        (round, hash)
    }

    /// Back to the planning of the round resolved last, with the people's cards as they were, nobody having submitted.
    pub fn undo(&mut self, setup: &Setup) -> Option<Round> {
        let undone = Round(self.reports.len() as u16);
        if undone.0 == 0 || self.undos >= MAX_UNDOS {
            return None;
        }
        let mut decisions = std::mem::take(&mut self.decisions_kept);
        let roles = self.scenario.guide.roles();
        decisions.retain(|(round, seat, command)| {
            *round < undone
                || (*round == undone && setup.player(roles, *seat) == Some(Player::Person) && !matches!(command, Command::Submit | Command::Withdraw))
        });
        self.game = fresh(&self.scenario, setup, self.rounds);
        self.reports.clear();
        self.hashes.clear();
        self.undos += 1;
        for (round, seat, command) in decisions {
            while self.game.round < round {
                self.resolve();
            }
            if let Err(reject) = self.apply(seat, command) {
                tracing::debug!("no longer possible after an undo: {reject:?}");
            }
        }
        while self.game.round < undone {
            self.resolve();
        }
        Some(undone)
    }

    /// Plays a log from the start and compares every round's hash.
    pub fn replay(scenario: Arc<Scenario>, log: &Log) -> Result<Course, LogError> {
        let setup = &log.setup;
        let mut course = Course::new(scenario, setup);
        for (index, record) in log.records().iter().enumerate() {
            let wrong = |problem: String| LogError::Record { line: log.line_of(index), problem };
            let now = course.game.round;
            match record {
                Record::Decision { round, seat, command } => {
                    if *round != now {
                        return Err(wrong(format!("a decision of round {}, while round {} is being planned", round.0, now.0)));
                    }
                    if setup.player(course.scenario.guide.roles(), *seat).is_none() {
                        return Err(wrong("a decision of a seat that the course does not have".to_owned()));
                    }
                    course.apply(*seat, command.clone()).map_err(|reject| wrong(format!("the rules refuse this decision: {reject:?}")))?;
                }
                Record::Resolved { round, hash } => {
                    if *round != now || course.game.over() {
                        return Err(wrong(format!("the end of round {}, while round {} is being planned", round.0, now.0)));
                    }
                    let (_, found) = course.resolve();
                    if found != *hash {
                        return Err(LogError::Differs { line: log.line_of(index), round: round.0, logged: *hash, found });
                    }
                }
                Record::Undone { round } => {
                    if course.undo(setup) != Some(*round) {
                        return Err(wrong(format!("round {} cannot be undone here", round.0)));
                    }
                }
            }
        }
        Ok(course)
    }
}

fn fresh(scenario: &Arc<Scenario>, setup: &Setup, rounds: u16) -> Game {
    let teams = setup.teams.iter().map(|team| team.name.clone()).collect();
    Game::new(
        scenario.clone(),
        &board::Setup { seed: setup.seed, market: setup.market, compliance: setup.compliance, rounds, teams, recording: Recording::Full },
    )
}
