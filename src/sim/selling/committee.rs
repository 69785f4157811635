//! Calls and the buying committee: the equations of docs/model.md#calls, #committee.
//!
//! Pure functions; the selling phase and the desk's offers use the same ones.

use crate::sim::journal::effect::Cause;
use crate::sim::maths::{exp, sigmoid};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{BuyingRole, MAX_CONTACTS, Style};
use crate::sim::state::{Customer, Relation};
use crate::sim::terms::Intent;
use crate::sim::units::{ContactId, Fen, Minutes};

/// How a way of presenting meets a way of thinking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The contact's own style.
    Same,
    /// A style beside it on the ring A-B-C-D.
    Neighbour,
    /// The style across the ring.
    Opposite,
}

impl Match {
    /// How the style `presented` meets a contact's `own`.
    #[must_use]
    pub const fn of(presented: Style, own: Style) -> Match {
        match (presented as u8).abs_diff(own as u8) {
            0 => Match::Same,
            2 => Match::Opposite,
            _ => Match::Neighbour,
        }
    }
}

/// What the chance of an advance depends on.
#[derive(Clone, Copy, Debug)]
pub struct Pitch {
    /// How the style presented meets the contact's.
    pub matching: Match,
    /// R, 0-100.
    pub records: f64,
    /// T, 0-100.
    pub trust: f64,
    /// Of the customer's own account manager, 0-100.
    pub skill: f64,
    /// A new owner finds open ears.
    pub fresh: bool,
    /// Of the deal, 1-4, and 5 from a quote on; 1 for a call that serves no deal.
    pub stage: u8,
    /// Of the deal; zero for a call that serves none.
    pub value: Fen,
    /// Counts by the value of the deal.
    pub intent: Intent,
}

/// P(advance) = sigma(`advance_base` + `advance_style` style + `advance_records` R/100 + `advance_trust` T/100 +
/// `advance_skill` skill/100 + spin + `pool.fresh` for a new owner + `advance_stage` (stage-1)), 0-1; style is 1 for the
/// contact's own, 0 for a neighbour, -1 for the opposite, spin what the intent does by the size of the deal.
#[must_use]
pub fn advance_chance(rules: &Rules, pitch: &Pitch) -> f64 {
    let r = &rules.selling;
    let style = match pitch.matching {
        Match::Same => 1.0,
        Match::Neighbour => 0.0,
        Match::Opposite => -1.0,
    };
    let large = pitch.value >= r.large_deal;
    let spin = match pitch.intent {
        Intent::Ask if large => r.advance_questions,
        Intent::Close if large => r.advance_push_large,
        Intent::Close if pitch.value < r.small_deal => r.advance_push_small,
        _ => 0.0,
    };
    sigmoid(
        r.advance_base
            + r.advance_style * style
            + r.advance_records * pitch.records / 100.0
            + r.advance_trust * pitch.trust / 100.0
            + r.advance_skill * pitch.skill / 100.0
            + spin
            + if pitch.fresh { rules.pool.fresh } else { 0.0 }
            + r.advance_stage * (f64::from(pitch.stage) - 1.0),
    )
}

/// Effort e = hours x outcome x (`records_effect`\[0\] + `records_effect`\[1\] R/100) x `style_effect`; the outcome is
/// `effect_advance` or `effect_continuation`.
#[must_use]
pub fn effort(rules: &Rules, time: Minutes, advance: bool, records: f64, matching: Match) -> f64 {
    let r = &rules.selling;
    let outcome = if advance { r.effect_advance } else { r.effect_continuation };
    time.to_hours() * outcome * (r.records_effect[0] + r.records_effect[1] * records / 100.0) * r.style_effect[matching as usize]
}

/// tau = `support_hours` x clamp(sqrt(value / `support_value`), `support_clamp`), in hours.
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

/// M = sum w sup, 0-1; courting only the purchaser caps it, and who has left the committee has no say.
#[must_use]
pub fn support(rules: &Rules, customer: &Customer, relation: &Relation, support: &[f64; MAX_CONTACTS]) -> f64 {
    let heard = customer.contacts.iter().zip(&relation.contacts).map(|(c, state)| (if state.removed { 0.0 } else { c.weight }, Some(c.role)));
    weighted(rules, heard, support)
}

/// The same from weights and roles as far as they are known.
#[must_use]
pub fn weighted(rules: &Rules, contacts: impl Iterator<Item = (f64, Option<BuyingRole>)>, support: &[f64; MAX_CONTACTS]) -> f64 {
    let (mut m, mut others) = (0.0, false);
    for ((weight, role), &sup) in contacts.zip(support) {
        m += weight * sup;
        others |= weight > 0.0 && sup > 0.0 && role != Some(BuyingRole::Purchaser);
    }
    if others { m } else { m.min(rules.selling.purchaser_only) }
}

/// A gatekeeper who has had enough excludes the vendor; with what last spoilt the attitude.
#[must_use]
pub fn vetoed(rules: &Rules, customer: &Customer, relation: &Relation) -> Option<(ContactId, Option<Cause>)> {
    let people = customer.contacts.iter().zip(&relation.contacts).enumerate();
    let mut against = people.filter(|(_, (c, s))| c.role == BuyingRole::Gatekeeper && !s.removed && s.attitude < rules.selling.veto);
    against.next().map(|(place, (_, state))| (ContactId::at(place), state.soured))
}

/// Whether a committee is mapped: enough people met, and either records good enough or everybody met in person (what is not
/// written down must be in the salesperson's head).
#[must_use]
pub fn mapped(rules: &Rules, met: usize, present: usize, records: f64) -> bool {
    met >= usize::from(rules.selling.mapped_contacts).min(present) && (records >= rules.selling.mapped_records || met >= present)
}

/// A member of a committee, as far as the choice of the next call looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Place at the customer.
    pub id: ContactId,
    /// In the committee, or the mean weight where the role is not known.
    pub weight: f64,
    /// Won for the deal so far, 0-1.
    pub support: f64,
    /// Called at least once.
    pub reached: bool,
    /// The decision maker; in an estimate only where the role is known.
    pub decides: bool,
}

/// Whom a sensible seller sees next of the `members` who can be spoken to: before the committee is mapped somebody new,
/// afterwards where an hour moves most, and the decision maker, whose word counts, once a quote is made (`stage` 5).
#[must_use]
pub fn next_contact(members: impl Iterator<Item = Member>, stage: u8, mapped: bool) -> Option<ContactId> {
    // Even full support leaves the heavier member ahead.
    const REST: f64 = 0.01;
    const STRANGER: f64 = 10.0;
    const LAST_WORD: f64 = 0.05;
    let mut best: Option<(f64, ContactId)> = None;
    for member in members {
        let mut score = member.weight * (1.0 + REST - member.support);
        if stage < 3 && !member.reached && !mapped {
            score += STRANGER;
        }
        if stage == 5 && member.decides {
            score += LAST_WORD;
        }
        if best.is_none_or(|(b, _)| score > b) {
            best = Some((score, member.id));
        }
    }
    best.map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_come_first_then_weight_then_the_last_word() {
        let member = |id: u8, weight: f64, support: f64, reached: bool| Member { id: ContactId(id), weight, support, reached, decides: id == 0 };
        let members = [member(0, 0.35, 0.2, true), member(1, 0.25, 0.0, true), member(2, 0.2, 0.0, false)];
        let next = |stage: u8, mapped: bool| next_contact(members.into_iter(), stage, mapped).map(|c| c.0);
        assert_eq!([next(1, false), next(2, true), next(4, true)], [Some(2), Some(0), Some(0)]);
        let won_over = [member(0, 0.35, 0.95, true), member(1, 0.25, 0.8, true)];
        let next = |stage: u8| next_contact(won_over.into_iter(), stage, true).map(|c| c.0);
        assert_eq!([next(4), next(5)], [Some(1), Some(0)]);
        assert_eq!(next_contact([].into_iter(), 4, true), None);
    }

    const PITCH: Pitch = Pitch {
        matching: Match::Neighbour,
        records: 30.0,
        trust: 30.0,
        skill: 50.0,
        fresh: false,
        stage: 2,
        value: Fen::yuan(150_000),
        intent: Intent::Inform,
    };

    fn chance(pitch: Pitch) -> f64 {
        advance_chance(&Rules::default(), &pitch)
    }

    #[test]
    fn the_chance_of_an_advance_follows_the_model() {
        // -.6 + .3 + .24 + .25 - .25 = -.06
        assert!((chance(PITCH) - sigmoid(-0.06)).abs() < 1e-12);
    }

    #[test]
    fn pushing_helps_small_deals_and_harms_large_ones() {
        for (yuan, intent, sign) in [
            (99_999, Intent::Close, 1.0),
            (100_000, Intent::Close, 0.0),
            (199_999, Intent::Ask, 0.0),
            (200_000, Intent::Ask, 1.0),
            (200_000, Intent::Close, -1.0),
        ] {
            let plain = Pitch { value: Fen::yuan(yuan), ..PITCH };
            let change = chance(Pitch { intent, ..plain }) - chance(plain);
            assert!(if sign == 0.0 { change == 0.0 } else { change * sign > 0.0 }, "{yuan} {intent:?}: {change}");
        }
    }

    #[test]
    fn records_trust_skill_and_style_help_and_stage_hinders() {
        for better in [
            Pitch { matching: Match::Same, ..PITCH },
            Pitch { records: 60.0, ..PITCH },
            Pitch { trust: 60.0, ..PITCH },
            Pitch { skill: 80.0, ..PITCH },
            Pitch { fresh: true, ..PITCH },
            Pitch { stage: 1, ..PITCH },
        ] {
            assert!(chance(better) > chance(PITCH), "{better:?}");
        }
        assert!(chance(Pitch { matching: Match::Opposite, ..PITCH }) < chance(PITCH));
    }

    #[test]
    fn styles_meet_on_a_ring() {
        use Style::{A, B, C, D};
        for (a, b, meets) in [
            (A, A, Match::Same),
            (A, B, Match::Neighbour),
            (A, D, Match::Neighbour),
            (A, C, Match::Opposite),
            (B, D, Match::Opposite),
            (C, D, Match::Neighbour),
        ] {
            assert_eq!([Match::of(a, b), Match::of(b, a)], [meets; 2]);
        }
    }

    #[test]
    fn support_grows_with_effort_and_takes_longer_in_large_deals() {
        let rules = Rules::default();
        for (yuan, hours) in [(10_000, 5.4), (100_000, 9.0), (1_800_000, 27.0)] {
            assert!((tau(&rules, Fen::yuan(yuan)) - hours).abs() < 1e-9);
        }
        let e = effort(&rules, Minutes::from_hours(8), true, 50.0, Match::Same);
        assert!((e - 8.0 * 1.5 * 0.9 * 1.2).abs() < 1e-9);
        assert!(effort(&rules, Minutes::from_hours(8), false, 50.0, Match::Same) < e);
        let once = support_after(0.0, 4.0, 9.0, 0.35);
        assert!((once - (1.0 - exp(-4.0 / 3.15))).abs() < 1e-12);
        assert!(support_after(once, 4.0, 9.0, 0.35) > once && support_after(0.0, 4.0, 27.0, 0.35) < once);
    }

    #[test]
    fn courting_only_the_purchaser_is_capped() {
        let mut rules = Rules::default();
        rules.selling.purchaser_only = 0.1;
        let people = [(0.2, Some(BuyingRole::Purchaser)), (0.2, Some(BuyingRole::User))];
        let m = |support: [f64; 2]| {
            let mut all = [0.0; MAX_CONTACTS];
            all[..2].copy_from_slice(&support);
            weighted(&rules, people.into_iter(), &all)
        };
        assert_eq!(m([0.9, 0.0]), 0.1);
        assert!((m([1.0, 0.5]) - 0.3).abs() < 1e-12);
    }
}
