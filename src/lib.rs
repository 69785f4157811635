//! Rapport (客缘): a classroom game about customer relationships.
#![forbid(unsafe_code)]

#[cfg(feature = "game")]
pub mod game;
pub mod words;
