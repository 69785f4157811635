//! The scenarios that come with the game: they load, and the case's figures come out exactly.

use rapport::scenario;
use rapport::scenario::Authored;
use rapport::sim::scenario::{BuyingRole, EventDef, Finder, Happening, Line, NeedDef, PriceTier, Scenario, Style, Text};
use rapport::sim::selling::quoting::{Asked, product_fit};
use rapport::sim::units::{EventId, Fen, ProductId, Role, Round};
use std::collections::BTreeSet;
use std::path::Path;

fn load(name: &str, text: &str) -> Scenario {
    match scenario::read(name, text.as_bytes()) {
        Ok(scenario) => scenario,
        Err(issues) => panic!("{}", issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

fn new_era() -> Scenario {
    let (name, text) = scenario::embedded()[0];
    load(name, text)
}

fn event<'s>(scenario: &'s Scenario, id: &str) -> &'s EventDef {
    scenario.events.iter().find(|event| &*event.id == id).unwrap_or_else(|| panic!("no event {id}"))
}

fn need<'s>(scenario: &'s Scenario, id: &str) -> &'s NeedDef {
    match &event(scenario, id).what {
        Happening::Need(need) => need,
        other => panic!("{id}: {other:?}"),
    }
}

/// Fit in points of some goods for a scripted need.
fn fit(scenario: &Scenario, need: &NeedDef, lines: &[Line]) -> f64 {
    let wants = &scenario.guide.need_classes[need.class.index()].wants;
    product_fit(&scenario.guide, Asked { wants, quantity: need.quantity, suggested: &need.lines, tier: PriceTier::Market, due: Round(1) }, lines)
}

fn product(scenario: &Scenario, id: &str) -> ProductId {
    ProductId::at(scenario.guide.products.iter().position(|product| &*product.id == id).expect("a product of the case"))
}

#[test]
fn every_file_in_scenarios_is_embedded_and_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(&folder).expect("the scenarios folder") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "ron") {
            let text = std::fs::read_to_string(&path).expect("text");
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            load(&name, &text);
            assert!(scenario::embedded().contains(&(name.as_str(), text.as_str())), "{name} is not embedded");
            found.insert(name);
        }
    }
    assert!(!found.is_empty());
    assert_eq!(found.len(), scenario::embedded().len());
}

#[test]
fn every_case_tells_itself_by_a_number_of_its_own() {
    let own: Vec<(&str, u64)> = scenario::embedded().iter().map(|(name, text)| (*name, load(name, text).guide.luck)).collect();
    let expected = [("new_era.ron", 107), ("showroom.ron", 2), ("perseus.ron", 37), ("bank.ron", 1), ("logistics.ron", 1), ("consulting.ron", 4)];
    assert_eq!(own, expected);
    // it may be left out, and is a whole number that the set-up could have drawn
    let new_era = |line: &str| scenario::embedded()[0].1.replace("    luck: 107,\n", line);
    assert_eq!(load("x", &new_era("")).guide.luck, 1);
    for wrong in ["-1", "1.5", "1_000_000"] {
        let issues = scenario::read("x", new_era(&format!("    luck: {wrong},\n")).as_bytes()).expect_err("no such number");
        assert_eq!(issues.iter().map(|issue| issue.field.as_str()).collect::<Vec<_>>(), ["luck"]);
    }
}

#[test]
fn the_orders_of_the_case_come_out_exactly() {
    let scenario = new_era();
    for (id, round, yuan, quantity, trial) in [
        ("trial", 2, 100_000, 20, true),
        ("servers", 4, 135_000, 14, false),
        ("hires", 6, 360_000, 50, false),
        ("blades", 8, 1_800_000, 10, false),
        ("renewal", 11, 600_000, 14, false),
    ] {
        let need = need(&scenario, id);
        let total: Fen = need.lines.iter().map(|line| line.price.times(line.quantity.into())).sum();
        assert_eq!((event(&scenario, id).round, total, need.quantity, need.trial), (round, Fen::yuan(yuan), quantity, trial), "{id}");
    }
}

#[test]
fn the_right_goods_fit_and_the_weak_graphics_hurt() {
    let scenario = new_era();
    for id in ["trial", "servers", "hires", "blades", "renewal"] {
        let need = need(&scenario, id);
        let fit = fit(&scenario, need, &need.lines);
        assert!((0.0..=2.0).contains(&fit), "{id}: {fit}");
    }
    for class in &scenario.guide.need_classes {
        let lines = [Line { product: class.product, quantity: 1, price: Fen::yuan(1) }];
        let fit = product_fit(&scenario.guide, Asked { wants: &class.wants, quantity: 1, suggested: &lines, tier: PriceTier::Market, due: Round(1) }, &lines);
        assert!(class.share == 0.0 || (0.0..=1.0).contains(&fit), "{}: {fit}", class.id);
    }
    let hires = need(&scenario, "hires");
    let cheap = [Line { product: product(&scenario, "vostro_260"), quantity: 50, price: Fen::yuan(5_000) }];
    assert!(fit(&scenario, hires, &cheap) < -6.0);
}

#[test]
fn the_market_is_the_models() {
    let scenario = new_era();
    let market = &scenario.market;
    assert_eq!((scenario.guide.rounds, scenario.guide.start_year, scenario.guide.start_month), (12, 2012, 1));
    assert_eq!((scenario.guide.opening_cash, market.mean_order), (Fen::yuan(500_000), Fen::yuan(99_000)));
    assert_eq!((market.customers, market.known, market.installed, market.sigma, market.need_rate), (40, 6, 3, 1.5, 0.238));
    assert!(market.names.len() >= 45 && market.contact_names.len() >= 12);
    let tokens = |pick: fn(&Text) -> &str| market.names.iter().map(|(_, token)| pick(token).to_owned()).collect::<BTreeSet<_>>().len();
    assert_eq!((tokens(|t| &t.en), tokens(|t| &t.zh)), (market.names.len(), market.names.len()), "tokens tell customers apart");
}

#[test]
fn new_era_network_is_as_the_model_says() {
    let scenario = new_era();
    let [customer] = &scenario.customers[..] else { panic!("one named customer") };
    assert_eq!((&*customer.token.en, &*customer.token.zh), ("NE", "新网"));
    assert_eq!((customer.equity_rate, customer.equity_value, customer.calls), (0.33, Fen::yuan(400_000), Some((2, 25.0))));
    assert!(customer.at_exhibition && customer.key_account && !customer.known_at_start && !customer.stochastic_needs && customer.incumbent.is_none());
    let committee: Vec<(BuyingRole, Style)> = customer.contacts.iter().map(|contact| (contact.role, contact.style)).collect();
    assert_eq!(
        committee,
        [(BuyingRole::DecisionMaker, Style::D), (BuyingRole::Gatekeeper, Style::A), (BuyingRole::User, Style::C), (BuyingRole::Purchaser, Style::B)]
    );
    assert_eq!(need(&scenario, "servers").hidden, [Finder::FreeCheck, Finder::Talk(0)]);
    assert_eq!(need(&scenario, "hires").hidden, [Finder::Research]);
    assert_eq!(need(&scenario, "blades").hidden, [Finder::Tip { contact: 3, bond: 50.0, trust: 50.0, orders: 1 }]);
    assert_eq!(event(&scenario, "wang_leaves").what, Happening::Resigns(Role::AccountManager));
    let Happening::Ticket(outage) = &event(&scenario, "outage").what else { panic!("no ticket") };
    let blades = scenario.events.iter().position(|event| &*event.id == "blades").map(EventId::at);
    assert_eq!((outage.minutes.to_hours(), outage.loss, outage.after), (24.0, Fen::yuan(200_000), blades));
    // decided at the end of months 3, 6, 7 and 9, the blades at the price of the customer's tier, mostly by what was done
    let decided = |id: &str| event(&scenario, id).round + need(&scenario, id).decides_after;
    assert_eq!(["trial", "servers", "hires", "blades"].map(decided), [3, 6, 7, 9]);
    assert_eq!(["trial", "servers", "hires", "blades"].map(|id| need(&scenario, id).by_tier), [false, false, false, true]);
    assert!(["trial", "servers", "hires", "blades"].iter().all(|id| need(&scenario, id).luck <= 0.2) && need(&scenario, "renewal").luck == 1.0);
    let of = |what: &Happening| match what {
        Happening::Temptation { contact, after, amount, .. } => Some((*contact, *after, *amount)),
        _ => None,
    };
    let hires = scenario.events.iter().position(|event| &*event.id == "hires").map(EventId::at);
    let tempted: Vec<_> = scenario.events.iter().filter_map(|event| of(&event.what)).collect();
    assert_eq!(tempted, [(2, hires, Fen::yuan(1_000)), (3, hires, Fen::yuan(1_000)), (3, blades, Fen::yuan(10_000))]);
    let pledged = |what: &Happening| matches!(what, Happening::Pledge { contact: 3, after, .. } if *after == blades);
    assert!(scenario.events.iter().any(|event| pledged(&event.what)));
}

/// The words of a text, in both languages.
fn words(scenario: &Scenario) -> String {
    format!("{scenario:?}")
}

#[test]
fn the_customer_is_always_named_in_full() {
    let scenario = Scenario { fictional: Vec::new(), ..new_era() };
    let all = words(&scenario);
    assert_eq!(all.matches("新时代").count(), all.matches("新时代网络").count());
    assert_eq!(all.matches("New Era").count(), all.matches("New Era Network").count());
    assert_eq!(all.matches("新网").count(), 1, "nothing but the token, so that a fictional token cannot fall into a sentence");
}

#[test]
fn the_fictional_set_leaves_no_real_name() {
    let mut scenario = new_era();
    let before = scenario.clone();
    scenario::disguise(&mut scenario);
    let all = words(&Scenario { fictional: Vec::new(), ..scenario.clone() });
    for (from, to) in &before.fictional {
        assert!(!all.contains(&*from.zh), "{}", from.zh);
        assert!(from.en.len() < 4 || !all.contains(&*from.en), "{}", from.en);
        assert!(all.contains(&*to.en) && all.contains(&*to.zh), "{to:?}");
    }
    assert_eq!((&*scenario.customers[0].name.en, &*scenario.customers[0].token.zh), ("Harbour Lights Network", "港湾"));
    assert_eq!((&*scenario.guide.rivals[0].name.en, &*scenario.guide.rivals[1].name.zh), ("Borealis", "云雀"));
    assert_eq!((&scenario.guide.id, &scenario.guide.rules), (&before.guide.id, &before.guide.rules));
}

#[test]
fn chinese_texts_use_chinese_punctuation() {
    for (name, text) in scenario::embedded() {
        for part in text.split("zh: \"").skip(1) {
            let words = part.split('"').next().unwrap_or("");
            assert!(!words.contains([',', ';', ':', '?', '!', '(', ')']), "{name}: {words}");
        }
    }
}

#[test]
fn a_scenario_may_have_five_roles_and_several_people_in_one() {
    let text = include_str!("scenario/small.ron");
    let five = text.replace(
        "    staff: (",
        r#"    roles: [AccountManager, Developer, Service, Cultivator, ProductSpecialist],
    people: (service: 3),
    staff: (
        cultivator: (en: "Dan", zh: "丹"),
        product_specialist: (en: "Eve", zh: "伊"),"#,
    );
    let guide = &rapport::scenario::read("five", five.as_bytes()).expect("it reads").guide;
    assert_eq!(guide.roles(), Role::ALL);
    assert_eq!(Role::ALL.map(|role| guide.roster.people(role)), [1, 1, 3, 1, 1]);
    assert_eq!((&*guide.staff[3].en, &*guide.staff[4].zh), ("Dan", "伊"));
    let helped = text.replace("    staff: (", "    acting: (product_specialist: Developer),\n    staff: (");
    let guide = &rapport::scenario::read("three", helped.as_bytes()).expect("it reads").guide;
    assert_eq!(guide.roles(), Role::CORE);
    assert_eq!([guide.acting(Role::Cultivator), guide.acting(Role::ProductSpecialist)], [Role::AccountManager, Role::Developer]);
}

/// Contribution and .8 of customer equity, in yuan, of these bots on one board.
fn worth(scenario: &std::sync::Arc<Scenario>, seed: u64, bots: &[rapport::bots::BotKind]) -> Vec<f64> {
    use rapport::sim::game::Game;
    use rapport::sim::journal::Recording;
    use rapport::sim::setup::Setup;
    use rapport::sim::state::{Compliance, MarketKind};
    use rapport::sim::units::TeamId;
    let setup = Setup {
        seed,
        luck: seed,
        market: MarketKind::Mirror,
        compliance: Compliance::Show,
        rounds: scenario.guide.rounds,
        teams: vec![String::new(); bots.len()],
        recording: Recording::Off,
    };
    let mut state = Game::new(scenario.clone(), &setup);
    let policies: Vec<_> = bots.iter().map(|bot| bot.policy()).collect();
    let mut refused = Vec::new();
    rapport::bots::play_game(&mut state, &policies, &mut refused, |_| ());
    assert_eq!(refused, [], "seed {seed}");
    let worth = |team| rapport::sim::score::worth(&state, team);
    (0..bots.len()).map(|team| worth(TeamId::at(team))).map(|w| w.contribution.to_yuan() + 0.8 * w.equity.to_yuan()).collect()
}

#[test]
fn in_every_scenario_sound_play_beats_selling_and_forgetting_and_that_beats_doing_nothing() {
    use rapport::bots::BotKind;
    for (name, text) in scenario::embedded() {
        let scenario = std::sync::Arc::new(load(name, text));
        let mut sums = [0.0; 3];
        for seed in 0..4 {
            let found = worth(&scenario, seed, &[BotKind::Balanced, BotKind::SellAndForget, BotKind::Passive]);
            sums.iter_mut().zip(found).for_each(|(sum, one)| *sum += one);
        }
        assert!(sums[0] > sums[1] && sums[1] > sums[2], "{name}: {sums:?}");
    }
}

/// All scenarios but the case itself, whose facts are the model's.
fn others() -> impl Iterator<Item = (&'static str, Authored)> {
    scenario::embedded().iter().skip(1).map(|(name, text)| (*name, scenario::read_with_facts(name, text.as_bytes()).expect("it loads")))
}

#[test]
fn every_scenario_says_what_it_teaches_and_claims_to_prove_it() {
    for (name, Authored { scenario, facts }) in others() {
        assert!(facts.len() >= 3, "{name}: {} facts", facts.len());
        for text in [&scenario.guide.title, &scenario.guide.summary, &scenario.guide.lesson] {
            assert!(!text.en.is_empty() && !text.zh.is_empty() && text.en != text.zh, "{name}");
        }
        let ids: BTreeSet<&str> =
            scenario::embedded().iter().map(|(_, text)| text.split("id: \"").nth(1).and_then(|t| t.split('"').next()).unwrap_or("")).collect();
        assert!(ids.contains(&*scenario.guide.id) && ids.len() == scenario::embedded().len(), "another id is other luck");
    }
}

#[test]
fn what_a_scenario_suggests_fits_and_its_tokens_tell_customers_apart() {
    for (name, Authored { scenario, .. }) in others() {
        for class in &scenario.guide.need_classes {
            let lines = [Line { product: class.product, quantity: 1, price: Fen::yuan(1) }];
            let asked = Asked { wants: &class.wants, quantity: 1, suggested: &lines, tier: PriceTier::Market, due: Round(1) };
            let fit = product_fit(&scenario.guide, asked, &lines);
            assert!((0.0..=1.0).contains(&fit), "{name} {}: {fit}", class.id);
        }
        for event in &scenario.events {
            if let Happening::Need(need) = &event.what {
                let fit = fit(&scenario, need, &need.lines);
                assert!((0.0..=2.0).contains(&fit), "{name} {}: {fit}", event.id);
            }
        }
        let named = scenario.customers.iter().map(|customer| &customer.token).chain(scenario.market.names.iter().map(|(_, token)| token));
        let tokens: Vec<&Text> = named.collect();
        for pick in [|t: &Text| t.en.to_string(), |t: &Text| t.zh.to_string()] {
            let different: BTreeSet<String> = tokens.iter().map(|t| pick(t)).collect();
            assert_eq!(different.len(), tokens.len(), "{name}: {different:?}");
        }
    }
}

#[test]
fn every_bot_plays_every_scenario_to_its_end() {
    for (name, Authored { scenario, .. }) in others() {
        let found = worth(&std::sync::Arc::new(scenario), 11, &rapport::bots::BotKind::ALL);
        assert!(found.iter().all(|worth| worth.is_finite()) && found.len() == rapport::bots::BotKind::ALL.len(), "{name}");
    }
}
