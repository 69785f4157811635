//! The board: each customer is a token in the lane of its phase, or in its tier of the pyramid; or each open deal a card at its
//! stage. [`places`] says what there is, [`crowd`] who matters and who is counted with whom, [`layout`] where everybody stands,
//! [`panel`] paints it and says what the player did on it, [`zoom`] shows one place or group alone.

pub mod crowd;
mod deals;
mod empty;
mod ground;
mod kept;
pub mod layout;
pub mod panel;
pub mod places;
mod search;
pub mod state;
mod tools;
mod tooltip;
mod way;
mod zoom;

pub use kept::Kept;
pub use state::BoardUi;
