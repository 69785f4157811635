use super::*;
use crate::sim::apply;
use crate::sim::game::Game;
use crate::sim::scenario::Severity;
use crate::sim::terms::{Intent, QueuePolicy, QuoteTerms};
use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, seat, ticket};
use crate::sim::units::ContactId;
use crate::sim::view::view_now;

const MANAGER: Role = Role::AccountManager;

/// The game with a task of this kind for a buyer, due this month; and the item that tells of it.
fn with_task(mut state: Game, role: Role, kind: TaskKind) -> (Game, AgendaItem) {
    let due = state.round;
    assert_eq!(apply(&mut state, seat(0, role), Command::AddTask { customer: ALPHA, role, kind, due }), Ok(()));
    let id = state.teams[0].management.tasks[0].id;
    (state, AgendaItem::Due(id))
}

fn market() -> Game {
    let mut state = bare(1);
    buyer(&mut state, ALPHA, 1);
    buyer(&mut state, HERO, 1);
    state
}

fn add(state: &mut Game, role: Role, action: Action) -> CardId {
    assert_eq!(apply(state, seat(0, role), Command::Add(Card { action, write_up: true })), Ok(()));
    state.desks[0].plan.last().expect("just planned").id
}

fn seen(state: &Game) -> View {
    view_now(state, seat(0, MANAGER))
}

#[test]
fn a_queue_that_sees_to_a_task_is_set_and_never_dropped() {
    let mut start = market();
    ticket(&mut start, ALPHA, Severity::Minor, 1);
    ticket(&mut start, HERO, Severity::Minor, 1);
    let (mut state, due) = with_task(start, MANAGER, TaskKind::Call);
    let AgendaItem::Due(id) = due else { panic!("{due:?}") };
    let queue = add(&mut state, Role::Service, Action::Queue(cards::Queue { time: Minutes::from_hours(60), policy: QueuePolicy::default() }));
    let mut view = seen(&state);
    let tickets: Vec<AgendaItem> = view.tickets.iter().map(|t| AgendaItem::Ticket(t.id)).collect();
    assert_eq!(tickets.len(), 2);
    for routine in [false, true] {
        view.plan[0].filled_in = routine;
        for item in tickets.iter().copied().chain([due, AgendaItem::Overdue(id)]) {
            assert_eq!(planned(&view, item).iter().map(|card| card.id).collect::<Vec<_>>(), [queue], "{item:?}");
            let step = step(&view, item, &Role::CORE);
            assert!(matches!(&step, Step::Set(offer, Some(card)) if *card == queue && offer.card == view.plan[0].card), "{item:?}: {step:?}");
            // where nobody of service sits, it is not this desk's to set
            assert_eq!(super::step(&view, item, &[MANAGER]), Step::Look, "{item:?}");
        }
    }
}

#[test]
fn what_is_too_short_for_a_contact_sees_to_no_task() {
    let mut start = market();
    let id = deal(&mut start, ALPHA, 4);
    let (start, due) = with_task(start, MANAGER, TaskKind::Visit);
    let care = |time| Action::Care(cards::Care { visits: vec![(ALPHA, Minutes(time))] });
    let pursue = |time| Action::Pursue(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes(time) });
    for (action, sees) in [(care(30), false), (care(60), true), (pursue(30), false), (pursue(1200), true)] {
        let mut state = start.clone();
        let told = format!("{action:?}");
        add(&mut state, MANAGER, action);
        assert_eq!(planned(&seen(&state), due).len(), usize::from(sees), "{told}");
    }
}

#[test]
fn a_click_on_a_task_takes_back_what_it_put_there_and_nothing_else() {
    let roles = &Role::CORE;
    let (start, due) = with_task(market(), MANAGER, TaskKind::Call);
    // what the click itself plans
    let mut state = start.clone();
    let Step::Add(offer) = step(&seen(&state), due, roles) else { panic!("a call can be planned") };
    assert!(matches!(offer.card.action, Action::Call(_)));
    let call = add(&mut state, offer.role, offer.card.action.clone());
    let mut view = seen(&state);
    assert_eq!(step(&view, due, roles), Step::TakeBack(MANAGER, call, None));
    // the same from the routine is none of the few decisions yet, and stays
    view.plan[0].filled_in = true;
    assert_eq!(step(&view, due, roles), Step::Look);
    // a call that was set in another way was set up elsewhere
    let mut other = seen(&state);
    let Action::Call(call) = &mut other.plan[0].card.action else { panic!("it is the call") };
    call.time += Minutes(60);
    assert!(matches!(step(&other, due, roles), Step::TakeBack(..)), "more hours are no other call");
    let Action::Call(call) = &mut other.plan[0].card.action else { panic!("it is the call") };
    call.contact = ContactId(call.contact.0 + 1);
    assert_eq!(step(&other, due, roles), Step::Look);
    // a list of one's own is left by this customer, a routine one is left alone
    let mut state = start;
    let check = add(&mut state, Role::Service, Action::Check(cards::Check { customers: vec![HERO, ALPHA] }));
    let mut view = seen(&state);
    let left = Card { action: Action::Check(cards::Check { customers: vec![HERO] }), write_up: true };
    assert_eq!(step(&view, due, roles), Step::TakeBack(Role::Service, check, Some(left)));
    view.plan[0].filled_in = true;
    assert_eq!(step(&view, due, roles), Step::Look);
}

#[test]
fn a_quote_or_pursuit_set_up_elsewhere_outlives_a_click_on_a_task() {
    let roles = &Role::CORE;
    let mut start = market();
    let id = deal(&mut start, ALPHA, 4);
    let (start, due) = with_task(start, MANAGER, TaskKind::Quote);
    let Step::Set(offer, None) = step(&seen(&start), due, roles) else { panic!("a quote can be set") };
    for (terms, dropped) in [(QuoteTerms::default(), true), (QuoteTerms { discount: 0.05, ..QuoteTerms::default() }, false)] {
        let mut state = start.clone();
        let quote = add(&mut state, offer.role, Action::Quote(cards::Quote { deal: id, terms }));
        let expected = if dropped { Step::TakeBack(MANAGER, quote, None) } else { Step::Look };
        assert_eq!(step(&seen(&state), due, roles), expected);
    }
    let mut state = start;
    let time = Minutes::from_hours(20);
    let intent = Intent::Ask;
    let pursuit = add(&mut state, MANAGER, Action::Pursue(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent, time }));
    let view = seen(&state);
    assert_eq!(planned(&view, due).iter().map(|card| card.id).collect::<Vec<_>>(), [pursuit]);
    assert_eq!(step(&view, due, roles), Step::Look);
}
