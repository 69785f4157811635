//! The strategy that a team begins to think from.

use crate::sim::terms::{Level, Positioning, Strategy};
use crate::sim::view::View;

/// The strategy a team starts to think from: what it filed, or the usual one.
#[must_use]
pub fn start(view: &View) -> Strategy {
    view.strategy.clone().unwrap_or(Strategy {
        segments: Vec::new(),
        positioning: Positioning::Quality,
        levels: [Level::Partnership, Level::Proactive, Level::Accountable, Level::Reactive],
    })
}
