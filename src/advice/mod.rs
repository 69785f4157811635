//! Advice: offers, estimates, the agenda. Functions of a view, so that they know no more than the team does.

pub mod agenda;
pub mod estimate;
pub mod offer;
