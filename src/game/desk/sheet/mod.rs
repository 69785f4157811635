//! The account sheet: who a customer is, how the relation stands and why, and what can be done. Without a customer it
//! shows what the whole team can do.

mod act;
mod contacts;
mod deals;
mod head;
mod log;
mod profile;
mod rows;
mod service;
mod tabs;
mod value;

use crate::advice::todo;
use crate::game::app::shown::Shown;
use crate::game::desk::cards::{editor, offers};
use crate::game::desk::standing;
use crate::game::desk::state::{Desk, Dialog, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, area, lines, link, panel_frame, rule};
use crate::prose::{Prose, advice, agenda};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::Round;
use bevy_egui::egui::{Rect, ScrollArea, Ui};

/// Draws the sheet over `rect`.
pub fn sheet(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "sheet", |ui| {
        let frame = panel_frame(ui);
        let inside = rect.size() - frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(inside);
            ui.set_max_size(inside);
            ui.spacing_mut().item_spacing.y = 6.0;
            let customer = desk.selected.and_then(|id| prose.view.customer(id));
            if desk.draft.is_some() {
                editor::editor(prose, shown, desk, ui);
            } else if let Some(customer) = customer {
                account(prose, shown, desk, ui, customer);
            } else {
                team_sheet(prose, shown, desk, ui);
            }
        });
    });
}

/// The month and the actions that belong to no single customer.
fn team_sheet(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    widgets::heading(ui, &prose.say_with("office-title", &[("team", prose.view.team_name.clone().into())]));
    lines(ui, Type::Body, &advice::of_month(prose), p.muted);
    if prose.view.round > Round(1) && link(ui, &prose.say("office-summary")).clicked() {
        desk.dialog = Some(Dialog::Summary);
    }
    if standing::strip(prose, &desk.standings, ui) {
        desk.dialog = Some(Dialog::Goal);
    }
    rule(ui);
    // a new month begins at the top
    ScrollArea::vertical().id_salt(("office", prose.view.seat.team.0, prose.view.round.0)).auto_shrink([false, false]).show(ui, |ui| {
        hindrance(prose, shown, desk, ui);
        offers::offers(prose, shown, desk, ui, Some(&prose.say("offers-office")));
        ui.add_space(6.0);
        lines(ui, Type::Small, &prose.say("office-hint"), p.muted);
    });
}

/// What was asked for on the agenda and cannot be planned: why not, as things stand now; nothing on a sheet that it is not about.
fn hindrance(prose: &Prose, shown: &Shown, desk: &Desk, ui: &mut Ui) {
    let asked = desk.hindrance.filter(|&item| todo::item_customer(prose.view, item) == desk.selected);
    if let Some(told) = asked.and_then(|item| agenda::blocked(prose, item, &shown.roles)) {
        let p = theme::palette(ui);
        widgets::well(ui, |ui| {
            ui.set_width(ui.available_width());
            lines(ui, Type::SmallStrong, &format!("{} {told}", icons::LOCK), p.warn);
        });
    }
}

/// A customer: the head, then the tabs; what can be done is the first of them. How far each was scrolled is kept for each customer.
fn account(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    head::header(prose, desk, ui, customer);
    head::meters(prose, desk, ui, customer);
    tabs::tabs(prose, ui, &mut desk.sheet);
    let place = ("account", customer.id.0, desk.sheet as u8);
    ScrollArea::vertical().id_salt(place).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(measure) = desk.why {
            head::reasons(prose, ui, customer, measure);
        } else {
            head::no_reasons(ui);
        }
        match desk.sheet {
            SheetTab::Act => {
                hindrance(prose, shown, desk, ui);
                act::act(prose, shown, desk, ui, customer);
            }
            SheetTab::Profile => profile::profile(prose, desk, ui, customer),
            SheetTab::Contacts => contacts::contacts(prose, ui, customer),
            SheetTab::Log => log::log(prose, shown, desk, ui, customer),
            SheetTab::Deals => deals::deals(prose, desk, ui, customer),
            SheetTab::Service => service::service(prose, ui, customer),
            SheetTab::Value => value::value(prose, desk, ui, customer),
        }
        ui.add_space(8.0);
    });
}
