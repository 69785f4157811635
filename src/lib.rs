//! Rapport (客缘): a classroom game about customer relationships.
//!
//! `sim` holds the rules; everything else feeds it or shows it. See ARCHITECTURE.md.

pub mod bots;
pub mod calibrate;
pub mod sim;
