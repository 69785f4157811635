//! A leader's three views of a team: is it diligent, is it able, and what is near (docs/cases.md#sales-process; docs/model.md#views-of-a-leader).

use super::Rate;
use super::pipeline::{self, Pipeline};
use super::symptom::symptoms;
use crate::insight::funnel;
use crate::sim::state::DealOutcome;
use crate::sim::terms::Phase;
use crate::sim::units::{Fen, Minutes, NeedId, Role, Round};
use crate::sim::view::View;
use std::cmp::Reverse;

/// How a view comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing to judge by yet.
    Early,
    /// Diligent, or able.
    Good,
    /// Lazy, or unable.
    Poor,
}

/// Diligent or lazy: are there enough tasks, are they done, is anybody talking to customers?
#[derive(Clone, Debug, PartialEq)]
pub struct Diligence {
    /// By `Role::index`.
    pub roles: [Work; Role::COUNT],
    /// Active customers and open deals with a next task and none overdue.
    pub tended: Rate,
    /// By the share tended (`insight.tended_share`).
    pub verdict: Verdict,
}

/// Tasks and talks of one role.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// Tasks not yet done, overdue ones included.
    pub open: u32,
    /// Open tasks that were due in an earlier round.
    pub overdue: u32,
    /// Tasks done by the round they were due.
    pub in_time: Rate,
    /// Talks of the last round.
    pub talks: u32,
    /// Time that the talks of the last round took.
    pub time: Minutes,
}

/// Able or unable: a large funnel in which everything is stuck early is a short stave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ability {
    /// Open deals.
    pub open: u32,
    /// Amount of the open deals at early stages.
    pub early: Fen,
    /// Amount of all open deals.
    pub amount: Fen,
    /// Open deals that have not moved from an early stage for some rounds.
    pub stuck: Rate,
    /// The stage that fewest pass.
    pub short_stave: Option<u8>,
    /// Decided deals.
    pub won: Rate,
    /// By the share stuck (`insight.stuck_share`), in a large funnel (`insight.large_funnel`).
    pub verdict: Verdict,
}

/// A deal that should be pushed every day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The need that it works on.
    pub deal: NeedId,
    /// 1-6; its win rate is at least `insight.near_rate`.
    pub stage: u8,
    /// What it would bring.
    pub amount: Fen,
    /// Working days at this stage.
    pub days: u32,
    /// The round at whose end the customer decides.
    pub due: Round,
    /// The symptoms it shows, by `Symptom::index`.
    pub shown: [bool; 6],
}

/// From tasks, the talks of the last round, and who has a next task.
#[must_use]
pub fn diligence(view: &View) -> Diligence {
    let mut roles = [Work::default(); Role::COUNT];
    for task in &view.tasks {
        let work = &mut roles[task.role.index()];
        match task.done {
            Some(done) => work.in_time.count(done <= task.due),
            None => {
                work.open += 1;
                work.overdue += u32::from(task.overdue);
            }
        }
    }
    let last = Round(view.round.0.saturating_sub(1));
    for talk in view.past.interactions.iter().filter(|talk| talk.round == last) {
        let work = &mut roles[talk.role.index()];
        work.talks += 1;
        work.time += talk.minutes;
    }
    let mut tended = Rate::default();
    for customer in view.customers.iter().filter(|c| c.phase != Phase::Lost) {
        if customer.orders > 0 || view.open_deals(customer.id).next().is_some() {
            let mut tasks = view.tasks.iter().filter(|t| t.customer == customer.id && t.done.is_none()).peekable();
            tended.count(tasks.peek().is_some() && tasks.all(|t| !t.overdue));
        }
    }
    let verdict = match tended.share() {
        None => Verdict::Early,
        Some(share) if share >= view.guide.rules.insight.tended_share => Verdict::Good,
        Some(_) => Verdict::Poor,
    };
    Diligence { roles, tended, verdict }
}

/// From the deals of a view; `pipeline`: the one of the same view.
#[must_use]
pub fn ability(view: &View, pipeline: &Pipeline) -> Ability {
    let rules = &view.guide.rules;
    let insight = &rules.insight;
    let is_early = |stage: u8| rules.selling.stage_win_rates[usize::from(stage.clamp(1, 6)) - 1] < insight.early_rate;
    let (mut early, mut amount, mut stuck, mut won) = (Fen::ZERO, Fen::ZERO, Rate::default(), Rate::default());
    for deal in &view.deals {
        if let Some(outcome) = deal.outcome {
            won.count(matches!(outcome, DealOutcome::Won(_)));
            continue;
        }
        let worth = funnel::amount(deal);
        amount += worth;
        if is_early(deal.stage) {
            early += worth;
        }
        stuck.count(is_early(deal.stage) && view.round.since(deal.stage_since) >= insight.stuck_rounds);
    }
    let large = u32::from(insight.large_funnel);
    let verdict = match stuck.share() {
        Some(share) if stuck.of >= large => {
            if share > insight.stuck_share {
                Verdict::Poor
            } else {
                Verdict::Good
            }
        }
        _ => Verdict::Early,
    };
    Ability { open: stuck.of, early, amount, stuck, short_stave: pipeline::short_stave(pipeline, large), won, verdict }
}

/// The next to be decided first, then the dearest.
#[must_use]
pub fn near(view: &View) -> Vec<Near> {
    let rules = &view.guide.rules;
    let rate = |stage: u8| rules.selling.stage_win_rates[usize::from(stage.clamp(1, 6)) - 1];
    let mut list: Vec<Near> = view
        .deals
        .iter()
        .filter(|deal| deal.open() && rate(deal.stage) >= rules.insight.near_rate)
        .map(|deal| Near {
            deal: deal.id,
            stage: deal.stage,
            amount: funnel::amount(deal),
            days: u32::from(view.round.since(deal.stage_since)) * u32::from(rules.work.days),
            due: deal.due,
            shown: symptoms(view, deal),
        })
        .collect();
    list.sort_by_key(|near| (near.due, Reverse(near.amount), near.deal));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::report::{Interaction, InteractionKind, Outcome};
    use crate::sim::state::Task;
    use crate::sim::terms::TaskKind;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of, lead, quoted, seat};
    use crate::sim::units::CustomerId;
    use crate::sim::view::view;

    fn task(customer: CustomerId, role: Role, due: u16, done: Option<u16>) -> Task {
        Task { id: 0, customer, role, kind: TaskKind::Call, made: Round(1), due: Round(due), done: done.map(Round) }
    }

    fn seen(state: &Game) -> View {
        view(state, seat(0, Role::Developer))
    }

    #[test]
    fn diligence_is_tasks_and_talks() {
        let mut state = bare(1);
        assert_eq!(diligence(&seen(&state)).verdict, Verdict::Early);
        state.round = Round(4);
        for id in 1..=3 {
            buyer(&mut state, CustomerId(id), 1);
        }
        let role = Role::AccountManager;
        state.teams[0].management.tasks = vec![
            task(CustomerId(1), role, 4, None),
            task(CustomerId(2), role, 3, None),
            task(CustomerId(2), role, 3, Some(2)),
            task(CustomerId(2), role, 3, Some(4)),
            task(CustomerId(3), Role::Service, 5, None),
        ];
        for round in [2, 3, 3] {
            state.journal.teams[0].interactions.push(Interaction {
                round: Round(round),
                customer: ALPHA,
                role,
                kind: InteractionKind::Call,
                contact: None,
                style: None,
                minutes: Minutes(90),
                cost: Fen::ZERO,
                outcome: Outcome::Done,
                written_up: false,
            });
        }
        let found = diligence(&seen(&state));
        let expected = Work { open: 2, overdue: 1, in_time: Rate { part: 1, of: 2 }, talks: 2, time: Minutes(180) };
        assert_eq!((found.roles[role.index()], found.tended, found.verdict), (expected, Rate { part: 2, of: 3 }, Verdict::Poor));
        state.teams[0].management.tasks.remove(1);
        state.teams[0].management.tasks.push(task(CustomerId(2), role, 4, None));
        assert_eq!(diligence(&seen(&state)).verdict, Verdict::Good);
    }

    #[test]
    fn a_large_funnel_stuck_early_is_a_short_stave() {
        let mut state = bare(1);
        state.round = Round(6);
        for id in 1..=3 {
            lead(&mut state, CustomerId(id));
            let id = deal(&mut state, CustomerId(id), 2);
            deal_of(&mut state, id).stage_since = Round(4);
        }
        let judge = |state: &Game| {
            let view = seen(state);
            ability(&view, &pipeline::pipeline(&view))
        };
        assert_eq!(judge(&state).verdict, Verdict::Early, "three deals are no large funnel");
        buyer(&mut state, CustomerId(4), 1);
        quoted(&mut state, CustomerId(4));
        let found = judge(&state);
        assert_eq!((found.stuck, found.early, found.amount), (Rate { part: 3, of: 4 }, Fen::yuan(330_000), Fen::yuan(440_000)));
        assert_eq!(found.verdict, Verdict::Poor);
        for id in 1..=2 {
            let open = seen(&state).open_deals(CustomerId(id)).next().map(|d| d.id);
            deal_of(&mut state, open.expect("a deal")).stage_since = Round(5);
        }
        assert_eq!(judge(&state).verdict, Verdict::Good);
    }

    #[test]
    fn near_deals_tell_their_days() {
        let mut state = bare(1);
        state.round = Round(6);
        buyer(&mut state, ALPHA, 1);
        let id = quoted(&mut state, ALPHA);
        deal_of(&mut state, id).stage_since = Round(3);
        lead(&mut state, CustomerId(2));
        deal(&mut state, CustomerId(2), 4);
        let found = near(&seen(&state));
        assert_eq!(found.iter().map(|n| (n.deal, n.stage, n.days, n.amount)).collect::<Vec<_>>(), [(id, 5, 60, Fen::yuan(110_000))]);
    }
}
