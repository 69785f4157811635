//! Advice: offers, estimates, what a quote comes to, a strategy to begin with, the agenda and what to do about it. Functions of a view, so that they know no more than the team does.

pub mod agenda;
pub mod estimate;
mod item;
pub mod nearest;
pub mod offer;
pub mod questions;
pub mod queues;
pub mod quote;
pub mod strategy;
pub mod todo;
