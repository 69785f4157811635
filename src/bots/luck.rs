//! A bot's own luck: keyed like all other draws, so that a bot never disturbs what the rules draw.

use crate::sim::luck::draw::{Actor, Luck, Purpose};
use crate::sim::units::{CustomerId, Round, TeamId};

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

    /// Uniform in [0, 1).
    #[must_use]
    pub fn uniform(&self, customer: CustomerId, round: Round, slot: u16) -> f64 {
        self.luck.draw(Purpose::Bot, self.actor, customer, round, slot).uniform()
    }
}
