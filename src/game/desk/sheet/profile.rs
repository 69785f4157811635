//! Who the customer is, how closely it is looked after, what comes next.

use crate::game::desk::customers::own;
use crate::game::desk::customers::task::{self, usual_role};
use crate::game::desk::sheet::rows::fact;
use crate::game::desk::state::{Desk, Dialog};
use crate::game::desk::strategy::level_box;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{self, caption, chip, cut, hinted, lines, link, sides, tool};
use crate::prose::{Prose, glossary, names, relations};
use crate::sim::knowledge::{CustomerView, TaskView};
use crate::sim::planning::command::Command;
use crate::sim::terms::Phase;
use crate::sim::terms::{Kind, TaskKind};
use crate::sim::units::{Role, Round};
use bevy_egui::egui::{ComboBox, Ui};

/// Draws the tab.
pub fn profile(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(profile) = &customer.profile {
        lines(ui, Type::Body, &prose.text(profile), p.ink);
        ui.add_space(2.0);
    }
    poached(prose, ui, customer);
    own::facts(prose, ui, customer);
    incumbent(prose, ui, customer);
    weighing(prose, ui, customer);
    if customer.phase != Phase::Lost {
        level_and_kind(prose, desk, ui, customer);
        tasks(prose, desk, ui, customer);
    }
    own::own_fields(prose, desk, ui, customer, prose.view.seat.role);
}

/// Whose customer it is now, as far as it is known.
fn incumbent(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    if let Some(incumbent) = customer.incumbent.and_then(|id| prose.view.guide.rivals.get(id.index())) {
        fact(ui, &prose.say("profile-incumbent"), &prose.text(&incumbent.name), &prose.say("gloss-field-incumbent"));
    }
}

/// What weighs with it, once qualified.
fn weighing(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let known = [
        ("profile-price-weighs", "gloss-price-weighs", customer.price_sensitivity),
        ("profile-service-weighs", "gloss-service-weighs", customer.service_sensitivity),
    ];
    for (key, hint, sensitivity) in known {
        if let Some(sensitivity) = sensitivity {
            fact(ui, &prose.say(key), &prose.say(names::weighs(sensitivity)), &prose.say(hint));
        }
    }
}

/// Which rival profits from it that somebody left, and for how long: not to be missed, so it stands above the plain facts.
fn poached(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    if let Some(told) = relations::poached(prose, customer) {
        lines(ui, Type::Small, &format!("{} {told}", icons::WARNING), theme::palette(ui).warn);
    }
}

/// Whether the level follows the tier; one that was set for this customer alone can be given up again.
fn level_follows(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let Some((tier, _)) = customer.seen.filter(|_| customer.orders > 0) else { return };
    let Some(level) = prose.view.levels[tier.index()] else { return };
    let words = [("tier", prose.say(names::tier(tier)).into()), ("level", prose.say(names::level(level)).into())];
    if !customer.level_by_hand {
        lines(ui, Type::Small, &prose.say_with("profile-level-follows", &words), theme::palette(ui).muted);
    } else if link(ui, &prose.say_with("profile-level-as-tier", &words)).on_hover_text(prose.say_with("profile-level-as-tier-hint", &words)).clicked() {
        desk.send(prose.view.seat.role, Command::LevelAsTier(customer.id));
    }
}

/// Relationship level and kind: standing orders, not actions of this month.
fn level_and_kind(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    let role = prose.view.seat.role;
    let mut level = customer.level;
    sides(
        ui,
        32.0,
        |ui| {
            cut(ui, Type::Body, &prose.say("profile-level"), p.muted).on_hover_ui(|ui| {
                ui.label(theme::text(ui, Type::Small, prose.say("gloss-level")));
                let now = format!("{}: {}", prose.say(names::level(customer.level)), prose.say(glossary::level(customer.level)));
                ui.label(theme::text(ui, Type::SmallStrong, now));
            })
        },
        |ui| level_box(prose, ui, "customer-level", &mut level),
    );
    if level != customer.level {
        desk.send(role, Command::Level(customer.id, level));
    }
    level_follows(prose, desk, ui, customer);
    let mut kind = customer.kind;
    sides(
        ui,
        32.0,
        |ui| {
            cut(ui, Type::Body, &prose.say("profile-kind"), p.muted).on_hover_ui(|ui| {
                ui.label(theme::text(ui, Type::Small, prose.say("gloss-kind")));
                let now = format!("{}: {}", relations::kind(prose, customer), relations::kind_hint(prose, customer));
                ui.label(theme::text(ui, Type::SmallStrong, now));
            })
        },
        |ui| {
            let width = 130.0 * theme::scale(ui.style());
            ComboBox::from_id_salt("kind").width(width).selected_text(relations::kind(prose, customer)).show_in_sight(ui, |ui| {
                for choice in [Kind::Intending, Kind::Qualified, Kind::Paused] {
                    // of a buyer the first takes the label away again
                    let (name, hint) = relations::kind_choice(prose, customer, choice);
                    ui.selectable_value(&mut kind, choice, name).on_hover_text(hint);
                }
            });
        },
    );
    if kind != customer.kind {
        desk.send(role, Command::Kind(customer.id, kind));
    }
    owner(prose, desk, ui, customer);
}

/// Where the account managers are several a customer can be given to another, which costs the bond.
fn owner(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let posts = &prose.view.staff(Role::AccountManager).posts;
    if posts.len() < 2 {
        return;
    }
    let p = theme::palette(ui);
    let name = |place: u8| prose.person(Role::AccountManager, place);
    let mut chosen = customer.owner;
    sides(
        ui,
        32.0,
        |ui| hinted(ui, Type::Body, &prose.say("profile-owner"), p.muted, &prose.say("profile-owner-hint")),
        |ui| {
            let width = 130.0 * theme::scale(ui.style());
            ComboBox::from_id_salt("owner").width(width).selected_text(name(chosen)).show_in_sight(ui, |ui| {
                for (place, _) in posts.iter().enumerate().filter(|(_, post)| post.filled) {
                    ui.selectable_value(&mut chosen, place as u8, name(place as u8));
                }
            });
        },
    );
    if chosen != customer.owner {
        desk.send(prose.view.seat.role, Command::Assign(customer.id, chosen));
    }
}

fn tasks(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    caption(ui, &prose.say("profile-tasks")).on_hover_text(prose.say("gloss-task"));
    let open: Vec<&TaskView> = prose.view.tasks.iter().filter(|t| t.customer == customer.id && t.done.is_none()).collect();
    for task in &open {
        ui.push_id(task.id, |ui| task_row(prose, desk, ui, task));
    }
    if open.is_empty() {
        lines(ui, Type::Small, &prose.say("profile-no-task"), theme::palette(ui).muted);
    }
    new_task(prose, desk, ui, customer);
}

fn task_row(prose: &Prose, desk: &mut Desk, ui: &mut Ui, task: &TaskView) {
    let p = theme::palette(ui);
    let text = format!("{} · {}", prose.say(names::task(task.kind)), prose.say(names::role_short(task.role)));
    sides(
        ui,
        28.0,
        |ui| hinted(ui, Type::Body, &text, p.ink, &prose.say(glossary::task(task.kind))),
        |ui| {
            if tool(ui, icons::X, &prose.say("task-drop")).clicked() {
                desk.send(prose.view.seat.role, Command::DropTask(task.id));
            }
            let tone = if task.overdue { widgets::Tone::Late } else { widgets::Tone::Plain };
            let due = if task.overdue { prose.say("task-overdue") } else { prose.month_name(task.due) };
            chip(ui, tone, &due);
        },
    );
}

/// A new task, one click for each kind; it falls to the role and month chosen, else to whoever usually does it, next month.
fn new_task(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    // in the last month there is no next one
    let due = Round(prose.view.round.plus(1).0.min(prose.view.rounds));
    if prose.view.over {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for kind in [TaskKind::Call, TaskKind::Visit, TaskKind::Quote, TaskKind::Service, TaskKind::Survey] {
            let role = usual_role(kind, customer);
            let text = format!("+ {}", prose.say(names::task(kind)));
            let hint = prose.say_with("task-add", &[("role", prose.role(role).into()), ("month", prose.month_name(due).into())]);
            if link(ui, &text).on_hover_text(format!("{}\n{hint}", prose.say(glossary::task(kind)))).clicked() {
                desk.send(prose.view.seat.role, Command::AddTask { customer: customer.id, role, kind, due });
            }
        }
        if link(ui, &format!("+ {}", prose.say("task-other"))).on_hover_text(prose.say("task-other-hint")).clicked() {
            desk.dialog = Some(Dialog::Task(task::start(prose, customer.id)));
        }
    });
}
