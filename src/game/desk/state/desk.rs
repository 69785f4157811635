//! What the desk remembers between frames, and what it asks for.

use super::checks::ChecksCache;
use super::customers::{CustomersUi, Existing, FirmForm, QueryForm, TaskForm};
use super::draft::{Draft, LeftDrafts};
use super::insight::InsightCache;
use super::pages::{FinancePage, FunnelPage, ServicePage, SummaryUi, ValueUi};
use crate::advice::agenda::AgendaItem;
use crate::advice::offer::Offer;
use crate::advice::questions::About;
use crate::game::app::standings::Standings;
use crate::game::app::told::LastTold;
use crate::game::board::BoardUi;
use crate::prose::agenda::Entry;
use crate::room::Refusal;
use crate::sim::cards::{Card, CardId};
use crate::sim::journal::effect::Measure;
use crate::sim::planning::command::Command;
use crate::sim::terms::{Reason, Strategy, Tier};
use crate::sim::units::{CustomerId, EventId, Role, TeamId};
use crate::sim::view::View;
use crate::spreadsheet::TextEncoding;
use crate::words::Lang;
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// What the player asks for. Whoever holds the room answers with a new [`Shown`], or with [`Desk::refuse`].
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Request {
    /// A command of one of the desk's roles.
    Send(Role, Command),
    /// A card of the plan goes from one of the desk's roles to another, as it is set now.
    HandOn {
        /// Who has it in the plan.
        from: Role,
        /// Which one.
        id: CardId,
        /// Who is to play it.
        to: Role,
        /// As it is set now.
        card: Card,
    },
    /// Submit the plans of all roles of this desk.
    Submit,
    /// Take them back.
    Withdraw,
    /// Take the last change of the plan back.
    Undo,
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
        /// How its text is written, where that has to be said.
        encoding: Option<TextEncoding>,
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
    /// What can be done.
    #[default]
    Act,
    /// Who the customer is.
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

/// A part of the desk that the keyboard can go to, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// At the left.
    Agenda,
    /// The tabs and what they show.
    Work,
    /// At the right.
    Sheet,
    /// At the foot.
    Plan,
}

impl Part {
    /// In their order.
    pub const ALL: [Part; 4] = [Part::Agenda, Part::Work, Part::Sheet, Part::Plan];

    /// The next one, or the one before.
    #[must_use]
    pub fn beside(self, steps: usize) -> Part {
        Part::ALL[(self as usize + steps) % Part::ALL.len()]
    }
}

/// The sheet where the window is too narrow for it: folded to its edge, or open over the middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// There is no room for it beside the middle.
    pub folds: bool,
    /// It lies open over the middle.
    pub open: bool,
    /// Something was asked for that it shows.
    pub wanted: bool,
    /// What it showed last: a customer, a card.
    seen: (Option<CustomerId>, bool),
}

/// A customer being placed in the pyramid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Whom.
    pub customer: CustomerId,
    /// Where.
    pub tier: Tier,
    /// Why.
    pub reason: Reason,
}

impl Evaluation {
    /// As the team has placed the customer so far.
    #[must_use]
    pub fn of(view: &View, customer: CustomerId) -> Evaluation {
        let tier = view.customer(customer).and_then(|c| c.placed).unwrap_or(Tier::Ordinary);
        Evaluation { customer, tier, reason: Reason::OrderSize }
    }
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// What counts in the end, and how a month goes.
    Goal,
    /// What the team sets out to do.
    Strategy(Strategy),
    /// Relationship levels by tier.
    Levels,
    /// Placing a customer in the pyramid.
    Evaluate(Evaluation),
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
    /// What the plan cannot keep, before it is handed in.
    Check,
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
    /// The sheet shows records, bond and bad impressions as well.
    pub all_meters: bool,
    /// The agenda names what it has left out.
    pub whole_agenda: bool,
    /// Questions of the month of which the player has said that none of the answers is wanted; each change has another number, by
    /// which the agenda is worked out anew.
    pub left: Left,
    /// What was clicked on the agenda and could not be planned, until something else is opened: the sheet it is about says why.
    pub hindrance: Option<AgendaItem>,
    /// The card in the editor.
    pub draft: Option<Draft>,
    /// Cards that were set and left.
    pub left_drafts: LeftDrafts,
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
    /// The sheet where it has no place of its own.
    pub fold: Fold,
    /// The part that has the keyboard.
    pub at: Option<Part>,
    /// The part that the keyboard goes to now.
    pub goes_to: Option<Part>,
    /// Changes of the plan that can be taken back.
    pub undo_steps: usize,
    /// The teams whose strategy was asked for.
    pub asked: Vec<TeamId>,
    /// The last refusal, until the next thing that works.
    pub notice: Option<Refusal>,
    /// What the last click did where nothing else on the desk shows it.
    pub done: Option<String>,
    /// The offers on the sheet.
    pub offers: OfferCache,
    /// The lines of the agenda.
    pub agenda: AgendaCache,
    /// What the plan cannot keep.
    pub checks: ChecksCache,
    /// What the summary of the month remembers.
    pub summary: SummaryUi,
    /// Where the teams stand, as the session keeps it.
    pub standings: Standings,
    /// What the teams were told of their deals before the last month was played.
    pub told: LastTold,
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

/// The questions of the month that each team leaves: teams that share a screen take turns within a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Left {
    questions: Vec<(TeamId, About)>,
    changes: usize,
}

impl Left {
    /// All of a team.
    #[must_use]
    pub fn questions(&self, team: TeamId) -> Vec<About> {
        self.questions.iter().filter(|(whose, _)| *whose == team).map(|(_, about)| *about).collect()
    }

    /// Leaves a question, or takes that back.
    pub fn set(&mut self, team: TeamId, about: About, is_left: bool) {
        let before = self.questions.len();
        self.questions.retain(|other| *other != (team, about));
        self.questions.extend(is_left.then_some((team, about)));
        self.changes += usize::from(is_left || before != self.questions.len());
    }
}

/// The lines of the agenda, worked out once for a view, language, whether the whole of it is shown, and what is left.
#[derive(Clone, Debug, Default)]
pub struct AgendaCache(Option<(AgendaKey, Arc<Vec<Entry>>)>);

/// The number of the view, the language, whether the left-out lines are among them, and the questions that the player leaves.
type AgendaKey = (u64, Lang, bool, usize);

impl AgendaCache {
    /// The lines; worked out with `entries` if they are not those of this view and language.
    pub fn refresh(&mut self, stamp: (u64, Lang, bool), left: &Left, entries: impl FnOnce() -> Vec<Entry>) -> Arc<Vec<Entry>> {
        let key = (stamp.0, stamp.1, stamp.2, left.changes);
        if let Some((known, list)) = &self.0
            && *known == key
        {
            return Arc::clone(list);
        }
        let list = Arc::new(entries());
        self.0 = Some((key, Arc::clone(&list)));
        list
    }
}

impl Desk {
    /// Asks for a command of a role.
    pub fn send(&mut self, role: Role, command: Command) {
        // what the click before did has been read by now
        self.done = None;
        self.out.push(Request::Send(role, command));
    }

    /// Puts a card that was set into the plan, or changes the one that it was made from, whoever plays it now. `view`: where that one
    /// lies.
    pub fn plan(&mut self, view: &View, draft: &Draft) {
        let (to, card) = (draft.role, draft.card.clone());
        let lies = draft.changes.and_then(|id| view.plan.iter().find(|planned| planned.id == id));
        self.out.push(match (draft.changes, lies) {
            (Some(id), Some(planned)) if planned.role != to => Request::HandOn { from: planned.role, id, to, card },
            (Some(id), _) => Request::Send(to, Command::Change(id, card)),
            (None, _) => Request::Send(to, Command::Add(card)),
        });
    }

    /// Opens a customer's sheet; another customer's at what can be done, unless a tab is asked for.
    pub fn open(&mut self, customer: CustomerId, tab: Option<SheetTab>) {
        if self.selected != Some(customer) {
            self.why = None;
            self.sheet = SheetTab::Act;
        }
        self.selected = Some(customer);
        self.draft = None;
        self.fold.wanted = true;
        self.hindrance = None;
        if let Some(tab) = tab {
            self.sheet = tab;
        }
    }

    /// Opens what the whole office can do.
    pub fn show_office(&mut self) {
        self.selected = None;
        self.hindrance = None;
        self.draft = None;
        self.fold.wanted = true;
    }

    /// Opens a card to be set.
    pub fn set_up(&mut self, draft: Draft) {
        self.draft = Some(draft);
        self.fold.wanted = true;
    }

    /// Moves the keyboard to a part of the desk.
    pub fn go_to(&mut self, part: Part) {
        self.goes_to = Some(part);
        self.fold.wanted |= part == Part::Sheet;
    }

    /// Before the desk is drawn: a folded sheet opens for what it is to show, and closes when that is gone.
    pub fn settle_sheet(&mut self, folds: bool) {
        let shows = (self.selected, self.draft.is_some());
        let fold = &mut self.fold;
        if fold.seen != shows || folds != fold.folds {
            fold.open = shows.0.is_some() || shows.1;
        }
        fold.open |= fold.wanted;
        fold.seen = shows;
        fold.wanted = false;
        fold.folds = folds;
    }

    /// Closes the sheet that lies over the middle; false where none does.
    fn fold_sheet(&mut self) -> bool {
        let lies_over = self.fold.folds && self.fold.open;
        self.fold.open &= !lies_over;
        lies_over
    }

    /// The room refused what was asked for last.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.left_drafts.refused();
        (self.notice, self.done) = (Some(refusal), None);
    }

    /// Closes the nearest thing that is open; false if nothing was.
    pub fn close_nearest(&mut self) -> bool {
        self.hindrance = None;
        let on_board = self.tab == Tab::Board;
        self.dialog.take().is_some()
            || on_board && self.board.is_typing && self.board.go_back()
            || self.draft.take().is_some()
            || self.notice.take().is_some()
            || self.done.take().is_some()
            || self.fold_sheet()
            || on_board && self.board.go_back()
            || self.selected.take().is_some()
    }

    /// Whether [`Desk::close_nearest`] has something to close.
    #[must_use]
    pub fn has_open(&self) -> bool {
        let on_board = self.tab == Tab::Board && self.board.can_go_back();
        let sheet = self.fold.folds && self.fold.open;
        self.dialog.is_some() || self.draft.is_some() || self.notice.is_some() || self.done.is_some() || sheet || on_board || self.selected.is_some()
    }

    /// A new month: nothing that was said of the last one counts, nor does anything of it stay open.
    pub fn new_month(&mut self) {
        self.left = Left::default();
        self.new_turn();
    }

    /// Another turn at the screen, in a new month or in the same: nothing of the last one stays open, but the customer does.
    pub fn new_turn(&mut self) {
        (self.draft, self.left_drafts) = (None, LeftDrafts::default());
        (self.notice, self.done) = (None, None);
        self.why = None;
        self.summary = SummaryUi::default();
        self.hindrance = None;
        self.whole_agenda = false;
        self.board.new_month();
        self.customers.new_month();
    }
}
