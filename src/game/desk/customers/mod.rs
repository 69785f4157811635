//! The Customers tab, a CRM: the list with its queries, the work plan, the message board, and lists that come and go as files.

pub mod files;
pub mod form;
pub mod list;
pub mod messages;
pub mod own;
pub mod task;
pub mod work;

use super::bits::sides;
use super::cx::Cx;
use super::names;
use super::state::{Desk, Shown};
use crate::crm::wording::Wording;
use crate::game::theme::{self, Role as Type, TARGET};
use crate::game::widgets::{self, segmented, tabs};
use crate::sim::scenario::Text;
use crate::sim::terms::{Found, Phase};
use crate::sim::terms::{Kind, Level, TaskKind, Tier};
use crate::sim::units::{Role, Round};
use bevy_egui::egui::{self, Align, Layout, Rect, Response, TextEdit, Ui, vec2};

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    List,
    Work,
    Messages,
    Files,
}

impl Page {
    pub const ALL: [Page; 4] = [Page::List, Page::Work, Page::Messages, Page::Files];
}

/// What the tab remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomersUi {
    pub page: Page,
    pub list: list::ListUi,
    pub work: work::WorkUi,
    pub messages: messages::MessagesUi,
    pub files: files::FilesUi,
    pub own: own::OwnUi,
    /// Who writes, where several roles sit at this desk.
    pub hand: Option<Role>,
}

impl CustomersUi {
    /// The screen may go to another team: nothing that was being written stays, nor a query of one's own.
    pub fn new_month(&mut self) {
        let list = std::mem::take(&mut self.list);
        let chosen = if matches!(list.chosen, list::Chosen::Own(_)) { list::Chosen::default() } else { list.chosen };
        *self = CustomersUi { page: self.page, list: list::ListUi { chosen, text: String::new(), ..list }, ..CustomersUi::default() };
    }
}

/// Draws the tab over `rect`.
pub fn customers(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    super::bits::area(ui, rect, "customers", |ui| {
        let page = &mut desk.customers.page;
        sides(
            ui,
            TARGET,
            |ui| {
                let keys = ["customers-list", "customers-work", "customers-messages", "customers-files"];
                let named: Vec<(Page, String)> = Page::ALL.into_iter().zip(keys).map(|(page, key)| (page, cx.say(key))).collect();
                let choices: Vec<(Page, &str)> = named.iter().map(|(page, text)| (*page, text.as_str())).collect();
                segmented(ui, page, &choices);
            },
            |_| {},
        );
        match desk.customers.page {
            Page::List => list::list(cx, desk, ui),
            Page::Work => work::work(cx, shown, desk, ui),
            Page::Messages => messages::messages(cx, shown, desk, ui),
            Page::Files => files::files(cx, shown, desk, ui),
        }
    });
}

/// The team's leader sits at this desk.
#[must_use]
pub fn leads(cx: &Cx, shown: &Shown) -> bool {
    shown.roles.contains(&cx.view.notes.leader())
}

/// Who writes at this desk: whom the player chose, else the leader, else the first role here.
#[must_use]
pub fn hand(cx: &Cx, shown: &Shown, desk: &Desk) -> Role {
    let here = |role: &Role| shown.roles.contains(role);
    let leader = cx.view.notes.leader();
    desk.customers.hand.filter(here).or(Some(leader).filter(here)).or(shown.roles.first().copied()).unwrap_or(cx.view.seat.role)
}

/// Whom the next words are from, where several roles sit at this desk.
fn choose_hand(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    if shown.roles.len() < 2 {
        return;
    }
    let mut now = hand(cx, shown, desk);
    let named: Vec<(Role, String)> = shown.roles.iter().map(|&role| (role, cx.say(names::role_short(role)))).collect();
    let choices: Vec<(Role, &str)> = named.iter().map(|(role, text)| (*role, text.as_str())).collect();
    if tabs(ui, &mut now, &choices) {
        desk.customers.hand = Some(now);
    }
}

/// A card that fills the room at hand.
fn filling_card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = widgets::card_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame
        .show(ui, |ui| {
            ui.set_min_size(room);
            ui.set_max_size(room);
            add(ui)
        })
        .inner
}

/// Two cards side by side, the first one so wide.
fn two_cards(ui: &mut Ui, first: f32, mut add: impl FnMut(&mut Ui, Side)) {
    let whole = ui.available_size();
    let gap = 10.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (width, side) in [(first, Side::Left), (whole.x - first - gap, Side::Right)] {
            ui.allocate_ui_with_layout(vec2(width, whole.y), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                filling_card(ui, |ui| add(ui, side));
            });
        }
    });
}

/// One of two cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// A line to write into, as high as anything that can be clicked.
pub fn line_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, most: usize, width: f32) -> Response {
    let font = theme::font(ui, Type::Body);
    let margin = ((TARGET - 6.0 - ui.fonts_mut(|fonts| fonts.row_height(&font))) / 2.0).max(4.0) as i8;
    let edit = TextEdit::singleline(text).hint_text(hint.to_owned()).char_limit(most).desired_width(width).margin(egui::Margin::symmetric(10, margin));
    named(ui, edit, name)
}

/// Several lines to write into.
pub fn text_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, most: usize, rows: usize) -> Response {
    let width = ui.available_width();
    let edit =
        TextEdit::multiline(text).hint_text(hint.to_owned()).char_limit(most).desired_rows(rows).desired_width(width).margin(egui::Margin::symmetric(10, 8));
    named(ui, edit, name)
}

fn named(ui: &mut Ui, edit: TextEdit<'_>, name: &str) -> Response {
    let enabled = ui.is_enabled();
    let response = ui.add(edit);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, enabled, name));
    response
}

/// What was typed, as it is sent: no blanks at the ends, nothing that does not show.
#[must_use]
pub fn sent(text: &str) -> String {
    let kept: String = text.chars().filter(|&c| crate::sim::notes::shows(c.encode_utf8(&mut [0; 4]))).collect();
    kept.trim().to_owned()
}

impl Wording for Cx<'_> {
    fn say(&self, key: &str) -> String {
        Cx::say(self, key)
    }
    fn text(&self, text: &Text) -> String {
        Cx::text(self, text)
    }
    fn month(&self, round: Round) -> String {
        Cx::month(self, round)
    }
    fn phase(&self, phase: Phase) -> String {
        Cx::phase(self, phase)
    }
    fn kind(&self, kind: Kind) -> String {
        Cx::say(self, names::kind(kind))
    }
    fn level(&self, level: Level) -> String {
        Cx::say(self, names::level(level))
    }
    fn tier(&self, tier: Tier) -> String {
        Cx::say(self, names::tier(tier))
    }
    fn role(&self, role: Role) -> String {
        Cx::role(self, role)
    }
    fn person(&self, role: Role, place: u8) -> String {
        super::deeds::person_of(self, role, place)
    }
    fn found(&self, found: Found) -> String {
        Cx::found(self, found)
    }
    fn task(&self, task: TaskKind) -> String {
        Cx::say(self, names::task(task))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_shows_and_has_no_blank_ends() {
        assert_eq!(sent("  两行\nhere \u{202e}\u{7}\n"), "两行\nhere");
        assert_eq!(sent(" \n\t"), "");
    }
}
