//! What the office settles before anybody goes out: vacancies, the pool, trainings.

use super::appraisal::{Weighed, yearly_value};
use super::desk::Desk;
use super::policy::Policy;
use crate::sim::cards::{self, Action};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Fen, Role};
use crate::sim::view::View;

/// The part of the developer's month that may go into taking customers from the pool, and as much into giving.
const POOL_SHARE: f64 = 0.2;
/// Most customers on one card.
const MOST_MOVED: usize = 50;
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
            desk.add(Action::Hire(cards::Hire { role }), rules.hire_hours.0, rules.hire_cost);
        }
    }
}

/// Whether the team gives and takes: the policy does so, and the firm runs a pool.
pub(super) fn runs_pool(policy: &Policy, view: &View) -> bool {
    policy.pool && view.guide.rules.pool.after_resignation > 0
}

/// How many customers the developer has time to move in a month, one way.
fn most_moved(view: &View) -> usize {
    let time = f64::from(view.staff(Role::Developer).hours.0) * POOL_SHARE;
    ((time / f64::from(view.guide.rules.pool.hours.0.max(1))) as usize).min(MOST_MOVED)
}

/// What a team takes from the pool this month, where the firm runs one.
pub(super) fn claims(policy: &Policy, view: &View) -> Vec<CustomerId> {
    if runs_pool(policy, view) { view.pool.iter().take(most_moved(view)).map(|p| p.customer).collect() } else { Vec::new() }
}

/// Takes what lies in the pool, and gives up leads that have stood still for too long, the most valuable first. The
/// developer does so first of all, so that everybody may work on what was taken.
pub(super) fn pool(desk: &mut Desk) {
    let view = desk.view;
    let rules = &desk.rules().pool;
    if !runs_pool(desk.policy, view) {
        return;
    }
    let taken = claims(desk.policy, view);
    if !taken.is_empty() {
        let minutes = rules.hours.0 * taken.len() as i32;
        desk.add(Action::TakeFromPool(cards::TakeFromPool { customers: taken }), minutes, Fen::ZERO);
    }
    let mut stuck: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, c) in view.customers.iter().enumerate() {
        let waits = view.pool.iter().any(|p| p.customer == c.id);
        let stands = c.orders == 0 && c.phase != Phase::Lost && view.round.since(c.moved) >= rules.stuck;
        if !waits && stands && view.open_deals(c.id).next().is_none() {
            stuck.push(Weighed { place, id: c.id, weight: yearly_value(desk.rules(), c) });
        }
    }
    desk.add_heaviest(stuck, rules.hours.0, most_moved(view), |customers| Action::GiveToPool(cards::GiveToPool { customers }));
}

/// Trains whoever has most to learn, with the hours and the money that are left.
pub(super) fn train(desk: &mut Desk, role: Role) {
    let rules = &desk.rules().staffing;
    let (minutes, cost) = (rules.train_hours.0, rules.train_cost);
    let mut posts: Vec<(usize, f64)> = desk.view.staff(role).posts.iter().enumerate().filter(|(_, p)| p.filled).map(|(i, p)| (i, p.skill)).collect();
    posts.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    for (place, _) in posts.into_iter().take(desk.policy.train) {
        desk.add(Action::Train(cards::Train { role, person: place as u8 }), minutes, cost);
    }
}
