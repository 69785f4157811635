//! Who the customer is, how closely it is looked after, what comes next.

use super::fact;
use crate::game::desk::bits::{line, lines, sides, tool};
use crate::game::desk::customers::task::usual_role;
use crate::game::desk::customers::{own, task};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::desk::state::{Desk, Dialog};
use crate::game::desk::strategy::level_box;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, chip};
use crate::sim::knowledge::{CustomerView, TaskView};
use crate::sim::planning::command::Command;
use crate::sim::terms::Phase;
use crate::sim::terms::{Kind, TaskKind};
use crate::sim::units::{Role, Round};
use bevy_egui::egui::{ComboBox, Ui};

/// Draws the tab.
pub fn profile(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(profile) = &customer.profile {
        lines(ui, Type::Body, &cx.text(profile), p.ink);
        ui.add_space(2.0);
    }
    poached(cx, ui, customer);
    own::facts(cx, ui, customer);
    incumbent(cx, ui, customer);
    weighing(cx, ui, customer);
    if customer.phase != Phase::Lost {
        standing(cx, desk, ui, customer);
        tasks(cx, desk, ui, customer);
    }
    own::own_fields(cx, desk, ui, customer, cx.view.seat.role);
}

/// Whose customer it is now, as far as it is known.
fn incumbent(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    if let Some(incumbent) = customer.incumbent.and_then(|id| cx.view.guide.rivals.get(id.index())) {
        fact(ui, &cx.say("profile-incumbent"), &cx.text(&incumbent.name));
    }
}

/// What weighs with it, once qualified.
fn weighing(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    for (key, sensitivity) in [("profile-price-weighs", customer.price_sensitivity), ("profile-service-weighs", customer.service_sensitivity)] {
        if let Some(sensitivity) = sensitivity {
            fact(ui, &cx.say(key), &cx.say(names::weighs(sensitivity)));
        }
    }
}

/// Which rival profits from it that somebody left, and for how long: not to be missed, so it stands above the plain facts.
fn poached(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    let poacher = cx.view.guide.poacher(customer.id).and_then(|id| cx.view.guide.rivals.get(id.index()));
    if let Some(rival) = poacher.filter(|_| customer.poached > 0) {
        let args = [("rival", cx.text(&rival.name).into()), ("months", customer.poached.into())];
        let text = format!("{} {}", icons::WARNING, cx.say_with("profile-poached", &args));
        lines(ui, Type::Small, &text, theme::palette(ui).warn);
    }
}

/// Relationship level and kind: standing orders, not actions of this month.
fn standing(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    let role = cx.view.seat.role;
    let mut level = customer.level;
    sides(
        ui,
        32.0,
        |ui| line(ui, Type::Body, &cx.say("profile-level"), p.muted).on_hover_text(cx.say(names::level_hint(customer.level))),
        |ui| level_box(cx, ui, "customer-level", &mut level),
    );
    if level != customer.level {
        desk.send(role, Command::Level(customer.id, level));
    }
    let mut kind = customer.kind;
    sides(
        ui,
        32.0,
        |ui| line(ui, Type::Body, &cx.say("profile-kind"), p.muted),
        |ui| {
            let width = 130.0 * theme::scale(ui.style());
            ComboBox::from_id_salt("kind").width(width).selected_text(cx.say(names::kind(kind))).show_ui(ui, |ui| {
                for choice in [Kind::Intending, Kind::Qualified, Kind::Paused] {
                    ui.selectable_value(&mut kind, choice, cx.say(names::kind(choice)));
                }
            });
        },
    );
    if kind != customer.kind {
        desk.send(role, Command::Kind(customer.id, kind));
    }
    owner(cx, desk, ui, customer);
}

/// Whose customer it is, where the account managers are several; a change costs the bond.
fn owner(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let posts = &cx.view.staff(Role::AccountManager).posts;
    if posts.len() < 2 {
        return;
    }
    let p = theme::palette(ui);
    let name = |place: u8| crate::game::desk::deeds::person_of(cx, Role::AccountManager, place);
    let mut chosen = customer.owner;
    sides(
        ui,
        32.0,
        |ui| line(ui, Type::Body, &cx.say("profile-owner"), p.muted).on_hover_text(cx.say("profile-owner-hint")),
        |ui| {
            let width = 130.0 * theme::scale(ui.style());
            ComboBox::from_id_salt("owner").width(width).selected_text(name(chosen)).show_ui(ui, |ui| {
                for (place, _) in posts.iter().enumerate().filter(|(_, post)| post.filled) {
                    ui.selectable_value(&mut chosen, place as u8, name(place as u8));
                }
            });
        },
    );
    if chosen != customer.owner {
        desk.send(cx.view.seat.role, Command::Assign(customer.id, chosen));
    }
}

fn tasks(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    caption(ui, &cx.say("profile-tasks"));
    let open: Vec<&TaskView> = cx.view.tasks.iter().filter(|t| t.customer == customer.id && t.done.is_none()).collect();
    for task in &open {
        ui.push_id(task.id, |ui| task_row(cx, desk, ui, task));
    }
    if open.is_empty() {
        lines(ui, Type::Small, &cx.say("profile-no-task"), theme::palette(ui).muted);
    }
    new_task(cx, desk, ui, customer);
}

fn task_row(cx: &Cx, desk: &mut Desk, ui: &mut Ui, task: &TaskView) {
    let p = theme::palette(ui);
    let text = format!("{} · {}", cx.say(names::task(task.kind)), cx.say(names::role_short(task.role)));
    sides(
        ui,
        28.0,
        |ui| line(ui, Type::Body, &text, p.ink),
        |ui| {
            if tool(ui, icons::X, &cx.say("task-drop")).clicked() {
                desk.send(cx.view.seat.role, Command::DropTask(task.id));
            }
            let tone = if task.overdue { crate::game::widgets::Tone::Late } else { crate::game::widgets::Tone::Plain };
            let due = if task.overdue { cx.say("task-overdue") } else { cx.month_name(task.due) };
            chip(ui, tone, &due);
        },
    );
}

/// A new task, one click for each kind; it falls to the role and month chosen, else to whoever usually does it, next month.
fn new_task(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    // in the last month there is no next one
    let due = Round(cx.view.round.plus(1).0.min(cx.view.rounds));
    if cx.view.over {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for kind in [TaskKind::Call, TaskKind::Visit, TaskKind::Quote, TaskKind::Service, TaskKind::Survey] {
            let role = usual_role(kind, customer);
            let text = format!("+ {}", cx.say(names::task(kind)));
            let hint = cx.say_with("task-add", &[("role", cx.role(role).into()), ("month", cx.month_name(due).into())]);
            if crate::game::desk::bits::link(ui, &text).on_hover_text(hint).clicked() {
                desk.send(cx.view.seat.role, Command::AddTask { customer: customer.id, role, kind, due });
            }
        }
        if crate::game::desk::bits::link(ui, &format!("+ {}", cx.say("task-other"))).on_hover_text(cx.say("task-other-hint")).clicked() {
            desk.dialog = Some(Dialog::Task(task::start(cx, customer.id)));
        }
    });
}
