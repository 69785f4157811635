//! What the things of the game are called: the key of the text for each name in the vocabulary, one table a kind of thing.
//!
//! The keys stand in `assets/locales/*/names.ftl`, `causes.ftl` and `reject.ftl`; [`crate::words::tr`] gives the text.

mod accounts;
mod causes;
mod deals;
mod refusals;
mod relations;
mod work;

pub use accounts::entry;
pub use causes::{cause, cause_of};
pub use deals::{advantage, bid_strength, bid_term, intent, intent_hint, not_invited, payment, price_tier, revealed, stage, symptom, tender_kind};
pub use refusals::{missing, of_room, reject};
pub use relations::{buying_role, found, kind, level, level_hint, measure, measure_hint, phase, reason, style, style_hint, tier, tier_number, weighs};
pub use work::{interaction, investment, outcome, policy, positioning, role, role_short, service_level, severity, task};
