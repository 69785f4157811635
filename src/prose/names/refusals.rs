//! Why a card or a command is not possible.

use crate::sim::terms::{Amount, Missing, Reject};

/// What a card still needs.
#[must_use]
pub const fn missing(name: Missing) -> &'static str {
    match name {
        Missing::Event => "missing-event",
        Missing::Known => "missing-known",
        Missing::NotLost => "missing-not-lost",
        Missing::Lost => "missing-lost",
        Missing::LostLonger => "missing-lost-longer",
        Missing::Stage3 => "missing-stage-3",
        Missing::Stage4 => "missing-stage-4",
        Missing::Orders => "missing-orders",
        Missing::Satisfaction => "missing-satisfaction",
        Missing::StaffChange => "missing-staff",
        Missing::Failure => "missing-failure",
        Missing::Solved => "missing-solved",
        Missing::Unqualified => "missing-unqualified",
        Missing::Planned => "missing-planned",
        Missing::Contact => "missing-contact",
        Missing::Unquoted => "missing-unquoted",
        Missing::Talks => "missing-talks",
        Missing::Open => "missing-open",
        Missing::Cash => "missing-cash",
        Missing::Visitors => "missing-visitors",
        Missing::Integrated => "missing-integrated",
        Missing::Promised => "missing-promised",
        Missing::Tender => "missing-tender",
        Missing::Offered => "missing-offered",
        Missing::Unbuilt => "missing-unbuilt",
        Missing::Built => "missing-built",
        Missing::NoGifts => "missing-no-gifts",
        Missing::GiftLimit => "missing-gift-limit",
        Missing::Stock => "missing-stock",
        Missing::Pooled => "missing-pooled",
        Missing::NotPooled => "missing-not-pooled",
        Missing::Stuck => "missing-stuck",
        Missing::RoleFull => "missing-role-full",
        Missing::Vacant => "missing-vacant",
    }
}

/// Why something was refused.
#[must_use]
pub const fn reject(name: Reject) -> &'static str {
    match name {
        Reject::GameOver => "reject-game-over",
        Reject::NoSuchSeat => "reject-seat",
        Reject::NoSuchCard => "reject-card",
        Reject::NoSuchCustomer => "reject-customer",
        Reject::NoSuchContact => "reject-contact",
        Reject::NoSuchDeal => "reject-deal",
        Reject::NoSuchTask => "reject-task",
        Reject::NoSuchProduct => "reject-product",
        Reject::WrongRole => "reject-role",
        Reject::TooManyDecisions => "reject-decisions",
        Reject::NotEnoughHours => "reject-hours",
        Reject::NotEnoughCash => "reject-cash",
        Reject::BadTime => "reject-time",
        Reject::BadAmount(what) => amount(what),
        Reject::NoExpress => "reject-express",
        Reject::BadList => "reject-list",
        Reject::TooLate => "reject-late",
        Reject::BadRound => "reject-round",
        Reject::NoSuchNote => "reject-note",
        Reject::BadText => "reject-text",
        Reject::NotesFull => "reject-full",
        Reject::SameName => "reject-name",
        Reject::NotLeader => "reject-leader",
        Reject::NotYours => "reject-yours",
        Reject::NoSuchTender => "reject-tender",
        Reject::NoSuchMedium => "reject-medium",
        Reject::AboveCeiling => "reject-ceiling",
        Reject::Missing(Missing::NoGifts) => "reject-no-gifts",
        Reject::Missing(Missing::GiftLimit) => "reject-gift-limit",
        Reject::NoSuchPerson => "reject-person",
        Reject::Missing(_) => "reject-missing",
    }
}

/// Between what something must lie.
const fn amount(name: Amount) -> &'static str {
    match name {
        Amount::Discount => "reject-amount-discount",
        Amount::DiscountOnLines => "reject-amount-discount-on-lines",
        Amount::Promise => "reject-amount-promise",
        Amount::Price(_) => "reject-amount-price",
        Amount::Quantity => "reject-amount-quantity",
        Amount::Delivery => "reject-amount-delivery",
        Amount::Budget => "reject-amount-budget",
        Amount::Gift => "reject-amount-gift",
        Amount::Rebate => "reject-amount-rebate",
        Amount::Concession => "reject-amount-concession",
        Amount::Compensation => "reject-amount-compensation",
        Amount::Forecast => "reject-amount-forecast",
    }
}

/// Why the room did not take something, by its own code, where the rules were not even asked.
#[must_use]
pub fn of_room(code: &str) -> &'static str {
    match code {
        "no-such-seat" => "reject-seat",
        "not-your-role" => "reject-your-role",
        "other-round" => "reject-other-round",
        "stale" => "reject-stale",
        "request-used" => "reject-request-used",
        "submitted" => "reject-submitted",
        "not-submitted" => "reject-not-submitted",
        "not-enough-hours" => "reject-your-hours",
        "over" => "reject-game-over",
        _ => "reject-of-room",
    }
}
