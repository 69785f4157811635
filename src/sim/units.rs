//! Units and names of things: money, time, and the ids that appear in commands and views.
//!
//! Knows nothing of rules. Money is whole fen, time whole minutes, so that neither ever rounds by surprise.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Money in fen (1/100 yuan).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// No money.
    pub const ZERO: Fen = Fen(0);

    /// So many whole yuan.
    #[must_use]
    pub const fn yuan(yuan: i64) -> Fen {
        Fen(yuan * 100)
    }

    /// Yuan as a number for the equations.
    #[must_use]
    pub fn to_yuan(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// `self * factor`, rounded half away from zero.
    #[must_use]
    pub fn scale(self, factor: f64) -> Fen {
        Fen((self.0 as f64 * factor).round() as i64)
    }

    /// `self * count`, saturating.
    #[must_use]
    pub const fn times(self, count: i64) -> Fen {
        Fen(self.0.saturating_mul(count))
    }
}

impl Add for Fen {
    type Output = Fen;
    fn add(self, other: Fen) -> Fen {
        Fen(self.0.saturating_add(other.0))
    }
}

impl Sub for Fen {
    type Output = Fen;
    fn sub(self, other: Fen) -> Fen {
        Fen(self.0.saturating_sub(other.0))
    }
}

impl Neg for Fen {
    type Output = Fen;
    fn neg(self) -> Fen {
        Fen(-self.0)
    }
}

impl AddAssign for Fen {
    fn add_assign(&mut self, other: Fen) {
        *self = *self + other;
    }
}

impl SubAssign for Fen {
    fn sub_assign(&mut self, other: Fen) {
        *self = *self - other;
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Fen>>(entries: I) -> Fen {
        entries.fold(Fen::ZERO, Add::add)
    }
}

/// Working time in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i32);

impl Minutes {
    /// No time.
    pub const ZERO: Minutes = Minutes(0);

    /// So many whole hours.
    #[must_use]
    pub const fn from_hours(hours: i32) -> Minutes {
        Minutes(hours * 60)
    }

    /// Hours as a number for the equations.
    #[must_use]
    pub fn to_hours(self) -> f64 {
        f64::from(self.0) / 60.0
    }

    /// The whole half hours in it, in which plans are made; none below zero.
    #[must_use]
    pub const fn half_hours(self) -> Minutes {
        let minutes = if self.0 > 0 { self.0 } else { 0 };
        Minutes(minutes / 30 * 30)
    }
}

impl Add for Minutes {
    type Output = Minutes;
    fn add(self, other: Minutes) -> Minutes {
        Minutes(self.0.saturating_add(other.0))
    }
}

impl Sub for Minutes {
    type Output = Minutes;
    fn sub(self, other: Minutes) -> Minutes {
        Minutes(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Minutes) {
        *self = *self + other;
    }
}

impl SubAssign for Minutes {
    fn sub_assign(&mut self, other: Minutes) {
        *self = *self - other;
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Minutes>>(entries: I) -> Minutes {
        entries.fold(Minutes::ZERO, Add::add)
    }
}

/// A month of the game, counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Round(pub u16);

impl Round {
    /// The round so many rounds later, saturating.
    #[must_use]
    pub const fn plus(self, rounds: u16) -> Round {
        Round(self.0.saturating_add(rounds))
    }

    /// Rounds from `earlier` to `self`, 0 if `earlier` lies ahead.
    #[must_use]
    pub const fn since(self, earlier: Round) -> u16 {
        self.0.saturating_sub(earlier.0)
    }
}

macro_rules! index_id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// The place in the list, counted from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of list place `index`; scenario limits keep every list far below the type's range.
            #[must_use]
            pub const fn at(index: usize) -> Self {
                Self(index as $inner)
            }
        }
    };
}

index_id!(/// Place of a customer in the market, the same on every board of a scenario.
    CustomerId(u16));
index_id!(/// Place of a contact in the customer's committee.
    ContactId(u8));
index_id!(/// Place of a team in the game.
    TeamId(u8));
index_id!(/// Place of a product in the scenario's catalogue.
    ProductId(u8));
index_id!(/// Place of an industry in the scenario's list.
    IndustryId(u8));
index_id!(/// Place of a rival in the scenario's list.
    RivalId(u8));
index_id!(/// Place of a need class in the scenario's list.
    NeedClassId(u8));
index_id!(/// Place of a channel in the scenario's list.
    ChannelId(u8));
index_id!(/// Place of a scripted event in the scenario's list.
    EventId(u8));
index_id!(/// Place of a campaign medium in the scenario's list.
    MediumId(u8));

/// Where a need or ticket comes from; with the customer and the birth round it names the thing,
/// so that no running number depends on what anybody decided (docs/model.md#names-of-things).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// The scenario's event list.
    Scripted(EventId),
    /// The customer's own need rate or the ticket arrival rate.
    Stochastic,
    /// A free or proactive check found it.
    Check,
    /// Web research found it.
    Research,
    /// A referral brought it.
    Referral,
    /// The customer came of itself.
    WalkIn,
    /// A contract of this class ends.
    Renewal(NeedClassId),
    /// An order that a tender was awarded for; born in the round of the award.
    Tender,
}

impl Source {
    /// The 16-bit slot of the draw key.
    #[must_use]
    pub const fn slot(self) -> u16 {
        match self {
            Source::Stochastic => 0,
            Source::Check => 1,
            Source::Research => 2,
            Source::Referral => 3,
            Source::WalkIn => 16,
            Source::Renewal(class) => 512 + class.0 as u16,
            Source::Tender => 4,
            Source::Scripted(event) => 256 + event.0 as u16,
        }
    }
}

/// Name of a customer's need and of every team's work on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NeedId {
    /// Whose need it is.
    pub customer: CustomerId,
    /// The round in which it arose.
    pub born: Round,
    /// Tells apart what arises at a customer in one round.
    pub source: Source,
}

/// Name of a service ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TicketId {
    /// Who asks for service.
    pub customer: CustomerId,
    /// The round in which it came in.
    pub born: Round,
    /// Tells apart what comes in from a customer in one round.
    pub source: Source,
}

/// What a team's people do. A scenario names the roles it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Customer developer: finds and qualifies customers.
    Developer,
    /// Wins customers and keeps them: calls, quotes, bids.
    AccountManager,
    /// Answers tickets and looks after buyers.
    Service,
    /// Keeps many customers warm at once.
    Cultivator,
    /// Designs solutions for deals.
    ProductSpecialist,
}

impl Role {
    /// All roles there may be, whether a scenario has them or not.
    pub const COUNT: usize = 5;
    /// By [`Role::index`].
    pub const ALL: [Role; Role::COUNT] = [Role::Developer, Role::AccountManager, Role::Service, Role::Cultivator, Role::ProductSpecialist];
    /// The roles that every scenario has.
    pub const CORE: [Role; 3] = [Role::Developer, Role::AccountManager, Role::Service];

    /// Place in lists by role, 0 to `COUNT` - 1.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A role in a team. One person may sit on several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seat {
    /// Whose plan it works on.
    pub team: TeamId,
    /// Whose cards it plays.
    pub role: Role,
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        if fen.is_multiple_of(100) { write!(f, "{sign}{}", fen / 100) } else { write!(f, "{sign}{}.{:02}", fen / 100, fen % 100) }
    }
}
