//! What the plan cannot keep, worked out once for a view and not in every frame: it weighs all that was promised against all the goods.

use super::draft::Draft;
use crate::game::board::Kept;
use crate::prose::{Prose, checks};
use crate::sim::cards::CardId;
use crate::words::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the plan cannot keep, a sentence each.
#[derive(Clone, Debug)]
pub struct PlanChecks {
    /// All of it.
    pub plan: Vec<String>,
    cards: BTreeMap<CardId, Vec<String>>,
}

impl PlanChecks {
    /// What a card of the plan is about that it cannot keep.
    #[must_use]
    pub fn card(&self, id: CardId) -> &[String] {
        self.cards.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// The same for as long as the view, the language and the card in the editor stay what they are.
#[derive(Clone, Debug, Default)]
pub struct ChecksCache {
    plan: Kept<(u64, Lang), PlanChecks>,
    draft: Kept<(u64, Lang, Draft), Vec<String>>,
}

impl ChecksCache {
    /// Of the plan in the view of this number.
    pub fn of(&mut self, prose: &Prose, stamp: u64) -> Arc<PlanChecks> {
        self.plan.get((stamp, prose.lang), || PlanChecks {
            plan: checks::of_plan(prose),
            cards: prose.view.plan.iter().map(|planned| (planned.id, checks::of_planned(prose, planned))).collect(),
        })
    }

    /// Of the card in the editor.
    pub fn of_draft(&mut self, prose: &Prose, stamp: u64, draft: &Draft) -> Arc<Vec<String>> {
        let make = || checks::of_card(prose, &draft.card, draft.role, draft.changes);
        self.draft.get((stamp, prose.lang, draft.clone()), make)
    }
}
