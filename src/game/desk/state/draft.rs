//! The card in the editor, and those that were left there before they went into the plan.

use crate::sim::cards::{Card, CardId};
use crate::sim::units::Role;

/// A card being set before it goes into the plan, or changed there.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Who plays the card.
    pub role: Role,
    /// The card as it is set now.
    pub card: Card,
    /// The card of the plan that is changed; none for a new one.
    pub changes: Option<CardId>,
}

/// A card as it was opened, and as it has been set since.
#[derive(Clone, Debug, PartialEq)]
struct Edited {
    first: Draft,
    now: Draft,
}

/// What was set in the editor and did not go into the plan: it is there again when the same card is opened.
#[derive(Clone, Debug, Default)]
pub struct LeftDrafts {
    open: Option<Edited>,
    sent: Option<Edited>,
    left: Vec<Edited>,
    is_back: bool,
}

impl LeftDrafts {
    /// Before the editor draws a card: one that was just opened is as it was left. `same`: both set the same card.
    pub fn open(&mut self, draft: Draft, same: impl Fn(&Draft, &Draft) -> bool) -> Draft {
        if self.open.as_ref().is_some_and(|open| open.now == draft) {
            return draft;
        }
        self.leave();
        let place = self.left.iter().position(|left| same(&left.first, &draft));
        let now = place.map_or_else(|| draft.clone(), |place| self.left.remove(place).now);
        self.is_back = place.is_some();
        self.open = Some(Edited { first: draft, now: now.clone() });
        now
    }

    /// After it was drawn: what it is set to. What has become another card begins anew.
    pub fn set(&mut self, now: &Draft) {
        match &mut self.open {
            Some(open) if open.first.changes == now.changes && open.first.card.action.key() == now.card.action.key() => open.now = now.clone(),
            _ => self.open = Some(Edited { first: now.clone(), now: now.clone() }),
        }
    }

    /// The card as it was opened, where the one on show is what was left of it.
    #[must_use]
    pub fn afresh(&self) -> Option<&Draft> {
        self.open.as_ref().filter(|_| self.is_back).map(|open| &open.first)
    }

    /// It is closed, or another one is opened.
    pub fn leave(&mut self) {
        self.left.extend(self.open.take().filter(|open| open.first != open.now));
        self.is_back = false;
    }

    /// Nothing of it is kept.
    pub fn drop_open(&mut self) {
        (self.open, self.is_back) = (None, false);
    }

    /// It goes into the plan.
    pub fn send(&mut self) {
        (self.sent, self.is_back) = (self.open.take(), false);
    }

    /// What was asked for has been answered: what was not refused lies in the plan.
    pub fn answered(&mut self) {
        self.sent = None;
    }

    /// The room refused what was asked for last.
    pub fn refused(&mut self) {
        self.left.extend(self.sent.take().filter(|sent| sent.first != sent.now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{Action, Prospect};
    use crate::sim::units::Minutes;

    fn search(hours: i32, changes: Option<u32>) -> Draft {
        let action = Action::Prospect(Prospect { time: Minutes::from_hours(hours) });
        Draft { role: Role::Developer, card: Card { action, write_up: false }, changes: changes.map(CardId) }
    }

    fn same(a: &Draft, b: &Draft) -> bool {
        a.changes == b.changes
    }

    #[test]
    fn what_was_set_is_there_again_until_it_is_planned_or_dropped() {
        let mut drafts = LeftDrafts::default();
        let mut edit = |opened: Draft, now: Draft, after: fn(&mut LeftDrafts)| {
            let shown = drafts.open(opened, same);
            let back = drafts.afresh().is_some();
            drafts.set(&now);
            assert_eq!(drafts.open(now.clone(), same), now, "the next frame opens nothing");
            after(&mut drafts);
            (shown, back)
        };
        let (new, other) = (search(4, None), search(6, Some(1)));
        assert_eq!(edit(new.clone(), search(9, None), |_| ()), (new.clone(), false));
        // another card is opened, changed, and left in its turn
        assert_eq!(edit(other.clone(), search(7, Some(1)), LeftDrafts::leave), (other.clone(), false));
        assert_eq!(edit(new.clone(), search(10, None), LeftDrafts::leave), (search(9, None), true));
        // the plan refuses it, and then takes it
        assert_eq!(edit(new.clone(), search(10, None), |drafts| (drafts.send(), drafts.refused()).1), (search(10, None), true));
        assert_eq!(edit(new.clone(), search(10, None), |drafts| (drafts.send(), drafts.answered()).1), (search(10, None), true));
        // what lies in the plan does not come back because something else is refused
        assert_eq!(edit(new.clone(), new.clone(), |drafts| (drafts.drop_open(), drafts.refused()).1), (new.clone(), false));
        assert_eq!(edit(new.clone(), new.clone(), LeftDrafts::leave), (new.clone(), false), "what was not changed is not kept");
        assert_eq!(edit(other.clone(), search(8, Some(1)), LeftDrafts::drop_open), (search(7, Some(1)), true));
        assert_eq!(edit(other.clone(), other.clone(), LeftDrafts::leave), (other, false));
    }
}
