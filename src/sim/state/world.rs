//! A market: who supplies whom, needs, tenders, the pool.

use crate::sim::luck::draw::Block;
use crate::sim::luck::events::Opportunity;
use crate::sim::scenario::TenderKind;
use crate::sim::state::backlog::Backlog;
use crate::sim::state::deal::Quote;
use crate::sim::state::rivals::RivalEdge;
use crate::sim::terms::Winner;
use crate::sim::units::{CustomerId, Fen, NeedClassId, NeedId, RivalId, Round, TeamId};
use serde::Serialize;

/// The part of a market that changes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct World {
    /// Who supplies each customer now.
    pub incumbents: Vec<Option<RivalId>>,
    /// Open and past needs, in the order in which they arose.
    pub needs: Backlog<Need>,
    /// Rounds of price war left.
    pub price_war: u16,
    /// What rivals have gained.
    pub rivals: RivalEdge,
    /// Customers that nobody keeps, in the order of id.
    pub pool: Vec<Pooled>,
    /// Public tenders, open and awarded, in the order of their announcement.
    pub tenders: Vec<Tender>,
}

/// A need put out to tender: the same for everybody, known customer or not (docs/model.md#tenders).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tender {
    /// Its value is the estimate, its budget the ceiling price.
    pub need: Need,
    /// What bids are judged by.
    pub kind: TenderKind,
    /// None as long as it takes bids.
    pub award: Option<Award>,
}

/// How a tender ended, as it is made public.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Award {
    /// Nobody where no bid came in.
    pub winner: Winner,
    /// Of the winning bid; zero without one.
    pub price: Fen,
    /// Bids that were handed in.
    pub bids: u16,
}

/// A customer in the pool, and the records that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pooled {
    /// Who waits to be taken.
    pub customer: CustomerId,
    /// The round in which it came into the pool.
    pub since: Round,
    /// Who gave it up.
    pub from: TeamId,
    /// Record quality that goes with it, 0-100.
    pub records: f64,
}

/// A need of a customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Need {
    /// Its name, also of every team's work on it.
    pub id: NeedId,
    /// What the goods must do, and which product fits.
    pub class: NeedClassId,
    /// Pieces needed, at least one.
    pub quantity: u32,
    /// Value at market tier price.
    pub value: Fen,
    /// What the customer would like to pay at most; None: it has not said.
    pub budget: Option<Fen>,
    /// Decided at the end of this round.
    pub due: Round,
    /// None until it is decided.
    pub winner: Option<Winner>,
    /// What the customer thinks of each vendor, drawn when the need arises and the same as long as it lasts. It follows from the
    /// game's luck and the id.
    #[serde(skip)]
    pub luck: Block<Opportunity>,
}

/// A sealed bid.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TenderBid {
    /// The id of the need put out to tender.
    pub tender: NeedId,
    /// What is offered; its price is at most the ceiling.
    pub quote: Quote,
}

impl World {
    /// The tender of this need, open or awarded; None if the need was never put out.
    #[must_use]
    pub fn tender(&self, id: NeedId) -> Option<&Tender> {
        self.tenders.iter().find(|t| t.need.id == id)
    }

    /// Tenders that still take bids.
    pub fn open_tenders(&self) -> impl Iterator<Item = &Tender> {
        self.tenders.iter().filter(|t| t.award.is_none())
    }

    /// The need of this id, open or decided; None as long as it has not arisen. Tenders have a list of their own.
    #[must_use]
    pub fn need(&self, id: NeedId) -> Option<&Need> {
        // needs arise in the order of their birth
        self.needs.iter().rev().take_while(|o| o.id.born >= id.born).find(|o| o.id == id)
    }
}
