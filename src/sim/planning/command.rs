//! What a seat may say: plan cards, plan edits, standing orders, notes. Handing a plan in is no matter of the rules but of the room.
//!
//! A command is data; whether it is allowed is decided in `plan`, against the game, before anything changes.

use crate::sim::cards::{Card, CardId};
use crate::sim::notes::Note;
use crate::sim::terms::{Kind, Level, Opening, Reason, Strategy, TaskKind, Tier};
use crate::sim::units::{CustomerId, NeedId, Role, Round};
use serde::{Deserialize, Serialize};

/// What a seat wants done; refused, it changes nothing (docs/model.md#commands).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Put a card at the end of the own role's plan.
    Add(Card),
    /// Change a card in place (same position).
    Change(CardId, Card),
    /// Take a card out of the own role's plan.
    Remove(CardId),
    /// Empty the own role's plan.
    Clear,
    /// Replace the own role's plan by last month's, as far as it still makes sense.
    Repeat,
    /// Replace the own role's plan by the filled-in one.
    Refill,
    /// How the team's months open, from the next one on.
    Opening(Opening),
    /// File the strategy; only before the first round is resolved.
    Strategy(Strategy),
    /// A standing order: how closely a customer is looked after, whatever tier it reaches.
    Level(CustomerId, Level),
    /// The customer's level follows its tier again.
    LevelAsTier(CustomerId),
    /// The level for all customers of a tier, those that will reach it too.
    LevelByTier(Tier, Level),
    /// What the team calls a customer.
    Kind(CustomerId, Kind),
    /// Place a customer in the pyramid after an order.
    Evaluate(CustomerId, Tier, Reason),
    /// Give a customer to another account manager (place among the posts): what it felt for the first stays behind.
    Assign(CustomerId, u8),
    /// Set a task, for any role and any round that is not past.
    AddTask {
        /// With whom.
        customer: CustomerId,
        /// Who is meant to do it.
        role: Role,
        /// What is meant; any contact with the customer ticks it off.
        kind: TaskKind,
        /// This round at the earliest, the last of the game at the latest.
        due: Round,
    },
    /// A next task for every active customer and open deal of the team that has none; what is overdue is dropped.
    FillTasks,
    /// Take a task off that is not done, by its id; whoever set it.
    DropTask(u32),
    /// Something the team writes down for itself; no plan depends on it.
    Note(Note),
    /// Keep goods of the stock for this deal, after those reserved before it.
    Reserve(NeedId),
    /// Keep no goods for this deal any longer.
    Unreserve(NeedId),
}
