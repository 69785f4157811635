//! What calibration notes down about one seed: enough for every fact, small enough to keep a thousand of them.

use super::case::Followed;
use super::crowd::Tried;
use super::hunting::{BASES, SHARES};
use super::measure::Figure;
use super::months::Months;
use super::problem::Loyal;
use super::reasons::Reasons;
use super::watch::Watch;
use crate::sim::journal::effect::Cause;
use serde::{Deserialize, Serialize};

/// Bids that were decided, and those among them that won.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bids {
    /// Those that won; where calls are counted, those that ended in an advance.
    pub won: u32,
    /// All of them, those that won included; where calls are counted, all calls.
    pub decided: u32,
}

/// One team's game.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Contribution + .8 customer equity, in yuan.
    pub worth: f64,
    /// The same after half of the rounds, and the contribution alone.
    pub halfway: f64,
    /// At the end of the game, in yuan.
    pub contribution: f64,
    /// At least one order of the scenario's main customer.
    pub trial_won: bool,
    /// That customer was never lost.
    pub kept: bool,
    /// It reached stability at some time.
    pub stable: bool,
    /// Revenue with it, in yuan.
    pub focus_revenue: f64,
    /// Its own orders of the case that were won, by place (`case::own_orders`).
    pub own_orders: Vec<bool>,
    /// Why it was last lost; None where it never was.
    pub focus_cause: Option<Cause>,
    /// Bids for somebody's first order.
    pub first: Bids,
    /// Bids for any later order.
    pub repeat: Bids,
    /// Sum and number of the satisfaction of customers won, at the end.
    pub satisfaction: f64,
    /// How many customers ordered from the team, lost ones too; `satisfaction` is summed over these.
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
    /// The board that was played.
    pub seed: u64,
    /// By `BotKind::ALL`.
    pub bots: Vec<Outcome>,
    /// By the scenario's own facts: the figures of their two policies.
    pub own: Vec<[Figure; 2]>,
    /// The reference bot that calls on nobody but the purchaser.
    pub purchaser_only: Outcome,
    /// The reference bot's funnel, calls, referrals and phases; and its calls if it pushes to close: small deals, large ones.
    pub watch: Watch,
    /// Calls that all push to close, and those that ended in an advance: on small deals, on large ones.
    pub pushed: [Bids; 2],
    /// Who stays after a major problem.
    pub loyal: Loyal,
    /// Worth by installed base and share of the effort for new customers.
    pub hunting: [[f64; SHARES.len()]; BASES.len()],
    /// This seed's part of the policies by luck.
    pub crowd: Vec<Tried>,
    /// Teams that leave the month as it opens.
    pub months: Months,
    /// A team that follows the case; None where the scenario does not tell it.
    pub followed: Option<Followed>,
    /// Why the main customer left teams that ask for it: by [`super::case::EARNS`].
    pub earned: [Option<Cause>; 3],
    /// Reasons given in a game of mixed bots, held against its record.
    pub reasons: Reasons,
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
    /// Comparisons in which a draw had moved although it does not depend on the decision; F21 wants none.
    pub moved: u64,
    /// Winning bids raised, and those that lost thereby.
    pub raised: u32,
    /// Winning bids that lost once they were raised; F22 wants none.
    pub turned: u32,
    /// Sum and number of rework factors drawn.
    pub rework: f64,
    /// How many factors `rework` is the sum of.
    pub reworks: u32,
}
