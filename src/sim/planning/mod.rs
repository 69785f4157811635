//! Planning: commands, the plan a month opens with.

pub mod command;
pub(crate) mod levels;
pub mod opening_plan;
pub mod plan;
pub mod usual;
mod write_notes;
