//! The work plan: what was to be done, by whom and when, and whether it was; with the leader's words on it.
//!
//! A desk shows the tasks of the roles that sit at it; the leader's shows everybody's.

use crate::game::app::shown::Shown;
use crate::game::desk::customers::columns::filling_card;
use crate::game::desk::customers::task;
use crate::game::desk::customers::writer::leads;
use crate::game::desk::state::{Desk, Dialog, SheetTab, Shows, WorkUi};
use crate::game::theme::{self, Role as Type, TARGET, icons};
use crate::game::widgets::{Button, Tone, chip, focus_ring, icon_button, line, lines, nothing, role_colour, rule, sent, tabs, text_field, tool};
use crate::prose::{Prose, names};
use crate::sim::knowledge::TaskView;
use crate::sim::notes::{Note, REMARK};
use crate::sim::planning::command::Command;
use crate::sim::units::Role;
use bevy_egui::egui::{Align, Frame, Layout, Margin, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskStatus {
    /// Not done, and its month is over.
    Late,
    /// To be done.
    Open,
    /// Done, but after its month.
    DoneLate,
    /// Done in time.
    Done,
}

impl TaskStatus {
    /// Where a task stands now.
    #[must_use]
    pub fn of(task: &TaskView) -> TaskStatus {
        match task.done {
            Some(round) if round > task.due => TaskStatus::DoneLate,
            Some(_) => TaskStatus::Done,
            None if task.overdue => TaskStatus::Late,
            None => TaskStatus::Open,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            TaskStatus::Late => "work-late",
            TaskStatus::Open => "work-open",
            TaskStatus::DoneLate => "work-done-late",
            TaskStatus::Done => "work-done",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            TaskStatus::Late => Tone::Late,
            TaskStatus::Open => Tone::Due,
            TaskStatus::DoneLate => Tone::Plain,
            TaskStatus::Done => Tone::Good,
        }
    }
}

/// The tasks a desk may see, those to do first, each by month.
#[must_use]
pub fn tasks<'a>(prose: &Prose<'a>, shown: &Shown, state: &WorkUi) -> Vec<&'a TaskView> {
    let may_see = |task: &&TaskView| leads(prose, shown) || shown.roles.contains(&task.role) || prose.view.over;
    let wanted = |task: &&TaskView| match state.shows {
        Shows::Todo => task.done.is_none(),
        Shows::Done => task.done.is_some(),
        Shows::All => true,
    };
    let mut list: Vec<&TaskView> = prose.view.tasks.iter().filter(may_see).filter(wanted).filter(|t| state.role.is_none_or(|role| t.role == role)).collect();
    let newest = |task: &TaskView| if task.done.is_some() { u16::MAX - task.due.0 } else { task.due.0 };
    list.sort_by_key(|t| (t.done.is_some(), newest(t), t.id));
    list
}

/// Draws the page.
pub fn work(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    choose(prose, shown, desk, ui);
    let list = tasks(prose, shown, &desk.customers.work);
    filling_card(ui, |ui| {
        sums(prose, shown, ui);
        rule(ui);
        if list.is_empty() {
            nothing(ui, &prose.say("work-none"));
            return;
        }
        ScrollArea::vertical().id_salt("work").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for task in list {
                ui.push_id(task.id, |ui| row(prose, shown, desk, ui, task));
            }
        });
    });
}

fn choose(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let state = &mut desk.customers.work;
        let shows = [(Shows::Todo, "work-todo"), (Shows::Done, "work-done"), (Shows::All, "work-all")];
        tabs(ui, &mut state.shows, &shows.map(|(shows, key)| (shows, prose.say(key), prose.hint(key))));
        ui.add_space(12.0);
        let everybody = prose.say("work-everybody");
        let named: Vec<(Role, String)> = roles(prose, shown).into_iter().map(|role| (role, prose.say(names::role_short(role)))).collect();
        if named.len() > 1 {
            let mut choices = vec![(None, everybody.as_str())];
            choices.extend(named.iter().map(|(role, text)| (Some(*role), text.as_str())));
            tabs(ui, &mut state.role, &choices);
        }
        // for the customer whose sheet is open
        if let Some(customer) = desk.selected.filter(|_| !prose.view.over)
            && icon_button(ui, icons::PLUS, prose.say_with("work-new", &[("customer", prose.customer(customer).into())])).clicked()
        {
            desk.dialog = Some(Dialog::Task(task::start(prose, customer)));
        }
    });
}

/// The roles whose work this desk may see.
fn roles(prose: &Prose, shown: &Shown) -> Vec<Role> {
    prose.view.guide.roles().iter().copied().filter(|role| leads(prose, shown) || shown.roles.contains(role) || prose.view.over).collect()
}

/// Done, to do and late, role by role.
fn sums(prose: &Prose, shown: &Shown, ui: &mut Ui) {
    let p = theme::palette(ui);
    let list = roles(prose, shown);
    ui.columns(list.len().max(1), |columns| {
        for (ui, role) in columns.iter_mut().zip(list) {
            let count = |is: &[TaskStatus]| prose.view.tasks.iter().filter(|t| t.role == role && is.contains(&TaskStatus::of(t))).count();
            let (done, open, late) = (count(&[TaskStatus::Done, TaskStatus::DoneLate]), count(&[TaskStatus::Open]), count(&[TaskStatus::Late]));
            let text = prose.say_with("work-sum", &[("done", done.into()), ("open", open.into()), ("late", late.into())]);
            ui.spacing_mut().item_spacing.y = 1.0;
            line(ui, Type::Small, &prose.role(role), p.muted);
            line(ui, Type::SmallStrong, &text, if late > 0 { p.warn } else { p.ink });
        }
    });
}

fn row(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, task: &TaskView) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style()).max(0.9);
    let status = TaskStatus::of(task);
    let name = format!("{} · {}", prose.customer(task.customer), prose.say(names::task(task.kind)));
    let when = match task.done {
        Some(round) => prose.say_with("work-done-in", &[("month", prose.month_name(round).into())]),
        None => prose.say_with("work-due-in", &[("month", prose.month_name(task.due).into())]),
    };
    let words = prose.view.notes.task(task.id).unwrap_or_default();
    let is_written = desk.customers.work.writing.as_ref().is_some_and(|(id, _)| *id == task.id);
    let may_write = leads(prose, shown) && !prose.view.over;

    let tool_room = if may_write { 36.0 * scale } else { 0.0 };
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), TARGET * scale), Sense::hover());
    let rect = whole.with_max_x(whole.right() - tool_room);
    let response = ui.interact(rect, ui.id().with("open"), Sense::click());
    let enabled = ui.is_enabled();
    let told = format!("{name} · {when}");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &told));
    if response.hovered() {
        ui.painter().rect_filled(rect, 8, theme::mix(p.surface, p.sunk, 0.7));
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(3.0), 8);
    }
    ui.painter().circle_filled(pos2(rect.left() + 10.0, rect.center().y), 4.0, role_colour(ui, task.role));
    let inside = UiBuilder::new().max_rect(rect.shrink2(vec2(22.0, 0.0)).with_max_x(rect.right() - 4.0)).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(inside, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        chip(ui, status.tone(), &prose.say(status.key()));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(4.0);
            line(ui, Type::Strong, &name, p.ink);
            line(ui, Type::Small, &format!("{} · {when}", prose.role(task.role)), p.muted);
        });
    });
    if may_write {
        let at = UiBuilder::new().max_rect(whole.with_min_x(rect.right() + 4.0)).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(at, |ui| {
            if tool(ui, icons::NOTE_PENCIL, &prose.say("work-annotate")).clicked() {
                desk.customers.work.writing = if is_written { None } else { Some((task.id, words.to_owned())) };
            }
        });
    }
    if response.clicked() {
        desk.open(task.customer, Some(SheetTab::Profile));
    }
    if is_written {
        annotate(prose, desk, ui, task);
    } else if !words.is_empty() {
        let told = prose.say_with("work-remark", &[("role", prose.role(prose.view.notes.leader()).into()), ("words", words.into())]);
        let indented = Frame::new().inner_margin(Margin { left: 22, right: 4, top: 0, bottom: 6 });
        indented.show(ui, |ui| lines(ui, Type::Small, &told, p.accent));
    }
}

fn annotate(prose: &Prose, desk: &mut Desk, ui: &mut Ui, task: &TaskView) {
    let Some((_, words)) = desk.customers.work.writing.as_mut() else { return };
    text_field(ui, words, &prose.say("work-annotate"), &prose.say("work-annotate-hint"), REMARK, 2);
    let text = sent(words);
    ui.horizontal(|ui| {
        if ui.add(Button::primary(prose.say("own-save")).low()).clicked() {
            desk.customers.work.writing = None;
            desk.send(prose.view.notes.leader(), Command::Note(Note::Task(task.id, text)));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel")).low()).clicked() {
            desk.customers.work.writing = None;
        }
    });
}
