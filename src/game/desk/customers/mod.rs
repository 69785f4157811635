//! The Customers tab, a CRM: the list with its queries, the work plan, the message board, and lists that come and go as files.

mod columns;
pub mod files;
pub mod list;
pub mod messages;
pub mod own;
pub mod query;
pub mod task;
pub mod work;
mod writer;

use crate::game::app::shown::Shown;
use crate::game::desk::state::{CustomersPage, Desk};
use crate::game::theme::TARGET;
use crate::game::widgets::{area, segmented, sides};
use crate::prose::Prose;
use bevy_egui::egui::{Rect, Ui};

/// Draws the tab over `rect`.
pub fn customers(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "customers", |ui| {
        let page = &mut desk.customers.page;
        sides(
            ui,
            TARGET,
            |ui| {
                let keys = ["customers-list", "customers-work", "customers-messages", "customers-files"];
                let named: Vec<(CustomersPage, String, String)> =
                    CustomersPage::ALL.into_iter().zip(keys).map(|(page, key)| (page, prose.say(key), prose.hint(key))).collect();
                segmented(ui, page, &named);
            },
            |_| {},
        );
        match desk.customers.page {
            CustomersPage::List => list::list(prose, desk, ui),
            CustomersPage::Work => work::work(prose, shown, desk, ui),
            CustomersPage::Messages => messages::messages(prose, shown, desk, ui),
            CustomersPage::Files => files::files(prose, shown, desk, ui),
        }
    });
}
