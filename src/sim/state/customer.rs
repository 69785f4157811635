//! A customer as the board made it.

use crate::sim::scenario::{Arrival, BuyingRole, Style, Text};
use crate::sim::units::{Fen, IndustryId, RivalId};

/// Traits of a customer, fixed for the game.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    pub name: Text,
    pub token: Text,
    pub profile: Option<Text>,
    /// The scenario's own definition, for named customers.
    pub named: Option<usize>,
    pub industry: IndustryId,
    pub need_rate: f64,
    pub order_value: Fen,
    pub equity_rate: f64,
    pub equity_value: Fen,
    pub price_sensitivity: f64,
    pub service_sensitivity: f64,
    pub incumbent: Option<RivalId>,
    pub contacts: Vec<Contact>,
    pub key_account: bool,
    pub stochastic_needs: bool,
    /// When it comes of itself.
    pub arrives: Option<Arrival>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    pub name: Text,
    pub role: BuyingRole,
    pub style: Style,
    /// Weight in the committee; the weights of a committee sum to 1.
    pub weight: f64,
}
