//! How far the playing of a month is.

use crate::advice::chances::Told;
use crate::game::app::standings::Standings;
use crate::game::board::layout::{self, Arrangement};
use crate::game::board::places::Plan;
use crate::game::desk::state::SummaryUi;
use crate::game::desk::tokens::Held;
use crate::insight::bridge::Figure;
use crate::prose::Prose;
use crate::prose::highlights::{Highlight, highlights};
use crate::sim::units::{CustomerId, Round};
use bevy::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Seconds each change is shown where there are no more than five.
const STEP: f32 = 3.4;
/// Seconds for all changes together; a month is over within 25.
const ALL_STEPS: f32 = 23.0;
/// Seconds for everything else.
const REST: f32 = 1.4;
/// Seconds until a decision is told: the chances are on show, and nobody knows.
const SUSPENSE: f32 = 1.5;

/// The player has seen what happened.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played;

/// A board: its view's number, its size and the text size, who is held back.
type Board = (u64, [u32; 3], Held);

/// How far the playing is.
#[derive(Resource, Clone, Debug, Default)]
pub struct Playback {
    /// The changes, in the order in which they are told.
    pub steps: Vec<Highlight>,
    /// The one on show.
    pub at: usize,
    since: f32,
    /// The list is on show.
    pub is_over: bool,
    /// What the list remembers.
    pub summary: SummaryUi,
    /// Where the teams stand after the month.
    pub standings: Standings,
    /// What the team was told of its deals before the month.
    pub told: Arc<[Told]>,
    /// Where everybody stands, and on what board.
    arranged: Option<(Board, Arc<Arrangement>)>,
}

impl Playback {
    /// Starts with the changes of the last round of a view.
    #[must_use]
    pub fn start(prose: &Prose) -> Self {
        let round = Round(prose.view.past.rounds.len() as u16);
        let steps = highlights(prose, round);
        let is_over = steps.is_empty();
        Playback { steps, is_over, told: Arc::from(prose.told), ..Playback::default() }
    }

    /// The change on show.
    #[must_use]
    pub fn step(&self) -> Option<&Highlight> {
        if self.is_over { None } else { self.steps.get(self.at) }
    }

    /// How far the decision on show is from being told: 0 as its chances come up, 1 once it is told; 1 of all that is no decision.
    #[must_use]
    pub fn revealed(&self) -> f32 {
        let waits = self.step().is_some_and(|step| step.contest.is_some());
        if waits { (self.since / SUSPENSE).min(1.0) } else { 1.0 }
    }

    /// Tells the decision that is waited for, else goes on to the next change.
    pub fn next(&mut self) {
        if self.revealed() < 1.0 {
            self.since = SUSPENSE;
            return;
        }
        self.at += 1;
        self.since = 0.0;
        // After the last change there is a moment for the tokens nobody spoke of.
        if self.at > self.steps.len() {
            self.is_over = true;
        }
    }

    /// Goes to the list.
    pub fn skip(&mut self) {
        self.is_over = true;
    }

    /// Stands still at the last change, or shows the list: for pictures.
    fn hold(&mut self, is_over: bool) {
        self.is_over = is_over || self.steps.is_empty();
        self.at = self.steps.len().saturating_sub(1);
        self.since = SUSPENSE;
    }

    /// The customers that still stand where they stood.
    #[must_use]
    pub fn held(&self, prose: &Prose) -> Held {
        if self.is_over || self.at >= self.steps.len() {
            return Held::default();
        }
        let told: Vec<_> = self.steps[..=self.at].iter().filter_map(|s| s.customer).collect();
        // A token moves a moment after its caption has come.
        let waits = if self.since < 0.5 || self.revealed() < 1.0 { self.step().and_then(|s| s.customer) } else { None };
        let moves = prose.view.customers.iter().filter(|c| c.phase != c.phase_before);
        Held(moves.map(|c| c.id).filter(|id| !told.contains(id) || Some(*id) == waits).collect())
    }

    /// The customers that the month's captions speak of: they stand on the board by name.
    #[must_use]
    pub fn spoken_of(&self) -> BTreeSet<CustomerId> {
        self.steps.iter().filter_map(|step| step.customer).collect()
    }

    /// Where everybody stands on a board of this size, as far as the month has been told.
    pub(super) fn arranged(&mut self, prose: &Prose, stamp: u64, size: bevy_egui::egui::Vec2, scale: f32) -> Arc<Arrangement> {
        let held = self.held(prose);
        let key = (stamp, [size.x.round() as u32, size.y.round() as u32, (scale * 100.0) as u32], held);
        if let Some((kept, made)) = &self.arranged
            && *kept == key
        {
            return Arc::clone(made);
        }
        let made = Arc::new(layout::arrange(prose, Plan::Lanes, size, scale, &self.spoken_of(), |c| key.2.phase(c)));
        self.arranged = Some((key, Arc::clone(&made)));
        made
    }

    /// Lets time pass; returns whether something still moves.
    pub fn tick(&mut self, seconds: f32) -> bool {
        if self.is_over {
            return false;
        }
        self.since += seconds;
        let suspense = |step: &Highlight| if step.contest.is_some() { SUSPENSE } else { 0.0 };
        let waits: f32 = self.steps.iter().map(suspense).sum();
        let step = STEP.min((ALL_STEPS - waits) / self.steps.len().max(1) as f32);
        let length = self.steps.get(self.at).map_or(REST, |of| step + suspense(of));
        if self.since >= length {
            self.next();
        }
        true
    }
}

/// How the playback is to stand in a picture.
#[derive(Resource)]
pub struct PlaybackWanted {
    /// The list is on show; else the last change.
    pub is_over: bool,
    /// The figure whose bridge is open in the list.
    pub open: Option<Figure>,
}

/// In a picture nothing is played: the first change stands still, or the list is on show.
pub fn hold_still(wanted: Option<Res<PlaybackWanted>>, mut playback: ResMut<Playback>) {
    if let Some(wanted) = wanted {
        playback.hold(wanted.is_over);
        playback.summary.open = wanted.open;
    }
}
