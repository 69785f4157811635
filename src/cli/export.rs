//! The tables of a game: orders, interactions, relations (docs/model.md#tables). Money in yuan, one line per thing.

use anyhow::{Context, Result};
use rapport::insight::orders::of_ledger;
use rapport::room::Room;
use rapport::sim::game::Game;
use rapport::sim::journal::report::{InteractionKind, Outcome};
use rapport::sim::scenario::Line;
use rapport::sim::state::Team;
use rapport::sim::terms::Phase;
use rapport::sim::units::{ContactId, CustomerId, Role, Round};

/// Gathers what only shows while the game goes on.
pub struct Export {
    relations: csv::Writer<Vec<u8>>,
}

/// Files as bytes.
pub struct Tables {
    pub orders: Vec<u8>,
    pub interactions: Vec<u8>,
    pub relations: Vec<u8>,
}

impl Export {
    pub fn new() -> Export {
        Export { relations: csv::Writer::from_writer(Vec::new()) }
    }

    /// Notes how every known customer stands after the round just resolved.
    pub fn round(&mut self, room: &Room) -> Result<()> {
        let state = room.truth();
        let round = state.round.0.saturating_sub(1);
        if round <= 1 {
            self.relations.write_record(["team", "customer_id", "round", "phase", "E", "S", "T", "C", "R", "neg", "reputation"])?;
        }
        for team in &state.teams {
            for (place, relation) in team.relations.iter().enumerate().filter(|(_, relation)| relation.known()) {
                let industry = state.customers[place].industry.index();
                let number = |value: f64| format!("{value:.3}");
                self.relations.write_record([
                    team.name.clone(),
                    customer_id(state, CustomerId::at(place)),
                    round.to_string(),
                    phase_id(relation.phase).to_owned(),
                    number(relation.measures.expectation()),
                    number(relation.measures.satisfaction()),
                    number(relation.measures.trust()),
                    number(relation.measures.commitment()),
                    number(relation.measures.records()),
                    number(relation.measures.negative()),
                    number(team.reputation.by_industry().get(industry).copied().unwrap_or_default()),
                ])?;
            }
        }
        Ok(())
    }

    pub fn finish(self, room: &Room) -> Result<Tables> {
        let state = room.truth();
        Ok(Tables { orders: orders(state)?, interactions: interactions(state)?, relations: bytes(self.relations)? })
    }
}

fn bytes(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>> {
    writer.into_inner().map_err(|error| anyhow::anyhow!("{}", error.error())).context("a table in memory")
}

/// One line per order; several products of an order are joined with `+`, their numbers summed.
fn orders(state: &Game) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["team", "customer_id", "date", "round", "amount", "margin", "list_price", "product", "quantity"])?;
    for team in &state.teams {
        for order in of_ledger(&state.scenario.guide, team.books.ledger.entries()) {
            let quote = order.deal.and_then(|deal| team.deal(deal)).and_then(|deal| deal.quote.as_ref());
            let lines = quote.map(|quote| quote.lines.as_slice()).unwrap_or_default();
            let (products, pieces): (Vec<&str>, u64) = match order.deal {
                Some(_) => (products(state, lines), lines.iter().map(|line| u64::from(line.quantity)).sum()),
                None => {
                    let products = contract_products(state, team, order.customer, order.round);
                    let count = products.len() as u64;
                    (products, count)
                }
            };
            table.write_record([
                team.name.clone(),
                customer_id(state, order.customer),
                order.date.to_string(),
                order.round.0.to_string(),
                order.amount.to_string(),
                order.margin.to_string(),
                quote.map_or(order.amount, |quote| quote.list_price).to_string(),
                products.join("+"),
                pieces.to_string(),
            ])?;
        }
    }
    bytes(table)
}

fn products<'s>(state: &'s Game, lines: &[Line]) -> Vec<&'s str> {
    lines.iter().filter_map(|line| state.scenario.guide.products.get(line.product.index())).map(|p| &*p.id).collect()
}

fn contract_products<'s>(state: &'s Game, team: &Team, customer: CustomerId, round: Round) -> Vec<&'s str> {
    let guide = &state.scenario.guide;
    let running = team.contracts.iter().filter(|c| c.customer == customer && c.from <= round && round <= c.ends);
    running.filter_map(|c| guide.products.get(guide.need_classes.get(c.class.index())?.product.index())).map(|p| &*p.id).collect()
}

fn interactions(state: &Game) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["team", "customer_id", "round", "role", "kind", "contact", "minutes", "cost", "outcome", "written_up"])?;
    for (team, journal) in state.teams.iter().zip(&state.journal.teams) {
        for line in &journal.interactions {
            table.write_record([
                team.name.clone(),
                customer_id(state, line.customer),
                line.round.0.to_string(),
                role_id(line.role).to_owned(),
                kind_id(line.kind).to_owned(),
                line.contact.map(|contact| contact_id(state, line.customer, contact)).unwrap_or_default(),
                line.minutes.0.to_string(),
                line.cost.to_string(),
                outcome_id(line.outcome).to_owned(),
                line.written_up.to_string(),
            ])?;
        }
    }
    bytes(table)
}

/// The scenario's id of a named customer, else `c` and its place.
pub fn customer_id(state: &Game, customer: CustomerId) -> String {
    let named = state.customers.get(customer.index()).and_then(|c| state.scenario.customers.get(c.definition?));
    named.map_or_else(|| format!("c{:03}", customer.0), |def| def.id.to_string())
}

fn contact_id(state: &Game, customer: CustomerId, contact: ContactId) -> String {
    let named = state.customers.get(customer.index()).and_then(|c| state.scenario.customers.get(c.definition?)?.contacts.get(contact.index()));
    named.map_or_else(|| format!("p{}", contact.0 + 1), |def| def.id.to_string())
}

pub const PHASES: [Phase; 7] = [Phase::Unknown, Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost];

pub fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Unknown => "unknown",
        Phase::Awareness => "awareness",
        Phase::Exploration => "exploration",
        Phase::Formation => "formation",
        Phase::Stability => "stability",
        Phase::Decline => "decline",
        Phase::Lost => "lost",
    }
}

fn role_id(role: Role) -> &'static str {
    match role {
        Role::Developer => "developer",
        Role::AccountManager => "account_manager",
        Role::Service => "service",
        Role::Cultivator => "cultivator",
        Role::ProductSpecialist => "product_specialist",
    }
}

fn kind_id(kind: InteractionKind) -> &'static str {
    match kind {
        InteractionKind::Qualify => "qualify",
        InteractionKind::Research => "research",
        InteractionKind::Referral => "referral",
        InteractionKind::Call => "call",
        InteractionKind::Decline => "decline",
        InteractionKind::Preparation => "preparation",
        InteractionKind::Demo => "demo",
        InteractionKind::FreeCheck => "free_check",
        InteractionKind::Quote => "quote",
        InteractionKind::Gift => "gift",
        InteractionKind::Handover => "handover",
        InteractionKind::WinBack => "win_back",
        InteractionKind::Care => "care",
        InteractionKind::Ticket => "ticket",
        InteractionKind::Check => "check",
        InteractionKind::Compensation => "compensation",
        InteractionKind::Survey => "survey",
        InteractionKind::Bid => "bid",
        InteractionKind::Rebate => "rebate",
        InteractionKind::Nurture => "nurture",
        InteractionKind::Design => "design",
    }
}

fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Advance => "advance",
        Outcome::Continuation => "continuation",
        Outcome::Found => "found",
        Outcome::Nothing => "nothing",
        Outcome::Solved => "solved",
        Outcome::Refused => "refused",
    }
}
