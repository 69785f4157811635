//! Cards: what a role does in a month.

pub mod command;
pub mod conditions;
pub mod cost;
pub mod hopeful;
