//! The question of the service desk: a few buyers closely, or many in short.

use super::{About, Answer, Choice, Month, Question};
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use std::cmp::Reverse;

const ROLE: Role = Role::Service;
/// Hours of a long visit, as a multiple of a partner's usual one.
const LONG: i32 = 2;

pub(super) fn ask(month: &Month) -> Option<Question> {
    let view = month.view;
    let rules = &view.guide.rules;
    let mut buyers: Vec<&CustomerView> = view.customers.iter().filter(|c| c.is_buyer()).collect();
    buyers.sort_by_key(|c| (Reverse(c.yearly_value.unwrap_or(c.last_amount)), c.id));
    let planned = |id: CustomerId, is: fn(&Action) -> bool| month.routine.iter().any(|card| is(&card.action) && card.action.customers().contains(&id));
    let fits = |each: Minutes| usize::try_from(month.free(ROLE).0 / each.0.max(1)).unwrap_or(0);
    let long = Minutes(rules.planning.care_hours[1].0.saturating_mul(LONG)).half_hours();
    let unvisited = buyers.iter().filter(|c| !planned(c.id, |a| matches!(a, Action::Care(_))));
    let visits: Vec<(CustomerId, Minutes)> = unvisited.take(fits(long + rules.work.write_up)).map(|c| (c.id, long)).collect();
    let unchecked = buyers.iter().filter(|c| !planned(c.id, |a| matches!(a, Action::Check(_))));
    let checks: Vec<CustomerId> = unchecked.take(fits(rules.service.check_hours + rules.work.write_up)).map(|c| c.id).collect();
    let (few, many) = (visits.len(), checks.len());
    if few == 0 || many <= few {
        return None;
    }
    let answers: Vec<Answer> =
        [(Choice::VisitFew(few), Action::Care(cards::Care { visits })), (Choice::CheckMany(many), Action::Check(cards::Check { customers: checks }))]
            .into_iter()
            .filter_map(|(choice, action)| month.answer(ROLE, choice, [action]))
            .collect();
    let stake: Fen = buyers.iter().take(few).map(|c| c.yearly_value.unwrap_or(c.last_amount)).sum::<Fen>().scale(0.1);
    month.contest(ROLE, &answers).then_some(Question { about: About::Serving, role: ROLE, answers, stake })
}
