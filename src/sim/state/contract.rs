//! A contract: a fee every round, and what was promised for it.

use crate::sim::units::{CustomerId, Fen, NeedClassId, NeedId, Round};
use serde::{Deserialize, Serialize};

/// A contract of one team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    pub customer: CustomerId,
    pub class: NeedClassId,
    /// The order that brought it; None for one that ran at the start.
    pub deal: Option<NeedId>,
    pub quantity: u32,
    /// What the customer pays a round, and what goods or interest of it cost.
    pub fee: Fen,
    pub cost: Fen,
    /// Performance that the quote promised beyond the terms of the class, in points.
    pub more: f64,
    /// First and last round with a fee.
    pub from: Round,
    pub ends: Round,
    /// Rounds in which what was promised was kept, and missed.
    pub kept: u16,
    pub missed: u16,
    /// It has run out, or the customer has left.
    pub over: bool,
}
impl Contract {
    #[must_use]
    pub fn runs(&self, round: Round) -> bool {
        !self.over && self.from <= round && round <= self.ends
    }
}
