//! Luck: keyed random draws, named by the event, never taken in sequence (docs/model.md#draws).

pub mod draw;
pub mod events;
