//! Scenarios with something left out: what the facts compare.

use crate::sim::scenario::{Happening, Scenario, Severity};
use crate::sim::units::CustomerId;
use std::sync::Arc;

/// The round in which a member of staff resigns by the script; None if nobody does.
#[must_use]
pub fn resignation(scenario: &Scenario) -> Option<u16> {
    scenario.events.iter().find_map(|event| matches!(event.what, Happening::Resigns(_)).then_some(event.round))
}

/// The customer that the scenario is about: its first key account, else its first named customer.
#[must_use]
pub fn focus(scenario: &Scenario) -> Option<CustomerId> {
    let key = scenario.customers.iter().position(|c| c.key_account);
    key.or(if scenario.customers.is_empty() { None } else { Some(0) }).map(CustomerId::at)
}

/// Nobody resigns by the script.
#[must_use]
pub fn without_resignation(scenario: &Scenario) -> Arc<Scenario> {
    without(scenario, |what| matches!(what, Happening::Resigns(_)))
}

/// No critical ticket by the script.
#[must_use]
pub fn without_critical_ticket(scenario: &Scenario) -> Arc<Scenario> {
    without(scenario, |what| matches!(what, Happening::Ticket(ticket) if ticket.class == Severity::Critical))
}

/// Events are named by their place in the list, so one that is left out becomes news without words.
fn without(scenario: &Scenario, left_out: impl Fn(&Happening) -> bool) -> Arc<Scenario> {
    let mut scenario = scenario.clone();
    for event in &mut scenario.events {
        if left_out(&event.what) {
            event.what = Happening::News;
        }
    }
    Arc::new(scenario)
}
