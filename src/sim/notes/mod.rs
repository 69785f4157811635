//! What a team writes down for itself: saved queries, its own words on customers, talks and tasks, its message board.
//!
//! Notes are part of the game's log, so that they survive a restart and a replay, but no rule ever reads them: they change
//! nothing that a customer does (docs/cases.md#consulting-firm; docs/model.md#notes).
//!
//! **The leader** reads the suggestions and annotates everybody's tasks. Anybody may name one while there is none; after
//! that the leader alone passes the lead on. Until one is named it is the account manager, as in the case.

mod query;

pub use query::{Condition, Field, Origin, Query, Span};

use crate::sim::terms::Kind;
use crate::sim::units::{CustomerId, Role, Round};
use serde::{Deserialize, Serialize};

/// Saved queries of a team.
pub const MOST_QUERIES: usize = 30;
/// Conditions of a query.
pub const MOST_CONDITIONS: usize = 40;
/// Firms entered by hand.
pub const MOST_FIRMS: usize = 500;
/// Messages on the board, replies included.
pub const MOST_MESSAGES: usize = 400;
/// Suggestions to the leader.
pub const MOST_SUGGESTIONS: usize = 200;
/// Letters of the name of a query, and of a name to look for.
pub const QUERY_NAME: usize = 40;
/// Letters of a firm's name.
pub const FIRM_NAME: usize = 60;
/// Letters of an address or telephone number.
pub const REACH: usize = 120;
/// Letters of a remark on a customer, a talk or a task.
pub const REMARK: usize = 400;
/// Letters of a message or suggestion.
pub const MESSAGE: usize = 500;

/// Name of a query, firm, message or suggestion, unique within the team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub u32);

/// Place of a line in the team's talk log. The log only grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TalkId(pub u32);

/// What a seat writes down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// Keep a query under a name.
    SaveQuery {
        /// 1 to [`QUERY_NAME`] letters, one line, like no other of the team.
        name: String,
        /// At most [`MOST_CONDITIONS`] conditions, none of them twice.
        query: Query,
    },
    /// Another name or other conditions for a saved query.
    ChangeQuery {
        /// Which one.
        id: NoteId,
        /// As when it was saved.
        name: String,
        /// As when it was saved.
        query: Query,
    },
    /// Forget a saved query.
    DropQuery(NoteId),
    /// The team's own fields of a customer it knows; empty ones take the note away.
    Own(CustomerId, OwnFields),
    /// A firm entered by hand.
    Enter(Firm),
    /// Other words for a firm entered by hand; who entered it and when stays.
    ChangeFirm(NoteId, Firm),
    /// Take a firm off the list.
    DropFirm(NoteId),
    /// A firm entered by hand turns out to be one that is there already: its words go over to the other.
    Merge {
        /// The one that goes.
        firm: NoteId,
        /// The one that takes its words.
        into: Same,
    },
    /// The words on a talk; its time stays what it was. By whoever held it, or the leader. Empty takes them away.
    Talk(TalkId, String),
    /// The leader's words on a task. Empty takes them away.
    Task(u32, String),
    /// On the board; `reply` names the message it answers.
    Post {
        /// 1 to [`MESSAGE`] letters.
        text: String,
        /// None: it answers nothing. An answer to an answer goes to the message that began it.
        reply: Option<NoteId>,
    },
    /// By its author or the leader.
    Withdraw(NoteId),
    /// To the leader alone.
    Suggest {
        /// 1 to [`MESSAGE`] letters.
        text: String,
        /// Whether the leader learns who makes it.
        signature: Signature,
    },
    /// Name the leader.
    Leader(Role),
}

/// Whether a suggestion says who makes it. An anonymous one carries no name anywhere in the state; the game's log, which
/// only its owner reads, holds the seat of every decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signature {
    /// With the role of its author.
    #[default]
    Signed,
    /// Without.
    Anonymous,
}

/// What a firm entered by hand turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Same {
    /// A customer the team knows.
    Customer(CustomerId),
    /// Another firm entered by hand.
    Firm(NoteId),
}

/// What the team itself writes on a customer's sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFields {
    /// Telephone and address.
    pub reach: String,
    /// Anything, in several lines.
    pub remark: String,
}

impl OwnFields {
    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reach.is_empty() && self.remark.is_empty()
    }

    /// These, and behind them what `going` has more.
    #[must_use]
    pub fn joined(self, going: OwnFields) -> OwnFields {
        let join = |stays: String, going: String, between: &str| match (stays.is_empty(), going.is_empty() || stays.split(between).any(|part| part == going)) {
            (true, _) => going,
            (false, true) => stays,
            (false, false) => format!("{stays}{between}{going}"),
        };
        OwnFields { reach: join(self.reach, going.reach, "; "), remark: join(self.remark, going.remark, "\n") }
    }
}

/// A firm entered by hand or read from a list. The market knows nothing of it: it cannot be called or sold to, only kept
/// in mind. If the team meets a customer of that name, the two are offered for merging.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firm {
    /// 1 to [`FIRM_NAME`] letters, one line.
    pub name: String,
    /// What the team calls it, as with customers.
    pub kind: Kind,
    /// How to reach it, and a remark.
    pub own: OwnFields,
}

/// A firm on the team's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entered {
    /// Stays when the words change.
    pub id: NoteId,
    /// The month being planned when it was entered.
    pub round: Round,
    /// Who entered it.
    pub by: Role,
    /// As it was written last.
    pub firm: Firm,
}

/// A query that the team keeps; every seat may use, change and drop it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedQuery {
    /// Stays when name or query change.
    pub id: NoteId,
    /// Like no other of the team.
    pub name: String,
    /// As it was saved last.
    pub query: Query,
}

/// A message on the team's board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// What its answers name.
    pub id: NoteId,
    /// The month being planned when it was posted.
    pub round: Round,
    /// Who posted it.
    pub by: Role,
    /// Empty: withdrawn, but answered.
    pub text: String,
    /// The message this one answers; never a reply itself.
    pub reply: Option<NoteId>,
}

/// A suggestion, for the leader's eyes only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// Rises with the order in which they were made.
    pub id: NoteId,
    /// The month being planned when it was made.
    pub round: Round,
    /// None: anonymous.
    pub by: Option<Role>,
    /// 1 to [`MESSAGE`] letters.
    pub text: String,
}

/// All notes of a team, each list in the order of id.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Notes {
    /// Who was named; None: nobody yet, see [`Notes::leader`].
    pub leader: Option<Role>,
    /// The number given last, 0 before the first; queries, firms, messages and suggestions share one count.
    pub last_id: u32,
    /// At most [`MOST_QUERIES`].
    pub queries: Vec<SavedQuery>,
    /// The team's own fields, by customer; those with nothing in them are left out.
    pub own: Vec<(CustomerId, OwnFields)>,
    /// Firms entered by hand, at most [`MOST_FIRMS`].
    pub firms: Vec<Entered>,
    /// Words on talks. The talk log is kept only where causes are recorded and so is no part of the hash; nor are these.
    #[serde(skip)]
    pub talks: Vec<(TalkId, String)>,
    /// The leader's words on tasks, by task.
    pub tasks: Vec<(u32, String)>,
    /// The board, answers included; at most [`MOST_MESSAGES`].
    pub messages: Vec<Message>,
    /// At most [`MOST_SUGGESTIONS`]; empty in the view of everybody but the leader.
    pub suggestions: Vec<Suggestion>,
}

impl Notes {
    /// Who leads: the account manager until somebody is named.
    #[must_use]
    pub fn leader(&self) -> Role {
        self.leader.unwrap_or(Role::AccountManager)
    }

    /// The team's own fields of a customer.
    #[must_use]
    pub fn own(&self, customer: CustomerId) -> Option<&OwnFields> {
        self.own.binary_search_by_key(&customer, |(id, _)| *id).ok().map(|place| &self.own[place].1)
    }

    /// The words on a talk; None without any.
    #[must_use]
    pub fn talk(&self, talk: TalkId) -> Option<&str> {
        self.talks.binary_search_by_key(&talk, |(id, _)| *id).ok().map(|place| self.talks[place].1.as_str())
    }

    /// The leader's words on a task, by the task's id; None without any.
    #[must_use]
    pub fn task(&self, task: u32) -> Option<&str> {
        self.tasks.binary_search_by_key(&task, |(id, _)| *id).ok().map(|place| self.tasks[place].1.as_str())
    }

    /// None if it was dropped.
    #[must_use]
    pub fn query(&self, id: NoteId) -> Option<&SavedQuery> {
        self.queries.iter().find(|q| q.id == id)
    }

    /// None if it was dropped or merged.
    #[must_use]
    pub fn firm(&self, id: NoteId) -> Option<&Entered> {
        self.firms.iter().find(|f| f.id == id)
    }

    /// None if it was withdrawn without an answer.
    #[must_use]
    pub fn message(&self, id: NoteId) -> Option<&Message> {
        self.messages.iter().find(|m| m.id == id)
    }
}

/// Whether a text shows all it holds: no control signs but new lines, nothing of no width, nothing that turns the line around.
#[must_use]
pub fn shows(text: &str) -> bool {
    let hidden =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !text.chars().any(hidden)
}
