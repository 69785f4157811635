//! Whole games played by hand, one decision after the other, and what became of them, as readable text in `tests/golden`.
//!
//! A rule change that changes a game shows as a difference of that text, to be read and then accepted with
//! `INSTA_UPDATE=always cargo test --no-default-features --test golden`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "a language for playing by hand has words that not every game needs")]
#[path = "golden/play.rs"]
mod play;
#[path = "golden/tell.rs"]
mod tell;

use play::{Plan, Play};
use rapport::sim::planning::command::Command;
use rapport::sim::terms::{Intent, QueuePolicy};
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

/// Every month: look for customers, answer the tickets, file the forecast.
fn usual(plan: &mut Plan<'_>) {
    plan.prospect(40);
    plan.queue(80, QueuePolicy::Severity);
    plan.say(Role::AccountManager, Command::FillTasks);
}

/// The decisions of the case, month by month.
fn follow_the_case(play: &mut Play) {
    // January: New Era Network has a small stand at the fair.
    play.month(|plan| {
        plan.exhibition();
        usual(plan);
    });
    // February, March: they need computers, ask a fair price, and get to know us.
    play.month(|plan| {
        usual(plan);
        plan.qualify(HERO);
        plan.pursue(HERO, 60);
    });
    play.month(|plan| {
        usual(plan);
        plan.pursue(HERO, 60);
        plan.forecast();
    });
    // April: afternoon tea with the CEO. May: the quote. June: dinner with Ms Han and Mr Lu, and the job advert on the web.
    // The work goes on like this to the end: whatever is open is pursued, everybody is seen, everything is written up.
    while !play.room.over() {
        play.month(|plan| {
            usual(plan);
            let known = plan.view();
            let hero = known.customer(plan.customer(HERO)).expect("met at the fair");
            plan.research(HERO);
            if hero.lost.is_some() {
                return;
            }
            if hero.needs_handover {
                plan.handover(HERO);
            }
            if plan.open_deal(HERO).is_some() {
                plan.pursue(HERO, 56);
            }
            for contact in ["ceo", "lu", "han"] {
                plan.call(HERO, contact, 6, Intent::Ask);
            }
            if hero.orders > 0 {
                plan.care(Role::Service, HERO, 8);
                plan.proactive_check(HERO);
            }
            plan.forecast();
        });
    }
}

/// Find New Era at the fair, call the right people, quote the trial, answer tickets, read the job advert, keep records
/// before Wang leaves, answer the critical ticket.
#[test]
fn following_the_case_wins_its_four_orders_and_keeps_the_customer() {
    let mut play = Play::new(SEED_THAT_ALLOWS_IT, HERO);
    follow_the_case(&mut play);
    accept("follows_the_case", &play);
    assert_eq!(play.orders()[..4], [100_000, 135_000, 360_000, 1_800_000]);
    assert!(play.kept());
}

/// The same customer, promised too much; and nobody answers a ticket or visits.
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
    assert!(!play.kept());
}

/// A board on which the luck of the four orders is with whoever does the right things.
const SEED_THAT_ALLOWS_IT: u64 = 13;
