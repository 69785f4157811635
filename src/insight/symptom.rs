//! Symptoms: what a customer does that proves a stage. No symptom, no deal (docs/cases.md#sales-process; docs/model.md#symptoms).

use crate::sim::knowledge::DealView;
use crate::sim::scenario::BuyingRole;
use crate::sim::selling::committee;
use crate::sim::view::View;

/// What can be seen of a deal. The first, fourth and last are what every real deal shows sooner or later: it makes
/// concrete demands, lets one meet the person in charge, haggles hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symptom {
    /// It has said what it needs.
    Demands,
    /// Enough of its committee have been met, and what they said is on record.
    Committee,
    /// It gave time for a demo, a trial or a check.
    Tried,
    /// The decision maker has been met.
    InCharge,
    /// It has a quote and talks about it.
    Quoted,
    /// The decision maker said yes and haggles over the rest.
    Haggles,
}

impl Symptom {
    /// In the order of the stages that they prove.
    pub const ALL: [Symptom; 6] = [Symptom::Demands, Symptom::Committee, Symptom::Tried, Symptom::InCharge, Symptom::Quoted, Symptom::Haggles];

    /// The first stage that is not proven without it; 4 and 5 need an offer tried and made, from 5 on the person who decides.
    #[must_use]
    pub const fn needed_from(self) -> u8 {
        match self {
            Symptom::Demands => 2,
            Symptom::Committee => 3,
            Symptom::Tried => 4,
            Symptom::InCharge | Symptom::Quoted => 5,
            Symptom::Haggles => 6,
        }
    }

    /// Place in [`Symptom::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Which symptoms a deal shows, by [`Symptom::index`].
#[must_use]
pub fn symptoms(view: &View, deal: &DealView) -> [bool; 6] {
    let rules = &view.guide.rules;
    let customer = view.customer(deal.id.customer);
    let people = customer.map(|c| c.contacts.as_slice()).unwrap_or_default();
    let there = || people.iter().filter(|p| !p.removed);
    let met = there().filter(|p| p.reached).count();
    let records = customer.map_or(0.0, |c| c.records);
    [
        deal.class.is_some(),
        committee::mapped(rules, met, there().count(), records) && met > 0,
        deal.demo || deal.check,
        there().any(|p| p.reached && p.role == Some(BuyingRole::DecisionMaker)),
        deal.stage >= 5,
        deal.stage >= 6,
    ]
}

/// The furthest stage (1-6) that the symptoms prove.
#[must_use]
pub fn proven(shown: &[bool; 6]) -> u8 {
    (2..=6_u8).rev().find(|&stage| Symptom::ALL.into_iter().all(|s| s.needed_from() > stage || shown[s.index()])).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::Game;
    use crate::sim::testing::{ALPHA, bare, buyer, deal_of, quoted, seat};
    use crate::sim::units::Role;
    use crate::sim::view::view;

    #[test]
    fn a_stage_is_proven_by_all_that_it_takes() {
        // demands, committee, tried, in charge, quoted, haggles
        for (shown, stage) in [
            ([false; 6], 1),
            ([true, false, false, false, false, false], 2),
            ([true, true, false, true, true, true], 3),
            ([true, true, true, false, true, false], 4),
            ([true, true, true, true, true, false], 5),
            ([true; 6], 6),
            ([false, true, true, true, true, true], 1),
        ] {
            assert_eq!(proven(&shown), stage, "{shown:?}");
        }
    }

    #[test]
    fn symptoms_are_seen_one_by_one() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1).measures.records = 10.0;
        let id = quoted(&mut state, ALPHA);
        let shown = |state: &Game| {
            let view = view(state, seat(0, Role::AccountManager));
            view.deal(id).map(|deal| symptoms(&view, deal))
        };
        assert_eq!(shown(&state), Some([true, false, false, false, true, false]));
        // two met, but nothing written down; then the records
        for contact in 1..3 {
            buyer(&mut state, ALPHA, 1).contacts[contact].reached = true;
        }
        assert_eq!(shown(&state).map(|s| s[1]), Some(false));
        buyer(&mut state, ALPHA, 1).measures.records = 25.0;
        assert_eq!(shown(&state).map(|s| s[1]), Some(true));
        deal_of(&mut state, id).demo = true;
        buyer(&mut state, ALPHA, 1).contacts[0].reached = true;
        assert_eq!(shown(&state).map(|s| (s, proven(&s))), Some(([true, true, true, true, true, false], 5)));
        deal_of(&mut state, id).stage = 6;
        assert_eq!(shown(&state).map(|s| proven(&s)), Some(6));
    }
}
