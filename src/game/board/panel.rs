//! Paints the board and listens to it: hover tells who somebody is, a click or Enter opens the sheet, arrow keys move the
//! choice to the nearest neighbour.

use crate::game::board::layout::{PlacedToken, Plan, floors, lanes};
use crate::game::theme::{self, Role as Type, icons, mix};
use crate::game::widgets::{Look, customer_token, focus_ring, lane};
use crate::prose::{Prose, happenings, names};
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use crate::sim::terms::Tier;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, EventFilter, Key, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

/// What the board shows.
pub struct BoardView<'a> {
    /// Lanes or pyramid.
    pub plan: Plan,
    /// Where the tokens stand now.
    pub tokens: &'a [PlacedToken],
    /// The customer the caption speaks of, while a month is played.
    pub speaks_of: Option<CustomerId>,
    /// Whether tokens can be pointed at and chosen.
    pub is_open: bool,
    /// The customer whose sheet is open.
    pub selected: Option<CustomerId>,
    /// Whether the keyboard is heard: not while something lies over the board.
    pub hears_keys: bool,
}

/// What the player did on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardChoice {
    /// Open this customer's sheet.
    Open(CustomerId),
    /// Close what is open.
    Close,
}

/// Draws the board over `rect`; returns what the player did.
pub fn board(prose: &Prose, view: &BoardView<'_>, ui: &mut Ui, rect: Rect) -> Option<BoardChoice> {
    let response = ui.interact(rect, ui.id().with("board"), if view.is_open { Sense::click() } else { Sense::hover() });
    let enabled = ui.is_enabled();
    let told = prose.say_with("board-told", &[("count", view.tokens.len().into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, enabled, &told));
    match view.plan {
        Plan::Lanes => paint_lanes(prose, ui, rect, view.tokens),
        Plan::Pyramid => paint_floors(prose, ui, rect, view.tokens),
    }
    let hovered = if view.is_open { response.hover_pos().and_then(|at| under(view.tokens, rect, at)) } else { None };
    paint_tokens(prose, view, ui, rect, hovered);
    if !view.is_open {
        return None;
    }
    if let Some(customer) = hovered.and_then(|id| prose.view.customer(id)) {
        let response = response.clone().on_hover_cursor(egui::CursorIcon::PointingHand);
        response.on_hover_ui_at_pointer(|ui| tooltip(prose, ui, customer));
    }
    let mut choice = None;
    if response.clicked() {
        response.request_focus();
        choice = Some(hovered.map_or(BoardChoice::Close, BoardChoice::Open));
    }
    keyboard(view, ui, &response, rect, choice)
}

fn under(tokens: &[PlacedToken], rect: Rect, at: Pos2) -> Option<CustomerId> {
    let distance = |token: &PlacedToken| (rect.min + token.at.to_vec2()).distance(at) - token.radius - 6.0;
    tokens.iter().filter(|t| distance(t) <= 0.0).min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|t| t.customer)
}

/// Arrow keys choose, Enter opens. They work while the board has the keyboard, or nothing has. `choice`: what was done with
/// the mouse in this frame.
fn keyboard(view: &BoardView<'_>, ui: &mut Ui, response: &Response, rect: Rect, mut choice: Option<BoardChoice>) -> Option<BoardChoice> {
    let has_it = response.has_focus();
    if has_it {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        focus_ring(ui, rect.shrink(1.0), theme::PANEL_RADIUS);
    }
    if !has_it && ui.memory(|memory| memory.focused().is_some()) || !view.hears_keys {
        return choice;
    }
    let selected = |choice: Option<BoardChoice>| match choice {
        Some(BoardChoice::Open(customer)) => Some(customer),
        Some(BoardChoice::Close) => None,
        None => view.selected,
    };
    for (key, way) in [(Key::ArrowLeft, vec2(-1.0, 0.0)), (Key::ArrowRight, vec2(1.0, 0.0)), (Key::ArrowUp, vec2(0.0, -1.0)), (Key::ArrowDown, vec2(0.0, 1.0))]
    {
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key))
            && let Some(next) = neighbour(view.tokens, selected(choice), way)
        {
            choice = Some(BoardChoice::Open(next));
        }
    }
    if has_it
        && selected(choice).is_none()
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter))
        && let Some(first) = neighbour(view.tokens, None, vec2(1.0, 0.0))
    {
        choice = Some(BoardChoice::Open(first));
    }
    choice
}

/// The token that lies nearest in a direction; the first one if none is chosen yet.
#[must_use]
pub fn neighbour(tokens: &[PlacedToken], from: Option<CustomerId>, way: Vec2) -> Option<CustomerId> {
    let Some(here) = from.and_then(|id| tokens.iter().find(|t| t.customer == id)) else {
        let order = |t: &&PlacedToken| (t.at.x * 0.2 + t.at.y, t.customer);
        return tokens.iter().min_by(|a, b| order(a).0.total_cmp(&order(b).0).then(a.customer.cmp(&b.customer))).map(|t| t.customer);
    };
    let cost = |t: &PlacedToken| {
        let offset = t.at - here.at;
        let along = offset.dot(way);
        (along > 4.0).then(|| along + 2.2 * (offset - way * along).length())
    };
    tokens.iter().filter_map(|t| cost(t).map(|cost| (cost, t.customer))).min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, customer)| customer)
}

fn paint_lanes(prose: &Prose, ui: &Ui, rect: Rect, tokens: &[PlacedToken]) {
    let p = theme::palette(ui);
    for (phase, local) in lanes(prose, rect.size()) {
        let area = local.translate(rect.min.to_vec2());
        let colour = p.phase(lane(phase));
        let is_low = matches!(phase, Phase::Decline | Phase::Lost);
        let corner = CornerRadius::same(theme::PANEL_RADIUS);
        if is_low {
            ui.painter().rect_filled(area, corner, p.sunk);
        } else {
            ui.painter().rect(area, corner, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
            let edge = Rect::from_min_size(area.min, vec2(area.width(), 4.0));
            ui.painter().rect_filled(edge, CornerRadius::same(2), colour);
        }
        let scale = theme::scale(ui.style());
        let top = if is_low { 8.0 } else { 13.0 };
        let ink = if is_low { mix(colour, p.ink, 0.12) } else { p.ink };
        ui.painter().text(area.min + vec2(14.0, top), Align2::LEFT_TOP, prose.phase(phase), theme::font(ui, Type::Strong), ink);
        let inside = tokens.iter().filter(|t| local.contains(t.at)).count();
        let at = pos2(area.right() - 14.0, area.top() + top + scale);
        ui.painter().text(at, Align2::RIGHT_TOP, inside.to_string(), theme::font(ui, Type::Small), p.muted);
    }
}

fn paint_floors(prose: &Prose, ui: &Ui, rect: Rect, tokens: &[PlacedToken]) {
    let p = theme::palette(ui);
    let size = rect.size();
    for (tier, local) in floors(size) {
        let area = local.translate(rect.min.to_vec2());
        let inside = tokens.iter().filter(|t| local.contains(t.at)).count();
        let Some(tier) = tier else {
            let text = format!("{} · {inside}", prose.say("board-no-order"));
            ui.painter().rect_filled(area, CornerRadius::same(theme::PANEL_RADIUS), p.sunk);
            ui.painter().text(area.min + vec2(14.0, 7.0), Align2::LEFT_TOP, text, theme::font(ui, Type::SmallStrong), p.muted);
            continue;
        };
        let share = match tier {
            Tier::Vip => 0.34,
            Tier::Main => 0.22,
            Tier::Ordinary => 0.12,
            Tier::Small => 0.05,
        };
        let corner = CornerRadius::same(theme::PANEL_RADIUS);
        ui.painter().rect(area, corner, mix(p.surface, p.gold, share), Stroke::new(1.0, p.line), StrokeKind::Inside);
        let roman = ["I", "II", "III", "IV"][tier.index()];
        let left = area.min + vec2(14.0, 10.0);
        ui.painter().text(left, Align2::LEFT_TOP, roman, theme::font(ui, Type::Brand), p.gold);
        let scale = theme::scale(ui.style());
        ui.painter().text(left + vec2(0.0, 24.0 * scale), Align2::LEFT_TOP, prose.say(names::tier(tier)), theme::font(ui, Type::SmallStrong), p.ink);
        ui.painter().text(left + vec2(0.0, 40.0 * scale), Align2::LEFT_TOP, inside.to_string(), theme::font(ui, Type::Small), p.muted);
    }
}

fn paint_tokens(prose: &Prose, view: &BoardView<'_>, ui: &Ui, rect: Rect, hovered: Option<CustomerId>) {
    let p = theme::palette(ui);
    let clip = ui.painter().with_clip_rect(rect.expand(12.0).intersect(ui.clip_rect()));
    for placed in view.tokens.iter().filter(|t| t.from.is_some()) {
        trail(prose, &clip, ui, rect, placed);
    }
    // Those on their way lie above those at rest.
    let mut order: Vec<&PlacedToken> = view.tokens.iter().collect();
    order.sort_by_key(|t| (t.from.is_some(), Some(t.customer) == view.speaks_of, t.customer));
    for placed in order {
        let Some(customer) = prose.view.customer(placed.customer) else { continue };
        let mut token = customer_token(prose, p, customer);
        token.radius = placed.radius;
        if !placed.named {
            token.name.clear();
        }
        token.badges.truncate(match placed.radius {
            r if r < 13.5 => 1,
            r if r < 19.0 => 2,
            _ => 4,
        });
        let chosen = view.selected == Some(placed.customer) || view.speaks_of == Some(placed.customer);
        if chosen {
            token.look = Look::Chosen;
        } else if hovered == Some(placed.customer) {
            token.look = Look::Hovered;
        }
        token.paint(ui, rect.min + placed.at.to_vec2());
    }
}

/// A dotted line from where a token comes from.
fn trail(prose: &Prose, painter: &egui::Painter, ui: &Ui, rect: Rect, placed: &PlacedToken) {
    let Some(from) = placed.from else {
        return;
    };
    let p = theme::palette(ui);
    let colour = prose.view.customer(placed.customer).map_or(Color32::GRAY, |c| p.phase(lane(c.phase)));
    let (from, to) = (rect.min + from.to_vec2(), rect.min + placed.at.to_vec2());
    let points: Vec<Pos2> = (0..=20_u8)
        .map(|step| {
            let share = f32::from(step) / 20.0;
            let lift = (share * std::f32::consts::PI).sin() * (from.distance(to) * 0.12).min(40.0);
            from.lerp(to, share) - vec2(0.0, lift)
        })
        .collect();
    painter.extend(Shape::dotted_line(&points, colour, 10.0, 1.3));
}

/// Who a token is: name, phase, three numbers, what happened last.
fn tooltip(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.set_max_width(300.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(theme::text(ui, Type::Heading, prose.text(&customer.name)));
    let value =
        customer.yearly_value.map_or_else(|| prose.say("board-value-unknown"), |v| prose.say_with("board-value", &[("amount", prose.money_short(v).into())]));
    ui.label(theme::text(ui, Type::Small, format!("{} · {value}", prose.phase(customer.phase))).color(p.muted));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let satisfaction = customer.satisfaction.map_or_else(|| "?".to_owned(), |(s, _)| crate::words::decimal(s, 0));
        for (key, value) in [
            ("measure-satisfaction", satisfaction),
            ("measure-trust", crate::words::decimal(customer.trust, 0)),
            ("measure-commitment", crate::words::decimal(customer.commitment, 0)),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(theme::text(ui, Type::Small, prose.say(key)).color(p.muted));
                ui.label(theme::text(ui, Type::Strong, value));
            });
        }
    });
    for deal in prose.view.open_deals(customer.id) {
        let text = format!("{} {} · {}", icons::COINS, prose.deal(deal.id), prose.money_short(deal.value));
        ui.label(theme::text(ui, Type::Small, text).color(p.blue));
    }
    if let Some((round, happened)) = happenings::latest(prose.view, customer.id) {
        let text = format!("{} {}：{}", icons::CLOCK, prose.month_name(round), happenings::sentence(prose, happened));
        let text = if prose.lang == crate::words::Lang::En { text.replace('：', ": ") } else { text };
        ui.label(theme::text(ui, Type::Small, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(customer: u16, x: f32, y: f32) -> PlacedToken {
        PlacedToken { customer: CustomerId(customer), at: pos2(x, y), radius: 15.0, named: true, from: None }
    }

    #[test]
    fn arrows_lead_to_the_nearest_neighbour() {
        let tokens = [at(0, 50.0, 50.0), at(1, 150.0, 60.0), at(2, 60.0, 200.0), at(3, 320.0, 50.0)];
        assert_eq!(neighbour(&tokens, None, vec2(1.0, 0.0)), Some(CustomerId(0)));
        assert_eq!(neighbour(&tokens, Some(CustomerId(0)), vec2(1.0, 0.0)), Some(CustomerId(1)));
        assert_eq!(neighbour(&tokens, Some(CustomerId(0)), vec2(0.0, 1.0)), Some(CustomerId(2)));
        assert_eq!(neighbour(&tokens, Some(CustomerId(3)), vec2(1.0, 0.0)), None);
    }
}
