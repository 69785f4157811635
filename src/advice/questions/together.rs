//! Answers to one question beside each other: whether there is room for two of them, and what makes way for another one.

use super::Answer;
use crate::sim::cards::{Card, CardId, takes_outside};
use crate::sim::planning::command::Command;
use crate::sim::units::{Fen, Minutes, Role};
use crate::sim::view::{PlanCardView, View};

/// The cards of answers that were given which make way for another answer: those that it plays anew, and all of them where there is no
/// room for both. `role`: whose plan they lie in.
#[must_use]
pub fn in_the_way(view: &View, role: Role, given: &[&Answer], answer: &Answer) -> Vec<CardId> {
    let new: Vec<&Card> = answer.cards.iter().zip(&answer.planned).filter(|(_, planned)| planned.is_none()).map(|(card, _)| card).collect();
    let has_room = fits(view, role, new.iter().map(|card| takes(view, role, card)), &[]);
    let makes_way = |card: &&PlanCardView| !has_room || new.iter().any(|new| new.action.repeats(&card.card.action));
    let kept = |id: &CardId| answer.planned.contains(&Some(*id));
    planned(view, given.iter().copied()).filter(|card| !kept(&card.id)).filter(makes_way).map(|card| card.id).collect()
}

/// What gives an answer: its cards go into the plan of the role, and what is in the way of them comes out. An answer that is in the plan
/// already comes out again; without an answer all that were `given` come out.
#[must_use]
pub fn give(view: &View, role: Role, given: &[&Answer], answer: Option<&Answer>) -> Vec<Command> {
    let of = |answers: &[&Answer]| -> Vec<CardId> { answers.iter().flat_map(|answer| answer.planned.iter().copied().flatten()).collect() };
    let (out, new) = match answer {
        None => (of(given), Vec::new()),
        Some(answer) if answer.chosen() => (of(&[answer]), Vec::new()),
        Some(answer) => {
            let new = answer.cards.iter().zip(&answer.planned).filter(|(_, planned)| planned.is_none()).map(|(card, _)| card.clone()).collect();
            (in_the_way(view, role, given, answer), new)
        }
    };
    out.into_iter().map(Command::Remove).chain(new.into_iter().map(Command::Add)).collect()
}

/// Whether an answer adds up with others to the same question, rather than taking the place of one: it can be given together with all of
/// them, or with some, and the rest can be given with none. Of three that go together two by two, the third takes a place once two are
/// given. `answers`: those that are offered; `role`: whose plan they lie in.
#[must_use]
pub fn adds_up(view: &View, role: Role, answers: &[&Answer], answer: &Answer) -> bool {
    let joins = |one: &Answer, other: &Answer| one.choice != other.choice && go_together(view, role, answers, one, other);
    let is_alone = |one: &Answer| answers.iter().all(|other| !joins(one, other));
    let given: Vec<&Answer> = answers.iter().copied().filter(|other| other.chosen()).collect();
    let displaces = !answer.chosen() && !in_the_way(view, role, &given, answer).is_empty();
    let mut others = answers.iter().filter(|other| other.choice != answer.choice);
    !displaces && !is_alone(answer) && others.all(|other| joins(answer, other) || is_alone(other))
}

fn go_together(view: &View, role: Role, answers: &[&Answer], one: &Answer, other: &Answer) -> bool {
    if one.cards.iter().any(|card| other.cards.iter().any(|second| card.action.repeats(&second.action))) {
        return false;
    }
    let freed: Vec<&PlanCardView> = planned(view, answers.iter().copied()).collect();
    let both = [one, other].into_iter().flat_map(|answer| answer.cards.iter().zip(&answer.planned));
    // hours and terms of a card may have been changed since it was planned
    let taken = both.map(|(card, id)| match freed.iter().find(|planned| Some(planned.id) == *id) {
        Some(planned) => (planned.minutes, planned.cost),
        None => takes(view, role, card),
    });
    fits(view, role, taken, &freed)
}

/// What is in the plan of these answers.
fn planned<'a>(view: &'a View, answers: impl IntoIterator<Item = &'a Answer>) -> impl Iterator<Item = &'a PlanCardView> {
    let ids: Vec<CardId> = answers.into_iter().flat_map(|answer| answer.planned.iter().copied().flatten()).collect();
    view.plan.iter().filter(move |card| ids.contains(&card.id))
}

fn takes(view: &View, role: Role, card: &Card) -> (Minutes, Fen) {
    takes_outside(card, &view.guide, role, |id| view.customer(id).map_or(Fen::ZERO, |c| c.last_amount))
}

/// Whether a role has the hours, the team the money and the role the decisions for cards that take so much, once others are out of the
/// plan.
fn fits(view: &View, role: Role, cards: impl Iterator<Item = (Minutes, Fen)>, freed: &[&PlanCardView]) -> bool {
    let (mut minutes, mut cost, mut decisions) = (Minutes::ZERO, Fen::ZERO, usize::from(view.staff(role).decisions));
    for (time, money) in cards {
        (minutes, cost, decisions) = (minutes + time, cost + money, decisions + 1);
    }
    let (time, money) = (freed.iter().map(|card| card.minutes).sum::<Minutes>(), freed.iter().map(|card| card.cost).sum::<Fen>());
    let affords = cost <= Fen::ZERO || cost <= view.spendable + money;
    minutes <= view.free(role) + time && affords && decisions <= usize::from(view.guide.rules.work.max_decisions) + freed.len()
}
