//! The journal: every change with its cause, what happened, and the talk log.

pub mod effect;
pub mod report;
