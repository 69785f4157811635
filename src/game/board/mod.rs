//! The board: each customer is a token in the lane of its phase, or in its tier of the pyramid. [`layout`] says where a
//! token stands, [`panel`] paints the board and says what the player did on it.

pub mod layout;
pub mod panel;
