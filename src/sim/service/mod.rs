//! The service desk.

pub mod arrivals;
pub mod queue;
