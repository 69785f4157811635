//! Goods as a catalogue and a calendar: what a piece costs, how long goods take, what a deal wants (docs/model.md#booking, #lead-times).
//!
//! Pure functions; what happens to goods in a round is told in `supply`.

use crate::sim::market::need_terms;
use crate::sim::scenario::{Guide, Line, PriceTier, Product, Scenario, Supply};
use crate::sim::state::{Deal, Quote, Team, World};
use crate::sim::units::{Fen, NeedId, ProductId, Round};

/// Rounds that goods take, ordered in the middle of a month: one for the usual two half rounds, none for express.
#[must_use]
pub fn lead(guide: &Guide, express: bool) -> u16 {
    let goods = &guide.rules.goods;
    (if express { goods.express_lead_time } else { goods.lead_time }) / 2
}

/// Rounds from the customer's decision to the earliest date that can be kept; from stock, where there are goods.
#[must_use]
pub fn earliest(guide: &Guide, express: bool) -> u16 {
    match guide.supply {
        Supply::AtHand | Supply::Stock(_) => 0,
        Supply::ToOrder => lead(guide, express),
    }
}

/// The date that customers are used to.
#[must_use]
pub fn usual(guide: &Guide) -> u16 {
    earliest(guide, false)
}

/// When goods ordered in `round` leave that need not come from a stock: on the promised date, or as soon as they can.
pub(crate) fn leaves(guide: &Guide, quote: &Quote, round: Round) -> Round {
    round.plus(earliest(guide, quote.express)).max(quote.delivery)
}

/// What a piece costs the team.
#[must_use]
pub fn unit_cost(guide: &Guide, product: ProductId) -> Fen {
    let Some(product) = guide.products.get(product.index()) else { return Fen::ZERO };
    product.unit_cost.unwrap_or_else(|| product.tier_prices[PriceTier::Market as usize].scale(guide.rules.choice.cost_share))
}

/// What goods cost: by the piece where pieces have a cost of their own or lie in a stock, else a share of the tier price.
#[must_use]
pub fn cost(guide: &Guide, lines: &[Line], tier_price: Fen) -> Fen {
    let by_piece = |line: &Line| guide.products.get(line.product.index()).is_some_and(|p| p.unit_cost.is_some());
    if guide.keeps_stock() || (!lines.is_empty() && lines.iter().all(by_piece)) {
        lines.iter().map(|line| unit_cost(guide, line.product).times(i64::from(line.quantity))).sum()
    } else {
        tier_price.scale(guide.rules.choice.cost_share)
    }
}

/// What express adds to goods of this cost.
#[must_use]
pub fn express_cost(guide: &Guide, cost: Fen, express: bool) -> Fen {
    if express { cost.scale(guide.rules.goods.express_cost) } else { Fen::ZERO }
}

/// What an order on these terms leaves after the goods, express counted in.
#[must_use]
pub fn left_of(guide: &Guide, quote: &Quote) -> Fen {
    let cost = cost(guide, &quote.lines, quote.tier_price);
    quote.price - cost - express_cost(guide, cost, quote.express)
}

/// Of a sale at market price, the share that is left after the goods: the mean of the catalogue, 0-1.
#[must_use]
pub fn usual_margin(guide: &Guide) -> f64 {
    let of = |(index, product): (usize, &Product)| {
        let price = product.tier_prices[PriceTier::Market as usize];
        (price > Fen::ZERO).then(|| 1.0 - unit_cost(guide, ProductId::at(index)).0 as f64 / price.0 as f64)
    };
    let margins: Vec<f64> = guide.products.iter().enumerate().filter_map(of).collect();
    let mean = margins.iter().sum::<f64>() / margins.len() as f64;
    if margins.is_empty() { 1.0 - guide.rules.choice.cost_share } else { mean.clamp(0.0, 1.0) }
}

/// What an order to the supplier takes out of the cash.
#[must_use]
pub fn purchase_cost(guide: &Guide, product: ProductId, quantity: u32, express: bool) -> Fen {
    let goods = unit_cost(guide, product).times(i64::from(quantity));
    goods + express_cost(guide, goods, express)
}

/// Whether a deal may still need goods: it is open, or won and without any.
#[must_use]
pub fn wants_goods(deal: &Deal) -> bool {
    deal.outcome.is_none() || deal.order.is_some_and(|order| order.waits())
}

/// The goods that a deal still needs: those quoted, else those that fit. None where it needs none any more, or is met by contract.
#[must_use]
pub fn of_deal(scenario: &Scenario, team: &Team, world: &World, id: NeedId) -> Option<Vec<Line>> {
    let deal = team.deal(id).filter(|deal| wants_goods(deal))?;
    let need = world.need(id).filter(|need| scenario.guide.contract(need.class).is_none())?;
    Some(deal.quote.as_ref().map_or_else(|| need_terms::suggested_lines(scenario, need, PriceTier::Market), |quote| quote.lines.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::scenario::Short;
    use crate::sim::testing::{guide, line};

    #[test]
    fn express_arrives_in_the_month_of_the_order_and_the_usual_in_the_next() {
        let mut guide = guide();
        assert_eq!([lead(&guide, false), lead(&guide, true)], [1, 0]);
        guide.rules.goods.lead_time = 5;
        assert_eq!(lead(&guide, false), 2);
        for (supply, dates) in [(Supply::AtHand, [0, 0]), (Supply::Stock(Short::Late), [0, 0]), (Supply::ToOrder, [2, 0])] {
            guide.supply = supply;
            assert_eq!([earliest(&guide, false), earliest(&guide, true)], dates);
            assert_eq!(usual(&guide), dates[0]);
        }
    }

    #[test]
    fn goods_cost_their_pieces_or_a_share_of_the_tier_price() {
        let mut guide = guide();
        let lines = [line(0, 20, 5_000), line(1, 2, 7_000)];
        let all = |guide: &Guide| cost(guide, &lines, Fen::yuan(110_000)).to_yuan();
        assert_eq!(all(&guide), 88_000.0);
        // from a stock: 20 x .8 x 5,500 + 2 x .8 x 7,000
        guide.supply = Supply::Stock(Short::Late);
        assert_eq!(all(&guide), 99_200.0);
        guide.products[0].unit_cost = Some(Fen::yuan(4_000));
        assert_eq!(all(&guide), 91_200.0);
        guide.supply = Supply::ToOrder;
        assert_eq!(all(&guide), 88_000.0, "one product without a cost of its own");
        guide.products[1].unit_cost = Some(Fen::yuan(6_000));
        assert_eq!(all(&guide), 92_000.0);
    }

    #[test]
    fn express_adds_three_per_cent() {
        let guide = guide();
        let cost = |express| purchase_cost(&guide, ProductId(1), 10, express);
        assert_eq!([cost(false), cost(true)], [Fen::yuan(56_000), Fen::yuan(57_680)]);
    }
}
