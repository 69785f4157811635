//! The tool in which a team keeps its customer data.

use crate::sim::cards::command::Action;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::luck::draw::Purpose;
use crate::sim::parameters::Tools;
use crate::sim::state::{EntryKind, Team};
use crate::sim::terms::Missing;
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Minutes, Role, Round};
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
