//! One team's turn inside a phase: the borrowed pieces of the state, and the few ways in which they change.
//!
//! A measure of a relation changes through [`Turn::set`], reputation through [`Turn::talk`] (but for its fading), cash through
//! [`Turn::pay`]; so a cause is never forgotten. What else belongs to a relation (activity, history) changes without one.

mod records;
pub mod satisfaction;

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::journal::measures::{Caps, Change, Talk};
use crate::sim::journal::report::{Happened, Interaction, InteractionKind, Outcome};
use crate::sim::journal::{Journal, TeamJournal};
use crate::sim::luck::draw::{Actor, Block, Luck};
use crate::sim::luck::events::{Event, Opportunity};
use crate::sim::parameters::Rules;
use crate::sim::scenario::Scenario;
use crate::sim::state::{Compliance, Customer, Deal, Need, Relation, State, Streaks, Team, World, staff};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role, Round, TeamId};
use std::ops::{Deref, DerefMut};

pub(crate) struct Turn<'a> {
    pub scenario: &'a Scenario,
    pub rules: &'a Rules,
    pub customers: &'a [Customer],
    pub luck: &'a Luck,
    pub round: Round,
    pub compliance: Compliance,
    pub journal: &'a mut TeamJournal,
    pub team: &'a mut Team,
    pub world: &'a mut World,
    /// Whose card is being carried out, and what that role's work at it counts.
    pub performer: Option<Role>,
    pub share: f64,
}

/// The whole truth and its journal, while a phase works on them. Reads as the state.
pub(crate) struct Truth<'a> {
    pub state: &'a mut State,
    pub journal: &'a mut Journal,
}

impl Truth<'_> {
    /// Everything team `index` touches in a phase.
    pub fn turn(&mut self, index: usize) -> Turn<'_> {
        Turn::of(self.state, self.journal, index)
    }
}

impl Deref for Truth<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl DerefMut for Truth<'_> {
    fn deref_mut(&mut self) -> &mut State {
        self.state
    }
}

impl<'a> Turn<'a> {
    /// Everything team `index` touches in a phase.
    pub fn of(state: &'a mut State, journal: &'a mut Journal, index: usize) -> Turn<'a> {
        let world = state.world_index(TeamId::at(index));
        Turn {
            scenario: &state.scenario,
            rules: &state.scenario.guide.rules,
            customers: &state.customers,
            luck: &state.luck,
            round: state.round,
            compliance: state.compliance,
            journal: &mut journal.teams[index],
            team: &mut state.teams[index],
            world: &mut state.worlds[world],
            performer: None,
            share: 1.0,
        }
    }
}

impl Turn<'_> {
    /// Whose card is being carried out; where none is, who does the work of the role `usual`.
    pub fn performer_of(&self, usual: Role) -> Role {
        self.performer.unwrap_or_else(|| self.scenario.guide.acting(usual))
    }

    /// What skill does to the work of whoever carries the card out.
    pub fn skill_factor(&self, usual: Role) -> f64 {
        staff::skill_factor(self.rules, self.team.staff[self.performer_of(usual).index()].skill())
    }

    /// What time set by the player does: less outside one's role.
    pub fn effective_time(&self, time: Minutes) -> Minutes {
        Minutes((f64::from(time.0) * self.share).round() as i32)
    }

    /// The same, and more or less by skill.
    pub fn productive_time(&self, usual: Role, time: Minutes) -> Minutes {
        Minutes((f64::from(time.0) * self.share * self.skill_factor(usual)).round() as i32)
    }

    /// The team's relation with a customer.
    pub fn relation(&self, customer: CustomerId) -> &Relation {
        &self.team.relations[customer.index()]
    }

    /// The same, to be changed; its measures change through [`Turn::set`] only.
    pub fn relation_mut(&mut self, customer: CustomerId) -> &mut Relation {
        &mut self.team.relations[customer.index()]
    }

    /// Ids of all customers.
    pub fn ids(&self) -> impl Iterator<Item = CustomerId> + use<> {
        (0..self.customers.len()).map(CustomerId::at)
    }

    /// The team's own luck about a customer this round; `slot` tells events of the same kind apart.
    pub fn luck_of<E: Event>(&self, customer: CustomerId, slot: u16) -> Block<E> {
        self.luck.block(self.team.actor, customer, self.round, slot)
    }

    /// The team's own luck with a need: the first team's lies with the need's.
    pub fn luck_with(&self, need: &Need) -> Block<Opportunity> {
        if self.team.actor == Actor::FIRST_TEAM { need.luck.clone() } else { self.luck.opportunity(self.team.actor, need.id) }
    }

    /// Moves a measure of a relation to `to`, within its bounds, with its cause. Reputation is no relation's: see [`Turn::talk`].
    pub fn set(&mut self, customer: CustomerId, measure: Measure, to: f64, cause: Cause, about: About) {
        let caps = Caps { negative: self.rules.relations.max_negative, records: self.team.tools.cap, shock: self.rules.lifecycle.most_shock };
        let change = Change { round: self.round, customer, measure, to, cause, about };
        self.team.relations[customer.index()].measures.change(self.journal, caps, change);
    }

    /// Adds `by` to a measure of a relation.
    pub fn add(&mut self, customer: CustomerId, measure: Measure, by: f64, cause: Cause, about: About) {
        match self.relation(customer).measures.get(measure) {
            Some(now) => self.set(customer, measure, now + by, cause, about),
            None => self.talk(customer, by, cause),
        }
    }

    /// The customer's industry hears `by` of reputation; the others hear the part that spills over (docs/model.md#reputation).
    pub fn talk(&mut self, customer: CustomerId, by: f64, cause: Cause) {
        let industry = self.customers[customer.index()].industry;
        let talk = Talk { customer, industry, by, spill: self.rules.relations.reputation_spill, cause };
        self.team.reputation.spread(self.journal, self.round, talk);
    }

    /// Somebody spoke with the customer this month.
    pub fn contacted(&mut self, customer: CustomerId) {
        let relation = self.relation_mut(customer);
        relation.activity.silent = 0;
        relation.activity.contacted = true;
    }

    /// Tells what happened, in the team's report of the month.
    pub fn happened(&mut self, what: Happened) {
        self.journal.happened(what);
    }

    /// Writes a line into the talk log, in the name of whoever carries the card out; the customer has been contacted by it, if the
    /// work was with the customer.
    #[expect(clippy::too_many_arguments, reason = "a line of the log is all of these")]
    pub fn work(&mut self, usual: Role, customer: CustomerId, kind: InteractionKind, minutes: Minutes, cost: Fen, outcome: Outcome, written_up: bool) {
        let role = self.performer_of(usual);
        if kind.is_contact_of(minutes, &self.rules.care) {
            self.contacted(customer);
        }
        self.sold(kind);
        self.log(|round| Interaction { round, customer, role, kind, contact: None, style: None, minutes, cost, outcome, written_up });
    }

    /// Counts what was done to sell: a month without any earns no points for being tidy (docs/model.md#parts-of-the-score).
    pub fn sold(&mut self, kind: InteractionKind) {
        let selling = &mut self.team.books.selling;
        *selling = selling.saturating_add(u16::from(kind.sells()));
    }

    /// Writes a line of this round into the talk log; nothing is made of it where nothing is recorded.
    pub fn log(&mut self, interaction: impl FnOnce(Round) -> Interaction) {
        let round = self.round;
        self.journal.talk(|| interaction(round));
    }

    /// Moves cash: positive comes in, negative goes out. Every movement is an entry of the ledger.
    pub fn pay(&mut self, kind: EntryKind, amount: Fen, customer: Option<CustomerId>, deal: Option<NeedId>) {
        if amount == Fen::ZERO {
            return;
        }
        self.team.books.ledger.post(Entry { round: self.round, kind, amount, customer, deal });
        if let Some(customer) = customer.filter(|_| kind.earns()) {
            self.relation_mut(customer).history.contribution += amount;
        }
    }

    /// Whether cash and credit still cover `amount`.
    pub fn affords(&self, amount: Fen) -> bool {
        amount <= Fen::ZERO || self.team.cash() + self.rules.work.credit_limit >= amount
    }

    /// Moves a relation to another phase and tells it; its streaks begin anew. Nothing where it is there already.
    pub fn enter(&mut self, customer: CustomerId, to: Phase, cause: Option<Cause>) {
        let relation = self.relation_mut(customer);
        let from = relation.phase;
        if from != to {
            relation.phase = to;
            relation.streaks = Streaks::default();
            if from == Phase::Lost {
                // who comes back begins anew: nobody was to be in touch while it was gone
                relation.activity.silent = 0;
            }
            self.happened(Happened::Phase { customer, from, to, cause });
        }
    }

    /// The attitude to the team worsens by so many points for everybody reached.
    pub fn sour_all(&mut self, customer: CustomerId, points: f64, cause: Cause) {
        for contact in self.relation_mut(customer).contacts.iter_mut().filter(|c| c.reached) {
            contact.sour(points, cause);
        }
    }

    /// A deal of the team that is not decided yet.
    pub fn open_deal(&self, id: NeedId) -> Option<&Deal> {
        self.team.deal(id).filter(|d| d.outcome.is_none())
    }

    /// As [`Turn::work`], for what is usually the account manager's.
    pub fn sales_work(&mut self, customer: CustomerId, kind: InteractionKind, minutes: Minutes, cost: Fen, outcome: Outcome, written_up: bool) {
        self.work(Role::AccountManager, customer, kind, minutes, cost, outcome, written_up);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, HERO, bare, booked, card_of, near, relation};
    use crate::sim::units::IndustryId;

    const ALL: [(Measure, f64); 8] = [
        (Measure::Expectation, 100.0),
        (Measure::Satisfaction, 100.0),
        (Measure::Trust, 100.0),
        (Measure::Commitment, 100.0),
        (Measure::Records, 100.0),
        (Measure::Bond, 100.0),
        (Measure::Negative, 36.0),
        (Measure::Shock, 2.5),
    ];

    fn measured(relation: &Relation) -> [f64; 8] {
        let r = relation;
        [
            r.measures.expectation,
            r.measures.satisfaction,
            r.measures.trust,
            r.measures.commitment,
            r.measures.records,
            r.measures.bond,
            r.measures.negative,
            r.measures.shock,
        ]
    }

    #[test]
    fn measures_stay_within_their_bounds() {
        let mut state = bare(1);
        for by in [1_000.0, -1_000.0] {
            for (place, (measure, high)) in ALL.into_iter().enumerate() {
                state.turn(0).add(ALPHA, measure, by, Cause::Grew, About::Nothing);
                near(measured(relation(&mut state, ALPHA))[place], if by > 0.0 { high } else { 0.0 });
            }
        }
    }

    #[test]
    fn every_measure_moves_alone_and_says_why() {
        for (place, (measure, _)) in ALL.into_iter().enumerate() {
            let mut state = bare(1);
            let before = measured(relation(&mut state, ALPHA));
            state.turn(0).add(ALPHA, measure, 1.5, Cause::Cared, About::Nothing);
            for (other, (now, then)) in measured(relation(&mut state, ALPHA)).into_iter().zip(before).enumerate() {
                near(now - then, if other == place { 1.5 } else { 0.0 });
            }
            let effects = &state.journal.teams[0].report.effects;
            assert_eq!(effects.len(), 1);
            assert_eq!((effects[0].customer, effects[0].measure, effects[0].cause), (Some(ALPHA), measure, Cause::Cared));
            near(effects[0].change(), 1.5);
        }
    }

    #[test]
    fn reputation_stays_within_one_and_half_of_it_spills_over() {
        let mut state = bare(1);
        card_of(&mut state, HERO).industry = IndustryId(0);
        let mut talk = |by: f64| {
            state.turn(0).add(HERO, Measure::Reputation, by, Cause::Praise, About::Nothing);
            state.teams[0].reputation.0.clone()
        };
        assert_eq!([talk(0.4), talk(5.0), talk(-9.0)], [vec![0.4, 0.2], vec![1.0, 1.0], vec![-1.0, -1.0]]);
    }

    #[test]
    fn attitudes_stay_within_a_hundred() {
        let mut state = bare(1);
        relation(&mut state, ALPHA).contacts[0].reached = true;
        for (points, attitude) in [(60.0, -60.0), (60.0, -100.0), (-10.0, -100.0)] {
            state.turn(0).sour_all(ALPHA, points, Cause::TicketUnanswered);
            assert_eq!([0, 1].map(|i| relation(&mut state, ALPHA).contacts[i].attitude), [attitude, 0.0]);
        }
    }

    #[test]
    fn writing_up_closes_a_part_of_the_gap() {
        let mut state = bare(1);
        for records in [20.0, 36.0, 48.8] {
            state.turn(0).write_up(ALPHA, 20.0, Cause::Called);
            near(relation(&mut state, ALPHA).measures.records, records);
        }
    }

    #[test]
    fn money_moves_with_an_entry_or_not_at_all() {
        let mut state = bare(1);
        let cash = state.teams[0].books.ledger.cash;
        let mut turn = state.turn(0);
        turn.pay(EntryKind::Care, Fen::yuan(-100), Some(ALPHA), None);
        turn.pay(EntryKind::Care, Fen::ZERO, Some(ALPHA), None);
        turn.pay(EntryKind::Wages, Fen::yuan(-7), None, None);
        assert_eq!((booked(&state, EntryKind::Care), booked(&state, EntryKind::Wages)), (vec![Fen::yuan(-100)], vec![Fen::yuan(-7)]));
        assert_eq!(state.teams[0].books.ledger.cash, cash - Fen::yuan(107));
        assert_eq!(relation(&mut state, ALPHA).history.contribution, Fen::yuan(-100));
    }

    #[test]
    fn spending_stops_at_the_credit_limit() {
        let mut state = bare(1);
        state.teams[0].books.ledger.cash = Fen::yuan(-199_000);
        let turn = state.turn(0);
        assert_eq!([Fen::yuan(1_000), Fen::yuan(1_000) + Fen(1), Fen::ZERO].map(|amount| turn.affords(amount)), [true, false, true]);
    }
}
