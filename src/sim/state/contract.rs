//! A contract: a fee every round, and what was promised for it.

use crate::sim::units::{CustomerId, Fen, NeedClassId, NeedId, Round};
use serde::{Deserialize, Serialize};

/// A contract of one team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// Who pays the fee.
    pub customer: CustomerId,
    /// What it is for: term, promise and penalty stand with the class.
    pub class: NeedClassId,
    /// The order that brought it; None for one that ran at the start.
    pub deal: Option<NeedId>,
    /// Pieces; a renewal asks for as many.
    pub quantity: u32,
    /// What the customer pays a round.
    pub fee: Fen,
    /// What goods or interest of it cost a round.
    pub cost: Fen,
    /// Performance that the quote promised beyond the terms of the class, in points.
    pub more: f64,
    /// First round with a fee.
    pub from: Round,
    /// Last round with a fee.
    pub ends: Round,
    /// Rounds in which what was promised was kept.
    pub kept: u16,
    /// Rounds in which it was missed.
    pub missed: u16,
    /// It has run out, or the customer has left.
    pub over: bool,
}

impl Contract {
    /// Whether it is served and paid for in a round.
    #[must_use]
    pub fn runs(&self, round: Round) -> bool {
        !self.over && self.from <= round && round <= self.ends
    }
}
