//! A month in words: where its money went, what was done besides, what customers say to their decisions.

pub mod bridge;
pub mod deeds;
pub mod voices;
