//! A customer as the board made it.

use crate::sim::scenario::{Arrival, BuyingRole, Style, Text};
use crate::sim::units::{Fen, IndustryId, RivalId};
use std::ops::Deref;
use std::sync::Arc;

/// Traits of a customer, fixed for the game. Reads as its card, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// What whoever knows it may read.
    pub card: Arc<CustomerCard>,
    /// The scenario's own definition, for named customers.
    pub definition: Option<usize>,
    /// Lambda: chance of an ordinary need a round.
    pub need_rate: f64,
    /// v: a typical order.
    pub order_value: Fen,
    /// Lambda that customer equity and the own interval between orders reckon with; the need rate, unless the scenario says otherwise.
    pub equity_rate: f64,
    /// v': mean value of a need as customer equity counts with it (docs/model.md#customer-equity).
    pub equity_value: Fen,
    /// Weight of a discount, 1 as most have it.
    pub price_sensitivity: f64,
    /// Weight of an unanswered ticket, 1 as most have it.
    pub service_sensitivity: f64,
    /// Its supplier at the start, if it has one; who supplies it now stands in the market (`World::incumbents`).
    pub incumbent: Option<RivalId>,
    /// The buying committee, by `ContactId`.
    pub contacts: Vec<Contact>,
    /// A critical ticket left open books its own loss, once; after its first order it gets the level of main customers.
    pub key_account: bool,
    /// Whether ordinary needs occur beside the scripted ones.
    pub stochastic_needs: bool,
    /// When it comes of itself.
    pub arrives: Option<Arrival>,
}

impl Customer {
    /// 12 x need rate x typical order; for a customer whose needs are all scripted, what the script says it is worth.
    #[must_use]
    pub fn yearly_value(&self) -> Fen {
        let month = if self.stochastic_needs { self.order_value.scale(self.need_rate) } else { self.equity_value.scale(self.equity_rate) };
        month.times(12)
    }
}

impl Deref for Customer {
    type Target = CustomerCard;

    fn deref(&self) -> &CustomerCard {
        &self.card
    }
}

/// What a team may read of a customer as soon as it knows it, the same for every team and fixed for the game: made once with
/// the board, so that a view shares it instead of copying names. Whatever must first be found out is not on it.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerCard {
    /// Of the firm, or of the person where somebody buys alone.
    pub name: Text,
    /// Short for the name on the token of the board: two or three letters, or a number.
    pub token: Text,
    /// Its story; None for a customer that the board made.
    pub profile: Option<Text>,
    /// The scenario tells about this customer by name.
    pub named: bool,
    /// Whose talk of a team it hears: reputation is kept by industry, and campaigns aim at one.
    pub industry: IndustryId,
    /// Names of the buying committee, by `ContactId`; also the customer's own, where somebody buys alone.
    pub people: Vec<Text>,
}

/// A member of the buying committee (docs/model.md#contact); its name is on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Says how much the voice counts, and who can exclude a vendor.
    pub role: BuyingRole,
    /// How a seller should present to be understood.
    pub style: Style,
    /// Weight in the committee; the weights of a committee sum to 1.
    pub weight: f64,
}
