//! The way of the arrow keys: from what is chosen to what lies nearest in a direction.

use crate::game::theme;
use crate::game::widgets::focus_ring;
use bevy_egui::egui::{EventFilter, Key, Modifiers, Pos2, Rect, Response, Ui, Vec2, vec2};

/// Whether the arrow keys are the board's; with a ring around it where it has the keyboard. `is_open`:
/// nothing lies over it.
pub(super) fn hears(ui: &Ui, is_open: bool, response: &Response, rect: Rect) -> bool {
    let has_it = response.has_focus();
    if has_it {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        focus_ring(ui, rect.shrink(1.0), theme::PANEL_RADIUS);
    }
    is_open && (has_it || ui.memory(|memory| memory.focused().is_none()))
}

/// The ways of the arrow keys that were pressed, in this order.
pub(super) fn pressed(ui: &Ui) -> Vec<Vec2> {
    let keys = [(Key::ArrowLeft, vec2(-1.0, 0.0)), (Key::ArrowRight, vec2(1.0, 0.0)), (Key::ArrowUp, vec2(0.0, -1.0)), (Key::ArrowDown, vec2(0.0, 1.0))];
    keys.into_iter().filter(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key))).map(|(_, way)| way).collect()
}

/// The thing that lies nearest in a direction; the first one if none is chosen yet.
pub(super) fn neighbour<Thing: Copy + Ord>(things: &[(Thing, Pos2)], from: Option<Thing>, way: Vec2) -> Option<Thing> {
    let Some((_, here)) = from.and_then(|from| things.iter().find(|(thing, _)| *thing == from)) else {
        let order = |at: &Pos2| at.x * 0.2 + at.y;
        return things.iter().min_by(|a, b| order(&a.1).total_cmp(&order(&b.1)).then(a.0.cmp(&b.0))).map(|(thing, _)| *thing);
    };
    let cost = |at: &Pos2| {
        let offset = *at - *here;
        let along = offset.dot(way);
        (along > 4.0).then(|| along + 2.2 * (offset - way * along).length())
    };
    things.iter().filter_map(|(thing, at)| cost(at).map(|cost| (cost, *thing))).min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, thing)| thing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::pos2;

    #[test]
    fn arrows_lead_to_the_nearest_neighbour() {
        let things = [(0, pos2(50.0, 50.0)), (1, pos2(150.0, 60.0)), (2, pos2(60.0, 200.0)), (3, pos2(320.0, 50.0))];
        assert_eq!(neighbour(&things, None, vec2(1.0, 0.0)), Some(0));
        assert_eq!(neighbour(&things, Some(0), vec2(1.0, 0.0)), Some(1));
        assert_eq!(neighbour(&things, Some(0), vec2(0.0, 1.0)), Some(2));
        assert_eq!(neighbour(&things, Some(3), vec2(1.0, 0.0)), None);
    }
}
