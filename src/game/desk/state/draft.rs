//! The card in the editor.

use crate::sim::cards::{Card, CardId};
use crate::sim::units::Role;

/// A card being set before it goes into the plan, or changed there.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Who plays the card.
    pub role: Role,
    /// The card as it is set now.
    pub card: Card,
    /// The card of the plan that is changed; none for a new one.
    pub changes: Option<CardId>,
}
