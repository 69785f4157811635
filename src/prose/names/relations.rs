//! What belongs to a customer and the relation with it: phase, kind, level, tier, people, measures.

use crate::sim::journal::effect::Measure;
use crate::sim::scenario::{BuyingRole, Style};
use crate::sim::terms::{Found, Kind, Level, Phase, Reason, Tier};

/// The name of a phase.
#[must_use]
pub const fn phase(name: Phase) -> &'static str {
    match name {
        Phase::Unknown => "phase-unknown",
        Phase::Awareness => "phase-awareness",
        Phase::Exploration => "phase-exploration",
        Phase::Formation => "phase-formation",
        Phase::Stability => "phase-stability",
        Phase::Decline => "phase-decline",
        Phase::Lost => "phase-lost",
    }
}

/// What the team calls a customer.
#[must_use]
pub const fn kind(name: Kind) -> &'static str {
    match name {
        Kind::Intending => "kind-intending",
        Kind::Qualified => "kind-qualified",
        Kind::Paused => "kind-paused",
    }
}

/// A relationship level.
#[must_use]
pub const fn level(name: Level) -> &'static str {
    match name {
        Level::Basic => "level-basic",
        Level::Reactive => "level-reactive",
        Level::Accountable => "level-accountable",
        Level::Proactive => "level-proactive",
        Level::Partnership => "level-partnership",
    }
}

/// What a relationship level means.
#[must_use]
pub const fn level_hint(name: Level) -> &'static str {
    match name {
        Level::Basic => "level-basic-hint",
        Level::Reactive => "level-reactive-hint",
        Level::Accountable => "level-accountable-hint",
        Level::Proactive => "level-proactive-hint",
        Level::Partnership => "level-partnership-hint",
    }
}

/// A tier of the customer pyramid.
#[must_use]
pub const fn tier(name: Tier) -> &'static str {
    match name {
        Tier::Vip => "tier-vip",
        Tier::Main => "tier-main",
        Tier::Ordinary => "tier-ordinary",
        Tier::Small => "tier-small",
    }
}

/// The number of a tier, I at the top.
#[must_use]
pub const fn tier_number(tier: Tier) -> &'static str {
    match tier {
        Tier::Vip => "I",
        Tier::Main => "II",
        Tier::Ordinary => "III",
        Tier::Small => "IV",
    }
}

/// Why a customer is placed in a tier.
#[must_use]
pub const fn reason(name: Reason) -> &'static str {
    match name {
        Reason::OrderSize => "reason-size",
        Reason::Growth => "reason-growth",
        Reason::Loyalty => "reason-loyalty",
        Reason::Reference => "reason-reference",
        Reason::CostToServe => "reason-cost",
    }
}

/// A position in the buying centre.
#[must_use]
pub const fn buying_role(name: BuyingRole) -> &'static str {
    match name {
        BuyingRole::DecisionMaker => "buying-decides",
        BuyingRole::Gatekeeper => "buying-gatekeeper",
        BuyingRole::User => "buying-user",
        BuyingRole::Purchaser => "buying-purchaser",
    }
}

/// How somebody thinks.
#[must_use]
pub const fn style(name: Style) -> &'static str {
    match name {
        Style::A => "style-a",
        Style::B => "style-b",
        Style::C => "style-c",
        Style::D => "style-d",
    }
}

/// How to present to somebody who thinks so.
#[must_use]
pub const fn style_hint(name: Style) -> &'static str {
    match name {
        Style::A => "style-a-hint",
        Style::B => "style-b-hint",
        Style::C => "style-c-hint",
        Style::D => "style-d-hint",
    }
}

/// How much something weighs with a customer, 1 being as with most: beyond a fifth less or a quarter more it is worth a word.
#[must_use]
pub fn weighs(sensitivity: f64) -> &'static str {
    if sensitivity < 0.8 {
        "weighs-little"
    } else if sensitivity > 1.25 {
        "weighs-much"
    } else {
        "weighs-usual"
    }
}

/// A quantity of a relation.
#[must_use]
pub const fn measure(name: Measure) -> &'static str {
    match name {
        Measure::Expectation => "measure-expectation",
        Measure::Satisfaction => "measure-satisfaction",
        Measure::Trust => "measure-trust",
        Measure::Commitment => "measure-commitment",
        Measure::Records => "measure-records",
        Measure::Negative => "measure-negative",
        Measure::Bond => "measure-bond",
        Measure::Shock => "measure-shock",
        Measure::Reputation => "measure-reputation",
    }
}

/// How a customer came to be known.
#[must_use]
pub const fn found(name: Found) -> &'static str {
    match name {
        Found::AtStart => "found-start",
        Found::Exhibition => "found-exhibition",
        Found::Summit => "found-summit",
        Found::Prospecting => "found-prospecting",
        Found::Referral(_) => "found-referral",
        Found::Called => "found-called",
        Found::WalkIn(_) => "found-walk-in",
        Found::Campaign(_) => "found-campaign",
        Found::Tender => "found-tender",
        Found::Pool => "found-pool",
    }
}

/// What a quantity of a relation says.
#[must_use]
pub const fn measure_hint(measure: Measure) -> &'static str {
    match measure {
        Measure::Satisfaction => "measure-satisfaction-hint",
        Measure::Trust => "measure-trust-hint",
        Measure::Commitment => "measure-commitment-hint",
        Measure::Records => "measure-records-hint",
        Measure::Bond => "measure-bond-hint",
        _ => "measure-negative-hint",
    }
}
