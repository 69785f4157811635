//! One team's turn inside a phase: the borrowed pieces of the state, and the few ways in which they change.
//!
//! Every change of a relation goes through [`Turn::set`], every fen through [`Turn::pay`]; so a cause is never forgotten.

use super::draw::{Draw, Luck, Purpose};
use super::effect::{About, Cause, Effect, Measure};
use super::report::{Happened, Interaction, Phase};
use super::rules::Rules;
use super::scenario::Scenario;
use super::state::{Customer, Entry, EntryKind, Recording, Relation, State, Team, World};
use super::units::{CustomerId, Fen, OpportunityId, Round, TeamId};

pub(super) struct Turn<'a> {
    pub scenario: &'a Scenario,
    pub rules: &'a Rules,
    pub customers: &'a [Customer],
    pub luck: &'a Luck,
    pub round: Round,
    pub record: Recording,
    pub team: &'a mut Team,
    pub world: &'a mut World,
}

impl State {
    /// Everything team `index` touches in a phase.
    pub(super) fn turn(&mut self, index: usize) -> Turn<'_> {
        let world = self.world_index(TeamId::at(index));
        Turn {
            scenario: &self.scenario,
            rules: &self.scenario.guide.rules,
            customers: &self.customers,
            luck: &self.luck,
            round: self.round,
            record: self.record,
            team: &mut self.teams[index],
            world: &mut self.worlds[world],
        }
    }
}

impl Turn<'_> {
    pub fn relation(&self, customer: CustomerId) -> &Relation {
        &self.team.relations[customer.index()]
    }

    pub fn relation_mut(&mut self, customer: CustomerId) -> &mut Relation {
        &mut self.team.relations[customer.index()]
    }

    /// Ids of all customers.
    pub fn ids(&self) -> impl Iterator<Item = CustomerId> + use<> {
        (0..self.customers.len()).map(CustomerId::at)
    }

    /// The team's own luck about a customer this round.
    pub fn draw(&self, purpose: Purpose, customer: CustomerId, slot: u16) -> Draw {
        self.luck.draw(purpose, self.team.actor, customer, self.round, slot)
    }

    /// Moves a measure of a relation to `to`, clamped, with its cause.
    pub fn set(&mut self, customer: CustomerId, measure: Measure, to: f64, cause: Cause, about: About) {
        let most_negative = self.rules.relations.max_negative;
        let relation = &mut self.team.relations[customer.index()];
        let (value, high) = match measure {
            Measure::Expectation => (&mut relation.expectation, 100.0),
            Measure::Satisfaction => (&mut relation.satisfaction, 100.0),
            Measure::Trust => (&mut relation.trust, 100.0),
            Measure::Commitment => (&mut relation.commitment, 100.0),
            Measure::Records => (&mut relation.records, 100.0),
            Measure::Negative => (&mut relation.negative, most_negative),
            Measure::Bond => (&mut relation.bond, 100.0),
            Measure::Shock => (&mut relation.shock, 2.5),
            Measure::Reputation => return self.talk(customer, to, cause),
        };
        let from = *value;
        *value = to.clamp(0.0, high);
        let to = *value;
        self.note(Some(customer), measure, from, to, cause, about);
    }

    /// Adds `by` to a measure of a relation.
    pub fn add(&mut self, customer: CustomerId, measure: Measure, by: f64, cause: Cause, about: About) {
        let relation = self.relation(customer);
        let now = match measure {
            Measure::Expectation => relation.expectation,
            Measure::Satisfaction => relation.satisfaction,
            Measure::Trust => relation.trust,
            Measure::Commitment => relation.commitment,
            Measure::Records => relation.records,
            Measure::Negative => relation.negative,
            Measure::Bond => relation.bond,
            Measure::Shock => relation.shock,
            Measure::Reputation => 0.0,
        };
        self.set(customer, measure, now + by, cause, about);
    }

    /// The customer's industry hears `by` of reputation; the others hear the part that spills over (MODEL.md 10).
    fn talk(&mut self, customer: CustomerId, by: f64, cause: Cause) {
        let own = self.customers[customer.index()].industry.index();
        let spill = self.rules.relations.reputation_spill;
        let before = self.team.reputation[own];
        for (industry, reputation) in self.team.reputation.iter_mut().enumerate() {
            let heard = if industry == own { by } else { by * spill };
            *reputation = (*reputation + heard).clamp(-1.0, 1.0);
        }
        let after = self.team.reputation[own];
        self.note(Some(customer), Measure::Reputation, before, after, cause, About::Nothing);
    }

    pub fn note(&mut self, customer: Option<CustomerId>, measure: Measure, from: f64, to: f64, cause: Cause, about: About) {
        if self.record == Recording::Full && from != to {
            self.team.report.effects.push(Effect { round: self.round, customer, measure, from, to, cause, about });
        }
    }

    /// Writes an interaction up: records close `points` hundredths of their gap to 100 (MODEL.md 5).
    pub fn write_up(&mut self, customer: CustomerId, points: f64, cause: Cause) {
        let records = self.relation(customer).records;
        self.set(customer, Measure::Records, records + points * (100.0 - records) / 100.0, cause, About::Nothing);
    }

    /// Somebody spoke with the customer this month.
    pub fn contacted(&mut self, customer: CustomerId) {
        let relation = self.relation_mut(customer);
        relation.silent = 0;
        relation.contacted = true;
    }

    pub fn happened(&mut self, what: Happened) {
        if self.record == Recording::Full {
            self.team.report.happened.push(what);
        }
    }

    pub fn log(&mut self, interaction: impl FnOnce(Round) -> Interaction) {
        if self.record == Recording::Full {
            let line = interaction(self.round);
            self.team.interactions.push(line);
        }
    }

    /// Moves cash: positive comes in, negative goes out. Every movement is an entry of the ledger.
    pub fn pay(&mut self, kind: EntryKind, amount: Fen, customer: Option<CustomerId>, deal: Option<OpportunityId>) {
        if amount == Fen::ZERO {
            return;
        }
        self.team.cash += amount;
        self.team.ledger.push(Entry { round: self.round, kind, amount, customer, deal });
        if let Some(customer) = customer {
            self.relation_mut(customer).contribution += amount;
        }
    }

    /// Whether cash and credit still cover `amount`.
    pub fn affords(&self, amount: Fen) -> bool {
        amount <= Fen::ZERO || self.team.cash + self.rules.work.credit_limit >= amount
    }

    /// Moves a relation to another phase and tells it.
    pub fn enter(&mut self, customer: CustomerId, to: Phase, cause: Option<Cause>) {
        let relation = self.relation_mut(customer);
        let from = relation.phase;
        if from != to {
            relation.phase = to;
            relation.held = [0; 5];
            self.happened(Happened::Phase { customer, from, to, cause });
        }
    }

    /// The decision maker's or user's view of the team sours or warms for everybody reached.
    pub fn attitude_of_all(&mut self, customer: CustomerId, by: f64) {
        let relation = self.relation_mut(customer);
        for contact in relation.contacts.iter_mut().filter(|c| c.reached) {
            contact.attitude = (contact.attitude + by).clamp(-100.0, 100.0);
        }
    }
}
