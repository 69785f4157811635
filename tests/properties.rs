//! What holds for every game, whatever anybody does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use rapport::bots::BotKind;
use rapport::room::{Player, Room, Setup, TeamSetup};
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card, CardId};
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::notes::{Condition, Firm, Note, NoteId, OwnFields, Query, Same, Signature, TalkId};
use rapport::sim::orders::goods;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::{Investment, Line, Scenario, Severity, Short, Style, Supply};
use rapport::sim::setup;
use rapport::sim::state::backlog::Backlog;
use rapport::sim::state::{Compliance, DealOutcome, MarketKind, Team};
use rapport::sim::terms::{Intent, Kind, Level, Opening, Payment, Positioning, QueuePolicy, QuoteTerms, Reason, ServiceLevel, Strategy as Aim, TaskKind, Tier};
use rapport::sim::units::{ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, OpportunityId, ProductId, Role, Round, Seat, Source, TeamId};
use rapport::sim::view::View;
use rapport::{bots, scenario, sim};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

static NEW_ERA: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let (file, text) = scenario::embedded()[0];
    Arc::new(scenario::read(file, text.as_bytes()).unwrap())
});

/// Ways in which goods reach customers.
const SUPPLIES: [Supply; 4] = [Supply::AtHand, Supply::ToOrder, Supply::Stock(Short::Late), Supply::Stock(Short::LostSale)];

/// New Era's market with another supply, and some pieces in stock to begin with.
fn supplied(supply: Supply) -> Arc<Scenario> {
    let mut scenario = NEW_ERA.clone();
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
    let stock: Fen = team.stock.iter().enumerate().map(|(place, &pieces)| cost(ProductId::at(place), pieces)).sum();
    let coming: Fen = team.purchases.iter().map(|order| cost(order.product, order.quantity)).sum();
    let waiting = team.orders().filter(|(_, order)| order.waits()).filter_map(|(deal, _)| deal.quote.as_ref());
    let sold: Fen = waiting.flat_map(|quote| &quote.lines).map(|line| cost(line.product, line.quantity)).sum();
    team.cash + team.owed() + stock + coming - sold
}

fn start(seed: u64, market: MarketKind, teams: usize) -> Game {
    start_with(&NEW_ERA, seed, market, teams)
}

fn start_with(scenario: &Arc<Scenario>, seed: u64, market: MarketKind, teams: usize) -> Game {
    let teams = (1..=teams).map(|team| format!("team {team}")).collect();
    Game::new(scenario.clone(), &setup::Setup { seed, market, compliance: Compliance::Show, rounds: 12, teams, recording: Recording::Full })
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

// ---- anything a client might send ----

fn any_role() -> impl Strategy<Value = Role> {
    prop::sample::select(&Role::ALL[..])
}

fn any_customer() -> impl Strategy<Value = CustomerId> {
    prop_oneof![3 => Just(CustomerId(0)), 6 => (0u16..40).prop_map(CustomerId), 1 => any::<u16>().prop_map(CustomerId)]
}

fn any_customers() -> impl Strategy<Value = Vec<CustomerId>> {
    prop::collection::vec(any_customer(), 0..5)
}

fn any_contact() -> impl Strategy<Value = ContactId> {
    prop_oneof![4 => (0u8..4).prop_map(ContactId), 1 => any::<u8>().prop_map(ContactId)]
}

fn any_minutes() -> impl Strategy<Value = Minutes> {
    prop_oneof![4 => (1i32..60).prop_map(|n| Minutes(n * 30)), 1 => any::<i32>().prop_map(Minutes)]
}

fn any_amount() -> impl Strategy<Value = Fen> {
    prop_oneof![3 => (0i64..3_000).prop_map(Fen::yuan), 1 => any::<i64>().prop_map(Fen)]
}

fn any_share() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..0.2f64, 1 => any::<f64>()]
}

fn any_deal() -> impl Strategy<Value = OpportunityId> {
    let source = prop_oneof![Just(Source::Stochastic), Just(Source::Check), (0u8..16).prop_map(|event| Source::Scripted(EventId(event)))];
    (any_customer(), 0u16..14, source).prop_map(|(customer, born, source)| OpportunityId { customer, born: Round(born), source })
}

fn any_terms() -> impl Strategy<Value = QuoteTerms> {
    let line = ((0u8..9).prop_map(ProductId), any::<u32>(), any_amount()).prop_map(|(product, quantity, price)| Line { product, quantity, price });
    let service = prop_oneof![Just(ServiceLevel::Standard), Just(ServiceLevel::Priority)];
    let promise = prop_oneof![4 => -10.0..25.0f64, 1 => any::<f64>()];
    let lines = prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(line, 1..3)];
    let delivery = prop_oneof![2 => Just(None), 2 => (0u16..5).prop_map(Some), 1 => any::<u16>().prop_map(Some)];
    let payment = prop::sample::select(&Payment::ALL[..]);
    (lines, any_share(), promise, service, delivery, any::<bool>(), payment).prop_map(|(lines, discount, promise, service, delivery, express, payment)| {
        QuoteTerms { lines, discount, promise, service, delivery, express, payment }
    })
}

fn any_action() -> impl Strategy<Value = Action> {
    let style = prop_oneof![Just(Style::A), Just(Style::B), Just(Style::C), Just(Style::D)];
    let intent = prop_oneof![Just(Intent::Inform), Just(Intent::Ask), Just(Intent::Close)].boxed();
    let class = prop_oneof![Just(Severity::Minor), Just(Severity::Major), Just(Severity::Critical)];
    let policy = prop_oneof![Just(QueuePolicy::FirstCome), Just(QueuePolicy::Severity), Just(QueuePolicy::Value), Just(QueuePolicy::DueDate)];
    let call = (any_customer(), any_contact(), prop::option::of(any_deal()), style, intent.clone(), any_minutes());
    prop_oneof![
        Just(Action::Exhibition(cards::Exhibition)),
        Just(Action::Summit(cards::Summit)),
        Just(Action::Forecast(cards::Forecast)),
        any_minutes().prop_map(|time| Action::Prospect(cards::Prospect { time })),
        any_customers().prop_map(|customers| Action::Research(cards::Research { customers })),
        any_customers().prop_map(|customers| Action::Qualify(cards::Qualify { customers })),
        any_customers().prop_map(|customers| Action::AskReferral(cards::AskReferral { customers })),
        any_customers().prop_map(|customers| Action::Handover(cards::Handover { customers })),
        any_customers().prop_map(|customers| Action::Check(cards::Check { customers })),
        any_customers().prop_map(|customers| Action::Survey(cards::Survey { customers })),
        any_customer().prop_map(|customer| Action::FreeCheck(cards::FreeCheck { customer })),
        any_deal().prop_map(|deal| Action::Demo(cards::Demo { deal })),
        call.prop_map(|(customer, contact, deal, style, intent, time)| Action::Call(cards::Call { customer, contact, deal, style, intent, time })),
        (any_deal(), any_terms(), intent, any_minutes()).prop_map(|(deal, terms, intent, time)| Action::Pursue(cards::Pursue { deal, terms, intent, time })),
        (any_deal(), any_terms()).prop_map(|(deal, terms)| Action::Quote(cards::Quote { deal, terms })),
        (any_customer(), any_contact(), any_amount()).prop_map(|(customer, contact, amount)| Action::Gift(cards::Gift { customer, contact, amount })),
        (any_customer(), any_share()).prop_map(|(customer, concession)| Action::WinBack(cards::WinBack { customer, concession })),
        (any_customer(), any_share()).prop_map(|(customer, share)| Action::Compensate(cards::Compensate { customer, share })),
        prop::collection::vec((any_customer(), any_minutes()), 0..5).prop_map(|visits| Action::Care(cards::Care { visits })),
        (any_minutes(), policy).prop_map(|(time, policy)| Action::Queue(cards::Queue { time, policy })),
        class.prop_map(|class| Action::Article(cards::Article { class })),
        (0u8..8, 0u8..9, any_amount()).prop_map(|(medium, segment, budget)| Action::Campaign(cards::Campaign {
            medium: MediumId(medium),
            segment: IndustryId(segment),
            budget
        })),
        (any_deal(), any_terms()).prop_map(|(tender, terms)| Action::Bid(cards::Bid { tender, terms })),
        (any_customer(), any_amount()).prop_map(|(customer, amount)| Action::Rebate(cards::Rebate { customer, amount })),
        prop::sample::select(&Investment::ALL[..]).prop_map(|what| Action::Invest(cards::Invest(what))),
        prop::sample::select(&Investment::ALL[..]).prop_map(|what| Action::Close(cards::Close(what))),
        ((0u8..9).prop_map(ProductId), prop_oneof![4 => 0u32..30, 1 => any::<u32>()], any::<bool>())
            .prop_map(|(product, quantity, express)| Action::Purchase(cards::Purchase { product, quantity, express })),
    ]
}

fn any_command() -> impl Strategy<Value = Command> {
    let card = || (any_action(), any::<bool>()).prop_map(|(action, write_up)| Card { action, write_up });
    let id = || prop_oneof![4 => (0u32..120).prop_map(CardId), 1 => any::<u32>().prop_map(CardId)];
    let level = || prop::sample::select(&Level::ALL[..]);
    let tier = || prop::sample::select(&Tier::ALL[..]);
    let due = prop_oneof![4 => (0u16..15).prop_map(Round), 1 => any::<u16>().prop_map(Round)];
    let kind = prop_oneof![Just(Kind::Intending), Just(Kind::Qualified), Just(Kind::Paused)];
    let reason = prop_oneof![Just(Reason::OrderSize), Just(Reason::Loyalty), Just(Reason::CostToServe)];
    let task = prop_oneof![Just(TaskKind::Call), Just(TaskKind::Visit), Just(TaskKind::Survey)];
    let aim = (prop::collection::vec(any::<u8>().prop_map(IndustryId), 0..4), level())
        .prop_map(|(segments, level)| Command::Strategy(Aim { segments, positioning: Positioning::Quality, levels: [level; 4] }));
    prop_oneof![
        12 => card().prop_map(Command::Add),
        3 => (id(), card()).prop_map(|(id, card)| Command::Change(id, card)),
        2 => id().prop_map(Command::Remove),
        1 => Just(Command::Clear),
        1 => Just(Command::Repeat),
        1 => Just(Command::Refill),
        1 => prop_oneof![Just(Opening::Filled), Just(Opening::Blank)].prop_map(Command::Opening),
        1 => aim,
        1 => (any_customer(), level()).prop_map(|(customer, level)| Command::Level(customer, level)),
        1 => (tier(), level()).prop_map(|(tier, level)| Command::LevelByTier(tier, level)),
        1 => (any_customer(), kind).prop_map(|(customer, kind)| Command::Kind(customer, kind)),
        1 => (any_customer(), tier(), reason).prop_map(|(customer, tier, reason)| Command::Evaluate(customer, tier, reason)),
        1 => (any_customer(), any_role(), task, due).prop_map(|(customer, role, kind, due)| Command::AddTask { customer, role, kind, due }),
        1 => Just(Command::FillTasks),
        1 => any_deal().prop_map(Command::Reserve),
        1 => any_deal().prop_map(Command::Unreserve),
        1 => (0u32..200).prop_map(Command::DropTask),
        3 => any_note().prop_map(Command::Note),
        2 => Just(Command::Submit),
        2 => Just(Command::Withdraw),
    ]
}

fn any_note() -> impl Strategy<Value = Note> {
    let id = || prop_oneof![4 => (1u32..12).prop_map(NoteId), 1 => any::<u32>().prop_map(NoteId)];
    let text = || prop_oneof![4 => "[a-z客缘]{0,12}", 1 => ".{0,8}"];
    let own = || (text(), text()).prop_map(|(reach, remark)| OwnFields { reach, remark });
    let firm = (text(), own()).prop_map(|(name, own)| Firm { name, kind: Kind::Paused, own });
    let query = || {
        prop::collection::vec(prop_oneof![(0u16..9).prop_map(Condition::Silent), text().prop_map(Condition::Name), Just(Condition::Dormant)], 0..4)
            .prop_map(Query)
    };
    let into = prop_oneof![any_customer().prop_map(Same::Customer), id().prop_map(Same::Firm)];
    let signature = prop_oneof![Just(Signature::Signed), Just(Signature::Anonymous)];
    prop_oneof![
        (text(), query()).prop_map(|(name, query)| Note::SaveQuery { name, query }),
        (id(), text(), query()).prop_map(|(id, name, query)| Note::ChangeQuery { id, name, query }),
        id().prop_map(Note::DropQuery),
        (any_customer(), own()).prop_map(|(customer, own)| Note::Own(customer, own)),
        firm.prop_map(Note::Enter),
        id().prop_map(Note::DropFirm),
        (id(), into).prop_map(|(firm, into)| Note::Merge { firm, into }),
        (any::<u16>(), text()).prop_map(|(talk, text)| Note::Talk(TalkId(u32::from(talk) % 64), text)),
        (0u32..60, text()).prop_map(|(task, text)| Note::Task(task, text)),
        (text(), prop::option::of(id())).prop_map(|(text, reply)| Note::Post { text, reply }),
        id().prop_map(Note::Withdraw),
        (text(), signature).prop_map(|(text, signature)| Note::Suggest { text, signature }),
        any_role().prop_map(Note::Leader),
    ]
}

fn any_said() -> impl Strategy<Value = (Seat, Command)> {
    (0u8..4, any_role(), any_command()).prop_map(|(team, role, command)| (seat(team, role), command))
}

// ---- what holds ----

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn refused_commands_change_nothing(seed in 0u64..50, rounds in 0u16..9, said in prop::collection::vec(any_said(), 1..60)) {
        let mut state = start(seed, MarketKind::Mirror, 3);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::SellHeavy, BotKind::CareHeavy], rounds);
        let mut before = sim::hash(&state);
        for (seat, command) in said {
            let answer = sim::apply(&mut state, seat, command.clone());
            let after = sim::hash(&state);
            prop_assert!(answer.is_ok() || after == before, "{:?} {:?} {:?}", answer, seat, command);
            before = after;
        }
    }

    #[test]
    fn money_is_conserved(seed in 0u64..1_000, shared in any::<bool>(), said in prop::collection::vec((0u16..4, any_said()), 0..40)) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(seed, market, 3);
        for round in 0..4 {
            plan(&mut state, &[BotKind::Balanced, BotKind::GiftHeavy, BotKind::Random]);
            for (_, (seat, command)) in said.iter().filter(|(when, _)| *when == round) {
                let _ = sim::apply(&mut state, *seat, command.clone());
            }
            sim::resolve(&mut state);
        }
        for team in &state.teams {
            let entries: Fen = team.ledger.iter().map(|entry| entry.amount).sum();
            prop_assert_eq!(entries, team.cash, "{}", &team.name);
            let opening = state.scenario.guide.opening_cash;
            let months: Fen = team.months.iter().map(|month| month.contribution).sum();
            prop_assert_eq!(opening + months, team.cash + team.owed());
            prop_assert_eq!(team.ledger[0].amount, opening);
        }
    }

    #[test]
    fn profit_and_what_a_team_has_grow_alike_whatever_the_supply(
        seed in 0u64..1_000,
        supply in prop::sample::select(&SUPPLIES[..]),
        said in prop::collection::vec((0u16..6, any_said()), 0..60),
    ) {
        let mut state = start_with(&supplied(supply), seed, MarketKind::Mirror, 3);
        let before: Vec<Fen> = state.teams.iter().map(|team| possessions(&state, team)).collect();
        for round in 0..6 {
            plan(&mut state, &[BotKind::Balanced, BotKind::Random, BotKind::SellHeavy]);
            for role in Role::CORE {
                let _ = sim::apply(&mut state, seat(0, role), Command::Withdraw);
            }
            for (_, (seat, command)) in said.iter().filter(|(when, _)| *when == round) {
                let hash = sim::hash(&state);
                let answer = sim::apply(&mut state, *seat, command.clone());
                prop_assert!(answer.is_ok() || sim::hash(&state) == hash, "{:?} {:?}", answer, command);
            }
            sim::resolve(&mut state);
            for (team, before) in state.teams.iter().zip(&before) {
                prop_assert_eq!(team.ledger.iter().map(|entry| entry.amount).sum::<Fen>(), team.cash, "{}", &team.name);
                let so_far = team.months.last().map(|month| month.contribution_so_far);
                prop_assert_eq!(so_far, Some(possessions(&state, team) - *before), "{} in round {}", &team.name, round + 1);
            }
        }
    }

    #[test]
    fn a_replay_equals_the_game(seed in 0u64..1_000, said in prop::collection::vec((0u8..12, any_said()), 0..60)) {
        let helped = TeamSetup { name: "helped".to_owned(), players: [Player::Person, Player::Bot(BotKind::Balanced), Player::Person, Player::Person, Player::Person], members: Vec::new() };
        let teams = vec![TeamSetup::of_people("people"), helped, TeamSetup::of_bots("bots", BotKind::Random)];
        let setup = Setup { seed, market: MarketKind::Mirror, rounds: None, fictional_names: seed % 2 == 0, compliance: Compliance::Show, teams };
        let mut room = Room::new(scenario::embedded()[0].1, setup).unwrap();
        for (turn, (seat, command)) in said {
            let _ = room.send(seat, command);
            match turn {
                0 | 1 => drop(room.close_round()),
                2 => drop(room.undo_round()),
                _ => {}
            }
        }
        let bytes = room.log().to_bytes();
        let again = Room::open(&bytes).unwrap();
        prop_assert_eq!(sim::hash(again.truth()), sim::hash(room.truth()));
        prop_assert_eq!(again.log().to_bytes(), bytes);
        for seat in room.people() {
            prop_assert_eq!(format!("{:?}", again.view(seat)), format!("{:?}", room.view(seat)));
        }
    }

    #[test]
    fn drafts_of_others_are_nobodys_business(seed in 0u64..100, rounds in 0u16..6, shared in any::<bool>(), said in prop::collection::vec(any_said(), 1..40)) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(seed, market, 3);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::Balanced, BotKind::Hunting], rounds);
        let before = Role::ALL.map(|role| seen(&state, seat(0, role)));
        for (seat, command) in said.into_iter().filter(|(seat, _)| seat.team != TeamId(0)) {
            let _ = sim::apply(&mut state, seat, command);
        }
        state.journal.teams[1] = Default::default();
        state.desks[1].plan.clear();
        prop_assert_eq!(Role::ALL.map(|role| seen(&state, seat(0, role))), before);
    }

    #[test]
    fn a_view_holds_nothing_private_of_another_team(seed in 0u64..100, kind in prop::sample::select(&BotKind::ALL[..])) {
        // In a mirror market another team's whole conduct is private: only names, submitted flags, cash and revenue are public.
        let mut quiet = start(seed, MarketKind::Mirror, 2);
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
    fn another_teams_state_does_not_show(seed in 0u64..100, shared in any::<bool>(), rounds in 1u16..10, points in 0.0..100.0f64) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let mut state = start(seed, market, 2);
        play_rounds(&mut state, &[BotKind::Balanced, BotKind::NoService], rounds);
        let before = Role::ALL.map(|role| seen(&state, seat(0, role)));
        let other = &mut state.teams[1];
        for relation in &mut other.relations {
            (relation.satisfaction, relation.trust, relation.commitment, relation.records) = (points, points, points, points);
            (relation.bond, relation.negative, relation.surveyed) = (points, points / 3.0, Some((points, Round(1))));
        }
        other.deals = Default::default();
        other.tickets = Backlog::new();
        other.tasks.clear();
        other.ledger.clear();
        other.reputation.fill(points / 100.0);
        (other.forecast, other.bribe_found, other.solved) = (Some(Fen(points as i64)), true, [7; 3]);
        state.journal.teams[1] = Default::default();
        state.desks[1].plan.clear();
        prop_assert_eq!(Role::ALL.map(|role| seen(&state, seat(0, role))), before);
    }

    #[test]
    fn a_better_bid_never_loses_a_deal(seed in 0u64..2_000, shared in any::<bool>(), rounds in 2u16..10, cheaper in 0.5..0.999f64, fitter in 0.0..8.0f64) {
        let market = if shared { MarketKind::Shared } else { MarketKind::Mirror };
        let kinds = [BotKind::Balanced, BotKind::SellHeavy, BotKind::Hunting];
        let mut state = start(seed, market, 3);
        play_rounds(&mut state, &kinds, rounds);
        plan(&mut state, &kinds[..]);
        // The bids lie on the table: nothing the first team still does could change its own.
        for role in Role::CORE {
            let _ = sim::apply(&mut state, seat(0, role), Command::Withdraw);
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
    fn one_changed_decision_leaves_all_other_luck(seed in 0u64..1_000, rounds in 0u16..8, about in 1u16..40) {
        let kinds = [BotKind::Balanced];
        let mut state = start(seed, MarketKind::Mirror, 1);
        play_rounds(&mut state, &kinds, rounds);
        plan(&mut state, &kinds);
        let mut other = state.clone();
        let developer = seat(0, Role::Developer);
        // One decision more: research about one customer, in place of what the developer would do last.
        let _ = sim::apply(&mut other, developer, Command::Withdraw);
        if let Some(last) = other.desks[0].plan.iter().rev().find(|card| card.role == Role::Developer).map(|card| card.id) {
            sim::apply(&mut other, developer, Command::Remove(last)).unwrap();
            sim::apply(&mut state, developer, Command::Withdraw).unwrap();
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
        // And whatever the team does from now on, the market's own needs stay the same to the end.
        for month in rounds + 1..12 {
            plan(&mut state, if month % 2 == 0 { &[BotKind::Hunting] } else { &kinds });
            plan(&mut other, &[BotKind::CareHeavy]);
            sim::resolve(&mut state);
            sim::resolve(&mut other);
        }
        let (needs, others) = (own_needs(&state), own_needs(&other));
        for (id, need) in &needs {
            match others.get(id) {
                Some(same) => prop_assert_eq!(need, same),
                // A need shows itself only to a team that knows the customer.
                None => prop_assert!(!always_known(&other, id), "{:?} is missing", id),
            }
        }
    }
}

/// A view in full, without what is public about the others.
fn seen(state: &Game, seat: Seat) -> String {
    let mut view = sim::view(state, seat);
    view.teams.clear();
    format!("{view:?}")
}

/// Needs that arise by themselves: class, quantity, value and due round by name.
fn own_needs(state: &Game) -> BTreeMap<OpportunityId, String> {
    let own = |source: Source| matches!(source, Source::Stochastic | Source::Scripted(_));
    let needs = state.worlds[0].opportunities.iter().filter(|need| own(need.id.source));
    needs.map(|need| (need.id, format!("{:?} {} {} {:?}", need.class, need.quantity, need.value, need.due))).collect()
}

/// Whether the team knew the customer when the need arose and has never lost it.
fn always_known(state: &Game, need: &OpportunityId) -> bool {
    let relation = state.teams[0].relation(need.customer);
    relation.lost.is_none() && relation.found.is_some_and(|(_, found)| found < need.born)
}

#[test]
fn identical_teams_on_mirror_boards_stay_identical() {
    let mut state = start(21, MarketKind::Mirror, 3);
    play_rounds(&mut state, &[BotKind::Balanced; 3], 12);
    let of = |team: usize| (state.teams[team].cash, state.teams[team].relations.clone(), state.teams[team].months.clone());
    assert!(of(0) == of(1) && of(1) == of(2));
}

#[test]
fn recording_causes_changes_nothing() {
    let mut full = start(5, MarketKind::Mirror, 2);
    let mut off = full.clone();
    off.journal.stop();
    for _ in 0..12 {
        for state in [&mut full, &mut off] {
            play_rounds(state, &[BotKind::Balanced, BotKind::GiftHeavy], 1);
        }
        assert_eq!(sim::hash(&full), sim::hash(&off), "round {}", full.round.0);
    }
}
