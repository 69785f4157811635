//! Whether two cards are the same but for what can be set: an offer that lies in the plan, a card that was left in the editor.

use crate::game::desk::state::Draft;
use crate::sim::cards;
use crate::sim::cards::Action;

/// Two actions that would be the same card, but for hours and terms.
#[must_use]
pub fn same_card(a: &Action, b: &Action) -> bool {
    match (a, b) {
        (Action::Call(cards::Call { customer: c, contact: x, .. }), Action::Call(cards::Call { customer: d, contact: y, .. })) => c == d && x == y,
        (Action::Pursue(cards::Pursue { deal: a, .. }), Action::Pursue(cards::Pursue { deal: b, .. }))
        | (Action::Quote(cards::Quote { deal: a, .. }), Action::Quote(cards::Quote { deal: b, .. }))
        | (Action::Design(cards::Design { deal: a }), Action::Design(cards::Design { deal: b }))
        | (Action::Demo(cards::Demo { deal: a }), Action::Demo(cards::Demo { deal: b }))
        | (Action::Bid(cards::Bid { tender: a, .. }), Action::Bid(cards::Bid { tender: b, .. })) => a == b,
        (Action::Campaign(cards::Campaign { medium: a, segment: x, .. }), Action::Campaign(cards::Campaign { medium: b, segment: y, .. })) => (a, x) == (b, y),
        (Action::Invest(cards::Invest(a)), Action::Invest(cards::Invest(b))) | (Action::Close(cards::Close(a)), Action::Close(cards::Close(b))) => a == b,
        (Action::Hire(cards::Hire { role: a }), Action::Hire(cards::Hire { role: b })) => a == b,
        (Action::Forecast(_) | Action::OwnForecast(_), Action::Forecast(_) | Action::OwnForecast(_)) => true,
        (Action::Train(cards::Train { role: a, person: x }), Action::Train(cards::Train { role: b, person: y })) => (a, x) == (b, y),
        _ => std::mem::discriminant(a) == std::mem::discriminant(b) && a.customers() == b.customers(),
    }
}

/// Two drafts that change the same card of the plan, or would be the same new one.
#[must_use]
pub fn same_draft(a: &Draft, b: &Draft) -> bool {
    match (a.changes, b.changes) {
        (Some(a), Some(b)) => a == b,
        (None, None) => same_card(&a.card.action, &b.card.action),
        _ => false,
    }
}
