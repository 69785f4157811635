//! How much of the effort should go into finding new customers, as a team starts with more old ones.

use super::games::{game, plan, worth};
use super::variants;
use crate::bots::{Deals, Policy};
use crate::sim::resolve;
use crate::sim::scenario::Scenario;
use crate::sim::state::MarketKind;
use std::sync::Arc;

/// Customers with an order at the start.
pub const BASES: [u16; 3] = [0, 3, 20];
/// Shares of the effort that go into new customers.
pub const SHARES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// The reference bot with `share` of its developer's and its seller's hours for new customers, the rest for those it has.
fn mixed(reference: &Policy, share: f64) -> Policy {
    Policy { prospect: (120.0 * share / 2.0).round() as i32 * 2, deals: Deals::Mixed, hunting: share, ..reference.clone() }
}

/// Worth by installed base and share. A seed plays one of the bases, the next seed the next; the others stay at zero.
pub(super) fn hunting(scenario: &Arc<Scenario>, seed: u64, reference: &Policy) -> [[f64; SHARES.len()]; BASES.len()] {
    let policies = SHARES.map(|share| mixed(reference, share));
    let place = (seed % BASES.len() as u64) as usize;
    let scenario = variants::with_installed(scenario, BASES[place]);
    let mut state = game(&scenario, seed, MarketKind::Mirror, scenario.guide.rounds, policies.len());
    while !state.over() {
        plan(&mut state, &policies);
        resolve(&mut state);
    }
    let mut worths = [[0.0; SHARES.len()]; BASES.len()];
    worths[place] = std::array::from_fn(|share| worth(&state, &state.teams[share]));
    worths
}
