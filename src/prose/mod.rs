//! Everything that is said of a game, in the reader's language: names, sentences about what happened, reasons, cards,
//! highlights, stories, tables of figures.
//!
//! All of it is a function of a [`View`](crate::sim::view::View) and a language, and knows nothing of who shows it: the
//! window, the report's page, the command line and whatever reads a game in a browser. The texts themselves lie in
//! `assets/locales`; [`crate::words`] looks them up. Begin with [`Prose`].

pub mod accounts;
pub mod advice;
pub mod agenda;
pub mod bridge;
pub mod campaigns;
pub mod cards;
pub mod climb;
pub mod deals;
pub mod deeds;
pub mod glossary;
pub mod happenings;
pub mod highlights;
pub mod key_figures;
pub mod leader;
pub mod lessons;
pub mod lists;
pub mod names;
pub mod questions;
pub mod reasons;
pub mod relations;
pub mod staff;
pub mod standing;
pub mod stories;
pub mod talks;
pub mod ten_c;
pub mod tickets;
mod tone;
pub mod voices;
mod wording;
pub mod writing;

pub use deals::{decided_deals, forecasts, open_deals, tenders};
pub use tone::Tone;
pub use wording::Prose;
