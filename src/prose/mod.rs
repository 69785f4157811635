//! Everything that is said of a game, in the reader's language: names, sentences about what happened, reasons, cards,
//! highlights, stories, tables of figures.
//!
//! All of it is a function of a [`View`](crate::sim::view::View) and a language, and knows nothing of who shows it: the
//! window, the report's page, the command line and whatever reads a game in a browser. The texts themselves lie in
//! `assets/locales`; [`crate::words`] looks them up. Begin with [`Prose`].

pub mod accounts;
pub mod advice;
pub mod agenda;
pub mod campaigns;
pub mod cards;
pub mod checks;
pub mod climb;
pub mod deals;
pub mod glossary;
pub mod goal;
pub mod happenings;
pub mod highlights;
pub mod key_figures;
pub mod leader;
pub mod lists;
pub mod month;
pub mod names;
pub mod questions;
pub mod reasons;
pub mod relations;
pub mod staff;
pub mod stories;
pub mod talks;
pub mod ten_c;
pub mod tickets;
mod tone;
mod wording;
pub mod writing;

pub use deals::{decided_deals, forecasts, open_deals, regrets, talk_chance, tenders, told};
pub use goal::{gap, lessons, made, nearest, standing};
pub use month::{bridge, deeds, voices};
pub use tone::Tone;
pub use wording::Prose;
