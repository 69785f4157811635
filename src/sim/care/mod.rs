//! Looking after customers: visits, nurturing, gifts.

pub mod gifts;
pub mod visits;
