//! What happened in a round, in order, per team: the material of captions, stories and tables.

mod bid;
mod interaction;

pub use bid::{Advantage, BidTerm, NotInvited, Points, Unknown, Unseen, Utility};
pub use interaction::{Interaction, InteractionKind, Outcome};

use crate::sim::journal::effect::{Cause, Effect};
use crate::sim::scenario::{Investment, Severity};
use crate::sim::terms::{Found, Missing, Phase, Revealed, Winner};
use crate::sim::units::{ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, NeedId, ProductId, Role, Round, TicketId};
use serde::{Deserialize, Serialize};

/// What a campaign brought, as reported for the round in which it ran.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CampaignResult {
    /// When it ran.
    pub round: Round,
    /// Where it was placed.
    pub medium: MediumId,
    /// The industry that it spoke to.
    pub segment: IndustryId,
    /// What it cost.
    pub budget: Fen,
    /// Unknown customers of the industry that it could reach.
    pub reached: u16,
    /// How many of them it made known.
    pub leads: u16,
}

/// What a round did for one team, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// A customer came to be known.
    Met {
        /// Unknown to the team before.
        customer: CustomerId,
        /// Where, or by whom.
        how: Found,
    },
    /// A need came to light: the team has a deal from now on.
    NeedSeen {
        /// The new deal.
        deal: NeedId,
        /// What brought it to light.
        how: Revealed,
    },
    /// Research or a check that found nothing.
    NothingFound {
        /// Who was looked into.
        customer: CustomerId,
    },
    /// A call or visit took place.
    Called {
        /// Who was called on.
        customer: CustomerId,
        /// Who was spoken to, by place in the committee.
        contact: ContactId,
        /// The open deal it served; None: it only counted as contact.
        deal: Option<NeedId>,
        /// It ended in an advance; else in a continuation.
        advance: bool,
        /// P(advance), 0-1; in a view rounded to a twentieth until the game is over.
        chance: f64,
    },
    /// A deal went on to a higher stage.
    StageReached {
        /// The deal that moved.
        deal: NeedId,
        /// The stage it has reached, 2-6.
        stage: u8,
    },
    /// A quote was handed in.
    Quoted {
        /// What it was for.
        deal: NeedId,
        /// The whole price.
        price: Fen,
    },
    /// A card could not be carried out: its condition failed; hours are gone, money is kept.
    CardFailed {
        /// Who was to carry it out.
        role: Role,
        /// Key of the card's texts.
        card: &'static str,
        /// The customers it was for.
        customers: Vec<CustomerId>,
        /// The condition that failed, the first of them.
        missing: Missing,
    },
    /// The customer chose the team's bid (of tenders see `TenderWon`).
    Won {
        /// What was won.
        deal: NeedId,
        /// The price quoted.
        amount: Fen,
        /// Terms of the bid; in a view rounded to quarters until the game is over.
        utility: Utility,
        /// The chance it had of being chosen, 0-1; in a view rounded to a twentieth until the game is over.
        chance: f64,
        /// What helped, and the team did not know.
        unseen: Option<Unseen>,
        /// What carried the bid.
        strong: Option<BidTerm>,
        /// The chance of each that could be chosen, ours and buying nothing among them, summing to 1; in a view rounded alike.
        field: Vec<(Winner, f64)>,
    },
    /// The customer compared the team's bid, and chose another or nothing.
    NotWon {
        /// What was lost.
        deal: NeedId,
        /// Who was chosen instead.
        winner: Winner,
        /// Terms of the team's bid; in a view rounded to quarters until the game is over.
        utility: Utility,
        /// The chance it had of being chosen, 0-1; in a view rounded to a twentieth until the game is over.
        chance: f64,
        /// What hindered, and the team did not know.
        unseen: Option<Unseen>,
        /// Where the bid fell shortest of a sound one, where that made a difference.
        weak: Option<BidTerm>,
        /// Where most could still be gained, of a bid that was weak nowhere and had the smaller half of the chance.
        room: Option<BidTerm>,
        /// What spoke most for whoever was chosen (where nobody was, for any rival), where that made a difference.
        advantage: Option<Advantage>,
        /// The chance of each that could be chosen, ours and buying nothing among them, summing to 1; in a view rounded alike.
        field: Vec<(Winner, f64)>,
    },
    /// The customer decided without asking the team.
    NotInvited {
        /// What was lost.
        deal: NeedId,
        /// Who was chosen.
        winner: Winner,
        /// What kept the team out.
        why: NotInvited,
    },
    /// An order stays without goods for now.
    OrderWaits {
        /// The deal that was won.
        deal: NeedId,
    },
    /// A customer that had chosen the team went without, because there were no goods.
    SaleLost {
        /// It ends without a sale.
        deal: NeedId,
    },
    /// The goods came so many rounds after the promised one.
    DeliveredLate {
        /// Whose goods; `Delivered` follows.
        deal: NeedId,
        /// At least 1.
        rounds: u16,
    },
    /// Goods bought for the stock came in.
    Arrived {
        /// What came in.
        product: ProductId,
        /// In pieces.
        quantity: u32,
    },
    /// Delivered quality against expectation.
    Delivered {
        /// Whose goods.
        deal: NeedId,
        /// P in points; in a view 1 if E was reached, else 0, until the game is over.
        quality: f64,
        /// E before the delivery, 0-100; in a view 0 if it was reached, else 1, until the game is over.
        expectation: f64,
    },
    /// A ticket was solved.
    TicketSolved {
        /// Names its customer as well.
        ticket: TicketId,
        /// Its class.
        severity: Severity,
        /// In its own month, work having begun within the days of the class.
        in_time: bool,
        /// Rounds since it arrived; 0: in its own month.
        rounds: u16,
    },
    /// A ticket is left open at the end of the month, and hurts.
    TicketOpen {
        /// Names its customer as well.
        ticket: TicketId,
        /// Its class.
        severity: Severity,
    },
    /// A ticket was open for too long: the customer gave up (`service.dropped_after`).
    TicketDropped {
        /// Names its customer as well.
        ticket: TicketId,
        /// Its class.
        severity: Severity,
    },
    /// A critical ticket left open cost a key account money of its own; told once.
    CustomerLoss {
        /// Who bears it.
        customer: CustomerId,
        /// As the scenario says; no money of the team.
        amount: Fen,
    },
    /// A relation entered another phase.
    Phase {
        /// Whose relation.
        customer: CustomerId,
        /// The phase it left.
        from: Phase,
        /// The phase it is in now.
        to: Phase,
        /// Why, of a decline, a loss and a win-back; None of all others.
        cause: Option<Cause>,
    },
    /// A customer left the team.
    Churned {
        /// Who left.
        customer: CustomerId,
        /// The chance of it this round, 0-1; 1 where its last contract ended; in a view rounded as other chances until the game is over.
        hazard: f64,
        /// The largest part of the hazard, or the end of the contract.
        cause: Cause,
        /// Whose offer it was, or who sold to the customer last, where that is the cause; who won the renewal of a contract that
        /// ended.
        rival: Option<Winner>,
        /// What weighed nearly as much; what weighed most where a contract was not renewed.
        behind: Option<Cause>,
    },
    /// A lost customer was asked to come back, and did.
    WonBack {
        /// Who came back.
        customer: CustomerId,
    },
    /// A lost customer was asked to come back, and refused.
    WinBackFailed {
        /// Who stays away.
        customer: CustomerId,
    },
    /// A survey was answered.
    Surveyed {
        /// Who was asked.
        customer: CustomerId,
        /// S as the survey shows it, 0-100, its error included.
        satisfaction: f64,
    },
    /// Somebody left the team.
    Resigned {
        /// What the person worked as.
        role: Role,
    },
    /// An audit found a gift above the policy.
    BribeFound {
        /// Whose committee received it.
        customer: CustomerId,
        /// Who received it, and leaves the committee.
        contact: ContactId,
        /// What the team pays.
        fine: Fen,
    },
    /// A forecast was filed.
    ForecastFiled {
        /// Orders of the month, and what the deals and bids decided in it may bring.
        expected: Fen,
    },
    /// The month closed, and its forecast was held against it.
    ForecastChecked {
        /// As it was filed.
        expected: Fen,
        /// Sales and fees of the month.
        actual: Fen,
    },
    /// A public event of the script: news, an exhibition or summit, what rivals do.
    Event {
        /// Its place in the script.
        event: EventId,
    },
    /// Who came of itself this month, and what became of them; the rest has left a name.
    Visitors {
        /// All of them.
        came: u16,
        /// They left a name and are known now.
        recorded: u16,
        /// Seen to, but nobody wrote them down, or the tool had no room.
        unwritten: u16,
        /// Nobody had time for them.
        unattended: u16,
    },
    /// A contract begins, or goes on.
    ContractBegins {
        /// Who pays for it.
        customer: CustomerId,
        /// For each round.
        fee: Fen,
        /// The last round with a fee.
        ends: Round,
    },
    /// The round's performance fell short of the promise.
    PromiseMissed {
        /// To whom it was promised.
        customer: CustomerId,
        /// As measured, 0-100.
        performance: f64,
        /// By contract and quote, 0-100.
        promised: f64,
        /// What was paid back from the fee; 0 where the class has none.
        penalty: Fen,
    },
    /// The tool for customer data is outgrown: records can be no better than this.
    ToolOutgrown {
        /// The best R from now on, 0-100.
        cap: f64,
    },
    /// Customer data is integrated.
    Integrated,
    /// A month of building came to nothing.
    NotIntegrated,
    /// A campaign ran.
    CampaignRan {
        /// What it cost and brought.
        result: CampaignResult,
    },
    /// The team's bid was the best; `order` is the deal it became.
    TenderWon {
        /// As it was announced.
        tender: NeedId,
        /// A deal of the team, won already.
        order: NeedId,
        /// The price of the bid.
        amount: Fen,
        /// Of the bid; in a view rounded until the game is over.
        points: Points,
    },
    /// A tender that the team had bid for went to somebody else, or to nobody.
    TenderLost {
        /// As it was announced.
        tender: NeedId,
        /// Whose bid was the best; nobody's where none counted.
        winner: Winner,
        /// Of the winning bid.
        price: Fen,
        /// Of the team's bid; all 0 where it did not count, the customer being lost.
        points: Points,
        /// Of the winning bid; like the others, rounded in a view until the game is over.
        best: Points,
    },
    /// Something was built; it works from the next round on.
    Invested {
        /// What was built.
        what: Investment,
    },
    /// Something that was built was closed; this round is paid for.
    Closed {
        /// What was closed.
        what: Investment,
    },
    /// Customers found the answer on the web platform; no ticket came of it.
    SelfServed {
        /// Whose minor ticket it would have been.
        customer: CustomerId,
    },
    /// A customer was given to the pool.
    GivenUp {
        /// Nobody of the team keeps it any longer.
        customer: CustomerId,
    },
    /// A customer was taken from the pool.
    Claimed {
        /// The team keeps it from now on.
        customer: CustomerId,
    },
    /// Somebody begins next month.
    Hired {
        /// What the new person will work as.
        role: Role,
    },
    /// A training ended.
    Trained {
        /// What the person trained works as.
        role: Role,
        /// The person's skill from now on, 0-100.
        skill: f64,
    },
}

/// One team's round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamReport {
    /// In the order of the phases.
    pub happened: Vec<Happened>,
    /// What changed and why, in the same order.
    pub effects: Vec<Effect>,
}

/// The round as the room keeps it; seats get their own team's part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoundReport {
    /// The round that was played.
    pub round: Round,
    /// In the order of team ids.
    pub teams: Vec<TeamReport>,
}
