//! `result.json`: how a game ended, team by team, in the order in which they were given. Money in fen.

use super::export::{PHASES, customer_id, phase_id};
use rapport::room::{Hash, Player, Room};
use rapport::sim;
use rapport::sim::journal::effect::Cause;
use rapport::sim::journal::report::Happened;
use rapport::sim::score::{Score, worth};
use rapport::sim::state::{MarketKind, Relation, Team};
use rapport::sim::terms::Phase;
use rapport::sim::units::{CustomerId, TeamId};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct GameResult {
    pub scenario: String,
    pub seed: u64,
    pub luck: u64,
    pub market: &'static str,
    pub rounds: u16,
    pub final_hash: String,
    pub teams: Vec<TeamResult>,
}

#[derive(Serialize)]
pub struct TeamResult {
    pub name: String,
    /// The bot that played every role; `person` or `mixed` where not one bot did.
    pub bot: String,
    pub score: Score,
    pub cash: i64,
    pub revenue: i64,
    pub contribution: i64,
    pub customer_equity: i64,
    pub orders: usize,
    pub churned: usize,
    pub customers_by_phase: BTreeMap<&'static str, usize>,
    pub named: Vec<NamedResult>,
}

#[derive(Serialize)]
pub struct NamedResult {
    pub id: String,
    pub phase: &'static str,
    pub orders: u16,
    pub revenue: i64,
    pub lost_round: Option<u16>,
    pub cause_of_loss: Option<String>,
    /// The same, for whoever tells it in words.
    #[serde(skip)]
    pub lost_cause: Option<Cause>,
}

pub fn of(room: &Room) -> GameResult {
    let state = room.truth();
    GameResult {
        scenario: state.scenario.guide.id.to_string(),
        seed: state.luck.board,
        luck: state.luck.outcomes,
        market: match state.market {
            MarketKind::Mirror => "mirror",
            MarketKind::Shared => "shared",
        },
        rounds: state.rounds,
        final_hash: Hash(sim::hash(state)).to_string(),
        teams: state.teams.iter().map(|of| team(room, of)).collect(),
    }
}

fn team(room: &Room, team: &Team) -> TeamResult {
    let state = room.truth();
    let setup = &room.setup().teams[team.id.index()];
    let worth = worth(state, team.id);
    let phases = |phase: Phase| team.relations.iter().filter(|relation| relation.phase == phase).count();
    let named = team.relations.iter().enumerate().filter(|(place, _)| state.customers[*place].named);
    TeamResult {
        name: team.name.clone(),
        bot: match setup.all_alike() {
            Some(player) => String::from(player),
            None if setup.players.contains(&Player::Person) => "mixed".to_owned(),
            None => "mixed bots".to_owned(),
        },
        score: room.score(team.id),
        cash: team.cash().0,
        revenue: team.books.months.iter().map(|month| month.revenue.0).sum(),
        contribution: worth.contribution.0,
        customer_equity: worth.equity.0,
        orders: team.relations.iter().map(|r| usize::from(r.history.won)).sum(),
        churned: churned(room, team.id),
        customers_by_phase: PHASES.into_iter().map(|phase| (phase_id(phase), phases(phase))).collect(),
        named: named.map(|(place, relation)| self::named(customer_id(state, CustomerId::at(place)), relation)).collect(),
    }
}

/// Losses of customers, one that was won back and lost again counted twice.
fn churned(room: &Room, team: TeamId) -> usize {
    let rounds = (1..room.round().0).filter_map(|round| room.report(sim::units::Round(round)));
    rounds.filter_map(|report| report.teams.get(team.index())).flat_map(|team| &team.happened).filter(|h| matches!(h, Happened::Churned { .. })).count()
}

fn named(id: String, relation: &Relation) -> NamedResult {
    NamedResult {
        id,
        phase: phase_id(relation.phase),
        orders: relation.history.won,
        revenue: relation.history.revenue.0,
        lost_round: relation.history.lost.map(|round| round.0),
        cause_of_loss: relation.history.lost_cause.map(|cause| snake_case(&format!("{cause:?}"))),
        lost_cause: relation.history.lost_cause,
    }
}

/// `TicketUnanswered` as `ticket_unanswered`.
pub fn snake_case(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}
