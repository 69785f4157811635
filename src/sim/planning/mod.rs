//! Planning: commands, the plan a month opens with.

pub mod command;
mod notes;
pub mod opening;
pub mod plan;
pub mod usual;
