//! Deals: open and decided, tenders, and what was forecast of them.

pub mod decided_deals;
pub mod forecasts;
pub mod open_deals;
pub mod regrets;
pub mod talk_chance;
pub mod tenders;
pub mod told;
