//! The worth of a customer: what it has brought, brings now, may still bring, and what its word brought
//! (docs/cases.md#value; docs/model.md#worth-of-a-customer).
//!
//! The potential is an estimate from the orders; the true one is known to the debrief alone.

use super::orders::{Order, margin_share, orders};
use super::portfolio::Row;
use crate::sim::terms::Found;
use crate::sim::units::{CustomerId, Fen};
use crate::sim::view::View;

/// Rounds that count as now.
const CURRENT: u16 = 12;

/// In yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// Contribution before the current rounds.
    pub past: f64,
    /// Contribution of the current 12 rounds.
    pub current: f64,
    /// Estimated: lifetime value of twelve months at the margin so far.
    pub potential: f64,
    /// Contribution of the customers it referred.
    pub model: f64,
}

impl Worth {
    /// The four parts together, in yuan.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.past + self.current + self.potential + self.model
    }
}

/// One customer's worth; `rows` are those of [`super::orders::customers`].
#[must_use]
pub fn worth(view: &View, id: CustomerId, rows: &[Row<CustomerId>]) -> Worth {
    let entries = view.past.ledger.iter().filter(|entry| entry.customer == Some(id) && entry.kind.earns());
    let (mut past, mut current) = (0.0, 0.0);
    for entry in entries {
        if entry.round.plus(CURRENT) >= view.round {
            current += entry.amount.to_yuan();
        } else {
            past += entry.amount.to_yuan();
        }
    }
    let referred = view.customers.iter().filter(|c| matches!(c.found, Some((Found::Referral(by), _)) if by == id));
    Worth { past, current, potential: potential(view, id, rows), model: referred.map(|c| c.contribution.to_yuan()).sum() }
}

/// Lifetime value at the customer's own margin, or the team's, or none.
fn potential(view: &View, id: CustomerId, rows: &[Row<CustomerId>]) -> f64 {
    let Some(row) = rows.iter().find(|row| row.id == id) else { return 0.0 };
    if view.customer(id).is_none_or(|c| c.lost.is_some()) {
        return 0.0;
    }
    let all = orders(view);
    let own: Vec<Order> = all.iter().copied().filter(|order| order.customer == id).collect();
    row.value * margin_share(&own).or_else(|| margin_share(&all)).unwrap_or(0.0)
}

/// What the team may expect of all its customers, in fen: the sum of their potentials.
#[must_use]
pub fn expected_equity(view: &View, rows: &[Row<CustomerId>]) -> Fen {
    rows.iter().map(|row| Fen((potential(view, row.id, rows) * 100.0).round() as i64)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::orders::customers;
    use crate::sim::journal::ledger::{Entry, EntryKind};
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, bare, buyer, lead, near, relation, seat};
    use crate::sim::units::{NeedId, Role, Round, Source};
    use crate::sim::view::view;

    #[test]
    fn worth_has_four_parts() {
        let mut state = bare(1);
        state.round = Round(14);
        buyer(&mut state, ALPHA, 1);
        let friend = lead(&mut state, CustomerId(2));
        (friend.history.found, friend.history.contribution) = (Some((Found::Referral(ALPHA), Round(3))), Fen::yuan(700));
        let deal = NeedId { customer: ALPHA, born: Round(1), source: Source::Stochastic };
        let entry = |round, kind, yuan, deal| Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer: Some(ALPHA), deal };
        state.teams[0].books.ledger.entries.extend([
            entry(1, EntryKind::Selling, -400, None),
            entry(2, EntryKind::Sale, 10_000, Some(deal)),
            entry(2, EntryKind::Goods, -8_000, Some(deal)),
            entry(9, EntryKind::Care, -100, None),
        ]);
        let seen = view(&state, seat(0, Role::Service));
        let rows = customers(&seen);
        let found = worth(&seen, ALPHA, &rows);
        assert_eq!((found.past, found.current, found.model), (-400.0, 1_900.0, 700.0));
        assert!(rows.len() == 1 && rows[0].value > 0.0);
        near(found.potential, rows[0].value * 0.2);
        near(found.total(), 2_200.0 + rows[0].value * 0.2);
        near(expected_equity(&seen, &rows).to_yuan(), (rows[0].value * 20.0).round() / 100.0);
        buyer(&mut state, ALPHA, 1).phase = Phase::Lost;
        buyer(&mut state, ALPHA, 1).history.lost = Some(Round(13));
        let relation = relation(&mut state, ALPHA);
        relation.phase = Phase::Lost;
        let seen = view(&state, seat(0, Role::Service));
        assert_eq!(worth(&seen, ALPHA, &customers(&seen)).potential, 0.0);
    }
}
