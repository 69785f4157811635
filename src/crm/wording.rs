//! How a reader's language calls things. Whoever shows or writes lists lends its words; the CRM itself has none.

use crate::sim::scenario::Text;
use crate::sim::terms::{Found, Phase};
use crate::sim::terms::{Kind, Level, TaskKind, Tier};
use crate::sim::units::{Role, Round};

pub trait Wording {
    /// The text of a key.
    fn say(&self, key: &str) -> String;
    fn text(&self, text: &Text) -> String;
    fn month(&self, round: Round) -> String;
    fn phase(&self, phase: Phase) -> String;
    fn kind(&self, kind: Kind) -> String;
    fn level(&self, level: Level) -> String;
    fn tier(&self, tier: Tier) -> String;
    fn role(&self, role: Role) -> String;
    /// Who works in a post of a role, by its place.
    fn person(&self, role: Role, place: u8) -> String;
    fn found(&self, found: Found) -> String;
    fn task(&self, task: TaskKind) -> String;
}
