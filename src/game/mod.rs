//! The window: what the player sees and does. Draws views and sends commands; holds no rule of the game, builds no sentence
//! that a page in a browser would need as well ([`crate::prose`] does), and nothing outside this folder knows it exists.
//!
//! The folders import one another in one direction only, from the last of this list to the first; a folder's own files
//! likewise. Every file that takes part in the app has a `plugin` function, listed in its folder's; panels are plain
//! functions of what they show, a little state of their own, and an `egui::Ui`.
//!
//! `theme` (colours, type, icons), `widgets`, `app` (what every screen stands on), `board`, `desk`, `resolution`, `results`,
//! `menu`, `setup`, `session` (the game on the table), `window`, `pictures`.

pub mod app;
pub mod board;
pub mod desk;
pub mod menu;
mod pictures;
pub mod resolution;
pub mod results;
pub mod session;
pub mod setup;
pub mod theme;
pub mod widgets;
mod window;
#[cfg(feature = "measure")]
pub mod window_cost;

pub use app::root::{DrawSystems, dress, root_ui};
pub use app::settings::{Look, Settings};
pub use pictures::screenshots;
pub use window::display::{Missing, can_open_window};
pub use window::error::GameError;
pub use window::opening::{Options, run};
