//! Goods that are promised, or about to be, and cannot be there in time: quotes that lie there and those of the plan, against the
//! stock, what is on its way, what the plan buys, and how long the supplier takes.

use crate::advice::quote::by_pursuit;
use crate::sim::cards::{self, Action, Card};
use crate::sim::knowledge::DealView;
use crate::sim::orders::goods;
use crate::sim::scenario::{Line, Supply};
use crate::sim::units::{Fen, NeedId, ProductId, Role, Round};
use crate::sim::view::View;
use std::cmp::Reverse;

/// Goods of one product for one date that will not all be there if every customer says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// What is promised.
    pub product: ProductId,
    /// For when.
    pub promised: Round,
    /// Pieces that are wanting for all who are promised them by then, orders that wait included.
    pub pieces: u32,
    /// Whose: open deals, in the order in which they would be served.
    pub deals: Vec<NeedId>,
    /// When they come if they are bought this month, or built once the customer has decided.
    pub comes: Round,
    /// Bought by express they would still be there in time.
    pub express: bool,
}

/// A card and the role that plays it.
type Played<'a> = (Role, &'a Card);

/// What somebody is promised.
struct Claim {
    deal: NeedId,
    /// Deals that goods are kept for come first.
    rank: usize,
    promised: Round,
    price: Fen,
    lines: Vec<Line>,
    open: bool,
}

/// What cannot be there in time if the plan is these cards, each with the role that plays it: the earliest date first. What can still be bought in a later month is left out.
#[must_use]
pub fn late(view: &View, plan: &[(Role, &Card)]) -> Vec<Late> {
    match view.guide.supply {
        Supply::AtHand => Vec::new(),
        Supply::ToOrder => built_late(view, plan),
        Supply::Stock(_) => missing(view, plan),
    }
}

/// Goods built to order that are promised for a month in which they cannot be there.
fn built_late(view: &View, plan: &[Played]) -> Vec<Late> {
    let mut list = Vec::new();
    for deal in view.deals.iter().filter(|deal| deal.open()) {
        let Some((promised, express, lines)) = quoted(view, plan, deal) else { continue };
        let comes = deal.due.plus(goods::earliest(&view.guide, express));
        if promised >= comes {
            continue;
        }
        let express = deal.due.plus(goods::earliest(&view.guide, true)) <= promised;
        let of_line = |line: &Line| Late { product: line.product, promised, pieces: line.quantity, deals: vec![deal.id], comes, express };
        list.extend(lines.iter().filter(|line| line.quantity > 0).map(of_line));
    }
    list.sort_by_key(|late| (late.promised, late.product));
    list
}

/// Goods from a stock that will be wanting on the day.
fn missing(view: &View, plan: &[Played]) -> Vec<Late> {
    let (now, guide) = (view.round, &view.guide);
    let claims = claims(view, plan);
    let mut list: Vec<Late> = Vec::new();
    for stock in &view.goods.stock {
        let product = stock.product;
        let bought = |by: Round| {
            let coming = view.goods.purchases.iter().filter(|order| order.product == product && order.arrives <= by).map(|order| order.quantity);
            let planned = plan.iter().filter_map(|(_, card)| match &card.action {
                Action::Purchase(buy) if buy.product == product && now.plus(goods::lead(guide, buy.express)) <= by => Some(buy.quantity),
                _ => None,
            });
            coming.chain(planned).map(u64::from).sum::<u64>()
        };
        let mut wanted = 0_u64;
        for claim in &claims {
            let pieces: u64 = claim.lines.iter().filter(|line| line.product == product).map(|line| u64::from(line.quantity)).sum();
            wanted += pieces;
            let there = u64::from(stock.on_hand) + bought(claim.promised);
            // what orders that wait will take is wanting as well
            let short = if pieces == 0 { 0 } else { u32::try_from(wanted.saturating_sub(there)).unwrap_or(u32::MAX) };
            let [usual, express] = [false, true].map(|express| now.plus(goods::lead(guide, express)));
            // there is another month in which they can be bought
            if short == 0 || !claim.open || claim.promised > usual {
                continue;
            }
            match list.iter_mut().find(|late| (late.product, late.promised) == (product, claim.promised)) {
                Some(late) => {
                    late.pieces = late.pieces.max(short);
                    late.deals.push(claim.deal);
                }
                None => list.push(Late {
                    product,
                    promised: claim.promised,
                    pieces: short,
                    deals: vec![claim.deal],
                    comes: usual,
                    express: usual > claim.promised && express <= claim.promised,
                }),
            }
        }
    }
    list.sort_by_key(|late| (late.promised, late.product));
    list
}

/// Who has a claim on goods, in the order in which they are served: orders that wait, and quotes that are out or planned.
fn claims(view: &View, plan: &[Played]) -> Vec<Claim> {
    let rank = |id: NeedId| view.goods.reserved.iter().position(|reserved| *reserved == id).unwrap_or(usize::MAX);
    let of_contract = |deal: &DealView| deal.class.is_some_and(|class| view.guide.contract(class).is_some());
    let mut list: Vec<Claim> = Vec::new();
    for deal in view.deals.iter().filter(|deal| !of_contract(deal)) {
        let waiting = deal.order.filter(|order| order.waits()).and_then(|order| Some((order.promised, deal.quote.as_ref()?.lines.clone())));
        let open = deal.open();
        let claim = if open { quoted(view, plan, deal).map(|(promised, _, lines)| (promised, lines)) } else { waiting };
        if let Some((promised, lines)) = claim {
            let price = lines.iter().map(|line| line.price.times(i64::from(line.quantity))).sum();
            list.push(Claim { deal: deal.id, rank: rank(deal.id), promised: promised.max(view.round), price, lines, open });
        }
    }
    list.sort_by_key(|claim| (claim.rank, claim.promised, claim.open, Reverse(claim.price), claim.deal));
    list
}

/// The date, express or not, and the goods that an open deal is promised: by the plan if it quotes, else by the quote that lies there.
fn quoted(view: &View, plan: &[Played], deal: &DealView) -> Option<(Round, bool, Vec<Line>)> {
    let anew = plan.iter().find_map(|(_, card)| match &card.action {
        Action::Quote(cards::Quote { deal: id, terms }) if *id == deal.id => Some(terms),
        _ => None,
    });
    let first = || plan.iter().find_map(|(role, card)| by_pursuit(view, *role, &card.action, deal));
    let terms = anew.or_else(|| if deal.quote.is_none() { first() } else { None });
    let planned = terms.and_then(|terms| view.quote_of(deal, terms));
    let quote = planned.as_ref().or(deal.quote.as_ref())?;
    Some((quote.delivery, quote.express, quote.lines.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::Short;
    use crate::sim::state::PurchaseOrder;
    use crate::sim::terms::QuoteTerms;
    use crate::sim::testing::{ALPHA, HERO, bare, guide_of, lead, quoted, seat};
    use crate::sim::units::Role;
    use crate::sim::view::view_now;

    fn told(state: &Game, plan: &[Action]) -> Vec<(u32, usize, u16, bool)> {
        told_by(state, plan, Role::AccountManager)
    }

    fn told_by(state: &Game, plan: &[Action], role: Role) -> Vec<(u32, usize, u16, bool)> {
        let view = view_now(state, seat(0, Role::AccountManager));
        let cards: Vec<Card> = plan.iter().map(|action| Card { action: action.clone(), write_up: true }).collect();
        let plan: Vec<(Role, &Card)> = cards.iter().map(|card| (role, card)).collect();
        late(&view, &plan).into_iter().map(|l| (l.pieces, l.deals.len(), l.comes.since(state.round), l.express)).collect()
    }

    #[test]
    fn what_is_promised_and_cannot_be_there_is_told_with_pieces_and_date() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        // twenty pieces each, decided and promised for this month
        quoted(&mut state, ALPHA);
        assert_eq!(told(&state, &[]), [], "nothing is kept in stock");
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        quoted(&mut state, HERO);
        assert_eq!(told(&state, &[]), [(40, 2, 1, true)]);
        state.teams[0].warehouse.stock[0] = 25;
        assert_eq!(told(&state, &[]), [(15, 1, 1, true)], "one of the two gets all, the other waits");
        // a usual order comes too late, one that is on its way does not, and neither does express
        let buy = |express| Action::Purchase(cards::Purchase { product: ProductId(0), quantity: 15, express });
        assert_eq!(told(&state, &[buy(false)]), [(15, 1, 1, true)]);
        assert_eq!(told(&state, &[buy(true)]), []);
        let now = state.round;
        state.teams[0].warehouse.purchases.push(PurchaseOrder { product: ProductId(0), quantity: 15, placed: Round(0), arrives: now });
        assert_eq!(told(&state, &[]), []);
    }

    #[test]
    fn a_date_that_a_later_purchase_can_keep_is_no_trouble_yet() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        let id = quoted(&mut state, ALPHA);
        let later = |state: &mut Game, rounds: u16| {
            let date = state.round.plus(rounds);
            let deal = crate::sim::testing::deal_of(state, id);
            deal.quote.iter_mut().for_each(|quote| quote.delivery = date);
        };
        later(&mut state, 1);
        assert_eq!(told(&state, &[]), [(20, 1, 1, false)], "next month: the usual order must go out now");
        later(&mut state, 2);
        assert_eq!(told(&state, &[]), []);
    }

    #[test]
    fn each_product_that_is_built_too_late_is_told_by_its_own_pieces() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        guide_of(&mut state).supply = Supply::ToOrder;
        let id = quoted(&mut state, ALPHA);
        let deal = crate::sim::testing::deal_of(&mut state, id);
        if let Some(quote) = &mut deal.quote {
            let first = quote.lines[0];
            quote.lines.push(Line { product: ProductId(first.product.0 + 1), quantity: 7, ..first });
        }
        let pieces: Vec<u32> = told(&state, &[]).into_iter().map(|(pieces, ..)| pieces).collect();
        assert_eq!(pieces, [20, 7]);
    }

    #[test]
    fn hours_of_somebody_elses_job_promise_as_much_as_they_count() {
        let mut state = bare(1);
        lead(&mut state, HERO);
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        let id = crate::sim::testing::deal(&mut state, HERO, 2);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let time = view.deal(id).and_then(|deal| view.time_to_quote(deal)).expect("an open deal");
        let pursuit = cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: crate::sim::terms::Intent::Ask, time };
        let plan = [pursuit.into()];
        assert_eq!(told_by(&state, &plan, Role::AccountManager).len(), 1);
        assert_eq!(told_by(&state, &plan, Role::Developer), [], "no quote comes of it");
    }
}
