//! Deals, quotes and tenders: stages, terms, intents, why a contest was lost.

use crate::insight::symptom::Symptom;
use crate::sim::journal::report::{Advantage, BidTerm, NotInvited};
use crate::sim::scenario::{PriceTier, TenderKind};
use crate::sim::terms::{Intent, Payment, Revealed};

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

/// When the customer pays.
#[must_use]
pub const fn payment(name: Payment) -> &'static str {
    match name {
        Payment::OnDelivery => "payment-delivery",
        Payment::Days30 => "payment-30",
        Payment::Days60 => "payment-60",
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

/// How a need came to light.
#[must_use]
pub const fn revealed(name: Revealed) -> &'static str {
    match name {
        Revealed::Open => "revealed-open",
        Revealed::FreeCheck => "revealed-check",
        Revealed::ProactiveCheck => "revealed-proactive",
        Revealed::Talk => "revealed-talk",
        Revealed::Research => "revealed-research",
        Revealed::Tip(_) => "revealed-tip",
        Revealed::WalkIn => "revealed-walk-in",
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

/// Why a team was not in the contest.
#[must_use]
pub const fn not_invited(name: NotInvited) -> &'static str {
    match name {
        NotInvited::NoQuote => "uninvited-quote",
        NotInvited::NoSupport => "uninvited-support",
        NotInvited::Veto { .. } => "uninvited-veto",
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

/// The same where it is what carried the bid: a promise helps by what it promises.
#[must_use]
pub const fn bid_strength(name: BidTerm) -> &'static str {
    match name {
        BidTerm::Promise => "bid-promise-bold",
        other => bid_term(other),
    }
}

/// What shows that a deal is where its stage says.
#[must_use]
pub const fn symptom(name: Symptom) -> &'static str {
    match name {
        Symptom::Demands => "symptom-demands",
        Symptom::Committee => "symptom-committee",
        Symptom::Tried => "symptom-tried",
        Symptom::InCharge => "symptom-in-charge",
        Symptom::Quoted => "symptom-quoted",
        Symptom::Haggles => "symptom-haggles",
    }
}

/// What spoke for the rivals.
#[must_use]
pub const fn advantage(name: Advantage) -> &'static str {
    match name {
        Advantage::Supplier(_) => "advantage-supplier",
        Advantage::PriceWar => "advantage-price-war",
        Advantage::Offer(Some(_)) => "advantage-offer",
        Advantage::Offer(None) => "advantage-offers",
        Advantage::Improved => "advantage-improved",
    }
}
