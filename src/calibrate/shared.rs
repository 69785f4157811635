//! Identical teams in one market: who wins, and whether a better bid can lose (docs/model.md#choice, #facts).

use super::games::{boards_of_its_own, game, plan, worth};
use super::observation::Observation;
use crate::bots::Policy;
use crate::sim::cards::Action;
use crate::sim::game::Game;
use crate::sim::scenario::Scenario;
use crate::sim::state::{Deal, DealOutcome, MarketKind, Team};
use crate::sim::units::Round;
use crate::sim::{cards, resolve};
use std::sync::Arc;

const IDENTICAL_TEAMS: usize = 4;

/// Identical teams in shared markets: who wins, and whether a raised bid can lose.
pub(super) fn identical(scenario: &Arc<Scenario>, seed: u64, policy: &Policy, board: &mut Observation) {
    let policies = vec![policy.clone(); IDENTICAL_TEAMS];
    for own in boards_of_its_own(seed) {
        let mut state = game(scenario, own, MarketKind::Shared, scenario.guide.rounds, IDENTICAL_TEAMS);
        while !state.over() {
            plan(&mut state, &policies);
            let raised = (state.round.0 > 2).then(|| raise(&state, usize::from(state.round.0) % IDENTICAL_TEAMS));
            resolve(&mut state);
            if let Some(raised) = raised {
                raised.compare(&state, board);
            }
        }
        let worths: Vec<f64> = state.teams.iter().map(|t| worth(&state, t)).collect();
        let best = worths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if let Some(place) = worths.iter().position(|w| *w == best) {
            board.identical[place] += 1;
        }
    }
}

/// What one team takes of the sales of a market that it shares with three of another policy.
pub(super) fn share_of_market(scenario: &Arc<Scenario>, seed: u64, policy: &Policy, others: &Policy) -> f64 {
    let own = (seed % IDENTICAL_TEAMS as u64) as usize;
    let policies: Vec<Policy> = (0..IDENTICAL_TEAMS).map(|place| if place == own { policy.clone() } else { others.clone() }).collect();
    let mut state = game(scenario, seed, MarketKind::Shared, scenario.guide.rounds, IDENTICAL_TEAMS);
    while !state.over() {
        plan(&mut state, &policies);
        resolve(&mut state);
    }
    let sales = |team: &Team| team.relations.iter().map(|r| r.history.revenue.to_yuan()).sum::<f64>();
    let all: f64 = state.teams.iter().map(sales).sum();
    if all > 0.0 { sales(&state.teams[own]) / all } else { 0.0 }
}

/// A state in which one team's bids are all better, resolved; and which bids those are.
struct Raised {
    state: Game,
    team: usize,
}

/// Three per cent off everything the team bids on this month.
fn raise(state: &Game, team: usize) -> Raised {
    const OFF: f64 = 0.03;
    let mut state = state.clone();
    let own = &mut state.teams[team];
    for quote in own.deals.iter_mut().filter(|d| d.outcome.is_none()).filter_map(|d| d.quote.as_mut()) {
        quote.price = quote.price.scale(1.0 - OFF);
    }
    for card in &mut state.desks[team].plan {
        if let Action::Pursue(cards::Pursue { terms, .. }) | Action::Quote(cards::Quote { terms, .. }) = &mut card.card.action {
            terms.discount += OFF;
        }
    }
    resolve(&mut state);
    Raised { state, team }
}

impl Raised {
    fn compare(&self, plain: &Game, board: &mut Observation) {
        let round = Round(plain.round.0.saturating_sub(1));
        let (plain_team, raised_team) = (&plain.teams[self.team], &self.state.teams[self.team]);
        let world = plain.world(plain_team.id);
        let decided = |deal: &Deal| world.need(deal.id).is_some_and(|o| o.due == round);
        for deal in plain_team.deals.iter().filter(|d| decided(d)) {
            // winning one need of a customer may change how it sees the other
            let alone = plain_team.deals.iter().filter(|d| d.id.customer == deal.id.customer && decided(d)).count() == 1;
            if alone && matches!(deal.outcome, Some(DealOutcome::Won(_))) {
                board.raised += 1;
                let still = raised_team.deal(deal.id).is_some_and(|d| matches!(d.outcome, Some(DealOutcome::Won(_))));
                board.turned += u32::from(!still);
            }
        }
    }
}
