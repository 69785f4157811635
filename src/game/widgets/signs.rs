//! Small signs and pieces of text.

use crate::game::theme::{self, Palette, Role, icons};
use crate::prose::Tone;
use bevy_egui::egui::{Align2, Color32, CornerRadius, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

/// Ground and ink of a chip.
#[must_use]
pub fn tone_colours(tone: Tone, p: &Palette) -> (Color32, Color32) {
    match tone {
        Tone::Plain => (p.sunk, p.muted),
        Tone::Good => (p.accent_soft, p.accent),
        Tone::Due => (p.gold_soft, p.gold),
        Tone::Late => (p.warn_soft, p.warn),
        Tone::Deal => (theme::mix(p.surface, p.blue, 0.16), p.blue),
    }
}

/// The full colour, for a disc.
const fn tone_colour(tone: Tone, p: &Palette) -> Color32 {
    match tone {
        Tone::Plain => p.muted,
        Tone::Good => p.accent,
        Tone::Due => p.gold,
        Tone::Late => p.warn,
        Tone::Deal => p.blue,
    }
}

/// A chip: a word or number on a tinted ground.
pub fn chip(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let (ground, ink) = tone_colours(tone, theme::palette(ui));
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Role::SmallStrong), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same((rect.height() / 2.0) as u8), ground);
    ui.painter().galley(rect.min + vec2(8.0, 2.0), galley, ink);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, text));
    response
}

/// The sign that says with its shape what the tone says with its colour.
#[must_use]
pub const fn tone_icon(tone: Tone) -> char {
    match tone {
        Tone::Good => icons::ARROW_UP,
        Tone::Late => icons::ARROW_DOWN,
        Tone::Deal => icons::COINS,
        Tone::Due => icons::CLOCK,
        Tone::Plain => icons::INFO,
    }
}

/// A disc with an icon, as at the start of an agenda line.
pub fn round_icon(ui: &mut Ui, tone: Tone, icon: char) -> Response {
    let p = theme::palette(ui);
    let size = 20.0 * theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    ui.painter().circle_filled(rect.center(), size / 2.0, tone_colour(tone, p));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, theme::bold(size * 0.6), p.on_colour);
    response
}

/// The key that does something, as a key cap.
pub fn key_hint(ui: &mut Ui, key: &str) -> Response {
    let p = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(key.to_owned(), theme::font(ui, Role::SmallStrong), p.muted);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 4.0), Sense::hover());
    ui.painter().rect(rect, CornerRadius::same(5), p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(6.0, 2.0), galley, p.muted);
    response
}

/// The heading of a screen.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    ui.label(theme::text(ui, Role::Title, text))
}

/// The heading of a panel or card.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.label(theme::text(ui, Role::Heading, text))
}

/// The heading of a group inside a card.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    ui.label(theme::text(ui, Role::Caption, text))
}

/// Body text in bold.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    ui.label(theme::text(ui, Role::Strong, text))
}

/// Body text of lesser weight.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).muted;
    ui.label(theme::text(ui, Role::Body, text).color(colour))
}

/// A small detail.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).muted;
    ui.label(theme::text(ui, Role::Small, text).color(colour))
}

/// A line with something at either end: role, text, colour. The left one wraps, the right one does not.
pub fn pair(ui: &mut Ui, left: (Role, &str, Color32), right: (Role, &str, Color32)) -> Response {
    let width = ui.available_width();
    let right_galley = ui.painter().layout_no_wrap(right.1.to_owned(), theme::font(ui, right.0), right.2);
    let room = (width - right_galley.size().x - 12.0).max(40.0);
    let left_galley = ui.painter().layout(left.1.to_owned(), theme::font(ui, left.0), left.2, room);
    // On hover there is no width to fill: then as wide as the two need.
    let wanted = if ui.is_sizing_pass() { left_galley.size().x + 12.0 + right_galley.size().x } else { width };
    let (rect, response) = ui.allocate_exact_size(vec2(wanted, left_galley.size().y.max(right_galley.size().y)), Sense::hover());
    ui.painter().galley(rect.min, left_galley, left.2);
    ui.painter().galley(pos2(rect.right() - right_galley.size().x, rect.top()), right_galley, right.2);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, format!("{} {}", left.1, right.1)));
    response
}

/// How things that are chosen stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// One takes the place of another: a round sign.
    One,
    /// Several can be chosen: a square one.
    Several,
}

impl Pick {
    /// What a screen reader calls it.
    #[must_use]
    pub const fn kind(self) -> WidgetType {
        match self {
            Pick::One => WidgetType::RadioButton,
            Pick::Several => WidgetType::Checkbox,
        }
    }

    /// Paints its sign in this ink, where it is not chosen.
    pub fn paint(self, ui: &Ui, centre: Pos2, is_on: bool, ink: Color32) {
        let p = theme::palette(ui);
        let scale = theme::scale(ui.style()).clamp(0.9, 1.4);
        let edge = Stroke::new(1.5, if is_on { p.accent } else { ink });
        let at = |x: f32, y: f32| centre + scale * vec2(x, y);
        match self {
            Pick::One => {
                ui.painter().circle_stroke(centre, 6.0 * scale, edge);
                if is_on {
                    ui.painter().circle_filled(centre, 3.2 * scale, p.accent);
                }
            }
            Pick::Several => {
                let ground = if is_on { p.accent } else { Color32::TRANSPARENT };
                ui.painter().rect(Rect::from_center_size(centre, Vec2::splat(12.0 * scale)), 3, ground, edge, StrokeKind::Middle);
                if is_on {
                    ui.painter().line(vec![at(-3.2, 0.2), at(-0.9, 2.5), at(3.4, -2.6)], Stroke::new(1.8, p.accent_ink));
                }
            }
        }
    }
}
