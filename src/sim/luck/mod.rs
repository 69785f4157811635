//! Luck: keyed random draws, named by the event, never taken in sequence (docs/model.md#draws).

mod chacha;
pub mod draw;
