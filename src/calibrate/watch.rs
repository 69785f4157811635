//! The reference bot's own game, watched closely: its funnel, its calls, its referrals, the phases of its customers.

use super::games::plan;
use super::observation::Bids;
use crate::bots::Policy;
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::journal::report::Happened;
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, DealOutcome, MarketKind, Team};
use crate::sim::terms::{Found, Phase, Winner};
use crate::sim::units::{Fen, NeedId, Round};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one game shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Watch {
    /// Deals decided that had come at least to stage 1 to 6, and those among them that were won.
    pub reached: [Bids; 6],
    /// Filed and actual revenue of the months with a forecast, in yuan.
    pub forecast: [f64; 2],
    /// Calls that served large deals, and how many of those deals ended in an order or in no sale: one call of each was the
    /// last. A deal that went to a rival was ended by somebody else's call.
    pub large_calls: u32,
    /// Large deals with at least one call that ended in an order or in no sale.
    pub large_ends: u32,
    /// Calls on deals below the small limit, and of large ones: those that ended in an advance.
    pub advances: [Bids; 2],
    /// Months of satisfied customers, and customers found by their word.
    pub satisfied: u32,
    /// Customers met because another one named them.
    pub referred: u32,
    /// Months of customers the team knew, and changes of phase that undid the one before.
    pub months: u32,
    /// Changes of phase that led back to the phase before within two rounds.
    pub undone: u32,
}

/// A change of phase that leads back within this many rounds is a flip-flop.
const SOON: u16 = 2;

/// What has to be remembered from month to month.
struct Memory {
    /// By customer: phase, the one before it, and when it changed.
    phases: Vec<(Phase, Option<(Phase, Round)>)>,
    /// Calls by deal.
    calls: BTreeMap<NeedId, u32>,
}

/// A game of `policy` alone in its market.
pub(super) fn watch(scenario: &Arc<Scenario>, seed: u64, policy: &Policy) -> Watch {
    let setup = Setup {
        seed,
        luck: seed,
        market: MarketKind::Mirror,
        compliance: Compliance::Show,
        rounds: scenario.guide.rounds,
        teams: vec![String::new()],
        recording: Recording::Full,
    };
    let mut state = Game::new(scenario.clone(), &setup);
    let mut watch = Watch::default();
    let mut memory = Memory { phases: state.teams[0].relations.iter().map(|r| (r.phase, None)).collect(), calls: BTreeMap::new() };
    while !state.over() {
        plan(&mut state, std::slice::from_ref(policy));
        let round = state.round;
        let report = resolve(&mut state);
        for happened in report.teams.iter().flat_map(|team| &team.happened) {
            watch.observe(happened, &state, &mut memory);
        }
        watch.relations(&state, round, &mut memory);
    }
    watch.funnel(&state, &memory);
    watch
}

fn value(state: &Game, team: &Team, deal: NeedId) -> Fen {
    state.world(team.id).need(deal).map_or(Fen::ZERO, |o| o.value)
}

impl Watch {
    fn observe(&mut self, happened: &Happened, state: &Game, memory: &mut Memory) {
        let selling = &state.scenario.guide.rules.selling;
        match happened {
            Happened::Called { deal: Some(deal), advance, .. } => {
                *memory.calls.entry(*deal).or_default() += 1;
                let value = value(state, &state.teams[0], *deal);
                let size = if value < selling.small_deal {
                    0
                } else if value >= selling.large_deal {
                    1
                } else {
                    return;
                };
                self.advances[size].decided += 1;
                self.advances[size].won += u32::from(*advance);
            }
            Happened::ForecastChecked { expected, actual } => {
                self.forecast[0] += expected.to_yuan();
                self.forecast[1] += actual.to_yuan();
            }
            Happened::Met { how: Found::Referral(_), .. } => self.referred += 1,
            _ => {}
        }
    }

    fn relations(&mut self, state: &Game, round: Round, memory: &mut Memory) {
        let satisfied = state.scenario.guide.rules.finding.referral_satisfaction;
        for (relation, (phase, before)) in state.teams[0].relations.iter().zip(&mut memory.phases) {
            self.satisfied += u32::from(relation.active() && relation.measures.satisfaction() >= satisfied);
            self.months += u32::from(relation.known());
            if relation.phase != *phase {
                self.undone += u32::from(before.is_some_and(|(left, when)| left == relation.phase && round.since(when) <= SOON));
                *before = Some((*phase, round));
                *phase = relation.phase;
            }
        }
    }

    fn funnel(&mut self, state: &Game, memory: &Memory) {
        let team = &state.teams[0];
        let large = state.scenario.guide.rules.selling.large_deal;
        for deal in team.deals.iter() {
            let Some(outcome) = deal.outcome else { continue };
            let won = matches!(outcome, DealOutcome::Won(_));
            let stage = usize::from(deal.stage.clamp(1, 6));
            let count = |bids: &mut Bids| {
                bids.decided += 1;
                bids.won += u32::from(won);
            };
            self.reached[..stage].iter_mut().for_each(count);
            if let Some(calls) = memory.calls.get(&deal.id).filter(|_| value(state, team, deal.id) >= large) {
                self.large_calls += calls;
                self.large_ends += u32::from(!matches!(outcome, DealOutcome::Lost(Winner::Rival(_) | Winner::Team(_))));
            }
        }
    }
}
