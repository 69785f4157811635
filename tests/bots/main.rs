//! Bots keep the rules of the game, and to their own seat.

mod habits;

use rapport::bots::{BotKind, BotLuck, Policy, Stocking, decide, play_game, play_month};
use rapport::scenario;
use rapport::sim::cards;
use rapport::sim::cards::Action;
use rapport::sim::game::{Desk, Game};
use rapport::sim::journal::Recording;
use rapport::sim::journal::ledger::EntryKind;
use rapport::sim::journal::report::{Happened, InteractionKind};
use rapport::sim::scenario::{PriceTier, Scenario, Short, Supply};
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind, Team};
use rapport::sim::terms::{Opening, Payment, Phase};
use rapport::sim::units::{Fen, Role, Seat, TeamId};
use rapport::sim::view::{view, view_now};
use rapport::sim::{apply, hash, resolve};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

static NEW_ERA: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let (file, text) = scenario::embedded()[0];
    Arc::new(scenario::read(file, text.as_bytes()).expect("the built-in scenario reads"))
});

fn setup(seed: u64, teams: usize, recording: Recording) -> Setup {
    Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: 12, teams: vec![String::new(); teams], recording }
}

fn start(seed: u64, teams: usize) -> Game {
    Game::new(NEW_ERA.clone(), &setup(seed, teams, Recording::Off))
}

fn policies() -> Vec<Policy> {
    BotKind::ALL.iter().map(|kind| kind.policy()).collect()
}

#[test]
fn ids_lead_back_to_the_kind() {
    for (place, kind) in BotKind::ALL.into_iter().enumerate() {
        assert_eq!(BotKind::from_id(kind.id()), Some(kind));
        assert_eq!(kind as usize, place);
    }
    assert_eq!(BotKind::from_id("chess"), None);
}

#[test]
fn no_bot_is_refused_anything_or_decides_too_much() {
    let policies = policies();
    let most = usize::from(NEW_ERA.guide.rules.work.max_decisions);
    for seed in 0..6 {
        let mut state = start(seed, policies.len());
        let mut refused = Vec::new();
        while !state.over() {
            for (team, policy) in policies.iter().enumerate() {
                play_month(&mut state, TeamId::at(team), policy, &mut refused);
            }
            for (desk, kind) in state.desks.iter().zip(BotKind::ALL) {
                for role in Role::CORE {
                    let decisions = desk.plan.iter().filter(|c| c.role == role).count();
                    assert!(decisions <= most, "{}: {decisions} decisions", kind.id());
                }
            }
            resolve(&mut state);
        }
        assert_eq!(refused, [], "seed {seed}");
    }
}

/// Games of New Era's market with another supply, and the money that a stock takes; nothing is refused. Returned are the teams
/// at the end, by policy.
fn played(supply: Supply, seeds: std::ops::Range<u64>, policies: &[Policy]) -> Vec<Vec<Team>> {
    let mut scenario = NEW_ERA.clone();
    let guide = Arc::make_mut(&mut Arc::make_mut(&mut scenario).guide);
    guide.supply = supply;
    (guide.opening_cash, guide.rules.work.credit_limit) = (Fen::yuan(2_500_000), Fen::yuan(1_000_000));
    for product in &mut guide.products {
        product.unit_cost = Some(product.tier_prices[PriceTier::Old as usize].scale(guide.rules.choice.cost_share));
    }
    let games = seeds.map(|seed| {
        let mut state = Game::new(scenario.clone(), &setup(seed, policies.len(), Recording::Full));
        let mut refused = Vec::new();
        play_game(&mut state, policies, &mut refused, |_| ());
        assert_eq!(refused, [], "{supply:?} seed {seed}");
        state.state.teams
    });
    games.collect()
}

const SUPPLIES: [Supply; 4] = [Supply::AtHand, Supply::ToOrder, Supply::Stock(Short::Late), Supply::Stock(Short::LostSale)];

#[test]
fn all_bots_play_where_goods_take_time() {
    let mut all = policies();
    let balanced = BotKind::Balanced.policy();
    all.push(Policy { stocking: Stocking::AfterTheSale, ..balanced.clone() });
    all.push(Policy { express: true, payment: Payment::Days60, ..balanced });
    for supply in SUPPLIES {
        for teams in played(supply, 0..2, &all) {
            for (team, policy) in teams.iter().zip(&all) {
                let orders: Vec<_> = team.deals.iter().filter_map(|deal| deal.order).collect();
                let waits = orders.iter().filter(|order| order.delivered.is_none() && order.promised.0 <= 11).count();
                assert!(waits <= orders.len() / 4, "{supply:?}: {waits} of {} orders never left: {policy:?}", orders.len());
            }
        }
    }
}

/// Mean contribution in yuan, orders, and the share of deliveries that came late.
fn figures(games: &[Vec<Team>], place: usize) -> (f64, f64, f64) {
    let (mut money, mut orders, mut late, mut delivered) = (0.0, 0.0, 0.0, 0.0);
    for team in games.iter().map(|teams| &teams[place]) {
        money += team.books.months.last().map_or(0.0, |month| month.contribution_so_far.to_yuan());
        for order in team.deals.iter().filter_map(|deal| deal.order) {
            orders += 1.0;
            if let Some(round) = order.delivered {
                delivered += 1.0;
                late += f64::from(u8::from(round > order.promised));
            }
        }
    }
    (money / games.len() as f64, orders / games.len() as f64, late / f64::max(delivered, 1.0))
}

#[test]
fn the_reference_bot_keeps_its_dates_and_buys_ahead_with_profit() {
    let balanced = BotKind::Balanced.policy();
    let policies = [balanced.clone(), Policy { stocking: Stocking::AfterTheSale, ..balanced.clone() }, BotKind::Passive.policy()];
    for supply in SUPPLIES {
        let games = played(supply, 0..12, &policies);
        let (money, orders, late) = figures(&games, 0);
        let (passive, ..) = figures(&games, 2);
        eprintln!("{supply:?} {:?} {:?} passive {passive}", figures(&games, 0), figures(&games, 1));
        assert!(late < 0.1, "{supply:?}: {late} of the deliveries were late");
        assert!(money > passive && orders > 5.0, "{supply:?}: {money} yuan, {orders} orders; passive {passive}");
    }
}

#[test]
fn the_same_bot_plays_the_same_game() {
    let play = || {
        let policies = policies();
        let mut state = start(3, policies.len());
        play_game(&mut state, &policies, &mut Vec::new(), |_| ());
        hash(&state)
    };
    assert_eq!(play(), play());
}

/// What a team has done in a game, and what it led to.
#[derive(Default)]
struct Conduct {
    /// Cards played and minutes spent, by kind of card.
    cards: BTreeMap<String, (usize, i32)>,
    written_up: usize,
    /// Promises, discounts and gifts as they were planned.
    promises: Vec<f64>,
    discounts: Vec<f64>,
    gifts: Fen,
    breaches: usize,
    revenue: Fen,
    orders: u32,
    /// Customers that the team knows; means over them, added up over the games.
    known: usize,
    satisfaction: f64,
    trust: f64,
}

impl Conduct {
    /// Adds what is planned for the month.
    fn plans(&mut self, desk: &Desk) {
        for planned in &desk.plan {
            let (action, text) = (&planned.card.action, format!("{:?}", planned.card.action));
            let kind = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
            let (count, minutes) = self.cards.entry(kind).or_default();
            (*count, *minutes) = (*count + 1, *minutes + planned.minutes.0);
            self.written_up += usize::from(planned.card.write_up);
            match action {
                Action::Pursue(cards::Pursue { terms, .. })
                | Action::PursueMany(cards::PursueMany { terms, .. })
                | Action::Quote(cards::Quote { terms, .. }) => {
                    self.promises.push(terms.promise);
                    self.discounts.push(terms.discount);
                }
                Action::Gift(cards::Gift { amount, .. }) => self.gifts += *amount,
                _ => {}
            }
        }
    }

    /// Adds how a game ended.
    fn ends(&mut self, team: &Team) {
        let known: Vec<_> = team.relations.iter().filter(|relation| relation.known()).collect();
        self.breaches += team.audit.breaches.len();
        self.revenue += team.books.months.iter().map(|month| month.revenue).sum();
        self.orders += known.iter().map(|relation| u32::from(relation.history.won)).sum::<u32>();
        self.known += known.len();
        self.satisfaction += known.iter().map(|relation| relation.measures.satisfaction()).sum::<f64>() / known.len() as f64;
        self.trust += known.iter().map(|relation| relation.measures.trust()).sum::<f64>() / known.len() as f64;
    }

    fn hours(&self, kind: &str) -> i32 {
        self.cards.get(kind).map_or(0, |(_, minutes)| minutes / 60)
    }

    fn mean(list: &[f64]) -> f64 {
        list.iter().sum::<f64>() / list.len().max(1) as f64
    }

    /// In how many ways two teams came out differently.
    fn differences(&self, other: &Conduct) -> usize {
        let same = [
            self.cards == other.cards,
            self.revenue == other.revenue,
            self.orders == other.orders,
            self.known == other.known,
            self.satisfaction == other.satisfaction,
            self.trust == other.trust,
            (self.breaches, self.gifts) == (other.breaches, other.gifts),
        ];
        same.iter().filter(|same| !**same).count()
    }
}

/// The conduct of all bots on some boards of New Era, added up.
fn conducts(seeds: std::ops::Range<u64>) -> Vec<Conduct> {
    let policies = policies();
    let mut all: Vec<Conduct> = policies.iter().map(|_| Conduct::default()).collect();
    for seed in seeds {
        let mut state = start(seed, policies.len());
        while !state.over() {
            for (place, policy) in policies.iter().enumerate() {
                play_month(&mut state, TeamId::at(place), policy, &mut Vec::new());
                all[place].plans(&state.desks[place]);
            }
            resolve(&mut state);
        }
        all.iter_mut().zip(&state.teams).for_each(|(conduct, team)| conduct.ends(team));
    }
    all
}

#[test]
fn bots_differ() {
    for seed in 5..7 {
        let bots = conducts(seed..seed + 1);
        for (i, a) in bots.iter().enumerate() {
            for (j, b) in bots.iter().enumerate().take(i) {
                let differences = a.differences(b);
                assert!(differences >= 3, "{} and {} differ in {differences} of 7 ways", BotKind::ALL[i].id(), BotKind::ALL[j].id());
            }
        }
    }
}

/// Every bot does what its name says, more or less than the reference bot, and it shows in what becomes of it.
#[test]
fn bots_are_true_to_their_names() {
    let bots = conducts(5..12);
    let balanced = &bots[BotKind::Balanced as usize];
    assert_eq!((Conduct::mean(&balanced.promises), Conduct::mean(&balanced.discounts), balanced.gifts, balanced.breaches), (0.0, 0.0, Fen::ZERO, 0));
    assert!(balanced.cards.len() >= 12, "{:?}", balanced.cards);
    for kind in BotKind::ALL {
        let bot = &bots[kind as usize];
        let more = |card: &str| assert!(bot.hours(card) > balanced.hours(card), "{kind:?} {card}: {} {}", bot.hours(card), balanced.hours(card));
        let less = |card: &str| assert!(bot.hours(card) < balanced.hours(card), "{kind:?} {card}: {} {}", bot.hours(card), balanced.hours(card));
        let never = |card: &str| assert!(!bot.cards.contains_key(card), "{kind:?} {card}: {:?}", bot.cards.get(card));
        match kind {
            BotKind::Balanced | BotKind::Random => {}
            BotKind::Hunting => {
                more("Prospect");
                ["Care", "Survey", "Check", "Research"].into_iter().for_each(never);
                assert!(bot.trust < balanced.trust && bot.satisfaction < balanced.satisfaction);
            }
            BotKind::Farming => {
                never("Prospect");
                assert!(bot.known < balanced.known && bot.satisfaction > balanced.satisfaction);
            }
            BotKind::SellAndForget => {
                ["Care", "Queue", "Survey", "Check"].into_iter().for_each(never);
                assert_eq!((bot.written_up, Conduct::mean(&bot.promises)), (0, 25.0));
                assert!(bot.satisfaction < balanced.satisfaction && bot.trust < balanced.trust);
            }
            BotKind::ServiceHeavy => {
                assert!(bot.hours("Article") > 0 && !balanced.cards.contains_key("Article"));
                less("Care");
            }
            BotKind::NoRecords => assert!(bot.written_up == 0 && balanced.written_up > 100),
            BotKind::SellHeavy => {
                more("Prospect");
                less("Care");
                less("Queue");
            }
            BotKind::CareHeavy => {
                more("Care");
                less("Queue");
                assert!(bot.orders < balanced.orders);
            }
            BotKind::OverPromiser => assert_eq!(Conduct::mean(&bot.promises), 25.0),
            BotKind::UnderPromiser => assert_eq!(Conduct::mean(&bot.promises), -10.0),
            BotKind::Discounter => {
                assert!(Conduct::mean(&bot.discounts) > 0.1);
                assert!(bot.orders > balanced.orders);
            }
            BotKind::GiftHeavy => assert!(bot.gifts > Fen::yuan(20_000) && bot.breaches > 10),
            BotKind::EqualTreatment => assert!(bot.hours("Care") > 0 && bot.hours("Queue") > 0 && bot.cards != balanced.cards),
            BotKind::NoService => {
                never("Queue");
                assert!(bot.satisfaction < balanced.satisfaction);
            }
            BotKind::NoCare => ["Care", "Survey", "Check"].into_iter().for_each(never),
            BotKind::Passive => assert!(bot.cards.is_empty() && bot.orders == 0),
        }
    }
}

#[test]
fn a_bot_fills_only_the_missing_role() {
    let mut state = start(11, 1);
    let team = TeamId(0);
    let policy = BotKind::Balanced.policy();
    for _ in 0..5 {
        let luck = state.luck.clone();
        let others = |state: &Game| -> Vec<_> { state.desks[0].plan.iter().filter(|c| c.role != Role::Service).cloned().collect() };
        let before = others(&state);
        assert!(state.desks[0].plan.iter().any(|c| c.role == Role::Service && c.filled_in), "people's plans open filled in");
        let seat = Seat { team, role: Role::Service };
        for command in decide(&policy, &view_now(&state, seat), Role::Service, &BotLuck::new(&luck, team)) {
            apply(&mut state, seat, command).expect("a bot is not refused anything");
        }
        assert_eq!(others(&state), before);
        assert!(state.desks[0].plan.iter().filter(|c| c.role == Role::Service).all(|c| !c.filled_in));
        assert_eq!(state.desks[0].opening, Opening::Filled);
        resolve(&mut state);
    }
}

#[test]
fn the_past_does_not_sway_a_bot() {
    // the room shows bots the view with the past, calibration the one without
    let mut state = start(4, 1);
    let policy = BotKind::SellAndForget.policy();
    let luck = state.luck.clone();
    while !state.over() {
        let seat = Seat { team: TeamId(0), role: Role::AccountManager };
        let luck = BotLuck::new(&luck, seat.team);
        for role in Role::CORE {
            assert_eq!(decide(&policy, &view(&state, seat), role, &luck), decide(&policy, &view_now(&state, seat), role, &luck));
        }
        play_month(&mut state, seat.team, &policy, &mut Vec::new());
        resolve(&mut state);
    }
}

/// A game of one policy on a scenario, and whatever was refused.
fn play_alone(scenario: Arc<Scenario>, policy: Policy, compliance: Compliance) -> Game {
    let setup = Setup { seed: 7, luck: 7, market: MarketKind::Mirror, compliance, rounds: 12, teams: vec![String::new()], recording: Recording::Off };
    let mut state = Game::new(scenario, &setup);
    let mut refused = Vec::new();
    play_game(&mut state, &[policy], &mut refused, |_| {});
    assert_eq!(refused, []);
    state
}

#[test]
fn media_tenders_and_investments_are_knobs_and_the_reference_bot_leaves_them() {
    let reference = play_alone(NEW_ERA.clone(), Policy::balanced(), Compliance::Show);
    let team = &reference.teams[0];
    assert!(team.marketing.campaigns.is_empty() && team.investments == [None; 2]);
    assert_eq!(reference.worlds[0].tenders.len(), 2);
    let knobs = Policy { campaign: Fen::yuan(4_000), medium: 6, bids: true, bid: 0.15, call_centre: true, web_platform: true, ..Policy::balanced() };
    let busy = play_alone(NEW_ERA.clone(), knobs, Compliance::Show);
    let team = &busy.teams[0];
    assert!(team.marketing.campaigns.len() >= 10, "{} campaigns", team.marketing.campaigns.len());
    assert!(team.marketing.campaigns.iter().all(|c| c.budget == Fen::yuan(4_000) && c.medium.index() == 5));
    let segments: std::collections::BTreeSet<_> = team.marketing.campaigns.iter().map(|c| c.segment).collect();
    assert!(segments.len() > 2, "one audience is not tired month after month: {segments:?}");
    assert!(team.investments.iter().all(Option::is_some));
    let bids = |state: &Game| state.worlds[0].tenders.iter().map(|t| t.award.map_or(0, |a| a.bids)).sum::<u16>();
    assert_eq!(bids(&busy), bids(&reference) + 2);
}

#[test]
fn bots_follow_the_custom_of_a_scenario() {
    let mut scenario = (*NEW_ERA.clone()).clone();
    let guide = Arc::make_mut(&mut scenario.guide);
    guide.custom.campaign = Fen::yuan(3_000);
    guide.custom.bid = Some(0.1);
    guide.custom.investments = guide.investments.clone();
    let scenario = Arc::new(scenario);
    let reference = play_alone(scenario.clone(), Policy::balanced(), Compliance::Show);
    assert!(reference.teams[0].marketing.campaigns.iter().all(|c| c.budget == Fen::yuan(3_000)) && reference.teams[0].marketing.campaigns.len() >= 10);
    assert!(reference.teams[0].investments.iter().all(Option::is_some));
    for kind in [BotKind::NoService, BotKind::Passive] {
        let other = play_alone(scenario.clone(), kind.policy(), Compliance::Show);
        assert!(other.teams[0].marketing.campaigns.is_empty() && other.teams[0].investments == [None; 2], "{}", kind.id());
    }
}

/// New Era with five roles, three account managers, people who leave, and a pool.
fn firm() -> Arc<Scenario> {
    let text = scenario::embedded()[0].1;
    let five = text.replacen(
        "    staff: (",
        r#"    roles: [Developer, AccountManager, Service, Cultivator, ProductSpecialist],
    people: (account_manager: 3),
    staff: (
        cultivator: (en: "Zhou Min", zh: "周敏"),
        product_specialist: (en: "Sun Tao", zh: "孙涛"),"#,
        1,
    );
    let mut scenario = scenario::read("firm", five.as_bytes()).expect("it reads");
    let rules = &mut Arc::make_mut(&mut scenario.guide).rules;
    (rules.work.resignation, rules.pool.after_resignation) = (0.05, 2);
    Arc::new(scenario)
}

fn found(scenario: &Arc<Scenario>, seed: u64, market: MarketKind, teams: usize) -> Game {
    Game::new(
        scenario.clone(),
        &Setup { seed, luck: seed, market, compliance: Compliance::Show, rounds: 12, teams: vec![String::new(); teams], recording: Recording::Full },
    )
}

#[test]
fn a_firm_of_five_roles_is_played_by_all_bots_and_uses_its_people() {
    let (scenario, policies) = (firm(), policies());
    for (market, teams) in [(MarketKind::Mirror, policies.len()), (MarketKind::Shared, 4)] {
        let mut state = found(&scenario, 3, market, teams);
        let (mut refused, mut played) = (Vec::new(), Vec::new());
        while !state.over() {
            for (team, policy) in policies.iter().take(teams).enumerate() {
                play_month(&mut state, TeamId::at(team), policy, &mut refused);
            }
            // the reference bot's plan
            played.extend(state.desks[0].plan.iter().map(|c| (c.role, c.card.action.clone())));
            for role in Role::ALL {
                assert!(state.desks[0].planned(role) <= rapport::sim::planning::plan::working_time(&state, 0, role));
            }
            resolve(&mut state);
        }
        assert_eq!(refused, [], "{market:?}");
        let used = |is: fn(&Action) -> bool| played.iter().any(|(_, action)| is(action));
        assert!(used(|a| matches!(a, Action::Nurture(_))) && used(|a| matches!(a, Action::Design(_))), "{market:?}");
        assert!(used(|a| matches!(a, Action::Hire(_))) && used(|a| matches!(a, Action::Handover(_))), "{market:?}");
        assert!(used(|a| matches!(a, Action::GiveToPool(_))) && used(|a| matches!(a, Action::TakeFromPool(_))), "{market:?}");
        // everything in its own role
        assert!(played.iter().all(|(role, action)| action.belongs(&scenario.guide, *role)));
    }
}

/// Every number of the model at either of its bounds, the others at their defaults: what the reader takes can be played.
#[test]
fn any_number_at_its_bounds_is_played_to_the_end() {
    let (_, text) = scenario::embedded()[0];
    let start = text.find("    rules: (").expect("it has numbers");
    let end = start + text[start..].find("\n    ),\n").expect("which end");
    let (mut group, mut played) = ("", 0);
    for line in scenario::listing().lines().take_while(|line| !line.starts_with("facts")) {
        if let Some(name) = line.strip_prefix("rules: (") {
            group = name.trim_end_matches(": (...))");
        }
        let Some((head, bounds)) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')).and_then(|line| line.rsplit_once('[')) else { continue };
        let (field, default) = head.trim().split_once(' ').expect("a name and a default");
        let bounds = bounds.trim_end_matches(']').trim_end_matches(" whole");
        let (low, high) = bounds.split_once(" to ").expect("two bounds");
        for bound in [low, high] {
            let value = if default.contains('[') { format!("[{}]", vec![bound; default.split(',').count()].join(", ")) } else { bound.to_owned() };
            let changed = format!("{}    rules: ({group}: ({field}: {value})),{}", &text[..start], &text[end + 7..]);
            // some do not fit the others, which the reader says
            let Ok(scenario) = scenario::read("bounds", changed.as_bytes()) else { continue };
            let setup = Setup {
                seed: 7,
                luck: 7,
                market: MarketKind::Mirror,
                compliance: Compliance::Show,
                rounds: 5,
                teams: vec![String::new()],
                recording: Recording::Full,
            };
            let mut state = Game::new(Arc::new(scenario), &setup);
            play_game(&mut state, &[BotKind::EqualTreatment.policy()], &mut Vec::new(), |_| {});
            assert!(state.over(), "{group}.{field}: {value}");
            played += 1;
        }
    }
    assert!(played > 650, "{played}");
}
