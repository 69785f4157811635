//! Whole games played by hand, one decision after the other, and what became of them, as readable text in `tests/golden`.
//!
//! A rule change that changes a game shows as a difference of that text, to be read and then accepted with
//! `INSTA_UPDATE=always cargo test --no-default-features --test golden`.

#[path = "golden/play.rs"]
mod play;
#[path = "golden/tell.rs"]
mod tell;

use play::{Plan, Play};
use rapport::sim::command::{Intent, Level, QueuePolicy};
use rapport::sim::units::Role;

/// Compares a story with the accepted one.
fn accept(name: &str, play: &Play) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, play.story()));
}

const HERO: &str = "new_era";

/// What a careful team does every month, whatever the case brings.
fn usual(plan: &mut Plan<'_>) {
    plan.prospect(40);
    plan.queue(70, QueuePolicy::Severity);
}

/// Find New Era at the fair, call the right people, quote the trial, answer tickets, read the job advert, keep records
/// before Wang leaves, answer the critical ticket.
#[test]
fn following_the_case_wins_its_four_orders_and_keeps_the_customer() {
    let mut play = Play::new(SEED_THAT_ALLOWS_IT, HERO);
    play.month(|plan| {
        plan.exhibition();
        usual(plan);
    });
    while !play.room.over() {
        play.month(|plan| {
            usual(plan);
            plan.level(HERO, Level::Proactive);
            plan.research(HERO);
            if plan.open_deal(HERO).is_some() {
                plan.pursue(HERO, 40);
            }
            plan.call(HERO, "lu", 8, Intent::Ask);
            plan.call(HERO, "ceo", 8, Intent::Ask);
            if plan.view().customer(plan.customer(HERO)).is_some_and(|customer| customer.orders > 0) {
                plan.care(Role::Service, HERO, 8);
                plan.free_check(HERO);
            }
        });
    }
    accept("follows_the_case", &play);
    assert!(play.kept());
}

/// The same selling, but nobody answers a ticket, visits, or writes anything up.
#[test]
fn ignoring_service_loses_the_customer() {
    let mut play = Play::new(SEED_THAT_ALLOWS_IT, HERO);
    play.month(|plan| {
        plan.exhibition();
        plan.prospect(40);
    });
    while !play.room.over() {
        play.month(|plan| {
            plan.prospect(40);
            plan.research(HERO);
            let lost = plan.view().customer(plan.customer(HERO)).is_some_and(|customer| customer.lost.is_some());
            if plan.open_deal(HERO).is_some() && !lost {
                plan.pursue_promising(HERO, 60, 20.0);
            }
        });
    }
    accept("ignores_service", &play);
}

/// A board on which the luck of the four orders is with whoever does the right things.
const SEED_THAT_ALLOWS_IT: u64 = 7;
