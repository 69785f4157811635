//! Who of many customers matters most, and what the others have in common: first what they ask for, then their tier.

use super::places::Place;
use crate::prose::{Prose, names};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::{CustomerId, Fen};
use crate::sim::view::View;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// So many customers matter most: they are named, however many others there are.
pub const MOST_NAMED: usize = 10;
/// Months without contact from which a buyer is called quiet.
const QUIET: u16 = 2;

/// What the customers of a group have in common, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// They decide on a deal this month.
    Decides,
    /// They wait for an answer to a ticket.
    Ticket,
    /// A task with them is late.
    Late,
    /// Their account manager has changed.
    Handover,
    /// They have an open deal.
    Deal,
    /// They have bought and heard nothing for some months; of one tier, or of several.
    Quiet(Option<Tier>),
    /// Nobody has found out whether they are worth an effort.
    Qualify,
    /// They have bought, and nobody has asked how content they are.
    Unasked(Option<Tier>),
    /// They have bought, and nothing is due.
    Buyers(Option<Tier>),
    /// Qualified, without an order or an open deal.
    Leads,
    /// In the pool: nobody of the team works on them.
    Pool,
    /// They have left.
    Gone(Option<Tier>),
    /// Several small groups together.
    Others,
}

impl Group {
    /// Of whatever tier.
    #[must_use]
    const fn of_any_tier(self) -> Group {
        match self {
            Group::Quiet(_) => Group::Quiet(None),
            Group::Unasked(_) => Group::Unasked(None),
            Group::Buyers(_) => Group::Buyers(None),
            Group::Gone(_) => Group::Gone(None),
            other => other,
        }
    }

    const fn tier(self) -> Option<Tier> {
        match self {
            Group::Quiet(tier) | Group::Unasked(tier) | Group::Buyers(tier) | Group::Gone(tier) => tier,
            _ => None,
        }
    }

    /// What they are called beside their number, in the place where they stand: `leads to qualify`.
    #[must_use]
    pub fn label(self, prose: &Prose, place: Place, count: usize) -> String {
        let key = match self {
            Group::Decides => "board-group-decides",
            Group::Ticket => "board-group-ticket",
            Group::Late => "board-group-late",
            Group::Handover => "board-group-handover",
            Group::Deal => "board-group-deal",
            Group::Quiet(_) => "board-group-quiet",
            Group::Qualify => "board-group-qualify",
            Group::Unasked(_) => "board-group-unasked",
            Group::Buyers(_) => "board-group-buyers",
            Group::Leads => "board-group-leads",
            Group::Pool => "board-group-pool",
            Group::Gone(_) => "board-group-gone",
            Group::Others => "board-group-others",
        };
        self.with_tier(prose, place, prose.say_with(key, &[("count", count.into())]))
    }

    /// The same in a word or two, for where there is little room.
    #[must_use]
    pub fn short(self, prose: &Prose, place: Place) -> String {
        let key = match self {
            Group::Decides => "board-group-decides-short",
            Group::Ticket => "board-group-ticket-short",
            Group::Late => "board-group-late-short",
            Group::Handover => "board-group-handover-short",
            Group::Deal => "board-group-deal-short",
            Group::Quiet(_) => "board-group-quiet-short",
            Group::Qualify => "board-group-qualify-short",
            Group::Unasked(_) => "board-group-unasked-short",
            Group::Buyers(_) => "board-group-buyers-short",
            Group::Leads => "board-group-leads-short",
            Group::Pool => "board-group-pool-short",
            Group::Gone(_) => "board-group-gone-short",
            Group::Others => "board-group-others-short",
        };
        self.with_tier(prose, place, prose.say(key))
    }

    /// A floor of the pyramid is the tier of all that stand on it.
    fn with_tier(self, prose: &Prose, place: Place, group: String) -> String {
        match (self.tier(), place) {
            (Some(tier), Place::Lane(_)) => prose.say_with("board-group-tier", &[("group", group.into()), ("tier", names::tier_number(tier).into())]),
            _ => group,
        }
    }

    /// What is to be done about them, in a sentence.
    #[must_use]
    pub fn hint(self, prose: &Prose) -> String {
        prose.say(match self {
            Group::Decides => "board-group-decides-hint",
            Group::Ticket => "board-group-ticket-hint",
            Group::Late => "board-group-late-hint",
            Group::Handover => "board-group-handover-hint",
            Group::Deal => "board-group-deal-hint",
            Group::Quiet(_) => "board-group-quiet-hint",
            Group::Qualify => "board-group-qualify-hint",
            Group::Unasked(_) => "board-group-unasked-hint",
            Group::Buyers(_) => "board-group-buyers-hint",
            Group::Leads => "board-group-leads-hint",
            Group::Pool => "board-group-pool-hint",
            Group::Gone(_) => "board-group-gone-hint",
            Group::Others => "board-group-others-hint",
        })
    }
}

/// What changed with a customer as the last month ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It came from this phase.
    From(Phase),
    /// The team met it.
    Met,
    /// It ordered, for so much.
    Ordered(Fen),
    /// It decided on a deal, and not for the team.
    NotWon,
}

impl Change {
    /// In a few words, with its month.
    #[must_use]
    pub fn told(self, prose: &Prose) -> String {
        let last = prose.view.past.rounds.len() as u16;
        let month = ("month", prose.month_name(crate::sim::units::Round(last)).into());
        match self {
            Change::From(phase) => prose.say_with("board-change-from", &[month, ("phase", prose.phase(phase).into())]),
            Change::Met => prose.say_with("board-change-met", &[month]),
            Change::Ordered(amount) => prose.say_with("board-change-ordered", &[month, ("amount", prose.money_short(amount).into())]),
            Change::NotWon => prose.say_with("board-change-not-won", &[month]),
        }
    }
}

/// What changed as the last month ended, by customer; nothing before the first month is over.
#[must_use]
pub fn changes(view: &View) -> BTreeMap<CustomerId, Vec<Change>> {
    let mut found: BTreeMap<CustomerId, Vec<Change>> = BTreeMap::new();
    let Some(last) = view.past.rounds.last() else {
        return found;
    };
    for customer in &view.customers {
        let before = customer.phase_before;
        if before != customer.phase && before != Phase::Unknown {
            found.entry(customer.id).or_default().push(Change::From(before));
        }
    }
    for happened in &last.happened {
        let (customer, change) = match happened {
            Happened::Met { customer, .. } => (*customer, Change::Met),
            Happened::Won { deal, amount, .. } => (deal.customer, Change::Ordered(*amount)),
            Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } => (deal.customer, Change::NotWon),
            _ => continue,
        };
        let list = found.entry(customer).or_default();
        match (list.iter_mut().find(|c| std::mem::discriminant(*c) == std::mem::discriminant(&change)), change) {
            (Some(Change::Ordered(sum)), Change::Ordered(more)) => *sum += more,
            (Some(_), _) => {}
            (None, change) => list.push(change),
        }
    }
    found.retain(|customer, _| view.customer(*customer).is_some());
    // what was decided tells more than the lane it came from
    for list in found.values_mut() {
        list.sort_by_key(|change| matches!(change, Change::From(_)));
    }
    found
}

/// How a customer stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose it is.
    pub customer: CustomerId,
    /// 0 for whoever is spoken of, then those of the case, those with something urgent, those with whom something changed, the rest.
    pub rank: u8,
    /// Its yearly value in fen, 0 as long as nobody knows it.
    pub value: i64,
    /// With whom it is counted where there is no room for its name.
    pub group: Group,
    /// One of the [`MOST_NAMED`].
    pub matters: bool,
}

impl Standing {
    /// Those that matter most first.
    #[must_use]
    pub const fn order(&self) -> (u8, Reverse<i64>, CustomerId) {
        (self.rank, Reverse(self.value), self.customer)
    }
}

/// How every customer of a view stands, in the order of the view; `spotlight`: those that are spoken of or chosen.
#[must_use]
pub fn standings(view: &View, spotlight: &BTreeSet<CustomerId>) -> Vec<Standing> {
    let open = || view.deals.iter().filter(|d| d.open());
    let deals: BTreeSet<CustomerId> = open().map(|d| d.id.customer).collect();
    let decides: BTreeSet<CustomerId> = open().filter(|d| d.due <= view.round).map(|d| d.id.customer).collect();
    let tickets: BTreeSet<CustomerId> = view.tickets.iter().map(|t| t.id.customer).collect();
    let late: BTreeSet<CustomerId> = view.tasks.iter().filter(|t| t.overdue).map(|t| t.customer).collect();
    let changed = changes(view);
    let tier = |c: &CustomerView| c.seen.map(|(tier, _)| tier);
    let group = |c: &CustomerView| match c.id {
        _ if c.phase == Phase::Lost => Group::Gone(tier(c)),
        _ if c.pooled.is_some() => Group::Pool,
        id if decides.contains(&id) => Group::Decides,
        id if tickets.contains(&id) => Group::Ticket,
        id if late.contains(&id) => Group::Late,
        _ if c.needs_handover => Group::Handover,
        id if deals.contains(&id) => Group::Deal,
        _ if c.orders > 0 && c.silent_months >= QUIET => Group::Quiet(tier(c)),
        _ if c.orders > 0 && c.satisfaction.is_none() => Group::Unasked(tier(c)),
        _ if c.orders > 0 => Group::Buyers(tier(c)),
        _ if !c.qualified => Group::Qualify,
        _ => Group::Leads,
    };
    let standing = |c: &CustomerView| {
        let group = group(c);
        let rank = match group {
            _ if spotlight.contains(&c.id) => 0,
            _ if c.named => 1,
            Group::Decides => 2,
            Group::Ticket => 3,
            Group::Late => 4,
            _ if changed.contains_key(&c.id) => 5,
            _ => 6,
        };
        Standing { customer: c.id, rank, value: c.yearly_value.map_or(0, |value| value.0), group, matters: false }
    };
    let mut all: Vec<Standing> = view.customers.iter().map(standing).collect();
    let mut ranked: Vec<_> = all.iter().map(Standing::order).collect();
    ranked.sort_unstable();
    let most: BTreeSet<CustomerId> = ranked.iter().enumerate().filter(|(place, (rank, ..))| *place < MOST_NAMED || *rank == 0).map(|(_, o)| o.2).collect();
    all.iter_mut().for_each(|standing| standing.matters = most.contains(&standing.customer));
    all
}

/// Puts customers into groups, `most` of them at the most. Where they are more, tiers are not told apart; where that does not
/// do, the smallest groups become one of others.
#[must_use]
pub fn grouped(customers: &[Standing], most: usize) -> Vec<(Group, Vec<CustomerId>)> {
    let sorted = |name: fn(Group) -> Group| {
        let mut groups: BTreeMap<Group, Vec<CustomerId>> = BTreeMap::new();
        for standing in customers {
            groups.entry(name(standing.group)).or_default().push(standing.customer);
        }
        groups.into_iter().collect::<Vec<_>>()
    };
    let most = most.max(1);
    let mut groups = sorted(|group| group);
    if groups.len() > most {
        groups = sorted(Group::of_any_tier);
    }
    if groups.len() > most {
        let mut sizes: Vec<(Reverse<usize>, Group)> = groups.iter().map(|(group, members)| (Reverse(members.len()), *group)).collect();
        sizes.sort_unstable();
        let kept: BTreeSet<Group> = sizes.into_iter().take(most - 1).map(|(_, group)| group).collect();
        let (mut named, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(group, _)| kept.contains(group));
        let mut others: Vec<CustomerId> = rest.into_iter().flat_map(|(_, members)| members).collect();
        others.sort_unstable();
        named.push((Group::Others, others));
        groups = named;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_are_too_many_become_one_and_nobody_is_left_out() {
        let of = |id: u16, group: Group| Standing { customer: CustomerId(id), rank: 6, value: 0, group, matters: false };
        let mut all: Vec<Standing> = (0..20).map(|id| of(id, Group::Qualify)).collect();
        all.push(of(20, Group::Decides));
        all.extend((21..25).map(|id| of(id, Group::Quiet(Some(Tier::Small)))));
        all.extend((25..30).map(|id| of(id, Group::Buyers(Some(Tier::Small)))));
        all.extend((30..35).map(|id| of(id, Group::Buyers(Some(Tier::Main)))));
        let told = |most: usize| grouped(&all, most).iter().map(|(group, members)| (*group, members.len())).collect::<Vec<_>>();
        assert_eq!(told(5).len(), 5);
        assert_eq!(told(4), [(Group::Decides, 1), (Group::Quiet(None), 4), (Group::Qualify, 20), (Group::Buyers(None), 10)]);
        assert_eq!(told(3), [(Group::Qualify, 20), (Group::Buyers(None), 10), (Group::Others, 5)]);
        assert_eq!(told(1), [(Group::Others, 35)]);
        assert_eq!(grouped(&all[..20], 1), [(Group::Qualify, (0..20).map(CustomerId).collect::<Vec<_>>())]);
    }
}
