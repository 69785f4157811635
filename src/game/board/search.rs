//! Who is searched for on the board.

use crate::crm::find;
use crate::prose::Prose;
use crate::sim::units::CustomerId;
use std::cmp::Reverse;

/// The customers whose name holds `text`, in either language or by pinyin: those whose name begins so first, then the largest.
#[must_use]
pub(super) fn matches(prose: &Prose, text: &str) -> Vec<CustomerId> {
    let start = find::folded(text);
    let mut found: Vec<_> = prose
        .view
        .customers
        .iter()
        .filter(|customer| find::holds(&customer.name, text))
        .map(|customer| {
            let begins = find::folded(&prose.text(&customer.name)).starts_with(&start);
            (!begins, Reverse(customer.yearly_value), customer.id)
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, _, id)| id).collect()
}
