use super::*;
use crate::advice::agenda::{self, AgendaItem};
use crate::sim::cards::{Action, Card};
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::market::tenders::announce;
use crate::sim::planning::command::Command;
use crate::sim::scenario::{Buyer, EventDef, Happening, TenderDef};
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, DealOutcome, MarketKind};
use crate::sim::terms::{Amount, Missing, Reject};
use crate::sim::testing::{
    ALPHA, HERO, about, bare, booked, buyer, card_of, game, generated, lead, line, near, open, relation, rules, scenario, seat, share, text, told, traits,
};
use crate::sim::units::{IndustryId, NeedClassId, Role, Round};
use crate::sim::view::{view, view_now};
use crate::sim::{apply, cards, resolve};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// 20 plain products for 5,500 each: the estimate is 110,000, the ceiling 120,000.
fn need(kind: TenderKind, buyer: Buyer) -> TenderDef {
    TenderDef { buyer, kind, class: NeedClassId(0), lines: vec![line(0, 20, 5_500)], ceiling: Fen::yuan(120_000), decides_after: 0 }
}

/// Puts a tender into the script of round 1 and announces it; its id.
fn announced(state: &mut Game, def: TenderDef) -> NeedId {
    let events = &mut Arc::make_mut(&mut state.scenario).events;
    events.push(EventDef { id: "tender".into(), round: 1, title: text("t"), body: text("t"), what: Happening::Tender(def) });
    announce(state);
    state.worlds[0].tenders.last().expect("announced").need.id
}

/// A customer as buyer that the script names: the first generated one.
fn tender_of(state: &mut Game, kind: TenderKind, customer: CustomerId) -> NeedId {
    announced(state, need(kind, Buyer::Named(customer)))
}

fn terms(discount: f64, promise: f64) -> QuoteTerms {
    QuoteTerms { discount, promise, ..QuoteTerms::default() }
}

fn won(state: &Game) -> bool {
    told(state, |h| matches!(h, Happened::TenderWon { .. }).then_some(())).len() == 1
}

#[test]
fn points_by_hand() {
    let rules = Rules::default();
    let lowest = Fen::yuan(90_000);
    let bid = Offered { price: Fen::yuan(100_000), fit: 0.0, relation: 40.0 };
    // price 90 / 100, fit 12 / 18, relation as it is
    for (kind, total) in [(TenderKind::Price, 0.7 * 90.0 + 0.2 * 200.0 / 3.0 + 0.1 * 40.0), (TenderKind::Quality, 0.2 * 90.0 + 0.4 * 200.0 / 3.0 + 0.4 * 40.0)]
    {
        let points = points(&rules, kind, &bid, lowest);
        near(points.price, 90.0);
        near(points.fit, 200.0 / 3.0);
        near(points.total, total);
    }
    let of = |bid: Offered| points(&rules, TenderKind::Price, &bid, lowest);
    assert_eq!([of(Offered { fit: 9.0, ..bid }).fit, of(Offered { fit: -13.0, ..bid }).fit], [100.0, 0.0]);
    assert_eq!([of(Offered { relation: 130.0, ..bid }).relation, of(Offered { relation: -5.0, ..bid }).relation], [100.0, 0.0]);
}

#[test]
fn paper_counts_promises_and_relations_count_the_trade() {
    let rules = Rules::default();
    let mut state = bare(1);
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    state.turn(0).play(cards::Bid { tender: id, terms: QuoteTerms { promise: 10.0, service: ServiceLevel::Priority, ..QuoteTerms::default() } }, false);
    let quote = &state.teams[0].bids[0].quote;
    // the right product fits to the point; a fifth of the promise, one for the service
    near(quote.fit, 0.0);
    near(paper_fit(&rules, quote), 3.0);
    // .35 S + .35 T + .3 C; a stranger is neutral, cold and uncommitted
    near(relation_points(&rules, Some([80.0, 60.0, 40.0]), 0.0), 61.0);
    near(relation_points(&rules, None, 0.0), 0.35 * 60.0 + 0.35 * 28.0);
    near(relation_points(&rules, None, -0.5), 0.35 * 88.0 - 10.0);
    // of the buyer's own trade, and of its own relation once it is known
    let quote = quote.clone();
    let own = state.customers[ALPHA.index()].industry.index();
    state.teams[0].reputation.0 = (0..2).map(|i| if i == own { 0.5 } else { -1.0 }).collect();
    let relation = |state: &Game| offered(state, 0, ALPHA, &quote).relation;
    near(relation(&state), 0.35 * 88.0 + 10.0);
    let alpha = buyer(&mut state, ALPHA, 1);
    (alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.commitment) = (80.0, 60.0, 40.0);
    near(relation(&state), 71.0);
}

#[test]
fn a_tender_is_public_and_nobodys_deal() {
    let mut state = bare(1);
    buyer(&mut state, ALPHA, 1);
    let id = tender_of(&mut state, TenderKind::Quality, ALPHA);
    state.turn(0).needs();
    assert!(state.teams[0].deals.iter().all(|d| d.id != id), "a tender is no deal of those who know the customer");
    let tender = &state.worlds[0].tenders[0];
    assert_eq!((tender.need.value, tender.need.budget, tender.need.quantity), (Fen::yuan(110_000), Some(Fen::yuan(120_000)), 20));
    assert_eq!((tender.kind, tender.need.due, tender.award), (TenderKind::Quality, Round(1), None));
}

#[test]
fn an_unnamed_buyer_is_one_of_the_larger_of_its_trade_and_the_same_everywhere() {
    let mut seen = BTreeSet::new();
    for seed in 0..40 {
        let mut state = game(seed, 2);
        for id in generated(&state) {
            card_of(&mut state, id).industry = IndustryId(u8::from(id.0 > 9));
        }
        // 1 to 9 are of the first industry: the five largest of them may be drawn
        let id = announced(&mut state, need(TenderKind::Price, Buyer::OneOf(IndustryId(0))));
        assert_eq!(state.worlds[0].tenders, state.worlds[1].tenders);
        let mut ranked: Vec<CustomerId> = (1..=9).map(CustomerId).collect();
        ranked.sort_by_key(|&c| Reverse(state.customers[c.index()].order_value));
        assert!(ranked[..5].contains(&id.customer), "seed {seed}");
        seen.insert(ranked.iter().position(|&c| c == id.customer));
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn a_customer_decides_one_tender_at_a_time() {
    let mut state = bare(1);
    let def = TenderDef { decides_after: 2, ..need(TenderKind::Price, Buyer::Named(ALPHA)) };
    announced(&mut state, def.clone());
    announced(&mut state, def);
    assert_eq!(state.worlds[0].tenders.len(), 1);
}

#[test]
fn a_tender_won_is_an_order_like_any_other() {
    let mut state = bare(1);
    rules(&mut state).tenders.rival_bids = 0.0;
    rules(&mut state).delivery.spread = 0.0;
    state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(0));
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.1, 10.0).clone() }, true);
    award(&mut state.truth());
    state.turn(0).deliver_all();
    // 110,000 less a tenth; goods are four fifths of the tier price
    assert_eq!((booked(&state, EntryKind::Sale), booked(&state, EntryKind::Goods)), (vec![Fen::yuan(99_000)], vec![Fen::yuan(-88_000)]));
    let deal = state.teams[0].deals.last().expect("an order").clone();
    assert_eq!((deal.id.customer, deal.id.source, deal.outcome), (ALPHA, Source::Tender, Some(DealOutcome::Won(Fen::yuan(99_000)))));
    assert_eq!(told(&state, |h| if let Happened::Delivered { deal, .. } = h { Some(*deal) } else { None }), [deal.id]);
    let alpha = relation(&mut state, ALPHA);
    // E .4 x 60 + .6 x (62 + 10) = 67.2, P 70 + 6 x .15 by the records of the order; kept, so T 30 + 8 x .7
    near(alpha.measures.trust, 35.6);
    near(alpha.measures.expectation, 67.2 + 0.15 * (70.9 - 67.2));
    assert_eq!(state.worlds[0].incumbents[ALPHA.index()], None, "the supplier of before is out");
    let alpha = relation(&mut state, ALPHA);
    assert_eq!((alpha.history.orders, alpha.history.won, alpha.history.found), (1, 1, Some((Found::Tender, Round(1)))));
    near(alpha.measures.records, 15.0);
    assert!(state.teams[0].bids.is_empty());
    assert_eq!(state.worlds[0].tenders[0].award, Some(Award { winner: Winner::Team(TeamId(0)), price: Fen::yuan(99_000), bids: 1 }));
}

#[test]
fn a_tender_nobody_bids_for_is_awarded_to_nobody() {
    let mut state = bare(1);
    rules(&mut state).tenders.rival_bids = 0.0;
    tender_of(&mut state, TenderKind::Price, ALPHA);
    award(&mut state.truth());
    assert_eq!(state.worlds[0].tenders[0].award, Some(Award { winner: Winner::Nobody, price: Fen::ZERO, bids: 0 }));
}

#[test]
fn an_incumbent_has_an_edge_and_the_loser_is_told_why() {
    let mut state = bare(1);
    let t = &mut rules(&mut state).tenders;
    (t.rival_bids, t.rival_price, t.rival_fit, t.rival_relation) = (1.0, [0.9, 0.0], [0.0, 0.0], [50.0, 0.0]);
    state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(1));
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.0, 0.0).clone() }, false);
    award(&mut state.truth());
    // both rivals bid 99,000 with fit 0; the incumbent's relation is 15 points better and carries a tenth
    let lost = told(&state, |h| match h {
        Happened::TenderLost { winner, price, points, best, .. } => Some((*winner, *price, *points, *best)),
        _ => None,
    });
    let [(winner, price, ours, best)] = lost[..] else { panic!("{lost:?}") };
    assert_eq!((winner, price), (Winner::Rival(RivalId(1)), Fen::yuan(99_000)));
    near(ours.price, 90.0);
    near(best.total, 0.7 * 100.0 + 0.2 * 200.0 / 3.0 + 0.1 * 65.0);
    near(ours.total, 0.7 * 90.0 + 0.2 * 200.0 / 3.0 + 0.1 * 30.8);
    assert_eq!(state.worlds[0].incumbents[ALPHA.index()], Some(RivalId(1)));
    assert!(state.teams[0].bids.is_empty() && state.teams[0].deals.iter().all(|d| d.id.source != Source::Tender));
}

#[test]
fn rivals_bid_around_the_estimate_within_floor_and_ceiling() {
    let mut sums = [(0.0, 0.0), (0.0, 0.0)];
    let mut count = 0.0;
    let bidding = share(|mut state| {
        let id = tender_of(&mut state, TenderKind::Price, ALPHA);
        let tender = state.worlds[0].tender(id).expect("open").clone();
        for (war, sum) in sums.iter_mut().enumerate() {
            state.worlds[0].price_war = war as u16;
            for bidder in rivals(&state, 0, &tender) {
                let part = bidder.bid.price.to_yuan() / 110_000.0;
                assert!((0.849_999..=1.091).contains(&part), "{part}");
                *sum = (sum.0 + part, sum.1 + bidder.bid.fit);
            }
        }
        let bids = rivals(&state, 0, &tender).len();
        count += bids as f64;
        (bids, 2)
    });
    about(bidding, 0.75, 0.06);
    about(sums[0].0 / count, 0.95, 0.006);
    about(sums[1].0 / count, 0.92, 0.006);
    about(sums[0].1 / count, 1.0, 0.35);
}

#[test]
fn a_better_bid_never_loses_a_tender() {
    let mut wins = 0;
    for seed in 0..300 {
        let outcome = |discount: f64, promise: f64| {
            let mut state = bare(seed);
            let kind = if seed % 2 == 0 { TenderKind::Price } else { TenderKind::Quality };
            lead(&mut state, ALPHA).measures.trust = (seed % 7) as f64 * 15.0;
            let id = tender_of(&mut state, kind, ALPHA);
            state.turn(0).play(cards::Bid { tender: id, terms: terms(discount, promise).clone() }, false);
            award(&mut state.truth());
            won(&state)
        };
        let start = ((seed % 11) as f64 / 100.0, (seed % 6) as f64 * 5.0 - 10.0);
        if outcome(start.0, start.1) {
            wins += 1;
            for better in [(start.0 + 0.01, start.1), (start.0 + 0.2, start.1), (start.0, start.1 + 5.0), (start.0, 25.0)] {
                assert!(outcome(better.0, better.1), "seed {seed}: {start:?} wins, {better:?} does not");
            }
        }
    }
    assert!((60..240).contains(&wins), "{wins} of 300");
}

#[test]
fn the_better_bid_wins_a_shared_market() {
    let setup = Setup {
        seed: 1,
        luck: 1,
        market: MarketKind::Shared,
        compliance: Compliance::Show,
        rounds: 12,
        teams: vec!["a".into(), "b".into()],
        recording: Recording::Full,
    };
    for (first, second, winner) in [(0.02, 0.03, 1), (0.03, 0.02, 0), (0.02, 0.02, 0)] {
        let mut state = Game::new(scenario(), &setup);
        rules(&mut state).tenders.rival_bids = 0.0;
        let id = tender_of(&mut state, TenderKind::Price, ALPHA);
        state.turn(0).play(cards::Bid { tender: id, terms: terms(first, 0.0) }, false);
        state.turn(1).play(cards::Bid { tender: id, terms: terms(second, 0.0) }, false);
        award(&mut state.truth());
        assert_eq!(state.worlds[0].tenders[0].award.map(|a| (a.winner, a.bids)), Some((Winner::Team(TeamId(winner)), 2)));
        for team in 0..2 {
            let orders = state.teams[team].deals.iter().filter(|d| d.id.source == Source::Tender).count();
            assert_eq!(orders, usize::from(team == usize::from(winner)));
        }
    }
}

#[test]
fn strangers_bid_lost_customers_do_not_listen_and_the_last_bid_counts() {
    let mut state = bare(1);
    rules(&mut state).tenders.rival_bids = 0.0;
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.0, 0.0).clone() }, false);
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.05, 0.0).clone() }, false);
    assert_eq!(state.teams[0].bids.iter().map(|b| b.quote.price).collect::<Vec<_>>(), [Fen::yuan(104_500)]);
    let before = state.clone();
    // lost since the bid was handed in: it no longer counts
    relation(&mut state, ALPHA).phase = Phase::Lost;
    award(&mut state.truth());
    assert_eq!(state.worlds[0].tenders[0].award.map(|a| (a.winner, a.bids)), Some((Winner::Nobody, 0)));
    let mut state = before;
    relation(&mut state, ALPHA).phase = Phase::Lost;
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.1, 0.0) }, false);
    assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::NotLost]);
    assert_eq!(state.teams[0].bids[0].quote.price, Fen::yuan(104_500));
}

#[test]
fn large_needs_go_to_tender_where_the_scenario_says_so() {
    let (mut large, mut small) = (0, 0);
    for seed in 0..20 {
        let mut state = bare(seed);
        for id in generated(&state) {
            buyer(&mut state, id, 1);
            traits(&mut state, id).need_rate = 1.0;
        }
        rules(&mut state).tenders.threshold = Fen::yuan(100_000);
        open(&mut state, 3);
        let world = &state.worlds[0];
        assert!(world.tenders.iter().all(|t| t.need.value >= Fen::yuan(100_000) && t.need.id.source == Source::Stochastic));
        assert!(world.needs.iter().filter(|o| o.id.born == Round(3) && o.id.source == Source::Stochastic).all(|o| o.value < Fen::yuan(100_000)));
        large += world.tenders.len();
        small += world.needs.iter().filter(|o| o.id.source == Source::Stochastic).count();
        assert_eq!(large + small, 19 * (seed as usize + 1), "every need is one or the other");
    }
    assert!(large > 40 && small > 40, "{large} {small}");
}

#[test]
fn bids_are_checked_against_ceiling_role_and_list() {
    let mut state = game(1, 1);
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    let bid = |tender: NeedId, terms: QuoteTerms| Command::Add(Card { action: Action::Bid(cards::Bid { tender, terms }), write_up: false });
    let dear = QuoteTerms { lines: vec![line(0, 20, 6_001)], ..QuoteTerms::default() };
    // where work outside one's role is forbidden
    rules(&mut state).staffing.outside_role = 0.0;
    let mut say = |role, command| apply(&mut state, seat(0, role), command);
    assert_eq!(say(Role::AccountManager, Command::Clear), Ok(()));
    assert_eq!(say(Role::Developer, bid(id, terms(0.0, 0.0))), Err(Reject::WrongRole));
    assert_eq!(say(Role::AccountManager, bid(NeedId { born: Round(2), ..id }, terms(0.0, 0.0))), Err(Reject::NoSuchTender));
    assert_eq!(say(Role::AccountManager, bid(id, dear)), Err(Reject::AboveCeiling));
    assert_eq!(say(Role::AccountManager, bid(id, terms(0.6, 0.0))), Err(Reject::BadAmount(Amount::Discount)));
    assert_eq!(say(Role::AccountManager, bid(id, terms(0.0, 0.0))), Ok(()));
    assert_eq!(say(Role::AccountManager, bid(id, terms(0.1, 0.0))), Err(Reject::Missing(Missing::Planned)));
    let planned = state.desks[0].plan.iter().find(|c| matches!(c.card.action, Action::Bid(_))).expect("planned");
    assert_eq!(planned.minutes.to_hours(), 6.0);
    resolve(&mut state);
    assert_eq!(apply(&mut state, seat(0, Role::AccountManager), bid(id, terms(0.0, 0.0))), Err(Reject::Missing(Missing::Tender)));
}

#[test]
fn everybody_sees_the_list_and_the_awards_and_only_the_own_bid() {
    let mut state = game(1, 2);
    let id = tender_of(&mut state, TenderKind::Quality, ALPHA);
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.1, 0.0) }, false);
    let seen = |state: &Game, team| view(state, seat(team, Role::Service));
    for (team, own) in [(0, Some(Fen::yuan(99_000))), (1, None)] {
        let view = seen(&state, team);
        let [tender] = &view.tenders[..] else { panic!("one tender") };
        assert_eq!(
            (tender.need.id, tender.kind, tender.need.value, tender.need.budget),
            (id, TenderKind::Quality, Fen::yuan(110_000), Some(Fen::yuan(120_000)))
        );
        assert_eq!(tender.buyer, state.customers[ALPHA.index()].name);
        assert_eq!(tender.need.quote.as_ref().map(|q| q.price), own);
        let asks = agenda::agenda(&view).contains(&AgendaItem::Tender(id));
        assert_eq!(asks, own.is_none(), "who has bid is not reminded");
        assert!(view.awards.is_empty());
    }
    resolve(&mut state);
    for team in [0, 1] {
        let view = seen(&state, team);
        assert!(view.tenders.is_empty());
        let [award] = &view.awards[..] else { panic!("one award") };
        let made = state.worlds[usize::from(team)].tenders[0].award.expect("made");
        assert_eq!((award.round, award.tender, award.winner, award.price, award.bids), (Round(1), id, made.winner, made.price, made.bids));
    }
    let nobody = view_now(&state, seat(9, Role::Service));
    assert!(nobody.tenders.is_empty());
}

#[test]
fn a_forecast_counts_bids_due_this_month() {
    let mut state = bare(1);
    let id = tender_of(&mut state, TenderKind::Price, ALPHA);
    let later = announced(&mut state, TenderDef { decides_after: 1, ..need(TenderKind::Price, Buyer::Named(HERO)) });
    state.turn(0).play(cards::Bid { tender: id, terms: terms(0.1, 0.0) }, false);
    state.turn(0).play(cards::Bid { tender: later, terms: terms(0.1, 0.0) }, false);
    state.turn(0).play(cards::Forecast, false);
    assert_eq!(state.teams[0].management.forecast, Some(Fen::yuan(29_700)));
}

#[test]
fn the_usual_chance_is_about_what_happens() {
    for (kind, discount) in [(TenderKind::Price, 0.05), (TenderKind::Price, 0.1), (TenderKind::Quality, 0.0)] {
        let mut expected = 0.0;
        let happened = share(|mut state| {
            state.worlds[0].incumbents[ALPHA.index()] = None;
            buyer(&mut state, ALPHA, 1).measures.trust = 60.0;
            let id = tender_of(&mut state, kind, ALPHA);
            state.turn(0).play(cards::Bid { tender: id, terms: terms(discount, 5.0).clone() }, false);
            let bid = offered(&state, 0, ALPHA, &state.teams[0].bids[0].quote);
            expected = usual_chance(&Rules::default(), kind, &bid, Fen::yuan(110_000), 2);
            award(&mut state.truth());
            (usize::from(won(&state)), 1)
        });
        about(happened, expected, 0.09);
    }
}
