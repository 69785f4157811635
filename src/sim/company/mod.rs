//! The company itself: investments, the tool for customer data, the books.

pub mod closing;
pub mod investing;
pub mod tools;
