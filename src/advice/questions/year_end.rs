//! What a good customer gets at the end of the year: a gift within the policy, or an open rebate to the firm.

use super::{About, Answer, Choice, Month, Question};
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::CustomerView;
use crate::sim::scenario::BuyingRole;
use crate::sim::state::Compliance;
use crate::sim::units::{Fen, Role};
use std::cmp::Reverse;

const ROLE: Role = Role::AccountManager;
/// The month in which presents are talked about.
const DECEMBER: u8 = 12;
/// What an open rebate comes to, as a multiple of the gift that the policy allows.
const REBATE: i64 = 10;

pub(super) fn ask(month: &Month) -> Option<Question> {
    let view = month.view;
    if view.calendar(view.round).1 != DECEMBER || view.compliance == Compliance::Hide {
        return None;
    }
    let rules = &view.guide.rules.gifts;
    let buys = |c: &&CustomerView| c.is_buyer();
    let customer = view.customers.iter().filter(buys).max_by_key(|c| (c.revenue.max(c.last_amount), Reverse(c.id)))?;
    let there = || customer.contacts.iter().filter(|c| !c.removed);
    let contact = there().find(|c| c.role == Some(BuyingRole::DecisionMaker)).or_else(|| there().next())?.id;
    let amount = customer.lawful_gift(rules, contact, rules.contact_limit.min(rules.most));
    if amount <= Fen::ZERO {
        return None;
    }
    let rebate = rules.contact_limit.times(REBATE).min(rules.rebate_most).max(Fen(1));
    let answers: Vec<Answer> = [
        (Choice::Gift(customer.id), Action::Gift(cards::Gift { customer: customer.id, contact, amount })),
        (Choice::Rebate(customer.id), Action::Rebate(cards::Rebate { customer: customer.id, amount: rebate })),
    ]
    .into_iter()
    .filter_map(|(choice, action)| month.answer(ROLE, choice, [action]))
    .collect();
    // one sign of thanks: which one is the question
    (answers.len() > 1).then_some(Question { about: About::YearEnd(customer.id), role: ROLE, answers, stake: rebate })
}
