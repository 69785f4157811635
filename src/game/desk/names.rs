//! The key of the text for each name in the game's vocabulary. One table for each kind of thing.

use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::{BidTerm, InteractionKind, NotInvited, Outcome};
use crate::sim::scenario::{BuyingRole, Investment, PriceTier, Severity, Style, TenderKind};
use crate::sim::state::EntryKind;
use crate::sim::terms::{Found, Phase, Revealed};
use crate::sim::terms::{Intent, Kind, Level, Missing, Payment, Positioning, QueuePolicy, Reason, Reject, ServiceLevel, TaskKind, Tier};
use crate::sim::units::Role;

/// The name of a phase.
#[must_use]
pub const fn phase(name: Phase) -> &'static str {
    match name {
        Phase::Unknown => "phase-unknown",
        Phase::Awareness => "phase-awareness",
        Phase::Exploration => "phase-exploration",
        Phase::Formation => "phase-formation",
        Phase::Stability => "phase-stability",
        Phase::Decline => "phase-decline",
        Phase::Lost => "phase-lost",
    }
}

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

/// What the team calls a customer.
#[must_use]
pub const fn kind(name: Kind) -> &'static str {
    match name {
        Kind::Intending => "kind-intending",
        Kind::Qualified => "kind-qualified",
        Kind::Paused => "kind-paused",
    }
}

/// A relationship level.
#[must_use]
pub const fn level(name: Level) -> &'static str {
    match name {
        Level::Basic => "level-basic",
        Level::Reactive => "level-reactive",
        Level::Accountable => "level-accountable",
        Level::Proactive => "level-proactive",
        Level::Partnership => "level-partnership",
    }
}

/// What a relationship level means.
#[must_use]
pub const fn level_hint(name: Level) -> &'static str {
    match name {
        Level::Basic => "level-basic-hint",
        Level::Reactive => "level-reactive-hint",
        Level::Accountable => "level-accountable-hint",
        Level::Proactive => "level-proactive-hint",
        Level::Partnership => "level-partnership-hint",
    }
}

/// A tier of the customer pyramid.
#[must_use]
pub const fn tier(name: Tier) -> &'static str {
    match name {
        Tier::Vip => "tier-vip",
        Tier::Main => "tier-main",
        Tier::Ordinary => "tier-ordinary",
        Tier::Small => "tier-small",
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

/// A position in the buying centre.
#[must_use]
pub const fn buying_role(name: BuyingRole) -> &'static str {
    match name {
        BuyingRole::DecisionMaker => "buying-decides",
        BuyingRole::Gatekeeper => "buying-gatekeeper",
        BuyingRole::User => "buying-user",
        BuyingRole::Purchaser => "buying-purchaser",
    }
}

/// How somebody thinks.
#[must_use]
pub const fn style(name: Style) -> &'static str {
    match name {
        Style::A => "style-a",
        Style::B => "style-b",
        Style::C => "style-c",
        Style::D => "style-d",
    }
}

/// How to present to somebody who thinks so.
#[must_use]
pub const fn style_hint(name: Style) -> &'static str {
    match name {
        Style::A => "style-a-hint",
        Style::B => "style-b-hint",
        Style::C => "style-c-hint",
        Style::D => "style-d-hint",
    }
}

/// What the seller wants from a call.
#[must_use]
pub const fn intent(name: Intent) -> &'static str {
    match name {
        Intent::Inform => "intent-inform",
        Intent::Ask => "intent-ask",
        Intent::Close => "intent-close",
    }
}

/// When that intent helps.
#[must_use]
pub const fn intent_hint(name: Intent) -> &'static str {
    match name {
        Intent::Inform => "intent-inform-hint",
        Intent::Ask => "intent-ask-hint",
        Intent::Close => "intent-close-hint",
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

/// When the customer pays.
#[must_use]
pub const fn payment(name: Payment) -> &'static str {
    match name {
        Payment::OnDelivery => "payment-delivery",
        Payment::Days30 => "payment-30",
        Payment::Days60 => "payment-60",
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

/// What the team stands for.
#[must_use]
pub const fn positioning(name: Positioning) -> &'static str {
    match name {
        Positioning::Price => "positioning-price",
        Positioning::Quality => "positioning-quality",
        Positioning::Service => "positioning-service",
    }
}

/// Why a customer is placed in a tier.
#[must_use]
pub const fn reason(name: Reason) -> &'static str {
    match name {
        Reason::OrderSize => "reason-size",
        Reason::Growth => "reason-growth",
        Reason::Loyalty => "reason-loyalty",
        Reason::Reference => "reason-reference",
        Reason::CostToServe => "reason-cost",
    }
}

/// Where a quote starts.
#[must_use]
pub const fn price_tier(name: PriceTier) -> &'static str {
    match name {
        PriceTier::Trial => "price-trial",
        PriceTier::Market => "price-market",
        PriceTier::Old => "price-old",
        PriceTier::Senior => "price-senior",
    }
}

/// A line of the profit and loss account.
#[must_use]
pub const fn entry(name: EntryKind) -> &'static str {
    match name {
        EntryKind::Opening => "entry-opening",
        EntryKind::Sale => "entry-sale",
        EntryKind::Goods => "entry-goods",
        EntryKind::Wages => "entry-wages",
        EntryKind::Prospecting => "entry-prospecting",
        EntryKind::Events => "entry-events",
        EntryKind::Selling => "entry-selling",
        EntryKind::Care => "entry-care",
        EntryKind::Service => "entry-service",
        EntryKind::Compensation => "entry-compensation",
        EntryKind::Gifts => "entry-gifts",
        EntryKind::Fine => "entry-fine",
        EntryKind::Interest => "entry-interest",
        EntryKind::Fee => "entry-fee",
        EntryKind::Serving => "entry-serving",
        EntryKind::Penalty => "entry-penalty",
        EntryKind::Tools => "entry-tools",
        EntryKind::Campaigns => "entry-campaigns",
        EntryKind::Rebates => "entry-rebates",
        EntryKind::Investments => "entry-investments",
        EntryKind::Credit => "entry-credit",
        EntryKind::Payment => "entry-payment",
        EntryKind::Purchase => "entry-purchase",
        EntryKind::FromStock => "entry-from-stock",
        EntryKind::Holding => "entry-holding",
        EntryKind::Express => "entry-express",
        EntryKind::Staff => "entry-staff",
    }
}

/// A quantity of a relation.
#[must_use]
pub const fn measure(name: Measure) -> &'static str {
    match name {
        Measure::Expectation => "measure-expectation",
        Measure::Satisfaction => "measure-satisfaction",
        Measure::Trust => "measure-trust",
        Measure::Commitment => "measure-commitment",
        Measure::Records => "measure-records",
        Measure::Negative => "measure-negative",
        Measure::Bond => "measure-bond",
        Measure::Shock => "measure-shock",
        Measure::Reputation => "measure-reputation",
    }
}

/// What a tender is judged by.
#[must_use]
pub const fn tender_kind(name: TenderKind) -> &'static str {
    match name {
        TenderKind::Price => "tender-price",
        TenderKind::Quality => "tender-quality",
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

/// A stage of the funnel.
#[must_use]
pub const fn stage(number: u8) -> &'static str {
    match number {
        1 => "stage-1",
        2 => "stage-2",
        3 => "stage-3",
        4 => "stage-4",
        5 => "stage-5",
        _ => "stage-6",
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

/// How a customer came to be known.
#[must_use]
pub const fn found(name: Found) -> &'static str {
    match name {
        Found::AtStart => "found-start",
        Found::Exhibition => "found-exhibition",
        Found::Summit => "found-summit",
        Found::Prospecting => "found-prospecting",
        Found::Referral(_) => "found-referral",
        Found::Called => "found-called",
        Found::WalkIn(_) => "found-walk-in",
        Found::Campaign(_) => "found-campaign",
        Found::Tender => "found-tender",
        Found::Pool => "found-pool",
    }
}

/// How a need came to light.
#[must_use]
pub const fn revealed(name: Revealed) -> &'static str {
    match name {
        Revealed::Open => "revealed-open",
        Revealed::Qualified => "revealed-qualified",
        Revealed::FreeCheck => "revealed-check",
        Revealed::ProactiveCheck => "revealed-proactive",
        Revealed::Talk => "revealed-talk",
        Revealed::Research => "revealed-research",
        Revealed::Tip(_) => "revealed-tip",
        Revealed::WalkIn => "revealed-walk-in",
    }
}

/// Why a team was not in the contest.
#[must_use]
pub const fn not_invited(name: NotInvited) -> &'static str {
    match name {
        NotInvited::NoQuote => "uninvited-quote",
        NotInvited::NoSupport => "uninvited-support",
        NotInvited::Veto => "uninvited-veto",
        NotInvited::Lost => "uninvited-lost",
    }
}

/// A term of a bid.
#[must_use]
pub const fn bid_term(name: BidTerm) -> &'static str {
    match name {
        BidTerm::Support => "bid-support",
        BidTerm::Trust => "bid-trust",
        BidTerm::Satisfaction => "bid-satisfaction",
        BidTerm::Commitment => "bid-commitment",
        BidTerm::Promise => "bid-promise",
        BidTerm::Reputation => "bid-reputation",
        BidTerm::Price => "bid-price",
        BidTerm::Budget => "bid-budget",
        BidTerm::Fit => "bid-fit",
        BidTerm::Shock => "bid-shock",
        BidTerm::Delivery => "bid-delivery",
    }
}

/// How much something weighs with a customer, 1 being as with most: beyond a fifth less or a quarter more it is worth a word.
#[must_use]
pub fn weighs(sensitivity: f64) -> &'static str {
    if sensitivity < 0.8 {
        "weighs-little"
    } else if sensitivity > 1.25 {
        "weighs-much"
    } else {
        "weighs-usual"
    }
}

/// What changed a number, and which way. Satisfaction drifts to what this month's care sustains (docs/model.md#care-visits): it falls in
/// spite of visits where they were too few for it, and rises without any where it was very low.
#[must_use]
pub fn cause_of(name: Cause, measure: Measure, change: f64) -> &'static str {
    match name {
        Cause::Cared if measure == Measure::Satisfaction && change < 0.0 => "cause-cared-too-little",
        Cause::Silence if measure == Measure::Satisfaction && change > 0.0 => "cause-silence-heals",
        _ => cause(name),
    }
}

/// What changed a number.
#[must_use]
pub const fn cause(name: Cause) -> &'static str {
    match name {
        Cause::Qualified => "cause-qualified",
        Cause::Researched => "cause-researched",
        Cause::Called => "cause-called",
        Cause::Demonstrated => "cause-demonstrated",
        Cause::Checked => "cause-checked",
        Cause::Quoted => "cause-quoted",
        Cause::Promised => "cause-promised",
        Cause::DeliveredWell => "cause-delivered-well",
        Cause::DeliveredBelow => "cause-delivered-below",
        Cause::PromiseBroken => "cause-promise-broken",
        Cause::DeliveredLate => "cause-delivered-late",
        Cause::Ordered => "cause-ordered",
        Cause::Cared => "cause-cared",
        Cause::Silence => "cause-silence",
        Cause::TicketInTime => "cause-ticket-in-time",
        Cause::TicketLate => "cause-ticket-late",
        Cause::TicketNextRound => "cause-ticket-next",
        Cause::TicketUnanswered => "cause-ticket-unanswered",
        Cause::CustomerLoss => "cause-customer-loss",
        Cause::SilentFailure => "cause-silent-failure",
        Cause::Compensated => "cause-compensated",
        Cause::ProactiveCheck => "cause-proactive",
        Cause::Surveyed => "cause-surveyed",
        Cause::Gift => "cause-gift",
        Cause::BribeFound => "cause-bribe",
        Cause::Resigned => "cause-resigned",
        Cause::HandedOver => "cause-handed-over",
        Cause::Lost => "cause-lost",
        Cause::WonBack => "cause-won-back",
        Cause::Praise => "cause-praise",
        Cause::Blame => "cause-blame",
        Cause::Faded => "cause-faded",
        Cause::Grew => "cause-grew",
        Cause::Sold => "cause-sold",
        Cause::PerformanceKept => "cause-performance-kept",
        Cause::PerformanceMissed => "cause-performance-missed",
        Cause::ContractEnded => "cause-contract-ended",
        Cause::ToolOutgrown => "cause-tool-outgrown",
        Cause::PublicComplaint => "cause-public-complaint",
        Cause::Rebate => "cause-rebate",
        Cause::Nurtured => "cause-nurtured",
        Cause::Designed => "cause-designed",
        Cause::GivenUp => "cause-given-up",
        Cause::Claimed => "cause-claimed",
    }
}

/// What a card still needs.
#[must_use]
pub const fn missing(name: Missing) -> &'static str {
    match name {
        Missing::Event => "missing-event",
        Missing::Known => "missing-known",
        Missing::NotLost => "missing-not-lost",
        Missing::Lost => "missing-lost",
        Missing::LostLonger => "missing-lost-longer",
        Missing::Stage3 => "missing-stage-3",
        Missing::Stage4 => "missing-stage-4",
        Missing::Orders => "missing-orders",
        Missing::Satisfaction => "missing-satisfaction",
        Missing::StaffChange => "missing-staff",
        Missing::Failure => "missing-failure",
        Missing::Solved => "missing-solved",
        Missing::Unqualified => "missing-unqualified",
        Missing::Planned => "missing-planned",
        Missing::Contact => "missing-contact",
        Missing::Open => "missing-open",
        Missing::Cash => "missing-cash",
        Missing::Visitors => "missing-visitors",
        Missing::Integrated => "missing-integrated",
        Missing::Promised => "missing-promised",
        Missing::Tender => "missing-tender",
        Missing::Offered => "missing-offered",
        Missing::Unbuilt => "missing-unbuilt",
        Missing::Built => "missing-built",
        Missing::NoGifts => "missing-no-gifts",
        Missing::GiftLimit => "missing-gift-limit",
        Missing::Stock => "missing-stock",
        Missing::Pooled => "missing-pooled",
        Missing::NotPooled => "missing-not-pooled",
        Missing::Stuck => "missing-stuck",
        Missing::RoleFull => "missing-role-full",
        Missing::Vacant => "missing-vacant",
    }
}

/// Why something was refused.
#[must_use]
pub const fn reject(name: Reject) -> &'static str {
    match name {
        Reject::GameOver => "reject-game-over",
        Reject::NoSuchSeat => "reject-seat",
        Reject::Submitted => "reject-submitted",
        Reject::NotSubmitted => "reject-not-submitted",
        Reject::NoSuchCard => "reject-card",
        Reject::NoSuchCustomer => "reject-customer",
        Reject::NoSuchContact => "reject-contact",
        Reject::NoSuchDeal => "reject-deal",
        Reject::NoSuchTask => "reject-task",
        Reject::NoSuchProduct => "reject-product",
        Reject::WrongRole => "reject-role",
        Reject::TooManyDecisions => "reject-decisions",
        Reject::NotEnoughHours => "reject-hours",
        Reject::NotEnoughCash => "reject-cash",
        Reject::BadTime => "reject-time",
        Reject::BadAmount => "reject-amount",
        Reject::BadList => "reject-list",
        Reject::TooLate => "reject-late",
        Reject::BadRound => "reject-round",
        Reject::NoSuchNote => "reject-note",
        Reject::BadText => "reject-text",
        Reject::NotesFull => "reject-full",
        Reject::SameName => "reject-name",
        Reject::NotLeader => "reject-leader",
        Reject::NotYours => "reject-yours",
        Reject::NoSuchTender => "reject-tender",
        Reject::NoSuchMedium => "reject-medium",
        Reject::AboveCeiling => "reject-ceiling",
        Reject::Missing(Missing::NoGifts) => "reject-no-gifts",
        Reject::Missing(Missing::GiftLimit) => "reject-gift-limit",
        Reject::NoSuchPerson => "reject-person",
        Reject::Missing(_) => "reject-missing",
    }
}
