//! Handing the plan in: what it cannot keep is said first, and the team may hand it in all the same.

use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, Dialog, Draft, Request};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, lines};
use crate::prose::{Prose, cards};
use bevy_egui::egui::{Key, Modifiers, Ui};

/// Hands the plan in or takes it back, whichever is next; a plan that cannot keep what it says asks first.
pub fn hand_in(prose: &Prose, shown: &Shown, desk: &mut Desk) {
    if shown.is_submitted() {
        desk.out.push(Request::Withdraw);
    } else if unsaved(prose, desk).is_none() && desk.checks.of(prose, shown.stamp).plan.is_empty() {
        desk.out.push(Request::Submit);
    } else {
        desk.dialog = Some(Dialog::Check);
    }
}

/// The card that is being set, where the plan holds it not at all or otherwise.
fn unsaved<'a>(prose: &Prose, desk: &'a Desk) -> Option<&'a Draft> {
    desk.draft.as_ref().filter(|draft| {
        let lies = prose.view.plan.iter().find(|planned| Some(planned.id) == draft.changes);
        lies.is_none_or(|planned| planned.role != draft.role || planned.card != draft.card)
    })
}

/// What the plan cannot keep, and what is to be done about it; true once it is answered.
pub fn check(prose: &Prose, stamp: u64, desk: &mut Desk, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    ui.set_width(480.0 * theme::scale(ui.style()).clamp(0.9, 1.2));
    lines(ui, Type::Body, &prose.say("check-lead"), p.muted);
    // what is being set and was not added would be gone
    if let Some(draft) = unsaved(prose, desk) {
        let args = [("card", cards::name(prose, &draft.card.action).into()), ("role", prose.role(draft.role).into())];
        lines(ui, Type::Body, &format!("{} {}", icons::WARNING, prose.say_with("check-open-card", &args)), p.ink);
    }
    for warning in &desk.checks.of(prose, stamp).plan {
        lines(ui, Type::Body, &format!("{} {warning}", icons::WARNING), p.ink);
    }
    ui.add_space(10.0);
    let mut done = false;
    ui.horizontal(|ui| {
        let back = ui.add(Button::primary(prose.say("check-back")));
        if ui.memory(|memory| memory.focused().is_none()) {
            back.request_focus();
        }
        done |= back.clicked();
        // the key that asked answers, too
        let again = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if ui.add(Button::quiet(prose.say("check-submit")).key("Ctrl+Enter")).clicked() || again {
            desk.out.push(Request::Submit);
            done = true;
        }
    });
    done
}
