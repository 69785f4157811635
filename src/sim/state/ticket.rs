//! A service ticket.

use crate::sim::scenario::Severity;
use crate::sim::units::{EventId, Fen, Minutes, Round, TicketId};
use serde::{Deserialize, Serialize};

/// A request for service, from its arrival until it is solved or dropped (docs/model.md#tickets).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ticket {
    /// Names its customer and the month in which it arrived.
    pub id: TicketId,
    /// Its class.
    pub severity: Severity,
    /// Work left.
    pub minutes: Minutes,
    /// Work at first.
    pub size: Minutes,
    /// Working day of its month on which it arrives, from 1.
    pub day: u16,
    /// Working day of its own month on which work began; None before that, or where it began in a later month.
    pub started: Option<u16>,
    /// Whether it still has to be worked on.
    pub state: TicketState,
    /// The customer's own loss if a critical one stays unanswered.
    pub loss: Fen,
    /// The event of the script that brought it; None of ordinary tickets.
    pub scripted: Option<EventId>,
}

/// How far a ticket has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TicketState {
    /// It waits, or is being worked on.
    Open,
    /// Nothing is left to do.
    Solved {
        /// When the work was finished.
        round: Round,
        /// In its own month, work having begun within the days of its class.
        in_time: bool,
    },
    /// The customer gave up waiting, or left, in this round.
    Dropped(Round),
}
