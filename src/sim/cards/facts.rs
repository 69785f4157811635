//! What cards ask about the game before they are played. The answers come from whoever asks: what the team knows (the desk),
//! or what is true (the plan, the moment of playing).

use crate::sim::company::tools;
use crate::sim::knowledge::{ContactView, Knowledge};
use crate::sim::market::need_terms;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Happening, Investment, MAX_CONTACTS, Scenario, Severity};
use crate::sim::state::tool::Integration;
use crate::sim::state::{Compliance, ContactState, Customer, Relation, State, Team, TicketState, World};
use crate::sim::terms::Phase;
use crate::sim::units::{ContactId, CustomerId, Fen, NeedId, Role, Round};

/// What is known of a customer, as far as cards ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CustomerFacts {
    /// Rounds since it was lost; None while it is not lost.
    pub lost_for: Option<u16>,
    /// Orders so far, those before the game included.
    pub orders: u16,
    /// As surveyed (desk and plan) or as it is (playing); None if nobody has asked.
    pub satisfaction: Option<f64>,
    /// Staff changed lately and the customer was not handed over.
    pub needs_handover: bool,
    /// Record quality, 0-100.
    pub records: f64,
    /// Rounds in which nothing has moved.
    pub stuck: u16,
}

/// A customer's people: a bit each, by their place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PeopleFacts {
    /// Who can be spoken to.
    pub present: u8,
    /// Who has been met.
    pub reached: u8,
}

/// What is known of a deal, as far as cards ask for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealFacts {
    /// Not decided yet.
    pub open: bool,
    /// 1-6.
    pub stage: u8,
    /// The one piece that it asks for is quoted to somebody else.
    pub promised: bool,
    /// A quote lies with the customer.
    pub quoted: bool,
}

/// Somebody who can answer the questions that cards ask.
pub trait Facts {
    /// Whether an exhibition takes place this round.
    fn exhibition(&self) -> bool;

    /// Whether a summit takes place this round.
    fn summit(&self) -> bool;

    /// None if the team does not know the customer.
    fn customer(&self, id: CustomerId) -> Option<CustomerFacts>;

    /// The people of a customer; nobody if the team does not know it.
    fn people(&self, id: CustomerId) -> PeopleFacts;

    /// Furthest stage of the open deals with a customer, 0 without any.
    fn furthest(&self, id: CustomerId) -> u8;

    /// Nothing is left to learn by qualifying the customer.
    fn qualified(&self, id: CustomerId) -> bool;

    /// The customer has met with a failure that can be made good: an open or just dropped ticket, a broken promise, a booked
    /// loss. A failure that nobody has complained about is not one of them: the team does not know of it.
    fn failure(&self, id: CustomerId) -> bool;

    /// Whether the customer lies in the pool, given up by the team and not taken again.
    fn pooled(&self, id: CustomerId) -> bool;

    /// None if the team has not seen the deal.
    fn deal(&self, id: NeedId) -> Option<DealFacts>;

    /// Tickets of a class solved so far.
    fn solved(&self, severity: Severity) -> u32;

    /// Whether this tender takes bids.
    fn tender(&self, id: NeedId) -> bool;

    /// Whether the scenario offers it.
    fn offered(&self, what: Investment) -> bool;

    /// Whether the team has built it.
    fn built(&self, what: Investment) -> bool;

    /// Whether the company sells from a stock of its own.
    fn keeps_stock(&self) -> bool;

    /// The customer lies in the pool and can be taken.
    fn in_pool(&self, id: CustomerId) -> bool;

    /// Posts of a role.
    fn posts(&self, role: Role) -> usize;

    /// People hired for a role who begin next month.
    fn hired(&self, role: Role) -> usize;

    /// Whether somebody works in a post.
    fn filled(&self, role: Role, post: usize) -> bool;

    /// Every post of the role is filled, with full hours.
    fn complete(&self, role: Role) -> bool;

    /// Somebody comes of itself this month.
    fn visitors(&self) -> bool;

    /// An integrated CRM can still be had, and would help.
    fn can_integrate(&self) -> bool;

    /// What the teacher lets a game do with gifts.
    fn compliance(&self) -> Compliance;

    /// Gifts that a contact got this quarter and its firm this year.
    fn gifts(&self, customer: CustomerId, contact: ContactId) -> [Fen; 2];

    /// The parameters of the game.
    fn rules(&self) -> &Rules;
}

/// When the facts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// While the month is planned: satisfaction as far as somebody has asked for it.
    Planning,
    /// As the card is carried out.
    Playing,
}

/// What is true of one team and its market.
#[derive(Clone, Copy)]
pub struct Actual<'a> {
    /// What is fixed for the game.
    pub scenario: &'a Scenario,
    /// By id, as the board made them.
    pub customers: &'a [Customer],
    /// The month that is planned or played.
    pub round: Round,
    /// What the teacher lets the game do with gifts.
    pub compliance: Compliance,
    /// Whose facts these are.
    pub team: &'a Team,
    /// The market that team plays in.
    pub world: &'a World,
    /// Whether satisfaction is as surveyed or as it is.
    pub moment: Moment,
}

impl<'a> Actual<'a> {
    /// While the month is planned.
    #[must_use]
    pub fn planning(state: &'a State, team: usize) -> Actual<'a> {
        let team = &state.teams[team];
        Actual {
            scenario: &state.scenario,
            customers: &state.customers,
            round: state.round,
            compliance: state.compliance,
            team,
            world: state.world(team.id),
            moment: Moment::Planning,
        }
    }

    fn known(&self, id: CustomerId) -> Option<&'a Relation> {
        self.team.relations.get(id.index()).filter(|r| r.known())
    }

    fn event(&self, is: impl Fn(&Happening) -> bool) -> bool {
        self.scenario.events.iter().any(|e| e.round == self.round.0 && is(&e.what))
    }
}

impl Facts for Actual<'_> {
    fn exhibition(&self) -> bool {
        self.event(|e| matches!(e, Happening::Exhibition))
    }

    fn summit(&self) -> bool {
        self.event(|e| matches!(e, Happening::Summit))
    }

    fn customer(&self, id: CustomerId) -> Option<CustomerFacts> {
        let relation = self.known(id)?;
        Some(CustomerFacts {
            lost_for: (relation.phase == Phase::Lost).then(|| relation.history.lost.map_or(0, |r| self.round.since(r))),
            orders: relation.history.orders,
            satisfaction: match self.moment {
                Moment::Planning => relation.activity.surveyed.map(|s| s.0),
                Moment::Playing => Some(relation.measures.satisfaction()),
            },
            needs_handover: relation.needs_handover(),
            records: relation.measures.records(),
            stuck: self.round.since(relation.history.last_progress),
        })
    }

    fn people(&self, id: CustomerId) -> PeopleFacts {
        let Some(relation) = self.known(id) else { return PeopleFacts::default() };
        let count = self.customers[id.index()].contacts.len();
        let bits =
            |keep: fn(&ContactState) -> bool| relation.contacts.iter().take(count).enumerate().filter(|(_, c)| keep(c)).fold(0u8, |bits, (i, _)| bits | 1 << i);
        PeopleFacts { present: bits(|c| !c.removed), reached: bits(|c| c.reached) }
    }

    fn furthest(&self, id: CustomerId) -> u8 {
        self.team.open_deals_of(id).map(|deal| deal.stage).max().unwrap_or(0)
    }

    fn qualified(&self, id: CustomerId) -> bool {
        self.known(id).is_some_and(|r| r.classification.qualified) && self.team.open_deals_of(id).all(|deal| deal.stage != 1)
    }

    fn failure(&self, id: CustomerId) -> bool {
        let waits = || self.team.service_desk.tickets.open().iter().any(|t| t.id.customer == id && t.state == TicketState::Open && t.id.born < self.round);
        self.known(id).is_some_and(Relation::known_failure) || waits()
    }

    fn pooled(&self, id: CustomerId) -> bool {
        self.team.relations.get(id.index()).is_some_and(|r| r.known() && r.ownership.pooled.is_some())
    }

    fn deal(&self, id: NeedId) -> Option<DealFacts> {
        let deal = self.team.deal(id)?;
        let promised = need_terms::promised_elsewhere(self.scenario, self.team, id);
        Some(DealFacts { open: deal.outcome.is_none(), stage: deal.stage, promised, quoted: deal.quote.is_some() })
    }

    fn solved(&self, severity: Severity) -> u32 {
        self.team.service_desk.solved[severity.index()]
    }

    fn tender(&self, id: NeedId) -> bool {
        self.world.open_tenders().any(|t| t.need.id == id)
    }

    fn offered(&self, what: Investment) -> bool {
        self.scenario.guide.investments.contains(&what)
    }

    fn built(&self, what: Investment) -> bool {
        self.team.investments[what.index()].is_some()
    }

    fn keeps_stock(&self) -> bool {
        self.scenario.guide.keeps_stock()
    }

    fn in_pool(&self, id: CustomerId) -> bool {
        self.world.pool.iter().any(|p| p.customer == id)
    }

    fn posts(&self, role: Role) -> usize {
        self.team.staff[role.index()].posts.len()
    }

    fn hired(&self, role: Role) -> usize {
        usize::from(self.team.staff[role.index()].hired)
    }

    fn filled(&self, role: Role, post: usize) -> bool {
        self.team.staff[role.index()].filled(post)
    }

    fn complete(&self, role: Role) -> bool {
        self.team.staff[role.index()].reduced() == 0
    }

    fn visitors(&self) -> bool {
        self.team.marketing.visitors[0] > 0
    }

    fn can_integrate(&self) -> bool {
        tools::matter(&self.rules().tools) && self.team.tools.integration == Integration::None
    }

    fn compliance(&self) -> Compliance {
        self.compliance
    }

    fn gifts(&self, customer: CustomerId, contact: ContactId) -> [Fen; 2] {
        let relation = self.team.relations.get(customer.index());
        relation.map_or([Fen::ZERO; 2], |r| [r.contacts.get(contact.index()).map_or(Fen::ZERO, |c| c.gifts), r.activity.gifts_year])
    }

    fn rules(&self) -> &Rules {
        &self.scenario.guide.rules
    }
}

impl Facts for Knowledge {
    fn exhibition(&self) -> bool {
        self.exhibition
    }

    fn summit(&self) -> bool {
        self.summit
    }

    fn customer(&self, id: CustomerId) -> Option<CustomerFacts> {
        let customer = Knowledge::customer(self, id)?;
        Some(CustomerFacts {
            lost_for: customer.lost.map(|round| self.round.since(round)),
            orders: customer.orders,
            satisfaction: customer.satisfaction.map(|s| s.0),
            needs_handover: customer.needs_handover,
            records: customer.records,
            stuck: self.round.since(customer.moved),
        })
    }

    fn people(&self, id: CustomerId) -> PeopleFacts {
        let Some(customer) = Knowledge::customer(self, id) else { return PeopleFacts::default() };
        let bits = |keep: fn(&ContactView) -> bool| {
            customer.contacts.iter().filter(|c| keep(c) && c.id.index() < MAX_CONTACTS).fold(0_u8, |bits, c| bits | 1 << c.id.0)
        };
        PeopleFacts { present: bits(|c| !c.removed), reached: bits(|c| c.reached) }
    }

    fn furthest(&self, id: CustomerId) -> u8 {
        self.open_deals(id).map(|deal| deal.stage).max().unwrap_or(0)
    }

    fn qualified(&self, id: CustomerId) -> bool {
        Knowledge::customer(self, id).is_some_and(|c| c.qualified) && self.open_deals(id).all(|deal| deal.stage != 1)
    }

    fn failure(&self, id: CustomerId) -> bool {
        Knowledge::customer(self, id).is_some_and(|c| c.failure)
    }

    fn pooled(&self, id: CustomerId) -> bool {
        Knowledge::customer(self, id).is_some_and(|c| c.pooled.is_some())
    }

    fn deal(&self, id: NeedId) -> Option<DealFacts> {
        Knowledge::deal(self, id).map(|d| DealFacts { open: d.open(), stage: d.stage, promised: d.promised, quoted: d.quote.is_some() })
    }

    fn solved(&self, severity: Severity) -> u32 {
        self.solved[severity.index()]
    }

    fn tender(&self, id: NeedId) -> bool {
        Knowledge::tender(self, id).is_some()
    }

    fn offered(&self, what: Investment) -> bool {
        self.guide.investments.contains(&what)
    }

    fn built(&self, what: Investment) -> bool {
        self.investments[what.index()].is_some()
    }

    fn keeps_stock(&self) -> bool {
        self.guide.keeps_stock()
    }

    fn in_pool(&self, id: CustomerId) -> bool {
        self.pool.iter().any(|p| p.customer == id)
    }

    fn posts(&self, role: Role) -> usize {
        self.staff(role).posts.len()
    }

    fn hired(&self, role: Role) -> usize {
        usize::from(self.staff(role).hired)
    }

    fn filled(&self, role: Role, post: usize) -> bool {
        self.staff(role).posts.get(post).is_some_and(|p| p.filled)
    }

    fn complete(&self, role: Role) -> bool {
        self.staff(role).reduced == 0
    }

    fn visitors(&self) -> bool {
        self.visitors > 0
    }

    fn can_integrate(&self) -> bool {
        tools::matter(&self.guide.rules.tools) && self.tools.integration == Integration::None
    }

    fn compliance(&self) -> Compliance {
        self.compliance
    }

    fn gifts(&self, customer: CustomerId, contact: ContactId) -> [Fen; 2] {
        let known = Knowledge::customer(self, customer);
        known.map_or([Fen::ZERO; 2], |c| [c.contacts.get(contact.index()).map_or(Fen::ZERO, |c| c.gifts_this_quarter), c.gifts_this_year])
    }

    fn rules(&self) -> &Rules {
        &self.guide.rules
    }
}
