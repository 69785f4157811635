//! The scenario of a game, read once however many rooms play it.

use super::RoomError;
use super::setup::Setup;
use crate::scenario::{self, Issue};
use crate::sim::scenario::Scenario;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock, Weak};

/// A scenario with its text. A copy is a handle on the same one.
#[derive(Clone, Debug)]
pub struct Case(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    text: Arc<str>,
    scenario: Arc<Scenario>,
    /// The same with made-up names, once a game asks for them.
    disguised: OnceLock<Arc<Scenario>>,
}

impl Case {
    /// Reads a scenario file. Its line ends become plain ones, so that a log has one kind alone and verifies even if all its
    /// ends are changed on the way.
    ///
    /// # Errors
    /// All its mistakes, in the order of the file.
    pub fn read(text: impl Into<Arc<str>>) -> Result<Case, Vec<Issue>> {
        let text = text.into();
        match scenario::line_ends(&text) {
            Cow::Borrowed(_) => Case::as_logged(text),
            Cow::Owned(plain) => Case::as_logged(plain.into()),
        }
    }

    /// Keeps the text as it stands.
    fn as_logged(text: Arc<str>) -> Result<Case, Vec<Issue>> {
        let scenario = Arc::new(scenario::read("scenario", text.as_bytes())?);
        Ok(Case(Arc::new(Inner { text, scenario, disguised: OnceLock::new() })))
    }

    /// The whole file.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.0.text
    }

    /// What is played, with the case's own names or with made-up ones.
    #[must_use]
    pub fn scenario(&self, fictional_names: bool) -> &Arc<Scenario> {
        if !fictional_names {
            return &self.0.scenario;
        }
        self.0.disguised.get_or_init(|| {
            let mut scenario = Scenario::clone(&self.0.scenario);
            scenario::disguise(&mut scenario);
            Arc::new(scenario)
        })
    }

    /// What this set-up plays.
    pub(super) fn for_setup(&self, setup: &Setup) -> Result<Arc<Scenario>, RoomError> {
        setup.check(&self.0.scenario)?;
        Ok(self.scenario(setup.fictional_names).clone())
    }
}

/// The cases that rooms of one host play, each held once and as long as a room plays it.
#[derive(Clone, Debug, Default)]
pub struct Cases(Vec<Weak<Inner>>);

impl Cases {
    /// The case of this text, read now if it was not before.
    ///
    /// # Errors
    /// All mistakes of the text.
    pub fn of(&mut self, text: &str) -> Result<Case, Vec<Issue>> {
        self.as_logged(&scenario::line_ends(text))
    }

    /// The same for the text of a log, which stays as it stands.
    pub(super) fn as_logged(&mut self, text: &str) -> Result<Case, Vec<Issue>> {
        self.0.retain(|case| case.strong_count() > 0);
        if let Some(known) = self.0.iter().filter_map(Weak::upgrade).find(|case| &*case.text == text) {
            return Ok(Case(known));
        }
        let case = Case::as_logged(text.into())?;
        self.0.push(Arc::downgrade(&case.0));
        Ok(case)
    }
}
