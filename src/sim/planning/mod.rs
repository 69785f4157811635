//! Planning: commands, the plan a month opens with.

pub mod opening;
pub mod plan;
