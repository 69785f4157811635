//! What changed a number.

use crate::sim::journal::effect::{Cause, Measure};

/// What changed a number, and which way. Satisfaction drifts to what this month's care sustains (docs/model.md#care-visits): it falls in
/// spite of visits where they were too few for it, and rises without any where it was very low.
#[must_use]
pub fn cause_of(name: Cause, measure: Measure, change: f64) -> &'static str {
    match name {
        Cause::Cared if measure == Measure::Satisfaction && change < 0.0 => "cause-cared-too-little",
        Cause::Silence if measure == Measure::Satisfaction && change > 0.0 => "cause-silence-heals",
        // sales talks may have been many: what sustains satisfaction is care
        Cause::Silence if measure == Measure::Satisfaction => "cause-no-care",
        _ => cause(name),
    }
}

/// What changed a number.
#[must_use]
pub const fn cause(name: Cause) -> &'static str {
    match name {
        Cause::Met => "cause-met",
        Cause::Qualified => "cause-qualified",
        Cause::Researched => "cause-researched",
        Cause::Called => "cause-called",
        Cause::Demonstrated => "cause-demonstrated",
        Cause::Checked => "cause-checked",
        Cause::Promised => "cause-promised",
        Cause::DeliveredWell => "cause-delivered-well",
        Cause::DeliveredBelow => "cause-delivered-below",
        Cause::PromiseBroken => "cause-promise-broken",
        Cause::DeliveredLate => "cause-delivered-late",
        Cause::Ordered => "cause-ordered",
        Cause::NoOrder => "cause-no-order",
        Cause::Cared => "cause-cared",
        Cause::Silence => "cause-silence",
        Cause::TicketInTime => "cause-ticket-in-time",
        Cause::TicketLate => "cause-ticket-late",
        Cause::TicketNextRound => "cause-ticket-next",
        Cause::TicketUnanswered => "cause-ticket-unanswered",
        Cause::CustomerLoss => "cause-customer-loss",
        Cause::SilentFailure => "cause-silent-failure",
        Cause::Compensated => "cause-compensated",
        Cause::ProactiveCheck => "cause-proactive",
        Cause::Surveyed => "cause-surveyed",
        Cause::Gift => "cause-gift",
        Cause::BribeFound => "cause-bribe",
        Cause::Resigned => "cause-resigned",
        Cause::HandedOver => "cause-handed-over",
        Cause::Lost => "cause-lost",
        Cause::WonBack => "cause-won-back",
        Cause::Praise => "cause-praise",
        Cause::Blame => "cause-blame",
        Cause::Faded => "cause-faded",
        Cause::Grew => "cause-grew",
        Cause::Sold => "cause-sold",
        Cause::PerformanceKept => "cause-performance-kept",
        Cause::PerformanceMissed => "cause-performance-missed",
        Cause::ContractEnded => "cause-contract-ended",
        Cause::Pressed => "cause-pressed",
        Cause::ToolOutgrown => "cause-tool-outgrown",
        Cause::PublicComplaint => "cause-public-complaint",
        Cause::Rebate => "cause-rebate",
        Cause::Nurtured => "cause-nurtured",
        Cause::Designed => "cause-designed",
        Cause::Pledged => "cause-pledged",
        Cause::Advanced => "cause-advanced",
        Cause::DateKept => "cause-date-kept",
        Cause::HonestNo => "cause-honest-no",
        Cause::LowTrust => "cause-low-trust",
        Cause::LowSatisfaction => "cause-low-satisfaction",
        Cause::BadImpressions => "cause-bad-impressions",
        Cause::BetterOffer => "cause-better-offer",
        Cause::PriceWar => "cause-price-war",
        Cause::SoldByRival => "cause-sold-by-rival",
        Cause::ByChance => "cause-by-chance",
        Cause::Reassigned => "cause-reassigned",
        Cause::GivenUp => "cause-given-up",
        Cause::Claimed => "cause-claimed",
    }
}
