//! The queues of tickets in the plan, and how far they get.

use crate::advice::offer;
use crate::sim::cards::{Action, Estimate};
use crate::sim::view::{PlanCardView, View};
use std::cell::OnceCell;

/// The queues of the plan and how far they get, worked out once for all items that ask.
#[derive(Debug)]
pub struct Queues<'a> {
    view: &'a View,
    /// Each with the tickets it has time for, of all there are; the longest first.
    list: OnceCell<Vec<(&'a PlanCardView, [u16; 2])>>,
}

impl<'a> Queues<'a> {
    /// Those of a view; nothing is worked out before somebody asks.
    #[must_use]
    pub const fn new(view: &'a View) -> Queues<'a> {
        Queues { view, list: OnceCell::new() }
    }

    pub(super) const fn view(&self) -> &'a View {
        self.view
    }

    fn list(&self) -> &[(&'a PlanCardView, [u16; 2])] {
        self.list.get_or_init(|| {
            let solves = |card: &PlanCardView| match offer::offer_by(self.view, card.card.clone(), card.role).estimate {
                Estimate::Solves { tickets, of, .. } => [tickets, of],
                _ => [0, 1],
            };
            queue(self.view).into_iter().map(|card| (card, solves(card))).collect()
        })
    }

    /// So many of the open tickets the longest queue has time for, of so many; None without a queue.
    #[must_use]
    pub fn queued(&self) -> Option<(u16, u16)> {
        self.list().first().map(|&(_, [tickets, of])| (tickets, of))
    }

    /// Those that have time for all the tickets there are.
    pub(super) fn reaching(&self) -> impl Iterator<Item = &'a PlanCardView> {
        self.list().iter().filter(|(_, [tickets, of])| tickets >= of).map(|(card, _)| *card)
    }
}

/// The queue of the plan; the longest first.
pub(super) fn queue(view: &View) -> Vec<&PlanCardView> {
    let mut cards: Vec<&PlanCardView> = view.plan.iter().filter(|c| matches!(c.card.action, Action::Queue(_))).collect();
    cards.sort_by_key(|c| (std::cmp::Reverse(c.minutes), c.id.0));
    cards
}
