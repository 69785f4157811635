//! Customers as a team knows them.

use crate::sim::game::Game;
use crate::sim::knowledge::{ContactView, CustomerView};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{MAX_CONTACTS, Severity};
use crate::sim::state::pyramid::{self, Basis};
use crate::sim::state::{Customer, Relation, Team, Ticket, TicketState};
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::{ContactId, CustomerId, Round};
use arrayvec::ArrayVec;

pub(super) fn customers(game: &Game, team: &Team) -> Vec<CustomerView> {
    let old = |t: &&Ticket| t.state == TicketState::Open && t.id.born < game.state.round;
    let waiting: Vec<CustomerId> = team.service_desk.tickets.open().iter().filter(old).map(|t| t.id.customer).collect();
    let ranked = pyramid::of_team(team);
    let tiers = pyramid::by_id(team, &ranked);
    let mut list = Vec::with_capacity(ranked.len());
    for (id, seen) in pyramid::seen(team, &game.state.customers, &tiers) {
        list.push(customer(game, team, id, (tiers[id.index()], seen), &waiting));
    }
    list
}

/// Its tier by contribution, and the one the team sees. `waiting`: customers with a ticket of an earlier month.
fn customer(game: &Game, team: &Team, id: CustomerId, (tier, seen): (Tier, Option<(Tier, Basis)>), waiting: &[CustomerId]) -> CustomerView {
    let (state, journal) = (&game.state, &game.journal.teams[team.id.index()]);
    let (relation, traits) = (team.relation(id), &state.customers[id.index()]);
    let rules = &state.scenario.guide.rules;
    let informed = relation.informed();
    CustomerView {
        id,
        card: traits.card.clone(),
        phase: relation.phase,
        phase_before: journal.phases_before.get(id.index()).copied().unwrap_or(relation.phase),
        found: relation.history.found,
        qualified: relation.classification.qualified,
        yearly_value: informed.then(|| traits.yearly_value()),
        price_sensitivity: relation.classification.qualified.then_some(traits.price_sensitivity),
        service_sensitivity: relation.classification.qualified.then_some(traits.service_sensitivity),
        satisfaction: relation.activity.surveyed,
        trust: relation.measures.trust(),
        commitment: relation.measures.commitment(),
        records: relation.measures.records(),
        bond: relation.measures.bond(),
        negative: (relation.measures.negative() - unvoiced(rules, relation, traits, state.round)).max(0.0) / rules.relations.failure,
        silent_months: relation.activity.silent,
        orders: relation.history.orders,
        revenue: relation.history.revenue,
        contribution: relation.history.contribution,
        last_order: relation.history.last_order,
        last_amount: relation.history.last_amount,
        kind: relation.classification.kind,
        level: relation.classification.level,
        level_by_hand: relation.classification.level_by_hand,
        tier,
        seen,
        placed: relation.classification.tier,
        incumbent: if informed { state.world(team.id).incumbents.get(id.index()).copied().flatten() } else { None },
        lost: relation.history.lost.filter(|_| relation.phase == Phase::Lost),
        poached: if state.scenario.guide.poacher(id).is_some() { relation.ownership.poached } else { 0 },
        service: relation.service.level,
        contacts: contacts(relation, traits),
        needs_handover: relation.needs_handover(),
        trust_lost: relation.ownership.trust_lost_by_resignation,
        failure: relation.known_failure() || waiting.contains(&id),
        owner: relation.ownership.owner,
        fresh: relation.ownership.fresh_calls > 0,
        pooled: relation.ownership.pooled,
        moved: relation.history.last_progress,
        gifts_this_year: relation.activity.gifts_year,
        fee: relation.contract.fee,
    }
}

/// Twelfths of negative impressions by a problem nobody has complained about: as much in every round since it arose.
fn unvoiced(rules: &Rules, relation: &Relation, traits: &Customer, now: Round) -> f64 {
    let Some(since) = relation.service.silent_failure else { return 0.0 };
    let a_round = rules.service.unanswered_negative * rules.service.weights[Severity::Major.index()] * traits.service_sensitivity;
    a_round * f64::from(now.since(since))
}

fn contacts(relation: &Relation, traits: &Customer) -> ArrayVec<ContactView, MAX_CONTACTS> {
    let pairs = traits.contacts.iter().zip(&relation.contacts).enumerate();
    pairs
        .map(|(index, (person, state))| ContactView {
            id: ContactId::at(index),
            role: (relation.classification.qualified || state.reached).then_some(person.role),
            style: state.reached.then_some(person.style),
            reached: state.reached,
            attitude: state.reached.then_some(state.attitude),
            gifts_this_quarter: state.gifts,
            removed: state.removed,
        })
        .collect()
}
