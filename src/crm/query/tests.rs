//! Every condition takes whom it should and nobody else; standard queries are told apart.

use super::*;
use crate::crm::standard::{Group, Standard, standard};
use crate::crm::testing::{noted, played, share_out};
use crate::sim::cards::{self, Card, CardId};
use crate::sim::journal::report::{Interaction, Outcome};
use crate::sim::knowledge::{TaskView, TicketView};
use crate::sim::scenario::Severity;
use crate::sim::state::pyramid::Basis;
use crate::sim::terms::{Found, Kind, Level, TaskKind, Tier};
use crate::sim::units::{Fen, IndustryId, Minutes, Source, TicketId};
use crate::sim::view::PlanCardView;
use std::sync::Arc;

const NOW: Round = Round(6);

/// A view in month 6 in which nothing holds of anybody: no talks, tasks, deals, tickets or plan, and everybody alike.
fn plain() -> View {
    let mut view = noted(&played(1, 0));
    view.round = NOW;
    view.past.interactions.clear();
    view.plan.clear();
    view.tasks.clear();
    view.deals.clear();
    view.tickets.clear();
    for customer in &mut view.customers {
        (customer.phase, customer.kind, customer.level) = (Phase::Awareness, Kind::Intending, Level::Basic);
        (customer.seen, Arc::make_mut(&mut customer.card).industry) = (Some((Tier::Small, Basis::Expected)), IndustryId(0));
        (customer.found, customer.qualified, customer.orders) = (Some((Found::AtStart, Round(0))), false, 0);
        (customer.satisfaction, customer.silent_months, customer.yearly_value, customer.last_order) = (None, 0, None, None);
    }
    view
}

fn taken(view: &View, conditions: &[Condition]) -> Vec<usize> {
    let index = Index::new(view);
    let list = index.list(&Query(conditions.to_vec()));
    list.iter().map(|c| view.customers.iter().position(|other| other.id == c.id).expect("one of them")).collect()
}

fn talk(view: &mut View, place: usize, kind: InteractionKind, round: u16) {
    let customer = view.customers[place].id;
    view.past.interactions.push(Interaction {
        round: Round(round),
        customer,
        role: Role::AccountManager,
        kind,
        contact: None,
        style: None,
        minutes: Minutes(60),
        cost: Fen::ZERO,
        outcome: Outcome::Done,
        written_up: true,
    });
}

fn task(view: &mut View, place: usize, due: u16, done: Option<Round>) {
    let (id, customer) = (view.tasks.len() as u32, view.customers[place].id);
    let due = Round(due);
    let now = view.round;
    view.tasks.push(TaskView { id, customer, role: Role::Service, kind: TaskKind::Call, made: Round(1), due, done, overdue: done.is_none() && due < now });
}

fn plan(view: &mut View, action: Action) {
    let card = Card { action, write_up: false };
    view.plan.push(PlanCardView { id: CardId(1), role: Role::Service, card, minutes: Minutes(60), cost: Fen::ZERO, filled_in: false });
}

#[test]
fn traits_are_matched_one_by_one() {
    let mut view = plain();
    assert!(view.customers.len() >= 6);
    view.customers[1].phase = Phase::Decline;
    view.customers[2].kind = Kind::Paused;
    view.customers[3].level = Level::Partnership;
    Arc::make_mut(&mut view.customers[0].card).industry = IndustryId(1);
    view.customers[1].seen = Some((Tier::Vip, Basis::Expected));
    // the tier that the team sees, not the computed one, nor any where nobody can know
    (view.customers[2].tier, view.customers[2].seen) = (Tier::Vip, Some((Tier::Main, Basis::Placed)));
    (view.customers[3].tier, view.customers[3].seen) = (Tier::Vip, None);
    view.customers[3].found = Some((Found::Referral(CustomerId(7)), Round(2)));
    for (condition, expected) in [
        (Condition::Phase(Phase::Decline), vec![1]),
        (Condition::Kind(Kind::Paused), vec![2]),
        (Condition::Level(Level::Partnership), vec![3]),
        (Condition::Industry(IndustryId(1)), vec![0]),
        (Condition::Tier(Tier::Vip), vec![1]),
        (Condition::Tier(Tier::Main), vec![2]),
        (Condition::Origin(Origin::Referral), vec![3]),
    ] {
        assert_eq!(taken(&view, std::slice::from_ref(&condition)), expected, "{condition:?}");
    }
    // a buyer is nobody who may become a customer
    let leads = |view: &View| taken(view, &[Condition::Kind(Kind::Intending)]).contains(&5);
    assert!(leads(&view));
    view.customers[5].orders = 1;
    assert!(!leads(&view));
}

#[test]
fn figures_are_matched_at_their_bounds() {
    let mut view = plain();
    view.customers[0].satisfaction = Some((59.4, Round(5)));
    view.customers[1].satisfaction = Some((59.6, Round(5)));
    view.customers[0].yearly_value = Some(Fen::yuan(100_000));
    view.customers[1].yearly_value = Some(Fen::yuan(99_999));
    (view.customers[2].silent_months, view.customers[3].silent_months) = (3, 2);
    let everybody_else: Vec<usize> = (2..view.customers.len()).collect();
    let value = |from, to| Condition::Value { from: Fen::yuan(from), to: Fen::yuan(to) };
    assert_eq!(taken(&view, &[Condition::Satisfaction { from: 0, to: 59 }]), [0]);
    assert_eq!(taken(&view, &[Condition::Satisfaction { from: 60, to: 100 }]), [1]);
    assert_eq!(taken(&view, &[Condition::NotSurveyed]), everybody_else);
    assert_eq!(taken(&view, &[value(100_000, 200_000)]), [0]);
    assert_eq!(taken(&view, &[value(0, 100_000)]), [1], "an unknown value is in no range");
    assert_eq!(taken(&view, &[Condition::Silent(3)]), [2]);
}

#[test]
fn alternatives_of_one_field_and_all_of_different_ones() {
    let mut view = plain();
    (view.customers[0].phase, view.customers[1].phase, view.customers[2].phase) = (Phase::Decline, Phase::Lost, Phase::Decline);
    view.customers[2].silent_months = 5;
    let (decline, lost) = (Condition::Phase(Phase::Decline), Condition::Phase(Phase::Lost));
    assert_eq!(taken(&view, &[decline.clone(), lost.clone()]), [0, 1, 2]);
    assert_eq!(taken(&view, &[decline, Condition::Silent(4), lost]), [2]);
    assert_eq!(taken(&view, &[]).len(), view.customers.len());
}

#[test]
fn dormant_means_neither_order_nor_contact_for_four_months() {
    let mut view = plain();
    for (place, silent, ordered) in [(0, 4, None), (1, 3, None), (2, 4, Some(Round(2))), (3, 4, Some(Round(3)))] {
        (view.customers[place].silent_months, view.customers[place].last_order) = (silent, ordered);
    }
    assert_eq!(taken(&view, &[Condition::Dormant]), [0, 2]);
    view.customers[1].kind = Kind::Paused;
    assert_eq!(taken(&view, &[Condition::Dormant, Condition::Kind(Kind::Paused)]), [0, 1, 2], "kinds and dormant are alternatives");
}

#[test]
fn contacts_and_visits_are_counted_by_month() {
    let mut view = plain();
    talk(&mut view, 0, InteractionKind::Call, 5);
    talk(&mut view, 1, InteractionKind::Survey, 3);
    talk(&mut view, 2, InteractionKind::Research, 5);
    talk(&mut view, 3, InteractionKind::Care, 2);
    assert_eq!(taken(&view, &[Condition::Contacted(Span::LastMonth)]), [0]);
    assert_eq!(taken(&view, &[Condition::Contacted(Span::LastQuarter)]), [0, 1], "months 3 to 5; looking up is no contact");
    assert_eq!(taken(&view, &[Condition::Visited(Span::LastQuarter)]), [0], "a survey is no visit");
    let index = Index::new(&view);
    assert_eq!([0, 1, 2].map(|place| index.last_contact(view.customers[place].id)), [Some(Round(5)), Some(Round(3)), None]);
}

#[test]
fn what_the_plan_holds_is_this_month() {
    let mut view = plain();
    let id = |view: &View, place: usize| view.customers[place].id;
    let (care, survey, research) = (id(&view, 0), id(&view, 1), id(&view, 2));
    plan(&mut view, Action::Care(cards::Care { visits: vec![(care, Minutes(60))] }));
    plan(&mut view, Action::Survey(cards::Survey { customers: vec![survey] }));
    plan(&mut view, Action::Research(cards::Research { customers: vec![research] }));
    assert_eq!(taken(&view, &[Condition::Contacted(Span::Now)]), [0, 1]);
    assert_eq!(taken(&view, &[Condition::Visited(Span::Now)]), [0]);
    assert_eq!(Index::new(&view).last_contact(care), None, "planned is not done");
}

#[test]
fn tasks_are_due_now_next_or_overdue() {
    let mut view = plain();
    task(&mut view, 0, 6, None);
    task(&mut view, 1, 7, None);
    task(&mut view, 2, 5, None);
    task(&mut view, 3, 6, Some(Round(5)));
    assert_eq!(taken(&view, &[Condition::Due(Span::Now)]), [0]);
    assert_eq!(taken(&view, &[Condition::Due(Span::Next)]), [1]);
    assert_eq!(taken(&view, &[Condition::Overdue]), [2]);
    assert!(taken(&view, &[Condition::NoTask]).contains(&3) && !taken(&view, &[Condition::NoTask]).contains(&2));
    task(&mut view, 0, 8, None);
    assert_eq!(next_task(&view, view.customers[0].id).map(|t| t.due), Some(Round(6)));
}

#[test]
fn added_and_ordered_by_month() {
    let mut view = plain();
    for (place, round) in [(0, 6), (1, 5), (2, 3), (3, 2)] {
        view.customers[place].found = Some((Found::Prospecting, Round(round)));
        view.customers[place].last_order = Some(Round(round));
    }
    for make in [Condition::Added, Condition::Ordered] {
        assert_eq!(taken(&view, &[make(Span::Now)]), [0]);
        assert_eq!(taken(&view, &[make(Span::LastMonth)]), [1]);
        assert_eq!(taken(&view, &[make(Span::LastQuarter)]), [1, 2]);
    }
    view.round = Round(1);
    view.customers[0].found = Some((Found::AtStart, Round(0)));
    assert!(taken(&view, &[Condition::Added(Span::LastQuarter)]).is_empty(), "what the team began with was added in no month");
}

#[test]
fn deals_tickets_and_names() {
    let mut view = noted(&played(7, 3));
    let deal = view.deals.iter().find(|d| d.open()).expect("a deal").clone();
    view.deals = vec![deal.clone()];
    let ticket = TicketId { customer: view.customers[0].id, born: view.round, source: Source::Stochastic };
    view.tickets = vec![TicketView { id: ticket, title: None, severity: Severity::Minor, minutes: Minutes(60), day: 3, due_day: 6, rounds_open: 0 }];
    let ids = |conditions: &[Condition]| Index::new(&view).list(&Query(conditions.to_vec())).iter().map(|c| c.id).collect::<Vec<_>>();
    assert_eq!(ids(&[Condition::OpenDeal]), [deal.id.customer]);
    assert_eq!(ids(&[Condition::OpenTicket]), [ticket.customer]);
    let name = view.customers[0].name.zh.to_string();
    assert!(ids(&[Condition::Name(name)]).contains(&view.customers[0].id));
}

#[test]
fn the_owner_stays_whatever_is_under_way() {
    let view = noted(&played(7, 3));
    let is_open = |c: &CustomerView| view.open_deals(c.id).next().is_some();
    assert!(view.customers.iter().any(is_open) && view.customers.iter().any(|c| c.orders > 0 && !is_open(c)));
    assert!(view.customers.iter().any(|c| !c.qualified) && view.customers.iter().all(|c| owner(c) == Some(0)));
}

#[test]
fn a_query_saved_when_roles_answered_is_read_and_asks_for_account_managers() {
    let saved = |text: &str| ron::from_str::<Query>(text).expect("a log of then").0;
    let mut view = plain();
    view.customers.truncate(2);
    view.customers[1].pooled = Some(NOW);
    assert_eq!(taken(&view, &saved("([Owner(AccountManager)])")), [0]);
    assert!(taken(&view, &saved("([Owner(Service)])")).is_empty());
    assert_eq!(taken(&view, &saved("([Owner(Service),Person(0)])")), [0], "alternatives");
}

#[test]
fn standard_queries_have_names_and_conditions_of_their_own() {
    let mut view = plain();
    let alone = standard(&view).len();
    assert!(alone > 20);
    share_out(&mut view, 3);
    let list = standard(&view);
    assert_eq!(list.len(), alone + 2, "one for each account manager");
    for (place, one) in list.iter().enumerate() {
        let is_same = |other: &&Standard| (other.key, other.person) == (one.key, one.person) || other.query == one.query;
        assert_eq!(list[..place].iter().find(is_same), None, "{}", one.key);
    }
}

#[test]
fn every_owner_that_is_offered_can_be_one() {
    let mut view = plain();
    share_out(&mut view, 2);
    (view.customers[1].owner, view.customers[2].owner) = (1, 1);
    let offered = standard(&view).into_iter().filter(|s| s.group == Group::Owner);
    for one in offered {
        assert!(!Index::new(&view).list(&one.query).is_empty(), "{}", one.key);
    }
}

#[test]
fn a_customer_belongs_to_one_of_several_people() {
    let mut view = plain();
    view.customers.truncate(5);
    (view.customers[1].owner, view.customers[2].owner, view.customers[3].owner) = (1, 2, 1);
    assert_eq!(taken(&view, &[Condition::Person(0)]), [0, 4], "the others have owners of their own");
    share_out(&mut view, 3);
    view.customers[3].pooled = Some(NOW);
    let of = |view: &View, place: u8| taken(view, &[Condition::Person(place)]);
    assert_eq!([0, 1, 2].map(|place| of(&view, place)), [vec![0, 4], vec![1], vec![2]], "the pool is nobody's");
    assert_eq!(taken(&view, &[Condition::Person(0), Condition::Person(2)]), [0, 2, 4]);
    let posts = &mut view.staff[Role::AccountManager.index()].posts;
    for (post, customers) in posts.iter_mut().zip([1, 1, 0]) {
        (post.filled, post.customers) = (false, customers);
    }
    posts[0].filled = true;
    assert_eq!(owners(&view).collect::<Vec<_>>(), [0, 1], "an empty post without customers is nobody");
}

#[test]
fn who_stands_still_may_be_given_up_and_who_was_given_up_is_found() {
    let mut view = plain();
    let months = view.guide.rules.pool.stuck;
    for (place, customer) in view.customers.iter_mut().enumerate() {
        customer.moved = Round(NOW.0 - if place == 0 { months } else { months - 1 });
    }
    assert_eq!((taken(&view, &[Condition::Stuck]), taken(&view, &[Condition::Pooled])), (vec![0], vec![]));
    view.customers[0].pooled = Some(NOW);
    assert_eq!((taken(&view, &[Condition::Stuck]), taken(&view, &[Condition::Pooled])), (vec![], vec![0]));
}
