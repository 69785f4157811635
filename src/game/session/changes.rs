//! Taking back the last change of the plan: added, removed, changed, emptied, filled. The rules know no such command; what the
//! plan was is remembered here, and the commands that make it so again are worked out.
//!
//! It goes back within a month, for whoever has the screen, over what he himself did.

use crate::sim::cards::{Card, CardId};
use crate::sim::planning::command::Command;
use crate::sim::units::{Role, Round};
use crate::sim::view::{PlanCardView, View};

/// More steps than anybody takes back.
const MOST: usize = 100;

/// The plan of some roles, as it was.
pub type Plan = Vec<RolePlan>;

/// The plan of one of them.
type RolePlan = (Role, Vec<Kept>);

/// A card of a plan, with all that the rules know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    id: CardId,
    card: Card,
    filled_in: bool,
}

impl Kept {
    fn of(card: &PlanCardView) -> Kept {
        Kept { id: card.id, card: card.card.clone(), filled_in: card.filled_in }
    }

    /// The same decision, whatever number it has.
    fn is(&self, other: &Kept) -> bool {
        self.filled_in == other.filled_in && self.card == other.card
    }
}

/// The plans of these roles as they lie.
#[must_use]
pub fn plan(view: &View, roles: &[Role]) -> Plan {
    roles.iter().map(|&role| (role, view.plan.iter().filter(|card| card.role == role).map(Kept::of).collect())).collect()
}

/// What can be taken back, and whose it is.
#[derive(Debug, Default)]
pub struct Changes {
    steps: Vec<Plan>,
    /// The month and the turn they belong to.
    of: Option<(Round, usize)>,
}

impl Changes {
    /// How many changes can be taken back in this month and turn.
    pub fn count(&mut self, round: Round, turn: usize) -> usize {
        if self.of != Some((round, turn)) {
            self.of = Some((round, turn));
            self.steps.clear();
        }
        self.steps.len()
    }

    /// Remembers what the plan was before a change, if it is one.
    pub fn remember(&mut self, before: Plan, after: &Plan) {
        let same = |(was, is): (&RolePlan, &RolePlan)| was.1.len() == is.1.len() && was.1.iter().zip(&is.1).all(|(was, is)| was.is(is));
        if before.len() == after.len() && before.iter().zip(after).all(same) {
            return;
        }
        if self.steps.len() == MOST {
            self.steps.remove(0);
        }
        self.steps.push(before);
    }

    /// What the plan was before the last change.
    pub fn take(&mut self) -> Option<Plan> {
        self.steps.pop()
    }
}

/// Whether routine cards are gone that only the rules can put back.
#[must_use]
pub fn needs_refill(wanted: &[Kept], now: &[Kept]) -> bool {
    let mut left: Vec<&Kept> = now.iter().collect();
    wanted.iter().filter(|kept| kept.filled_in).any(|kept| match left.iter().position(|other| kept.is(other)) {
        Some(place) => {
            left.remove(place);
            false
        }
        None => true,
    })
}

/// The commands that make a role's plan what it was: what came in goes out, what was changed is changed back in its place, what
/// went out comes back, in its order.
#[must_use]
pub fn restore(wanted: &[Kept], now: &[Kept]) -> Vec<Command> {
    let pairs = in_common(wanted, now);
    let (mut removed, mut changed, mut added) = (Vec::new(), Vec::new(), Vec::new());
    let mut from = (0, 0);
    // once one has to be put in before others, all own ones after it follow it to the end
    let mut moves = false;
    for (w, n) in pairs.into_iter().chain([(wanted.len(), now.len())]) {
        let (lacking, over) = (&wanted[from.0..w], &now[from.1..n]);
        let in_place = lacking.len().min(over.len());
        changed.extend(over.iter().zip(lacking).take(if moves { 0 } else { in_place }).map(|(is, was)| Command::Change(is.id, was.card.clone())));
        let (changes, goes) = if moves { (0, over) } else { (in_place, &over[in_place..]) };
        removed.extend(goes.iter().map(|kept| Command::Remove(kept.id)));
        added.extend(lacking[changes..].iter().map(|kept| Command::Add(kept.card.clone())));
        moves |= lacking.len() > changes;
        if let (Some(was), Some(is)) = (wanted.get(w), now.get(n))
            && moves
            && !was.filled_in
        {
            removed.push(Command::Remove(is.id));
            added.push(Command::Add(was.card.clone()));
        }
        from = (w + 1, n + 1);
    }
    removed.into_iter().chain(changed).chain(added).collect()
}

/// The longest run of cards that both have in the same order, by their places.
fn in_common(a: &[Kept], b: &[Kept]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i].is(&b[j]) { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i].is(&b[j]) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{self, Action};
    use crate::sim::units::Minutes;

    fn kept(id: u32, hours: i32, filled_in: bool) -> Kept {
        let card = Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: false };
        Kept { id: CardId(id), card, filled_in }
    }

    /// What the commands make of a plan, as the rules do it.
    fn after(mut plan: Vec<Kept>, commands: &[Command]) -> Vec<Kept> {
        for command in commands {
            match command {
                Command::Remove(id) => plan.retain(|kept| kept.id != *id),
                Command::Change(id, card) => {
                    for kept in plan.iter_mut().filter(|kept| kept.id == *id) {
                        *kept = Kept { card: card.clone(), filled_in: false, ..kept.clone() };
                    }
                }
                Command::Add(card) => plan.push(Kept { id: CardId(900 + plan.len() as u32), card: card.clone(), filled_in: false }),
                other => panic!("{other:?}"),
            }
        }
        plan
    }

    #[test]
    fn whatever_was_done_the_plan_comes_back_in_its_order() {
        let was = vec![kept(1, 1, true), kept(2, 2, true), kept(3, 3, false), kept(4, 4, false), kept(5, 5, false)];
        let without = |places: &[usize]| -> Vec<Kept> { (0..was.len()).filter(|place| !places.contains(place)).map(|place| was[place].clone()).collect() };
        let mut cases = vec![was.clone(), without(&[2]), without(&[4]), without(&[2, 4]), without(&[3, 4]), without(&[2, 3, 4])];
        let mut longer = was.clone();
        longer.push(kept(6, 6, false));
        cases.push(longer.clone());
        longer[3] = kept(4, 40, false);
        cases.push(longer);
        let mut changed = without(&[2]);
        changed.push(kept(7, 7, false));
        cases.push(changed);
        for now in cases {
            assert!(!needs_refill(&was, &now));
            let back = after(now.clone(), &restore(&was, &now));
            assert!(back.len() == was.len() && back.iter().zip(&was).all(|(is, was)| is.is(was)), "{now:?}\n{back:?}");
        }
        assert!(restore(&was, &was).is_empty());
        assert!(needs_refill(&was, &without(&[0])) && needs_refill(&was, &[kept(1, 1, false), kept(2, 2, true)]));
    }
}
