//! From a scenario and a seed to the first month: customers, relations, teams.

use super::backlog::Backlog;
use super::command::{Kind, Level, Opening, ServiceLevel, Tier};
use super::draw::{Actor, Luck, Purpose};
use super::maths::{exp, normal_quantile};
use super::report::{Found, Phase, TeamReport};
use super::rules::Rules;
use super::scenario::{BuyingRole, Scenario, Style, Text};
use super::state::{Contact, ContactState, Customer, Entry, EntryKind, MarketKind, Recording, Relation, Staff, State, Team, World};
use super::units::{CustomerId, Fen, IndustryId, RivalId, Role, Round, TeamId};
use std::sync::Arc;

/// What a game is started with.
#[derive(Clone, Debug)]
pub struct Setup {
    pub seed: u64,
    pub market: MarketKind,
    /// Rounds to play; kept to at least the scenario's least.
    pub rounds: u16,
    /// Names of the teams, in order.
    pub teams: Vec<String>,
    pub recording: Recording,
}

impl State {
    /// The game before its first plan: round 1 with its news, needs and tickets.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, setup: &Setup) -> State {
        let luck = Luck::new(&scenario, setup.seed);
        let customers = Arc::new(customers(&scenario, &luck));
        let worlds = match setup.market {
            MarketKind::Mirror => setup.teams.len(),
            MarketKind::Shared => 1,
        };
        let incumbents: Vec<Option<RivalId>> = customers.iter().map(|c| c.incumbent).collect();
        let known = known_at_start(&scenario, &customers);
        let teams = setup.teams.iter().enumerate().map(|(i, name)| team(&scenario, setup.market, i, name, &customers, &known)).collect();
        let mut state = State {
            luck,
            seed: setup.seed,
            market: setup.market,
            rounds: setup.rounds.max(scenario.guide.least_rounds).max(1),
            round: Round(1),
            worlds: vec![World { incumbents, opportunities: Backlog::new(), price_war: 0 }; worlds],
            teams,
            customers,
            record: setup.recording,
            scenario,
        };
        super::news::open_round(&mut state);
        state
    }
}

/// Named customers first, in the scenario's order; then the generated ones.
fn customers(scenario: &Scenario, luck: &Luck) -> Vec<Customer> {
    let named = scenario.customers.iter().enumerate().map(|(i, def)| Customer {
        name: def.name.clone(),
        token: def.token.clone(),
        profile: Some(def.profile.clone()),
        named: Some(i),
        industry: def.industry,
        need_rate: def.need_rate,
        order_value: def.order_value,
        equity_rate: def.equity_rate,
        equity_value: def.equity_value,
        price_sensitivity: def.price_sensitivity,
        service_sensitivity: def.service_sensitivity,
        incumbent: def.incumbent,
        contacts: committee(
            &scenario.guide.rules,
            def.contacts.iter().map(|c| Contact { name: c.name.clone(), role: c.role, style: c.style, weight: 0.0 }).collect(),
        ),
        key_account: def.key_account,
        stochastic_needs: def.stochastic_needs,
    });
    let mut list: Vec<Customer> = named.collect();
    let count = usize::from(scenario.market.customers).saturating_sub(list.len());
    let first = list.len();
    let values = pareto_values(scenario, luck, first, count);
    let names = order(luck, first, count, 1);
    list.extend((0..count).map(|i| generated(scenario, luck, CustomerId::at(first + i), values[i], names[i])));
    list
}

/// A permutation of 0..count by keyed numbers.
fn order(luck: &Luck, first: usize, count: usize, slot: u16) -> Vec<usize> {
    let mut keyed: Vec<(f64, usize)> =
        (0..count).map(|i| (luck.draw(Purpose::CustomerTraits, Actor::WORLD, CustomerId::at(first + i), Round(0), slot).uniform(), i)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    keyed.into_iter().map(|(_, i)| i).collect()
}

/// Typical order values by strata, v ~ exp(sigma `z_q`), scaled to the mean and permuted: every board has the same curve.
fn pareto_values(scenario: &Scenario, luck: &Luck, first: usize, count: usize) -> Vec<Fen> {
    let raw: Vec<f64> = (0..count).map(|i| exp(scenario.market.sigma * normal_quantile((i as f64 + 0.5) / count as f64))).collect();
    let mean = raw.iter().sum::<f64>() / count.max(1) as f64;
    order(luck, first, count, 0).into_iter().map(|rank| scenario.market.mean_order.scale(raw[rank] / mean)).collect()
}

fn generated(scenario: &Scenario, luck: &Luck, id: CustomerId, value: Fen, name: usize) -> Customer {
    let trait_draw = |slot| luck.draw(Purpose::CustomerTraits, Actor::WORLD, id, Round(0), slot).uniform();
    let pick = |slot, count: usize| ((trait_draw(slot) * count as f64) as usize).min(count.saturating_sub(1));
    let market = &scenario.market;
    let rules = &scenario.guide.rules;
    let (name, token) = match market.names.get(name) {
        Some((name, token)) => (name.clone(), token.clone()),
        None => numbered(name),
    };
    let supplied = luck.draw(Purpose::Incumbent, Actor::WORLD, id, Round(0), 0).happens(rules.choice.incumbents);
    let incumbent = (supplied && !scenario.guide.rivals.is_empty()).then(|| {
        let u = luck.draw(Purpose::Incumbent, Actor::WORLD, id, Round(0), 1).uniform();
        RivalId::at(((u * scenario.guide.rivals.len() as f64) as usize).min(scenario.guide.rivals.len() - 1))
    });
    const ROLES: [BuyingRole; 4] = [BuyingRole::DecisionMaker, BuyingRole::Gatekeeper, BuyingRole::User, BuyingRole::Purchaser];
    const STYLES: [Style; 4] = [Style::A, Style::B, Style::C, Style::D];
    let start = pick(3, market.contact_names.len().max(1));
    let contacts = ROLES.iter().enumerate().map(|(i, &role)| Contact {
        name: market.contact_names.get((start + i) % market.contact_names.len().max(1)).cloned().unwrap_or_default(),
        role,
        style: STYLES[pick(4 + i as u16, 4)],
        weight: 0.0,
    });
    Customer {
        name,
        token,
        profile: None,
        named: None,
        industry: IndustryId::at(pick(2, scenario.guide.industries.len())),
        need_rate: market.need_rate,
        order_value: value,
        equity_rate: market.need_rate,
        equity_value: value.scale(rules.score.equity_value),
        price_sensitivity: 1.0,
        service_sensitivity: 1.0,
        incumbent,
        contacts: committee(rules, contacts.collect()),
        key_account: false,
        stochastic_needs: true,
    }
}

/// A name for a customer beyond the scenario's list.
fn numbered(index: usize) -> (Text, Text) {
    let text = |en: String, zh: String| Text { en: en.into(), zh: zh.into() };
    (text(format!("Customer {}", index + 1), format!("客户{}", index + 1)), text(format!("{}", index + 1), format!("{}", index + 1)))
}

/// Weights by buying role, shared where a role is filled twice, summing to 1 (MODEL.md 3).
fn committee(rules: &Rules, mut contacts: Vec<Contact>) -> Vec<Contact> {
    let roles: Vec<BuyingRole> = contacts.iter().map(|c| c.role).collect();
    for contact in &mut contacts {
        let sharing = roles.iter().filter(|&&r| r == contact.role).count().max(1);
        contact.weight = rules.selling.role_weights[contact.role as usize] / sharing as f64;
    }
    let sum: f64 = contacts.iter().map(|c| c.weight).sum();
    if sum > 0.0 {
        for contact in &mut contacts {
            contact.weight /= sum;
        }
    }
    contacts
}

/// Generated customers known at the start, spread evenly over the value ranks so that no board opens rich or poor;
/// true for those that have already ordered.
fn known_at_start(scenario: &Scenario, customers: &[Customer]) -> Vec<(CustomerId, bool)> {
    let mut ranked: Vec<usize> = (scenario.customers.len()..customers.len()).collect();
    ranked.sort_by(|&a, &b| customers[b].order_value.cmp(&customers[a].order_value).then(a.cmp(&b)));
    let known = usize::from(scenario.market.known).min(ranked.len());
    let installed = usize::from(scenario.market.installed).min(known);
    (0..known)
        .map(|k| {
            let rank = (2 * k + 1) * ranked.len() / (2 * known.max(1));
            // the larger of every (known / installed) neighbours has bought
            let bought = (k * installed) % known < installed;
            (CustomerId::at(ranked[rank.min(ranked.len() - 1)]), bought)
        })
        .collect()
}

fn team(scenario: &Scenario, market: MarketKind, index: usize, name: &str, customers: &[Customer], known: &[(CustomerId, bool)]) -> Team {
    let rules = &scenario.guide.rules;
    let actor = match market {
        MarketKind::Mirror => Actor::FIRST_TEAM,
        MarketKind::Shared => Actor(Actor::FIRST_TEAM.0.saturating_add(index as u8)),
    };
    let mut relations: Vec<Relation> = customers.iter().map(|_| Relation::new(rules)).collect();
    for (i, def) in scenario.customers.iter().enumerate() {
        if def.known_at_start || def.orders_at_start > 0 {
            relations[i].open(def.orders_at_start, customers[i].order_value);
        }
    }
    for &(id, bought) in known {
        relations[id.index()].open(u16::from(bought), customers[id.index()].order_value);
    }
    let opening = scenario.guide.opening_cash;
    Team {
        id: TeamId::at(index),
        name: name.to_owned(),
        actor,
        cash: opening,
        reputation: vec![0.0; scenario.guide.industries.len()],
        staff: Role::ALL.map(|role| Staff {
            name: scenario.guide.staff[role.index()].clone(),
            skill: rules.work.skill,
            reduced: 0,
            changed: None,
            submitted: false,
        }),
        phases_before: relations.iter().map(|r| r.phase).collect(),
        relations,
        deals: Backlog::new(),
        tickets: Vec::new(),
        tasks: Vec::new(),
        next_task: 1,
        articles: [0; 3],
        solved: [0; 3],
        strategy: None,
        evaluations: Vec::new(),
        opening: Opening::Filled,
        plan: Vec::new(),
        last_plan: Vec::new(),
        dropped: Vec::new(),
        next_card: 1,
        ledger: vec![Entry { round: Round(0), kind: EntryKind::Opening, amount: opening, customer: None, deal: None }],
        interactions: Vec::new(),
        forecast: None,
        months: Vec::new(),
        report: TeamReport::default(),
        past: Vec::new(),
        breaches: Vec::new(),
        bribe_found: false,
        notes: Arc::default(),
    }
}

impl Relation {
    /// A customer nobody has heard of.
    #[must_use]
    pub fn new(rules: &Rules) -> Relation {
        let start = &rules.relations;
        Relation {
            phase: Phase::Unknown,
            found: None,
            expectation: start.expectation,
            satisfaction: start.satisfaction,
            trust: start.trust,
            commitment: 0.0,
            records: 0.0,
            bond: 0.0,
            negative: 0.0,
            shock: 0.0,
            silent: 0,
            contacted: false,
            orders: 0,
            won: 0,
            revenue: Fen::ZERO,
            contribution: Fen::ZERO,
            last_order: None,
            last_amount: Fen::ZERO,
            discounts: 0.0,
            qualified: false,
            kind: Kind::Intending,
            level: Level::default(),
            tier: None::<Tier>,
            contacts: [ContactState::default(); super::scenario::MAX_CONTACTS],
            surveyed: None,
            held: [0; 5],
            lost: None,
            lost_cause: None,
            selling_hours: 0.0,
            care_hours: 0.0,
            checked: false,
            asked_referral: false,
            trust_lost_by_resignation: 0.0,
            service: ServiceLevel::Standard,
            silent_failure: None,
            referred: Vec::new(),
            own_loss: Fen::ZERO,
            gifts_year: Fen::ZERO,
            blow: None,
            poached: 0,
            critical_rounds: 0,
        }
    }

    /// Known before the game, with `orders` behind it.
    fn open(&mut self, orders: u16, order_value: Fen) {
        self.found = Some((Found::AtStart, Round(0)));
        self.orders = orders;
        self.phase = if orders > 0 { Phase::Exploration } else { Phase::Awareness };
        if orders > 0 {
            self.qualified = true;
            self.level = Level::Accountable;
            self.last_order = Some(Round(0));
            self.last_amount = order_value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{game, near, scenario};

    fn values(seed: u64) -> Vec<Fen> {
        game(seed, 1).customers.iter().skip(1).map(|c| c.order_value).collect()
    }

    #[test]
    fn known_and_installed_customers_are_as_many_as_the_market_says() {
        for seed in 0..20 {
            let state = game(seed, 2);
            for team in &state.teams {
                let known: Vec<&Relation> = team.relations.iter().filter(|r| r.known()).collect();
                let bought = known.iter().filter(|r| r.orders > 0).count();
                assert_eq!((known.len(), bought), (6, 3));
                assert!(!team.relations[0].known(), "the named customer is still to be met");
                for relation in known {
                    assert_eq!(relation.found, Some((Found::AtStart, Round(0))));
                    assert_eq!((relation.expectation, relation.satisfaction, relation.trust, relation.commitment), (60.0, 60.0, 30.0, 0.0));
                    assert_eq!(relation.phase, if relation.orders > 0 { Phase::Exploration } else { Phase::Awareness });
                }
                assert_eq!((team.cash, team.ledger.len()), (Fen::yuan(500_000), 1));
            }
        }
    }

    #[test]
    fn every_board_has_the_same_curve_in_another_order() {
        let sorted = |seed| {
            let mut values = values(seed);
            values.sort_unstable();
            values
        };
        assert_eq!(sorted(1), sorted(2));
        assert_ne!(values(1), values(2));
        assert_eq!(values(3), values(3));
    }

    #[test]
    fn values_have_the_mean_of_the_market_and_its_spread() {
        let values = values(1);
        let total: f64 = values.iter().map(|v| v.to_yuan()).sum();
        assert!((total / 19.0 - 99_000.0).abs() < 0.01, "{total}");
        let mut sorted: Vec<f64> = values.iter().map(|v| v.to_yuan()).collect();
        sorted.sort_by(f64::total_cmp);
        // the middle stratum is z = 0; one standard deviation above it lies exp(1.5) as high
        let ratio = sorted[18] / sorted[9];
        let expected = exp(1.5 * normal_quantile(18.5 / 19.0));
        assert!((ratio / expected - 1.0).abs() < 1e-4, "{ratio} {expected}");
    }

    #[test]
    fn f29_the_top_fifth_holds_three_quarters() {
        for (sigma, share) in [(1.5, 0.74), (1.68, 0.80)] {
            let mut scenario = (*scenario()).clone();
            (scenario.market.sigma, scenario.market.customers) = (sigma, 401);
            let luck = Luck::new(&scenario, 5);
            let mut values: Vec<Fen> = customers(&scenario, &luck).iter().skip(1).map(|c| c.order_value).collect();
            values.sort_unstable_by_key(|&v| std::cmp::Reverse(v));
            let top: Fen = values[..80].iter().copied().sum();
            let all: Fen = values.into_iter().sum();
            let found = top.to_yuan() / all.to_yuan();
            assert!((found - share).abs() < 0.02, "sigma {sigma}: {found}");
        }
    }

    #[test]
    fn weights_of_a_committee_follow_the_roles_and_sum_to_one() {
        use BuyingRole::{DecisionMaker, Gatekeeper, Purchaser, User};
        let weights = |roles: &[BuyingRole]| {
            let people = roles.iter().map(|&role| Contact { name: Text::default(), role, style: Style::A, weight: 0.0 }).collect();
            committee(&Rules::default(), people).iter().map(|c| c.weight).collect::<Vec<_>>()
        };
        for (roles, expected) in [
            (&[DecisionMaker, Gatekeeper, User, Purchaser][..], &[0.35, 0.25, 0.20, 0.20][..]),
            (&[DecisionMaker, User, User, Purchaser, Gatekeeper], &[0.35, 0.10, 0.10, 0.20, 0.25]),
            (&[DecisionMaker, Purchaser], &[0.35 / 0.55, 0.20 / 0.55]),
        ] {
            for (found, &expected) in weights(roles).into_iter().zip(expected) {
                near(found, expected);
            }
        }
    }

    #[test]
    fn customers_are_the_same_for_every_team_and_mirrors_share_their_luck() {
        let state = game(4, 3);
        assert_eq!((state.worlds.len(), state.customers.len()), (3, 20));
        assert!(state.teams.iter().all(|t| t.actor == Actor::FIRST_TEAM && t.relations == state.teams[0].relations));
        let shared =
            State::new(scenario(), &Setup { seed: 4, market: MarketKind::Shared, rounds: 3, teams: vec!["a".into(), "b".into()], recording: Recording::Off });
        assert_eq!((shared.worlds.len(), shared.rounds), (1, 6), "never fewer rounds than the scenario's least");
        assert_eq!(shared.teams.iter().map(|t| t.actor).collect::<Vec<_>>(), [Actor(10), Actor(11)]);
        assert_eq!(shared.customers, state.customers);
    }

    #[test]
    fn about_half_of_the_market_has_a_supplier() {
        let supplied: usize = (0..100).map(|seed| game(seed, 1).worlds[0].incumbents.iter().skip(1).flatten().count()).sum();
        assert!((supplied as f64 / 1_900.0 - 0.5).abs() < 0.04, "{supplied}");
    }
}
