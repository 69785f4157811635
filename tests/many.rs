//! Markets of hundreds: what their files may say, and that they are played to the end.

use rapport::bots::{BotKind, Policy, play_game};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::resolve;
use rapport::sim::scenario::Scenario;
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::Found;
use rapport::sim::units::Fen;
use std::sync::{Arc, LazyLock};

const TEXT: &str = include_str!("scenario/many.ron");

static MANY: LazyLock<Arc<Scenario>> = LazyLock::new(|| match scenario::read("many.ron", TEXT.as_bytes()) {
    Ok(scenario) => Arc::new(scenario),
    Err(issues) => panic!("{}", issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
});

/// The scenario with the first `from` exchanged for `to` has this one mistake.
#[track_caller]
fn wrong(from: &str, to: &str, expected: &str) {
    assert!(TEXT.contains(from), "{from}");
    let issues = scenario::read("many.ron", TEXT.replacen(from, to, 1).as_bytes()).err().unwrap_or_default();
    let lines: Vec<String> = issues.iter().map(|issue| format!("{}: {}, allowed: {}", issue.field, issue.problem, issue.allowed)).collect();
    assert_eq!(lines, [expected], "{from} => {to}");
}

#[test]
fn what_files_may_say_of_large_markets_is_checked() {
    wrong("share: 0.6)", "share: 0.7)", "channels: the shares sum to 1.1, allowed: shares that sum to 1");
    wrong("share: 0.8, value", "share: 0.7, value", "market.segments: the shares sum to 0.9, allowed: shares that sum to 1");
    wrong(
        r#"industry: "family", share"#,
        r#"industry: "famly", share"#,
        "market.segments[1].industry: there is no industry `famly` (did you mean `family`?), allowed: family, firm",
    );
    wrong("committee: [DecisionMaker]", "committee: [User]", "market.committee: nobody decides, allowed: a list with DecisionMaker in it");
    wrong(
        "committee: [DecisionMaker]",
        "committee: [Decider]",
        "market.committee[1]: unknown choice `Decider`, allowed: DecisionMaker, Gatekeeper, User, Purchaser",
    );
    wrong("term: 6", "term: 0", "need_classes[accounts].contract.term: the number 0, allowed: a whole number from 1 to 120");
    wrong(
        "promised: Some(90), ",
        "",
        "need_classes[accounts].contract.penalty: a penalty, but nothing is promised, allowed: 0, or promised: a number from 1 to 100",
    );
    wrong(
        r#"class: "accounts", ends"#,
        r#"class: "boxes", ends"#,
        "customers[star].contract.class: needs of this class are not met by contract, allowed: a class with `contract: (...)`",
    );
    wrong(
        "orders_at_start: 1",
        "orders_at_start: 0",
        "customers[star].contract: a contract with a customer that has not bought, allowed: orders_at_start: 1 or more beside it",
    );
    wrong(
        "decides_after: 1)",
        "decide_after: 1)",
        "market.walk_ins.decide_after: unknown field (did you mean `decides_after`?), allowed: share, decides_after",
    );
    wrong("cut: 0.08", "cut: 1.5", "events[offer].what.cut: the number 1.5, allowed: a number from 0 to 0.9");
    wrong(r#"rival: "third""#, r#"rival: "thrid""#, "events[offer].what.rival: there is no rival `thrid` (did you mean `third`?), allowed: other, third");
    wrong("price: 0.3, service", "prise: 0.3, service", "market.sensitivity_spread.prise: unknown field (did you mean `price`?), allowed: price, service");
    wrong("caps: [60, 40, 20]", "caps: [60, 40]", "rules.tools.caps: a list of 2, allowed: a list of 3 numbers from 0 to 100");
    let start = TEXT.find("    channels: [").expect("channels");
    let end = TEXT.find("    currency:").expect("currency");
    wrong(&TEXT[start..end], "", "market.walk_ins: customers come of themselves, but by no channel, allowed: nothing, or `channels: [...]` beside `rivals`");
}

fn start(seed: u64, teams: usize, recording: Recording) -> Game {
    let setup = Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: 8, teams: vec![String::new(); teams], recording };
    Game::new(MANY.clone(), &setup)
}

#[test]
fn contracts_run_from_the_start_and_everybody_has_a_name() {
    let state = start(1, 1, Recording::Off);
    let team = &state.teams[0];
    // 280 accounts in 400; not everybody who has bought has one
    assert!((60..=151).contains(&team.contracts.len()), "{}", team.contracts.len());
    let star = team.contracts.iter().find(|c| c.customer.0 == 0).expect("the star's");
    assert_eq!((star.fee, star.ends.0), (Fen::yuan(10_000), 4));
    assert!(state.customers.iter().all(|c| !c.name.en.is_empty() && c.contacts.len() == 1));
    assert!(state.customers.iter().filter(|c| c.arrives.is_some()).count() > 250);
}

#[test]
fn every_bot_plays_a_large_market_to_its_end() {
    let policies: Vec<Policy> = BotKind::ALL.iter().map(|kind| kind.policy()).collect();
    for market in [MarketKind::Mirror, MarketKind::Shared] {
        let policies = if market == MarketKind::Shared { &policies[..4] } else { &policies[..] };
        let setup =
            Setup { seed: 3, luck: 3, market, compliance: Compliance::Show, rounds: 8, teams: vec![String::new(); policies.len()], recording: Recording::Off };
        let mut state = Game::new(MANY.clone(), &setup);
        let mut refused = Vec::new();
        play_game(&mut state, policies, &mut refused, |_| ());
        assert_eq!(refused, []);
        for team in &state.teams {
            assert_eq!(team.books.ledger.entries().iter().map(|e| e.amount).sum::<Fen>(), team.cash());
            let fees: Fen = team.contracts.iter().filter(|c| c.runs(state.round)).map(|c| c.fee).sum();
            assert!(fees >= Fen::ZERO);
        }
    }
}

#[test]
fn an_untouched_plan_receives_visitors_and_goes_on_with_what_has_begun() {
    let mut state = start(5, 1, Recording::Full);
    while !state.over() {
        resolve(&mut state);
    }
    let team = &state.teams[0];
    let came: u16 = team.books.months.iter().map(|m| m.visitors).sum();
    let recorded: u16 = team.books.months.iter().map(|m| m.recorded).sum();
    assert!(came > 50 && recorded * 5 > came * 2, "{recorded} of {came}");
    let through_the_door = team.relations.iter().filter(|r| matches!(r.history.found, Some((Found::WalkIn(_), _)))).count();
    assert_eq!(through_the_door, usize::from(recorded));
    let won: u16 = team.relations.iter().map(|r| r.history.won).sum();
    assert!(won > 10, "{won} orders");
}
