//! What decided a bid: its terms, or why it was not in the comparison.

use crate::sim::journal::effect::Cause;
use crate::sim::units::{ContactId, RivalId};
use serde::{Deserialize, Serialize};

/// Why a team was not in the contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotInvited {
    /// It has handed in no quote.
    NoQuote,
    /// The committee supports it too little (`choice.least_support`).
    NoSupport,
    /// A gatekeeper's attitude lies below `selling.veto`.
    Veto {
        /// Who that is.
        contact: ContactId,
        /// What last spoilt the attitude.
        cause: Option<Cause>,
    },
    /// The customer is lost to the team and hears no bids.
    Lost,
}

/// The terms of a bid's utility V (docs/model.md#choice), so that a lost deal can be explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Utility {
    /// The constant of a team's bid.
    pub base: f64,
    /// The support M of the committee.
    pub support: f64,
    /// The customer's T.
    pub trust: f64,
    /// u(S): what past satisfaction adds or takes away.
    pub satisfaction: f64,
    /// The customer's C.
    pub commitment: f64,
    /// What is promised above the truth adds on a first order, what is promised below it takes away.
    pub promise: f64,
    /// The team's reputation in the industry of the customer.
    pub reputation: f64,
    /// The discount against the tier price, as the customer weighs prices; below 0 for a surcharge.
    pub price: f64,
    /// The price above the budget of the need: 0 or less.
    pub budget: f64,
    /// Fit of the goods, with demo, check and design.
    pub fit: f64,
    /// How unsettled a resignation has left the customer: 0 or less.
    pub shock: f64,
    /// Priority service promised; 0 without.
    pub service: f64,
    /// A date before or after the usual one.
    pub delivery: f64,
    /// Time to pay.
    pub payment: f64,
}

impl Utility {
    /// V, the terms added in the order of docs/model.md#choice.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.base
            + self.support
            + self.trust
            + self.satisfaction
            + self.commitment
            + self.promise
            + self.reputation
            + self.price
            + self.budget
            + self.fit
            + self.shock
            + self.service
            + self.delivery
            + self.payment
    }
}

/// What spoke for the rivals, beside their plain bids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advantage {
    /// One of them was the customer's supplier already.
    Supplier(RivalId),
    /// A price war was on.
    PriceWar,
    /// An offer of one of them ran, or (None) of all.
    Offer(Option<RivalId>),
    /// They had improved since the game began.
    Improved,
}

impl Advantage {
    /// Whether it adds to the bid of this rival.
    #[must_use]
    pub fn is_of(self, rival: RivalId) -> bool {
        match self {
            Advantage::Supplier(of) | Advantage::Offer(Some(of)) => of == rival,
            Advantage::PriceWar | Advantage::Offer(None) | Advantage::Improved => true,
        }
    }
}

/// A term of a bid that a team can work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BidTerm {
    /// How much of the committee is for the team.
    Support,
    /// Whether the customer believes its word.
    Trust,
    /// How content the customer has been so far.
    Satisfaction,
    /// How much the customer wants to go on.
    Commitment,
    /// What the quote promises above or below the truth.
    Promise,
    /// What the industry says of the team.
    Reputation,
    /// The discount against the tier price.
    Price,
    /// The price above the budget of the need.
    Budget,
    /// How well the goods fit, with demo, check and design.
    Fit,
    /// What a resignation has left behind.
    Shock,
    /// The date promised.
    Delivery,
}

/// What a team cannot see of a customer that weighs its bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unknown {
    /// S, 0-100: as surveyed, or neutral where nobody has asked.
    Satisfaction,
    /// How much it weighs prices, 1 as most do: known once it is qualified.
    PriceSensitivity,
    /// How unsettled a resignation left it, in the hazard's own unit.
    Shock,
}

/// What a team took an unknown for when a customer decided, and what it was.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unseen {
    /// Which one; of several, the one that made most difference.
    pub what: Unknown,
    /// As the team had to take it.
    pub taken: f64,
    /// As it was.
    pub was: f64,
}

impl Unseen {
    /// As a customer tells it once it has decided: points whole, weights to a tenth, unrest to a half.
    #[must_use]
    pub fn told(self) -> Unseen {
        let step = match self.what {
            Unknown::Satisfaction => 1.0,
            Unknown::PriceSensitivity => 0.1,
            Unknown::Shock => 0.5,
        };
        let to = |value: f64| (value / step).round() * step;
        Unseen { taken: to(self.taken), was: to(self.was), ..self }
    }
}

/// How a bid in a tender was judged, each part 0-100, and their weighted sum (docs/model.md#tenders).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// 100 x the lowest price of all bids / its own.
    pub price: f64,
    /// The place of its fit on paper between the worst and the best (`delivery.fit_range`).
    pub fit: f64,
    /// Relation index Z and reputation; for a stranger those of a cold lead.
    pub relation: f64,
    /// The sum that decides, with the weights of the kind of tender.
    pub total: f64,
}

impl Points {
    /// Parts to the next five, the sum to the next two: what is read out when a tender is awarded.
    #[must_use]
    pub fn rough(&self) -> Points {
        let to = |step: f64, points: f64| (points / step).round() * step;
        Points { price: to(5.0, self.price), fit: to(5.0, self.fit), relation: to(5.0, self.relation), total: to(2.0, self.total) }
    }
}

impl Utility {
    /// The terms a team can work on, in the order of docs/model.md#choice.
    #[must_use]
    pub const fn terms(&self) -> [(BidTerm, f64); 11] {
        [
            (BidTerm::Support, self.support),
            (BidTerm::Trust, self.trust),
            (BidTerm::Satisfaction, self.satisfaction),
            (BidTerm::Commitment, self.commitment),
            (BidTerm::Promise, self.promise),
            (BidTerm::Reputation, self.reputation),
            (BidTerm::Price, self.price),
            (BidTerm::Budget, self.budget),
            (BidTerm::Fit, self.fit),
            (BidTerm::Shock, self.shock),
            (BidTerm::Delivery, self.delivery),
        ]
    }

    /// Every term to the next quarter: what a team may guess of it while the game runs.
    #[must_use]
    pub fn rough(&self) -> Utility {
        let quarter = |term: f64| (term * 4.0).round() / 4.0;
        Utility {
            base: quarter(self.base),
            support: quarter(self.support),
            trust: quarter(self.trust),
            satisfaction: quarter(self.satisfaction),
            commitment: quarter(self.commitment),
            promise: quarter(self.promise),
            reputation: quarter(self.reputation),
            price: quarter(self.price),
            budget: quarter(self.budget),
            fit: quarter(self.fit),
            shock: quarter(self.shock),
            service: quarter(self.service),
            delivery: quarter(self.delivery),
            payment: quarter(self.payment),
        }
    }
}
