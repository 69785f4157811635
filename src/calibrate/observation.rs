//! What calibration notes down about one seed: enough for every fact, small enough to keep a thousand of them.

use super::crowd::Tried;
use super::hunting::{BASES, SHARES};
use super::measure::Figure;
use super::problem::Loyal;
use super::watch::Watch;
use serde::{Deserialize, Serialize};

/// Bids that were decided, and those among them that won.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bids {
    pub won: u32,
    pub decided: u32,
}

/// One team's game.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Contribution + .8 customer equity, in yuan.
    pub worth: f64,
    /// The same after half of the rounds, and the contribution alone.
    pub halfway: f64,
    pub contribution: f64,
    /// At least one order of the scenario's main customer.
    pub trial_won: bool,
    /// That customer was never lost.
    pub kept: bool,
    /// It reached stability at some time.
    pub stable: bool,
    /// Revenue with it, in yuan.
    pub focus_revenue: f64,
    pub first: Bids,
    pub repeat: Bids,
    /// Sum and number of the satisfaction of customers won, at the end.
    pub satisfaction: f64,
    pub customers: u32,
}

/// The rounds after a resignation, played with and without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Resignation {
    /// Revenue in yuan: with, without.
    pub revenue: [f64; 2],
    /// Customers lost: with, without.
    pub lost: [u32; 2],
}

/// Everything noted about one seed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub seed: u64,
    /// By `BotKind::ALL`.
    pub bots: Vec<Outcome>,
    /// By the scenario's own facts: the figures of their two policies.
    pub own: Vec<[Figure; 2]>,
    /// The reference bot that calls on nobody but the purchaser.
    pub purchaser_only: Outcome,
    /// The reference bot's funnel, calls, referrals and phases; and its calls if it pushes to close: small deals, large ones.
    pub watch: Watch,
    pub pushed: [Bids; 2],
    /// Who stays after a major problem.
    pub loyal: Loyal,
    /// Worth by installed base and share of the effort for new customers.
    pub hunting: [[f64; SHARES.len()]; BASES.len()],
    /// This seed's part of the policies by luck.
    pub crowd: Vec<Tried>,
    /// Balanced without service, critical ticket left out.
    pub no_service_calm: Outcome,
    /// Nothing, three in ten, everything written up.
    pub resignation: [Resignation; 3],
    /// Worth of honest and over-promising play after 6, 12, 24 rounds.
    pub horizons: [[f64; 3]; 2],
    /// Boards won by each of four identical teams in a shared market.
    pub identical: [u32; 4],
    /// Mirror games in which identical decisions ended in different states.
    pub mirror_differs: u32,
    /// Comparisons of a run with one that differs in one decision, and those that found a moved draw.
    pub compared: u64,
    pub moved: u64,
    /// Winning bids raised, and those that lost thereby.
    pub raised: u32,
    pub turned: u32,
    /// Sum and number of rework factors drawn.
    pub rework: f64,
    pub reworks: u32,
}
