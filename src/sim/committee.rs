//! Calls and the buying centre: chance of an advance, effort, support (MODEL.md 6).
//!
//! Pure functions with the model's letters, shared by the selling phase and by what the desk says a card tends to do.

use super::command::Intent;
use super::maths::{exp, sigmoid};
use super::rules::Selling;
use super::scenario::{BuyingRole, Style};
use super::units::{Fen, Minutes};

/// How the seller's style meets the contact's, on the ring A-B-C-D.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleMatch {
    Same,
    Neighbour,
    Opposite,
}

impl StyleMatch {
    #[must_use]
    pub const fn of(seller: Style, contact: Style) -> StyleMatch {
        match (seller as u8).abs_diff(contact as u8) {
            0 => StyleMatch::Same,
            2 => StyleMatch::Opposite,
            _ => StyleMatch::Neighbour,
        }
    }

    /// `style` of P(advance): +1, 0, -1.
    #[must_use]
    pub const fn style(self) -> f64 {
        match self {
            StyleMatch::Same => 1.0,
            StyleMatch::Neighbour => 0.0,
            StyleMatch::Opposite => -1.0,
        }
    }

    /// `m_style` of the effort: 1.2, 1.0, .7.
    #[must_use]
    pub const fn m_style(self, selling: &Selling) -> f64 {
        selling.style_effect[self as usize]
    }
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallEnd {
    Advance,
    Continuation,
}

/// What the chance of an advance depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pitch {
    /// [`StyleMatch::style`]; 0 where the contact's style is not known.
    pub style: f64,
    /// R, 0-100.
    pub records: f64,
    /// T, 0-100.
    pub trust: f64,
    /// Of the seller, 0-100.
    pub skill: f64,
    /// Of the deal, 1-6.
    pub stage: u8,
    /// Of the deal; zero for a call that serves none.
    pub value: Fen,
    pub intent: Intent,
}

/// P(advance) = sigma(-.6 + .8 style + 1.0 R/100 + .8 T/100 + .5 skill/100 + spin - .25(stage-1)).
#[must_use]
pub fn advance_chance(selling: &Selling, pitch: &Pitch) -> f64 {
    sigmoid(
        selling.advance_base
            + selling.advance_style * pitch.style
            + selling.advance_records * pitch.records / 100.0
            + selling.advance_trust * pitch.trust / 100.0
            + selling.advance_skill * pitch.skill / 100.0
            + spin(selling, pitch.value, pitch.intent)
            + selling.advance_stage * f64::from(pitch.stage.saturating_sub(1)),
    )
}

/// What the seller's intent adds: questions help in large deals, pushing helps in small ones and harms in large ones.
#[must_use]
pub fn spin(selling: &Selling, value: Fen, intent: Intent) -> f64 {
    match intent {
        Intent::Ask if value >= selling.large_deal => selling.advance_questions,
        Intent::Close if value >= selling.large_deal => selling.advance_push_large,
        Intent::Close if value < selling.small_deal => selling.advance_push_small,
        _ => 0.0,
    }
}

/// e = hours x `m_out` x (.6 + .6 R/100) x `m_style`.
#[must_use]
pub fn effort(selling: &Selling, time: Minutes, end: CallEnd, records: f64, style: StyleMatch) -> f64 {
    let m_out = match end {
        CallEnd::Advance => selling.effect_advance,
        CallEnd::Continuation => selling.effect_continuation,
    };
    let [plain, full] = selling.records_effect;
    time.to_hours() * m_out * (plain + full * records / 100.0) * style.m_style(selling)
}

/// tau = 9 h x clamp(sqrt(value/100k), .6, 3): what a contact of full weight takes in a deal of this value.
#[must_use]
pub fn tau(selling: &Selling, value: Fen) -> f64 {
    let [low, high] = selling.support_clamp;
    let share = value.to_yuan().max(0.0) / selling.support_value.to_yuan();
    selling.support_hours * share.sqrt().max(low).min(high)
}

/// sup <- 1 - (1-sup) exp(-e/(tau w)): the support after the effort.
#[must_use]
pub fn support_gain(support: f64, effort: f64, tau: f64, weight: f64) -> f64 {
    let scale = tau * weight;
    if scale > 0.0 { 1.0 - (1.0 - support) * exp(-effort / scale) } else { support }
}

/// M = sum w sup; courting only purchasers brings no more than the cap.
#[must_use]
pub fn committee_support(selling: &Selling, committee: impl IntoIterator<Item = (BuyingRole, f64, f64)>) -> f64 {
    let (mut sum, mut others) = (0.0, 0.0);
    for (role, weight, support) in committee {
        sum += weight * support;
        if role != BuyingRole::Purchaser {
            others += weight * support;
        }
    }
    if others > 0.0 { sum } else { sum.min(selling.purchaser_only) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pitch(value: i64, intent: Intent) -> Pitch {
        Pitch { style: 0.0, records: 30.0, trust: 30.0, skill: 50.0, stage: 2, value: Fen::yuan(value), intent }
    }

    #[test]
    fn the_chance_of_an_advance_follows_the_model() {
        let rules = Selling::default();
        // -.6 + .3 + .24 + .25 - .25 = -.06
        let chance = advance_chance(&rules, &pitch(150_000, Intent::Inform));
        assert!((chance - sigmoid(-0.06)).abs() < 1e-12);
    }

    #[test]
    fn pushing_helps_small_deals_and_harms_large_ones() {
        let rules = Selling::default();
        for (yuan, intent, sign) in [
            (99_999, Intent::Close, 1.0),
            (100_000, Intent::Close, 0.0),
            (199_999, Intent::Ask, 0.0),
            (200_000, Intent::Ask, 1.0),
            (200_000, Intent::Close, -1.0),
            (300_000, Intent::Inform, 0.0),
        ] {
            let change = advance_chance(&rules, &pitch(yuan, intent)) - advance_chance(&rules, &pitch(yuan, Intent::Inform));
            assert!(if sign == 0.0 { change == 0.0 } else { change * sign > 0.0 }, "{yuan} {intent:?}: {change}");
        }
    }

    #[test]
    fn records_trust_skill_and_style_help_and_stage_hinders() {
        let rules = Selling::default();
        let base = pitch(150_000, Intent::Inform);
        let chance = advance_chance(&rules, &base);
        for better in [
            Pitch { style: 1.0, ..base },
            Pitch { records: 60.0, ..base },
            Pitch { trust: 60.0, ..base },
            Pitch { skill: 60.0, ..base },
            Pitch { stage: 1, ..base },
        ] {
            assert!(advance_chance(&rules, &better) > chance, "{better:?}");
        }
        assert!(advance_chance(&rules, &Pitch { style: -1.0, ..base }) < chance);
    }

    #[test]
    fn styles_meet_on_a_ring() {
        use Style::{A, B, C, D};
        for (a, b, meets) in [
            (A, A, StyleMatch::Same),
            (A, B, StyleMatch::Neighbour),
            (A, D, StyleMatch::Neighbour),
            (A, C, StyleMatch::Opposite),
            (B, D, StyleMatch::Opposite),
            (C, D, StyleMatch::Neighbour),
        ] {
            assert_eq!([StyleMatch::of(a, b), StyleMatch::of(b, a)], [meets; 2]);
        }
    }

    #[test]
    fn support_grows_with_effort_and_takes_longer_in_large_deals() {
        let rules = Selling::default();
        assert_eq!([10_000, 100_000, 1_800_000].map(|v| (tau(&rules, Fen::yuan(v)) * 1e6).round() / 1e6), [5.4, 9.0, 27.0]);
        let e = effort(&rules, Minutes::hours(8), CallEnd::Advance, 50.0, StyleMatch::Same);
        assert!((e - 8.0 * 1.5 * 0.9 * 1.2).abs() < 1e-12);
        assert!(effort(&rules, Minutes::hours(8), CallEnd::Continuation, 50.0, StyleMatch::Same) < e);
        let once = support_gain(0.0, 4.0, 9.0, 0.35);
        assert!((once - (1.0 - exp(-4.0 / 3.15))).abs() < 1e-12);
        assert!(support_gain(once, 4.0, 9.0, 0.35) > once && support_gain(0.0, 4.0, 27.0, 0.35) < once);
    }

    #[test]
    fn courting_only_the_purchaser_is_capped() {
        let rules = Selling { purchaser_only: 0.1, ..Selling::default() };
        let only = [(BuyingRole::Purchaser, 0.2, 0.9), (BuyingRole::User, 0.2, 0.0)];
        assert_eq!(committee_support(&rules, only), 0.1);
        let both = [(BuyingRole::Purchaser, 0.2, 1.0), (BuyingRole::User, 0.2, 0.5)];
        assert!((committee_support(&rules, both) - 0.3).abs() < 1e-12);
    }
}
