//! How a reader's language calls things. Whoever shows or writes lists lends its words; the CRM itself has none.

use crate::sim::scenario::Text;
use crate::sim::terms::{Found, Kind, Level, Phase, TaskKind, Tier};
use crate::sim::units::{Role, Round};

/// Words of one language, with the names that the scenario gives.
pub trait Wording {
    /// The text of a key.
    fn say(&self, key: &str) -> String;

    /// A text of the scenario.
    fn text(&self, text: &Text) -> String;

    /// The month of a round, with its year.
    fn month(&self, round: Round) -> String;

    /// The name of a phase of a relation.
    fn phase(&self, phase: Phase) -> String;

    /// What players call a customer of this kind.
    fn kind(&self, kind: Kind) -> String;

    /// The name of a relationship level.
    fn level(&self, level: Level) -> String;

    /// The name of a tier of the pyramid.
    fn tier(&self, tier: Tier) -> String;

    /// The name of a role.
    fn role(&self, role: Role) -> String;

    /// Who works in a post of a role, by its place.
    fn person(&self, role: Role, place: u8) -> String;

    /// How a customer came to be known.
    fn found(&self, found: Found) -> String;

    /// What a task asks for.
    fn task(&self, task: TaskKind) -> String;
}
