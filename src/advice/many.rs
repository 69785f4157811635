//! Many deals on one card: how long each of them takes, and which of them get too little.

use crate::advice::quote::by_pursuit;
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::DealView;
use crate::sim::planning::usual;
use crate::sim::units::{Minutes, NeedId};
use crate::sim::view::{PlanCardView, View};

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

/// The card in the plan that does what this one would: one of the same kind for several customers, this one among them; or a pursuit,
/// which talks, shows and quotes by itself where its hours reach for a quote. None where nothing does, as for another quote in place of
/// one that stands.
#[must_use]
pub fn held_by<'a>(view: &'a View, action: &Action) -> Option<&'a PlanCardView> {
    let for_many = |planned: &&PlanCardView| planned.card.action.place() == action.place() && planned.card.action.customers().len() > 1;
    if action.customers().len() == 1
        && let Some(planned) = view.plan.iter().filter(for_many).find(|planned| action.repeats(&planned.card.action))
    {
        return Some(planned);
    }
    let (Action::Call(cards::Call { deal: Some(id), .. }) | Action::Demo(cards::Demo { deal: id }) | Action::Quote(cards::Quote { deal: id, .. })) = action
    else {
        return None;
    };
    let deal = view.deal(*id).filter(|deal| deal.open())?;
    let in_pursuits = match action {
        Action::Demo(_) => deal.quote.is_none() && deal.stage < 4,
        Action::Quote(_) => deal.quote.is_none(),
        _ => true,
    };
    view.plan.iter().find(|planned| in_pursuits && by_pursuit(view, planned.role, &planned.card.action, deal).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{Card, CardId};
    use crate::sim::scenario::Style;
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, HERO, bare, deal, deal_of, lead, quoted, rules, seat};
    use crate::sim::units::{ContactId, Fen, Role};
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

    #[test]
    fn a_pursuit_with_hours_for_a_quote_holds_its_talks_demo_and_quote() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        let open = deal(&mut state, ALPHA, 2);
        let out = quoted(&mut state, HERO);
        let mut view = view_now(&state, seat(0, Role::AccountManager));
        let needed = view.time_to_quote(view.deal(open).expect("seen")).expect("known");
        let call = |id: NeedId| {
            let (contact, style) = (ContactId::default(), Style::A);
            Action::Call(cards::Call { customer: id.customer, contact, deal: Some(id), style, intent: Intent::Ask, time: Minutes::from_hours(2) })
        };
        let demo = |deal| Action::Demo(cards::Demo { deal });
        let quote = |deal| Action::Quote(cards::Quote { deal, terms: QuoteTerms::default() });
        let pursue = |deal, time| Action::Pursue(cards::Pursue { deal, terms: QuoteTerms::default(), intent: Intent::Ask, time });
        let many = |deals| Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask });
        let mut held = |plan: Action, role: Role, id: NeedId| {
            let card = Card { action: plan, write_up: true };
            view.plan = vec![PlanCardView { id: CardId(7), role, card, minutes: needed, cost: Fen::ZERO, filled_in: false }];
            [call(id), demo(id), quote(id)].map(|action| held_by(&view, &action).map(|planned| planned.id))
        };
        let (all, none) = ([Some(CardId(7)); 3], [None; 3]);
        let manager = Role::AccountManager;
        assert_eq!(held(pursue(open, needed), manager, open), all);
        assert_eq!(held(many(vec![(out, needed), (open, needed)]), manager, open), all);
        // too few hours, another deal, somebody whose hours count less
        assert_eq!(held(pursue(open, needed - Minutes(30)), manager, open), none);
        assert_eq!(held(many(vec![(out, needed)]), manager, open), none);
        assert_eq!(held(pursue(open, needed), Role::Service, open), none);
        // a quote that stands stays as it is: another one is another card
        assert_eq!(held(pursue(out, needed), manager, out), [Some(CardId(7)), None, None]);
        assert_eq!(held(call(open), manager, open), none, "a call is no pursuit");
    }

    #[test]
    fn a_card_for_several_holds_that_for_one_of_them() {
        let mut state = bare(1);
        for customer in [ALPHA, HERO] {
            crate::sim::testing::buyer(&mut state, customer, 1);
        }
        let check = |customers: &[crate::sim::units::CustomerId]| Action::Check(cards::Check { customers: customers.to_vec() });
        let view = |state: &crate::sim::game::Game| view_now(state, seat(0, Role::Service));
        assert!(held_by(&view(&state), &check(&[ALPHA])).is_none());
        let both = Card { action: check(&[ALPHA, HERO]), write_up: true };
        assert_eq!(crate::sim::apply(&mut state, seat(0, Role::Service), crate::sim::planning::command::Command::Add(both)), Ok(()));
        let seen = view(&state);
        assert!(held_by(&seen, &check(&[ALPHA])).is_some_and(|planned| planned.card.action == check(&[ALPHA, HERO])));
        assert!(held_by(&seen, &Action::Survey(cards::Survey { customers: vec![ALPHA] })).is_none());
    }
}
