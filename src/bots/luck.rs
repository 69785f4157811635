//! A bot's own luck: keyed like all other draws, so that a bot never disturbs what the rules draw.

use crate::sim::luck::draw::{Actor, Luck};
use crate::sim::luck::events::{Choice, Diligence, Whim};
use crate::sim::units::{CustomerId, Role, Round, TeamId};

/// What is weighed of a customer comes before this; answers to questions are drawn from here on.
const ANSWERS: u16 = 64;

/// What a bot may draw from.
#[derive(Clone, Copy, Debug)]
pub struct BotLuck<'a> {
    luck: &'a Luck,
    actor: Actor,
}

impl BotLuck<'_> {
    /// The luck of the bot that plays `team` on the board of `luck`.
    #[must_use]
    pub fn new(luck: &Luck, team: TeamId) -> BotLuck<'_> {
        BotLuck { luck, actor: Actor(Actor::FIRST_TEAM.0.saturating_add(team.0)) }
    }

    /// What it makes of a customer, uniform in (0, 1); `what` tells what it weighs.
    #[must_use]
    pub fn of_customer(&self, customer: CustomerId, round: Round, what: u16) -> f64 {
        self.luck.nth::<Choice>(self.actor, customer, round, 0, what)
    }

    /// Which answer it gives to a question of the month, uniform in (0, 1), by the question's place among them.
    #[must_use]
    pub fn answer(&self, round: Round, question: usize) -> f64 {
        self.of_customer(CustomerId(0), round, ANSWERS.saturating_add(question as u16))
    }

    /// A knob of the policy of a role this month, or of all roles, uniform in (0, 1).
    #[must_use]
    pub fn knob(&self, role: Option<Role>, round: Round, knob: u16) -> f64 {
        let slot = role.map_or(Role::COUNT, Role::index) as u16;
        self.luck.nth::<Whim>(self.actor, CustomerId(0), round, slot, knob)
    }

    /// Whether this card of a role's month is one of those that are written up: below the share of them, in (0, 1).
    #[must_use]
    pub fn diligence(&self, role: Role, round: Round, card: u16) -> f64 {
        self.luck.nth::<Diligence>(self.actor, CustomerId(0), round, role.index() as u16, card)
    }
}
