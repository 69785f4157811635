//! A team's orders as dated purchases: the same dates as in the exported table, so that `rapport analyse` and the desk
//! say the same.

use super::bg_nbd::BgNbd;
use super::calendar::Date;
use super::gamma_gamma::GammaGamma;
use super::lifetime_value::Model;
use super::portfolio::{Buyer, Row, portfolio};
use super::purchases::Purchase;
use crate::sim::scenario::Guide;
use crate::sim::state::EntryKind;
use crate::sim::units::{CustomerId, Fen, OpportunityId, Round, Source};
use crate::sim::view::View;

/// The last day of a month on which anything happens (MODEL.md 1).
const LAST_DAY: u32 = 28;
/// The day of scripted orders.
const SCRIPTED_DAY: u32 = 15;

/// An order that the team won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    pub deal: OpportunityId,
    pub round: Round,
    pub date: Date,
    pub amount: Fen,
    /// Amount less the goods.
    pub margin: Fen,
}

fn day_of(guide: &Guide, round: Round, day: u32) -> Date {
    let (year, month) = guide.calendar(round);
    // scenarios begin between 1950 and 2200 and days are 1 to 28, so the day exists
    Date::new(i32::from(year), u32::from(month), day).unwrap_or_default()
}

/// Scripted orders fall on the 15th, the others on a day 1-28 that their name decides, so that no two orders of a
/// customer in one month share it.
#[must_use]
pub fn order_date(guide: &Guide, round: Round, deal: OpportunityId) -> Date {
    let day = match deal.source {
        Source::Scripted(_) => SCRIPTED_DAY,
        source => {
            let day = (u32::from(deal.customer.0) * 5 + u32::from(deal.born.0) * 11 + u32::from(source.slot()) * 7) % (LAST_DAY - 1) + 1;
            if day < SCRIPTED_DAY { day } else { day + 1 }
        }
    };
    day_of(guide, round, day)
}

/// The last day of the month that was resolved last; the day before the game if none was.
#[must_use]
pub fn observed_until(view: &View) -> Date {
    match view.round.0 {
        0 | 1 => day_of(&view.guide, Round(1), 1).before(),
        round => day_of(&view.guide, Round(round - 1), LAST_DAY),
    }
}

/// Every order of the team, in the order of the ledger.
#[must_use]
pub fn orders(view: &View) -> Vec<Order> {
    let ledger = &view.past.ledger;
    let sales = ledger.iter().filter(|entry| entry.kind == EntryKind::Sale);
    sales
        .filter_map(|sale| {
            let deal = sale.deal?;
            let goods: Fen = ledger.iter().filter(|entry| entry.kind == EntryKind::Goods && entry.deal == Some(deal)).map(|entry| entry.amount).sum();
            let date = order_date(&view.guide, sale.round, deal);
            Some(Order { deal, round: sale.round, date, amount: sale.amount, margin: sale.amount + goods })
        })
        .collect()
}

/// Share of the revenue that is left after the goods; None before the first order.
#[must_use]
pub fn margin_share(orders: &[Order]) -> Option<f64> {
    let (amount, margin): (Fen, Fen) = orders.iter().fold((Fen::ZERO, Fen::ZERO), |(a, m), order| (a + order.amount, m + order.margin));
    (amount > Fen::ZERO).then(|| margin.to_yuan() / amount.to_yuan())
}

/// The scenario's priors: its own rates, and amounts about its mean order.
#[must_use]
pub fn model(guide: &Guide) -> Model {
    let rules = &guide.rules.insight;
    Model {
        buying: BgNbd { r: rules.purchase_shape, alpha: rules.purchase_scale, a: rules.leave_a, b: rules.leave_b },
        spending: GammaGamma::about(rules.amount_shape, rules.amount_spread, guide.mean_order.to_yuan()),
        month_weeks: rules.month_weeks,
        discount: rules.discount,
    }
}

/// A row for every customer that has ordered from the team during the game, by id; ranked among themselves.
#[must_use]
pub fn customers(view: &View) -> Vec<Row<CustomerId>> {
    let mut buyers: Vec<Buyer<CustomerId>> = Vec::new();
    for order in orders(view) {
        let (id, purchase) = (order.deal.customer, Purchase { date: order.date, amount: order.amount.to_yuan() });
        match buyers.iter_mut().find(|buyer| buyer.id == id) {
            Some(buyer) => buyer.purchases.push(purchase),
            None => {
                let contribution = view.customer(id).map_or(0.0, |c| c.contribution.to_yuan());
                buyers.push(Buyer { id, purchases: vec![purchase], contribution });
            }
        }
    }
    portfolio(&buyers, observed_until(view), &model(&view.guide))
}
