//! Phase 15: payments, wages, interest, the month's figures, the forecast check (docs/model.md#books).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::state::{Deal, Month, Ticket, TicketState};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Round};

/// 1 - |F-A| / max(F,A); 1 where both are nothing.
#[must_use]
pub fn accuracy(forecast: Fen, actual: Fen) -> f64 {
    let larger = forecast.max(actual);
    if larger > Fen::ZERO { 1.0 - (forecast - actual).0.abs() as f64 / larger.0 as f64 } else { 1.0 }
}

impl Turn<'_> {
    /// Open deals with a next task and none overdue, as a share; 1 without open deals. Taken as the plan was handed in.
    pub fn hygiene(&self) -> f64 {
        // the first date of every customer's open tasks
        let mut next: Vec<Option<Round>> = vec![None; self.customers.len()];
        for task in self.team.management.tasks.iter().filter(|t| t.done.is_none()) {
            let next = &mut next[task.customer.index()];
            *next = Some(next.map_or(task.due, |due| due.min(task.due)));
        }
        let (mut open, mut tidy) = (0u32, 0u32);
        for deal in self.team.open_deals().filter(|d| self.relation(d.id.customer).ownership.pooled.is_none()) {
            open += 1;
            tidy += u32::from(next[deal.id.customer.index()].is_some_and(|due| due >= self.round));
        }
        if open == 0 { 1.0 } else { f64::from(tidy) / f64::from(open) }
    }

    /// A task is done once somebody of the team was in touch with the customer. One that was set in an earlier month and is done
    /// by its date earns a lead's trust, once a month.
    pub fn tick_tasks(&mut self) {
        let round = self.round;
        let team = &mut *self.team;
        let mut kept: Vec<CustomerId> = Vec::new();
        for task in team.management.tasks.iter_mut().filter(|t| t.done.is_none()) {
            if team.relations[task.customer.index()].activity.contacted {
                task.done = Some(round);
                if task.made < round && round <= task.due {
                    kept.push(task.customer);
                }
            }
        }
        kept.sort_unstable();
        kept.dedup();
        for customer in kept {
            self.earn_trust(customer, self.rules.selling.trust_date, Cause::DateKept);
        }
    }

    /// Closes the month: customers pay, stock, wages, investments and interest are paid, the figures are noted and the forecast
    /// checked. `hygiene` is that of the plan as it was handed in, 0-1.
    pub fn close_month(&mut self, hygiene: f64) {
        self.customers_pay();
        self.hold_stock();
        let wages = self.team.staff.iter().map(|staff| staff.wages(&self.rules.work)).sum::<Fen>();
        self.pay(EntryKind::Wages, -wages, None, None);
        self.run_investments();
        if self.team.cash() < Fen::ZERO {
            let interest = self.team.cash().scale(self.rules.work.overdraft_interest);
            self.pay(EntryKind::Interest, interest, None, None);
        }
        let round = self.round;
        let of_month = |counts: fn(EntryKind) -> bool| -> Fen {
            self.team.books.ledger.entries().iter().rev().take_while(|e| e.round == round).filter(|e| counts(e.kind)).map(|e| e.amount).sum()
        };
        let (revenue, contribution) = (of_month(EntryKind::is_revenue), of_month(EntryKind::earns));
        let forecast = self.team.management.forecast.take();
        let accuracy = forecast.map(|expected| accuracy(expected, revenue));
        if let Some(expected) = forecast {
            self.happened(Happened::ForecastChecked { expected, actual: revenue });
        }
        let born = |t: &&Ticket| t.id.born == round;
        let tickets = self.team.service_desk.tickets.open().iter().filter(born).count() as u32;
        let in_time =
            self.team.service_desk.tickets.open().iter().filter(born).filter(|t| matches!(t.state, TicketState::Solved { in_time: true, .. })).count() as u32;
        let so_far = self.team.books.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far);
        let month = Month {
            round,
            revenue,
            contribution,
            contribution_so_far: so_far + contribution,
            cash: self.team.cash(),
            forecast_accuracy: accuracy,
            hygiene,
            selling: std::mem::take(&mut self.team.books.selling),
            reputation: self.team.reputation.mean(),
            tickets,
            tickets_in_time: in_time,
            visitors: self.team.marketing.visitors[0],
            recorded: self.team.marketing.visitors[1],
            promises: std::mem::take(&mut self.team.service_desk.promises[0]),
            promises_kept: std::mem::take(&mut self.team.service_desk.promises[1]),
        };
        self.team.books.months.push(month);
        self.team.service_desk.tickets.settle(|t| t.state != TicketState::Open);
        let world = &*self.world;
        // a deal given up before its need is decided may still be asked for
        let done = |d: &Deal| d.outcome.is_some() && d.order.is_none_or(|order| order.delivered.is_some());
        self.team.deals.settle(|d| done(d) && world.need(d.id).is_none_or(|o| o.winner.is_some()));
    }

    /// Phase 5: memory and records fade, and what belongs to last month only is cleared.
    pub fn fade(&mut self) {
        let rules = &self.rules.relations;
        for id in self.ids() {
            let relation = self.relation_mut(id);
            relation.activity.selling_hours = 0.0;
            relation.activity.care_hours = 0.0;
            relation.activity.checked = false;
            for contact in &mut relation.contacts {
                contact.attitude *= 1.0 - rules.attitude_fades;
            }
            let records = relation.measures.records();
            if records > 0.0 {
                self.set(id, Measure::Records, records * rules.records_kept, Cause::Faded, About::Nothing);
            }
        }
    }

    /// Phase 3: nobody has been contacted yet this month.
    pub fn nobody_contacted(&mut self) {
        self.team.relations.iter_mut().for_each(|relation| relation.activity.contacted = false);
    }

    /// Start of phase 6: one more month without contact for whom the developer has not seen, until somebody calls.
    pub fn silence_grows(&mut self) {
        for relation in self.team.relations.iter_mut().filter(|r| r.known() && !r.activity.contacted) {
            relation.activity.silent = relation.activity.silent.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::resolve;
    use crate::sim::state::Task;
    use crate::sim::terms::{Phase, TaskKind};
    use crate::sim::testing::{ALPHA, HERO, bare, booked, buyer, deal, game, lead, near, relation};
    use crate::sim::units::{CustomerId, Role};

    fn month(state: &mut Game) -> Month {
        state.turn(0).close_month(1.0);
        *state.teams[0].books.months.last().expect("closed")
    }

    #[test]
    fn wages_run_and_an_overdraft_costs_one_per_cent() {
        // 3 x 12,000 wages; interest on what is owed after them
        for (cash, interest, after) in [(500_000, None, 464_000), (36_000, None, 0), (-64_000, Some(-1_000), -101_000)] {
            let mut state = bare(1);
            state.teams[0].books.ledger.cash = Fen::yuan(cash);
            assert_eq!(month(&mut state).cash, Fen::yuan(after));
            assert_eq!(booked(&state, EntryKind::Wages), [Fen::yuan(-36_000)]);
            assert_eq!(booked(&state, EntryKind::Interest), interest.map(Fen::yuan).into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_forecast_is_measured_against_the_revenue_of_the_month() {
        // 1 - |F-A| / max(F,A)
        for (forecast, sale, accuracy) in [
            (None, 100, None),
            (Some(100), 100, Some(1.0)),
            (Some(80), 100, Some(0.8)),
            (Some(100), 80, Some(0.8)),
            (Some(50), 0, Some(0.0)),
            (Some(0), 0, Some(1.0)),
        ] {
            let mut state = bare(1);
            state.teams[0].management.forecast = forecast.map(Fen::yuan);
            let mut turn = state.turn(0);
            turn.pay(EntryKind::Sale, Fen::yuan(sale), Some(ALPHA), None);
            turn.pay(EntryKind::Goods, Fen::yuan(-sale), Some(ALPHA), None);
            let month = month(&mut state);
            assert_eq!((month.forecast_accuracy, month.revenue), (accuracy, Fen::yuan(sale)), "{forecast:?} {sale}");
            assert_eq!(state.teams[0].management.forecast, None, "a forecast is for one month");
        }
    }

    #[test]
    fn opening_cash_and_all_entries_are_the_closing_cash() {
        for seed in 0..4 {
            let mut state = game(seed, 2);
            while !state.over() {
                resolve(&mut state);
            }
            for team in &state.teams {
                assert_eq!(team.books.ledger.entries.iter().map(|e| e.amount).sum::<Fen>(), team.books.ledger.cash);
                assert_eq!(team.books.months.len(), 12);
                assert_eq!(team.books.months.iter().map(|m| m.contribution).sum::<Fen>(), team.books.ledger.cash - Fen::yuan(500_000));
                assert_eq!(team.books.months.last().map(|m| m.contribution_so_far), Some(team.books.ledger.cash - Fen::yuan(500_000)));
                for month in &team.books.months {
                    let sum: Fen = team.books.ledger.entries.iter().filter(|e| e.round == month.round).map(|e| e.amount).sum();
                    assert_eq!(sum, month.contribution);
                }
            }
        }
    }

    fn task(customer: CustomerId, due: u16, done: Option<Round>) -> Task {
        Task { id: 1, customer, role: Role::Service, kind: TaskKind::Visit, made: Round(1), due: Round(due), done }
    }

    #[test]
    fn an_open_deal_is_tidy_with_a_next_task_and_none_overdue() {
        let cases: [(&[Task], f64); 5] = [
            (&[], 0.0),
            (&[task(ALPHA, 3, None)], 0.5),
            (&[task(ALPHA, 3, Some(Round(2)))], 0.0),
            (&[task(ALPHA, 3, None), task(ALPHA, 2, None)], 0.0),
            (&[task(ALPHA, 4, None), task(HERO, 3, None)], 1.0),
        ];
        for (tasks, hygiene) in cases {
            let mut state = bare(1);
            state.round = Round(3);
            near(state.turn(0).hygiene(), 1.0);
            for id in [ALPHA, HERO] {
                lead(&mut state, id);
                deal(&mut state, id, 1);
            }
            state.teams[0].management.tasks = tasks.to_vec();
            near(state.turn(0).hygiene(), hygiene);
        }
    }

    #[test]
    fn a_task_is_done_by_any_contact() {
        let mut state = bare(1);
        state.teams[0].management.tasks = vec![task(ALPHA, 2, None), task(HERO, 2, None)];
        state.turn(0).contacted(ALPHA);
        state.turn(0).tick_tasks();
        assert_eq!([0, 1].map(|i| state.teams[0].management.tasks[i].done), [Some(Round(1)), None]);
    }

    #[test]
    fn a_date_that_was_set_before_and_kept_earns_a_leads_trust_once() {
        // made, due; trust gained of 40 by 1 x .6
        for (orders, tasks, gained) in
            [(0, vec![(2, 3)], 0.6), (0, vec![(2, 3), (1, 4)], 0.6), (0, vec![(3, 3)], 0.0), (0, vec![(1, 2)], 0.0), (1, vec![(2, 3)], 0.0)]
        {
            let mut state = bare(1);
            state.round = Round(3);
            let alpha = lead(&mut state, ALPHA);
            (alpha.measures.trust, alpha.history.orders) = (40.0, orders);
            state.teams[0].management.tasks = tasks.iter().map(|&(made, due)| Task { made: Round(made), due: Round(due), ..task(ALPHA, 3, None) }).collect();
            state.turn(0).contacted(ALPHA);
            state.turn(0).tick_tasks();
            near(relation(&mut state, ALPHA).measures.trust, 40.0 + gained);
        }
    }

    #[test]
    fn records_and_attitudes_fade_and_last_month_is_cleared() {
        let mut state = bare(1);
        let alpha = lead(&mut state, ALPHA);
        (alpha.measures.records, alpha.contacts[0].attitude, alpha.contacts[1].attitude) = (50.0, -40.0, 20.0);
        (alpha.activity.checked, alpha.activity.care_hours, alpha.activity.selling_hours) = (true, 4.0, 8.0);
        state.turn(0).fade();
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.records, 48.5);
        assert_eq!([0, 1].map(|i| alpha.contacts[i].attitude), [-36.0, 18.0]);
        assert_eq!((alpha.activity.checked, alpha.activity.care_hours, alpha.activity.selling_hours), (false, 0.0, 0.0));
    }

    #[test]
    fn silence_is_counted_in_months_for_whoever_is_known() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        for _ in 0..2 {
            state.turn(0).silence_grows();
        }
        let silent = |state: &mut Game, id| relation(state, id).activity.silent;
        assert_eq!((silent(&mut state, ALPHA), silent(&mut state, HERO)), (2, 0));
        state.turn(0).contacted(ALPHA);
        assert_eq!((silent(&mut state, ALPHA), relation(&mut state, HERO).phase), (0, Phase::Unknown));
    }
}
