//! The rules of the game: a pure machine of state, commands and rounds.
//!
//! Knows nothing of files, clocks, networks or windows, and so cannot fail: a command is refused with a reason, a
//! round always resolves. Sources are sections of the model description (MODEL.md).

pub mod agenda;
pub mod analytics;
pub mod backlog;
pub mod choice_utility;
pub mod command;
pub mod committee;
pub mod conditions;
pub mod contracts;
pub mod cost;
pub mod draw;
pub mod effect;
pub mod funnel;
pub mod goods;
pub mod hazard;
pub mod hopeful;
pub mod maths;
pub mod notes;
pub mod offer;
pub mod plan;
pub mod pyramid;
pub mod quoting;
pub mod report;
pub mod rivals;
pub mod roster;
pub mod round;
pub mod rules;
pub mod scenario;
pub mod score;
pub mod seat_view;
pub mod setup;
pub mod staff;
pub mod state;
pub mod stocking;
pub mod tends;
pub mod tools;
pub mod units;
pub mod view;
pub mod walk_ins;

mod answer;
mod campaigns;
mod care;
mod chacha;
mod churn;
mod closing;
mod contest;
mod delivery;
mod finding;
mod gifts;
mod investing;
mod lifecycle;
mod news;
mod nurture;
mod pool;
mod population;
mod selling;
mod service;
mod staffing;
mod standing;
mod supply;
mod tendering;
mod turn;
mod word_of_mouth;

#[cfg(test)]
pub(crate) mod testing;

pub use plan::apply;
pub use round::resolve;
pub use seat_view::{view, view_now};
pub use state::{State, hash};
