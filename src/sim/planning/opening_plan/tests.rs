//! The plan a month opens with, role by role.

use super::*;
use crate::sim::planning::command::Command;
use crate::sim::scenario::roster::Roster;
use crate::sim::scenario::{Severity, Short, Supply, Text};
use crate::sim::state::staff::Post;
use crate::sim::terms::{Reject, TaskKind};
use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, deal_of, game, guide_of, lead, open, quoted, relation, rules, seat, ticket};
use crate::sim::units::{ProductId, Round};
use crate::sim::{apply, resolve};

/// Customers that the service desk's opening plan visits (with hours), surveys and checks.
fn served(state: &Game) -> (Vec<(CustomerId, i32)>, Vec<CustomerId>, Vec<CustomerId>) {
    let (mut visits, mut surveys, mut checks) = (Vec::new(), Vec::new(), Vec::new());
    for card in state.desks[0].plan.iter().filter(|c| c.role == Role::Service) {
        match &card.card.action {
            Action::Care(cards::Care { visits: v }) => visits.extend(v.iter().map(|&(id, time)| (id, time.0 / 60))),
            Action::Survey(cards::Survey { customers }) => surveys.extend(customers),
            Action::Check(cards::Check { customers }) => checks.extend(customers),
            _ => {}
        }
    }
    (visits, surveys, checks)
}

#[test]
fn basic_customers_get_no_hours_of_the_queue_and_partners_a_review() {
    // level, round, decision maker met; hours planned for a ticket of 40 h and a quarter, and who is called
    for (level, round, met, queue, review) in [
        (Level::Basic, 5, true, 20, None),
        (Level::Reactive, 5, true, 60, None),
        (Level::Proactive, 5, true, 60, None),
        (Level::Partnership, 5, true, 60, Some(ContactId(0))),
        (Level::Partnership, 5, false, 60, Some(ContactId(2))),
        (Level::Partnership, 6, true, 60, None),
    ] {
        let mut state = bare(1);
        state.round = Round(round);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.classification.level, alpha.history.last_order) = (level, Some(Round(1)));
        (alpha.contacts[0].reached, alpha.contacts[2].reached) = (met, true);
        ticket(&mut state, ALPHA, Severity::Major, 1).minutes = Minutes::from_hours(40) - Minutes(15);
        open_plan(&mut state, 0);
        let cards = || state.desks[0].plan.iter().map(|c| &c.card.action);
        let hours = cards().find_map(|a| if let Action::Queue(cards::Queue { time, .. }) = a { Some(time.0 / 60) } else { None });
        let called = cards().find_map(|a| if let Action::Call(cards::Call { customer: ALPHA, contact, deal: None, .. }) = a { Some(*contact) } else { None });
        assert_eq!((hours, called), (Some(queue), review), "{level:?} in round {round}");
    }
}

#[test]
fn levels_put_their_cards_into_the_plan() {
    // Alpha (id 1), an order delivered last month or long ago; quarters of id 1 are rounds 2, 5, 8
    for (level, round, last, visit, survey, check) in [
        (Level::Basic, 5, 4, None, false, false),
        (Level::Reactive, 5, 4, None, false, false),
        (Level::Accountable, 5, 4, Some(2), true, false),
        (Level::Accountable, 5, 1, None, false, false),
        (Level::Proactive, 5, 1, Some(2), false, true),
        (Level::Proactive, 6, 5, Some(2), true, false),
        (Level::Partnership, 6, 1, Some(4), false, true),
        (Level::Partnership, 5, 1, Some(4), true, true),
    ] {
        let mut state = bare(1);
        state.round = Round(round);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.classification.level, alpha.history.last_order) = (level, Some(Round(last)));
        open_plan(&mut state, 0);
        let only = |there: bool| if there { vec![ALPHA] } else { vec![] };
        let expected = (visit.map(|hours| (ALPHA, hours)).into_iter().collect(), only(survey), only(check));
        assert_eq!(served(&state), expected, "{level:?} in round {round}");
    }
}

#[test]
fn the_accountable_level_calls_on_whom_nobody_has_spoken_to() {
    let mut state = bare(1);
    state.round = Round(5);
    let alpha = buyer(&mut state, ALPHA, 1);
    (alpha.classification.level, alpha.history.last_order, alpha.activity.silent) = (Level::Accountable, Some(Round(1)), 1);
    open_plan(&mut state, 0);
    assert_eq!(served(&state), (vec![(ALPHA, 2)], vec![], vec![]));
}

#[test]
fn the_best_customers_come_first_and_the_others_are_listed_as_dropped() {
    let mut state = bare(1);
    // two thirds of 48 h: 20 h of queue leave time for three visits of 4 h
    rules(&mut state).work.role_hours = Minutes::from_hours(48);
    for (id, yuan) in [(1, 100), (2, 500), (3, 300), (4, 900), (5, 200)] {
        let relation = buyer(&mut state, CustomerId(id), 1);
        (relation.classification.level, relation.history.contribution, relation.history.last_order) = (Level::Partnership, Fen::yuan(yuan), None);
    }
    open_plan(&mut state, 0);
    assert_eq!(served(&state).0, [4, 2, 3].map(|id| (CustomerId(id), 4)));
    let dropped: Vec<CustomerId> = state.desks[0]
        .dropped
        .iter()
        .filter_map(|(_, card)| if let Action::Care(cards::Care { visits }) = &card.action { Some(visits.iter().map(|v| v.0)) } else { None })
        .flatten()
        .collect();
    assert_eq!(dropped, [CustomerId(5), CustomerId(1)]);
    // nothing is lost between plan and list
    let checks: usize =
        state.desks[0].dropped.iter().map(|(_, card)| if let Action::Check(cards::Check { customers }) = &card.action { customers.len() } else { 0 }).sum();
    assert_eq!(checks + served(&state).2.len(), 5);
}

#[test]
fn lost_customers_and_strangers_get_no_cards() {
    let mut state = bare(1);
    let alpha = buyer(&mut state, ALPHA, 1);
    (alpha.classification.level, alpha.phase) = (Level::Partnership, Phase::Lost);
    lead(&mut state, CustomerId(2)).classification.level = Level::Partnership;
    open_plan(&mut state, 0);
    assert_eq!(served(&state), (vec![], vec![], vec![]));
}

/// The calls in the account manager's plan: customer, deal, hours.
fn called(state: &Game) -> Vec<(CustomerId, Option<NeedId>, i32)> {
    let calls = state.desks[0].plan.iter().filter_map(|c| if let Action::Call(call) = &c.card.action { Some(call) } else { None });
    calls.map(|call| (call.customer, call.deal, call.time.0 / 60)).collect()
}

#[test]
fn talks_that_have_begun_go_on_and_nothing_else_is_pursued() {
    let mut state = bare(1);
    let ids: Vec<NeedId> = [(1, 2), (2, 2), (3, 4), (4, 3), (5, 2)]
        .into_iter()
        .map(|(id, stage)| {
            lead(&mut state, CustomerId(id));
            deal(&mut state, CustomerId(id), stage)
        })
        .collect();
    // nobody has spoken about the first; the third has seen a demo; the last lies in the pool
    deal_of(&mut state, ids[1]).support[0] = 0.1;
    deal_of(&mut state, ids[2]).demo = true;
    deal_of(&mut state, ids[3]).support[2] = 0.3;
    deal_of(&mut state, ids[4]).support[0] = 0.3;
    (state.worlds[0].needs[3].value, state.worlds[0].needs[3].quantity) = (Fen::yuan(250_000), 50);
    state.turn(0).give_up(CustomerId(5));
    open_plan(&mut state, 0);
    // the dearer one first; short calls until the committee is mapped
    let expected = [(ids[3], 4), (ids[1], 2), (ids[2], 4)].map(|(id, hours)| (id.customer, Some(id), hours));
    assert_eq!(called(&state), expected);
    assert!(!state.desks[0].plan.iter().any(|c| matches!(c.card.action, Action::Pursue(_) | Action::Quote(_))));
    assert!(state.desks[0].plan.iter().any(|c| c.card.action == Action::Forecast(cards::Forecast)));
}

#[test]
fn whom_a_task_names_is_called_on_once() {
    let mut state = bare(1);
    for id in 1..=3 {
        lead(&mut state, CustomerId(id));
    }
    let asked = deal(&mut state, CustomerId(2), 2);
    let task = |customer, role, due| Command::AddTask { customer: CustomerId(customer), role, kind: TaskKind::Call, due: Round(due) };
    let due = state.round.0;
    for (customer, role, due) in [
        (1, Role::AccountManager, due),
        (2, Role::AccountManager, due),
        (2, Role::AccountManager, due),
        (3, Role::AccountManager, due + 1),
        (3, Role::Developer, due),
    ] {
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), task(customer, role, due)), Ok(()));
    }
    open_plan(&mut state, 0);
    assert_eq!(called(&state), [(CustomerId(1), None, 2), (CustomerId(2), Some(asked), 2)]);
}

#[test]
fn the_routine_leaves_a_third_of_the_hours_but_to_the_queue() {
    let mut state = bare(1);
    for id in 1..=19 {
        lead(&mut state, CustomerId(id));
        let id = deal(&mut state, CustomerId(id), 4);
        deal_of(&mut state, id).support[0] = 0.2;
    }
    open_plan(&mut state, 0);
    let planned = |state: &Game, role| state.desks[0].planned(role);
    // .67 of 120 h: 2 h for the forecast, 18 calls of 4 1/4 h
    assert_eq!((called(&state).len(), planned(&state, Role::AccountManager)), (18, Minutes(2 * 60 + 18 * 255)));
    assert_eq!(state.desks[0].dropped.len(), 1, "what found no hours is told");
    for (share, calls) in [(1.0, 19), (0.5, 13), (0.0, 0)] {
        rules(&mut state).planning.routine = share;
        open_plan(&mut state, 0);
        assert_eq!(called(&state).len(), calls, "{share}");
    }
    assert_eq!(planned(&state, Role::Service), Minutes::from_hours(20), "tickets are answered all the same");
}

/// Whether two cards are hours of one and the same work.
fn adds_up(card: &Action, other: &Action) -> bool {
    match (card, other) {
        (Action::Care(_), Action::Care(_)) => card.customers().iter().any(|customer| other.customers().contains(customer)),
        (Action::Prospect(_), Action::Prospect(_)) | (Action::Reception(_), Action::Reception(_)) | (Action::Queue(_), Action::Queue(_)) => true,
        _ => false,
    }
}

#[test]
fn no_month_opens_with_a_card_that_stands_there_twice() {
    for seed in 0..4 {
        let mut state = game(seed, 1);
        while !state.over() {
            let plan = &state.desks[0].plan;
            for (place, card) in plan.iter().enumerate() {
                let again = plan[..place]
                    .iter()
                    .any(|c| card.card.action.repeats(&c.card.action) || (card.role == c.role && adds_up(&card.card.action, &c.card.action)));
                assert!(!again, "seed {seed} {:?}: {card:?}", state.round);
            }
            resolve(&mut state);
        }
    }
}

#[test]
fn a_team_meets_strangers_again_after_a_resignation() {
    let mut state = bare(1);
    buyer(&mut state, ALPHA, 1).ownership.trust_lost_by_resignation = 5.0;
    buyer(&mut state, HERO, 1);
    open_plan(&mut state, 0);
    assert!(state.desks[0].plan.iter().any(|c| c.card.action == Action::Handover(cards::Handover { customers: vec![ALPHA] })));
}

#[test]
fn the_queue_is_planned_with_room_for_what_has_come_in() {
    // 1.5 x (20 h + .25 h) each, in half hours; at least 20 h, at most the role's 120
    for (critical, hours) in [(0, 20 * 60), (1, 30 * 60), (2, 60 * 60 + 30), (5, 120 * 60)] {
        let mut state = bare(1);
        for id in 1..=critical {
            buyer(&mut state, CustomerId(id), 1).classification.level = Level::Reactive;
            ticket(&mut state, CustomerId(id), Severity::Critical, 1);
        }
        open_plan(&mut state, 0);
        let queue = state.desks[0].plan.iter().find_map(|c| if let Action::Queue(cards::Queue { time, .. }) = c.card.action { Some(time.0) } else { None });
        assert_eq!(queue, Some(hours), "{critical} tickets");
    }
}

#[test]
fn an_opening_plan_is_legal_and_none_of_the_eight_decisions() {
    for seed in 0..6 {
        let mut state = game(seed, 1);
        while !state.over() {
            for role in Role::CORE {
                assert!(state.desks[0].planned(role) <= plan::working_time(&state, 0, role));
                // card by card it can be put in by hand, too
                let cards: Vec<Card> = state.desks[0].plan.iter().filter(|c| c.role == role).map(|c| c.card.clone()).collect();
                let mut copy = state.clone();
                assert_eq!(apply(&mut copy, seat(0, role), Command::Clear), Ok(()));
                for card in cards {
                    let answer = apply(&mut copy, seat(0, role), Command::Add(card));
                    assert!(matches!(answer, Ok(()) | Err(Reject::TooManyDecisions)), "seed {seed} {:?}: {answer:?}", state.round);
                }
            }
            assert!(state.desks[0].plan.iter().all(|c| c.filled_in));
            resolve(&mut state);
        }
    }
}

/// A game whose teams have a person in each of the five roles, with so many hours each.
fn staffed(hours: i32) -> Game {
    let mut state = bare(1);
    guide_of(&mut state).roster = Roster::new([1; Role::COUNT], Role::ALL);
    rules(&mut state).work.role_hours = Minutes::from_hours(hours);
    for role in [Role::Cultivator, Role::ProductSpecialist] {
        state.teams[0].staff[role.index()].posts = vec![Post::new(Text::default(), 50.0)];
    }
    state
}

/// The cards of a role in the opening plan, and those dropped.
fn opened(state: &mut Game, role: Role) -> [Vec<Action>; 2] {
    open_plan(state, 0);
    let planned = state.desks[0].plan.iter().filter(|c| c.role == role).map(|c| c.card.action.clone()).collect();
    let dropped = state.desks[0].dropped.iter().filter(|(r, _)| *r == role).map(|(_, card)| card.action.clone()).collect();
    [planned, dropped]
}

#[test]
fn what_is_quoted_and_not_in_stock_is_bought() {
    let buy = |quantity: u32| Action::Purchase(cards::Purchase { product: ProductId(0), quantity, express: false });
    // 20 pieces are quoted; 8 of them are there; no money is left for any
    for (there, cash, planned, dropped) in
        [(0, 500_000, Some(20), None), (8, 500_000, Some(12), None), (20, 500_000, None, None), (0, -200_000, None, Some(20))]
    {
        let mut state = bare(1);
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        (state.teams[0].warehouse.stock[0], state.teams[0].books.ledger.cash) = (there, Fen::yuan(cash));
        lead(&mut state, ALPHA);
        quoted(&mut state, ALPHA);
        let bought = opened(&mut state, Role::AccountManager).map(|mut cards| {
            cards.retain(|action| matches!(action, Action::Purchase(_)));
            cards
        });
        let of = |quantity: Option<u32>| quantity.map(buy).into_iter().collect::<Vec<_>>();
        assert_eq!(bought, [of(planned), of(dropped)], "{there} in stock, {cash} yuan");
    }
}

#[test]
fn the_cultivator_keeps_those_warm_whom_nobody_has_spoken_to_longest() {
    // hours for one group of ten
    let mut state = staffed(18);
    for id in 1..=12 {
        lead(&mut state, CustomerId(id)).activity.silent = id;
    }
    relation(&mut state, CustomerId(12)).phase = Phase::Lost;
    let nurture = |ids: &[u16]| vec![Action::Nurture(cards::Nurture { customers: ids.iter().map(|&id| CustomerId(id)).collect() })];
    assert_eq!(opened(&mut state, Role::Cultivator), [nurture(&[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]), nurture(&[1])]);
}

#[test]
fn the_specialist_designs_what_is_mapped_the_dearest_first() {
    let mut state = staffed(120);
    let ids: Vec<NeedId> = [(1, 3), (2, 4), (3, 3), (4, 2), (5, 3)]
        .into_iter()
        .map(|(id, stage)| {
            lead(&mut state, CustomerId(id));
            deal(&mut state, CustomerId(id), stage)
        })
        .collect();
    state.worlds[0].needs[1].value = Fen::yuan(250_000);
    // the third has its design, the fifth is in the pool; the fourth's committee is not mapped
    deal_of(&mut state, ids[2]).design = 6.0;
    state.turn(0).give_up(CustomerId(5));
    let designs = |places: &[usize]| places.iter().map(|&place| Action::Design(cards::Design { deal: ids[place] })).collect::<Vec<_>>();
    assert_eq!(opened(&mut state, Role::ProductSpecialist), [designs(&[1, 0]), vec![]], "nobody will map the fourth");
}

#[test]
fn a_team_may_open_with_a_blank_plan_and_refill_it() {
    let mut state = game(1, 1);
    let filled = state.desks[0].plan.len();
    assert_eq!(apply(&mut state, seat(0, Role::Service), Command::Opening(Opening::Blank)), Ok(()));
    open(&mut state, 1);
    assert!(filled > 0 && state.desks[0].plan.is_empty());
    for role in Role::CORE {
        assert_eq!(apply(&mut state, seat(0, role), Command::Refill), Ok(()));
    }
    assert!(!state.desks[0].plan.is_empty());
    assert!(relation(&mut state, HERO).phase == Phase::Unknown);
}
