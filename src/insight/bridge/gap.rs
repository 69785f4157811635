//! Where the difference in profit between two teams of a finished game lies: its parts, to the fen, and the customers that make
//! most of it. Of two teams in copies of one market, or in one market, the customers have the same ids.

use super::{Figure, Step, by_step};
use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::units::{CustomerId, Fen, NeedId, Round, Source};
use crate::sim::view::View;
use std::cmp::Reverse;

/// The most customers told.
pub const MOST: usize = 4;

/// What a difference in profit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Sales and fees less goods.
    Margin,
    /// Finding and winning customers.
    Winning,
    /// Looking after them.
    Keeping,
    /// Wages and the company.
    Company,
}

impl Part {
    /// In the order in which they are told.
    pub const ALL: [Part; 4] = [Part::Margin, Part::Winning, Part::Keeping, Part::Company];

    const fn of(step: Step) -> Part {
        match step {
            Step::Winning => Part::Winning,
            Step::Keeping => Part::Keeping,
            Step::Wages | Step::Company => Part::Company,
            _ => Part::Margin,
        }
    }
}

/// Why one's own team earned less from a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The other team won most of it in a public tender, for which one's own won nothing.
    Tender,
    /// It never came to know the customer.
    Unknown,
    /// It knew the customer, and none of its needs came to light.
    NoNeed,
    /// It never heard of any need that the other team won; this one is the dearest.
    Unheard(NeedId),
    /// So many needs came to light, and none was quoted for.
    Unquoted(usize),
    /// So many needs were quoted for, and none was won.
    Lost(usize),
    /// The customer left at the end of this month, and at least half of the difference came after that.
    Left(Round),
    /// It sold less.
    Less,
    /// It sold no less, but less was left of it.
    Cheaper,
}

/// A customer of which the other team earned more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Which one; the other team knows it.
    pub customer: CustomerId,
    /// Sales and fees: one's own, the other team's.
    pub revenue: [Fen; 2],
    /// The same less goods.
    pub margin: [Fen; 2],
    /// What it was on one's own side.
    pub side: Side,
}

impl Apart {
    /// How much more gross margin the other team has earned.
    #[must_use]
    pub fn by(&self) -> Fen {
        self.margin[1] - self.margin[0]
    }
}

/// How a difference in profit came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How much more profit the other team has made; below zero where it made less.
    pub by: Fen,
    /// What makes it up, in the order of [`Part::ALL`]; above zero where the other team did better.
    pub parts: [Fen; 4],
    /// Largest first; none where the other team has no more gross margin.
    pub customers: Vec<Apart>,
    /// Gross margin of all else; with the customers it makes the part.
    pub rest: Fen,
}

/// Where the difference between two teams' profit lies, over all months.
#[must_use]
pub fn gap(own: &View, other: &View) -> Gap {
    let (mine, theirs) = (made(own), made(other));
    let parts = [0, 1, 2, 3].map(|part| theirs[part] - mine[part]);
    let earned = |view: &View| view.past.months.iter().map(|month| month.contribution).sum::<Fen>();
    let mut customers = if parts[0] > Fen::ZERO { apart(own, other) } else { Vec::new() };
    // as for what cost most: less than a fiftieth of an ordinary order is nothing to learn from
    let little = own.guide.mean_order.scale(0.02);
    customers.retain(|customer| customer.by() > little);
    customers.sort_by_key(|customer| (Reverse(customer.by()), customer.customer));
    customers.truncate(MOST);
    let rest = parts[0] - customers.iter().map(Apart::by).sum::<Fen>();
    Gap { by: earned(other) - earned(own), parts, customers, rest }
}

/// What a team's profit over all months is made of, in the order of [`Part::ALL`].
#[must_use]
pub fn made(view: &View) -> [Fen; 4] {
    let entries: Vec<&Entry> = view.past.ledger.iter().collect();
    let steps = by_step(&entries, Figure::Contribution);
    Part::ALL.map(|part| steps.iter().filter(|(step, _)| Part::of(*step) == part).map(|(_, amount)| *amount).sum())
}

/// What is left of a sale after the goods.
const fn is_margin(kind: EntryKind) -> bool {
    matches!(super::step(kind, Figure::Contribution), Some(Step::Revenue | Step::Goods))
}

fn apart(own: &View, other: &View) -> Vec<Apart> {
    let mut ids: Vec<CustomerId> = other.past.ledger.iter().filter(|entry| entry.kind.is_revenue()).filter_map(|entry| entry.customer).collect();
    ids.sort_unstable();
    ids.dedup();
    let one = |customer: CustomerId| {
        let revenue = [own, other].map(|view| sum(view, customer, |entry| entry.kind.is_revenue()));
        let margin = [own, other].map(|view| sum(view, customer, |entry| is_margin(entry.kind)));
        Apart { customer, revenue, margin, side: side(own, other, customer, revenue, margin[1] - margin[0]) }
    };
    ids.into_iter().map(one).collect()
}

fn sum(view: &View, customer: CustomerId, counts: impl Fn(&Entry) -> bool) -> Fen {
    view.past.ledger.iter().filter(|entry| entry.customer == Some(customer) && counts(entry)).map(|entry| entry.amount).sum()
}

fn side(own: &View, other: &View, customer: CustomerId, revenue: [Fen; 2], by: Fen) -> Side {
    let by_tender = |entry: &Entry| entry.kind.is_revenue() && entry.deal.is_some_and(|deal| deal.source == Source::Tender);
    let tender = sum(other, customer, by_tender) - sum(own, customer, by_tender);
    if tender.0 * 2 > (revenue[1] - revenue[0]).0.max(0) {
        return Side::Tender;
    }
    let Some(known) = own.customer(customer) else { return Side::Unknown };
    let after = |left: Round| sum(other, customer, |entry| entry.round > left && is_margin(entry.kind));
    if let Some(left) = known.lost.filter(|left| known.orders > 0 && after(*left).0 * 2 >= by.0) {
        return Side::Left(left);
    }
    if revenue[0] > Fen::ZERO {
        return if revenue[0] < revenue[1] { Side::Less } else { Side::Cheaper };
    }
    if let Some(dearest) = unheard(own, other, customer) {
        return Side::Unheard(dearest);
    }
    let deals = || own.deals.iter().filter(|deal| deal.id.customer == customer);
    match (deals().count(), deals().filter(|deal| deal.quote.is_some()).count()) {
        (0, _) => Side::NoNeed,
        (needs, 0) => Side::Unquoted(needs),
        (_, quoted) => Side::Lost(quoted),
    }
}

/// The dearest need that the other team won at a customer, where the own team knew of none of those it won.
fn unheard(own: &View, other: &View, customer: CustomerId) -> Option<NeedId> {
    let won: Vec<&Entry> = other.past.ledger.iter().filter(|entry| entry.customer == Some(customer) && entry.kind.is_revenue()).collect();
    let heard = |entry: &&Entry| entry.deal.is_none_or(|deal| own.deal(deal).is_some());
    if own.deals.iter().all(|deal| deal.id.customer != customer) || won.iter().any(heard) {
        return None;
    }
    won.into_iter().max_by_key(|entry| (entry.amount, Reverse(entry.deal))).and_then(|entry| entry.deal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bots::{BotKind, play_month};
    use crate::sim::resolve;
    use crate::sim::testing::{game, seat};
    use crate::sim::units::{Role, TeamId};
    use crate::sim::view::view;

    #[test]
    fn the_parts_make_the_difference_and_the_customers_its_margin() {
        let mut told = 0;
        for seed in [3, 7, 11] {
            let mut state = game(seed, 2);
            for _ in 0..12 {
                for (team, bot) in [(0, BotKind::Passive), (1, BotKind::Balanced)] {
                    play_month(&mut state, TeamId(team), &bot.policy(), &mut Vec::new());
                }
                resolve(&mut state);
            }
            let [own, other] = [0, 1].map(|team| view(&state, seat(team, Role::AccountManager)));
            for (own, other) in [(&own, &other), (&other, &own), (&own, &own)] {
                let found = gap(own, other);
                let profit = |view: &View| view.past.months.last().map_or(Fen::ZERO, |month| month.contribution_so_far);
                assert_eq!(found.by, profit(other) - profit(own));
                assert_eq!(found.parts.into_iter().sum::<Fen>(), found.by, "{seed}");
                assert_eq!(found.customers.iter().map(Apart::by).sum::<Fen>() + found.rest, found.parts[0]);
                assert!(found.customers.len() <= MOST && found.customers.is_sorted_by_key(|customer| Reverse(customer.by())));
                for customer in &found.customers {
                    told += 1;
                    assert!(customer.by() > own.guide.mean_order.scale(0.02));
                    assert_eq!(customer.side == Side::Unknown, own.customer(customer.customer).is_none() && customer.side != Side::Tender);
                }
            }
            let same = gap(&own, &own);
            assert!(same.by == Fen::ZERO && same.customers.is_empty());
        }
        assert!(told > 3, "{told}");
    }

    #[test]
    fn a_customer_that_left_explains_only_what_came_after() {
        let mut own = crate::crm::testing::noted(&crate::crm::testing::played(3, 12));
        let other = own.clone();
        let Some(first) = own.past.ledger.iter().find(|entry| entry.kind == EntryKind::Sale).cloned() else { panic!("no sale in twelve months") };
        let Some(customer) = first.customer else { panic!("a sale to nobody") };
        own.past.ledger.retain(|entry| entry.customer != Some(customer));
        let side_of = |own: &View| apart(own, &other).into_iter().find(|apart| apart.customer == customer).map(|apart| apart.side);
        let leave = |own: &mut View, round| own.known.customers.iter_mut().filter(|c| c.id == customer).for_each(|c| (c.lost, c.orders) = (Some(round), 1));
        leave(&mut own, Round(0));
        assert_eq!(side_of(&own), Some(Side::Left(Round(0))));
        leave(&mut own, Round(12));
        assert_ne!(side_of(&own), Some(Side::Left(Round(12))));
        own.known.customers.retain(|c| c.id != customer);
        assert_eq!(side_of(&own), Some(Side::Unknown));
    }
}
