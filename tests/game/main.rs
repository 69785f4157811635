//! The window's panels, tried without a window: what they say, what a click or a key does.

mod another_game;
mod answers;
mod board;
mod cards;
mod customers;
mod desk;
mod keyboard;
mod panels;
mod setup;
mod sheet;
mod sizes;
mod standing;
mod todo;
