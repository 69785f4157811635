//! The queries every CRM comes with (docs/cases.md#consulting-firm): contacted, due, visited, added, by kind, by owner.

use super::query::owners;
use crate::sim::notes::{Condition, Query, Span};
use crate::sim::terms::{Kind, Phase};
use crate::sim::view::View;

/// What standard queries are listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All, and those with an open deal or lost.
    Everybody,
    /// By the months of contact, planned ones included.
    Contacted,
    /// By the months of visits, planned ones included.
    Visited,
    /// By when their open tasks are due, and those without any.
    Due,
    /// By the month in which they came to be known.
    Added,
    /// By what players call them; also those with whom nothing moves: dormant, stuck, in the pool.
    Kind,
    /// By the account manager they belong to.
    Owner,
}

impl Group {
    /// In the order in which they are listed.
    pub const ALL: [Group; 7] = [Group::Everybody, Group::Contacted, Group::Visited, Group::Due, Group::Added, Group::Kind, Group::Owner];
}

/// A query every team has: the text key of its name, and its conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// What it is listed under.
    pub group: Group,
    /// Key of its name in the locale files.
    pub key: &'static str,
    /// The account manager whom it is about, by place.
    pub person: Option<u8>,
    /// Its conditions; without any it takes everybody.
    pub query: Query,
}

/// The standard queries of a team, group by group.
#[must_use]
pub fn standard(view: &View) -> Vec<Standard> {
    let one = |group, key, condition: Condition| Standard { group, key, person: None, query: Query(vec![condition]) };
    let mut list = vec![
        Standard { group: Group::Everybody, key: "query-all", person: None, query: Query::default() },
        one(Group::Everybody, "query-open-deal", Condition::OpenDeal),
        one(Group::Everybody, "query-lost", Condition::Phase(Phase::Lost)),
        one(Group::Contacted, "query-contact-planned", Condition::Contacted(Span::Now)),
        one(Group::Contacted, "query-contacted-last-month", Condition::Contacted(Span::LastMonth)),
        one(Group::Contacted, "query-contacted-quarter", Condition::Contacted(Span::LastQuarter)),
        one(Group::Visited, "query-visit-planned", Condition::Visited(Span::Now)),
        one(Group::Visited, "query-visited-last-month", Condition::Visited(Span::LastMonth)),
        one(Group::Visited, "query-visited-quarter", Condition::Visited(Span::LastQuarter)),
        one(Group::Due, "query-due-now", Condition::Due(Span::Now)),
        one(Group::Due, "query-due-next", Condition::Due(Span::Next)),
        one(Group::Due, "query-overdue", Condition::Overdue),
        one(Group::Due, "query-no-task", Condition::NoTask),
        one(Group::Added, "query-added-now", Condition::Added(Span::Now)),
        one(Group::Added, "query-added-last-month", Condition::Added(Span::LastMonth)),
        one(Group::Added, "query-added-quarter", Condition::Added(Span::LastQuarter)),
        one(Group::Kind, "query-qualified", Condition::Kind(Kind::Qualified)),
        one(Group::Kind, "query-intending", Condition::Kind(Kind::Intending)),
        one(Group::Kind, "query-paused", Condition::Kind(Kind::Paused)),
        one(Group::Kind, "query-dormant", Condition::Dormant),
        one(Group::Kind, "query-stuck", Condition::Stuck),
        one(Group::Kind, "query-pooled", Condition::Pooled),
    ];
    list.extend(owners(view).map(|place| Standard { person: Some(place), ..one(Group::Owner, "query-of-person", Condition::Person(place)) }));
    list
}
