//! Many deals on one card: how long each of them takes, and which of them get too little.

use crate::sim::knowledge::DealView;
use crate::sim::planning::usual;
use crate::sim::units::{Minutes, NeedId};
use crate::sim::view::View;

/// What a deal takes on a card of many: so much that its quote may be expected to go out this month, and no less than is usual.
#[must_use]
pub fn time_for(view: &View, deal: &DealView) -> Minutes {
    let until = view.time_to_quote(deal).unwrap_or(Minutes::ZERO);
    usual::bundled(&view.guide.rules).max(if until > Minutes::ZERO { usual::whole(until) } else { Minutes::ZERO })
}

/// As many of these deals, the first before the others, as the time allows: each with what it takes, so that fewer are pursued
/// rather than many for nothing.
#[must_use]
pub fn fitting<'a>(view: &View, deals: impl IntoIterator<Item = &'a DealView>, time: Minutes) -> Vec<(NeedId, Minutes)> {
    let mut left = time;
    let mut taken = Vec::new();
    for deal in deals {
        let each = time_for(view, deal);
        if each <= left {
            left -= each;
            taken.push((deal.id, each));
        }
    }
    taken
}

/// Those that are decided this month and whose time, of somebody whose work counts `share`, does not suffice for the quote that
/// they still lack: each with what would.
#[must_use]
pub fn too_short(view: &View, deals: &[(NeedId, Minutes)], share: f64) -> Vec<(NeedId, Minutes)> {
    let short = |&(id, time): &(NeedId, Minutes)| {
        let deal = view.deal(id).filter(|deal| deal.open() && deal.due <= view.round && deal.quote.is_none())?;
        let needed = Minutes((f64::from(view.time_to_quote(deal)?.0) / share.max(0.01)).ceil() as i32);
        (time < needed).then(|| (id, usual::whole(needed)))
    };
    deals.iter().filter_map(short).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, HERO, bare, deal, deal_of, lead, quoted, rules, seat};
    use crate::sim::units::Role;
    use crate::sim::view::view_now;

    #[test]
    fn few_deals_with_time_for_a_quote_stand_before_many_without() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        let open = deal(&mut state, ALPHA, 2);
        let out = quoted(&mut state, HERO);
        let selling = &mut rules(&mut state).selling;
        (selling.pursue_hours[0], selling.mapped_contacts) = (Minutes::from_hours(1), 1);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let both = || [open, out].map(|id| view.deal(id).expect("seen"));
        let [long, short] = both().map(|deal| time_for(&view, deal));
        assert_eq!(short, Minutes::from_hours(1), "a quote that is out needs no other");
        assert!(view.chance_after(both()[0], &Default::default(), long).is_some(), "{long:?}");
        assert_eq!(view.chance_after(both()[0], &Default::default(), long - Minutes(30)), None);
        assert_eq!(fitting(&view, both(), long + short), [(open, long), (out, short)]);
        // what does not fit gives way to what does, and is not cut short
        assert_eq!(fitting(&view, both(), long - Minutes(30)), [(out, short)]);
        assert_eq!(too_short(&view, &[(open, long), (out, Minutes(30))], 1.0), []);
        assert_eq!(too_short(&view, &[(open, short)], 1.0), [(open, long)]);
        assert!(!too_short(&view, &[(open, long)], 0.5).is_empty(), "by somebody else it takes longer");
        deal_of(&mut state, open);
        let due = state.worlds[0].needs.iter_mut().find(|need| need.id == open).expect("there");
        due.due = due.due.plus(1);
        let later = view_now(&state, seat(0, Role::AccountManager));
        assert_eq!(too_short(&later, &[(open, short)], 1.0), [], "there is another month for it");
    }
}
