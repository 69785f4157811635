//! The rules of the game: a pure machine of state, commands and rounds.
//!
//! Knows nothing of files, clocks, networks or windows, and so cannot fail: a command is refused with a reason, a
//! round always resolves. Sources are sections of the model description (docs/model.md).

pub mod books;
pub mod cards;
pub mod care;
pub mod company;
pub mod game;
pub mod journal;
pub mod knowledge;
pub mod lifecycle;
pub mod limits;
pub mod luck;
pub mod market;
pub mod maths;
pub mod month;
pub mod notes;
pub mod orders;
pub mod parameters;
pub mod people;
pub mod planning;
pub mod prospecting;
pub mod scenario;
pub mod score;
pub mod selling;
pub mod service;
pub mod setup;
pub mod state;
pub mod tendering;
pub mod terms;
pub mod turn;
pub mod units;
pub mod view;

#[cfg(test)]
pub(crate) mod testing;

/// The version of the rules: raised with every change of a rule, of a default number or of the draws, since a game that was
/// logged before comes out differently after it (docs/versions.md).
pub const RULES: u32 = 11;

pub use game::{Game, hash};
pub use month::resolve;
pub use planning::plan::apply;
pub use view::{view, view_now};
