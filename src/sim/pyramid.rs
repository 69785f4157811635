//! The customer pyramid: tiers by contribution so far (MODEL.md 13).

use super::command::Tier;
use super::state::Team;
use super::units::{CustomerId, Fen};

/// Tiers of `customers` by contribution: VIP the top 1 %, main the next 4 %, ordinary the next 15 %, small the rest, at
/// least one each as far as there are customers. Ties go to the smaller id. The result is in the order of rank.
#[must_use]
pub fn tiers(customers: &[(CustomerId, Fen)]) -> Vec<(CustomerId, Tier)> {
    let mut ranked: Vec<(CustomerId, Fen)> = customers.to_vec();
    ranked.sort_by_key(|&(id, contribution)| (std::cmp::Reverse(contribution), id));
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
        team.relations.iter().enumerate().filter(|(_, r)| r.known()).map(|(i, r)| (CustomerId::at(i), r.contribution)).collect();
    tiers(&known)
}
