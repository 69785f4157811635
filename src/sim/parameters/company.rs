//! Investments and the tool for customer data.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Call centre and web platform (docs/model.md#investments).
Investing {
    /// Hours of whoever sets one up or closes it.
    hours: Minutes = Minutes::from_hours(2), 0, 400;
    /// Building a call centre, in yuan.
    call_centre: Fen = Fen::yuan(60_000), 0, 100_000_000;
    /// Running a call centre a round, in yuan.
    call_centre_round: Fen = Fen::yuan(5_000), 0, 100_000_000;
    /// Handling time of minor tickets that a call centre saves.
    call_centre_saves: f64 = 0.30, 0, 1;
    /// A call centre multiplies the share of dissatisfied customers that complain aloud.
    call_centre_voice: f64 = 2.0, 1, 20;
    /// Building a web platform, in yuan.
    web_platform: Fen = Fen::yuan(40_000), 0, 100_000_000;
    /// Running a web platform a round, in yuan.
    web_platform_round: Fen = Fen::ZERO, 0, 100_000_000;
    /// A web platform multiplies what is written up.
    web_records: f64 = 1.5, 1, 10;
    /// Share of minor tickets that customers solve themselves on a web platform.
    web_self_service: f64 = 0.15, 0, 1;
}
}

table! {
/// Where customer data is kept, and what it takes to integrate it (docs/model.md#customer-data; docs/cases.md#perseus).
Tools {
    /// Best record quality on paper, in a spreadsheet, in a database of one's own; 100 everywhere: tools do not matter.
    caps: [f64; 3] = [100.0, 100.0, 100.0], 0, 100;
    /// Customers known beyond which paper, then the spreadsheet, is outgrown.
    outgrown: [u16; 2] = [40, 120], 0, 1_000;
    /// Price of an integrated CRM, in yuan; it works from the next round on.
    buy_cost: Fen = Fen::yuan(20_000), 0, 1_000_000_000;
    /// Hours of the purchase.
    buy_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Hours of building it that bring the chance below.
    build_hours: Minutes = Minutes::from_hours(120), 1, 1_000;
    /// Chance a round that building succeeds with those hours.
    build: f64 = 0.15, 0, 1;
}
}
