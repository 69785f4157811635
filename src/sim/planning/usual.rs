//! How long a card is before anybody sets it: the opening plan and the offers start from the same (docs/model.md#opening-plan).

use crate::sim::parameters::Rules;
use crate::sim::terms::Level;
use crate::sim::units::{Fen, Minutes};

/// Care of one customer that is looked after so closely.
#[must_use]
pub fn care(rules: &Rules, level: Level) -> Minutes {
    let [any, partner] = rules.planning.care_hours;
    if level == Level::Partnership { partner } else { any }
}

/// A pursuit of a deal of this value.
#[must_use]
pub fn pursuit(rules: &Rules, value: Fen) -> Minutes {
    let [usual, large] = rules.selling.pursue_hours;
    if value >= rules.selling.large_deal { large } else { usual }
}

/// A pursuit that a month's free time is given to.
#[must_use]
pub fn focus(rules: &Rules, value: Fen) -> Minutes {
    Minutes((f64::from(pursuit(rules, value).0) * rules.planning.focus) as i32).half_hours()
}

/// The share of a deal on a card that pursues many: half an hour at least.
#[must_use]
pub fn bundled(rules: &Rules) -> Minutes {
    rules.selling.pursue_hours[0].half_hours().max(Minutes(30))
}

/// Whether deals are so small that a month has time for more of them than a role has cards.
#[must_use]
pub fn many(rules: &Rules, working_time: Minutes) -> bool {
    let filed = rules.selling.forecast_hours.0;
    rules.selling.pursue_hours[0].0.saturating_mul(i32::from(rules.work.max_decisions) + 1).saturating_add(filed) <= working_time.0
}

/// The share of a deal on a card that calls on many: a call and its writing up.
#[must_use]
pub fn bundled_call(rules: &Rules) -> Minutes {
    whole(rules.selling.call_hours[1] + rules.work.write_up)
}

/// In begun half hours, as cards are planned: half an hour at least.
#[must_use]
pub fn whole(time: Minutes) -> Minutes {
    Minutes(time.0.saturating_add(29)).half_hours().max(Minutes(30))
}

/// The queue, where the open tickets take `open` and their write-ups.
#[must_use]
pub fn queue(rules: &Rules, open: Minutes) -> Minutes {
    Minutes((f64::from(open.0) * rules.planning.queue_share) as i32).max(rules.planning.queue_hours).half_hours()
}

/// The reception of so many visitors, so that hardly one is left standing; a begun half hour counts as one.
#[must_use]
pub fn reception(rules: &Rules, visitors: u16) -> Minutes {
    Minutes((rules.walk_ins.hours_each * rules.planning.door_share * f64::from(visitors) * 60.0) as i32 + 29).half_hours()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_whole_half_hours_and_follow_the_rules() {
        let mut rules = Rules::default();
        assert_eq!([Level::Basic, Level::Partnership].map(|level| care(&rules, level)), [2, 4].map(Minutes::from_hours));
        assert_eq!([199_999, 200_000].map(|yuan| pursuit(&rules, Fen::yuan(yuan))), [20, 30].map(Minutes::from_hours));
        assert_eq!([0, 800, 1_000].map(|open| queue(&rules, Minutes(open))), [1_200, 1_200, 1_500].map(Minutes));
        rules.walk_ins.hours_each = 0.4;
        assert_eq!([0, 1, 5].map(|visitors| reception(&rules, visitors)), [0, 60, 300].map(Minutes));
        rules.selling.pursue_hours[0] = Minutes(20);
        assert_eq!(bundled(&rules), Minutes(30));
    }
}
