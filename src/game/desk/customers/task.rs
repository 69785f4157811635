//! A task as one wants it: what, by whom, in which month.

use crate::game::desk::bits::{lines, stepper};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Button, caption, segmented};
use crate::sim::knowledge::CustomerView;
use crate::sim::planning::command::Command;
use crate::sim::terms::TaskKind;
use crate::sim::units::{CustomerId, Role, Round};
use bevy_egui::egui::Ui;

/// A task being set.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskForm {
    pub customer: CustomerId,
    pub role: Role,
    pub kind: TaskKind,
    pub due: Round,
}

const KINDS: [TaskKind; 5] = [TaskKind::Call, TaskKind::Visit, TaskKind::Quote, TaskKind::Service, TaskKind::Survey];

/// Who usually does a task of that kind.
#[must_use]
pub const fn usual_role(kind: TaskKind, customer: &CustomerView) -> Role {
    match kind {
        TaskKind::Service | TaskKind::Survey => Role::Service,
        TaskKind::Call if !customer.qualified => Role::Developer,
        _ => Role::AccountManager,
    }
}

/// The task one starts to think from: a visit next month.
#[must_use]
pub fn start(cx: &Cx, customer: CustomerId) -> TaskForm {
    let role = cx.view.customer(customer).map_or(Role::AccountManager, |c| usual_role(TaskKind::Visit, c));
    let due = Round(cx.view.round.plus(1).0.min(cx.view.rounds));
    TaskForm { customer, role, kind: TaskKind::Visit, due }
}

/// Draws the form. `Some(Some(command))`: set it; `Some(None)`: leave it.
pub fn form(cx: &Cx, form: &mut TaskForm, ui: &mut Ui) -> Option<Option<Command>> {
    let p = theme::palette(ui);
    ui.set_width(460.0 * theme::scale(ui.style()).clamp(0.9, 1.3));
    lines(ui, Type::Body, &cx.customer(form.customer), p.muted);
    caption(ui, &cx.say("task-what"));
    let kinds = KINDS.map(|kind| (kind, cx.title(names::task(kind))));
    segmented(ui, &mut form.kind, &kinds.each_ref().map(|(kind, text)| (*kind, text.as_str())));
    caption(ui, &cx.say("task-who"));
    let roles: Vec<(Role, String)> = cx.view.guide.roles().iter().map(|&role| (role, cx.say(names::role_short(role)))).collect();
    let choices: Vec<(Role, &str)> = roles.iter().map(|(role, text)| (*role, text.as_str())).collect();
    segmented(ui, &mut form.role, &choices);
    caption(ui, &cx.say("task-when"));
    let mut due = f64::from(form.due.0);
    let (first, last) = (f64::from(cx.view.round.0), f64::from(cx.view.rounds));
    if stepper(ui, &mut due, first..=last.max(first), 1.0, &cx.say("task-when"), &cx.month_name(form.due)) {
        form.due = Round(due as u16);
    }
    ui.add_space(8.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        if ui.add(Button::primary(cx.say("task-set")).icon(icons::CALENDAR_CHECK)).clicked() {
            answer = Some(Some(Command::AddTask { customer: form.customer, role: form.role, kind: form.kind, due: form.due }));
        }
        if ui.add(Button::quiet(cx.say("desk-cancel"))).clicked() {
            answer = Some(None);
        }
    });
    answer
}
