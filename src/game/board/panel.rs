//! Paints the board and listens to it: hover tells who somebody is, a click or Enter opens the sheet, arrow keys move the
//! choice to the nearest neighbour; a click on a lane's head or a group shows it alone.

use super::crowd::{Change, Group};
use super::ground::{self, ClusterLook};
use super::layout::{self, Arrangement, PlacedToken};
use super::places::{Place, Plan};
pub use super::state::{BoardChoice, BoardView};
use super::state::{BoardUi, Made, Vacant, Zoom};
use super::{deals, empty, tools, tooltip, way, zoom};
use crate::game::theme::{self};
use crate::game::widgets::{CustomerToken, Look, Mark, customer_token, lane};
use crate::prose::{Prose, happenings};
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{self, Color32, Key, Pos2, Rect, Response, Sense, Shape, Ui, WidgetInfo, WidgetType, vec2};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The part of the board's area in which tokens stand, below the row of tools.
#[must_use]
pub fn field(rect: Rect, scale: f32) -> Rect {
    rect.with_min_y((rect.top() + tools::height(scale) + 6.0).min(rect.bottom()))
}

/// Whom a board shows by name in any case: the customer whose sheet is open.
#[must_use]
pub fn spotlight(selected: Option<CustomerId>) -> BTreeSet<CustomerId> {
    selected.into_iter().collect()
}

/// Where everybody stands on a desk's board whose field has this size.
#[must_use]
pub fn arranged(prose: &Prose, board: &mut BoardUi, view: &BoardView<'_>, size: egui::Vec2, scale: f32) -> Arc<Arrangement> {
    let spotlight = spotlight(view.selected);
    let made = Made {
        stamp: view.stamp,
        plan: board.plan,
        size: [size.x.round() as u32, size.y.round() as u32],
        scale: (scale * 100.0) as u32,
        lang: prose.lang,
        spotlight: spotlight.clone(),
    };
    let plan = board.plan;
    board.arrangement(made, || layout::arrange(prose, plan, size, scale, &spotlight, |c| c.phase))
}

/// Draws the desk's board over `rect`; returns what the player did.
pub fn board(prose: &Prose, board: &mut BoardUi, view: &BoardView<'_>, ui: &mut Ui, rect: Rect) -> Option<BoardChoice> {
    if board.zoom.as_ref().is_some_and(|zoom| zoom.team != prose.view.seat.team) {
        board.zoom = None;
    }
    let scale = theme::scale(ui.style());
    let found = board.found(prose, view.stamp);
    let searched = tools::tools(prose, board, found.as_deref().map(Vec::as_slice), ui, rect.intersect(view.free).with_max_y(rect.top() + tools::height(scale)));
    let field = field(rect, scale);
    let found: Option<BTreeSet<CustomerId>> = found.map(|list| list.iter().copied().collect());
    let choice = match (board.plan, &board.zoom) {
        (Plan::Deals, _) => deals::deals(prose, board, view, found.as_ref(), ui, field),
        (_, Some(_)) => zoom::zoom(prose, board, view, found.as_ref(), ui, field),
        _ => whole(prose, board, view, found.as_ref(), ui, field),
    };
    searched.map(BoardChoice::Open).or(choice)
}

/// A token with room for one sign only, in points.
const SMALL_TOKEN: f32 = 13.5;

/// Something on the board that the arrow keys can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Customer(CustomerId),
    Group(Place, Group),
}

/// All lanes or floors.
fn whole(prose: &Prose, board: &mut BoardUi, view: &BoardView<'_>, found: Option<&BTreeSet<CustomerId>>, ui: &mut Ui, rect: Rect) -> Option<BoardChoice> {
    let response = ground_of(prose, ui, rect.intersect(view.free), Sense::click());
    let made = arranged(prose, board, view, rect.size(), theme::scale(ui.style()));
    let changes = board.changes(prose.view, view.stamp);
    let resting;
    let tokens = if view.tokens.is_empty() {
        resting = made.at_rest();
        &resting
    } else {
        view.tokens
    };
    let mut choice = response.clicked().then_some(BoardChoice::Close);
    let mut wanted: Option<(Place, Option<Group>)> = None;
    for section in &made.sections {
        if ground::section(prose, ui, rect.min, section, view.free) {
            wanted = Some((section.place, None));
        }
        if section.members.is_empty() {
            let room = section.place.room(section.rect, theme::scale(ui.style())).translate(rect.min.to_vec2()).intersect(view.free);
            let nearest = || board.nearest(prose, view.stamp, Vacant::Place(section.place));
            choice = empty::empty(prose, ui, room, &format!("empty {:?}", section.place), nearest).map(BoardChoice::Open).or(choice);
        }
    }
    for cluster in &made.clusters {
        let hit = found.map(|found| cluster.members.iter().filter(|id| found.contains(id)).count());
        let is_chosen = board.at == Some((cluster.place, cluster.group));
        let response = ground::cluster(prose, ui, rect.min, cluster, ClusterLook { is_open: true, is_chosen, found: hit }, &changes);
        if response.clicked() {
            wanted = Some((cluster.place, Some(cluster.group)));
        }
    }
    for placed in in_order(tokens, None) {
        let Some(customer) = prose.view.customer(placed.customer) else { continue };
        let changed = changes.get(&customer.id).map_or(&[][..], Vec::as_slice);
        let mut token = token(prose, ui, placed, customer);
        token.marks = marks(changed, customer.phase);
        // the rest is told on hover: two signs would lie over the neighbours
        token.marks.truncate(1);
        // nor is there room on a small one for what changed and for what wants attention: both are told on hover
        if token.radius < SMALL_TOKEN && !token.marks.is_empty() {
            token.badges.clear();
        }
        let one = interact(prose, ui, rect, placed, &token, customer, changed, Sense::CLICK);
        token.look = match found {
            _ if view.selected == Some(customer.id) => Look::Chosen,
            _ if one.hovered() => Look::Hovered,
            Some(found) if found.contains(&customer.id) => Look::Found,
            Some(_) => Look::Faded,
            None => token.look,
        };
        paint(prose, ui, rect, placed, &token);
        if one.clicked() {
            choice = Some(BoardChoice::Open(customer.id));
        }
        one.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| tooltip::customer(prose, ui, customer, changed));
    }
    if choice.is_some() {
        response.request_focus();
        board.at = None;
    }
    let choice = keyboard(board, view, &made, tokens, ui, &response, rect, &mut wanted).or(choice);
    if let Some((place, group)) = wanted {
        board.zoom = open(prose, &made, place, group);
        board.at = None;
    }
    choice
}

/// The board while a month is played: nothing can be clicked. `speaks_of`: the customer of the caption.
pub fn watch(prose: &Prose, made: &Arrangement, tokens: &[PlacedToken], speaks_of: Option<CustomerId>, ui: &mut Ui, rect: Rect) {
    ground_of(prose, ui, rect, Sense::hover());
    for section in &made.sections {
        ground::section(prose, ui, rect.min, section, Rect::NOTHING);
    }
    let none = BTreeMap::new();
    for cluster in &made.clusters {
        ground::cluster(prose, ui, rect.min, cluster, ClusterLook { is_open: false, is_chosen: false, found: None }, &none);
    }
    let clip = ui.painter().with_clip_rect(rect.expand(12.0).intersect(ui.clip_rect()));
    for placed in tokens.iter().filter(|t| t.from.is_some()) {
        trail(prose, &clip, ui, rect, placed);
    }
    for placed in in_order(tokens, speaks_of) {
        let Some(customer) = prose.view.customer(placed.customer) else { continue };
        let mut token = token(prose, ui, placed, customer);
        interact(prose, ui, rect, placed, &token, customer, &[], Sense::hover());
        if speaks_of == Some(customer.id) {
            token.look = Look::Chosen;
        }
        token.paint(ui, rect.min + placed.at.to_vec2());
    }
}

/// The ground of the whole board, which has the keyboard for all that stands on it.
fn ground_of(prose: &Prose, ui: &Ui, rect: Rect, sense: Sense) -> Response {
    let response = ui.interact(rect, ui.id().with("board"), sense);
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let told = prose.say_with("board-told", &[("count", prose.view.customers.len().into())]);
        WidgetInfo::labeled(WidgetType::Other, enabled, told)
    });
    response
}

/// Those on their way lie above those at rest.
fn in_order(tokens: &[PlacedToken], speaks_of: Option<CustomerId>) -> Vec<&PlacedToken> {
    let mut order: Vec<&PlacedToken> = tokens.iter().collect();
    order.sort_by_key(|t| (t.from.is_some(), Some(t.customer) == speaks_of, t.customer));
    order
}

/// A customer's token as large as the board has it.
fn token(prose: &Prose, ui: &Ui, placed: &PlacedToken, customer: &CustomerView) -> CustomerToken {
    let mut token = customer_token(prose, theme::palette(ui), customer);
    token.radius = placed.radius;
    token.badges.truncate(match placed.radius {
        r if r < 13.5 => 1,
        r if r < 19.0 => 2,
        _ => 4,
    });
    token
}

/// What changed, as signs.
fn marks(changes: &[Change], now: Phase) -> Vec<Mark> {
    let mark = |change: &Change| match change {
        Change::From(before) if happenings::is_rise(*before, now) => Mark::Forward(lane(*before)),
        Change::From(before) => Mark::Back(lane(*before)),
        Change::Met => Mark::New,
        Change::Ordered(_) => Mark::Won,
        Change::NotWon => Mark::NotWon,
    };
    changes.iter().map(mark).collect()
}

/// Makes room on the screen for a token and its name, for the mouse and for a screen reader.
#[expect(clippy::too_many_arguments, reason = "what stands where, and what it is called")]
fn interact(
    prose: &Prose,
    ui: &Ui,
    rect: Rect,
    placed: &PlacedToken,
    token: &CustomerToken,
    customer: &CustomerView,
    changes: &[Change],
    sense: Sense,
) -> Response {
    let bounds = bounds(ui, token, rect.min + placed.at.to_vec2());
    let response = ui.interact(bounds, ui.id().with(("board-token", customer.id.0)), sense);
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let mut parts = vec![prose.text(&customer.name), prose.phase(customer.phase)];
        parts.extend(changes.iter().map(|change| change.told(prose)));
        WidgetInfo::labeled(WidgetType::Button, enabled, parts.join(" · "))
    });
    response
}

/// What a token covers, name included.
fn bounds(ui: &Ui, token: &CustomerToken, at: Pos2) -> Rect {
    let font = theme::font(ui, theme::Role::Small);
    let height = 1.22 * font.size;
    let mut all = Rect::from_center_size(at, egui::Vec2::splat(2.0 * (token.radius + 6.0)));
    let mut top = at.y + token.radius + 10.0;
    for line in token.name.lines() {
        let width = ui.painter().layout_no_wrap(line.to_owned(), font.clone(), Color32::BLACK).size().x;
        all = all.union(Rect::from_min_size(egui::pos2(at.x - width / 2.0, top), vec2(width, height)));
        top += height;
    }
    all
}

fn paint(prose: &Prose, ui: &Ui, rect: Rect, placed: &PlacedToken, token: &CustomerToken) {
    if placed.from.is_some() {
        trail(prose, &ui.painter().with_clip_rect(rect.expand(12.0).intersect(ui.clip_rect())), ui, rect, placed);
    }
    token.paint(ui, rect.min + placed.at.to_vec2());
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

/// Arrow keys choose, Enter opens. They work while the board has the keyboard, or nothing has.
#[expect(clippy::too_many_arguments, reason = "what there is, what is chosen, and what comes of it")]
fn keyboard(
    board: &mut BoardUi,
    view: &BoardView<'_>,
    made: &Arrangement,
    tokens: &[PlacedToken],
    ui: &Ui,
    response: &Response,
    rect: Rect,
    wanted: &mut Option<(Place, Option<Group>)>,
) -> Option<BoardChoice> {
    if !way::hears(ui, view.hears_keys, response, rect) {
        return None;
    }
    let customers = tokens.iter().map(|token| (Thing::Customer(token.customer), token.at));
    let groups = made.clusters.iter().map(|cluster| (Thing::Group(cluster.place, cluster.group), cluster.rect.center()));
    let things: Vec<(Thing, Pos2)> = customers.chain(groups).collect();
    let mut choice = None;
    let mut here = board.at.map(|(place, group)| Thing::Group(place, group)).or(view.selected.map(Thing::Customer));
    for way in way::pressed(ui) {
        let Some(next) = way::neighbour(&things, here, way) else { continue };
        here = Some(next);
        match next {
            Thing::Customer(customer) => {
                board.at = None;
                choice = Some(BoardChoice::Open(customer));
            }
            Thing::Group(place, group) => board.at = Some((place, group)),
        }
    }
    let enters = board.at.is_some() || (response.has_focus() && here.is_none());
    if enters && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter)) {
        match board.at {
            Some((place, group)) => *wanted = Some((place, Some(group))),
            None => match way::neighbour(&things, None, vec2(1.0, 0.0)) {
                Some(Thing::Customer(customer)) => choice = Some(BoardChoice::Open(customer)),
                Some(Thing::Group(place, group)) => board.at = Some((place, group)),
                None => {}
            },
        }
    }
    choice
}

/// Shows a place, or a group of it, alone.
fn open(prose: &Prose, made: &Arrangement, place: Place, group: Option<Group>) -> Option<Zoom> {
    let section = made.sections.iter().find(|section| section.place == place)?;
    let members = match group {
        None => section.members.clone(),
        Some(group) => {
            let cluster = made.clusters.iter().find(|cluster| cluster.place == place && cluster.group == group)?;
            section.members.iter().copied().filter(|id| cluster.members.binary_search(id).is_ok()).collect()
        }
    };
    Some(Zoom { place, group, members, team: prose.view.seat.team })
}
