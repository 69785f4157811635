//! From a scenario and a seed to the first month: customers, relations, teams.

use crate::sim::company::tools;
use crate::sim::game::{Desk, Game};
use crate::sim::journal::measures::Reputation;
use crate::sim::journal::{Journal, Recording};
use crate::sim::luck::draw::{Actor, Luck};
use crate::sim::market::population;
use crate::sim::month::news;
use crate::sim::scenario::Scenario;
use crate::sim::state::RivalEdge;
use crate::sim::state::backlog::Backlog;
use crate::sim::state::staff::{Post, Staff};
use crate::sim::state::{Audit, Books, Compliance, Customer, Management, MarketKind, Marketing, Relation, ServiceDesk, State, Team, Warehouse, World};
use crate::sim::terms::{Found, Level, Phase};
use crate::sim::units::{CustomerId, Fen, RivalId, Role, Round, TeamId};
use std::sync::Arc;

/// What a game is started with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Names the board: who the customers are and what they need, with the scenario's id.
    pub seed: u64,
    /// Names how chances fall; mostly the same number.
    pub luck: u64,
    /// Whether the teams compete or each has a copy of the market.
    pub market: MarketKind,
    /// How far gifts are offered.
    pub compliance: Compliance,
    /// Rounds to play; kept to at least the scenario's least.
    pub rounds: u16,
    /// Names of the teams, in order.
    pub teams: Vec<String>,
    /// What the journal keeps; the rules do not notice.
    pub recording: Recording,
}

impl Game {
    /// The game before its first plan: round 1 with its news, needs and tickets.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, setup: &Setup) -> Game {
        let luck = Luck::of(&scenario.guide.id, setup.seed, setup.luck);
        let customers = Arc::new(population::customers(&scenario, &luck));
        let worlds = match setup.market {
            MarketKind::Mirror => setup.teams.len(),
            MarketKind::Shared => 1,
        };
        let incumbents: Vec<Option<RivalId>> = customers.iter().map(|c| c.incumbent).collect();
        let known = population::known_at_start(&scenario, &customers);
        let teams = setup.teams.iter().enumerate().map(|(i, name)| team(&scenario, setup.market, i, name, &customers, &known)).collect();
        let state = State {
            luck,
            market: setup.market,
            compliance: setup.compliance,
            rounds: setup.rounds.max(scenario.guide.least_rounds).max(1),
            round: Round(1),
            worlds: vec![
                World { incumbents, needs: Backlog::new(), price_war: 0, rivals: RivalEdge::default(), tenders: Vec::new(), pool: Vec::new() };
                worlds
            ],
            teams,
            customers,
            scenario,
        };
        let mut journal = Journal::new(setup.teams.len(), setup.recording);
        for (journal, team) in journal.teams.iter_mut().zip(&state.teams) {
            journal.month_begins(team.relations.iter().map(|r| r.phase));
        }
        let desks = vec![Desk { next_card: 1, ..Desk::default() }; state.teams.len()];
        let mut game = Game { state, desks, journal };
        for team in 0..game.teams.len() {
            game.turn(team).running_contracts();
        }
        news::open_round(&mut game);
        game
    }
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
    let mut joined = 0;
    let staff = Role::ALL.map(|role| staff(scenario, role, &mut joined));
    let managers = staff[Role::AccountManager.index()].posts.len().max(1);
    for (turn, relation) in relations.iter_mut().filter(|r| r.known()).enumerate() {
        relation.ownership.owner = (turn % managers) as u8;
        relation.ownership.served_by = relation.ownership.owner;
    }
    let opening = scenario.guide.opening_cash;
    let tools = tools::at_start(&rules.tools, relations.iter().filter(|r| r.known()).count());
    Team {
        id: TeamId::at(index),
        name: name.to_owned(),
        actor,
        reputation: Reputation::unknown(scenario.guide.industries.len()),
        staff,
        joined,
        relations,
        deals: Backlog::new(),
        contracts: Backlog::new(),
        bids: Vec::new(),
        management: Management::default(),
        books: Books::opened(opening),
        warehouse: Warehouse::holding(scenario.guide.products.iter().map(|product| product.stock).collect()),
        service_desk: ServiceDesk::default(),
        marketing: Marketing::default(),
        audit: Audit::default(),
        tools,
        investments: [None; 2],
        notes: Arc::default(),
    }
}

/// The first of a role has the name that the file gives, the others have theirs from the list of newcomers.
fn staff(scenario: &Scenario, role: Role, joined: &mut u16) -> Staff {
    let guide = &scenario.guide;
    let post = |place: u16| {
        let name = if place == 0 { guide.staff[role.index()].clone() } else { guide.newcomer(joined) };
        Post::new(name, guide.rules.work.skill)
    };
    Staff { posts: (0..guide.roster.people(role)).map(post).collect(), ..Staff::default() }
}

impl Relation {
    /// Known before the game, with `orders` behind it.
    fn open(&mut self, orders: u16, order_value: Fen) {
        self.history.found = Some((Found::AtStart, Round(0)));
        self.history.orders = orders;
        self.phase = if orders > 0 { Phase::Exploration } else { Phase::Awareness };
        if orders > 0 {
            self.classification.qualified = true;
            self.classification.level = Level::Accountable;
            self.history.last_order = Some(Round(0));
            self.history.last_amount = order_value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{game, scenario};

    #[test]
    fn known_and_installed_customers_are_as_many_as_the_market_says() {
        for seed in 0..20 {
            let state = game(seed, 2);
            for team in &state.teams {
                let known: Vec<&Relation> = team.relations.iter().filter(|r| r.known()).collect();
                let bought = known.iter().filter(|r| r.history.orders > 0).count();
                assert_eq!((known.len(), bought), (6, 3));
                assert!(!team.relations[0].known(), "the named customer is still to be met");
                for relation in known {
                    assert_eq!(relation.history.found, Some((Found::AtStart, Round(0))));
                    assert_eq!(
                        (relation.measures.expectation, relation.measures.satisfaction, relation.measures.trust, relation.measures.commitment),
                        (60.0, 60.0, 30.0, 0.0)
                    );
                    assert_eq!(relation.phase, if relation.history.orders > 0 { Phase::Exploration } else { Phase::Awareness });
                }
                assert_eq!((team.books.ledger.cash, team.books.ledger.entries.len()), (Fen::yuan(500_000), 1));
            }
        }
    }

    #[test]
    fn customers_are_the_same_for_every_team_and_mirrors_share_their_luck() {
        let state = game(4, 3);
        assert_eq!((state.worlds.len(), state.customers.len()), (3, 20));
        assert!(state.teams.iter().all(|t| t.actor == Actor::FIRST_TEAM && t.relations == state.teams[0].relations));
        let shared = Game::new(
            scenario(),
            &Setup {
                seed: 4,
                luck: 4,
                market: MarketKind::Shared,
                compliance: Compliance::Show,
                rounds: 3,
                teams: vec!["a".into(), "b".into()],
                recording: Recording::Off,
            },
        );
        assert_eq!((shared.worlds.len(), shared.rounds), (1, 6), "never fewer rounds than the scenario's least");
        assert_eq!(shared.teams.iter().map(|t| t.actor).collect::<Vec<_>>(), [Actor(10), Actor(11)]);
        assert_eq!(shared.customers, state.customers);
    }
}
