//! By which forms name what they were shown. A mark says what is done, too: where a click would do something else by now, it is not
//! found.

use crate::advice::agenda::AgendaItem;
use crate::advice::offer::Offer;
use crate::advice::todo::Step;
use crate::host::web::seat::mark;
use crate::prose::questions::Reply;
use crate::sim::view::PlanCardView;

/// What an item of the agenda has done about it.
pub fn of_step(item: AgendaItem, step: &Step) -> String {
    mark(&(item, verb(step)))
}

/// The word for a step, which is the text on its button; None where it has none.
pub const fn verb(step: &Step) -> Option<&'static str> {
    match step {
        Step::Add(_) | Step::Join(..) => Some("host-add"),
        Step::Set(..) => Some("host-set"),
        Step::TakeBack(..) => Some("host-take-back"),
        Step::Tasks(_) => Some("host-set-tasks"),
        Step::Blocked(..) | Step::Look => None,
    }
}

/// An answer to a question of the month.
pub fn of_reply(reply: &Reply) -> String {
    mark(&(reply.about, reply.answer.as_ref().map(|answer| answer.choice), reply.chosen))
}

/// A card that is offered.
pub fn of_offer(offer: &Offer) -> String {
    mark(&(offer.role, &offer.card))
}

/// A card of the plan.
pub fn of_planned(card: &PlanCardView) -> String {
    mark(&(card.role, card.id))
}
