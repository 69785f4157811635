//! The market: who the customers are, what they need, tenders.

pub mod asked;
pub mod needs;
pub mod population;
pub mod tenders;
