//! What must be so to the last bit: the same decisions end the same way, and a decision moves no luck but its own.

use super::games::{game, plan};
use crate::bots::{self, BotLuck, Policy};
use crate::sim::cards::Action;
use crate::sim::game::Game;
use crate::sim::luck::draw::{Actor, Luck};
use crate::sim::luck::events::Trouble;
use crate::sim::planning::command::Command;
use crate::sim::scenario::Scenario;
use crate::sim::state::{DealOutcome, MarketKind, Relation, Team, World};
use crate::sim::terms::Winner;
use crate::sim::units::{CustomerId, Minutes, Role, Round, Seat, Source, TeamId};
use crate::sim::{apply, cards, hash, resolve, view_now};
use std::sync::Arc;

/// Two teams of the same decisions in a mirror market, and the same game again.
pub(super) fn mirror(scenario: &Arc<Scenario>, seed: u64, policy: &Policy) -> u32 {
    let policies = vec![policy.clone(); 2];
    let play = || {
        let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, 2);
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
        // who won, and who gave up, is told by its place
        for need in world.needs.iter_mut() {
            if let Some(Winner::Team(team)) = &mut need.winner {
                *team = TeamId(0);
            }
        }
        for pooled in &mut world.pool {
            pooled.from = TeamId(0);
        }
        serde_json::to_vec(&world).unwrap_or_default()
    };
    let worlds_differ = world(&state.worlds[0]) != world(&state.worlds[1]);
    let teams_differ = bytes(&state.teams[0]) != bytes(&state.teams[1]);
    let runs_differ = hash(&state) != hash(&again);
    u32::from(worlds_differ || teams_differ) + u32::from(runs_differ)
}

/// The same game twice, with one more care visit in the middle of the second: what does not depend on that visit
/// must not move. Needs of the market never depend on it; other customers only by way of what the team shares
/// between customers: reputation, the service queue, who is known, who works for it, whose turn it is among the salespeople, the
/// customer pyramid.
pub(super) fn interference(scenario: &Arc<Scenario>, seed: u64, reference: &Policy) -> (u64, u64) {
    let policy = Policy { sales_care: 0, free_checks: 0, ..reference.clone() };
    let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, 1);
    let change = 3 + (seed % 5) as u16;
    let mut other: Option<(Game, CustomerId)> = None;
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
            .needs
            .iter()
            .filter(|o| o.id.source == Source::Stochastic)
            .zip(other.worlds[0].needs.iter().filter(|o| o.id.source == Source::Stochastic))
        {
            if x.id == y.id {
                compared += 1;
                moved += u64::from((x.value, x.class, x.quantity, x.budget, x.due) != (y.value, y.class, y.quantity, y.budget, y.due));
            }
        }
        let known = |t: &Team| t.relations.iter().map(|r| r.history.found.is_some()).collect::<Vec<_>>();
        // customers that change hands go to whoever has the fewest
        let kept = |t: &Team| t.relations.get(visited.index()).map(|r| (r.ownership.owner, r.ownership.pooled, r.ownership.orphaned));
        // what a customer brings in decides its place in the pyramid, and the places of all the others
        let levels = |t: &Team| t.relations.iter().map(|r| r.classification.level).collect::<Vec<_>>();
        // an hour more may be the one that makes overwork
        let people = |t: &Team| t.staff.iter().map(|staff| staff.changed).collect::<Vec<_>>();
        apart = apart || kept(a) != kept(b) || levels(a) != levels(b) || people(a) != people(b);
        apart = apart
            || a.reputation != b.reputation
            || a.service_desk.tickets != b.service_desk.tickets
            || known(a) != known(b)
            || a.cash().0 < 0
            || b.cash().0 < 0;
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
pub(super) fn rework(scenario: &Scenario, seed: u64) -> (f64, u32) {
    let luck = Luck::of(&scenario.guide.id, seed, seed);
    let [low, high] = scenario.guide.rules.service.rework;
    let customers = scenario.market.customers;
    let mut sum = 0.0;
    for customer in 0..customers {
        for round in 1..=scenario.guide.rounds {
            sum += low + (high - low) * luck.block(Actor::FIRST_TEAM, CustomerId(customer), Round(round), Source::Stochastic.slot()).uniform(Trouble::Rework);
        }
    }
    (sum, u32::from(customers) * u32::from(scenario.guide.rounds))
}

/// As `play_month`, keeping what was said.
fn record_month(state: &mut Game, team: TeamId, policy: &Policy, commands: &mut Vec<(Seat, Command)>) {
    let seat = |role| Seat { team, role };
    if state.round.0 == 1 {
        commands.push((seat(Role::Developer), bots::open_game()));
    }
    let view = view_now(state, seat(Role::Developer));
    let luck = state.luck.clone();
    let luck = BotLuck::new(&luck, team);
    for &role in view.guide.roles() {
        commands.extend(bots::decide(policy, &view, role, &luck).into_iter().map(|command| (seat(role), command)));
    }
    for (seat, command) in commands.iter() {
        let _ = apply(state, *seat, command.clone());
    }
}

/// Adds one care visit by the account manager to the plan; whom it goes to, if anybody.
fn visit_one_more(state: &mut Game, team: TeamId) -> Option<CustomerId> {
    use crate::sim::cards::Card;
    let seat = Seat { team, role: Role::AccountManager };
    let customer = state.teams[team.index()].relations.iter().position(Relation::active).map(CustomerId::at)?;
    // make room: the forecast is the card on which no customer depends
    let forecast = state.desks[team.index()].plan.iter().find(|c| c.card.action == Action::Forecast(cards::Forecast)).map(|c| c.id);
    if let Some(card) = forecast {
        apply(state, seat, Command::Remove(card)).ok()?;
    }
    let card = Card { action: Action::Care(cards::Care { visits: vec![(customer, Minutes::from_hours(1))] }), write_up: false };
    apply(state, seat, Command::Add(card)).ok()?;
    Some(customer)
}
