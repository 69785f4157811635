//! Phase 15: wages, interest, the month's figures, the forecast check (MODEL.md 4, 13).

use super::effect::{About, Cause, Measure};
use super::report::Happened;
use super::state::{EntryKind, Month, TicketState};
use super::turn::Turn;
use super::units::{Fen, Role};

impl Turn<'_> {
    /// Open deals with a next task and none overdue, as a share; 1 without open deals. Taken as the plan was handed in.
    pub fn hygiene(&self) -> f64 {
        let round = self.round;
        let mut open = 0u32;
        let mut tidy = 0u32;
        for deal in self.team.open_deals() {
            open += 1;
            let mut tasks = self.team.tasks.iter().filter(|t| t.customer == deal.id.customer && t.done.is_none()).peekable();
            if tasks.peek().is_some() && tasks.all(|t| t.due >= round) {
                tidy += 1;
            }
        }
        if open == 0 { 1.0 } else { f64::from(tidy) / f64::from(open) }
    }

    /// A task is done once somebody of the team was in touch with the customer.
    pub fn tick_tasks(&mut self) {
        let round = self.round;
        let team = &mut *self.team;
        for task in team.tasks.iter_mut().filter(|t| t.done.is_none()) {
            if team.relations[task.customer.index()].contacted {
                task.done = Some(round);
            }
        }
    }

    pub fn close_month(&mut self, hygiene: f64) {
        let wages = self.rules.work.wage.times(Role::ALL.len() as i64);
        self.pay(EntryKind::Wages, -wages, None, None);
        if self.team.cash < Fen::ZERO {
            let interest = self.team.cash.scale(self.rules.work.overdraft_interest);
            self.pay(EntryKind::Interest, interest, None, None);
        }
        let round = self.round;
        let of_month = |kind: Option<EntryKind>| -> Fen {
            self.team.ledger.iter().rev().take_while(|e| e.round == round).filter(|e| kind.is_none_or(|k| e.kind == k)).map(|e| e.amount).sum()
        };
        let (revenue, contribution) = (of_month(Some(EntryKind::Sale)), of_month(None));
        let forecast = self.team.forecast.take();
        let accuracy = forecast.map(|expected| {
            let larger = expected.max(revenue);
            if larger > Fen::ZERO { 1.0 - (expected - revenue).0.abs() as f64 / larger.0 as f64 } else { 1.0 }
        });
        if let Some(expected) = forecast {
            self.happened(Happened::ForecastChecked { expected, actual: revenue });
        }
        let born = |t: &&super::state::Ticket| t.id.born == round;
        let tickets = self.team.tickets.iter().filter(born).count() as u32;
        let in_time = self.team.tickets.iter().filter(born).filter(|t| matches!(t.state, TicketState::Solved { in_time: true, .. })).count() as u32;
        let opening = self.team.ledger.first().map_or(Fen::ZERO, |e| e.amount);
        let month = Month {
            round,
            revenue,
            contribution,
            contribution_so_far: self.team.cash - opening,
            cash: self.team.cash,
            forecast_accuracy: accuracy,
            hygiene,
            reputation: self.team.reputation.iter().sum::<f64>() / self.team.reputation.len().max(1) as f64,
            tickets,
            tickets_in_time: in_time,
        };
        self.team.months.push(month);
        let world = &*self.world;
        // a deal given up before its need is decided may still be asked for
        self.team.deals.settle(|d| d.outcome.is_some() && world.opportunity(d.id).is_none_or(|o| o.winner.is_some()));
    }

    /// Phase 5: memory and records fade, and what belongs to last month only is cleared.
    pub fn fade(&mut self) {
        let rules = &self.rules.relations;
        for id in self.ids() {
            let relation = self.relation_mut(id);
            relation.contacted = false;
            relation.selling_hours = 0.0;
            relation.care_hours = 0.0;
            relation.checked = false;
            for contact in &mut relation.contacts {
                contact.attitude *= 1.0 - rules.attitude_fades;
            }
            let records = relation.records;
            if records > 0.0 {
                self.set(id, Measure::Records, records * rules.records_kept, Cause::Faded, About::Nothing);
            }
        }
    }

    /// Start of phase 6: one more month without contact, until somebody calls.
    pub fn silence_grows(&mut self) {
        for relation in self.team.relations.iter_mut().filter(|r| r.known() && !r.contacted) {
            relation.silent = relation.silent.saturating_add(1);
        }
    }
}
