//! A round from submitted plans to the next month's news: the phases of MODEL.md 4 in order.

use super::command::{Action, Card};
use super::report::{RoundReport, TeamReport};
use super::selling::{CallCount, CallPlan};
use super::state::{PlanCard, Recording, State};
use super::turn::Turn;
use super::units::Role;

/// What the phases of one round hand on.
struct Month {
    /// The plans as they were handed in, by team.
    plans: Vec<Vec<PlanCard>>,
    /// Hygiene at that moment, by team.
    hygiene: Vec<f64>,
}

/// One phase of the round.
type Phase = fn(&mut State, &mut Month);

/// Phases 3 to 15; 1 (news, needs, tickets) opens the next month, 2 (deciding) is the players'.
const PHASES: [Phase; 13] = [
    hand_in,          // 3 validation and hours
    develop,          // 4 developer
    fade,             // 5 records and decay
    sell,             // 6 calls, demos, quotes
    care,             // 7 care, gifts
    serve,            // 8 service queue
    word_of_mouth,    // 9 referrals, reputation
    customers_decide, // 10 due opportunities
    deliver,          // 11 delivery
    relations_move,   // 12 phases
    customers_leave,  // 13 churn
    staff_leave,      // 14 staff
    close,            // 15 ledger, figures, forecast check
];

/// Resolves the month all plans are made for and opens the next. A finished game stays as it is.
pub fn resolve(state: &mut State) -> RoundReport {
    let round = state.round;
    if state.over() {
        return RoundReport { round, teams: Vec::new() };
    }
    for team in &mut state.teams {
        if state.record == Recording::Full {
            team.phases_before = team.relations.iter().map(|r| r.phase).collect();
        }
    }
    let mut month = Month { plans: Vec::new(), hygiene: Vec::new() };
    for phase in PHASES {
        phase(state, &mut month);
    }
    for (team, plan) in state.teams.iter_mut().zip(month.plans) {
        team.last_plan = plan.into_iter().map(|c| (c.role, c.card)).collect();
    }
    let teams: Vec<TeamReport> = state
        .teams
        .iter_mut()
        .map(|team| {
            let report = std::mem::take(&mut team.report);
            if state.record == Recording::Full {
                team.past.push(report.clone());
            }
            report
        })
        .collect();
    state.round = round.plus(1);
    if !state.over() {
        super::news::open_round(state);
    }
    RoundReport { round, teams }
}

fn each_team(state: &mut State, mut act: impl FnMut(&mut Turn<'_>, usize)) {
    for index in 0..state.teams.len() {
        act(&mut state.turn(index), index);
    }
}

/// The cards of `role` in a team's plan, in order.
fn cards(month: &Month, team: usize, role: Role) -> impl Iterator<Item = &Card> {
    month.plans[team].iter().filter(move |c| c.role == role).map(|c| &c.card)
}

fn hand_in(state: &mut State, month: &mut Month) {
    each_team(state, |turn, _| {
        month.hygiene.push(turn.hygiene());
        month.plans.push(std::mem::take(&mut turn.team.plan));
    });
}

fn develop(state: &mut State, month: &mut Month) {
    each_team(state, |turn, index| {
        for card in cards(month, index, Role::Developer) {
            match &card.action {
                Action::Exhibition => turn.fair(|t| t.exhibition(), turn.rules.finding.exhibition_cost),
                Action::Summit => turn.fair(|t| t.summit(), turn.rules.finding.summit_cost),
                Action::Prospect { time } => turn.prospect(*time),
                Action::Research { customers } => customers.iter().for_each(|&c| turn.research(c, card.write_up)),
                Action::Qualify { customers } => customers.iter().for_each(|&c| turn.qualify(c, card.write_up)),
                Action::AskReferral { customers } => customers.iter().for_each(|&c| turn.ask_referral(c, card.write_up)),
                _ => {}
            }
        }
    });
}

fn fade(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.fade());
}

fn sell(state: &mut State, month: &mut Month) {
    each_team(state, |turn, index| {
        turn.silence_grows();
        let mut calls = CallCount::default();
        for card in cards(month, index, Role::AccountManager) {
            let noted = card.write_up;
            match &card.action {
                Action::Call { customer, contact, deal, style, intent, time } => {
                    let lost = turn.relation(*customer).phase == super::report::Phase::Lost;
                    let removed = turn.relation(*customer).contacts[contact.index()].removed;
                    let missing = if lost { super::command::Missing::NotLost } else { super::command::Missing::Contact };
                    if !turn.fails(Role::AccountManager, &card.action, !lost && !removed, missing) && turn.affords(turn.rules.selling.call_cost) {
                        let nth = calls.next(*customer, *contact);
                        let plan = CallPlan { customer: *customer, contact: *contact, deal: *deal, style: *style, intent: *intent, time: *time };
                        turn.call(plan, noted, nth);
                    }
                }
                Action::Pursue { deal, terms, intent, time } => turn.pursue(*deal, terms, *intent, *time, noted, &mut calls),
                Action::Demo { deal } => {
                    turn.demo(*deal, noted);
                }
                Action::FreeCheck { customer } => turn.free_check(*customer, noted),
                Action::Quote { deal, terms } => {
                    turn.quote(*deal, terms, noted);
                }
                Action::Handover { customers } => customers.iter().for_each(|&c| turn.handover(c, noted)),
                Action::WinBack { customer, concession } => turn.win_back(*customer, *concession),
                Action::Forecast => turn.file_forecast(),
                _ => {}
            }
        }
    });
}

fn care(state: &mut State, month: &mut Month) {
    each_team(state, |turn, index| {
        for role in [Role::AccountManager, Role::Service] {
            for card in cards(month, index, role) {
                match &card.action {
                    Action::Care { visits } => visits.iter().for_each(|&(c, time)| turn.visit(role, c, time)),
                    Action::Gift { customer, contact, amount } => turn.gift(*customer, *contact, *amount),
                    _ => {}
                }
            }
        }
        turn.audit();
        turn.care_of_all();
    });
}

fn serve(state: &mut State, month: &mut Month) {
    each_team(state, |turn, index| {
        // what checks and surveys bring to light can still go into this month's queue
        for card in cards(month, index, Role::Service) {
            match &card.action {
                Action::Check { customers } => customers.iter().for_each(|&c| turn.proactive_check(c, card.write_up)),
                Action::Survey { customers } => customers.iter().for_each(|&c| turn.survey(c, card.write_up)),
                Action::Article { class } => turn.article(*class),
                Action::Compensate { customer, share } => turn.compensate(*customer, *share),
                _ => {}
            }
        }
        for card in cards(month, index, Role::Service) {
            if let Action::Queue { time, policy } = &card.action {
                turn.work_queue(*time, *policy, card.write_up);
            }
        }
        turn.unanswered();
    });
}

fn word_of_mouth(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.word_of_mouth());
}

fn customers_decide(state: &mut State, _: &mut Month) {
    super::contest::decide(state);
}

fn deliver(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.deliver_all());
}

fn relations_move(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.lifecycle());
    for world in &mut state.worlds {
        world.price_war = world.price_war.saturating_sub(1);
    }
}

fn customers_leave(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.churn());
}

fn staff_leave(state: &mut State, _: &mut Month) {
    each_team(state, |turn, _| turn.staffing());
}

fn close(state: &mut State, month: &mut Month) {
    each_team(state, |turn, index| {
        turn.tick_tasks();
        turn.close_month(month.hygiene[index]);
    });
}
