//! A small game and plain words for the tests beside the code.

use super::wording::Wording;
use crate::bots::{Policy, play_month};
use crate::sim::game::Game;
use crate::sim::notes::{Firm, Note, OwnFields};
use crate::sim::planning::command::Command;
use crate::sim::scenario::Text;
use crate::sim::terms::{Found, Kind, Level, Phase, TaskKind, Tier};
use crate::sim::testing::{game, seat};
use crate::sim::units::{Role, Round, TeamId};
use crate::sim::view::View;
use crate::sim::{self, apply, resolve};

/// A game of a sound team, so many months on.
pub fn played(seed: u64, rounds: u16) -> Game {
    let mut state = game(seed, 1);
    for _ in 0..rounds {
        play_month(&mut state, TeamId(0), &Policy::balanced(), &mut Vec::new());
        resolve(&mut state);
    }
    state
}

pub fn noted(state: &Game) -> View {
    sim::view(state, seat(0, Role::AccountManager))
}

pub fn write(state: &mut Game, note: Note) {
    assert_eq!(apply(state, seat(0, Role::AccountManager), Command::Note(note)), Ok(()));
}

pub fn enter(state: &mut Game, name: &str, reach: &str, remark: &str) {
    let own = OwnFields { reach: reach.to_owned(), remark: remark.to_owned() };
    write(state, Note::Enter(Firm { name: name.to_owned(), kind: Kind::Intending, own }));
}

/// So many account managers in a view, who look alike.
pub fn share_out(view: &mut View, people: usize) {
    let posts = &mut view.staff[Role::AccountManager.index()].posts;
    let one = posts[0].clone();
    posts.resize(people, one);
}

/// Calls everything by its name in the code.
pub struct Plain;

impl Wording for Plain {
    fn say(&self, key: &str) -> String {
        key.to_owned()
    }

    fn text(&self, text: &Text) -> String {
        text.en.to_string()
    }

    fn month(&self, round: Round) -> String {
        format!("month {}", round.0)
    }

    fn phase(&self, phase: Phase) -> String {
        format!("{phase:?}")
    }

    fn kind(&self, kind: Kind) -> String {
        format!("{kind:?}")
    }

    fn level(&self, level: Level) -> String {
        format!("{level:?}")
    }

    fn tier(&self, tier: Tier) -> String {
        format!("{tier:?}")
    }

    fn role(&self, role: Role) -> String {
        format!("{role:?}")
    }

    fn person(&self, role: Role, place: u8) -> String {
        format!("{role:?} {place}")
    }

    fn found(&self, found: Found) -> String {
        format!("{found:?}")
    }

    fn task(&self, task: TaskKind) -> String {
        format!("{task:?}")
    }
}
