//! A checked scenario: the market, its products and its script.
//!
//! Knows nothing of files; `scenario` reads one from RON and has checked every id and bound before the rules see it.

mod catalogue;
mod script;
mod text;

pub use catalogue::{Channel, ContractDef, Echo, Investment, Line, Medium, NeedClass, PriceTier, Product, Response, Short, Supply, Want};
pub use script::{Buyer, EventDef, Finder, Happening, NeedDef, Severity, TenderDef, TenderKind, TicketDef};
pub use text::{Text, Wording};

pub mod roster;

use crate::sim::parameters::Rules;
use crate::sim::scenario::roster::Roster;
use crate::sim::units::{ChannelId, Fen, IndustryId, MediumId, NeedClassId, RivalId, Role, Round};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most contacts a committee may have.
pub const MAX_CONTACTS: usize = 6;
/// The most attributes products may have.
pub const MAX_ATTRIBUTES: usize = 8;

/// What every player may read before the game: rules, catalogue, lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// Names the scenario, and is part of its luck: with another id the same seed gives other luck.
    pub id: Arc<str>,
    /// The number of the game that tells this case, board and luck alike: that of a game whose set-up names none.
    pub luck: u64,
    /// What the case is called.
    pub title: Text,
    /// One paragraph: the situation.
    pub summary: Text,
    /// What a player should have understood at the end.
    pub lesson: Text,
    /// Calendar month of round 1.
    pub start_year: u16,
    /// 1-12.
    pub start_month: u8,
    /// Rounds of a game, unless its set-up says otherwise.
    pub rounds: u16,
    /// Fewest rounds that a set-up may ask for.
    pub least_rounds: u16,
    /// What every team has in the bank at the start.
    pub opening_cash: Fen,
    /// What ordinary customers order on average; known in the trade.
    pub mean_order: Fen,
    /// How goods come to the customers, all products alike.
    pub supply: Supply,
    /// Every number of the model; the default where the file does not set it.
    pub rules: Rules,
    /// By `IndustryId`.
    pub industries: Vec<Named>,
    /// How private customers of each industry speak, by `IndustryId`.
    pub speaks: Vec<Speaks>,
    /// What products are good at and needs ask for; at most [`MAX_ATTRIBUTES`].
    pub attributes: Vec<Named>,
    /// What is sold, by `ProductId`.
    pub products: Vec<Product>,
    /// What customers may need, by `NeedClassId`.
    pub need_classes: Vec<NeedClass>,
    /// Who bids against the teams, by `RivalId`; at most nine.
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
    /// What the case calls things otherwise than other cases do: a text's key, as it stands in the program's texts, and the text instead of
    /// it; by key.
    pub words: Vec<(Arc<str>, Text)>,
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

    /// The case's own text for a key, if it has one.
    #[must_use]
    pub fn own_word(&self, key: &str) -> Option<&Text> {
        let place = self.words.binary_search_by(|(own, _)| own.as_ref().cmp(key)).ok()?;
        self.words.get(place).map(|(_, text)| text)
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

    /// A way to advertise; None if the scenario has no such medium.
    #[must_use]
    pub fn medium(&self, id: MediumId) -> Option<&Medium> {
        self.media.get(id.index())
    }
}

/// In whose words a customer speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaks {
    /// "We": people of a firm.
    #[default]
    Firm,
    /// "I": somebody who buys for himself or herself.
    Person,
    /// "We" at home.
    Family,
}

/// A thing with an id and a name, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// By which the rest of the file refers to it; unique in its list.
    pub id: Arc<str>,
    /// As players read it.
    pub name: Text,
}

/// Position in the buying centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BuyingRole {
    /// Has the last word: the only one to give an oral yes.
    DecisionMaker,
    /// Lets vendors in, and keeps out whom it dislikes.
    Gatekeeper,
    /// Works with what is bought.
    User,
    /// Does the buying: its support alone counts for little.
    Purchaser,
}

/// How a contact thinks, and how a seller presents: Analytic, Orderly, People, Whole picture.
/// Neighbours lie side by side on the ring A-B-C-D; A and C, B and D are opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Style {
    /// Analytic: figures and proof.
    A,
    /// Orderly: steps, dates, order.
    B,
    /// People: people and their work.
    C,
    /// Whole picture: where it all leads.
    D,
}

/// A member of a named customer's committee.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactDef {
    /// By which the script refers to it; unique in its committee.
    pub id: Arc<str>,
    /// With the position, where the author gives one.
    pub name: Text,
    /// Says how much it weighs in the committee.
    pub role: BuyingRole,
    /// How it wants to be talked to; players learn it by meeting it.
    pub style: Style,
}

/// A customer that the scenario tells about by name.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerDef {
    /// By which the script refers to it; unique among the named customers.
    pub id: Arc<str>,
    /// In full.
    pub name: Text,
    /// Two or three letters for the token on the board.
    pub token: Text,
    /// Its story, for teams that know it.
    pub profile: Text,
    /// Where its word of mouth counts in full.
    pub industry: IndustryId,
    /// Lambda: chance of an ordinary need a round, above 0 up to 1.
    pub need_rate: f64,
    /// v: the typical order.
    pub order_value: Fen,
    /// Mean value of a need (v', not multiplied further) and need rate that customer equity counts with.
    pub equity_value: Fen,
    /// Lambda of customer equity; `need_rate` where the file does not say.
    pub equity_rate: f64,
    /// How much a discount counts; 1 is usual, 0.1 to 5 allowed.
    pub price_sensitivity: f64,
    /// How much an unanswered ticket counts; 1 is usual, 0.1 to 5 allowed.
    pub service_sensitivity: f64,
    /// Who supplies it at the start; None: nobody.
    pub incumbent: Option<RivalId>,
    /// The committee, by `ContactId`: one to [`MAX_CONTACTS`], a decision maker among them.
    pub contacts: Vec<ContactDef>,
    /// Whether every team knows it before round 1.
    pub known_at_start: bool,
    /// Orders that every team has had of it before round 1; 0 for one not known.
    pub orders_at_start: u16,
    /// Met by every team that goes to the exhibition.
    pub at_exhibition: bool,
    /// Calls a team that does not know it at the start of this round, with this trust.
    pub calls: Option<(u16, f64)>,
    /// A critical ticket left open books a loss at the customer, once.
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
    /// Mean of the typical orders of generated customers, before segments change them.
    pub mean_order: Fen,
    /// Chance that a generated customer has a need in a round, before segments change it.
    pub need_rate: f64,
    /// Generated customers known at the start (those with orders included).
    pub known: u16,
    /// Generated customers with one order at the start.
    pub installed: u16,
    /// Name and token, given to the generated customers by lot.
    pub names: Vec<(Text, Text)>,
    /// First and second parts, put together to further names once `names` are used up.
    pub name_parts: [Vec<Text>; 2],
    /// Names of generated contacts, used in turn; in a market of private buyers whoever decides has the customer's name.
    pub contact_names: Vec<Text>,
    /// Parts of further names of people there, put together once those are used up.
    pub contact_parts: [Vec<Text>; 2],
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
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Of all customers of this kind.
    pub industry: IndustryId,
    /// Of the generated customers.
    pub share: f64,
    /// Typical order and need rate against those of the market.
    pub value: f64,
    /// The need rate, as a factor.
    pub needs: f64,
    /// About which its customers' sensitivity to price is spread; 1 is usual.
    pub price_sensitivity: f64,
    /// The same of the sensitivity to service.
    pub service_sensitivity: f64,
    /// Who decides with whom at one of them; empty: as everywhere in the market.
    pub committee: Vec<BuyingRole>,
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
    /// In which it comes, once and no more.
    pub round: Round,
    /// By which it comes.
    pub channel: ChannelId,
}

/// What is fixed for a game: market, goods, script, rules; every id and bound is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What players may read; every view holds it too.
    pub guide: Arc<Guide>,
    /// The named ones, first in the market: by `CustomerId`.
    pub customers: Vec<CustomerDef>,
    /// What the generated customers are made from.
    pub market: MarketDef,
    /// The script, by `EventId`: in the order of the file, which is part of the luck.
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
