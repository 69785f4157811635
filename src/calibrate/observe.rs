//! Plays every game that the facts need on one seed, and notes what they need to know.

use super::board::{Board, Outcome, Resignation};
use super::games::{Tally, game, mirror_game, plan, worth};
use super::measure::{Figure, Finished};
use super::variants;
use crate::bots::{BotKind, Policy};
use crate::scenario::{Measure, OwnFact};
use crate::sim::command::{Action, Command};
use crate::sim::draw::{Actor, Luck, Purpose};
use crate::sim::report::Winner;
use crate::sim::scenario::Scenario;
use crate::sim::score::Benchmarks;
use crate::sim::state::{Deal, DealOutcome, MarketKind, State, Team, World};
use crate::sim::units::{CustomerId, Minutes, Role, Round, Seat, Source, TeamId};
use crate::sim::{apply, resolve};
use std::sync::Arc;

/// The scenario as it is and with things left out, and what to look at in it.
pub struct Laboratory {
    pub scenario: Arc<Scenario>,
    calm: Arc<Scenario>,
    calm_stays: Arc<Scenario>,
    focus: Option<CustomerId>,
    resigns: u16,
    /// By `BotKind::ALL`, then the other policies of the scenario's own facts.
    played: Vec<Policy>,
    /// The scenario's own facts, each with the places of its policies.
    own: Vec<(OwnFact, [usize; 2])>,
}

/// Rounds looked at after a resignation.
const AFTER: u16 = 12;
/// Where the worth of over-promising is compared.
const HORIZONS: [u16; 3] = [6, 12, 24];
/// Share of what is written up: nothing, typically, everything.
const WRITTEN_UP: [f64; 3] = [0.0, 0.3, 1.0];
/// Boards per seed where one says too little: identical teams in shared markets, and over-promising.
const MORE_BOARDS: u64 = 4;
const IDENTICAL_TEAMS: usize = 4;

impl Laboratory {
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, facts: &[OwnFact]) -> Laboratory {
        let mut played: Vec<Policy> = BotKind::ALL.iter().map(|kind| kind.policy()).collect();
        let mut place = |policy: &Policy| {
            let found = played.iter().position(|other| other == policy);
            found.unwrap_or_else(|| {
                played.push(policy.clone());
                played.len() - 1
            })
        };
        let own = facts.iter().map(|fact| (fact.clone(), [0, 1].map(|i| place(&fact.policies[i].policy)))).collect();
        let calm = variants::without_critical_ticket(&scenario);
        Laboratory {
            calm_stays: variants::without_resignation(&calm),
            calm,
            focus: variants::focus(&scenario),
            resigns: variants::resignation(&scenario).unwrap_or(9),
            played,
            own,
            scenario,
        }
    }

    /// Plays `kind` by another policy than its own.
    pub fn set_policy(&mut self, kind: BotKind, policy: Policy) {
        self.played[kind as usize] = policy;
    }

    fn policy(&self, kind: BotKind) -> &Policy {
        &self.played[kind as usize]
    }

    /// Everything about one seed.
    #[must_use]
    pub fn observe(&self, seed: u64) -> Board {
        let mut board = Board { seed, ..Board::default() };
        (board.bots, board.own) = self.strategies(seed);
        board.no_service_calm = self.outcomes_in(&self.calm, seed, std::slice::from_ref(self.policy(BotKind::NoService))).pop().unwrap_or_default();
        board.resignation = self.resignation(seed);
        board.horizons = self.horizons(seed);
        self.identical(seed, &mut board);
        board.mirror_differs = self.mirror(seed);
        (board.compared, board.moved) = self.interference(seed);
        (board.rework, board.reworks) = self.rework(seed);
        board
    }

    /// A mirror game of the scenario's length, one team per policy: what each came to.
    #[must_use]
    pub fn outcomes(&self, seed: u64, policies: &[Policy]) -> Vec<Outcome> {
        self.outcomes_in(&self.scenario, seed, policies)
    }

    fn outcomes_in(&self, scenario: &Arc<Scenario>, seed: u64, policies: &[Policy]) -> Vec<Outcome> {
        let (state, tallies) = mirror_game(scenario, seed, policies, self.focus);
        state.teams.iter().zip(&tallies).map(|(team, tally)| self.outcome(&state, team, tally)).collect()
    }

    /// All bots, and the policies of the scenario's own facts, in one game: outcomes of the bots, figures of the facts.
    fn strategies(&self, seed: u64) -> (Vec<Outcome>, Vec<[Figure; 2]>) {
        let (state, tallies) = mirror_game(&self.scenario, seed, &self.played, self.focus);
        let worth = |kind: BotKind| crate::sim::score::worth(&state, TeamId::at(kind as usize));
        let benchmarks = Benchmarks { passive: worth(BotKind::Passive), reference: worth(BotKind::Balanced) };
        let figure = |place: usize, measure: Measure| {
            let (team, tally) = (&state.teams[place], &tallies[place]);
            Finished { state: &state, team, tally, benchmarks: &benchmarks, focus: self.focus }.figure(measure)
        };
        let bots = state.teams.iter().zip(&tallies).take(BotKind::ALL.len());
        let outcomes = bots.map(|(team, tally)| self.outcome(&state, team, tally)).collect();
        (outcomes, self.own.iter().map(|(fact, places)| places.map(|place| figure(place, fact.measure))).collect())
    }

    fn outcome(&self, state: &State, team: &Team, tally: &Tally) -> Outcome {
        let mut outcome = Outcome { worth: worth(state, team), first: tally.first, repeat: tally.repeat, kept: !tally.focus_lost, ..Outcome::default() };
        if let Some(focus) = self.focus {
            let relation = team.relation(focus);
            outcome.trial_won = relation.won > 0;
            outcome.focus_revenue = relation.revenue.to_yuan();
            outcome.stable = tally.focus_stable;
        }
        for relation in team.relations.iter().filter(|r| r.won > 0) {
            outcome.satisfaction += relation.satisfaction;
            outcome.customers += 1;
        }
        outcome
    }

    /// With and without the resignation, nothing, little and everything written up; no critical ticket.
    #[must_use]
    pub fn resignation(&self, seed: u64) -> [Resignation; 3] {
        let policies = WRITTEN_UP.map(|write_up| Policy { write_up, ..self.policy(BotKind::Balanced).clone() });
        let mut result = [Resignation::default(); 3];
        for (place, scenario) in [&self.calm, &self.calm_stays].into_iter().enumerate() {
            let mut state = game(scenario, seed, MarketKind::Mirror, self.resigns + AFTER, policies.len());
            while !state.over() {
                plan(&mut state, &policies);
                let round = state.round;
                resolve(&mut state);
                if round.0 <= self.resigns || round.0 > self.resigns + AFTER {
                    continue;
                }
                for (noted, team) in result.iter_mut().zip(&state.teams) {
                    noted.revenue[place] += team.months.last().map_or(0.0, |m| m.revenue.to_yuan());
                    noted.lost[place] += team.relations.iter().filter(|r| r.lost == Some(round)).count() as u32;
                }
            }
        }
        result
    }

    /// What honest and over-promising teams are worth at each horizon, summed over a few boards: a single one turns on
    /// whether the largest order was won.
    fn horizons(&self, seed: u64) -> [[f64; 3]; 2] {
        let policies = [self.policy(BotKind::Balanced).clone(), self.policy(BotKind::OverPromiser).clone()];
        let mut worths = [[0.0; HORIZONS.len()]; 2];
        for own in boards_of_its_own(seed) {
            let mut state = game(&self.scenario, own, MarketKind::Mirror, HORIZONS[2], policies.len());
            while !state.over() {
                plan(&mut state, &policies);
                let round = state.round.0;
                resolve(&mut state);
                if let Some(place) = HORIZONS.iter().position(|h| *h == round) {
                    for (worths, team) in worths.iter_mut().zip(&state.teams) {
                        worths[place] += worth(&state, team);
                    }
                }
            }
        }
        worths
    }

    /// Identical teams in shared markets: who wins, and whether a raised bid can lose.
    fn identical(&self, seed: u64, board: &mut Board) {
        let policies = vec![self.policy(BotKind::Balanced).clone(); IDENTICAL_TEAMS];
        for own in boards_of_its_own(seed) {
            let mut state = game(&self.scenario, own, MarketKind::Shared, self.scenario.guide.rounds, IDENTICAL_TEAMS);
            while !state.over() {
                plan(&mut state, &policies);
                let raised = (state.round.0 > 2).then(|| raise(&state, usize::from(state.round.0) % IDENTICAL_TEAMS));
                resolve(&mut state);
                if let Some(raised) = raised {
                    raised.compare(&state, board);
                }
            }
            let worths: Vec<f64> = state.teams.iter().map(|t| worth(&state, t)).collect();
            let best = worths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if let Some(place) = worths.iter().position(|w| *w == best) {
                board.identical[place] += 1;
            }
        }
    }

    /// Two teams of the same decisions in a mirror market, and the same game again.
    fn mirror(&self, seed: u64) -> u32 {
        let policies = vec![self.policy(BotKind::Balanced).clone(); 2];
        let play = || {
            let mut state = game(&self.scenario, seed, MarketKind::Mirror, self.scenario.guide.rounds, 2);
            while !state.over() {
                plan(&mut state, &policies);
                resolve(&mut state);
            }
            state
        };
        let (state, again) = (play(), play());
        let bytes = |team: &Team| {
            let mut team = team.clone();
            team.id = TeamId(0);
            for outcome in team.deals.iter_mut().filter_map(|d| d.outcome.as_mut()) {
                if let DealOutcome::Lost(Winner::Team(winner)) = outcome {
                    *winner = TeamId(0);
                }
            }
            serde_json::to_vec(&team).unwrap_or_default()
        };
        let world = |world: &World| {
            let mut world = world.clone();
            // the winner is told by its place
            for need in world.opportunities.iter_mut() {
                if let Some(Winner::Team(team)) = &mut need.winner {
                    *team = TeamId(0);
                }
            }
            serde_json::to_vec(&world).unwrap_or_default()
        };
        let worlds_differ = world(&state.worlds[0]) != world(&state.worlds[1]);
        let teams_differ = bytes(&state.teams[0]) != bytes(&state.teams[1]);
        let runs_differ = crate::sim::hash(&state) != crate::sim::hash(&again);
        u32::from(worlds_differ || teams_differ) + u32::from(runs_differ)
    }

    /// The same game twice, with one more care visit in the middle of the second: what does not depend on that visit
    /// must not move. Needs of the market never depend on it; other customers only by way of what the team shares
    /// between customers: reputation, the service queue, who is known.
    fn interference(&self, seed: u64) -> (u64, u64) {
        let policy = Policy { sales_care: 0, free_checks: 0, ..self.policy(BotKind::Balanced).clone() };
        let mut state = game(&self.scenario, seed, MarketKind::Mirror, self.scenario.guide.rounds, 1);
        let change = 3 + (seed % 5) as u16;
        let mut other: Option<(State, CustomerId)> = None;
        let (mut compared, mut moved, mut apart) = (0, 0, false);
        let team = TeamId(0);
        while !state.over() {
            let mut commands = Vec::new();
            record_month(&mut state, team, &policy, &mut commands);
            match &mut other {
                None if state.round.0 == change => {
                    let mut copy = state.clone();
                    other = visit_one_more(&mut copy, team).map(|customer| (copy, customer));
                }
                None => {}
                Some((other, _)) => {
                    for (seat, command) in &commands {
                        let _ = apply(other, *seat, command.clone());
                    }
                }
            }
            resolve(&mut state);
            let Some((other, visited)) = &mut other else { continue };
            resolve(other);
            let (a, b) = (&state.teams[0], &other.teams[0]);
            for (x, y) in state.worlds[0]
                .opportunities
                .iter()
                .filter(|o| o.id.source == Source::Stochastic)
                .zip(other.worlds[0].opportunities.iter().filter(|o| o.id.source == Source::Stochastic))
            {
                if x.id == y.id {
                    compared += 1;
                    moved += u64::from((x.value, x.class, x.quantity, x.budget, x.due) != (y.value, y.class, y.quantity, y.budget, y.due));
                }
            }
            let known = |t: &Team| t.relations.iter().map(|r| r.found.is_some()).collect::<Vec<_>>();
            apart = apart || a.reputation != b.reputation || a.tickets != b.tickets || known(a) != known(b) || a.cash.0 < 0 || b.cash.0 < 0;
            if apart {
                continue;
            }
            for (index, (x, y)) in a.relations.iter().zip(&b.relations).enumerate() {
                if index != visited.index() {
                    compared += 1;
                    moved += u64::from(x != y);
                }
            }
            for deal in a.deals.iter().filter(|d| d.id.customer != *visited) {
                compared += 1;
                moved += u64::from(b.deal(deal.id) != Some(deal));
            }
        }
        (compared, moved)
    }

    /// Factors of rework as the rules draw them.
    fn rework(&self, seed: u64) -> (f64, u32) {
        let luck = Luck::new(&self.scenario, seed);
        let [low, high] = self.scenario.guide.rules.service.rework;
        let customers = self.scenario.market.customers;
        let mut sum = 0.0;
        for customer in 0..customers {
            for round in 1..=self.scenario.guide.rounds {
                sum += low
                    + (high - low) * luck.draw(Purpose::ReworkCost, Actor::FIRST_TEAM, CustomerId(customer), Round(round), Source::Stochastic.slot()).uniform();
            }
        }
        (sum, u32::from(customers) * u32::from(self.scenario.guide.rounds))
    }
}

/// As `play_month`, keeping what was said.
fn record_month(state: &mut State, team: TeamId, policy: &Policy, commands: &mut Vec<(Seat, Command)>) {
    let seat = |role| Seat { team, role };
    if state.round.0 == 1 {
        commands.push((seat(Role::Developer), crate::bots::open_game()));
    }
    let view = crate::sim::seat_view::view_now(state, seat(Role::Developer));
    let luck = state.luck.clone();
    let luck = crate::bots::BotLuck::new(&luck, team);
    for &role in view.guide.roles() {
        commands.extend(crate::bots::decide(policy, &view, role, &luck).into_iter().map(|command| (seat(role), command)));
    }
    for (seat, command) in commands.iter() {
        let _ = apply(state, *seat, command.clone());
    }
}

/// Adds one care visit by the account manager to the plan; whom it goes to, if anybody.
fn visit_one_more(state: &mut State, team: TeamId) -> Option<CustomerId> {
    use crate::sim::command::Card;
    let seat = Seat { team, role: Role::AccountManager };
    let customer = state.teams[team.index()].relations.iter().position(crate::sim::state::Relation::active).map(CustomerId::at)?;
    apply(state, seat, Command::Withdraw).ok()?;
    // make room: the forecast is the card on which no customer depends
    let forecast = state.teams[team.index()].plan.iter().find(|c| c.card.action == Action::Forecast).map(|c| c.id);
    if let Some(card) = forecast {
        apply(state, seat, Command::Remove(card)).ok()?;
    }
    let card = Card { action: Action::Care { visits: vec![(customer, Minutes::hours(1))] }, write_up: false };
    apply(state, seat, Command::Add(card)).ok()?;
    apply(state, seat, Command::Submit).ok()?;
    Some(customer)
}

/// A state in which one team's bids are all better, resolved; and which bids those are.
/// Boards that belong to a seed, far from any that a person chooses.
fn boards_of_its_own(seed: u64) -> impl Iterator<Item = u64> {
    (1..=MORE_BOARDS).map(move |k| seed ^ (k << 48))
}

struct Raised {
    state: State,
    team: usize,
}

/// Three per cent off everything the team bids on this month.
fn raise(state: &State, team: usize) -> Raised {
    const OFF: f64 = 0.03;
    let mut state = state.clone();
    let own = &mut state.teams[team];
    for quote in own.deals.iter_mut().filter(|d| d.outcome.is_none()).filter_map(|d| d.quote.as_mut()) {
        quote.price = quote.price.scale(1.0 - OFF);
    }
    for card in &mut own.plan {
        if let Action::Pursue { terms, .. } | Action::Quote { terms, .. } = &mut card.card.action {
            terms.discount += OFF;
        }
    }
    resolve(&mut state);
    Raised { state, team }
}

impl Raised {
    fn compare(&self, plain: &State, board: &mut Board) {
        let round = Round(plain.round.0.saturating_sub(1));
        let (plain_team, raised_team) = (&plain.teams[self.team], &self.state.teams[self.team]);
        let world = plain.world(plain_team.id);
        let decided = |deal: &Deal| world.opportunity(deal.id).is_some_and(|o| o.due == round);
        for deal in plain_team.deals.iter().filter(|d| decided(d)) {
            // winning one need of a customer may change how it sees the other
            let alone = plain_team.deals.iter().filter(|d| d.id.customer == deal.id.customer && decided(d)).count() == 1;
            if alone && matches!(deal.outcome, Some(DealOutcome::Won(_))) {
                board.raised += 1;
                let still = raised_team.deal(deal.id).is_some_and(|d| matches!(d.outcome, Some(DealOutcome::Won(_))));
                board.turned += u32::from(!still);
            }
        }
    }
}
