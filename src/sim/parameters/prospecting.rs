//! Finding customers: fairs, search, campaigns, visitors.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Finding customers (docs/model.md#prospecting, #referrals).
Finding {
    /// Chance that an exhibition finds an unknown customer, times its fit.
    exhibition: f64 = 0.08, 0, 1;
    /// Most that chance may be.
    exhibition_cap: f64 = 0.20, 0, 1;
    /// The fit of a customer in one of the team's target segments (1 elsewhere).
    exhibition_fit: f64 = 1.5, 0, 10;
    /// Hours of an exhibition.
    exhibition_hours: Minutes = Minutes::from_hours(16), 0, 400;
    /// Cost of an exhibition, in yuan.
    exhibition_cost: Fen = Fen::yuan(20_000), 0, 10_000_000;
    /// Chance that a summit finds an unknown customer of the top quartile.
    summit: f64 = 0.12, 0, 1;
    /// Hours of a summit.
    summit_hours: Minutes = Minutes::from_hours(12), 0, 400;
    /// Cost of a summit, in yuan.
    summit_cost: Fen = Fen::yuan(30_000), 0, 10_000_000;
    /// Prospecting: each of U unknown customers is found with 1-exp(-h/(s(U+u))): s.
    prospect_scale: f64 = 10.0, 0.1, 1000;
    /// Prospecting: the u of that formula.
    prospect_offset: f64 = 10.0, 0.1, 1000;
    /// Cost of a lead found by prospecting, in yuan.
    prospect_cost: Fen = Fen::yuan(300), 0, 1_000_000;
    /// Hours of web research on one customer.
    research_hours: Minutes = Minutes::from_hours(4), 0, 400;
    /// Chance that web research finds a hidden trigger.
    research: f64 = 0.5, 0, 1;
    /// Hours to qualify one lead.
    qualify_hours: Minutes = Minutes::from_hours(4), 0, 400;
    /// Hours to ask one customer for a referral.
    referral_hours: Minutes = Minutes::from_hours(2), 0, 400;
    /// What a customer nobody has qualified is taken to be worth a year, in yuan: a guess for whom to see first.
    usual_value: Fen = Fen::yuan(250_000), 1, 1_000_000_000;
    /// Satisfaction that a referral needs.
    referral_satisfaction: f64 = 75.0, 0, 100;
    /// Chance of a referral a round from a satisfied customer.
    referral: f64 = 0.05, 0, 1;
    /// Asking multiplies that chance.
    referral_asked: f64 = 2.0, 1, 20;
}
}

table! {
/// Campaigns through a medium to an industry (docs/model.md#campaigns); what a medium brings stands with the medium.
Campaigns {
    /// Hours of a campaign.
    hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Least budget of a campaign, in yuan.
    least: Fen = Fen::yuan(1_000), 1, 1_000_000;
    /// Largest budget of a campaign, in yuan.
    most: Fen = Fen::yuan(100_000), 1, 10_000_000;
    /// Trust of a lead that a campaign brought.
    trust: f64 = 28.0, 0, 100;
    /// Share of the leads left for every campaign with the same medium and industry in the rounds before.
    repeat: f64 = 0.7, 0, 1;
    /// Rounds for which an earlier campaign tires its audience.
    memory: u16 = 3, 0, 24;
}
}

table! {
/// Customers that come of themselves (docs/model.md#walk-ins): who is received, and whose visit is written down.
WalkIns {
    /// Share of the visitors that somebody sees to although nobody was put at the door.
    unattended: f64 = 0.2, 0, 1;
    /// Hours at the door for each visitor of the month that see to 63 % of the rest.
    hours_each: f64 = 0.75, 0.01, 100;
    /// Share of the visitors seen to that leave a name although nobody writes them down.
    unwritten: f64 = 0.5, 0, 1;
    /// How far a tool that holds no records loses visitors: 1 all of them where the cap of records is 0.
    tool: f64 = 0.0, 0, 1;
    /// Trust of somebody who came of itself.
    trust: f64 = 35.0, 0, 100;
}
}
