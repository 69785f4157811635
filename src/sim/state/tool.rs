//! The tool in which a team keeps its customer data.

use crate::sim::units::Round;
use serde::{Deserialize, Serialize};

/// A team's tool for customer data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToolState {
    /// Best record quality that it holds.
    pub cap: f64,
    /// Whether it is, or is about to be, an integrated CRM.
    pub integration: Integration,
}

impl Default for ToolState {
    fn default() -> ToolState {
        ToolState { cap: 100.0, integration: Integration::None }
    }
}

/// How far customer data is integrated (docs/model.md#customer-data).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Integration {
    /// Neither bought nor built: paper, a spreadsheet or a database.
    #[default]
    None,
    /// Works from the round after this one on.
    Coming(Round),
    /// Works since this round, and holds all that is written up.
    Done(Round),
}
