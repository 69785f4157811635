//! The customer pyramid: tiers by contribution so far (docs/model.md#pyramid).

use crate::sim::state::{Customer, Relation, Team};
use crate::sim::terms::Tier;
use crate::sim::units::{CustomerId, Fen};
use std::cmp::Reverse;

/// Tiers of `customers` by contribution: VIP the top 1 %, main the next 4 %, ordinary the next 15 %, small the rest, at
/// least one each as far as there are customers. Ties go to the smaller id. The result is in the order of rank.
#[must_use]
pub fn tiers<Id: Copy + Ord, Worth: Copy + Ord>(customers: &[(Id, Worth)]) -> Vec<(Id, Tier)> {
    let mut ranked: Vec<(Id, Worth)> = customers.to_vec();
    ranked.sort_by_key(|&(id, contribution)| (Reverse(contribution), id));
    let n = ranked.len();
    ranked.into_iter().enumerate().map(|(rank, (id, _))| (id, tier_at(rank, n))).collect()
}

/// The tier of the customer with so many before it, of so many in all.
#[must_use]
pub fn tier_at(rank: usize, n: usize) -> Tier {
    let share = |per_cent: usize| (n * per_cent / 100).max(1);
    let (vip, main, ordinary) = (share(1), share(4), share(15));
    if rank < vip {
        Tier::Vip
    } else if rank < vip + main {
        Tier::Main
    } else if rank < vip + main + ordinary {
        Tier::Ordinary
    } else {
        Tier::Small
    }
}

/// The pyramid of a team's known customers.
#[must_use]
pub fn of_team(team: &Team) -> Vec<(CustomerId, Tier)> {
    let known: Vec<(CustomerId, Fen)> =
        team.relations.iter().enumerate().filter(|(_, r)| r.known()).map(|(i, r)| (CustomerId::at(i), r.history.contribution)).collect();
    tiers(&known)
}

/// What a tier of the pyramid follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The team placed the customer there.
    Placed,
    /// What it has contributed so far.
    Contribution,
    /// What it is expected to buy in a year: nothing has been sold to it yet.
    Expected,
}

/// The tier of every known customer as the team sees it and what that follows, by id: the team's own word, else the contribution;
/// where nothing has been sold yet (what was ordered before the game), what the customer is expected to buy in a year. None where
/// nobody can know. `contributed`: the tier by contribution of each, by id.
pub fn seen<'a>(team: &'a Team, customers: &[Customer], contributed: &'a [Tier]) -> impl Iterator<Item = (CustomerId, Option<(Tier, Basis)>)> + 'a {
    let known = move || team.relations.iter().enumerate().filter(|(_, relation)| relation.known());
    let worth = |(index, relation): (usize, &Relation)| {
        let expected = if relation.informed() { customers.get(index).map_or(Fen::ZERO, Customer::yearly_value) } else { Fen::ZERO };
        (CustomerId::at(index), expected)
    };
    let expected = by_id(team, &tiers(&known().map(worth).collect::<Vec<_>>()));
    let of = move |(index, relation): (usize, &Relation)| {
        let tier = |list: &[Tier]| list.get(index).copied().unwrap_or(Tier::Small);
        let computed = if relation.history.revenue > Fen::ZERO {
            Some((tier(contributed), Basis::Contribution))
        } else {
            relation.informed().then(|| (tier(&expected), Basis::Expected))
        };
        (CustomerId::at(index), relation.classification.tier.map(|placed| (placed, Basis::Placed)).or(computed))
    };
    known().map(of)
}

/// Tiers of a team's customers, spread by id: cheaper than looking for each.
#[must_use]
pub fn by_id(team: &Team, ranked: &[(CustomerId, Tier)]) -> Vec<Tier> {
    let mut spread = vec![Tier::Small; team.relations.len()];
    for &(id, tier) in ranked {
        if let Some(place) = spread.get_mut(id.index()) {
            *place = tier;
        }
    }
    spread
}

/// The tier of everybody who has bought, as the team sees it.
#[must_use]
pub fn of_buyers(team: &Team, customers: &[Customer]) -> Vec<(CustomerId, Tier)> {
    let contributed = by_id(team, &of_team(team));
    let bought = |id: CustomerId| team.relations.get(id.index()).is_some_and(|relation| relation.history.orders > 0);
    seen(team, customers, &contributed).filter(|(id, _)| bought(*id)).filter_map(|(id, tier)| Some((id, tier?.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(n: u16) -> [usize; 4] {
        let customers: Vec<(CustomerId, Fen)> = (0..n).map(|i| (CustomerId(i), Fen(i64::from(i)))).collect();
        let tiers = tiers(&customers);
        Tier::ALL.map(|tier| tiers.iter().filter(|t| t.1 == tier).count())
    }

    #[test]
    fn shares_hold_and_every_tier_has_somebody() {
        for (n, expected) in [(0, [0, 0, 0, 0]), (1, [1, 0, 0, 0]), (3, [1, 1, 1, 0]), (40, [1, 1, 6, 32]), (400, [4, 16, 60, 320])] {
            assert_eq!(counts(n), expected, "{n}");
        }
    }

    #[test]
    fn the_dearest_come_first_and_ties_by_id() {
        let ranked = tiers(&[(CustomerId(0), Fen(5)), (CustomerId(1), Fen(9)), (CustomerId(2), Fen(5))]);
        assert_eq!(ranked, [(CustomerId(1), Tier::Vip), (CustomerId(0), Tier::Main), (CustomerId(2), Tier::Ordinary)]);
    }

    #[test]
    fn before_the_first_sale_a_tier_follows_what_a_customer_may_buy() {
        use crate::sim::testing::{bare, buyer};
        let mut game = bare(1);
        let mut customers = game.customers.to_vec();
        for (id, order_value) in [(1, 1_000), (2, 9_000), (3, 5_000)] {
            let relation = buyer(&mut game, CustomerId(id), 1);
            (relation.history.revenue, relation.history.contribution) = (Fen::ZERO, Fen::ZERO);
            let traits = &mut customers[usize::from(id)];
            (traits.stochastic_needs, traits.need_rate, traits.order_value) = (true, 0.5, Fen::yuan(order_value));
        }
        let seen = |game: &crate::sim::game::Game| of_buyers(&game.teams[0], &customers);
        let by = |id, tier| (CustomerId(id), tier);
        assert_eq!(seen(&game), [by(1, Tier::Ordinary), by(2, Tier::Vip), by(3, Tier::Main)]);
        // what was sold counts from then on, and the team's own word before everything
        let sold = &mut game.teams[0].relations[1].history;
        (sold.revenue, sold.contribution) = (Fen::yuan(10), Fen::yuan(5));
        game.teams[0].relations[3].classification.tier = Some(Tier::Small);
        assert_eq!(seen(&game), [by(1, Tier::Vip), by(2, Tier::Vip), by(3, Tier::Small)]);
        let basis = |game: &crate::sim::game::Game| super::seen(&game.teams[0], &customers, &[]).filter_map(|(_, tier)| Some(tier?.1)).collect::<Vec<_>>();
        assert_eq!(basis(&game), [Basis::Contribution, Basis::Expected, Basis::Placed]);
        // of whom nothing was ordered and nothing asked nobody can know
        game.teams[0].relations[2].history.orders = 0;
        game.teams[0].relations[2].classification.qualified = false;
        assert_eq!(basis(&game), [Basis::Contribution, Basis::Placed]);
    }
}
