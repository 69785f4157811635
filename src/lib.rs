//!
//! `sim` holds the rules; everything else feeds it or shows it. See ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod bots;
#[cfg(feature = "game")]
pub mod game;
pub mod scenario;
pub mod sim;
pub mod words;
