//! What the desk remembers between frames, and what it asks for.

use super::customers::{CustomersUi, Existing, FirmForm, QueryForm, TaskForm};
use super::insight::InsightCache;
use super::pages::{FinancePage, FunnelPage, ServicePage, ValueUi};
use crate::advice::offer::Offer;
use crate::game::board::BoardUi;
use crate::room::Refusal;
use crate::sim::cards::{Card, CardId};
use crate::sim::journal::effect::Measure;
use crate::sim::planning::command::Command;
use crate::sim::terms::Strategy;
use crate::sim::units::{CustomerId, EventId, Role, TeamId};
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// What the player asks for. Whoever holds the room answers with a new [`Shown`], or with [`Desk::refuse`].
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Request {
    /// A command of one of the desk's roles.
    Send(Role, Command),
    /// Submit the plans of all roles of this desk.
    Submit,
    /// Take them back.
    Withdraw,
    /// Put a list of customers on the disk.
    WriteList {
        /// Where.
        path: PathBuf,
        /// The whole file.
        bytes: Arc<[u8]>,
        /// What happens to a file that is there already.
        existing: Existing,
    },
    /// Read a list of customers.
    ReadList {
        /// From where.
        path: PathBuf,
    },
    /// Answered by the desk itself.
    OpenMenu,
    /// Answered by the desk itself.
    SwitchLanguage,
}

/// The middle of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The board.
    #[default]
    Board,
    /// The list of customers and what belongs to it.
    Customers,
    /// Deals, tenders and campaigns.
    Funnel,
    /// What customers are worth.
    Value,
    /// Tickets.
    Service,
    /// The staff.
    Team,
    /// Goods and money.
    Finance,
}

impl Tab {
    /// In the order of the row of tabs.
    pub const ALL: [Tab; 7] = [Tab::Board, Tab::Customers, Tab::Funnel, Tab::Value, Tab::Service, Tab::Team, Tab::Finance];
}

/// The account sheet's tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetTab {
    /// Who the customer is.
    #[default]
    Profile,
    /// The buying centre.
    Contacts,
    /// The talk log.
    Log,
    /// Its deals.
    Deals,
    /// Tickets.
    Service,
    /// What customers are worth.
    Value,
}

/// A card being set before it goes into the plan, or changed there.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Who plays the card.
    pub role: Role,
    /// The card as it is set now.
    pub card: Card,
    /// The card of the plan that is changed; none for a new one.
    pub changes: Option<CardId>,
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// What the team sets out to do.
    Strategy(Strategy),
    /// Relationship levels by tier.
    Levels,
    /// Placing a customer in the pyramid.
    Evaluate(CustomerId),
    /// A query of one's own.
    Query(QueryForm),
    /// A firm entered by hand.
    Firm(FirmForm),
    /// A task as one wants it.
    Task(TaskForm),
    /// A piece of news.
    News(EventId),
    /// Keys, and what matters this month.
    Help,
    /// What happened last month.
    Summary,
}

/// The state of the desk's panels.
#[derive(Resource, Clone, Debug, Default)]
pub struct Desk {
    /// What fills the middle.
    pub tab: Tab,
    /// The page of the account sheet.
    pub sheet: SheetTab,
    /// The page of the finance tab.
    pub finance: FinancePage,
    /// Whose sheet is open; none for the office.
    pub selected: Option<CustomerId>,
    /// The number of the sheet whose reasons are open.
    pub why: Option<Measure>,
    /// The card in the editor.
    pub draft: Option<Draft>,
    /// What lies over the desk.
    pub dialog: Option<Dialog>,
    /// What the board remembers: lanes, pyramid or deals, and what is looked at or searched for.
    pub board: BoardUi,
    /// What the Customers tab remembers.
    pub customers: CustomersUi,
    /// The page of the funnel.
    pub funnel: FunnelPage,
    /// What the value tab remembers.
    pub value: ValueUi,
    /// The page of the service tab.
    pub service: ServicePage,
    /// Offers that cannot be played are shown as well.
    pub shows_all_offers: bool,
    /// The teams whose strategy was asked for.
    pub asked: Vec<TeamId>,
    /// The last refusal, until the next thing that works.
    pub notice: Option<Refusal>,
    /// The offers on the sheet.
    pub offers: OfferCache,
    /// What the pages of figures show.
    pub insight: InsightCache,
    /// Asked for in this frame.
    pub out: Vec<Request>,
}

/// The offers on the sheet, worked out once for a view and customer.
#[derive(Clone, Debug, Default)]
pub struct OfferCache {
    key: Option<(u64, Option<CustomerId>)>,
    /// The offers, as the rules list them.
    pub list: Arc<Vec<Offer>>,
}

impl OfferCache {
    /// Works the offers out with `offers` if they are not those of this view and customer.
    pub fn refresh(&mut self, stamp: u64, customer: Option<CustomerId>, offers: impl FnOnce() -> Vec<Offer>) {
        if self.key != Some((stamp, customer)) {
            self.key = Some((stamp, customer));
            self.list = Arc::new(offers());
        }
    }
}

impl Desk {
    /// Asks for a command of a role.
    pub fn send(&mut self, role: Role, command: Command) {
        self.out.push(Request::Send(role, command));
    }

    /// Opens a customer's sheet.
    pub fn open(&mut self, customer: CustomerId, tab: Option<SheetTab>) {
        if self.selected != Some(customer) {
            self.why = None;
        }
        self.selected = Some(customer);
        self.draft = None;
        if let Some(tab) = tab {
            self.sheet = tab;
        }
    }

    /// The room refused what was asked for last.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.notice = Some(refusal);
    }

    /// Closes the nearest thing that is open; false if nothing was.
    pub fn close_nearest(&mut self) -> bool {
        let on_board = self.tab == Tab::Board;
        if on_board && self.dialog.is_none() && self.board.is_typing && self.board.go_back() {
            return true;
        }
        if self.dialog.take().is_some() || self.draft.take().is_some() || self.notice.take().is_some() {
            return true;
        }
        on_board && self.board.go_back() || self.selected.take().is_some()
    }

    /// Whether [`Desk::close_nearest`] has something to close.
    #[must_use]
    pub fn has_open(&self) -> bool {
        let on_board = self.tab == Tab::Board && self.board.can_go_back();
        self.dialog.is_some() || self.draft.is_some() || self.notice.is_some() || on_board || self.selected.is_some()
    }

    /// A new month: nothing of the last one stays open, but the customer does.
    pub fn new_month(&mut self) {
        self.draft = None;
        self.notice = None;
        self.why = None;
        self.board.new_month();
        self.customers.new_month();
    }
}
