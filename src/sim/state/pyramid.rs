//! The customer pyramid: tiers by contribution so far (docs/model.md#pyramid).

use crate::sim::state::Team;
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
    let share = |per_cent: usize| (n * per_cent / 100).max(1);
    let (vip, main, ordinary) = (share(1), share(4), share(15));
    ranked
        .into_iter()
        .enumerate()
        .map(|(rank, (id, _))| {
            let tier = if rank < vip {
                Tier::Vip
            } else if rank < vip + main {
                Tier::Main
            } else if rank < vip + main + ordinary {
                Tier::Ordinary
            } else {
                Tier::Small
            };
            (id, tier)
        })
        .collect()
}

/// The pyramid of a team's known customers.
#[must_use]
pub fn of_team(team: &Team) -> Vec<(CustomerId, Tier)> {
    let known: Vec<(CustomerId, Fen)> =
        team.relations.iter().enumerate().filter(|(_, r)| r.known()).map(|(i, r)| (CustomerId::at(i), r.history.contribution)).collect();
    tiers(&known)
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
}
