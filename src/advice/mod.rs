//! Advice: offers, estimates, chances with the plan, what a quote comes to, a strategy to begin with, the agenda and what to do about it. Functions of a view, so that they know no more than the team does.

pub mod agenda;
pub mod chances;
pub mod contracts;
pub mod estimate;
pub mod idle;
mod item;
pub mod many;
pub mod nearest;
pub mod offer;
pub mod promised;
pub mod questions;
pub mod queues;
pub mod quote;
pub mod strategy;
pub mod todo;
pub mod within_reach;
