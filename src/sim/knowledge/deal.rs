//! What a seat knows of deals and tenders.

use crate::sim::scenario::{Line, MAX_CONTACTS, PriceTier, TenderKind, Text, Want};
use crate::sim::state::{DealOutcome, Order, Quote};
use crate::sim::terms::{Revealed, Winner};
use crate::sim::units::{Fen, IndustryId, NeedClassId, NeedId, Round};

/// A need the team has seen, and its work on it.
#[derive(Clone, Debug)]
pub struct DealView {
    /// Name of the need; in a shared market all teams work on the same.
    pub id: NeedId,
    /// Title of the scripted need, if it is one.
    pub title: Option<Text>,
    /// 1-6 (docs/model.md#stages).
    pub stage: u8,
    /// When it reached the stage, or came out of the pool at it.
    pub stage_since: Round,
    /// When the team learnt of it.
    pub seen: Round,
    /// Decided at the end of this round.
    pub due: Round,
    /// Value at the customer's tier price.
    pub value: Fen,
    /// Known from stage 2.
    pub class: Option<NeedClassId>,
    /// What the goods must do; empty before stage 2 and once decided.
    pub wants: Vec<Want>,
    /// None before stage 2, and where the customer has not said.
    pub budget: Option<Fen>,
    /// Pieces needed; 0 before stage 2.
    pub quantity: u32,
    /// Of the quote, or before one that of the customer.
    pub tier: PriceTier,
    /// What fits, at tier price; empty before stage 2 and once decided.
    pub suggested: Vec<Line>,
    /// Support by contact, 0-1.
    pub support: [f64; MAX_CONTACTS],
    /// M of docs/model.md#committee, 0-1.
    pub committee: f64,
    /// Another need that asks for the very same piece.
    pub twin: Option<NeedId>,
    /// The piece is quoted or sold for that other need, so that it cannot be quoted here.
    pub promised: bool,
    /// How much of the decision is luck, above 0 to 1, and what rivals have beside their usual strength in this contest.
    pub contest: (f64, f64),
    /// A demo or trial was held.
    pub demo: bool,
    /// A free check was made.
    pub check: bool,
    /// Fit points of the solution that was designed; 0 where none was.
    pub design: f64,
    /// How the need came to light.
    pub how: Revealed,
    /// As last made; the customer decides on this one.
    pub quote: Option<Quote>,
    /// None while it is open.
    pub outcome: Option<DealOutcome>,
    /// Once won: when the goods leave.
    pub order: Option<Order>,
}

impl DealView {
    /// The customer has not decided yet.
    #[must_use]
    pub fn open(&self) -> bool {
        self.outcome.is_none()
    }

    /// As [`crate::sim::state::Deal::step`].
    #[must_use]
    pub fn step(&self) -> u8 {
        if self.quote.is_some() { 5 } else { self.stage }
    }
}

/// A public tender that takes bids.
#[derive(Clone, Debug)]
pub struct TenderView {
    /// What is asked for, as announced; its budget is the ceiling price, its quote the team's bid.
    pub need: DealView,
    /// Name of the customer, known to the team or not.
    pub buyer: Text,
    /// Of the customer: the reputation in it counts.
    pub industry: IndustryId,
    /// What bids are judged by.
    pub kind: TenderKind,
}

/// A tender that was awarded, as it is made public.
#[derive(Clone, Debug)]
pub struct AwardView {
    /// At the end of which it was awarded.
    pub round: Round,
    /// The need that was put out.
    pub tender: NeedId,
    /// As the script has it; None for an ordinary need.
    pub title: Option<Text>,
    /// Name of the customer, known to the team or not.
    pub buyer: Text,
    /// What bids were judged by.
    pub kind: TenderKind,
    /// Value of the need, as announced.
    pub estimate: Fen,
    /// Nobody where no bid came in.
    pub winner: Winner,
    /// Of the winning bid; zero without one.
    pub price: Fen,
    /// Bids that were judged, those of rivals included.
    pub bids: u16,
}
