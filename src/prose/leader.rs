//! The leader's three views in words: is the team diligent, is it able, what is near.

use super::names;
use super::wording::Prose;
use crate::insight::leader::{Near, Work};
use crate::insight::pipeline::Pipeline;

/// Talks of a role last month, and the time they took.
#[must_use]
pub fn talks(prose: &Prose, work: &Work) -> String {
    prose.say_with("leader-talks", &[("count", work.talks.into()), ("hours", prose.hours(work.time).into())])
}

/// Tasks of a role that are open, and how many of those due were done in time.
#[must_use]
pub fn tasks(prose: &Prose, work: &Work) -> String {
    let tasks = [("open", work.open.into()), ("part", work.in_time.part.into()), ("of", work.in_time.of.into())];
    let key = if work.in_time.of > 0 { "leader-tasks" } else { "leader-tasks-none-due" };
    prose.say_with(key, &tasks)
}

/// The stage, 1 to 6, at which deals come to a stop, and how many passed it; none while nobody can tell.
#[must_use]
pub fn short_stave(prose: &Prose, stage: Option<u8>, pipeline: &Pipeline) -> Option<String> {
    let stage = stage?;
    let passed = pipeline.rows.get(usize::from(stage).checked_sub(1)?)?.passed;
    let args = [("stage", prose.say(names::stage(stage)).into()), ("part", passed.part.into()), ("of", passed.of.into())];
    Some(prose.say_with(if stage == 6 { "leader-stave-last" } else { "leader-stave-at" }, &args))
}

/// The stage of a deal near its decision, and for how many days it has been there.
#[must_use]
pub fn near(prose: &Prose, near: &Near) -> String {
    prose.say_with("leader-days", &[("stage", prose.say(names::stage(near.stage)).into()), ("days", near.days.into())])
}
