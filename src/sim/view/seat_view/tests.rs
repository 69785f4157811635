//! What a view holds, and above all what it does not.

use super::*;
use crate::sim::cards::{self, Action, Actual, Card, Facts};
use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::planning::command::Command;
use crate::sim::state::DealOutcome;
use crate::sim::state::backlog::Backlog;
use crate::sim::terms::{Intent, Phase, QuoteTerms};
use crate::sim::testing::{ALPHA, bare, buyer, game, guide_of, lead, relation, seat, traits};
use crate::sim::units::{CustomerId, Minutes, Source};
use crate::sim::{apply, resolve, units::TeamId};

/// A game `rounds` months on: the plans as they open, and every open deal pursued as far as the hours go.
fn played(seed: u64, rounds: u16) -> Game {
    let mut state = game(seed, 2);
    for _ in 0..rounds {
        for deal in view_now(&state, seat(0, Role::AccountManager)).deals.iter().map(|d| d.id) {
            let action = Action::Pursue(cards::Pursue { deal, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes::from_hours(20) });
            let _ = apply(&mut state, seat(0, Role::AccountManager), Command::Add(Card { action, write_up: true }));
        }
        resolve(&mut state);
    }
    state
}

#[test]
fn desk_and_plan_know_the_same_facts() {
    for rounds in [0, 2, 5, 8] {
        let state = played(3, rounds);
        let view = view(&state, seat(0, Role::AccountManager));
        let eyes = Actual::planning(&state, 0);
        for id in (0..state.customers.len()).map(CustomerId::at) {
            assert_eq!(Facts::customer(&view.known, id), eyes.customer(id), "round {rounds} customer {id:?}");
        }
        for deal in state.teams[0].deals.iter() {
            assert_eq!(Facts::deal(&view.known, deal.id), eyes.deal(deal.id));
        }
        assert_eq!((view.exhibition, view.summit), (eyes.exhibition(), eyes.summit()));
    }
}

#[test]
fn nothing_of_another_team_shows_but_the_standings() {
    let mut state = played(5, 4);
    let shown = |state: &Game| format!("{:?}", view(state, seat(0, Role::Service)));
    let before = shown(&state);
    let other = &mut state.teams[1];
    for relation in &mut other.relations {
        relation.phase = Phase::Stability;
        relation.measures.trust = 99.0;
        relation.activity.surveyed = Some((99.0, Round(1)));
        relation.contacts[0].reached = true;
    }
    other.deals = Default::default();
    other.service_desk.tickets = Backlog::new();
    other.books.ledger.entries.clear();
    other.reputation.0 = vec![0.9; 2];
    state.desks[1].plan.clear();
    state.journal.teams[1].past.clear();
    state.worlds[1].needs = Default::default();
    assert_eq!(before, shown(&state));
}

#[test]
fn what_customers_keep_to_themselves_does_not_show() {
    let mut state = played(5, 4);
    let shown = |state: &Game| {
        let mut view = view(state, seat(0, Role::AccountManager));
        view.past = Past::default();
        format!("{view:?}")
    };
    let before = shown(&state);
    for relation in &mut state.teams[0].relations {
        relation.measures.satisfaction = 3.0;
        relation.measures.expectation = 97.0;
        relation.measures.shock = 2.0;
        if relation.phase == Phase::Unknown {
            relation.measures.trust = 99.0;
        }
    }
    assert_eq!(before, shown(&state));
}

#[test]
fn contacts_and_needs_show_as_far_as_found_out() {
    let mut state = played(1, 1);
    let stage_one = |state: &Game| {
        let view = view_now(state, seat(0, Role::AccountManager));
        view.deals.iter().find(|d| d.id.customer == CustomerId(0) && d.open()).cloned()
    };
    let deal = &mut state.teams[0].deals;
    let Some(own) = deal.iter_mut().find(|d| d.id.customer == CustomerId(0)) else { panic!("the trial need is seen") };
    own.stage = 1;
    let unconfirmed = stage_one(&state).expect("the deal");
    assert_eq!((unconfirmed.class, unconfirmed.budget, unconfirmed.quantity, unconfirmed.suggested.len()), (None, None, 0, 0));
    assert_eq!(unconfirmed.value, Fen::yuan(100_000));
    state.teams[0].deals.iter_mut().for_each(|d| d.stage = 2);
    let confirmed = stage_one(&state).expect("the deal");
    assert_eq!((confirmed.quantity, confirmed.suggested.len(), confirmed.budget), (20, 1, Some(Fen::yuan(150_000))));

    let relation = &mut state.teams[0].relations[0];
    relation.classification.qualified = false;
    relation.contacts = Default::default();
    relation.contacts[1].reached = true;
    let view = view_now(&state, seat(0, Role::AccountManager));
    let contacts = &view.customer(CustomerId(0)).expect("met at the exhibition").contacts;
    assert_eq!(contacts.iter().map(|c| c.role.is_some()).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(contacts.iter().map(|c| c.style.is_some()).collect::<Vec<_>>(), [false, true, false, false]);
}

#[test]
fn a_hidden_need_appears_only_with_a_deal() {
    let state = played(1, 2);
    assert!(state.worlds[0].needs.iter().any(|o| o.id.source == Source::Scripted(EventId(2))));
    let view = view(&state, seat(0, Role::AccountManager));
    assert!(!view.deals.iter().any(|d| d.id.source == Source::Scripted(EventId(2))));
    assert!(!format!("{view:?}").contains("hidden\""));
}

#[test]
fn a_problem_nobody_voiced_stays_hidden() {
    let mut state = played(2, 3);
    let index = state.teams[0].relations.iter().position(Relation::active).expect("a buyer");
    let relation = &mut state.teams[0].relations[index];
    (relation.measures.negative, relation.service.silent_failure, relation.service.grievance) = (9.0, None, None);
    let negative = |state: &Game| view_now(state, seat(0, Role::Service)).customer(CustomerId::at(index)).map(|c| (c.negative, c.failure));
    assert_eq!(negative(&state), Some((0.75, false)));
    let relation = &mut state.teams[0].relations[index];
    (relation.measures.negative, relation.service.silent_failure, relation.service.grievance) = (15.0, Some(Round(3)), Some(Cause::SilentFailure));
    state.teams[0].service_desk.tickets = Backlog::new();
    assert_eq!(negative(&state), Some((0.75, false)));
}

#[test]
fn the_past_is_disclosed_when_the_game_is_over() {
    let mut state = played(4, 6);
    let of = |state: &Game, measure: Measure| {
        view(state, seat(0, Role::Service)).past.rounds.iter().flat_map(|r| &r.effects).filter(|e| e.measure == measure).count()
    };
    assert_eq!(of(&state, Measure::Expectation), 0);
    assert!(of(&state, Measure::Satisfaction) > 0);
    for round in &view(&state, seat(0, Role::Service)).past.rounds {
        for effect in round.effects.iter().filter(|e| e.measure == Measure::Satisfaction) {
            assert!(effect.from == 0.0 && [0.5, 1.0, 2.0, 4.0, 8.0, 16.0].contains(&effect.to.abs()), "{effect:?}");
        }
        for happened in &round.happened {
            match happened {
                Happened::Delivered { quality, expectation, .. } => assert_eq!(quality + expectation, 1.0),
                Happened::Won { utility, chance, .. } => {
                    assert!([*chance * 20.0, utility.trust * 4.0, utility.satisfaction * 4.0].iter().all(|x| (x - x.round()).abs() < 1e-9));
                }
                Happened::Churned { hazard, .. } => assert_eq!(*hazard, 0.0),
                _ => {}
            }
        }
    }
    while !state.over() {
        resolve(&mut state);
    }
    assert!(of(&state, Measure::Expectation) > 0);
}

#[test]
fn the_view_of_no_team_is_public_only() {
    let state = played(4, 3);
    let view = view(&state, Seat { team: TeamId(9), role: Role::Service });
    assert!(view.customers.is_empty() && view.plan.is_empty() && view.past.ledger.is_empty());
    assert_eq!(view.teams.len(), 2);
}

#[test]
fn deals_find_their_needs() {
    let state = played(7, 9);
    let now = view_now(&state, seat(0, Role::AccountManager));
    let view = view(&state, seat(0, Role::AccountManager));
    assert!(now.deals.iter().all(DealView::open) && now.deals.len() == view.deals.iter().filter(|d| d.open()).count());
    assert_eq!(view.deals.len(), state.teams[0].deals.len());
    assert!(view.deals.iter().any(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))), "somebody buys from a team that pursues");
    for (shown, deal) in view.deals.iter().zip(state.teams[0].deals.iter()) {
        assert_eq!(shown.id, deal.id);
        assert_eq!(Some(shown.due), state.worlds[0].need(deal.id).map(|o| o.due));
    }
}

#[test]
fn what_weighs_with_a_customer_shows_once_it_is_qualified() {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    let alpha = traits(&mut state, ALPHA);
    (alpha.price_sensitivity, alpha.service_sensitivity) = (1.8, 0.6);
    let weighs = |state: &Game| view_now(state, seat(0, Role::Service)).customer(ALPHA).map(|c| (c.price_sensitivity, c.service_sensitivity));
    assert_eq!(weighs(&state), Some((None, None)));
    relation(&mut state, ALPHA).classification.qualified = true;
    assert_eq!(weighs(&state), Some((Some(1.8), Some(0.6))));
}

#[test]
fn a_poached_salesperson_shows_while_there_is_a_rival_to_go_to() {
    let mut state = bare(1);
    buyer(&mut state, ALPHA, 1).ownership.poached = 3;
    let poached = |state: &Game| view_now(state, seat(0, Role::AccountManager)).customer(ALPHA).map(|c| c.poached);
    assert_eq!(poached(&state), Some(3));
    let guide = guide_of(&mut state);
    assert_eq!([0, 1, 2, 3].map(|id| guide.poacher(CustomerId(id)).map(|r| r.0)), [Some(0), Some(1), Some(0), Some(1)]);
    guide.rivals.clear();
    assert_eq!((guide.poacher(ALPHA), poached(&state)), (None, Some(0)));
}

#[test]
fn overwork_counts_the_month_being_planned() {
    let mut state = bare(1);
    state.teams[0].staff[Role::Service.index()].busy = 2;
    let busy = |state: &Game, planned: i32| {
        let mut view = view_now(state, seat(0, Role::Service));
        view.staff[Role::Service.index()].planned = Minutes::from_hours(planned);
        view.staff(Role::Service).busy_with_plan(&view.guide.rules.staffing)
    };
    // 114 of 120 hours are full, 113 are not
    assert_eq!([114, 113].map(|hours| busy(&state, hours)), [3, 0]);
    let rules = &state.scenario.guide.rules.staffing;
    assert_eq!([2, 3].map(|months| rules.haste_to_leave(months)), [1.0, 2.0]);
}
