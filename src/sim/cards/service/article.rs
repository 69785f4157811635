//! A knowledge article: later tickets of the class take less time (docs/model.md#articles).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::scenario::{Guide, Severity};
use crate::sim::terms::{Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// Writes an article about a class of tickets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The tickets it is about: minor, major or critical ones.
    pub class: Severity,
}

impl CardRules for Article {
    fn key(&self) -> &'static str {
        "article"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::Service])
    }

    fn when(&self) -> When {
        When::Asking
    }

    fn each_customer(&self, _: &mut dyn FnMut(CustomerId)) {}

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.service.article_hours)
    }

    fn check(&self, _: &Bounds<'_>) -> Result<(), Reject> {
        Ok(())
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.that(needs.facts.solved(self.class) >= u32::from(needs.rules().service.article_needs), Missing::Solved);
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Article(other) if other.class == self.class)
    }

    fn setting(&self) -> Setting {
        Setting::NOTHING
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let written = &mut turn.team.service_desk.articles[self.class.index()];
        *written = written.saturating_add(1);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let rules = &outlook.rules().service;
        let written = outlook.known.articles[self.class.index()];
        Estimate::Saves(rules.saved_by_articles(written.saturating_add(1)) - rules.saved_by_articles(written))
    }
}
