//! What the desk remembers between frames, and what it asks for.

mod checks;
mod customers;
mod desk;
mod insight;
mod pages;

pub use customers::{Answer, Chosen, CustomersUi, Existing, FilesUi, FirmForm, ListUi, MessagesUi, OwnUi, QueryForm, Shows, Sort, TaskForm, WorkUi};
pub use desk::{AgendaCache, Desk, Dialog, Draft, Fold, OfferCache, Part, Request, SheetTab, Tab};
pub use insight::{Insight, InsightCache};
pub use pages::{CustomersPage, FinancePage, FunnelPage, ServicePage, SummaryUi, ValuePage, ValueUi};
