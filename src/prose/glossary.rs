//! The words of the game, each explained in a sentence or two: for whoever rests the mouse on one, and as a list in the help.
//! The terms are those of docs/glossary.md.

use super::wording::Prose;
use crate::crm::fields::SheetField;
use crate::sim::scenario::{BuyingRole, Severity, Style};
use crate::sim::terms::{Kind, Level, Phase, ServiceLevel, TaskKind, Tier};

/// A word with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word as it stands in the game.
    pub name: String,
    /// What it means, in plain words.
    pub meaning: String,
}

/// Words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub title: String,
    /// The words, in the order in which one meets them.
    pub terms: Vec<Term>,
}

/// The key of a word and of its meaning.
type Keys = (&'static str, &'static str);

/// The phases of a relation, by which the board is laid out.
const PHASES: [Keys; 6] = [
    ("phase-awareness", "gloss-awareness"),
    ("phase-exploration", "gloss-exploration"),
    ("phase-formation", "gloss-formation"),
    ("phase-stability", "gloss-stability"),
    ("phase-decline", "gloss-decline"),
    ("phase-lost", "gloss-lost"),
];

/// The numbers at the head of a customer's sheet.
const MEASURES: [Keys; 6] = [
    ("measure-satisfaction", "measure-satisfaction-hint"),
    ("measure-trust", "measure-trust-hint"),
    ("measure-commitment", "measure-commitment-hint"),
    ("measure-records", "measure-records-hint"),
    ("measure-bond", "measure-bond-hint"),
    ("measure-negative", "measure-negative-hint"),
];

/// What a customer is worth.
const WORTH: [Keys; 9] = [
    ("field-value", "gloss-yearly-value"),
    ("value-contribution", "gloss-contribution"),
    ("field-tier", "gloss-tier"),
    ("tier-vip", "gloss-tier-vip"),
    ("tier-main", "gloss-tier-main"),
    ("tier-ordinary", "gloss-tier-ordinary"),
    ("tier-small", "gloss-tier-small"),
    ("gloss-rfm-name", "gloss-rfm"),
    ("gloss-lifetime-name", "gloss-lifetime"),
];

/// How a customer is looked after.
const CARE: [Keys; 11] = [
    ("field-level", "gloss-level"),
    ("level-basic", "level-basic-hint"),
    ("level-reactive", "level-reactive-hint"),
    ("level-accountable", "level-accountable-hint"),
    ("level-proactive", "level-proactive-hint"),
    ("level-partnership", "level-partnership-hint"),
    ("field-kind", "gloss-kind"),
    ("kind-intending", "gloss-kind-intending"),
    ("kind-qualified", "gloss-kind-qualified"),
    ("kind-paused", "gloss-kind-paused"),
    ("gloss-pool-name", "gloss-pool"),
];

/// Selling.
const SELLING: [Keys; 15] = [
    ("gloss-lead-name", "gloss-lead"),
    ("gloss-deal-name", "gloss-deal"),
    ("gloss-stage-name", "gloss-stage"),
    ("gloss-advance-name", "gloss-advance"),
    ("contacts-title", "gloss-committee"),
    ("buying-decides", "gloss-buying-decides"),
    ("buying-gatekeeper", "gloss-buying-gatekeeper"),
    ("buying-user", "gloss-buying-user"),
    ("buying-purchaser", "gloss-buying-purchaser"),
    ("deals-committee", "gloss-support"),
    ("deals-chance", "gloss-chance"),
    ("quote-promise", "gloss-promise"),
    ("gloss-expectation-name", "gloss-expectation"),
    ("quote-part-fit", "gloss-fit"),
    ("quote-part-total", "gloss-weight"),
];

/// Service and the office.
const OFFICE: [Keys; 6] = [
    ("gloss-ticket-name", "gloss-ticket"),
    ("service-level", "gloss-service-level"),
    ("gloss-task-name", "gloss-task"),
    ("gloss-forecast-name", "gloss-forecast"),
    ("gloss-routine-name", "gloss-routine"),
    ("measure-reputation", "gloss-reputation"),
];

/// All words, group by group.
#[must_use]
pub fn groups(prose: &Prose) -> Vec<Group> {
    let lists: [(&str, &[Keys]); 6] = [
        ("gloss-group-phases", &PHASES),
        ("gloss-group-measures", &MEASURES),
        ("gloss-group-worth", &WORTH),
        ("gloss-group-care", &CARE),
        ("gloss-group-selling", &SELLING),
        ("gloss-group-office", &OFFICE),
    ];
    let term = |&(name, meaning): &Keys| Term { name: prose.title(name), meaning: prose.say(meaning) };
    lists.into_iter().map(|(title, keys)| Group { title: prose.say(title), terms: keys.iter().map(term).collect() }).collect()
}

/// What a phase means.
#[must_use]
pub const fn phase(name: Phase) -> &'static str {
    match name {
        Phase::Unknown | Phase::Awareness => "gloss-awareness",
        Phase::Exploration => "gloss-exploration",
        Phase::Formation => "gloss-formation",
        Phase::Stability => "gloss-stability",
        Phase::Decline => "gloss-decline",
        Phase::Lost => "gloss-lost",
    }
}

/// Who belongs to a tier of the pyramid.
#[must_use]
pub const fn tier(name: Tier) -> &'static str {
    match name {
        Tier::Vip => "gloss-tier-vip",
        Tier::Main => "gloss-tier-main",
        Tier::Ordinary => "gloss-tier-ordinary",
        Tier::Small => "gloss-tier-small",
    }
}

/// What the team means by a kind of customer.
#[must_use]
pub const fn kind(name: Kind) -> &'static str {
    match name {
        Kind::Intending => "gloss-kind-intending",
        Kind::Qualified => "gloss-kind-qualified",
        Kind::Paused => "gloss-kind-paused",
    }
}

/// What a level of care comes to.
#[must_use]
pub const fn level(name: Level) -> &'static str {
    super::names::level_hint(name)
}

/// What somebody in a buying centre has to say.
#[must_use]
pub const fn buying_role(name: BuyingRole) -> &'static str {
    match name {
        BuyingRole::DecisionMaker => "gloss-buying-decides",
        BuyingRole::Gatekeeper => "gloss-buying-gatekeeper",
        BuyingRole::User => "gloss-buying-user",
        BuyingRole::Purchaser => "gloss-buying-purchaser",
    }
}

/// How somebody thinks who thinks so.
#[must_use]
pub const fn style(name: Style) -> &'static str {
    match name {
        Style::A => "gloss-style-a",
        Style::B => "gloss-style-b",
        Style::C => "gloss-style-c",
        Style::D => "gloss-style-d",
    }
}

/// What has to be there before a deal is at a stage, 1 to 6, and what that says.
#[must_use]
pub const fn stage(number: u8) -> &'static str {
    match number {
        0 | 1 => "gloss-stage-1",
        2 => "gloss-stage-2",
        3 => "gloss-stage-3",
        4 => "gloss-stage-4",
        5 => "gloss-stage-5",
        _ => "gloss-stage-6",
    }
}

/// How bad a ticket is, and how soon it wants an answer.
#[must_use]
pub const fn severity(name: Severity) -> &'static str {
    match name {
        Severity::Minor => "gloss-severity-minor",
        Severity::Major => "gloss-severity-major",
        Severity::Critical => "gloss-severity-critical",
    }
}

/// What a level of service promises.
#[must_use]
pub const fn service_level(name: ServiceLevel) -> &'static str {
    match name {
        ServiceLevel::Standard => "gloss-service-standard",
        ServiceLevel::Priority => "gloss-service-priority",
    }
}

/// What whoever does a task does.
#[must_use]
pub const fn task(name: TaskKind) -> &'static str {
    match name {
        TaskKind::Call => "gloss-task-call",
        TaskKind::Visit => "gloss-task-visit",
        TaskKind::Quote => "gloss-task-quote",
        TaskKind::Service => "gloss-task-service",
        TaskKind::Survey => "gloss-task-survey",
    }
}

/// What a field of a customer's sheet tells.
#[must_use]
pub const fn field(name: SheetField) -> &'static str {
    match name {
        SheetField::Name => "gloss-field-name",
        SheetField::Industry => "gloss-field-industry",
        SheetField::Source => "gloss-field-source",
        SheetField::Added => "gloss-field-added",
        SheetField::Owner => "gloss-field-owner",
        SheetField::Kind => "gloss-kind",
        SheetField::Level => "gloss-level",
        SheetField::Phase => "gloss-field-phase",
        SheetField::Tier => "gloss-tier",
        SheetField::Value => "gloss-yearly-value",
        SheetField::Satisfaction => "measure-satisfaction-hint",
        SheetField::LastContact => "gloss-field-last-contact",
        SheetField::LastOrder => "gloss-field-last-order",
        SheetField::NextTask => "gloss-task",
        SheetField::Reach => "gloss-field-reach",
        SheetField::Remark => "gloss-field-remark",
    }
}
