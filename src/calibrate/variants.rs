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

/// Whether the scenario tells the story that docs/model.md#facts is about: a key account that decides in a committee and buys by
/// the script, a salesperson who resigns, a critical ticket, in a market where orders are fought for one by one. Other
/// scenarios (visitors, contracts, private buyers) are held to the general facts and to their own.
#[must_use]
pub fn tells_the_story(scenario: &Scenario) -> bool {
    let key = scenario.customers.iter().position(|c| c.key_account).map(CustomerId::at);
    let any = |wanted: &dyn Fn(&Happening) -> bool| scenario.events.iter().any(|event| wanted(&event.what));
    let committee = key.is_some_and(|key| scenario.customers[key.index()].contacts.len() > 1);
    let fought_for = scenario.market.walk_ins.is_none() && !scenario.guide.has_contracts();
    committee
        && fought_for
        && any(&|what| matches!(what, Happening::Need(need) if Some(need.customer) == key))
        && any(&|what| matches!(what, Happening::Resigns(_)))
        && any(&is_critical)
}

fn is_critical(what: &Happening) -> bool {
    matches!(what, Happening::Ticket(ticket) if ticket.class == Severity::Critical)
}

/// Nobody resigns by the script.
#[must_use]
pub fn without_resignation(scenario: &Scenario) -> Arc<Scenario> {
    without(scenario, |what| matches!(what, Happening::Resigns(_)))
}

/// No critical ticket by the script.
#[must_use]
pub fn without_critical_ticket(scenario: &Scenario) -> Arc<Scenario> {
    without(scenario, is_critical)
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

/// As many generated customers with one order at the start, and as many more known ones as there were beside them.
#[must_use]
pub fn with_installed(scenario: &Scenario, installed: u16) -> Arc<Scenario> {
    let mut scenario = scenario.clone();
    let market = &mut scenario.market;
    let generated = market.customers.saturating_sub(scenario.customers.len() as u16);
    let leads = market.known.saturating_sub(market.installed);
    market.installed = installed.min(generated);
    market.known = market.installed.saturating_add(leads).min(generated);
    Arc::new(scenario)
}

/// The generated customers' sizes spread by another sigma.
#[must_use]
pub fn with_sigma(scenario: &Scenario, sigma: f64) -> Arc<Scenario> {
    let mut scenario = scenario.clone();
    scenario.market.sigma = sigma;
    Arc::new(scenario)
}
