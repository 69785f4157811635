//! Cards: what can be played, setting one, and the plan they go into.

mod bid;
mod bundle;
pub mod editor;
mod forecast;
mod hours;
pub mod icon;
pub mod offers;
pub mod plan;
mod purchase;
pub mod quote;
pub mod same;
mod whom;
