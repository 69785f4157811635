//! The staff and what was built for it: overwork, investments.

use super::wording::Prose;
use crate::advice::offer;
use crate::sim::cards::{self, Action, Card, Estimate};
use crate::sim::knowledge::StaffView;
use crate::sim::scenario::Investment;
use crate::sim::units::Fen;
use crate::words::decimal;

/// Months without time to breathe; none where there was time.
#[must_use]
pub fn busy(prose: &Prose, staff: &StaffView) -> Option<String> {
    let busy = staff.busy_with_plan(&prose.view.guide.rules.staffing);
    (busy > 0).then(|| prose.say_with("staff-busy", &[("months", busy.into())]))
}

/// How much likelier somebody overworked is to leave, where people leave by chance.
#[must_use]
pub fn overworked(prose: &Prose, staff: &StaffView) -> Option<String> {
    let rules = &prose.view.guide.rules;
    let haste = rules.staffing.haste_to_leave(staff.busy_with_plan(&rules.staffing));
    if rules.work.resignation <= 0.0 || haste <= 1.0 {
        return None;
    }
    let tenths = (haste * 10.0).round() / 10.0;
    let times = decimal(tenths, if tenths.fract() > 0.0 { 1 } else { 0 });
    Some(prose.say_with("staff-overworked", &[("times", times.into())]))
}

/// What an investment costs to run a month; nothing for one that runs by itself.
#[must_use]
pub fn upkeep(prose: &Prose, what: Investment) -> Fen {
    match offer::offer(prose.view, Card { action: Action::Close(cards::Close(what)), write_up: false }).estimate {
        Estimate::Spares(upkeep) => upkeep,
        _ => Fen::ZERO,
    }
}

/// Whether an investment stands, since when, and what it costs to run; else what it costs to build.
#[must_use]
pub fn investment(prose: &Prose, what: Investment) -> String {
    let upkeep = upkeep(prose, what);
    match prose.view.investments[what.index()] {
        Some(round) if upkeep > Fen::ZERO => {
            prose.say_with("investment-runs", &[("month", prose.month_name(round.plus(1)).into()), ("upkeep", prose.money_short(upkeep).into())])
        }
        Some(round) => prose.say_with("investment-stands", &[("month", prose.month_name(round.plus(1)).into())]),
        None => {
            let price = offer::offer(prose.view, Card { action: Action::Invest(cards::Invest(what)), write_up: false }).cost;
            prose.say_with("investment-price", &[("price", prose.money_short(price).into())])
        }
    }
}
