//! Goods in a bot's hands: what it buys for the stock, and which dates it promises.

use super::desk::Desk;
use super::policy::Stocking;
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::DealView;
use crate::sim::limits::MAX_QUANTITY;
use crate::sim::orders::goods;
use crate::sim::scenario::Line;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, ProductId};
use crate::sim::view::View;
use std::cmp::Reverse;

/// Orders to the supplier in a month: the other decisions are for selling.
const MOST_PURCHASES: usize = 3;
/// Goods are bought ahead for deals that are won at least this often.
const LIKELY: f64 = 0.4;
/// Share of the purse that may go into goods nobody has ordered yet.
const AHEAD: f64 = 0.4;

/// Pieces by product that can still be promised: to who decides this month, and to who decides later.
pub(super) struct Shelf {
    now: Vec<i64>,
    later: Vec<i64>,
    /// The date that leaves time to buy after the sale; None where nothing comes from a stock.
    after_sale: Option<u16>,
    /// What can still go into goods for orders to come.
    money: Fen,
}

/// Buys what waits and, by its policy, what the open deals are likely to take; tells what can be promised then.
pub(super) fn buy(desk: &mut Desk) -> Shelf {
    let view = desk.view;
    let express = desk.policy.express;
    let stock = &view.goods.stock;
    if stock.is_empty() {
        return Shelf { now: Vec::new(), later: Vec::new(), after_sale: None, money: Fen::ZERO };
    }
    let mut shelf = Shelf {
        now: stock.iter().map(|s| i64::from(s.on_hand) - i64::from(s.waiting)).collect(),
        later: stock.iter().map(|s| s.free()).collect(),
        after_sale: Some(goods::lead(&view.guide, express) + 1),
        money: Fen::ZERO,
    };
    let mut wanted: Vec<i64> = stock.iter().map(|s| (-s.free()).max(0)).collect();
    for deal in view.deals.iter().filter(|d| in_pieces(view, d) && d.open() && d.quote.as_ref().is_some_and(|quote| quote.delivery == d.due)) {
        shelf.promise(wants(deal));
    }
    if desk.policy.stocking == Stocking::Expected {
        ahead(desk, &mut wanted);
    }
    let mut list: Vec<(Fen, ProductId, u32)> = Vec::with_capacity(stock.len());
    for (stock, pieces) in stock.iter().zip(&wanted).filter(|(_, pieces)| **pieces > 0) {
        let pieces = u32::try_from(*pieces).unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY);
        list.push((stock.unit_cost.times(i64::from(pieces)), stock.product, pieces));
    }
    list.sort_unstable_by_key(|&(cost, product, _)| (Reverse(cost), product));
    for (_, product, pieces) in list.into_iter().take(MOST_PURCHASES) {
        let each = goods::purchase_cost(&view.guide, product, 1, express).0.max(1);
        let quantity = pieces.min(u32::try_from(desk.purse().0 / each).unwrap_or(0));
        let cost = goods::purchase_cost(&view.guide, product, quantity, express);
        let minutes = desk.rules().goods.purchase_hours.0;
        if quantity > 0 && desk.add(Action::Purchase(cards::Purchase { product, quantity, express }), minutes, cost) {
            shelf.later[product.index()] += i64::from(quantity);
            if goods::lead(&view.guide, express) == 0 {
                shelf.now[product.index()] += i64::from(quantity);
            }
        }
    }
    // wages run whatever is sold
    let wages = desk.rules().work.wage.times(view.guide.roles().len() as i64);
    shelf.money = desk.purse() - wages;
    shelf
}

/// Adds to `wanted` what likely deals take beyond the stock, whole deals only, the likeliest first, as far as the money goes.
fn ahead(desk: &Desk, wanted: &mut [i64]) {
    let view = desk.view;
    let mut likely: Vec<(f64, &DealView)> =
        view.deals.iter().filter(|d| d.open() && in_pieces(view, d)).map(|d| (odds(view, d), d)).filter(|(p, _)| *p >= LIKELY).collect();
    likely.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.id.cmp(&b.1.id)));
    let mut free: Vec<i64> = view.goods.stock.iter().map(|s| s.free().max(0)).collect();
    let mut money = desk.purse().scale(AHEAD);
    for (_, deal) in likely {
        let lines = wants(deal);
        let short = |free: &[i64], line: &Line| (i64::from(line.quantity) - free.get(line.product.index()).copied().unwrap_or(0)).max(0);
        let cost: Fen = lines.iter().map(|line| goods::unit_cost(&view.guide, line.product).times(short(&free, line))).sum();
        if cost > money {
            continue;
        }
        money -= cost;
        for line in lines {
            let lack = short(&free, line);
            if let (Some(free), Some(wanted)) = (free.get_mut(line.product.index()), wanted.get_mut(line.product.index())) {
                *wanted += lack;
                *free = (*free - i64::from(line.quantity)).max(0);
            }
        }
    }
}

/// How often a deal like this is won: by its quote, or by its stage where there is none yet.
fn odds(view: &View, deal: &DealView) -> f64 {
    match &deal.quote {
        Some(_) => view.win_chance(deal, &QuoteTerms::default()),
        None => view.guide.rules.selling.stage_win_rates[usize::from(deal.stage.clamp(1, 6)) - 1],
    }
}

/// Whether a deal is about goods, and not about a contract.
fn in_pieces(view: &View, deal: &DealView) -> bool {
    deal.class.is_none_or(|class| view.guide.contract(class).is_none())
}

fn wants(deal: &DealView) -> &[Line] {
    deal.quote.as_ref().map_or(&deal.suggested, |quote| &quote.lines)
}

impl Shelf {
    /// Whether the team could pay for the goods of a deal that are neither there nor bought: an order that cannot be served is
    /// worse than none. Counts them as half spent, since about that often somebody else wins.
    pub fn affords(&mut self, view: &View, deal: &DealView) -> bool {
        if self.after_sale.is_none() || deal.quote.is_some() || !in_pieces(view, deal) {
            return true;
        }
        let short = |line: &Line| i64::from(line.quantity) - self.later.get(line.product.index()).map_or(0, |free| (*free).max(0));
        let by_lines: Fen = wants(deal).iter().map(|line| goods::unit_cost(&view.guide, line.product).times(short(line).max(0))).sum();
        let cost = if wants(deal).is_empty() { deal.value.scale(view.guide.rules.choice.cost_share) } else { by_lines };
        let affords = cost <= self.money.max(Fen::ZERO);
        if affords {
            self.money -= cost.scale(0.5);
        }
        affords
    }

    /// The date for a quote: None (the usual one) where it can be kept. Goods that are promised are off the shelf.
    pub fn date(&mut self, view: &View, deal: &DealView) -> Option<u16> {
        let after_sale = self.after_sale.filter(|_| deal.quote.is_none() && in_pieces(view, deal))?;
        let lines = wants(deal);
        let from = if deal.due == view.round { &self.now } else { &self.later };
        let covered = |line: &Line| from.get(line.product.index()).is_some_and(|free| *free >= i64::from(line.quantity));
        if lines.is_empty() || !lines.iter().all(covered) {
            return Some(after_sale.min(view.guide.rules.goods.latest));
        }
        self.promise(lines);
        None
    }

    /// Takes goods off that somebody has been promised.
    fn promise(&mut self, lines: &[Line]) {
        for line in lines {
            for shelf in [&mut self.now, &mut self.later] {
                if let Some(free) = shelf.get_mut(line.product.index()) {
                    *free -= i64::from(line.quantity);
                }
            }
        }
    }
}
