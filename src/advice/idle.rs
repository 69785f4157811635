//! What a role with more than half of its hours free could do this month: one thing, and what it may be expected to bring.

use crate::advice::offer::{self, Offer, offer_by};
use crate::advice::questions::{About, Question};
use crate::advice::{chances, contracts, estimate};
use crate::sim::cards::{self, Action, Card};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::planning::usual;
use crate::sim::terms::{Intent, QuoteTerms};
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use crate::sim::view::View;
use std::cmp::Reverse;

/// Months without a word after which a buyer grows cold.
const COLD: u16 = 2;
/// Customers that one such card is for, at most.
const MOST: usize = 4;
/// What help with a deal must add to its chance.
const MOVES: f64 = 0.03;

/// What the hours could go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Idle {
    /// Whose hours they are.
    pub role: Role,
    /// For what.
    pub aim: Aim,
    /// The card that does it.
    pub offer: Offer,
}

/// What a card for free hours is after.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// Somebody whose contract ends soon is looked in on.
    Renewal(CustomerId),
    /// Buyers who have heard nothing for some time are seen again.
    Cold(Vec<CustomerId>),
    /// Buyers are asked how satisfied they are, as nobody ever has.
    Unasked(Vec<CustomerId>),
    /// A deal is worked on: its chance now, and after the card.
    Help(NeedId, [f64; 2]),
    /// Those whom nobody has been in touch with longest are written to.
    Nurture(usize),
}

impl Aim {
    /// Whom it is about, or the first of them; nobody where it is about whoever is quiet.
    #[must_use]
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Aim::Renewal(id) => Some(*id),
            Aim::Cold(ids) | Aim::Unasked(ids) => ids.first().copied(),
            Aim::Help(deal, _) => Some(deal.customer),
            Aim::Nurture(_) => None,
        }
    }
}

/// What there is for a role; nothing while a question about its hours is open, or where nothing would come of it. `settled`: questions
/// that wait for no answer.
#[must_use]
pub fn idle(view: &View, asked: &[Question], settled: &[About], role: Role) -> Option<Idle> {
    let staff = view.staff(role);
    let free = view.free(role);
    let waits = |question: &&Question| question.answered().is_none() && !settled.contains(&question.about);
    let open = asked.iter().filter(waits).any(|question| question.role == role && question.answers.iter().any(|answer| answer.possible()));
    if view.over || open || free.0 * 2 <= staff.hours.0 {
        return None;
    }
    let could = |(aim, action): (Aim, Action)| {
        let offer = offer_by(view, Card { action, write_up: true }, role);
        let works = offer.card.action.share_of(&view.guide, role) > 0.0 && offer.missing.is_empty();
        (works && offer::beyond(view, &offer, None).is_none()).then_some(Idle { role, aim, offer })
    };
    if !decisions_left(view, role) {
        return None;
    }
    let (renewal, cold, unasked) = (|| renewal(view), || cold(view, free), || unasked(view));
    let own: [&dyn Fn() -> Option<(Aim, Action)>; 4] = match role {
        Role::AccountManager => [&|| help(view, role), &renewal, &cold, &|| None],
        Role::Cultivator => [&|| nurture(view), &renewal, &cold, &|| help(view, role)],
        Role::Service => [&renewal, &cold, &unasked, &|| help(view, role)],
        Role::Developer | Role::ProductSpecialist => [&|| help(view, role), &renewal, &cold, &|| None],
    };
    own.into_iter().find_map(|aim| aim().and_then(could))
}

/// Whether a role may decide on anything more this month.
fn decisions_left(view: &View, role: Role) -> bool {
    view.staff(role).decisions < view.guide.rules.work.max_decisions
}

/// Whether a card of the plan is in touch with a customer.
fn seen(view: &View, customer: CustomerId) -> bool {
    view.plan.iter().any(|card| card.card.is_contact(&view.known, card.role, customer))
}

fn buyers(view: &View) -> Vec<&CustomerView> {
    let mut buyers: Vec<&CustomerView> = view.customers.iter().filter(|c| c.is_buyer()).collect();
    buyers.sort_by_key(|c| (Reverse(c.yearly_value.unwrap_or(c.last_amount)), c.id));
    buyers
}

/// The dearest contract that ends soon, of somebody nobody is going to see.
fn renewal(view: &View) -> Option<(Aim, Action)> {
    let ending =
        contracts::ending(view).into_iter().find(|ending| view.customer(ending.customer).is_some_and(|c| c.is_buyer()) && !seen(view, ending.customer))?;
    let customer = view.customer(ending.customer)?;
    let time = usual::care(&view.guide.rules, customer.level);
    Some((Aim::Renewal(customer.id), Action::Care(cards::Care { visits: vec![(customer.id, time)] })))
}

fn cold(view: &View, free: Minutes) -> Option<(Aim, Action)> {
    let rules = &view.guide.rules;
    let each = rules.planning.care_hours[1];
    let room = usize::try_from(free.0 / (each + rules.work.write_up).0.max(1)).unwrap_or(0);
    let quiet = buyers(view).into_iter().filter(|c| c.silent_months >= COLD && !seen(view, c.id));
    let ids: Vec<CustomerId> = quiet.map(|c| c.id).take(room.min(MOST)).collect();
    (!ids.is_empty()).then(|| (Aim::Cold(ids.clone()), Action::Care(cards::Care { visits: ids.into_iter().map(|id| (id, each)).collect() })))
}

fn unasked(view: &View) -> Option<(Aim, Action)> {
    let asks =
        |id: CustomerId| view.plan.iter().any(|card| matches!(&card.card.action, Action::Survey(cards::Survey { customers }) if customers.contains(&id)));
    let never = buyers(view).into_iter().filter(|c| c.satisfaction.is_none() && !asks(c.id));
    let customers: Vec<CustomerId> = never.map(|c| c.id).take(MOST).collect();
    (!customers.is_empty()).then(|| (Aim::Unasked(customers.clone()), Action::Survey(cards::Survey { customers })))
}

/// The dearest deal that is decided this month or next, that no card of the plan works on, and whose chance the hours move so far that
/// they pay for what they cost. Whose work it is goes first, as long as there is time.
fn help(view: &View, role: Role) -> Option<(Aim, Action)> {
    let planned = |deal: &DealView| view.plan.iter().any(|card| offer::serves(&card.card.action, deal.id));
    let there = |deal: &DealView| view.customer(deal.id.customer).is_some_and(|c| c.in_our_hands());
    let soon = view.round.plus(1);
    let mut deals: Vec<&DealView> =
        view.deals.iter().filter(|d| d.open() && !d.promised && (view.round..=soon).contains(&d.due) && there(d) && !planned(d)).collect();
    deals.sort_by_key(|d| (d.due, Reverse(d.value), d.id));
    deals.into_iter().find_map(|deal| {
        let time = usual::focus(&view.guide.rules, deal.value).min(view.free(role)).half_hours();
        let terms = QuoteTerms::default();
        let left = view.left_of(deal, &terms);
        let action = Action::Pursue(cards::Pursue { deal: deal.id, terms, intent: Intent::Ask, time });
        let at_home = offer::offer(view, Card { action: action.clone(), write_up: true });
        if at_home.role != role && offer::beyond(view, &at_home, None).is_none() && decisions_left(view, at_home.role) {
            return None;
        }
        let now = chances::planned(view, deal).likely();
        let then = chances::with(view, deal, role, &Card { action: action.clone(), write_up: true }).range?.likely;
        let pays = left.scale(then - now) >= estimate::outlay(view, &action).unwrap_or(Fen::ZERO);
        (then - now >= MOVES && pays).then_some((Aim::Help(deal.id, [now, then]), action))
    })
}

fn nurture(view: &View) -> Option<(Aim, Action)> {
    let mut there: Vec<&CustomerView> = view.customers.iter().filter(|c| c.in_our_hands() && !seen(view, c.id)).collect();
    there.sort_by_key(|c| (Reverse(c.silent_months), c.id));
    there.truncate(usize::from(view.guide.rules.cultivation.group));
    let customers: Vec<CustomerId> = there.into_iter().map(|c| c.id).collect();
    (!customers.is_empty()).then_some((Aim::Nurture(customers.len()), Action::Nurture(cards::Nurture { customers })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::apply;
    use crate::sim::game::Game;
    use crate::sim::planning::command::Command;
    use crate::sim::testing::{ALPHA, HERO, bare, buyer, deal, lead, relation, seat};
    use crate::sim::view::view_now;

    fn told(state: &Game, role: Role) -> Option<Aim> {
        let view = view_now(state, seat(0, role));
        idle(&view, &[], &[], role).map(|idle| {
            assert_eq!((idle.role, idle.offer.role), (role, role));
            idle.aim
        })
    }

    #[test]
    fn free_hours_are_offered_what_there_is_to_do_and_no_more_once_it_is_planned() {
        let mut state = bare(1);
        assert_eq!(told(&state, Role::Service), None, "there is nobody");
        buyer(&mut state, ALPHA, 1);
        assert_eq!(told(&state, Role::Service), Some(Aim::Unasked(vec![ALPHA])));
        relation(&mut state, ALPHA).activity.silent = 3;
        assert_eq!(told(&state, Role::Service), Some(Aim::Cold(vec![ALPHA])));
        let view = view_now(&state, seat(0, Role::Service));
        let offer = idle(&view, &[], &[], Role::Service).expect("told").offer;
        assert_eq!(apply(&mut state, seat(0, Role::Service), Command::Add(offer.card)), Ok(()));
        assert_eq!(told(&state, Role::Service), Some(Aim::Unasked(vec![ALPHA])));
        assert_eq!(told(&state, Role::AccountManager), None, "somebody goes there anyway");
    }

    #[test]
    fn free_hours_wait_for_an_open_question_and_not_for_one_that_is_settled() {
        use crate::advice::questions::questions;
        use crate::sim::testing::quoted;
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 2);
        relation(&mut state, ALPHA).activity.silent = 3;
        let about = About::Terms(quoted(&mut state, ALPHA));
        let view = view_now(&state, seat(0, Role::AccountManager));
        let asked: Vec<Question> = questions(&view).into_iter().filter(|question| question.about == about).collect();
        let aim = |settled: &[About]| idle(&view, &asked, settled, Role::AccountManager).map(|idle| idle.aim);
        assert_eq!((asked.len(), aim(&[])), (1, None));
        assert_eq!(aim(&[about]), told(&state, Role::AccountManager));
        assert!(aim(&[about]).is_some());
    }

    #[test]
    fn whoever_has_time_may_help_with_a_deal_at_a_share_of_the_effect_once_those_whose_work_it_is_have_none() {
        let mut state = bare(1);
        lead(&mut state, HERO).classification.qualified = true;
        let id = deal(&mut state, HERO, 4);
        let chance = |state: &Game, role| match told(state, role) {
            Some(Aim::Help(found, [now, then])) if found == id => then - now,
            other => panic!("{role:?}: {other:?}"),
        };
        let own = chance(&state, Role::AccountManager);
        let work_of = |state: &mut Game, role: Role, left: i32| {
            let view = view_now(state, seat(0, role));
            let busy = Card { action: Action::Prospect(cards::Prospect { time: view.free(role) - Minutes::from_hours(left) }), write_up: true };
            assert_eq!(apply(state, seat(0, role), Command::Add(busy)), Ok(()));
        };
        assert_eq!(told(&state, Role::Developer), None, "the account manager has time");
        work_of(&mut state, Role::AccountManager, 4);
        assert!(own > chance(&state, Role::Developer));
        // with most of the hours planned nothing is asked
        work_of(&mut state, Role::Developer, 20);
        assert_eq!(told(&state, Role::Developer), None);
    }

    #[test]
    fn nobody_is_sent_to_a_deal_that_does_not_pay() {
        let mut state = bare(1);
        lead(&mut state, HERO).classification.qualified = true;
        deal(&mut state, HERO, 4);
        assert!(matches!(told(&state, Role::AccountManager), Some(Aim::Help(..))));
        crate::sim::testing::rules(&mut state).selling.call_cost = Fen::yuan(10_000_000);
        assert_eq!(told(&state, Role::AccountManager), None);
    }
}
