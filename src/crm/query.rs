//! Which customers a query takes: a pure function of a view.
//!
//! Conditions about the same thing are alternatives, conditions about different things must all hold. What "today, this
//! week, this month" of a CRM means in a game of months is told at [`Span`].

use super::find;
use crate::sim::cards::Action;
use crate::sim::journal::report::InteractionKind;
use crate::sim::knowledge::{CustomerView, TaskView};
use crate::sim::notes::{Condition, Origin, Query, Span};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Role, Round};
use crate::sim::view::View;

/// No order and no contact for so many months: dormant (docs/model.md#kinds).
pub const DORMANT: u16 = 4;

/// What queries ask of a view, looked up once.
#[derive(Debug)]
pub struct Index<'a> {
    view: &'a View,
    /// Every contact (customer, round), sorted.
    contacts: Vec<(CustomerId, Round)>,
    visits: Vec<(CustomerId, Round)>,
}

impl<'a> Index<'a> {
    /// Of all contacts and visits that the view tells of, those planned this month included.
    #[must_use]
    pub fn new(view: &'a View) -> Index<'a> {
        let talks = &view.past.interactions;
        let planned = |touches: fn(&Action) -> bool| {
            view.plan.iter().filter(move |c| touches(&c.card.action)).flat_map(|c| targets(&c.card.action)).map(|id| (id, view.round))
        };
        let held = |is: fn(InteractionKind) -> bool| talks.iter().filter(move |t| is(t.kind)).map(|t| (t.customer, t.round));
        let sorted = |mut list: Vec<(CustomerId, Round)>| {
            list.sort_unstable();
            list.dedup();
            list
        };
        Index {
            view,
            contacts: sorted(held(InteractionKind::is_contact).chain(planned(will_contact)).collect()),
            visits: sorted(held(is_visit).chain(planned(will_visit)).collect()),
        }
    }

    /// The customers a query takes, in the order of id.
    #[must_use]
    pub fn list(&self, query: &Query) -> Vec<&'a CustomerView> {
        self.view.customers.iter().filter(|c| self.takes(query, c)).collect()
    }

    /// Whether a query takes the customer; one without conditions takes everybody.
    #[must_use]
    pub fn takes(&self, query: &Query, customer: &CustomerView) -> bool {
        query.0.iter().all(|condition| {
            let field = condition.field();
            query.0.iter().filter(|other| other.field() == field).any(|other| self.holds(other, customer))
        })
    }

    /// The last month in which somebody of the team was in touch with the customer, plans left out.
    #[must_use]
    pub fn last_contact(&self, customer: CustomerId) -> Option<Round> {
        of(&self.contacts, customer).map(|&(_, round)| round).filter(|&round| round < self.view.round || self.view.over).max()
    }

    fn holds(&self, condition: &Condition, customer: &CustomerView) -> bool {
        let view = self.view;
        let id = customer.id;
        match condition {
            Condition::Phase(phase) => customer.phase == *phase,
            Condition::Kind(kind) => customer.kind.said_of(customer.orders) == Some(*kind),
            Condition::Dormant => is_dormant(view, customer),
            Condition::Stuck => is_stuck(view, customer),
            Condition::Pooled => customer.pooled.is_some(),
            Condition::Tier(tier) => customer.seen.is_some_and(|(seen, _)| seen == *tier),
            Condition::Level(level) => customer.level == *level,
            Condition::Industry(industry) => customer.industry == *industry,
            Condition::Person(place) => owner(customer) == Some(*place),
            Condition::Owner(role) => *role == Role::AccountManager && owner(customer).is_some(),
            Condition::Origin(origin) => customer.found.is_some_and(|(found, _)| Origin::of(found) == *origin),
            Condition::Satisfaction { from, to } => {
                customer.satisfaction.is_some_and(|(points, _)| (f64::from(*from)..=f64::from(*to)).contains(&points.round()))
            }
            Condition::NotSurveyed => customer.satisfaction.is_none(),
            Condition::Silent(months) => customer.silent_months >= *months,
            Condition::Value { from, to } => customer.yearly_value.is_some_and(|value| (*from..*to).contains(&value)),
            Condition::OpenDeal => view.open_deals(id).next().is_some(),
            Condition::OpenTicket => view.tickets.iter().any(|t| t.id.customer == id),
            Condition::Overdue => self.open_tasks(id).any(|t| t.overdue),
            Condition::NoTask => self.open_tasks(id).next().is_none(),
            Condition::Due(span) => self.open_tasks(id).any(|t| within(view, *span, t.due)),
            Condition::Contacted(span) => of(&self.contacts, id).any(|&(_, round)| within(view, *span, round)),
            Condition::Visited(span) => of(&self.visits, id).any(|&(_, round)| within(view, *span, round)),
            Condition::Added(span) => customer.found.is_some_and(|(_, round)| within(view, *span, round)),
            Condition::Ordered(span) => customer.last_order.is_some_and(|round| within(view, *span, round)),
            Condition::Name(part) => find::holds(&customer.name, part),
        }
    }

    fn open_tasks(&self, customer: CustomerId) -> impl Iterator<Item = &'a TaskView> {
        self.view.tasks.iter().filter(move |t| t.customer == customer && t.done.is_none())
    }
}

/// The entries of one customer in a sorted list.
fn of(list: &[(CustomerId, Round)], customer: CustomerId) -> impl Iterator<Item = &(CustomerId, Round)> {
    let start = list.partition_point(|(id, _)| *id < customer);
    list[start..].iter().take_while(move |(id, _)| *id == customer)
}

fn within(view: &View, span: Span, round: Round) -> bool {
    let now = view.round;
    match span {
        Span::Now => round == now,
        Span::Next => round == now.plus(1),
        Span::LastMonth => round.plus(1) == now,
        // what the team began with came before the game, in no month of it
        Span::LastQuarter => round.0 > 0 && round < now && now.since(round) <= 3,
    }
}

/// Neither contact nor order for [`DORMANT`] months; whoever has never ordered counts too.
#[must_use]
pub fn is_dormant(view: &View, customer: &CustomerView) -> bool {
    customer.silent_months >= DORMANT && customer.last_order.is_none_or(|last| view.round.since(last) >= DORMANT)
}

/// Nothing has moved for as long as the pool asks for, and nobody has given it up yet.
#[must_use]
pub fn is_stuck(view: &View, customer: &CustomerView) -> bool {
    let lost = customer.phase == Phase::Lost;
    !lost && customer.pooled.is_none() && view.round.since(customer.moved) >= view.guide.rules.pool.stuck
}

/// The account manager a customer belongs to, by place among the posts, until it is given to another; whoever sits in the post
/// after a resignation has taken it over. None of what lies in the pool.
#[must_use]
pub fn owner(customer: &CustomerView) -> Option<u8> {
    customer.pooled.is_none().then_some(customer.owner)
}

/// The account managers a customer can belong to, by place: who is there, and whose post stands empty but has some.
pub fn owners(view: &View) -> impl Iterator<Item = u8> {
    (0_u8..).zip(&view.staff(Role::AccountManager).posts).filter(|(_, post)| post.filled || post.customers > 0).map(|(place, _)| place)
}

/// The task that comes next, the most overdue first.
#[must_use]
pub fn next_task(view: &View, customer: CustomerId) -> Option<&TaskView> {
    view.tasks.iter().filter(|t| t.customer == customer && t.done.is_none()).min_by_key(|t| (t.due, t.id))
}

/// Somebody went there.
const fn is_visit(kind: InteractionKind) -> bool {
    matches!(
        kind,
        InteractionKind::Call
            | InteractionKind::Demo
            | InteractionKind::FreeCheck
            | InteractionKind::Care
            | InteractionKind::Handover
            | InteractionKind::WinBack
    )
}

fn will_contact(action: &Action) -> bool {
    !matches!(action, Action::Research(_))
}

fn will_visit(action: &Action) -> bool {
    matches!(action, Action::Call(_) | Action::Pursue(_) | Action::Demo(_) | Action::FreeCheck(_) | Action::Care(_) | Action::Handover(_) | Action::WinBack(_))
}

/// The customers a planned card goes to by name; what the office settles about them is no contact.
fn targets(action: &Action) -> Vec<CustomerId> {
    match action {
        Action::GiveToPool(_) | Action::TakeFromPool(_) => Vec::new(),
        action => action.customers(),
    }
}

#[cfg(test)]
mod tests;
