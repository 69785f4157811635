//! How a customer climbs: its tier of the pyramid at the end of every month, and its way with the team (docs/model.md#pyramid).
//!
//! The tiers of a month that is past follow from the ledger, by the rule that gives the tiers of today.

use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::Happened;
use crate::sim::state::pyramid;
use crate::sim::terms::{Found, Phase, Reason, Tier, Winner};
use crate::sim::units::{CustomerId, Fen, NeedId, Round};
use crate::sim::view::View;
use std::collections::BTreeMap;

/// What a customer had brought by the end of a month, after costs.
#[must_use]
pub fn contribution_after(view: &View, customer: CustomerId, round: Round) -> Fen {
    let entries = view.past.ledger.iter().filter(|e| e.customer == Some(customer) && e.round <= round && e.kind.earns());
    entries.map(|e| e.amount).sum()
}

/// The pyramid at the end of a month, in the order of rank: everybody whom the team knew by then, by contribution so far.
#[must_use]
pub fn tiers_after(view: &View, round: Round) -> Vec<(CustomerId, Tier)> {
    let known = view.customers.iter().filter(|c| c.found.is_none_or(|(_, found)| found <= round));
    let mut so_far: BTreeMap<CustomerId, Fen> = known.map(|c| (c.id, Fen::ZERO)).collect();
    for entry in view.past.ledger.iter().filter(|e| e.round <= round && e.kind.earns()) {
        if let Some(sum) = entry.customer.and_then(|id| so_far.get_mut(&id)) {
            *sum += entry.amount;
        }
    }
    pyramid::tiers(&so_far.into_iter().collect::<Vec<_>>())
}

/// The tier of a customer at the end of a month; None before the game and before its first order, when it has brought nothing to
/// be ranked by.
#[must_use]
pub fn tier_after(view: &View, customer: CustomerId, round: Round) -> Option<Tier> {
    if round.0 == 0 || !has_ordered(view, customer, round) {
        return None;
    }
    tiers_after(view, round).into_iter().find(|(id, _)| *id == customer).map(|(_, tier)| tier)
}

/// Whether it had bought by the end of a month, or before the game.
fn has_ordered(view: &View, customer: CustomerId, round: Round) -> bool {
    let won = || view.past.ledger.iter().filter(|e| e.customer == Some(customer) && e.kind.is_revenue());
    won().any(|e| e.round <= round) || view.customer(customer).is_some_and(|c| c.orders > 0 && won().next().is_none())
}

/// A move in the pyramid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// None: it was in none before.
    pub from: Option<Tier>,
    /// Another one than before.
    pub to: Tier,
}

impl Move {
    /// Up, or into the pyramid.
    #[must_use]
    pub fn is_rise(self) -> bool {
        self.from.is_none_or(|from| self.to.index() < from.index())
    }
}

/// How the customer moved in the pyramid in a month; None if it did not.
#[must_use]
pub fn moved(view: &View, customer: CustomerId, round: Round) -> Option<Move> {
    let to = tier_after(view, customer, round)?;
    let from = round.0.checked_sub(1).and_then(|before| tier_after(view, customer, Round(before)));
    // whoever bought before the game stood somewhere all the time
    let ordered = || view.past.ledger.iter().any(|e| e.customer == Some(customer) && e.kind.is_revenue() && e.round <= round);
    if from.is_none() && !ordered() {
        return None;
    }
    (from != Some(to)).then_some(Move { from, to })
}

/// Who stands above the customer at the end of a month and did not a month before: whoever has pushed it down.
#[must_use]
pub fn overtaken_by(view: &View, customer: CustomerId, round: Round) -> Vec<CustomerId> {
    let above = |round: Round| -> Vec<CustomerId> { tiers_after(view, round).into_iter().map(|(id, _)| id).take_while(|id| *id != customer).collect() };
    let before = above(Round(round.0.saturating_sub(1)));
    above(round).into_iter().filter(|id| !before.contains(id)).collect()
}

/// A step of a customer's way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The team came to know it.
    Met(Found),
    /// The team placed it in the pyramid.
    Placed {
        /// Where.
        tier: Tier,
        /// On what ground.
        reason: Reason,
        /// Where its contribution put it then; None before its first order.
        computed: Option<Tier>,
    },
    /// It ordered, at this price.
    Ordered(NeedId, Fen),
    /// It compared the team's bid and chose another, or nobody.
    Chose(NeedId, Winner),
    /// It decided without asking the team.
    NotAsked(NeedId),
    /// Its relation entered this phase; the cause of a decline, a loss or a win-back.
    Entered(Phase, Option<Cause>),
    /// It moved in the pyramid.
    Moved(Move),
}

/// The way of a customer, by month and in the order in which things come in one. Round 0 is before the game.
#[must_use]
pub fn way(view: &View, id: CustomerId) -> Vec<(Round, Step)> {
    let met = view.customer(id).and_then(|c| c.found).map(|(found, round)| (round, Step::Met(found)));
    let mut way: Vec<(Round, Step)> = met.into_iter().collect();
    for evaluation in view.evaluations.iter().filter(|e| e.customer == id) {
        let computed = tier_after(view, id, Round(evaluation.round.0.saturating_sub(1)));
        way.push((evaluation.round, Step::Placed { tier: evaluation.tier, reason: evaluation.reason, computed }));
    }
    for (round, past) in (1_u16..).map(Round).zip(&view.past.rounds) {
        way.extend(past.happened.iter().filter_map(|happened| step(happened, id)).map(|step| (round, step)));
        way.extend(moved(view, id, round).map(|moved| (round, Step::Moved(moved))));
    }
    way.sort_by_key(|(round, _)| *round);
    way
}

fn step(happened: &Happened, id: CustomerId) -> Option<Step> {
    match *happened {
        Happened::Won { deal, amount, .. } | Happened::TenderWon { order: deal, amount, .. } if deal.customer == id => Some(Step::Ordered(deal, amount)),
        Happened::NotWon { deal, winner, .. } if deal.customer == id => Some(Step::Chose(deal, winner)),
        Happened::NotInvited { deal, .. } if deal.customer == id => Some(Step::NotAsked(deal)),
        Happened::Phase { customer, to, cause, .. } if customer == id => Some(Step::Entered(to, cause)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::journal::ledger::{Entry, EntryKind};
    use crate::sim::state::Evaluation;
    use crate::sim::testing::{ALPHA, HERO, bare, game, lead, not_won, seat};
    use crate::sim::units::{Role, Source};
    use crate::sim::view::view;
    use crate::sim::{self, resolve};

    fn entry(customer: CustomerId, round: u16, kind: EntryKind, yuan: i64) -> Entry {
        Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer: Some(customer), deal: None }
    }

    /// Two leads that the team has known from the start, in month 4 with three months behind it.
    fn two() -> View {
        let mut state = bare(1);
        state.round = Round(4);
        for id in [ALPHA, HERO] {
            lead(&mut state, id);
        }
        let mut seen = view(&state, seat(0, Role::AccountManager));
        seen.customers.retain(|c| [ALPHA, HERO].contains(&c.id));
        seen.past.rounds = vec![Default::default(); 3];
        seen
    }

    #[test]
    fn who_brings_more_climbs_past_the_other() {
        let mut seen = two();
        seen.past.ledger = vec![
            entry(ALPHA, 1, EntryKind::Sale, 9_000),
            entry(HERO, 2, EntryKind::Sale, 5_000),
            entry(HERO, 2, EntryKind::Credit, -5_000),
            entry(HERO, 3, EntryKind::Sale, 9_000),
            entry(HERO, 3, EntryKind::Goods, -4_000),
        ];
        let tiers = |id| [0, 1, 2, 3].map(|round| tier_after(&seen, id, Round(round)));
        assert_eq!(tiers(ALPHA), [None, Some(Tier::Vip), Some(Tier::Vip), Some(Tier::Main)]);
        assert_eq!(tiers(HERO), [None, None, Some(Tier::Main), Some(Tier::Vip)], "10,000 after goods");
        assert_eq!(contribution_after(&seen, HERO, Round(3)), Fen::yuan(10_000));
        let moves = [1, 2, 3].map(|round| moved(&seen, HERO, Round(round)));
        assert_eq!(moves, [None, Some(Move { from: None, to: Tier::Main }), Some(Move { from: Some(Tier::Main), to: Tier::Vip })]);
        let fall = moved(&seen, ALPHA, Round(3)).expect("a fall");
        assert_eq!([ALPHA, HERO].map(|id| overtaken_by(&seen, id, Round(3))), [vec![HERO], vec![]]);
        assert!(!fall.is_rise() && moves[1].is_some_and(Move::is_rise) && moves[2].is_some_and(Move::is_rise));
    }

    #[test]
    fn a_way_is_told_month_by_month_with_the_placing_beside_the_computed_tier() {
        let mut seen = two();
        let deal = NeedId { customer: HERO, born: Round(1), source: Source::Stochastic };
        seen.past.ledger = vec![entry(HERO, 2, EntryKind::Sale, 5_000)];
        seen.past.rounds[1].happened = vec![
            Happened::Won { deal, amount: Fen::yuan(5_000), utility: Default::default(), chance: 0.5, unseen: None, strong: None, field: Vec::new() },
            Happened::Phase { customer: HERO, from: Phase::Exploration, to: Phase::Formation, cause: None },
            Happened::Phase { customer: ALPHA, from: Phase::Exploration, to: Phase::Formation, cause: None },
        ];
        seen.past.rounds[2].happened = vec![not_won(deal, Winner::Nobody, 0.5, None)];
        seen.evaluations = vec![Evaluation { round: Round(3), customer: HERO, tier: Tier::Main, reason: Reason::Growth }];
        for customer in &mut seen.customers {
            customer.found = Some((Found::Exhibition, Round(1)));
        }
        let way = way(&seen, HERO);
        let expected = [
            (Round(1), Step::Met(Found::Exhibition)),
            (Round(2), Step::Ordered(deal, Fen::yuan(5_000))),
            (Round(2), Step::Entered(Phase::Formation, None)),
            (Round(2), Step::Moved(Move { from: None, to: Tier::Vip })),
            (Round(3), Step::Placed { tier: Tier::Main, reason: Reason::Growth, computed: Some(Tier::Vip) }),
            (Round(3), Step::Chose(deal, Winner::Nobody)),
        ];
        assert_eq!(way, expected);
    }

    #[test]
    fn the_last_month_is_the_pyramid_of_today() {
        let mut months = 0;
        for seed in 1..4 {
            let mut state = game(seed, 1);
            for _ in 0..9 {
                resolve(&mut state);
                let seen = sim::view(&state, seat(0, Role::AccountManager));
                let last = Round(seen.round.0 - 1);
                // whoever came to be known as the month opened makes the tiers larger
                if seen.customers.iter().any(|c| c.found.is_some_and(|(_, round)| round > last)) {
                    continue;
                }
                months += 1;
                for customer in &seen.customers {
                    assert_eq!(contribution_after(&seen, customer.id, last), customer.contribution);
                    let expected = (customer.orders > 0).then_some(customer.tier);
                    assert_eq!(tier_after(&seen, customer.id, last), expected, "{:?} {last:?}", customer.id);
                }
            }
        }
        assert!(months > 5, "{months}");
    }
}
