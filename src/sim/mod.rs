//! The rules of the game: a pure machine of state, commands and rounds.
//!
//! Knows nothing of files, clocks, networks or windows, and so cannot fail: a command is refused with a reason, a
//! round always resolves. Sources are sections of the model description (MODEL.md).

pub mod choice_utility;
pub mod command;
pub mod committee;
pub mod conditions;
pub mod draw;
pub mod effect;
pub mod hazard;
pub mod maths;
pub mod quoting;
pub mod report;
pub mod rules;
pub mod scenario;
pub mod state;
pub mod units;
pub mod view;

#[cfg(test)]
mod testing;
