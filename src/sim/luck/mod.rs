//! Luck: keyed random draws, named by the event, never taken in sequence (MODEL.md 2).

mod chacha;
pub mod draw;
