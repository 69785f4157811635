//! The developer's question: new customers, or the leads there are.

use super::{About, Answer, Choice, Month, Question};
use crate::advice::estimate::estimate;
use crate::advice::offer;
use crate::sim::cards::{self, Action, Card, Estimate};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::{CustomerId, Minutes, Role};
use crate::sim::view::{PlanCardView, View};
use std::cmp::Reverse;

const ROLE: Role = Role::Developer;
/// Leads that a campaign must promise, as a share of what the same month of searching does.
const LEAST: f64 = 1.0;

/// Leads that a card may be expected to find.
pub(super) fn found(view: &View, action: &Action) -> f64 {
    if let Estimate::Finds(leads) = estimate(view, action, 1.0) { leads } else { 0.0 }
}

pub(super) fn ask(month: &Month) -> Option<Question> {
    let view = month.view;
    let rules = &view.guide.rules;
    let free = month.free(ROLE);
    let planned = |id: CustomerId| month.routine.iter().any(|card| matches!(card.action, Action::Qualify(_)) && card.action.customers().contains(&id));
    let wanted = |c: &&CustomerView| c.in_our_hands() && !c.qualified && !planned(c.id);
    let mut leads: Vec<&CustomerView> = view.customers.iter().filter(wanted).collect();
    leads.sort_by_key(|c| (Reverse(view.open_deals(c.id).map(|d| d.value).max()), c.id));
    let each = rules.finding.qualify_hours + rules.work.write_up;
    leads.truncate(usize::try_from(free.0 / each.0.max(1)).unwrap_or(0));
    let customers: Vec<CustomerId> = leads.iter().map(|c| c.id).collect();
    let count = customers.len();
    if count == 0 {
        return None;
    }
    let mut answers: Vec<Answer> = Vec::new();
    // what else is planned takes its hours off, unless it is the search itself
    let searches = |card: &&PlanCardView| card.role == ROLE && !card.filled_in && matches!(card.card.action, Action::Prospect(_));
    let now = view.free(ROLE) + view.plan.iter().filter(searches).map(|card| card.minutes).sum();
    answers.extend(month.answer(ROLE, Choice::Search, search(free.min(now)).or_else(|| search(free))));
    let special = if view.exhibition {
        Some((Choice::Exhibition, Action::Exhibition(cards::Exhibition)))
    } else {
        offer::campaign(view).map(|campaign| (Choice::Advertise, campaign))
    };
    // at a fair the team meets whom the script sends there, too; what finds hardly anybody is no answer
    let worth_a_look = |action: &Action| {
        matches!(action, Action::Exhibition(_)) || found(view, action) >= found(view, &Action::Prospect(cards::Prospect { time: free })) * LEAST
    };
    if let Some((choice, action)) = special.filter(|(_, action)| worth_a_look(action)) {
        let (minutes, _) = month.takes(ROLE, &Card { action: action.clone(), write_up: true });
        let rest = usize::try_from((free - minutes).0 / each.0.max(1)).unwrap_or(0);
        let known = customers.iter().copied().take(rest).collect::<Vec<_>>();
        let qualify = (!known.is_empty()).then_some(Action::Qualify(cards::Qualify { customers: known }));
        answers.extend(month.answer(ROLE, choice, [action].into_iter().chain(qualify)));
    }
    answers.extend(month.answer(ROLE, Choice::Qualify(count), [Action::Qualify(cards::Qualify { customers })]));
    let stake = rules.finding.usual_value.scale(count as f64 / 10.0);
    // a search takes whatever hours there are, so there is never time for both
    (answers.len() > 1).then_some(Question { about: About::Looking, role: ROLE, answers, stake })
}

/// Looking for new customers with this much time.
fn search(time: Minutes) -> Option<Action> {
    let time = time.half_hours();
    (time > Minutes::ZERO).then_some(Action::Prospect(cards::Prospect { time }))
}
