//! What is sold and how: products, needs, contracts, supply, media.

use crate::sim::scenario::MAX_ATTRIBUTES;
use crate::sim::scenario::text::Text;
use crate::sim::units::{Fen, ProductId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A way to advertise (docs/model.md#campaigns): web, mail, phone, event, partner, `WeChat` or what the scenario calls it.
#[derive(Clone, Debug, PartialEq)]
pub struct Medium {
    /// What the scenario file calls it.
    pub id: Arc<str>,
    /// What players read.
    pub name: Text,
    /// By `IndustryId`: how its audience answers.
    pub response: Vec<Response>,
    /// Where a campaign makes people talk.
    pub echo: Option<Echo>,
}

/// Expected leads of a campaign with budget b: a (1 - exp(-b/c)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// a: the most leads a campaign can expect.
    pub leads: f64,
    /// c: the budget that brings 63 % of them.
    pub scale: Fen,
}

/// Fast word of mouth: for some rounds referrals and public complaints are multiplied alike (docs/cases.md#bank-and-analytic-crm).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Echo {
    /// At least 1.
    pub factor: f64,
    /// For how long, the round of the campaign included.
    pub rounds: u16,
}

/// Something a team may build once (docs/model.md#investments).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Investment {
    /// Minor tickets take less time, and more customers complain aloud.
    CallCentre,
    /// What is written up adds more to the records, and customers solve some minor tickets themselves.
    WebPlatform,
}

impl Investment {
    /// In the order of [`Investment::index`].
    pub const ALL: [Investment; 2] = [Investment::CallCentre, Investment::WebPlatform];

    /// Its place in lists kept by investment.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A way by which customers come of themselves (docs/cases.md#car-dealer: showroom, phone, web, headquarters).
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    /// What the scenario file calls it.
    pub id: Arc<str>,
    /// What players read.
    pub name: Text,
    /// Share of the visitors that take it.
    pub share: f64,
}

/// How goods come to the customers (docs/model.md#supply).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Supply {
    /// Whatever is ordered is at hand, and leaves in the round of the order.
    #[default]
    AtHand,
    /// Built when ordered, which takes its time.
    ToOrder,
    /// Sold from a stock that somebody must buy in time.
    Stock(Short),
}

/// What becomes of an order for which there are no goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Short {
    /// The customer waits, and remembers it.
    Late,
    /// The customer goes without.
    LostSale,
}

/// Something on sale (docs/model.md#catalogue).
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// What the scenario file calls it.
    pub id: Arc<str>,
    /// What players read.
    pub name: Text,
    /// Of a piece, before tiers and discounts.
    pub list_price: Fen,
    /// Price where a quote starts, by `PriceTier`.
    pub tier_prices: [Fen; 4],
    /// What a piece costs the team; None: a share of the tier price (`Choice::cost_share`).
    pub unit_cost: Option<Fen>,
    /// Pieces in every team's stock at the start.
    pub stock: u32,
    /// 0-100, in the order of `Guide::attributes`.
    pub attributes: [f64; MAX_ATTRIBUTES],
}

/// From which price a quote starts (docs/model.md#price-tiers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PriceTier {
    /// For a scripted trial order.
    Trial,
    /// Before the first order.
    Market,
    /// For a customer that has bought.
    Old,
    /// For one in stability.
    Senior,
}

/// What a customer wants a product to do.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedClass {
    /// What the scenario file calls it.
    pub id: Arc<str>,
    /// What players read.
    pub name: Text,
    /// What the fit of a product is measured by (docs/model.md#product-fit).
    pub wants: Vec<Want>,
    /// The product that a sensible vendor quotes.
    pub product: ProductId,
    /// How often ordinary customers have this need.
    pub share: f64,
    /// One piece is wanted, whatever the customer could spend: a private buyer's car.
    pub single: bool,
    /// Set where it is met by a contract with a fee every round; prices are then those of the whole term.
    pub contract: Option<ContractDef>,
}

/// Terms of the contracts that a class of needs leads to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractDef {
    /// Rounds it runs.
    pub term: u16,
    /// The customer cannot leave before it ends.
    pub binding: bool,
    /// Cost to serve it a round at the accountable level, whatever the fee.
    pub serving: Fen,
    /// Performance promised, 0-100 (92: 92 % on time); None where nothing is measured.
    pub promised: Option<f64>,
    /// Share of the round's fee paid back where the promise was missed.
    pub penalty: f64,
}

/// One attribute asked for; weights are as the file gives them (they should sum to 1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Want {
    /// Place in `Guide::attributes`.
    pub attribute: u8,
    /// What the attribute should be, 0-100.
    pub required: f64,
    /// How much it counts in the fit, 0-1.
    pub weight: f64,
}

/// Goods of a quote: product, number, price of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What is quoted.
    pub product: ProductId,
    /// Pieces.
    pub quantity: u32,
    /// Of one piece.
    pub price: Fen,
}
