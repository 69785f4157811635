//! Buttons: at least 44 points high to hit, a clear ring when the keyboard is on them.

use crate::game::theme::{self, BUTTON_RADIUS, Role, TARGET, mix};
use bevy_egui::egui::{
    Color32, CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, TextWrapMode, Ui, Vec2, Widget, WidgetInfo, WidgetText, WidgetType, pos2, vec2,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Ghost,
    Quiet,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// For menus and dialogs.
    Usual,
    /// For bars: looks lower, is as easy to hit.
    Low,
}

/// A button with text, perhaps an icon before it, a second line under it, and the key that does the same.
///
/// `ui.add(Button::primary(tr(lang, "submit-plan")).icon(icons::CHECK).low())`; disable with `ui.add_enabled`.
#[must_use = "add it to a ui"]
pub struct Button {
    text: String,
    detail: Option<String>,
    icon: Option<char>,
    key: Option<String>,
    kind: Kind,
    size: Size,
    width: Option<f32>,
}

impl Button {
    fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { text: text.into(), detail: None, icon: None, key: None, kind, size: Size::Usual, width: None }
    }

    /// What to do next. One on a screen.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(Kind::Primary, text)
    }

    /// Any other action.
    pub fn ghost(text: impl Into<String>) -> Self {
        Self::new(Kind::Ghost, text)
    }

    /// An action that stays in the background: no edge until pointed at.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, text)
    }

    /// With an icon before its text.
    pub fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A second, smaller line.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The key that does the same, shown at the right edge.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Lower to look at (for bars), as easy to hit.
    pub fn low(mut self) -> Self {
        self.size = Size::Low;
        self
    }

    /// At least this wide; text then starts at the left.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }
}

/// A primary button of usual size.
pub fn primary_button(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.add(Button::primary(text))
}

/// A ghost button of usual size.
pub fn ghost_button(ui: &mut Ui, text: impl Into<String>) -> Response {
    ui.add(Button::ghost(text))
}

/// A square button that is only an icon; `name` is read aloud and shown on hover.
pub fn icon_button(ui: &mut Ui, icon: char, name: impl Into<String>) -> Response {
    let name = name.into();
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), &name));
    let hover = ui.ctx().animate_bool(response.id, response.hovered() || response.has_focus());
    let shown = rect.shrink(4.0);
    ui.painter().rect_filled(shown, BUTTON_RADIUS, mix(p.sunk.gamma_multiply(0.0), p.sunk, hover));
    let size = 18.0 * theme::scale(ui.style());
    let ink = mix(p.muted, p.ink, hover);
    ui.painter().text(rect.center(), bevy_egui::egui::Align2::CENTER_CENTER, icon, theme::bold(size), ink);
    if response.has_focus() {
        focus_ring(ui, shown, BUTTON_RADIUS);
    }
    response.on_hover_text(name)
}

/// The ring around what the keyboard is on; what has just got the keyboard comes into sight.
pub fn focus_ring(ui: &Ui, rect: Rect, radius: u8) {
    follow_focus(ui, rect);
    let p = theme::palette(ui);
    let radius = CornerRadius::same(radius.saturating_add(3));
    ui.painter().rect_stroke(rect.expand(2.5), radius, Stroke::new(2.0, p.accent), StrokeKind::Outside);
}

/// What has just got the keyboard, and stands at `rect`, is scrolled into sight. Once: after that it may be scrolled away.
pub fn follow_focus(ui: &Ui, rect: Rect) {
    let key = Id::new("followed focus");
    let Some(focused) = ui.memory(|memory| memory.focused()) else { return };
    if ui.data(|data| data.get_temp::<Id>(key)) != Some(focused) {
        ui.data_mut(|data| data.insert_temp(key, focused));
        ui.scroll_to_rect(rect.expand(8.0), None);
    }
}

struct Colours {
    ground: Color32,
    edge: Color32,
    ink: Color32,
    faint: Color32,
}

impl Button {
    fn colours(&self, ui: &Ui, hover: f32, pressed: f32) -> Colours {
        let p = theme::palette(ui);
        let clear = Color32::TRANSPARENT;
        if !ui.is_enabled() {
            return Colours { ground: p.sunk, edge: p.line, ink: p.ink, faint: p.muted };
        }
        match self.kind {
            Kind::Primary => {
                let ground = mix(mix(p.accent, p.ink, 0.14 * hover), p.ink, 0.14 * pressed);
                Colours { ground, edge: clear, ink: p.accent_ink, faint: mix(p.accent, p.accent_ink, 0.8) }
            }
            Kind::Ghost => {
                let ground = mix(mix(p.surface, p.accent_soft, 0.55 * hover), p.accent_soft, pressed);
                Colours { ground, edge: mix(p.line, p.accent, hover), ink: p.ink, faint: p.muted }
            }
            Kind::Quiet => {
                let ground = p.sunk.gamma_multiply(hover.max(pressed));
                Colours { ground, edge: clear, ink: mix(p.muted, p.ink, hover), faint: p.muted }
            }
        }
    }
}

impl Widget for Button {
    fn ui(self, ui: &mut Ui) -> Response {
        let scale = theme::scale(ui.style());
        let role = if self.size == Size::Usual && self.width.is_some() { Role::Heading } else { Role::Strong };
        let lay = |ui: &Ui, text: &str, role: Role| {
            let font = theme::font(ui, role);
            WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, font)
        };
        let text = lay(ui, &self.text, role);
        let key = self.key.as_deref().map(|key| lay(ui, key, Role::Small));
        let icon_room = if self.icon.is_some() { 26.0 * scale } else { 0.0 };
        let pad = if self.size == Size::Usual { 18.0 } else { 14.0 };
        // a button of a set width grows in height: names of teams may be long
        let room = self.width.map_or(f32::INFINITY, |width| width - icon_room - 2.0 * pad);
        let wrapped = |detail: &str| WidgetText::from(detail).into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(ui, Role::Small));
        let detail = self.detail.as_deref().map(wrapped);

        let lines = text.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y);
        let widest = text.size().x.max(detail.as_ref().map_or(0.0, |detail| detail.size().x));
        let key_room = key.as_ref().map_or(0.0, |key| key.size().x + 20.0);
        let natural = widest + icon_room + key_room + 2.0 * pad;
        let (margin, low) = match self.size {
            Size::Usual => (0.0, TARGET),
            Size::Low => (5.0, TARGET - 10.0),
        };
        let height = low.max(lines + if self.size == Size::Usual { 18.0 } else { 12.0 });
        let wanted = vec2(natural.max(self.width.unwrap_or(0.0)), height + 2.0 * margin);
        let (hit, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), &self.text));
        if !ui.is_rect_visible(hit) {
            if response.has_focus() {
                follow_focus(ui, hit);
            }
            return response;
        }

        let rect = hit.shrink2(vec2(0.0, margin));
        let hover = ui.ctx().animate_bool(response.id.with("hover"), response.hovered());
        let pressed = if response.is_pointer_button_down_on() { 1.0 } else { 0.0 };
        let colours = self.colours(ui, hover, pressed);
        let edge = Stroke::new(1.0, colours.edge);
        ui.painter().rect(rect, BUTTON_RADIUS, colours.ground, edge, StrokeKind::Inside);

        let start = if self.width.is_some() { rect.left() + pad } else { rect.center().x - (widest + icon_room + key_room) / 2.0 };
        if let Some(icon) = self.icon {
            let at = pos2(start + 8.0 * scale, rect.center().y);
            let font = theme::bold(role.size() * 1.15 * scale);
            ui.painter().text(at, bevy_egui::egui::Align2::CENTER_CENTER, icon, font, colours.ink);
        }
        let mut at = pos2(start + icon_room, rect.center().y - lines / 2.0);
        let below = text.size().y;
        ui.painter().galley_with_override_text_color(at, text, colours.ink);
        if let Some(detail) = detail {
            at.y += below;
            ui.painter().galley_with_override_text_color(at, detail, colours.faint);
        }
        if let Some(key) = key {
            let at = pos2(rect.right() - pad - key.size().x, rect.center().y - key.size().y / 2.0);
            ui.painter().galley_with_override_text_color(at, key, colours.faint);
        }
        if response.has_focus() {
            focus_ring(ui, rect, BUTTON_RADIUS);
        }
        response
    }
}
