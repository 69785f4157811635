//! What can be set of a card, and what must be before it is played.

use crate::sim::cards;
use crate::sim::cards::Action;
use crate::sim::units::Minutes;

/// The hours a card's player sets, if it has such.
#[must_use]
pub const fn time(action: &Action) -> Option<Minutes> {
    match action {
        Action::Prospect(cards::Prospect { time })
        | Action::Call(cards::Call { time, .. })
        | Action::Pursue(cards::Pursue { time, .. })
        | Action::Queue(cards::Queue { time, .. })
        | Action::Reception(cards::Reception { time })
        | Action::BuildCrm(cards::BuildCrm { time }) => Some(*time),
        _ => None,
    }
}

/// Sets the hours of a card that has such.
pub fn set_time(action: &mut Action, wanted: Minutes) {
    match action {
        Action::Prospect(cards::Prospect { time })
        | Action::Call(cards::Call { time, .. })
        | Action::Pursue(cards::Pursue { time, .. })
        | Action::Queue(cards::Queue { time, .. })
        | Action::Reception(cards::Reception { time })
        | Action::BuildCrm(cards::BuildCrm { time }) => *time = wanted,
        _ => {}
    }
}

/// Whether there is anything to set before the card is played.
#[must_use]
pub const fn can_be_set(action: &Action) -> bool {
    !matches!(
        action,
        Action::Exhibition(cards::Exhibition)
            | Action::Summit(cards::Summit)
            | Action::Forecast(cards::Forecast)
            | Action::Article(_)
            | Action::Invest(_)
            | Action::Close(_)
            | Action::BuyCrm(cards::BuyCrm)
            | Action::Hire(_)
            | Action::Train(_)
    )
}

/// Cards that are dangerous or meaningless before somebody has looked at them.
#[must_use]
pub const fn needs_setting(action: &Action) -> bool {
    matches!(
        action,
        Action::Quote(_)
            | Action::Gift(_)
            | Action::WinBack(_)
            | Action::Compensate(_)
            | Action::Campaign(_)
            | Action::Bid(_)
            | Action::Rebate(_)
            | Action::Invest(_)
            | Action::Close(_)
    )
}

/// A card over several customers needs one at least.
#[must_use]
pub fn is_sound(action: &Action) -> bool {
    match action {
        Action::Research(cards::Research { customers })
        | Action::Qualify(cards::Qualify { customers })
        | Action::AskReferral(cards::AskReferral { customers })
        | Action::Handover(cards::Handover { customers })
        | Action::Check(cards::Check { customers })
        | Action::Nurture(cards::Nurture { customers })
        | Action::GiveToPool(cards::GiveToPool { customers })
        | Action::TakeFromPool(cards::TakeFromPool { customers })
        | Action::Survey(cards::Survey { customers }) => !customers.is_empty(),
        Action::Care(cards::Care { visits }) => !visits.is_empty(),
        Action::PursueMany(cards::PursueMany { deals, .. }) => !deals.is_empty(),
        _ => true,
    }
}

/// Cards that are talks with somebody, and can be put into the records.
#[must_use]
pub const fn writes_up(action: &Action) -> bool {
    !matches!(
        action,
        Action::Exhibition(cards::Exhibition)
            | Action::Summit(cards::Summit)
            | Action::Prospect(_)
            | Action::Forecast(cards::Forecast)
            | Action::Purchase(_)
            | Action::Article(_)
            | Action::Campaign(_)
            | Action::Rebate(_)
            | Action::Invest(_)
            | Action::Close(_)
            | Action::Nurture(_)
            | Action::Hire(_)
            | Action::Train(_)
            | Action::GiveToPool(_)
            | Action::TakeFromPool(_)
            | Action::BuyCrm(cards::BuyCrm)
            | Action::BuildCrm(_)
    )
}

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
        (Action::Train(cards::Train { role: a, person: x }), Action::Train(cards::Train { role: b, person: y })) => (a, x) == (b, y),
        _ => std::mem::discriminant(a) == std::mem::discriminant(b) && a.customers() == b.customers(),
    }
}
