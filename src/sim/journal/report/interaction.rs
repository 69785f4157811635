//! The talk log: who was in touch with whom, how long, and what came of it.

use crate::sim::parameters::Care;
use crate::sim::scenario::Style;
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, Role, Round};
use serde::{Deserialize, Serialize};

/// A line of the talk log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interaction {
    /// When it took place.
    pub round: Round,
    /// With whom.
    pub customer: CustomerId,
    /// Who carried it out.
    pub role: Role,
    /// What it was.
    pub kind: InteractionKind,
    /// Who was spoken to; None of all but calls.
    pub contact: Option<ContactId>,
    /// How it was presented; None of all but calls.
    pub style: Option<Style>,
    /// Time that the work takes in its own role, without writing up; of a ticket, its size when it arrived.
    pub minutes: Minutes,
    /// What was paid for it; 0 where the cost is not by customer (the queue, nurturing).
    pub cost: Fen,
    /// What came of it.
    pub outcome: Outcome,
    /// Somebody wrote it up (docs/model.md#writing-up).
    pub written_up: bool,
}

/// What a line of the talk log is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum InteractionKind {
    /// Budget, need and decision maker were asked for.
    Qualify,
    /// What is public about the customer was read.
    Research,
    /// The customer was asked for a name.
    Referral,
    /// A call or visit, also of a pursuit.
    Call,
    /// Hours of a pursuit that no talk was left for.
    Preparation,
    /// A demo or trial.
    Demo,
    /// A free check of the customer's equipment.
    FreeCheck,
    /// A quote was handed in.
    Quote,
    /// The team said that it would not bid.
    Decline,
    /// A gift or hospitality.
    Gift,
    /// A meeting with the successor of somebody who left.
    Handover,
    /// A lost customer was asked to come back.
    WinBack,
    /// A visit that sells nothing.
    Care,
    /// A ticket was solved.
    Ticket,
    /// A proactive check.
    Check,
    /// A failure was made good with money.
    Compensation,
    /// The customer was asked how satisfied it is.
    Survey,
    /// A bid in a tender, at a customer that is known.
    Bid,
    /// An open rebate to the firm.
    Rebate,
    /// The customer was kept warm, as one of many.
    Nurture,
    /// A solution was designed for a deal.
    Design,
}

impl InteractionKind {
    /// Somebody of the team spoke or wrote to the customer: all but reading about it, preparing for it and a sealed bid.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        !matches!(self, InteractionKind::Research | InteractionKind::Preparation | InteractionKind::Bid)
    }

    /// What a team does of its own accord so that a customer buys; care, tickets and what the routine sees to is none of it.
    #[must_use]
    pub const fn sells(self) -> bool {
        matches!(
            self,
            InteractionKind::Qualify
                | InteractionKind::Referral
                | InteractionKind::Call
                | InteractionKind::Demo
                | InteractionKind::FreeCheck
                | InteractionKind::Quote
                | InteractionKind::Decline
                | InteractionKind::WinBack
                | InteractionKind::Bid
                | InteractionKind::Design
        )
    }

    /// Whether so much of it means that somebody has been in touch: a visit shorter than `care.contact_hours` does not.
    #[must_use]
    pub fn is_contact_of(self, time: Minutes, care: &Care) -> bool {
        self.is_contact() && (self != InteractionKind::Care || time.to_hours() >= care.contact_hours)
    }
}

/// What came of an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It took place; of a win-back: the customer comes back.
    Done,
    /// A demo, or a call that ended in an advance.
    Advance,
    /// A call without an advance.
    Continuation,
    /// A need came to light, or was confirmed.
    Found,
    /// Research or a free check found no need.
    Nothing,
    /// The ticket is solved.
    Solved,
    /// The customer does not come back.
    Refused,
}
