//! How a deal is won: calls, the committee, quotes, the choice between vendors.

pub mod calls;
pub mod choice_utility;
pub mod committee;
pub mod contest;
mod forecast;
pub mod preference;
pub mod quoting;
pub mod surprise;
