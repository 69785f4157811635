//! The people of the team: hiring, training, leaving; the pool of customers that nobody keeps.

pub mod pool;
pub mod staffing;
