//! A month opens: news, needs and tickets, all visible while it is planned.

use crate::sim::game::Game;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::market::{need_terms, needs, tenders};
use crate::sim::planning::opening_plan;
use crate::sim::scenario::Happening;
use crate::sim::turn::Turn;
use crate::sim::units::EventId;

/// Opens the month `game.round`.
pub(crate) fn open_round(game: &mut Game) {
    needs::arise_by_script(&mut game.state);
    for team in 0..game.teams.len() {
        game.turn(team).renewals();
    }
    tenders::announce(&mut game.state);
    for team in 0..game.teams.len() {
        let mut turn = game.turn(team);
        turn.goods_arrive();
        turn.callers();
        turn.events();
        turn.needs();
        turn.count_visitors();
        turn.tickets();
    }
    for team in 0..game.teams.len() {
        opening_plan::open_plan(game, team);
    }
}

impl Turn<'_> {
    /// Tells the public events of the script, and what a customer promises a vendor it has bought from.
    pub fn events(&mut self) {
        for (index, event) in self.scenario.events.iter().enumerate() {
            if let Happening::Pledge { customer, after, commitment, .. } = event.what
                && event.round == self.round.0
                && need_terms::has_bought(self.team, customer, after)
            {
                self.add(customer, Measure::Commitment, commitment, Cause::Pledged, About::Nothing);
                self.happened(Happened::Event { event: EventId::at(index) });
            }
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
