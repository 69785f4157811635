//! The team's message board, and suggestions that the leader alone reads.

use super::{Side, choose_hand, hand, leads, sent, text_field, two_cards};
use crate::game::desk::bits::{dot, line, lines, link, nothing, role_colour, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::desk::state::{Desk, Shown};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, Button, heading, switch, well};
use crate::sim::notes::{MESSAGE, Message, Note, NoteId, Signature};
use crate::sim::planning::command::Command;
use bevy_egui::egui::{ComboBox, ScrollArea, Ui};

/// What the page remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessagesUi {
    pub text: String,
    /// The message being answered.
    pub reply: Option<NoteId>,
    pub suggestion: String,
    pub is_anonymous: bool,
}

/// Draws the page.
pub fn messages(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let whole = ui.available_width();
    let side = (whole * 0.38).clamp(220.0, 340.0);
    two_cards(ui, whole - side - 10.0, |ui, side| match side {
        Side::Left => board(cx, shown, desk, ui),
        Side::Right => suggestions(cx, shown, desk, ui),
    });
}

fn board(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let scale = theme::scale(ui.style()).max(1.0);
    // the roles to choose from may need a line of their own
    let is_narrow = shown.roles.len() > 1 && ui.available_width() < (110.0 + 88.0 * shown.roles.len() as f32) * scale;
    let foot = if cx.view.over { 0.0 } else { 116.0 * scale + if is_narrow { 20.0 } else { 16.0 } };
    let height = (ui.available_height() - foot).max(60.0);
    ScrollArea::vertical().id_salt("board").max_height(height).min_scrolled_height(height).auto_shrink([false, false]).stick_to_bottom(true).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let all = &cx.view.notes.messages;
        if all.is_empty() {
            nothing(ui, &cx.say("messages-none"));
        }
        for first in all.iter().filter(|m| m.reply.is_none()) {
            ui.push_id(first.id.0, |ui| {
                message(cx, shown, desk, ui, first);
                for answer in all.iter().filter(|m| m.reply == Some(first.id)) {
                    ui.push_id(answer.id.0, |ui| {
                        ui.indent("answer", |ui| message(cx, shown, desk, ui, answer));
                    });
                }
            });
        }
    });
    if !cx.view.over {
        write(cx, shown, desk, ui);
    }
}

fn message(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, message: &Message) {
    let p = theme::palette(ui);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        sides(
            ui,
            24.0,
            |ui| {
                dot(ui, role_colour(ui, message.by));
                line(ui, Type::SmallStrong, &format!("{} · {}", cx.role(message.by), cx.month_name(message.round)), p.muted);
            },
            |ui| {
                if cx.view.over || message.text.is_empty() {
                    return;
                }
                if shown.roles.contains(&message.by) || leads(cx, shown) {
                    let by = if shown.roles.contains(&message.by) { message.by } else { cx.view.notes.leader() };
                    if link(ui, &cx.say("messages-withdraw")).clicked() {
                        desk.send(by, Command::Note(Note::Withdraw(message.id)));
                    }
                }
                if link(ui, &cx.say("messages-reply")).clicked() {
                    desk.customers.messages.reply = Some(message.id);
                }
            },
        );
        if message.text.is_empty() {
            lines(ui, Type::Small, &cx.say("messages-withdrawn"), p.muted);
        } else {
            lines(ui, Type::Body, &message.text, p.ink);
        }
    });
}

fn write(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    let by = hand(cx, shown, desk);
    let state = &mut desk.customers.messages;
    let answered = state.reply.and_then(|id| cx.view.notes.message(id));
    if answered.is_none() {
        state.reply = None;
    }
    ui.add_space(4.0);
    if let Some(message) = answered {
        ui.horizontal(|ui| {
            let to = cx.say_with("messages-to", &[("role", cx.role(message.by).into())]);
            line(ui, Type::Small, &to, p.accent);
            if link(ui, &cx.say("desk-cancel")).clicked() {
                state.reply = None;
            }
        });
    }
    text_field(ui, &mut state.text, &cx.say("messages-write"), &cx.say("messages-write"), MESSAGE, 2);
    let text = sent(&state.text);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let state = &mut desk.customers.messages;
        if ui.add_enabled(!text.is_empty() && !shown.roles.is_empty(), Button::primary(cx.say("messages-post")).icon(icons::CHAT_CIRCLE).low()).clicked() {
            let reply = state.reply.take();
            state.text.clear();
            desk.send(by, Command::Note(Note::Post { text, reply }));
        }
        choose_hand(cx, shown, desk, ui);
    });
}

fn suggestions(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    let notes = &cx.view.notes;
    ScrollArea::vertical().id_salt("suggestions").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &cx.say("suggest-title"));
        lines(ui, Type::Small, &cx.say_with("suggest-hint", &[("leader", cx.role(notes.leader()).into())]), p.muted);
        if !cx.view.over {
            suggest(cx, shown, desk, ui);
        }
        if leads(cx, shown) {
            widgets::caption(ui, &cx.say_with("suggest-all", &[("count", notes.suggestions.len().into())]));
            for suggestion in notes.suggestions.iter().rev() {
                well(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let by = suggestion.by.map_or_else(|| cx.say("suggest-nobody"), |role| cx.role(role));
                    line(ui, Type::SmallStrong, &format!("{by} · {}", cx.month_name(suggestion.round)), p.muted);
                    lines(ui, Type::Body, &suggestion.text, p.ink);
                });
            }
        }
        if !cx.view.over {
            leader(cx, shown, desk, ui);
        }
    });
}

fn suggest(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let by = hand(cx, shown, desk);
    let state = &mut desk.customers.messages;
    text_field(ui, &mut state.suggestion, &cx.say("suggest-write"), &cx.say("suggest-write"), MESSAGE, 2);
    let name = cx.say("suggest-anonymous");
    switch(ui, &mut state.is_anonymous, &name, &name);
    let text = sent(&state.suggestion);
    if ui.add_enabled(!text.is_empty() && !shown.roles.is_empty(), Button::ghost(cx.say("suggest-send")).icon(icons::ENVELOPE).low()).clicked() {
        let signature = if state.is_anonymous { Signature::Anonymous } else { Signature::Signed };
        state.suggestion.clear();
        desk.send(by, Command::Note(Note::Suggest { text, signature }));
    }
}

/// Who leads, and passing it on.
fn leader(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let notes = &cx.view.notes;
    if notes.leader.is_some() && !leads(cx, shown) {
        return;
    }
    let by = if leads(cx, shown) { notes.leader() } else { hand(cx, shown, desk) };
    let mut named = notes.leader();
    widgets::caption(ui, &cx.say("suggest-leader"));
    ui.spacing_mut().interact_size.y = theme::TARGET - 6.0;
    ComboBox::from_id_salt("leader").width(ui.available_width() - 8.0).selected_text(cx.role(named)).show_ui(ui, |ui| {
        for &role in cx.view.guide.roles() {
            ui.selectable_value(&mut named, role, cx.say(names::role(role)));
        }
    });
    if named != notes.leader() {
        desk.send(by, Command::Note(Note::Leader(named)));
    }
}
