//! Who works and at what: roles, tasks, talks, tickets, what is built, what a team stands for.

use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::scenario::{Investment, Severity};
use crate::sim::terms::{Positioning, QueuePolicy, ServiceLevel, TaskKind};
use crate::sim::units::Role;

/// The name of a role.
#[must_use]
pub const fn role(name: Role) -> &'static str {
    match name {
        Role::Developer => "role-developer",
        Role::AccountManager => "role-account",
        Role::Service => "role-service",
        Role::Cultivator => "role-cultivator",
        Role::ProductSpecialist => "role-specialist",
    }
}

/// The name of a role where there is little room.
#[must_use]
pub const fn role_short(name: Role) -> &'static str {
    match name {
        Role::Developer => "role-developer-short",
        Role::AccountManager => "role-account-short",
        Role::Service => "role-service-short",
        Role::Cultivator => "role-cultivator-short",
        Role::ProductSpecialist => "role-specialist-short",
    }
}

/// What a task is about.
#[must_use]
pub const fn task(name: TaskKind) -> &'static str {
    match name {
        TaskKind::Call => "task-call",
        TaskKind::Visit => "task-visit",
        TaskKind::Quote => "task-quote",
        TaskKind::Service => "task-service",
        TaskKind::Survey => "task-survey",
    }
}

/// A kind of interaction, for the talk log.
#[must_use]
pub const fn interaction(name: InteractionKind) -> &'static str {
    match name {
        InteractionKind::Qualify => "deed-qualify",
        InteractionKind::Research => "deed-research",
        InteractionKind::Referral => "deed-referral",
        InteractionKind::Call => "deed-call",
        InteractionKind::Decline => "deed-decline",
        InteractionKind::Preparation => "deed-preparation",
        InteractionKind::Demo => "deed-demo",
        InteractionKind::FreeCheck => "deed-check",
        InteractionKind::Quote => "deed-quote",
        InteractionKind::Gift => "deed-gift",
        InteractionKind::Handover => "deed-handover",
        InteractionKind::WinBack => "deed-winback",
        InteractionKind::Care => "deed-care",
        InteractionKind::Ticket => "deed-ticket",
        InteractionKind::Check => "deed-proactive",
        InteractionKind::Compensation => "deed-compensation",
        InteractionKind::Survey => "deed-survey",
        InteractionKind::Bid => "deed-bid",
        InteractionKind::Rebate => "deed-rebate",
        InteractionKind::Nurture => "deed-nurture",
        InteractionKind::Design => "deed-design",
    }
}

/// How an interaction ended.
#[must_use]
pub const fn outcome(name: Outcome) -> &'static str {
    match name {
        Outcome::Done => "outcome-done",
        Outcome::Advance => "outcome-advance",
        Outcome::Continuation => "outcome-continuation",
        Outcome::Found => "outcome-found",
        Outcome::Nothing => "outcome-nothing",
        Outcome::Solved => "outcome-solved",
        Outcome::Refused => "outcome-refused",
    }
}

/// How bad a ticket is.
#[must_use]
pub const fn severity(name: Severity) -> &'static str {
    match name {
        Severity::Minor => "severity-minor",
        Severity::Major => "severity-major",
        Severity::Critical => "severity-critical",
    }
}

/// How the service desk orders its queue.
#[must_use]
pub const fn policy(name: QueuePolicy) -> &'static str {
    match name {
        QueuePolicy::FirstCome => "policy-first",
        QueuePolicy::Severity => "policy-severity",
        QueuePolicy::Value => "policy-value",
        QueuePolicy::DueDate => "policy-due",
    }
}

/// What a quote promises about later service.
#[must_use]
pub const fn service_level(name: ServiceLevel) -> &'static str {
    match name {
        ServiceLevel::Standard => "service-standard",
        ServiceLevel::Priority => "service-priority",
    }
}

/// Something that can be built.
#[must_use]
pub const fn investment(name: Investment) -> &'static str {
    match name {
        Investment::CallCentre => "investment-call-centre",
        Investment::WebPlatform => "investment-web-platform",
    }
}

/// What the team stands for.
#[must_use]
pub const fn positioning(name: Positioning) -> &'static str {
    match name {
        Positioning::Price => "positioning-price",
        Positioning::Quality => "positioning-quality",
        Positioning::Service => "positioning-service",
    }
}
