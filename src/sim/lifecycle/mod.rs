//! The life of a relation: phases, churn, word of mouth.

pub mod churn;
pub mod hazard;
pub mod phases;
pub mod renewals;
pub mod win_back;
pub mod word_of_mouth;
