//! Relationship levels: by tier for whole groups, by hand for single customers (docs/model.md#levels).

use crate::sim::state::{Customer, Team, pyramid};
use crate::sim::terms::{Level, Tier};
use crate::sim::units::CustomerId;

/// One customer's level, set by hand: it stays whatever tier the customer reaches.
pub(super) fn by_hand(team: &mut Team, customer: CustomerId, level: Level) {
    let classification = &mut team.relations[customer.index()].classification;
    (classification.level, classification.level_by_hand) = (level, true);
}

/// The level of a tier from now on, for everybody in it now too; what was set by hand there is forgotten.
pub(super) fn by_tier(team: &mut Team, customers: &[Customer], tier: Tier, level: Level) {
    team.management.levels[tier.index()] = Some(level);
    for (customer, now) in pyramid::of_buyers(team, customers) {
        if now == tier {
            let classification = &mut team.relations[customer.index()].classification;
            (classification.level, classification.level_by_hand) = (level, false);
        }
    }
}

/// A customer's level follows its tier again.
pub(super) fn as_its_tier(team: &mut Team, customers: &[Customer], customer: CustomerId) {
    team.relations[customer.index()].classification.level_by_hand = false;
    follow(team, customers);
}

/// Whoever climbed or fell since gets the level of the tier it is in now, where that tier has one.
pub(crate) fn follow(team: &mut Team, customers: &[Customer]) {
    for (customer, tier) in pyramid::of_buyers(team, customers) {
        let classification = &mut team.relations[customer.index()].classification;
        if let Some(level) = team.management.levels[tier.index()].filter(|_| !classification.level_by_hand) {
            classification.level = level;
        }
    }
}
