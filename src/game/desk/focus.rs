//! Where the keyboard is: the part of the desk that has it, how it gets to another one, and whether something is written.

use crate::game::desk::areas::Areas;
use crate::game::desk::state::Part;
use bevy_egui::egui::{Context, FocusDirection, Id, Order, Popup, Rect, Ui};

/// Gives the keyboard to the first thing that can have it of those drawn next.
pub fn enter(ui: &Ui, part: Part) {
    let before = Id::new(("before part", part as usize));
    let layer = ui.layer_id();
    // as if Tab were pressed on something that stands before them
    ui.memory_mut(|memory| {
        memory.request_focus(before);
        memory.move_focus(FocusDirection::Next);
        memory.interested_in_focus(before, layer);
    });
}

/// The part that has the keyboard; `over`: whether the sheet lies over the middle.
#[must_use]
pub fn place(context: &Context, areas: &Areas, over: bool) -> Option<Part> {
    let focused = context.memory(|memory| memory.focused())?;
    // of what rolls, only what is in sight lies in its part
    let at = context.read_response(focused)?.interact_rect.center();
    let part = if at.y >= areas.tray.top() {
        Part::Plan
    } else if at.y < areas.top.bottom() {
        return None;
    } else if at.x <= areas.agenda.right() {
        Part::Agenda
    } else if at.x > areas.middle.right() || over && areas.sheet.contains(at) {
        Part::Sheet
    } else {
        Part::Work
    };
    Some(part)
}

/// Whether what has the keyboard lies under the sheet that is open over the middle.
#[must_use]
pub fn is_beneath(context: &Context, sheet: Rect) -> bool {
    let focused = context.memory(|memory| memory.focused()).and_then(|id| context.read_response(id));
    focused.is_some_and(|at| at.layer_id.order == Order::Background && sheet.shrink(2.0).intersects(at.interact_rect))
}

fn typing() -> Id {
    Id::new("desk is written in")
}

/// Keeps for the next frame whether a field is written in: Escape takes the keyboard from it before anybody is asked.
pub fn remember_typing(context: &Context) {
    let types = context.text_edit_focused();
    context.data_mut(|data| data.insert_temp(typing(), types));
}

/// Whether a field is written in.
#[must_use]
pub fn types(context: &Context) -> bool {
    context.text_edit_focused() || context.data(|data| data.get_temp(typing())).unwrap_or(false)
}

/// Whether keys may move what lies on the desk: nothing lies over it, no list is open.
#[must_use]
pub fn is_free(context: &Context) -> bool {
    context.memory(|memory| memory.top_modal_layer().is_none()) && !Popup::is_any_open(context)
}
