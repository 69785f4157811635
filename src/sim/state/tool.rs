//! The tool in which a team keeps its customer data.

use crate::sim::units::Round;
use serde::{Deserialize, Serialize};

/// A team's tool for customer data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToolState {
    /// Best record quality that it holds.
    pub cap: f64,
    pub integration: Integration,
}
impl Default for ToolState {
    fn default() -> ToolState {
        ToolState { cap: 100.0, integration: Integration::None }
    }
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Integration {
    #[default]
    None,
    /// Works from the round after this one on.
    Coming(Round),
    Done(Round),
}
