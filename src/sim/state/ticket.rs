//! A service ticket.

use crate::sim::scenario::Severity;
use crate::sim::units::{EventId, Fen, Minutes, Round, TicketId};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ticket {
    pub id: TicketId,
    pub severity: Severity,
    /// Work left.
    pub minutes: Minutes,
    /// Work at first.
    pub size: Minutes,
    pub day: u16,
    pub started: Option<u16>,
    pub state: TicketState,
    /// The customer's own loss if a critical one stays unanswered.
    pub loss: Fen,
    pub scripted: Option<EventId>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum TicketState {
    Open,
    Solved { round: Round, in_time: bool },
    Dropped(Round),
}
