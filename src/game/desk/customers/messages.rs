//! The team's message board, and suggestions that the leader alone reads.

use crate::game::app::shown::Shown;
use crate::game::desk::customers::columns::{Side, two_cards};
use crate::game::desk::customers::writer::{choose_writer, leads, writer};
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{self, Button, dot, heading, line, lines, link, nothing, role_colour, sent, sides, switch, text_field, well};
use crate::prose::{Prose, names};
use crate::sim::notes::{MESSAGE, Message, Note, Signature};
use crate::sim::planning::command::Command;
use bevy_egui::egui::{ComboBox, ScrollArea, Ui};

/// Draws the page.
pub fn messages(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let whole = ui.available_width();
    let side = (whole * 0.38).clamp(220.0, 340.0);
    two_cards(ui, whole - side - 10.0, |ui, side| match side {
        Side::Left => board(prose, shown, desk, ui),
        Side::Right => suggestions(prose, shown, desk, ui),
    });
}

fn board(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let scale = theme::scale(ui.style()).max(1.0);
    // the roles to choose from may need a line of their own
    let is_narrow = shown.roles.len() > 1 && ui.available_width() < (110.0 + 88.0 * shown.roles.len() as f32) * scale;
    let foot = if prose.view.over { 0.0 } else { 116.0 * scale + if is_narrow { 20.0 } else { 16.0 } };
    let height = (ui.available_height() - foot).max(60.0);
    ScrollArea::vertical().id_salt("board").max_height(height).min_scrolled_height(height).auto_shrink([false, false]).stick_to_bottom(true).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let all = &prose.view.notes.messages;
        if all.is_empty() {
            nothing(ui, &prose.say("messages-none"));
        }
        for first in all.iter().filter(|m| m.reply.is_none()) {
            ui.push_id(first.id.0, |ui| {
                message(prose, shown, desk, ui, first);
                for answer in all.iter().filter(|m| m.reply == Some(first.id)) {
                    ui.push_id(answer.id.0, |ui| {
                        ui.indent("answer", |ui| message(prose, shown, desk, ui, answer));
                    });
                }
            });
        }
    });
    if !prose.view.over {
        write(prose, shown, desk, ui);
    }
}

fn message(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, message: &Message) {
    let p = theme::palette(ui);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        sides(
            ui,
            24.0,
            |ui| {
                dot(ui, role_colour(ui, message.by));
                line(ui, Type::SmallStrong, &format!("{} · {}", prose.role(message.by), prose.month_name(message.round)), p.muted);
            },
            |ui| {
                if prose.view.over || message.text.is_empty() {
                    return;
                }
                if shown.roles.contains(&message.by) || leads(prose, shown) {
                    let by = if shown.roles.contains(&message.by) { message.by } else { prose.view.notes.leader() };
                    if link(ui, &prose.say("messages-withdraw")).clicked() {
                        desk.send(by, Command::Note(Note::Withdraw(message.id)));
                    }
                }
                if link(ui, &prose.say("messages-reply")).clicked() {
                    desk.customers.messages.reply = Some(message.id);
                }
            },
        );
        if message.text.is_empty() {
            lines(ui, Type::Small, &prose.say("messages-withdrawn"), p.muted);
        } else {
            lines(ui, Type::Body, &message.text, p.ink);
        }
    });
}

fn write(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    let by = writer(prose, shown, desk);
    let state = &mut desk.customers.messages;
    let answered = state.reply.and_then(|id| prose.view.notes.message(id));
    if answered.is_none() {
        state.reply = None;
    }
    ui.add_space(4.0);
    if let Some(message) = answered {
        ui.horizontal(|ui| {
            let to = prose.say_with("messages-to", &[("role", prose.role(message.by).into())]);
            line(ui, Type::Small, &to, p.accent);
            if link(ui, &prose.say("desk-cancel")).clicked() {
                state.reply = None;
            }
        });
    }
    text_field(ui, &mut state.text, &prose.say("messages-write"), &prose.say("messages-write"), MESSAGE, 2);
    let text = sent(&state.text);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let state = &mut desk.customers.messages;
        if ui.add_enabled(!text.is_empty() && !shown.roles.is_empty(), Button::primary(prose.say("messages-post")).icon(icons::CHAT_CIRCLE).low()).clicked() {
            let reply = state.reply.take();
            state.text.clear();
            desk.send(by, Command::Note(Note::Post { text, reply }));
        }
        choose_writer(prose, shown, desk, ui);
    });
}

fn suggestions(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    let notes = &prose.view.notes;
    ScrollArea::vertical().id_salt("suggestions").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &prose.say("suggest-title"));
        lines(ui, Type::Small, &prose.say_with("suggest-hint", &[("leader", prose.role(notes.leader()).into())]), p.muted);
        if !prose.view.over {
            suggest(prose, shown, desk, ui);
        }
        if leads(prose, shown) {
            widgets::caption(ui, &prose.say_with("suggest-all", &[("count", notes.suggestions.len().into())]));
            for suggestion in notes.suggestions.iter().rev() {
                well(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let by = suggestion.by.map_or_else(|| prose.say("suggest-nobody"), |role| prose.role(role));
                    line(ui, Type::SmallStrong, &format!("{by} · {}", prose.month_name(suggestion.round)), p.muted);
                    lines(ui, Type::Body, &suggestion.text, p.ink);
                });
            }
        }
        if !prose.view.over {
            leader(prose, shown, desk, ui);
        }
    });
}

fn suggest(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let by = writer(prose, shown, desk);
    let state = &mut desk.customers.messages;
    text_field(ui, &mut state.suggestion, &prose.say("suggest-write"), &prose.say("suggest-write"), MESSAGE, 2);
    let name = prose.say("suggest-anonymous");
    switch(ui, &mut state.is_anonymous, &name, &name);
    let text = sent(&state.suggestion);
    if ui.add_enabled(!text.is_empty() && !shown.roles.is_empty(), Button::ghost(prose.say("suggest-send")).icon(icons::ENVELOPE).low()).clicked() {
        let signature = if state.is_anonymous { Signature::Anonymous } else { Signature::Signed };
        state.suggestion.clear();
        desk.send(by, Command::Note(Note::Suggest { text, signature }));
    }
}

/// Who leads, and passing it on.
fn leader(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let notes = &prose.view.notes;
    if notes.leader.is_some() && !leads(prose, shown) {
        return;
    }
    let by = if leads(prose, shown) { notes.leader() } else { writer(prose, shown, desk) };
    let mut named = notes.leader();
    widgets::caption(ui, &prose.say("suggest-leader"));
    ui.spacing_mut().interact_size.y = theme::TARGET - 6.0;
    ComboBox::from_id_salt("leader").width(ui.available_width() - 8.0).selected_text(prose.role(named)).show_in_sight(ui, |ui| {
        for &role in prose.view.guide.roles() {
            ui.selectable_value(&mut named, role, prose.say(names::role(role)));
        }
    });
    if named != notes.leader() {
        desk.send(by, Command::Note(Note::Leader(named)));
    }
}
