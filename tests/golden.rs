//! Whole games played by hand, one decision after the other, and what became of them, as readable text in `tests/golden`.
//!
//! A rule change that changes a game shows as a difference of that text, to be read and then accepted with
//! `INSTA_UPDATE=always cargo test --no-default-features --test golden`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "a language for playing by hand has words that not every game needs")]
#[path = "golden/play.rs"]
mod play;
#[path = "golden/table.rs"]
mod table;
#[path = "golden/tell.rs"]
mod tell;

use play::{Plan, Play};
use rapport::sim;
use rapport::sim::cards;
use rapport::sim::cards::Action;
use rapport::sim::planning::command::Command;
use rapport::sim::terms::{Intent, Level, QueuePolicy};
use rapport::sim::units::{Role, Round};

/// Compares a text with the accepted one.
fn accept(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
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
            let august = plan.view().round == Round(8);
            // August: everybody is heard about the blades, and nobody speaks of the price before they are a senior customer.
            let people = if august { &["ceo", "cto", "lu", "han"][..] } else { &["ceo", "lu", "han"] };
            for contact in people {
                plan.call(HERO, contact, 6, Intent::Ask);
            }
            if plan.open_deal(HERO).is_some() && !august {
                plan.pursue(HERO, 56);
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
    let mut play = Play::new(HERO, SEED_THAT_ALLOWS_IT, HERO);
    follow_the_case(&mut play);
    accept("follows_the_case", &play.story());
    assert_eq!(play.orders()[..4], [100_000, 135_000, 360_000, 1_800_000]);
    assert!(play.kept());
}

/// The same customer, promised too much; and nobody answers a ticket or visits.
#[test]
fn ignoring_service_loses_the_customer() {
    let mut play = Play::new(HERO, SEED_THAT_ALLOWS_IT, HERO);
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
    accept("ignores_service", &play.story());
    assert!(!play.kept());
}

/// A board on which the luck of the four orders is with whoever does the right things.
const SEED_THAT_ALLOWS_IT: u64 = 107;

/// A whole game of a case, the same decisions every month as far as they make sense.
fn play_on(case: &str, seed: u64, hero: &str, decide: fn(u16, &mut Plan<'_>)) -> Play {
    let mut play = Play::new(case, seed, hero);
    while !play.room.over() {
        let round = play.room.round().0;
        play.month(|plan| decide(round, plan));
    }
    play
}

/// What every case has: tickets are answered by severity, tasks filled in, a successor is introduced, open deals pursued.
fn attend(plan: &mut Plan<'_>, hero: &str, contacts: &[&str], hours: i32) {
    plan.queue(60, QueuePolicy::Severity);
    plan.say(Role::AccountManager, Command::FillTasks);
    let known = plan.view();
    let of_hero = known.customer(plan.customer(hero)).expect("it is known from the start");
    if of_hero.needs_handover {
        plan.handover(hero);
    }
    for contact in contacts {
        plan.call(hero, contact, 3, Intent::Ask);
    }
    if plan.open_deal(hero).is_some() {
        plan.pursue(hero, hours);
    }
    if of_hero.orders > 0 {
        plan.care(Role::Service, hero, 3);
    }
}

/// Somebody at the door, cars in the hall, the one car for the man who comes again, his brakes before anything else; and
/// who talks with him hears first what his printing works needs.
#[test]
fn the_showroom_keeps_the_man_who_comes_again() {
    let play = play_on("showroom", 2, "gu", |round, plan| {
        plan.reception(Role::Developer, 70);
        if round == 2 {
            plan.exhibition();
        }
        // a car that is not there is a customer who waits
        for (car, stock) in [("sprint", 3), ("harmony", if round < 10 { 3 } else { 6 }), ("summit", 2)] {
            plan.fill_up(car, stock);
        }
        attend(plan, "gu", &["self"], 16);
        plan.sell_to_all("gu", 9, 8);
        plan.forecast();
    });
    accept("showroom", &play.story());
    assert_eq!(play.orders(), [150_000, 888_000]);
}

/// The CRM is bought while there is money for it, the line in the newspaper is read, and what the salesman knew stays
/// when he goes.
#[test]
fn perseus_buys_what_it_sells() {
    let play = play_on("perseus", 37, "harbor", |round, plan| {
        if round == 1 {
            plan.card(Role::Service, Action::BuyCrm(cards::BuyCrm));
        }
        if round == 4 {
            plan.exhibition();
        }
        plan.reception(Role::Developer, 60);
        if round >= 6 {
            plan.research("harbor");
        }
        attend(plan, "harbor", &["agent"], 20);
        plan.sell_to_all("harbor", 12, 4);
    });
    accept("perseus", &play.story());
    assert_eq!(play.orders(), [13_740, 7_900]);
}

/// A client who says nothing is visited and asked, his blocked card comes first, his contract is renewed; the cultivator
/// keeps in touch with those who may grow.
#[test]
fn the_bank_asks_the_silent_client() {
    let play = play_on("bank", 1, "qian", |round, plan| {
        plan.reception(Role::Developer, 60);
        plan.nurture(&["qian", "gu"]);
        if round.is_multiple_of(3) {
            plan.survey("qian");
        }
        attend(plan, "qian", &["qian", "daughter"], 24);
        plan.sell_to_all("qian", 10, 4);
    });
    accept("bank", &play.story());
    assert!(play.kept());
}

/// Eleven months of trucks that come when they are ordered, solutions drawn before they are promised, and then a renewal
/// that nobody has to talk about for long.
#[test]
fn the_dairy_renews_because_its_milk_stayed_cold() {
    let play = play_on("logistics", 1, "mingchun", |round, plan| {
        plan.prospect(20);
        if round == 3 {
            plan.exhibition();
        }
        plan.level("mingchun", Level::Partnership);
        plan.proactive_check("mingchun");
        attend(plan, "mingchun", &["owner", "quality", "depot"], 40);
        if plan.open_deal("mingchun").is_some() {
            plan.design("mingchun");
        }
        plan.sell_to_all("mingchun", 3, 15);
        plan.forecast();
    });
    accept("logistics", &play.story());
    assert!(play.kept());
}

/// What Xiao Lin knows is written up; when he goes, his hospitals meet his successor at once, the report is explained, the
/// contract renewed. A lead that stood still goes through the pool to somebody else.
#[test]
fn the_hospitals_stay_when_the_consultant_leaves() {
    let play = play_on("consulting", 4, "tongxin", |round, plan| {
        plan.prospect(40);
        match round {
            1 => plan.exhibition(),
            5 => plan.give_to_pool("weilan"),
            6 => plan.take_from_pool("weilan"),
            _ => {}
        }
        attend(plan, "tongxin", &["miao", "finance", "nursing"], 40);
        plan.sell_to_all("tongxin", 10, 12);
        plan.forecast();
    });
    accept("consulting", &play.story());
    assert!(play.kept());
}

/// Boards on which every bot plays every case.
const BOARDS: std::ops::Range<u64> = 1..3;

fn all_bots_play(case: &str) {
    accept(&format!("bots_{case}"), &table::of_bots(case, BOARDS));
}

// a test for each case, so that they run side by side

#[test]
fn bots_in_new_era() {
    all_bots_play("new_era");
}

#[test]
fn bots_in_the_showroom() {
    all_bots_play("showroom");
}

#[test]
fn bots_at_perseus() {
    all_bots_play("perseus");
}

#[test]
fn bots_in_the_bank() {
    all_bots_play("bank");
}

#[test]
fn bots_in_logistics() {
    all_bots_play("logistics");
}

#[test]
fn bots_in_the_consulting_firm() {
    all_bots_play("consulting");
}

/// A rule that is changed without a new version would let old logs open and come out differently half way. The file holds a line
/// a version: its number and the fingerprint of whole games. A line that stands there is never changed.
#[test]
fn the_rules_have_a_new_version_whenever_a_game_comes_out_differently() {
    let known = include_str!("fixtures/rules.txt");
    let versions: Vec<(u32, &str)> = known
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap())
        .map(|(number, print)| (number.parse().unwrap(), print))
        .collect();
    assert!(versions.windows(2).all(|pair| pair[0].0 < pair[1].0), "versions rise");
    let (number, print) = *versions.last().unwrap();
    assert_eq!(number, sim::RULES, "tests/fixtures/rules.txt ends with another version than `sim::RULES`");
    let played = table::fingerprint();
    assert_eq!(print, played, "games come out differently: raise `sim::RULES`, tell it in docs/versions.md, and add a line to tests/fixtures/rules.txt");
}
