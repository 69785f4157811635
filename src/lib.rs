//! Rapport (客缘): a classroom game about customer relationships.
//!
//! `sim` holds the rules; everything else feeds it or shows it. See ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod advice;
pub mod bots;
pub mod calendar;
pub mod calibrate;
mod checked_ron;
pub mod crm;
#[cfg(feature = "game")]
pub mod game;
#[cfg(feature = "host")]
pub mod host;
pub mod insight;
pub mod order_table;
pub mod prose;
pub mod room;
pub mod scenario;
pub mod sim;
pub mod spreadsheet;
pub mod store;
pub mod words;
