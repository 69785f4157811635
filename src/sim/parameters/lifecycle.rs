//! Word of mouth, phases, churn, win-back, the pool.

use super::{Field, Parameter, Table};
use crate::sim::units::Minutes;
use serde::Serialize;

table! {
/// Word of mouth, phases, churn, win-back, resignation (docs/model.md#lifecycle, #resignation).
Lifecycle {
    /// Reputation per satisfied customer and round.
    praise: f64 = 0.004, 0, 1;
    /// Reputation lost per dissatisfied customer and round.
    blame: f64 = 0.008, 0, 1;
    /// Below this satisfaction a customer is dissatisfied.
    dissatisfied: f64 = 40.0, 0, 100;
    /// Weights of S, T, C in the relation index Z.
    index_weights: [f64; 3] = [0.35, 0.35, 0.30], 0, 1;
    /// Orders and Z of formation.
    formation: [f64; 2] = [2.0, 50.0], 0, 100;
    /// Z below which formation falls back.
    formation_back: f64 = 42.0, 0, 100;
    /// Orders, S, T, C of stability.
    stability: [f64; 4] = [3.0, 72.0, 45.0, 25.0], 0, 100;
    /// Z below which stability is left.
    stability_back: f64 = 50.0, 0, 100;
    /// Z below which a relation declines, and from which it recovers.
    decline: [f64; 2] = [40.0, 50.0], 0, 100;
    /// Own intervals without an order that mean decline.
    decline_intervals: f64 = 2.5, 0.1, 100;
    /// Rounds that a condition must hold.
    hold: u16 = 2, 1, 24;
    /// Churn hazard: constant.
    churn: f64 = -4.5, -20, 20;
    /// Churn hazard: per point of satisfaction below 60.
    churn_satisfaction: f64 = 0.055, 0, 1;
    /// Churn hazard: per point of trust below 45.
    churn_trust: f64 = 0.02, 0, 1;
    /// Churn hazard: per full negative impression, up to three.
    churn_negative: f64 = 0.5, 0, 10;
    /// Churn hazard: per round without contact beyond two.
    churn_silence: f64 = 0.40, 0, 10;
    /// Rounds without contact that do not count.
    churn_silence_free: f64 = 2.0, 0, 24;
    /// Churn hazard: per point of a rival's edge (a price war or an offer, a poached salesperson, the last deal lost to it: one each).
    churn_rival: f64 = 0.5, 0, 10;
    /// Most points of edge that count.
    rival_edge: u16 = 2, 0, 3;
    /// A part of the hazard below this is no reason to leave: whoever leaves without a larger one does so by chance.
    least_push: f64 = 0.3, 0, 10;
    /// Churn hazard: per point of commitment.
    churn_commitment: f64 = -0.012, -1, 0;
    /// Neutral points of satisfaction and trust in the hazard.
    churn_neutral: [f64; 2] = [60.0, 45.0], 0, 100;
    /// Shock kept from one round to the next.
    shock_kept: f64 = 0.75, 0, 1;
    /// Trust and commitment kept when a customer is lost.
    lost_keeps: [f64; 2] = [0.6, 0.5], 0, 1;
    /// Rounds for which a lost customer hears no bids.
    lost_rounds: u16 = 6, 0, 24;
    /// Rounds after the loss from which a win-back may be tried.
    win_back_after: u16 = 2, 0, 24;
    /// Hours of a win-back.
    win_back_hours: Minutes = Minutes::from_hours(12), 0, 400;
    /// P(win-back): constant, trust a point above `win_back_trust`, cause repaired, concession of 3 % or more.
    win_back: [f64; 4] = [-1.4, 0.03, 0.5, 0.3], -10, 10;
    /// Concession that counts, as a share of the last order.
    win_back_concession: f64 = 0.03, 0, 1;
    /// Trust from which a win-back counts.
    win_back_trust: f64 = 30.0, 0, 100;
    /// Largest concession, as a share of the last order: more is no concession but a present.
    win_back_most: f64 = 0.2, 0, 1;
    /// Share of the bond that a resignation costs in trust.
    quit_trust: f64 = 0.8, 0, 10;
    /// How far full records soften a resignation.
    quit_records: f64 = 0.8, 0, 1;
    /// Shock of a resignation.
    quit_shock: f64 = 2.4, 0, 10;
    /// Most shock that a relation can hold, in the hazard's own unit.
    most_shock: f64 = 2.5, 0, 10;
    /// Part of the shock without bond, and what full bond adds.
    quit_bond: [f64; 2] = [0.4, 0.6], 0, 1;
    /// Commitment lost without records.
    quit_commitment: f64 = 10.0, 0, 100;
    /// Bond kept by the successor.
    quit_bond_kept: f64 = 0.2, 0, 1;
    /// Records kept.
    quit_records_kept: f64 = 0.9, 0, 1;
}
}

table! {
/// The pool of customers that nobody keeps (docs/model.md#pool; docs/cases.md#consulting-firm).
Pool {
    /// Hours to give one customer to the pool or to take one from it.
    hours: Minutes = Minutes::from_hours(1), 0, 400;
    /// Rounds without progress after which a customer may be given up.
    stuck: u16 = 4, 0, 60;
    /// Rounds after which a leaver's customers that nobody was introduced to go to the pool; 0: never.
    after_resignation: u16 = 0, 0, 24;
    /// Share of the contacts' attitudes that the new owner takes over.
    attitude_kept: f64 = 0.0, 0, 1;
    /// Calls of a new owner that find open ears.
    fresh_calls: u16 = 4, 0, 100;
    /// What open ears add to P(advance).
    fresh: f64 = 0.5, 0, 10;
    /// Chance that a new owner's first questions bring out a need, as a proactive check would.
    fresh_need: f64 = 0.2, 0, 1;
}
}
