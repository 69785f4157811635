//! Tickets, the queue and complaints.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Tickets, the queue and complaints (docs/model.md#service).
Service {
    /// Arrival rate of an active customer.
    arrival: f64 = 0.22, 0, 5;
    /// What each order adds to it.
    arrival_per_order: f64 = 0.15, 0, 5;
    /// Most orders counted.
    arrival_orders: u16 = 6, 0, 100;
    /// Share of minor, major, critical tickets.
    class_shares: [f64; 3] = [0.70, 0.25, 0.05], 0, 1;
    /// Work of a minor, major, critical ticket, in hours.
    class_hours: [Minutes; 3] = [Minutes::from_hours(3), Minutes::from_hours(8), Minutes::from_hours(20)], 0, 400;
    /// Working days within which work must begin: minor, major, critical.
    in_time_days: [u16; 3] = [3, 2, 1], 0, 31;
    /// Last day on which a ticket may arrive.
    last_arrival_day: u16 = 12, 1, 31;
    /// Cost of an hour at the queue, in yuan.
    hour_cost: Fen = Fen::yuan(50), 0, 100_000;
    /// Perceived service: in time, late, next round.
    perceived: [f64; 3] = [82.0, 66.0, 45.0], 0, 100;
    /// Trust: in time, late, next round.
    trust: [f64; 3] = [2.5, 0.5, -4.0], -100, 100;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 1.8], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.25, 0, 1;
    /// Expectation follows by this share.
    expectation_rate: f64 = 0.1, 0, 1;
    /// Rework: lowest and highest factor of cost and time.
    rework: [f64; 2] = [1.25, 1.50], 1, 10;
    /// Weight of an unanswered minor, major, critical ticket.
    weights: [f64; 3] = [0.4, 1.0, 3.0], 0, 20;
    /// Negative twelfths per weight of an unanswered ticket.
    unanswered_negative: f64 = 6.0, 0, 36;
    /// Rate of satisfaction lost per weight.
    unanswered_rate: f64 = 0.25, 0, 1;
    /// Most weight counted there.
    unanswered_cap: f64 = 1.6, 0, 20;
    /// Satisfaction target of an unanswered ticket, of a critical one.
    unanswered_target: [f64; 2] = [40.0, 20.0], 0, 100;
    /// Trust lost per weight.
    unanswered_trust: f64 = 4.0, 0, 100;
    /// Reputation lost per weight.
    unanswered_reputation: f64 = 0.02, 0, 1;
    /// Rounds after its own for which a ticket stays open.
    dropped_after: u16 = 2, 0, 24;
    /// Rounds after its own for which a problem that nobody voices goes on hurting: longer than a ticket, for nobody can drop what nobody knows.
    silent_rounds: u16 = 3, 0, 24;
    /// Work of an open ticket grows by this factor each round.
    growth: f64 = 1.2, 1, 10;
    /// Share of dissatisfied customers that complain aloud.
    voice: f64 = 0.63, 0, 1;
    /// Checks multiply that share.
    voice_checked: f64 = 2.0, 1, 20;
    /// Hours of a proactive check.
    check_hours: Minutes = Minutes::from_hours(2), 0, 400;
    /// Chance that a proactive check reveals a need.
    check_need: f64 = 0.2, 0, 1;
    /// Negative twelfths that one good impression cancels.
    good_moment: f64 = 1.0, 0, 36;
    /// Hours of a knowledge article.
    article_hours: Minutes = Minutes::from_hours(6), 0, 400;
    /// Solved tickets of the class that an article needs.
    article_needs: u16 = 2, 0, 100;
    /// Handling time saved by an article.
    article_saves: f64 = 0.07, 0, 1;
    /// Most that articles save.
    article_floor: f64 = 0.35, 0, 1;
    /// Hours of a compensation.
    compensation_hours: Minutes = Minutes::from_hours(1), 0, 400;
    /// Most compensation as a share of the last order.
    compensation_cap: f64 = 0.05, 0, 1;
    /// Satisfaction per per cent of compensation.
    compensation_gain: f64 = 4.0, 0, 100;
    /// Most satisfaction a compensation brings.
    compensation_most: f64 = 12.0, 0, 100;
    /// Hours of a survey.
    survey_hours: Minutes = Minutes::from_hours(1), 0, 400;
    /// Half width of a survey's error, in points.
    survey_error: f64 = 5.0, 0, 50;
}
}
