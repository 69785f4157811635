//! Advice: offers, estimates, what a quote comes to, a strategy to begin with, the agenda. Functions of a view, so that they know no more than the team does.

pub mod agenda;
pub mod estimate;
pub mod offer;
pub mod questions;
pub mod quote;
pub mod strategy;
