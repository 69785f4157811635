//! What a seat sends to the room, and why the room may not take it.

use crate::sim::planning::command::Command;
use crate::sim::terms::Reject;
use crate::sim::units::{Round, Seat};
use serde::{Deserialize, Serialize};

/// Place of somebody among the members of a team (`TeamSetup::members`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(pub u8);

impl MemberId {
    /// As a place in a list.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Chosen by whoever sends a decision, so that one that is sent again because the answer was lost is not carried out twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestId(pub u64);

/// How often what a seat plans on has changed. It never runs backwards during a game, not even through months that are taken
/// back, so that an old screen cannot match by accident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u32);

/// Something that a seat wants done in a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The month it is meant for.
    pub round: Round,
    /// For which role of which team.
    pub seat: Seat,
    /// Who decides, where a team's people are known; None: whoever sits at the one screen, with the rights of all who play the role.
    /// A host sets it for whoever has signed in; it is not the sender's to say.
    pub member: Option<MemberId>,
    /// None: it is carried out as often as it is sent.
    pub request: Option<RequestId>,
    /// That of the plan it was made on; notes depend on no plan and pass with any.
    pub revision: Revision,
    /// What is wanted.
    pub act: Act,
}

/// What a decision does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Act {
    /// Something within the rules.
    Do(Command),
    /// Hand the role's plan in: until it is withdrawn, who has handed in can only write notes.
    Submit,
    /// Take it back, to go on planning.
    Withdraw,
}

impl From<Command> for Act {
    fn from(command: Command) -> Act {
        Act::Do(command)
    }
}

/// Why a decision was not taken; then nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The rules refuse the command.
    #[error("the rules do not allow it ({0:?})")]
    Rules(Reject),
    /// No such team or role in the game, or a bot's.
    #[error("nobody plays this role")]
    NoSuchSeat,
    /// The team has no such member, or the member does not play this role.
    #[error("this player does not play this role")]
    NotYourRole,
    /// It was made for a month that is not being planned.
    #[error("it was made for another month; month {} is being planned", .now.0)]
    OtherRound {
        /// The month being planned.
        now: Round,
    },
    /// The plan has changed since the decision was made.
    #[error("the plan has changed since (revision {})", .now.0)]
    Stale {
        /// The plan's revision.
        now: Revision,
    },
    /// The request's number was used for another decision.
    #[error("this request was another decision")]
    RequestUsed,
    /// Handed in already; withdraw first.
    #[error("the plan is submitted")]
    Submitted,
    /// There is nothing to withdraw.
    #[error("the plan is not submitted")]
    NotSubmitted,
    /// It would take more than the member's part of the role's hours.
    #[error("it is more than this player's share of the role's hours")]
    NotEnoughHours,
    /// The last month is resolved.
    #[error("the game is over")]
    Over,
}

impl Refusal {
    /// Stable, for other programs and for whoever tells it in words. For the rules' own refusals the reason is inside.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Refusal::Rules(_) => "rules",
            Refusal::NoSuchSeat => "no-such-seat",
            Refusal::NotYourRole => "not-your-role",
            Refusal::OtherRound { .. } => "other-round",
            Refusal::Stale { .. } => "stale",
            Refusal::RequestUsed => "request-used",
            Refusal::Submitted => "submitted",
            Refusal::NotSubmitted => "not-submitted",
            Refusal::NotEnoughHours => "not-enough-hours",
            Refusal::Over => "over",
        }
    }
}
