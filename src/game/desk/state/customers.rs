//! What the Customers tab remembers, and the forms that are open over it.

use super::pages::CustomersPage;
use crate::crm::fields::SheetField;
use crate::crm::import::{Columns, Import};
use crate::crm::sheet_file::{FileFault, Sheet};
use crate::sim::notes::{Firm, NoteId, OwnFields, Query, TalkId};
use crate::sim::terms::TaskKind;
use crate::sim::units::{CustomerId, Role, Round};
use std::path::PathBuf;

/// What the tab remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomersUi {
    /// The page on show.
    pub page: CustomersPage,
    /// The list of customers.
    pub list: ListUi,
    /// The work plan.
    pub work: WorkUi,
    /// The message board.
    pub messages: MessagesUi,
    /// Lists as files.
    pub files: FilesUi,
    /// What is being written in the team's own words.
    pub own: OwnUi,
    /// Who writes, where several roles sit at this desk.
    pub writer: Option<Role>,
}

impl CustomersUi {
    /// The screen may go to another team: nothing that was being written stays, nor a query of one's own.
    pub fn new_month(&mut self) {
        let list = std::mem::take(&mut self.list);
        let chosen = if matches!(list.chosen, Chosen::Own(_)) { Chosen::default() } else { list.chosen };
        *self = CustomersUi { page: self.page, list: ListUi { chosen, text: String::new(), ..list }, ..CustomersUi::default() };
    }
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    Name,
    /// By whose customer it is.
    Owner,
    /// By phase.
    Phase,
    /// By what the team calls it.
    Kind,
    /// By yearly value.
    #[default]
    Value,
    /// By the last survey.
    Satisfaction,
    /// By the number of orders.
    Orders,
    /// By the month of the next task.
    Next,
    /// By months without contact.
    Silence,
}

/// The query the list goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// By its key.
    Standard(&'static str),
    /// What belongs to the account manager in this post.
    Person(u8),
    /// A query of the team's own.
    Own(NoteId),
}

impl Default for Chosen {
    fn default() -> Chosen {
        Chosen::Standard("query-all")
    }
}

/// How the table is looked through, grouped and sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUi {
    /// The query in force.
    pub chosen: Chosen,
    /// A part of the name, or the first letters of its pinyin.
    pub text: String,
    /// What the rows are divided by.
    pub group: Option<SheetField>,
    /// The column they are sorted by.
    pub sort: Sort,
    /// Smallest first.
    pub rising: bool,
}

/// Which tasks are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// Those to be done.
    #[default]
    Todo,
    /// Those done.
    Done,
    /// All of them.
    All,
}

/// What the work plan remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkUi {
    /// Tasks to do, done, or all.
    pub shows: Shows,
    /// The tasks of one role; none for all that may be seen.
    pub role: Option<Role>,
    /// The task whose annotation is being written.
    pub writing: Option<(u32, String)>,
}

/// What the message board remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessagesUi {
    /// The message being written.
    pub text: String,
    /// The message being answered.
    pub reply: Option<NoteId>,
    /// The suggestion being written.
    pub suggestion: String,
    /// It will not say who wrote it.
    pub is_anonymous: bool,
}

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays; nothing is written.
    Keep,
    /// It is written over.
    Replace,
}

/// How writing or reading went.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The list lies here now.
    Written(PathBuf),
    /// There is such a file; the player says whether to replace it.
    Exists(PathBuf),
    /// A list lies open: what it would change, or that its names have to be pointed out.
    Read(Box<OpenList>),
    /// The list cannot be written.
    Fault(FileFault),
    /// What was read is no list.
    NoList {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong with it.
        fault: FileFault,
    },
    /// The system's own words.
    Disk(String),
    /// Commands sent for an import.
    CarriedOut(usize),
}

/// A list that was read and not carried out yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenList {
    /// Where it lies.
    pub path: PathBuf,
    /// Its rows and how they were written.
    pub sheet: Sheet,
    /// Which row holds the headings, and what each column is.
    pub columns: Columns,
    /// What it would change; None while no column is that of the names.
    pub import: Option<Import>,
    /// The columns are on show, to be set otherwise.
    pub sets_columns: bool,
}

/// What the page of lists remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilesUi {
    /// Where a list goes; none: the usual place.
    pub to: Option<String>,
    /// The path a list is read from.
    pub from: String,
    /// Only the customers of the list's query.
    pub by_query: bool,
    /// How the last writing or reading went.
    pub answer: Option<Answer>,
}

/// A firm being entered or changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirmForm {
    /// The firm that is changed; none for a new one.
    pub id: Option<NoteId>,
    /// As it is written now.
    pub firm: Firm,
}

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnUi {
    /// Fields of a customer that are not saved yet.
    pub fields: Option<(CustomerId, OwnFields)>,
    /// Words on a talk that are not saved yet.
    pub talk: Option<(TalkId, String)>,
    /// The customer whose talks are all shown, the oldest too.
    pub all_talks: Option<CustomerId>,
}

/// A query being composed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryForm {
    /// The saved query that is changed; none for a new one.
    pub id: Option<NoteId>,
    /// The name it will be saved by.
    pub name: String,
    /// Its conditions.
    pub query: Query,
}

/// A task being set.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskForm {
    /// For whom.
    pub customer: CustomerId,
    /// Who is to do it.
    pub role: Role,
    /// What is to be done.
    pub kind: TaskKind,
    /// The month it is due in.
    pub due: Round,
}
