//! The journal: every change with its cause, what happened, and the talk log. Lies outside the state, so that a copy of the
//! truth carries none of it; with recording off it stays empty, and a month comes out the same. One command asks it: words
//! on a talk (`Note::Talk`) can only be written where the talk was recorded.

/// Declares a struct whose fields are private, but for unit tests.
macro_rules! kept {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[cfg(not(test))]
        pub struct $name { $($(#[$doc])* $field: $type,)* }

        $(#[$meta])*
        #[cfg(test)]
        #[allow(missing_docs, reason = "unit tests alone see the fields")]
        pub struct $name { $($(#[$doc])* pub $field: $type,)* }
    };
}

pub mod effect;
pub mod ledger;
pub mod measures;
pub mod report;

use crate::sim::terms::Phase;
use effect::Effect;
use report::{Happened, Interaction, TeamReport};

/// How much the journal keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Recording {
    /// Everything: changes with their causes, happenings, the talk log.
    #[default]
    Full,
    /// Nothing: for benches and calibration.
    Off,
}

/// What is recorded of every team, by team id.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// One a team, in the order of ids; with recording off each stays empty.
    pub teams: Vec<TeamJournal>,
}

impl Journal {
    /// An empty journal of so many teams.
    #[must_use]
    pub fn new(teams: usize, recording: Recording) -> Journal {
        Journal { teams: vec![TeamJournal { recording, ..TeamJournal::default() }; teams] }
    }

    /// How far the record has come, as a month opens.
    #[must_use]
    pub fn mark(&self) -> Mark {
        let of = |team: &TeamJournal| TeamMark { report: team.report.clone(), talks: team.interactions.len(), phases_before: team.phases_before.clone() };
        Mark { months: self.teams.first().map_or(0, |team| team.past.len()), teams: self.teams.iter().map(of).collect() }
    }

    /// Forgets all that was recorded after this mark.
    pub fn back_to(&mut self, mark: &Mark) {
        for (team, then) in self.teams.iter_mut().zip(&mark.teams) {
            team.past.truncate(mark.months);
            team.interactions.truncate(then.talks);
            team.report = then.report.clone();
            team.phases_before.clone_from(&then.phases_before);
        }
    }

    /// Records nothing from now on, and forgets what it holds: for copies that only the outcome is asked of.
    pub fn stop(&mut self) {
        for team in &mut self.teams {
            *team = TeamJournal { recording: Recording::Off, ..TeamJournal::default() };
        }
    }
}

/// How far the record had come when a month opened.
#[derive(Clone, Debug)]
pub struct Mark {
    months: usize,
    teams: Vec<TeamMark>,
}

#[derive(Clone, Debug)]
struct TeamMark {
    report: TeamReport,
    talks: usize,
    phases_before: Vec<Phase>,
}

/// What is recorded of one team. Nothing here feeds the rules.
#[derive(Clone, Debug, Default)]
pub struct TeamJournal {
    recording: Recording,
    /// Since the last report.
    pub report: TeamReport,
    /// Reports of all months, the first first.
    pub past: Vec<TeamReport>,
    /// The talk log. It only grows.
    pub interactions: Vec<Interaction>,
    /// Phases of the month before, by customer.
    pub phases_before: Vec<Phase>,
}

impl TeamJournal {
    /// Records what happened.
    pub fn happened(&mut self, what: Happened) {
        if self.recording == Recording::Full {
            self.report.happened.push(what);
        }
    }

    /// Records a change; none where nothing has changed.
    pub fn effect(&mut self, effect: Effect) {
        if self.recording == Recording::Full && effect.from != effect.to {
            self.report.effects.push(effect);
        }
    }

    /// Adds a line to the talk log.
    pub fn talk(&mut self, line: impl FnOnce() -> Interaction) {
        if self.recording == Recording::Full {
            self.interactions.push(line());
        }
    }

    /// Notes the phases that a month begins with.
    pub fn month_begins(&mut self, phases: impl Iterator<Item = Phase>) {
        if self.recording == Recording::Full {
            self.phases_before = phases.collect();
        }
    }

    /// Ends a month: its report, of which a copy is kept.
    pub fn month_ends(&mut self) -> TeamReport {
        let report = std::mem::take(&mut self.report);
        if self.recording == Recording::Full {
            self.past.push(report.clone());
        }
        report
    }
}
