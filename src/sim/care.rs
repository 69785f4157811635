//! Phase 7: care visits, and what a month with or without them does to every customer (MODEL.md 8).

use super::delivery::target;
use super::effect::{About, Cause, Measure};
use super::maths::exp;
use super::report::{Interaction, InteractionKind, Outcome, Revealed};
use super::scenario::Finder;
use super::state::EntryKind;
use super::turn::Turn;
use super::units::{CustomerId, Minutes, Role};

/// touch = 1-exp(-h/4).
pub(super) fn touch(rules: &super::rules::Care, hours: f64) -> f64 {
    1.0 - exp(-hours / rules.hours)
}

impl Turn<'_> {
    /// A care visit: hours add up over the month; what they do is worked out once, in [`Turn::care_of_all`].
    pub fn visit(&mut self, role: Role, customer: CustomerId, time: Minutes) {
        let cost = self.rules.care.cost;
        if !self.relation(customer).active() || !self.affords(cost) {
            return;
        }
        self.pay(EntryKind::Care, -cost, Some(customer), None);
        self.relation_mut(customer).care_hours += time.to_hours();
        if time.to_hours() >= self.rules.care.contact_hours {
            self.contacted(customer);
            // over tea people speak of what is coming
            self.uncover(customer, Revealed::Talk, |f| matches!(f, Finder::Talk(_)));
        }
        self.log(|round| Interaction {
            round,
            customer,
            role,
            kind: InteractionKind::Care,
            contact: None,
            style: None,
            minutes: time,
            cost,
            outcome: Outcome::Done,
            written_up: false,
        });
    }

    /// Every customer that has bought feels how well it is looked after, also when nobody went.
    pub fn care_of_all(&mut self) {
        let rules = &self.rules.care;
        let about = About::Nothing;
        for id in self.ids() {
            if !self.relation(id).active() {
                continue;
            }
            let relation = self.relation(id);
            let touch = touch(rules, relation.care_hours);
            let perceived = rules.base + rules.touch * touch * (rules.records[0] + rules.records[1] * relation.records / 100.0);
            let gap = perceived - relation.expectation;
            let (satisfaction, trust) = (relation.satisfaction, relation.trust);
            let goal = target(self.rules.delivery.neutral, gap, rules.gain);
            let cause = if touch > 0.0 { Cause::Cared } else { Cause::Silence };
            self.set(id, Measure::Satisfaction, satisfaction + rules.rate * (goal - satisfaction), cause, about);
            if touch > 0.0 {
                self.set(id, Measure::Trust, trust + rules.trust * touch * (1.0 - trust / 100.0), cause, about);
                self.add(id, Measure::Negative, -rules.cancels * touch, cause, about);
                self.add(id, Measure::Bond, self.rules.relations.bond_per_touch * touch, cause, about);
            }
        }
    }
}
