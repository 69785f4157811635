//! Grounds to put things on: cards, wells, dialogs.

use super::button::focus_ring;
use super::signs::Pick;
use crate::game::theme::{self, CARD_RADIUS, PANEL_RADIUS, mix};
use bevy_egui::egui::{
    Color32, Context, CornerRadius, Frame, Id, InnerResponse, Margin, Modal, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, WidgetType, vec2,
};

/// The frame of a card.
pub fn card_frame(ui: &Ui) -> Frame {
    let p = theme::palette(ui);
    Frame::new().fill(p.surface).stroke(Stroke::new(1.0, p.line)).corner_radius(CornerRadius::same(CARD_RADIUS)).inner_margin(Margin::symmetric(12, 10))
}

/// The frame of a whole panel, such as the account sheet.
pub fn panel_frame(ui: &Ui) -> Frame {
    card_frame(ui).corner_radius(CornerRadius::same(PANEL_RADIUS)).inner_margin(Margin::same(14))
}

/// A card.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_frame(ui).show(ui, contents)
}

/// A sunk ground inside a card, for what explains the rest.
pub fn well<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let p = theme::palette(ui);
    Frame::new().fill(p.sunk).corner_radius(CornerRadius::same(8)).inner_margin(Margin::symmetric(10, 8)).show(ui, contents)
}

/// A card that can be chosen with the mouse or the keyboard.
///
/// `ClickCard::new(name).stripe(colour).show(ui, |ui| ...)`; `name` is what a screen reader says.
#[must_use = "show it"]
pub struct ClickCard<'a> {
    name: &'a str,
    stripe: Option<Color32>,
    chosen: Option<Color32>,
    off: Option<Color32>,
    plain: bool,
    margin: Margin,
    by_place: bool,
    pick: Option<(Pick, bool)>,
}

impl<'a> ClickCard<'a> {
    /// A card that a screen reader calls by this name.
    pub fn new(name: &'a str) -> Self {
        Self { name, stripe: None, chosen: None, off: None, plain: false, margin: Margin::symmetric(12, 8), by_place: false, pick: None }
    }

    /// A coloured left edge.
    pub fn stripe(mut self, colour: Color32) -> Self {
        self.stripe = Some(colour);
        self
    }

    /// Edged in this colour: it is the chosen one.
    pub fn chosen(mut self, colour: Color32) -> Self {
        self.chosen = Some(colour);
        self
    }

    /// Shown with a dashed edge in this colour: it cannot be played now. It can still be clicked, to say why.
    pub fn off(mut self, colour: Color32) -> Self {
        self.off = Some(colour);
        self
    }

    /// On a sunk ground without an edge: it leads somewhere, and is no card to be played.
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// The room between its edge and what is in it.
    pub fn margin(mut self, margin: Margin) -> Self {
        self.margin = margin;
        self
    }

    /// Known by its place and not by its name, so that it keeps the keyboard while what it says changes.
    pub fn by_place(mut self) -> Self {
        self.by_place = true;
        self
    }

    /// One of several to choose from, with the sign of how they stand to each other; its left margin holds the sign.
    pub fn pick(mut self, pick: Pick, is_on: bool) -> Self {
        self.pick = Some((pick, is_on));
        self
    }

    /// Draws it; its response says whether it was clicked.
    pub fn show<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let p = theme::palette(ui);
        let ground = ui.painter().add(Shape::Noop);
        let edge = ui.painter().add(Shape::Noop);
        let salt = if self.by_place { "" } else { self.name };
        let builder = UiBuilder::new().id_salt(("card", salt)).sense(Sense::click());
        let InnerResponse { inner, response } = ui.scope_builder(builder, |ui| Frame::new().inner_margin(self.margin).show(ui, contents).inner);
        let enabled = ui.is_enabled();
        response.widget_info(|| match self.pick {
            Some((pick, is_on)) => WidgetInfo::selected(pick.kind(), enabled, is_on, self.name),
            None => WidgetInfo::labeled(WidgetType::Button, enabled, self.name),
        });
        let rect = response.rect;
        let hover = ui.ctx().animate_bool(response.id, response.hovered());
        let radius = CornerRadius::same(CARD_RADIUS);

        let colour = self.chosen.or(self.off).unwrap_or(p.line);
        let stroke = Stroke::new(1.0, mix(colour, p.accent, 0.7 * hover));
        if self.off.is_some() {
            ui.painter().set(ground, Shape::Vec(dashed_edge(rect, stroke)));
        } else {
            let (ground_ink, stroke) = if self.plain { (p.sunk, Stroke::NONE) } else { (p.surface, stroke) };
            let fill = mix(ground_ink, p.accent_soft, if self.plain { hover } else { 0.25 * hover });
            let shape = bevy_egui::egui::epaint::RectShape::new(rect, radius, fill, stroke, StrokeKind::Inside);
            ui.painter().set(ground, shape);
        }
        if let Some(stripe) = self.stripe {
            ui.painter().set(edge, Shape::Vec(stripe_shapes(rect, stripe, mix(p.surface, p.accent_soft, 0.25 * hover))));
        }
        if let Some((pick, is_on)) = self.pick {
            // beside its first line
            let line = theme::font(ui, theme::Role::Strong).size * 1.4;
            let at = rect.min + vec2(f32::from(self.margin.left) / 2.0 + 1.0, f32::from(self.margin.top) + line / 2.0);
            pick.paint(ui, at, is_on, self.off.unwrap_or(p.muted));
        }
        if response.has_focus() {
            focus_ring(ui, rect, CARD_RADIUS);
        }
        InnerResponse::new(inner, response)
    }
}

/// The left edge in colour, following the card's corners.
fn stripe_shapes(rect: Rect, colour: Color32, ground: Color32) -> Vec<Shape> {
    let left = Rect::from_min_size(rect.min, vec2(14.0, rect.height()));
    let inside = Rect::from_min_max(left.min + vec2(3.0, 1.0), left.max - vec2(0.0, 1.0));
    let outer = CornerRadius { nw: CARD_RADIUS, sw: CARD_RADIUS, ne: 0, se: 0 };
    let inner = CornerRadius { nw: CARD_RADIUS - 2, sw: CARD_RADIUS - 2, ne: 0, se: 0 };
    vec![Shape::rect_filled(left, outer, colour), Shape::rect_filled(inside, inner, ground)]
}

/// A dashed line around a rounded rectangle; the corners are whole.
fn dashed_edge(rect: Rect, stroke: Stroke) -> Vec<Shape> {
    let rect = rect.shrink(0.5);
    let r = f32::from(CARD_RADIUS);
    let corners = [
        (rect.right_top() + vec2(-r, r), -90.0_f32),
        (rect.right_bottom() + vec2(-r, -r), 0.0),
        (rect.left_bottom() + vec2(r, -r), 90.0),
        (rect.left_top() + vec2(r, r), 180.0),
    ];
    let arc = |(centre, from): (Pos2, f32)| -> Vec<Pos2> {
        let point = |step: u8| {
            let angle = (from + 15.0 * f32::from(step)).to_radians();
            centre + r * vec2(angle.cos(), angle.sin())
        };
        (0..=6).map(point).collect()
    };
    let mut shapes: Vec<Shape> = corners.into_iter().map(|corner| Shape::line(arc(corner), stroke)).collect();
    let edges = [
        [rect.left_top() + vec2(r, 0.0), rect.right_top() - vec2(r, 0.0)],
        [rect.right_top() + vec2(0.0, r), rect.right_bottom() - vec2(0.0, r)],
        [rect.right_bottom() - vec2(r, 0.0), rect.left_bottom() + vec2(r, 0.0)],
        [rect.left_bottom() - vec2(0.0, r), rect.left_top() + vec2(0.0, r)],
    ];
    for edge in edges {
        Shape::dashed_line_many_with_offset(&edge, stroke, &[4.0], &[3.0], 3.0, &mut shapes);
    }
    shapes
}

/// A dialog over everything, with a heading. Returns what the contents return, and whether the dialog wants to close
/// (Escape, or a click beside it).
pub fn dialog<R>(ctx: &Context, id: &str, heading: &str, contents: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    take_focus(ctx, Id::new(id));
    let style = ctx.global_style();
    let p = theme::palette_of(&style.visuals);
    let frame = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(CornerRadius::same(PANEL_RADIUS))
        .shadow(style.visuals.window_shadow)
        .inner_margin(Margin::same(28));
    let response =
        Modal::new(Id::new(id)).frame(frame).backdrop_color(Color32::from_black_alpha(if style.visuals.dark_mode { 150 } else { 90 })).show(ctx, |ui| {
            ui.label(theme::text(ui, theme::Role::Title, heading));
            let room = ctx.content_rect().height() - ui.min_rect().height() - 2.0 * 28.0 - 32.0;
            within(ui, Id::new(id).with("height"), room.max(80.0), contents)
        });
    let closing = response.should_close();
    (response.inner, closing)
}

/// Draws what is taller than the room at hand, as it was in the last frame, so that it can be scrolled.
fn within<R>(ui: &mut Ui, key: Id, room: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let before: f32 = ui.data(|data| data.get_temp(key)).unwrap_or(0.0);
    let (inner, height) = if before > room {
        // its margin keeps the ring around what has the keyboard whole
        let size = vec2(ui.available_width(), room);
        let area = ScrollArea::vertical().id_salt("dialog").max_height(room).min_scrolled_height(room).content_margin(Margin::same(5));
        let shown = ui.allocate_ui(size, |ui| area.show(ui, contents)).inner;
        (shown.inner, shown.content_size.y)
    } else {
        let shown = ui.scope(contents);
        (shown.inner, shown.response.rect.height())
    };
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, height));
        ui.ctx().request_repaint();
    }
    inner
}

/// What lay beneath a dialog lets go of the keyboard when the dialog opens: it could not hand it on.
fn take_focus(ctx: &Context, id: Id) {
    let mark = id.with("shown in pass");
    let now = ctx.cumulative_pass_nr();
    let before = ctx.data(|data| data.get_temp::<u64>(mark));
    ctx.data_mut(|data| data.insert_temp(mark, now));
    if before.is_none_or(|before| before + 2 < now) {
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }
}
