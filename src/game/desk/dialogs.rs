//! What opens over the desk: strategy, levels, evaluation, news, help, last month.

use crate::advice;
use crate::game::desk::state::{Desk, Dialog, Evaluation};
use crate::game::desk::{customers, hand_in, help, standing, strategy, summary};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Button, caption, choice_row, lines};
use crate::prose::{Prose, names};
use crate::sim::planning::command::Command;
use crate::sim::terms::{Level, Reason, Tier};
use crate::sim::units::{Role, Round};
use bevy_egui::egui::{Context, Ui};

/// Draws the open dialog, if there is one; `stamp`: the number of the view.
pub fn dialogs(prose: &Prose, stamp: u64, desk: &mut Desk, context: &Context) {
    let Some(mut dialog) = desk.dialog.take() else {
        return;
    };
    let role = prose.view.seat.role;
    let leads_on = prose.view.round == Round(1) && prose.view.strategy.is_none();
    let heading = match &dialog {
        Dialog::Goal => prose.say("goal-title"),
        Dialog::Strategy(_) => prose.say("strategy-title"),
        Dialog::Levels => prose.say("levels-title"),
        Dialog::Evaluate(form) => prose.say_with("evaluate-title", &[("customer", prose.customer(form.customer).into())]),
        Dialog::Query(form) => prose.say(if form.id.is_some() { "query-change" } else { "query-new" }),
        Dialog::Firm(form) => prose.say(if form.id.is_some() { "firms-change" } else { "firms-enter" }),
        Dialog::Task(_) => prose.say("task-new"),
        Dialog::News(id) => prose.view.news.iter().find(|n| n.event == *id).map(|n| prose.text(&n.title)).unwrap_or_default(),
        Dialog::Help => prose.say("help-title"),
        Dialog::Summary => prose.say("summary-title"),
        Dialog::Check => prose.say("check-title"),
    };
    let (done, closing) = widgets::dialog(context, "desk-dialog", &heading, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        match &mut dialog {
            Dialog::Goal => standing::goal(prose, leads_on, ui),
            Dialog::Strategy(strategy) => match strategy::form(prose, strategy, ui) {
                Some(true) => {
                    desk.send(role, Command::Strategy(strategy.clone()));
                    true
                }
                Some(false) => true,
                None => false,
            },
            Dialog::Levels => levels(prose, desk, ui),
            Dialog::Evaluate(form) => evaluate(prose, desk, ui, form),
            Dialog::Query(form) => answered(desk, role, customers::query::form(prose, form, ui).map(|note| note.map(Command::Note))),
            Dialog::Firm(form) => answered(desk, role, customers::files::firm_form(prose, form, ui).map(|note| note.map(Command::Note))),
            Dialog::Task(form) => answered(desk, role, customers::task::form(prose, form, ui)),
            Dialog::News(id) => {
                let body = prose.view.news.iter().find(|n| n.event == *id).map(|n| prose.text(&n.body)).unwrap_or_default();
                ui.set_width(440.0);
                lines(ui, Type::Body, &body, theme::palette(ui).ink);
                close_button(prose, ui)
            }
            Dialog::Help => {
                help::help(prose, ui);
                close_button(prose, ui)
            }
            Dialog::Summary => {
                summary::summary(prose, stamp, &desk.standings, &mut desk.summary, ui);
                close_button(prose, ui)
            }
            Dialog::Check => hand_in::check(prose, stamp, desk, ui),
        }
    });
    if !done && !closing {
        desk.dialog = Some(dialog);
    } else if dialog == Dialog::Goal && leads_on {
        desk.dialog = Some(Dialog::Strategy(advice::strategy::start(prose.view)));
    }
}

/// Sends what a form asks for; true once it is answered.
fn answered(desk: &mut Desk, role: Role, answer: Option<Option<Command>>) -> bool {
    let Some(command) = answer else { return false };
    if let Some(command) = command {
        desk.send(role, command);
    }
    true
}

fn close_button(prose: &Prose, ui: &mut Ui) -> bool {
    ui.add_space(10.0);
    ui.add(Button::primary(prose.say("close"))).clicked()
}

/// A level for each tier: for whoever is in it now and whoever reaches it.
fn levels(prose: &Prose, desk: &mut Desk, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    ui.set_width(460.0 * theme::scale(ui.style()).clamp(0.9, 1.2));
    lines(ui, Type::Body, &prose.say("levels-lead"), p.muted);
    ui.add_space(4.0);
    for tier in Tier::ALL {
        let inside: Vec<Level> =
            prose.view.customers.iter().filter(|c| c.orders > 0 && c.lost.is_none() && c.seen.is_some_and(|seen| seen.0 == tier)).map(|c| c.level).collect();
        let mut level = prose.view.levels[tier.index()].or(inside.first().copied()).unwrap_or_default();
        if strategy::level_row(prose, ui, tier, &mut level) {
            desk.send(prose.view.seat.role, Command::LevelByTier(tier, level));
        }
        let text = if inside.is_empty() {
            prose.say("levels-none")
        } else {
            let mut listed: Vec<String> = Vec::new();
            for level in Level::ALL {
                let count = inside.iter().filter(|l| **l == level).count();
                if count > 0 {
                    listed.push(format!("{} {count}", prose.say(names::level(level))));
                }
            }
            prose.say_with("levels-current", &[("levels", listed.join(" · ").into())])
        };
        lines(ui, Type::Small, &text, p.muted);
    }
    close_button(prose, ui)
}

/// Where a customer stands in the pyramid, and why the team thinks so.
fn evaluate(prose: &Prose, desk: &mut Desk, ui: &mut Ui, Evaluation { customer, tier, reason }: &mut Evaluation) -> bool {
    let p = theme::palette(ui);
    ui.set_width(460.0 * theme::scale(ui.style()).clamp(0.9, 1.2));
    lines(ui, Type::Body, &prose.say("evaluate-lead"), p.muted);
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        left.spacing_mut().item_spacing.y = 2.0;
        right.spacing_mut().item_spacing.y = 2.0;
        caption(left, &prose.say("evaluate-tier"));
        for (choice, hint) in
            [(Tier::Vip, "tier-vip-hint"), (Tier::Main, "tier-main-hint"), (Tier::Ordinary, "tier-ordinary-hint"), (Tier::Small, "tier-small-hint")]
        {
            if choice_row(left, *tier == choice, &prose.say(names::tier(choice)), &prose.say(hint)) {
                *tier = choice;
            }
        }
        caption(right, &prose.say("evaluate-reason"));
        let reasons = [
            (Reason::OrderSize, "reason-size-hint"),
            (Reason::Growth, "reason-growth-hint"),
            (Reason::Loyalty, "reason-loyalty-hint"),
            (Reason::Reference, "reason-reference-hint"),
            (Reason::CostToServe, "reason-cost-hint"),
        ];
        for (choice, hint) in reasons {
            if choice_row(right, *reason == choice, &prose.say(names::reason(choice)), &prose.say(hint)) {
                *reason = choice;
            }
        }
    });
    ui.add_space(10.0);
    let mut done = false;
    ui.horizontal(|ui| {
        if ui.add(Button::primary(prose.say("evaluate-file")).icon(icons::CROWN)).clicked() {
            desk.send(prose.view.seat.role, Command::Evaluate(*customer, *tier, *reason));
            done = true;
        }
        done |= ui.add(Button::quiet(prose.say("desk-cancel"))).clicked();
    });
    done
}
