//! The list of customers: looked through by a query and a part of the name, sorted, in groups.

use crate::crm::fields::{Cell, SheetField, owner_name};
use crate::crm::find;
use crate::crm::query::{Index, next_task, owner};
use crate::crm::standard::{Group, Standard, standard};
use crate::game::desk::customers::columns::filling_card;
use crate::game::desk::state::{Chosen, Desk, Dialog, ListUi, QueryForm, Sort};
use crate::game::theme::{self, Role as Type, TARGET, icons};
use crate::game::widgets::{self, Tone, bar, caption, chip, customer_token, explained, focus_ring, icon_button, lane, line, line_field, nothing};
use crate::prose::{Prose, names, relations};
use crate::sim::knowledge::CustomerView;
use crate::sim::notes::{Note, QUERY_NAME, Query};
use crate::sim::planning::command::Command;
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Role};
use bevy_egui::egui::{Align, ComboBox, Key, Label, Layout, Modifiers, Popup, Sense, Ui, WidgetInfo, WidgetType, vec2};
use egui_extras::{Column, TableBuilder};

/// What the list can be divided by.
const GROUPS: [SheetField; 6] = [SheetField::Industry, SheetField::Phase, SheetField::Tier, SheetField::Level, SheetField::Kind, SheetField::Owner];

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Group(String, usize),
    Customer(CustomerId),
}

impl ListUi {
    /// The conditions in force; all customers where an own query is no longer there.
    #[must_use]
    pub fn query(&self, prose: &Prose) -> Query {
        match self.chosen {
            Chosen::Standard(_) | Chosen::Person(_) => standard(prose.view).into_iter().find(|s| chosen(s) == self.chosen).map(|s| s.query).unwrap_or_default(),
            Chosen::Own(id) => prose.view.notes.query(id).map(|q| q.query.clone()).unwrap_or_default(),
        }
    }

    fn name(&self, prose: &Prose) -> String {
        match self.chosen {
            Chosen::Standard(key) => prose.say(key),
            Chosen::Person(place) => of_person(prose, place),
            Chosen::Own(id) => prose.view.notes.query(id).map_or_else(|| prose.say("query-all"), |q| q.name.clone()),
        }
    }

    /// The customers of the table, in order.
    #[must_use]
    pub fn rows<'a>(&self, prose: &Prose<'a>) -> Vec<&'a CustomerView> {
        let view = prose.view;
        let index = Index::new(view);
        let mut rows = index.list(&self.query(prose));
        rows.retain(|c| find::holds(&c.name, &self.text));
        let number = |c: &CustomerView| match self.sort {
            Sort::Name => 0.0,
            Sort::Owner => owner(c).map_or(f64::MAX, f64::from),
            Sort::Phase => f64::from(c.phase as u8),
            Sort::Kind => f64::from(c.kind as u8),
            Sort::Value => c.yearly_value.map_or(-1.0, |v| v.to_yuan()),
            Sort::Satisfaction => c.satisfaction.map_or(-1.0, |(s, _)| s),
            Sort::Orders => f64::from(c.orders),
            Sort::Next => next_task(view, c.id).map_or(f64::MAX, |t| f64::from(t.due.0)),
            Sort::Silence => f64::from(c.silent_months),
        };
        rows.sort_by(|a, b| {
            let order = if self.sort == Sort::Name { prose.text(&a.name).cmp(&prose.text(&b.name)) } else { number(a).total_cmp(&number(b)) };
            (if self.rising { order } else { order.reverse() }).then(a.id.cmp(&b.id))
        });
        rows
    }

    /// The rows with a heading before each group, larger groups first.
    fn lines(&self, prose: &Prose, rows: &[&CustomerView]) -> Vec<Line> {
        let Some(field) = self.group else {
            return rows.iter().map(|c| Line::Customer(c.id)).collect();
        };
        let index = Index::new(prose.view);
        let mut groups: Vec<(String, Vec<CustomerId>)> = Vec::new();
        for customer in rows {
            let name = match field.of(prose.view, &index, customer, prose) {
                Cell::Text(name) => name,
                _ => prose.say("unknown"),
            };
            match groups.iter_mut().find(|(other, _)| *other == name) {
                Some((_, members)) => members.push(customer.id),
                None => groups.push((name, vec![customer.id])),
            }
        }
        groups.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
        let lines = groups.into_iter().flat_map(|(name, members)| {
            let head = Line::Group(name, members.len());
            std::iter::once(head).chain(members.into_iter().map(Line::Customer))
        });
        lines.collect()
    }
}

/// Draws the page.
pub fn list(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let rows = desk.customers.list.rows(prose);
    bar_of_queries(prose, desk, ui, rows.len());
    filling_card(ui, |ui| table(prose, desk, ui, &rows));
}

fn bar_of_queries(prose: &Prose, desk: &mut Desk, ui: &mut Ui, count: usize) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = TARGET;
        let state = &mut desk.customers.list;
        let shown = format!("{} · {count}", state.name(prose));
        ComboBox::from_id_salt("query")
            .width(ui.available_width() * 0.34)
            .height(420.0)
            .selected_text(shown)
            .truncate()
            .show_ui(ui, |ui| choices(prose, state, ui));
        let hint = format!("{} {}", icons::MAGNIFYING_GLASS, prose.say("customers-search"));
        line_field(ui, &mut state.text, &prose.say("customers-search"), &hint, QUERY_NAME, ui.available_width() * 0.28)
            .on_hover_text(prose.say("customers-search-hint"));
        let group = state.group.map_or_else(|| prose.say("customers-no-groups"), |field| prose.say(field.key()));
        ComboBox::from_id_salt("group").width((ui.available_width() - 3.0 * TARGET - 24.0).max(70.0)).selected_text(group).truncate().show_ui(ui, |ui| {
            ui.selectable_value(&mut state.group, None, prose.say("customers-no-groups"));
            for field in GROUPS {
                ui.selectable_value(&mut state.group, Some(field), prose.say(field.key()));
            }
        });
        let start = QueryForm { id: None, name: String::new(), query: state.query(prose) };
        if icon_button(ui, icons::PLUS, prose.say("query-new")).clicked() {
            desk.dialog = Some(Dialog::Query(start));
        }
        let Chosen::Own(id) = desk.customers.list.chosen else { return };
        let Some(saved) = prose.view.notes.query(id) else { return };
        if icon_button(ui, icons::PENCIL_SIMPLE, prose.say("query-change")).clicked() {
            desk.dialog = Some(Dialog::Query(QueryForm { id: Some(id), name: saved.name.clone(), query: saved.query.clone() }));
        }
        if icon_button(ui, icons::TRASH, prose.say("query-drop")).clicked() {
            desk.send(prose.view.seat.role, Command::Note(Note::DropQuery(id)));
            desk.customers.list.chosen = Chosen::default();
        }
    });
}

/// Own queries, then the standard ones group by group.
fn choices(prose: &Prose, state: &mut ListUi, ui: &mut Ui) {
    let index = Index::new(prose.view);
    let size = |query: &Query| index.list(query).len();
    let queries = &prose.view.notes.queries;
    if !queries.is_empty() {
        caption(ui, &prose.say("query-group-own"));
    }
    for saved in queries {
        ui.selectable_value(&mut state.chosen, Chosen::Own(saved.id), format!("{} · {}", saved.name, size(&saved.query)));
    }
    let list = standard(prose.view);
    for group in Group::ALL {
        caption(ui, &prose.say(group_key(group)));
        for one in list.iter().filter(|s| s.group == group) {
            let name = one.person.map_or_else(|| prose.say(one.key), |place| of_person(prose, place));
            ui.selectable_value(&mut state.chosen, chosen(one), format!("{name} · {}", size(&one.query)));
        }
    }
}

fn chosen(one: &Standard) -> Chosen {
    one.person.map_or(Chosen::Standard(one.key), Chosen::Person)
}

fn of_person(prose: &Prose, place: u8) -> String {
    prose.say_with("query-of-person", &[("person", prose.person(Role::AccountManager, place).into())])
}

const fn group_key(group: Group) -> &'static str {
    match group {
        Group::Everybody => "query-group-all",
        Group::Contacted => "query-group-contacted",
        Group::Visited => "query-group-visited",
        Group::Due => "query-group-due",
        Group::Added => "query-group-added",
        Group::Kind => "query-group-kind",
        Group::Owner => "query-group-owner",
    }
}

/// All columns: by what they sort, their heading, their width at a text size of 100 %.
const COLUMNS: [(Sort, &str, f32); 9] = [
    (Sort::Name, "customers-name", 140.0),
    (Sort::Phase, "customers-phase", 76.0),
    (Sort::Kind, "customers-kind", 84.0),
    (Sort::Owner, "customers-owner", 70.0),
    (Sort::Value, "customers-value", 62.0),
    (Sort::Orders, "customers-orders", 58.0),
    (Sort::Satisfaction, "customers-satisfaction", 63.0),
    (Sort::Next, "customers-next", 86.0),
    (Sort::Silence, "customers-silence", 52.0),
];
/// The columns that are missed least, in the order in which they give way.
const GIVE_WAY: [Sort; 6] = [Sort::Kind, Sort::Orders, Sort::Owner, Sort::Silence, Sort::Satisfaction, Sort::Next];

/// Amounts and counts stand at the right of their column, a little before its end.
fn aside(ui: &mut Ui, sort: Sort, add: impl FnOnce(&mut Ui)) {
    if !matches!(sort, Sort::Value | Sort::Orders) {
        add(ui);
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(6.0);
        add(ui);
    });
}

/// The columns there is room for.
fn columns(room: f32, gap: f32) -> Vec<(Sort, &'static str, f32)> {
    let mut columns = COLUMNS.to_vec();
    for sort in GIVE_WAY {
        let wanted: f32 = columns.iter().map(|(.., width)| width + gap).sum();
        if wanted <= room {
            break;
        }
        columns.retain(|(other, ..)| *other != sort);
    }
    columns
}

fn table(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rows: &[&CustomerView]) {
    let lines = desk.customers.list.lines(prose, rows);
    if lines.is_empty() {
        nothing(ui, &prose.say("customers-empty"));
        return;
    }
    let moved = step(desk, ui, &lines);
    ui.spacing_mut().item_spacing.y = 0.0;
    let scale = theme::scale(ui.style());
    let columns = columns(ui.available_width() / scale, ui.spacing().item_spacing.x / scale);
    let mut opened = None;
    let mut builder = TableBuilder::new(ui)
        .id_salt("customers")
        .min_scrolled_height(0.0)
        // the name is what the keyboard goes to; the rest of the row answers the mouse alone
        .sense(Sense::CLICK)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(126.0).clip(true));
    for (_, _, width) in columns.iter().skip(1) {
        builder = builder.column(Column::exact(width * scale));
    }
    if let Some(place) = moved {
        builder = builder.scroll_to_row(place, None);
    }
    builder
        .header(TARGET * scale.max(0.9), |mut header| {
            for (sort, key, _) in &columns {
                header.col(|ui| aside(ui, *sort, |ui| head(prose, desk, ui, *sort, key)));
            }
        })
        .body(|body| {
            body.rows(TARGET * scale.max(0.9), lines.len(), |mut row| match &lines[row.index()] {
                Line::Group(name, count) => {
                    row.col(|ui| {
                        let p = theme::palette(ui);
                        line(ui, Type::Caption, &format!("{name} · {count}"), p.muted);
                    });
                    for _ in 1..columns.len() {
                        row.col(|_| {});
                    }
                }
                Line::Customer(id) => {
                    let Some(customer) = prose.view.customer(*id) else { return };
                    row.set_selected(desk.selected == Some(*id));
                    let mut by_name = false;
                    for (sort, ..) in &columns {
                        row.col(|ui| aside(ui, *sort, |ui| by_name |= cell(prose, ui, *sort, customer)));
                    }
                    if by_name || row.response().clicked() {
                        opened = Some(*id);
                    }
                }
            });
        });
    if let Some(id) = opened {
        desk.open(id, None);
    }
}

/// The arrow keys go from customer to customer while nothing else has the keyboard. The place gone to, if any.
fn step(desk: &mut Desk, ui: &Ui, lines: &[Line]) -> Option<usize> {
    let lies_over = ui.memory(|memory| memory.top_modal_layer().is_some()) || Popup::is_any_open(ui.ctx());
    if desk.dialog.is_some() || lies_over || ui.ctx().egui_wants_keyboard_input() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    if !down && !up {
        return None;
    }
    let customers: Vec<(usize, CustomerId)> = lines
        .iter()
        .enumerate()
        .filter_map(|(place, line)| match line {
            Line::Customer(id) => Some((place, *id)),
            Line::Group(..) => None,
        })
        .collect();
    let now = desk.selected.and_then(|id| customers.iter().position(|(_, other)| *other == id));
    let next = match (now, down) {
        (None, _) => 0,
        (Some(now), true) => (now + 1).min(customers.len() - 1),
        (Some(now), false) => now.saturating_sub(1),
    };
    let (place, id) = *customers.get(next)?;
    desk.open(id, None);
    Some(place)
}

fn head(prose: &Prose, desk: &mut Desk, ui: &mut Ui, sort: Sort, key: &str) {
    let p = theme::palette(ui);
    let state = &mut desk.customers.list;
    let is_on = state.sort == sort;
    let sign = match (is_on, state.rising) {
        (true, true) => format!(" {}", icons::CARET_UP),
        (true, false) => format!(" {}", icons::CARET_DOWN),
        _ => String::new(),
    };
    let text = theme::text(ui, Type::Caption, format!("{}{sign}", prose.say(key))).color(if is_on { p.accent } else { p.muted });
    // the head itself tells its whole name on hover
    ui.add(Label::new(text).truncate().show_tooltip_when_elided(false));
    let whole = ui.max_rect();
    let response = ui.interact(whole, ui.id().with(key), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, prose.say(key)));
    if response.has_focus() {
        focus_ring(ui, whole.shrink2(vec2(2.0, 6.0)), 4);
    }
    let response = explained(response, &prose.say(key), &prose.hint(key));
    if response.clicked() {
        if is_on {
            state.rising = !state.rising;
        } else {
            state.sort = sort;
            state.rising = matches!(sort, Sort::Name | Sort::Next | Sort::Owner);
        }
    }
}

/// One cell; true if the customer was opened by it.
fn cell(prose: &Prose, ui: &mut Ui, column: Sort, customer: &CustomerView) -> bool {
    let p = theme::palette(ui);
    match column {
        Sort::Name => return name(prose, ui, customer),
        Sort::Owner => {
            let name = owner_name(customer, prose);
            line(ui, Type::Small, &name, if owner(customer).is_some() { p.ink } else { p.muted });
        }
        Sort::Phase => drop(line(ui, Type::SmallStrong, &prose.phase(customer.phase), p.phase(lane(customer.phase)))),
        Sort::Kind => drop(line(ui, Type::Small, &relations::kind(prose, customer), p.ink)),
        Sort::Value => {
            let text = relations::yearly_short(prose, customer);
            line(ui, Type::Body, &text, p.ink);
        }
        Sort::Satisfaction => satisfaction(ui, customer.satisfaction.map(|(s, _)| s)),
        Sort::Orders => drop(line(ui, Type::Body, &customer.orders.to_string(), p.ink)),
        Sort::Next => match next_task(prose.view, customer.id) {
            Some(task) => {
                let month = if task.overdue { icons::WARNING.to_string() } else { prose.month_name(task.due) };
                let text = format!("{} {month}", prose.say(names::task(task.kind)));
                let response = line(ui, Type::Small, &text, if task.overdue { p.warn } else { p.ink });
                if task.overdue {
                    response.on_hover_text(prose.say("task-overdue"));
                }
            }
            None => drop(line(ui, Type::Small, "—", p.muted)),
        },
        Sort::Silence => {
            let is_long = customer.silent_months >= 3 && customer.phase != Phase::Lost;
            let text = if is_long { format!("{} {}", customer.silent_months, icons::WARNING) } else { customer.silent_months.to_string() };
            line(ui, Type::Body, &text, if is_long { p.warn } else { p.ink });
        }
    }
    false
}

fn name(prose: &Prose, ui: &mut Ui, customer: &CustomerView) -> bool {
    let p = theme::palette(ui);
    let whole = ui.max_rect();
    let text = prose.text(&customer.name);
    let (place, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    let mut token = customer_token(prose, p, customer);
    token.name.clear();
    token.radius = 8.5;
    token.short.clear();
    let badges = std::mem::take(&mut token.badges);
    token.paint(ui, place.center());
    // A long name gives way to the badges.
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        for badge in badges.into_iter().rev() {
            let (sign, tone) = match badge {
                widgets::Badge::Ticket => ('!', Tone::Due),
                widgets::Badge::LateTicket => ('!', Tone::Late),
                widgets::Badge::Deal => (icons::COINS, Tone::Deal),
                widgets::Badge::Due => (icons::CLOCK, Tone::Due),
                widgets::Badge::Staff => ('⇄', Tone::Plain),
            };
            chip(ui, tone, &sign.to_string());
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| line(ui, Type::Strong, &text, p.ink));
    });
    let response = ui.interact(whole, ui.id().with(("open", customer.id.0)), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &text));
    if response.has_focus() {
        focus_ring(ui, whole.shrink2(vec2(4.0, 6.0)), 6);
    }
    response.clicked()
}

/// A number with a short bar; a question mark where nobody has asked.
fn satisfaction(ui: &mut Ui, points: Option<f64>) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let colour = p.satisfaction(points.map(|s| s as f32));
    let text = points.map_or_else(|| "?".to_owned(), |points| crate::words::decimal(points, 0));
    let width = 22.0 * theme::scale(ui.style());
    ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::right_to_left(Align::Center), |ui| line(ui, Type::Strong, &text, p.ink));
    bar(ui, 34.0, points.unwrap_or(0.0) as f32 / 100.0, colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_give_way_where_there_is_no_room_and_the_name_stays() {
        let count = |room: f32| columns(room, 8.0).len();
        assert_eq!([2_000.0, 763.0, 762.0, 660.0, 10.0].map(count), [9, 9, 8, 7, 3]);
        assert_eq!(columns(10.0, 8.0)[0].0, Sort::Name);
    }
}
