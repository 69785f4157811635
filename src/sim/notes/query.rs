//! Conditions a team looks its customers through with, as data. What they mean is worked out from a view, in `crm`.
//!
//! The game knows months, not days: "today, this week, this month" of a CRM become the month being planned (as far as it
//! is planned), the month just past and the last three.

use crate::sim::terms::{Found, Kind, Level, Phase, Tier};
use crate::sim::units::{Fen, IndustryId, Role};
use serde::{Deserialize, Serialize};

/// A stretch of months, counted from the one being planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Span {
    /// The month being planned: what the plan holds, what is due, whom the team met as it opened.
    Now,
    /// The month after it.
    Next,
    /// The month before it.
    LastMonth,
    /// The last three months.
    LastQuarter,
}

/// Where a customer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Origin {
    /// Known when the game begins.
    AtStart,
    /// Met at an exhibition.
    Exhibition,
    /// Met at a summit.
    Summit,
    /// Found by cold prospecting.
    Prospecting,
    /// Named by another customer.
    Referral,
    /// It called the team.
    Called,
    /// It came of itself and left its name.
    WalkIn,
    /// It answered a campaign.
    Campaign,
    /// First met by winning its tender.
    Tender,
    /// Taken from the pool; another team had given it up.
    Pool,
}

impl Origin {
    /// In the order in which they are offered.
    pub const ALL: [Origin; 10] = [
        Origin::AtStart,
        Origin::Exhibition,
        Origin::Summit,
        Origin::Prospecting,
        Origin::Referral,
        Origin::Called,
        Origin::WalkIn,
        Origin::Campaign,
        Origin::Tender,
        Origin::Pool,
    ];

    /// The same without the customer, channel or medium behind it.
    #[must_use]
    pub const fn of(found: Found) -> Origin {
        match found {
            Found::AtStart => Origin::AtStart,
            Found::Exhibition => Origin::Exhibition,
            Found::Summit => Origin::Summit,
            Found::Prospecting => Origin::Prospecting,
            Found::Referral(_) => Origin::Referral,
            Found::Called => Origin::Called,
            Found::WalkIn(_) => Origin::WalkIn,
            Found::Campaign(_) => Origin::Campaign,
            Found::Tender => Origin::Tender,
            Found::Pool => Origin::Pool,
        }
    }
}

/// Something a customer is or is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The relation is in this phase.
    Phase(Phase),
    /// The team calls it so.
    Kind(Kind),
    /// No order and no contact for four months.
    Dormant,
    /// Where the team placed it, else the computed tier.
    Tier(Tier),
    /// It is looked after at this level.
    Level(Level),
    /// Its trade, one of the scenario's.
    Industry(IndustryId),
    /// Somebody in this role is its owner. Offered until 0.2.0, when a role answered for a customer, and kept for the logs of
    /// then; an owner is an account manager.
    Owner(Role),
    /// It came to be known this way.
    Origin(Origin),
    /// Surveyed at `from` to `to` points, both included.
    Satisfaction {
        /// 0-100.
        from: u8,
        /// 0-100, not below `from`.
        to: u8,
    },
    /// Nobody has asked how satisfied it is.
    NotSurveyed,
    /// At least so many months without contact.
    Silent(u16),
    /// Yearly value, known, at least `from` and below `to`.
    Value {
        /// Included.
        from: Fen,
        /// Not included; above `from`.
        to: Fen,
    },
    /// The team has a deal with it that is not decided yet.
    OpenDeal,
    /// A ticket the team has been told of is open.
    OpenTicket,
    /// A task is past its month.
    Overdue,
    /// No task is open.
    NoTask,
    /// A task is due in that month.
    Due(Span),
    /// Somebody was in touch with it then, or will be by the plan.
    Contacted(Span),
    /// Somebody went there then, or will by the plan.
    Visited(Span),
    /// It came to be known then.
    Added(Span),
    /// Its last order was made then.
    Ordered(Span),
    /// Part of the name in either language, or the first letters of its pinyin.
    Name(String),
    /// Nothing has moved for so long that it may be given to the pool.
    Stuck,
    /// Given to the pool.
    Pooled,
    /// Its owner is the account manager in this post.
    Person(u8),
}

/// What a condition is about. Conditions about the same thing are alternatives, others must all hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Of the relation.
    Phase,
    /// What the team calls it; also dormant, stuck and in the pool.
    Kind,
    /// Of the pyramid.
    Tier,
    /// How closely it is looked after.
    Level,
    /// Its trade.
    Industry,
    /// The account manager it belongs to.
    Owner,
    /// How it came to be known.
    Origin,
    /// As surveyed, or not surveyed.
    Satisfaction,
    /// Months without contact.
    Silent,
    /// What it may spend in a year.
    Value,
    /// Whether a deal is open.
    OpenDeal,
    /// Whether a ticket is open.
    OpenTicket,
    /// Whether a task is past its month.
    Overdue,
    /// Whether no task is open.
    NoTask,
    /// When a task is due.
    Due,
    /// When somebody was in touch with it.
    Contacted,
    /// When somebody went there.
    Visited,
    /// When it came to be known.
    Added,
    /// When its last order was made.
    Ordered,
    /// Part of its name.
    Name,
}

impl Condition {
    /// What it is about.
    #[must_use]
    pub const fn field(&self) -> Field {
        match self {
            Condition::Phase(_) => Field::Phase,
            // the material names dormant customers beside the kinds
            Condition::Kind(_) | Condition::Dormant | Condition::Stuck | Condition::Pooled => Field::Kind,
            Condition::Tier(_) => Field::Tier,
            Condition::Level(_) => Field::Level,
            Condition::Industry(_) => Field::Industry,
            Condition::Person(_) | Condition::Owner(_) => Field::Owner,
            Condition::Origin(_) => Field::Origin,
            Condition::Satisfaction { .. } | Condition::NotSurveyed => Field::Satisfaction,
            Condition::Silent(_) => Field::Silent,
            Condition::Value { .. } => Field::Value,
            Condition::OpenDeal => Field::OpenDeal,
            Condition::OpenTicket => Field::OpenTicket,
            Condition::Overdue => Field::Overdue,
            Condition::NoTask => Field::NoTask,
            Condition::Due(_) => Field::Due,
            Condition::Contacted(_) => Field::Contacted,
            Condition::Visited(_) => Field::Visited,
            Condition::Added(_) => Field::Added,
            Condition::Ordered(_) => Field::Ordered,
            Condition::Name(_) => Field::Name,
        }
    }
}

/// Customers for whom, of every field that is named, at least one condition holds. Without conditions: all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query(pub Vec<Condition>);

impl Query {
    /// Whether exactly this condition is among them.
    #[must_use]
    pub fn has(&self, condition: &Condition) -> bool {
        self.0.contains(condition)
    }

    /// Adds a condition, or takes it away if it is there.
    pub fn toggle(&mut self, condition: Condition) {
        match self.0.iter().position(|c| *c == condition) {
            Some(place) => drop(self.0.remove(place)),
            None => self.0.push(condition),
        }
    }

    /// Puts `condition` in place of all others about the same thing; none takes them away.
    pub fn set(&mut self, field: Field, condition: Option<Condition>) {
        self.0.retain(|c| c.field() != field);
        self.0.extend(condition);
    }

    /// The first condition about a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Condition> {
        self.0.iter().find(|c| c.field() == field)
    }
}
