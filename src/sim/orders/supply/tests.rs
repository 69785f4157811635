use super::*;
use crate::sim::cards::{Action, Card};
use crate::sim::game::Game;
use crate::sim::journal::report::{BidTerm, TeamReport};
use crate::sim::orders::goods::unit_cost;
use crate::sim::parameters::Rules;
use crate::sim::planning::command::Command;
use crate::sim::selling::{choice_utility, contest};
use crate::sim::state::Receivable;
use crate::sim::terms::{Amount, Missing, Payment, QuoteTerms, Reject};
use crate::sim::testing::{ALPHA, HERO, bare, booked, deal_of, guide_of, lead, line, near, quoted, relation, rules, seat, told};
use crate::sim::units::{CustomerId, Role};
use crate::sim::{apply, cards};

const BETA: CustomerId = CustomerId(2);
const ALL: [CustomerId; 3] = [ALPHA, BETA, HERO];

/// A game in which whoever gets a bid takes it, with `pieces` of the first product (cost 4,400) in stock.
fn shop(supply: Supply, pieces: u32) -> Game {
    let mut state = bare(1);
    guide_of(&mut state).supply = supply;
    rules(&mut state).choice.base = 20.0;
    rules(&mut state).delivery.spread = 0.0;
    state.teams[0].warehouse.stock[0] = pieces;
    state
}

/// An open deal over 20 pieces at `yuan` in all, decided this round, to be delivered `wait` rounds later.
fn bid(state: &mut Game, customer: CustomerId, yuan: i64, wait: u16) -> NeedId {
    lead(state, customer);
    let id = quoted(state, customer);
    let quote = deal_of(state, id).quote.as_mut().expect("quoted");
    (quote.price, quote.delivery) = (Fen::yuan(yuan), quote.delivery.plus(wait));
    id
}

/// Who has got goods, in the order of `ALL`.
fn served(state: &Game) -> [bool; 3] {
    ALL.map(|customer| state.teams[0].deals.iter().any(|d| d.id.customer == customer && d.order.is_some_and(|o| o.leaves.is_some())))
}

fn month(state: &mut Game) {
    state.journal.teams[0].report = TeamReport::default();
    let wins = contest::decide(&mut state.truth());
    contest::serve(&mut state.truth(), wins);
    state.turn(0).deliver_all();
    state.turn(0).close_month(1.0);
    state.round = state.round.plus(1);
    state.turn(0).goods_arrive();
}

/// Cash, and what will be cash: owed by customers, and goods at cost less those already sold.
fn balance(state: &Game) -> Fen {
    let team = &state.teams[0];
    let cost = |lines: &[Line]| lines.iter().map(|l| unit_cost(&state.scenario.guide, l.product).times(i64::from(l.quantity))).sum::<Fen>();
    let on_hand: Vec<Line> = stocked(team.warehouse.stock.iter()).map(|(product, pieces)| line(product.0, pieces as u32, 0)).collect();
    let coming: Vec<Line> = team.warehouse.purchases.iter().map(|p| line(p.product.0, p.quantity, 0)).collect();
    let sold: Fen = team.orders().filter(|(_, o)| o.waits()).filter_map(|(d, _)| d.quote.as_ref()).map(|q| cost(&q.lines)).sum();
    team.books.ledger.cash + team.owed() + cost(&on_hand) + cost(&coming) - sold
}

#[test]
fn the_one_car_goes_to_the_larger_order_unless_it_is_reserved() {
    // twenty pieces for two customers who want twenty each, at 110,000 and 112,000
    for (reserve, expected) in [(None, [false, true, false]), (Some(0), [true, false, false]), (Some(1), [false, true, false])] {
        let mut state = shop(Supply::Stock(Short::LostSale), 20);
        let ids = [bid(&mut state, ALPHA, 110_000, 0), bid(&mut state, BETA, 112_000, 0)];
        if let Some(place) = reserve {
            assert_eq!(apply(&mut state, seat(0, Role::Service), Command::Reserve(ids[place])), Ok(()));
        }
        month(&mut state);
        assert_eq!(served(&state), expected, "{reserve:?}");
        assert_eq!(state.teams[0].warehouse.stock[0], 0);
        // the other one goes without and owes nothing
        let lost: Vec<NeedId> = told(&state, |h| if let Happened::SaleLost { deal } = h { Some(*deal) } else { None });
        assert_eq!(lost, [ids[usize::from(expected[0])]]);
        let need = state.worlds[0].need(lost[0]).expect("it was there");
        assert_eq!((need.winner, deal_of(&mut state, lost[0]).outcome), (Some(Winner::Nobody), Some(DealOutcome::NoSale)));
        assert_eq!((relation(&mut state, lost[0].customer).history.orders, booked(&state, EntryKind::Sale).len()), (0, 1));
        assert!(state.teams[0].warehouse.reserved.is_empty());
    }
}

#[test]
fn earlier_dates_come_first_and_of_equal_ones_the_larger_order() {
    for (waits, yuan, expected) in [
        // both wait since the month before, for a date that has come
        ([1, 1, 0], [100_000, 110_000, 120_000], [false, true, false]),
        ([0, 1, 0], [100_000, 110_000, 120_000], [true, false, false]),
        ([1, 1, 1], [100_000, 100_000, 120_000], [false, false, true]),
        // with all else equal the name decides, and the named customer is the first of the market
        ([1, 1, 1], [100_000, 100_000, 100_000], [false, false, true]),
    ] {
        let mut state = shop(Supply::Stock(Short::Late), 0);
        for (place, customer) in ALL.into_iter().enumerate() {
            bid(&mut state, customer, yuan[place], waits[place]);
        }
        if waits[2] == 0 {
            // not this one: it is decided later
            state.worlds[0].needs[2].due = Round(9);
        }
        month(&mut state);
        assert_eq!(served(&state), [false; 3]);
        state.teams[0].warehouse.stock[0] = 20;
        month(&mut state);
        assert_eq!(served(&state), expected, "{waits:?} {yuan:?}");
    }
}

#[test]
fn goods_kept_for_an_open_deal_are_kept_from_others() {
    for (reserved, free, expected) in [(false, 20, true), (true, 20, false), (true, 39, false), (true, 40, true)] {
        let mut state = shop(Supply::Stock(Short::Late), free);
        let later = bid(&mut state, ALPHA, 110_000, 0);
        state.worlds[0].needs[0].due = Round(2);
        if reserved {
            assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Reserve(later)), Ok(()));
        }
        bid(&mut state, BETA, 150_000, 0);
        month(&mut state);
        assert_eq!(served(&state)[1], expected, "{reserved} {free}");
        assert_eq!(state.teams[0].warehouse.reserved.len(), usize::from(reserved), "the deal is still open");
    }
}

#[test]
fn what_can_be_reserved() {
    let mut state = shop(Supply::AtHand, 20);
    let id = bid(&mut state, ALPHA, 110_000, 0);
    let say = |state: &mut Game, command| apply(state, seat(0, Role::AccountManager), command);
    assert_eq!(say(&mut state, Command::Reserve(id)), Err(Reject::Missing(Missing::Stock)));
    guide_of(&mut state).supply = Supply::Stock(Short::Late);
    let stranger = NeedId { customer: BETA, ..id };
    assert_eq!(say(&mut state, Command::Reserve(stranger)), Err(Reject::NoSuchDeal));
    assert_eq!(say(&mut state, Command::Unreserve(id)), Err(Reject::NoSuchDeal));
    assert_eq!(say(&mut state, Command::Reserve(id)), Ok(()));
    assert_eq!(say(&mut state, Command::Reserve(id)), Err(Reject::Missing(Missing::Planned)));
    assert_eq!(say(&mut state, Command::Unreserve(id)), Ok(()));
    deal_of(&mut state, id).outcome = Some(DealOutcome::NoSale);
    assert_eq!(say(&mut state, Command::Reserve(id)), Err(Reject::Missing(Missing::Open)));
}

#[test]
fn without_goods_an_order_waits_and_is_late() {
    let mut state = shop(Supply::Stock(Short::Late), 0);
    let id = bid(&mut state, ALPHA, 110_000, 0);
    month(&mut state);
    // 88,000 of goods are sold without any, 110,000 are owed, and nothing has moved but the wages
    assert_eq!((relation(&mut state, ALPHA).history.orders, state.teams[0].owed()), (1, Fen::yuan(110_000)));
    assert_eq!(told(&state, |h| matches!(h, Happened::OrderWaits { .. }).then_some(())).len(), 1);
    assert_eq!(state.teams[0].books.ledger.cash, Fen::yuan(500_000 - 36_000));
    state.teams[0].warehouse.stock[0] = 25;
    month(&mut state);
    assert_eq!(told(&state, |h| if let Happened::DeliveredLate { rounds, .. } = h { Some(*rounds) } else { None }), [1]);
    assert_eq!(deal_of(&mut state, id).order.and_then(|o| o.delivered), Some(Round(2)));
    // paid on delivery; five pieces are kept at 1 % of 4,400 each
    assert_eq!((state.teams[0].owed(), state.teams[0].warehouse.stock[0]), (Fen::ZERO, 5));
    assert_eq!(booked(&state, EntryKind::Holding), [Fen::yuan(-220)]);
    assert_eq!(state.teams[0].books.ledger.cash, Fen::yuan(500_000 - 72_000 + 110_000 - 220));
}

#[test]
fn a_date_still_to_come_is_kept_even_where_sales_would_be_lost() {
    let mut state = shop(Supply::Stock(Short::LostSale), 0);
    bid(&mut state, ALPHA, 110_000, 1);
    month(&mut state);
    assert_eq!((relation(&mut state, ALPHA).history.orders, served(&state)[0]), (1, false));
    assert!(told(&state, |h| matches!(h, Happened::OrderWaits { .. } | Happened::SaleLost { .. }).then_some(())).is_empty());
    state.teams[0].warehouse.stock[0] = 20;
    month(&mut state);
    assert!(served(&state)[0]);
    assert!(told(&state, |h| matches!(h, Happened::DeliveredLate { .. }).then_some(())).is_empty());
}

#[test]
fn purchases_are_paid_at_once_and_come_a_round_later_or_express() {
    let buy = |express| Action::Purchase(cards::Purchase { product: ProductId(1), quantity: 3, express });
    for (express, stock, paid, extra) in [(false, [0, 3], -16_800, None), (true, [3, 3], -16_800, Some(-504))] {
        let mut state = shop(Supply::Stock(Short::Late), 0);
        let card = Card { action: buy(express), write_up: false };
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(card)), Ok(()));
        assert_eq!(state.desks[0].plan[0].cost, Fen::yuan(16_800 + if express { 504 } else { 0 }));
        state.turn(0).purchase(ProductId(1), 3, express);
        assert_eq!(booked(&state, EntryKind::Purchase), [Fen::yuan(paid)]);
        assert_eq!(booked(&state, EntryKind::Express), extra.map(Fen::yuan).into_iter().collect::<Vec<_>>());
        let now = state.teams[0].warehouse.stock[1];
        month(&mut state);
        assert_eq!([now, state.teams[0].warehouse.stock[1]], stock);
        assert!(state.teams[0].warehouse.purchases.is_empty());
    }
    let mut state = shop(Supply::ToOrder, 0);
    let refused = |state: &mut Game, action| apply(state, seat(0, Role::AccountManager), Command::Add(Card { action, write_up: false }));
    assert_eq!(refused(&mut state, buy(false)), Err(Reject::Missing(Missing::Stock)));
    guide_of(&mut state).supply = Supply::Stock(Short::Late);
    for (product, quantity, reject) in [
        (9, 3, Reject::NoSuchProduct),
        (0, 0, Reject::BadAmount(Amount::Quantity)),
        (0, 100_001, Reject::BadAmount(Amount::Quantity)),
        (0, 1_000, Reject::NotEnoughCash),
    ] {
        assert_eq!(refused(&mut state, Action::Purchase(cards::Purchase { product: ProductId(product), quantity, express: false })), Err(reject));
    }
}

#[test]
fn built_goods_take_a_round_or_come_express_for_three_per_cent_more() {
    // (express, promised in rounds): delivered after, rounds late, extra cost of 88,000
    for (express, promised, after, late, extra) in [
        (false, None, 1, 0, None),
        (true, None, 0, 0, Some(-2_640)),
        (false, Some(0), 1, 1, None),
        (false, Some(3), 3, 0, None),
        (true, Some(2), 2, 0, Some(-2_640)),
    ] {
        let mut state = shop(Supply::ToOrder, 0);
        let id = bid(&mut state, ALPHA, 110_000, 0);
        let terms = QuoteTerms { express, delivery: promised, ..QuoteTerms::default() };
        assert!(state.turn(0).play(cards::Quote { deal: id, terms: terms.clone() }, false));
        month(&mut state);
        for _ in 0..after {
            assert_eq!(deal_of(&mut state, id).order.and_then(|o| o.delivered), None, "{terms:?}");
            month(&mut state);
        }
        assert_eq!(deal_of(&mut state, id).order.and_then(|o| o.delivered), Some(Round(1 + after)), "{terms:?}");
        assert_eq!(told(&state, |h| if let Happened::DeliveredLate { rounds, .. } = h { Some(*rounds) } else { None }).first().copied().unwrap_or(0), late);
        assert_eq!(booked(&state, EntryKind::Express), extra.map(Fen::yuan).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn money_comes_with_the_delivery_and_the_days_to_pay() {
    for (supply, payment, paid) in [
        (Supply::AtHand, Payment::OnDelivery, 1),
        (Supply::AtHand, Payment::Days30, 2),
        (Supply::AtHand, Payment::Days60, 3),
        (Supply::ToOrder, Payment::OnDelivery, 2),
        (Supply::ToOrder, Payment::Days60, 4),
    ] {
        let mut state = shop(supply, 0);
        let id = bid(&mut state, ALPHA, 110_000, 0);
        assert!(state.turn(0).play(cards::Quote { deal: id, terms: QuoteTerms { payment, ..QuoteTerms::default() } }, false));
        for round in 1..=4 {
            month(&mut state);
            // goods and wages are paid, whenever the customer pays
            let cash = 500_000 - 88_000 - 36_000 * round + if round >= paid { 110_000 } else { 0 };
            assert_eq!(state.teams[0].books.ledger.cash, Fen::yuan(cash), "{supply:?} {payment:?} {round}");
            assert_eq!(state.teams[0].owed(), if round >= paid { Fen::ZERO } else { Fen::yuan(110_000) });
            let month = state.teams[0].books.months.last().expect("closed");
            // the sale and its goods count in the month of the order
            assert_eq!(month.contribution, Fen::yuan(if round == 1 { 110_000 - 88_000 - 36_000 } else { -36_000 }));
        }
        assert_eq!(relation(&mut state, ALPHA).history.contribution, Fen::yuan(22_000));
        let kinds = [EntryKind::Credit, EntryKind::Payment].map(|kind| booked(&state, kind));
        assert_eq!(kinds, if paid == 1 { [vec![], vec![]] } else { [vec![Fen::yuan(-110_000)], vec![Fen::yuan(110_000)]] });
    }
}

#[test]
fn dates_and_days_weigh_with_the_customer() {
    let v = |supply, terms: QuoteTerms| {
        let mut state = shop(supply, 20);
        let id = bid(&mut state, ALPHA, 110_000, 0);
        rules(&mut state).choice.base = 0.0;
        assert!(state.turn(0).play(cards::Quote { deal: id, terms: terms.clone() }, false));
        let wins = contest::decide(&mut state.truth());
        contest::serve(&mut state.truth(), wins);
        let told = told(&state, |h| match h {
            Happened::Won { utility, .. } | Happened::NotWon { utility, .. } => Some((utility.delivery, utility.payment)),
            _ => None,
        });
        told[0]
    };
    let date = |delivery| QuoteTerms { delivery: Some(delivery), ..QuoteTerms::default() };
    for (supply, terms, delivery, payment) in [
        (Supply::AtHand, QuoteTerms::default(), 0.0, 0.0),
        (Supply::AtHand, date(2), -0.2, 0.0),
        (Supply::ToOrder, QuoteTerms::default(), 0.0, 0.0),
        (Supply::ToOrder, QuoteTerms { express: true, ..QuoteTerms::default() }, 0.1, 0.0),
        (Supply::ToOrder, date(0), 0.1, 0.0),
        (Supply::ToOrder, date(4), -0.3, 0.0),
        (Supply::AtHand, QuoteTerms { payment: Payment::Days30, ..QuoteTerms::default() }, 0.0, 0.1),
        (Supply::AtHand, QuoteTerms { payment: Payment::Days60, ..QuoteTerms::default() }, 0.0, 0.2),
    ] {
        let (found_delivery, found_payment) = v(supply, terms.clone());
        near(found_delivery, delivery);
        near(found_payment, payment);
    }
    let rules = Rules::default();
    let late = choice_utility::Bid { early: -3.0, ..choice_utility::sound_bid(&rules) };
    assert_eq!(choice_utility::weakest(&rules, &choice_utility::utility(&rules, &late)).map(|(term, _)| term), Some(BidTerm::Delivery));
}

#[test]
fn profit_and_what_the_company_has_grow_alike() {
    for supply in [Supply::AtHand, Supply::ToOrder, Supply::Stock(Short::Late), Supply::Stock(Short::LostSale)] {
        let mut state = shop(supply, 25);
        let before = balance(&state);
        for (customer, payment, wait) in [(ALPHA, Payment::Days30, 0), (BETA, Payment::OnDelivery, 0), (HERO, Payment::Days60, 2)] {
            let id = bid(&mut state, customer, 110_000, 0);
            let terms = QuoteTerms { payment, delivery: Some(wait), express: supply == Supply::ToOrder, ..QuoteTerms::default() };
            assert!(state.turn(0).play(cards::Quote { deal: id, terms: terms.clone() }, false));
        }
        if state.scenario.guide.keeps_stock() {
            state.turn(0).purchase(ProductId(0), 10, false);
            state.turn(0).purchase(ProductId(1), 2, true);
        }
        for _ in 0..5 {
            month(&mut state);
            let team = &state.teams[0];
            assert_eq!(team.books.ledger.entries.iter().map(|e| e.amount).sum::<Fen>(), team.books.ledger.cash);
            let owed: Fen = team.books.receivables.iter().map(|r: &Receivable| r.amount).sum();
            assert_eq!(owed, -(booked(&state, EntryKind::Credit).into_iter().chain(booked(&state, EntryKind::Payment)).sum::<Fen>()));
            assert_eq!(team.books.months.last().map(|m| m.contribution_so_far), Some(balance(&state) - before), "{supply:?}");
        }
        assert_eq!(state.teams[0].deals.iter().filter(|d| d.order.is_some()).count(), if supply == Supply::Stock(Short::LostSale) { 2 } else { 3 });
    }
}

#[test]
fn profit_counts_sales_and_goods_when_they_are_sold() {
    let counted: Vec<bool> = [
        EntryKind::Opening,
        EntryKind::Sale,
        EntryKind::Goods,
        EntryKind::Credit,
        EntryKind::Payment,
        EntryKind::Purchase,
        EntryKind::FromStock,
        EntryKind::Holding,
        EntryKind::Express,
    ]
    .map(EntryKind::earns)
    .to_vec();
    assert_eq!(counted, [false, true, true, false, false, false, false, true, true]);
}
