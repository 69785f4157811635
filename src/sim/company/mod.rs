//! The company itself: investments and the tool for customer data.

pub mod investing;
pub mod tools;
