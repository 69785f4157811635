//! What the desk remembers between frames, and what it asks for.

mod checks;
mod customers;
mod desk;
mod draft;
mod insight;
mod pages;

pub use customers::{Answer, Chosen, CustomersUi, Existing, FilesUi, FirmForm, ListUi, MessagesUi, OpenList, OwnUi, QueryForm, Shows, Sort, TaskForm, WorkUi};
pub use desk::{AgendaCache, Desk, Dialog, Evaluation, Fold, OfferCache, Part, Request, SheetTab, Tab};
pub use draft::{Draft, LeftDrafts};
pub use insight::{Insight, InsightCache};
pub use pages::{CustomersPage, FinancePage, FunnelPage, ServicePage, SummaryUi, ValuePage, ValueUi};
