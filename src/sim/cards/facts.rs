//! What cards ask about the game before they are played. The answers come from whoever asks: what the team knows (the desk),
//! or what is true (the plan, the moment of playing).

use crate::sim::company::tools;
use crate::sim::knowledge::{ContactView, Knowledge};
use crate::sim::market::need_terms;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Happening, Investment, MAX_CONTACTS, Scenario, Severity};
use crate::sim::state::tool::Integration;
use crate::sim::state::{Compliance, ContactState, Customer, State, Team, TicketState, World};
use crate::sim::terms::Phase;
use crate::sim::units::{ContactId, CustomerId, Fen, NeedId, Role, Round};

/// What is known of a customer, as far as cards ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CustomerFacts {
    /// Rounds since it was lost; None while it is not lost.
    pub lost_for: Option<u16>,
    /// Orders so far, those before the game included.
    pub orders: u16,
    /// Furthest stage of its open deals, 0 without any.
    pub stage: u8,
    /// As surveyed (desk and plan) or as it is (playing); None if nobody has asked.
    pub satisfaction: Option<f64>,
    /// Nothing is left to learn by qualifying.
    pub qualified: bool,
    /// Staff changed lately and the customer was not handed over.
    pub needs_handover: bool,
    /// A failure that can be made good: an open or just dropped ticket, a broken promise, a booked loss. A failure that nobody
    /// has complained about is not one of them: the team does not know of it.
    pub failure: bool,
    /// Bit per contact that can be spoken to.
    pub contacts: u8,
    /// Bit per contact that has been met.
    pub reached: u8,
    /// Record quality, 0-100.
    pub records: f64,
    /// Rounds in which nothing has moved.
    pub stuck: u16,
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
}

/// Somebody who can answer the questions that cards ask.
pub trait Facts {
    /// Whether an exhibition takes place this round.
    fn exhibition(&self) -> bool;

    /// Whether a summit takes place this round.
    fn summit(&self) -> bool;

    /// None if the team does not know the customer.
    fn customer(&self, id: CustomerId) -> Option<CustomerFacts>;

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
        let relation = self.team.relations.get(id.index()).filter(|r| r.known())?;
        let traits = &self.customers[id.index()];
        let bits = |keep: fn(&ContactState) -> bool| {
            relation.contacts.iter().take(traits.contacts.len()).enumerate().filter(|(_, c)| keep(c)).fold(0u8, |bits, (i, _)| bits | 1 << i)
        };
        let (mut stage, mut unconfirmed) = (0, false);
        for deal in self.team.open_deals_of(id) {
            stage = stage.max(deal.stage);
            unconfirmed |= deal.stage == 1;
        }
        let waits = || self.team.service_desk.tickets.open().iter().any(|t| t.id.customer == id && t.state == TicketState::Open && t.id.born < self.round);
        Some(CustomerFacts {
            lost_for: (relation.phase == Phase::Lost).then(|| relation.history.lost.map_or(0, |r| self.round.since(r))),
            orders: relation.history.orders,
            stage,
            satisfaction: match self.moment {
                Moment::Planning => relation.activity.surveyed.map(|s| s.0),
                Moment::Playing => Some(relation.measures.satisfaction()),
            },
            qualified: relation.classification.qualified && !unconfirmed,
            needs_handover: relation.needs_handover(),
            failure: relation.known_failure() || waits(),
            contacts: bits(|c| !c.removed),
            reached: bits(|c| c.reached),
            records: relation.measures.records(),
            stuck: self.round.since(relation.history.last_progress),
        })
    }

    fn pooled(&self, id: CustomerId) -> bool {
        self.team.relations.get(id.index()).is_some_and(|r| r.known() && r.ownership.pooled.is_some())
    }

    fn deal(&self, id: NeedId) -> Option<DealFacts> {
        let deal = self.team.deal(id)?;
        Some(DealFacts { open: deal.outcome.is_none(), stage: deal.stage, promised: need_terms::promised_elsewhere(self.scenario, self.team, id) })
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
        let bits = |keep: fn(&ContactView) -> bool| {
            customer.contacts.iter().filter(|c| keep(c) && c.id.index() < MAX_CONTACTS).fold(0_u8, |bits, c| bits | 1 << c.id.0)
        };
        let (mut stage, mut unconfirmed) = (0, false);
        for deal in self.open_deals(id) {
            stage = stage.max(deal.stage);
            unconfirmed |= deal.stage == 1;
        }
        Some(CustomerFacts {
            lost_for: customer.lost.map(|round| self.round.since(round)),
            orders: customer.orders,
            stage,
            satisfaction: customer.satisfaction.map(|s| s.0),
            qualified: customer.qualified && !unconfirmed,
            needs_handover: customer.needs_handover,
            failure: customer.failure,
            contacts: bits(|c| !c.removed),
            reached: bits(|c| c.reached),
            records: customer.records,
            stuck: self.round.since(customer.moved),
        })
    }

    fn pooled(&self, id: CustomerId) -> bool {
        Knowledge::customer(self, id).is_some_and(|c| c.pooled.is_some())
    }

    fn deal(&self, id: NeedId) -> Option<DealFacts> {
        Knowledge::deal(self, id).map(|d| DealFacts { open: d.open(), stage: d.stage, promised: d.promised })
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
