//! One place or group alone: all its customers by name, in rows that scroll.

use super::crowd::Group;
use super::ground;
use super::state::{BoardChoice, BoardUi, BoardView, Zoom};
use super::{tooltip, way};
use crate::game::theme::{self, CARD_RADIUS, PANEL_RADIUS, Role as Type, mix};
use crate::game::widgets::{Button, CustomerToken, Look, area, customer_token, line, sides};
use crate::prose::Prose;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{CursorIcon, Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};
use std::collections::BTreeSet;

/// A customer's cell at a text size of 100 %: its least width, and its height.
const CELL: Vec2 = vec2(168.0, 50.0);
/// The largest token of a cell.
const TOKEN: f32 = 17.0;

/// Draws what is zoomed into; returns what the player did.
pub(super) fn zoom(
    prose: &Prose,
    board: &mut BoardUi,
    view: &BoardView<'_>,
    found: Option<&BTreeSet<CustomerId>>,
    ui: &mut Ui,
    rect: Rect,
) -> Option<BoardChoice> {
    let shown = board.zoom.clone()?;
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let response = ui.interact(rect, ui.id().with("board"), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, enabled, title(prose, &shown)));
    ui.painter().rect(rect, PANEL_RADIUS, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(rect.width(), 4.0)), 2, ground::colour(ui, shown.place));
    let head = Rect::from_min_max(rect.min + vec2(14.0, 8.0), pos2(rect.right() - 14.0, rect.top() + 8.0 + 44.0));
    let back = area(ui, head, "board-zoom-head", |ui| {
        let (_, back) = sides(
            ui,
            head.height(),
            |ui| line(ui, Type::Heading, &title(prose, &shown), p.ink),
            |ui| ui.add(Button::ghost(prose.say("board-back")).icon(ground::BACK).low()),
        );
        back
    });
    if back.on_hover_text(prose.say("board-back-hint")).clicked() {
        board.zoom = None;
        return None;
    }
    // those that are searched for come first
    let mut members: Vec<&CustomerView> = shown.members.iter().filter_map(|id| prose.view.customer(*id)).collect();
    members.sort_by_key(|customer| found.is_some_and(|found| !found.contains(&customer.id)));
    let body = Rect::from_min_max(pos2(rect.left() + 8.0, head.bottom() + 4.0), rect.max - vec2(8.0, 8.0));
    let columns = ((body.width() / (CELL.x * scale)).floor() as usize).max(1);
    let mut choice = keyboard(board, view, &members, columns, ui, &response, rect);
    let selected = match choice {
        Some(BoardChoice::Open(customer)) => Some(customer),
        _ => view.selected,
    };
    if let Some(customer) = cells(prose, board, (selected, found), &members, columns, ui, body) {
        response.request_focus();
        choice = Some(BoardChoice::Open(customer));
    }
    choice
}

/// What is on show: the place, and what its customers have in common.
fn title(prose: &Prose, zoom: &Zoom) -> String {
    let count = zoom.members.len();
    let what = zoom.group.map_or_else(
        || prose.say_with("board-all", &[("count", count.into())]),
        |group: Group| {
            let label = group.label(prose, zoom.place, count);
            prose.say_with("board-group-told", &[("count", count.into()), ("group", label.into())])
        },
    );
    format!("{} · {what}", zoom.place.name(prose))
}

/// Left and right go to the next one, up and down to the next row.
fn keyboard(
    board: &mut BoardUi,
    view: &BoardView<'_>,
    members: &[&CustomerView],
    columns: usize,
    ui: &Ui,
    response: &bevy_egui::egui::Response,
    rect: Rect,
) -> Option<BoardChoice> {
    if !way::hears(ui, view.hears_keys, response, rect) {
        return None;
    }
    let here = view.selected.and_then(|id| members.iter().position(|c| c.id == id));
    let last = members.len().checked_sub(1)?;
    let mut place = here;
    for way in way::pressed(ui) {
        let step = way.x as isize + way.y as isize * columns as isize;
        place = Some(place.map_or(0, |place| place.checked_add_signed(step).filter(|to| *to <= last).unwrap_or(place)));
    }
    if here.is_none() && response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        place = Some(0);
    }
    let next = members.get(place.filter(|_| place != here)?)?.id;
    board.scrolled = None;
    Some(BoardChoice::Open(next))
}

/// All customers that are in sight; returns the one that was clicked.
fn cells(
    prose: &Prose,
    board: &mut BoardUi,
    (selected, found): (Option<CustomerId>, Option<&BTreeSet<CustomerId>>),
    members: &[&CustomerView],
    columns: usize,
    ui: &mut Ui,
    body: Rect,
) -> Option<CustomerId> {
    let height = CELL.y * theme::scale(ui.style());
    let lines = members.len().div_ceil(columns);
    area(ui, body, "board-zoom-body", |ui| {
        ui.shrink_clip_rect(body);
        ScrollArea::vertical()
            .id_salt("board-zoom")
            .auto_shrink([false, false])
            .show_viewport(ui, |ui, sight| {
                ui.set_height(height * lines as f32);
                let size = vec2((ui.available_width() - 4.0) / columns as f32, height);
                let origin = ui.min_rect().min;
                let rect = |place: usize| Rect::from_min_size(origin + vec2((place % columns) as f32 * size.x, (place / columns) as f32 * height), size);
                if let Some(place) = selected.and_then(|id| members.iter().position(|c| c.id == id))
                    && board.scrolled != selected
                {
                    board.scrolled = selected;
                    ui.scroll_to_rect(rect(place), None);
                }
                let mut clicked = None;
                let first = (sight.top() / height).floor().max(0.0) as usize * columns;
                let past = (sight.bottom() / height).ceil().max(0.0) as usize * columns;
                for (place, customer) in members.iter().enumerate().take(past).skip(first) {
                    let look = match found {
                        _ if selected == Some(customer.id) => Look::Chosen,
                        Some(found) if found.contains(&customer.id) => Look::Found,
                        Some(_) => Look::Faded,
                        None => Look::Usual,
                    };
                    if cell(prose, customer, look, ui, rect(place).shrink(2.0)) {
                        clicked = Some(customer.id);
                    }
                }
                clicked
            })
            .inner
    })
}

/// One customer: its token, its name, its worth.
fn cell(prose: &Prose, customer: &CustomerView, look: Look, ui: &Ui, rect: Rect) -> bool {
    let p = theme::palette(ui);
    let response = ui.interact(rect, ui.id().with(("board-cell", customer.id.0)), Sense::CLICK);
    let enabled = ui.is_enabled();
    let worth =
        customer.yearly_value.map_or_else(|| prose.say("board-value-unknown"), |v| prose.say_with("board-value", &[("amount", prose.money_short(v).into())]));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, format!("{} · {worth}", prose.text(&customer.name))));
    let hover = if response.hovered() { 1.0 } else { 0.0 };
    let (ground, edge) = match look {
        Look::Chosen => (p.accent_soft, p.accent),
        Look::Found => (p.surface, p.accent),
        _ => (mix(p.surface, p.accent_soft, 0.6 * hover), mix(p.surface, p.line, hover)),
    };
    if hover > 0.0 || edge == p.accent {
        ui.painter().rect(rect, CARD_RADIUS, ground, Stroke::new(if look == Look::Found { 2.0 } else { 1.0 }, edge), StrokeKind::Inside);
    }
    let mut token: CustomerToken = customer_token(prose, p, customer);
    token.name.clear();
    token.radius = token.radius.clamp(11.0, TOKEN);
    token.badges.truncate(1);
    if look == Look::Faded {
        token.look = Look::Faded;
    }
    token.paint(ui, pos2(rect.left() + TOKEN + 9.0, rect.center().y));
    let left = rect.left() + 2.0 * TOKEN + 20.0;
    let room = (rect.right() - left - 4.0).max(20.0);
    let ink = if look == Look::Faded { p.muted } else { p.ink };
    let name = ui.painter().layout(prose.text(&customer.name), theme::font(ui, Type::SmallStrong), ink, room);
    let below = ui.painter().layout_no_wrap(worth, theme::font(ui, Type::Small), p.muted);
    let mut at = pos2(left, rect.center().y - (name.size().y + below.size().y) / 2.0);
    let next = name.size().y;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.galley(at, name, ink);
    at.y += next;
    painter.galley(at, below, p.muted);
    let clicked = response.clicked();
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| tooltip::customer(prose, ui, customer, &[]));
    clicked
}
