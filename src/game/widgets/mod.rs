//! The pieces all screens are built from. Functions of what they show and an `egui::Ui`; they know nothing of Bevy
//! or of which screen they stand on, so they can be tested without a window.

mod button;
mod chart;
mod choice;
mod controls;
mod customer;
mod fields;
mod frames;
mod glossary;
mod layout;
mod meter;
mod reasons;
mod role;
mod signs;
mod table;
mod text;
mod token;

pub use crate::prose::Tone;
pub use button::{Button, focus_ring, follow_focus, ghost_button, icon_button, primary_button};
pub use chart::{Scale, chart_frame, plot};
pub use choice::{Choice, segmented, setting_row, switch, tabs};
pub use controls::{Steps, choice_row, link, number, stepper, toggle_chip, tool};
pub use customer::{CustomerToken, customer_radius, customer_token, lane};
pub use fields::{InSight, line_field, new_secret_field, secret_field, sent, text_field};
pub use frames::{ClickCard, card, card_frame, dialog, panel_frame, well};
pub use glossary::glossary;
pub use layout::{along, area, lang, rule, scaled, section, sides, speak};
pub use meter::{Meter, bar, hours_bar, meter, paint_bar, pips, stars};
pub use reasons::{why, why_on_hover};
pub use role::{colour_teams, dot, role_colour, team_colour, team_sign};
pub use signs::{Pick, caption, chip, heading, key_hint, muted, pair, round_icon, small, strong, title, tone_colours, tone_icon};
pub use table::{Column, grid};
pub use text::{cut, explained, figure, figures, hinted, line, lines, lines_height, nothing};
pub use token::{Badge, Look, Mark, Token, token_radius};
