//! Calls and the buying committee: the equations of MODEL.md 6.
//!
//! Pure functions; the selling phase and the desk's offers use the same ones.

use super::command::Intent;
use super::maths::{exp, sigmoid};
use super::rules::Rules;
use super::scenario::{BuyingRole, MAX_CONTACTS, Style};
use super::state::{Customer, Relation};
use super::units::{Fen, Minutes};

/// How a way of presenting meets a way of thinking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    Same,
    Neighbour,
    Opposite,
}

impl Match {
    #[must_use]
    pub const fn of(presented: Style, own: Style) -> Match {
        match (presented as u8).abs_diff(own as u8) {
            0 => Match::Same,
            2 => Match::Opposite,
            _ => Match::Neighbour,
        }
    }
}

/// P(advance) = sigma(-.6 + .8 style + 1.0 R/100 + .8 T/100 + .5 skill/100 + spin - .25 (stage-1)).
#[must_use]
pub fn advance_chance(rules: &Rules, matching: Match, records: f64, trust: f64, skill: f64, stage: u8, value: Fen, intent: Intent) -> f64 {
    let r = &rules.selling;
    let style = match matching {
        Match::Same => 1.0,
        Match::Neighbour => 0.0,
        Match::Opposite => -1.0,
    };
    let large = value >= r.large_deal;
    let spin = match intent {
        Intent::Ask if large => r.advance_questions,
        Intent::Close if large => r.advance_push_large,
        Intent::Close if value < r.small_deal => r.advance_push_small,
        _ => 0.0,
    };
    sigmoid(
        r.advance_base
            + r.advance_style * style
            + r.advance_records * records / 100.0
            + r.advance_trust * trust / 100.0
            + r.advance_skill * skill / 100.0
            + spin
            + r.advance_stage * (f64::from(stage) - 1.0),
    )
}

/// Effort e = hours x m_out x (.6 + .6 R/100) x m_style.
#[must_use]
pub fn effort(rules: &Rules, time: Minutes, advance: bool, records: f64, matching: Match) -> f64 {
    let r = &rules.selling;
    let outcome = if advance { r.effect_advance } else { r.effect_continuation };
    time.to_hours() * outcome * (r.records_effect[0] + r.records_effect[1] * records / 100.0) * r.style_effect[matching as usize]
}

/// tau = 9 h x clamp(sqrt(value / 100k), .6, 3).
#[must_use]
pub fn tau(rules: &Rules, value: Fen) -> f64 {
    let r = &rules.selling;
    let size = (value.to_yuan() / r.support_value.to_yuan()).max(0.0).sqrt();
    r.support_hours * size.max(r.support_clamp[0]).min(r.support_clamp[1])
}

/// sup <- 1 - (1 - sup) exp(-e / (tau w)).
#[must_use]
pub fn support_after(support: f64, effort: f64, tau: f64, weight: f64) -> f64 {
    if weight <= 0.0 { support } else { 1.0 - (1.0 - support) * exp(-effort / (tau * weight)) }
}

/// M = sum w sup; courting only the purchaser caps it.
#[must_use]
pub fn support(rules: &Rules, customer: &Customer, support: &[f64; MAX_CONTACTS]) -> f64 {
    weighted(rules, customer.contacts.iter().map(|c| (c.weight, Some(c.role))), support)
}

/// The same from weights and roles as far as they are known.
#[must_use]
pub fn weighted(rules: &Rules, contacts: impl Iterator<Item = (f64, Option<BuyingRole>)>, support: &[f64; MAX_CONTACTS]) -> f64 {
    let (mut m, mut others) = (0.0, false);
    for ((weight, role), &sup) in contacts.zip(support) {
        m += weight * sup;
        others |= sup > 0.0 && role != Some(BuyingRole::Purchaser);
    }
    if others { m } else { m.min(rules.selling.purchaser_only) }
}

/// A gatekeeper who has had enough excludes the vendor.
#[must_use]
pub fn vetoed(rules: &Rules, customer: &Customer, relation: &Relation) -> bool {
    let gatekeepers = customer.contacts.iter().zip(&relation.contacts).filter(|(c, s)| c.role == BuyingRole::Gatekeeper && !s.removed);
    gatekeepers.into_iter().any(|(_, state)| state.attitude < rules.selling.veto)
}
