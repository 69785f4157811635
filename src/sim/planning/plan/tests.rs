//! What a plan may hold: roles, lists, times, amounts, decisions, hours, cash.

use super::*;
use crate::sim::cards::{self, Action};
use crate::sim::game::hash;
use crate::sim::scenario::Style;
use crate::sim::terms::{Amount, Intent, Level, Positioning, QueuePolicy, QuoteTerms, Reason, Tier};
use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, lead, near, relation, rules, seat};
use crate::sim::units::{ContactId, IndustryId};

fn add(state: &mut Game, role: Role, action: Action) -> Result<(), Reject> {
    apply(state, seat(0, role), Command::Add(Card { action, write_up: false }))
}

fn call(customer: CustomerId, contact: u8, minutes: i32) -> Action {
    Action::Call(cards::Call { customer, contact: ContactId(contact), deal: None, style: Style::A, intent: Intent::Inform, time: Minutes(minutes) })
}

fn desk() -> Game {
    let mut state = bare(1);
    buyer(&mut state, ALPHA, 1);
    lead(&mut state, HERO);
    state
}

#[test]
fn a_card_belongs_to_its_role_and_care_to_two() {
    let care = || Action::Care(cards::Care { visits: vec![(ALPHA, Minutes::from_hours(1))] });
    for (action, roles) in [
        (Action::Prospect(cards::Prospect { time: Minutes::from_hours(1) }), [true, false, false]),
        (Action::Qualify(cards::Qualify { customers: vec![HERO] }), [true, false, false]),
        (call(ALPHA, 0, 60), [false, true, false]),
        (Action::Forecast(cards::Forecast), [false, true, false]),
        (care(), [false, true, true]),
        (Action::Survey(cards::Survey { customers: vec![ALPHA] }), [false, false, true]),
        (Action::Queue(cards::Queue { time: Minutes::from_hours(1), policy: QueuePolicy::Value }), [false, false, true]),
    ] {
        for (role, belongs) in Role::CORE.into_iter().zip(roles) {
            // where work outside one's role is forbidden
            let mut strict = desk();
            rules(&mut strict).staffing.outside_role = 0.0;
            assert_eq!(add(&mut strict, role, action.clone()), if belongs { Ok(()) } else { Err(Reject::WrongRole) }, "{action:?} {role:?}");
            near(action.share_of(&strict.scenario.guide, role), f64::from(u8::from(belongs)));
            // and where it counts 60 %
            let mut free = desk();
            assert_eq!(add(&mut free, role, action.clone()), Ok(()), "{action:?} {role:?}");
            near(action.share_of(&free.scenario.guide, role), if belongs { 1.0 } else { 0.6 });
        }
    }
}

#[test]
fn outside_ones_role_fixed_work_takes_longer() {
    // 4 h of research by the account manager: 4 h / .6
    let mut state = desk();
    assert_eq!(add(&mut state, Role::AccountManager, Action::Research(cards::Research { customers: vec![HERO] })), Ok(()));
    assert_eq!(state.desks[0].plan[0].minutes, Minutes(400));
    assert_eq!(add(&mut state, Role::Developer, Action::Research(cards::Research { customers: vec![ALPHA] })), Ok(()));
    assert_eq!(state.desks[0].plan[1].minutes, Minutes::from_hours(4));
}

#[test]
fn a_role_that_is_missing_has_no_seat_and_its_work_falls_to_another() {
    let mut state = desk();
    let nurture = Action::Nurture(cards::Nurture { customers: vec![ALPHA] });
    assert_eq!(add(&mut state, Role::Cultivator, nurture.clone()), Err(Reject::NoSuchSeat));
    assert_eq!(working_time(&state, 0, Role::Cultivator), Minutes::ZERO);
    assert_eq!(add(&mut state, Role::AccountManager, nurture), Ok(()));
    assert_eq!(state.desks[0].plan[0].minutes, Minutes::from_hours(8), "as if it were the account manager's own");
    assert_eq!(add(&mut state, Role::Service, Action::Hire(cards::Hire { role: Role::Cultivator })), Err(Reject::NoSuchSeat));
}

#[test]
fn training_takes_the_hours_of_the_role_trained_and_the_office_is_everybodys() {
    let train = || Action::Train(cards::Train { role: Role::Service, person: 0 });
    assert_eq!(add(&mut desk(), Role::Developer, train()), Err(Reject::WrongRole));
    assert_eq!(add(&mut desk(), Role::Service, Action::Train(cards::Train { role: Role::Service, person: 1 })), Err(Reject::NoSuchPerson));
    let mut state = desk();
    assert_eq!(add(&mut state, Role::Service, train()), Ok(()));
    assert_eq!(add(&mut state, Role::Service, train()), Err(Reject::Missing(Missing::Planned)));
    for role in Role::CORE {
        let mut state = desk();
        assert_eq!(add(&mut state, role, Action::Hire(cards::Hire { role: Role::Service })), Ok(()));
        assert_eq!(state.desks[0].plan[0].minutes, Minutes::from_hours(8));
        state.round = Round(5);
        assert_eq!(add(&mut state, role, Action::GiveToPool(cards::GiveToPool { customers: vec![ALPHA, HERO] })), Ok(()));
        assert_eq!(state.desks[0].plan[1].minutes, Minutes::from_hours(2));
    }
    assert_eq!(add(&mut desk(), Role::Service, Action::TakeFromPool(cards::TakeFromPool { customers: vec![CustomerId(999)] })), Err(Reject::NoSuchCustomer));
    assert_eq!(add(&mut desk(), Role::Service, Action::TakeFromPool(cards::TakeFromPool { customers: vec![] })), Err(Reject::BadList));
}

#[test]
fn eight_decisions_a_role_and_what_stands_there_is_none() {
    let mut state = desk();
    let role = Role::AccountManager;
    assert!(add_by_opening(&mut state, 0, role, Card { action: call(ALPHA, 1, 60), write_up: false }));
    for customer in 2..10 {
        lead(&mut state, CustomerId(customer));
        assert_eq!(add(&mut state, role, call(CustomerId(customer), 0, 60)), Ok(()));
    }
    assert_eq!(add(&mut state, role, call(ALPHA, 0, 60)), Err(Reject::TooManyDecisions));
    // changing one of the eight is no ninth; other roles have their own
    let id = state.desks[0].plan[3].id;
    assert_eq!(apply(&mut state, seat(0, role), Command::Change(id, Card { action: call(ALPHA, 2, 120), write_up: true })), Ok(()));
    assert_eq!((state.desks[0].plan[3].id, state.desks[0].plan[3].minutes), (id, Minutes(135)));
    assert_eq!(add(&mut state, Role::Developer, Action::Prospect(cards::Prospect { time: Minutes::from_hours(1) })), Ok(()));
}

/// A card that does again what is planned is refused, whoever puts it there; what is new about it is not.
#[test]
fn no_card_stands_twice_in_a_plan() {
    let twice = Err(Reject::Missing(Missing::Planned));
    let both = || vec![ALPHA, HERO];
    let hours = Minutes::from_hours(2);
    let own = Role::AccountManager;
    let gift = |contact| Action::Gift(cards::Gift { customer: ALPHA, contact: ContactId(contact), amount: Fen::yuan(100) });
    let care = |customer, hours| Action::Care(cards::Care { visits: vec![(customer, Minutes::from_hours(hours))] });
    for (role, planned, again, answer) in [
        // the same person about the same deal; another person, another deal
        (own, call(ALPHA, 0, 60), call(ALPHA, 0, 120), twice),
        (own, call(ALPHA, 0, 60), call(ALPHA, 1, 60), Ok(())),
        (own, gift(0), gift(0), twice),
        (own, gift(0), gift(1), Ok(())),
        // somebody on both lists
        (Role::Developer, Action::Research(cards::Research { customers: both() }), Action::Research(cards::Research { customers: vec![HERO] }), twice),
        (Role::Developer, Action::Research(cards::Research { customers: vec![ALPHA] }), Action::Research(cards::Research { customers: vec![HERO] }), Ok(())),
        (Role::Service, Action::Survey(cards::Survey { customers: vec![ALPHA] }), Action::Survey(cards::Survey { customers: vec![ALPHA] }), twice),
        // hours that add up may be somebody else's
        (Role::Developer, Action::Prospect(cards::Prospect { time: hours }), Action::Prospect(cards::Prospect { time: hours }), Ok(())),
        (Role::Service, care(ALPHA, 2), care(ALPHA, 4), Ok(())),
    ] {
        let mut state = desk();
        buyer(&mut state, ALPHA, 1);
        assert_eq!(add(&mut state, role, planned.clone()), Ok(()), "{planned:?}");
        let before = hash(&state);
        assert_eq!(add(&mut state, role, again.clone()), answer, "{planned:?}, {again:?}");
        assert_eq!(hash(&state) == before, answer.is_err());
    }
}

#[test]
fn a_role_has_120_hours_writing_up_included() {
    for (hours, written_up, answer) in [(20, false, Ok(())), (20, true, Err(Reject::NotEnoughHours)), (19, true, Ok(()))] {
        let mut state = desk();
        assert_eq!(add(&mut state, Role::AccountManager, call(ALPHA, 0, 100 * 60)), Ok(()));
        let card = Card { action: call(ALPHA, 1, hours * 60), write_up: written_up };
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(card)), answer, "{hours} h");
    }
}

#[test]
fn what_is_planned_is_paid_from_cash_and_credit() {
    // an exhibition of 20,000 and then a card of nothing; the limit is 200,000 below zero
    for (cash, answer) in [(-180_000, Ok(())), (-180_001, Err(Reject::NotEnoughCash))] {
        let mut state = desk();
        state.teams[0].books.ledger.cash = Fen::yuan(cash);
        assert_eq!(add(&mut state, Role::Developer, Action::Exhibition(cards::Exhibition)), answer);
        assert_eq!(
            add(&mut state, Role::Developer, Action::Prospect(cards::Prospect { time: Minutes::from_hours(1) })),
            Ok(()),
            "what costs nothing can be planned"
        );
        assert_eq!(add(&mut state, Role::AccountManager, call(ALPHA, 0, 60)), if answer.is_ok() { Err(Reject::NotEnoughCash) } else { Ok(()) });
    }
}

#[test]
fn what_no_card_may_hold() {
    let visits = |visits: &[(CustomerId, i32)]| Action::Care(cards::Care { visits: visits.iter().map(|&(id, m)| (id, Minutes(m))).collect() });
    let gift = |fen| Action::Gift(cards::Gift { customer: ALPHA, contact: ContactId(0), amount: Fen(fen) });
    let (manager, service, developer) = (Role::AccountManager, Role::Service, Role::Developer);
    for (role, action, reject) in [
        (manager, call(ALPHA, 0, 0), Reject::BadTime),
        (manager, call(ALPHA, 0, 45), Reject::BadTime),
        (manager, call(ALPHA, 0, 121 * 60), Reject::BadTime),
        (manager, call(ALPHA, 4, 60), Reject::NoSuchContact),
        (manager, call(CustomerId(9), 0, 60), Reject::NoSuchCustomer),
        (manager, call(CustomerId(999), 0, 60), Reject::NoSuchCustomer),
        (developer, Action::Qualify(cards::Qualify { customers: vec![] }), Reject::BadList),
        (developer, Action::Qualify(cards::Qualify { customers: vec![HERO, HERO] }), Reject::BadList),
        (service, visits(&[]), Reject::BadList),
        (service, visits(&[(ALPHA, 60), (ALPHA, 60)]), Reject::BadList),
        (service, visits(&[(ALPHA, 10)]), Reject::BadTime),
        (manager, gift(0), Reject::BadAmount(Amount::Gift)),
        (manager, gift(2_000_001), Reject::BadAmount(Amount::Gift)),
        (manager, Action::WinBack(cards::WinBack { customer: ALPHA, concession: 0.21 }), Reject::BadAmount(Amount::Concession)),
        (service, Action::Compensate(cards::Compensate { customer: ALPHA, share: 0.051 }), Reject::BadAmount(Amount::Compensation)),
        (service, Action::Compensate(cards::Compensate { customer: ALPHA, share: 0.0 }), Reject::BadAmount(Amount::Compensation)),
        (service, Action::Compensate(cards::Compensate { customer: ALPHA, share: f64::NAN }), Reject::BadAmount(Amount::Compensation)),
    ] {
        let mut state = desk();
        assert_eq!(add(&mut state, role, action.clone()), Err(reject), "{action:?}");
        assert!(state.desks[0].plan.is_empty());
    }
}

#[test]
fn an_earlier_card_of_the_plan_may_meet_a_condition() {
    // two people met and records of 36 map a confirmed need: then a demo, then a quote
    let mut state = desk();
    let id = deal(&mut state, HERO, 2);
    relation(&mut state, HERO).measures.records = 25.0;
    let demo = || Action::Demo(cards::Demo { deal: id });
    let quote = || Action::Quote(cards::Quote { deal: id, terms: QuoteTerms::default() });
    let role = Role::AccountManager;
    assert_eq!(add(&mut state, role, demo()), Err(Reject::Missing(Missing::Stage3)));
    for contact in [0, 1] {
        assert_eq!(add(&mut state, role, call(HERO, contact, 60)), Ok(()));
    }
    assert_eq!(add(&mut state, role, quote()), Err(Reject::Missing(Missing::Stage4)));
    assert_eq!(add(&mut state, role, demo()), Ok(()));
    assert_eq!(add(&mut state, role, quote()), Ok(()));
    assert_eq!(add(&mut state, role, demo()), Err(Reject::Missing(Missing::Planned)));
}

#[test]
fn last_months_cards_are_repeated_as_far_as_they_can_be() {
    let mut state = desk();
    let keep = Card { action: call(ALPHA, 0, 60), write_up: true };
    let gone = Card { action: call(HERO, 0, 60), write_up: true };
    state.desks[0].last_plan = vec![(Role::AccountManager, gone), (Role::AccountManager, keep.clone())];
    relation(&mut state, HERO).phase = Phase::Lost;
    assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Repeat), Ok(()));
    assert_eq!(state.desks[0].plan.iter().map(|c| &c.card).collect::<Vec<_>>(), [&keep]);
}

#[test]
fn open_deals_and_buyers_get_a_next_task() {
    let mut state = desk();
    buyer(&mut state, CustomerId(2), 1).phase = Phase::Lost;
    let with_deal = CustomerId(3);
    lead(&mut state, with_deal);
    deal(&mut state, with_deal, 1);
    for _ in 0..2 {
        assert_eq!(apply(&mut state, seat(0, Role::Service), Command::FillTasks), Ok(()));
        let tasks: Vec<_> = state.teams[0].management.tasks.iter().map(|t| (t.customer, t.role, t.due)).collect();
        assert_eq!(tasks, [(ALPHA, Role::Service, Round(1)), (with_deal, Role::AccountManager, Round(1))]);
    }
    assert_eq!(
        apply(&mut state, seat(0, Role::Service), Command::AddTask { customer: ALPHA, role: Role::Service, kind: TaskKind::Visit, due: Round(0) }),
        Err(Reject::BadRound)
    );
}

#[test]
fn what_the_plan_takes_from_the_pool_may_be_worked_on() {
    let mut state = desk();
    state.turn(0).give_up(HERO);
    let qualify = || Action::Qualify(cards::Qualify { customers: vec![HERO] });
    assert_eq!(add(&mut state, Role::Developer, qualify()), Err(Reject::Missing(Missing::Pooled)));
    assert_eq!(add(&mut state, Role::Service, Action::TakeFromPool(cards::TakeFromPool { customers: vec![HERO] })), Ok(()));
    assert_eq!(add(&mut state, Role::Developer, qualify()), Ok(()));
}

#[test]
fn a_task_is_dropped_by_its_number_while_it_is_open() {
    let mut state = desk();
    let say = |state: &mut Game, command: Command| apply(state, seat(0, Role::Service), command);
    let add = |customer, due| Command::AddTask { customer, role: Role::AccountManager, kind: TaskKind::Call, due: Round(due) };
    for (customer, due) in [(ALPHA, 2), (HERO, 3), (ALPHA, 4)] {
        assert_eq!(say(&mut state, add(customer, due)), Ok(()));
    }
    let ids: Vec<u32> = state.teams[0].management.tasks.iter().map(|t| t.id).collect();
    let unknown = ids.iter().max().expect("three") + 1;
    state.teams[0].management.tasks[0].done = Some(Round(1));
    for (id, answer) in [(unknown, Err(Reject::NoSuchTask)), (ids[0], Err(Reject::NoSuchTask)), (ids[1], Ok(())), (ids[1], Err(Reject::NoSuchTask))] {
        assert_eq!(say(&mut state, Command::DropTask(id)), answer, "{id} of {ids:?}");
    }
    assert_eq!(state.teams[0].management.tasks.iter().map(|t| t.id).collect::<Vec<_>>(), [ids[0], ids[2]]);
}

#[test]
fn a_team_keeps_two_thousand_tasks_and_no_more() {
    let mut state = desk();
    let add = || Command::AddTask { customer: ALPHA, role: Role::Service, kind: TaskKind::Visit, due: Round(2) };
    let kept = Task { id: 1, customer: ALPHA, role: Role::Service, kind: TaskKind::Visit, made: Round(1), due: Round(2), done: None };
    state.teams[0].management.tasks = vec![kept; 1_999];
    assert_eq!(apply(&mut state, seat(0, Role::Service), add()), Ok(()));
    assert_eq!(apply(&mut state, seat(0, Role::Service), add()), Err(Reject::BadList));
    assert_eq!(state.teams[0].management.tasks.len(), 2_000);
}

#[test]
fn an_overdue_task_is_set_anew_and_what_is_done_or_to_come_stays() {
    let mut state = desk();
    deal(&mut state, HERO, 1);
    state.round = Round(3);
    let task =
        |id, customer, due, done: Option<Round>| Task { id, customer, role: Role::Service, kind: TaskKind::Survey, made: Round(1), due: Round(due), done };
    state.teams[0].management.tasks = vec![task(1, ALPHA, 2, None), task(2, ALPHA, 2, Some(Round(2))), task(3, HERO, 3, None)];
    state.teams[0].management.next_task = 4;
    assert_eq!(apply(&mut state, seat(0, Role::Service), Command::FillTasks), Ok(()));
    let anew = Task { made: Round(3), kind: TaskKind::Visit, ..task(4, ALPHA, 3, None) };
    assert_eq!(state.teams[0].management.tasks, [task(2, ALPHA, 2, Some(Round(2))), task(3, HERO, 3, None), anew]);
}

/// Four customers that brought 400, 300, 200 and 100 yuan: one in each tier, all at the same level.
fn pyramid_of_four() -> Game {
    let mut state = bare(1);
    for (id, yuan) in [(1, 400), (2, 300), (3, 200), (4, 100)] {
        let relation = buyer(&mut state, CustomerId(id), 1);
        (relation.history.revenue, relation.history.contribution) = (Fen::yuan(2 * yuan), Fen::yuan(yuan));
        relation.classification.level = Level::Basic;
    }
    state
}

fn levels(state: &Game) -> [Level; 4] {
    [1, 2, 3, 4].map(|id| state.teams[0].relation(CustomerId(id)).classification.level)
}

#[test]
fn a_strategy_is_kept_and_sets_the_levels_of_its_tiers() {
    const LEVELS: [Level; 4] = [Level::Partnership, Level::Proactive, Level::Accountable, Level::Reactive];
    let strategy =
        |segments: &[u8]| Strategy { segments: segments.iter().map(|&s| IndustryId(s)).collect(), positioning: Positioning::Service, levels: LEVELS };
    let filed = |round: u16, segments: &[u8]| {
        let mut state = pyramid_of_four();
        state.round = Round(round);
        let answer = apply(&mut state, seat(0, Role::Service), Command::Strategy(strategy(segments)));
        (answer, state.teams[0].management.strategy.clone(), levels(&state))
    };
    assert_eq!(filed(1, &[1, 0]), (Ok(()), Some(strategy(&[1, 0])), LEVELS));
    // a round too late; an industry that is not there, and one twice
    for (round, segments, reject) in [(2, &[0][..], Reject::TooLate), (1, &[2], Reject::BadList), (1, &[0, 0], Reject::BadList)] {
        assert_eq!(filed(round, segments), (Err(reject), None, [Level::Basic; 4]), "{round} {segments:?}");
    }
}

#[test]
fn a_level_is_set_for_one_customer_or_for_a_tier() {
    let mut state = pyramid_of_four();
    let mut say = |command: Command| (apply(&mut state, seat(0, Role::Service), command), levels(&state));
    let [a, b, c, d] = [Level::Reactive, Level::Proactive, Level::Basic, Level::Basic];
    assert_eq!(say(Command::Level(CustomerId(1), a)), (Ok(()), [a, c, c, d]));
    assert_eq!(say(Command::LevelByTier(Tier::Main, b)), (Ok(()), [a, b, c, d]));
    assert_eq!(say(Command::Level(CustomerId(9), b)), (Err(Reject::NoSuchCustomer), [a, b, c, d]), "a stranger");
}

#[test]
fn a_level_follows_the_tier_until_it_is_set_by_hand() {
    use crate::sim::month::resolve;
    const LEVELS: [Level; 4] = [Level::Partnership, Level::Proactive, Level::Accountable, Level::Reactive];
    let mut state = pyramid_of_four();
    let mut say = |command: Command| apply(&mut state, seat(0, Role::Service), command);
    for tier in Tier::ALL {
        assert_eq!(say(Command::LevelByTier(tier, LEVELS[tier.index()])), Ok(()));
    }
    assert_eq!(say(Command::Level(CustomerId(2), Level::Basic)), Ok(()));
    // the smallest becomes the best: everybody falls by one tier but for whom a level was set
    state.teams[0].relations[4].history.contribution = Fen::yuan(500_000);
    state.teams[0].relations[1].history.contribution = Fen::yuan(400_000);
    state.teams[0].relations[2].history.contribution = Fen::yuan(300_000);
    state.teams[0].relations[3].history.contribution = Fen::yuan(200_000);
    resolve(&mut state);
    assert_eq!(levels(&state), [Level::Proactive, Level::Basic, Level::Reactive, Level::Partnership]);
    let mut say = |command: Command| apply(&mut state, seat(0, Role::Service), command);
    assert_eq!(say(Command::LevelAsTier(CustomerId(2))), Ok(()));
    assert_eq!(levels(&state), [Level::Proactive, Level::Accountable, Level::Reactive, Level::Partnership]);
}

#[test]
fn where_the_team_places_a_customer_counts_more_than_what_it_brought() {
    let mut state = pyramid_of_four();
    lead(&mut state, HERO);
    let place = |customer| Command::Evaluate(customer, Tier::Vip, Reason::Growth);
    let mut say = |command: Command| apply(&mut state, seat(0, Role::AccountManager), command);
    assert_eq!(say(place(HERO)), Err(Reject::Missing(Missing::Orders)), "nothing has been ordered yet");
    assert_eq!(say(place(CustomerId(9))), Err(Reject::NoSuchCustomer));
    // the smallest of four
    assert_eq!(say(place(CustomerId(4))), Ok(()));
    assert_eq!(say(Command::LevelByTier(Tier::Vip, Level::Partnership)), Ok(()));
    assert_eq!(say(Command::LevelByTier(Tier::Small, Level::Reactive)), Ok(()));
    assert_eq!(levels(&state), [Level::Partnership, Level::Basic, Level::Basic, Level::Partnership]);
    let filed = Evaluation { round: Round(1), customer: CustomerId(4), tier: Tier::Vip, reason: Reason::Growth };
    assert_eq!(state.teams[0].management.evaluations, [filed], "what was refused is not kept");
}
