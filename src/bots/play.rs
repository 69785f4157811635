//! Bots at work on a state, without a room: for calibration, benches and tests.

use super::luck::BotLuck;
use super::policy::Policy;
use super::{decide, open_game};
use crate::sim::game::Game;
use crate::sim::planning::command::Command;
use crate::sim::terms::Reject;
use crate::sim::units::{Role, Seat, TeamId};
use crate::sim::view::view_now;
use crate::sim::{apply, resolve};

/// A command of a bot that the rules refused: there should be none.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Whose bot sent it.
    pub seat: Seat,
    /// As it was sent.
    pub command: Command,
    /// Why the rules refused it.
    pub reject: Reject,
}

/// Plays all roles of one team for the month being planned.
pub fn play_month(state: &mut Game, team: TeamId, policy: &Policy, refused: &mut Vec<Refused>) {
    let seat = |role| Seat { team, role };
    if state.round.0 == 1 {
        tell(state, seat(Role::Developer), open_game(), refused);
    }
    let view = view_now(state, seat(Role::Developer));
    let luck = state.luck.clone();
    let luck = BotLuck::new(&luck, team);
    for &role in view.guide.roles() {
        for command in decide(policy, &view, role, &luck) {
            tell(state, seat(role), command, refused);
        }
    }
}

pub(super) fn tell(state: &mut Game, seat: Seat, command: Command, refused: &mut Vec<Refused>) {
    if let Err(reject) = apply(state, seat, command.clone()) {
        refused.push(Refused { seat, command, reject });
    }
}

/// Plays a game to its end, every team by its policy; `after` looks at the state after each round.
pub fn play_game(state: &mut Game, policies: &[Policy], refused: &mut Vec<Refused>, mut after: impl FnMut(&Game)) {
    while !state.over() {
        for (index, policy) in policies.iter().enumerate() {
            play_month(state, TeamId::at(index), policy, refused);
        }
        resolve(state);
        after(state);
    }
}
