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

/// The share of a deal on a card that pursues many: half an hour at least.
#[must_use]
pub fn bundled(rules: &Rules) -> Minutes {
    rules.selling.pursue_hours[0].half_hours().max(Minutes(30))
}

/// The queue, where the open tickets take `open` and their write-ups.
#[must_use]
pub fn queue(rules: &Rules, open: Minutes) -> Minutes {
    Minutes((f64::from(open.0) * rules.planning.queue_share) as i32).max(rules.planning.queue_hours).half_hours()
}

/// The reception of so many visitors; a begun half hour counts as one.
#[must_use]
pub fn reception(rules: &Rules, visitors: u16) -> Minutes {
    Minutes((rules.walk_ins.hours_each * f64::from(visitors) * 60.0) as i32 + 29).half_hours()
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
        assert_eq!([0, 1, 5].map(|visitors| reception(&rules, visitors)), [0, 30, 120].map(Minutes));
        rules.selling.pursue_hours[0] = Minutes(20);
        assert_eq!(bundled(&rules), Minutes(30));
    }
}
