//! What the service desk does: the queue and its order, what is left open, checks, surveys, compensation, articles.

use super::*;
use crate::sim::cards::{self, Actual, Facts, Queue};
use crate::sim::game::Game;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::parameters::Service;
use crate::sim::testing::{ALPHA, HERO, about, bare, booked, buyer, deal, generated, near, relation, rules, share, ticket, told, traits};
use crate::sim::units::Round;

const MINOR: Severity = Severity::Minor;
const MAJOR: Severity = Severity::Major;
const CRITICAL: Severity = Severity::Critical;

/// Round 2 with buyers of E 60, S 60, T 30.
fn desk() -> Game {
    let mut state = bare(1);
    state.round = Round(2);
    for id in [HERO, ALPHA, CustomerId(2), CustomerId(3)] {
        buyer(&mut state, id, 1);
    }
    state
}

fn work(state: &mut Game, hours: i32, policy: QueuePolicy) {
    state.turn(0).play(Queue { time: Minutes::from_hours(hours), policy }, false);
}

fn solved(state: &Game) -> Vec<bool> {
    state.teams[0].service_desk.tickets.iter().map(|t| matches!(t.state, TicketState::Solved { .. })).collect()
}

#[test]
fn the_queue_works_by_day_ticks_and_what_nobody_needs_is_gone() {
    // 20 hours a month: one each working day
    for (severity, day, hours, done, left) in [
        (CRITICAL, 1, 20, true, 0),
        (CRITICAL, 2, 20, false, 60),
        (MAJOR, 12, 20, true, 0),
        (MINOR, 20, 20, false, 120),
        // half an hour a day from day 12 on
        (MAJOR, 12, 10, false, 210),
    ] {
        let mut state = desk();
        ticket(&mut state, ALPHA, severity, day);
        work(&mut state, hours, QueuePolicy::FirstCome);
        assert_eq!((solved(&state)[0], state.teams[0].service_desk.tickets[0].minutes), (done, Minutes(left)), "{severity:?} on day {day}");
        assert_eq!(booked(&state, EntryKind::Service), [Fen::yuan(-50 * i64::from(hours))]);
    }
}

#[test]
fn writing_up_takes_a_quarter_of_an_hour_and_makes_records() {
    for (written_up, left, records) in [(false, 0, 0.0), (true, 15, 12.0)] {
        let mut state = desk();
        // an hour a day: three for the first, seventeen for the other
        ticket(&mut state, ALPHA, MINOR, 1);
        ticket(&mut state, HERO, MAJOR, 1).minutes = Minutes::from_hours(17);
        state.turn(0).work_queue(Minutes::from_hours(20), QueuePolicy::FirstCome, written_up);
        let tickets = &state.teams[0].service_desk.tickets;
        assert_eq!(tickets.iter().map(|t| t.minutes).max(), Some(Minutes(left)));
        near(relation(&mut state, ALPHA).measures.records.max(relation(&mut state, HERO).measures.records), records);
    }
}

/// A minor ticket of day 1 behind a blocker of some hours, an hour a day; when it was begun and the relation after.
fn behind(blocker: i32, promised: ServiceLevel) -> Game {
    let mut state = desk();
    relation(&mut state, ALPHA).measures.negative = 12.0;
    relation(&mut state, ALPHA).service.level = promised;
    ticket(&mut state, HERO, CRITICAL, 1).minutes = Minutes::from_hours(blocker);
    ticket(&mut state, ALPHA, MINOR, 1);
    work(&mut state, 20, QueuePolicy::Severity);
    state
}

fn in_time(state: &Game) -> Vec<bool> {
    told(state, |h| if let Happened::TicketSolved { ticket, in_time, .. } = h { (ticket.customer == ALPHA).then_some(*in_time) } else { None })
}

#[test]
fn a_ticket_begun_within_its_days_and_solved_is_in_time() {
    // a blocker of h hours is done on day h: the other begins on the day after; minor has 3 days from day 1
    for (blocker, promised, expected) in
        [(3, ServiceLevel::Standard, true), (4, ServiceLevel::Standard, false), (2, ServiceLevel::Priority, true), (3, ServiceLevel::Priority, false)]
    {
        assert_eq!(in_time(&behind(blocker, promised)), [expected], "{blocker} {promised:?}");
    }
    for (severity, days) in [(MINOR, 3), (MAJOR, 2), (CRITICAL, 1)] {
        let rules = Service::default();
        assert_eq!(in_time_days(&rules, severity, ServiceLevel::Standard), days);
    }
}

#[test]
fn solved_in_time_late_and_next_round() {
    // S: .25 of the way to 62 + 1.2 D or 1.8 D, E: .1 D
    for (name, mut state, after) in [
        // P 82, D 22: to 88.4
        ("in time", behind(3, ServiceLevel::Standard), [67.1, 62.2, 32.5, 11.0]),
        // P 66, D 6: to 69.2
        ("late", behind(4, ServiceLevel::Standard), [62.3, 60.6, 30.5, 11.0]),
    ] {
        let alpha = relation(&mut state, ALPHA);
        for (found, expected) in [alpha.measures.satisfaction, alpha.measures.expectation, alpha.measures.trust, alpha.measures.negative].into_iter().zip(after)
        {
            assert!((found - expected).abs() < 1e-9, "{name}: {found}, not {expected}");
        }
        assert!(alpha.activity.contacted);
    }
    let mut state = desk();
    ticket(&mut state, ALPHA, MINOR, 1).id.born = Round(1);
    work(&mut state, 20, QueuePolicy::Severity);
    let alpha = relation(&mut state, ALPHA);
    // P 45, D -15: to 35
    near(alpha.measures.satisfaction, 53.75);
    near(alpha.measures.expectation, 58.5);
    near(alpha.measures.trust, 26.0);
    assert_eq!(in_time(&state), [false]);
}

#[test]
fn a_ticket_begun_in_time_but_not_finished_is_late_next_round() {
    let mut state = desk();
    ticket(&mut state, ALPHA, CRITICAL, 1);
    work(&mut state, 10, QueuePolicy::Severity);
    state.turn(0).unanswered();
    state.round = Round(3);
    work(&mut state, 40, QueuePolicy::Severity);
    assert_eq!((solved(&state), in_time(&state)), (vec![true], vec![false]));
}

#[test]
fn the_four_policies_order_the_queue() {
    let mut state = desk();
    let values = [300, 100, 400, 200];
    for (index, yuan) in values.into_iter().enumerate() {
        traits(&mut state, CustomerId::at(index)).order_value = Fen::yuan(yuan);
    }
    // 0: minor of last month; 1: minor of day 1; 2: major of day 3; 3: critical of day 2
    ticket(&mut state, CustomerId(0), MINOR, 9).id.born = Round(1);
    ticket(&mut state, CustomerId(1), MINOR, 1);
    ticket(&mut state, CustomerId(2), MAJOR, 3);
    ticket(&mut state, CustomerId(3), CRITICAL, 2);
    for (policy, expected) in [
        (QueuePolicy::FirstCome, [0, 1, 3, 2]),
        (QueuePolicy::Severity, [3, 2, 0, 1]),
        (QueuePolicy::Value, [2, 0, 3, 1]),
        // due on days (last month), 1 + 3, 3 + 2, 2 + 1
        (QueuePolicy::DueDate, [0, 3, 1, 2]),
    ] {
        let mut order = vec![0, 1, 2, 3];
        state.turn(0).arrange(&mut order, policy);
        assert_eq!(order, expected, "{policy:?}");
    }
}

#[test]
fn an_unanswered_ticket_hurts_by_its_weight() {
    // class -> negative, S, T, reputation; w = .4, 1, 3; S .25 min(w, 1.6) of the way to 40, to 20 if critical
    for (severity, sensitivity, after) in [
        (MINOR, 1.0, [2.4, 58.0, 28.4, -0.008, -8.0]),
        (MAJOR, 1.0, [6.0, 55.0, 26.0, -0.02, -20.0]),
        (CRITICAL, 1.0, [18.0, 44.0, 18.0, -0.06, -60.0]),
        // half as much again for whoever minds half as much again
        (MAJOR, 1.5, [9.0, 52.5, 24.0, -0.03, -30.0]),
    ] {
        let mut state = desk();
        traits(&mut state, ALPHA).service_sensitivity = sensitivity;
        relation(&mut state, ALPHA).contacts[2].reached = true;
        ticket(&mut state, ALPHA, severity, 1);
        state.turn(0).unanswered();
        let reputation = state.teams[0].reputation.0[state.customers[ALPHA.index()].industry.index()];
        let alpha = relation(&mut state, ALPHA);
        let found = [alpha.measures.negative, alpha.measures.satisfaction, alpha.measures.trust, reputation, alpha.contacts[2].attitude];
        assert!(found.iter().zip(after).all(|(f, a)| (f - a).abs() < 1e-9), "{severity:?} x {sensitivity}: {found:?}, not {after:?}");
    }
}

#[test]
fn a_critical_ticket_of_a_key_account_books_its_loss_once() {
    for (customer, losses, negative) in [(HERO, vec![Fen::yuan(200_000)], 30.0), (ALPHA, vec![], 18.0)] {
        let mut state = desk();
        ticket(&mut state, customer, CRITICAL, 1).loss = Fen::yuan(200_000);
        state.turn(0).unanswered();
        near(relation(&mut state, customer).measures.negative, negative);
        // the next round it hurts again, but nothing more is lost
        relation(&mut state, customer).measures.negative = 0.0;
        state.round = Round(3);
        state.turn(0).unanswered();
        near(relation(&mut state, customer).measures.negative, 18.0);
        assert_eq!(told(&state, |h| if let Happened::CustomerLoss { amount, .. } = h { Some(*amount) } else { None }), losses);
    }
}

#[test]
fn what_is_put_off_grows_and_is_dropped_after_two_more_rounds() {
    let mut state = desk();
    ticket(&mut state, ALPHA, CRITICAL, 1);
    let mut sizes = Vec::new();
    for round in 2..=4 {
        state.round = Round(round);
        state.turn(0).unanswered();
        sizes.push(f64::from(state.teams[0].service_desk.tickets[0].minutes.0));
    }
    assert!((1_500.0..=1_800.0).contains(&sizes[0]), "1.25 to 1.5 of 1,200: {sizes:?}");
    about(sizes[1] / sizes[0], 1.2, 0.001);
    assert_eq!((sizes[2], state.teams[0].service_desk.tickets[0].state), (sizes[1], TicketState::Dropped(Round(4))));
    // dropped is over
    let trust = relation(&mut state, ALPHA).measures.trust;
    state.turn(0).unanswered();
    assert_eq!(relation(&mut state, ALPHA).measures.trust, trust);
}

#[test]
fn f25_rework_takes_on_average_a_third_more() {
    let mut sum = 0.0;
    let count = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            buyer(&mut state, id, 1);
            ticket(&mut state, id, CRITICAL, 1);
        }
        state.turn(0).unanswered();
        sum += state.teams[0].service_desk.tickets.iter().map(|t| f64::from(t.minutes.0) / 1_200.0).sum::<f64>();
        (ids.len(), 1)
    });
    about(sum / (200.0 * count), 1.375, 0.01);
}

#[test]
fn f25_twelve_good_moments_cancel_one_failure() {
    for (checks, left) in [(0, 12.0), (11, 1.0), (12, 0.0)] {
        let mut state = desk();
        rules(&mut state).service.check_need = 0.0;
        relation(&mut state, ALPHA).measures.negative = state.scenario.guide.rules.relations.failure;
        for _ in 0..checks {
            state.turn(0).play(cards::Check { customers: vec![ALPHA] }, false);
        }
        assert_eq!(relation(&mut state, ALPHA).measures.negative, left);
    }
}

#[test]
fn tickets_of_a_lost_customer_are_dropped_without_harm() {
    let mut state = desk();
    ticket(&mut state, ALPHA, CRITICAL, 1);
    relation(&mut state, ALPHA).phase = Phase::Lost;
    let before = relation(&mut state, ALPHA).clone();
    state.turn(0).unanswered();
    assert_eq!((relation(&mut state, ALPHA).clone(), state.teams[0].service_desk.tickets[0].state), (before, TicketState::Dropped(Round(2))));
}

#[test]
fn a_silent_failure_hurts_like_a_major_ticket_until_it_is_forgotten() {
    let mut state = desk();
    relation(&mut state, ALPHA).service.silent_failure = Some(Round(2));
    state.turn(0).unanswered();
    let alpha = relation(&mut state, ALPHA);
    near(alpha.measures.negative, 6.0);
    near(alpha.measures.satisfaction, 55.0);
    near(alpha.measures.trust, 26.0);
    assert!(state.teams[0].service_desk.tickets.is_empty() && !state.journal.teams[0].report.happened.iter().any(|h| matches!(h, Happened::TicketOpen { .. })));
    // a ticket would have been dropped in round 4
    let open: Vec<bool> = (3..=5)
        .map(|round| {
            state.round = Round(round);
            state.turn(0).unanswered();
            relation(&mut state, ALPHA).service.silent_failure.is_some()
        })
        .collect();
    assert_eq!(open, [true, true, false]);
}

#[test]
fn checks_and_surveys_bring_a_silent_failure_to_light() {
    type Deed = fn(&mut Turn<'_>);
    let check: Deed = |t| _ = t.play(cards::Check { customers: vec![ALPHA] }, true);
    let survey: Deed = |t| _ = t.play(cards::Survey { customers: vec![ALPHA] }, true);
    for deed in [check, survey] {
        let mut state = desk();
        relation(&mut state, ALPHA).service.silent_failure = Some(Round(1));
        deed(&mut state.turn(0));
        let tickets: Vec<_> = state.teams[0].service_desk.tickets.iter().map(|t| (t.severity, t.state)).collect();
        assert_eq!(tickets, [(MAJOR, TicketState::Open)]);
        let alpha = relation(&mut state, ALPHA);
        assert_eq!((alpha.service.silent_failure, alpha.activity.contacted), (None, true));
        near(alpha.measures.records, 15.0);
    }
}

#[test]
fn a_check_finds_a_need_in_one_of_five() {
    let rate = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            buyer(&mut state, id, 1);
            state.turn(0).play(cards::Check { customers: vec![id] }, false);
            assert!(relation(&mut state, id).activity.checked);
        }
        (state.teams[0].deals.len(), ids.len())
    });
    about(rate, 0.20, 0.025);
}

#[test]
fn a_survey_shows_satisfaction_within_five_points() {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    let within = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            buyer(&mut state, id, 1).measures.satisfaction = 70.0;
            state.turn(0).play(cards::Survey { customers: vec![id] }, false);
        }
        let shown: Vec<f64> = ids.iter().filter_map(|&id| state.teams[0].relation(id).activity.surveyed).map(|s| s.0 - 70.0).collect();
        low = shown.iter().copied().fold(low, f64::min);
        high = shown.iter().copied().fold(high, f64::max);
        (shown.iter().filter(|e| e.abs() <= 5.0).count(), ids.len())
    });
    assert_eq!(within, 1.0);
    about(low, -5.0, 0.1);
    about(high, 5.0, 0.1);
}

#[test]
fn compensation_buys_satisfaction_where_something_failed() {
    for (share, grievance, satisfaction, cost) in [
        (0.01, Some(Cause::PromiseBroken), 64.0, Some(-1_000)),
        (0.03, Some(Cause::PromiseBroken), 72.0, Some(-3_000)),
        (0.05, Some(Cause::PromiseBroken), 72.0, Some(-5_000)),
        (0.03, None, 60.0, None),
    ] {
        let mut state = desk();
        let alpha = relation(&mut state, ALPHA);
        (alpha.service.grievance, alpha.measures.negative) = (grievance, 12.0);
        state.turn(0).play(cards::Compensate { customer: ALPHA, share }, false);
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.satisfaction, satisfaction);
        // recovery earns nothing beyond S
        assert_eq!((alpha.measures.trust, alpha.measures.commitment, alpha.measures.negative, alpha.service.grievance), (30.0, 0.0, 12.0, None));
        assert_eq!(booked(&state, EntryKind::Compensation), cost.map(Fen::yuan).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn an_open_failure_is_a_blow_or_a_ticket_of_an_earlier_month() {
    for (born, expected) in [(2, false), (1, true)] {
        let mut state = desk();
        ticket(&mut state, ALPHA, MINOR, 1).id.born = Round(born);
        assert_eq!(Actual::planning(&state, 0).failure(ALPHA), expected);
    }
}

#[test]
fn an_article_needs_two_solved_tickets_of_its_class() {
    for (done, articles) in [(1, 0), (2, 1)] {
        let mut state = desk();
        for id in 0..done {
            ticket(&mut state, CustomerId(id), MAJOR, 1);
        }
        work(&mut state, 120, QueuePolicy::FirstCome);
        let mut turn = state.turn(0);
        turn.play(cards::Article { class: MAJOR }, false);
        turn.play(cards::Article { class: MINOR }, false);
        assert_eq!(state.teams[0].service_desk.articles, [0, articles, 0]);
    }
}

#[test]
fn service_reaches_only_customers_that_have_bought_and_stayed() {
    let mut state = desk();
    let strangers = [CustomerId(5), ALPHA];
    relation(&mut state, ALPHA).phase = Phase::Lost;
    relation(&mut state, ALPHA).service.grievance = Some(Cause::PromiseBroken);
    deal(&mut state, CustomerId(5), 1);
    let before = state.teams[0].relations.clone();
    for id in strangers {
        let mut turn = state.turn(0);
        turn.play(cards::Check { customers: vec![id] }, true);
        turn.play(cards::Survey { customers: vec![id] }, true);
        turn.play(cards::Compensate { customer: id, share: 0.05 }, false);
    }
    assert_eq!(state.teams[0].relations, before);
}
