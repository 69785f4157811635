//! What the office settles before anybody goes out: vacancies, the pool, trainings.

use super::desk::Desk;
use super::policy::Policy;
use crate::sim::command::Action;
use crate::sim::report::Phase;
use crate::sim::units::{CustomerId, Fen, Role};
use crate::sim::view::View;

/// Most customers that change hands in a month.
const MOST_CLAIMS: usize = 10;
/// A person pays from this many months on.
const LEAST_MONTHS: u16 = 3;

/// Fills the vacancies of all roles; a post alone in its role has a successor anyway.
pub(super) fn hire(desk: &mut Desk) {
    let view = desk.view;
    if !desk.policy.hire || view.rounds.saturating_sub(view.round.0) < LEAST_MONTHS {
        return;
    }
    let rules = &desk.rules().staffing;
    for &role in view.guide.roles() {
        let staff = view.staff(role);
        if staff.hired == 0 && staff.posts.iter().any(|post| !post.filled) {
            desk.add(Action::Hire { role }, rules.hire_hours.0, rules.hire_cost);
        }
    }
}

/// What a team takes from the pool this month, where the firm runs one.
pub(super) fn claims(policy: &Policy, view: &View) -> Vec<CustomerId> {
    let runs = policy.pool && view.guide.rules.pool.after_resignation > 0;
    if runs { view.pool.iter().take(MOST_CLAIMS).map(|p| p.customer).collect() } else { Vec::new() }
}

/// Takes what lies in the pool, and gives up leads that have stood still for too long. The developer does so first of all,
/// so that everybody may work on what was taken.
pub(super) fn pool(desk: &mut Desk) {
    let view = desk.view;
    let rules = &desk.rules().pool;
    if !desk.policy.pool || rules.after_resignation == 0 {
        return;
    }
    let fits = |desk: &Desk| ((desk.left() / rules.hours.0.max(1)).max(0) as usize).min(MOST_CLAIMS);
    let taken = claims(desk.policy, view);
    if !taken.is_empty() {
        let minutes = rules.hours.0 * taken.len() as i32;
        desk.add(Action::TakeFromPool { customers: taken }, minutes, Fen::ZERO);
    }
    let stuck = |c: &&crate::sim::view::CustomerView| {
        let waits = view.pool.iter().any(|p| p.customer == c.id);
        !waits && c.orders == 0 && c.phase != Phase::Lost && view.round.since(c.moved) >= rules.stuck && view.open_deals(c.id).next().is_none()
    };
    let given: Vec<CustomerId> = view.customers.iter().filter(stuck).take(fits(desk)).map(|c| c.id).collect();
    if !given.is_empty() {
        let minutes = rules.hours.0 * given.len() as i32;
        desk.add(Action::GiveToPool { customers: given }, minutes, Fen::ZERO);
    }
}

/// Trains whoever has most to learn, with the hours and the money that are left.
pub(super) fn train(desk: &mut Desk, role: Role) {
    let rules = &desk.rules().staffing;
    let (minutes, cost) = (rules.train_hours.0, rules.train_cost);
    let mut posts: Vec<(usize, f64)> = desk.view.staff(role).posts.iter().enumerate().filter(|(_, p)| p.filled).map(|(i, p)| (i, p.skill)).collect();
    posts.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    for (place, _) in posts.into_iter().take(desk.policy.train) {
        desk.add(Action::Train { role, person: place as u8 }, minutes, cost);
    }
}
