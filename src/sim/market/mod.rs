//! The market: who the customers are, what they need, tenders.

pub mod need_terms;
pub mod needs;
pub mod population;
pub mod tenders;
