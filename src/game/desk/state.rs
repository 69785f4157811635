//! What the desk remembers between frames, and what it asks for.

use super::customers::CustomersUi;
use super::customers::files::{Existing, FirmForm};
use super::customers::form::QueryForm;
use super::customers::task::TaskForm;
use super::insight::InsightCache;
use crate::advice::offer::Offer;
use crate::sim::cards;
use crate::sim::cards::{Action, Card, CardId};
use crate::sim::journal::effect::Measure;
use crate::sim::planning::command::Command;
use crate::sim::terms::{Reject, Strategy};
use crate::sim::units::{CustomerId, EventId, Role};
use crate::sim::view::View;
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// The view on show and a number that changes with it. Whoever holds the room sets it.
#[derive(Resource, Clone)]
pub struct Shown {
    pub view: Arc<View>,
    pub stamp: u64,
    /// The roles played at this desk; cards of other roles are shown but not touched.
    pub roles: Vec<Role>,
}

/// What the player asks for. Whoever holds the room answers with a new [`Shown`], or with [`Desk::refuse`].
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Intent {
    /// A command of one of the desk's roles.
    Send(Role, Command),
    /// Submit the plans of all roles of this desk.
    Submit,
    /// Take them back.
    Withdraw,
    /// Put a list of customers on the disk.
    WriteList { path: PathBuf, bytes: Arc<[u8]>, existing: Existing },
    /// Read a list of customers.
    ReadList { path: PathBuf },
    /// Answered by the desk itself.
    OpenMenu,
    /// Answered by the desk itself.
    SwitchLanguage,
}

/// The middle of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Board,
    Customers,
    Funnel,
    Value,
    Service,
    Team,
    Finance,
}

impl Tab {
    pub const ALL: [Tab; 7] = [Tab::Board, Tab::Customers, Tab::Funnel, Tab::Value, Tab::Service, Tab::Team, Tab::Finance];
}

/// The pages of the finance tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FinancePage {
    #[default]
    Account,
    Flow,
    Marketing,
    Goods,
    Figures,
}

impl FinancePage {
    pub const ALL: [FinancePage; 5] = [FinancePage::Account, FinancePage::Flow, FinancePage::Marketing, FinancePage::Goods, FinancePage::Figures];
}

/// The account sheet's tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetTab {
    #[default]
    Profile,
    Contacts,
    Log,
    Deals,
    Service,
    Value,
}

/// A card being set before it goes into the plan, or changed there.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub role: Role,
    pub card: Card,
    /// The card of the plan that is changed; none for a new one.
    pub changes: Option<CardId>,
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    Strategy(Strategy),
    /// Relationship levels by tier.
    Levels,
    Evaluate(CustomerId),
    /// A query of one's own.
    Query(QueryForm),
    /// A firm entered by hand.
    Firm(FirmForm),
    /// A task as one wants it.
    Task(TaskForm),
    News(EventId),
    Help,
    /// What happened last month.
    Summary,
}

/// The state of the desk's panels.
#[derive(Resource, Clone, Debug, Default)]
pub struct Desk {
    pub tab: Tab,
    pub sheet: SheetTab,
    pub finance: FinancePage,
    pub selected: Option<CustomerId>,
    /// The number of the sheet whose reasons are open.
    pub why: Option<Measure>,
    pub draft: Option<Draft>,
    pub dialog: Option<Dialog>,
    /// The board shows the pyramid instead of the lanes.
    pub pyramid: bool,
    pub customers: CustomersUi,
    pub funnel: super::funnel::Page,
    pub value: super::value::ValueUi,
    pub service: super::service::Page,
    /// Offers that cannot be played are shown as well.
    pub shows_all_offers: bool,
    /// The strategy was asked for.
    pub asked: bool,
    /// The last refusal, until the next thing that works.
    pub notice: Option<Reject>,
    pub offers: OfferCache,
    pub insight: InsightCache,
    /// Asked for in this frame.
    pub out: Vec<Intent>,
}

/// The offers on the sheet, worked out once for a view and customer.
#[derive(Clone, Debug, Default)]
pub struct OfferCache {
    key: Option<(u64, Option<CustomerId>)>,
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
    pub fn send(&mut self, role: Role, command: Command) {
        self.out.push(Intent::Send(role, command));
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
    pub fn refuse(&mut self, reject: Reject) {
        self.notice = Some(reject);
    }

    /// Closes the nearest thing that is open; false if nothing was.
    pub fn close_nearest(&mut self) -> bool {
        if self.dialog.take().is_some() || self.draft.take().is_some() || self.notice.take().is_some() {
            return true;
        }
        self.selected.take().is_some()
    }

    /// A new month: nothing of the last one stays open, but the customer does.
    pub fn new_month(&mut self) {
        self.draft = None;
        self.notice = None;
        self.why = None;
        self.customers.new_month();
    }
}

/// Two actions that would be the same card, but for hours and terms.
#[must_use]
pub fn same_card(a: &Action, b: &Action) -> bool {
    match (a, b) {
        (Action::Call(cards::Call { customer: c, contact: x, .. }), Action::Call(cards::Call { customer: d, contact: y, .. })) => c == d && x == y,
        (Action::Pursue(cards::Pursue { deal: a, .. }), Action::Pursue(cards::Pursue { deal: b, .. }))
        | (Action::Quote(cards::Quote { deal: a, .. }), Action::Quote(cards::Quote { deal: b, .. }))
        | (Action::Design(cards::Design { deal: a }), Action::Design(cards::Design { deal: b }))
        | (Action::Demo(cards::Demo { deal: a }), Action::Demo(cards::Demo { deal: b }))
        | (Action::Bid(cards::Bid { tender: a, .. }), Action::Bid(cards::Bid { tender: b, .. })) => a == b,
        (Action::Campaign(cards::Campaign { medium: a, segment: x, .. }), Action::Campaign(cards::Campaign { medium: b, segment: y, .. })) => (a, x) == (b, y),
        (Action::Invest(cards::Invest(a)), Action::Invest(cards::Invest(b))) | (Action::Close(cards::Close(a)), Action::Close(cards::Close(b))) => a == b,
        (Action::Hire(cards::Hire { role: a }), Action::Hire(cards::Hire { role: b })) => a == b,
        (Action::Train(cards::Train { role: a, person: x }), Action::Train(cards::Train { role: b, person: y })) => (a, x) == (b, y),
        _ => std::mem::discriminant(a) == std::mem::discriminant(b) && super::deeds::customers(a) == super::deeds::customers(b),
    }
}
