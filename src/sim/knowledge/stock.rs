//! What the stock lacks, as far as the team can tell. Made from a view, so it cannot know more than the team does.

use crate::sim::knowledge::{DealView, Knowledge};
use crate::sim::units::ProductId;

impl Knowledge {
    /// Pieces of each product that are sold or quoted beyond what is on hand and on its way; products without a lack are left out.
    #[must_use]
    pub fn lacking(&self) -> Vec<(ProductId, u32)> {
        let quoted = |product: ProductId| -> i64 {
            let goods = |d: &&DealView| d.open() && d.class.is_none_or(|class| self.guide.contract(class).is_none());
            let lines = self.deals.iter().filter(goods).filter_map(|d| d.quote.as_ref()).flat_map(|q| &q.lines);
            lines.filter(|line| line.product == product).map(|line| i64::from(line.quantity)).sum()
        };
        let stock = self.goods.stock.iter().map(|stock| (stock.product, quoted(stock.product) - stock.free()));
        stock.filter(|(_, lack)| *lack > 0).map(|(product, lack)| (product, u32::try_from(lack).unwrap_or(u32::MAX))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::{Short, Supply};
    use crate::sim::state::{DealOutcome, Order, PurchaseOrder};
    use crate::sim::testing::{ALPHA, HERO, bare, deal_of, guide_of, lead, quoted, seat};
    use crate::sim::units::{Fen, Role, Round};
    use crate::sim::view::view_now;

    fn lack(state: &Game) -> Vec<(u8, u32)> {
        view_now(state, seat(0, Role::AccountManager)).lacking().into_iter().map(|(product, pieces)| (product.0, pieces)).collect()
    }

    #[test]
    fn what_is_sold_or_quoted_beyond_the_stock_is_lacking() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        quoted(&mut state, ALPHA);
        assert_eq!(lack(&state), [], "nothing is kept in stock");
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        // twenty are quoted; then five lie there and four are to come; then an order of twenty waits besides
        assert_eq!(lack(&state), [(0, 20)]);
        state.teams[0].warehouse.stock[0] = 5;
        state.teams[0].warehouse.purchases.push(PurchaseOrder { product: ProductId(0), quantity: 4, placed: Round(1), arrives: Round(2) });
        assert_eq!(lack(&state), [(0, 11)]);
        let sold = quoted(&mut state, HERO);
        let deal = deal_of(&mut state, sold);
        deal.outcome = Some(DealOutcome::Won(Fen::yuan(110_000)));
        deal.order = Some(Order { promised: Round(1), leaves: None, delivered: None });
        assert_eq!(lack(&state), [(0, 31)]);
        state.teams[0].warehouse.stock[0] = 40;
        assert_eq!(lack(&state), []);
    }
}
