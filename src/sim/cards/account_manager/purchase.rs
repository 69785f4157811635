//! Goods ordered from the supplier for the stock, paid at once (docs/model.md#stock).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::limits::Value;
use crate::sim::orders::goods;
use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, ProductId, Role};
use serde::{Deserialize, Serialize};

/// Buys goods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Purchase {
    /// Bought at its unit cost.
    pub product: ProductId,
    /// Pieces.
    pub quantity: u32,
    /// Arrives sooner and costs more: `goods.express_lead_time`, `goods.express_cost`.
    pub express: bool,
}

impl CardRules for Purchase {
    fn key(&self) -> &'static str {
        "purchase"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.goods.purchase_hours).costing(goods::purchase_cost(guide, self.product, self.quantity, self.express))
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        if self.product.index() >= bounds.guide().products.len() {
            return Err(Reject::NoSuchProduct);
        }
        bounds.amount(Amount::Quantity, Value::Pieces(self.quantity))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.keeps_stock(), Missing::Stock);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Purchase(other) if (other.product, other.express) == (self.product, self.express))
    }

    fn setting(&self) -> Setting {
        Setting::MAY
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if !turn.lacks(&self.clone().into()) {
            turn.purchase(self.product, self.quantity, self.express);
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        Estimate::Arrives(outlook.known.round.plus(goods::lead(&outlook.known.guide, self.express)))
    }
}
