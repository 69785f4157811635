//! What counts, where the teams stand, and at the end what to try next.

pub mod gap;
pub mod lessons;
pub mod made;
pub mod nearest;
pub mod standing;
