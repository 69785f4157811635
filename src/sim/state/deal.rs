//! A team's work on a need, its quote, and the order that came of it.

use crate::sim::parameters::Rules;
use crate::sim::scenario::{Line, MAX_CONTACTS, PriceTier};
use crate::sim::terms::{Payment, Revealed, ServiceLevel, Winner};
use crate::sim::units::{Fen, NeedId, ProductId, Round};
use serde::Serialize;

/// A team's work on a need.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deal {
    pub id: NeedId,
    pub seen: Round,
    /// 1-6.
    pub stage: u8,
    pub stage_since: Round,
    /// Support per contact, 0-1.
    pub support: [f64; MAX_CONTACTS],
    pub demo: bool,
    pub check: bool,
    /// Fit points of the solution that was designed; 0 where none was.
    pub design: f64,
    /// How the need came to light.
    pub how: Revealed,
    pub quote: Option<Quote>,
    pub outcome: Option<DealOutcome>,
    /// Once won.
    pub order: Option<Order>,
    /// Written-up interactions that served it.
    pub interactions: u16,
}
impl Deal {
    /// How far the team's own work has brought it: the stage before a quote, 5 from the quote on, whatever the customer thinks
    /// of it. How calls go depends on this and not on the stage, which from a quote on tells what the customer thinks.
    #[must_use]
    pub fn step(&self) -> u8 {
        if self.quote.is_some() { 5 } else { self.stage }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum DealOutcome {
    Won(Fen),
    Lost(Winner),
    /// Nobody was asked, or nobody bought.
    NoSale,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    pub round: Round,
    pub lines: Vec<Line>,
    pub tier: PriceTier,
    pub price: Fen,
    /// Tier price of the same goods: what the discount is measured from.
    pub tier_price: Fen,
    pub list_price: Fen,
    /// Product fit in points.
    pub fit: f64,
    pub promise: f64,
    pub service: ServiceLevel,
    /// The order will be written up too.
    pub written_up: bool,
    /// Promised date.
    pub delivery: Round,
    pub express: bool,
    pub payment: Payment,
}
/// What was won, on its way to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Order {
    /// The date of the quote.
    pub promised: Round,
    /// When the goods leave; None while there are none.
    pub leaves: Option<Round>,
    pub delivered: Option<Round>,
}
impl Order {
    /// Waits for goods that are not there.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.leaves.is_none()
    }
}
/// Goods ordered from the supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct PurchaseOrder {
    pub product: ProductId,
    pub quantity: u32,
    pub placed: Round,
    /// In stock from the start of this round.
    pub arrives: Round,
}
/// What a customer owes for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Receivable {
    pub deal: NeedId,
    pub amount: Fen,
    /// The round at whose end it is paid; None while the goods are not delivered.
    pub due: Option<Round>,
}
impl Deal {
    /// Fit points of goods that fit by `goods`: shown in a demo, made sure by a check, designed (docs/model.md#product-fit).
    #[must_use]
    pub fn fit(&self, rules: &Rules, goods: f64) -> f64 {
        let points = |done: bool, points: f64| if done { points } else { 0.0 };
        goods + points(self.demo, rules.selling.demo_fit) + points(self.check, rules.selling.check_fit) + self.design
    }
}
