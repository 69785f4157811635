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

/// A board on which the luck of the four orders is with whoever does the right things.
const SEED_THAT_ALLOWS_IT: u64 = 13;

/// Find New Era at the fair, call the right people, quote the trial, answer tickets, have tea with the CEO, read the job
/// advert, stay close to Mr Lu, keep records before Wang leaves, hand over, answer the critical ticket, be there for the
/// renewal.
fn following_the_case(seed: u64) -> Play {
    let mut play = Play::new(seed, HERO);
    play.month(|plan| {
        plan.exhibition();
        plan.queue(40, QueuePolicy::Severity);
    });
    while !play.room.over() {
        let round = play.room.round().0;
        play.month(|plan| {
            let view = plan.view();
            let Some(hero) = view.customer(plan.customer(HERO)) else { return };
            if round == 10 {
                plan.handover(HERO);
            }
            if plan.open_deal(HERO).is_some() {
                plan.pursue(HERO, 64);
            }
            if hero.orders > 0 {
                // tea with the CEO at the new site, later visits to the man who hears things first
                if round == 4 {
                    plan.free_check(HERO);
                }
                plan.call(HERO, if round <= 5 { "ceo" } else { "lu" }, 8, Intent::Ask);
                plan.care(Role::Service, HERO, 8);
                if round == 6 || round == 7 {
                    plan.research(HERO);
                }
            }
            plan.queue(100, QueuePolicy::Severity);
        });
    }
    play
}

#[test]
fn following_the_case_wins_its_four_orders_and_keeps_the_customer() {
    let play = following_the_case(SEED_THAT_ALLOWS_IT);
    assert_eq!(play.orders()[..4], [100_000, 135_000, 360_000, 1_800_000]);
    assert!(play.kept());
    accept("follows_the_case", &play);
}

/// The same selling, but the promise is too large, and nobody answers a ticket, visits, or writes anything up.
fn ignoring_service(seed: u64) -> Play {
    let mut play = Play::new(seed, HERO);
    play.month(|plan| plan.exhibition());
    while !play.room.over() {
        play.month(|plan| {
            let view = plan.view();
            let lost = view.customer(plan.customer(HERO)).is_some_and(|customer| customer.lost.is_some());
            if plan.open_deal(HERO).is_some() && !lost {
                plan.pursue_promising(HERO, 64, 20.0);
            }
        });
    }
    play
}

#[test]
fn ignoring_service_loses_the_customer() {
    let play = ignoring_service(SEED_THAT_ALLOWS_IT);
    assert!(!play.orders().is_empty());
    assert!(!play.kept());
    accept("ignores_service", &play);
}
