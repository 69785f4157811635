//! The hours that a plan starts from.

use super::{Field, Parameter, Table};
use crate::sim::units::Minutes;
use serde::Serialize;

table! {
/// Hours of the cards that an opening plan holds and that are offered; a player changes any of them (docs/model.md#opening-plan).
Planning {
    /// Share of a role's hours that the opening plan fills at the most; only the queue, the door and handovers may take more. The rest is for what costs judgement.
    routine: f64 = 0.67, 0, 1;
    /// Hours that an answer gives to a deal, as a multiple of a usual pursuit.
    focus: f64 = 1.75, 0.5, 5;
    /// Hours of a call.
    call_hours: Minutes = Minutes::from_hours(8), 0.5, 400;
    /// Hours of care for one customer: for any, and for a partner.
    care_hours: [Minutes; 2] = [Minutes::from_hours(2), Minutes::from_hours(4)], 0.5, 400;
    /// Hours of a partner's quarterly review.
    review_hours: Minutes = Minutes::from_hours(4), 0.5, 400;
    /// Hours of prospecting, as it is offered.
    prospect_hours: Minutes = Minutes::from_hours(40), 0.5, 400;
    /// Most leads on a card that qualifies.
    leads: u16 = 10, 1, 100;
    /// Hours at the door, as a multiple of those that see to two visitors of three.
    door_share: f64 = 2.5, 0.5, 10;
    /// Fewest hours of the queue.
    queue_hours: Minutes = Minutes::from_hours(20), 0, 400;
    /// Hours of the queue, as a multiple of what the open tickets take: a day's work is lost where nothing has come in yet.
    queue_share: f64 = 1.5, 1, 10;
}
}
