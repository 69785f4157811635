//! A round from submitted plans to the next month's news: the phases of docs/model.md#order-of-the-month, one after the other.

pub(crate) mod news;

use crate::sim::cards::{Action, Playing, When};
use crate::sim::game::{Game, PlanCard};
use crate::sim::journal::report::{RoundReport, TeamReport};
use crate::sim::people::pool::Lots;
use crate::sim::planning::levels;
use crate::sim::prospecting::walk_ins::Reception;
use crate::sim::selling::calls::Talks;
use crate::sim::selling::contest;
use crate::sim::tendering;
use crate::sim::turn::Turn;
use crate::sim::units::{Fen, TeamId};
use std::sync::Arc;

/// What the phases of one round hand on.
struct Month {
    /// The plans as they were handed in, by team.
    plans: Vec<Vec<PlanCard>>,
    /// Hygiene at that moment, by team.
    hygiene: Vec<f64>,
    /// What the deals due were to bring then, by team: what a forecast says.
    expected: Vec<Fen>,
}

/// One phase of the round.
type Phase = fn(&mut Game, &mut Month);

/// Phases 3 to 15; 1 (news, needs, tickets) opens the next month, 2 (deciding) is the players'.
const PHASES: [Phase; 13] = [
    hand_in,          // 3 hand-in: hygiene, expected revenue, workload
    develop,          // 4 developer
    fade,             // 5 records and decay
    sell,             // 6 calls, demos, quotes
    care,             // 7 care, gifts
    serve,            // 8 service queue
    word_of_mouth,    // 9 referrals, reputation
    customers_decide, // 10 due needs
    deliver,          // 11 delivery
    relations_move,   // 12 phases
    customers_leave,  // 13 churn
    staff_leave,      // 14 staff
    close,            // 15 ledger, figures, forecast check
];

/// Resolves the month all plans are made for and opens the next. A finished game stays as it is.
pub fn resolve(game: &mut Game) -> RoundReport {
    let round = game.round;
    if game.over() {
        return RoundReport { round, teams: Vec::new() };
    }
    for (journal, team) in game.journal.teams.iter_mut().zip(&game.state.teams) {
        journal.month_begins(team.relations.iter().map(|r| r.phase));
    }
    let mut month = Month { plans: Vec::new(), hygiene: Vec::new(), expected: Vec::new() };
    for phase in PHASES {
        phase(game, &mut month);
    }
    for (desk, plan) in game.desks.iter_mut().zip(month.plans) {
        desk.last_plan = plan.into_iter().map(|c| (c.role, c.card)).collect();
    }
    let teams: Vec<TeamReport> = game.journal.teams.iter_mut().map(|team| team.month_ends()).collect();
    game.round = round.plus(1);
    if !game.over() {
        let customers = Arc::clone(&game.customers);
        game.teams.iter_mut().for_each(|team| levels::follow(team, &customers));
        news::open_round(game);
    }
    RoundReport { round, teams }
}

fn each_team(game: &mut Game, mut act: impl FnMut(&mut Turn<'_>, usize)) {
    for index in 0..game.teams.len() {
        act(&mut game.turn(index), index);
    }
}

/// Every role works at its own cards of this part of the month; cards outside one's role are among them.
fn play(turn: &mut Turn<'_>, plan: &[PlanCard], now: When, between: &mut Between<'_>) {
    for &role in turn.scenario.guide.roles() {
        for planned in plan.iter().filter(|planned| planned.role == role && planned.card.action.when() == now) {
            let action = &planned.card.action;
            turn.performer = Some(role);
            turn.share = action.share_of(&turn.scenario.guide, role);
            if turn.starts(action, planned.cost) {
                let Between { lots, talks, reception, expected } = between;
                action.play(turn, &mut Playing { role, write_up: planned.card.write_up, lots, talks, reception, expected: *expected });
            }
        }
    }
    (turn.performer, turn.share) = (None, 1.0);
}

/// What a team's cards of one month hand on to each other.
struct Between<'a> {
    lots: &'a Lots,
    talks: Talks,
    reception: Reception,
    /// What the deals due were to bring when the month was planned.
    expected: Fen,
}

impl<'a> Between<'a> {
    fn of(lots: &'a Lots, expected: Fen) -> Between<'a> {
        Between { lots, talks: Talks::default(), reception: Reception::default(), expected }
    }
}

fn hand_in(game: &mut Game, month: &mut Month) {
    for index in 0..game.teams.len() {
        let plan = std::mem::take(&mut game.desks[index].plan);
        let planned = |role| plan.iter().filter(|card| card.role == role).map(|card| card.minutes).sum();
        let mut turn = game.turn(index);
        turn.nobody_contacted();
        month.hygiene.push(turn.hygiene());
        month.expected.push(turn.expected_from_deals());
        turn.feel_the_load(planned);
        month.plans.push(plan);
    }
}

fn develop(game: &mut Game, month: &mut Month) {
    let claimed = |card: &PlanCard| if let Action::TakeFromPool(take) = &card.card.action { take.customers.clone() } else { Vec::new() };
    let claims = month.plans.iter().enumerate().flat_map(|(team, plan)| plan.iter().flat_map(claimed).map(move |id| (TeamId::at(team), id)));
    let lots = Lots::draw(&game.state, claims);
    each_team(game, |turn, _| turn.introduce_owners());
    each_team(game, |turn, index| play(turn, &month.plans[index], When::Settling, &mut Between::of(&lots, Fen::ZERO)));
    each_team(game, |turn, index| {
        let mut between = Between::of(&lots, Fen::ZERO);
        play(turn, &month.plans[index], When::Investing, &mut between);
        play(turn, &month.plans[index], When::Receiving, &mut between);
        turn.receive(between.reception);
        play(turn, &month.plans[index], When::Prospecting, &mut Between::of(&lots, Fen::ZERO));
    });
}

fn fade(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| {
        turn.fade();
        turn.keep_data();
    });
}

fn sell(game: &mut Game, month: &mut Month) {
    each_team(game, |turn, index| {
        turn.silence_grows();
        play(turn, &month.plans[index], When::Selling, &mut Between::of(&Lots::default(), month.expected[index]));
    });
}

fn care(game: &mut Game, month: &mut Month) {
    each_team(game, |turn, index| {
        play(turn, &month.plans[index], When::Caring, &mut Between::of(&Lots::default(), Fen::ZERO));
        turn.audit();
        turn.care_of_all();
    });
}

fn serve(game: &mut Game, month: &mut Month) {
    each_team(game, |turn, index| {
        for now in [When::Asking, When::Serving] {
            play(turn, &month.plans[index], now, &mut Between::of(&Lots::default(), Fen::ZERO));
        }
        turn.unanswered();
    });
}

fn word_of_mouth(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| turn.word_of_mouth());
}

fn customers_decide(game: &mut Game, _: &mut Month) {
    let wins = contest::decide(&mut game.truth());
    tendering::award(&mut game.truth());
    contest::serve(&mut game.truth(), wins);
}

fn deliver(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| {
        turn.deliver_all();
        turn.serve_contracts();
        turn.contracts_run_out();
    });
}

fn relations_move(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| turn.lifecycle());
}

fn customers_leave(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| turn.churn());
    // what rivals offer this month has had its say
    for world in &mut game.state.worlds {
        world.price_war = world.price_war.saturating_sub(1);
        world.rivals.tire();
    }
}

fn staff_leave(game: &mut Game, _: &mut Month) {
    each_team(game, |turn, _| turn.staffing());
}

fn close(game: &mut Game, month: &mut Month) {
    each_team(game, |turn, index| {
        turn.tick_tasks();
        turn.close_month(month.hygiene[index]);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{self, Card, CardId};
    use crate::sim::game::hash;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::journal::report::Happened;
    use crate::sim::scenario::{Severity, Style};
    use crate::sim::terms::{Intent, Missing, Phase as Standing, QueuePolicy};
    use crate::sim::testing::{ALPHA, HERO, bare, booked, buyer, game, lead, near, quoted, relation, rules, ticket};
    use crate::sim::units::{ContactId, Minutes, Role, Round};

    /// A round without luck: nobody leaves, nothing breaks, deliveries are as they should be.
    fn calm(round: u16) -> Game {
        let mut state = bare(1);
        let all = rules(&mut state);
        (all.lifecycle.churn, all.delivery.spread, all.service.arrival, all.finding.referral) = (-20.0, 0.0, 0.0, 0.0);
        state.round = Round(round);
        state
    }

    fn plan(state: &mut Game, role: Role, action: Action) {
        let card = Card { action, write_up: false };
        let (minutes, cost) = cards::takes(&card, &state.scenario.guide, |_| Fen::ZERO);
        state.desks[0].plan.push(PlanCard { id: CardId(0), role, card, minutes, cost, filled_in: false });
    }

    fn call() -> Action {
        Action::Call(cards::Call { customer: ALPHA, contact: ContactId(0), deal: None, style: Style::A, intent: Intent::Inform, time: Minutes::from_hours(2) })
    }

    #[test]
    fn a_shock_meets_the_churn_draw_of_the_next_round_at_full_strength() {
        let mut state = calm(5);
        buyer(&mut state, HERO, 1).measures.bond = 50.0;
        resolve(&mut state);
        // bond .97 x 50 when he leaves: 2.4 x (.4 + .6 x .485)
        near(relation(&mut state, HERO).measures.shock, 1.6584);
        resolve(&mut state);
        near(relation(&mut state, HERO).measures.shock, 0.75 * 1.6584);
    }

    #[test]
    fn records_fade_after_the_developer_and_before_the_account_manager() {
        for (role, records) in [(Role::Developer, 14.55), (Role::AccountManager, 20.0)] {
            let mut state = calm(1);
            lead(&mut state, ALPHA);
            plan(&mut state, role, if role == Role::Developer { Action::Research(cards::Research { customers: vec![ALPHA] }) } else { call() });
            state.desks[0].plan[0].card.write_up = true;
            resolve(&mut state);
            near(relation(&mut state, ALPHA).measures.records, records);
        }
    }

    #[test]
    fn an_order_is_delivered_in_its_round_and_counts_as_contact() {
        let mut state = calm(3);
        rules(&mut state).choice.base = 20.0;
        lead(&mut state, ALPHA);
        quoted(&mut state, ALPHA);
        resolve(&mut state);
        let alpha = relation(&mut state, ALPHA);
        // E .4 x 60 + .6 x 62 = 61.2; P 70; S .4 of the way to 62 + 1.2 x 8.8; no drift and no silence in the month of a first order
        near(alpha.measures.satisfaction, 60.0 + 0.4 * (2.0 + 1.2 * 8.8));
        near(alpha.measures.trust, 35.6);
        assert_eq!((alpha.activity.silent, alpha.history.orders, alpha.phase), (0, 1, Standing::Exploration));
    }

    #[test]
    fn months_without_contact_are_counted_until_somebody_comes() {
        let mut state = calm(6);
        buyer(&mut state, ALPHA, 1);
        buyer(&mut state, HERO, 1);
        ticket(&mut state, HERO, Severity::Minor, 1);
        for (role, queue, silent) in [(Role::Service, false, [1, 1]), (Role::Service, true, [2, 0])] {
            state.desks[0].plan.clear();
            if queue {
                plan(&mut state, role, Action::Queue(cards::Queue { time: Minutes::from_hours(20), policy: QueuePolicy::FirstCome }));
            }
            resolve(&mut state);
            assert_eq!([ALPHA, HERO].map(|id| relation(&mut state, id).activity.silent), silent);
        }
    }

    #[test]
    fn whom_the_developer_has_seen_is_not_silent() {
        for (qualified, silent) in [(true, 0), (false, 3)] {
            let mut state = calm(6);
            let alpha = lead(&mut state, ALPHA);
            (alpha.activity.silent, alpha.activity.contacted) = (2, true);
            if qualified {
                plan(&mut state, Role::Developer, Action::Qualify(cards::Qualify { customers: vec![ALPHA] }));
            }
            resolve(&mut state);
            assert_eq!(relation(&mut state, ALPHA).activity.silent, silent);
        }
    }

    #[test]
    fn a_call_on_a_lost_customer_or_somebody_who_left_fails_and_costs_nothing() {
        for (phase, removed, missing) in [(Standing::Lost, false, Missing::NotLost), (Standing::Formation, true, Missing::Contact)] {
            let mut state = calm(2);
            let alpha = buyer(&mut state, ALPHA, 1);
            (alpha.phase, alpha.history.lost, alpha.contacts[0].removed) = (phase, Some(Round(1)), removed);
            let action = call();
            plan(&mut state, Role::AccountManager, action.clone());
            let report = resolve(&mut state);
            assert!(report.teams[0].happened.contains(&Happened::CardFailed { role: Role::AccountManager, card: "call", customers: vec![ALPHA], missing }));
            assert!(booked(&state, EntryKind::Selling).is_empty());
        }
    }

    #[test]
    fn cards_beyond_the_credit_limit_are_left_and_told() {
        let mut state = calm(1);
        state.teams[0].books.ledger.cash = Fen::yuan(-200_000 + 20_100);
        buyer(&mut state, ALPHA, 1);
        let visit = |time: i32| Action::Care(cards::Care { visits: vec![(ALPHA, Minutes::from_hours(time))] });
        plan(&mut state, Role::Developer, Action::Exhibition(cards::Exhibition));
        plan(&mut state, Role::AccountManager, visit(4));
        plan(&mut state, Role::Service, visit(8));
        let report = resolve(&mut state);
        // 20,000 for the fair and 100 for the first visit; nothing is left for the second
        let failed: Vec<_> = report.teams[0].happened.iter().filter(|h| matches!(h, Happened::CardFailed { .. })).cloned().collect();
        assert_eq!(failed, [Happened::CardFailed { role: Role::Service, card: "care", customers: vec![ALPHA], missing: Missing::Cash }]);
        assert_eq!((booked(&state, EntryKind::Events), booked(&state, EntryKind::Care)), (vec![Fen::yuan(-20_000)], vec![Fen::yuan(-100)]));
        near(relation(&mut state, ALPHA).activity.care_hours, 4.0);
    }

    #[test]
    fn a_finished_game_stays_as_it_is() {
        let mut state = game(1, 1);
        while !state.over() {
            resolve(&mut state);
        }
        let before = hash(&state);
        assert!(resolve(&mut state).teams.is_empty());
        assert_eq!(hash(&state), before);
    }

    /// What a card of `role` did to a value that `measure` reads.
    fn done_by(role: Role, action: Action, prepare: impl Fn(&mut Game), measure: impl Fn(&mut Game) -> f64) -> f64 {
        let mut state = calm(6);
        prepare(&mut state);
        plan(&mut state, role, action);
        resolve(&mut state);
        measure(&mut state)
    }

    #[test]
    fn work_outside_ones_role_counts_60_per_cent() {
        let visit = || Action::Care(cards::Care { visits: vec![(ALPHA, Minutes::from_hours(4))] });
        let cared = |role| done_by(role, visit(), |s| _ = buyer(s, ALPHA, 1), |s| relation(s, ALPHA).activity.care_hours);
        assert_eq!([Role::AccountManager, Role::Service, Role::Developer].map(cared), [4.0, 4.0, 2.4]);
        let called = |role| done_by(role, call(), |s| _ = lead(s, ALPHA), |s| relation(s, ALPHA).activity.selling_hours);
        assert_eq!([Role::AccountManager, Role::Service].map(called), [2.0, 1.2]);
        // a ticket of 3 h: 12 h at the queue are enough for the service desk, of a developer's 5 not
        let queue = |hours: i32| Action::Queue(cards::Queue { time: Minutes::from_hours(hours), policy: QueuePolicy::FirstCome });
        let solved = |role, hours: i32| {
            let prepare = |s: &mut Game| {
                buyer(s, ALPHA, 1);
                ticket(s, ALPHA, Severity::Minor, 1);
            };
            done_by(role, queue(hours), prepare, |s| f64::from(s.teams[0].service_desk.solved[0]))
        };
        assert_eq!([solved(Role::Service, 3), solved(Role::Developer, 4), solved(Role::Developer, 5)], [1.0, 0.0, 1.0]);
    }

    #[test]
    fn skill_gives_a_service_desk_more_of_the_same_hours() {
        let solved = |skill: f64| {
            let prepare = |s: &mut Game| {
                buyer(s, ALPHA, 1);
                ticket(s, ALPHA, Severity::Major, 1);
                s.teams[0].staff[Role::Service.index()].posts[0].skill = skill;
            };
            let queue = Action::Queue(cards::Queue { time: Minutes::from_hours(7), policy: QueuePolicy::FirstCome });
            done_by(Role::Service, queue, prepare, |s| f64::from(s.teams[0].service_desk.solved[1]))
        };
        // 8 h of work: 7 x 1.3 are enough
        assert_eq!([solved(50.0), solved(100.0)], [0.0, 1.0]);
    }

    #[test]
    fn nurturing_belongs_to_the_month_of_care() {
        let nurture = || Action::Nurture(cards::Nurture { customers: vec![ALPHA] });
        let silent = done_by(Role::AccountManager, nurture(), |s| buyer(s, ALPHA, 1).activity.silent = 2, |s| f64::from(relation(s, ALPHA).activity.silent));
        assert_eq!(silent, 0.0);
    }

    #[test]
    fn who_was_given_up_this_month_is_not_called_on() {
        let mut state = calm(6);
        lead(&mut state, ALPHA);
        plan(&mut state, Role::AccountManager, call());
        plan(&mut state, Role::Service, Action::GiveToPool(cards::GiveToPool { customers: vec![ALPHA] }));
        let report = resolve(&mut state);
        let failed = Happened::CardFailed { role: Role::AccountManager, card: "call", customers: vec![ALPHA], missing: Missing::Pooled };
        assert!(report.teams[0].happened.contains(&failed) && report.teams[0].happened.contains(&Happened::GivenUp { customer: ALPHA }));
        assert!(booked(&state, EntryKind::Selling).is_empty());
        // taken again, it is
        state.desks[0].plan.clear();
        plan(&mut state, Role::AccountManager, call());
        plan(&mut state, Role::Service, Action::TakeFromPool(cards::TakeFromPool { customers: vec![ALPHA] }));
        let report = resolve(&mut state);
        assert!(report.teams[0].happened.iter().any(|h| matches!(h, Happened::Called { customer: ALPHA, .. })));
    }
}
