//! The cases to choose from.

use crate::sim::scenario::Guide;
use bevy::prelude::*;
use std::sync::{Arc, LazyLock};

/// The cases that come with the game, in order.
pub(super) static CASES: LazyLock<Vec<Arc<Guide>>> = LazyLock::new(|| {
    let all = crate::scenario::embedded().iter();
    all.filter_map(|(file, text)| crate::scenario::read(file, text.as_bytes()).ok()).map(|scenario| scenario.guide).collect()
});

/// The case on the card.
#[derive(Resource, Clone)]
pub(super) struct Case(pub Option<Arc<Guide>>);
