//! A team's work on a need, its quote, and the order that came of it.

use crate::sim::parameters::Rules;
use crate::sim::scenario::{Line, MAX_CONTACTS, PriceTier};
use crate::sim::terms::{Payment, QuoteTerms, Revealed, ServiceLevel, Winner};
use crate::sim::units::{Fen, NeedId, ProductId, Round};
use serde::{Deserialize, Serialize};

/// A team's work on a need.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deal {
    /// The need it is about.
    pub id: NeedId,
    /// When the team came to know of the need.
    pub seen: Round,
    /// 1-6.
    pub stage: u8,
    /// When it reached its stage, or a new owner took it over from the pool.
    pub stage_since: Round,
    /// Support per contact, 0-1.
    pub support: [f64; MAX_CONTACTS],
    /// A demo or trial was held.
    pub demo: bool,
    /// A free check took place while it was open, or brought it to light.
    pub check: bool,
    /// Fit points of the solution that was designed; 0 where none was.
    pub design: f64,
    /// How the need came to light.
    pub how: Revealed,
    /// The last one handed in; None before the first.
    pub quote: Option<Quote>,
    /// None while it is open.
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

/// How a deal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealOutcome {
    /// The customer ordered, at this price.
    Won(Fen),
    /// The bid was compared, and somebody else won, or nobody.
    Lost(Winner),
    /// The team said no; another vendor may have won.
    Declined,
    /// The team's bid was not in the comparison, the customer was lost, or there were no goods: another vendor may have won.
    NoSale,
}

/// What a team offers for a need or bids in a tender (docs/model.md#quotes).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// When it was handed in.
    pub round: Round,
    /// Goods, each with its number and the price of a piece; never empty.
    pub lines: Vec<Line>,
    /// Whose prices it starts from.
    pub tier: PriceTier,
    /// Of all lines; of the whole term where the need is met by contract.
    pub price: Fen,
    /// Tier price of the goods, as far as they are needed: what the discount is measured from.
    pub tier_price: Fen,
    /// All the goods at list price.
    pub list_price: Fen,
    /// Product fit in points.
    pub fit: f64,
    /// Points above the truth; negative: below it.
    pub promise: f64,
    /// What later service is promised.
    pub service: ServiceLevel,
    /// The order will be written up too.
    pub written_up: bool,
    /// Promised date.
    pub delivery: Round,
    /// Built faster, at a cost; only where goods are built to order.
    pub express: bool,
    /// When the customer pays.
    pub payment: Payment,
}

impl Quote {
    /// The terms that it was made on, for a need decided in round `due`.
    #[must_use]
    pub fn terms(&self, due: Round) -> QuoteTerms {
        QuoteTerms {
            lines: self.lines.clone(),
            promise: self.promise,
            service: self.service,
            delivery: Some(self.delivery.since(due)),
            express: self.express,
            payment: self.payment,
            ..QuoteTerms::default()
        }
    }

    /// Share that the price lies below that of the customer's tier, above it if negative; 0 where the tier asks nothing.
    #[must_use]
    pub fn discount(&self) -> f64 {
        if self.tier_price > Fen::ZERO { 1.0 - self.price.0 as f64 / self.tier_price.0 as f64 } else { 0.0 }
    }
}

/// What was won, on its way to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The date that the quote promised.
    pub promised: Round,
    /// When the goods leave; None while there are none.
    pub leaves: Option<Round>,
    /// When the goods were with the customer; None while they are not.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseOrder {
    /// What was bought.
    pub product: ProductId,
    /// Pieces.
    pub quantity: u32,
    /// When it was ordered, and paid.
    pub placed: Round,
    /// In stock from the start of this round.
    pub arrives: Round,
}

/// What a customer owes for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receivable {
    /// What was sold.
    pub deal: NeedId,
    /// The whole price, paid in one sum.
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
