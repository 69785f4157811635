//! A task as one wants it: what, by whom, in which month.

use crate::game::desk::state::TaskForm;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, caption, lines, segmented, stepper};
use crate::prose::{Prose, names};
use crate::sim::knowledge::CustomerView;
use crate::sim::planning::command::Command;
use crate::sim::terms::TaskKind;
use crate::sim::units::{CustomerId, Role, Round};
use bevy_egui::egui::Ui;

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
pub fn start(prose: &Prose, customer: CustomerId) -> TaskForm {
    let role = prose.view.customer(customer).map_or(Role::AccountManager, |c| usual_role(TaskKind::Visit, c));
    let due = Round(prose.view.round.plus(1).0.min(prose.view.rounds));
    TaskForm { customer, role, kind: TaskKind::Visit, due }
}

/// Draws the form. `Some(Some(command))`: set it; `Some(None)`: leave it.
pub fn form(prose: &Prose, form: &mut TaskForm, ui: &mut Ui) -> Option<Option<Command>> {
    let p = theme::palette(ui);
    ui.set_width(460.0 * theme::scale(ui.style()).clamp(0.9, 1.3));
    lines(ui, Type::Body, &prose.customer(form.customer), p.muted);
    caption(ui, &prose.say("task-what"));
    let kinds = KINDS.map(|kind| (kind, prose.title(names::task(kind))));
    segmented(ui, &mut form.kind, &kinds.each_ref().map(|(kind, text)| (*kind, text.as_str())));
    caption(ui, &prose.say("task-who"));
    let roles: Vec<(Role, String)> = prose.view.guide.roles().iter().map(|&role| (role, prose.say(names::role_short(role)))).collect();
    let choices: Vec<(Role, &str)> = roles.iter().map(|(role, text)| (*role, text.as_str())).collect();
    segmented(ui, &mut form.role, &choices);
    caption(ui, &prose.say("task-when"));
    let mut due = f64::from(form.due.0);
    let (first, last) = (f64::from(prose.view.round.0), f64::from(prose.view.rounds));
    if stepper(ui, &mut due, first..=last.max(first), 1.0, &prose.say("task-when"), &prose.month_name(form.due)) {
        form.due = Round(due as u16);
    }
    ui.add_space(8.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        if ui.add(Button::primary(prose.say("task-set")).icon(icons::CALENDAR_CHECK)).clicked() {
            answer = Some(Some(Command::AddTask { customer: form.customer, role: form.role, kind: form.kind, due: form.due }));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel"))).clicked() {
            answer = Some(None);
        }
    });
    answer
}
