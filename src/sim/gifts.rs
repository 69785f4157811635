//! Gifts and hospitality, the policy on them, and audits (MODEL.md 11).

use super::draw::Purpose;
use super::effect::{About, Cause, Measure};
use super::maths::ln;
use super::report::{Happened, InteractionKind, Outcome};
use super::state::{Breach, EntryKind};
use super::turn::Turn;
use super::units::{ContactId, CustomerId, Fen};

/// The part of a gift that the policy allows, after what the contact got this quarter and the customer this year.
pub(super) fn lawful(rules: &super::rules::Gifts, quarter: Fen, year: Fen, amount: Fen) -> Fen {
    (rules.contact_limit - quarter).min(rules.customer_limit - year).min(amount).max(Fen::ZERO)
}

/// ln(1+g/200).
pub(super) fn gift_weight(rules: &super::rules::Gifts, lawful: Fen) -> f64 {
    ln(1.0 + lawful.to_yuan() / rules.contact_limit.to_yuan().max(1.0))
}

impl Turn<'_> {
    /// A gift: within the limits a little trust and bond, above them nothing but the risk.
    pub fn gift(&mut self, customer: CustomerId, contact: ContactId, amount: Fen) {
        if !self.affords(amount) {
            return;
        }
        let rules = &self.rules.gifts;
        self.pay(EntryKind::Gifts, -amount, Some(customer), None);
        let relation = self.relation(customer);
        let lawful = lawful(rules, relation.contacts[contact.index()].gifts, relation.gifts_year, amount);
        if lawful > Fen::ZERO {
            let weight = gift_weight(rules, lawful);
            let (trust, bond) = (rules.trust * weight, rules.bond * weight);
            self.add(customer, Measure::Trust, trust, Cause::Gift, About::Contact(contact));
            self.add(customer, Measure::Bond, bond, Cause::Gift, About::Contact(contact));
        }
        if amount > lawful {
            let round = self.round;
            self.team.breaches.push(Breach { customer, contact, round, found: false });
        }
        let relation = self.relation_mut(customer);
        relation.contacts[contact.index()].gifts += amount;
        relation.gifts_year += amount;
        let minutes = self.rules.gifts.hours;
        self.sales_work(customer, InteractionKind::Gift, minutes, amount, Outcome::Done, false);
    }

    /// Each breach may be found in each round for the rest of the game.
    pub fn audit(&mut self) {
        let rules = &self.rules.gifts;
        for index in 0..self.team.breaches.len() {
            let breach = self.team.breaches[index];
            let slot = u16::from(breach.contact.0) * 256 + breach.round.0;
            if breach.found || !self.draw(Purpose::Audit, breach.customer, slot).happens(rules.audit) {
                continue;
            }
            self.team.breaches[index].found = true;
            self.team.bribe_found = true;
            self.pay(EntryKind::Fine, -rules.fine, Some(breach.customer), None);
            let about = About::Contact(breach.contact);
            self.add(breach.customer, Measure::Trust, -rules.found_trust, Cause::BribeFound, about);
            self.add(breach.customer, Measure::Reputation, -rules.found_reputation, Cause::BribeFound, about);
            let relation = self.relation_mut(breach.customer);
            relation.contacts[breach.contact.index()].removed = true;
            relation.blow = Some(Cause::BribeFound);
            self.happened(Happened::BribeFound { customer: breach.customer, contact: breach.contact, fine: rules.fine });
        }
    }

    /// Quarters and years end: what was given counts anew.
    pub fn gift_periods(&mut self) {
        let quarter = self.rules.gifts.quarter.max(1);
        let (quarter_ends, year_ends) = (self.round.0.is_multiple_of(quarter), self.round.0.is_multiple_of(12));
        for relation in &mut self.team.relations {
            if quarter_ends {
                for contact in &mut relation.contacts {
                    contact.gifts = Fen::ZERO;
                }
            }
            if year_ends {
                relation.gifts_year = Fen::ZERO;
            }
        }
    }
}
