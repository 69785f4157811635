//! The window itself: whether it can be opened, its graphics, its pace, and all that is in it.

pub mod contents;
pub mod display;
pub mod error;
pub mod opening;
mod pace;
pub mod shader;
