//! Planning: commands, the plan a month opens with.

pub mod command;
pub mod opening;
pub mod plan;
