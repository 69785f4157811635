//! Goods on their way: purchases, the stock and who is served from it, and the money that customers owe (docs/model.md#stock, #payment).
//!
//! Where a company keeps stock, everybody who wants goods in a round has a claim on them. Claims are met in this order:
//! deals that goods are reserved for, in the order they were reserved; then the earliest promised date; then the larger
//! order; then the name of the deal. Goods reserved for one deal are kept from all others, even while it is still open.

use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::orders::goods;
use crate::sim::orders::order::Win;
use crate::sim::scenario::{Line, Short, Supply};
use crate::sim::state::{DealOutcome, PurchaseOrder, Receivable};
use crate::sim::terms::Winner;
use crate::sim::turn::Turn;
use crate::sim::units::{Fen, NeedId, ProductId, Round};
use std::cmp::Reverse;

/// Somebody who wants goods this round.
struct Claim {
    id: NeedId,
    /// Place among the reserved deals; behind them all for the others.
    rank: usize,
    promised: Round,
    price: Fen,
    lines: Vec<Line>,
    /// An order of this round, which does not stand yet.
    win: Option<Win>,
}

impl Turn<'_> {
    /// Goods that were bought come in.
    pub fn goods_arrive(&mut self) {
        let round = self.round;
        let arrived: Vec<PurchaseOrder> = self.team.warehouse.purchases.iter().filter(|p| p.arrives <= round).copied().collect();
        self.team.warehouse.purchases.retain(|p| p.arrives > round);
        for order in arrived {
            self.store(order.product, order.quantity);
        }
    }

    fn store(&mut self, product: ProductId, quantity: u32) {
        if let Some(pieces) = self.team.warehouse.stock.get_mut(product.index()) {
            *pieces = pieces.saturating_add(quantity);
        }
        self.happened(Happened::Arrived { product, quantity });
    }

    /// An order to the supplier, paid at once.
    pub fn purchase(&mut self, product: ProductId, quantity: u32, express: bool) {
        let guide = &self.scenario.guide;
        let cost = goods::purchase_cost(guide, product, quantity, false);
        self.pay(EntryKind::Purchase, -cost, None, None);
        self.pay(EntryKind::Express, -goods::express_cost(guide, cost, express), None, None);
        let (placed, arrives) = (self.round, self.round.plus(goods::lead(guide, express)));
        if arrives == placed {
            self.store(product, quantity);
        } else {
            self.team.warehouse.purchases.push(PurchaseOrder { product, quantity, placed, arrives });
        }
    }

    /// Serves from the stock whoever waits for goods and whoever has chosen the team this round.
    pub fn serve(&mut self, wins: Vec<Win>) {
        let Supply::Stock(short) = self.scenario.guide.supply else { return };
        let round = self.round;
        self.drop_reservations();
        let waiting: Vec<NeedId> = self.team.orders().filter(|(_, o)| o.waits() && o.promised <= round).map(|(deal, _)| deal.id).collect();
        let mut claims: Vec<Claim> = waiting.into_iter().filter_map(|id| self.claim(id, None)).collect();
        for win in wins {
            match self.claim(win.deal, Some(win)) {
                // a date still to come: the order stands, and its goods are looked for then
                Some(Claim { promised, win: Some(win), .. }) if promised > round => self.won(win, None),
                claim => claims.extend(claim),
            }
        }
        claims.sort_by_key(|c| (c.rank, c.promised, Reverse(c.price), c.id));
        for claim in claims {
            let id = claim.id;
            match (self.take(&claim), claim.win) {
                (true, Some(win)) => self.won(win, Some(round)),
                (true, None) => self.depart(id, round),
                (false, Some(_)) if short == Short::LostSale => self.sale_lost(id),
                (false, win) => {
                    if let Some(win) = win {
                        self.won(win, None);
                    }
                    self.happened(Happened::OrderWaits { deal: id });
                }
            }
        }
        self.drop_reservations();
    }

    fn claim(&self, id: NeedId, win: Option<Win>) -> Option<Claim> {
        let quote = self.team.deal(id)?.quote.as_ref()?;
        let rank = self.team.warehouse.reserved.iter().position(|&reserved| reserved == id).unwrap_or(usize::MAX);
        Some(Claim { id, rank, promised: quote.delivery, price: quote.price, lines: quote.lines.clone(), win })
    }

    /// Takes the goods of a claim off the stock if all are there and none of them is kept for an earlier claim.
    fn take(&mut self, claim: &Claim) -> bool {
        let pieces = |lines: &[Line], product: ProductId| lines.iter().filter(|l| l.product == product).map(|l| u64::from(l.quantity)).sum::<u64>();
        let before = self.team.warehouse.reserved.iter().enumerate().take_while(|(place, _)| *place < claim.rank);
        let kept: Vec<Line> = before.filter_map(|(_, &id)| goods::of_deal(self.scenario, self.team, self.world, id)).flatten().collect();
        let covered = |line: &Line| {
            let on_hand = self.team.warehouse.stock.get(line.product.index()).copied().unwrap_or(0);
            pieces(&claim.lines, line.product) + pieces(&kept, line.product) <= u64::from(on_hand)
        };
        if !claim.lines.iter().all(covered) {
            return false;
        }
        for line in &claim.lines {
            if let Some(on_hand) = self.team.warehouse.stock.get_mut(line.product.index()) {
                *on_hand = on_hand.saturating_sub(line.quantity);
            }
        }
        true
    }

    fn depart(&mut self, id: NeedId, round: Round) {
        if let Some(order) = self.team.deal_mut(id).and_then(|deal| deal.order.as_mut()) {
            order.leaves = Some(round);
        }
    }

    /// The customer had chosen the team, finds the shelf empty, and buys nothing.
    fn sale_lost(&mut self, id: NeedId) {
        self.close_deal(id, DealOutcome::NoSale);
        if let Some(need) = self.world.needs.iter_mut().rev().find(|need| need.id == id) {
            need.winner = Some(Winner::Nobody);
        }
        self.happened(Happened::SaleLost { deal: id });
    }

    /// Goods are kept only for who still wants any.
    fn drop_reservations(&mut self) {
        let team = &mut *self.team;
        let mut reserved = std::mem::take(&mut team.warehouse.reserved);
        reserved.retain(|&id| team.deal(id).is_some_and(goods::wants_goods));
        team.warehouse.reserved = reserved;
    }

    /// Books a sale and the cost of its goods; the customer pays at once, or owes it.
    pub fn book(&mut self, id: NeedId, price: Fen, cost: Fen, express: bool, paid: Paid) {
        let customer = Some(id.customer);
        self.pay(EntryKind::Sale, price, customer, Some(id));
        self.pay(EntryKind::Goods, -cost, customer, Some(id));
        self.pay(EntryKind::Express, -goods::express_cost(&self.scenario.guide, cost, express), customer, Some(id));
        if self.scenario.guide.keeps_stock() {
            self.pay(EntryKind::FromStock, cost, customer, Some(id));
        }
        if paid == Paid::Later {
            self.pay(EntryKind::Credit, -price, customer, Some(id));
            self.team.books.receivables.push(Receivable { deal: id, amount: price, due: None });
        }
    }

    /// The goods are with the customer: from now on its days to pay are counted.
    pub fn handed_over(&mut self, id: NeedId) {
        let round = self.round;
        let Some(deal) = self.team.deal_mut(id) else { return };
        let days = deal.quote.as_ref().map_or(0, |quote| quote.payment.rounds());
        if let Some(order) = &mut deal.order {
            order.delivered = Some(round);
        }
        if let Some(owed) = self.team.books.receivables.iter_mut().find(|r| r.deal == id) {
            owed.due = Some(round.plus(days));
        }
    }

    /// Customers pay what is due.
    pub fn customers_pay(&mut self) {
        let round = self.round;
        let is_due = |r: &Receivable| r.due.is_some_and(|due| due <= round);
        let due: Vec<Receivable> = self.team.books.receivables.iter().filter(|r| is_due(r)).copied().collect();
        self.team.books.receivables.retain(|r| !is_due(r));
        for owed in due {
            self.pay(EntryKind::Payment, owed.amount, Some(owed.deal.customer), Some(owed.deal));
        }
    }

    /// Keeping goods costs money.
    pub fn hold_stock(&mut self) {
        if !self.scenario.guide.keeps_stock() {
            return;
        }
        let value: Fen = stocked(self.team.warehouse.stock.iter()).map(|(product, pieces)| goods::unit_cost(&self.scenario.guide, product).times(pieces)).sum();
        self.pay(EntryKind::Holding, -value.scale(self.rules.goods.holding), None, None);
    }
}

fn stocked<'a>(stock: impl Iterator<Item = &'a u32>) -> impl Iterator<Item = (ProductId, i64)> {
    stock.enumerate().map(|(index, &pieces)| (ProductId::at(index), i64::from(pieces)))
}

/// When a sale is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paid {
    AtOnce,
    Later,
}

#[cfg(test)]
mod tests;
