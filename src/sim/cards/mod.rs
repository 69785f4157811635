//! Cards: what a role does in a month. One card, one file: whose work it is, when in the month, what it takes, what it needs,
//! what it does and what it may be expected to do.
//!
//! To add a card: a file in the folder of its role with a struct and its [`CardRules`], a line in the list below, and its
//! texts `card-KEY` and `card-KEY-why` in the locale files. Nothing has a default, so the compiler asks for the rest.

mod bounds;
mod conditions;
mod contact;
mod effort;
mod facts;
mod outlook;
mod playing;
mod setting;
mod takes;
mod wire;

pub use bounds::Bounds;
pub use conditions::{Hope, Needs, missing};
pub use facts::{Actual, CustomerFacts, DealFacts, Facts, Moment};
pub use outlook::{Estimate, Outlook, Range};

pub(crate) use playing::Playing;
pub use setting::Setting;
pub use takes::{Hours, Takes, takes, takes_outside};

use crate::sim::scenario::Guide;
use crate::sim::terms::{QuoteTerms, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// Declares the modules, the enum and how a call finds its card; one line a card.
macro_rules! cards {
    ($($(#[$about:meta])* $folder:ident { $($file:ident: $card:ident,)* })*) => {
        $($(#[$about])* pub mod $folder { $(pub mod $file;)* })*
        $(pub use self::{$($folder::$file::$card),*};)*

        /// A card: something a role does this month. Cards over several customers count as one decision.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Action {
            $($(#[doc = concat!("Its data and rules: [`", stringify!($card), "`], in `", stringify!($folder), "`.")] $card($card),)*)*
        }

        impl Action {
            /// Names of all cards, as files write them, in the order of the list.
            pub const NAMES: &'static [&'static str] = &[$($(stringify!($card),)*)*];

            /// Its place in the list.
            #[must_use]
            pub const fn place(&self) -> usize {
                /// One variant a card, to count them.
                #[derive(Clone, Copy)]
                enum Place { $($($card,)*)* }
                match self { $($(Action::$card(_) => Place::$card as usize,)*)* }
            }

            /// What it is; the only place that goes from a card to its rules.
            fn rules(&self) -> &dyn CardRules {
                match self { $($(Action::$card(card) => card,)*)* }
            }

            fn rules_mut(&mut self) -> &mut dyn CardRules {
                match self { $($(Action::$card(card) => card,)*)* }
            }
        }

        $($(impl From<$card> for Action {
            fn from(card: $card) -> Action {
                Action::$card(card)
            }
        })*)*

        wire::cards!($($($card,)*)*);
    };
}

cards! {
    /// Cards of the customer developer: finding customers.
    developer {
        exhibition: Exhibition,
        summit: Summit,
        prospect: Prospect,
        research: Research,
        qualify: Qualify,
        ask_referral: AskReferral,
        campaign: Campaign,
    }

    /// Cards of the account manager: winning customers and keeping them.
    account_manager {
        call: Call,
        pursue: Pursue,
        pursue_many: PursueMany,
        demo: Demo,
        free_check: FreeCheck,
        quote: Quote,
        decline: Decline,
        gift: Gift,
        rebate: Rebate,
        handover: Handover,
        win_back: WinBack,
        forecast: Forecast,
        own_forecast: OwnForecast,
        purchase: Purchase,
        bid: Bid,
    }

    /// Cards of service: answering and looking after (care visits belong to the account manager as well).
    service {
        care: Care,
        queue: Queue,
        check: Check,
        article: Article,
        compensate: Compensate,
        survey: Survey,
    }

    /// Cards of the cultivator: keeping many warm.
    cultivator {
        nurture: Nurture,
    }

    /// Cards of the product specialist: designing what is sold.
    product_specialist {
        design: Design,
    }

    /// Cards that are no single role's: the door, tools, investments, people, the pool.
    anybody {
        reception: Reception,
        buy_crm: BuyCrm,
        build_crm: BuildCrm,
        invest: Invest,
        close: Close,
        hire: Hire,
        train: Train,
        give_to_pool: GiveToPool,
        take_from_pool: TakeFromPool,
    }
}

/// Name of a card in a team's plan, unique within the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub u32);

/// A card as a player puts it into the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What is done, with all that the player chose.
    pub action: Action,
    /// Write the interactions up (`work.write_up` each): what makes records.
    pub write_up: bool,
}

/// Whose work a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// These roles', whether the scenario has them or not; others may do it, which counts less.
    Roles(&'static [Role]),
    /// Everybody's alike.
    Anybody,
    /// This role's alone.
    Only(Role),
}

/// Whether two lists have a customer in common.
fn share_somebody(own: &[CustomerId], planned: &[CustomerId]) -> bool {
    own.iter().any(|customer| planned.contains(customer))
}

/// When in the month a card is carried out, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// What is settled before anybody goes out: the pool, people.
    Settling,
    /// What is built or closed.
    Investing,
    /// At the door, and at the tools of the trade.
    Receiving,
    /// Finding customers: exhibitions, summits, campaigns, search, research, qualifying, asking for referrals.
    Prospecting,
    /// Calls, demos, checks, designs, quotes, bids, handovers, win-backs; the forecast and goods for the stock, too.
    Selling,
    /// Visits, nurturing, gifts and rebates.
    Caring,
    /// Checks and surveys: what they bring to light can still go into this month's queue.
    Asking,
    /// The queue of tickets.
    Serving,
}

/// Everything a card is.
pub(crate) trait CardRules {
    /// Key of its texts: `card-KEY` and `card-KEY-why`.
    fn key(&self) -> &'static str;

    /// Whose work it is.
    fn home(&self) -> Home;

    /// When in the month it is carried out.
    fn when(&self) -> When;

    /// Tells the customers it is for, one by one.
    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId));

    /// Time and money it takes somebody of its role. `last_order`: amount of a customer's last order.
    fn takes(&self, guide: &Guide, last_order: &dyn Fn(CustomerId) -> Fen) -> Takes;

    /// Whether everything it names exists and is known to the team, and times and amounts are within what a card may hold.
    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject>;

    /// What it needs before it can be played.
    fn needs(&self, needs: &mut Needs<'_>);

    /// What later cards of the same plan may count on, about one deal.
    fn brings(&self, hope: &mut Hope<'_>);

    /// Whether a card of the same plan does what this one does, and once a month is all it takes.
    fn repeats(&self, planned: &Action) -> bool;

    /// What its player may set, and must.
    fn setting(&self) -> Setting;

    /// Its hours, where the player sets them as one number.
    fn hours(&mut self) -> Option<&mut Minutes>;

    /// Carries it out.
    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>);

    /// What it may be expected to do, from what the team knows.
    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate;
}

impl Action {
    /// Key of its texts: `card-KEY` and `card-KEY-why` in the locale files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.rules().key()
    }

    /// When in the month it is carried out.
    #[must_use]
    pub fn when(&self) -> When {
        self.rules().when()
    }

    /// Whose work it is.
    #[must_use]
    pub fn home(&self) -> Home {
        self.rules().home()
    }

    /// The customers a card is for.
    #[must_use]
    pub fn customers(&self) -> Vec<CustomerId> {
        let mut list = Vec::new();
        self.each_customer(|id| list.push(id));
        list
    }

    /// Tells the customers a card is for, one by one.
    pub fn each_customer(&self, mut tell: impl FnMut(CustomerId)) {
        self.rules().each_customer(&mut tell);
    }

    /// Lists, times and amounts within what a card may hold; every id exists and is known to the team.
    ///
    /// # Errors
    /// What is wrong first.
    pub fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        self.rules().check(bounds)
    }

    /// Whether a planned card does what this one does, and once a month is all it takes.
    #[must_use]
    pub fn repeats(&self, planned: &Action) -> bool {
        self.rules().repeats(planned)
    }

    /// What its player may set, and must.
    #[must_use]
    pub fn setting(&self) -> Setting {
        self.rules().setting()
    }

    /// Its hours, where the player sets them as one number.
    pub fn hours(&mut self) -> Option<&mut Minutes> {
        self.rules_mut().hours()
    }

    /// Carries it out.
    pub(crate) fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        self.rules().play(turn, month);
    }

    /// What it may be expected to do, from what the team knows.
    #[must_use]
    pub fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        self.rules().estimate(outlook)
    }

    /// Whether it belongs to a role, or to one whose work the role does.
    #[must_use]
    pub fn belongs(&self, guide: &Guide, role: Role) -> bool {
        match self.home() {
            Home::Roles(roles) => roles.iter().any(|&home| guide.acting(home) == role),
            Home::Anybody => true,
            Home::Only(only) => only == role,
        }
    }

    /// What a role's work at it counts: 1 if it belongs to the role, less outside, 0 if the role may not play it
    /// (docs/model.md#outside-the-role).
    #[must_use]
    pub fn share_of(&self, guide: &Guide, role: Role) -> f64 {
        match self.home() {
            _ if self.belongs(guide, role) => 1.0,
            Home::Only(_) => 0.0,
            Home::Roles(_) | Home::Anybody => guide.rules.staffing.outside_role,
        }
    }

    /// What counts of time spent on it by a role.
    #[must_use]
    pub fn counted(&self, guide: &Guide, role: Role, time: Minutes) -> Minutes {
        Minutes((f64::from(time.0) * self.share_of(guide, role)).round() as i32)
    }

    /// The terms that it quotes for a deal by itself, and the time that it has for it; None where it is no pursuit of the deal.
    #[must_use]
    pub fn pursuit_of(&self, deal: NeedId) -> Option<(&QuoteTerms, Minutes)> {
        match self {
            Action::Pursue(pursue) if pursue.deal == deal => Some((&pursue.terms, pursue.time)),
            Action::PursueMany(many) => many.deals.iter().find(|(id, _)| *id == deal).map(|(_, time)| (&many.terms, *time)),
            _ => None,
        }
    }
}
