//! Tenders: who asks, how bids are scored.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Tenders: sealed bids, judged by points (docs/model.md#tenders).
Tenders {
    /// Hours of a bid.
    hours: Minutes = Minutes::from_hours(6), 0, 400;
    /// Ordinary needs of this value and more are put out to tender, in yuan; 0: none.
    threshold: Fen = Fen::ZERO, 0, 1_000_000_000;
    /// Weights of price, fit, relation where the price decides.
    price_type: [f64; 3] = [0.7, 0.2, 0.1], 0, 1;
    /// Weights of price, fit, relation where it does not.
    quality_type: [f64; 3] = [0.2, 0.4, 0.4], 0, 1;
    /// Fit points that a point of promise is worth on paper.
    promise: f64 = 0.2, 0, 10;
    /// Fit points that promised priority service is worth on paper.
    priority: f64 = 1.0, 0, 100;
    /// Relation points of full reputation in the buyer's industry.
    reputation: f64 = 20.0, 0, 100;
    /// Chance that a rival hands in a bid.
    rival_bids: f64 = 0.75, 0, 1;
    /// Mean and spread of a rival's price, as a share of the estimate.
    rival_price: [f64; 2] = [0.95, 0.03], 0, 2;
    /// No rival bids below this share of the estimate.
    rival_floor: f64 = 0.85, 0, 2;
    /// What a price war takes off a rival's price, as a share of the estimate.
    price_war: f64 = 0.03, 0, 1;
    /// Mean and spread of a rival's fit, in points.
    rival_fit: [f64; 2] = [1.0, 2.0], -100, 100;
    /// Mean and spread of a rival's relation with the buyer, in points.
    rival_relation: [f64; 2] = [45.0, 10.0], 0, 100;
    /// Relation points that being the incumbent adds to a rival.
    incumbent: f64 = 15.0, 0, 100;
    /// Win rate of a bid in the forecast.
    win_rate: f64 = 0.3, 0, 1;
    /// Trust of a customer first met by winning its tender.
    trust: f64 = 30.0, 0, 100;
}
}
