//! The service desk.

pub mod queue;
