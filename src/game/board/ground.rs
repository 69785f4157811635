//! What tokens stand on: lanes and floors with their heads, and the groups of those that are counted.

use super::crowd::Change;
use super::layout::{Cluster, Section};
use super::places::{HEAD_TOP, Place};
use super::tooltip;
use crate::game::theme::{self, CARD_RADIUS, PANEL_RADIUS, Role as Type, icons, mix};
use crate::game::widgets::{focus_ring, lane};
use crate::prose::{Prose, names};
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Align2, Color32, CornerRadius, CursorIcon, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::collections::BTreeMap;

/// The colour of a place.
pub(super) fn colour(ui: &Ui, place: Place) -> Color32 {
    let p = theme::palette(ui);
    match place {
        Place::Lane(phase) => p.phase(lane(phase)),
        Place::Floor(Some(_)) => p.gold,
        Place::Floor(None) => p.phase(lane(Phase::Awareness)),
    }
}

/// Paints a lane or floor; returns whether its head was clicked. `board`: the board's top left corner on the screen; `open`: the part of
/// the screen where heads can be come to.
pub(super) fn section(prose: &Prose, ui: &Ui, board: Pos2, section: &Section, open: Rect) -> bool {
    let area = section.rect.translate(board.to_vec2());
    match section.place {
        Place::Lane(phase) => paint_lane(ui, area, phase),
        Place::Floor(tier) => paint_floor(ui, area, tier),
    }
    let count = section.members.len();
    let room = section.place.room(section.rect, theme::scale(ui.style())).translate(board.to_vec2());
    let head = if matches!(section.place, Place::Floor(Some(_))) { area.with_max_x(room.left()) } else { area.with_max_y(room.top()) };
    let is_open = open.contains(head.center());
    // an empty place has nothing to show alone, but it still says what it is
    let can_zoom = is_open && count > 0;
    let sense = if is_open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(head, ui.id().with(("board-head", format!("{:?}", section.place))), sense);
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let args = [("place", section.place.name(prose).into()), ("count", count.into()), ("hint", section.place.hint(prose).into())];
        let kind = if can_zoom { WidgetType::Button } else { WidgetType::Label };
        WidgetInfo::labeled(kind, enabled, prose.say_with("board-place-told", &args))
    });
    write_head(prose, ui, head, section.place, count, can_zoom && response.hovered());
    if response.has_focus() {
        focus_ring(ui, head.shrink(4.0), CARD_RADIUS);
    }
    let response = if can_zoom { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
    let clicked = can_zoom && response.clicked();
    if is_open {
        response.on_hover_ui(|ui| tooltip::place(prose, ui, section.place, can_zoom));
    }
    clicked
}

fn paint_lane(ui: &Ui, area: Rect, phase: Phase) {
    let p = theme::palette(ui);
    let corner = CornerRadius::same(PANEL_RADIUS);
    if Place::Lane(phase).is_low() {
        ui.painter().rect_filled(area, corner, p.sunk);
    } else {
        ui.painter().rect(area, corner, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
        let edge = Rect::from_min_size(area.min, vec2(area.width(), 4.0));
        ui.painter().rect_filled(edge, CornerRadius::same(2), p.phase(lane(phase)));
    }
}

fn paint_floor(ui: &Ui, area: Rect, tier: Option<Tier>) {
    let p = theme::palette(ui);
    let corner = CornerRadius::same(PANEL_RADIUS);
    let Some(tier) = tier else {
        ui.painter().rect_filled(area, corner, p.sunk);
        return;
    };
    let share = match tier {
        Tier::Vip => 0.34,
        Tier::Main => 0.22,
        Tier::Ordinary => 0.12,
        Tier::Small => 0.05,
    };
    ui.painter().rect(area, corner, mix(p.surface, p.gold, share), Stroke::new(1.0, p.line), StrokeKind::Inside);
}

/// Name and number of a place.
fn write_head(prose: &Prose, ui: &Ui, head: Rect, place: Place, count: usize, is_pointed_at: bool) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let count = count.to_string();
    let plain = |ink: Color32| if is_pointed_at { p.accent } else { ink };
    match place {
        Place::Lane(phase) => {
            let top = if place.is_low() { 8.0 } else { HEAD_TOP };
            let ink = if place.is_low() { mix(colour(ui, place), p.ink, 0.12) } else { p.ink };
            ui.painter().text(head.min + vec2(14.0, top), Align2::LEFT_TOP, prose.phase(phase), theme::font(ui, Type::Strong), plain(ink));
            let at = pos2(head.right() - 14.0, head.top() + top + scale);
            ui.painter().text(at, Align2::RIGHT_TOP, count, theme::font(ui, Type::Small), plain(p.muted));
        }
        Place::Floor(None) => {
            let text = format!("{} · {count}", prose.say("board-no-order"));
            ui.painter().text(head.min + vec2(14.0, 7.0), Align2::LEFT_TOP, text, theme::font(ui, Type::SmallStrong), plain(p.muted));
        }
        Place::Floor(Some(tier)) => {
            let left = head.min + vec2(14.0, 10.0);
            ui.painter().text(left, Align2::LEFT_TOP, names::tier_number(tier), theme::font(ui, Type::Brand), p.gold);
            let name = left + vec2(0.0, 24.0 * scale);
            ui.painter().text(name, Align2::LEFT_TOP, prose.say(names::tier(tier)), theme::font(ui, Type::SmallStrong), plain(p.ink));
            ui.painter().text(left + vec2(0.0, 40.0 * scale), Align2::LEFT_TOP, count, theme::font(ui, Type::Small), p.muted);
        }
    }
}

/// How a group is to be shown.
#[derive(Clone, Copy)]
pub(super) struct ClusterLook {
    /// It can be clicked.
    pub(super) is_open: bool,
    /// The arrow keys have come to it.
    pub(super) is_chosen: bool,
    /// How many of its members are searched for; none while nobody is.
    pub(super) found: Option<usize>,
}

/// Paints a group: a pile of tokens with its number, and what they have in common.
pub(super) fn cluster(prose: &Prose, ui: &Ui, board: Pos2, cluster: &Cluster, look: ClusterLook, changes: &BTreeMap<CustomerId, Vec<Change>>) -> Response {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let rect = cluster.rect.translate(board.to_vec2());
    let sense = if look.is_open { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(rect, ui.id().with(("board-group", format!("{:?} {:?}", cluster.place, cluster.group))), sense);
    let enabled = ui.is_enabled();
    let found = look.found.map(|count| prose.say_with("board-found", &[("count", count.into())]));
    response.widget_info(|| {
        let told = cluster.told(prose);
        let text = found.as_ref().map_or_else(|| told.clone(), |found| format!("{told} · {found}"));
        WidgetInfo::labeled(if look.is_open { WidgetType::Button } else { WidgetType::Label }, enabled, text)
    });
    let is_found = look.found.is_some_and(|count| count > 0);
    let is_faded = look.found == Some(0);
    let fade = |colour: Color32| if is_faded { colour.gamma_multiply(0.4) } else { colour };
    let hover = if response.hovered() { 1.0 } else { 0.0 };
    let ground = mix(mix(p.surface, p.bg, 0.6), p.accent_soft, 0.6 * hover);
    let edge = if is_found || look.is_chosen { p.accent } else { mix(p.line, p.accent, 0.7 * hover) };
    let width = if is_found || look.is_chosen { 2.0 } else { 1.0 };
    ui.painter().rect(rect, CARD_RADIUS, ground, Stroke::new(width, edge), StrokeKind::Inside);
    // the pile: two more discs look out from behind the one with the number
    let colour = fade(colour(ui, cluster.place));
    let radius = (rect.height() / 2.0 - 5.0).clamp(8.0, 15.0 * scale.max(1.0));
    let centre = pos2(rect.left() + 6.0 + radius, rect.center().y);
    for behind in [2.0, 1.0] {
        ui.painter().circle(centre + vec2(3.0 * behind, 0.0), radius, mix(colour, ground, 0.3 * behind), Stroke::new(1.0, ground));
    }
    ui.painter().circle(centre, radius, colour, Stroke::new(1.0, ground));
    let number = cluster.members.len().to_string();
    let size = (radius * 0.86).min(2.0 * radius / (0.62 * number.len() as f32 + 0.5));
    ui.painter().text(centre, Align2::CENTER_CENTER, number, theme::bold(size), p.on_colour);
    let left = centre.x + radius + 6.0 + 5.0;
    let room = rect.right() - left - 5.0;
    let role = if is_found { Type::SmallStrong } else { Type::Small };
    let ink = if is_faded { p.muted } else { mix(p.ink, p.accent, hover) };
    let write = |text: String| ui.painter().layout(text, theme::font(ui, role), ink, room.max(20.0));
    let galley = match found.filter(|_| is_found) {
        Some(found) => write(found),
        None => Some(write(cluster.group.label(prose, cluster.place, cluster.members.len())))
            .filter(|galley| galley.rows.len() <= 2 && galley.size().x <= room)
            .unwrap_or_else(|| write(cluster.group.short(prose, cluster.place))),
    };
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).galley(at, galley, ink);
    if !look.is_open {
        return response;
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| tooltip::cluster(prose, ui, cluster, changes))
}

/// The sign that leads from a customer's list to the whole board.
pub(super) const BACK: char = icons::ARROW_LEFT;
