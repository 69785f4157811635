//! A checked scenario: the market, its products and its script.
//!
//! Knows nothing of files; `scenario` reads one from RON and has checked every id and bound before the rules see it.

pub mod roster;

use crate::sim::parameters::Rules;
use crate::sim::scenario::roster::Roster;
use crate::sim::units::{ChannelId, CustomerId, Fen, IndustryId, MediumId, Minutes, NeedClassId, ProductId, RivalId, Role, Round};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// A text in both languages, shared: views hold hundreds of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Arc<Wording>);

/// What a [`Text`] says in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub en: Arc<str>,
    pub zh: Arc<str>,
}

impl Text {
    #[must_use]
    pub fn new(en: impl Into<Arc<str>>, zh: impl Into<Arc<str>>) -> Text {
        Text(Arc::new(Wording { en: en.into(), zh: zh.into() }))
    }
}

impl Deref for Text {
    type Target = Wording;

    fn deref(&self) -> &Wording {
        &self.0
    }
}

/// The most contacts a committee may have.
pub const MAX_CONTACTS: usize = 6;
/// The most attributes products may have.
pub const MAX_ATTRIBUTES: usize = 8;

/// What every player may read before the game: rules, catalogue, lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub id: Arc<str>,
    pub title: Text,
    /// One paragraph: the situation.
    pub summary: Text,
    /// What a player should have understood at the end.
    pub lesson: Text,
    /// Calendar month of round 1.
    pub start_year: u16,
    pub start_month: u8,
    pub rounds: u16,
    pub least_rounds: u16,
    pub opening_cash: Fen,
    /// What ordinary customers order on average; known in the trade.
    pub mean_order: Fen,
    pub supply: Supply,
    pub rules: Rules,
    pub industries: Vec<Named>,
    pub attributes: Vec<Named>,
    pub products: Vec<Product>,
    pub need_classes: Vec<NeedClass>,
    pub rivals: Vec<Named>,
    /// By which customers come of themselves; empty where nobody does.
    pub channels: Vec<Channel>,
    /// The sign before an amount of money, as `¥` or `$`.
    pub currency: Text,
    /// The roles of a team.
    pub roster: Roster,
    /// Names of the staff by role (`Role::index`); empty where a role is missing.
    pub staff: [Text; Role::COUNT],
    /// Ways to advertise; none: no campaigns.
    pub media: Vec<Medium>,
    /// What a team may invest in.
    pub investments: Vec<Investment>,
    /// What a sensible team does with media, tenders and investments here; the bots follow it.
    pub custom: Custom,
    /// Names of further people, in the order in which they come: the others of a role, successors, people hired.
    pub newcomers: Vec<Text>,
}

/// The custom of the trade, as far as it differs between scenarios.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Custom {
    /// Budget of a campaign a month; zero: none.
    pub campaign: Fen,
    /// Discount of a bid in every tender; none: nobody bids.
    pub bid: Option<f64>,
    /// What is built as soon as there is money.
    pub investments: Vec<Investment>,
}

impl Guide {
    /// The roles of a team, in the order of `Role::ALL`.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        self.roster.roles()
    }

    /// The name of whoever joins next; empty where the list is at its end.
    #[must_use]
    pub fn newcomer(&self, joined: &mut u16) -> Text {
        let name = self.newcomers.get(usize::from(*joined)).cloned().unwrap_or_default();
        *joined = joined.saturating_add(1);
        name
    }

    /// Who does the work of `role`.
    #[must_use]
    pub fn acting(&self, role: Role) -> Role {
        self.roster.acting(role)
    }

    #[must_use]
    pub fn medium(&self, id: MediumId) -> Option<&Medium> {
        self.media.get(id.index())
    }
}

/// A way to advertise (docs/model.md#campaigns): web, mail, phone, event, partner, `WeChat` or what the scenario calls it.
#[derive(Clone, Debug, PartialEq)]
pub struct Medium {
    pub id: Arc<str>,
    pub name: Text,
    /// By `IndustryId`: how its audience answers.
    pub response: Vec<Response>,
    /// Where a campaign makes people talk.
    pub echo: Option<Echo>,
}

/// Expected leads of a campaign with budget b: a (1 - exp(-b/c)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// a: the most leads a campaign can expect.
    pub leads: f64,
    /// c: the budget that brings 63 % of them.
    pub scale: Fen,
}

/// Fast word of mouth: for some rounds referrals and public complaints are multiplied alike (docs/cases.md#bank-and-analytic-crm).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Echo {
    pub factor: f64,
    pub rounds: u16,
}

/// Something a team may build once (docs/model.md#investments).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Investment {
    CallCentre,
    WebPlatform,
}

impl Investment {
    pub const ALL: [Investment; 2] = [Investment::CallCentre, Investment::WebPlatform];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A thing with a name and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub id: Arc<str>,
    pub name: Text,
}

/// A way by which customers come of themselves (docs/cases.md#car-dealer: showroom, phone, web, headquarters).
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    pub id: Arc<str>,
    pub name: Text,
    /// Share of the visitors that take it.
    pub share: f64,
}

/// How goods come to the customers (docs/model.md#supply).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Supply {
    /// Whatever is ordered is at hand, and leaves in the round of the order.
    #[default]
    AtHand,
    /// Built when ordered, which takes its time.
    ToOrder,
    /// Sold from a stock that somebody must buy in time.
    Stock(Short),
}

/// What becomes of an order for which there are no goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Short {
    /// The customer waits, and remembers it.
    Late,
    /// The customer goes without.
    LostSale,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    pub id: Arc<str>,
    pub name: Text,
    pub list_price: Fen,
    /// Price where a quote starts, by `PriceTier`.
    pub tier_prices: [Fen; 4],
    /// What a piece costs the team; None: a share of the tier price (`Choice::cost_share`).
    pub unit_cost: Option<Fen>,
    /// Pieces in every team's stock at the start.
    pub stock: u32,
    /// 0-100, in the order of `Guide::attributes`.
    pub attributes: [f64; MAX_ATTRIBUTES],
}

/// From which price a quote starts (docs/model.md#price-tiers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PriceTier {
    Trial,
    Market,
    Old,
    Senior,
}

/// What a customer wants a product to do.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedClass {
    pub id: Arc<str>,
    pub name: Text,
    pub wants: Vec<Want>,
    /// The product that a sensible vendor quotes.
    pub product: ProductId,
    /// How often ordinary customers have this need.
    pub share: f64,
    /// One piece is wanted, whatever the customer could spend: a private buyer's car.
    pub single: bool,
    /// Set where it is met by a contract with a fee every round; prices are then those of the whole term.
    pub contract: Option<ContractDef>,
}

/// Terms of the contracts that a class of needs leads to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractDef {
    /// Rounds it runs.
    pub term: u16,
    /// The customer cannot leave before it ends.
    pub binding: bool,
    /// Cost to serve it a round at the accountable level, whatever the fee.
    pub serving: Fen,
    /// Performance promised, 0-100 (92: 92 % on time); None where nothing is measured.
    pub promised: Option<f64>,
    /// Share of the round's fee paid back where the promise was missed.
    pub penalty: f64,
}

/// One attribute asked for; weights are as the file gives them (they should sum to 1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Want {
    /// Place in `Guide::attributes`.
    pub attribute: u8,
    pub required: f64,
    pub weight: f64,
}

/// Position in the buying centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BuyingRole {
    DecisionMaker,
    Gatekeeper,
    User,
    Purchaser,
}

/// How a contact thinks, and how a seller presents: Analytic, Orderly, People, Whole picture.
/// Neighbours lie side by side on the ring A-B-C-D; A and C, B and D are opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Style {
    A,
    B,
    C,
    D,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ContactDef {
    pub id: Arc<str>,
    pub name: Text,
    pub role: BuyingRole,
    pub style: Style,
}

/// A customer that the scenario tells about by name.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerDef {
    pub id: Arc<str>,
    pub name: Text,
    /// Two or three letters for the token on the board.
    pub token: Text,
    pub profile: Text,
    pub industry: IndustryId,
    pub need_rate: f64,
    pub order_value: Fen,
    /// Mean value of a need (v', not multiplied further) and need rate that customer equity counts with.
    pub equity_value: Fen,
    pub equity_rate: f64,
    pub price_sensitivity: f64,
    pub service_sensitivity: f64,
    pub incumbent: Option<RivalId>,
    pub contacts: Vec<ContactDef>,
    pub known_at_start: bool,
    pub orders_at_start: u16,
    /// Met by every team that goes to the exhibition.
    pub at_exhibition: bool,
    /// Calls a team that does not know it at the start of this round, with this trust.
    pub calls: Option<(u16, f64)>,
    /// A repeated open critical ticket books a loss at the customer.
    pub key_account: bool,
    /// Whether ordinary needs occur beside the scripted ones.
    pub stochastic_needs: bool,
    /// A contract that runs at the start: its class, and its last round. Its fee is the typical order over the term.
    pub contract: Option<(NeedClassId, u16)>,
}

/// The customers nobody wrote about: drawn by strata so that every board has the same Pareto curve.
#[derive(Clone, Debug, PartialEq)]
pub struct MarketDef {
    /// Customers in all, the named ones included.
    pub customers: u16,
    /// Spread of typical order values.
    pub sigma: f64,
    pub mean_order: Fen,
    pub need_rate: f64,
    /// Generated customers known at the start (those with orders included).
    pub known: u16,
    /// Generated customers with one order at the start.
    pub installed: u16,
    pub names: Vec<(Text, Text)>,
    /// First and second parts, put together to further names once `names` are used up.
    pub name_parts: [Vec<Text>; 2],
    /// Names of generated contacts, used in turn; somebody who is a committee alone has the customer's name.
    pub contact_names: Vec<Text>,
    /// Who decides with whom at a generated customer; a private buyer is one person.
    pub committee: Vec<BuyingRole>,
    /// Spread (sigma of the exponent) of the sensitivity to price and to service.
    pub sensitivity_spread: [f64; 2],
    /// Kinds of customers; empty: all industries alike.
    pub segments: Vec<Segment>,
    /// Customers that come of themselves.
    pub walk_ins: Option<WalkInDef>,
}

/// A kind of generated customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    pub industry: IndustryId,
    /// Of the generated customers.
    pub share: f64,
    /// Typical order and need rate against those of the market.
    pub value: f64,
    pub needs: f64,
    pub price_sensitivity: f64,
    pub service_sensitivity: f64,
}

/// Generated customers that come of themselves, each in a round of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkInDef {
    /// Of the generated customers.
    pub share: f64,
    /// Rounds until such a customer decides.
    pub decides_after: u16,
}

/// When and how a customer comes of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    pub round: crate::sim::units::Round,
    pub channel: ChannelId,
}

/// How a hidden need can come to light.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finder {
    FreeCheck,
    /// An hour or more of care by account manager or service, or a call on this contact.
    Talk(u8),
    Research,
    /// This contact tells, once bond or trust has reached the number.
    Tip {
        contact: u8,
        bond: f64,
        trust: f64,
    },
}

/// Goods of a quote: product, number, price of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub product: ProductId,
    pub quantity: u32,
    pub price: Fen,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NeedDef {
    pub customer: CustomerId,
    pub class: NeedClassId,
    pub quantity: u32,
    /// What fits, at tier price.
    pub lines: Vec<Line>,
    pub budget: Option<Fen>,
    /// How it comes to light; empty: it is open from the start.
    pub hidden: Vec<Finder>,
    /// Rounds until the customer decides: 1 means at the end of the next round.
    pub decides_after: u16,
    /// Whether it is a trial order, quoted at the trial price.
    pub trial: bool,
    /// The need of this event asks for the very same piece: a team can quote it to one of the two only.
    pub instead_of: Option<crate::sim::units::EventId>,
}

/// What a tender is judged by (docs/model.md#tenders).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TenderKind {
    /// 70 % price, 20 % fit, 10 % relation.
    Price,
    /// 20 % price, 40 % fit, 40 % relation.
    Quality,
}

/// Who puts a need out to tender.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Buyer {
    Named(CustomerId),
    /// One of the larger ordinary customers of an industry, drawn by the board.
    OneOf(IndustryId),
}

#[derive(Clone, Debug, PartialEq)]
pub struct TenderDef {
    pub buyer: Buyer,
    pub kind: TenderKind,
    pub class: NeedClassId,
    /// What fits, at the price of the estimate.
    pub lines: Vec<Line>,
    /// The ceiling price: no bid above it is accepted.
    pub ceiling: Fen,
    /// Rounds until the award: 0 means at the end of the round in which it is announced.
    pub decides_after: u16,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TicketDef {
    pub customer: CustomerId,
    pub class: Severity,
    pub minutes: Minutes,
    pub day: u16,
    /// The need whose order must have been won (place in `Scenario::events`); None: any order of this customer.
    pub after: Option<crate::sim::units::EventId>,
    /// The customer's own loss if it stays unanswered.
    pub loss: Fen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    Minor,
    Major,
    Critical,
}

impl Severity {
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What the script makes happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// Only news.
    News,
    Exhibition,
    Summit,
    Need(NeedDef),
    Ticket(TicketDef),
    /// The member of staff in this role resigns at the end of the round.
    Resigns(Role),
    /// Rivals bid harder for some rounds.
    PriceWar {
        rounds: u16,
    },
    /// From now on every rival grows by this much utility a round.
    RivalsGain {
        by: f64,
    },
    /// One rival (all, if none is named) offers this share less for some rounds.
    RivalOffer {
        rival: Option<RivalId>,
        cut: f64,
        rounds: u16,
    },
    /// The desk reminds of a gift that this contact would welcome.
    Temptation {
        customer: CustomerId,
        contact: u8,
        amount: Fen,
    },
    /// A need put out to public tender.
    Tender(TenderDef),
}

#[derive(Clone, Debug, PartialEq)]
pub struct EventDef {
    pub id: Arc<str>,
    pub round: u16,
    pub title: Text,
    pub body: Text,
    pub what: Happening,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    pub guide: Arc<Guide>,
    pub customers: Vec<CustomerDef>,
    pub market: MarketDef,
    pub events: Vec<EventDef>,
    /// Names to show instead of the case's own, longest first: (from, to).
    pub fictional: Vec<(Text, Text)>,
}

impl Guide {
    /// Terms of the contracts that a class of needs leads to.
    #[must_use]
    pub fn contract(&self, class: NeedClassId) -> Option<&ContractDef> {
        self.need_classes.get(class.index())?.contract.as_ref()
    }

    /// Whether anything in this scenario is sold by contract.
    #[must_use]
    pub fn has_contracts(&self) -> bool {
        self.need_classes.iter().any(|class| class.contract.is_some())
    }
}

impl Guide {
    /// Whether goods come from a stock of the team's own.
    #[must_use]
    pub const fn keeps_stock(&self) -> bool {
        matches!(self.supply, Supply::Stock(_))
    }

    /// Calendar year and month (1-12) of a round.
    #[must_use]
    pub fn calendar(&self, round: Round) -> (u16, u8) {
        let months = u32::from(self.start_month) - 1 + u32::from(round.0.saturating_sub(1));
        (self.start_year + (months / 12) as u16, (months % 12) as u8 + 1)
    }
}
