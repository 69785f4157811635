//! A month opens: news, needs and tickets, all visible while it is planned.

use crate::sim::journal::report::Happened;
use crate::sim::luck::draw::{Actor, Luck, Purpose};
use crate::sim::maths::exp;
use crate::sim::scenario::{Finder, Happening, MAX_CONTACTS, NeedDef, Scenario, Severity};
use crate::sim::state::{Customer, Deal, Opportunity, Relation, State, Ticket, TicketState};
use crate::sim::terms::{Found, Phase, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, EventId, Fen, Minutes, NeedClassId, OpportunityId, Round, Source, TicketId};
use crate::sim::market::needs::scripted;

/// Opens the month `state.round`.
pub(crate) fn open_round(state: &mut State) {
    let round = state.round;
    for world in 0..state.worlds.len() {
        for (index, event) in state.scenario.events.iter().enumerate().filter(|(_, e)| e.round == round.0) {
            state.worlds[world].rivals.hear(&event.what);
            match &event.what {
                Happening::Need(need) => {
                    let opportunity = scripted(&state.customers[need.customer.index()], need, EventId::at(index), round);
                    state.worlds[world].opportunities.push(opportunity);
                }
                Happening::PriceWar { rounds } => state.worlds[world].price_war = *rounds,
                _ => {}
            }
        }
    }
    for world in &mut state.worlds {
        world.rivals.advance();
    }
    for team in 0..state.teams.len() {
        state.turn(team).renewals();
    }
    crate::sim::market::tenders::announce(state);
    for team in 0..state.teams.len() {
        let mut turn = state.turn(team);
        turn.goods_arrive();
        turn.callers();
        turn.events();
        turn.needs();
        turn.count_visitors();
        turn.tickets();
    }
    for team in 0..state.teams.len() {
        crate::sim::planning::opening::open_plan(state, team);
    }
}

impl Turn<'_> {
    pub fn events(&mut self) {
        for (index, event) in self.scenario.events.iter().enumerate() {
            let public = matches!(
                event.what,
                Happening::News
                    | Happening::Exhibition
                    | Happening::Summit
                    | Happening::PriceWar { .. }
                    | Happening::RivalsGain { .. }
                    | Happening::RivalOffer { .. }
            );
            if event.round == self.round.0 && public {
                self.happened(Happened::Event { event: EventId::at(index) });
            }
        }
    }
}

#[cfg(test)]
mod tests;
