//! What a seat may say: plan cards, plan edits, standing orders, submitting.
//!
//! A command is data; whether it is allowed is decided in `plan`, against the game, before anything changes.

use crate::sim::cards::{Card, CardId};
use crate::sim::notes::Note;
use crate::sim::terms::{Kind, Level, Opening, Reason, Strategy, TaskKind, Tier};
use crate::sim::units::{CustomerId, NeedId, Role};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Put a card at the end of the own role's plan.
    Add(Card),
    /// Change a card in place (same position).
    Change(CardId, Card),
    Remove(CardId),
    /// Empty the own role's plan.
    Clear,
    /// Replace the own role's plan by last month's, as far as it still makes sense.
    Repeat,
    /// Replace the own role's plan by the filled-in one.
    Refill,
    Opening(Opening),
    /// File the strategy; only before the first round is resolved.
    Strategy(Strategy),
    Level(CustomerId, Level),
    /// The level for all customers of a tier at once.
    LevelByTier(Tier, Level),
    Kind(CustomerId, Kind),
    /// Place a named customer in the pyramid after an order.
    Evaluate(CustomerId, Tier, Reason),
    /// Give a customer to another account manager (place among the posts): what it felt for the first stays behind.
    Assign(CustomerId, u8),
    AddTask {
        customer: CustomerId,
        role: Role,
        kind: TaskKind,
        due: crate::sim::units::Round,
    },
    /// A next task for every active customer and open deal of the team that has none.
    FillTasks,
    DropTask(u32),
    /// Something the team writes down for itself; also once the plan is submitted.
    Note(Note),
    /// Keep goods of the stock for this deal, after those reserved before it.
    Reserve(NeedId),
    Unreserve(NeedId),
    Submit,
    Withdraw,
}
