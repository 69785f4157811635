//! What holds for every game, whatever anybody does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "properties/anything.rs"]
mod anything;
#[path = "properties/room.rs"]
mod room;

use anything::{Board, CASES, action_kind, actions, any_said, boards, command_kind, commands, note_kind, notes};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use rapport::bots::{BotKind, Policy};
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::journal::ledger::Ledger;
use rapport::sim::journal::measures::Reputation;
use rapport::sim::orders::goods;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::{Scenario, Short, Supply};
use rapport::sim::setup::Setup as GameSetup;
use rapport::sim::state::backlog::Backlog;
use rapport::sim::state::{DealOutcome, MarketKind, Team};
use rapport::sim::units::{CustomerId, Fen, NeedId, ProductId, Role, Round, Seat, Source, TeamId};
use rapport::{bots, sim};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Ways in which goods reach customers.
const SUPPLIES: [Supply; 4] = [Supply::AtHand, Supply::ToOrder, Supply::Stock(Short::Late), Supply::Stock(Short::LostSale)];

/// The case with another supply, and some pieces in stock to begin with.
fn supplied(case: usize, supply: Supply) -> Arc<Scenario> {
    let mut scenario = CASES[case].clone();
    let guide = Arc::make_mut(&mut Arc::make_mut(&mut scenario).guide);
    guide.supply = supply;
    for (product, stock) in guide.products.iter_mut().zip([30, 10, 5]) {
        product.stock = if matches!(supply, Supply::Stock(_)) { stock } else { 0 };
    }
    scenario
}

/// Cash, what customers owe, and goods at cost less those sold and still to come.
fn possessions(state: &Game, team: &Team) -> Fen {
    let guide = &state.scenario.guide;
    let cost = |product: ProductId, pieces: u32| goods::unit_cost(guide, product).times(i64::from(pieces));
    let stock: Fen = team.warehouse.stock.iter().enumerate().map(|(place, &pieces)| cost(ProductId::at(place), pieces)).sum();
    let coming: Fen = team.warehouse.purchases.iter().map(|order| cost(order.product, order.quantity)).sum();
    let waiting = team.orders().filter(|(_, order)| order.waits()).filter_map(|(deal, _)| deal.quote.as_ref());
    let sold: Fen = waiting.flat_map(|quote| &quote.lines).map(|line| cost(line.product, line.quantity)).sum();
    team.cash() + team.owed() + stock + coming - sold
}

fn start(case: usize, seed: u64, market: MarketKind, teams: usize) -> Game {
    start_with(&CASES[case], seed, market, teams)
}

fn start_with(scenario: &Arc<Scenario>, seed: u64, market: MarketKind, teams: usize) -> Game {
    Game::new(scenario.clone(), &anything::setup(seed, market, teams, scenario, Recording::Full))
}

/// A case by its place, with some luck.
fn case() -> std::ops::Range<usize> {
    0..CASES.len()
}

/// What a seat says, and in which month.
type Said = (u16, (Seat, Command));

/// A board, and what somebody says there.
fn said_at(when: std::ops::Range<u16>, most: usize) -> impl Strategy<Value = (Arc<Board>, Vec<Said>)> {
    boards().prop_flat_map(move |board| {
        let said = prop::collection::vec((when.clone(), any_said(&board)), 0..most);
        (Just(board), said)
    })
}

/// All teams plan by their bots, then the month is resolved.
fn play_rounds(state: &mut Game, kinds: &[BotKind], rounds: u16) {
    for _ in 0..rounds {
        plan(state, kinds);
        sim::resolve(state);
    }
}

fn plan(state: &mut Game, kinds: &[BotKind]) {
    for (team, kind) in kinds.iter().enumerate() {
        bots::play_month(state, TeamId::at(team), &kind.policy(), &mut Vec::new());
    }
}

fn seat(team: u8, role: Role) -> Seat {
    Seat { team: TeamId(team), role }
}

/// What once failed is tried again before anything new: the file beside the source is to be checked in.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 12,
        max_shrink_iters: 300,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

// ---- what holds ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn refused_commands_change_nothing(rounds in 0u16..9, (board, said) in said_at(0..1, 60)) {
        let mut state = start(board.case, board.seed, MarketKind::Mirror, 3);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::SellHeavy, BotKind::CareHeavy], rounds);
        let mut before = sim::hash(&state);
        for (_, (seat, command)) in said {
            let answer = sim::apply(&mut state, seat, command.clone());
            let after = sim::hash(&state);
            prop_assert!(answer.is_ok() || after == before, "{:?} {:?} {:?}", answer, seat, command);
            before = after;
        }
    }

    #[test]
    fn money_is_conserved(shared in any::<bool>(), (board, said) in said_at(0..4, 40)) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(board.case, board.seed, market, 3);
        let before: Vec<Fen> = state.teams.iter().map(|team| possessions(&state, team)).collect();
        for round in 0..4 {
            plan(&mut state, &[BotKind::Balanced, BotKind::GiftHeavy, BotKind::Random]);
            for (_, (seat, command)) in said.iter().filter(|(when, _)| *when == round) {
                let _ = sim::apply(&mut state, *seat, command.clone());
            }
            sim::resolve(&mut state);
        }
        for (team, before) in state.teams.iter().zip(before) {
            let entries: Fen = team.books.ledger.entries().iter().map(|entry| entry.amount).sum();
            prop_assert_eq!(entries, team.cash(), "{}", &team.name);
            let months: Fen = team.books.months.iter().map(|month| month.contribution).sum();
            prop_assert_eq!(before + months, possessions(&state, team), "{}", &team.name);
            prop_assert_eq!(team.books.ledger.entries()[0].amount, state.scenario.guide.opening_cash);
        }
    }

    #[test]
    fn profit_and_what_a_team_has_grow_alike_whatever_the_supply(
        supply in prop::sample::select(&SUPPLIES[..]),
        (board, said) in said_at(0..6, 60),
    ) {
        let mut state = start_with(&supplied(board.case, supply), board.seed, MarketKind::Mirror, 3);
        let before: Vec<Fen> = state.teams.iter().map(|team| possessions(&state, team)).collect();
        for round in 0..6 {
            plan(&mut state, &[BotKind::Balanced, BotKind::Random, BotKind::SellHeavy]);
            for (_, (seat, command)) in said.iter().filter(|(when, _)| *when == round) {
                let _ = sim::apply(&mut state, *seat, command.clone());
            }
            sim::resolve(&mut state);
            for (team, before) in state.teams.iter().zip(&before) {
                prop_assert_eq!(team.books.ledger.entries().iter().map(|entry| entry.amount).sum::<Fen>(), team.cash(), "{}", &team.name);
                let so_far = team.books.months.last().map(|month| month.contribution_so_far);
                prop_assert_eq!(so_far, Some(possessions(&state, team) - *before), "{} in round {}", &team.name, round + 1);
            }
        }
    }

    #[test]
    fn drafts_of_others_are_nobodys_business(rounds in 0u16..6, shared in any::<bool>(), (board, said) in said_at(0..1, 40)) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(board.case, board.seed, market, 3);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::Balanced, BotKind::Hunting], rounds);
        let before = Role::ALL.map(|role| seen(&state, seat(0, role)));
        for (_, (seat, command)) in said.into_iter().filter(|(_, (seat, _))| seat.team != TeamId(0)) {
            let _ = sim::apply(&mut state, seat, command);
        }
        state.journal.teams[1] = Default::default();
        state.desks[1].plan.clear();
        prop_assert_eq!(Role::ALL.map(|role| seen(&state, seat(0, role))), before);
    }

    #[test]
    fn a_view_holds_nothing_private_of_another_team(case in case(), seed in 0u64..100, kind in prop::sample::select(&BotKind::ALL[..])) {
        // In a mirror market another team's whole conduct is private: only names, cash and revenue are public.
        let mut quiet = start(case, seed, MarketKind::Mirror, 2);
        let mut lively = quiet.clone();
        for round in 1..=12 {
            if round % 4 == 0 {
                prop_assert_eq!(seen(&quiet, seat(0, Role::Developer)), seen(&lively, seat(0, Role::Developer)), "round {}", round);
            }
            plan(&mut quiet, &[BotKind::Balanced, BotKind::Passive]);
            plan(&mut lively, &[BotKind::Balanced, kind]);
            sim::resolve(&mut quiet);
            sim::resolve(&mut lively);
        }
        prop_assert_eq!(seen(&quiet, seat(0, Role::Service)), seen(&lively, seat(0, Role::Service)), "also when everything is disclosed");
    }

    #[test]
    fn another_teams_state_does_not_show(case in case(), seed in 0u64..100, shared in any::<bool>(), rounds in 1u16..10, points in 0.0..100.0f64) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(case, seed, market, 2);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::NoService], rounds);
        let before = Role::ALL.map(|role| seen(&state, seat(0, role)));
        let other = &mut state.teams[1];
        other.relations.rotate_left(1);
        for relation in &mut other.relations {
            relation.activity.surveyed = Some((points, Round(1)));
        }
        other.deals = Default::default();
        other.service_desk.tickets = Backlog::new();
        other.management.tasks.clear();
        other.books.ledger = Ledger::opened(Fen(points as i64));
        other.reputation = Reputation::unknown(9);
        (other.management.forecast, other.audit.bribe_found, other.service_desk.solved) = (Some(Fen(points as i64)), true, [7; 3]);
        state.journal.teams[1] = Default::default();
        state.desks[1].plan.clear();
        prop_assert_eq!(Role::ALL.map(|role| seen(&state, seat(0, role))), before);
    }

    #[test]
    fn a_better_bid_never_loses_a_deal(
        case in case(),
        seed in 0u64..2_000,
        shared in any::<bool>(),
        rounds in 2u16..10,
        cheaper in 0.5..0.999f64,
        fitter in 0.0..8.0f64,
    ) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let kinds = [BotKind::Balanced, BotKind::SellHeavy, BotKind::Hunting];
        let mut state = start(case, seed, market, 3);
        play_rounds(&mut state, &kinds, rounds);
        plan(&mut state, &kinds[..]);
        // The bids lie on the table: nothing the first team still does could change its own.
        for role in Role::CORE {
            sim::apply(&mut state, seat(0, role), Command::Clear).unwrap();
        }
        let mut better = state.clone();
        for quote in better.teams[0].deals.iter_mut().filter(|deal| deal.outcome.is_none()).filter_map(|deal| deal.quote.as_mut()) {
            quote.price = quote.price.scale(cheaper);
            quote.fit += fitter;
        }
        sim::resolve(&mut state);
        sim::resolve(&mut better);
        for deal in state.teams[0].deals.iter() {
            if matches!(deal.outcome, Some(DealOutcome::Won(_))) {
                let outcome = better.teams[0].deal(deal.id).and_then(|deal| deal.outcome);
                prop_assert!(matches!(outcome, Some(DealOutcome::Won(_))), "{:?}: {:?}", deal.id, outcome);
            }
        }
    }

    #[test]
    fn one_changed_decision_leaves_all_other_luck(case in case(), seed in 0u64..1_000, rounds in 0u16..8, about in 1u16..40) {
        let kinds = [BotKind::Balanced];
        let mut state = start(case, seed, MarketKind::Mirror, 1);
        play_rounds(&mut state, &kinds, rounds);
        plan(&mut state, &kinds);
        let mut other = state.clone();
        let developer = seat(0, Role::Developer);
        // One decision more: research about one customer, in place of what the developer would do last.
        if let Some(last) = other.desks[0].plan.iter().rev().find(|card| card.role == Role::Developer).map(|card| card.id) {
            sim::apply(&mut other, developer, Command::Remove(last)).unwrap();
            sim::apply(&mut state, developer, Command::Remove(last)).unwrap();
        }
        let research = Action::Research(cards::Research { customers: vec![CustomerId(about)] });
        prop_assume!(sim::apply(&mut other, developer, Command::Add(Card { action: research, write_up: true })).is_ok());
        sim::resolve(&mut state);
        sim::resolve(&mut other);
        // This month every other customer has gone through exactly the same.
        for (place, (a, b)) in state.teams[0].relations.iter().zip(&other.teams[0].relations).enumerate() {
            prop_assert!(place == usize::from(about) || a == b, "customer {}", place);
        }
        // And whatever the team does from now on, the market's own needs stay the same to the end; only who is cultivated
        // comes upon more of them.
        let mut cultivated = BTreeSet::new();
        for month in rounds + 1..12 {
            plan(&mut state, if month % 2 == 0 { &[BotKind::Hunting] } else { &kinds });
            plan(&mut other, &[BotKind::CareHeavy]);
            for state in [&mut state, &mut other] {
                let cards = state.desks[0].plan.iter().map(|card| &card.card.action);
                cultivated.extend(cards.filter(|action| matches!(action, Action::Nurture(_))).flat_map(Action::customers));
                sim::resolve(state);
            }
        }
        let (needs, others) = (own_needs(&state), own_needs(&other));
        for (id, need) in needs.iter().filter(|(id, _)| !cultivated.contains(&id.customer)) {
            match others.get(id) {
                Some(same) => prop_assert_eq!(need, same),
                // A need shows itself only to a team that knows the customer.
                None => prop_assert!(!always_known(&other, id), "{:?} is missing", id),
            }
        }
    }

    #[test]
    fn another_luck_leaves_the_board_as_it_is(case in case(), seed in 0u64..1_000, luck in 1_000u64..2_000, shared in any::<bool>()) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let kinds = [BotKind::Balanced, BotKind::Hunting];
        let mut cultivated = BTreeSet::new();
        let mut game = |luck: u64| {
            let mut state = Game::new(CASES[case].clone(), &GameSetup { luck, ..anything::setup(seed, market, 2, &CASES[case], Recording::Full) });
            let start = state.clone();
            while !state.over() {
                plan(&mut state, &kinds);
                let cards = state.desks.iter().flat_map(|desk| &desk.plan).map(|card| &card.card.action);
                cultivated.extend(cards.filter(|action| matches!(action, Action::Nurture(_))).flat_map(Action::customers));
                sim::resolve(&mut state);
            }
            (start, state)
        };
        let ((start, own), (other_start, other)) = (game(seed), game(luck));
        // who they are, and what they want as the game begins
        prop_assert_eq!(&*start.customers, &*other_start.customers);
        prop_assert_eq!(own_needs(&start), own_needs(&other_start));
        // what they want later, as far as both teams know them and nobody cultivates them
        let (needs, others) = (own_needs(&own), own_needs(&other));
        for (id, need) in needs.iter().filter(|(id, _)| !cultivated.contains(&id.customer)) {
            match others.get(id) {
                Some(same) => prop_assert_eq!(need, same),
                None => prop_assert!(!always_known(&other, id), "{:?} is missing", id),
            }
        }
        // but chances have fallen another way
        prop_assert_ne!(sim::hash(&own), sim::hash(&other));
        prop_assert!(own.teams.iter().zip(&other.teams).any(|(a, b)| a.relations != b.relations), "nothing has come out differently");
    }
}

/// A view in full, without what is public about the others.
fn seen(state: &Game, seat: Seat) -> String {
    let mut view = sim::view(state, seat);
    view.teams.clear();
    format!("{view:?}")
}

/// Needs that arise by themselves: class, quantity, value and due round by name.
fn own_needs(state: &Game) -> BTreeMap<NeedId, String> {
    let own = |source: Source| matches!(source, Source::Stochastic | Source::Scripted(_));
    let needs = state.worlds[0].needs.iter().filter(|need| own(need.id.source));
    needs.map(|need| (need.id, format!("{:?} {} {} {:?}", need.class, need.quantity, need.value, need.due))).collect()
}

/// Whether the team knew the customer when the need arose and has never lost it.
fn always_known(state: &Game, need: &NeedId) -> bool {
    let relation = state.teams[0].relation(need.customer);
    relation.history.lost.is_none() && relation.history.found.is_some_and(|(_, found)| found < need.born)
}

#[test]
fn identical_teams_on_mirror_boards_stay_identical() {
    let mut state = start(0, 21, MarketKind::Mirror, 3);
    play_rounds(&mut state, &[BotKind::Balanced; 3], 12);
    let of = |team: usize| (state.teams[team].cash(), state.teams[team].relations.clone(), state.teams[team].books.months.clone());
    assert!(of(0) == of(1) && of(1) == of(2));
}

#[test]
fn recording_causes_changes_nothing() {
    let mut full = start(0, 5, MarketKind::Mirror, 2);
    let mut off = full.clone();
    off.journal.stop();
    for _ in 0..12 {
        for state in [&mut full, &mut off] {
            play_rounds(state, &[BotKind::Balanced, BotKind::GiftHeavy], 1);
        }
        assert_eq!(sim::hash(&full), sim::hash(&off), "round {}", full.round.0);
    }
}

/// Of all kinds, those that are not among the ones seen.
fn lacking<T>(list: &[(&'static str, u32, T)], seen: &BTreeSet<&'static str>) -> Vec<&'static str> {
    list.iter().map(|(kind, ..)| *kind).filter(|kind| !seen.contains(kind)).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn every_kind_of_command_card_and_note_is_drawn() {
    let mut runner = TestRunner::deterministic();
    let board = Board::of(0, 1, &start(0, 1, MarketKind::Mirror, 1), 0);
    let draw = any_said(&board);
    let (mut said, mut played, mut written) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for _ in 0..4_000 {
        let (_, command) = draw.new_tree(&mut runner).unwrap().current();
        said.insert(command_kind(&command));
        match &command {
            Command::Add(card) | Command::Change(_, card) => _ = played.insert(action_kind(&card.action)),
            Command::Note(note) => _ = written.insert(note_kind(note)),
            _ => {}
        }
    }
    assert_eq!(lacking(&commands(&board), &said), NONE);
    assert_eq!(lacking(&actions(&board), &played), NONE);
    assert_eq!(lacking(&notes(&board), &written), NONE);
}

/// What is drawn is not only refused: on some board, at some time, somebody may do it.
#[test]
fn every_kind_of_command_card_and_note_is_accepted_somewhere() {
    let mut runner = TestRunner::deterministic();
    let careful = Policy { call_centre: true, web_platform: true, ..Policy::balanced() };
    let bots = [careful, BotKind::NoService.policy()];
    let (mut said, mut played, mut written) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for case in case() {
        let mut state = start(case, 1, MarketKind::Mirror, bots.len());
        while !state.over() {
            let mut tried = state.clone();
            for (team, policy) in bots.iter().enumerate() {
                let mut accepted = |command: Command| {
                    let answers = Role::ALL.map(|role| sim::apply(&mut tried, Seat { team: TeamId::at(team), role }, command.clone()));
                    answers.iter().any(Result::is_ok)
                };
                let board = Board::of(case, 1, &state, team);
                for (kind, _, draw) in commands(&board) {
                    for _ in 0..6 {
                        if accepted(draw.new_tree(&mut runner).unwrap().current()) {
                            said.insert(kind);
                        }
                    }
                }
                for (kind, _, draw) in notes(&board) {
                    for _ in 0..6 {
                        if accepted(Command::Note(draw.new_tree(&mut runner).unwrap().current())) {
                            written.insert(kind);
                        }
                    }
                }
                for (kind, _, draw) in actions(&board) {
                    accepted(Command::Clear);
                    for _ in 0..12 {
                        if accepted(Command::Add(Card { action: draw.new_tree(&mut runner).unwrap().current(), write_up: false })) {
                            played.insert(kind);
                        }
                    }
                }
                bots::play_month(&mut state, TeamId::at(team), policy, &mut Vec::new());
            }
            sim::resolve(&mut state);
        }
    }
    let board = Board::of(0, 1, &start(0, 1, MarketKind::Mirror, 1), 0);
    assert_eq!(lacking(&commands(&board), &said), NONE, "commands that were always refused");
    assert_eq!(lacking(&actions(&board), &played), NONE, "cards that were always refused");
    assert_eq!(lacking(&notes(&board), &written), NONE, "notes that were always refused");
}
